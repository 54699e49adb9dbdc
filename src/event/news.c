/* event/news: what is told without a time: the news of the day, and what belongs to it. */
#include "event/dater.h"

#define LEAD_SENTENCES 2
#define SHORT_STORY 12 /* sentences */

/* CANDIDATE, which CLAUSE tells and no other pass shall tell again. */
static void
add_candidate (Dater *d, guint32 clause, EventCandidate candidate)
{
  g_array_append_val (d->candidates, candidate);
  *dater_get_taken (d, clause) = d->candidates->len;
}

/* "quoted … as saying that": a verb that tells of no telling is one here, when what follows it is said. */
static gboolean
only_quotes (const EventReader *reader, guint32 index)
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

/* A day of the week before the publication, told by the text. */
static gboolean
is_news_day (const Dater *d, const EventCandidate *candidate)
{
  TarikhInterval today = d->reader->reading->published;

  return candidate->dated_by == TARIKH_DATED_EXPLICIT && candidate->days.grain <= TARIKH_GRAIN_DAY
         && candidate->days.first <= today.last && candidate->days.last >= today.first - 7;
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
    if (!is_news_day (d, candidate) || !holds_day_of (d->reader, candidate, index))
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
    if (*dater_get_taken (d, i) || !is_news_clause (d->reader, clause) || only_seems (d->reader, clause))
      continue;
    if (take_inner_day (d, i))
      return;
    guint32 telling = tarikh_event_find_telling (d->reader, i);
    add_candidate (d, i,
                   (EventCandidate){ .clause = telling != NO_TOKEN ? telling : i,
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
         && !sentence_has_time (d, clause->sentence) && ends_sentence (reader, clause->sentence);
}

/* Below the part of a story that its news takes: a short one tells nothing else. */
static gboolean
is_far_down (const EventReader *reader, const EventClause *clause)
{
  return clause->sentence > MAX (reader->text->n_sentences / 2, SHORT_STORY);
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
  guint32 done = G_MAXUINT32;

  if (!tarikh_base_interval_is_known (days))
    return;
  for (guint32 i = 0; i < d->reader->clauses->len; i++) {
    const EventClause *clause = reader_get_clause (d->reader, i);
    if (is_far_down (d->reader, clause) && !(clause->marks & WORD_PERFECT))
      continue; /* far down only what is told as just done */
    if (clause->sentence == done || is_lead (d->reader, clause->sentence) || *dater_get_taken (d, i)
        || !joins_news (d, clause) || only_quotes (d->reader, i))
      continue;
    done = clause->sentence;
    add_candidate (d, i,
                   (EventCandidate){ .clause = i,
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

/* A named actor's deed in the perfect, told without a time and away from the news. */
static gboolean
tells_deed (Dater *d, const EventClause *clause)
{
  const EventReader *reader = d->reader;

  if (!is_news_clause (reader, clause) || clause->auxiliary != NO_TOKEN || clause->marks & (WORD_FUTURE | WORD_PLANNED)
      || !is_far_down (reader, clause))
    return FALSE;
  const EventWord *verb = &reader->words[clause->verb];

  return verb->flags & (WORD_PAST | WORD_PASSIVE) && !(verb->flags & WORD_PRESENT) && verb->kind == KIND_ACT
         && !verb->intransitive && clause->subject != NO_TOKEN && tarikh_event_name_at (reader, clause->subject) != NULL
         && !sentence_has_time (d, clause->sentence) && ends_sentence (reader, clause->sentence);
}

static void
note_background (Dater *d)
{
  for (guint32 i = 0; i < d->reader->clauses->len; i++) {
    const EventClause *clause = reader_get_clause (d->reader, i);
    if (*dater_get_taken (d, i) || only_quotes (d->reader, i)
        || (!tells_background (d, clause) && !tells_deed (d, clause)))
      continue;
    add_candidate (d, i,
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
  date_lead (d);
  date_context (d);
  note_background (d);
}
