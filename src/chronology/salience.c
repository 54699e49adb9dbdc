/* chronology/salience: how much an event belongs to the telling of the affair, 0..1: what its stories make of it, how many
 * independent stories tell it, how specific its date is, and how near it lies to the main news. */
#include "chronology/telling.h"

#include <math.h>

#define SHARE_OWN 0.50
#define SHARE_WITNESSES 0.30
#define SHARE_PRECISION 0.12
#define SHARE_NEARNESS 0.08

/* From the first to the last day on which the stories were published. */
static TarikhInterval
find_news_days (const TarikhChronology *chronology)
{
  TarikhInterval news = tarikh_base_interval_none ();

  for (guint i = 0; i < chronology->stories->len; i++) {
    const TarikhChronicleStory *story = g_ptr_array_index (chronology->stories, i);
    TarikhDay day = story->published != TARIKH_DAY_NONE ? story->published : story->published_to;
    if (day == TARIKH_DAY_NONE)
      continue;
    news.first = news.first == TARIKH_DAY_NONE ? day : MIN (news.first, day);
    news.last = news.last == TARIKH_DAY_NONE ? day : MAX (news.last, day);
  }
  return news;
}

/* 1 in the days of the news, a half a month away, a third a year away. */
static double
rate_nearness (TarikhInterval news, TarikhInterval days)
{
  gint gap = tarikh_chronology_days_gap (news, days);

  return gap == G_MAXINT ? 0.3 : 1.0 / (1.0 + log10 (1.0 + gap / 3.0));
}

static guint
count_originals (const guint32 *copy_of, guint n)
{
  guint originals = 0;

  for (guint i = 0; i < n; i++)
    originals += copy_of[i] == i;
  return originals;
}

/* What the stories make of it: the highest, moved a little to the mean. */
static double
rate_own (const TarikhGroup *group)
{
  double highest = 0, sum = 0;

  for (guint i = 0; i < group->n_members; i++) {
    double s = g_array_index (group->tellings->tellings, TarikhTelling, group->members[i]).salience;
    highest = MAX (highest, s);
    sum += s;
  }
  return 0.75 * highest + 0.25 * sum / group->n_members;
}

void
tarikh_chronology_weigh (const TarikhChronology *chronology, const guint32 *copy_of, GPtrArray *events,
                         const TarikhGroup *groups)
{
  TarikhInterval news = find_news_days (chronology);
  guint originals = count_originals (copy_of, chronology->stories->len);
  /* A quarter of the stories telling it is as good as all; of two stories, both. */
  double most = log (1.0 + MAX (originals / 4.0, MIN (originals, 2.0)));

  for (guint i = 0; i < events->len; i++) {
    TarikhChronicleEvent *event = g_ptr_array_index (events, i);
    TarikhInterval days = tarikh_chronology_event_get_days (event);
    double own = rate_own (&groups[i]);
    double witnesses = originals > 1 ? MIN (log (event->witnesses) / most, 1.0) : own;
    double salience = SHARE_OWN * own + SHARE_WITNESSES * witnesses
                      + SHARE_PRECISION * tarikh_chronology_days_precision (days)
                      + SHARE_NEARNESS * rate_nearness (news, days);
    event->salience = floor (CLAMP (salience, 0.0, 1.0) * 1000 + 0.5) / 1000;
  }
}
