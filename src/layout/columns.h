/* layout/columns: how wide date, headline and numbers of sources are, for all entries alike. Private to layout. */
#pragma once

#include "layout/entry.h"

/* Shares WIDTH_MM out. DATES_BESIDE: dates stand before the headline, GUTTER_MM apart; else above it, and WIDTH_MM goes to
 * both. Text is never wider than 75 characters. */
gboolean tarikh_layout_columns_measure (TarikhColumns *columns, const TarikhComposer *composer, GPtrArray *entries,
                                        guint n_dated, double width_mm, gboolean dates_beside, double gutter_mm,
                                        GError **error);
/* Sets the dated ENTRIES; one that is taller than a page, which has ROOM_MM, in the least type. */
gboolean tarikh_layout_columns_set (const TarikhColumns *columns, const TarikhComposer *composer, GPtrArray *entries,
                                    guint n_dated, double room_mm, GError **error);
