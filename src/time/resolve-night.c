/* time/resolve-night: nights, by one day or by the two that they lie between. */
#include "time/resolve-date.h"

#include <string.h>

static gboolean
name_night (Resolved *resolved)
{
  if (resolved->value[0] == '\0')
    tarikh_time_resolved_finish (resolved);
  g_strlcat (resolved->value, "TNI", sizeof resolved->value);
  resolved->type = TARIKH_TIME_TIME;
  if (resolved->days.last != TARIKH_DAY_NONE)
    resolved->days.last++;
  return TRUE;
}

gboolean
tarikh_time_resolve_night (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;

  if ((p->value[SLOT_weekday] % 7) + 1 != p->value[SLOT_weekday2])
    return FALSE;
  return tarikh_time_find_weekday (context, place, resolved) && name_night (resolved);
}

gboolean
tarikh_time_resolve_night_dates (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;

  if (phrase_has (p, SLOT_twin) && p->value[SLOT_twin] != p->value[SLOT_month])
    return FALSE;
  if (p->value[SLOT_day2] != p->value[SLOT_day] + 1 && p->value[SLOT_day2] != 1)
    return FALSE;
  return tarikh_time_find_day_of_month (context, place, resolved) && name_night (resolved);
}

gboolean
tarikh_time_resolve_last_night (const Context *context, const Place *place, Resolved *resolved)
{
  gint rel = place->phrase->value[SLOT_rel];
  TarikhDay base = tarikh_time_rel_get_base (context, rel);

  if (rel < 0)
    resolved->flags |= TARIKH_TIME_DEICTIC_PAST;
  if (base == TARIKH_DAY_NONE)
    return tarikh_time_resolved_ref (resolved, "XXXX-XX-XXTNI");
  return tarikh_time_resolved_set_day_number (resolved, base + tarikh_time_rel_get_steps (rel)) && name_night (resolved);
}

gboolean
tarikh_time_resolve_tonight (const Context *context, const Place *place, Resolved *resolved)
{
  if (context->ref == TARIKH_DAY_NONE)
    return tarikh_time_resolved_ref (resolved, "XXXX-XX-XXTNI");
  return tarikh_time_resolved_set_day_number (resolved, context->ref) && name_night (resolved);
}
