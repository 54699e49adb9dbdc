/* layout/axis: the scale of one page, made from its entries. Private to layout. */
#pragma once

#include "layout/entry.h"
#include "layout/scale.h"

/* The scale for entries FIRST..END, which stand in order of time; entry FIRST + i needs NEEDS[i] along the axis up to the
 * next label. (transfer full) */
TarikhScale *tarikh_layout_axis_new (GPtrArray *entries, guint first, guint end, const double *needs,
                                     const TarikhScaleLimits *limits);
