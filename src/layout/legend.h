/* layout/legend: what unusual marks mean. Private to layout. */
#pragma once

#include "layout/composer.h"
#include "layout/entry.h"

/* Puts a line or more of explained marks at *TOP_MM, which moves below; nothing where ENTRIES need none: discs and worded
 * breaks explain themselves. */
gboolean tarikh_layout_legend_put (const TarikhComposer *composer, TarikhLayoutPage *page, GPtrArray *entries,
                                   double *top_mm, GError **error);
/* Puts the sign of a mark of SHAPE before a text that is set AT_MM from the start of the line and begins at TOP_MM. */
void tarikh_layout_legend_put_swatch (const TarikhComposer *composer, TarikhLayoutPage *page, TarikhShape shape,
                                      TarikhColourRole colour, gint event, const TarikhParagraph *text, double at_mm,
                                      double top_mm);
