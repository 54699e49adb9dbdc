/* layout/vertical: the spine runs down the page, its calendar beside it at the start, the entries at the other side,
 * displaced as little as may be and tied to their marks by leaders that cannot cross (same order at both ends). */
#include "layout/vertical.h"

#include <math.h>

#include "layout/entry.h"
#include "layout/furniture.h"
#include "layout/isotonic.h"
#include "layout/lane.h"
#include "layout/paginate.h"
#include "layout/tick.h"

#define WIDE_MM 140.0        /* from this width on dates stand beside headlines */
#define MOST_LANES 3          /* marks side by side; on a narrow page one fewer */
#define FAN_MM 5.5           /* where leaders slant, at least */
#define TIGHT_GAP_MM 1.8     /* between entries, at least */
#define AIRY_GAP_MM 5.0
#define SPARE_PER_ENTRY_MM 28.0 /* an entry gets no more empty axis than this */
#define BREAK_MM 11.0
#define MOST_BREAKS 6
#define LEAST_STRETCH 1.5    /* a bar is at least this many dots long: no squeezed dot */
#define MOST_DATES_MEASURED 60
#define MOST_UNBROKEN 0.4    /* of a page's time: what lasts longer may have a break in it */
#define MOST_WITH_DETAIL 14
#define LONGEST_TAIL 0.5     /* of a page: a longer list below the timeline gets pages of its own */
#define ARROW_MM 7.5         /* the axis goes on below its last mark */
#define SHRINK_LIMIT 1.7     /* more than this times a page is not squeezed into one */

/* Distances from the start side, the same on all pages. */
typedef struct {
  double tick_mm, tick_width_mm; /* the calendar's column */
  double spine_mm;
  double lane_mm;   /* from one track of marks to the next */
  guint most_lanes;
  double knee_mm;   /* where leaders turn level */
  double text_mm;   /* where entries begin */
  TarikhColumns columns;
  double gap_mm;    /* between entries */
  double foot_mm;
} Grid;

/* One page's part of the entries and where they come to lie. */
typedef struct {
  GPtrArray *entries;
  guint first, end;
  double top_mm, bottom_mm;
  TarikhScale *scale;
  double *anchors, *eyes; /* of entry first + i */
  guint *lanes, n_lanes;
} Stretch;

static void
stretch_clear (Stretch *stretch)
{
  g_clear_pointer (&stretch->scale, tarikh_layout_scale_free);
  g_free (stretch->anchors);
  g_free (stretch->eyes);
  g_free (stretch->lanes);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stretch, stretch_clear)

static TarikhEntry *
entry_at (const Stretch *stretch, guint i)
{
  return g_ptr_array_index (stretch->entries, stretch->first + i);
}

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

/* Where leaders may begin to slant: clear of N_LANES tracks of marks. */
static double
fan_start (const TarikhComposer *composer, const Grid *grid, guint n_lanes)
{
  return grid->spine_mm + (n_lanes - 1) * grid->lane_mm + composer->style->marker_mm / 2 + 0.6;
}

static gboolean
make_grid (const TarikhComposer *composer, GPtrArray *entries, guint n_dated, Grid *grid, GError **error)
{
  gboolean wide = composer->width_mm >= WIDE_MM;
  double unit = composer->style->types[TARIKH_TYPE_TICK].size_pt / 9.5, date = 0;
  double content_end = composer->width_mm - composer->margin_mm;

  grid->tick_mm = composer->margin_mm;
  grid->tick_width_mm = (wide ? 18 : 11.5) * unit;
  grid->spine_mm = grid->tick_mm + grid->tick_width_mm + 3.6;
  grid->lane_mm = composer->style->marker_mm * 1.15;
  grid->most_lanes = wide ? MOST_LANES : MOST_LANES - 1;
  grid->knee_mm = fan_start (composer, grid, grid->most_lanes) + (wide ? FAN_MM : FAN_MM * 0.6);
  grid->text_mm = grid->knee_mm + 2.8;
  double text_width = content_end - grid->text_mm;
  if (wide && !widest_date (composer, entries, n_dated, &date, error))
    return FALSE;
  grid->columns.date_mm = wide ? fmin (date, text_width * 0.3) : 0;
  grid->columns.gutter_mm = wide ? 4.5 : 0;
  /* 75 characters a line are the most that read well; an Arabic letter is about 0.38 of the size wide. */
  double longest = composer->style->types[TARIKH_TYPE_HEADLINE].size_pt * composer->type_scale * 0.38 * 75 * 25.4 / 72;
  grid->columns.source_mm = wide ? source_column (composer, entries, n_dated) : 0;
  double beside = grid->columns.date_mm + grid->columns.gutter_mm
                  + (grid->columns.source_mm > 0 ? grid->columns.source_mm + grid->columns.gutter_mm : 0);
  grid->columns.text_mm = fmin (longest, text_width - beside);
  grid->foot_mm = tarikh_layout_furniture_get_foot_mm (composer);
  return TRUE;
}

/* An entry that no page could hold (a whole article for a headline) is set in the least type. */
static gboolean
set_entry (const TarikhComposer *composer, TarikhEntry *entry, const Grid *grid, double room_mm, GError **error)
{
  TarikhComposer least = *composer;

  if (!tarikh_layout_entry_set (entry, composer, &grid->columns, error))
    return FALSE;
  if (composer->height_mm <= 0 || entry->height_mm <= room_mm * 0.8)
    return TRUE;
  least.type_scale = 0;
  return tarikh_layout_entry_set (entry, &least, &grid->columns, error);
}

static gboolean
set_entries (const TarikhComposer *composer, GPtrArray *entries, guint n_dated, const Grid *grid, double room_mm,
             double *total_mm, GError **error)
{
  *total_mm = 0;
  for (guint i = 0; i < n_dated; i++) {
    TarikhEntry *entry = g_ptr_array_index (entries, i);
    if (!set_entry (composer, entry, grid, room_mm, error))
      return FALSE;
    *total_mm += entry->height_mm;
  }
  return TRUE;
}

/* ---- the axis of a page ---- */

static gint
compare_points (gconstpointer a, gconstpointer b)
{
  const TarikhScalePoint *one = a, *other = b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  return other->is_label - one->is_label;
}

static void
make_scale (Stretch *stretch, const Grid *grid, double from_mm, double to_mm)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TarikhScalePoint));
  guint n = stretch->end - stretch->first;
  TarikhScaleLimits limits = { from_mm, to_mm, BREAK_MM, MOST_BREAKS };
  double whole = (double) entry_at (stretch, n - 1)->first - entry_at (stretch, 0)->first;

  for (guint i = 0; i < n; i++) {
    const TarikhEntry *entry = entry_at (stretch, i);
    double unbroken = entry->last - entry->first < whole * MOST_UNBROKEN ? entry->last : G_MININT32;
    TarikhScalePoint start = { entry->first, entry->height_mm + grid->gap_mm, TRUE, unbroken };
    TarikhScalePoint end = { entry->last, 0, FALSE, G_MININT32 };
    g_array_append_val (points, start);
    if (entry->last > entry->first)
      g_array_append_val (points, end);
  }
  g_array_sort (points, compare_points);
  stretch->scale = tarikh_layout_scale_new ((const TarikhScalePoint *) (gpointer) points->data, points->len, &limits);
}

/* The axis is as long as its entries and a little air need, at most the page. */
static double
axis_length (const TarikhComposer *composer, const Stretch *stretch, const Grid *grid)
{
  guint n = stretch->end - stretch->first;
  double need = 0, room = stretch->bottom_mm - stretch->top_mm;

  for (guint i = 0; i < n; i++)
    need += entry_at (stretch, i)->height_mm + grid->gap_mm;
  double air = n * (composer->height_mm > 0 ? SPARE_PER_ENTRY_MM : SPARE_PER_ENTRY_MM / 7);
  return composer->height_mm > 0 ? fmin (room, need + air) : need + air + MOST_BREAKS * BREAK_MM / 3;
}

/* Least-displacement places of the first lines. */
static void
place_entries (Stretch *stretch, const Grid *grid, double bottom_mm)
{
  guint n = stretch->end - stretch->first;
  g_autofree double *distances = g_new0 (double, n);
  const TarikhEntry *first = entry_at (stretch, 0), *last = entry_at (stretch, n - 1);

  for (guint i = 0; i + 1 < n; i++) {
    const TarikhEntry *here = entry_at (stretch, i), *next = entry_at (stretch, i + 1);
    distances[i] = here->height_mm - here->eye_mm + next->eye_mm + grid->gap_mm;
  }
  tarikh_layout_isotonic_place (stretch->anchors, distances, n, stretch->top_mm + first->eye_mm,
                                bottom_mm - (last->height_mm - last->eye_mm), stretch->eyes);
}

/* TRUE when entry I is told for the same single day as the one before: both share one disc. */
static gboolean
shares_mark (const Stretch *stretch, guint i)
{
  const TarikhEntry *here = entry_at (stretch, i), *before = i > 0 ? entry_at (stretch, i - 1) : NULL;

  return before != NULL && here->kind == TARIKH_MARK_DAY && before->kind == TARIKH_MARK_DAY
         && here->first == before->first && here->hollow == before->hollow;
}

static void
assign_lanes (Stretch *stretch, const Grid *grid, double marker_mm)
{
  guint n = stretch->end - stretch->first, m = 0;
  g_autofree TarikhLaneSpan *spans = g_new0 (TarikhLaneSpan, n);

  for (guint i = 0; i < n; i++) {
    double end = tarikh_layout_scale_map (stretch->scale, entry_at (stretch, i)->last);
    if (!shares_mark (stretch, i))
      spans[m++] = (TarikhLaneSpan){ stretch->anchors[i] - marker_mm / 2,
                                     fmax (end, stretch->anchors[i]) + marker_mm / 2 + 0.2, 0 };
  }
  stretch->n_lanes = MAX (1, tarikh_layout_lanes_assign (spans, m, grid->most_lanes));
  for (guint i = 0, k = 0; i < n; i++) {
    k += i > 0 && !shares_mark (stretch, i);
    stretch->lanes[i] = spans[k].lane;
  }
}

static void
solve (const TarikhComposer *composer, Stretch *stretch, const Grid *grid)
{
  guint n = stretch->end - stretch->first;
  double length = axis_length (composer, stretch, grid);
  const TarikhEntry *first = entry_at (stretch, 0), *last = entry_at (stretch, n - 1);
  double from = stretch->top_mm + first->eye_mm;
  double to = stretch->top_mm + length - fmax (ARROW_MM, last->height_mm - last->eye_mm);

  stretch->bottom_mm = composer->height_mm > 0 ? stretch->bottom_mm : stretch->top_mm + length;
  make_scale (stretch, grid, from, fmax (from, to));
  stretch->anchors = g_new (double, n);
  stretch->eyes = g_new (double, n);
  stretch->lanes = g_new0 (guint, n);
  for (guint i = 0; i < n; i++)
    stretch->anchors[i] = tarikh_layout_scale_map (stretch->scale, entry_at (stretch, i)->first);
  place_entries (stretch, grid, fmin (stretch->bottom_mm, stretch->top_mm + length));
  assign_lanes (stretch, grid, composer->style->marker_mm);
}

/* ---- strokes ---- */

static double
axis_end (const Stretch *stretch)
{
  const GArray *segments = stretch->scale->segments;

  return g_array_index (segments, TarikhScaleSegment, segments->len - 1).to_mm;
}

static void
put_axis_piece (const TarikhComposer *composer, TarikhLayoutPage *page, const Grid *grid, double from, double to,
                TarikhShape shape)
{
  TarikhPoint points[] = { { grid->spine_mm, from }, { grid->spine_mm, to } };

  if (to > from)
    tarikh_layout_put_line (page, TARIKH_ROLE_AXIS, shape, -1, points, 2, composer->style->axis_mm,
                            composer->style->colours[TARIKH_COLOUR_AXIS]);
}

/* The break between two segments, with the time that passes there in words. */
static gboolean
put_break (const TarikhComposer *composer, TarikhLayoutPage *page, const Grid *grid, const TarikhScaleSegment *before,
           const TarikhScaleSegment *after, GError **error)
{
  double middle = (before->to_mm + after->from_mm) / 2;
  TarikhPoint points[] = { { grid->spine_mm, middle - 2 }, { grid->spine_mm, middle + 2 } };
  g_autofree char *elapsed
      = tarikh_time_format_elapsed (&composer->options->dates, (gint) (after->first - before->last));
  g_autoptr (TarikhParagraph) set
      = tarikh_layout_composer_set (composer, TARIKH_TYPE_GAP, elapsed, grid->tick_width_mm, error);

  if (set == NULL)
    return FALSE;
  TarikhFrame frame = { grid->tick_mm, middle - set->height_mm / 2, grid->tick_width_mm, TARIKH_ALIGN_END };
  tarikh_layout_put_line (page, TARIKH_ROLE_GAP, TARIKH_SHAPE_ZIGZAG, -1, points, 2, composer->style->axis_mm,
                          composer->style->colours[TARIKH_COLOUR_GAP]);
  tarikh_layout_put_text (composer, page, TARIKH_ROLE_GAP, TARIKH_TYPE_GAP, -1, set, &frame);
  return TRUE;
}

/* The axis goes on beyond the page: dashed, without an arrow. */
static void
put_torn_end (const TarikhComposer *composer, TarikhLayoutPage *page, const Grid *grid, double from, double to)
{
  TarikhPoint points[] = { { grid->spine_mm, from }, { grid->spine_mm, to } };

  tarikh_layout_put_line (page, TARIKH_ROLE_AXIS, TARIKH_SHAPE_LINE, -1, points, 2, composer->style->axis_mm,
                          composer->style->colours[TARIKH_COLOUR_AXIS])
      ->dashed = TRUE;
}

static gboolean
put_axis (const TarikhComposer *composer, TarikhLayoutPage *page, const Stretch *stretch, const Grid *grid,
          gboolean goes_on, GError **error)
{
  const GArray *segments = stretch->scale->segments;
  double first = g_array_index (segments, TarikhScaleSegment, 0).from_mm, from = stretch->top_mm - 1.5;

  if (stretch->first > 0) {
    put_torn_end (composer, page, grid, from, first - 1);
    from = first - 1;
  }
  for (guint i = 0; i < segments->len; i++) {
    const TarikhScaleSegment *segment = &g_array_index (segments, TarikhScaleSegment, i);
    gboolean last = i + 1 == segments->len;
    const TarikhScaleSegment *next = last ? NULL : segment + 1;
    double middle = last ? 0 : (segment->to_mm + next->from_mm) / 2;
    double to = last ? segment->to_mm + (goes_on ? 1.5 : ARROW_MM) : middle - 2;
    put_axis_piece (composer, page, grid, from, to, last && !goes_on ? TARIKH_SHAPE_ARROW : TARIKH_SHAPE_LINE);
    if (!last && !put_break (composer, page, grid, segment, next, error))
      return FALSE;
    from = middle + 2;
  }
  if (goes_on)
    put_torn_end (composer, page, grid, axis_end (stretch) + 1.5, fmin (axis_end (stretch) + 7, stretch->bottom_mm));
  return TRUE;
}

/* Where the tick labels of a page have got to, so that none touches another or a break. */
typedef struct {
  double free_from_mm;
  gboolean says_more; /* the next label must say the coarser unit too */
} TickColumn;

static gboolean
put_tick_label (const TarikhComposer *composer, TarikhLayoutPage *page, const Grid *grid, const char *text, double at_mm,
                double end_mm, TickColumn *column, GError **error)
{
  g_autoptr (TarikhParagraph) set
      = tarikh_layout_composer_set (composer, TARIKH_TYPE_TICK, text, grid->tick_width_mm, error);

  if (set == NULL)
    return FALSE;
  double top = at_mm - set->ascent_mm + set->font.size_pt * 0.095; /* its letters' middle at the tick */
  if (top < column->free_from_mm || top + set->height_mm > end_mm)
    return TRUE;
  TarikhFrame frame = { grid->tick_mm, top, grid->tick_width_mm, TARIKH_ALIGN_END };
  tarikh_layout_put_text (composer, page, TARIKH_ROLE_TICK_LABEL, TARIKH_TYPE_TICK, -1, set, &frame);
  column->free_from_mm = top + set->height_mm;
  column->says_more = FALSE;

  TarikhPoint points[] = { { grid->spine_mm - 2.2, at_mm }, { grid->spine_mm, at_mm } };
  tarikh_layout_put_line (page, TARIKH_ROLE_TICK, TARIKH_SHAPE_LINE, -1, points, 2, composer->style->leader_mm * 1.3,
                          composer->style->colours[TARIKH_COLOUR_TICK]);
  return TRUE;
}

static gboolean
put_segment_ticks (const TarikhComposer *composer, TarikhLayoutPage *page, const Grid *grid,
                   const TarikhScaleSegment *segment, double end_mm, TickColumn *column, GError **error)
{
  double line = composer->style->types[TARIKH_TYPE_TICK].size_pt * 1.7 * 25.4 / 72.0;
  g_autoptr (GArray) ticks = tarikh_layout_ticks_new (segment, line * 1.6);
  const TarikhDateStyle *dates = &composer->options->dates;

  for (guint i = 0; i < ticks->len; i++) {
    const TarikhTick *tick = &g_array_index (ticks, TarikhTick, i);
    column->says_more = column->says_more || tick->with_more;
    g_autofree char *label = tarikh_time_format_tick (dates, tick->day, tick->grain, column->says_more);
    if (!put_tick_label (composer, page, grid, label, tick->at_mm, end_mm, column, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_ticks (const TarikhComposer *composer, TarikhLayoutPage *page, const Stretch *stretch, const Grid *grid,
           GError **error)
{
  const GArray *segments = stretch->scale->segments;
  double gap_line = composer->style->types[TARIKH_TYPE_GAP].size_pt * 1.7 * 25.4 / 72.0;
  TickColumn column = { stretch->top_mm - 4, TRUE };

  for (guint i = 0; i < segments->len; i++) {
    const TarikhScaleSegment *segment = &g_array_index (segments, TarikhScaleSegment, i);
    double end = i + 1 < segments->len ? (segment->to_mm + segment[1].from_mm) / 2 - gap_line : segment->to_mm + 6;
    if (!put_segment_ticks (composer, page, grid, segment, end, &column, error))
      return FALSE;
    column = (TickColumn){ fmax (column.free_from_mm, end + 2 * gap_line), TRUE };
  }
  return TRUE;
}

static void
put_mark (const TarikhComposer *composer, TarikhLayoutPage *page, const Stretch *stretch, const Grid *grid, guint i)
{
  const TarikhStyle *style = composer->style;
  const TarikhEntry *entry = entry_at (stretch, i);
  double across = grid->spine_mm + stretch->lanes[i] * grid->lane_mm, size = style->marker_mm;
  double from = stretch->anchors[i];
  double to = fmax (from + LEAST_STRETCH * size, tarikh_layout_scale_map (stretch->scale, entry->last));
  TarikhColour colour = tarikh_layout_entry_get_colour (entry, style);

  if (entry->kind == TARIKH_MARK_DAY) {
    TarikhBox disc = { across - size / 2, from - size / 2, size, size };
    TarikhLayoutItem *item
        = tarikh_layout_put_box (page, TARIKH_ROLE_MARKER, entry->hollow ? TARIKH_SHAPE_RING : TARIKH_SHAPE_DISC,
                                 entry->event, &disc, colour);
    item->stroke_mm = entry->hollow ? style->axis_mm : 0;
    return;
  }
  gboolean vague = entry->kind == TARIKH_MARK_VAGUE;
  double width = vague ? size * 0.9 : size * 0.75;
  TarikhBox bar = { across - width / 2, from, width, to - from };
  TarikhLayoutItem *item = tarikh_layout_put_box (page, TARIKH_ROLE_MARKER, vague ? TARIKH_SHAPE_HATCH : TARIKH_SHAPE_RECT,
                                                  entry->event, &bar, colour);
  item->stroke_mm = vague ? style->leader_mm : 0;
  item->corner_mm = vague ? 0 : width / 2;
}

/* Where the leader leaves the mark: at the day's place; from a bar, level if its first part allows. Never behind the
 * next entry's place, so that the order of leaders is that of the entries. */
static double
attach (const TarikhComposer *composer, const Stretch *stretch, guint i)
{
  const TarikhEntry *entry = entry_at (stretch, i);
  double at = stretch->anchors[i], end = tarikh_layout_scale_map (stretch->scale, entry->last);
  guint n = stretch->end - stretch->first;

  if (entry->kind == TARIKH_MARK_DAY)
    return at;
  end = fmin (fmax (end, at), at + composer->style->marker_mm);
  end = i + 1 < n ? fmin (end, stretch->anchors[i + 1]) : end;
  return CLAMP (stretch->eyes[i], at, end);
}

static void
put_leader (const TarikhComposer *composer, TarikhLayoutPage *page, const Stretch *stretch, const Grid *grid, guint i)
{
  const TarikhStyle *style = composer->style;
  double from = attach (composer, stretch, i);
  double lane = grid->spine_mm + stretch->lanes[i] * grid->lane_mm + style->marker_mm / 2;
  double fan = fan_start (composer, grid, stretch->n_lanes);
  double end = grid->text_mm - 1.2;
  gboolean level = fabs (stretch->eyes[i] - from) < 0.001;
  TarikhPoint bent[] = { { lane, from }, { fan, from }, { grid->knee_mm, stretch->eyes[i] }, { end, stretch->eyes[i] } };
  TarikhPoint straight[] = { { lane, stretch->eyes[i] }, { end, stretch->eyes[i] } };

  TarikhLayoutItem *item
      = level ? tarikh_layout_put_line (page, TARIKH_ROLE_LEADER, TARIKH_SHAPE_LINE, entry_at (stretch, i)->event,
                                        straight, 2, style->leader_mm, style->colours[TARIKH_COLOUR_LEADER])
              : tarikh_layout_put_line (page, TARIKH_ROLE_LEADER, TARIKH_SHAPE_LINE, entry_at (stretch, i)->event,
                                        bent, 4, style->leader_mm, style->colours[TARIKH_COLOUR_LEADER]);
  item->dashed = entry_at (stretch, i)->planned;
}

static gboolean
put_stretch (const TarikhComposer *composer, TarikhLayoutPage *page, const Stretch *stretch, const Grid *grid,
             gboolean goes_on, GError **error)
{
  guint n = stretch->end - stretch->first;

  for (guint i = 0; i < n; i++)
    put_leader (composer, page, stretch, grid, i);
  if (!put_axis (composer, page, stretch, grid, goes_on, error) || !put_ticks (composer, page, stretch, grid, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    put_mark (composer, page, stretch, grid, i);
  for (guint i = 0; i < n; i++) {
    const TarikhEntry *entry = entry_at (stretch, i);
    tarikh_layout_entry_put (entry, composer, &grid->columns, page, grid->text_mm, stretch->eyes[i] - entry->eye_mm);
  }
  return TRUE;
}

/* ---- pages ---- */

/* How much it hurts to turn the page between two entries: least where most time passes. */
static double
split_price (const TarikhEntry *before, const TarikhEntry *after, double longest)
{
  double days = fmax (0, (double) after->first - before->last);

  return longest > 0 ? 1 - log1p (days) / log1p (longest) : 0;
}

static GArray *
cut_pages (GPtrArray *entries, guint n_dated, double gap_mm, double tail_mm, double first_room, double room)
{
  g_autofree TarikhPageUnit *units = g_new0 (TarikhPageUnit, n_dated + 1);
  GArray *ends = g_array_sized_new (FALSE, TRUE, sizeof (guint), n_dated + 1);
  double longest = 0;

  for (guint i = 0; i + 1 < n_dated; i++) {
    const TarikhEntry *here = g_ptr_array_index (entries, i), *next = g_ptr_array_index (entries, i + 1);
    longest = fmax (longest, (double) next->first - here->last);
  }
  for (guint i = 0; i < n_dated; i++) {
    const TarikhEntry *here = g_ptr_array_index (entries, i);
    const TarikhEntry *next = i + 1 < n_dated ? g_ptr_array_index (entries, i + 1) : NULL;
    units[i] = (TarikhPageUnit){ here->height_mm + gap_mm, next != NULL ? split_price (here, next, longest) : 0 };
  }
  if (n_dated > 0 && tail_mm < room * LONGEST_TAIL)
    units[n_dated - 1].need_mm += tail_mm; /* the last page ends with it */
  g_array_set_size (ends, n_dated + 1);
  guint n = tarikh_layout_paginate (units, n_dated, first_room + gap_mm, room + gap_mm,
                                    (guint *) (gpointer) ends->data);
  g_array_set_size (ends, n);
  return ends;
}

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
    grid->columns.with_detail = step < 0;
    if (!make_grid (composer, entries, n_dated, grid, error)
        || !set_entries (composer, entries, n_dated, grid, room_mm, &total, error))
      return FALSE;
    grid->gap_mm = AIRY_GAP_MM;
    if (!fixed || total + n_dated * AIRY_GAP_MM + tail_mm <= room_mm)
      return TRUE;
    if (step < 0)
      continue;
    grid->gap_mm = fmin (AIRY_GAP_MM, fmax (TIGHT_GAP_MM, (room_mm - tail_mm - total) / MAX (n_dated, 1)));
    if (total + n_dated * TIGHT_GAP_MM + tail_mm <= room_mm)
      return TRUE;
    if (total + n_dated * TIGHT_GAP_MM + tail_mm > SHRINK_LIMIT * room_mm)
      break;
  }
  grid->gap_mm = (TIGHT_GAP_MM + AIRY_GAP_MM) / 2;
  if (composer->type_scale >= 1)
    return TRUE; /* set as they will stay: the first look already said that one page is not enough */
  composer->type_scale = 1;
  return make_grid (composer, entries, n_dated, grid, error)
         && set_entries (composer, entries, n_dated, grid, room_mm, &total, error);
}

static gboolean
put_empty_notice (const TarikhComposer *composer, TarikhLayoutPage *page, double *top_mm, GError **error)
{
  const char *text = tarikh_time_get_message (&composer->options->dates, "no-dated-events");
  double width = composer->width_mm - 2 * composer->margin_mm;
  g_autoptr (TarikhParagraph) set
      = tarikh_layout_composer_set (composer, TARIKH_TYPE_HEADLINE, text, width, error);
  TarikhFrame frame = { composer->margin_mm, *top_mm, width, TARIKH_ALIGN_START };

  if (set == NULL)
    return FALSE;
  tarikh_layout_put_text (composer, page, TARIKH_ROLE_LEGEND, TARIKH_TYPE_HEADLINE, -1, set, &frame);
  *top_mm += set->height_mm;
  return TRUE;
}

static double
lowest_edge (const Stretch *stretch)
{
  guint n = stretch->end - stretch->first;
  const TarikhEntry *last = entry_at (stretch, n - 1);

  return fmax (stretch->eyes[n - 1] - last->eye_mm + last->height_mm, axis_end (stretch) + ARROW_MM);
}

static gboolean
compose_pages (TarikhComposer *composer, GPtrArray *entries, const GArray *ends, const Grid *grid,
               TarikhLayoutPage **page, double *top_mm, double bottom_mm, double reserve_mm, GError **error)
{
  guint first = 0;

  for (guint i = 0; i < ends->len; i++) {
    guint end = g_array_index (ends, guint, i);
    if (i > 0) {
      *page = tarikh_layout_composer_add_page (composer);
      if (!tarikh_layout_furniture_put_running_head (composer, *page, entries, first, end, top_mm, error))
        return FALSE;
    }
    gboolean last = i + 1 == ends->len;
    g_auto (Stretch) stretch = { .entries = entries, .first = first, .end = end, .top_mm = *top_mm,
                                 .bottom_mm = bottom_mm - (last ? reserve_mm : 0) };
    solve (composer, &stretch, grid);
    if (!put_stretch (composer, *page, &stretch, grid, !last, error))
      return FALSE;
    *top_mm = lowest_edge (&stretch);
    first = end;
  }
  return TRUE;
}

gboolean
tarikh_layout_vertical_compose (TarikhComposer *composer, GPtrArray *entries, GError **error)
{
  Grid grid = { 0 };
  guint n_dated = tarikh_layout_entries_count_dated (entries);
  TarikhLayoutPage *page = tarikh_layout_composer_add_page (composer);
  gboolean fixed = composer->height_mm > 0;
  double top, running_top = 0, width = composer->width_mm - 2 * composer->margin_mm;

  g_autoptr (TarikhList) tail = tarikh_layout_list_new (composer, entries, n_dated, width, error);
  if (tail == NULL || !tarikh_layout_furniture_put_head (composer, page, entries, &top, error))
    return FALSE;
  if (!tarikh_layout_furniture_measure_running_head (composer, entries, &running_top, error))
    return FALSE;
  double bottom = fixed ? composer->height_mm - composer->margin_mm - tarikh_layout_furniture_get_foot_mm (composer)
                        : G_MAXDOUBLE / 4;
  double tail_mm = tarikh_layout_list_get_height (tail) + (tail->blocks->len > 0 ? ARROW_MM : 0);
  if (!fit (composer, entries, n_dated, tail_mm, bottom - top, &grid, error))
    return FALSE;

  if (n_dated == 0 && !put_empty_notice (composer, page, &top, error))
    return FALSE;
  g_autoptr (GArray) ends = cut_pages (entries, n_dated, grid.gap_mm, tail_mm, bottom - top, bottom - running_top);
  double reserve = fixed && tail_mm < (bottom - running_top) * LONGEST_TAIL ? tail_mm : 0;
  if (ends->len > 0 && !compose_pages (composer, entries, ends, &grid, &page, &top, bottom, reserve, error))
    return FALSE;
  page = tarikh_layout_list_put (tail, composer, page, &top, bottom);
  if (!fixed)
    page->height_mm = top + composer->margin_mm + (tarikh_layout_furniture_get_foot_mm (composer));
  return TRUE;
}
