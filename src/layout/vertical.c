/* layout/vertical: the spine runs down the page, its calendar beside it at the start, the entries at the other side. */
#include "layout/vertical.h"

#include <math.h>

#include "layout/axis.h"
#include "layout/sheet.h"
#include "layout/spine.h"
#include "layout/track.h"

#define WIDE_MM 140.0         /* from this width on dates stand beside headlines */
#define MOST_MARKS 3          /* side by side; on a narrow page one fewer */
#define FAN_MM 5.5            /* where leaders slant, at least */
#define TIGHT_GAP_MM 1.8      /* between entries, at least */
#define AIRY_GAP_MM 5.0
#define SPARE_PER_ENTRY_MM 28.0 /* an entry gets no more empty axis than this */
#define MOST_BREAKS 6
#define MOST_DATES_MEASURED 60
#define MOST_WITH_DETAIL 14
#define SHRINK_LIMIT 1.7      /* more than this times a page is not squeezed into one */

/* Distances, the same on all pages. */
typedef struct {
  TarikhSpine spine;
  TarikhTrackGrid track;
} Grid;

/* ---- the grid ---- */

/* The width of the date column: measured on the longest of the dates, which need not be all. A date that is wider after
 * all takes two lines. */
static gboolean
widest_date (const TarikhComposer *composer, GPtrArray *entries, guint n_dated, double *width_mm, GError **error)
{
  glong longest = 0;
  guint n_measured = 0;

  *width_mm = 0;
  for (guint i = 0; i < n_dated; i++)
    longest = MAX (longest, g_utf8_strlen (((const TarikhEntry *) g_ptr_array_index (entries, i))->date, -1));
  for (guint i = 0; i < n_dated && n_measured < MOST_DATES_MEASURED; i++) {
    const TarikhEntry *entry = g_ptr_array_index (entries, i);
    if (g_utf8_strlen (entry->date, -1) < longest - 3)
      continue;
    g_autoptr (TarikhParagraph) set = tarikh_layout_composer_set (composer, TARIKH_TYPE_DATE, entry->date, 1000, error);
    if (set == NULL)
      return FALSE;
    *width_mm = fmax (*width_mm, set->width_mm + 0.2);
    n_measured++;
  }
  return TRUE;
}

/* Room for the numbers of sources: for two beside each other, where any entry has some. */
static double
source_column (const TarikhComposer *composer, GPtrArray *entries, guint n_dated)
{
  guint most = 0;

  for (guint i = 0; i < n_dated; i++)
    most = MAX (most, ((const TarikhEntry *) g_ptr_array_index (entries, i))->sources->len);
  double number = composer->style->types[TARIKH_TYPE_SOURCE].size_pt * 1.6 * 25.4 / 72.0
                  * (composer->citations.stories->len < 10 ? 1 : 1.5);
  return number * MIN (most, 2);
}

static gboolean
make_grid (const TarikhComposer *composer, GPtrArray *entries, guint n_dated, Grid *grid, GError **error)
{
  gboolean wide = composer->width_mm >= WIDE_MM;
  double date = 0, content_end = composer->width_mm - composer->margin_mm;
  TarikhColumns *columns = &grid->track.columns;

  tarikh_layout_spine_init (&grid->spine, composer, wide);
  grid->track.at_mm = grid->spine.at_mm;
  grid->track.most_marks = wide ? MOST_MARKS : MOST_MARKS - 1;
  tarikh_layout_track_init_grid (&grid->track, composer, wide ? FAN_MM : FAN_MM * 0.6);
  double text_width = content_end - grid->track.text_mm;
  if (wide && !widest_date (composer, entries, n_dated, &date, error))
    return FALSE;
  columns->date_mm = wide ? fmin (date, text_width * 0.3) : 0;
  columns->gutter_mm = wide ? 4.5 : 0;
  /* 75 characters a line are the most that read well; an Arabic letter is about 0.38 of the size wide. */
  double longest = composer->style->types[TARIKH_TYPE_HEADLINE].size_pt * composer->type_scale * 0.38 * 75 * 25.4 / 72;
  columns->source_mm = wide ? source_column (composer, entries, n_dated) : 0;
  double beside = columns->date_mm + columns->gutter_mm
                  + (columns->source_mm > 0 ? columns->source_mm + columns->gutter_mm : 0);
  columns->text_mm = fmin (longest, text_width - beside);
  return TRUE;
}

/* An entry that no page could hold (a whole article for a headline) is set in the least type. */
static gboolean
set_entry (const TarikhComposer *composer, TarikhEntry *entry, const TarikhColumns *columns, double room_mm, GError **error)
{
  TarikhComposer least = *composer;

  if (!tarikh_layout_entry_set (entry, composer, columns, error))
    return FALSE;
  if (composer->height_mm <= 0 || entry->height_mm <= room_mm * 0.8)
    return TRUE;
  least.type_scale = 0;
  return tarikh_layout_entry_set (entry, &least, columns, error);
}

static gboolean
set_entries (const TarikhComposer *composer, GPtrArray *entries, guint n_dated, const TarikhColumns *columns, double room_mm,
             double *total_mm, GError **error)
{
  *total_mm = 0;
  for (guint i = 0; i < n_dated; i++) {
    TarikhEntry *entry = g_ptr_array_index (entries, i);
    if (!set_entry (composer, entry, columns, room_mm, error))
      return FALSE;
    *total_mm += entry->height_mm;
  }
  return TRUE;
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

/* Tries, in this order, wide gaps with the sources' sentences, wide gaps, narrow gaps, smaller type. Leaves entries set
 * and the gap chosen. */
static gboolean
fit (TarikhComposer *composer, GPtrArray *entries, guint n_dated, double tail_mm, double room_mm, Grid *grid,
     GError **error)
{
  static const double scales[] = { 1, 0.94, 0.88, 0.82, 0.76, 0.7 };
  gboolean fixed = composer->height_mm > 0;
  double total = 0;

  for (gint step = composer->style->show_detail && n_dated <= MOST_WITH_DETAIL ? -1 : 0; step < 6; step++) {
    composer->type_scale = scales[MAX (step, 0)];
    grid->track.columns.with_detail = step < 0;
    if (!make_grid (composer, entries, n_dated, grid, error)
        || !set_entries (composer, entries, n_dated, &grid->track.columns, room_mm, &total, error))
      return FALSE;
    grid->track.gap_mm = AIRY_GAP_MM;
    if (!fixed || total + n_dated * AIRY_GAP_MM + tail_mm <= room_mm)
      return TRUE;
    if (step < 0)
      continue;
    grid->track.gap_mm = fmin (AIRY_GAP_MM, fmax (TIGHT_GAP_MM, (room_mm - tail_mm - total) / MAX (n_dated, 1)));
    if (total + n_dated * TIGHT_GAP_MM + tail_mm <= room_mm)
      return TRUE;
    if (total + n_dated * TIGHT_GAP_MM + tail_mm > SHRINK_LIMIT * room_mm)
      break;
  }
  grid->track.gap_mm = (TIGHT_GAP_MM + AIRY_GAP_MM) / 2;
  if (composer->type_scale >= 1)
    return TRUE; /* set as they will stay: the first look already said that one page is not enough */
  composer->type_scale = 1;
  return make_grid (composer, entries, n_dated, grid, error)
         && set_entries (composer, entries, n_dated, &grid->track.columns, room_mm, &total, error);
}

/* ---- pages ---- */

static double
lowest_edge (const Stretch *stretch)
{
  return fmax (tarikh_layout_track_get_bottom (&stretch->track),
               tarikh_layout_spine_get_end (stretch->scale) + TARIKH_SPINE_ARROW_MM);
}

static GArray *
cut_pages (const TarikhSheet *sheet, const Grid *grid)
{
  double gap = grid->track.gap_mm;
  g_autofree double *needs = g_new (double, sheet->n_dated + 1);
  TarikhPageRoom room = { .first_mm = sheet->bottom_mm - sheet->top_mm + gap,
                          .other_mm = sheet->bottom_mm - sheet->running_top_mm + gap,
                          .last_mm = tarikh_layout_sheet_has_short_tail (sheet) ? sheet->tail_mm : 0 };

  for (guint i = 0; i < sheet->n_dated; i++)
    needs[i] = tarikh_layout_track_get_need (&grid->track, sheet->entries, i, i + 1);
  return tarikh_layout_sheet_cut (sheet, needs, NULL, &room);
}

static gboolean
put_pages (TarikhSheet *sheet, const Grid *grid, GError **error)
{
  g_autoptr (GArray) ends = cut_pages (sheet, grid);
  double reserve = tarikh_layout_sheet_has_short_tail (sheet) ? sheet->tail_mm : 0;
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
  if (!fit (composer, entries, sheet.n_dated, sheet.tail_mm, sheet.bottom_mm - sheet.top_mm, &grid, error))
    return FALSE;
  if (sheet.n_dated > 0 && !put_pages (&sheet, &grid, error))
    return FALSE;
  tarikh_layout_sheet_close (&sheet);
  return TRUE;
}
