/* layout/paginate: dynamic programme over page ends. */
#include "layout/paginate.h"

#include <math.h>

#define PAGE_COST 10.0
#define ORPHAN_COST 1.5
#define EVENNESS 1.0

typedef struct {
  double cost;
  guint start;
} Best;

/* The cost of a page with units START..END that fill SHARE of its room; the last page may be short. */
static double
page_cost (const TarikhPageUnit *units, guint n, guint start, guint end, double share)
{
  double cost = PAGE_COST + (end < n ? units[end - 1].split : 0);

  if (end - start == 1 && n > 1)
    cost += ORPHAN_COST;
  return cost + EVENNESS * (1 - share) * (1 - share) * (end < n ? 1 : 0.5);
}

guint
tarikh_layout_paginate (const TarikhPageUnit *units, guint n_units, double first_room_mm, double room_mm, guint *ends)
{
  g_autofree Best *best = g_new (Best, n_units + 1);
  g_autofree guint *starts = g_new (guint, n_units + 1);
  guint n_pages = 0;

  best[0] = (Best){ 0, 0 };
  for (guint end = 1; end <= n_units; end++) {
    double filled = 0;
    best[end] = (Best){ INFINITY, end - 1 };
    for (guint start = end; start-- > 0;) {
      double room = start == 0 ? first_room_mm : room_mm;
      filled += units[start].need_mm;
      if (filled > room + 1e-9 && start + 1 < end) {
        if (filled > fmax (room, room_mm) + 1e-9)
          break;
        continue;
      }
      double cost = best[start].cost + page_cost (units, n_units, start, end, fmin (1, filled / room));
      if (cost < best[end].cost)
        best[end] = (Best){ cost, start };
    }
  }
  for (guint end = n_units; end > 0; end = best[end].start)
    starts[n_pages++] = end;
  for (guint i = 0; i < n_pages; i++)
    ends[i] = starts[n_pages - 1 - i];
  return n_pages;
}
