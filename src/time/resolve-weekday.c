/* time/resolve-weekday: a weekday without a date. */
#include "time/resolve-date.h"

enum {
  TOLD_AROUND = 10, /* a weekday is the day told in full when that is at most this far from the day of writing */
  PRESENT_AHEAD = 4 /* a bare imperfect looks at most this many days ahead */
};

/* The last (STEPS < 0), next (> 0) WEEKDAY from BASE, BASE itself left out. */
static TarikhDay
step_weekday (TarikhDay base, gint weekday, gint steps)
{
  gint here = tarikh_base_day_get_weekday (base);
  gint back = (here - weekday + 7) % 7;

  if (steps < 0)
    return base - (back == 0 ? 7 : back) + 7 * (steps + 1);
  return base + (back == 0 ? 7 : 7 - back) + 7 * (steps - 1);
}

gboolean
tarikh_time_find_weekday (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gint weekday = p->value[SLOT_weekday];
  gint rel = phrase_has (p, SLOT_drel) ? p->value[SLOT_drel] : p->value[SLOT_rel];
  gboolean has_rel = phrase_has (p, SLOT_drel) || phrase_has (p, SLOT_rel);

  if (weekday < 1 || weekday > 7)
    return FALSE;
  if (context->ref == TARIKH_DAY_NONE) {
    g_snprintf (resolved->value, sizeof resolved->value, "XXXX-WXX-%d", weekday);
    return TRUE;
  }
  if (phrase_has (p, SLOT_wrel)) {
    Point week = tarikh_time_point_of_day (tarikh_time_rel_get_base (context, p->value[SLOT_wrel]), TARIKH_GRAIN_WEEK);
    week = tarikh_time_point_shift (week, tarikh_time_rel_get_steps (p->value[SLOT_wrel]));
    return tarikh_time_resolved_set_day_number (resolved, tarikh_base_day_from_iso_week (week.year, week.n, weekday));
  }
  if (has_rel && rel != 0 && rel != REL_SAME) {
    resolved->flags |= tarikh_time_rel_get_steps (rel) < 0 ? TARIKH_TIME_DEICTIC_PAST : TARIKH_TIME_DEICTIC_FUTURE;
    return tarikh_time_resolved_set_day_number (resolved, step_weekday (tarikh_time_rel_get_base (context, rel), weekday, tarikh_time_rel_get_steps (rel)));
  }
  if (tarikh_base_day_get_weekday (context->ref) == weekday)
    return tarikh_time_resolved_set_day_number (resolved, context->ref);
  TarikhDay told = context->told_weekdays[weekday];
  Tense tense = tarikh_time_place_get_tense (context, place);
  gboolean agrees = told <= context->ref || (tense != TENSE_SAID && tense != TENSE_PAST);
  if (told != TARIKH_DAY_NONE && ABS (told - context->ref) <= TOLD_AROUND && agrees)
    return tarikh_time_resolved_set_day_number (resolved, told);
  gint ahead = (weekday - tarikh_base_day_get_weekday (context->ref) + 7) % 7;
  gboolean future = tense == TENSE_FUTURE || (tense == TENSE_PRESENT && ahead <= PRESENT_AHEAD);
  return tarikh_time_resolved_set_day_number (resolved, step_weekday (context->ref, weekday, future ? 1 : -1));
}
