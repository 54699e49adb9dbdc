/* event/stretch: copies a stretch of a clause into a headline, inner clauses that it needs included, and knows how far the verb
 * waits for what completes it. */
#include "event/headline.h"

#include <string.h>

static gboolean
is_kept_clause (const Writer *w, guint32 clause, guint32 wanted)
{
  for (guint n = 0; n < 3; n++) {
    if (clause == wanted)
      return TRUE;
    const EventClause *c = reader_get_clause (w->reader, clause);
    gboolean lasts = c->kind == CLAUSE_BARE_RELATIVE && c->verb != NO_TOKEN && c->parent == wanted
                     && writer_get_word (w, c->verb)->kind == KIND_PHASE; /* "on a visit | that lasted two days" */
    gboolean relative = lasts || (c->kind == CLAUSE_BARE_RELATIVE && w->relatives >= 1)
                        || (c->kind == CLAUSE_RELATIVE && w->relatives >= 2);
    if (c->kind != CLAUSE_THAT && c->kind != CLAUSE_PURPOSE && c->kind != CLAUSE_QUOTE && !relative)
      return FALSE;
    if (c->parent == clause || c->first < reader_get_clause (w->reader, c->parent)->verb)
      return FALSE;
    clause = c->parent;
  }
  return FALSE;
}

gboolean
tarikh_event_verb_announces (const Writer *w, guint32 verb)
{
  return verb != NO_TOKEN && (writer_get_word (w, verb)->kind == KIND_SAY || writer_get_word (w, verb)->announces);
}

/* The "that" which the verb of CLAUSE waits for, when it comes soon; before it no headline ends. 0 when there is none. */
guint32
tarikh_event_find_that (const Writer *w, guint32 clause, guint32 verb)
{
  if (verb == NO_TOKEN)
    return 0;
  guint32 reach = tarikh_event_verb_announces (w, verb) ? 40 : 12;
  for (guint32 i = verb + 1; i < verb + reach && i < w->reader->text->n_tokens; i++) {
    guint32 own = writer_get_word (w, i)->clause;
    if (writer_get_word (w, i)->opener == OPENER_THAT && own < w->reader->clauses->len && own != clause
        && reader_get_clause (w->reader, own)->parent == clause)
      return i + 2;
  }
  return 0;
}

/* "announced | in a statement from the capital | that": only how it was told stands between, no object. */
static gboolean
tells_how (const Writer *w, guint32 first, guint32 that)
{
  for (guint32 i = first; i < that; i++) {
    const EventWord *word = writer_get_word (w, i);
    if (writer_get_token (w, i)->kind == TARIKH_TOKEN_PUNCT || word->flags & (WORD_TIME | WORD_ADVERB))
      continue;
    return (word->flags & (WORD_PREPOSITION | WORD_ATTRIBUTION)) || word->clitics & TARIKH_CLITIC_PREPOSITION
           || word->clause != writer_get_word (w, first)->clause;
  }
  return TRUE;
}

/* Whether TOKEN is PREPOSITION (folded), or carries it when it is one letter. */
static gboolean
is_preposition (const Writer *w, guint32 token, const char *preposition)
{
  const TarikhToken *t = writer_get_token (w, token);
  const char *fold = tarikh_text_get_fold (w->reader->text, t);
  gsize n = strlen (preposition);

  if (writer_get_word (w, token)->clitics & TARIKH_CLITIC_PREPOSITION) {
    if (writer_get_word (w, token)->clitics & TARIKH_CLITIC_AND)
      fold = g_utf8_next_char (fold);
    return g_utf8_strlen (preposition, -1) == 1 && g_str_has_prefix (fold, preposition);
  }
  return t->fold_length == n && memcmp (fold, preposition, n) == 0;
}

/* The preposition that completes the verb ("led | to"), when it comes soon; 0 when the verb needs none or lacks it. */
static guint32
find_complement (const Writer *w, guint32 clause, guint32 verb)
{
  const TarikhLexiconTable *table = w->reader->grammar.complements;
  gsize length;

  if (verb == NO_TOKEN || table == NULL || table->n_columns < 2)
    return 0;
  const char *bare = tarikh_event_get_bare (w->reader, verb, &length);
  for (guint r = 0; r < table->n_rows; r++) {
    const char *form = table->cells[r * table->n_columns], *preposition = table->cells[r * table->n_columns + 1];
    if (strlen (form) != length || memcmp (form, bare, length) != 0)
      continue;
    for (guint32 i = verb + 1; i < verb + 18 && i < w->reader->text->n_tokens; i++)
      if (writer_get_word (w, i)->clause == clause && !(writer_get_word (w, i)->flags & WORD_TIME)
          && is_preposition (w, i, preposition))
        return i;
  }
  return 0;
}

static gboolean
is_bare_noun (const Writer *w, guint32 token)
{
  const EventWord *word = writer_get_word (w, token);
  guint32 no_noun = WORD_PREPOSITION | WORD_TIME | WORD_ADVERB | WORD_PRONOUN | WORD_NEGATION | WORD_PERFECT
                    | WORD_ATTRIBUTION | WORD_COVERED | WORD_GENTILIC | WORD_DEMONSTRATIVE;

  return writer_get_token (w, token)->kind == TARIKH_TOKEN_WORD && !(word->flags & no_noun)
         && word->opener == OPENER_NONE && !(word->clitics & (TARIKH_CLITIC_PREPOSITION | TARIKH_CLITIC_AND))
         && !tarikh_event_word_is_verb (w->reader, token) && !tarikh_event_word_describes (w->reader, token);
}

/* The object of a transitive verb that stands after more than its subject: a noun that no preposition governs, after a time or
 * a definite end of phrase. 0 when there is none or it follows the subject at once. */
static guint32
find_object (const Writer *w, const EventClause *clause, guint32 index)
{
  if (clause->verb == NO_TOKEN || clause->subject == NO_TOKEN || clause->subject < clause->verb
      || writer_get_word (w, clause->verb)->kind != KIND_ACT || writer_get_word (w, clause->verb)->intransitive
      || writer_get_word (w, clause->verb)->flags & (WORD_PASSIVE | WORD_SUFFIXED))
    return 0;
  guint32 end = MIN (clause->end, clause->subject_end + 16), previous = clause->subject_end - 1;
  for (guint32 i = clause->subject_end; i < end; i++) {
    if (writer_get_word (w, i)->clause != index)
      continue;
    if (i == clause->subject_end && is_bare_noun (w, i)
        && !(tarikh_event_has_article (w, i) && tarikh_event_has_article (w, previous)))
      return 0;
    if (writer_get_word (w, i)->clitics & TARIKH_CLITIC_AND)
      break;
    const EventWord *before = writer_get_word (w, previous);
    gboolean broken = before->flags & (WORD_TIME | WORD_ADVERB);
    gboolean ended = before->flags & WORD_SUFFIXED
                     || (tarikh_event_has_article (w, previous) && !tarikh_event_has_article (w, i))
                     || (before->flags & WORD_NAMED && !(writer_get_word (w, i)->flags & WORD_NAMED));
    if (is_bare_noun (w, i) && (broken || ended))
      return i;
    if (writer_get_token (w, i)->kind == TARIKH_TOKEN_WORD || writer_get_word (w, i)->flags & WORD_TIME)
      previous = i;
  }
  return 0;
}

/* The token after what the verb of CLAUSE cannot do without besides a clause of "that"; 0 when nothing is missing. */
static guint32
find_wanted (const Writer *w, const EventClause *clause, guint32 index)
{
  guint32 complement = find_complement (w, index, clause->verb), object = find_object (w, clause, index);
  guint32 wanted = MAX (complement, object);

  return wanted == 0 ? 0 : wanted + 1 + (wanted == complement && writer_get_word (w, wanted)->flags & WORD_PREPOSITION);
}

/* Adds the tokens FIRST..END that belong to CLAUSE (or to what its verb says or wants), without times, sources, adverbs. */
void
tarikh_event_add_stretch (Writer *w, guint32 first, guint32 end, guint32 clause, const Hole *hole, gboolean all)
{
  end = reader_limit (first, end);
  guint32 verb = reader_get_clause (w->reader, clause)->verb, limit = verb != NO_TOKEN ? verb : 0;
  guint32 that = tarikh_event_find_that (w, clause, verb);
  if (that != 0 && writer_get_word (w, that - 2)->n_tokens > 1)
    that = 0; /* "on condition that" */
  const EventClause *own = reader_get_clause (w->reader, clause);
  guint32 waits = MAX (that, find_wanted (w, own, clause));
  guint32 subject_end = own->subject != NO_TOKEN && verb != NO_TOKEN && own->subject > verb ? own->subject_end : 0;

  for (guint32 i = first; i < end; i++) {
    const EventWord *word = writer_get_word (w, i);
    if (i >= hole->subject && i < hole->subject_end)
      continue;
    if (!all && !is_kept_clause (w, word->clause, clause))
      continue;
    if (!w->as_told
        && (word->flags & WORD_ADVERB || (word->flags & (WORD_PERFECT | WORD_FUTURE) && !(word->flags & WORD_VERB))))
      continue;
    if (i < limit && (word->flags & (WORD_PLANNED | WORD_POSSIBLE) || word->opener == OPENER_THAT))
      continue;
    if (word->n_tokens > 1 && word->flags & (WORD_PLANNED | WORD_POSSIBLE)) {
      i += word->n_tokens - 1u;
      continue;
    }
    if (tarikh_text_token_is (writer_get_token (w, i), '#')
        || (word->flags & WORD_NEGATION && i + 1 == verb && !w->as_told))
      continue;
    if (word->flags & WORD_ATTRIBUTION && !(word->flags & WORD_NAMED)) {
      i = tarikh_event_skip_attribution (w, i, end);
      continue;
    }
    if (subject_end != 0 && i == subject_end && that > i + 4 && tarikh_event_verb_announces (w, verb)
        && tells_how (w, i, that - 2))
      i = that - 2; /* where and how it was said, before "that" */
    if (tarikh_event_opens_other_time (w, i, end))
      return;
    if (tarikh_event_leads_to_time (w, i, end)) {
      i = tarikh_event_skip_reference (w, i, end);
      continue;
    }
    if (writer_get_token (w, i)->kind == TARIKH_TOKEN_NEWLINE
        || (writer_get_token (w, i)->kind == TARIKH_TOKEN_WORD && writer_get_token (w, i)->fold_length <= 2
            && w->pieces->len > 0 && writer_get_piece (w, 0)->token != NO_TOKEN && writer_get_piece (w, 0)->token > i
            && i == first))
      continue; /* a conjunction alone that opened the clause */
    guint32 after = tarikh_event_skip_apposition (w, i, end, clause);
    if (after > i) {
      i = after;
      continue;
    }
    gboolean early = i < waits || (subject_end != 0 && i <= subject_end); /* the verb waits for more than its subject */
    guint8 boundary = early ? 0 : tarikh_event_rate_boundary (w, i);
    tarikh_event_add_token (w, i)->boundary = boundary;
  }
}
