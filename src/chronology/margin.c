/* chronology/margin: by how much two happenings are more alike than they must be, given their days, how many others
 * there are of those days, and who tells both. */
#include "chronology/match.h"

#include <math.h>

#define SAME_STORY_LEAST 0.60 /* inner likeness of two events that one story tells */
#define FAR_THRESHOLD 0.60    /* of the days alone: from here on they are far apart, a slip of the pen */
#define FAR_LEAST 0.80        /* inner likeness of such events */
#define CROWD 6               /* tellings of the same days that leave the threshold as it is */
#define CROWD_MORE 0.020 /* added to it every time that they double: the more there are, the more agree by chance */
#define OTHER_ACTION_MORE 0.20 /* added when each says what happens and it is not the same: place and people agree */
#define AFAR_TWICE 0.12        /* likeness of two tellings of one story that name the same far day */

static gint
compare_starts (gconstpointer a, gconstpointer b)
{
  TarikhDay x = *(const TarikhDay *) a, y = *(const TarikhDay *) b;

  return x < y ? -1 : x > y;
}

GArray *
tarikh_chronology_sort_starts (const TarikhChronology *chronology)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (TarikhDay));

  for (guint i = 0; i < chronology->events->len; i++) {
    TarikhDay start = ((const TarikhChronicleEvent *) g_ptr_array_index (chronology->events, i))->start;
    if (start != TARIKH_DAY_NONE)
      g_array_append_val (starts, start);
  }
  g_array_sort (starts, compare_starts);
  return starts;
}

/* How many tellings begin before DAY. */
static guint
count_before (const GArray *starts, gint64 day)
{
  guint low = 0, high = starts->len;

  while (low < high) {
    guint middle = (low + high) / 2;
    if (g_array_index (starts, TarikhDay, middle) < day)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* What the number of tellings of the same days adds to the threshold of A and B. */
static double
measure_crowd (const TarikhMatcher *m, TarikhInterval a, TarikhInterval b)
{
  guint n = m->starts->len;

  if (tarikh_base_interval_is_known (a) && tarikh_base_interval_is_known (b))
    n = count_before (m->starts, (gint64) MAX (a.last, b.last) + 1) - count_before (m->starts, MIN (a.first, b.first));
  return n > CROWD ? CROWD_MORE * log2 ((double) n / CROWD) : 0;
}

/* By how much A and B (roots) are more alike than they must be; negative: two happenings. */
double
tarikh_chronology_measure_margin (const TarikhMatcher *m, guint32 a, guint32 b)
{
  const TarikhItem *x = &m->items[a], *y = &m->items[b];
  TarikhDating dating
      = { x->fresh && y->fresh, tarikh_chronology_item_is_afar (x) && tarikh_chronology_item_is_afar (y),
          x->year_back && y->year_back, x->approximate || y->approximate, x->weekday || y->weekday };
  double threshold = tarikh_chronology_days_threshold (x->days, y->days, dating);

  if (threshold >= TARIKH_CHRONOLOGY_NEVER || (x->origins & y->origins) != 0)
    return -1;
  gboolean far = threshold >= FAR_THRESHOLD;
  TarikhLikeness l = tarikh_chronology_vector_compare (m->vocabulary, &x->vector, &y->vector);
  if (l.likeness < threshold)
    return l.likeness - threshold;
  if (!dating.both_afar && !tarikh_chronology_item_is_remembered (x) && !tarikh_chronology_item_is_remembered (y))
    threshold += measure_crowd (m, x->days, y->days) + (l.other_action && !dating.both_back ? OTHER_ACTION_MORE : 0);
  guint shorter = MIN (x->vector.n_terms, y->vector.n_terms);
  guint least = far ? 4 : dating.both_afar ? 1 : 2;
  if (l.shared < MIN (least, MAX (shorter, 1u)) || (far && l.inner < FAR_LEAST))
    return -1;
  double apart = far || l.inner < SAME_STORY_LEAST ? tarikh_chronology_items_share_stories (m, a, b) : 0;
  if (far && apart > 0) /* a slip of the pen is another's: one story with two dates means two happenings */
    return -1;
  if (dating.both_afar) /* coming back to its day's one happening, rather than telling a second */
    return l.likeness - MAX (threshold, apart * AFAR_TWICE);
  return apart >= 0.5 ? -1 : l.likeness - threshold * (1 + apart);
}
