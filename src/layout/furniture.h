/* layout/furniture: what frames the timeline on a page: title, deck, running head, footer, sources. Private. */
#pragma once

#include "layout/composer.h"
#include "layout/entry.h"

/* The title as told, by the stories, or by the program. (transfer full) */
char *tarikh_layout_furniture_find_title (const TarikhComposer *composer);
/* Puts title, deck (the span of ENTRIES' dates) and legend at the top; *BOTTOM_MM is where the content may begin. */
gboolean tarikh_layout_furniture_put_head (const TarikhComposer *composer, TarikhLayoutPage *page, GPtrArray *entries,
                                           double *bottom_mm, GError **error);
/* The short head of a page after the first: title and the span of its own entries FIRST..END. */
gboolean tarikh_layout_furniture_put_running_head (const TarikhComposer *composer, TarikhLayoutPage *page,
                                                   GPtrArray *entries, guint first, guint end, double *bottom_mm,
                                                   GError **error);
/* Where the content of such a page may begin, told without a page, for the span of all ENTRIES. */
gboolean tarikh_layout_furniture_measure_running_head (TarikhComposer *composer, GPtrArray *entries, double *bottom_mm,
                                                       GError **error);
/* The head of a page that shows no part of the timeline: its title. */
gboolean tarikh_layout_furniture_put_tail_head (const TarikhComposer *composer, TarikhLayoutPage *page,
                                                double *bottom_mm, GError **error);
/* Where the content of such a page begins, told without a page. */
gboolean tarikh_layout_furniture_measure_tail_head (TarikhComposer *composer, double *bottom_mm, GError **error);
/* Height that the footer takes above the bottom margin. */
double tarikh_layout_furniture_get_foot_mm (const TarikhComposer *composer);
/* Puts "as of" and "page x of y" on every page; call when all pages are there and have their heights. */
gboolean tarikh_layout_furniture_put_feet (const TarikhComposer *composer, GError **error);
