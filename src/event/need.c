/* event/need: what a verb cannot do without besides its subject: the preposition that completes it, an object that stands late; and
 * what stands before that and may go. Reads only. */
#include "event/headline.h"

#include <string.h>

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

/* First row of the sorted TABLE whose verb is not before BARE. */
static guint
find_row (const TarikhLexiconTable *table, const char *bare, gsize length)
{
  guint low = 0, high = table->n_rows;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (strncmp (table->cells[middle * table->n_columns], bare, length) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The first token after the verb that is PREPOSITION or carries it, when it comes soon; 0 when none does. */
static guint32
find_preposition (const Writer *w, guint32 clause, guint32 verb, const char *preposition)
{
  for (guint32 i = verb + 1; i < verb + 32 && i < w->reader->text->n_tokens; i++)
    if (writer_get_word (w, i)->clause == clause && !(writer_get_word (w, i)->flags & WORD_TIME)
        && is_preposition (w, i, preposition))
      return i;
  return 0;
}

/* The preposition that completes the verb ("led | to"), when it comes soon; 0 when the verb needs none or lacks it. */
guint32
tarikh_event_find_complement (const Writer *w, guint32 clause, guint32 verb)
{
  const TarikhLexiconTable *table = w->reader->grammar.complements;
  gsize length;

  if (verb == NO_TOKEN || table == NULL || table->n_columns < 2)
    return 0;
  const char *bare = tarikh_event_get_bare (w->reader, verb, &length);
  for (guint r = find_row (table, bare, length); r < table->n_rows; r++) {
    const char *form = table->cells[r * table->n_columns];
    if (strncmp (form, bare, length) != 0 || form[length] != '\0')
      return 0;
    guint32 found = find_preposition (w, clause, verb, table->cells[r * table->n_columns + 1]);
    if (found != 0)
      return found;
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

/* "the office for the call | and the guidance": a list of definite nouns goes on inside the subject's phrase. */
static gboolean
joins_definite (const Writer *w, guint32 token)
{
  gsize length;
  const TarikhToken *t = writer_get_token (w, token);
  const char *bare = tarikh_event_get_bare (w->reader, token, &length);
  const char *start = g_utf8_next_char (tarikh_text_get_fold (w->reader->text, t));

  return bare > start && t->kind == TARIKH_TOKEN_WORD && !tarikh_event_word_is_verb (w->reader, token);
}

/* "the capital | and seven provinces in the south": a noun joined to a subject of one word, or one that governs a definite noun. */
static gboolean
joins_governing (const Writer *w, guint32 token, gboolean first)
{
  const EventWord *word = writer_get_word (w, token);

  return token + 1 < w->reader->text->n_tokens && writer_get_token (w, token)->kind == TARIKH_TOKEN_WORD
         && word->opener == OPENER_NONE && !(word->flags & (WORD_PREPOSITION | WORD_TIME | WORD_NEGATION | WORD_PERFECT))
         && !tarikh_event_word_is_verb (w->reader, token) && !tarikh_event_word_is_verb (w->reader, token + 1)
         && writer_get_token (w, token + 1)->kind == TARIKH_TOKEN_WORD
         && (first || tarikh_event_has_article (w, token + 1));
}

/* The end of a name at TOKEN that only says who the subject is: right after it, or between two commas; TOKEN when there is none. */
static guint32
skip_apposed (const Writer *w, const EventClause *clause, guint32 token)
{
  const EventName *name = tarikh_event_name_at (w->reader, token);
  guint32 end = clause->subject_end;

  if (name == NULL || name->kind != NAME_PERSON || name->end >= w->reader->text->n_tokens)
    return token;
  gboolean comma = token == end + 1 && tarikh_text_token_is (writer_get_token (w, end), 0x60c);
  if (token == end && tarikh_event_name_at (w->reader, clause->subject) == NULL)
    return name->end;
  return comma && tarikh_text_token_is (writer_get_token (w, name->end), 0x60c) ? name->end : token;
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
    guint32 apposed = skip_apposed (w, clause, i);
    if (apposed > i) {
      previous = apposed - 1;
      i = apposed - 1;
      continue;
    }
    if (i == clause->subject_end && is_bare_noun (w, i)
        && !(tarikh_event_has_article (w, i) && tarikh_event_has_article (w, previous)))
      return 0;
    if (writer_get_word (w, i)->clitics & TARIKH_CLITIC_AND && !joins_definite (w, i)
        && !joins_governing (w, i, i == clause->subject_end))
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

/* The object or the quantity right after a verb whose subject stood before it: "the flows reached | 17 billion". */
static guint32
find_late_object (const Writer *w, const EventClause *clause, guint32 index)
{
  if (clause->verb == NO_TOKEN || clause->subject == NO_TOKEN || clause->subject > clause->verb
      || writer_get_word (w, clause->verb)->flags & (WORD_PASSIVE | WORD_SUFFIXED))
    return 0;
  for (guint32 i = clause->verb + 1; i < MIN (clause->end, clause->verb + 8); i++) {
    if (writer_get_word (w, i)->clause != index || writer_get_word (w, i)->flags & (WORD_TIME | WORD_ADVERB))
      continue;
    gboolean number = writer_get_token (w, i)->kind == TARIKH_TOKEN_NUMBER;
    return number || (is_bare_noun (w, i) && !writer_get_word (w, clause->verb)->intransitive) ? i : 0;
  }
  return 0;
}

/* The token after what the verb of CLAUSE cannot do without besides a clause of "that"; 0 when nothing is missing. FIRST: the token
 * itself. */
guint32
tarikh_event_find_wanted (const Writer *w, const EventClause *clause, guint32 index, guint32 *first)
{
  guint32 complement = tarikh_event_find_complement (w, index, clause->verb), object = find_object (w, clause, index);

  if (object == 0)
    object = find_late_object (w, clause, index);
  guint32 wanted = MAX (complement, object);

  *first = wanted;
  return wanted == 0 ? 0 : wanted + 1 + (wanted == complement && writer_get_word (w, wanted)->flags & WORD_PREPOSITION);
}

/* A noun that takes an object's place and cannot explain the noun before it. */
static gboolean
is_surely_object (const Writer *w, guint32 token)
{
  const EventWord *word = writer_get_word (w, token);
  const TarikhToken *t = writer_get_token (w, token);
  const char *ending = w->reader->grammar.adverb_ending;
  gsize n = strlen (ending);
  gboolean accusative = n > 0 && t->fold_length > n + 4
                        && memcmp (tarikh_text_get_fold (w->reader->text, t) + t->fold_length - n, ending, n) == 0;

  return (accusative || word->flags & WORD_KNOWN) && !tarikh_event_has_article (w, token) && !(word->flags & WORD_NAMED)
         && !(word->clitics & (TARIKH_CLITIC_PREPOSITION | TARIKH_CLITIC_AND));
}

/* Whether from TOKEN up to WANTED, for which the verb waits, only stands where and how: a phrase of a preposition right after the
 * subject; before the verb's preposition also what a comma fences off, unless it is a name. */
gboolean
tarikh_event_leads_away (const Writer *w, guint32 token, guint32 index, guint32 wanted)
{
  const EventClause *clause = reader_get_clause (w->reader, index);
  const EventWord *word = writer_get_word (w, token);
  gboolean comma = tarikh_text_token_is (writer_get_token (w, token), 0x60c);

  if (wanted <= token + 1 || token < clause->subject_end || (token > clause->subject_end && !comma))
    return FALSE;
  gboolean completes = tarikh_event_find_complement (w, index, clause->verb) == wanted;
  if (!completes && !is_surely_object (w, wanted))
    return FALSE;
  if (comma)
    return (completes || token == clause->subject_end) && tarikh_event_name_at (w->reader, token + 1) == NULL;
  return token == clause->subject_end
         && (word->clause != index || word->flags & (WORD_PREPOSITION | WORD_TIME)
             || word->clitics & TARIKH_CLITIC_PREPOSITION);
}
