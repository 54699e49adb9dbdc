/* layout/horizontal: a band across the page carries the calendar; labels fly like flags from poles above and below it.
 * A pole whose flag had to move stands on a slanted foot beside the band. */
#include "layout/horizontal.h"

#include <math.h>

#include "layout/axis.h"
#include "layout/band.h"
#include "layout/flags.h"
#include "layout/furniture.h"
#include "layout/lane.h"
#include "layout/mark.h"
#include "layout/sheet.h"

#define POLE_GAP_MM 1.7      /* from a pole to its text */
#define BETWEEN_POLES_MM 6.0
#define BETWEEN_FLAGS_MM 5.0
#define BETWEEN_TIERS_MM 3.0
#define FOOT_MM 8.0          /* where poles lean */
#define LANE_MM 2.8
#define MOST_LANES 4
#define MOST_BREAKS 3
#define TALLEST_SIDE_MM 95.0 /* where the page is as tall as its content */
#define MOST_WITH_DETAIL 5
#define MOST_A_PAGE 28
#define MOST_EVENED 150      /* entries whose pages are worth evening out */
#define EVEN_TRIES 8
#define LIKELY_MORE 5        /* entries that a page is thought to hold above what the page before it held */
#define PAGE_LOOKED_BACK 4   /* so great a part of a page may go to the next for a better break */
#define LONGER_PAUSE 3.0     /* so much longer must the pause there be */
#define LONGEST_TAIL 0.45

/* One page. */
typedef struct {
  GPtrArray *entries;
  guint first, end;
  double top_mm, bottom_mm;   /* of the room for axis and flags */
  TarikhColumns columns;
  double band_mm;             /* height of the band */
  double middle_mm;           /* its middle, once placed */
  TarikhScale *scale;
  TarikhFlag *flags;          /* entry first + i */
  guint *lanes, n_lanes[2];
} Band;

static void
band_clear (Band *band)
{
  g_clear_pointer (&band->scale, tarikh_layout_scale_free);
  g_clear_pointer (&band->flags, g_free);
  g_clear_pointer (&band->lanes, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Band, band_clear)

static TarikhEntry *
entry_at (const Band *band, guint i)
{
  return g_ptr_array_index (band->entries, band->first + i);
}

static guint
count (const Band *band)
{
  return band->end - band->first;
}

/* ---- solving one page ---- */

static double
break_length (const TarikhComposer *composer)
{
  return 33.0 * composer->style->types[TARIKH_TYPE_GAP].size_pt / 9.0;
}

static void
make_scale (const TarikhComposer *composer, Band *band)
{
  double start = composer->margin_mm + TARIKH_BAND_PAD_MM, end = composer->width_mm - composer->margin_mm;
  TarikhScaleLimits limits = { start, fmax (start, end - band->columns.text_mm - POLE_GAP_MM), break_length (composer),
                               composer->width_mm > 150 ? MOST_BREAKS : 1 };
  g_autofree double *needs = g_new (double, count (band));

  for (guint i = 0; i < count (band); i++)
    needs[i] = band->columns.text_mm / 4;
  g_clear_pointer (&band->scale, tarikh_layout_scale_free);
  band->scale = tarikh_layout_axis_new (band->entries, band->first, band->end, needs, &limits);
}

static void
assign_lanes_of_side (const TarikhComposer *composer, Band *band, guint side)
{
  guint n = count (band), n_spans = 0;
  double size = composer->style->marker_mm;
  g_autofree TarikhLaneSpan *spans = g_new0 (TarikhLaneSpan, n);
  g_autofree guint *span_of = g_new0 (guint, n);
  const TarikhEntry *before = NULL;

  for (guint i = 0; i < n; i++) {
    const TarikhEntry *entry = entry_at (band, i);
    if (band->flags[i].side != side)
      continue;
    double from = band->flags[i].anchor_mm, to = fmax (from, tarikh_layout_scale_map (band->scale, entry->last));
    if (before == NULL || !tarikh_layout_mark_is_shared (before, entry))
      spans[n_spans++] = (TarikhLaneSpan){ from - size / 2, to + size / 2 + 0.2, 0 };
    span_of[i] = n_spans - 1;
    before = entry;
  }
  band->n_lanes[side] = MAX (1, tarikh_layout_lanes_assign (spans, n_spans, MOST_LANES));
  for (guint i = 0; i < n; i++)
    if (band->flags[i].side == side)
      band->lanes[i] = spans[span_of[i]].lane;
}

/* From the band's edge to where poles stand upright, beyond N_LANES tracks of marks. */
static double
depth_of_lanes (const TarikhComposer *composer, guint n_lanes)
{
  return (n_lanes - 1) * LANE_MM + composer->style->marker_mm + 0.6 + FOOT_MM;
}

static double
foot_depth (const TarikhComposer *composer, const Band *band, guint side)
{
  return depth_of_lanes (composer, band->n_lanes[side]);
}

/* What flags may take on each side of the band. */
static double
side_room (const TarikhComposer *composer, const Band *band, guint n_lanes)
{
  return composer->height_mm > 0
             ? (band->bottom_mm - band->top_mm - band->band_mm) / 2 - depth_of_lanes (composer, n_lanes)
             : TALLEST_SIDE_MM;
}

/* Solves the page with the texts as they are set. FALSE when there is no room. */
static gboolean
solve (const TarikhComposer *composer, Band *band)
{
  guint n = count (band);
  double room = side_room (composer, band, 1);
  TarikhFlagLimits limits = { composer->margin_mm + TARIKH_BAND_PAD_MM,
                              composer->width_mm - composer->margin_mm,
                              { room, room },
                              BETWEEN_POLES_MM,
                              BETWEEN_FLAGS_MM,
                              BETWEEN_TIERS_MM };

  make_scale (composer, band);
  g_free (band->flags);
  g_free (band->lanes);
  band->flags = g_new0 (TarikhFlag, n + 1);
  band->lanes = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++) {
    const TarikhEntry *entry = entry_at (band, i);
    band->flags[i] = (TarikhFlag){ .anchor_mm = tarikh_layout_scale_map (band->scale, entry->first),
                                   .width_mm = entry->width_mm + POLE_GAP_MM + 0.1,
                                   .height_mm = entry->height_mm };
  }
  if (!tarikh_layout_flags_place (band->flags, n, &limits))
    return FALSE;
  assign_lanes_of_side (composer, band, 0);
  assign_lanes_of_side (composer, band, 1);
  return tarikh_layout_flags_get_depth (band->flags, n, 0) <= side_room (composer, band, band->n_lanes[0])
         && tarikh_layout_flags_get_depth (band->flags, n, 1) <= side_room (composer, band, band->n_lanes[1]);
}

/* What the page's flags, feet and band take from top to bottom. */
static double
height_of_band (const TarikhComposer *composer, const Band *band)
{
  return tarikh_layout_flags_get_depth (band->flags, count (band), 0) + foot_depth (composer, band, 0) + band->band_mm
         + tarikh_layout_flags_get_depth (band->flags, count (band), 1) + foot_depth (composer, band, 1);
}

/* Puts the band where what is above and below it leaves even margins. */
static void
centre (const TarikhComposer *composer, Band *band)
{
  double above = tarikh_layout_flags_get_depth (band->flags, count (band), 0) + foot_depth (composer, band, 0);
  double below = tarikh_layout_flags_get_depth (band->flags, count (band), 1) + foot_depth (composer, band, 1);
  double spare = composer->height_mm > 0 ? band->bottom_mm - band->top_mm - above - below - band->band_mm : 0;

  band->middle_mm = band->top_mm + fmax (0, spare) * 0.42 + above + band->band_mm / 2;
  band->bottom_mm = band->middle_mm + band->band_mm / 2 + below;
}

/* ---- strokes ---- */

/* The side's outward direction: up is negative. */
static double
outward (guint side)
{
  return side == 0 ? -1 : 1;
}

static double
edge_of (const Band *band, guint side)
{
  return band->middle_mm + outward (side) * band->band_mm / 2;
}

static void
put_leader (const TarikhComposer *composer, TarikhLayoutPage *page, const Band *band, guint i)
{
  const TarikhStyle *style = composer->style;
  const TarikhFlag *flag = &band->flags[i];
  double out = outward (flag->side), edge = edge_of (band, flag->side);
  double base = edge + out * foot_depth (composer, band, flag->side);
  double half = (entry_at (band, i)->kind == TARIKH_MARK_DAY ? 0.5 : 1) * style->marker_mm;
  double mark = edge + out * (band->lanes[i] * LANE_MM + half + 0.3);
  double lean = edge + out * (foot_depth (composer, band, flag->side) - FOOT_MM);
  double tip = base + out * (flag->offset_mm + flag->height_mm);
  gboolean upright = fabs (flag->pole_mm - flag->anchor_mm) < 0.001;
  TarikhPoint straight[] = { { flag->pole_mm, mark }, { flag->pole_mm, tip } };
  TarikhPoint bent[] = {
    { flag->anchor_mm, mark }, { flag->anchor_mm, lean }, { flag->pole_mm, base }, { flag->pole_mm, tip }
  };

  TarikhLayoutItem *item = tarikh_layout_put_line (page, TARIKH_ROLE_LEADER, TARIKH_SHAPE_LINE, entry_at (band, i)->event,
                                                   upright ? straight : bent, upright ? 2 : 4, style->leader_mm,
                                                   style->colours[TARIKH_COLOUR_LEADER]);
  item->dashed = entry_at (band, i)->planned;
}

static void
put_mark (const TarikhComposer *composer, TarikhLayoutPage *page, const Band *band, guint i)
{
  const TarikhEntry *entry = entry_at (band, i);
  const TarikhFlag *flag = &band->flags[i];
  double across = edge_of (band, flag->side) + outward (flag->side) * (band->lanes[i] * LANE_MM + 0.3);
  double thick = tarikh_layout_mark_get_thickness (entry, composer->style);
  TarikhMarkPlace place = { flag->anchor_mm, tarikh_layout_scale_map (band->scale, entry->last), across, TRUE };

  if (entry->kind != TARIKH_MARK_DAY) /* stretches lie outside the band, clear of its ticks */
    place.across_mm += outward (flag->side) * thick / 2;
  tarikh_layout_mark_put (composer, page, entry, &place);
}

static void
put_flag (const TarikhComposer *composer, TarikhLayoutPage *page, const Band *band, guint i)
{
  const TarikhFlag *flag = &band->flags[i];
  const TarikhEntry *entry = entry_at (band, i);
  double base = edge_of (band, flag->side) + outward (flag->side) * foot_depth (composer, band, flag->side);
  double top = flag->side == 0 ? base - flag->offset_mm - flag->height_mm : base + flag->offset_mm;
  TarikhColumns columns = band->columns;

  columns.text_mm = flag->width_mm - POLE_GAP_MM; /* its own width: numbers wrap as they were measured */
  tarikh_layout_entry_put (entry, composer, &columns, page, flag->pole_mm + POLE_GAP_MM, top);
}

static gboolean
put_page (const TarikhComposer *composer, TarikhLayoutPage *page, Band *band, GError **error)
{
  centre (composer, band);
  TarikhBandPart part = { band->scale, band->middle_mm, band->band_mm };
  if (!tarikh_layout_band_put (&part, composer, page, error))
    return FALSE;
  for (guint i = 0; i < count (band); i++)
    put_leader (composer, page, band, i);
  for (guint i = 0; i < count (band); i++)
    put_mark (composer, page, band, i);
  for (guint i = 0; i < count (band); i++)
    put_flag (composer, page, band, i);
  return TRUE;
}

/* ---- fitting ---- */

static gboolean
set_entries (const TarikhComposer *composer, GPtrArray *entries, guint n_dated, const TarikhColumns *columns,
             GError **error)
{
  for (guint i = 0; i < n_dated; i++)
    if (!tarikh_layout_entry_set (g_ptr_array_index (entries, i), composer, columns, error))
      return FALSE;
  return TRUE;
}

/* One way to set the labels. */
typedef struct {
  double measure, type_scale;
  gboolean with_detail;
} Attempt;

/* Measures are for 12.5 pt on A4 and grow with type. */
static double
first_measure (guint n_dated)
{
  return n_dated <= 4 ? 56 : n_dated <= 8 ? 50 : 44;
}

static double
headline_unit (const TarikhComposer *composer)
{
  return composer->style->types[TARIKH_TYPE_HEADLINE].size_pt / 12.5;
}

/* From roomy to close: narrower measure, then smaller type. FALSE in *FITS when even the closest does not hold all. */
static gboolean
fit_one_page (TarikhComposer *composer, GPtrArray *entries, guint n_dated, Band *band, gboolean *fits, GError **error)
{
  static const Attempt attempts[] = { { 1, 1, TRUE },       { 1, 1, FALSE },      { 0.85, 1, FALSE },
                                      { 0.8, 0.92, FALSE }, { 0.72, 0.84, FALSE }, { 0.66, 0.76, FALSE } };
  double unit = headline_unit (composer);
  double widest = (composer->width_mm - 2 * composer->margin_mm) * 0.45;

  *fits = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (attempts) && !*fits && n_dated <= MOST_A_PAGE; i++) {
    if (attempts[i].with_detail && (!composer->style->show_detail || n_dated > MOST_WITH_DETAIL))
      continue;
    composer->type_scale = attempts[i].type_scale;
    band->columns = (TarikhColumns){ .text_mm = fmin (widest, first_measure (n_dated) * unit * attempts[i].measure),
                                     .with_detail = attempts[i].with_detail };
    if (!set_entries (composer, entries, n_dated, &band->columns, error))
      return FALSE;
    *fits = solve (composer, band);
  }
  return TRUE;
}

/* Days that pass between an entry and the one before it. */
static double
pause_before (const Band *band, guint index)
{
  const TarikhEntry *before = g_ptr_array_index (band->entries, index - 1), *here = g_ptr_array_index (band->entries, index);

  return fmax (0, (double) here->first - before->last);
}

/* Ends a page that others follow where the story pauses, if that is not far back. BAND is solved, and is left so. */
static void
end_at_pause (const TarikhComposer *composer, Band *band, guint n_dated)
{
  guint whole = band->end, best = whole, least = whole - count (band) / PAGE_LOOKED_BACK;

  if (whole == n_dated)
    return;
  for (guint end = whole; end > least; end--)
    if (pause_before (band, end - 1) > LONGER_PAUSE * pause_before (band, best))
      best = end - 1;
  if (best == whole)
    return;
  band->end = best;
  if (solve (composer, band))
    return;
  band->end = whole;
  solve (composer, band);
}

/* The most entries from FIRST on, up to MOST, that one page holds, or up to a pause of the story before that; BAND is left
 * solved for them. FALSE when not even one. Tried from many to few, because a break more or less can make a larger number
 * fit where a smaller does not. */
static gboolean
fit_most (const TarikhComposer *composer, Band *band, guint first, guint n_dated, guint most)
{
  guint last = band->first < first ? band->end - band->first : most, likely = last + LIKELY_MORE;

  band->first = first;
  for (band->end = MIN (n_dated, first + MIN (most, likely)); band->end > first + 1; band->end--)
    if (solve (composer, band)) {
      end_at_pause (composer, band, n_dated);
      return TRUE;
    }
  return solve (composer, band);
}

/* How many pages it takes with at most MOST entries on each; 0 when some entry fits on none. */
static guint
count_pages (const TarikhComposer *composer, Band *band, guint n_dated, double first_top, double running_top, guint most)
{
  guint n = 0;

  for (guint first = 0; first < n_dated; first = band->end, n++) {
    band->top_mm = first == 0 ? first_top : running_top;
    if (!fit_most (composer, band, first, n_dated, most))
      return 0;
  }
  band->top_mm = first_top;
  return n;
}

/* The most entries for a page such that pages are evenly full and no more than they must be. */
static guint
choose_most (const TarikhComposer *composer, Band *band, guint n_dated, double running_top)
{
  double first_top = band->top_mm;
  guint n_pages = n_dated <= MOST_EVENED ? count_pages (composer, band, n_dated, first_top, running_top, MOST_A_PAGE) : 0;

  guint even = n_pages > 0 ? (n_dated + n_pages - 1) / n_pages : MOST_A_PAGE;
  for (guint most = even; most < MIN (even + EVEN_TRIES, MOST_A_PAGE); most++)
    if (count_pages (composer, band, n_dated, first_top, running_top, most) == n_pages)
      return most;
  band->top_mm = first_top;
  return MOST_A_PAGE;
}

/* As many pages as it takes, each as full as it holds. */
static gboolean
put_pages (TarikhSheet *sheet, Band *band, gboolean *fits, GError **error)
{
  TarikhComposer *composer = sheet->composer;

  *fits = TRUE;
  band->bottom_mm = sheet->bottom_mm;
  guint most = choose_most (composer, band, sheet->n_dated, sheet->running_top_mm);
  for (guint first = 0; first < sheet->n_dated; first = band->end) {
    band->bottom_mm = sheet->bottom_mm;
    if (first > 0)
      band->top_mm = sheet->running_top_mm;
    if (!fit_most (composer, band, first, sheet->n_dated, most)) {
      *fits = FALSE;
      return TRUE;
    }
    if (first > 0 && !tarikh_layout_sheet_turn (sheet, first, band->end, error))
      return FALSE;
    /* The last page keeps room for what stands below the axis, if it has it. */
    if (band->end == sheet->n_dated
        && height_of_band (composer, band) + sheet->tail_mm <= band->bottom_mm - band->top_mm)
      band->bottom_mm -= sheet->tail_mm;
    if (!put_page (composer, sheet->page, band, error))
      return FALSE;
    if (!sheet->fixed)
      sheet->page->height_mm = band->bottom_mm + composer->margin_mm + tarikh_layout_furniture_get_foot_mm (composer);
  }
  return TRUE;
}

/* A wider measure, else smaller type, for labels that are too tall. FALSE when there is neither. */
static gboolean
give_room (TarikhComposer *composer, Band *band, double widest)
{
  if (band->columns.text_mm < widest)
    band->columns.text_mm = fmin (widest, band->columns.text_mm * 1.25);
  else if (composer->type_scale > 0.7)
    composer->type_scale *= 0.9;
  else
    return FALSE;
  return TRUE;
}

/* For several pages: full type in the narrowest measure in which no label is taller than its side of the band. As soon as
 * one is, all begin again: a measure that does not hold is not tried to the end. */
static gboolean
set_for_pages (TarikhComposer *composer, GPtrArray *entries, guint n_dated, Band *band, GError **error)
{
  double widest = (composer->width_mm - 2 * composer->margin_mm) * 0.45, room = side_room (composer, band, MOST_LANES);
  guint i = 0;

  composer->type_scale = 1;
  band->columns = (TarikhColumns){ .text_mm = fmin (widest, first_measure (n_dated) * headline_unit (composer)) };
  while (i < n_dated) {
    TarikhEntry *entry = g_ptr_array_index (entries, i);
    if (!tarikh_layout_entry_set (entry, composer, &band->columns, error))
      return FALSE;
    i = entry->height_mm > room && give_room (composer, band, widest) ? 0 : i + 1;
  }
  return TRUE;
}

static gboolean
put_axis (TarikhSheet *sheet, gboolean *fits, GError **error)
{
  TarikhComposer *composer = sheet->composer;
  double room = sheet->bottom_mm - sheet->top_mm, reserve = sheet->tail_mm < room * LONGEST_TAIL ? sheet->tail_mm : 0;
  g_auto (Band) band = { .entries = sheet->entries, .end = sheet->n_dated, .top_mm = sheet->top_mm,
                         .bottom_mm = sheet->bottom_mm - reserve };

  band.band_mm = composer->style->types[TARIKH_TYPE_TICK].size_pt * 1.9 * 25.4 / 72.0;
  if (!fit_one_page (composer, sheet->entries, sheet->n_dated, &band, fits, error))
    return FALSE;
  if (*fits) {
    if (!put_page (composer, sheet->page, &band, error))
      return FALSE;
  } else if (!set_for_pages (composer, sheet->entries, sheet->n_dated, &band, error)
             || !put_pages (sheet, &band, fits, error)) {
    return FALSE;
  }
  sheet->top_mm = band.bottom_mm;
  return TRUE;
}

gboolean
tarikh_layout_horizontal_compose (TarikhComposer *composer, GPtrArray *entries, gboolean *fits, GError **error)
{
  g_auto (TarikhSheet) sheet = { 0 };

  *fits = !composer->lean;
  if (!*fits)
    return TRUE;
  if (!tarikh_layout_sheet_open (&sheet, composer, entries, error))
    return FALSE;
  sheet.tail_mm += 2;
  if (sheet.n_dated > 0 && !put_axis (&sheet, fits, error))
    return FALSE;
  return !*fits || tarikh_layout_sheet_close (&sheet, error);
}
