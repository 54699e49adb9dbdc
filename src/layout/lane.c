/* layout/lane: greedy colouring of intervals, optimal for intervals in order of their beginnings. */
#include "layout/lane.h"

#include <math.h>

guint
tarikh_layout_lanes_assign (TarikhLaneSpan *spans, guint n_spans, guint most)
{
  g_autofree double *free_from = g_new (double, most);
  guint n_used = 0;

  for (guint lane = 0; lane < most; lane++)
    free_from[lane] = -INFINITY;
  for (guint i = 0; i < n_spans; i++) {
    guint lane = 0;
    while (lane + 1 < most && free_from[lane] > spans[i].from_mm)
      lane++;
    spans[i].lane = lane;
    free_from[lane] = fmax (free_from[lane], spans[i].to_mm);
    n_used = MAX (n_used, lane + 1);
  }
  return n_used;
}
