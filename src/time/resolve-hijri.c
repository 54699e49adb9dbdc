/* time/resolve-hijri: days, months and years of the Hijri calendar. */
#include "time/resolve-date.h"

#include <string.h>

enum { HIJRI_FIRST = 1300, HIJRI_LAST = 1500 };

/* A Hijri day as its own country saw the moon: the weekday told with it moves it by one day, no more. */
TarikhDay
tarikh_time_hijri_fit_sighting (const Phrase *p, TarikhDay day)
{
  if (day == TARIKH_DAY_NONE || !phrase_has (p, SLOT_weekday))
    return day;
  gint off = (p->value[SLOT_weekday] - tarikh_base_day_get_weekday (day) + 10) % 7 - 3;
  return ABS (off) == 1 ? day + off : day;
}

gboolean
tarikh_time_hijri_is_year (const Phrase *p, gint year)
{
  return strcmp (p->text[SLOT_era], "H") == 0
         || (p->class_id[SLOT_month] == SHAPE_MONTHNUM && year >= HIJRI_FIRST && year <= HIJRI_LAST);
}

static gint
find_hijri_year (const Context *context, const Place *place)
{
  const Phrase *p = place->phrase;
  TarikhDate now;
  gint month = p->value[SLOT_hmonth], day = MAX (p->value[SLOT_hday], 1);

  if (phrase_has (p, SLOT_hyear))
    return p->value[SLOT_hyear];
  if (context->ref == TARIKH_DAY_NONE || !tarikh_time_hijri_from_day (context->hijri, context->ref, &now))
    return 0;
  if (phrase_has (p, SLOT_yrel))
    return now.year + tarikh_time_rel_get_steps (p->value[SLOT_yrel]);
  gint rel = phrase_has (p, SLOT_rel) ? tarikh_time_rel_get_steps (p->value[SLOT_rel]) : 0;
  if (rel < 0)
    return month < now.month ? now.year : now.year - 1;
  if (rel > 0)
    return month > now.month ? now.year : now.year + 1;
  if (phrase_has (p, SLOT_rel))
    return now.year;
  gboolean future = tarikh_time_place_get_tense (context, place) == TENSE_FUTURE;
  gint distance = (month * 30 + day) - (now.month * 30 + now.day);
  if (future)
    return distance >= -45 ? now.year : now.year + 1;
  return distance <= 40 ? now.year : now.year - 1;
}

gboolean
tarikh_time_find_hijri (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gint year = find_hijri_year (context, place);

  if (year == 0)
    return context->ref == TARIKH_DAY_NONE && tarikh_time_resolved_ref (resolved, "XXXX");
  resolved->explicit_year = phrase_has (p, SLOT_hyear);
  if (phrase_has (p, SLOT_hday)) {
    TarikhDay day = tarikh_time_hijri_get_day (context->hijri, year, p->value[SLOT_hmonth], p->value[SLOT_hday]);
    day = tarikh_time_hijri_fit_sighting (p, day);
    resolved->impossible = day == TARIKH_DAY_NONE;
    return day != TARIKH_DAY_NONE && tarikh_time_resolved_set_day_number (resolved, day);
  }
  TarikhInterval days = tarikh_time_hijri_get_interval (context->hijri, year, p->value[SLOT_hmonth]);
  if (days.first == TARIKH_DAY_NONE)
    return FALSE;
  resolved->point = tarikh_time_point_of_day (days.first, TARIKH_GRAIN_MONTH);
  resolved->days = days;
  return TRUE;
}

/* A Hijri year or century: the Gregorian days that it covers, as "first/last". */
gboolean
tarikh_time_resolved_set_hijri_years (const Context *context, Resolved *resolved, gint first, gint last, gboolean centuries)
{
  TarikhInterval a = tarikh_time_hijri_get_interval (context->hijri, first, 0);
  TarikhInterval b = tarikh_time_hijri_get_interval (context->hijri, last, 0);

  if (a.first == TARIKH_DAY_NONE || b.first == TARIKH_DAY_NONE)
    return FALSE;
  TarikhDate from = tarikh_base_day_get_date (a.first), to = tarikh_base_day_get_date (b.last);
  resolved->days = (TarikhInterval){ a.first, b.last, centuries ? TARIKH_GRAIN_CENTURY : TARIKH_GRAIN_YEAR };
  if (centuries)
    g_snprintf (resolved->value, sizeof resolved->value, "%04d/%04d", from.year, to.year - 1);
  else
    g_snprintf (resolved->value, sizeof resolved->value, "%04d-%02d-%02d/%04d-%02d-%02d", from.year, from.month,
                from.day, to.year, to.month, to.day);
  return TRUE;
}
