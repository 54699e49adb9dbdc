/* event/offset: happenings that the text dates by their distance from another: "two months after the death of the manager,
 * the agency revealed …". Counts back from the day of what the sentence tells. */
#include "event/dater.h"

#include <string.h>

#define REACH_NOUN 3 /* tokens between the distance and the noun that it is measured from */
#define REACH_PHRASE 8
#define REACH_TIMES 4 /* times of the sentence looked at on either side */

typedef struct {
  gint64 n;        /* 0 when vague: "days after" */
  char unit;       /* TIMEX letter: D W M Y; '\0' when none */
  gboolean before; /* the sentence's happening comes before the noun's */
} Distance;

static void
read_distance_word (const TarikhLexiconHit *hit, Distance *distance)
{
  for (guint i = 0; i < hit->n_lexemes; i++) {
    const TarikhLexeme *lexeme = &hit->lexemes[i];
    switch (lexeme->class_id) {
    case TARIKH_LEXICON_CARDINAL: distance->n = lexeme->value; break;
    case TARIKH_LEXICON_BEFORE: distance->before = TRUE; break;
    case TARIKH_LEXICON_UNIT:
    case TARIKH_LEXICON_UNIT_DUAL:
    case TARIKH_LEXICON_UNIT_PLURAL:
      if (distance->unit == '\0') {
        distance->unit = lexeme->text[0];
        if (distance->n == 0 && lexeme->class_id != TARIKH_LEXICON_UNIT_PLURAL)
          distance->n = lexeme->class_id == TARIKH_LEXICON_UNIT ? 1 : 2;
      }
      break;
    default: break;
    }
  }
}

static Distance
read_distance (const EventReader *reader, const TarikhTimeExpr *expr)
{
  Distance distance = { 0 };

  for (guint32 i = expr->first_token; i < expr->end_token && i < reader->text->n_tokens; i++) {
    TarikhLexiconHit hit;
    if (reader->text->tokens[i].kind == TARIKH_TOKEN_NUMBER)
      distance.n = reader->text->tokens[i].number;
    else if (tarikh_lexicon_match_before (reader->lexicon, reader->text, i, TARIKH_LEXICON_TIME_END, &hit))
      read_distance_word (&hit, &distance);
  }
  return distance;
}

/* The days that lie DISTANCE from ANCHOR, as wide as the distance is coarse; none when it cannot be counted. */
static TarikhInterval
count_from (TarikhDay anchor, Distance distance)
{
  gint sign = distance.before ? 1 : -1;
  gint n = (gint) CLAMP (distance.n, 0, 2000), months = distance.unit == 'Y' ? 12 * n : n;

  if (distance.unit == 'D' && n == 0) /* "days after": ten at most */
    return sign < 0 ? (TarikhInterval){ anchor - 10, anchor - 1, TARIKH_GRAIN_DAY }
                    : (TarikhInterval){ anchor + 1, anchor + 10, TARIKH_GRAIN_DAY };
  if (distance.unit == 'D')
    return (TarikhInterval){ anchor + sign * n, anchor + sign * n, TARIKH_GRAIN_DAY };
  if (n == 0 || (distance.unit != 'W' && distance.unit != 'M' && distance.unit != 'Y'))
    return tarikh_base_interval_none ();
  if (distance.unit == 'W')
    return (TarikhInterval){ anchor + sign * 7 * n - 3, anchor + sign * 7 * n + 3, TARIKH_GRAIN_WEEK };
  TarikhDay middle = tarikh_base_day_add_months (anchor, sign * months);
  gint slack = distance.unit == 'Y' ? 60 : 15;
  return (TarikhInterval){ middle - slack, middle + slack, TARIKH_GRAIN_MONTH };
}

/* The noun of happening that the distance is measured from, or NO_TOKEN. */
static guint32
find_noun_after (const EventReader *reader, const TarikhTimeExpr *expr)
{
  for (guint32 i = expr->end_token; i < reader->text->n_tokens && i < expr->end_token + REACH_NOUN; i++) {
    const EventWord *word = &reader->words[i];
    if (reader->text->tokens[i].kind != TARIKH_TOKEN_WORD || word->opener != OPENER_NONE || word->flags & WORD_TIME)
      return NO_TOKEN;
    if (word->flags & (WORD_MASDAR | WORD_NEWS_NOUN) && !(word->flags & WORD_NAMED) && i > expr->end_token)
      return i;
  }
  return NO_TOKEN;
}

/* Whether the expression is such a distance, with nothing but the day of writing to count from: it dates no verb. */
gboolean
tarikh_event_is_distance (const EventReader *reader, const TarikhTimeExpr *expr)
{
  TarikhInterval today = reader->reading->published;

  return expr->flags & TARIKH_TIME_OFFSET && strcmp (expr->rule, "offset-event") == 0
         && tarikh_base_interval_is_known (today)
         && (!tarikh_base_interval_is_known (expr->days) || tarikh_base_interval_overlaps (expr->days, today))
         && find_noun_after (reader, expr) != NO_TOKEN;
}

/* The day that the time at INDEX gives to a verb of SENTENCE, or TARIKH_DAY_NONE. */
static TarikhDay
get_told_day (Dater *d, gint64 index, guint32 sentence)
{
  if (index < 0 || index >= d->reader->reading->exprs->len)
    return TARIKH_DAY_NONE;
  guint32 token = dater_get_expr (d->reader, (gint32) index)->first_token;
  if (token >= d->reader->text->n_tokens)
    return TARIKH_DAY_NONE;
  guint32 clause = d->reader->words[token].clause, taken = *dater_get_taken (d, clause);
  if (reader_get_clause (d->reader, clause)->sentence != sentence || taken == 0 || taken > d->candidates->len)
    return TARIKH_DAY_NONE;
  TarikhInterval days = g_array_index (d->candidates, EventCandidate, taken - 1).days;
  return days.grain <= TARIKH_GRAIN_MONTH && tarikh_base_interval_is_known (days) ? days.first : TARIKH_DAY_NONE;
}

/* The day of what the sentence tells: that of a time near by, else the day of writing. */
static TarikhDay
find_anchor (Dater *d, gint64 index, guint32 sentence)
{
  for (gint64 i = index - REACH_TIMES; i <= index + REACH_TIMES; i++) {
    TarikhDay day = i != index ? get_told_day (d, i, sentence) : TARIKH_DAY_NONE;
    if (day != TARIKH_DAY_NONE)
      return day;
  }
  return d->reader->reading->published.first;
}

static guint32
end_phrase (const EventReader *reader, guint32 noun)
{
  guint32 i = noun + 1;

  while (i < reader->text->n_tokens && i < noun + REACH_PHRASE && reader->words[i].clause == reader->words[noun].clause
         && reader->text->tokens[i].kind == TARIKH_TOKEN_WORD && !(reader->words[i].flags & WORD_TIME))
    i++;
  return i;
}

static void
date_distance (Dater *d, guint index)
{
  const TarikhTimeExpr *expr = dater_get_expr (d->reader, (gint32) index);
  guint32 noun = find_noun_after (d->reader, expr), clause = d->reader->words[noun].clause;
  TarikhDay anchor = find_anchor (d, index, reader_get_clause (d->reader, clause)->sentence);
  TarikhInterval days = count_from (anchor, read_distance (d->reader, expr));

  if (!tarikh_base_interval_is_known (days))
    return;
  EventCandidate candidate
      = { .clause = clause,
          .noun = noun,
          .noun_end = end_phrase (d->reader, noun),
          .second = TRUE,
          .days = days,
          .time_expr = -1,
          .dated_by = TARIKH_DATED_CONTEXT,
          .status = days.first > d->reader->reading->published.last ? TARIKH_STATUS_PLANNED : TARIKH_STATUS_PAST,
          .rule = "distance" };
  g_array_append_val (d->candidates, candidate);
}

void
tarikh_event_date_distances (Dater *d)
{
  for (guint i = 0; i < d->reader->reading->exprs->len; i++)
    if (tarikh_event_is_distance (d->reader, dater_get_expr (d->reader, (gint32) i)))
      date_distance (d, i);
}
