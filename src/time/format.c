/* time/format: words days for people, in the calendar and as precisely as they were told. Patterns, names and plural forms
 * are rows of messages.tsv; what a language's table lacks is worded in numbers. Never decides which days are meant. */
#include "time/wording.h"

#include <string.h>

/* "2024-06-18T21:30" on one day → the date with its clock time. Takes TEXT. */
static char *
take_with_clock (const TarikhDateStyle *style, char *text, TarikhDay first, TarikhDay last, const char *value)
{
  const char *clock = value != NULL && first == last ? strchr (value, 'T') : NULL;

  if (clock == NULL || strlen (clock) != 6 || clock[3] != ':' || !g_ascii_isdigit (clock[1]))
    return text;
  char *with = tarikh_time_fill (tarikh_time_get_pattern (style, "date.clock", "{a} {b}"), 'a', text, 'b', clock + 1,
                                 TARIKH_TEMPLATE_END);
  g_free (text);
  return with;
}

/* A date whose year is only known to lie between two: the months that it lies between, not from the one to the other. */
static char *
word_between (const TarikhDateStyle *style, const CivilDate *a, const CivilDate *b)
{
  g_autofree char *late = tarikh_time_word_month (style, b);

  if (a->year == b->year && a->month == b->month)
    return g_steal_pointer (&late);
  g_autofree char *early = a->year == b->year ? tarikh_time_word_month_name (style, a) : tarikh_time_word_month (style, a);
  return tarikh_time_fill (tarikh_time_get_pattern (style, "between", "{a} – {b}"), 'a', early, 'b', late,
                           TARIKH_TEMPLATE_END);
}

static char *
word_gregorian (const TarikhDateStyle *style, TarikhDay first, TarikhDay last, const char *value)
{
  CivilDate a = tarikh_time_civil_gregorian (first), b = tarikh_time_civil_gregorian (last);
  gboolean whole_months = a.day == 1 && b.day == tarikh_base_days_in_month (b.year, b.month);

  if (value != NULL && g_str_has_prefix (value, "XXXX") && first != last)
    return word_between (style, &a, &b);
  char *text = tarikh_time_word_period (style, first, last, value);
  if (text != NULL)
    return text;
  if (tarikh_time_value_is_coarse (value))
    return tarikh_time_word_coarsely (style, first, last, value);
  if (whole_months && a.month == 1 && b.month == 12)
    return tarikh_time_word_years (style, &a, &b);
  return whole_months ? tarikh_time_word_months (style, &a, &b)
                      : take_with_clock (style, tarikh_time_word_days (style, &a, &b), first, last, value);
}

static char *
word_hijri_days (const TarikhDateStyle *style, TarikhDay first, TarikhDay last, const char *value)
{
  CivilDate a = tarikh_time_civil_hijri (first), b = tarikh_time_civil_hijri (last);
  gboolean whole_months = a.day == 1 && tarikh_time_civil_hijri (last + 1).day == 1;
  gboolean coarse = value != NULL ? tarikh_time_value_is_coarse (value) : last - first >= 26;

  if (whole_months && a.month == 1 && b.month == 12)
    return tarikh_time_word_years (style, &a, &b);
  if (whole_months)
    return tarikh_time_word_months (style, &a, &b);
  return coarse && first != last ? tarikh_time_word_hijri_coarsely (style, first, last)
                                 : tarikh_time_word_days (style, &a, &b);
}

/* With its era. */
static char *
word_hijri (const TarikhDateStyle *style, TarikhDay first, TarikhDay last, const char *value)
{
  g_autofree char *text = word_hijri_days (style, first, last, value);
  char *dated = tarikh_time_fill (tarikh_time_get_pattern (style, "date.hijri", "{a}"), 'a', text, TARIKH_TEMPLATE_END);

  return take_with_clock (style, dated, first, last, value);
}

/* Both ends known, FIRST not after LAST. */
static char *
word_interval (const TarikhDateStyle *style, TarikhDay first, TarikhDay last, const char *value)
{
  if (style->calendar == TARIKH_CALENDAR_HIJRI)
    return word_hijri (style, first, last, value);
  if (style->calendar != TARIKH_CALENDAR_BOTH)
    return word_gregorian (style, first, last, value);
  g_autofree char *date = word_gregorian (style, first, last, value);
  g_autofree char *other = word_hijri (style, first, last, first == last ? NULL : value);
  return g_strdup_printf ("%s (%s)", date, other);
}

char *
tarikh_time_format_interval (const TarikhDateStyle *style, TarikhDay first, TarikhDay last, const char *value)
{
  if (first == TARIKH_DAY_NONE && last == TARIKH_DAY_NONE)
    return g_strdup ("");
  if (first == TARIKH_DAY_NONE || last == TARIKH_DAY_NONE) {
    TarikhDay known = first == TARIKH_DAY_NONE ? last : first;
    g_autofree char *day = tarikh_time_format_interval (style, known, known, NULL);
    return tarikh_time_fill (tarikh_time_get_pattern (style, first == TARIKH_DAY_NONE ? "until" : "since", "{a}"), 'a',
                             day, TARIKH_TEMPLATE_END);
  }
  return tarikh_time_take_in_digits (style, word_interval (style, first, MAX (first, last), value));
}

/* ---- ticks ---- */

/* A scale has little room: of twin names the first will do. */
char *
tarikh_time_format_tick (const TarikhDateStyle *dates, TarikhDay day, TarikhGrain grain, gboolean with_year)
{
  TarikhDateStyle short_dates = *dates;
  const TarikhDateStyle *style = &short_dates;
  CivilDate date = style->calendar == TARIKH_CALENDAR_HIJRI ? tarikh_time_civil_hijri (day)
                                                            : tarikh_time_civil_gregorian (day);

  short_dates.months = tarikh_time_get_leading_tradition (dates->months);
  if (grain >= TARIKH_GRAIN_YEAR)
    return tarikh_time_take_in_digits (style, tarikh_time_word_year_number (style, date.year));
  if (grain >= TARIKH_GRAIN_MONTH)
    return tarikh_time_take_in_digits (style, with_year ? tarikh_time_word_month (style, &date)
                                                        : tarikh_time_word_month_name (style, &date));
  return with_year ? tarikh_time_take_in_digits (style, tarikh_time_word_day (style, &date, FALSE))
                   : tarikh_time_format_number (style, date.day);
}
