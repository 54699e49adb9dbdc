/* layout/paginate: where a run of entries is cut into pages. Private to layout. */
#pragma once

#include <glib.h>

typedef struct {
  double need_mm;  /* what the entry takes on a page, with the gap behind it */
  double split;    /* the price of ending a page behind it: 0 where the story pauses, up to 1 where it does not */
  guint lane;      /* which of the page's lanes it stands in */
} TarikhPageUnit;

/* What a page holds. */
typedef struct {
  double first_mm, other_mm; /* height of a column or lane: on the first page, on others */
  double last_mm;            /* what the last page gives up to other things; all its columns do */
  guint n_columns;           /* filled one after another; 0 is 1 */
  guint n_lanes;             /* side by side, each filled by its own units; 0 is 1. Not both above 1 */
} TarikhPageRoom;

/* Cuts UNITS into pages with ROOM: fewest pages, then evenly full, cut where it costs least, no page of a single entry if
 * it can be helped. Fills ENDS (one past each page's last) and returns the number of pages. A unit that is taller than
 * its page stands alone. O(n × entries a page). */
guint tarikh_layout_paginate (const TarikhPageUnit *units, guint n_units, const TarikhPageRoom *room, guint *ends);
