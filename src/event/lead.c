/* event/lead: the news of the day that a story opens with: told on the day it was published, or on a day that something inside
 * it names. */
#include "event/dater.h"

#define LEAD_SENTENCES 2
#define LONGEST_MASTHEAD 8 /* tokens */

/* "The fund forecast a rise": what somebody who is named foresaw is news where it opens a story. */
static gboolean
foresees (const EventReader *reader, const EventClause *clause)
{
  if (clause->kind != CLAUSE_MAIN || clause->verb == NO_TOKEN || clause->sentence > 0 || clause->auxiliary != NO_TOKEN
      || clause->marks & (WORD_NEGATION | WORD_POSSIBLE) || clause->subject == NO_TOKEN
      || clause->subject < clause->verb)
    return FALSE;
  const EventWord *verb = &reader->words[clause->verb];
  return verb->kind == KIND_THINK && verb->flags & WORD_PAST && !(verb->flags & WORD_SUFFIXED)
         && tarikh_event_name_at (reader, clause->subject) != NULL;
}

static gboolean
is_lead (const EventReader *reader, guint32 sentence)
{
  return sentence < LEAD_SENTENCES
         && reader->text->sentences[sentence].paragraph == reader->text->sentences[0].paragraph;
}

/* Whether the clause's own date lies within a week of the publication. */
static gboolean
is_recent (Dater *d, guint32 clause)
{
  guint32 taken = *dater_get_taken (d, clause);

  if (taken > d->candidates->len)
    return FALSE;
  TarikhInterval days = g_array_index (d->candidates, EventCandidate, taken - 1).days;
  return days.last >= d->reader->reading->published.first - 7 && days.first <= d->reader->reading->published.last
         && days.grain <= TARIKH_GRAIN_WEEK;
}

/* Whether what the clause says has a recent date of its own: then that is the news. */
static gboolean
says_dated (Dater *d, guint32 index)
{
  for (guint32 i = index + 1; i < d->reader->clauses->len && i <= index + REACH_CLAUSES; i++) {
    const EventClause *child = reader_get_clause (d->reader, i);
    if (child->sentence != reader_get_clause (d->reader, index)->sentence)
      break;
    if (child->parent == index && child->kind == CLAUSE_THAT && *dater_get_taken (d, i) && is_recent (d, i))
      return TRUE;
  }
  return FALSE;
}

/* "A reporter was killed in a raid that hit his car on Sunday", "the club was crowned after its victory on Sunday": the day
 * of the inner happening is the news' day, and the news is what the clause tells. */
static gboolean
holds_day_of (const EventReader *reader, const EventCandidate *candidate, guint32 index)
{
  const EventClause *own = reader_get_clause (reader, candidate->clause);

  if (candidate->noun != NO_TOKEN)
    return candidate->clause == index && candidate->noun > 0
           && reader->words[candidate->noun - 1].flags & WORD_TEMPORAL;
  for (guint n = 0; own->kind == CLAUSE_BARE_RELATIVE && n < 4; n++) {
    if (own->parent == index)
      return TRUE;
    own = reader_get_clause (reader, own->parent);
  }
  return FALSE;
}

/* Gives the clause the day that something inside it has. FALSE when nothing has one. */
static gboolean
take_inner_day (Dater *d, guint32 index)
{
  const EventClause *clause = reader_get_clause (d->reader, index);

  if (!(d->reader->words[clause->verb].flags & (WORD_PAST | WORD_PASSIVE)))
    return FALSE;
  for (guint i = 0; i < d->candidates->len && i < REACH_CLAUSES; i++) {
    EventCandidate *candidate = &g_array_index (d->candidates, EventCandidate, i);
    if (!tarikh_event_is_news_day (d, candidate) || !holds_day_of (d->reader, candidate, index))
      continue;
    candidate->clause = index;
    candidate->noun = NO_TOKEN;
    candidate->rule = "lead-inner-time";
    *dater_get_taken (d, index) = i + 1;
    return TRUE;
  }
  return FALSE;
}

/* "It seems that …": the writer's opinion opens no news. */
static gboolean
only_seems (const EventReader *reader, const EventClause *clause)
{
  if (clause->auxiliary == NO_TOKEN)
    return FALSE;
  const EventWord *auxiliary = &reader->words[clause->auxiliary];

  return auxiliary->flags & WORD_PRESENT && (auxiliary->kind == KIND_MODAL || auxiliary->kind == KIND_THINK);
}

/* The noun that names the news of the clause: its subject, or what a clause without a verb opens with; or NO_TOKEN. */
static guint32
find_news_noun (Dater *d, guint32 index)
{
  const EventClause *clause = reader_get_clause (d->reader, index);

  if (tarikh_event_names_its_news (d->reader, clause))
    return clause->subject;
  return tarikh_event_sentence_has_time (d, clause->sentence)
                 || !tarikh_event_sentence_ends (d->reader, clause->sentence) /* a title */
             ? NO_TOKEN
             : tarikh_event_find_opening_noun (d->reader, index);
}

/* "The Voice - Tyre": a short line with a dash and without an end, before the story, says who wrote it and where. */
static gboolean
is_masthead (const EventReader *reader, guint32 sentence)
{
  const TarikhSentence *s = &reader->text->sentences[sentence];
  gboolean dashed = FALSE;

  if (sentence > 0 || s->end_token > s->first_token + LONGEST_MASTHEAD || tarikh_event_sentence_ends (reader, sentence))
    return FALSE;
  for (guint32 i = s->first_token; i < s->end_token; i++)
    dashed |= tarikh_text_token_is (&reader->text->tokens[i], '-')
              || tarikh_text_token_is (&reader->text->tokens[i], 0x2013);
  return dashed;
}

static void
add_lead (Dater *d, guint32 index, guint32 noun)
{
  TarikhInterval today = d->reader->reading->published;
  guint32 telling = noun != NO_TOKEN ? NO_TOKEN : tarikh_event_find_telling (d->reader, index);

  tarikh_event_add_candidate (
      d, index,
      (EventCandidate){ .clause = telling != NO_TOKEN ? telling : index,
                        .noun = noun,
                        .noun_end = noun != NO_TOKEN ? tarikh_event_end_named_news (d->reader, index, noun) : 0,
                        .days = today,
                        .time_expr = -1,
                        .dated_by = TARIKH_DATED_DCT,
                        .status = tarikh_event_judge_status (d->reader, reader_get_clause (d->reader, index), today),
                        .rule = "lead" });
}

/* The lead tells the news of the day when it names no day. */
void
tarikh_event_date_lead (Dater *d)
{
  TarikhInterval today = d->reader->reading->published;

  if (!tarikh_base_interval_is_known (today))
    return;
  for (guint32 i = 0; i < d->reader->clauses->len; i++) {
    const EventClause *clause = reader_get_clause (d->reader, i);
    if (!is_lead (d->reader, clause->sentence))
      break;
    if (says_dated (d, i))
      return;
    if (*dater_get_taken (d, i) && is_recent (d, i) && (clause->kind == CLAUSE_MAIN || clause->kind == CLAUSE_THAT))
      return;
    guint32 noun = find_news_noun (d, i);
    if (*dater_get_taken (d, i)
        || (noun == NO_TOKEN && !tarikh_event_is_news_clause (d->reader, clause) && !foresees (d->reader, clause))
        || only_seems (d->reader, clause) || is_masthead (d->reader, clause->sentence))
      continue;
    if (noun == NO_TOKEN && take_inner_day (d, i))
      return;
    add_lead (d, i, noun);
    return;
  }
}
