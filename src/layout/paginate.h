/* layout/paginate: where a run of entries is cut into pages. Private to layout. */
#pragma once

#include <glib.h>

typedef struct {
  double need_mm;  /* what the entry takes on a page, with the gap behind it */
  double split;    /* the price of ending a page behind it: 0 where the story pauses, up to 1 where it does not */
} TarikhPageUnit;

/* Cuts UNITS into pages of ROOM_MM (the first page FIRST_ROOM_MM): fewest pages, then evenly full, cut where it costs
 * least, no page of a single entry if it can be helped. Fills ENDS (one past each page's last) and returns the number of
 * pages. A unit that is taller than its page stands alone. O(n × entries a page). */
guint tarikh_layout_paginate (const TarikhPageUnit *units, guint n_units, double first_room_mm, double room_mm,
                              guint *ends);
