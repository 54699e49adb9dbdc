/* metric/gate: the faults that no page may have: texts over each other (OV), leaders that cross (LX) or run into a text
 * (LL), ink outside (OUT) or over the edge (CUT), a text changed (TR) or an event lost (LOST), wrong order (ORD) or direction
 * (DIR). */
#include "gate.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define TOUCH 0.05 /* mm */

/* ---- texts over each other ---- */

static gint
compare_tops (gconstpointer a, gconstpointer b)
{
  const MetricItem *one = *(MetricItem *const *) a, *other = *(MetricItem *const *) b;

  return one->y < other->y ? -1 : one->y > other->y;
}

static gboolean
overlap (const MetricItem *a, const MetricItem *b)
{
  return fmin (a->x + a->w, b->x + b->w) - fmax (a->x, b->x) > TOUCH
         && fmin (a->y + a->h, b->y + b->h) - fmax (a->y, b->y) > TOUCH;
}

/* All pairs whose heights meet: sorted by their tops. */
static guint
count_overlaps (const MetricPage *page)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  guint n = 0;

  for (guint i = 0; i < page->items->len; i++)
    if (((MetricItem *) g_ptr_array_index (page->items, i))->text != NULL)
      g_ptr_array_add (texts, g_ptr_array_index (page->items, i));
  g_ptr_array_sort (texts, compare_tops);
  for (guint i = 0; i < texts->len; i++) {
    const MetricItem *a = g_ptr_array_index (texts, i);
    for (guint k = i + 1; k < texts->len; k++) {
      const MetricItem *b = g_ptr_array_index (texts, k);
      if (b->y > a->y + a->h)
        break;
      n += overlap (a, b);
    }
  }
  return n;
}

/* ---- leaders ---- */

static MetricPoint
point_at (const MetricItem *item, guint i)
{
  return g_array_index (item->points, MetricPoint, i);
}

static double
turn (MetricPoint o, MetricPoint a, MetricPoint b)
{
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

static gboolean
segments_cross (MetricPoint a, MetricPoint b, MetricPoint c, MetricPoint d)
{
  const double e = 1e-6;
  double abc = turn (a, b, c), abd = turn (a, b, d), cda = turn (c, d, a), cdb = turn (c, d, b);

  return ((abc > e && abd < -e) || (abc < -e && abd > e)) && ((cda > e && cdb < -e) || (cda < -e && cdb > e));
}

static gboolean
leaders_cross (const MetricItem *a, const MetricItem *b)
{
  if (fmin (a->x + a->w, b->x + b->w) < fmax (a->x, b->x) || fmin (a->y + a->h, b->y + b->h) < fmax (a->y, b->y))
    return FALSE;
  for (guint i = 0; i + 1 < a->points->len; i++)
    for (guint k = 0; k + 1 < b->points->len; k++)
      if (segments_cross (point_at (a, i), point_at (a, i + 1), point_at (b, k), point_at (b, k + 1)))
        return TRUE;
  return FALSE;
}

/* Liang and Barsky: does the segment run through the inside of BOX? */
static gboolean
segment_enters (MetricPoint a, MetricPoint b, const MetricItem *box)
{
  double from = 0, to = 1;
  double p[] = { a.x - b.x, b.x - a.x, a.y - b.y, b.y - a.y };
  double q[] = { a.x - box->x - TOUCH, box->x + box->w - TOUCH - a.x, a.y - box->y - TOUCH,
                 box->y + box->h - TOUCH - a.y };

  for (guint i = 0; i < 4; i++) {
    if (p[i] == 0 && q[i] < 0)
      return FALSE;
    if (p[i] < 0)
      from = fmax (from, q[i] / p[i]);
    else if (p[i] > 0)
      to = fmin (to, q[i] / p[i]);
  }
  return to - from > 1e-6;
}

static gboolean
leader_enters (const MetricItem *leader, const MetricItem *text)
{
  if (fmin (leader->x + leader->w, text->x + text->w) < fmax (leader->x, text->x)
      || fmin (leader->y + leader->h, text->y + text->h) < fmax (leader->y, text->y))
    return FALSE;
  for (guint i = 0; i + 1 < leader->points->len; i++)
    if (segment_enters (point_at (leader, i), point_at (leader, i + 1), text))
      return TRUE;
  return FALSE;
}

static void
count_leader_faults (Metric *metric, const MetricPage *page)
{
  for (guint i = 0; i < page->items->len; i++) {
    const MetricItem *a = g_ptr_array_index (page->items, i);
    if (strcmp (a->role, "leader") != 0)
      continue;
    for (guint k = 0; k < page->items->len; k++) {
      const MetricItem *b = g_ptr_array_index (page->items, k);
      if (b->text != NULL)
        metric->ll += leader_enters (a, b);
      else if (k > i && strcmp (b->role, "leader") == 0)
        metric->lx += leaders_cross (a, b);
    }
  }
}

/* ---- inside the page ---- */

static void
count_outside (Metric *metric, const MetricPage *page)
{
  double safe = fmin (page->width, page->height) * 0.008; /* no ink so near the edge */

  for (guint i = 0; i < page->items->len; i++) {
    const MetricItem *item = g_ptr_array_index (page->items, i);
    double room = fmin (fmin (item->x, item->y),
                        fmin (page->width - item->x - item->w, page->height - item->y - item->h));
    metric->out += room < safe;
    metric->cut += room < 0;
  }
}

/* ---- order ---- */

/* Where an event stands on its page, rising in the order of reading. */
static double
rank_on_page (const MetricEvent *event, MetricWay way, double sign)
{
  gboolean is_dot = fabs (event->mark->w - event->mark->h) < 0.01;

  switch (way) {
  case METRIC_ACROSS: return sign * point_at (event->leader, 0).x;
  case METRIC_LIST: return sign * 1e4 * round (event->mark->x / 20) + event->mark->y;
  case METRIC_LANES: return event->mark->y + (is_dot ? event->mark->h / 2 : 0);
  default: return event->headline->y;
  }
}

static void
judge_order (Metric *metric, const MetricEvent *events, const guint *order, guint n, MetricWay way, double sign)
{
  double last = -INFINITY;
  gint page = 0;

  for (guint i = 0; i < n; i++) {
    const MetricEvent *event = &events[order[i]];
    if (event->page < 0 || event->headline == NULL || (way == METRIC_ACROSS && event->leader == NULL))
      continue;
    double at = rank_on_page (event, way, sign);
    metric->ord += event->page < page || (event->page == page && at < last - (way == METRIC_LIST ? 2.5 : 0.01));
    page = event->page;
    last = at;
  }
}

static void
count_lost (Metric *metric, const MetricEvent *events, const MetricTruth *truth, guint n_truth, MetricWay way)
{
  for (guint i = 0; i < n_truth; i++) {
    metric->tr += !events[i].told;
    metric->lost += events[i].headline == NULL || events[i].n_marks != 1;
    if (truth[i].dated)
      metric->lost += events[i].n_dates < 1 || events[i].n_leaders != (way != METRIC_LIST);
  }
}

void
metric_judge (Metric *metric, const MetricDrawing *drawing, MetricWay way, const MetricEvent *events,
              const MetricTruth *truth, guint n_truth, const guint *order, guint n_dated)
{
  for (guint p = 0; p < drawing->pages->len; p++) {
    const MetricPage *page = g_ptr_array_index (drawing->pages, p);
    metric->ov += count_overlaps (page);
    count_leader_faults (metric, page);
    count_outside (metric, page);
  }
  count_lost (metric, events, truth, n_truth, way);
  judge_order (metric, events, order, n_dated, way, drawing->right_to_left ? -1 : 1);
  metric->dir += !drawing->right_to_left;
}

guint
metric_count_faults (const Metric *m)
{
  return m->ov + m->lx + m->ll + m->out + m->tr + m->lost + m->ord + m->dir + m->cut;
}
