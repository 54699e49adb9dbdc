/* layout/mark: the sign of one event on an axis: a disc, a ring, a bar or a hatched stretch. Private to layout. */
#pragma once

#include "layout/entry.h"

/* Where a mark goes: along the axis FROM_MM..TO_MM, its middle ACROSS_MM. */
typedef struct {
  double from_mm, to_mm, across_mm;
  gboolean level; /* the axis runs across the page, not down it */
} TarikhMarkPlace;

/* How thick ENTRY's mark is across the axis. */
double tarikh_layout_mark_get_thickness (const TarikhEntry *entry, const TarikhStyle *style);
/* A day's disc stands round FROM_MM; a stretch reaches from FROM_MM to TO_MM, and is at least one and a half discs long,
 * so that it is never a squeezed disc. */
void tarikh_layout_mark_put (const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhEntry *entry,
                             const TarikhMarkPlace *place);
/* TRUE when two entries are told for the same single day, or are one: both share one mark. */
gboolean tarikh_layout_mark_is_shared (const TarikhEntry *a, const TarikhEntry *b);
