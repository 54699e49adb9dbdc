/* time/rel: what last, this and next count from, and which way the words round a place point. */
#include "time/resolve-date.h"

enum { RANGE_TOKENS = 8 }; /* a range begins this near before its end */

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

gboolean
tarikh_time_rel_is_explicit (const Context *context, gint rel)
{
  return tarikh_time_rel_is_tale (rel) && context->tale.day != TARIKH_DAY_NONE && context->tale.explicit_year;
}

gint
tarikh_time_rel_get_steps (gint rel)
{
  return tarikh_time_rel_is_tale (rel) ? rel - REL_SAME : rel == REL_RECENT ? -1 : rel;
}

/* TRUE when "from" or "between" opens a range before TOKEN. */
static gboolean
ends_range (const Context *context, guint32 token)
{
  for (guint32 i = token; i-- > 0 && token - i <= RANGE_TOKENS;)
    if (tarikh_time_context_at (context, i, TARIKH_LEXICON_FROM) != NULL
        || tarikh_time_context_at (context, i, TARIKH_LEXICON_BETWEEN) != NULL
        || tarikh_time_context_at (context, i, TARIKH_LEXICON_SINCE) != NULL)
      return TRUE;
  return FALSE;
}

Tense
tarikh_time_place_get_tense (const Context *context, const Place *place)
{
  Tense tense = tarikh_time_context_get_tense (context, place->first_token, place->end_token);

  if (tarikh_time_context_before (context, place->first_token, TARIKH_LEXICON_UNTIL) != NULL)
    return tense == TENSE_FUTURE ? TENSE_FUTURE : TENSE_NONE;
  if (tense != TENSE_PRESENT
      && tarikh_time_context_before (context, place->first_token, TARIKH_LEXICON_TO) != NULL
      && !ends_range (context, place->first_token)
      && !(tense == TENSE_PAST && tarikh_time_context_follows_stay (context, place->first_token)))
    return TENSE_FUTURE; /* "it was put off to December" */
  return tense;
}
