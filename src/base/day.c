/* base/day: civil days as numbers. Algorithms: days_from_civil and civil_from_days (H. Hinnant, "chrono-compatible
 * low-level date algorithms"), valid over all of gint32 years that fit. */
#include "base/base.h"

#include <stdlib.h>
#include <string.h>

static gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - ((a % b != 0) && ((a < 0) != (b < 0)));
}

TarikhDay
tarikh_base_day_from_date (gint year, gint month, gint day)
{
  gint64 months = (gint64) year * 12 + (month - 1);
  gint64 y = floor_div (months, 12);
  gint64 m = months - y * 12 + 1;

  y -= m <= 2;
  gint64 era = floor_div (y, 400);
  gint64 year_of_era = y - era * 400;
  gint64 day_of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return (TarikhDay) (era * 146097 + day_of_era - 719468 + (day - 1));
}

TarikhDate
tarikh_base_day_get_date (TarikhDay day)
{
  gint64 z = (gint64) day + 719468;
  gint64 era = floor_div (z, 146097);
  gint64 day_of_era = z - era * 146097;
  gint64 year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 mp = (5 * day_of_year + 2) / 153;
  gint month = (gint) (mp < 10 ? mp + 3 : mp - 9);

  return (TarikhDate){ .year = (gint) (year_of_era + era * 400 + (month <= 2)),
                       .month = month,
                       .day = (gint) (day_of_year - (153 * mp + 2) / 5 + 1) };
}

gint
tarikh_base_day_get_weekday (TarikhDay day)
{
  gint64 since_monday = (gint64) day + 3; /* 1970-01-01 was a Thursday */

  return (gint) (since_monday - floor_div (since_monday, 7) * 7) + 1;
}

gint
tarikh_base_days_in_month (gint year, gint month)
{
  return tarikh_base_day_from_date (year, month + 1, 1) - tarikh_base_day_from_date (year, month, 1);
}

gboolean
tarikh_base_date_is_valid (gint year, gint month, gint day)
{
  return year >= -9999 && year <= 9999 && month >= 1 && month <= 12 && day >= 1
         && day <= tarikh_base_days_in_month (year, month);
}

void
tarikh_base_day_get_iso_week (TarikhDay day, gint *year, gint *week)
{
  TarikhDay thursday = day - tarikh_base_day_get_weekday (day) + 4;
  gint y = tarikh_base_day_get_date (thursday).year;

  *year = y;
  *week = (thursday - tarikh_base_day_from_date (y, 1, 1)) / 7 + 1;
}

TarikhDay
tarikh_base_day_from_iso_week (gint year, gint week, gint weekday)
{
  TarikhDay fourth = tarikh_base_day_from_date (year, 1, 4); /* always in week 1 */

  return fourth - tarikh_base_day_get_weekday (fourth) + 1 + (week - 1) * 7 + (weekday - 1);
}

TarikhDay
tarikh_base_day_add_months (TarikhDay day, gint months)
{
  TarikhDate d = tarikh_base_day_get_date (day);
  TarikhDate first = tarikh_base_day_get_date (tarikh_base_day_from_date (d.year, d.month + months, 1));

  return tarikh_base_day_from_date (first.year, first.month,
                                    MIN (d.day, tarikh_base_days_in_month (first.year, first.month)));
}

char *
tarikh_base_day_to_iso (TarikhDay day)
{
  if (day == TARIKH_DAY_NONE)
    return NULL;
  TarikhDate d = tarikh_base_day_get_date (day);
  char iso[64], *end = iso;
  if (d.year < 0)
    *end++ = '-';
  end = tarikh_base_write_number (end, ABS (d.year), 4);
  *end++ = '-';
  end = tarikh_base_write_number (end, d.month, 2);
  *end++ = '-';
  tarikh_base_write_number (end, d.day, 2);
  return g_strdup (iso);
}

gboolean
tarikh_base_day_parse_iso (const char *text, TarikhDay *day)
{
  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (gsize i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;

  gint year = atoi (text), month = atoi (text + 5), day_of_month = atoi (text + 8);
  if (!tarikh_base_date_is_valid (year, month, day_of_month))
    return FALSE;
  *day = tarikh_base_day_from_date (year, month, day_of_month);
  return TRUE;
}
