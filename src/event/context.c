/* event/context: what belongs to the main news without a time of its own: deeds beside a dated one, deeds and vows near the head
 * of the story. */
#include "event/dater.h"

#define LONGEST_NEWS 14 /* days */

/* The days of the main news: of the first event dated within a week of the publication, up to the publication. */
static TarikhInterval
find_news_days (const Dater *d)
{
  TarikhInterval today = d->reader->reading->published;

  if (!tarikh_base_interval_is_known (today))
    return tarikh_base_interval_none ();
  for (guint i = 0; i < d->candidates->len; i++) {
    const EventCandidate *candidate = &g_array_index (d->candidates, EventCandidate, i);
    if (candidate->days.grain > TARIKH_GRAIN_DAY || candidate->days.first > today.last
        || candidate->days.last < today.first - 7 || candidate->days.last - candidate->days.first > LONGEST_NEWS)
      continue;
    return (TarikhInterval){ candidate->days.first, MAX (candidate->days.last, today.last), TARIKH_GRAIN_DAY };
  }
  return today;
}

/* What the news quotes somebody as telling: "the ministry said that it had stopped …". */
static gboolean
is_reported (const EventReader *reader, const EventClause *clause)
{
  if ((clause->kind != CLAUSE_THAT && clause->kind != CLAUSE_QUOTE) || !tarikh_event_clause_tells (reader, clause))
    return FALSE;
  const EventClause *parent = reader_get_clause (reader, tarikh_event_find_completed (reader, clause));

  return parent->kind == CLAUSE_MAIN && parent->verb != NO_TOKEN && reader->words[parent->verb].kind == KIND_SAY;
}

/* "the appointment of … took place": a light verb with the noun of a deed. */
static gboolean
does_deed (const EventReader *reader, const EventClause *clause)
{
  return clause->subject != NO_TOKEN && clause->subject > clause->verb
         && reader->words[clause->subject].flags & WORD_MASDAR
         && !(reader->words[clause->subject].flags & WORD_SUFFIXED);
}

/* A noun of news, bare of article and pronoun. */
static gboolean
names_happening (const EventReader *reader, guint32 token)
{
  const EventWord *word = &reader->words[token];

  return word->flags & WORD_NEWS_NOUN && word->clitics == 0
         && !(word->flags & (WORD_NAMED | WORD_TIME | WORD_SUFFIXED | WORD_VERB));
}

/* "An attack took place": what happened is the subject. */
static gboolean
happens (const EventReader *reader, const EventClause *clause)
{
  return clause->subject == clause->verb + 1 && names_happening (reader, clause->subject);
}

/* "The president confirmed | the killing of the leader": somebody named reports a happening by its noun. */
static gboolean
confirms (const EventReader *reader, const EventClause *clause)
{
  return clause->kind == CLAUSE_MAIN && clause->subject != NO_TOKEN && clause->subject > clause->verb
         && reader->words[clause->verb].kind == KIND_SAY && clause->subject_end < clause->end
         && tarikh_event_has_actor (reader, clause) && names_happening (reader, clause->subject_end);
}

/* An actor's deed in a sentence without any time, near the head of the story: it belongs to the main news. */
static gboolean
joins_news (Dater *d, const EventClause *clause)
{
  const EventReader *reader = d->reader;
  const EventWord *verb = clause->verb != NO_TOKEN ? &reader->words[clause->verb] : NULL;

  gboolean reported = is_reported (reader, clause);
  gboolean vowed = reported && verb->flags & WORD_PRESENT && clause->marks & WORD_FUTURE;

  return (reported || tarikh_event_is_news_clause (reader, clause)) && (!(verb->flags & WORD_PRESENT) || vowed)
         && clause->auxiliary == NO_TOKEN
         && ((verb->kind == KIND_LIGHT && (reported || does_deed (reader, clause)))
             || ((verb->kind == KIND_ACT || verb->kind == KIND_LIGHT)
                 && (tarikh_event_has_actor (reader, clause) || happens (reader, clause)))
             || confirms (reader, clause))
         && !tarikh_event_sentence_has_time (d, clause->sentence)
         && tarikh_event_sentence_ends (reader, clause->sentence);
}

/* Whether the clause itself, without those beside it, names any time. */
static gboolean
clause_has_time (const EventReader *reader, guint32 index)
{
  const EventClause *clause = reader_get_clause (reader, index);

  for (guint32 i = clause->first, end = reader_limit (clause->first, clause->end); i < end; i++)
    if (reader->words[i].time >= 0 && reader->words[i].clause == index)
      return TRUE;
  return FALSE;
}

/* "On Sunday the club ended its camp, | and the board gave the players leave": the day of the clause before, of the same
 * sentence, when that day is news. NULL when the clause has no such neighbour. */
static const EventCandidate *
find_beside (Dater *d, guint32 index)
{
  const EventClause *clause = reader_get_clause (d->reader, index);

  if (clause->kind != CLAUSE_MAIN || index == 0 || clause_has_time (d->reader, index))
    return NULL;
  for (guint32 i = index; i-- > 0 && index - i < 6;) {
    const EventClause *before = reader_get_clause (d->reader, i);
    guint32 taken = *dater_get_taken (d, i);
    if (before->sentence != clause->sentence)
      break;
    if (before->kind != CLAUSE_MAIN || taken == 0 || taken > d->candidates->len)
      continue;
    const EventCandidate *candidate = &g_array_index (d->candidates, EventCandidate, taken - 1);
    return tarikh_event_is_news_day (d, candidate) && candidate->days.first == candidate->days.last ? candidate : NULL;
  }
  return NULL;
}

void
tarikh_event_date_beside (Dater *d)
{
  for (guint32 i = 0; i < d->reader->clauses->len; i++) {
    const EventClause *clause = reader_get_clause (d->reader, i);
    if (*dater_get_taken (d, i) || !tarikh_event_is_news_clause (d->reader, clause) || clause->auxiliary != NO_TOKEN)
      continue;
    const EventWord *verb = &d->reader->words[clause->verb];
    if (verb->flags & WORD_PRESENT || verb->kind != KIND_ACT || clause->subject == NO_TOKEN
        || (verb->announces && tarikh_event_find_said (d->reader, i) == NO_TOKEN) /* "as the agency announced" */
        || !tarikh_event_has_actor (d->reader, clause) || tarikh_event_only_quotes (d->reader, i))
      continue;
    const EventCandidate *beside = find_beside (d, i);
    if (beside != NULL)
      tarikh_event_add_candidate (d, i,
                                  (EventCandidate){ .clause = i,
                                                    .noun = NO_TOKEN,
                                                    .days = beside->days,
                                                    .time_expr = -1,
                                                    .dated_by = TARIKH_DATED_CONTEXT,
                                                    .status = TARIKH_STATUS_PAST,
                                                    .rule = "beside" });
  }
}

/* What is vowed on the day of the news is still to come. */
static TarikhStatus
judge_context (const EventClause *clause)
{
  return clause->marks & WORD_FUTURE ? TARIKH_STATUS_PLANNED : TARIKH_STATUS_PAST;
}

void
tarikh_event_date_context (Dater *d)
{
  TarikhInterval days = find_news_days (d);
  guint32 done = G_MAXUINT32;

  if (!tarikh_base_interval_is_known (days))
    return;
  for (guint32 i = 0; i < d->reader->clauses->len; i++) {
    const EventClause *clause = reader_get_clause (d->reader, i);
    if (tarikh_event_is_far_down (d->reader, clause) && !(clause->marks & WORD_PERFECT))
      continue; /* far down only what is told as just done */
    gboolean named
        = tarikh_event_names_its_news (d->reader, clause) && !tarikh_event_sentence_has_time (d, clause->sentence);
    if (clause->sentence == done || clause->sentence == 0 || *dater_get_taken (d, i)
        || (!named && (!joins_news (d, clause) || tarikh_event_only_quotes (d->reader, i))))
      continue;
    done = clause->sentence;
    tarikh_event_add_candidate (
        d, i,
        (EventCandidate){ .clause = i,
                          .noun = named ? clause->subject : NO_TOKEN,
                          .noun_end = named ? tarikh_event_end_named_news (d->reader, i, clause->subject) : 0,
                          .days = days,
                          .time_expr = -1,
                          .dated_by = TARIKH_DATED_CONTEXT,
                          .status = judge_context (clause),
                          .rule = "context" });
  }
}
