/* time/publish-prior: how likely each day is the day of writing, by what the story tells with a year and nothing else: news
 * is told while it is fresh, and a plan within the year before it. Never looks at words. */
#include "time/evidence.h"

/* Counted in 326 stories whose day of writing is known, smoothed. */

/* How often the latest year that a story tells is N years before it was written. */
static const gdouble year_ago[10] = { .37, .19, .17, .07, .06, .05, .02, .015, .01, .01 };
static const gdouble YEAR_LONG_AGO = .006;

/* Of the day of a plan told in full, N months before it. */
static const gdouble plan_month[13] = { .12, .12, .12, .11, .10, .10, .08, .08, .06, .05, .03, .03, .0003 };

typedef struct {
  gint most;          /* days */
  gdouble likelihood; /* of each day up to there */
} Step;

/* Days since the latest day that the story tells with its year, since the latest month. */
static const Step since_day[] = { { 7, .046 }, { 31, .0017 }, { 90, .001 }, { 365, .0003 }, { 1095, .00025 }, { 2920, .00006 } };
static const Step since_month[] = { { 60, .004 }, { 425, .0008 }, { 730, .0004 }, { 1460, .0002 }, { 3285, .00006 } };
static const gdouble LONG_SINCE = .000015;

static gdouble
look_up (const Step *steps, guint n, gint days)
{
  for (guint i = 0; i < n; i++)
    if (days <= steps[i].most)
      return steps[i].likelihood;
  return LONG_SINCE;
}

static gdouble
weigh_year (const Evidence *e, TarikhDay day)
{
  gint ago = tarikh_base_day_get_date (day).year - MAX (e->latest_year, e->name_year);

  return (ago < 0 ? year_ago[0] : ago < (gint) G_N_ELEMENTS (year_ago) ? year_ago[ago] : YEAR_LONG_AGO) / 365;
}

gdouble
tarikh_time_publish_weigh_prior (const Evidence *e, TarikhDay day)
{
  if (e->planned)
    return plan_month[MIN ((e->upper - day) / 30, (TarikhDay) G_N_ELEMENTS (plan_month) - 1)];
  if (e->lower != TARIKH_DAY_NONE && day >= e->lower
      && tarikh_base_day_get_date (e->lower).year >= MAX (e->latest_year, e->name_year)) {
    if (e->lower_grain == TARIKH_GRAIN_DAY)
      return look_up (since_day, G_N_ELEMENTS (since_day), day - e->lower);
    if (e->lower_grain == TARIKH_GRAIN_MONTH)
      return look_up (since_month, G_N_ELEMENTS (since_month), day - e->lower);
  }
  return weigh_year (e, day);
}
