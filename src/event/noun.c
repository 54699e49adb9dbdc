/* event/noun: the nouns that name a happening: which of them a time belongs to, and how far the noun's phrase goes. */
#include "event/dater.h"

#include <string.h>

#define SUBJECT_HEAD 3 /* tokens: "the date of the founding", "the last visit" */

/* ---- what the time stands in ---- */

/* A noun of happening that the noun after it belongs to: "the halt of the firing". */
static gboolean
is_construct_head (const EventReader *reader, guint32 token, guint32 clause)
{
  const EventWord *word = &reader->words[token], *next = &reader->words[token + 1];

  return word->clause == clause && word->flags & (WORD_NEWS_NOUN | WORD_MASDAR)
         && !(word->clitics & TARIKH_CLITIC_ARTICLE) && !(word->flags & (WORD_NAMED | WORD_TIME | WORD_SUFFIXED))
         && !tarikh_event_word_is_verb (reader, token)
         && !(next->clitics & (TARIKH_CLITIC_PREPOSITION | TARIKH_CLITIC_AND));
}

/* The noun that names a happening nearest before TOKEN in the same stretch of the clause, or NO_TOKEN. */
guint32
tarikh_event_find_noun_before (const EventReader *reader, guint32 token, guint32 limit, gboolean across_commas)
{
  guint32 clause = reader->words[token].clause, found = NO_TOKEN;

  for (guint32 i = token, n = 0; i-- > limit && n < (across_commas ? 20 : 12); n++) {
    const EventWord *word = &reader->words[i];
    if (word->clause != clause && word->clause < reader->clauses->len
        && reader_get_clause (reader, word->clause)->kind == CLAUSE_BRACKET)
      continue;
    if (word->clause != clause || tarikh_event_word_is_verb (reader, i) || word->opener != OPENER_NONE
        || (!across_commas && tarikh_text_token_is (&reader->text->tokens[i], 0x60c)))
      break;
    if (word->flags & WORD_TIME && word->time >= 0 && dater_get_expr (reader, word->time)->type == TARIKH_TIME_DURATION)
      continue; /* an age, a length */
    if (word->flags & WORD_TIME)
      break;
    if (word->flags & (WORD_NEWS_NOUN | WORD_MASDAR) && !(word->flags & WORD_NAMED)) {
      found = i;
      if (i > 0 && reader->words[i - 1].flags & WORD_TEMPORAL)
        break;
      if (word->flags & WORD_NEWS_NOUN && i + 3 >= token)
        break;
    }
  }
  while (found != NO_TOKEN && found > limit && found > 0 && is_construct_head (reader, found - 1, clause))
    found--;
  return found;
}

static gboolean
follows_temporal (const EventReader *reader, guint32 noun)
{
  return noun > 0 && reader->words[noun - 1].flags & WORD_TEMPORAL;
}

/* "the decision issued | in June": a participle right before the time, its preposition apart, keeps it from the verb. */
gboolean
tarikh_event_follows_participle (const EventReader *reader, guint32 token)
{
  guint32 i = token;

  while (i > 0 && reader->words[i - 1].flags & WORD_PREPOSITION && !(reader->words[i - 1].flags & WORD_TIME))
    i--;
  return i > 0 && reader->words[i - 1].participle;
}

/* "after a rest | of yesterday": the time says when what stands after a preposition of time was. */
gboolean
tarikh_event_hangs_on_temporal (const EventReader *reader, guint32 token)
{
  guint32 clause = reader->words[token].clause;

  for (guint32 i = token, n = 0; i-- > 0 && n < 4; n++) {
    const EventWord *word = &reader->words[i];
    if (word->flags & WORD_TEMPORAL)
      return n > 0;
    if (word->clause != clause || reader->text->tokens[i].kind != TARIKH_TOKEN_WORD || word->opener != OPENER_NONE
        || word->flags & (WORD_PREPOSITION | WORD_TIME | WORD_ADVERB)
        || word->clitics & (TARIKH_CLITIC_PREPOSITION | TARIKH_CLITIC_AND) || tarikh_event_word_is_verb (reader, i))
      return FALSE;
  }
  return FALSE;
}

/* Whether the time at TOKEN is told of NOUN and not of the clause's verb: the noun hangs on a preposition of time
 * ("since the invasion in 2022"), or stands right before the time ("the attack of 7 October"). */
gboolean
tarikh_event_belongs_to_noun (const EventReader *reader, guint32 noun, guint32 token)
{
  const EventWord *word = &reader->words[noun];
  guint32 between = token - noun;

  if (follows_temporal (reader, noun) || tarikh_event_follows_participle (reader, token))
    return TRUE;
  if (!(word->flags & WORD_NEWS_NOUN))
    return FALSE;
  const TarikhTimeExpr *expr = dater_get_expr (reader, reader->words[token].time);
  gboolean direct = !(reader->words[token - 1].flags & WORD_PREPOSITION);
  if (direct && between == 1 && !(word->clitics & TARIKH_CLITIC_ARTICLE)
      && (expr->days.grain > TARIKH_GRAIN_DAY || reader->text->tokens[token].kind == TARIKH_TOKEN_NUMBER))
    return TRUE; /* it is known by its time: "the war of July" */
  return direct && between <= 3 && expr->days.grain >= TARIKH_GRAIN_YEAR;
}

/* "the harvest of this season", "the plan for 2030": a year that a glued preposition ties to the noun before it says which
 * thing is meant, not when it is done. */
gboolean
tarikh_event_qualifies_noun (const EventReader *reader, guint32 token, const TarikhTimeExpr *expr)
{
  return expr->days.grain >= TARIKH_GRAIN_YEAR && reader->words[token].clitics & TARIKH_CLITIC_PREPOSITION && token > 0
         && reader->text->tokens[token - 1].kind == TARIKH_TOKEN_WORD && !tarikh_event_word_is_verb (reader, token - 1);
}

/* End of the noun's phrase: up to the time's own preposition. */
static guint32
end_noun_phrase (const EventReader *reader, guint32 noun, guint32 time_token)
{
  guint32 end = time_token;

  while (end > noun + 1 && reader->words[end - 1].flags & WORD_PREPOSITION)
    end--;
  return end;
}

/* End of the noun's phrase when the time stands before it: where the clause pauses. */
static guint32
end_clause_phrase (const EventReader *reader, guint32 noun, guint32 clause)
{
  guint32 end = noun + 1;

  while (end < reader->text->n_tokens && reader->words[end].clause == clause
         && reader->text->tokens[end].kind != TARIKH_TOKEN_PUNCT)
    end++;
  return end;
}

/* A short phrase goes on after its time when a preposition takes it up: "the government's admission in March of errors". */
static guint32
extend_noun_phrase (const EventReader *reader, guint32 end, guint32 after_time, guint32 clause)
{
  guint32 i = after_time;

  if (i < reader->text->n_tokens && tarikh_text_token_is (&reader->text->tokens[i], 0x60c))
    i++;
  if (i >= reader->text->n_tokens || reader->words[i].clause != clause || reader->words[i].preposition == 2
      || !(reader->words[i].clitics & TARIKH_CLITIC_PREPOSITION || reader->words[i].flags & WORD_PREPOSITION))
    return end;
  return end_clause_phrase (reader, i, clause);
}

void
tarikh_event_date_noun (Dater *d, guint32 clause_index, guint32 noun, gint32 index, TarikhInterval days,
                        const char *rule)
{
  const TarikhTimeExpr *expr = dater_get_expr (d->reader, index);
  TarikhDay today = dater_get_last_published (d->reader);
  gboolean planned = today != TARIKH_DAY_NONE && days.first > today;

  if (expr->flags & TARIKH_TIME_SINCE)
    days = expr->days;
  guint32 noun_end = noun < expr->first_token ? end_noun_phrase (d->reader, noun, expr->first_token)
                                              : end_clause_phrase (d->reader, noun, clause_index);
  if (noun < expr->first_token && noun_end <= noun + 2)
    noun_end = extend_noun_phrase (d->reader, noun_end, expr->end_token, clause_index);
  EventCandidate candidate = { .clause = clause_index,
                               .noun = noun,
                               .noun_end = noun_end,
                               .second = *dater_get_taken (d, clause_index) != 0,
                               .days = days,
                               .time_expr = index,
                               .dated_by = TARIKH_DATED_EXPLICIT,
                               .status = planned ? TARIKH_STATUS_PLANNED : TARIKH_STATUS_PAST,
                               .rule = rule };

  g_array_append_val (d->candidates, candidate);
}

/* The bare preposition by which the verb at TOKEN says since when there is what its subject names, or NULL. */
static const char *
find_dating_preposition (const EventReader *reader, guint32 token)
{
  TarikhLexiconHit hit;

  if (!tarikh_lexicon_match (reader->lexicon, reader->text, token, &hit))
    return NULL;
  const TarikhLexeme *lexeme = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_DATES_BACK);
  return lexeme != NULL ? lexeme->text : NULL;
}

/* The first noun of happening in FIRST..END, or NO_TOKEN. */
static guint32
find_first_noun (const EventReader *reader, guint32 first, guint32 end)
{
  for (guint32 i = first; i < end; i++)
    if (reader->words[i].flags & (WORD_MASDAR | WORD_NEWS_NOUN) && !(reader->words[i].flags & (WORD_NAMED | WORD_TIME)))
      return i;
  return NO_TOKEN;
}

/* "his only visit goes back | to summer 2000": TRUE when the clause's verb says no more of its subject than the time at TOKEN.
 * NOUN..END is then the subject that names a happening; NOUN is NO_TOKEN when it names a thing. */
gboolean
tarikh_event_find_dated_back (const EventReader *reader, const EventClause *clause, guint32 token, guint32 *noun,
                              guint32 *end)
{
  gsize length;

  if (clause->verb == NO_TOKEN || token < clause->verb + 2 || !(reader->words[token - 1].flags & WORD_PREPOSITION))
    return FALSE;
  const char *preposition = find_dating_preposition (reader, clause->verb);
  const char *bare = tarikh_event_get_bare (reader, token - 1, &length);
  if (preposition == NULL || strlen (preposition) != length || memcmp (preposition, bare, length) != 0)
    return FALSE;
  gboolean after = token > clause->verb + 2;
  guint32 first = after ? clause->verb + 1 : reader->text->sentences[clause->sentence].first_token;
  *end = after ? token - 1 : clause->verb;
  *noun = find_first_noun (reader, first, after ? MIN (first + SUBJECT_HEAD, *end) : *end);
  return TRUE;
}

/* "the year 2023 witnessed a worsening of the losses": the noun of happening after a light verb whose subject is a time. */
guint32
tarikh_event_find_witnessed (const EventReader *reader, const EventClause *clause)
{
  if (clause->verb == NO_TOKEN || reader->words[clause->verb].kind != KIND_LIGHT)
    return NO_TOKEN;
  guint32 i = clause->verb + 1;
  if (i >= clause->end || !(reader->words[i].flags & WORD_TIME))
    return NO_TOKEN;
  while (i < clause->end && reader->words[i].flags & WORD_TIME)
    i++;
  return i < clause->end && reader->words[i].flags & (WORD_NEWS_NOUN | WORD_MASDAR) ? i : NO_TOKEN;
}

/* "Three wounded in a fire on Monday": the noun that a clause without a verb opens with, or NO_TOKEN. */
guint32
tarikh_event_find_opening_noun (const EventReader *reader, guint32 index)
{
  const EventClause *clause = reader_get_clause (reader, index);
  const EventWord *word = &reader->words[clause->first];

  return clause->kind == CLAUSE_MAIN && clause->verb == NO_TOKEN && word->flags & (WORD_NEWS_NOUN | WORD_MASDAR)
                 && !(word->flags & (WORD_NAMED | WORD_TIME))
                 && !(word->clitics & (TARIKH_CLITIC_ARTICLE | TARIKH_CLITIC_PREPOSITION))
             ? clause->first
             : NO_TOKEN;
}
