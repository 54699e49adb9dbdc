/* layout/sheet: the pages of one layout as they fill: the head, what stands below the timeline, and the room between.
 * Private to layout. */
#pragma once

#include "layout/composer.h"
#include "layout/entry.h"
#include "layout/paginate.h"
#include "layout/tail.h"

typedef struct {
  TarikhComposer *composer; /* borrowed, like ENTRIES */
  GPtrArray *entries;
  guint n_dated;
  TarikhTail *tail;
  double tail_mm;         /* what it takes; 0 when there is none */
  gboolean fixed;         /* pages have a height of their own */
  TarikhLayoutPage *page; /* the last there is; borrowed */
  double top_mm;          /* where it is free */
  double running_top_mm;  /* where the content of a later page begins */
  double bottom_mm;       /* where the content of any page ends */
} TarikhSheet;

/* Opens the first page with its head; says so when no entry is dated. FALSE with TARIKH_ERROR_FONT. */
gboolean tarikh_layout_sheet_open (TarikhSheet *sheet, TarikhComposer *composer, GPtrArray *entries, GError **error);
/* Opens a page for entries FIRST..END, with a running head. */
gboolean tarikh_layout_sheet_turn (TarikhSheet *sheet, guint first, guint end, GError **error);
/* Cuts set entries that no page could hold, where LESS_MM of it goes to other things, into parts that one can; leaves the
 * first page to the title when the first entry needs a whole page. */
gboolean tarikh_layout_sheet_carry_over (TarikhSheet *sheet, const TarikhColumns *columns, double less_mm,
                                         GError **error);
/* Puts what stands below; a page without a height of its own gets it. */
gboolean tarikh_layout_sheet_close (TarikhSheet *sheet, GError **error);
/* The tail is short enough to share the last page with entries. */
gboolean tarikh_layout_sheet_has_short_tail (const TarikhSheet *sheet);
/* Cuts the dated entries, which need NEEDS (millimetres each, with the gap behind), into pages where the story pauses. Takes
 * back what ROOM leaves at the last page's foot where that would tear a story that one page holds. (transfer full) guint:
 * one past each page's last. */
GArray *tarikh_layout_sheet_cut (const TarikhSheet *sheet, const double *needs, TarikhPageRoom *room);
void tarikh_layout_sheet_clear (TarikhSheet *sheet);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TarikhSheet, tarikh_layout_sheet_clear)
