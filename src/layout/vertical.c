/* layout/vertical: the spine runs down the page, its calendar beside it at the start, the entries at the other side. */
#include "layout/vertical.h"

#include <math.h>

#include "layout/axis.h"
#include "layout/columns.h"
#include "layout/sheet.h"
#include "layout/spine.h"
#include "layout/track.h"

#define WIDE_MM 140.0         /* from this width on dates stand beside headlines */
#define GUTTER_MM 4.5
#define MOST_MARKS 3          /* side by side; on a narrow page one fewer */
#define FAN_MM 5.5            /* where leaders slant, at least */
#define TIGHT_GAP_MM 1.8      /* between entries, at least */
#define AIRY_GAP_MM 5.0
#define SPARE_PER_ENTRY_MM 28.0 /* an entry gets no more empty axis than this */
#define MOST_BREAKS 6
#define MOST_WITH_DETAIL 14
#define FULL 0.92             /* of one of several pages: the rest is air, so that entries stay near their marks */
#define SHRINK_LIMIT 1.7      /* more than this times a page is not squeezed into one */

/* Distances, the same on all pages. */
typedef struct {
  TarikhSpine spine;
  TarikhTrackGrid track;
} Grid;

/* ---- the grid ---- */

static gboolean
make_grid (const TarikhComposer *composer, GPtrArray *entries, guint n_dated, Grid *grid, GError **error)
{
  gboolean wide = composer->width_mm >= WIDE_MM;

  tarikh_layout_spine_init (&grid->spine, composer, wide);
  grid->track.at_mm = grid->spine.at_mm;
  grid->track.most_marks = wide ? MOST_MARKS : composer->lean ? 1 : MOST_MARKS - 1;
  tarikh_layout_track_init_grid (&grid->track, composer, wide ? FAN_MM : FAN_MM * 0.6);
  double width = composer->width_mm - composer->margin_mm - grid->track.text_mm;
  return tarikh_layout_columns_measure (&grid->track.columns, composer, entries, n_dated, width, wide, GUTTER_MM, error);
}

/* ---- one page ---- */

/* What stands on one page. */
typedef struct {
  TarikhScale *scale;
  TarikhTrack track;
  double top_mm, bottom_mm;
} Stretch;

static void
stretch_clear (Stretch *stretch)
{
  g_clear_pointer (&stretch->scale, tarikh_layout_scale_free);
  tarikh_layout_track_clear (&stretch->track);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stretch, stretch_clear)

/* The axis is as long as its entries and a little air need, at most the page. */
static double
axis_length (const TarikhComposer *composer, const Stretch *stretch)
{
  const TarikhTrack *track = &stretch->track;
  double need = tarikh_layout_track_get_need (track->grid, track->entries, track->first, track->end);
  guint n = track->end - track->first;

  if (composer->height_mm > 0)
    return fmin (stretch->bottom_mm - stretch->top_mm, need + n * SPARE_PER_ENTRY_MM);
  return need + n * SPARE_PER_ENTRY_MM / 7 + MOST_BREAKS * TARIKH_SPINE_BREAK_MM / 3;
}

static TarikhScale *
make_scale (const TarikhTrack *track, double from_mm, double to_mm)
{
  TarikhScaleLimits limits = { from_mm, fmax (from_mm, to_mm), TARIKH_SPINE_BREAK_MM, MOST_BREAKS };
  g_autofree double *needs = g_new (double, track->end - track->first);

  for (guint i = track->first; i < track->end; i++)
    needs[i - track->first] = tarikh_layout_track_get_need (track->grid, track->entries, i, i + 1);
  return tarikh_layout_axis_new (track->entries, track->first, track->end, needs, &limits);
}

static void
solve (const TarikhComposer *composer, Stretch *stretch)
{
  TarikhTrack *track = &stretch->track;
  double length = axis_length (composer, stretch);
  const TarikhEntry *first = g_ptr_array_index (track->entries, track->first);
  const TarikhEntry *last = g_ptr_array_index (track->entries, track->end - 1);
  double to = stretch->top_mm + length - fmax (TARIKH_SPINE_ARROW_MM, last->height_mm - last->eye_mm);

  stretch->bottom_mm = composer->height_mm > 0 ? stretch->bottom_mm : stretch->top_mm + length;
  stretch->scale = make_scale (track, stretch->top_mm + first->eye_mm, to);
  track->scale = stretch->scale;
  tarikh_layout_track_solve (track, composer, stretch->top_mm, fmin (stretch->bottom_mm, stretch->top_mm + length));
}

static gboolean
put_stretch (const TarikhComposer *composer, TarikhLayoutPage *page, const Stretch *stretch, const Grid *grid,
             gboolean goes_on, GError **error)
{
  TarikhSpinePart part = { stretch->scale, stretch->top_mm, stretch->bottom_mm, stretch->track.first > 0, goes_on };

  tarikh_layout_track_put_leaders (&stretch->track, composer, page);
  if (!tarikh_layout_spine_put (&grid->spine, composer, page, &part, error))
    return FALSE;
  tarikh_layout_track_put_marks (&stretch->track, composer, page);
  tarikh_layout_track_put_entries (&stretch->track, composer, page);
  return TRUE;
}

/* ---- fitting ---- */

static gboolean
set_all (TarikhSheet *sheet, Grid *grid, GError **error)
{
  return make_grid (sheet->composer, sheet->entries, sheet->n_dated, grid, error)
         && tarikh_layout_columns_set (&grid->track.columns, sheet->composer, sheet->entries, sheet->n_dated,
                                       sheet->bottom_mm - sheet->running_top_mm, error);
}

/* What all entries take with GAP_MM behind each. */
static double
need_of_all (const TarikhSheet *sheet, Grid *grid, double gap_mm)
{
  grid->track.gap_mm = gap_mm;
  return tarikh_layout_track_get_need (&grid->track, sheet->entries, 0, sheet->n_dated);
}

/* Tries, in this order, wide gaps with the sources' sentences, wide gaps, narrow gaps, smaller type. Leaves entries set
 * and the gap chosen. */
static gboolean
fit (TarikhSheet *sheet, Grid *grid, GError **error)
{
  static const double scales[] = { 1, 0.94, 0.88, 0.82, 0.76, 0.7 };
  TarikhComposer *composer = sheet->composer;
  guint n = sheet->n_dated;
  double room = sheet->bottom_mm - sheet->top_mm - sheet->tail_mm;

  for (gint step = composer->style->show_detail && n <= MOST_WITH_DETAIL ? -1 : 0; step < 6; step++) {
    composer->type_scale = scales[MAX (step, 0)];
    grid->track.columns.with_detail = step < 0;
    if (!set_all (sheet, grid, error))
      return FALSE;
    if (need_of_all (sheet, grid, AIRY_GAP_MM) <= room || !sheet->fixed)
      return TRUE;
    if (step < 0)
      continue;
    double tight = need_of_all (sheet, grid, TIGHT_GAP_MM);
    grid->track.gap_mm = fmin (AIRY_GAP_MM, TIGHT_GAP_MM + fmax (0, (room - tight) / MAX (n, 1)));
    if (tight <= room)
      return TRUE;
    if (tight + sheet->tail_mm > SHRINK_LIMIT * (room + sheet->tail_mm))
      break;
  }
  grid->track.gap_mm = (TIGHT_GAP_MM + AIRY_GAP_MM) / 2;
  if (composer->type_scale >= 1)
    return TRUE; /* set as they will stay: the first look already said that one page is not enough */
  composer->type_scale = 1;
  return set_all (sheet, grid, error);
}

/* ---- pages ---- */

static double
lowest_edge (const Stretch *stretch)
{
  return fmax (tarikh_layout_track_get_bottom (&stretch->track),
               tarikh_layout_spine_get_end (stretch->scale) + TARIKH_SPINE_ARROW_MM);
}

/* RESERVE_MM: what the last page leaves to the tail. */
static GArray *
cut_pages (const TarikhSheet *sheet, const Grid *grid, double *reserve_mm)
{
  double gap = grid->track.gap_mm, tail = tarikh_layout_sheet_has_short_tail (sheet) ? sheet->tail_mm : 0;
  double all = tarikh_layout_track_get_need (&grid->track, sheet->entries, 0, sheet->n_dated);
  double full = all - gap <= sheet->bottom_mm - sheet->top_mm ? 1 : FULL;
  g_autofree double *needs = g_new (double, sheet->n_dated + 1);
  TarikhPageRoom room = { .first_mm = (sheet->bottom_mm - sheet->top_mm) * full + gap,
                          .other_mm = (sheet->bottom_mm - sheet->running_top_mm) * full + gap,
                          .last_mm = tail };

  for (guint i = 0; i < sheet->n_dated; i++)
    needs[i] = tarikh_layout_track_get_need (&grid->track, sheet->entries, i, i + 1);
  GArray *ends = tarikh_layout_sheet_cut (sheet, needs, &room);
  *reserve_mm = room.last_mm;
  return ends;
}

static gboolean
put_pages (TarikhSheet *sheet, const Grid *grid, GError **error)
{
  double reserve;
  g_autoptr (GArray) ends = cut_pages (sheet, grid, &reserve);
  guint first = 0;

  for (guint i = 0; i < ends->len; i++) {
    guint end = g_array_index (ends, guint, i);
    gboolean last = i + 1 == ends->len;
    if (i > 0 && !tarikh_layout_sheet_turn (sheet, first, end, error))
      return FALSE;
    g_auto (Stretch) stretch = { .track = { &grid->track, sheet->entries, first, end },
                                 .top_mm = sheet->top_mm,
                                 .bottom_mm = sheet->bottom_mm - (last ? reserve : 0) };
    solve (sheet->composer, &stretch);
    if (!put_stretch (sheet->composer, sheet->page, &stretch, grid, !last, error))
      return FALSE;
    sheet->top_mm = lowest_edge (&stretch);
    first = end;
  }
  return TRUE;
}

gboolean
tarikh_layout_vertical_compose (TarikhComposer *composer, GPtrArray *entries, GError **error)
{
  Grid grid = { 0 };
  g_auto (TarikhSheet) sheet = { 0 };

  if (!tarikh_layout_sheet_open (&sheet, composer, entries, error))
    return FALSE;
  sheet.tail_mm += sheet.tail_mm > 0 ? TARIKH_SPINE_ARROW_MM : 0;
  if (!fit (&sheet, &grid, error)
      || !tarikh_layout_sheet_carry_over (&sheet, &grid.track.columns, 0, error))
    return FALSE;
  if (sheet.n_dated > 0 && !put_pages (&sheet, &grid, error))
    return FALSE;
  return tarikh_layout_sheet_close (&sheet, error);
}
