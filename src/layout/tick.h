/* layout/tick: the calendar's own steps along a segment of the axis. Private to layout. */
#pragma once

#include "layout/scale.h"

typedef struct {
  TarikhDay day;
  double at_mm;
  TarikhGrain grain;   /* YEAR, MONTH or DAY: what its label says */
  gboolean with_more;  /* the label says the next coarser unit too: first of its segment, or a new one begins */
} TarikhTick;

/* The finest step of the ladder 1 2 5 10 25 50 100 … years, 6 3 1 months, 14 7 1 days whose ticks stand at least
 * LEAST_MM apart, inside SEGMENT. (transfer full) array of TarikhTick; may be empty. */
GArray *tarikh_layout_ticks_new (const TarikhScaleSegment *segment, double least_mm);
