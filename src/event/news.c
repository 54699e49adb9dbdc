/* event/news: what is told without a time: the news of the day, and what belongs to it. */
#include "event/dater.h"

#define LEAD_SENTENCES 2

static void
add_candidate (Dater *d, EventCandidate candidate)
{
  g_array_append_val (d->candidates, candidate);
}

static gboolean
is_news_clause (const EventReader *reader, const EventClause *clause)
{
  if (clause->kind != CLAUSE_MAIN || clause->verb == NO_TOKEN || clause->marks & (WORD_NEGATION | WORD_POSSIBLE))
    return FALSE;
  const EventWord *verb = &reader->words[clause->verb];
  return (verb->kind == KIND_ACT || verb->kind == KIND_LIGHT || verb->kind == KIND_SAY || verb->kind == KIND_PHASE)
         && !(verb->flags & WORD_GUESSED);
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
  return days.last >= d->reader->reading->published.first - 7 && days.grain <= TARIKH_GRAIN_WEEK;
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

/* The lead tells the news of the day when it names no day. */
static void
date_lead (Dater *d)
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
    if (*dater_get_taken (d, i) || !is_news_clause (d->reader, clause))
      continue;
    guint32 telling = tarikh_event_find_telling (d->reader, i);
    add_candidate (d, (EventCandidate){ .clause = telling != NO_TOKEN ? telling : i,
                                                    .noun = NO_TOKEN,
                                                    .days = today,
                                                    .time_expr = -1,
                                                    .dated_by = TARIKH_DATED_DCT,
                                                    .status = tarikh_event_judge_status (d->reader, clause, today),
                                                    .rule = "lead" });
    return;
  }
}

/* Whether any day of the calendar is named in the sentence. */
static gboolean
has_time (const EventReader *reader, guint32 sentence)
{
  const TarikhSentence *s = &reader->text->sentences[sentence];

  for (guint32 i = s->first_token; i < s->end_token; i++)
    if (reader->words[i].time >= 0 && tarikh_event_is_date (dater_get_expr (reader, reader->words[i].time)))
      return TRUE;
  return FALSE;
}

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
        || candidate->days.last < today.first - 7)
      continue;
    return (TarikhInterval){ candidate->days.first, MAX (candidate->days.last, today.last), TARIKH_GRAIN_DAY };
  }
  return today;
}

static gboolean
ends_sentence (const EventReader *reader, guint32 sentence)
{
  const TarikhToken *last = &reader->text->tokens[reader->text->sentences[sentence].end_token - 1];

  return last->kind == TARIKH_TOKEN_PUNCT && last->number != '?' && last->number != 0x61f && last->number != ':';
}

/* As has_time, asked once a sentence. */
static gboolean
sentence_has_time (Dater *d, guint32 sentence)
{
  if (d->seen_sentence != sentence) {
    d->seen_sentence = sentence;
    d->seen_time = has_time (d->reader, sentence);
  }
  return d->seen_time;
}

/* What the news quotes somebody as telling: "the ministry said that it had stopped …". */
static gboolean
is_reported (const EventReader *reader, const EventClause *clause)
{
  if (clause->kind != CLAUSE_THAT || clause->parent >= reader->clauses->len
      || !tarikh_event_clause_tells (reader, clause))
    return FALSE;
  const EventClause *parent = reader_get_clause (reader, clause->parent);

  return parent->kind == CLAUSE_MAIN && parent->verb != NO_TOKEN && reader->words[parent->verb].kind == KIND_SAY;
}

/* A named actor's deed in a sentence without any time, near the head of the story: it belongs to the main news. */
static gboolean
joins_news (Dater *d, const EventClause *clause)
{
  const EventReader *reader = d->reader;
  const EventWord *verb = clause->verb != NO_TOKEN ? &reader->words[clause->verb] : NULL;

  gboolean reported = is_reported (reader, clause);
  gboolean vowed = reported && verb->flags & WORD_PRESENT && clause->marks & WORD_FUTURE;

  return (reported || is_news_clause (reader, clause)) && (!(verb->flags & WORD_PRESENT) || vowed)
         && clause->auxiliary == NO_TOKEN
         && ((reported && verb->kind == KIND_LIGHT)
             || (verb->kind == KIND_ACT && clause->subject != NO_TOKEN
                 && tarikh_event_name_at (reader, clause->subject) != NULL))
         && !sentence_has_time (d, clause->sentence)
         && ends_sentence (reader, clause->sentence);
}

/* What is vowed on the day of the news is still to come. */
static TarikhStatus
judge_context (const EventClause *clause)
{
  return clause->marks & WORD_FUTURE ? TARIKH_STATUS_PLANNED : TARIKH_STATUS_PAST;
}

static void
date_context (Dater *d)
{
  TarikhInterval days = find_news_days (d);
  guint32 done = G_MAXUINT32, limit = d->reader->text->n_sentences / 2;

  if (!tarikh_base_interval_is_known (days))
    return;
  for (guint32 i = 0; i < d->reader->clauses->len; i++) {
    const EventClause *clause = reader_get_clause (d->reader, i);
    if (clause->sentence > limit && !(clause->marks & WORD_PERFECT))
      continue; /* far down only what is told as just done */
    if (clause->sentence == done || is_lead (d->reader, clause->sentence) || *dater_get_taken (d, i)
        || !joins_news (d, clause))
      continue;
    done = clause->sentence;
    add_candidate (d, (EventCandidate){ .clause = i,
                                                    .noun = NO_TOKEN,
                                                    .days = days,
                                                    .time_expr = -1,
                                                    .dated_by = TARIKH_DATED_CONTEXT,
                                                    .status = judge_context (clause),
                                                    .rule = "context" });
  }
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
         && clause->subject != NO_TOKEN && !sentence_has_time (d, clause->sentence);
}

static void
note_background (Dater *d)
{
  for (guint32 i = 0; i < d->reader->clauses->len; i++) {
    const EventClause *clause = reader_get_clause (d->reader, i);
    if (*dater_get_taken (d, i) || !tells_background (d, clause))
      continue;
    add_candidate (d, (EventCandidate){ .clause = i,
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
  date_lead (d);
  date_context (d);
  note_background (d);
}
