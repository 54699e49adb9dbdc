/* layout/track: entries beside an axis that runs down the page, each tied to its mark by a leader. Private to layout. */
#pragma once

#include "layout/entry.h"
#include "layout/scale.h"

/* Distances from the start of the page, the same on all pages. */
typedef struct {
  double at_mm;        /* the axis */
  double from_mark_mm; /* from one mark to the next beside it */
  guint most_marks;    /* beside each other */
  double knee_mm;      /* where leaders turn level */
  double text_mm;      /* where entries begin */
  TarikhColumns columns;
  double gap_mm;       /* between entries, at least */
} TarikhTrackGrid;

/* Entries FIRST..END of one page and where they come to lie. */
typedef struct {
  const TarikhTrackGrid *grid;
  GPtrArray *entries; /* borrowed */
  guint first, end;
  const TarikhScale *scale;   /* borrowed */
  double *anchors, *eyes;     /* of entry first + i: its mark; the middle of its first line */
  guint *places, n_places;    /* of its mark beside others */
} TarikhTrack;

/* Sets knee_mm and text_mm of a grid whose other measures are known: leaders slant over FAN_MM. */
void tarikh_layout_track_init_grid (TarikhTrackGrid *grid, const TarikhComposer *composer, double fan_mm);
/* What ENTRIES first..end need down the page, with the gaps between and behind them. */
double tarikh_layout_track_get_need (const TarikhTrackGrid *grid, GPtrArray *entries, guint first, guint end);
/* Places the entries of TRACK (grid, entries, first, end and scale are set) between TOP_MM and BOTTOM_MM, moved from their
 * marks as little as can be (exact, layout/isotonic). */
void tarikh_layout_track_solve (TarikhTrack *track, const TarikhComposer *composer, double top_mm, double bottom_mm);
void tarikh_layout_track_put_leaders (const TarikhTrack *track, const TarikhComposer *composer, TarikhLayoutPage *page);
void tarikh_layout_track_put_marks (const TarikhTrack *track, const TarikhComposer *composer, TarikhLayoutPage *page);
void tarikh_layout_track_put_entries (const TarikhTrack *track, const TarikhComposer *composer, TarikhLayoutPage *page);
/* The lower edge of its last entry. */
double tarikh_layout_track_get_last_eye (const TarikhTrack *track);
double tarikh_layout_track_get_bottom (const TarikhTrack *track);
void tarikh_layout_track_clear (TarikhTrack *track);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TarikhTrack, tarikh_layout_track_clear)
