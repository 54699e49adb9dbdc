/* layout/flags: labels on poles along one side of a horizontal axis: who stands beside whom and who stands above whom.
 * Private to layout. */
#pragma once

#include <glib.h>

typedef struct {
  double anchor_mm;          /* where its mark stands, along the axis */
  double width_mm, height_mm;
  /* out */
  guint side;                /* 0 above, 1 below the axis */
  double pole_mm;            /* where its pole stands */
  double offset_mm;          /* of its near edge from the side's base */
} TarikhFlag;

typedef struct {
  double low_mm, high_mm;    /* poles and flags lie between these, along the axis */
  double side_mm[2];         /* room across the axis */
  double pole_gap_mm;        /* between poles of one stack, at least */
  double gap_mm;             /* between flags, along the axis */
  double stack_gap_mm;       /* between flags, across the axis */
} TarikhFlagLimits;

/* Places FLAGS, in order of anchors. A flag flies from its pole away from the axis' start; a later flag whose pole stands
 * under an earlier one flies nearer to the axis: poles cross no flag, and, with the same order at both ends, no other
 * pole's foot. FALSE when there is no room. O(n). */
gboolean tarikh_layout_flags_place (TarikhFlag *flags, guint n_flags, const TarikhFlagLimits *limits);
/* The deepest far edge on SIDE. */
double tarikh_layout_flags_get_depth (const TarikhFlag *flags, guint n_flags, guint side);
