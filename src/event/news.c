/* event/news: what is told without a time: the lead, what belongs to it, and what had been done before. Knows what the three
 * have in common: what news is, and which sentence names a time. */
#include "event/dater.h"

#define SHORT_STORY 12 /* sentences */

/* CANDIDATE, which CLAUSE tells and no other pass shall tell again. */
void
tarikh_event_add_candidate (Dater *d, guint32 clause, EventCandidate candidate)
{
  g_array_append_val (d->candidates, candidate);
  *dater_get_taken (d, clause) = d->candidates->len;
}

/* "quoted … as saying that": a verb that tells of no telling is one here, when what follows it is said. */
gboolean
tarikh_event_only_quotes (const EventReader *reader, guint32 index)
{
  const EventClause *clause = reader_get_clause (reader, index);

  if (clause->verb == NO_TOKEN || reader->words[clause->verb].announces)
    return FALSE;
  for (guint32 i = index + 1; i < reader->clauses->len && i <= index + 4; i++) {
    const EventClause *child = reader_get_clause (reader, i);
    if (child->sentence != clause->sentence)
      break;
    if (child->parent == index && child->kind == CLAUSE_THAT)
      return TRUE;
  }
  return FALSE;
}

gboolean
tarikh_event_is_news_clause (const EventReader *reader, const EventClause *clause)
{
  if (clause->kind != CLAUSE_MAIN || clause->verb == NO_TOKEN || clause->marks & (WORD_NEGATION | WORD_POSSIBLE))
    return FALSE;
  const EventWord *verb = &reader->words[clause->verb];
  return (verb->kind == KIND_ACT || verb->kind == KIND_LIGHT || verb->kind == KIND_SAY || verb->kind == KIND_PHASE
          || verb->kind == KIND_PLAN)
         && !(verb->flags & WORD_GUESSED);
}

/* A day of the week before the publication, told by the text. */
gboolean
tarikh_event_is_news_day (const Dater *d, const EventCandidate *candidate)
{
  TarikhInterval today = d->reader->reading->published;

  return candidate->dated_by == TARIKH_DATED_EXPLICIT && candidate->days.grain <= TARIKH_GRAIN_DAY
         && candidate->days.first <= today.last && candidate->days.last >= today.first - 7;
}

/* "The announcement came after …": the news is what the subject names. */
gboolean
tarikh_event_names_its_news (const EventReader *reader, const EventClause *clause)
{
  return clause->kind == CLAUSE_MAIN && clause->verb != NO_TOKEN && clause->subject != NO_TOKEN
         && (reader->words[clause->verb].kind == KIND_STAND || reader->words[clause->verb].kind == KIND_MODAL)
         && reader->words[clause->verb].flags & WORD_PAST && !(clause->marks & WORD_NEGATION)
         && reader->words[clause->subject].flags & (WORD_MASDAR | WORD_NEWS_NOUN)
         && tarikh_event_name_at (reader, clause->subject) == NULL;
}

/* Where what that noun names ends: at the preposition or pause that says when or why it came. */
guint32
tarikh_event_end_named_news (const EventReader *reader, guint32 index, guint32 noun)
{
  const EventClause *clause = reader_get_clause (reader, index);
  guint32 end = noun + 1, limit = reader_limit (noun, clause->end);
  guint32 stops = WORD_TIME | WORD_ADVERB | (clause->verb != NO_TOKEN ? WORD_PREPOSITION : 0);

  while (end < limit && reader->words[end].clause == index && reader->text->tokens[end].kind == TARIKH_TOKEN_WORD
         && !(reader->words[end].flags & stops))
    end++;
  return end;
}

/* Whether any day of the calendar is named in the sentence. */
static gboolean
has_time (const EventReader *reader, guint32 sentence)
{
  const TarikhSentence *s = &reader->text->sentences[sentence];

  for (guint32 i = s->first_token; i < s->end_token; i++)
    if (reader->words[i].time >= 0 && tarikh_event_is_date (reader, dater_get_expr (reader, reader->words[i].time)))
      return TRUE;
  return FALSE;
}

/* As has_time, asked once a sentence. */
gboolean
tarikh_event_sentence_has_time (Dater *d, guint32 sentence)
{
  if (d->seen_sentence != sentence) {
    d->seen_sentence = sentence;
    d->seen_time = has_time (d->reader, sentence);
  }
  return d->seen_time;
}

gboolean
tarikh_event_sentence_ends (const EventReader *reader, guint32 sentence)
{
  const TarikhToken *last = &reader->text->tokens[reader->text->sentences[sentence].end_token - 1];

  return last->kind == TARIKH_TOKEN_PUNCT && last->number != '?' && last->number != 0x61f && last->number != ':';
}

/* Below the part of a story that its news takes: a short one tells nothing else. */
gboolean
tarikh_event_is_far_down (const EventReader *reader, const EventClause *clause)
{
  return clause->sentence > MAX (reader->text->n_sentences / 2, SHORT_STORY);
}

/* "The club had asked for a delay": what was done before the story, on a day that it does not tell. */
static gboolean
tells_background (Dater *d, const EventClause *clause)
{
  const EventReader *reader = d->reader;

  if (clause->kind != CLAUSE_MAIN || clause->verb == NO_TOKEN || clause->auxiliary == NO_TOKEN
      || clause->marks & (WORD_NEGATION | WORD_POSSIBLE | WORD_FUTURE | WORD_PLANNED))
    return FALSE;
  const EventWord *verb = &reader->words[clause->verb], *auxiliary = &reader->words[clause->auxiliary];

  return auxiliary->kind == KIND_BE && auxiliary->flags & WORD_PAST && verb->flags & (WORD_PAST | WORD_PASSIVE)
         && !(verb->flags & WORD_GUESSED)
         && (verb->kind == KIND_ACT || verb->kind == KIND_LIGHT || verb->kind == KIND_PHASE || verb->announces)
         && clause->subject != NO_TOKEN;
}

/* A named actor's deed in the perfect, told without a time and away from the news. */
static gboolean
tells_deed (Dater *d, const EventClause *clause)
{
  const EventReader *reader = d->reader;

  if (!tarikh_event_is_news_clause (reader, clause) || clause->auxiliary != NO_TOKEN
      || clause->marks & (WORD_FUTURE | WORD_PLANNED) || !tarikh_event_is_far_down (reader, clause))
    return FALSE;
  const EventWord *verb = &reader->words[clause->verb];

  return verb->flags & (WORD_PAST | WORD_PASSIVE) && !(verb->flags & WORD_PRESENT) && verb->kind == KIND_ACT
         && !verb->intransitive && clause->subject != NO_TOKEN && tarikh_event_name_at (reader, clause->subject) != NULL
         && !tarikh_event_sentence_has_time (d, clause->sentence)
         && tarikh_event_sentence_ends (reader, clause->sentence);
}

static void
note_background (Dater *d)
{
  for (guint32 i = 0; i < d->reader->clauses->len; i++) {
    const EventClause *clause = reader_get_clause (d->reader, i);
    if (*dater_get_taken (d, i) || tarikh_event_only_quotes (d->reader, i)
        || (!tells_background (d, clause) && !tells_deed (d, clause)))
      continue;
    tarikh_event_add_candidate (d, i,
                                (EventCandidate){ .clause = i,
                                                  .noun = NO_TOKEN,
                                                  .days = tarikh_base_interval_none (),
                                                  .time_expr = -1,
                                                  .dated_by = TARIKH_DATED_NONE,
                                                  .status = TARIKH_STATUS_PAST,
                                                  .rule = "background" });
  }
}

void
tarikh_event_date_news (Dater *d)
{
  tarikh_event_date_lead (d);
  tarikh_event_date_beside (d);
  tarikh_event_date_context (d);
  note_background (d);
}
