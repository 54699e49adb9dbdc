/* event/date: which time belongs to what: to a clause's verb, or to the noun that names a happening inside it. Makes the
 * candidates that have a time of their own. */
#include "event/dater.h"

#include <string.h>

#define FAR_NOUN 4        /* tokens: nearer, a noun completes the verb */
#define FAR_FROM_NEWS 12  /* tokens */
#define OLD_DAYS 10       /* what is older than this is no news */
#define LONGEST_GOING 100 /* days of what has been going on since */

/* "for the first time since 2009": the time measures. */
static gboolean
only_measures (const EventReader *reader, guint32 token, guint flags)
{
  guint32 clause = reader->words[token].clause;
  gboolean since = (flags & TARIKH_TIME_SINCE) != 0;

  for (guint32 i = token, n = 0; i-- > 0 && n < 5; n++) {
    const EventWord *word = &reader->words[i];
    if (word->clause != clause)
      break;
    if (word->flags & WORD_MEASURE && (since || (word->compares && n <= 2)))
      return TRUE;
  }
  return FALSE;
}

static void
add_candidate (GArray *candidates, EventCandidate candidate)
{
  g_array_append_val (candidates, candidate);
}

static void
date_verb (Dater *d, guint32 clause_index, gint32 index, TarikhInterval days)
{
  const EventClause *clause = reader_get_clause (d->reader, clause_index);
  const TarikhTimeExpr *expr = dater_get_expr (d->reader, index);
  guint32 telling = tarikh_event_find_telling (d->reader, clause_index);

  tarikh_event_stretch_days (d->reader, clause, expr, &days);
  *dater_get_taken (d, clause_index) = G_MAXUINT32;
  if (telling == NO_TOKEN && tarikh_event_clause_is_empty (d->reader, clause))
    return;
  *dater_get_taken (d, clause_index) = d->candidates->len + 1;
  add_candidate (d->candidates, (EventCandidate){ .clause = telling != NO_TOKEN ? telling : clause_index,
                                                  .noun = NO_TOKEN,
                                                  .days = days,
                                                  .time_expr = index,
                                                  .dated_by = TARIKH_DATED_EXPLICIT,
                                                  .status = tarikh_event_judge_status (d->reader, clause, days),
                                                  .rule = "verb-time" });
}

/* A verb in the perfect with a day that is still to come: the day is another happening's. */
static gboolean
contradicts_tense (const EventReader *reader, const EventClause *clause, TarikhInterval days, guint flags)
{
  TarikhDay today = dater_get_last_published (reader);

  if (clause->verb == NO_TOKEN || today == TARIKH_DAY_NONE || days.first <= today
      || (flags & TARIKH_TIME_UNTIL && clause->auxiliary == NO_TOKEN))
    return FALSE;
  return (reader->words[clause->verb].flags & (WORD_PAST | WORD_PASSIVE)) != 0
         && !(reader->words[clause->verb].flags & (WORD_PRESENT | WORD_FUTURE));
}

/* A day dates better than the stretch that the clause opened with: "after 12 years of rule … today". */
static gboolean
dates_better (Dater *d, guint32 clause, const TarikhTimeExpr *expr)
{
  guint32 taken = *dater_get_taken (d, clause);

  if (taken > d->candidates->len || expr->days.grain > TARIKH_GRAIN_DAY)
    return FALSE;
  const EventCandidate *before = &g_array_index (d->candidates, EventCandidate, taken - 1);
  if (before->time_expr < 0)
    return FALSE;
  const TarikhTimeExpr *old = dater_get_expr (d->reader, before->time_expr);
  return old->days.grain >= TARIKH_GRAIN_MONTH && old->flags & (TARIKH_TIME_OFFSET | TARIKH_TIME_SINCE);
}

/* A time and where it stands. */
typedef struct {
  const TarikhTimeExpr *expr;
  gint32 index, last; /* of the expression; the last one that it takes in */
  guint32 token;
  guint32 clause_index;
  const EventClause *clause;
  TarikhInterval days;
  guint32 limit; /* how far back its noun may stand */
  guint32 noun;  /* the noun of happening before it, or NO_TOKEN */
} Place;

static void
find_place (Dater *d, gint32 index, Place *place)
{
  const TarikhTimeExpr *expr = dater_get_expr (d->reader, index);
  guint32 token = expr->first_token,
          clause_index = tarikh_event_find_dated_clause (d->reader, d->reader->words[token].clause);
  const EventClause *clause = reader_get_clause (d->reader, clause_index);
  gint turn = tarikh_event_turn_weekday (d->reader, clause, expr);

  *place = (Place){ .expr = expr, .index = index, .token = token, .clause_index = clause_index, .clause = clause };
  place->days = tarikh_event_take_days (d->reader, index, &place->last);
  place->days.first += turn;
  place->days.last += turn;
  place->limit = clause->verb != NO_TOKEN && clause->verb < token
                     ? clause->verb + 1
                     : d->reader->text->sentences[clause->sentence].first_token;
  place->noun = tarikh_event_find_opening_noun (d->reader, clause_index);
  if (place->noun == NO_TOKEN || place->noun >= token)
    place->noun = tarikh_event_find_noun_before (d->reader, token, place->limit, FALSE);
}

/* The time is another happening's than the verb's: of a noun before it, if there is one, even across commas. */
static void
place_on_noun (Dater *d, const Place *place, const char *rule)
{
  guint32 noun = place->noun != NO_TOKEN ? place->noun
                                         : tarikh_event_find_noun_before (d->reader, place->token, place->limit, TRUE);

  if (noun != NO_TOKEN)
    tarikh_event_date_noun (d, place->clause_index, noun, place->index, place->days, rule);
}

/* Whether the time dates neither the verb nor a happening. */
static gboolean
dates_nothing (const EventReader *reader, const Place *place)
{
  return only_measures (reader, place->token, place->expr->flags)
         || tarikh_event_follows_participle (reader, place->token)
         || tarikh_event_qualifies_noun (reader, place->token, place->expr)
         || tarikh_event_hangs_on_temporal (reader, place->token)
         || tarikh_event_clause_is_state (reader, place->clause, place->expr->flags)
         || tarikh_event_clause_is_condition (place->clause);
}

/* Gives the time to the verb of its clause, unless that has one already or tells nothing. */
static void
place_on_verb (Dater *d, const Place *place)
{
  guint32 taken = *dater_get_taken (d, place->clause_index);

  if (taken && dates_better (d, place->clause_index, place->expr)) {
    EventCandidate *candidate = &g_array_index (d->candidates, EventCandidate, taken - 1);
    candidate->days = place->days;
    candidate->time_expr = place->index;
    candidate->status = tarikh_event_judge_status (d->reader, place->clause, place->days);
  } else if (taken || !tarikh_event_clause_acts (d->reader, place->clause)
             || tarikh_event_clause_goes_on (d->reader, place->clause, place->clause_index)) {
    place_on_noun (d, place, "noun-second-time");
  } else if (tarikh_event_clause_is_empty (d->reader, place->clause)
             && tarikh_event_find_telling (d->reader, place->clause_index) == NO_TOKEN) {
    place_on_noun (d, place, "noun-empty-verb");
  } else {
    date_verb (d, place->clause_index, place->index, place->days);
  }
}

/* "The government decided on sanctions for the poisoning | in March": what opens a story is new, an old day in it is that of
 * the happening that the news answers to. The nearest noun of happening after a preposition, or NO_TOKEN. */
static guint32
find_old_in_lead (const EventReader *reader, const Place *place)
{
  TarikhDay today = reader->reading->published.first;
  guint32 verb = place->clause->verb;

  if (place->clause->sentence > 0 || place->clause->kind != CLAUSE_MAIN || today == TARIKH_DAY_NONE
      || place->days.last > today - OLD_DAYS || verb == NO_TOKEN || verb > place->token)
    return NO_TOKEN;
  for (guint32 i = place->token - 1, n = 0; i > verb && n < 6; i--, n++)
    if (reader->words[i].clause == place->clause_index && reader->words[i].flags & (WORD_MASDAR | WORD_NEWS_NOUN)
        && (reader->words[i - 1].flags & WORD_PREPOSITION
            || (reader->words[i].clitics & TARIKH_CLITIC_PREPOSITION && place->days.grain >= TARIKH_GRAIN_MONTH
                && i > verb + FAR_NOUN)))
      return i;
  return NO_TOKEN;
}

/* A length that the text counts back from the day of writing dates only "two weeks since, the president called it off" and "the
 * army has been shelling the town for a week"; days that it gives to a verb in the perfect are those of the point itself. */
static gboolean
dates_since (const EventReader *reader, Place *place)
{
  if (place->clause->verb == NO_TOKEN)
    return FALSE;
  const EventWord *verb = &reader->words[place->clause->verb];
  if (verb->kind != KIND_ACT && verb->kind != KIND_LIGHT && verb->kind != KIND_PHASE)
    return FALSE;
  if (verb->flags & WORD_PRESENT)
    return place->clause->auxiliary == NO_TOKEN && !(verb->flags & WORD_FUTURE)
           && dater_get_last_published (reader) - place->days.first <= LONGEST_GOING;
  place->days = place->expr->days;
  return place->token < place->clause->verb && place->clause->kind != CLAUSE_RELATIVE;
}

/* Whether a comma sets the time off from what stands before it. */
static gboolean
is_set_off (const EventReader *reader, guint32 token)
{
  while (token > 0 && reader->words[token - 1].flags & WORD_PREPOSITION)
    token--;
  return token > 0 && tarikh_text_token_is (&reader->text->tokens[token - 1], 0x60c);
}

/* An old day far behind the verb that opens a story is some other happening's: "issued a decision … in line with the findings
 * of 23 March". */
static gboolean
is_far_from_news (const EventReader *reader, const Place *place)
{
  TarikhDay today = reader->reading->published.first;
  guint32 verb = place->clause->verb;

  return place->clause->sentence == 0 && place->clause->kind == CLAUSE_MAIN && today != TARIKH_DAY_NONE
         && place->days.last < today - OLD_DAYS && verb != NO_TOKEN && place->token > verb + FAR_FROM_NEWS
         && reader->words[verb].flags & (WORD_PAST | WORD_PASSIVE) && place->clause->auxiliary == NO_TOKEN
         && !is_set_off (reader, place->token);
}

/* "his only visit goes back to summer 2000": the visit was then. TRUE when the clause's verb says no more than that. */
static gboolean
date_back (Dater *d, const Place *place)
{
  guint32 noun, end;

  if (!tarikh_event_find_dated_back (d->reader, place->clause, place->token, &noun, &end))
    return FALSE;
  *dater_get_taken (d, place->clause_index) = G_MAXUINT32;
  if (noun == NO_TOKEN)
    return TRUE;
  tarikh_event_date_noun (d, place->clause_index, noun, place->index, place->days, "noun-dated-back");
  g_array_index (d->candidates, EventCandidate, d->candidates->len - 1).noun_end = end;
  return TRUE;
}

static gint32
date_by_expr (Dater *d, gint32 index)
{
  const TarikhTimeExpr *expr = dater_get_expr (d->reader, index);
  Place place;

  if (!tarikh_event_is_date (d->reader, expr) || expr->first_token >= d->reader->text->n_tokens
      || tarikh_event_is_distance (d->reader, expr))
    return index;
  find_place (d, index, &place);
  if (expr->type == TARIKH_TIME_DURATION && expr->flags & TARIKH_TIME_SINCE && !dates_since (d->reader, &place))
    return index;
  if (date_back (d, &place))
    return place.last;
  guint32 witnessed = tarikh_event_find_witnessed (d->reader, place.clause), old = find_old_in_lead (d->reader, &place);
  if (witnessed != NO_TOKEN && !*dater_get_taken (d, place.clause_index)) {
    *dater_get_taken (d, place.clause_index) = G_MAXUINT32;
    tarikh_event_date_noun (d, place.clause_index, witnessed, index, place.days, "witnessed");
  } else if (old != NO_TOKEN) {
    tarikh_event_date_noun (d, place.clause_index, old, index, place.days, "noun-old-in-lead");
    g_array_index (d->candidates, EventCandidate, d->candidates->len - 1).second = TRUE;
  } else if (place.noun != NO_TOKEN && tarikh_event_belongs_to_noun (d->reader, place.noun, place.token)) {
    tarikh_event_date_noun (d, place.clause_index, place.noun, index, place.days, "noun-time");
  } else if (dates_nothing (d->reader, &place)) {
    return place.last;
  } else if (is_far_from_news (d->reader, &place)) {
    if (place.noun != NO_TOKEN)
      tarikh_event_date_noun (d, place.clause_index, place.noun, index, place.days, "noun-old-in-lead");
  } else if (contradicts_tense (d->reader, place.clause, place.days, expr->flags)) {
    if (expr->flags & TARIKH_TIME_OFFSET)
      return place.last; /* "was set free after 45 days": counted from something else */
    place_on_noun (d, &place, "noun-other-tense");
  } else {
    place_on_verb (d, &place);
  }
  return place.last;
}

void
tarikh_event_date_times (Dater *d)
{
  for (gint32 i = 0; i < (gint32) d->reader->reading->exprs->len; i++)
    i = date_by_expr (d, i);
}
