/* time/civil: days as dates of one calendar, alone and in ranges, in words. Numbers stand bare: in a right-to-left line a
 * range of days or years then reads from the right, as Arabic print sets it. */
#include "time/wording.h"

#include <string.h>
#include <unicode/ucal.h>

CivilDate
tarikh_time_civil_gregorian (TarikhDay day)
{
  TarikhDate d = tarikh_base_day_get_date (day);

  return (CivilDate){ d.year, d.month, d.day, FALSE };
}

/* Noon UTC, so that no zone moves the day. */
CivilDate
tarikh_time_civil_hijri (TarikhDay day)
{
  static const UChar zone[] = { 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = ucal_open (zone, 3, "en@calendar=islamic-umalqura", UCAL_DEFAULT, &status);

  if (U_FAILURE (status))
    return tarikh_time_civil_gregorian (day);
  ucal_setMillis (calendar, (double) day * 86400000.0 + 43200000.0, &status);
  CivilDate date = { ucal_get (calendar, UCAL_YEAR, &status), ucal_get (calendar, UCAL_MONTH, &status) + 1,
                     ucal_get (calendar, UCAL_DATE, &status), TRUE };
  ucal_close (calendar);
  return U_SUCCESS (status) ? date : tarikh_time_civil_gregorian (day);
}

/* ---- one date ---- */

char *
tarikh_time_word_year_number (const TarikhDateStyle *style, gint year)
{
  if (year > 0)
    return tarikh_time_format_plain (year);
  g_autofree char *before = tarikh_time_format_plain (1 - (gint64) year);
  return tarikh_time_fill (tarikh_time_get_pattern (style, "date.bc", "-{y}"), 'y', before, TARIKH_TEMPLATE_END);
}

char *
tarikh_time_word_month_name (const TarikhDateStyle *style, const CivilDate *date)
{
  return date->hijri ? tarikh_time_format_hijri_month (style, date->month) : tarikh_time_format_month (style, date->month);
}

char *
tarikh_time_word_day (const TarikhDateStyle *style, const CivilDate *date, gboolean with_year)
{
  g_autofree char *day = tarikh_time_format_plain (date->day), *month = tarikh_time_word_month_name (style, date);
  g_autofree char *year = tarikh_time_word_year_number (style, date->year);

  return tarikh_time_fill (with_year ? tarikh_time_get_pattern (style, "date.day", "{d} {m} {y}")
                                     : tarikh_time_get_pattern (style, "date.day-month", "{d} {m}"),
                           'd', day, 'm', month, 'y', year, TARIKH_TEMPLATE_END);
}

char *
tarikh_time_word_month (const TarikhDateStyle *style, const CivilDate *date)
{
  g_autofree char *month = tarikh_time_word_month_name (style, date);
  g_autofree char *year = tarikh_time_word_year_number (style, date->year);

  return tarikh_time_fill (tarikh_time_get_pattern (style, "date.month", "{m} {y}"), 'm', month, 'y', year,
                           TARIKH_TEMPLATE_END);
}

char *
tarikh_time_word_year (const TarikhDateStyle *style, const CivilDate *date)
{
  g_autofree char *year = tarikh_time_word_year_number (style, date->year);

  return tarikh_time_fill (tarikh_time_get_pattern (style, "date.year", "{y}"), 'y', year, TARIKH_TEMPLATE_END);
}

/* ---- ranges, from the finest grain to the coarsest ---- */

/* Takes FIRST and LAST. */
static char *
join (const TarikhDateStyle *style, char *first, char *last)
{
  char *text = tarikh_time_fill (tarikh_time_get_pattern (style, "date.range", "{a} – {b}"), 'a', first, 'b', last,
                                 TARIKH_TEMPLATE_END);

  g_free (first);
  g_free (last);
  return text;
}

static char *
word_days_of_month (const TarikhDateStyle *style, const CivilDate *a, const CivilDate *b)
{
  g_autofree char *first = tarikh_time_format_plain (a->day), *last = tarikh_time_format_plain (b->day);
  g_autofree char *month = tarikh_time_word_month_name (style, b);
  g_autofree char *year = tarikh_time_word_year_number (style, b->year);

  return tarikh_time_fill (tarikh_time_get_pattern (style, "date.days", "{a}–{b} {m} {y}"), 'a', first, 'b', last, 'm',
                           month, 'y', year, TARIKH_TEMPLATE_END);
}

char *
tarikh_time_word_days (const TarikhDateStyle *style, const CivilDate *a, const CivilDate *b)
{
  if (a->year != b->year)
    return join (style, tarikh_time_word_day (style, a, TRUE), tarikh_time_word_day (style, b, TRUE));
  if (a->month == b->month)
    return a->day == b->day ? tarikh_time_word_day (style, a, TRUE) : word_days_of_month (style, a, b);
  g_autofree char *first = tarikh_time_word_day (style, a, FALSE), *last = tarikh_time_word_day (style, b, FALSE);
  g_autofree char *year = tarikh_time_word_year_number (style, b->year);
  return tarikh_time_fill (tarikh_time_get_pattern (style, "date.same-year", "{a} – {b} {y}"), 'a', first, 'b', last,
                           'y', year, TARIKH_TEMPLATE_END);
}

/* Names of one word stand close; others need air to be told apart. */
static const char *
choose_months_pattern (const TarikhDateStyle *style, const char *first, const char *last)
{
  return strchr (first, ' ') != NULL || strchr (last, ' ') != NULL
             ? tarikh_time_get_pattern (style, "date.same-year", "{a} – {b} {y}")
             : tarikh_time_get_pattern (style, "date.months", "{a}–{b} {y}");
}

char *
tarikh_time_word_months (const TarikhDateStyle *style, const CivilDate *a, const CivilDate *b)
{
  if (a->year == b->year && a->month == b->month)
    return tarikh_time_word_month (style, a);
  if (a->year != b->year)
    return join (style, tarikh_time_word_month (style, a), tarikh_time_word_month (style, b));
  g_autofree char *first = tarikh_time_word_month_name (style, a), *last = tarikh_time_word_month_name (style, b);
  g_autofree char *year = tarikh_time_word_year_number (style, b->year);
  return tarikh_time_fill (choose_months_pattern (style, first, last), 'a', first, 'b', last, 'y', year,
                           TARIKH_TEMPLATE_END);
}

char *
tarikh_time_word_years (const TarikhDateStyle *style, const CivilDate *a, const CivilDate *b)
{
  g_autofree char *first = tarikh_time_word_year_number (style, a->year);
  g_autofree char *last = tarikh_time_word_year_number (style, b->year);

  if (a->year == b->year)
    return tarikh_time_word_year (style, a);
  return tarikh_time_fill (tarikh_time_get_pattern (style, "date.years", "{a}–{b}"), 'a', first, 'b', last,
                           TARIKH_TEMPLATE_END);
}
