/* time/resolve-day: days of a month, of the tale, and counted from today. */
#include "time/resolve-date.h"

enum { LEAP_YEAR = 2000 }; /* has every day that some year has */

static gboolean
set_day (Resolved *resolved, gint year, gint month, gint day)
{
  if (!tarikh_base_date_is_valid (year, month, day)) {
    resolved->impossible = TRUE;
    return FALSE;
  }
  resolved->point = (Point){ .grain = TARIKH_GRAIN_DAY, .year = year, .month = month, .day = day };
  return TRUE;
}

gboolean
tarikh_time_resolved_set_day_number (Resolved *resolved, TarikhDay day)
{
  resolved->point = tarikh_time_point_of_day (day, TARIKH_GRAIN_DAY);
  return TRUE;
}

/* Writes a value whose year nobody knows: "XXXX-06-18", "XXXX-06". */
gboolean
tarikh_time_resolved_set_unknown_year (Resolved *resolved, gint month, gint day)
{
  if (day > 0)
    g_snprintf (resolved->value, sizeof resolved->value, "XXXX-%02d-%02d", month % 100, day % 100);
  else
    g_snprintf (resolved->value, sizeof resolved->value, "XXXX-%02d", month % 100);
  return TRUE;
}

/* TRUE when TENSE can be told of DAY. */
static gboolean
tense_allows (const Context *context, Tense tense, TarikhDay day)
{
  if (context->ref == TARIKH_DAY_NONE)
    return TRUE;
  return tense == TENSE_FUTURE ? day >= context->ref : tense != TENSE_PAST || day <= context->ref;
}

/* A year in which MONTH DAY is the weekday told, nearest to YEAR and at most three away, on the side that the tense tells
 * of; YEAR itself when none is. */
static gint
fit_weekday (const Context *context, const Place *place, gint year, gint month, gint day)
{
  static const gint steps[] = { 0, -1, 1, -2, 2, -3, 3 };
  Tense tense = tarikh_time_place_get_tense (context, place);

  guint n = tense == TENSE_FUTURE ? 3 : G_N_ELEMENTS (steps); /* no plan leaves out a year that is far */
  for (guint i = 0; i < n; i++) {
    if (!tarikh_base_date_is_valid (year + steps[i], month, day))
      continue;
    TarikhDay fit = tarikh_base_day_from_date (year + steps[i], month, day);
    if (tarikh_base_day_get_weekday (fit) == place->phrase->value[SLOT_weekday] && tense_allows (context, tense, fit))
      return year + steps[i];
  }
  return year;
}

/* TRUE for the year 0, which no calendar has; 00 is short for 2000. */
static gboolean
names_year_zero (const Context *context, const Place *place)
{
  const Phrase *p = place->phrase;

  if (!phrase_has (p, SLOT_year) || p->value[SLOT_year] != 0)
    return FALSE;
  for (guint32 i = place->first_token; i < place->end_token; i++) {
    const TarikhToken *t = &context->text->tokens[i];
    if (t->kind == TARIKH_TOKEN_NUMBER && t->number == 0 && t->fold_length != 2)
      return TRUE;
  }
  return FALSE;
}

gboolean
tarikh_time_find_day_of_month (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gint month = p->value[SLOT_month], day = p->value[SLOT_day];
  const TarikhLexeme *head = tarikh_time_context_before (context, place->first_token, TARIKH_LEXICON_NAMED_HEAD);
  gint year = tarikh_time_find_year (context, place, resolved);

  if (day < 1 || day > 31 || month < 1 || month > 12)
    return FALSE;
  resolved->impossible = names_year_zero (context, place);
  if (resolved->impossible)
    return FALSE;
  if (year != 0 && tarikh_time_hijri_is_year (p, year)) {
    TarikhDay hijri = tarikh_time_hijri_fit_sighting (p, tarikh_time_hijri_get_day (context->hijri, year, month, day));
    resolved->impossible = hijri == TARIKH_DAY_NONE;
    return hijri != TARIKH_DAY_NONE && tarikh_time_resolved_set_day_number (resolved, hijri);
  }
  if (year == 0 && head != NULL && !phrase_has (p, SLOT_rel)) {
    year = tarikh_time_named_year (context, head->text, month, day);
    if (year != 0 && context->ref != TARIKH_DAY_NONE && tarikh_time_day_in_year (year, month, day) > context->ref)
      year = 0;
    resolved->explicit_year |= year != 0;
  }
  gboolean written = year != 0;
  if (year == 0)
    year = tarikh_time_choose_year (context, place, month, day, resolved);
  if (year == 0) {
    resolved->impossible = !tarikh_base_date_is_valid (LEAP_YEAR, month, day);
    return !resolved->impossible && tarikh_time_resolved_set_unknown_year (resolved, month, day);
  }
  if (phrase_has (p, SLOT_weekday) && !written && !phrase_has (p, SLOT_rel))
    year = fit_weekday (context, place, year, month, day);
  return set_day (resolved, year, month, day);
}

/* "the 20th of next month" */
static gboolean
find_day_by_month_rel (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gint rel = p->value[SLOT_mrel];
  TarikhDay base = tarikh_time_rel_get_base (context, rel);

  if (base == TARIKH_DAY_NONE) {
    g_snprintf (resolved->value, sizeof resolved->value, "XXXX-XX-%02d", p->value[SLOT_day] % 100);
    return TRUE;
  }
  resolved->explicit_year = tarikh_time_rel_is_explicit (context, rel);
  if (tarikh_time_rel_is_tale (rel) && context->tale.day != TARIKH_DAY_NONE && context->tale.hijri)
    return tarikh_time_find_hijri_day_of_tale (context, place, resolved);
  Point month = tarikh_time_point_shift (tarikh_time_point_of_day (base, TARIKH_GRAIN_MONTH), tarikh_time_rel_get_steps (rel));
  return set_day (resolved, month.year, month.month, p->value[SLOT_day]);
}

/* A day told by its weekday and its number only: "Thursday the 21st". */
static gboolean
find_weekday_number (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  TarikhDay best = TARIKH_DAY_NONE;

  if (context->ref == TARIKH_DAY_NONE)
    return FALSE;
  for (TarikhDay day = context->ref - 62; day <= context->ref + 62; day++)
    if (tarikh_base_day_get_date (day).day == p->value[SLOT_day]
        && tarikh_base_day_get_weekday (day) == p->value[SLOT_weekday]
        && (best == TARIKH_DAY_NONE || ABS (day - context->ref) < ABS (best - context->ref)))
      best = day;
  return best != TARIKH_DAY_NONE && tarikh_time_resolved_set_day_number (resolved, best);
}

gboolean
tarikh_time_find_deictic (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gint offset = p->value[SLOT_deictic];

  if (offset < 0)
    resolved->flags |= TARIKH_TIME_DEICTIC_PAST;
  if (offset > 0)
    resolved->flags |= TARIKH_TIME_DEICTIC_FUTURE;
  if (context->ref == TARIKH_DAY_NONE)
    return tarikh_time_resolved_ref (resolved, "XXXX-XX-XX");
  TarikhDay day = context->ref + offset;
  if (phrase_has (p, SLOT_drel) && context->tale.explicit_year && context->tale.grain == TARIKH_GRAIN_DAY
      && tarikh_time_context_tale_is_near (context, place->first_token, 8))
    day = context->tale.day; /* "this day", told of a day of the past */
  if (phrase_has (p, SLOT_weekday)) {
    /* A story put out after midnight still says today of the day before: the weekday is the surer word. */
    gint off = (p->value[SLOT_weekday] - tarikh_base_day_get_weekday (day) + 10) % 7 - 3;
    resolved->contradicts = off != 0;
    if (ABS (off) <= 1)
      day += off;
  }
  return tarikh_time_resolved_set_day_number (resolved, day);
}

/* "the same day", "the next day": from the tale. */
gboolean
tarikh_time_find_day_rel (const Context *context, const Place *place, Resolved *resolved)
{
  gint rel = place->phrase->value[SLOT_drel];
  gboolean told = context->tale.day != TARIKH_DAY_NONE && context->tale.grain == TARIKH_GRAIN_DAY;
  TarikhDay base = told ? context->tale.day : context->ref;

  if (!tarikh_time_rel_is_tale (rel) || (!told && rel == REL_SAME && context->tale.day != TARIKH_DAY_NONE))
    return FALSE;
  if (base == TARIKH_DAY_NONE)
    return tarikh_time_resolved_ref (resolved, "XXXX-XX-XX");
  gint year = tarikh_time_find_year (context, place, resolved);
  TarikhDate day = tarikh_base_day_get_date (base);
  resolved->explicit_year |= told && context->tale.explicit_year;
  if (year != 0) /* "the same day of 1990" */
    return set_day (resolved, year, day.month, day.day);
  return tarikh_time_resolved_set_day_number (resolved, base + tarikh_time_rel_get_steps (rel));
}

gboolean
tarikh_time_find_day (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;

  if (phrase_has (p, SLOT_month))
    return tarikh_time_find_day_of_month (context, place, resolved);
  if (phrase_has (p, SLOT_mrel))
    return find_day_by_month_rel (context, place, resolved);
  if (phrase_has (p, SLOT_weekday))
    return find_weekday_number (context, place, resolved);
  if (context->ref == TARIKH_DAY_NONE) {
    g_snprintf (resolved->value, sizeof resolved->value, "XXXX-XX-%02d", p->value[SLOT_day] % 100);
    return TRUE;
  }
  TarikhDate now = tarikh_base_day_get_date (context->ref);
  return set_day (resolved, now.year, now.month, p->value[SLOT_day]);
}
