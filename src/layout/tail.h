/* layout/tail: what stands below the timeline, set paragraph by paragraph, over as many pages as it takes. Private. */
#pragma once

#include "layout/composer.h"
#include "layout/entry.h"

typedef struct {
  GPtrArray *blocks; /* TarikhTailBlock*, owned */
} TarikhTail;

void tarikh_layout_tail_free (TarikhTail *tail);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhTail, tarikh_layout_tail_free)

/* Sources, and (before them) the UNDATED entries; NULL with an error. WIDTH_MM is the measure. */
TarikhTail *tarikh_layout_tail_new (const TarikhComposer *composer, GPtrArray *entries, guint first_undated,
                                    double width_mm, GError **error);
double tarikh_layout_tail_get_height (const TarikhTail *tail);
/* Puts the tail from *TOP_MM on PAGE on; opens pages where it must. Returns the last page, *TOP_MM its filled height. */
TarikhLayoutPage *tarikh_layout_tail_put (const TarikhTail *tail, TarikhComposer *composer, TarikhLayoutPage *page,
                                          double *top_mm, double bottom_mm);
