/* layout/band: puts an axis across the page as a band, segment by segment: its edges, worded breaks, and calendar ticks with
 * their labels inside it. Ticks never leave the band, so that no leader can touch them. Chooses no scale. */
#include "layout/band.h"

#include <math.h>

#include "layout/tick.h"

#define ARROW_MM 7.0
#define ZIGZAG_MM 3.0

static double
edge_of (const TarikhBandPart *part, guint side)
{
  return part->middle_mm + (side == 0 ? -0.5 : 0.5) * part->height_mm;
}

static void
put_piece (const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhBandPart *part, double from, double to)
{
  const TarikhStyle *style = composer->style;
  TarikhBox box = { from, part->middle_mm - part->height_mm / 2, to - from, part->height_mm };

  tarikh_layout_put_box (page, TARIKH_ROLE_BAND, TARIKH_SHAPE_RECT, -1, &box, style->colours[TARIKH_COLOUR_BAND]);
  for (guint side = 0; side < 2; side++) {
    TarikhPoint points[] = { { from, edge_of (part, side) }, { to, edge_of (part, side) } };
    tarikh_layout_put_line (page, TARIKH_ROLE_AXIS, TARIKH_SHAPE_LINE, -1, points, 2, style->axis_mm * 0.6,
                            style->colours[TARIKH_COLOUR_AXIS]);
  }
}

static gboolean
put_break (const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhBandPart *part, const TarikhScaleSegment *before,
           const TarikhScaleSegment *after, GError **error)
{
  double from = before->to_mm + TARIKH_BAND_PAD_MM, to = after->from_mm - TARIKH_BAND_PAD_MM;
  g_autofree char *elapsed
      = tarikh_time_format_elapsed (&composer->options->dates, (gint) (after->first - before->last));
  double width = to - from - 2 * ZIGZAG_MM - 1;
  g_autoptr (TarikhParagraph) set = tarikh_layout_composer_set (composer, TARIKH_TYPE_GAP, elapsed, fmax (width, 5), error);

  if (set == NULL)
    return FALSE;
  TarikhPoint points[] = { { from, part->middle_mm }, { to, part->middle_mm } };
  TarikhLayoutItem *item
      = tarikh_layout_put_line (page, TARIKH_ROLE_GAP, TARIKH_SHAPE_ZIGZAG, -1, points, 2, composer->style->axis_mm * 0.8,
                                composer->style->colours[TARIKH_COLOUR_GAP]);
  item->y_mm = part->middle_mm - part->height_mm / 2;
  item->h_mm = part->height_mm;
  TarikhFrame frame = { from + ZIGZAG_MM + 0.5, part->middle_mm - set->height_mm / 2, width, TARIKH_ALIGN_CENTRE };
  tarikh_layout_put_text (composer, page, TARIKH_ROLE_GAP, TARIKH_TYPE_GAP, -1, set, &frame);
  return TRUE;
}

/* A tick and, behind it in the part, its label, unless that would reach END_MM. *FREE_MM: where the band is free. */
static gboolean
put_tick (const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhBandPart *part, const char *text, double at_mm,
          double end_mm, double *free_mm, gboolean *done, GError **error)
{
  g_autoptr (TarikhParagraph) set = tarikh_layout_composer_set (composer, TARIKH_TYPE_TICK, text, 200, error);

  if (set == NULL)
    return FALSE;
  *done = at_mm >= *free_mm && at_mm + 1.2 + set->width_mm <= end_mm;
  if (!*done)
    return TRUE;
  TarikhFrame frame = { at_mm + 1.2, part->middle_mm - set->height_mm / 2, set->width_mm, TARIKH_ALIGN_START };
  TarikhPoint points[] = { { at_mm, edge_of (part, 0) }, { at_mm, edge_of (part, 1) } };
  tarikh_layout_put_line (page, TARIKH_ROLE_TICK, TARIKH_SHAPE_LINE, -1, points, 2, composer->style->leader_mm * 1.3,
                          composer->style->colours[TARIKH_COLOUR_TICK]);
  tarikh_layout_put_text (composer, page, TARIKH_ROLE_TICK_LABEL, TARIKH_TYPE_TICK, -1, set, &frame);
  *free_mm = at_mm + 1.2 + set->width_mm + 1.5;
  return TRUE;
}

static gboolean
put_ticks (const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhBandPart *part, const TarikhScaleSegment *segment,
           double end_mm, GError **error)
{
  const TarikhDateStyle *dates = &composer->options->dates;
  double letter = composer->style->types[TARIKH_TYPE_TICK].size_pt * 0.5 * 25.4 / 72.0;
  g_autoptr (GArray) ticks = tarikh_layout_ticks_new (segment, letter * 8);
  double free_mm = segment->from_mm - 2;
  gboolean says_more = TRUE, done;

  for (guint i = 0; i < ticks->len; i++) {
    const TarikhTick *tick = &g_array_index (ticks, TarikhTick, i);
    says_more = says_more || tick->with_more;
    g_autofree char *label = tarikh_time_format_tick (dates, tick->day, tick->grain, says_more);
    if (!put_tick (composer, page, part, label, tick->at_mm, end_mm, &free_mm, &done, error))
      return FALSE;
    says_more = says_more && !done;
  }
  return TRUE;
}

gboolean
tarikh_layout_band_put (const TarikhBandPart *part, const TarikhComposer *composer, TarikhLayoutPage *page, GError **error)
{
  const GArray *segments = part->scale->segments;
  double axis_end = composer->width_mm - composer->margin_mm;

  for (guint i = 0; i < segments->len; i++) {
    const TarikhScaleSegment *segment = &g_array_index (segments, TarikhScaleSegment, i);
    gboolean last = i + 1 == segments->len;
    double from = i == 0 ? composer->margin_mm : segment->from_mm - TARIKH_BAND_PAD_MM;
    double to = last ? axis_end - ARROW_MM : segment->to_mm + TARIKH_BAND_PAD_MM;
    put_piece (composer, page, part, from, to);
    if (!put_ticks (composer, page, part, segment, to, error))
      return FALSE;
    if (!last && !put_break (composer, page, part, segment, segment + 1, error))
      return FALSE;
  }
  TarikhPoint arrow[] = { { axis_end - ARROW_MM, part->middle_mm }, { axis_end, part->middle_mm } };
  tarikh_layout_put_line (page, TARIKH_ROLE_AXIS, TARIKH_SHAPE_ARROW, -1, arrow, 2, composer->style->axis_mm,
                          composer->style->colours[TARIKH_COLOUR_AXIS]);
  return TRUE;
}
