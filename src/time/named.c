/* time/named: holidays by their code, and famous dates by the kind of event and the day (table "time-named"). */
#include "time/resolve.h"

#include <stdlib.h>
#include <string.h>

/* Easter Sunday of YEAR in the Gregorian calendar (anonymous algorithm, Meeus, "Astronomical Algorithms", ch. 8). */
static TarikhDay
find_easter (gint year)
{
  gint a = year % 19, b = year / 100, c = year % 100;
  gint d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  gint h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  gint l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;

  return tarikh_base_day_from_date (year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
}

/* The COUNTth WEEKDAY of MONTH of YEAR; COUNT 5: the last. */
static TarikhDay
find_weekday (gint year, gint month, gint count, gint weekday)
{
  TarikhDay first = tarikh_base_day_from_date (year, month, 1);
  TarikhDay day = first + (weekday - tarikh_base_day_get_weekday (first) + 7) % 7 + 7 * (count - 1);

  while (day > first + tarikh_base_days_in_month (year, month) - 1)
    day -= 7;
  return day;
}

/* The day that CODE falls on in the civil YEAR. A Hijri day may fall twice; the first is taken. */
static TarikhDay
find_in_year (const Context *context, const char *code, gint year)
{
  gint a = 0, b = 0, c = 0;
  g_auto (GStrv) parts = g_strsplit (code + 2, "-", 3);
  guint n = g_strv_length (parts);

  a = n > 0 ? atoi (parts[0]) : 0;
  b = n > 1 ? atoi (parts[1]) : 0;
  c = n > 2 ? atoi (parts[2]) : 0;
  switch (code[0]) {
  case 'G': return tarikh_base_day_from_date (year, a, b);
  case 'V': return tarikh_base_day_from_date (year, a, b) - 1;
  case 'E': return find_easter (MAX (year, 1)) + atoi (code + 2);
  case 'N': return find_weekday (year, a, b, c);
  default: break;
  }
  TarikhDay january = tarikh_base_day_from_date (year, 1, 1);
  TarikhDate hijri;
  if (code[0] != 'H' || !tarikh_time_hijri_from_day (context->hijri, january, &hijri))
    return TARIKH_DAY_NONE;
  for (gint i = 0; i < 2; i++) {
    TarikhDay day = tarikh_time_hijri_get_day (context->hijri, hijri.year + i, a, b);
    if (day != TARIKH_DAY_NONE && day >= january)
      return day;
  }
  return TARIKH_DAY_NONE;
}

/* The occurrence that REL or TENSE asks for; without either the nearest, a coming one only when it is much nearer. */
static TarikhDay
choose_occurrence (const Context *context, const char *code, gint rel, Tense tense)
{
  gint year = tarikh_base_day_get_date (context->ref).year;
  TarikhDay before = TARIKH_DAY_NONE, after = TARIKH_DAY_NONE;

  for (gint y = year - 2; y <= year + 2; y++) {
    TarikhDay day = find_in_year (context, code, y);
    if (day == TARIKH_DAY_NONE)
      continue;
    if (day <= context->ref)
      before = day;
    else if (after == TARIKH_DAY_NONE)
      after = day;
  }
  if (before == TARIKH_DAY_NONE || after == TARIKH_DAY_NONE)
    return before == TARIKH_DAY_NONE ? after : before;
  if (rel == -1 || rel == 1)
    return rel < 0 ? before : after;
  if (tense == TENSE_FUTURE)
    return context->ref - before <= 3 ? before : after;
  return after - context->ref < context->ref - before && after - context->ref < 60 ? after : before;
}

gboolean
tarikh_time_named_find (const Context *context, const char *code, gint year, gint rel, Tense tense, Point *point)
{
  TarikhDay day = TARIKH_DAY_NONE;

  if (tarikh_base_day_parse_iso (code, &day) || (code[0] != '\0' && code[1] != ':'))
    ;
  else if (code[0] != '\0' && year != 0)
    day = find_in_year (context, code, year);
  else if (code[0] != '\0' && context->ref != TARIKH_DAY_NONE)
    day = choose_occurrence (context, code, rel, tense);
  if (day == TARIKH_DAY_NONE)
    return FALSE;
  *point = tarikh_time_point_of_day (day, TARIKH_GRAIN_DAY);
  return TRUE;
}

gint
tarikh_time_named_year (const Context *context, const char *kind, gint month, gint day)
{
  const TarikhLexiconTable *table = tarikh_lexicon_get_table (context->lexicon, "time-named");

  for (guint i = 0; table != NULL && i < table->n_rows; i++) {
    const char *const *cells = table->cells + i * table->n_columns;
    if (strcmp (cells[0], kind) == 0 && atoi (cells[1]) == month && atoi (cells[2]) == day)
      return atoi (cells[3]);
  }
  return 0;
}
