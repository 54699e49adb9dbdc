/* time/resolve-year: years, decades and centuries, and the year of a month or a day that says none. */
#include "time/resolve-date.h"

#include <string.h>

TarikhDay
tarikh_time_day_in_year (gint year, gint month, gint day)
{
  return tarikh_base_day_from_date (year, month, CLAMP (day, 1, tarikh_base_days_in_month (year, month)));
}

/* The year in which MONTH (DAY) is the last one before BASE, STEPS 1: the first one after it. A month that says no day
 * leaves out the one that BASE lies in: "last June" said in June is last year's. */
static gint
year_by_direction (TarikhDay base, gint month, gint day, gint steps)
{
  TarikhDate d = tarikh_base_day_get_date (base);
  gint here = day == 0 ? d.month * 32 : d.month * 32 + d.day;
  gint there = day == 0 ? month * 32 : month * 32 + day;

  if (steps < 0)
    return (there < here ? d.year : d.year - 1) + steps + 1;
  if (steps > 0)
    return (there > here ? d.year : d.year + 1) + steps - 1;
  return d.year;
}

/* Without last or next: the tense decides, and nearness when it says nothing. */
static gint
year_by_tense (TarikhDay base, gint month, gint day, Tense tense, Resolved *resolved)
{
  TarikhDate d = tarikh_base_day_get_date (base);
  gint past = d.month * 32 + (day == 0 ? 0 : d.day) >= month * 32 + day ? d.year : d.year - 1;
  TarikhDay last = day == 0 ? tarikh_base_interval_of_month (past, month).last : tarikh_time_day_in_year (past, month, day);
  TarikhDay next = tarikh_time_day_in_year (past + 1, month, MAX (day, 1));

  if (tense == TENSE_FUTURE) /* what was to come may just have come */
    return last >= base || next - base > 10 * (base - last) ? past : past + 1;
  if (last >= base)
    return past;
  resolved->doubt = tense != TENSE_PAST;
  return (next - base) * (tense == TENSE_PAST ? 6 : 3) < base - last ? past + 1 : past;
}

/* The year that the tale gives: the same day told before with its year, or a year just told of another time. */
static gint
year_by_tale (const Context *context, const Place *place, gint month, gint day, Tense tense)
{
  gint told = day > 0 ? context->told_years[month * 32 + day] : 0;

  if (told != 0 && (context->ref == TARIKH_DAY_NONE || tarikh_time_day_in_year (told, month, day) <= context->ref))
    return told;
  if (tense == TENSE_FUTURE || !context->tale.explicit_year
      || !tarikh_time_context_tale_is_near (context, place->first_token, day > 0 ? 3 : 1))
    return 0;
  if (context->tale.since
      || (context->tale.grain == TARIKH_GRAIN_YEAR
          && !tarikh_time_context_tale_is_near (context, place->first_token, 0)))
    return 0;
  TarikhDate tale = tarikh_base_day_get_date (context->tale.day);
  if (context->ref != TARIKH_DAY_NONE && context->tale.day > context->ref - 300 && context->tale.day <= context->ref)
    return 0;
  if (context->tale.grain == TARIKH_GRAIN_YEAR)
    return tale.year;
  if (context->tale.grain != TARIKH_GRAIN_MONTH && context->tale.grain != TARIKH_GRAIN_DAY)
    return 0;
  gboolean later = month * 32 + (day > 0 ? day : 31) >= tale.month * 32 + (day > 0 ? tale.day : 0);
  gboolean around = day > 0 && month + 2 >= tale.month;
  return later || around ? tale.year : 0;
}

gint
tarikh_time_choose_year (const Context *context, const Place *place, gint month, gint day, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gint rel = p->value[SLOT_rel];

  if (phrase_has (p, SLOT_rel)) {
    TarikhDay base = tarikh_time_rel_get_base (context, rel);
    if (rel < 0 || rel == REL_RECENT)
      resolved->flags |= TARIKH_TIME_DEICTIC_PAST;
    else if (rel == 1 || rel == 2)
      resolved->flags |= TARIKH_TIME_DEICTIC_FUTURE;
    if (base == TARIKH_DAY_NONE)
      return 0;
    return year_by_direction (base, month, day, tarikh_time_rel_get_steps (rel));
  }
  Tense tense = tarikh_time_place_get_tense (context, place);
  gint year = year_by_tale (context, place, month, day, tense);
  if (year != 0) {
    resolved->explicit_year = TRUE;
    return year;
  }
  if (context->ref == TARIKH_DAY_NONE)
    return 0;
  return year_by_tense (context->ref, month, day, tense, resolved);
}

/* A year as written: two digits, before Christ, Hijri by its size. 0 when the phrase has none. */
static gint
written_year (const Context *context, const Phrase *p)
{
  gint year = p->value[SLOT_year];

  if (!phrase_has (p, SLOT_year))
    return 0;
  if (strcmp (p->text[SLOT_era], "BC") == 0)
    return 1 - year;
  if (year >= 30 && year < 100 && !phrase_has (p, SLOT_month) && !phrase_has (p, SLOT_era)) /* "the war of '73" */
    return year + 1900;
  if (year < 100 && (phrase_has (p, SLOT_month))) {
    gint now = context->ref == TARIKH_DAY_NONE ? 2030 : tarikh_base_day_get_date (context->ref).year + 10;
    return year + (2000 + year > now ? 1900 : 2000);
  }
  return year;
}

/* The year by number or by "last year"; 0 when the phrase names none or it cannot be known. */
gint
tarikh_time_find_year (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;

  if (phrase_has (p, SLOT_year)) {
    resolved->explicit_year = TRUE;
    return written_year (context, p);
  }
  if (!phrase_has (p, SLOT_yrel))
    return 0;
  gint rel = p->value[SLOT_yrel];
  TarikhDay base = tarikh_time_rel_get_base (context, rel);
  if (rel == REL_NEW)
    return 0;
  if (rel < 0)
    resolved->flags |= TARIKH_TIME_DEICTIC_PAST;
  if (rel == 1 || rel == 2)
    resolved->flags |= TARIKH_TIME_DEICTIC_FUTURE;
  if (base == TARIKH_DAY_NONE)
    return 0;
  return tarikh_base_day_get_date (base).year + tarikh_time_rel_get_steps (rel);
}

/* A century by number or by last and this: its first year; G_MININT when it cannot be known. */
static gint
find_century (const Context *context, const Phrase *p)
{
  if (phrase_has (p, SLOT_century)) {
    gint n = p->value[SLOT_century];
    if (n < 1 || n > 30)
      return G_MININT;
    return strcmp (p->text[SLOT_era], "BC") == 0 ? -n * 100 : (n - 1) * 100;
  }
  gint rel = p->value[SLOT_crel];
  TarikhDay base = tarikh_time_rel_get_base (context, rel);
  gint year = base == TARIKH_DAY_NONE ? 2000 : tarikh_base_day_get_date (base).year; /* a living language's century */
  return (year / 100 + tarikh_time_rel_get_steps (rel)) * 100;
}

gboolean
tarikh_time_find_century_or_decade (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gboolean has_century = phrase_has (p, SLOT_century) || phrase_has (p, SLOT_crel);
  gint century = has_century ? find_century (context, p) : 1900;

  if (century == G_MININT)
    return FALSE;
  if (strcmp (p->text[SLOT_era], "H") == 0)
    return tarikh_time_resolved_set_hijri_years (context, resolved, century + 1, century + 100, TRUE);
  resolved->explicit_year = TRUE;
  if (phrase_has (p, SLOT_decade))
    resolved->point = (Point){ .grain = TARIKH_GRAIN_DECADE, .year = century + p->value[SLOT_decade] };
  else
    resolved->point = (Point){ .grain = TARIKH_GRAIN_CENTURY, .year = century };
  return TRUE;
}

gboolean
tarikh_time_find_whole_year (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gint year = tarikh_time_find_year (context, place, resolved);

  if (strcmp (p->text[SLOT_era], "H") == 0)
    return year >= 1 && year <= 1600 && tarikh_time_resolved_set_hijri_years (context, resolved, year, year, FALSE);
  if (year == 0 && !phrase_has (p, SLOT_year))
    return p->value[SLOT_yrel] != REL_NEW && p->value[SLOT_yrel] != REL_RECENT
           && tarikh_time_resolved_ref (resolved, "XXXX");
  if (year > 0 && year < 100 && !phrase_has (p, SLOT_era))
    return FALSE;
  resolved->point = (Point){ .grain = TARIKH_GRAIN_YEAR, .year = year };
  return year >= -9999 && year <= 9999;
}

/* "the 1980s": a decade by the year that it begins with; "the 1800s" a century, but "the 2000s" their first ten years. */
gboolean
tarikh_time_resolve_decade_year (const Context *context, const Place *place, Resolved *resolved)
{
  gint year = place->phrase->value[SLOT_year];

  if (year % 10 != 0)
    return FALSE;
  resolved->explicit_year = TRUE;
  resolved->point
      = (Point){ .grain = year % 100 == 0 && year < 2000 ? TARIKH_GRAIN_CENTURY : TARIKH_GRAIN_DECADE, .year = year };
  tarikh_time_resolved_finish (resolved);
  return TRUE;
}
