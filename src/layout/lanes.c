/* layout/lanes: lanes run down the page beside the one axis they share, each with its head, its own marks and its own entries
 * beside them. What is in none of the lanes has the last. */
#include "layout/lanes.h"

#include <math.h>

#include "layout/axis.h"
#include "layout/columns.h"
#include "layout/group.h"
#include "layout/sheet.h"
#include "layout/spine.h"
#include "layout/track.h"

#define MOST_LANES 6
#define LEAST_EVENTS 2        /* of a lane */
#define NARROWEST_MM 32.0     /* a lane at 12.5 pt */
#define WIDE_MM 140.0
#define BETWEEN_LANES_MM 4.0
#define FAN_MM 2.2
#define MOST_MARKS 2          /* side by side */
#define TIGHT_GAP_MM 2.6      /* between entries, at least */
#define AIRY_GAP_MM 5.0
#define HEAD_GAP_MM 3.0       /* below the lanes' heads */
#define SPARE_PER_ENTRY_MM 12.0 /* an entry gets no more empty axis than this */
#define MOST_BREAKS 5
#define FULL 0.86             /* of a page: the rest is air, so that entries stay near their marks */
#define SHRINK_LIMIT 1.6

typedef struct {
  const TarikhGroups *groups;
  TarikhSpine spine;
  guint n;                    /* lanes, with that of the others */
  TarikhTrackGrid tracks[MOST_LANES + 1];
  double starts[MOST_LANES + 1], widths[MOST_LANES + 1];
  double head_mm;             /* height of the heads */
  double gap_mm;
} Grid;

/* ---- the grid ---- */

static const char *
name_of (const Grid *grid, const TarikhComposer *composer, guint lane)
{
  return lane < grid->groups->names->len ? g_ptr_array_index (grid->groups->names, lane)
                                         : tarikh_time_get_message (&composer->options->dates, "others");
}

static TarikhParagraph *
set_head (const Grid *grid, const TarikhComposer *composer, guint lane, GError **error)
{
  return tarikh_layout_composer_set (composer, TARIKH_TYPE_DATE, name_of (grid, composer, lane), grid->widths[lane],
                                     error);
}

static gboolean
measure_heads (Grid *grid, const TarikhComposer *composer, GError **error)
{
  grid->head_mm = 0;
  for (guint lane = 0; lane < grid->n; lane++) {
    g_autoptr (TarikhParagraph) set = set_head (grid, composer, lane, error);
    if (set == NULL)
      return FALSE;
    grid->head_mm = fmax (grid->head_mm, set->height_mm);
  }
  grid->head_mm += HEAD_GAP_MM;
  return TRUE;
}

/* Where the lanes begin, and how many find room. */
static double
room_for_lanes (const TarikhComposer *composer, TarikhSpine *spine, guint *most)
{
  double unit = composer->style->types[TARIKH_TYPE_HEADLINE].size_pt / 12.5;

  tarikh_layout_spine_init (spine, composer, composer->width_mm >= WIDE_MM);
  double start = spine->at_mm + composer->style->axis_mm + BETWEEN_LANES_MM;
  double width = composer->width_mm - composer->margin_mm - start;
  *most = (guint) CLAMP (floor ((width + BETWEEN_LANES_MM) / (NARROWEST_MM * unit + BETWEEN_LANES_MM)), 0, MOST_LANES);
  return start;
}

/* Every lane is as wide as the narrowest may be; the rest goes to those that have more to hold. */
static void
share_width (Grid *grid, const TarikhSheet *sheet, double start, double width)
{
  double unit = sheet->composer->style->types[TARIKH_TYPE_HEADLINE].size_pt / 12.5;
  double least = fmin (NARROWEST_MM * unit, width / grid->n), rest = width - least * grid->n, sum = 0;
  double counts[MOST_LANES + 1] = { 0 };

  for (guint i = 0; i < sheet->n_dated; i++)
    counts[((const TarikhEntry *) g_ptr_array_index (sheet->entries, i))->lane]++;
  for (guint lane = 0; lane < grid->n; lane++)
    sum += counts[lane];
  for (guint lane = 0; lane < grid->n; lane++) {
    grid->starts[lane] = start;
    grid->widths[lane] = least + rest * counts[lane] / sum;
    start += grid->widths[lane] + BETWEEN_LANES_MM;
  }
}

static gboolean
set_entries (const Grid *grid, const TarikhSheet *sheet, GError **error)
{
  double room = sheet->bottom_mm - sheet->running_top_mm - grid->head_mm;

  for (guint i = 0; i < sheet->n_dated; i++) {
    TarikhEntry *entry = g_ptr_array_index (sheet->entries, i);
    if (!tarikh_layout_columns_set_one (&grid->tracks[entry->lane].columns, sheet->composer, entry, room, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
make_grid (Grid *grid, const TarikhSheet *sheet, GError **error)
{
  const TarikhComposer *composer = sheet->composer;
  guint most;
  double start = room_for_lanes (composer, &grid->spine, &most);
  double width = composer->width_mm - composer->margin_mm - start;

  share_width (grid, sheet, start, width - (grid->n - 1) * BETWEEN_LANES_MM);
  for (guint lane = 0; lane < grid->n; lane++) {
    TarikhTrackGrid *track = &grid->tracks[lane];
    track->at_mm = grid->starts[lane] + composer->style->marker_mm / 2;
    track->most_marks = MOST_MARKS;
    tarikh_layout_track_init_grid (track, composer, FAN_MM);
    double text = grid->starts[lane] + grid->widths[lane] - track->text_mm;
    if (!tarikh_layout_columns_measure (&track->columns, composer, sheet->entries, sheet->n_dated, text, FALSE, 0, error))
      return FALSE;
  }
  return measure_heads (grid, composer, error) && set_entries (grid, sheet, error);
}

/* ---- what a run of entries needs ---- */

/* What each of FIRST..END needs along the axis so that no entry has to leave its mark: a lane's next entry may begin where
 * its last has ended. Returns the sum, with the last entries whole. */
static double
find_needs (const Grid *grid, const TarikhSheet *sheet, guint first, guint end, double *needs)
{
  double free_mm[MOST_LANES + 1] = { 0 }, at = 0, bottom = 0;

  for (guint i = first; i < end; i++) {
    const TarikhEntry *entry = g_ptr_array_index (sheet->entries, i);
    double before = at;
    at = fmax (at, free_mm[entry->lane]);
    if (i > first)
      needs[i - first - 1] = at - before;
    free_mm[entry->lane] = at + entry->height_mm + grid->gap_mm;
    bottom = fmax (bottom, free_mm[entry->lane]);
  }
  if (end > first)
    needs[end - first - 1] = bottom - at;
  return bottom;
}

/* What the fullest lane takes. */
static double
fullest_lane (const Grid *grid, const TarikhSheet *sheet, double gap_mm)
{
  double filled[MOST_LANES + 1] = { 0 }, most = 0;

  for (guint i = 0; i < sheet->n_dated; i++) {
    const TarikhEntry *entry = g_ptr_array_index (sheet->entries, i);
    filled[entry->lane] += entry->height_mm + gap_mm;
    most = fmax (most, filled[entry->lane]);
  }
  return most;
}

/* Full type on one page with wide gaps, or narrow ones, or smaller type; then several pages. */
static gboolean
fit (Grid *grid, TarikhSheet *sheet, GError **error)
{
  static const double scales[] = { 1, 0.94, 0.88, 0.82, 0.76 };
  TarikhComposer *composer = sheet->composer;

  for (guint step = 0; step < G_N_ELEMENTS (scales); step++) {
    composer->type_scale = scales[step];
    if (!make_grid (grid, sheet, error))
      return FALSE;
    double room = sheet->bottom_mm - sheet->top_mm - sheet->tail_mm - grid->head_mm;
    double tight = fullest_lane (grid, sheet, TIGHT_GAP_MM);
    grid->gap_mm = !sheet->fixed || fullest_lane (grid, sheet, AIRY_GAP_MM) <= room * FULL ? AIRY_GAP_MM : TIGHT_GAP_MM;
    if (!sheet->fixed || tight <= room * FULL)
      return TRUE;
    if (tight > room * SHRINK_LIMIT)
      break;
  }
  grid->gap_mm = (TIGHT_GAP_MM + AIRY_GAP_MM) / 2;
  if (composer->type_scale >= 1)
    return TRUE; /* set as they will stay */
  composer->type_scale = 1;
  return make_grid (grid, sheet, error);
}

/* ---- one page ---- */

/* The entries of each lane on one page. */
typedef struct {
  const Grid *grid;
  guint first, end;
  TarikhScale *scale;
  GPtrArray *members[MOST_LANES + 1]; /* TarikhEntry*, borrowed */
  TarikhTrack tracks[MOST_LANES + 1];
  double top_mm, bottom_mm;
} Page;

static void
page_clear (Page *page)
{
  g_clear_pointer (&page->scale, tarikh_layout_scale_free);
  for (guint lane = 0; lane < page->grid->n; lane++) {
    g_clear_pointer (&page->members[lane], g_ptr_array_unref);
    tarikh_layout_track_clear (&page->tracks[lane]);
  }
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

static void
deal (Page *page, const TarikhSheet *sheet)
{
  for (guint lane = 0; lane < page->grid->n; lane++)
    page->members[lane] = g_ptr_array_new ();
  for (guint i = page->first; i < page->end; i++) {
    TarikhEntry *entry = g_ptr_array_index (sheet->entries, i);
    g_ptr_array_add (page->members[entry->lane], entry);
  }
}

static void
solve (Page *page, const TarikhSheet *sheet)
{
  g_autofree double *needs = g_new0 (double, page->end - page->first);
  double need = find_needs (page->grid, sheet, page->first, page->end, needs), spare = page->end - page->first;
  const TarikhEntry *first = g_ptr_array_index (sheet->entries, page->first);
  double length = need + spare * SPARE_PER_ENTRY_MM / (sheet->fixed ? 1 : 4) + TARIKH_SPINE_ARROW_MM;
  double bottom = fmin (page->bottom_mm, page->top_mm + length), from = page->top_mm + first->eye_mm;
  double to = bottom - fmax (TARIKH_SPINE_ARROW_MM, needs[page->end - page->first - 1] - first->eye_mm);
  TarikhScaleLimits limits = { from, fmax (from, to), TARIKH_SPINE_BREAK_MM, MOST_BREAKS };

  deal (page, sheet);
  page->scale = tarikh_layout_axis_new (sheet->entries, page->first, page->end, needs, &limits);
  for (guint lane = 0; lane < page->grid->n; lane++) {
    page->tracks[lane] = (TarikhTrack){ .grid = &page->grid->tracks[lane], .entries = page->members[lane],
                                        .end = page->members[lane]->len, .scale = page->scale };
    tarikh_layout_track_solve (&page->tracks[lane], sheet->composer, page->top_mm, page->bottom_mm);
  }
}

static double
lowest_edge (const Page *page)
{
  double lowest = tarikh_layout_spine_get_end (page->scale) + TARIKH_SPINE_ARROW_MM;

  for (guint lane = 0; lane < page->grid->n; lane++)
    lowest = fmax (lowest, tarikh_layout_track_get_bottom (&page->tracks[lane]));
  return lowest;
}

/* The heads, a rule below each, and the line on which its marks stand. */
static gboolean
put_heads (const Page *page, const TarikhSheet *sheet, double top_mm, double bottom_mm, GError **error)
{
  const TarikhComposer *composer = sheet->composer;
  const TarikhStyle *style = composer->style;
  const Grid *grid = page->grid;
  double rule = top_mm + grid->head_mm - HEAD_GAP_MM * 0.6;

  for (guint lane = 0; lane < grid->n; lane++) {
    g_autoptr (TarikhParagraph) set = set_head (grid, composer, lane, error);
    if (set == NULL)
      return FALSE;
    double start = grid->starts[lane], at = grid->tracks[lane].at_mm;
    TarikhFrame frame = { start, rule - HEAD_GAP_MM * 0.4 - set->height_mm, grid->widths[lane], TARIKH_ALIGN_START };
    TarikhPoint under[] = { { start, rule }, { start + grid->widths[lane], rule } };
    TarikhPoint down[] = { { at, rule }, { at, bottom_mm } };
    tarikh_layout_put_line (sheet->page, TARIKH_ROLE_BAND, TARIKH_SHAPE_LINE, -1, down, 2, style->leader_mm,
                            style->colours[TARIKH_COLOUR_LEADER]);
    tarikh_layout_put_line (sheet->page, TARIKH_ROLE_BAND, TARIKH_SHAPE_LINE, -1, under, 2, style->axis_mm,
                            style->colours[TARIKH_COLOUR_AXIS]);
    tarikh_layout_put_text (composer, sheet->page, TARIKH_ROLE_LEGEND, TARIKH_TYPE_DATE, -1, set, &frame)->colour
        = style->types[TARIKH_TYPE_TITLE].colour;
  }
  return TRUE;
}

static gboolean
put_page (const Page *page, const TarikhSheet *sheet, double top_mm, gboolean goes_on, GError **error)
{
  const TarikhComposer *composer = sheet->composer;
  TarikhSpinePart part = { page->scale, page->top_mm, page->bottom_mm, page->first > 0, goes_on };
  guint n = page->grid->n;

  if (!put_heads (page, sheet, top_mm, tarikh_layout_spine_get_end (page->scale) + 2, error))
    return FALSE;
  for (guint lane = 0; lane < n; lane++)
    tarikh_layout_track_put_leaders (&page->tracks[lane], composer, sheet->page);
  if (!tarikh_layout_spine_put (&page->grid->spine, composer, sheet->page, &part, error))
    return FALSE;
  for (guint lane = 0; lane < n; lane++)
    tarikh_layout_track_put_marks (&page->tracks[lane], composer, sheet->page);
  for (guint lane = 0; lane < n; lane++)
    tarikh_layout_track_put_entries (&page->tracks[lane], composer, sheet->page);
  return TRUE;
}

/* RESERVE_MM: what the last page leaves to the tail. */
static GArray *
cut_pages (const Grid *grid, const TarikhSheet *sheet, double *reserve_mm)
{
  g_autofree double *needs = g_new (double, sheet->n_dated + 1);
  double reserve = tarikh_layout_sheet_has_short_tail (sheet) ? sheet->tail_mm : 0;
  TarikhPageRoom room = { .first_mm = (sheet->bottom_mm - sheet->top_mm - grid->head_mm) * FULL,
                          .other_mm = (sheet->bottom_mm - sheet->running_top_mm - grid->head_mm) * FULL,
                          .last_mm = reserve * FULL,
                          .n_lanes = grid->n };

  for (guint i = 0; i < sheet->n_dated; i++)
    needs[i] = ((const TarikhEntry *) g_ptr_array_index (sheet->entries, i))->height_mm + grid->gap_mm;
  GArray *ends = tarikh_layout_sheet_cut (sheet, needs, &room);
  *reserve_mm = room.last_mm / FULL;
  return ends;
}

static gboolean
put_pages (const Grid *grid, TarikhSheet *sheet, GError **error)
{
  double reserve;
  g_autoptr (GArray) ends = cut_pages (grid, sheet, &reserve);

  for (guint i = 0, first = 0; i < ends->len; first = g_array_index (ends, guint, i), i++) {
    guint end = g_array_index (ends, guint, i);
    gboolean last = i + 1 == ends->len;
    if (i > 0 && !tarikh_layout_sheet_turn (sheet, first, end, error))
      return FALSE;
    g_auto (Page) page = { .grid = grid, .first = first, .end = end, .top_mm = sheet->top_mm + grid->head_mm,
                           .bottom_mm = sheet->bottom_mm - (last ? reserve : 0) };
    solve (&page, sheet);
    if (!put_page (&page, sheet, sheet->top_mm, !last, error))
      return FALSE;
    sheet->top_mm = lowest_edge (&page);
  }
  return TRUE;
}

/* As many lanes as there are names and room, with one for the others. */
static gboolean
make_groups (TarikhGroups *groups, const TarikhComposer *composer, GPtrArray *entries, guint n_dated)
{
  TarikhSpine spine;
  guint most;

  room_for_lanes (composer, &spine, &most);
  if (!tarikh_layout_groups_init (groups, composer, entries, n_dated, most, LEAST_EVENTS))
    return FALSE;
  if (groups->n_others == 0 || groups->names->len < most)
    return TRUE;
  tarikh_layout_groups_clear (groups); /* the others need a lane too */
  return tarikh_layout_groups_init (groups, composer, entries, n_dated, most - 1, LEAST_EVENTS);
}

/* A paper that may lie either way lies wide when upright it leaves events without a lane of their own. */
static void
turn_paper (TarikhComposer *composer, GPtrArray *entries, guint n_dated)
{
  g_auto (TarikhGroups) upright = { 0 }, wide = { 0 };
  TarikhComposer turned = *composer;

  turned.width_mm = composer->height_mm;
  turned.height_mm = composer->width_mm;
  if (composer->may_turn && turned.width_mm > turned.height_mm
      && make_groups (&wide, &turned, entries, n_dated)
      && (!make_groups (&upright, composer, entries, n_dated) || upright.n_others > 2 * wide.n_others)) {
    composer->width_mm = turned.width_mm;
    composer->height_mm = turned.height_mm;
  }
}

gboolean
tarikh_layout_lanes_compose (TarikhComposer *composer, GPtrArray *entries, gboolean *fits, GError **error)
{
  g_auto (TarikhGroups) groups = { 0 };
  g_auto (TarikhSheet) sheet = { 0 };
  Grid grid = { .groups = &groups };
  guint n_dated = tarikh_layout_entries_count_dated (entries);

  turn_paper (composer, entries, n_dated);
  *fits = make_groups (&groups, composer, entries, n_dated);
  if (!*fits)
    return TRUE;
  grid.n = groups.names->len + (groups.n_others > 0);
  if (!tarikh_layout_sheet_open (&sheet, composer, entries, error))
    return FALSE;
  sheet.tail_mm += sheet.tail_mm > 0 ? TARIKH_SPINE_ARROW_MM : 0;
  if (!fit (&grid, &sheet, error)
      || !tarikh_layout_sheet_carry_over (&sheet, &grid.tracks[0].columns, grid.head_mm, error)
      || !put_pages (&grid, &sheet, error))
    return FALSE;
  return tarikh_layout_sheet_close (&sheet, error);
}
