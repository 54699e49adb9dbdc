/* layout/paginate: dynamic programme over page ends: from every place where a page may begin, its page is filled unit by
 * unit as far as it goes. */
#include "layout/paginate.h"

#include <math.h>

#define PAGE_COST 10.0
#define ORPHAN_COST 1.5
#define FULL_ENOUGH 0.62  /* a page may be so empty for the sake of a better break */
#define EMPTINESS 12.0    /* below that */
#define EVENNESS 0.4
#define SLACK_MM 1e-9

typedef struct {
  double cost;
  guint start;
} Best;

/* A page while it fills. */
typedef struct {
  double height_mm;
  double *lanes;    /* how full each lane is; the one column being filled stands in the first */
  guint n_lanes, column, n_columns;
} Fill;

static void
begin (Fill *fill, double height_mm)
{
  fill->height_mm = height_mm;
  fill->column = 0;
  for (guint i = 0; i < fill->n_lanes; i++)
    fill->lanes[i] = 0;
}

/* FALSE when UNIT does not fit, though something stands on the page. LESS_MM: what each column gives up. */
static gboolean
add (Fill *fill, const TarikhPageUnit *unit, gboolean is_first, double less_mm)
{
  double *lane = &fill->lanes[MIN (unit->lane, fill->n_lanes - 1)];

  if (*lane > 0 && *lane + unit->need_mm > fill->height_mm - less_mm + SLACK_MM
      && fill->column + 1 < fill->n_columns) {
    fill->column++;
    *lane = 0;
  }
  *lane += unit->need_mm;
  return is_first || *lane <= fill->height_mm - less_mm + SLACK_MM;
}

/* The share of the page's room that is filled. */
static double
filled_share (const Fill *fill)
{
  double most = 0;

  for (guint i = 0; i < fill->n_lanes; i++)
    most = fmax (most, fill->lanes[i]);
  return fmin (1, (fill->column + fmin (1, most / fill->height_mm)) / fill->n_columns);
}

/* The cost of a page with units START..END that fill SHARE of its room; the last page may be short. Between nearly full
 * pages the break alone decides, so that an event more moves the breaks behind it seldom. */
static double
page_cost (const TarikhPageUnit *units, guint n, guint start, guint end, double share)
{
  double cost = PAGE_COST + (end < n ? units[end - 1].split : 0), short_of = fmax (0, FULL_ENOUGH - share);

  if (end - start == 1 && n > 1)
    cost += ORPHAN_COST;
  return cost + (EMPTINESS * short_of * short_of + EVENNESS * (1 - share) * (1 - share)) * (end < n ? 1 : 0.5);
}

/* All pages that begin with START. */
static void
try_pages (const TarikhPageUnit *units, guint n, guint start, const TarikhPageRoom *room, Fill *fill, Best *best)
{
  begin (fill, start == 0 ? room->first_mm : room->other_mm);
  for (guint end = start + 1; end <= n; end++) {
    if (!add (fill, &units[end - 1], end == start + 1, end == n ? room->last_mm : 0))
      return;
    double cost = best[start].cost + page_cost (units, n, start, end, filled_share (fill));
    if (cost <= best[end].cost)
      best[end] = (Best){ cost, start };
  }
}

guint
tarikh_layout_paginate (const TarikhPageUnit *units, guint n_units, const TarikhPageRoom *room, guint *ends)
{
  g_autofree Best *best = g_new (Best, n_units + 1);
  g_autofree guint *starts = g_new (guint, n_units + 1);
  g_autofree double *lanes = g_new0 (double, MAX (1, room->n_lanes));
  Fill fill = { .lanes = lanes, .n_lanes = MAX (1, room->n_lanes), .n_columns = MAX (1, room->n_columns) };
  guint n_pages = 0;

  for (guint i = 0; i <= n_units; i++)
    best[i] = (Best){ i == 0 ? 0 : INFINITY, 0 };
  for (guint start = 0; start < n_units; start++)
    try_pages (units, n_units, start, room, &fill, best);
  for (guint end = n_units; end > 0; end = best[end].start)
    starts[n_pages++] = end;
  for (guint i = 0; i < n_pages; i++)
    ends[i] = starts[n_pages - 1 - i];
  return n_pages;
}
