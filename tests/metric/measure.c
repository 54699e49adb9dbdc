/* metric/measure: all measures of one drawing, and how far labels move when a story grows. */
#include "figures.h"
#include "gate.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const MetricItem *
find_item (const MetricDrawing *drawing, const char *role)
{
  for (guint p = 0; p < drawing->pages->len; p++) {
    const MetricPage *page = g_ptr_array_index (drawing->pages, p);
    for (guint i = 0; i < page->items->len; i++)
      if (strcmp (((MetricItem *) g_ptr_array_index (page->items, i))->role, role) == 0)
        return g_ptr_array_index (page->items, i);
  }
  return NULL;
}

MetricWay
metric_find_way (const MetricDrawing *drawing)
{
  const MetricItem *axis = find_item (drawing, "axis");

  if (find_item (drawing, "leader") == NULL)
    return METRIC_LIST;
  return axis != NULL && axis->w > axis->h ? METRIC_ACROSS : METRIC_DOWN;
}

static gint
compare_days (gconstpointer a, gconstpointer b, gpointer data)
{
  const MetricTruth *truth = data;
  guint one = *(const guint *) a, other = *(const guint *) b;

  if (truth[one].day != truth[other].day)
    return truth[one].day < truth[other].day ? -1 : 1;
  return one < other ? -1 : one > other;
}

/* The dated events by time. (transfer full) guint */
static GArray *
order_by_time (const MetricTruth *truth, guint n_truth)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_truth; i++)
    if (truth[i].dated)
      g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_days, (gpointer) truth);
  return order;
}

void
metric_measure (Metric *metric, const MetricDrawing *drawing, MetricWay way, const MetricTruth *truth, guint n_truth)
{
  g_autofree MetricEvent *events = metric_events_new (drawing, truth, n_truth);
  g_autoptr (GArray) order = order_by_time (truth, n_truth);
  const guint *indices = (const guint *) (gpointer) order->data;

  *metric = (Metric){ 0 };
  metric_judge (metric, drawing, way, events, truth, n_truth, indices, order->len);
  metric_measure_places (metric, drawing, way, events, truth, indices, order->len);
  metric_measure_paper (metric, drawing, events, n_truth);
}

/* Where an event's label stands, in pages from the first. */
static double
flow_of (const MetricDrawing *drawing, const MetricEvent *event, gboolean across)
{
  const MetricPage *page = g_ptr_array_index (drawing->pages, event->page);
  double share = across ? 1 - event->headline->x / page->width : event->headline->y / page->height;

  return event->page + share;
}

double
metric_measure_stability (const MetricDrawing *before, const MetricDrawing *after, const MetricTruth *old, guint n_old,
                          const MetricTruth *new, guint n_new)
{
  g_autofree MetricEvent *was = metric_events_new (before, old, n_old), *is = metric_events_new (after, new, n_new);
  gboolean across = metric_find_way (after) == METRIC_ACROSS;
  double sum = 0;
  guint n = 0;

  for (guint i = 0, k = 0; i < n_old; i++) {
    while (k < n_new && strcmp (new[k].id, old[i].id) != 0)
      k++;
    if (k == n_new || was[i].page < 0 || is[k].page < 0)
      break;
    sum += fabs (flow_of (after, &is[k], across) - flow_of (before, &was[i], across));
    n++;
  }
  return n > 0 ? sum / n : 0;
}
