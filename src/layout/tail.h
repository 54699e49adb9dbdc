/* layout/tail: what stands below the timeline, over as many pages as it takes. Private to layout. */
#pragma once

#include "layout/composer.h"
#include "layout/entry.h"
#include "layout/sources.h"

typedef struct {
  GPtrArray *blocks;         /* TarikhTailBlock*, owned: the undated events under their heading */
  TarikhSourceList *sources;
  double head_mm;            /* where the content of a page of its own begins */
} TarikhTail;

void tarikh_layout_tail_free (TarikhTail *tail);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhTail, tarikh_layout_tail_free)

/* The undated of ENTRIES, then the sources; NULL with an error. WIDTH_MM is the measure. */
TarikhTail *tarikh_layout_tail_new (TarikhComposer *composer, GPtrArray *entries, guint first_undated, double width_mm,
                                    GError **error);
double tarikh_layout_tail_get_height (const TarikhTail *tail);
/* Puts the tail from *TOP_MM on *PAGE on; opens pages with heads where it must. Both are moved to where it ends. */
gboolean tarikh_layout_tail_put (const TarikhTail *tail, TarikhComposer *composer, TarikhLayoutPage **page,
                                 double *top_mm, double bottom_mm, GError **error);
