/* time/resolve: calls the resolver that a rule names. */
#include "time/resolve.h"

#include <string.h>

static const Resolver resolvers[RESOLVER_COUNT] = {
#define RESOLVER(name, function) [RESOLVER_##name] = tarikh_time_resolve_##function,
#include "time/resolvers.def"
#undef RESOLVER
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
  Resolver resolver = resolvers[place->rule->resolver];
  return resolver != NULL && resolver (context, place, resolved);
}
