/* time/compile: the build-time program that turns the rule rows of every language into automata written as C, so that a run
 * starts with them ready and nothing of them can be written to. Stops the build, naming the rule, when a row is wrong.
 *
 * usage: time-compile OUT.c */
#include "time/builder.h"

#include <stdio.h>

static void
write_string (FILE *out, const char *text)
{
  g_autofree char *escaped = g_strescape (text, NULL); /* ASCII, octal for the rest */

  fprintf (out, "\"%s\"", escaped);
}

static void
write_nodes (FILE *out, const char *lang, const GArray *nodes)
{
  fprintf (out, "static const Node %s_nodes[] = {\n", lang);
  for (guint i = 0; i < nodes->len; i++) {
    const Node *n = &g_array_index (nodes, Node, i);
    fprintf (out, "  { %u, %u, %u, %u, %u, %u, %u, %d, %d },\n", n->kind, n->mark, n->slot, n->dresses, n->class_id,
             n->begin, n->other_begin, n->next, n->other);
  }
  fputs ("};\n", out);
}

static void
write_begins (FILE *out, const char *lang, const GArray *begins)
{
  fprintf (out, "static const Begin %s_begins[] = {\n", lang);
  for (guint i = 0; i < begins->len; i++) {
    const Begin *begin = &g_array_index (begins, Begin, i);
    fputs ("  { { ", out);
    for (guint j = 0; j < BEGIN_WORDS; j++)
      fprintf (out, "0x%" G_GINT64_MODIFIER "xu, ", begin->bits[j]);
    fputs ("} },\n", out);
  }
  fputs ("};\n", out);
}

static void
write_rules (FILE *out, const char *lang, const GArray *rules)
{
  fprintf (out, "static const Rule %s_rules[] = {\n", lang);
  for (guint i = 0; i < rules->len; i++) {
    const Rule *rule = &g_array_index (rules, Rule, i);
    const char *const texts[] = { rule->name, rule->resolver, rule->arguments };
    fputs ("  { ", out);
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++) {
      write_string (out, texts[j]);
      fputs (", ", out);
    }
    fprintf (out, "%d, %d, %u },\n", rule->start, rule->first_split, rule->n_splits);
  }
  fputs ("};\n", out);
}

static void
write_states (FILE *out, const char *lang, const GrammarBuilder *grammar)
{
  fprintf (out, "static const State %s_states[] = {\n", lang);
  for (guint i = 0; i < grammar->states->len; i++) {
    const State *state = &g_array_index (grammar->states, State, i);
    fprintf (out, "  { %u, %u, %u, %u },\n", state->first_edge, state->n_edges, state->first_accept, state->n_accepts);
  }
  fprintf (out, "};\nstatic const Edge %s_edges[] = {\n", lang);
  for (guint i = 0; i < grammar->edges->len; i++) {
    const Edge *edge = &g_array_index (grammar->edges, Edge, i);
    fprintf (out, "  { %u, %u },\n", edge->symbol, edge->state);
  }
  fprintf (out, "};\nstatic const guint16 %s_accepts[] = {\n", lang);
  for (guint i = 0; i < grammar->accepts->len; i++)
    fprintf (out, "  %u,\n", g_array_index (grammar->accepts, guint16, i));
  fputs ("};\n", out);
}

/* The start state has an edge for nearly every word that matters: it is indexed by symbol instead of searched. */
static void
write_starts (FILE *out, const char *lang, const GrammarBuilder *grammar)
{
  const State *start = &g_array_index (grammar->states, State, 0);

  fprintf (out, "static const guint16 %s_starts[%u] = {\n", lang, SHAPE_END * DRESS_COUNT);
  for (guint i = 0; i < start->n_edges; i++) {
    const Edge *edge = &g_array_index (grammar->edges, Edge, start->first_edge + i);
    fprintf (out, "  [%u] = %u,\n", edge->symbol, edge->state);
  }
  fputs ("};\n", out);
}

static gboolean
write_language (FILE *out, const char *lang, const TarikhLexiconTable *table)
{
  g_autofree char *message = NULL;
  GrammarBuilder *grammar = tarikh_time_builder_new (table, &message);

  if (grammar == NULL || !tarikh_time_builder_determinise (grammar) || !tarikh_time_builder_prune (grammar)) {
    fprintf (stderr, "%s/time-rules.tsv: %s\n", lang, message != NULL ? message : "more states than can be numbered");
    tarikh_time_builder_free (grammar);
    return FALSE;
  }
  write_nodes (out, lang, grammar->nodes);
  write_begins (out, lang, grammar->begins);
  write_rules (out, lang, grammar->rules);
  write_states (out, lang, grammar);
  write_starts (out, lang, grammar);
  fprintf (out, "#define %s_GRAMMAR { \"%s\", %s_nodes, %u, %s_begins, %s_rules, %u, %s_states, %u, %s_edges, %s_accepts, "
           "%s_starts }\n",
           lang, lang, lang, grammar->nodes->len, lang, lang, grammar->rules->len, lang, grammar->states->len, lang, lang, lang);
  tarikh_time_builder_free (grammar);
  return TRUE;
}

static gboolean
write_languages (FILE *out)
{
  const char *const *languages = tarikh_lexicon_get_languages ();
  g_autoptr (GString) list = g_string_new (NULL);

  fputs ("/* Made by time-compile from the rule rows. */\n#include \"time/grammar.h\"\n", out);
  for (guint i = 0; languages[i] != NULL; i++) {
    const TarikhLexiconTable *table = tarikh_lexicon_get_table (tarikh_lexicon_get (languages[i]), "time-rules");
    if (table == NULL)
      continue;
    if (!write_language (out, languages[i], table))
      return FALSE;
    g_string_append_printf (list, "  %s_GRAMMAR,\n", languages[i]);
  }
  fprintf (out, "const Grammar tarikh_time_grammars[] = {\n%s  { NULL }\n};\n", list->str);
  return TRUE;
}

int
main (int argc, char **argv)
{
  FILE *out = argc == 2 ? fopen (argv[1], "w") : NULL;

  if (out == NULL) {
    fputs ("usage: time-compile OUT.c (that can be written)\n", stderr);
    return 2;
  }
  gboolean good = write_languages (out) && ferror (out) == 0;
  good = fclose (out) == 0 && good;
  return good ? 0 : 1;
}
