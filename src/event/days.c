/* event/days: the days that a time of the text gives to what it dates: whether it can date at all, a bare weekday's week, a range,
 * a stay with its length. Never says what is dated. */
#include "event/dater.h"

#include <string.h>

#define LONGEST_STRETCH 60 /* units of a stretch before or after today */
#define LONGEST_SINCE 800  /* days */
#define VAGUE_DAYS 70 /* a reference without a value ("some weeks ago") dates when its days are no more than these */

/* Known on one side only, because the day of writing is: what it dates happened, but shows undated. */
static gboolean
is_half_known (TarikhInterval days)
{
  return (days.first == TARIKH_DAY_NONE) != (days.last == TARIKH_DAY_NONE);
}

/* A stretch before or after the day of writing: "during the next two days". */
static TarikhInterval
stretch_from_today (const EventReader *reader, const TarikhTimeExpr *expr)
{
  TarikhInterval today = reader->reading->published;
  gboolean past = expr->flags & TARIKH_TIME_DEICTIC_PAST, future = expr->flags & TARIKH_TIME_DEICTIC_FUTURE;
  char *unit = expr->value;
  gint64 n = expr->value[0] == 'P' ? g_ascii_strtoll (expr->value + 1, &unit, 10) : 0;
  gint days = *unit == 'D' ? 1 : *unit == 'W' ? 7 : 0, months = *unit == 'M' ? 1 : *unit == 'Y' ? 12 : 0;

  if (past == future || n < 1 || n > LONGEST_STRETCH || days + months == 0 || unit[1] != '\0'
      || !tarikh_base_interval_is_known (today))
    return tarikh_base_interval_none ();
  TarikhDay from = past ? today.first : today.last;
  gint sign = past ? -1 : 1;
  TarikhDay other = tarikh_base_day_add_months (from + sign * (gint) n * days, sign * (gint) n * months);
  return (TarikhInterval){ MIN (from, other), MAX (from, other), days == 1 ? TARIKH_GRAIN_DAY : TARIKH_GRAIN_MONTH };
}

/* "for a week now": the days round that point; none when so long ago that it says how things are. */
static TarikhInterval
point_since (const EventReader *reader, const TarikhTimeExpr *expr)
{
  TarikhInterval today = reader->reading->published;
  gboolean near = tarikh_base_interval_is_known (expr->days) && tarikh_base_interval_is_known (today)
                  && expr->days.last <= today.last && today.last - expr->days.first <= LONGEST_SINCE;

  return near ? expr->days : tarikh_base_interval_none ();
}

TarikhInterval
tarikh_event_get_days (const EventReader *reader, const TarikhTimeExpr *expr)
{
  if (expr->type != TARIKH_TIME_DURATION)
    return expr->days;
  return expr->flags & TARIKH_TIME_SINCE ? point_since (reader, expr) : stretch_from_today (reader, expr);
}

/* A time on the calendar that can date something. */
gboolean
tarikh_event_is_date (const EventReader *reader, const TarikhTimeExpr *expr)
{
  TarikhInterval days = tarikh_event_get_days (reader, expr);
  guint not_dates = TARIKH_TIME_AGE | TARIKH_TIME_DATELINE | (days.grain >= TARIKH_GRAIN_YEAR ? TARIKH_TIME_NAME : 0);

  if (expr->type == TARIKH_TIME_SET || expr->flags & not_dates)
    return FALSE;
  if (is_half_known (days) && g_str_has_prefix (expr->value, "XXXX-"))
    return TRUE;
  return tarikh_base_interval_is_known (days) && strcmp (expr->value, "PRESENT_REF") != 0
         && (g_ascii_isdigit (expr->value[0]) || expr->type == TARIKH_TIME_DURATION
             || g_str_has_prefix (expr->value, "XXXX") /* its year is an interval */
             || days.last - days.first <= VAGUE_DAYS);
}

static gboolean
is_bare_weekday (const EventReader *reader, const TarikhTimeExpr *expr)
{
  gboolean weekday = FALSE;

  if (expr->days.first != expr->days.last
      || expr->flags & (TARIKH_TIME_DEICTIC_PAST | TARIKH_TIME_DEICTIC_FUTURE | TARIKH_TIME_OFFSET)
      || expr->end_token - expr->first_token > 3)
    return FALSE;
  for (guint32 i = expr->first_token; i < expr->end_token; i++) {
    TarikhLexiconHit hit;
    if (reader->text->tokens[i].kind == TARIKH_TOKEN_NUMBER)
      return FALSE;
    weekday |= reader->text->tokens[i].kind == TARIKH_TOKEN_WORD
               && tarikh_lexicon_match_before (reader->lexicon, reader->text, i, TARIKH_LEXICON_TIME_END, &hit)
               && tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_WEEKDAY) != NULL;
  }
  return weekday;
}

/* A weekday alone takes its week from the verb of the very clause that it dates: what was done was done before today, what
 * will be done comes after. Returns the days to add. */
gint
tarikh_event_turn_weekday (const EventReader *reader, const EventClause *clause, const TarikhTimeExpr *expr)
{
  TarikhDay today = dater_get_last_published (reader);

  if (clause->verb == NO_TOKEN || today == TARIKH_DAY_NONE || !is_bare_weekday (reader, expr))
    return 0;
  guint32 flags = reader->words[clause->verb].flags;
  gboolean future = flags & WORD_FUTURE || clause->marks & (WORD_FUTURE | WORD_PLANNED);
  if (flags & (WORD_PAST | WORD_PASSIVE) && !future && expr->days.first > today && expr->days.first <= today + 7)
    return -7;
  if (flags & WORD_PRESENT && future && expr->days.last < today && expr->days.last >= today - 7)
    return 7;
  return 0;
}

TarikhInterval
tarikh_event_take_days (const EventReader *reader, gint32 index, gint32 *last_index)
{
  const TarikhTimeExpr *expr = dater_get_expr (reader, index);
  TarikhInterval days = tarikh_event_get_days (reader, expr);

  *last_index = index;
  if (expr->flags & TARIKH_TIME_RANGE_FIRST && (guint) index + 1 < reader->reading->exprs->len) {
    const TarikhTimeExpr *next = dater_get_expr (reader, index + 1);
    if (next->flags & TARIKH_TIME_RANGE_LAST && tarikh_event_is_date (reader, next) && next->days.last >= days.first) {
      days.last = next->days.last;
      *last_index = index + 1;
    }
  }
  if (expr->flags & TARIKH_TIME_SINCE && expr->days.grain >= TARIKH_GRAIN_DAY) {
    TarikhDay today = dater_get_last_published (reader);
    if (today != TARIKH_DAY_NONE && today > days.last)
      days.last = today;
  }
  return days;
}

static gboolean
is_evening (const TarikhTimeExpr *expr)
{
  return strstr (expr->value, "TEV") != NULL || strstr (expr->value, "TNI") != NULL;
}

/* A stay told with its length: "in a visit that lasted two days". */
void
tarikh_event_stretch_days (const EventReader *reader, const EventClause *clause, const TarikhTimeExpr *dated,
                           TarikhInterval *days)
{
  const TarikhSentence *sentence = &reader->text->sentences[clause->sentence];

  if (days->grain > TARIKH_GRAIN_DAY || days->first != days->last)
    return;
  guint32 from = clause->verb != NO_TOKEN ? clause->verb : clause->first;
  for (guint32 i = from, until = reader_limit (from, sentence->end_token); i < until; i++) {
    gint32 index = reader->words[i].time;
    if (index < 0)
      continue;
    const TarikhTimeExpr *expr = dater_get_expr (reader, index);
    const EventClause *own = reader_get_clause (reader, reader->words[i].clause);
    i = MAX (i, expr->end_token - 1);
    gboolean lasting = own != clause && own->kind == CLAUSE_BARE_RELATIVE && own->verb != NO_TOKEN
                       && reader->words[own->verb].kind == KIND_PHASE && own->parent < reader->clauses->len
                       && reader_get_clause (reader, own->parent) == clause;
    if (expr->type != TARIKH_TIME_DURATION || expr->flags & (TARIKH_TIME_AGE | TARIKH_TIME_SINCE)
        || !(lasting || (own == clause && expr->flags & TARIKH_TIME_DURING)))
      continue;
    char *end;
    gint64 n = expr->value[0] == 'P' ? g_ascii_strtoll (expr->value + 1, &end, 10) : 0;
    if (n < 1 || n > 60 || *end != 'D')
      continue;
    days->last = days->first + (TarikhDay) n - (is_evening (dated) ? 0 : 1);
    return;
  }
}
