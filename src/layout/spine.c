/* layout/spine: puts an axis down the page, segment by segment: strokes, torn ends, worded breaks, and calendar ticks whose
 * labels never touch each other or a break. Chooses no scale. */
#include "layout/spine.h"

#include <math.h>

#include "layout/tick.h"

#define BREAK_SHIFT_MM 0.9
#define TORN_MM 5.5 /* the dashed end of an axis that goes on on the next page */

void
tarikh_layout_spine_init (TarikhSpine *spine, const TarikhComposer *composer, gboolean wide)
{
  double unit = composer->style->types[TARIKH_TYPE_TICK].size_pt / 9.5;

  spine->tick_mm = composer->margin_mm;
  if (composer->lean) { /* the calendar gives way to the texts */
    spine->tick_width_mm = 0;
    spine->at_mm = spine->tick_mm + composer->style->marker_mm / 2;
    return;
  }
  spine->tick_width_mm = (wide ? 18 : 11.5) * unit;
  spine->at_mm = spine->tick_mm + spine->tick_width_mm + 3.6;
}

double
tarikh_layout_spine_get_end (const TarikhScale *scale)
{
  return g_array_index (scale->segments, TarikhScaleSegment, scale->segments->len - 1).to_mm;
}

double
tarikh_layout_spine_reach (const TarikhScale *scale, double eye_mm)
{
  return fmax (TARIKH_SPINE_ARROW_MM, eye_mm - tarikh_layout_spine_get_end (scale));
}

/* ---- strokes ---- */

/* Where the break between two segments lies: a little nearer to the second, for marks of a stretch reach beyond the end of
 * the first. */
static double
break_middle (const TarikhScaleSegment *before, const TarikhScaleSegment *after)
{
  return (before->to_mm + after->from_mm) / 2 + BREAK_SHIFT_MM;
}

static void
put_axis_piece (const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhSpine *spine, double from, double to,
                TarikhShape shape)
{
  TarikhPoint points[] = { { spine->at_mm, from }, { spine->at_mm, to } };

  if (to > from)
    tarikh_layout_put_line (page, TARIKH_ROLE_AXIS, shape, -1, points, 2, composer->style->axis_mm,
                            composer->style->colours[TARIKH_COLOUR_AXIS]);
}

/* The break between two segments, with the time that passes there in words. */
static gboolean
put_break (const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhSpine *spine,
           const TarikhScaleSegment *before, const TarikhScaleSegment *after, GError **error)
{
  double middle = break_middle (before, after);
  TarikhPoint points[] = { { spine->at_mm, middle - 2 }, { spine->at_mm, middle + 2 } };

  tarikh_layout_put_line (page, TARIKH_ROLE_GAP, TARIKH_SHAPE_ZIGZAG, -1, points, 2, composer->style->axis_mm,
                          composer->style->colours[TARIKH_COLOUR_GAP]);
  if (spine->tick_width_mm <= 0)
    return TRUE;
  g_autofree char *elapsed
      = tarikh_time_format_elapsed (&composer->options->dates, (gint) (after->first - before->last));
  g_autoptr (TarikhParagraph) set
      = tarikh_layout_composer_set (composer, TARIKH_TYPE_GAP, elapsed, spine->tick_width_mm, error);
  TarikhFrame frame = { spine->tick_mm, middle, spine->tick_width_mm, TARIKH_ALIGN_END };
  if (set == NULL)
    return FALSE;
  frame.top_mm -= set->height_mm / 2;
  tarikh_layout_put_text (composer, page, TARIKH_ROLE_GAP, TARIKH_TYPE_GAP, -1, set, &frame);
  return TRUE;
}

/* The axis goes on beyond the page: dashed, without an arrow. */
static void
put_torn_end (const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhSpine *spine, double from, double to)
{
  TarikhPoint points[] = { { spine->at_mm, from }, { spine->at_mm, to } };

  tarikh_layout_put_line (page, TARIKH_ROLE_AXIS, TARIKH_SHAPE_LINE, -1, points, 2, composer->style->axis_mm,
                          composer->style->colours[TARIKH_COLOUR_AXIS])
      ->dashed = TRUE;
}

static gboolean
put_axis (const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhSpinePart *part, const TarikhSpine *spine,
          GError **error)
{
  const GArray *segments = part->scale->segments;
  double first = g_array_index (segments, TarikhScaleSegment, 0).from_mm, from = part->top_mm - 1.5;

  if (part->came_on) {
    put_torn_end (composer, page, spine, from, first - 1);
    from = first - 1;
  }
  for (guint i = 0; i < segments->len; i++) {
    const TarikhScaleSegment *segment = &g_array_index (segments, TarikhScaleSegment, i);
    gboolean last = i + 1 == segments->len;
    const TarikhScaleSegment *next = last ? NULL : segment + 1;
    double middle = last ? 0 : break_middle (segment, next);
    double to = last ? segment->to_mm + part->beyond_mm - (part->goes_on ? TORN_MM : 0) : middle - 2;
    put_axis_piece (composer, page, spine, from, to, last && !part->goes_on ? TARIKH_SHAPE_ARROW : TARIKH_SHAPE_LINE);
    if (!last && !put_break (composer, page, spine, segment, next, error))
      return FALSE;
    from = middle + 2;
  }
  double end = tarikh_layout_spine_get_end (part->scale);
  if (part->goes_on)
    put_torn_end (composer, page, spine, end + part->beyond_mm - TORN_MM, fmin (end + part->beyond_mm, part->bottom_mm));
  return TRUE;
}

/* Where the tick labels of a page have got to, so that none touches another or a break. */
typedef struct {
  double free_from_mm;
  gboolean says_more; /* the next label must say the coarser unit too */
} TickColumn;

static gboolean
put_tick_label (const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhSpine *spine, const char *text,
                double at_mm, double end_mm, TickColumn *column, GError **error)
{
  g_autoptr (TarikhParagraph) set
      = tarikh_layout_composer_set (composer, TARIKH_TYPE_TICK, text, spine->tick_width_mm, error);

  if (set == NULL)
    return FALSE;
  double top = at_mm - set->ascent_mm + set->font.size_pt * 0.095; /* its letters' middle at the tick */
  if (top < column->free_from_mm || top + set->height_mm > end_mm)
    return TRUE;
  TarikhFrame frame = { spine->tick_mm, top, spine->tick_width_mm, TARIKH_ALIGN_END };
  tarikh_layout_put_text (composer, page, TARIKH_ROLE_TICK_LABEL, TARIKH_TYPE_TICK, -1, set, &frame);
  column->free_from_mm = top + set->height_mm;
  column->says_more = FALSE;

  TarikhPoint points[] = { { spine->at_mm - 2.2, at_mm }, { spine->at_mm, at_mm } };
  tarikh_layout_put_line (page, TARIKH_ROLE_TICK, TARIKH_SHAPE_LINE, -1, points, 2, composer->style->leader_mm * 1.3,
                          composer->style->colours[TARIKH_COLOUR_TICK]);
  return TRUE;
}

static gboolean
put_segment_ticks (const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhSpine *spine,
                   const TarikhScaleSegment *segment, double end_mm, TickColumn *column, GError **error)
{
  double line = composer->style->types[TARIKH_TYPE_TICK].size_pt * 1.7 * 25.4 / 72.0;
  g_autoptr (GArray) ticks = tarikh_layout_ticks_new (segment, line * 1.6);
  const TarikhDateStyle *dates = &composer->options->dates;

  for (guint i = 0; i < ticks->len; i++) {
    const TarikhTick *tick = &g_array_index (ticks, TarikhTick, i);
    column->says_more = column->says_more || tick->with_more;
    g_autofree char *label = tarikh_time_format_tick (dates, tick->day, tick->grain, column->says_more);
    if (!put_tick_label (composer, page, spine, label, tick->at_mm, end_mm, column, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_ticks (const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhSpinePart *part, const TarikhSpine *spine,
           GError **error)
{
  const GArray *segments = part->scale->segments;
  double gap_line = composer->style->types[TARIKH_TYPE_GAP].size_pt * 1.7 * 25.4 / 72.0;
  TickColumn column = { part->top_mm - 4, TRUE };

  for (guint i = 0; i < segments->len; i++) {
    const TarikhScaleSegment *segment = &g_array_index (segments, TarikhScaleSegment, i);
    double end = i + 1 < segments->len ? break_middle (segment, segment + 1) - gap_line : segment->to_mm + 6;
    if (!put_segment_ticks (composer, page, spine, segment, end, &column, error))
      return FALSE;
    column = (TickColumn){ fmax (column.free_from_mm, end + 2 * gap_line), TRUE };
  }
  return TRUE;
}

gboolean
tarikh_layout_spine_put (const TarikhSpine *spine, const TarikhComposer *composer, TarikhLayoutPage *page,
                         const TarikhSpinePart *part, GError **error)
{
  return put_axis (composer, page, part, spine, error)
         && (spine->tick_width_mm <= 0 || put_ticks (composer, page, part, spine, error));
}
