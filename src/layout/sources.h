/* layout/sources: the stories that the page names, numbered and listed in columns. Private to layout. */
#pragma once

#include "layout/composer.h"

typedef struct {
  GPtrArray *rows;   /* TarikhSourceRow*, owned */
  TarikhParagraph *heading; /* NULL when there is nothing to list */
  guint n_columns;
  double column_mm;  /* width */
} TarikhSourceList;

/* ROOM_MM: of a page; 0: endless. NULL with an error. (transfer full) */
TarikhSourceList *tarikh_layout_sources_new (const TarikhComposer *composer, double room_mm, GError **error);
void tarikh_layout_sources_free (TarikhSourceList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhSourceList, tarikh_layout_sources_free)

/* What rows FIRST and on take with the heading, in even columns; 0 when there are none. */
double tarikh_layout_sources_get_height (const TarikhSourceList *list, guint first);
/* How many rows from FIRST on fit below the heading in ROOM_MM. */
guint tarikh_layout_sources_count_fitting (const TarikhSourceList *list, guint first, double room_mm);
/* Puts heading and rows FIRST..END on PAGE from TOP_MM on; returns their lower edge. */
double tarikh_layout_sources_put (const TarikhSourceList *list, const TarikhComposer *composer, TarikhLayoutPage *page,
                                  guint first, guint end, double top_mm);
