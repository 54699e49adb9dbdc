/* time/hijri: Umm al-Qura dates. ICU's table covers 1300-1600; before that it goes on with the civil reckoning. Sightings
 * in other countries differ by a day. */
#include "time/hijri.h"

#include <math.h>
#include <unicode/ucal.h>

enum { CACHE_FIRST_YEAR = 1300, CACHE_YEARS = 301, CACHE_MONTHS = CACHE_YEARS * 12, NEVER_ZERO = 100000 };

struct _Hijri {
  UCalendar *calendar; /* opened when first needed; NULL when ICU has none */
  gboolean tried;
  gint32 *first_days; /* of each month, + NEVER_ZERO; 0: not asked for yet; NULL before the first question */
};

#define MILLISECONDS_A_DAY 86400000.0
#define MEAN_MONTH 29.530589 /* days */

Hijri *
tarikh_time_hijri_new (void)
{
  return g_new0 (Hijri, 1);
}

void
tarikh_time_hijri_free (Hijri *hijri)
{
  if (hijri == NULL)
    return;
  if (hijri->calendar != NULL)
    ucal_close (hijri->calendar);
  g_free (hijri->first_days);
  g_free (hijri);
}

static UCalendar *
open_calendar (Hijri *hijri)
{
  static const UChar utc[] = { 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;

  if (!hijri->tried) {
    hijri->tried = TRUE;
    hijri->calendar = ucal_open (utc, 3, "en@calendar=islamic-umalqura", UCAL_TRADITIONAL, &status);
    if (U_FAILURE (status))
      hijri->calendar = NULL;
  }
  return hijri->calendar;
}

static gboolean
ask_date (Hijri *hijri, TarikhDay day, TarikhDate *date)
{
  UCalendar *calendar = open_calendar (hijri);
  UErrorCode status = U_ZERO_ERROR;

  if (calendar == NULL || day < -600000 || day > 100000)
    return FALSE;
  ucal_setMillis (calendar, day * MILLISECONDS_A_DAY, &status);
  *date = (TarikhDate){ ucal_get (calendar, UCAL_YEAR, &status), ucal_get (calendar, UCAL_MONTH, &status) + 1,
                        ucal_get (calendar, UCAL_DATE, &status) };
  return U_SUCCESS (status);
}

static TarikhDay
ask_first_day (Hijri *hijri, gint year, gint month)
{
  UCalendar *calendar = open_calendar (hijri);
  UErrorCode status = U_ZERO_ERROR;

  if (calendar == NULL)
    return TARIKH_DAY_NONE;
  ucal_clear (calendar);
  ucal_setDateTime (calendar, year, month - 1, 1, 0, 0, 0, &status);
  double days = ucal_getMillis (calendar, &status) / MILLISECONDS_A_DAY;
  if (U_FAILURE (status))
    return TARIKH_DAY_NONE;
  return (TarikhDay) (days < 0 ? days - 0.5 : days + 0.5);
}

/* The first day of a month; MONTH may go on beyond 12 into the years that are kept, elsewhere to 13: the next year's first. */
static TarikhDay
find_first_day (Hijri *hijri, gint year, gint month)
{
  gint index = (year - CACHE_FIRST_YEAR) * 12 + month - 1;

  if (index < 0 || index >= CACHE_MONTHS)
    return ask_first_day (hijri, month > 12 ? year + 1 : year, month > 12 ? 1 : month);
  if (hijri->first_days == NULL)
    hijri->first_days = g_new0 (gint32, CACHE_MONTHS);
  if (hijri->first_days[index] == 0) {
    TarikhDay day = ask_first_day (hijri, CACHE_FIRST_YEAR + index / 12, index % 12 + 1);
    if (day == TARIKH_DAY_NONE)
      return day;
    hijri->first_days[index] = day + NEVER_ZERO; /* the table begins in 1882 */
  }
  return hijri->first_days[index] - NEVER_ZERO;
}

/* ICU counts the years up to DAY every time it is asked for a date; the first days of months it knows at once. So the month is
 * guessed by the mean length, which is never far off, and the guess moved. FALSE outside the years that are kept. */
static gboolean
find_date (Hijri *hijri, TarikhDay day, TarikhDate *date)
{
  TarikhDay beginning = find_first_day (hijri, CACHE_FIRST_YEAR, 1);
  gint month = beginning != TARIKH_DAY_NONE ? (gint) floor ((day - beginning) / MEAN_MONTH) : -1;

  if (month < 1 || month >= CACHE_MONTHS - 2)
    return FALSE;
  while (find_first_day (hijri, CACHE_FIRST_YEAR, month + 1) > day)
    month--;
  while (find_first_day (hijri, CACHE_FIRST_YEAR, month + 2) <= day)
    month++;
  *date = (TarikhDate){ CACHE_FIRST_YEAR + month / 12, month % 12 + 1,
                        day - find_first_day (hijri, CACHE_FIRST_YEAR, month + 1) + 1 };
  return TRUE;
}

gboolean
tarikh_time_hijri_from_day (Hijri *hijri, TarikhDay day, TarikhDate *date)
{
  return find_date (hijri, day, date) || ask_date (hijri, day, date);
}

TarikhDay
tarikh_time_hijri_get_day (Hijri *hijri, gint year, gint month, gint day)
{
  if (year < 1 || year > 1600 || month < 1 || month > 12 || day < 1 || day > 30)
    return TARIKH_DAY_NONE;
  TarikhDay first = find_first_day (hijri, year, month);
  TarikhDay next = day == 30 ? find_first_day (hijri, year, month + 1) : TARIKH_DAY_NONE;
  if (first == TARIKH_DAY_NONE || (day == 30 && next != first + 30))
    return TARIKH_DAY_NONE;
  return first + day - 1;
}

TarikhInterval
tarikh_time_hijri_get_interval (Hijri *hijri, gint year, gint month)
{
  if (year < 1 || year > 1599 || month < 0 || month > 12)
    return tarikh_base_interval_none ();
  TarikhDay first = find_first_day (hijri, year, MAX (month, 1));
  TarikhDay next = find_first_day (hijri, month == 0 ? year + 1 : year, month == 0 ? 1 : month + 1);

  if (first == TARIKH_DAY_NONE || next == TARIKH_DAY_NONE)
    return tarikh_base_interval_none ();
  return (TarikhInterval){ first, next - 1, month == 0 ? TARIKH_GRAIN_YEAR : TARIKH_GRAIN_MONTH };
}
