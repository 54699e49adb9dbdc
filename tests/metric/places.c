/* metric/places: how far labels stand from their marks, and how much of that had to be. The optimum is isotonic regression
 * under the distances that the labels' boxes need; it is worked out here anew, from the boxes alone. */
#include "figures.h"

#include <math.h>
#include <string.h>

#define BAND_PAD 4.0 /* a band across the page goes on so far before its first mark */
#define CONTACT 0.7 /* of the type: labels so much farther apart than the closest still touch, for ink is lower than the
                     * line it stands in */

/* A label on its lane: where its mark is, where it stands, and how far it reaches from there both ways. */
typedef struct {
  double anchor, at, before, behind;
} Label;

static MetricPoint
end_of (const MetricItem *leader, gboolean first)
{
  return g_array_index (leader->points, MetricPoint, first ? 0 : leader->points->len - 1);
}

double
metric_find_label (const MetricEvent *event, MetricWay way)
{
  MetricPoint end = end_of (event->leader, FALSE);

  return way == METRIC_ACROSS ? end.x : end.y;
}

/* Along the axis, in the direction of time: what labels may fill of a page. */
typedef struct {
  double start, end, sign;
  double slack; /* how far apart labels may be and still touch */
} Bounds;

static double
lowest_text (const MetricPage *page)
{
  double lowest = 0;

  for (guint i = 0; i < page->items->len; i++) {
    const MetricItem *item = g_ptr_array_index (page->items, i);
    lowest = fmax (lowest, item->text != NULL && item->event >= 0 ? item->y + item->h : 0);
  }
  return lowest;
}

/* Of the largest headline, mm. */
static double
headline_size (const MetricPage *page)
{
  double size = 0;

  for (guint i = 0; i < page->items->len; i++) {
    const MetricItem *item = g_ptr_array_index (page->items, i);
    size = fmax (size, strcmp (item->role, "headline") == 0 ? item->font_pt * 25.4 / 72 : 0);
  }
  return size;
}

/* From where to where the axis runs. Lanes may go on below it: their page ends with the lowest of their labels. */
static Bounds
find_bounds (const MetricPage *page, MetricWay way, double sign)
{
  double low = INFINITY, high = -INFINITY, slack = CONTACT * headline_size (page);

  for (guint i = 0; i < page->items->len; i++) {
    const MetricItem *item = g_ptr_array_index (page->items, i);
    if (strcmp (item->role, "axis") != 0)
      continue;
    low = fmin (low, way == METRIC_ACROSS ? item->x : item->y);
    high = fmax (high, way == METRIC_ACROSS ? item->x + item->w : item->y + item->h);
  }
  if (way == METRIC_ACROSS)
    return sign < 0 ? (Bounds){ -high + BAND_PAD, -low, sign, slack } : (Bounds){ low + BAND_PAD, high, sign, slack };
  return (Bounds){ low, way == METRIC_LANES ? fmax (high, lowest_text (page)) : high, sign, slack };
}

/* ---- lanes ---- */

/* Labels of one lane of one page, which stand beside each other. */
static gint
lane_of (const MetricEvent *event, MetricWay way)
{
  MetricPoint first = end_of (event->leader, TRUE), last = end_of (event->leader, FALSE);

  return way == METRIC_ACROSS ? (last.y > first.y) : (gint) lround (last.x);
}

/* Where the mark of a day stands, or that of a stretch begins. */
static double
place_of_mark (const MetricEvent *event, MetricWay way)
{
  gboolean dot = fabs (event->mark->w - event->mark->h) < 0.01;

  return way == METRIC_ACROSS ? -end_of (event->leader, TRUE).x : event->mark->y + (dot ? event->mark->h / 2 : 0);
}

static Label
label_of (const MetricEvent *event, MetricWay way, double sign)
{
  MetricPoint mark = end_of (event->leader, TRUE);
  double at = metric_find_label (event, way);

  if (way != METRIC_ACROSS)
    return (Label){ place_of_mark (event, way), at, at - event->top, event->bottom - at };
  return (Label){ sign * mark.x, sign * at, 0, sign < 0 ? at - event->left : event->right - at };
}

/* ---- the optimum ---- */

typedef struct {
  double sum;
  guint n;
} Pool;

/* Pool adjacent violators; TARGETS become the closest rising sequence, within LOW and HIGH. */
static void
make_monotone (double *targets, guint n, double low, double high)
{
  g_autofree Pool *pools = g_new (Pool, n + 1);
  guint m = 0;

  for (guint i = 0; i < n; i++) {
    pools[m++] = (Pool){ targets[i], 1 };
    while (m > 1 && pools[m - 2].sum / pools[m - 2].n >= pools[m - 1].sum / pools[m - 1].n) {
      pools[m - 2].sum += pools[m - 1].sum;
      pools[m - 2].n += pools[m - 1].n;
      m--;
    }
  }
  for (guint k = 0, i = 0; k < m; k++)
    for (guint j = 0; j < pools[k].n; j++)
      targets[i++] = fmin (fmax (pools[k].sum / pools[k].n, low), high);
}

static double
gap_between (const Label *a, const Label *b)
{
  return b->at - b->before - a->at - a->behind;
}

/* Labels that stand under each other reach as far as the farthest of them. */
static void
spread_reach (Label *labels, guint n)
{
  for (guint i = 0; i + 1 < n; i++)
    if (gap_between (&labels[i], &labels[i + 1]) < 0)
      labels[i + 1].behind
          = fmax (labels[i + 1].behind, labels[i].at + labels[i].behind - labels[i + 1].at);
}

/* What labels I and I + 1 must keep between them: what they do keep where they touch, else what their boxes need. */
static double
distance_between (const Label *labels, guint i, double closest, double slack, gboolean stacked, double closest_poles)
{
  const Label *a = &labels[i], *b = &labels[i + 1];
  double gap = gap_between (a, b), distance = b->at - a->at;

  if (stacked && gap < 0)
    return fmin (distance, closest_poles);
  return gap <= closest + slack ? distance : a->behind + b->before + closest;
}

/* Sums of squares: what is, and what the best would be. */
static void
compare_lane (Label *labels, guint n, gboolean stacked, const Bounds *bounds, double *is, double *best)
{
  g_autofree double *targets = g_new (double, n + 1), *offsets = g_new0 (double, n + 1);
  double closest = INFINITY, closest_poles = INFINITY;

  if (stacked)
    spread_reach (labels, n);
  for (guint i = 0; i + 1 < n; i++) {
    double gap = gap_between (&labels[i], &labels[i + 1]);
    closest = fmin (closest, gap >= 0 || !stacked ? gap : INFINITY);
    closest_poles = fmin (closest_poles, labels[i + 1].at - labels[i].at);
  }
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      offsets[i] = offsets[i - 1] + distance_between (labels, i - 1, closest, bounds->slack, stacked, closest_poles);
    targets[i] = labels[i].anchor - offsets[i];
  }
  /* The first does not go back, or the last forward, only where the page ends. */
  const Label *first = &labels[0], *last = &labels[n - 1];
  gboolean at_start = first->at > first->anchor - 0.01 || first->at - first->before < bounds->start + bounds->slack;
  gboolean at_end = last->at < last->anchor + 0.01 || last->at + last->behind > bounds->end - bounds->slack;
  double low = at_start ? first->at : -INFINITY;
  double high = at_end ? last->at - offsets[n - 1] : INFINITY;
  make_monotone (targets, n, low, fmax (low, high));
  for (guint i = 0; i < n; i++) {
    double off = labels[i].at - labels[i].anchor, least = targets[i] + offsets[i] - labels[i].anchor;
    *is += off * off;
    *best += least * least;
  }
}

/* ---- scale ---- */

/* Pearson's r of days and places of marks between two breaks; 1 where there are fewer than three. */
static double
correlate (const GArray *days, const GArray *places)
{
  double n = days->len, sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;

  for (guint i = 0; i < days->len; i++) {
    double x = g_array_index (days, double, i), y = g_array_index (places, double, i);
    sx += x, sy += y, sxx += x * x, syy += y * y, sxy += x * y;
  }
  double vx = sxx - sx * sx / n, vy = syy - sy * sy / n;
  return n < 3 || vx <= 1e-6 || vy <= 1e-6 ? 1 : (sxy - sx * sy / n) / sqrt (vx * vy);
}

/* TRUE when a break lies between two places on PAGE. */
static gboolean
is_broken (const MetricPage *page, MetricWay way, double from, double to)
{
  for (guint i = 0; i < page->items->len; i++) {
    const MetricItem *item = g_ptr_array_index (page->items, i);
    double at = way == METRIC_ACROSS ? item->x + item->w / 2 : item->y + item->h / 2;
    if (strcmp (item->role, "gap") == 0 && at > fmin (from, to) && at < fmax (from, to))
      return TRUE;
  }
  return FALSE;
}

static double
measure_scale (const MetricDrawing *drawing, MetricWay way, const MetricEvent *events, const MetricTruth *truth,
               const guint *order, guint n)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (double)), places = g_array_new (FALSE, FALSE, sizeof (double));
  double sum = 0, weight = 0;

  for (guint i = 0; i <= n; i++) {
    const MetricEvent *event = i < n ? &events[order[i]] : NULL, *before = i > 0 ? &events[order[i - 1]] : NULL;
    gboolean ends = event == NULL || before == NULL || event->page != before->page
                    || is_broken (g_ptr_array_index (drawing->pages, event->page), way,
                                  fabs (place_of_mark (before, way)), fabs (place_of_mark (event, way)));
    if (ends && days->len >= 3) {
      sum += correlate (days, places) * days->len;
      weight += days->len;
    }
    if (ends)
      g_array_set_size (days, 0), g_array_set_size (places, 0);
    if (event == NULL)
      break;
    double day = (double) truth[order[i]].day, place = place_of_mark (event, way);
    g_array_append_val (days, day);
    g_array_append_val (places, place);
  }
  return weight > 0 ? sum / weight : 1;
}

/* ---- all ---- */

static void
add_leader (Metric *metric, const MetricEvent *event, MetricWay way, double axis)
{
  const GArray *points = event->leader->points;
  Label label = label_of (event, way, 1);
  double off = fabs (label.at - label.anchor) / axis;

  metric->disp += off;
  metric->disp_max = fmax (metric->disp_max, off);
  metric->bend += points->len > 2;
  for (guint i = 0; i + 1 < points->len; i++) {
    MetricPoint a = g_array_index (points, MetricPoint, i), b = g_array_index (points, MetricPoint, i + 1);
    metric->len += hypot (b.x - a.x, b.y - a.y) / axis;
  }
}

/* The labels of one lane of one page: those of ORDER from FIRST on that share page and lane with it. */
static void
measure_lane (const MetricEvent *events, const guint *order, guint first, guint n, guint8 *done, MetricWay way,
              const Bounds *bounds, double *is, double *best)
{
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (Label));
  const MetricEvent *one = &events[order[first]];

  for (guint i = first; i < n && events[order[i]].page == one->page; i++)
    if (!done[i] && lane_of (&events[order[i]], way) == lane_of (one, way)) {
      Label label = label_of (&events[order[i]], way, bounds->sign);
      g_array_append_val (labels, label);
      done[i] = TRUE;
    }
  compare_lane ((Label *) (gpointer) labels->data, labels->len, way == METRIC_ACROSS, bounds, is,
                best);
}

void
metric_measure_places (Metric *metric, const MetricDrawing *drawing, MetricWay way, const MetricEvent *events,
                       const MetricTruth *truth, const guint *order, guint n_dated)
{
  g_autofree guint8 *done = g_new0 (guint8, n_dated + 1);
  double is = 0, best = 0;

  metric->deff = metric->prop = 1;
  if (way == METRIC_LIST || n_dated == 0)
    return;
  for (guint i = 0; i < n_dated; i++)
    if (events[order[i]].leader == NULL || events[order[i]].page < 0)
      return; /* lost: told by the gate */
  for (guint i = 0; i < n_dated; i++) {
    const MetricEvent *event = &events[order[i]];
    const MetricPage *page = g_ptr_array_index (drawing->pages, event->page);
    Bounds bounds = find_bounds (page, way, drawing->right_to_left ? -1 : 1);
    add_leader (metric, event, way, bounds.end - bounds.start);
    if (!done[i])
      measure_lane (events, order, i, n_dated, done, way, &bounds, &is, &best);
  }
  metric->disp /= n_dated;
  metric->len /= n_dated;
  metric->bend /= n_dated;
  metric->deff = is > 1e-3 * n_dated ? sqrt (fmin (1, best / is)) : 1;
  metric->prop = measure_scale (drawing, way, events, truth, order, n_dated);
}
