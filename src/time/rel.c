/* time/rel: what last, this and next count from, and which way the words round a place point. */
#include "time/resolve-date.h"

gboolean
tarikh_time_rel_is_tale (gint rel)
{
  return rel >= REL_PREVIOUS && rel <= REL_FOLLOWING;
}

TarikhDay
tarikh_time_rel_get_base (const Context *context, gint rel)
{
  return tarikh_time_rel_is_tale (rel) ? tarikh_time_context_get_tale_day (context) : context->ref;
}

gint
tarikh_time_rel_get_steps (gint rel)
{
  return tarikh_time_rel_is_tale (rel) ? rel - REL_SAME : rel == REL_RECENT ? -1 : rel;
}

Tense
tarikh_time_place_get_tense (const Context *context, const Place *place)
{
  if (tarikh_time_context_before (context, place->first_token, TARIKH_LEXICON_UNTIL) != NULL)
    return tarikh_time_context_get_tense (context, place->first_token, place->end_token) == TENSE_FUTURE ? TENSE_FUTURE
                                                                                                         : TENSE_NONE;
  return tarikh_time_context_get_tense (context, place->first_token, place->end_token);
}
