/* metric/paper: how a page is used: how much of it is text (FILL), how evenly (BAL), its largest hole (WHITE), how few edges
 * the headlines start from (ALN), and the least type. */
#include "figures.h"

#include <math.h>
#include <string.h>

#define STRIPS 12
#define CELLS 64 /* a page is looked at through a grid of so many cells a side */

static double
fill_of (const MetricPage *page)
{
  double area = 0;

  for (guint i = 0; i < page->items->len; i++) {
    const MetricItem *item = g_ptr_array_index (page->items, i);
    area += item->text != NULL ? item->w * item->h : 0;
  }
  return area / (page->width * page->height * 0.8);
}

/* Text area by strips along the longer side of the page. */
static double
balance_of (const MetricPage *page)
{
  double strips[STRIPS] = { 0 }, mean = 0, variance = 0;
  gboolean wide = page->width > page->height;

  for (guint i = 0; i < page->items->len; i++) {
    const MetricItem *item = g_ptr_array_index (page->items, i);
    double at = wide ? (item->x + item->w / 2) / page->width : (item->y + item->h / 2) / page->height;
    if (item->text != NULL)
      strips[(guint) fmin (STRIPS - 1, fmax (0, at * STRIPS))] += item->w * item->h;
  }
  for (guint i = 0; i < STRIPS; i++)
    mean += strips[i] / STRIPS;
  for (guint i = 0; i < STRIPS; i++)
    variance += (strips[i] - mean) * (strips[i] - mean) / STRIPS;
  return mean > 0 ? 1 - sqrt (variance) / mean / sqrt (STRIPS - 1) : 0;
}

static void
mark_cells (guint8 cells[CELLS][CELLS], const MetricPage *page)
{
  for (guint i = 0; i < page->items->len; i++) {
    const MetricItem *item = g_ptr_array_index (page->items, i);
    gint left = (gint) floor (item->x / page->width * CELLS), top = (gint) floor (item->y / page->height * CELLS);
    gint right = (gint) floor ((item->x + item->w) / page->width * CELLS);
    gint bottom = (gint) floor ((item->y + item->h) / page->height * CELLS);
    for (gint y = MAX (0, top); y <= MIN (CELLS - 1, bottom); y++)
      for (gint x = MAX (0, left); x <= MIN (CELLS - 1, right); x++)
        cells[y][x] = 1;
  }
}

/* The largest empty rectangle, as a share of the page: from every cell to the right, as high as the columns allow. */
static double
white_of (const MetricPage *page)
{
  guint8 cells[CELLS][CELLS] = { { 0 } };
  guint heights[CELLS] = { 0 }, best = 0;

  mark_cells (cells, page);
  for (guint y = 0; y < CELLS; y++)
    for (guint x = 0; x < CELLS; x++) {
      heights[x] = cells[y][x] ? 0 : heights[x] + 1;
      for (guint from = x + 1, low = heights[x]; from-- > 0 && low > 0;) {
        low = MIN (low, heights[from]);
        best = MAX (best, low * (x - from + 1));
      }
    }
  return (double) best / (CELLS * CELLS);
}

static double
alignment_of (const MetricDrawing *drawing, const MetricEvent *events, guint n)
{
  g_autoptr (GHashTable) edges = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++) {
    const MetricItem *headline = events[i].headline;
    double start = headline == NULL ? 0 : drawing->right_to_left ? headline->x + headline->w : headline->x;
    g_hash_table_add (edges, GINT_TO_POINTER ((gint) lround (start / 2)));
  }
  return n < 2 ? 1 : 1 - (double) (g_hash_table_size (edges) - 1) / (n - 1);
}

void
metric_measure_paper (Metric *metric, const MetricDrawing *drawing, const MetricEvent *events, guint n_events)
{
  metric->n_pages = drawing->pages->len;
  metric->font_least = INFINITY;
  for (guint p = 0; p < drawing->pages->len; p++) {
    const MetricPage *page = g_ptr_array_index (drawing->pages, p);
    metric->fill += fill_of (page) / drawing->pages->len;
    metric->bal += balance_of (page) / drawing->pages->len;
    metric->white = fmax (metric->white, white_of (page));
    for (guint i = 0; i < page->items->len; i++) {
      const MetricItem *item = g_ptr_array_index (page->items, i);
      if (item->text != NULL)
        metric->font_least = fmin (metric->font_least, item->font_pt);
    }
  }
  metric->aln = alignment_of (drawing, events, n_events);
}
