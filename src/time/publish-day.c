/* time/publish-day: months and days told without a year against the days on which the story may have been written. "Last
 * June" is mostly the June just past, "next April" the April to come, a bare day lies within weeks, "Friday 15 March" leaves
 * only some years: each day's likelihood is weighed, and the shortest stretch that holds nearly all of it is kept. Where the
 * text leaves the end open it stays open unless one year stands out. */
#include "time/evidence.h"

enum {
  MAX_CLUES = 24,
  OPEN_YEARS = 25,      /* looked at beyond the bound from below when there is none from above */
  MAX_WEIGHED = 1500,   /* days; wider intervals are not narrowed */
  PLAN_DAYS = 400,      /* a plan that names the very day is told at most this long before */
  HALF_YEAR = 182,
  MAX_OPEN_DAYS = 300,  /* the widest stretch that closes an open end */
  REL_RECENT = 20       /* see classes.def */
};
static const gdouble KEPT = 0.95, STANDS_OUT = 0.8;

typedef enum {
  CLUE_LAST,
  CLUE_NEXT,
  CLUE_THIS,
  CLUE_PAST,
  CLUE_COMING,
  CLUE_EITHER,
  CLUE_TODAY,
  CLUE_DONE, /* a part of this year, told as over */
  CLUE_NOT
} ClueKind;

typedef struct {
  ClueKind kind;
  gint month, day;   /* day 0: the month alone */
  gint weekday;      /* told with the day, or 0 */
  gint hmonth, hday; /* the Hijri date told with the day, or 0 */
  gint offset;       /* TODAY: days from the day of writing */
  gdouble before, after; /* THIS: how likely the day is told before it comes, and after */
} Clue;

/* ---- likelihoods: counted in 326 stories whose day of writing is known, smoothed ---- */

/* Of a month N months before the day of writing, told with "last", without, and N months after it with "next". */
static const gdouble last_month[12] = { .01, .38, .15, .11, .07, .08, .07, .05, .03, .03, .02, .01 };
static const gdouble past_month[12] = { .06, .24, .21, .13, .09, .07, .07, .05, .04, .02, .015, .005 };
static const gdouble next_month[12] = { .03, .42, .24, .11, .06, .04, .04, .02, .01, .01, .01, .01 };

typedef struct {
  gint most;          /* days */
  gdouble likelihood; /* of each day up to there */
} Step;

static const Step past_days[]
    = { { 2, .10 }, { 8, .03 }, { 16, .03 }, { 31, .012 }, { 62, .003 }, { 125, .0009 }, { 370, .0003 } };
static const Step last_days[] = { { 6, .006 }, { 23, .028 }, { 62, .009 }, { 200, .0022 }, { 370, .0008 } };
static const Step next_days[]
    = { { 2, .02 }, { 16, .03 }, { 31, .012 }, { 62, .005 }, { 100, .003 }, { 180, .0012 }, { 370, .0003 } };

static const gdouble SLIP = .01, NEVER = .0001, STRAY = .15, FORECAST = .005, AFTER_MIDNIGHT = .15;

static gdouble
look_up (const Step *steps, guint n, gint days)
{
  for (guint i = 0; i < n; i++)
    if (days <= steps[i].most)
      return steps[i].likelihood;
  return .0001;
}

/* How likely a story written on DAY of MONTH (of a leap year) tells CLUE, if the clue is of its own time. */
static gdouble
weigh_alone (const Clue *clue, gint month, gint day)
{
  gint ago = (month - clue->month + 12) % 12;
  gint days = (month - clue->month) * 30 + day - clue->day;
  gint before = days < 0 ? days + 365 : days, after = days > 0 ? 365 - days : -days;

  switch (clue->kind) {
  case CLUE_TODAY: return ABS (days + clue->offset) <= 1 ? 1 : NEVER;
  case CLUE_DONE: return month < clue->month ? FORECAST : past_month[ago];
  case CLUE_NOT: return ago == 0 ? NEVER : 1;
  case CLUE_THIS: return ago != 0 ? NEVER : clue->day == 0 ? 1 : day < clue->day ? clue->before : clue->after;
  case CLUE_LAST: return clue->day == 0 ? last_month[ago] : look_up (last_days, G_N_ELEMENTS (last_days), before);
  case CLUE_NEXT:
    return clue->day == 0 ? next_month[(12 - ago) % 12] : look_up (next_days, G_N_ELEMENTS (next_days), after);
  case CLUE_COMING:
    return clue->day == 0 ? next_month[(12 - ago) % 12] + (ago == 0 ? .15 : 0)
                          : look_up (next_days, G_N_ELEMENTS (next_days), after)
                                + .1 * look_up (past_days, G_N_ELEMENTS (past_days), before);
  case CLUE_PAST:
    return clue->day == 0 ? past_month[ago] : look_up (past_days, G_N_ELEMENTS (past_days), before);
  case CLUE_EITHER:
  default:
    return clue->day == 0 ? .7 * past_month[ago] + .3 * next_month[(12 - ago) % 12]
                          : .7 * look_up (past_days, G_N_ELEMENTS (past_days), before)
                                + .3 * look_up (next_days, G_N_ELEMENTS (next_days), after);
  }
}

static gboolean
is_bare (const Clue *clue)
{
  return clue->kind == CLUE_PAST || clue->kind == CLUE_COMING || clue->kind == CLUE_EITHER;
}

/* A month or day told without last and next may be of another time: an old tale's, a yearly custom's. */
static gdouble
weigh_clue (const Clue *clue, gint month, gint day)
{
  gdouble own = weigh_alone (clue, month, day), any = clue->day == 0 ? 1. / 12 : 1. / 365;

  return is_bare (clue) ? (1 - STRAY) * own + STRAY * any : own;
}

/* ---- the clues ---- */

static ClueKind
kind_of (const Evidence *e, const Found *f)
{
  const Phrase *p = &f->phrase;

  if (phrase_has (p, SLOT_rel))
    return p->value[SLOT_rel] == 0 ? CLUE_THIS : p->value[SLOT_rel] == 1 ? CLUE_NEXT : CLUE_LAST;
  if (phrase_has (p, SLOT_deictic) && phrase_has (p, SLOT_day))
    return CLUE_TODAY;
  Tense tense = tarikh_time_evidence_get_tense (e, f);
  return tense == TENSE_FUTURE ? CLUE_COMING : tense == TENSE_PAST ? CLUE_PAST : CLUE_EITHER;
}

/* FALSE when F is no month or day without a year, or the tale gives the year. */
static gboolean
read_clue (const Evidence *e, const Found *f, const Resolved *told, Clue *clue)
{
  const Phrase *p = &f->phrase;
  gint rel = phrase_has (p, SLOT_rel) ? p->value[SLOT_rel] : 0, month = p->value[SLOT_month];

  if (!phrase_has (p, SLOT_month) || month < 1 || month > 12 || phrase_has (p, SLOT_year) || phrase_has (p, SLOT_yrel)
      || f->index > 0 || told->explicit_year || told->type == TARIKH_TIME_SET)
    return FALSE;
  if ((rel != REL_RECENT && (rel < -1 || rel > 1)) || tarikh_time_evidence_is_name (e, f))
    return FALSE;
  *clue = (Clue){ .kind = kind_of (e, f),
                  .month = month,
                  .day = phrase_has (p, SLOT_day) ? CLAMP (p->value[SLOT_day], 1, 31) : 0,
                  .weekday = phrase_has (p, SLOT_weekday) && phrase_has (p, SLOT_day) ? p->value[SLOT_weekday] : 0,
                  .offset = phrase_has (p, SLOT_deictic) ? p->value[SLOT_deictic] : 0,
                  .before = tarikh_time_evidence_get_tense (e, f) == TENSE_PAST ? .05 : 1,
                  .after = tarikh_time_evidence_get_tense (e, f) == TENSE_FUTURE ? .1 : 1 };
  gboolean told_twice = e->planned && tarikh_base_day_get_date (e->upper).month == month;
  if (told_twice && (clue->kind == CLUE_COMING || clue->kind == CLUE_EITHER))
    return FALSE;
  if (told_twice && clue->kind == CLUE_NEXT)
    clue->kind = CLUE_NOT; /* "next May" and a plan for 7 May 2019: one fact told twice */
  if (phrase_has (p, SLOT_hmonth) && phrase_has (p, SLOT_hday) && !phrase_has (p, SLOT_hyear)) {
    clue->hmonth = p->value[SLOT_hmonth];
    clue->hday = p->value[SLOT_hday];
  }
  return TRUE;
}

/* "In the third quarter", "in the first half of this year": told when it is over. */
static gboolean
read_part (const Evidence *e, const Found *f, const Resolved *told, Clue *clue)
{
  const Phrase *p = &f->phrase;
  gint last = tarikh_time_evidence_get_last_month (p);
  gboolean this = !phrase_has (p, SLOT_yrel) || p->value[SLOT_yrel] == 0;

  if (phrase_has (p, SLOT_month) || last == 0 || phrase_has (p, SLOT_year) || !this || told->explicit_year
      || tarikh_time_evidence_get_tense (e, f) >= TENSE_PRESENT)
    return FALSE;
  *clue = (Clue){ .kind = phrase_has (p, SLOT_yrel) ? CLUE_DONE : CLUE_PAST, .month = last };
  return TRUE;
}

/* "On such a day as this", and the day told beside it with its year: the day of writing, but for the year. */
static gboolean
read_like_today (const Evidence *e, const Found *f, Clue *clue)
{
  if (tarikh_time_context_at (e->context, f->first_token, TARIKH_LEXICON_LIKE_TODAY) == NULL)
    return FALSE;
  gint origin = tarikh_time_evidence_find_origin (e, f->first_token);
  if (origin < 0 || e->resolved[origin].point.grain != TARIKH_GRAIN_DAY)
    return FALSE;
  *clue = (Clue){ .kind = CLUE_TODAY, .month = e->resolved[origin].point.month, .day = e->resolved[origin].point.day };
  return TRUE;
}

static gboolean
is_known (const Clue *clues, guint n, const Clue *clue)
{
  for (guint i = 0; i < n; i++)
    if (clues[i].kind == clue->kind && clues[i].month == clue->month && clues[i].day == clue->day)
      return TRUE;
  return FALSE;
}

/* A month told with last or next and once more without is one fact: the bare one goes. Returns how many are left. */
static guint
drop_repeated (Clue *clues, guint n)
{
  guint kept = 0;

  for (guint i = 0; i < n; i++) {
    gboolean repeated = FALSE;
    for (guint k = 0; is_bare (&clues[i]) && clues[i].weekday == 0 && k < n; k++)
      repeated |= !is_bare (&clues[k]) && clues[k].month == clues[i].month;
    if (!repeated)
      clues[kept++] = clues[i];
  }
  return kept;
}

/* Reads the clues with the tale that they are told in. */
static guint
find_clues (Evidence *e, Clue *clues)
{
  guint n = 0;
  Resolved told;

  for (guint i = 0; i < e->found->len && i < EVIDENCE_MAX_LOOK && n < MAX_CLUES; i++) {
    const Found *f = tarikh_time_evidence_get (e, i);
    if (!tarikh_time_evidence_resolve (e, f, &told))
      continue;
    if ((read_clue (e, f, &told, &clues[n]) || read_part (e, f, &told, &clues[n]) || read_like_today (e, f, &clues[n]))
        && !is_known (clues, n, &clues[n]))
      n++;
    tarikh_time_context_tell (e->context, &told, f->first_token);
  }
  return drop_repeated (clues, n);
}

/* ---- the days ---- */

/* The day of CLUE that a story written on DAY means. TARIKH_DAY_NONE: there is none such. */
static TarikhDay
day_meant (const Clue *clue, TarikhDay day)
{
  gint year = tarikh_base_day_get_date (day).year;
  TarikhDay best = TARIKH_DAY_NONE;

  for (gint i = year - 1; i <= year + 1; i++) {
    if (!tarikh_base_date_is_valid (i, clue->month, clue->day))
      continue;
    TarikhDay meant = tarikh_base_day_from_date (i, clue->month, clue->day);
    if ((clue->kind == CLUE_LAST && meant >= day) || (clue->kind == CLUE_NEXT && meant <= day)
        || (clue->kind == CLUE_PAST && meant > day))
      continue;
    if (best == TARIKH_DAY_NONE || ABS (meant - day) < ABS (best - day))
      best = meant;
  }
  return best;
}

/* How well the weekday, and the Hijri date, told with CLUE agree with a story written on DAY. */
static gdouble
weigh_fit (const Evidence *e, const Clue *clue, TarikhDay day)
{
  gdouble fit = 1;

  if ((clue->weekday == 0 && clue->hday == 0) || clue->day == 0)
    return 1;
  TarikhDay meant = day_meant (clue, day);
  if (meant == TARIKH_DAY_NONE)
    return SLIP;
  if (clue->weekday != 0 && tarikh_base_day_get_weekday (meant) != clue->weekday)
    fit = SLIP;
  TarikhDate hijri;
  if (clue->hday != 0 && tarikh_time_hijri_from_day (e->context->hijri, meant, &hijri)
      && (hijri.month != clue->hmonth || ABS (hijri.day - clue->hday) > 1))
    fit *= SLIP;
  return fit;
}

/* ---- weekdays told with today and yesterday ---- */

/* How well "yesterday, Tuesday" and the like agree with a story written on each weekday, 1 to 7. It may have gone out after
 * midnight. Where they contradict each other they say nothing. */
static gboolean
weigh_week (const Evidence *e, gdouble *week)
{
  gdouble best = 0;

  for (gint i = 0; i <= 7; i++)
    week[i] = 1;
  for (guint i = 0; i < e->found->len && i < EVIDENCE_MAX_LOOK; i++) {
    const Phrase *p = &tarikh_time_evidence_get (e, i)->phrase;
    if (!phrase_has (p, SLOT_deictic) || !phrase_has (p, SLOT_weekday))
      continue;
    for (gint day = 1; day <= 7; day++) {
      gint late = (day + p->value[SLOT_deictic] - p->value[SLOT_weekday] + 70) % 7;
      week[day] = MIN (week[day], late == 0 ? 1 : late == 1 ? AFTER_MIDNIGHT : SLIP);
    }
  }
  for (gint day = 1; day <= 7; day++)
    best = MAX (best, week[day]);
  return best > SLIP && week[1] + week[2] + week[3] + week[4] + week[5] + week[6] + week[7] < 7;
}

/* Takes days off both ends that such weekdays do not allow. */
static void
trim_week (Evidence *e)
{
  gdouble week[8];
  TarikhDay first = e->lower, last = e->upper;

  if (first == TARIKH_DAY_NONE || last == TARIKH_DAY_NONE || !weigh_week (e, week))
    return;
  while (first < last && week[tarikh_base_day_get_weekday (first)] <= SLIP)
    first++;
  while (last > first && week[tarikh_base_day_get_weekday (last)] <= SLIP)
    last--;
  if (week[tarikh_base_day_get_weekday (first)] > SLIP) {
    e->lower = first;
    e->upper = last;
  }
}

/* The likelihood of each day from FIRST on, N of them, not scaled. */
static void
weigh_days (const Evidence *e, const Clue *clues, guint n_clues, TarikhDay first, gdouble *weights, guint n)
{
  gdouble year[13 * 32], week[8];
  gboolean weekly = weigh_week (e, week);

  for (gint i = 0; i < 13 * 32; i++) {
    year[i] = 1;
    for (guint k = 0; k < n_clues; k++)
      year[i] *= weigh_clue (&clues[k], i / 32, i % 32);
  }
  for (guint i = 0; i < n; i++) {
    TarikhDate date = tarikh_base_day_get_date (first + (TarikhDay) i);
    weights[i] = year[date.month * 32 + date.day] * tarikh_time_publish_weigh_prior (e, first + (TarikhDay) i);
    if (weekly)
      weights[i] *= week[tarikh_base_day_get_weekday (first + (TarikhDay) i)];
    for (guint k = 0; k < n_clues; k++)
      weights[i] *= weigh_fit (e, &clues[k], first + (TarikhDay) i);
  }
}

/* The shortest stretch of the weights from *FIRST to *LAST that holds SHARE of them. */
static void
find_stretch (const gdouble *weights, gdouble share, guint *first, guint *last)
{
  gdouble all = 0, held = 0;
  guint start = *first, begin = *first, end = *last;

  for (guint i = begin; i <= end; i++)
    all += weights[i];
  for (guint i = begin; i <= end; i++) {
    held += weights[i];
    while (held - weights[start] >= share * all && start < i)
      held -= weights[start++];
    if (held >= share * all && i - start < *last - *first) {
      *first = start;
      *last = i;
    }
  }
}

static gboolean
has_fit (const Clue *clues, guint n)
{
  for (guint i = 0; i < n; i++)
    if (clues[i].day != 0 && (clues[i].weekday != 0 || clues[i].hday != 0))
      return TRUE;
  return FALSE;
}

/* A list of what happened on such a day in other years: their days say nothing of how fresh the story is. */
static gboolean
lists_years (const Evidence *e)
{
  for (guint i = 0; i < e->found->len && i < EVIDENCE_MAX_LOOK; i++)
    if (tarikh_time_context_at (e->context, tarikh_time_evidence_get (e, i)->first_token, TARIKH_LEXICON_LIKE_TODAY) != NULL)
      return TRUE;
  return FALSE;
}

/* The day to weigh from; TARIKH_DAY_NONE: nothing says when to begin. */
static TarikhDay
find_start (const Evidence *e, gboolean fit)
{
  if (e->lower != TARIKH_DAY_NONE)
    return e->lower;
  if (e->planned)
    return e->upper - PLAN_DAYS;
  if (e->upper == TARIKH_DAY_NONE && fit && e->name_year > 1 && e->name_year < EVIDENCE_MOST_YEAR)
    return tarikh_base_day_from_date (e->name_year - 1, 1, 1);
  return TARIKH_DAY_NONE;
}

static void
weigh_clues (Evidence *e)
{
  Clue clues[MAX_CLUES];
  guint n_clues = find_clues (e, clues), first = 0;
  gboolean open = e->upper == TARIKH_DAY_NONE, fit = has_fit (clues, n_clues);
  TarikhDay from = find_start (e, fit);

  if ((n_clues == 0 && !e->planned) || from == TARIKH_DAY_NONE || (open && !fit && lists_years (e))
      || (!open && e->upper - from > MAX_WEIGHED)
      || tarikh_base_day_get_date (from).year > EVIDENCE_MOST_YEAR)
    return;
  guint n = open ? OPEN_YEARS * 366 : (guint) (e->upper - from + 1), last = n - 1;
  g_autofree gdouble *weights = g_new (gdouble, n);
  weigh_days (e, clues, n_clues, from, weights, n);
  if (open) {
    find_stretch (weights, STANDS_OUT, &first, &last);
    gint year = tarikh_base_day_get_date (from + (TarikhDay) last).year;
    if (last - first > MAX_OPEN_DAYS || year > MAX (e->latest_year, e->name_year) + 1)
      return; /* a year far from every year told fits by chance */
    first -= MIN (first, HALF_YEAR);
    last = MIN (last + HALF_YEAR, n - 1);
  }
  find_stretch (weights, KEPT, &first, &last);
  e->lower = from + (TarikhDay) first;
  e->upper = from + (TarikhDay) last;
}

void
tarikh_time_publish_use_days (Evidence *e)
{
  weigh_clues (e);
  trim_week (e);
}
