/* event/name: persons, bodies and places, by pattern and table: titles, heads of names, places, and what a story has
 * already called a name. Knows no particular person. */
#include "event/room.h"

#include <string.h>

#define MAX_NAME_TOKENS 8

static gboolean
is_word (const EventReader *reader, guint32 token)
{
  return token < reader->text->n_tokens && reader->text->tokens[token].kind == TARIKH_TOKEN_WORD
         && !(reader->words[token].flags & WORD_TIME);
}

static gboolean
has_article (const EventReader *reader, guint32 token)
{
  const TarikhToken *t = &reader->text->tokens[token];
  gsize n = strlen (reader->grammar.article);

  if (n == 0 || reader->words[token].clitics & (TARIKH_CLITIC_AND | TARIKH_CLITIC_PREPOSITION))
    return FALSE;
  return t->fold_length > n + 2 && memcmp (tarikh_text_get_fold (reader->text, t), reader->grammar.article, n) == 0;
}

/* A word of no table with a pronoun glued to it ("his death"): a long pronoun, or a short one after a noun of the tables. */
static gboolean
is_possessed (const EventReader *reader, guint32 token)
{
  const TarikhToken *t = &reader->text->tokens[token];
  const char *fold = tarikh_text_get_fold (reader->text, t), *end = reader->text->text + t->end;
  const TarikhLexiconTable *table = reader->grammar.suffixes;

  for (guint i = 0; table != NULL && i < table->n_rows; i++) {
    const char *suffix = table->cells[i * table->n_columns];
    gsize n = strlen (suffix);
    TarikhLexiconHit hit;
    if (t->fold_length <= n + 4 || t->end - t->start <= n || memcmp (end - n, suffix, n) != 0)
      continue;
    return *g_utf8_next_char (suffix) != '\0'
           || tarikh_lexicon_match_word_between (reader->lexicon, fold, t->fold_length - n, TARIKH_LEXICON_VERB_PAST,
                                                 TARIKH_LEXICON_EVENT_END, &hit);
  }
  return FALSE;
}

/* A word of no table that is the indefinite accusative of a noun of the tables ("a programme", as an object). */
static gboolean
is_accusative (const EventReader *reader, guint32 token)
{
  const TarikhToken *t = &reader->text->tokens[token];
  const char *fold = tarikh_text_get_fold (reader->text, t), *ending = reader->grammar.adverb_ending;
  gsize n = strlen (ending);
  TarikhLexiconHit hit;

  return n > 0 && t->fold_length > n + 6 && memcmp (fold + t->fold_length - n, ending, n) == 0
         && tarikh_lexicon_match_word_between (reader->lexicon, fold, t->fold_length - n, TARIKH_LEXICON_VERB_PAST,
                                               TARIKH_LEXICON_EVENT_END, &hit)
         && hit.clitics == 0 && tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_GIVEN_NAME) == NULL
         && tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_PLACE) == NULL;
}

/* A word that may be part of a person's name: a known given name, or a word that nothing else claims. */
static gboolean
is_name_part (const EventReader *reader, guint32 token)
{
  const EventWord *word = &reader->words[token];

  if (!is_word (reader, token) || word->flags & WORD_COVERED)
    return FALSE;
  if (word->flags & WORD_GIVEN_NAME)
    return !(word->clitics);
  if (word->flags & WORD_KNOWN)
    return FALSE;
  return !(word->flags & WORD_GUESSED && word->flags & WORD_PRESENT) && !has_article (reader, token)
         && reader->text->tokens[token].fold_length > 2 && !is_possessed (reader, token) && !is_accusative (reader, token);
}

/* The parts of a name at TOKEN and after it as one key. (transfer full) */
static char *
join_parts (const EventReader *reader, guint32 token)
{
  const TarikhToken *a = &reader->text->tokens[token], *b = a + 1;

  return g_strdup_printf ("%.*s %.*s", (int) a->fold_length, tarikh_text_get_fold (reader->text, a),
                          (int) b->fold_length, tarikh_text_get_fold (reader->text, b));
}

/* Whether the parts of a name at TOKEN and before it stood together in a name given in full. */
static gboolean
stood_together (const EventReader *reader, guint32 token)
{
  g_autofree char *key = join_parts (reader, token - 1);

  return g_hash_table_contains (reader->persons, key);
}

static void
remember_person (EventReader *reader, guint32 first, guint32 end)
{
  for (guint32 i = first; i < end; i++) {
    const TarikhToken *t = &reader->text->tokens[i];
    if (t->kind == TARIKH_TOKEN_WORD && t->fold_length > 4)
      g_hash_table_add (reader->persons, g_strndup (tarikh_text_get_fold (reader->text, t), t->fold_length));
    if (i > first)
      g_hash_table_add (reader->persons, join_parts (reader, i - 1));
  }
}

static void
add_name (EventReader *reader, guint32 first, guint32 end, NameKind kind, guint8 gender)
{
  EventName name = { first, end, kind, gender };

  g_array_append_val (reader->names, name);
  for (guint32 i = first; i < end; i++)
    reader->words[i].flags |= WORD_NAMED;
}

/* "Hosni | Mubarak": after a given name alone a common word is the rest of the name when nothing can follow it in its own sense. */
static gboolean
is_common_part (const EventReader *reader, guint32 token)
{
  const EventWord *word = &reader->words[token], *next = &reader->words[token + 1];
  const TarikhToken *t = &reader->text->tokens[token];
  const char *ending = reader->grammar.adverb_ending;
  gsize n = strlen (ending);
  guint32 other = WORD_TIME | WORD_PREPOSITION | WORD_TITLE | WORD_ORGANISATION | WORD_PLACE_HEAD | WORD_PLACE
                  | WORD_GENTILIC | WORD_ADVERB | WORD_COVERED | WORD_VERB | WORD_SUFFIXED | WORD_PRONOUN
                  | WORD_NEGATION | (guint32) WORD_HANGING;

  if (!is_word (reader, token) || !(word->flags & WORD_NOUN_TOO) || word->flags & other || word->clitics != 0
      || word->opener != OPENER_NONE || has_article (reader, token) || t->fold_length <= n + 2
      || (n > 0 && memcmp (tarikh_text_get_fold (reader->text, t) + t->fold_length - n, ending, n) == 0))
    return FALSE;
  return !is_word (reader, token + 1) || next->flags & (WORD_PREPOSITION | WORD_TIME) || next->opener != OPENER_NONE
         || next->clitics & (TARIKH_CLITIC_AND | TARIKH_CLITIC_PREPOSITION);
}

/* End of the run of name words at TOKEN, at most five; a family name may carry the article. */
static guint32
measure_person (const EventReader *reader, guint32 token)
{
  guint32 i = token;

  for (;;) {
    if (i < token + 5 && is_name_part (reader, i))
      i++;
    else if (i > token && i < token + 5 && i + 1 < reader->text->n_tokens && is_name_part (reader, i + 1)
             && tarikh_text_token_is (&reader->text->tokens[i], '-'))
      i += 2; /* a name of hyphened parts */
    else
      break;
  }
  if (i == token + 1 && reader->words[token].flags & WORD_GIVEN_NAME && i < reader->text->n_tokens
      && is_common_part (reader, i))
    return i + 1;
  if (i > token && is_word (reader, i) && reader->words[i - 1].gender == 3
      && reader->words[i - 1].flags & WORD_GIVEN_NAME)
    return i + 1; /* "son of", "servant of" want the word after them */
  if (i > token && i < token + 4 && is_word (reader, i) && has_article (reader, i)
      && !(reader->words[i].flags & (WORD_KNOWN & ~(guint32) WORD_GIVEN_NAME)))
    i++;
  return i;
}

/* Adjectives between a title and a name: "the former Russian president". */
static guint32
skip_adjectives (const EventReader *reader, guint32 token)
{
  guint32 i = token;

  while (i < token + 4 && is_word (reader, i) && !tarikh_event_word_is_verb (reader, i)
         && (has_article (reader, i) || reader->words[i].flags & WORD_GENTILIC)
         && !(reader->words[i].flags & (WORD_PREPOSITION | WORD_ORGANISATION))
         && reader->words[i].opener == OPENER_NONE)
    i++;
  if (i < token + 4 && is_word (reader, i) && reader->words[i].flags & WORD_PLACE)
    i += reader->words[i].n_tokens;
  while (i < token + 6 && is_word (reader, i) && (has_article (reader, i) || reader->words[i].flags & WORD_GENTILIC)
         && reader->words[i].opener == OPENER_NONE && !(reader->words[i].flags & WORD_PREPOSITION))
    i++;
  return i;
}

static guint32
read_titled (EventReader *reader, guint32 token)
{
  guint32 after = token + reader->words[token].n_tokens;
  guint32 first = skip_adjectives (reader, after);
  guint32 end = measure_person (reader, first);

  if (end == first)
    return token;
  remember_person (reader, first, end);
  add_name (reader, token, end, NAME_PERSON, reader->words[token].gender);
  return end;
}

static guint32
read_given (EventReader *reader, guint32 token)
{
  guint32 end = measure_person (reader, token);

  if (end < token + 2)
    return token;
  remember_person (reader, token, end);
  add_name (reader, token, end, NAME_PERSON, reader->words[token].gender);
  return end;
}

/* End of a quoted string that opens at TOKEN, or TOKEN. */
static guint32
skip_quoted (const EventReader *reader, guint32 token)
{
  const TarikhText *text = reader->text;

  if (token >= text->n_tokens
      || !(tarikh_text_token_is (&text->tokens[token], '"') || tarikh_text_token_is (&text->tokens[token], 0xab)))
    return token;
  for (guint32 i = token + 1; i < token + 6 && i < text->n_tokens; i++)
    if (tarikh_text_token_is (&text->tokens[i], '"') || tarikh_text_token_is (&text->tokens[i], 0xbb))
      return i + 1;
  return token;
}

/* A definite word that can only describe the noun before it: an adjective of origin, or one whose ending says so. */
gboolean
tarikh_event_word_describes (const EventReader *reader, guint32 token)
{
  const TarikhLexiconTable *table = reader->grammar.adjectives;
  const TarikhToken *t = &reader->text->tokens[token];
  const char *fold = tarikh_text_get_fold (reader->text, t);

  if (reader->words[token].flags & (WORD_GENTILIC | WORD_COVERED))
    return TRUE;
  for (guint i = 0; table != NULL && i < table->n_rows; i++) {
    gsize n = table->lengths[i * table->n_columns];
    if (t->fold_length > n && reader_has_bytes (fold + t->fold_length - n, table->cells[i * table->n_columns], n))
      return TRUE;
  }
  return FALSE;
}

static gboolean
may_continue (const EventReader *reader, guint32 token)
{
  const EventWord *word = &reader->words[token];

  return is_word (reader, token) && word->opener == OPENER_NONE
         && !(word->flags & (WORD_PREPOSITION | WORD_PRONOUN | WORD_PLANNED))
         && !(word->clitics & (TARIKH_CLITIC_AND | TARIKH_CLITIC_PREPOSITION))
         && (has_article (reader, token) || word->flags & (WORD_GENTILIC | WORD_COVERED));
}

/* The name that a head (ministry, council, city) opens. A head without the article governs one definite noun, one bare or
 * quoted name; whatever follows must describe: "the ministry" ends before "the museum". */
static guint32
measure_headed (const EventReader *reader, guint32 token)
{
  guint32 i = token + reader->words[token].n_tokens;
  guint32 quoted = skip_quoted (reader, i);
  gboolean governs = !has_article (reader, token);

  if (quoted > i)
    return quoted;
  if (is_word (reader, i) && reader->words[i].flags & (WORD_PLACE | WORD_ORGANISATION)
      && !(reader->words[i].flags & WORD_COVERED) && reader->words[i].clitics == 0 && governs)
    i += reader->words[i].n_tokens;
  else if (governs && reader->words[token].n_tokens == 1 && (is_name_part (reader, i) || may_continue (reader, i)))
    i++;
  while (i < token + MAX_NAME_TOKENS && may_continue (reader, i) && tarikh_event_word_describes (reader, i))
    i++;
  return i;
}

static guint32
read_headed (EventReader *reader, guint32 token, NameKind kind)
{
  guint32 end = measure_headed (reader, token);

  if (kind == NAME_PLACE && end == token + reader->words[token].n_tokens)
    return token;
  if (tarikh_event_word_is_verb (reader, token) || reader->words[token].clitics & TARIKH_CLITIC_ARTICLE)
    return token; /* bodies that are named by their article stand in the table with it */
  add_name (reader, token, end, kind, reader->words[token].gender);
  return end;
}

static guint32
read_name (EventReader *reader, guint32 token)
{
  const EventWord *word = &reader->words[token];

  if (!is_word (reader, token) || word->flags & WORD_COVERED)
    return token;
  if (word->flags & WORD_TITLE) {
    guint32 end = read_titled (reader, token);
    if (end > token)
      return end;
  }
  if (word->flags & WORD_PLACE
      && !(word->clitics & TARIKH_CLITIC_ARTICLE)) { /* those with an article stand in the table with it */
    add_name (reader, token, token + word->n_tokens, NAME_PLACE, word->gender);
    return token + word->n_tokens;
  }
  if (word->flags & WORD_PLACE_HEAD)
    return read_headed (reader, token, NAME_PLACE);
  if (word->flags & WORD_ORGANISATION)
    return read_headed (reader, token, NAME_ORGANISATION);
  if (word->flags & WORD_GIVEN_NAME && !(word->clitics & TARIKH_CLITIC_ARTICLE))
    return read_given (reader, token);
  return token;
}

/* TOKEN, perhaps after a glued conjunction or preposition, is a part of a name that the story has given in full. */
static gboolean
recall_person (EventReader *reader, guint32 token)
{
  const TarikhToken *t = &reader->text->tokens[token];
  const TarikhLexiconTable *prefixes = reader->grammar.prefixes;
  EventWord *word = &reader->words[token];
  char fold[64];

  if (t->fold_length >= sizeof fold || t->fold_length <= 4
      || (word->flags & WORD_KNOWN && !(word->flags & WORD_GIVEN_NAME)))
    return FALSE;
  memcpy (fold, tarikh_text_get_fold (reader->text, t), t->fold_length);
  fold[t->fold_length] = '\0';
  if (g_hash_table_contains (reader->persons, fold))
    return TRUE;
  for (guint i = 0; prefixes != NULL && i < prefixes->n_rows; i++) {
    gsize n = prefixes->lengths[i * prefixes->n_columns];
    if (n > t->fold_length || !reader_has_bytes (fold, prefixes->cells[i * prefixes->n_columns], n)
        || !g_hash_table_contains (reader->persons, fold + n))
      continue;
    word->clitic_bytes = (guint8) n;
    word->clitics
        |= prefixes->cells[i * prefixes->n_columns + 1][0] == 'a' ? TARIKH_CLITIC_AND : TARIKH_CLITIC_PREPOSITION;
    return TRUE;
  }
  return FALSE;
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  const EventName *left = a, *right = b;

  return left->first < right->first ? -1 : left->first > right->first;
}

static void
recall_persons (EventReader *reader)
{
  guint32 n = reader->text->n_tokens;

  for (guint32 i = 0; i < n; i++) {
    if (!is_word (reader, i) || reader->words[i].flags & (WORD_NAMED | WORD_COVERED) || !recall_person (reader, i))
      continue;
    guint32 end = i + 1;
    while (end < i + 4 && end < n && is_word (reader, end) && !(reader->words[end].flags & WORD_NAMED)
           && (end > i + 1 || reader->words[i].clitics == 0 ? stood_together (reader, end) : TRUE)
           && recall_person (reader, end) && reader->words[end].clitics == 0)
      end++;
    add_name (reader, i, end, NAME_PERSON, FORM_NONE);
    i = end - 1;
  }
}

/* First token of the name itself, after a person's title. */
guint32
tarikh_event_skip_title (const EventReader *reader, const EventName *name)
{
  guint32 first = name->first;

  if (name->kind == NAME_PERSON && reader->words[first].flags & WORD_TITLE)
    first = skip_adjectives (reader, first + reader->words[first].n_tokens);
  return MIN (first, name->end - 1);
}

/* The name's own words: a person's without title, clitics off. */
static char *
copy_name (const EventReader *reader, const EventName *name)
{
  guint32 first = tarikh_event_skip_title (reader, name);
  const TarikhText *text = reader->text;
  guint32 start = text->tokens[first].start;

  if (!(reader->words[first].clitics & TARIKH_CLITIC_FUSED))
    start += reader->words[first].clitic_bytes;
  return g_strndup (text->text + start, text->tokens[name->end - 1].end - start);
}

static void
count_home (EventReader *reader, GHashTable *counts, char *place, guint *best)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, place)) + 1;

  if (n > *best) {
    *best = n;
    g_free (reader->home);
    reader->home = g_strdup (place);
  }
  g_hash_table_insert (counts, place, GUINT_TO_POINTER (n));
}

/* The country that the story names most, by its own name or by its adjective. */
static void
find_home (EventReader *reader)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint best = 0;

  for (guint32 i = 0; i < reader->text->n_tokens; i++) {
    const EventWord *word = &reader->words[i];
    if (word->flags & WORD_GENTILIC && !(word->flags & WORD_COVERED) && word->origin[0] != '\0')
      count_home (reader, counts, g_strdup (word->origin), &best);
  }
  for (guint i = 0; i < reader->names->len; i++) {
    const EventName *name = &g_array_index (reader->names, EventName, i);
    if (name->kind == NAME_PLACE && reader->words[name->first].flags & WORD_PLACE && reader->words[name->first].country)
      count_home (reader, counts, copy_name (reader, name), &best);
  }
}

void
tarikh_event_find_names (EventReader *reader)
{
  for (guint32 i = 0; i < reader->text->n_tokens;) {
    guint32 end = read_name (reader, i);
    i = end > i ? end : i + 1;
  }
  if (g_hash_table_size (reader->persons) > 0)
    recall_persons (reader);
  g_array_sort (reader->names, compare_names);
  find_home (reader);
}

/* The name that begins at TOKEN, or NULL. Binary search. */
const EventName *
tarikh_event_name_at (const EventReader *reader, guint32 token)
{
  guint low = 0, high = reader->names->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    const EventName *name = &g_array_index (reader->names, EventName, middle);
    if (name->first == token)
      return name;
    if (name->first < token)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

static void
add_unique (GPtrArray *list, char *text)
{
  for (guint i = 0; i < list->len; i++)
    if (strcmp (list->pdata[i], text) == 0) {
      g_free (text);
      return;
    }
  g_ptr_array_add (list, text);
}

/* Says which one: not "a court", "an Asian state". */
static gboolean
is_particular (const EventReader *reader, const EventName *name)
{
  guint32 next = name->first + 1;

  if (name->kind == NAME_PERSON || has_article (reader, name->first)
      || reader->words[name->first].clitics & (TARIKH_CLITIC_FUSED | TARIKH_CLITIC_ARTICLE))
    return TRUE;
  if (next >= name->end)
    return !(reader->words[name->first].flags & WORD_NOUN_TOO);
  return !(reader->words[next].flags & WORD_GENTILIC) || has_article (reader, next)
         || reader->words[name->first].flags & WORD_PLACE || reader->words[next].flags & WORD_COVERED;
}

void
tarikh_event_collect_names (const EventReader *reader, guint32 first, guint32 end, guint32 clause, TarikhEvent *event)
{
  end = reader_limit (first, end);
  for (guint32 i = first; i < end; i++) {
    if (!(reader->words[i].flags & WORD_NAMED) || (clause != NO_TOKEN && reader->words[i].clause != clause))
      continue;
    const EventName *name = tarikh_event_name_at (reader, i);
    if (name == NULL || !is_particular (reader, name))
      continue;
    gboolean actor = name->kind != NAME_PLACE
                     || (i > 0 && tarikh_event_word_is_verb (reader, i - 1)
                         && !(reader->words[i].clitics & TARIKH_CLITIC_PREPOSITION));
    add_unique (actor ? event->who : event->where, copy_name (reader, name));
    i = name->end - 1;
  }
}
