/* layout/scale: chooses the breaks of the axis and shares its length out. Every segment is true to scale in itself; where
 * two segments differ in scale a break stands between them, so that no reader is misled. Knows no drawing. */
#include "layout/scale.h"

#include <math.h>

#define LEAST_CROWD 3     /* events close together that deserve a scale of their own */
#define BREAK_RATIO 8.0   /* a gap this many times the median of a crowd is broken */
#define LEAST_SEGMENT_MM 9.0
#define TIGHTEST 0.4 /* of what labels need along the axis: below this, a break is given up instead */

/* A gap between two neighbouring points. */
typedef struct {
  guint index; /* between points index and index + 1 */
  double days;
} Gap;

static gint
compare_gaps (gconstpointer a, gconstpointer b)
{
  const Gap *one = a, *other = b;

  if (one->days != other->days)
    return one->days > other->days ? -1 : 1;
  return one->index < other->index ? -1 : one->index > other->index;
}

static gint
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

/* ---- where to break ---- */

/* Median gap of points FROM..TO, at least a day; 0 when they are no crowd. */
static double
crowd_median (const TarikhScalePoint *points, guint from, guint to)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_labels = points[from].is_label;

  for (guint i = from; i < to; i++) {
    double gap = points[i + 1].day - points[i].day;
    n_labels += points[i + 1].is_label;
    g_array_append_val (gaps, gap);
  }
  if (n_labels < LEAST_CROWD)
    return 0;
  g_array_sort (gaps, compare_doubles);
  return fmax (1, g_array_index (gaps, double, gaps->len / 2));
}

/* The segment of CUTS (sorted indices of broken gaps) that gap INDEX lies in. */
static void
find_segment (const GArray *cuts, guint n_points, guint index, guint *from, guint *to)
{
  *from = 0;
  *to = n_points - 1;
  for (guint i = 0; i < cuts->len; i++) {
    guint cut = g_array_index (cuts, guint, i);
    if (cut < index)
      *from = MAX (*from, cut + 1);
    else
      *to = MIN (*to, cut);
  }
}

static gboolean
deserves_break (const TarikhScalePoint *points, guint n_points, const GArray *cuts, const Gap *gap, double overall)
{
  guint from, to;

  if (gap->days > BREAK_RATIO * overall)
    return TRUE;
  find_segment (cuts, n_points, gap->index, &from, &to);
  double before = crowd_median (points, from, gap->index), after = crowd_median (points, gap->index + 1, to);
  return (before > 0 && gap->days > BREAK_RATIO * before) || (after > 0 && gap->days > BREAK_RATIO * after);
}

static gint
compare_indices (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

/* The indices of the gaps to break, in order of time. Looks at the widest gaps only: at most 4 a break. */
static GArray *
choose_cuts (const TarikhScalePoint *points, guint n_points, guint most)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (Gap));
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (guint));
  double unbroken = -INFINITY;

  for (guint i = 0; i + 1 < n_points; i++) {
    Gap gap = { i, points[i + 1].day - points[i].day };
    unbroken = fmax (unbroken, points[i].is_label ? points[i].unbroken_until : -INFINITY);
    if (gap.days > 1 && points[i + 1].is_label && points[i + 1].day > unbroken)
      g_array_append_val (gaps, gap);
  }
  g_array_sort (gaps, compare_gaps);
  double overall = n_points > 0 ? crowd_median (points, 0, n_points - 1) : 0;
  overall = overall > 0 ? overall : INFINITY;
  for (guint i = 0; i < gaps->len && i < most * 4 && cuts->len < most; i++)
    if (deserves_break (points, n_points, cuts, &g_array_index (gaps, Gap, i), overall))
      g_array_append_val (cuts, g_array_index (gaps, Gap, i).index);
  return cuts;
}

/* ---- sharing out ---- */

typedef struct {
  guint first, last; /* points */
  guint n_labels;
  double lead_mm;    /* what its first labels take before it: those of one day stand round their mark */
  double need_mm;    /* of its labels, up to its last day with one */
  double trail_mm;   /* behind that day */
  double zone_mm;    /* from it to the next part; 0 for the last */
} Part;

/* The labels of one day, from point FIRST on. */
typedef struct {
  guint end;                 /* one past them */
  guint n_labels;
  double before_mm, after_mm; /* what they take before and behind their mark */
} Day;

static Day
measure_day (const TarikhScalePoint *points, guint first, guint last)
{
  Day day = { first, 0, 0, 0 };
  double sum = 0, final = 0;

  for (; day.end <= last && points[day.end].day <= points[first].day; day.end++) {
    if (!points[day.end].is_label)
      continue;
    day.n_labels++;
    sum += final = points[day.end].need_mm;
  }
  day.before_mm = (sum - final) / 2;
  day.after_mm = (sum + final) / 2;
  return day;
}

static Part
measure_part (const TarikhScalePoint *points, guint first, guint last)
{
  Part part = { .first = first, .last = last };

  for (guint i = first; i <= last;) {
    Day day = measure_day (points, i, last);
    i = day.end;
    if (day.n_labels == 0)
      continue;
    if (part.n_labels == 0)
      part.lead_mm = day.before_mm;
    else
      part.need_mm += part.trail_mm + day.before_mm;
    part.trail_mm = day.after_mm;
    part.n_labels += day.n_labels;
  }
  if (points[last].day > points[first].day)
    part.need_mm = fmax (part.need_mm, LEAST_SEGMENT_MM);
  return part;
}

static GArray *
cut_parts (const TarikhScalePoint *points, guint n_points, const GArray *cuts, double break_mm, double *total)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  guint first = 0;

  for (guint i = 0; i <= cuts->len; i++) {
    guint last = i < cuts->len ? g_array_index (cuts, guint, i) : n_points - 1;
    Part part = measure_part (points, first, last);
    g_array_append_val (parts, part);
    first = last + 1;
  }
  *total = g_array_index (parts, Part, 0).lead_mm;
  for (guint i = 0; i < parts->len; i++) {
    Part *part = &g_array_index (parts, Part, i);
    if (i + 1 < parts->len)
      part->zone_mm = fmax (break_mm, part->trail_mm + part[1].lead_mm);
    *total += part->need_mm + part->zone_mm;
  }
  return parts;
}

/* How much of the spare length PART draws, beside its neighbours. */
static double
appetite (const Part *part, const TarikhScalePoint *points)
{
  double days = points[part->last].day - points[part->first].day;

  return days > 0 && part->n_labels > 1 ? part->need_mm + 4 * log1p (days) : 0;
}

/* Where not all fits, breaks keep their least and the rest gives way. Returns by how much (1: all fits). */
static double
squeeze_parts (GArray *parts, double total, double length, double break_mm)
{
  double need = 0, breaks = break_mm * (parts->len - 1);

  if (total <= length)
    return 1;
  g_array_index (parts, Part, 0).lead_mm = 0;
  for (guint i = 0; i < parts->len; i++) {
    Part *part = &g_array_index (parts, Part, i);
    part->zone_mm = fmin (part->zone_mm, break_mm);
    need += part->need_mm;
  }
  return need > 0 ? (length - breaks) / need : length >= breaks ? 1 : 0;
}

static void
lay_out_parts (TarikhScale *scale, const TarikhScalePoint *points, const GArray *parts, double squeeze, double spare,
               const TarikhScaleLimits *limits)
{
  double hunger = 0, at = limits->from_mm + g_array_index (parts, Part, 0).lead_mm;

  for (guint i = 0; i < parts->len; i++) {
    const Part *part = &g_array_index (parts, Part, i);
    hunger += appetite (part, points) + 0.4 * part->zone_mm;
  }
  for (guint i = 0; i < parts->len; i++) {
    const Part *part = &g_array_index (parts, Part, i);
    double share = hunger > 0 ? spare / hunger : 0;
    double inside = part->need_mm * squeeze + appetite (part, points) * share;
    TarikhScaleSegment segment = { points[part->first].day, points[part->last].day, at, at + inside };
    g_array_append_val (scale->segments, segment);
    at += inside + part->zone_mm * (1 + 0.4 * share);
  }
}

TarikhScale *
tarikh_layout_scale_new (const TarikhScalePoint *points, guint n_points, const TarikhScaleLimits *limits)
{
  TarikhScale *scale = g_new0 (TarikhScale, 1);

  scale->segments = g_array_new (FALSE, FALSE, sizeof (TarikhScaleSegment));
  if (n_points == 0)
    return scale;

  g_autoptr (GArray) cuts = choose_cuts (points, n_points, limits->most_breaks);
  for (;;) {
    double total, length = limits->to_mm - limits->from_mm;
    g_autoptr (GArray) ordered = g_array_copy (cuts);
    g_array_sort (ordered, compare_indices);
    g_autoptr (GArray) parts = cut_parts (points, n_points, ordered, limits->break_mm, &total);
    double squeeze = squeeze_parts (parts, total, length, limits->break_mm);
    if (squeeze >= TIGHTEST || cuts->len == 0) {
      lay_out_parts (scale, points, parts, fmax (0, squeeze), fmax (0, length - total), limits);
      return scale;
    }
    g_array_set_size (cuts, cuts->len - 1); /* too long: the least gap is drawn to scale after all */
  }
}

void
tarikh_layout_scale_free (TarikhScale *scale)
{
  if (scale == NULL)
    return;
  g_array_unref (scale->segments);
  g_free (scale);
}

static double
blend (double day, double first, double last, double from, double to)
{
  return last > first ? from + (to - from) * (day - first) / (last - first) : (from + to) / 2;
}

double
tarikh_layout_scale_map (const TarikhScale *scale, double day)
{
  const TarikhScaleSegment *segments = (const TarikhScaleSegment *) (gpointer) scale->segments->data;
  guint low = 0, high = scale->segments->len;

  if (high == 0)
    return 0;
  while (low + 1 < high) {
    guint middle = (low + high) / 2;
    if (segments[middle].first <= day)
      low = middle;
    else
      high = middle;
  }
  const TarikhScaleSegment *here = &segments[low];
  if (day < here->first)
    return here->from_mm;
  if (day <= here->last) /* a segment of one day has it in its middle */
    return blend (day, here->first, here->last, here->from_mm, here->to_mm);
  if (low + 1 == scale->segments->len)
    return here->to_mm;
  return blend (day, here->last, here[1].first, here->to_mm, here[1].from_mm);
}
