/* chronology/days: may two dates be one happening's, and how sure must the words be. Never looks at words. */
#include "chronology/telling.h"

#define DAYS_OF_WEEK 7
#define AFAR_DAYS 3 /* before the story's own day: what is told of such days is told for its own sake */

gint
tarikh_chronology_days_width (TarikhInterval days)
{
  if (!tarikh_base_interval_is_known (days))
    return G_MAXINT;
  return (gint) MIN ((gint64) days.last - days.first + 1, G_MAXINT - 1);
}

gint
tarikh_chronology_days_gap (TarikhInterval a, TarikhInterval b)
{
  if (!tarikh_base_interval_is_known (a) || !tarikh_base_interval_is_known (b))
    return G_MAXINT;
  gint64 gap = MAX ((gint64) a.first - b.last, (gint64) b.first - a.last);
  return (gint) CLAMP (gap, 0, G_MAXINT - 1);
}

double
tarikh_chronology_days_precision (TarikhInterval days)
{
  static const struct {
    gint width;
    double precision;
  } steps[] = { { 1, 1.0 }, { 3, 0.95 }, { 7, 0.85 }, { 31, 0.7 }, { 100, 0.55 }, { 366, 0.45 }, { 3660, 0.25 } };
  gint width = tarikh_chronology_days_width (days);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (width <= steps[i].width)
      return steps[i].precision;
  return width == G_MAXINT ? 0.0 : 0.1;
}

TarikhInterval
tarikh_chronology_event_get_days (const TarikhChronicleEvent *event)
{
  return (TarikhInterval){ event->start, event->end, TARIKH_GRAIN_NONE };
}

/* The vaguer of the two dates says how much of the agreement is chance: two tellings of one day need little more than
 * the same people, two of one year need much of the same words. Fitted on pairs of sentences of which readers had said
 * whether they tell the same happening. */
static double
threshold_by_width (gint width)
{
  if (width <= 3)
    return 0.09;
  if (width <= 10)
    return 0.12;
  if (width <= 31)
    return 0.15;
  return width <= 366 ? 0.18 : 0.30;
}

/* Days that do not meet. */
static double
threshold_by_gap (gint gap, gint wa, gint wb, TarikhDating dating)
{
  if (dating.approximate && gap <= MAX (wa, wb)) /* "about two weeks ago" may be a week more or less */
    return threshold_by_width (MAX (wa, wb));
  /* The day after, and the days of a long week-end: stories count nights and time zones differently. */
  if (gap == 1)
    return dating.both_fresh ? 0.38 : 0.27;
  if (dating.both_fresh)
    return TARIKH_CHRONOLOGY_NEVER;
  /* Which of two Mondays is meant, a bare name of a weekday does not say. */
  if (gap == DAYS_OF_WEEK && dating.weekday && wa == 1 && wb == 1)
    return 0.30;
  if (gap <= 3)
    return 0.45;
  /* A slip of the pen or of memory: only nearly the same words are the same happening. */
  return gap <= 31 || (MIN (wa, wb) > 300 && gap <= 1100) ? 0.65 : TARIKH_CHRONOLOGY_NEVER;
}

double
tarikh_chronology_days_threshold (TarikhInterval a, TarikhInterval b, TarikhDating dating)
{
  gint wa = tarikh_chronology_days_width (a), wb = tarikh_chronology_days_width (b);
  gint gap = tarikh_chronology_days_gap (a, b);

  if (wa == G_MAXINT || wb == G_MAXINT)
    return 0.35;
  if (gap > 0)
    return threshold_by_gap (gap, wa, wb, dating);
  if (dating.both_back) /* of a year long over, the stories of an affair know one thing or two */
    return 0.10;
  return dating.both_afar && MAX (wa, wb) == 1 ? 0.02 : threshold_by_width (MAX (wa, wb));
}

gboolean
tarikh_chronology_event_is_afar (const TarikhChronicleEvent *event, TarikhDay published)
{
  if (published == TARIKH_DAY_NONE || event->start == TARIKH_DAY_NONE || event->start != event->end || event->approximate
      || event->dated_by != TARIKH_DATED_EXPLICIT)
    return FALSE;
  gint64 days = (gint64) event->start - published;
  return days > 0 || -days >= AFAR_DAYS;
}
