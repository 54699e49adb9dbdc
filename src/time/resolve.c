/* time/resolve: finds the resolver that a rule names. */
#include "time/resolve.h"

#include <string.h>

static const struct {
  const char *name;
  Resolver resolver;
} resolvers[] = {
  { "date", tarikh_time_resolve_date },
  { "dates", tarikh_time_resolve_date },
  { "datelater", tarikh_time_resolve_date },
  { "night", tarikh_time_resolve_night },
  { "nightdates", tarikh_time_resolve_night_dates },
  { "lastnight", tarikh_time_resolve_last_night },
  { "tonight", tarikh_time_resolve_tonight },
  { "season", tarikh_time_resolve_season },
  { "quarterrel", tarikh_time_resolve_quarter_rel },
  { "months", tarikh_time_resolve_months },
  { "weekof", tarikh_time_resolve_week_of },
  { "weekdayof", tarikh_time_resolve_weekday_of },
  { "dayof", tarikh_time_resolve_day_of },
  { "weekfrom", tarikh_time_resolve_week_from },
  { "decadeof", tarikh_time_resolve_decade_of },
  { "weekend", tarikh_time_resolve_weekend },
  { "unit", tarikh_time_resolve_unit },
  { "unitsrel", tarikh_time_resolve_units_rel },
  { "offset", tarikh_time_resolve_offset },
  { "duration", tarikh_time_resolve_duration },
  { "durationrel", tarikh_time_resolve_duration_rel },
  { "age", tarikh_time_resolve_age },
  { "set", tarikh_time_resolve_set },
  { "part", tarikh_time_resolve_part },
  { "decadeyear", tarikh_time_resolve_decade_year },
  { "ref", tarikh_time_resolve_ref },
};

TarikhTimeMod
tarikh_time_parse_mod (const char *code)
{
  for (guint i = TARIKH_MOD_APPROX; i <= TARIKH_MOD_AFTER; i++)
    if (strcmp (code, tarikh_time_mod_get_name ((TarikhTimeMod) i)) == 0)
      return (TarikhTimeMod) i;
  return TARIKH_MOD_NONE;
}

gboolean
tarikh_time_resolved_ref (Resolved *resolved, const char *value)
{
  g_strlcpy (resolved->value, value, sizeof resolved->value);
  return TRUE;
}

void
tarikh_time_resolved_finish (Resolved *resolved)
{
  G_STATIC_ASSERT (sizeof resolved->value >= POINT_VALUE_BYTES);

  tarikh_time_point_write_value (resolved->point, resolved->value);
  resolved->days = tarikh_time_point_narrow (tarikh_time_point_get_days (resolved->point), resolved->mod);
}

gboolean
tarikh_time_resolve (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *phrase = place->phrase;

  *resolved = (Resolved){ .days = tarikh_base_interval_none (), .minute = -1, .point = tarikh_time_point_none () };
  if (phrase_has (phrase, SLOT_mod))
    resolved->mod = tarikh_time_parse_mod (phrase->text[SLOT_mod]);
  if (phrase_has (phrase, SLOT_approx))
    resolved->mod = tarikh_time_parse_mod (phrase->text[SLOT_approx]);
  for (guint i = 0; i < G_N_ELEMENTS (resolvers); i++)
    if (strcmp (place->rule->resolver, resolvers[i].name) == 0)
      return resolvers[i].resolver (context, place, resolved);
  return FALSE;
}
