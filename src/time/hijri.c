/* time/hijri: Umm al-Qura dates. ICU's table covers 1300-1600; before that it goes on with the civil reckoning. Sightings
 * in other countries differ by a day. */
#include "time/hijri.h"

#include <unicode/ucal.h>

struct _Hijri {
  UCalendar *calendar; /* opened when first needed; NULL when ICU has none */
  gboolean tried;
};

#define MILLISECONDS_A_DAY 86400000.0

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

gboolean
tarikh_time_hijri_from_day (Hijri *hijri, TarikhDay day, TarikhDate *date)
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

TarikhDay
tarikh_time_hijri_get_day (Hijri *hijri, gint year, gint month, gint day)
{
  UCalendar *calendar = open_calendar (hijri);
  UErrorCode status = U_ZERO_ERROR;

  if (calendar == NULL || year < 1 || year > 1600 || month < 1 || month > 12 || day < 1 || day > 30)
    return TARIKH_DAY_NONE;
  ucal_clear (calendar);
  ucal_setDateTime (calendar, year, month - 1, day, 0, 0, 0, &status);
  double millis = ucal_getMillis (calendar, &status);
  if (U_FAILURE (status) || ucal_get (calendar, UCAL_DATE, &status) != day)
    return TARIKH_DAY_NONE;
  double days = millis / MILLISECONDS_A_DAY;
  return (TarikhDay) (days < 0 ? days - 0.5 : days + 0.5);
}

TarikhInterval
tarikh_time_hijri_get_interval (Hijri *hijri, gint year, gint month)
{
  gint next_year = month == 0 || month == 12 ? year + 1 : year;
  gint next_month = month == 0 || month == 12 ? 1 : month + 1;
  TarikhDay first = tarikh_time_hijri_get_day (hijri, year, MAX (month, 1), 1);
  TarikhDay next = tarikh_time_hijri_get_day (hijri, next_year, next_month, 1);

  if (first == TARIKH_DAY_NONE || next == TARIKH_DAY_NONE)
    return tarikh_base_interval_none ();
  return (TarikhInterval){ first, next - 1, month == 0 ? TARIKH_GRAIN_YEAR : TARIKH_GRAIN_MONTH };
}
