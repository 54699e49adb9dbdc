/* layout/lane: which of several parallel tracks a mark lies on, so that no two on one track touch. Private to layout. */
#pragma once

#include <glib.h>

typedef struct {
  double from_mm, to_mm;
  guint lane; /* out */
} TarikhLaneSpan;

/* SPANS in order of from_mm. Each gets the lowest free lane below MOST, else lane MOST-1. Returns the number used. */
guint tarikh_layout_lanes_assign (TarikhLaneSpan *spans, guint n_spans, guint most);
