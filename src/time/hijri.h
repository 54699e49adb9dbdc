/* time/hijri: the Umm al-Qura calendar, through ICU ("islamic-umalqura"). Private to the room. */
#pragma once

#include "base/base.h"

typedef struct _Hijri Hijri;

Hijri *tarikh_time_hijri_new (void);
void tarikh_time_hijri_free (Hijri *hijri);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Hijri, tarikh_time_hijri_free)

/* The day of DAY MONTH YEAR (1-30, 1-12, 1-1600), or TARIKH_DAY_NONE when there is none. Opens ICU at the first call. */
TarikhDay tarikh_time_hijri_get_day (Hijri *hijri, gint year, gint month, gint day);
/* The days of a month, or of a year when MONTH is 0. */
TarikhInterval tarikh_time_hijri_get_interval (Hijri *hijri, gint year, gint month);
/* The Hijri date of a civil DAY; FALSE outside the calendar. */
gboolean tarikh_time_hijri_from_day (Hijri *hijri, TarikhDay day, TarikhDate *date);
