/* time/resolve-month: months, their halves, seasons, quarters and halves of a year. */
#include "time/resolve-date.h"

gboolean
tarikh_time_find_month (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gint year = tarikh_time_find_year (context, place, resolved), month = p->value[SLOT_month];
  const TarikhLexeme *head = tarikh_time_context_before (context, place->first_token, TARIKH_LEXICON_NAMED_HEAD);

  if (month < 1 || month > 12)
    return FALSE;
  if (year == 0 && head != NULL && !phrase_has (p, SLOT_rel)) {
    year = tarikh_time_named_year (context, head->text, month, 0);
    resolved->explicit_year |= year != 0;
  }
  if (year == 0)
    year = tarikh_time_choose_year (context, place, month, 0, resolved);
  if (year == 0)
    return tarikh_time_resolved_set_unknown_year (resolved, month, 0);
  resolved->point = (Point){ .grain = TARIKH_GRAIN_MONTH, .year = year, .month = month };
  return year >= -9999 && year <= 9999;
}

/* "the same month of 2017" */
gboolean
tarikh_time_find_month_in_year (const Context *context, const Place *place, Resolved *resolved)
{
  gint year = tarikh_time_find_year (context, place, resolved);
  TarikhDay base = tarikh_time_rel_get_base (context, place->phrase->value[SLOT_mrel]);

  if (year == 0 || base == TARIKH_DAY_NONE)
    return FALSE;
  resolved->point
      = (Point){ .grain = TARIKH_GRAIN_MONTH, .year = year, .month = tarikh_base_day_get_date (base).month };
  return TRUE;
}

gboolean
tarikh_time_find_rel_period (const Context *context, gint rel, TarikhGrain grain, Resolved *resolved, const char *unknown)
{
  TarikhDay base = tarikh_time_rel_get_base (context, rel);

  if (rel < 0)
    resolved->flags |= TARIKH_TIME_DEICTIC_PAST;
  if (rel == 1 || rel == 2)
    resolved->flags |= TARIKH_TIME_DEICTIC_FUTURE;
  if (base == TARIKH_DAY_NONE)
    return tarikh_time_resolved_ref (resolved, unknown);
  resolved->explicit_year = tarikh_time_rel_is_explicit (context, rel);
  resolved->point = tarikh_time_point_shift (tarikh_time_point_of_day (base, grain), tarikh_time_rel_get_steps (rel));
  return TRUE;
}

/* The first or second half of a month: the month, begun or ended, and its days to the fifteenth or from there. */
gboolean
tarikh_time_find_half_month (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gboolean found = phrase_has (p, SLOT_month)
                       ? tarikh_time_find_month (context, place, resolved)
                       : tarikh_time_find_rel_period (context, p->value[SLOT_mrel], TARIKH_GRAIN_MONTH, resolved, "XXXX-XX");

  if (!found || p->value[SLOT_half] < 1 || p->value[SLOT_half] > 2 || resolved->point.grain != TARIKH_GRAIN_MONTH)
    return found;
  TarikhInterval days = tarikh_time_point_get_days (resolved->point);
  resolved->mod = p->value[SLOT_half] == 1 ? TARIKH_MOD_START : TARIKH_MOD_END;
  tarikh_time_resolved_finish (resolved);
  resolved->days = (TarikhInterval){ p->value[SLOT_half] == 1 ? days.first : days.first + 15,
                                     p->value[SLOT_half] == 1 ? days.first + 14 : days.last, days.grain };
  return TRUE;
}

static const gint season_months[] = { 3, 6, 9, 12 };

/* "In (the) summer": the tale's or the one that the tense tells of; every summer when neither says which. */
static gboolean
find_bare_season (const Context *context, const Place *place, gint n, Resolved *resolved)
{
  Tense tense = tarikh_time_place_get_tense (context, place);
  gint year = tense == TENSE_PAST || tense == TENSE_FUTURE
                  ? tarikh_time_choose_year (context, place, season_months[n], 0, resolved)
                  : 0;

  if (context->atoms[place->first_token].dress & DRESS_PREPOSITION)
    return FALSE;
  if (place->end_token < context->text->n_tokens && (context->atoms[place->end_token].dress & DRESS_ARTICLE))
    return FALSE; /* the Arab spring */
  if (year == 0) {
    resolved->type = TARIKH_TIME_SET;
    g_snprintf (resolved->value, sizeof resolved->value, "XXXX-%s", place->phrase->text[SLOT_season]);
    return TRUE;
  }
  resolved->point = (Point){ .grain = TARIKH_GRAIN_SEASON, .year = year, .n = n };
  return TRUE;
}

/* A season said with last or next, or with its year. */
gboolean
tarikh_time_find_season (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gint n = tarikh_time_point_parse_season (p->text[SLOT_season]);
  gint year = tarikh_time_find_year (context, place, resolved);
  gint rel = phrase_has (p, SLOT_rel) ? p->value[SLOT_rel] : 0;
  TarikhDay base = tarikh_time_rel_get_base (context, rel);

  if (n < 0)
    return FALSE;
  if (strcmp (place->rule->arguments, "season") == 0)
    return find_bare_season (context, place, n, resolved);
  if (year == 0 && base == TARIKH_DAY_NONE)
    return tarikh_time_resolved_ref (resolved, "XXXX");
  if (year == 0) {
    Point now = tarikh_time_point_of_day (base, TARIKH_GRAIN_SEASON);
    gint steps = tarikh_time_rel_get_steps (rel);
    year = now.year;
    if (steps < 0)
      year += n < now.n ? 0 : -1;
    else if (steps > 0)
      year += n > now.n ? 0 : 1;
    if (steps < 0)
      resolved->flags |= TARIKH_TIME_DEICTIC_PAST;
    if (steps > 0)
      resolved->flags |= TARIKH_TIME_DEICTIC_FUTURE;
  }
  resolved->point = (Point){ .grain = TARIKH_GRAIN_SEASON, .year = year, .n = n };
  return TRUE;
}

gboolean
tarikh_time_find_part_of_year (const Context *context, const Place *place, Slot slot, TarikhGrain grain, gint most,
                   Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gint year = tarikh_time_find_year (context, place, resolved), n = p->value[slot] == -1 ? most : p->value[slot];

  if (n < 1 || n > most)
    return FALSE;
  if (year == 0 && context->ref != TARIKH_DAY_NONE)
    year = tarikh_base_day_get_date (context->ref).year;
  if (year == 0) {
    g_snprintf (resolved->value, sizeof resolved->value, "XXXX-%c%d", grain == TARIKH_GRAIN_QUARTER ? 'Q' : 'H', n);
    return TRUE;
  }
  resolved->point = (Point){ .grain = grain, .year = year, .n = n };
  return TRUE;
}
