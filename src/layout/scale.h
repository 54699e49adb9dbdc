/* layout/scale: days → millimetres along the axis, true to scale between breaks. Private to layout. */
#pragma once

#include <glib.h>

#include "base/base.h"

/* A stretch of the axis that is true to scale: days FIRST..LAST lie at FROM_MM..TO_MM. */
typedef struct {
  double first, last;
  double from_mm, to_mm;
} TarikhScaleSegment;

typedef struct {
  GArray *segments; /* TarikhScaleSegment, in order; between two lies a break */
} TarikhScale;

/* What stands at a point of time: an event's first day with the room that its label takes along the axis up to the next
 * label, or (NEED_MM 0, no label) the last day of a
 * stretch; up to there something goes on, so that no break ends at it. */
typedef struct {
  double day;
  double need_mm;
  gboolean is_label;
  double unbroken_until; /* a vague date's last day, or G_MININT32: no break up to there */
} TarikhScalePoint;

typedef struct {
  double from_mm, to_mm; /* where the axis may lie */
  double break_mm;       /* what a break takes at least */
  guint most_breaks;
} TarikhScaleLimits;

/* POINTS in order of days. Breaks go where a gap is more than 8 times the median gap of a crowd beside it. Every segment
 * gets the room that its labels need; what is left is shared out. Never fails: 0 points make an empty scale. */
TarikhScale *tarikh_layout_scale_new (const TarikhScalePoint *points, guint n_points, const TarikhScaleLimits *limits);
void tarikh_layout_scale_free (TarikhScale *scale);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhScale, tarikh_layout_scale_free)

/* DAY's place; inside a break in proportion, outside the ends clamped. O(log segments). */
double tarikh_layout_scale_map (const TarikhScale *scale, double day);
