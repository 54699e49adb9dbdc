/* time/resolve-unit: last week, this season, the rest of the month, the second week of May, the coming days. */
#include "time/resolve-date.h"

#include <string.h>

enum { SEASON_FIRST_MONTH = 7, STUDY_FIRST_MONTH = 9, FRIDAY = 5 };

static void
flag_direction (Resolved *resolved, gint steps)
{
  if (steps < 0)
    resolved->flags |= TARIKH_TIME_DEICTIC_PAST;
  if (steps > 0)
    resolved->flags |= TARIKH_TIME_DEICTIC_FUTURE;
}

/* The championship season of DAY: it begins in July and is named by the year that it begins in. Its end, said in summer,
 * is that of the one just over. */
static Point
season_of_day (TarikhDay day, TarikhTimeMod mod)
{
  TarikhDate d = tarikh_base_day_get_date (day);
  gint year = d.month >= SEASON_FIRST_MONTH ? d.year : d.year - 1;

  if (mod == TARIKH_MOD_END && d.month >= SEASON_FIRST_MONTH && d.month <= SEASON_FIRST_MONTH + 2)
    year--;
  return (Point){ .grain = TARIKH_GRAIN_YEAR, .year = year, .sports = TRUE };
}

/* The school year that REL (-1, 0, 1) means on DAY: it begins in September; in August the coming one is "this" already. */
static Point
study_year_of_day (TarikhDay day, gint rel)
{
  TarikhDate d = tarikh_base_day_get_date (day);
  gint first = rel > 0 ? STUDY_FIRST_MONTH : STUDY_FIRST_MONTH - 1;

  return (Point){ .grain = TARIKH_GRAIN_YEAR,
                  .year = d.year + rel - (d.month < first ? 1 : 0),
                  .from_month = STUDY_FIRST_MONTH };
}

/* TRUE while a season is being prepared: "next season" is the one that is about to begin. */
static gboolean
prepares_season (TarikhDay day)
{
  TarikhDate d = tarikh_base_day_get_date (day);

  return d.month == SEASON_FIRST_MONTH || (d.month == SEASON_FIRST_MONTH + 1 && d.day < 15);
}

/* The season or school year that REL asks for from BASE. */
static Point
special_year (const char *unit, TarikhDay base, gint rel, TarikhTimeMod mod)
{
  gint steps = tarikh_time_rel_get_steps (rel);

  if (strcmp (unit, "SY") == 0)
    return study_year_of_day (base, steps);
  if (rel == 1)
    return tarikh_time_point_shift (season_of_day (base, TARIKH_MOD_NONE), prepares_season (base) ? 0 : 1);
  return tarikh_time_point_shift (season_of_day (base, mod), steps);
}

/* The season, or the school or fiscal year, of two years: Hijri by its sign or by its size. */
gboolean
tarikh_time_resolve_season (const Context *context, const Place *place, Resolved *resolved)
{
  gint year = place->phrase->value[SLOT_year];

  if (strcmp (place->phrase->text[SLOT_era], "H") == 0 || (year >= HIJRI_FIRST && year <= HIJRI_LAST))
    return tarikh_time_resolved_set_hijri_years (context, resolved, year, year + 1, FALSE);
  resolved->point = (Point){ .grain = TARIKH_GRAIN_YEAR, .year = place->phrase->value[SLOT_year], .sports = TRUE };
  resolved->explicit_year = TRUE;
  tarikh_time_resolved_finish (resolved);
  return TRUE;
}

static gboolean
set_rest (const Context *context, Resolved *resolved)
{
  TarikhInterval days = tarikh_time_point_get_days (resolved->point);

  tarikh_time_resolved_finish (resolved);
  resolved->mod = TARIKH_MOD_NONE;
  if (context->ref != TARIKH_DAY_NONE && days.first <= context->ref && context->ref <= days.last) {
    g_autofree char *from = tarikh_base_day_to_iso (context->ref);
    g_autofree char *to = tarikh_base_day_to_iso (days.last);
    g_snprintf (resolved->value, sizeof resolved->value, "%s/%s", from, to);
    resolved->days.first = context->ref;
  }
  return TRUE;
}

gboolean
tarikh_time_resolve_unit (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  const char *unit = p->text[SLOT_unit];
  TarikhGrain grain = tarikh_time_point_parse_unit (unit);
  gint rel = phrase_has (p, SLOT_rel) ? p->value[SLOT_rel] : 0;
  TarikhDay base = tarikh_time_rel_get_base (context, rel);

  if (rel == REL_NEW && strcmp (unit, "SS") != 0)
    return FALSE;
  if (rel == REL_NEW && base != TARIKH_DAY_NONE) /* the season that begins or has just begun */
    rel = tarikh_base_day_get_date (base).month >= SEASON_FIRST_MONTH ? 0 : 1;
  if (grain < TARIKH_GRAIN_DAY || (grain == TARIKH_GRAIN_DAY && !phrase_has (p, SLOT_rel)))
    return FALSE;
  flag_direction (resolved, rel >= REL_PREVIOUS ? 0 : rel);
  if (rel == REL_RECENT)
    return tarikh_time_resolved_ref (resolved, "PAST_REF");
  if (base == TARIKH_DAY_NONE)
    return tarikh_time_resolved_ref (resolved, "XXXX");
  if (strcmp (unit, "SS") == 0 || strcmp (unit, "SY") == 0)
    resolved->point = special_year (unit, base, rel, resolved->mod);
  else
    resolved->point
        = tarikh_time_point_shift (tarikh_time_point_of_day (base, grain), tarikh_time_rel_get_steps (rel));
  if (strcmp (place->rule->arguments, "rest") == 0)
    return set_rest (context, resolved);
  tarikh_time_resolved_finish (resolved);
  return TRUE;
}

/* The coming days, the past weeks: no number, no place on the calendar but a side of today. */
gboolean
tarikh_time_resolve_units_rel (const Context *context, const Place *place, Resolved *resolved)
{
  gint rel = place->phrase->value[SLOT_rel];

  flag_direction (resolved, rel == REL_RECENT ? -1 : rel >= REL_PREVIOUS ? 0 : rel);
  if (rel == 0)
    return tarikh_time_resolved_ref (resolved, "PRESENT_REF");
  return tarikh_time_resolved_ref (resolved, rel == 1 || rel == 2 || rel == REL_FOLLOWING ? "FUTURE_REF" : "PAST_REF");
}

gboolean
tarikh_time_resolve_quarter_rel (const Context *context, const Place *place, Resolved *resolved)
{
  gint rel = place->phrase->value[SLOT_rel];
  TarikhDay base = tarikh_time_rel_get_base (context, rel);

  flag_direction (resolved, rel >= REL_PREVIOUS ? 0 : rel);
  if (base == TARIKH_DAY_NONE)
    return tarikh_time_resolved_ref (resolved, "XXXX");
  resolved->point = tarikh_time_point_shift (tarikh_time_point_of_day (base, TARIKH_GRAIN_QUARTER),
                                             tarikh_time_rel_get_steps (rel));
  tarikh_time_resolved_finish (resolved);
  return TRUE;
}

/* The last decade of a century. */
gboolean
tarikh_time_resolve_decade_of (const Context *context, const Place *place, Resolved *resolved)
{
  gint n = place->phrase->value[SLOT_ord];

  if (strcmp (place->phrase->text[SLOT_unit], "DE") != 0 || n > 10 || !tarikh_time_find_point (context, place, resolved)
      || resolved->point.grain != TARIKH_GRAIN_CENTURY)
    return FALSE;
  resolved->point.grain = TARIKH_GRAIN_DECADE;
  resolved->point.year += 10 * ((n == -1 ? 10 : n) - 1);
  tarikh_time_resolved_finish (resolved);
  return TRUE;
}

/* The weekend of this, the last or the next week; on its own the one at hand. */
gboolean
tarikh_time_resolve_weekend (const Context *context, const Place *place, Resolved *resolved)
{
  gint rel = place->phrase->value[SLOT_rel];

  if (context->ref == TARIKH_DAY_NONE)
    return tarikh_time_resolved_ref (resolved, "XXXX-WXX-WE");
  flag_direction (resolved, rel >= REL_PREVIOUS ? 0 : rel);
  if (!phrase_has (place->phrase, SLOT_rel) && tarikh_base_day_get_weekday (context->ref) < FRIDAY
      && tarikh_time_place_get_tense (context, place) < TENSE_PRESENT)
    rel = -1; /* before the week's own has come, the last one is meant */
  resolved->point
      = tarikh_time_point_shift (tarikh_time_point_of_day (context->ref, TARIKH_GRAIN_WEEKEND), tarikh_time_rel_get_steps (rel));
  tarikh_time_resolved_finish (resolved);
  return TRUE;
}

/* The year or month that the container slots name, in OUTER; falls back to this year. */
static gboolean
find_outer (const Context *context, const Place *place, Resolved *outer)
{
  if (tarikh_time_find_point (context, place, outer))
    return outer->point.grain != TARIKH_GRAIN_NONE;
  if (context->ref == TARIKH_DAY_NONE)
    return FALSE;
  outer->point = tarikh_time_point_of_day (context->ref, TARIKH_GRAIN_YEAR);
  return TRUE;
}

/* The first three, six, nine months of a year: a quarter, a half, or the months by name. */
gboolean
tarikh_time_resolve_months (const Context *context, const Place *place, Resolved *resolved)
{
  gint n = place->phrase->value[SLOT_n], ord = place->phrase->value[SLOT_ord];
  Resolved outer = { .point = tarikh_time_point_none () };
  gboolean known = find_outer (context, place, &outer);

  if (n < 1 || n > 11 || (ord != 1 && ord != -1) || (!known && context->ref != TARIKH_DAY_NONE))
    return FALSE;
  if (!known)
    return tarikh_time_resolved_ref (resolved, n == 3 ? "XXXX-Q1" : n == 6 ? "XXXX-H1" : "XXXX");
  gint year = outer.point.year, first = ord == 1 ? 1 : 13 - n;
  resolved->explicit_year = outer.explicit_year;
  if (n == 3 || n == 6) {
    resolved->point = (Point){ .grain = n == 3 ? TARIKH_GRAIN_QUARTER : TARIKH_GRAIN_HALF,
                               .year = year,
                               .n = ord == 1 ? 1 : 12 / n };
    tarikh_time_resolved_finish (resolved);
    return TRUE;
  }
  resolved->days = tarikh_base_interval_of_month (year, first);
  resolved->days.last = tarikh_base_interval_of_month (year, first + n - 1).last;
  g_snprintf (resolved->value, sizeof resolved->value, "%04d-%02d/%04d-%02d", year, first, year, first + n - 1);
  return TRUE;
}

/* The nth week of a month counts from its first Monday; of a year it is the ISO week. */
gboolean
tarikh_time_resolve_week_of (const Context *context, const Place *place, Resolved *resolved)
{
  gint n = place->phrase->value[SLOT_ord];
  Resolved outer = { .point = tarikh_time_point_none () };

  gboolean known = find_outer (context, place, &outer);
  if (!known && context->ref == TARIKH_DAY_NONE && outer.value[0] != '\0') /* a month whose year nobody knows */
    return tarikh_time_resolved_ref (resolved, outer.value);
  if (!known || n == 0 || n > 53)
    return FALSE;
  TarikhInterval days = tarikh_time_point_get_days (outer.point);
  TarikhDay day;
  if (outer.point.grain == TARIKH_GRAIN_MONTH) {
    TarikhDay monday = days.first + (8 - tarikh_base_day_get_weekday (days.first)) % 7;
    day = n > 0 ? monday + 7 * (n - 1) : days.last - tarikh_base_day_get_weekday (days.last) + 1;
    if (n > 5)
      return FALSE;
  } else {
    day = n > 0 ? tarikh_base_day_from_iso_week (outer.point.year, n, 1)
                : tarikh_base_day_from_iso_week (outer.point.year + 1, 1, 1) - 7;
    gint year, week;
    tarikh_base_day_get_iso_week (day, &year, &week);
    if (year != outer.point.year)
      return FALSE;
  }
  resolved->flags = outer.flags;
  resolved->explicit_year = outer.explicit_year;
  resolved->point = tarikh_time_point_of_day (day, TARIKH_GRAIN_WEEK);
  tarikh_time_resolved_finish (resolved);
  return TRUE;
}

/* The first Friday of July; -1: the last. */
gboolean
tarikh_time_resolve_weekday_of (const Context *context, const Place *place, Resolved *resolved)
{
  gint n = place->phrase->value[SLOT_ord], weekday = place->phrase->value[SLOT_weekday];
  Phrase container = *place->phrase;
  Place inner = *place;
  Resolved outer = { .point = tarikh_time_point_none () };

  container.filled &= ~((guint64) 1 << SLOT_weekday);
  inner.phrase = &container;
  if (!find_outer (context, &inner, &outer) || outer.point.grain != TARIKH_GRAIN_MONTH || n == 0 || n > 5)
    return FALSE;
  TarikhInterval days = tarikh_time_point_get_days (outer.point);
  TarikhDay first = days.first + (weekday - tarikh_base_day_get_weekday (days.first) + 7) % 7;
  TarikhDay last = days.last - (tarikh_base_day_get_weekday (days.last) - weekday + 7) % 7;
  TarikhDay day = n > 0 ? first + 7 * (n - 1) : last;
  if (day > days.last)
    return FALSE;
  resolved->point = tarikh_time_point_of_day (day, TARIKH_GRAIN_DAY);
  tarikh_time_resolved_finish (resolved);
  return TRUE;
}

/* The first, the last day of a month or a year. */
gboolean
tarikh_time_resolve_day_of (const Context *context, const Place *place, Resolved *resolved)
{
  gint n = place->phrase->value[SLOT_ord];
  Resolved outer = { .point = tarikh_time_point_none () };

  if (!find_outer (context, place, &outer))
    return FALSE;
  TarikhInterval days = tarikh_time_point_get_days (outer.point);
  TarikhDay day = n > 0 ? days.first + n - 1 : days.last;
  if (n == 0 || day > days.last || day < days.first)
    return FALSE;
  resolved->point = tarikh_time_point_of_day (day, TARIKH_GRAIN_DAY);
  tarikh_time_resolved_finish (resolved);
  return TRUE;
}

gboolean
tarikh_time_resolve_week_from (const Context *context, const Place *place, Resolved *resolved)
{
  if (!tarikh_time_find_point (context, place, resolved) || resolved->point.grain != TARIKH_GRAIN_DAY)
    return FALSE;
  resolved->point = tarikh_time_point_of_day (tarikh_time_point_get_days (resolved->point).first, TARIKH_GRAIN_WEEK);
  tarikh_time_resolved_finish (resolved);
  return TRUE;
}
