/* time/resolve-date: days, months, years and their parts, with or without a clock time. */
#include "time/resolve.h"

#include <string.h>

/* What REL columns hold (see classes.def): below 9 from the day of writing, 9-11 from the tale. */
enum { REL_PREVIOUS = 9, REL_SAME = 10, REL_FOLLOWING = 11, REL_NEW = 3, REL_RECENT = 20 };
enum { TOLD_AROUND = 10 }; /* a weekday is the day told in full when that is at most this far from the day of writing */
enum { PRESENT_AHEAD = 4 }; /* a bare imperfect looks at most this many days ahead */
enum { HIJRI_FIRST = 1300, HIJRI_LAST = 1500 };

static gboolean
is_tale_rel (gint rel)
{
  return rel >= REL_PREVIOUS && rel <= REL_FOLLOWING;
}

static TarikhDay
base_of_rel (const Context *context, gint rel)
{
  return is_tale_rel (rel) ? tarikh_time_context_get_tale_day (context) : context->ref;
}

static gint
steps_of_rel (gint rel)
{
  return is_tale_rel (rel) ? rel - REL_SAME : rel == REL_RECENT ? -1 : rel;
}

static Tense
tense_at (const Context *context, const Place *place)
{
  if (tarikh_time_context_before (context, place->first_token, TARIKH_LEXICON_UNTIL) != NULL)
    return tarikh_time_context_get_tense (context, place->first_token, place->end_token) == TENSE_FUTURE ? TENSE_FUTURE
                                                                                                         : TENSE_NONE;
  return tarikh_time_context_get_tense (context, place->first_token, place->end_token);
}

/* ---- the year of a month or a day that says none ---- */

static TarikhDay
day_in_year (gint year, gint month, gint day)
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
  TarikhDay last = day == 0 ? tarikh_base_interval_of_month (past, month).last : day_in_year (past, month, day);
  TarikhDay next = day_in_year (past + 1, month, MAX (day, 1));

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

  if (told != 0 && (context->ref == TARIKH_DAY_NONE || day_in_year (told, month, day) <= context->ref))
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
    TarikhDay base = base_of_rel (context, rel);
    if (rel < 0 || rel == REL_RECENT)
      resolved->flags |= TARIKH_TIME_DEICTIC_PAST;
    else if (rel == 1 || rel == 2)
      resolved->flags |= TARIKH_TIME_DEICTIC_FUTURE;
    if (base == TARIKH_DAY_NONE)
      return 0;
    return year_by_direction (base, month, day, steps_of_rel (rel));
  }
  Tense tense = tense_at (context, place);
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
static gint
find_year (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;

  if (phrase_has (p, SLOT_year)) {
    resolved->explicit_year = TRUE;
    return written_year (context, p);
  }
  if (!phrase_has (p, SLOT_yrel))
    return 0;
  gint rel = p->value[SLOT_yrel];
  TarikhDay base = base_of_rel (context, rel);
  if (rel == REL_NEW)
    return 0;
  if (rel < 0)
    resolved->flags |= TARIKH_TIME_DEICTIC_PAST;
  if (rel == 1 || rel == 2)
    resolved->flags |= TARIKH_TIME_DEICTIC_FUTURE;
  if (base == TARIKH_DAY_NONE)
    return 0;
  return tarikh_base_day_get_date (base).year + steps_of_rel (rel);
}

/* ---- days ---- */

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

static gboolean
set_day_number (Resolved *resolved, TarikhDay day)
{
  resolved->point = tarikh_time_point_of_day (day, TARIKH_GRAIN_DAY);
  return TRUE;
}

/* Writes a value whose year nobody knows: "XXXX-06-18", "XXXX-06". */
static gboolean
set_unknown_year (Resolved *resolved, gint month, gint day)
{
  if (day > 0)
    g_snprintf (resolved->value, sizeof resolved->value, "XXXX-%02d-%02d", month % 100, day % 100);
  else
    g_snprintf (resolved->value, sizeof resolved->value, "XXXX-%02d", month % 100);
  return TRUE;
}

/* A year in which MONTH DAY is WEEKDAY, nearest to YEAR and at most three away; YEAR itself when none is. */
static gint
fit_weekday (gint year, gint month, gint day, gint weekday)
{
  static const gint steps[] = { 0, -1, 1, -2, 2, -3, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (tarikh_base_date_is_valid (year + steps[i], month, day)
        && tarikh_base_day_get_weekday (tarikh_base_day_from_date (year + steps[i], month, day)) == weekday)
      return year + steps[i];
  return year;
}

/* A Hijri day as its own country saw the moon: the weekday told with it moves it by one day, no more. */
static TarikhDay
fit_sighting (const Phrase *p, TarikhDay day)
{
  if (day == TARIKH_DAY_NONE || !phrase_has (p, SLOT_weekday))
    return day;
  gint off = (p->value[SLOT_weekday] - tarikh_base_day_get_weekday (day) + 10) % 7 - 3;
  return ABS (off) == 1 ? day + off : day;
}

static gboolean
is_hijri_year (const Phrase *p, gint year)
{
  return strcmp (p->text[SLOT_era], "H") == 0
         || (p->class_id[SLOT_month] == SHAPE_MONTHNUM && year >= HIJRI_FIRST && year <= HIJRI_LAST);
}

static gboolean
find_day_of_month (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gint month = p->value[SLOT_month], day = p->value[SLOT_day];
  const TarikhLexeme *head = tarikh_time_context_before (context, place->first_token, TARIKH_LEXICON_NAMED_HEAD);
  gint year = find_year (context, place, resolved);

  if (day < 1 || day > 31 || month < 1 || month > 12)
    return FALSE;
  if (year != 0 && is_hijri_year (p, year)) {
    TarikhDay hijri = fit_sighting (p, tarikh_time_hijri_get_day (context->hijri, year, month, day));
    resolved->impossible = hijri == TARIKH_DAY_NONE;
    return hijri != TARIKH_DAY_NONE && set_day_number (resolved, hijri);
  }
  if (year == 0 && head != NULL && !phrase_has (p, SLOT_rel)) {
    year = tarikh_time_named_year (context, head->text, month, day);
    if (year != 0 && context->ref != TARIKH_DAY_NONE && day_in_year (year, month, day) > context->ref)
      year = 0;
    resolved->explicit_year |= year != 0;
  }
  gboolean written = year != 0;
  if (year == 0)
    year = tarikh_time_choose_year (context, place, month, day, resolved);
  if (year == 0)
    return set_unknown_year (resolved, month, day);
  if (phrase_has (p, SLOT_weekday) && !written && !phrase_has (p, SLOT_rel))
    year = fit_weekday (year, month, day, p->value[SLOT_weekday]);
  return set_day (resolved, year, month, day);
}

/* "the 20th of next month" */
static gboolean
find_day_by_month_rel (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gint rel = p->value[SLOT_mrel];
  TarikhDay base = base_of_rel (context, rel);

  if (base == TARIKH_DAY_NONE) {
    g_snprintf (resolved->value, sizeof resolved->value, "XXXX-XX-%02d", p->value[SLOT_day] % 100);
    return TRUE;
  }
  Point month = tarikh_time_point_shift (tarikh_time_point_of_day (base, TARIKH_GRAIN_MONTH), steps_of_rel (rel));
  return set_day (resolved, month.year, month.month, p->value[SLOT_day]);
}

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

static gboolean
find_weekday (const Context *context, const Place *place, Resolved *resolved)
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
    Point week = tarikh_time_point_of_day (base_of_rel (context, p->value[SLOT_wrel]), TARIKH_GRAIN_WEEK);
    week = tarikh_time_point_shift (week, steps_of_rel (p->value[SLOT_wrel]));
    return set_day_number (resolved, tarikh_base_day_from_iso_week (week.year, week.n, weekday));
  }
  if (has_rel && rel != 0 && rel != REL_SAME) {
    resolved->flags |= steps_of_rel (rel) < 0 ? TARIKH_TIME_DEICTIC_PAST : TARIKH_TIME_DEICTIC_FUTURE;
    return set_day_number (resolved, step_weekday (base_of_rel (context, rel), weekday, steps_of_rel (rel)));
  }
  if (tarikh_base_day_get_weekday (context->ref) == weekday)
    return set_day_number (resolved, context->ref);
  TarikhDay told = context->told_weekdays[weekday];
  Tense tense = tense_at (context, place);
  gboolean agrees = told <= context->ref || (tense != TENSE_SAID && tense != TENSE_PAST);
  if (told != TARIKH_DAY_NONE && ABS (told - context->ref) <= TOLD_AROUND && agrees)
    return set_day_number (resolved, told);
  gint ahead = (weekday - tarikh_base_day_get_weekday (context->ref) + 7) % 7;
  gboolean future = tense == TENSE_FUTURE || (tense == TENSE_PRESENT && ahead <= PRESENT_AHEAD);
  return set_day_number (resolved, step_weekday (context->ref, weekday, future ? 1 : -1));
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
  return best != TARIKH_DAY_NONE && set_day_number (resolved, best);
}

static gboolean
find_deictic (const Context *context, const Place *place, Resolved *resolved)
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
  return set_day_number (resolved, day);
}

/* "the same day", "the next day": from the tale. */
static gboolean
find_day_rel (const Context *context, const Place *place, Resolved *resolved)
{
  gint rel = place->phrase->value[SLOT_drel];
  gboolean told = context->tale.day != TARIKH_DAY_NONE && context->tale.grain == TARIKH_GRAIN_DAY;
  TarikhDay base = told ? context->tale.day : context->ref;

  if (!is_tale_rel (rel) || (!told && rel == REL_SAME && context->tale.day != TARIKH_DAY_NONE))
    return FALSE;
  if (base == TARIKH_DAY_NONE)
    return tarikh_time_resolved_ref (resolved, "XXXX-XX-XX");
  gint year = find_year (context, place, resolved);
  TarikhDate day = tarikh_base_day_get_date (base);
  if (year != 0) /* "the same day of 1990" */
    return set_day (resolved, year, day.month, day.day);
  return set_day_number (resolved, base + steps_of_rel (rel));
}

/* ---- the Hijri calendar ---- */

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
    return now.year + steps_of_rel (p->value[SLOT_yrel]);
  gint rel = phrase_has (p, SLOT_rel) ? steps_of_rel (p->value[SLOT_rel]) : 0;
  if (rel < 0)
    return month < now.month ? now.year : now.year - 1;
  if (rel > 0)
    return month > now.month ? now.year : now.year + 1;
  if (phrase_has (p, SLOT_rel))
    return now.year;
  gboolean future = tense_at (context, place) == TENSE_FUTURE;
  gint distance = (month * 30 + day) - (now.month * 30 + now.day);
  if (future)
    return distance >= -45 ? now.year : now.year + 1;
  return distance <= 40 ? now.year : now.year - 1;
}

static gboolean
find_hijri (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gint year = find_hijri_year (context, place);

  if (year == 0)
    return context->ref == TARIKH_DAY_NONE && tarikh_time_resolved_ref (resolved, "XXXX");
  resolved->explicit_year = phrase_has (p, SLOT_hyear);
  if (phrase_has (p, SLOT_hday)) {
    TarikhDay day = tarikh_time_hijri_get_day (context->hijri, year, p->value[SLOT_hmonth], p->value[SLOT_hday]);
    day = fit_sighting (p, day);
    resolved->impossible = day == TARIKH_DAY_NONE;
    return day != TARIKH_DAY_NONE && set_day_number (resolved, day);
  }
  TarikhInterval days = tarikh_time_hijri_get_interval (context->hijri, year, p->value[SLOT_hmonth]);
  if (days.first == TARIKH_DAY_NONE)
    return FALSE;
  resolved->point = tarikh_time_point_of_day (days.first, TARIKH_GRAIN_MONTH);
  resolved->days = days;
  return TRUE;
}

/* A Hijri year or century: the Gregorian days that it covers, as "first/last". */
static gboolean
set_hijri_years (const Context *context, Resolved *resolved, gint first, gint last, gboolean centuries)
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

/* ---- months, seasons, years and more ---- */

static gboolean
find_month (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gint year = find_year (context, place, resolved), month = p->value[SLOT_month];
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
    return set_unknown_year (resolved, month, 0);
  resolved->point = (Point){ .grain = TARIKH_GRAIN_MONTH, .year = year, .month = month };
  return year >= -9999 && year <= 9999;
}

/* "the same month of 2017" */
static gboolean
find_month_in_year (const Context *context, const Place *place, Resolved *resolved)
{
  gint year = find_year (context, place, resolved);
  TarikhDay base = tarikh_time_context_get_tale_day (context);

  if (year == 0 || base == TARIKH_DAY_NONE)
    return FALSE;
  resolved->point
      = (Point){ .grain = TARIKH_GRAIN_MONTH, .year = year, .month = tarikh_base_day_get_date (base).month };
  return TRUE;
}

static gboolean
find_rel_period (const Context *context, gint rel, TarikhGrain grain, Resolved *resolved, const char *unknown)
{
  TarikhDay base = base_of_rel (context, rel);

  if (rel < 0)
    resolved->flags |= TARIKH_TIME_DEICTIC_PAST;
  if (rel == 1 || rel == 2)
    resolved->flags |= TARIKH_TIME_DEICTIC_FUTURE;
  if (base == TARIKH_DAY_NONE)
    return tarikh_time_resolved_ref (resolved, unknown);
  resolved->point = tarikh_time_point_shift (tarikh_time_point_of_day (base, grain), steps_of_rel (rel));
  return TRUE;
}

/* A season said with last or next, or with its year. */
static gboolean
find_season (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gint n = tarikh_time_point_parse_season (p->text[SLOT_season]);
  gint year = find_year (context, place, resolved);
  gint rel = phrase_has (p, SLOT_rel) ? p->value[SLOT_rel] : 0;
  TarikhDay base = base_of_rel (context, rel);

  if (n < 0)
    return FALSE;
  if (year == 0 && base == TARIKH_DAY_NONE)
    return tarikh_time_resolved_ref (resolved, "XXXX");
  if (year == 0) {
    Point now = tarikh_time_point_of_day (base, TARIKH_GRAIN_SEASON);
    gint steps = steps_of_rel (rel);
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

static gboolean
find_part_of_year (const Context *context, const Place *place, Slot slot, TarikhGrain grain, gint most,
                   Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gint year = find_year (context, place, resolved), n = p->value[slot] == -1 ? most : p->value[slot];

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
  TarikhDay base = base_of_rel (context, rel);
  gint year = base == TARIKH_DAY_NONE ? 2000 : tarikh_base_day_get_date (base).year; /* a living language's century */
  return (year / 100 + steps_of_rel (rel)) * 100;
}

static gboolean
find_century_or_decade (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gboolean has_century = phrase_has (p, SLOT_century) || phrase_has (p, SLOT_crel);
  gint century = has_century ? find_century (context, p) : 1900;

  if (century == G_MININT)
    return FALSE;
  if (strcmp (p->text[SLOT_era], "H") == 0)
    return set_hijri_years (context, resolved, century + 1, century + 100, TRUE);
  resolved->explicit_year = TRUE;
  if (phrase_has (p, SLOT_decade))
    resolved->point = (Point){ .grain = TARIKH_GRAIN_DECADE, .year = century + p->value[SLOT_decade] };
  else
    resolved->point = (Point){ .grain = TARIKH_GRAIN_CENTURY, .year = century };
  return TRUE;
}

static gboolean
find_whole_year (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gint year = find_year (context, place, resolved);

  if (strcmp (p->text[SLOT_era], "H") == 0)
    return year >= 1 && year <= 1600 && set_hijri_years (context, resolved, year, year, FALSE);
  if (year == 0 && !phrase_has (p, SLOT_year))
    return p->value[SLOT_yrel] != REL_NEW && p->value[SLOT_yrel] != REL_RECENT
           && tarikh_time_resolved_ref (resolved, "XXXX");
  if (year > 0 && year < 100 && !phrase_has (p, SLOT_era))
    return FALSE;
  resolved->point = (Point){ .grain = TARIKH_GRAIN_YEAR, .year = year };
  return year >= -9999 && year <= 9999;
}

static gboolean
find_named (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gint year = find_year (context, place, resolved);
  gint rel = phrase_has (p, SLOT_rel) ? steps_of_rel (p->value[SLOT_rel]) : 0;

  if (!tarikh_time_named_find (context, p->text[SLOT_name], year, rel, tense_at (context, place), &resolved->point))
    return context->ref == TARIKH_DAY_NONE && year == 0 && tarikh_time_resolved_ref (resolved, "XXXX");
  if (phrase_has (p, SLOT_nth) && p->value[SLOT_nth] >= 1 && p->value[SLOT_nth] <= 10)
    resolved->point = tarikh_time_point_shift (resolved->point, p->value[SLOT_nth] - 1);
  return TRUE;
}

static gboolean
find_day_point (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;

  if (phrase_has (p, SLOT_month))
    return find_day_of_month (context, place, resolved);
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

/* The first or second half of a month: the month, begun or ended, and its days to the fifteenth or from there. */
static gboolean
find_half_month (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gboolean found = phrase_has (p, SLOT_month)
                       ? find_month (context, place, resolved)
                       : find_rel_period (context, p->value[SLOT_mrel], TARIKH_GRAIN_MONTH, resolved, "XXXX-XX");

  if (!found || p->value[SLOT_half] < 1 || p->value[SLOT_half] > 2 || resolved->point.grain != TARIKH_GRAIN_MONTH)
    return found;
  TarikhInterval days = tarikh_time_point_get_days (resolved->point);
  resolved->mod = p->value[SLOT_half] == 1 ? TARIKH_MOD_START : TARIKH_MOD_END;
  tarikh_time_resolved_finish (resolved);
  resolved->days = (TarikhInterval){ p->value[SLOT_half] == 1 ? days.first : days.first + 15,
                                     p->value[SLOT_half] == 1 ? days.first + 14 : days.last, days.grain };
  return TRUE;
}

gboolean
tarikh_time_find_point (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;

  if (phrase_has (p, SLOT_twin) && phrase_has (p, SLOT_month) && p->value[SLOT_twin] != p->value[SLOT_month]
      && p->class_id[SLOT_twin] == TARIKH_LEXICON_MONTH)
    return FALSE; /* two months, not one with two names */
  if (phrase_has (p, SLOT_day))
    return find_day_point (context, place, resolved);
  if (phrase_has (p, SLOT_hmonth))
    return find_hijri (context, place, resolved);
  if (phrase_has (p, SLOT_name))
    return find_named (context, place, resolved);
  if (phrase_has (p, SLOT_half) && (phrase_has (p, SLOT_month) || phrase_has (p, SLOT_mrel)))
    return find_half_month (context, place, resolved);
  if (phrase_has (p, SLOT_month))
    return find_month (context, place, resolved);
  if (phrase_has (p, SLOT_deictic))
    return find_deictic (context, place, resolved);
  if (phrase_has (p, SLOT_weekday))
    return find_weekday (context, place, resolved);
  if (phrase_has (p, SLOT_drel))
    return find_day_rel (context, place, resolved);
  if (phrase_has (p, SLOT_season))
    return find_season (context, place, resolved);
  if (phrase_has (p, SLOT_quarter))
    return find_part_of_year (context, place, SLOT_quarter, TARIKH_GRAIN_QUARTER, 4, resolved);
  if (phrase_has (p, SLOT_half))
    return find_part_of_year (context, place, SLOT_half, TARIKH_GRAIN_HALF, 2, resolved);
  if (phrase_has (p, SLOT_mrel) && (phrase_has (p, SLOT_year) || phrase_has (p, SLOT_yrel)))
    return find_month_in_year (context, place, resolved);
  if (phrase_has (p, SLOT_mrel))
    return find_rel_period (context, p->value[SLOT_mrel], TARIKH_GRAIN_MONTH, resolved, "XXXX-XX");
  if (phrase_has (p, SLOT_wrel))
    return find_rel_period (context, p->value[SLOT_wrel], TARIKH_GRAIN_WEEK, resolved, "XXXX-WXX");
  if (phrase_has (p, SLOT_decade) || phrase_has (p, SLOT_century) || phrase_has (p, SLOT_crel))
    return find_century_or_decade (context, place, resolved);
  if (phrase_has (p, SLOT_year) || phrase_has (p, SLOT_yrel))
    return find_whole_year (context, place, resolved);
  return FALSE;
}

/* ---- clock times and parts of the day ---- */

/* Hour of the day from the hour told and the part of the day told with it. */
static gint
place_hour (gint hour, const char *part)
{
  if (hour > 12 || *part == '\0')
    return hour;
  if (strcmp (part, "MO") == 0 || strcmp (part, "AM") == 0)
    return hour == 12 ? 0 : hour;
  if (strcmp (part, "NI") == 0)
    return hour == 12 ? 24 : hour >= 6 ? hour + 12 : hour;
  if (strcmp (part, "MI") == 0)
    return hour >= 10 ? hour : hour + 12;
  return hour == 12 ? 12 : hour + 12;
}

/* Reads the clock slots. FALSE when they are no time of the day. */
static gboolean
read_clock (const Phrase *p, gint *hour, gint *minute)
{
  gint h = p->value[SLOT_hour], m = phrase_has (p, SLOT_minute) ? p->value[SLOT_minute] : -1;

  if (p->class_id[SLOT_hour] == SHAPE_CLOCKNUM) {
    m = h % 100;
    h /= 100;
  }
  h = place_hour (h, phrase_has (p, SLOT_part) ? p->text[SLOT_part] : "");
  if (phrase_has (p, SLOT_clock)) {
    m = p->value[SLOT_clock];
    if (m < 0) {
      m += 60;
      h = h == 0 ? 23 : h - 1;
    }
  }
  if (h < 0 || h > 24 || m > 59 || (h == 24 && m > 0))
    return FALSE;
  *hour = h;
  *minute = m;
  return TRUE;
}

/* Adds "T15:30" or "TEV" to the value. */
static gboolean
add_time (const Phrase *p, Resolved *resolved)
{
  gsize length = strlen (resolved->value);
  char *end = resolved->value + length;
  gsize room = sizeof resolved->value - length;
  gint hour, minute;

  resolved->type = TARIKH_TIME_TIME;
  if (!phrase_has (p, SLOT_hour)) {
    g_snprintf (end, room, "T%s", p->text[SLOT_part]);
    return TRUE;
  }
  if (p->class_id[SLOT_hour] == TARIKH_LEXICON_MIDNIGHT) {
    g_snprintf (end, room, "T24:00");
    resolved->minute = 24 * 60;
    return TRUE;
  }
  if (!read_clock (p, &hour, &minute))
    return FALSE;
  resolved->minute = hour * 60 + MAX (minute, 0);
  if (minute >= 0 && phrase_has (p, SLOT_second) && p->value[SLOT_second] < 60)
    g_snprintf (end, room, "T%02d:%02d:%02d", hour, minute, p->value[SLOT_second]);
  else if (minute >= 0)
    g_snprintf (end, room, "T%02d:%02d", hour, minute);
  else
    g_snprintf (end, room, "T%02d", hour);
  return TRUE;
}

/* A clock time without a day: the tale's day when it was told just before, else the day of writing. */
static gboolean
find_clock_day (const Context *context, const Place *place, Resolved *resolved)
{
  gboolean tale
      = context->tale.grain == TARIKH_GRAIN_DAY && tarikh_time_context_tale_is_near (context, place->first_token, 0);
  TarikhDay day = tale ? context->tale.day : context->ref;

  if (day == TARIKH_DAY_NONE)
    return tarikh_time_resolved_ref (resolved, "XXXX-XX-XX");
  return set_day_number (resolved, day);
}

static void
check_weekday (const Phrase *p, Resolved *resolved)
{
  Point d = resolved->point;

  if (phrase_has (p, SLOT_weekday) && phrase_has (p, SLOT_day) && d.grain == TARIKH_GRAIN_DAY
      && tarikh_base_day_get_weekday (tarikh_base_day_from_date (d.year, d.month, d.day)) != p->value[SLOT_weekday])
    resolved->contradicts = TRUE;
}

/* Sightings of the moon differ by a day; more than that is a slip of the pen. */
static void
check_calendars (const Context *context, const Phrase *p, Resolved *resolved)
{
  if (!phrase_has (p, SLOT_hday) || !phrase_has (p, SLOT_hyear) || !phrase_has (p, SLOT_day)
      || resolved->point.grain != TARIKH_GRAIN_DAY)
    return;
  TarikhDay hijri
      = tarikh_time_hijri_get_day (context->hijri, p->value[SLOT_hyear], p->value[SLOT_hmonth], p->value[SLOT_hday]);
  TarikhDay day = tarikh_time_point_get_days (resolved->point).first;
  resolved->calendars_disagree = hijri == TARIKH_DAY_NONE || ABS (hijri - day) > 1;
}

static gboolean
finish_date (const Context *context, const Phrase *p, Resolved *resolved)
{
  TarikhInterval own = resolved->days; /* a Hijri month's own days */

  check_weekday (p, resolved);
  check_calendars (context, p, resolved);
  resolved->full = phrase_has (p, SLOT_day) && phrase_has (p, SLOT_month);
  if (resolved->value[0] == '\0')
    tarikh_time_resolved_finish (resolved);
  if (own.first != TARIKH_DAY_NONE)
    resolved->days = phrase_has (p, SLOT_half) ? own : tarikh_time_point_narrow (own, resolved->mod);
  return TRUE;
}

/* "today" after "until" means nowadays. */
static gboolean
is_nowadays (const Context *context, const Place *place)
{
  const Phrase *p = place->phrase;
  gboolean today = phrase_has (p, SLOT_deictic) && p->value[SLOT_deictic] == 0 && !phrase_has (p, SLOT_weekday)
                   && !phrase_has (p, SLOT_part) && !phrase_has (p, SLOT_hour) && !phrase_has (p, SLOT_day);

  if (!today)
    return FALSE;
  if (tarikh_time_context_follows_state (context, place->first_token)
      || tarikh_time_context_before (context, place->first_token, TARIKH_LEXICON_UNTIL) != NULL
      || tarikh_time_context_before (context, place->first_token, TARIKH_LEXICON_TO) != NULL)
    return TRUE;
  const TarikhToken *tokens = context->text->tokens;
  gboolean opens = place->first_token == 0 || tokens[place->first_token - 1].kind == TARIKH_TOKEN_NEWLINE
                   || tarikh_text_token_is (&tokens[place->first_token - 1], '.');
  return opens && place->end_token < context->text->n_tokens
         && (context->atoms[place->end_token].shapes & SHAPE_BIT (COMMA)) != 0;
}

gboolean
tarikh_time_resolve_date (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gboolean timed = phrase_has (p, SLOT_hour) || phrase_has (p, SLOT_part);

  if (!tarikh_time_guard_accepts (context, place)
      || (p->class_id[SLOT_year] == TARIKH_LEXICON_CARDINAL && p->value[SLOT_year] < 100))
    return FALSE;
  if (is_nowadays (context, place))
    return tarikh_time_resolved_ref (resolved, "PRESENT_REF");
  if (!tarikh_time_find_point (context, place, resolved)) {
    if (!timed || resolved->impossible || phrase_has (p, SLOT_day) || phrase_has (p, SLOT_month)
        || !find_clock_day (context, place, resolved))
      return FALSE;
  }
  finish_date (context, p, resolved);
  return !timed || add_time (p, resolved);
}

/* ---- nights ---- */

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
  return find_weekday (context, place, resolved) && name_night (resolved);
}

gboolean
tarikh_time_resolve_night_dates (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;

  if (phrase_has (p, SLOT_twin) && p->value[SLOT_twin] != p->value[SLOT_month])
    return FALSE;
  if (p->value[SLOT_day2] != p->value[SLOT_day] + 1 && p->value[SLOT_day2] != 1)
    return FALSE;
  return find_day_of_month (context, place, resolved) && name_night (resolved);
}

gboolean
tarikh_time_resolve_last_night (const Context *context, const Place *place, Resolved *resolved)
{
  gint rel = place->phrase->value[SLOT_rel];
  TarikhDay base = base_of_rel (context, rel);

  if (rel < 0)
    resolved->flags |= TARIKH_TIME_DEICTIC_PAST;
  if (base == TARIKH_DAY_NONE)
    return tarikh_time_resolved_ref (resolved, "XXXX-XX-XXTNI");
  return set_day_number (resolved, base + steps_of_rel (rel)) && name_night (resolved);
}

gboolean
tarikh_time_resolve_tonight (const Context *context, const Place *place, Resolved *resolved)
{
  if (context->ref == TARIKH_DAY_NONE)
    return tarikh_time_resolved_ref (resolved, "XXXX-XX-XXTNI");
  return set_day_number (resolved, context->ref) && name_night (resolved);
}

/* A part of any day: "in the morning", "the noon hours". */
gboolean
tarikh_time_resolve_part (const Context *context, const Place *place, Resolved *resolved)
{
  resolved->type = TARIKH_TIME_TIME;
  g_snprintf (resolved->value, sizeof resolved->value, "T%s", place->phrase->text[SLOT_part]);
  return TRUE;
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
