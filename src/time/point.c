/* time/point: periods of the Gregorian calendar. Pure arithmetic. */
#include "time/point.h"

#include <string.h>

static const char season_codes[4][3] = { "SP", "SU", "FA", "WI" };

Point
tarikh_time_point_none (void)
{
  return (Point){ .grain = TARIKH_GRAIN_NONE };
}

static gint
floor_to (gint value, gint step)
{
  gint rest = value % step;

  return value - (rest < 0 ? rest + step : rest);
}

static Point
season_of (TarikhDate d)
{
  gint n = d.month == 12 || d.month <= 2 ? 3 : d.month / 3 - 1;

  return (Point){ .grain = TARIKH_GRAIN_SEASON, .year = d.month <= 2 ? d.year - 1 : d.year, .n = n };
}

Point
tarikh_time_point_of_day (TarikhDay day, TarikhGrain grain)
{
  TarikhDate d = tarikh_base_day_get_date (day);
  Point p = { .grain = grain, .year = d.year };

  switch (grain) {
  case TARIKH_GRAIN_WEEK:
  case TARIKH_GRAIN_WEEKEND: tarikh_base_day_get_iso_week (day, &p.year, &p.n); return p;
  case TARIKH_GRAIN_MONTH: p.month = d.month; return p;
  case TARIKH_GRAIN_SEASON: return season_of (d);
  case TARIKH_GRAIN_QUARTER: p.n = (d.month + 2) / 3; return p;
  case TARIKH_GRAIN_HALF: p.n = d.month > 6 ? 2 : 1; return p;
  case TARIKH_GRAIN_YEAR: return p;
  case TARIKH_GRAIN_DECADE: p.year = floor_to (d.year, 10); return p;
  case TARIKH_GRAIN_CENTURY: p.year = floor_to (d.year, 100); return p;
  default: return (Point){ .grain = TARIKH_GRAIN_DAY, .year = d.year, .month = d.month, .day = d.day };
  }
}

static Point
shift_parts (Point p, gint n, gint first, gint per_year)
{
  gint index = p.year * per_year + (p.n - first) + n;

  p.year = floor_to (index, per_year) / per_year;
  p.n = index - p.year * per_year + first;
  return p;
}

Point
tarikh_time_point_shift (Point p, gint n)
{
  n = CLAMP (n, -20000, 20000);
  switch (p.grain) {
  case TARIKH_GRAIN_DAY:
    return tarikh_time_point_of_day (tarikh_base_day_from_date (p.year, p.month, p.day) + n, p.grain);
  case TARIKH_GRAIN_WEEK:
  case TARIKH_GRAIN_WEEKEND:
    return tarikh_time_point_of_day (tarikh_base_day_from_iso_week (p.year, p.n, 1) + 7 * n, p.grain);
  case TARIKH_GRAIN_MONTH:
    return tarikh_time_point_of_day (tarikh_base_day_from_date (p.year, p.month + n, 1), p.grain);
  case TARIKH_GRAIN_SEASON: return shift_parts (p, n, 0, 4);
  case TARIKH_GRAIN_QUARTER: return shift_parts (p, n, 1, 4);
  case TARIKH_GRAIN_HALF: return shift_parts (p, n, 1, 2);
  case TARIKH_GRAIN_YEAR: p.year += n; return p;
  case TARIKH_GRAIN_DECADE: p.year += 10 * n; return p;
  case TARIKH_GRAIN_CENTURY: p.year += 100 * n; return p;
  default: return p;
  }
}

/* MONTHS months from MONTH of YEAR on. */
static TarikhInterval
span_months (gint year, gint month, gint months, TarikhGrain grain)
{
  return (TarikhInterval){ tarikh_base_day_from_date (year, month, 1),
                           tarikh_base_day_from_date (year, month + months, 1) - 1, grain };
}

TarikhInterval
tarikh_time_point_get_days (Point p)
{
  TarikhDay monday;

  switch (p.grain) {
  case TARIKH_GRAIN_DAY: {
    TarikhDay day = tarikh_base_day_from_date (p.year, p.month, p.day);
    return tarikh_base_interval_of_day (day);
  }
  case TARIKH_GRAIN_WEEK:
    monday = tarikh_base_day_from_iso_week (p.year, p.n, 1);
    return (TarikhInterval){ monday, monday + 6, p.grain };
  case TARIKH_GRAIN_WEEKEND: /* Friday to Sunday: the Arab world's and the others' */
    monday = tarikh_base_day_from_iso_week (p.year, p.n, 1);
    return (TarikhInterval){ monday + 4, monday + 6, p.grain };
  case TARIKH_GRAIN_MONTH: return span_months (p.year, p.month, 1, p.grain);
  case TARIKH_GRAIN_SEASON: return span_months (p.year, 3 + 3 * p.n, 3, p.grain);
  case TARIKH_GRAIN_QUARTER: return span_months (p.year, 3 * p.n - 2, 3, p.grain);
  case TARIKH_GRAIN_HALF: return span_months (p.year, 6 * p.n - 5, 6, p.grain);
  case TARIKH_GRAIN_YEAR: return span_months (p.year, p.sports ? 7 : MAX (p.from_month, 1), 12, p.grain);
  case TARIKH_GRAIN_DECADE: return span_months (p.year, 1, 120, p.grain);
  case TARIKH_GRAIN_CENTURY: return span_months (p.year, 1, 1200, p.grain);
  default: return tarikh_base_interval_none ();
  }
}

static TarikhInterval
narrow_year (TarikhInterval days, TarikhTimeMod mod)
{
  TarikhDate d = tarikh_base_day_get_date (days.first);
  gint first = mod == TARIKH_MOD_START ? 0 : mod == TARIKH_MOD_MID ? 4 : 9;
  gint months = mod == TARIKH_MOD_MID ? 4 : 3;

  return span_months (d.year, d.month + first, months, days.grain);
}

static TarikhInterval
narrow_month (TarikhInterval days, TarikhTimeMod mod)
{
  gint first = mod == TARIKH_MOD_START ? 0 : mod == TARIKH_MOD_MID ? 10 : 20;
  TarikhDay last = mod == TARIKH_MOD_END ? days.last : days.first + first + 9;

  return (TarikhInterval){ days.first + first, last, days.grain };
}

static TarikhInterval
narrow_thirds (TarikhInterval days, TarikhTimeMod mod)
{
  gint third = (days.last - days.first + 1) / 3;

  if (mod == TARIKH_MOD_START)
    days.last = days.first + MAX (third, 1) - 1;
  else if (mod == TARIKH_MOD_END)
    days.first = days.last - MAX (third, 1) + 1;
  else {
    days.first += third;
    days.last -= third;
  }
  return days;
}

TarikhInterval
tarikh_time_point_narrow (TarikhInterval days, TarikhTimeMod mod)
{
  if (!tarikh_base_interval_is_known (days)
      || (mod != TARIKH_MOD_START && mod != TARIKH_MOD_MID && mod != TARIKH_MOD_END))
    return days;
  if (days.grain == TARIKH_GRAIN_YEAR)
    return narrow_year (days, mod);
  if (days.grain == TARIKH_GRAIN_MONTH)
    return narrow_month (days, mod);
  return narrow_thirds (days, mod);
}

/* Writes TEXT and NUMBER in WIDTH digits at OUT. Returns where it ends. */
static char *
put (char *out, const char *text, gint number, guint width)
{
  return tarikh_base_write_number (g_stpcpy (out, text), number, width);
}

/* Years, decades and centuries before the first are written "BC0044", "BC02": the year's own name, as TIMEX3 has it. */
static void
write_early (Point p, char *out)
{
  gint year = 1 - p.year; /* astronomical 0 is 1 BC */

  if (p.grain == TARIKH_GRAIN_CENTURY)
    put (out, "BC", -p.year / 100 - 1, 2);
  else if (p.grain == TARIKH_GRAIN_DECADE)
    put (out, "BC", year / 10, 3);
  else
    put (out, "BC", year, 4);
}

void
tarikh_time_point_write_value (Point p, char out[POINT_VALUE_BYTES])
{
  out[0] = '\0';
  if (p.year < 0 || (p.year == 0 && p.grain != TARIKH_GRAIN_CENTURY && p.grain != TARIKH_GRAIN_DECADE)) {
    write_early (p, out);
    return;
  }
  switch (p.grain) {
  case TARIKH_GRAIN_DAY: put (put (put (out, "", p.year, 4), "-", p.month, 2), "-", p.day, 2); break;
  case TARIKH_GRAIN_WEEK: put (put (out, "", p.year, 4), "-W", p.n, 2); break;
  case TARIKH_GRAIN_WEEKEND: g_stpcpy (put (put (out, "", p.year, 4), "-W", p.n, 2), "-WE"); break;
  case TARIKH_GRAIN_MONTH: put (put (out, "", p.year, 4), "-", p.month, 2); break;
  case TARIKH_GRAIN_SEASON:
    g_stpcpy (g_stpcpy (put (out, "", p.year, 4), "-"), season_codes[CLAMP (p.n, 0, 3)]);
    break;
  case TARIKH_GRAIN_QUARTER: put (put (out, "", p.year, 4), "-Q", p.n, 1); break;
  case TARIKH_GRAIN_HALF: put (put (out, "", p.year, 4), "-H", p.n, 1); break;
  case TARIKH_GRAIN_YEAR: put (out, "", p.year, 4); break;
  case TARIKH_GRAIN_DECADE: put (out, "", p.year / 10, 3); break;
  case TARIKH_GRAIN_CENTURY: put (out, "", p.year / 100, 2); break;
  default: break;
  }
}

gint
tarikh_time_point_parse_season (const char *code)
{
  for (gint i = 0; i < 4; i++)
    if (strcmp (code, season_codes[i]) == 0)
      return i;
  return -1;
}

TarikhGrain
tarikh_time_point_parse_unit (const char *code)
{
  static const struct {
    const char *code;
    TarikhGrain grain;
  } units[] = { { "TS", TARIKH_GRAIN_MINUTE }, { "TM", TARIKH_GRAIN_MINUTE }, { "TH", TARIKH_GRAIN_HOUR },
                { "D", TARIKH_GRAIN_DAY },     { "W", TARIKH_GRAIN_WEEK },    { "M", TARIKH_GRAIN_MONTH },
                { "Q", TARIKH_GRAIN_QUARTER }, { "Y", TARIKH_GRAIN_YEAR },    { "HY", TARIKH_GRAIN_YEAR },
                { "SS", TARIKH_GRAIN_YEAR },   { "DE", TARIKH_GRAIN_DECADE }, { "CE", TARIKH_GRAIN_CENTURY },
                { "WE", TARIKH_GRAIN_WEEKEND } };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (code, units[i].code) == 0)
      return units[i].grain;
  return TARIKH_GRAIN_NONE;
}
