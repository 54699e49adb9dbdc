/* draw/canvas: marks and glyphs on cairo. Decides nothing about what is drawn. */
#include "draw/canvas.h"

#include <pango/pangocairo.h>

#include "draw/glyphs.h"
#include "draw/mark.h"
#include "draw/reader.h"

static double
to_pt (double mm)
{
  return tarikh_draw_clamp_mm (mm) * TARIKH_DRAW_PT_PER_MM;
}

double
tarikh_draw_page_pt (double side_mm)
{
  return to_pt (MAX (side_mm, 1));
}

static void
set_colour (cairo_t *cr, TarikhColour c)
{
  if (c.alpha >= 1)
    cairo_set_source_rgb (cr, c.red, c.green, c.blue);
  else
    cairo_set_source_rgba (cr, c.red, c.green, c.blue, c.alpha);
}

void
tarikh_draw_paint_paper (cairo_t *cr, TarikhColour paper, double width_pt, double height_pt)
{
  set_colour (cr, paper);
  cairo_rectangle (cr, 0, 0, width_pt, height_pt);
  cairo_fill (cr);
}

static void
trace_points (cairo_t *cr, const TarikhMark *mark)
{
  for (guint i = 0; i < mark->points->len; i++) {
    TarikhPoint p = g_array_index (mark->points, TarikhPoint, i);
    gboolean is_start = i == 0 || (mark->kind == TARIKH_PRIMITIVE_SEGMENTS && i % 2 == 0);
    (is_start ? cairo_move_to : cairo_line_to) (cr, to_pt (p.x_mm), to_pt (p.y_mm));
  }
  if (mark->kind == TARIKH_PRIMITIVE_POLYGON)
    cairo_close_path (cr);
}

static void
trace_rect (cairo_t *cr, const TarikhMark *mark)
{
  TarikhPoint a = g_array_index (mark->points, TarikhPoint, 0), b = g_array_index (mark->points, TarikhPoint, 1);
  double left = to_pt (a.x_mm), top = to_pt (a.y_mm), right = to_pt (b.x_mm), bottom = to_pt (b.y_mm);
  double r = to_pt (mark->radius_mm);

  if (r <= 0) {
    cairo_rectangle (cr, left, top, right - left, bottom - top);
    return;
  }
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, top + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
  cairo_arc (cr, left + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, left + r, top + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
trace_mark (cairo_t *cr, const TarikhMark *mark)
{
  cairo_new_path (cr);
  if (mark->kind == TARIKH_PRIMITIVE_RECT) {
    trace_rect (cr, mark);
  } else if (mark->kind == TARIKH_PRIMITIVE_CIRCLE) {
    TarikhPoint centre = g_array_index (mark->points, TarikhPoint, 0);
    cairo_arc (cr, to_pt (centre.x_mm), to_pt (centre.y_mm), to_pt (mark->radius_mm), 0, 2 * G_PI);
    cairo_close_path (cr);
  } else {
    trace_points (cr, mark);
  }
}

static void
paint_mark (cairo_t *cr, const TarikhMark *mark)
{
  double dash = to_pt (mark->dash_mm);

  trace_mark (cr, mark);
  if (mark->is_filled) {
    set_colour (cr, mark->fill);
    cairo_fill_preserve (cr);
  }
  if (mark->stroke_mm > 0) {
    set_colour (cr, mark->stroke);
    cairo_set_line_width (cr, to_pt (mark->stroke_mm));
    cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap (cr, dash > 0 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
    cairo_set_dash (cr, &dash, dash > 0 ? 1 : 0, 0);
    cairo_stroke_preserve (cr);
  }
  cairo_new_path (cr);
}

/* Glyph and cluster positions become the page's; RUN is ours to change. */
static void
paint_run (cairo_t *cr, TarikhGlyphRun *run, double x_pt, double y_pt)
{
  cairo_glyph_t *glyphs = (cairo_glyph_t *) (gpointer) run->glyphs->data;
  cairo_scaled_font_t *font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->font));

  if (run->glyphs->len == 0 || font == NULL)
    return;
  for (guint i = 0; i < run->glyphs->len; i++) {
    glyphs[i].x += x_pt;
    glyphs[i].y += y_pt;
  }
  cairo_set_scaled_font (cr, font);
  cairo_show_text_glyphs (cr, run->text->str, (int) run->text->len, glyphs, (int) run->glyphs->len,
                          (cairo_text_cluster_t *) (gpointer) run->clusters->data, (int) run->clusters->len, 0);
}

static void
paint_missing (cairo_t *cr, const GArray *boxes, double x_pt, double y_pt)
{
  cairo_set_line_width (cr, to_pt (TARIKH_DRAW_HAIRLINE_MM));
  cairo_set_dash (cr, NULL, 0, 0);
  for (guint i = 0; i < boxes->len; i++) {
    TarikhGlyphBox box = g_array_index (boxes, TarikhGlyphBox, i);
    cairo_rectangle (cr, x_pt + box.x_pt, y_pt + box.y_pt, box.w_pt, box.h_pt);
  }
  cairo_stroke (cr);
}

static void
paint_line (cairo_t *cr, TarikhMeasure *measure, const TarikhFont *font, const TarikhLayoutLine *line)
{
  g_autoptr (TarikhGlyphLine) shaped = tarikh_draw_shape_line (measure, font, line);
  double x_pt = to_pt (line->x_mm), y_pt = to_pt (line->baseline_mm);

  for (guint i = 0; i < shaped->runs->len; i++) {
    tarikh_draw_part_numbers (cr, shaped, i, x_pt, y_pt);
    paint_run (cr, g_ptr_array_index (shaped->runs, i), x_pt, y_pt);
  }
  if (shaped->missing->len > 0)
    paint_missing (cr, shaped->missing, x_pt, y_pt);
}

void
tarikh_draw_paint_item (cairo_t *cr, TarikhMeasure *measure, const TarikhLayoutItem *item, TarikhColour paper)
{
  g_autoptr (GPtrArray) marks = tarikh_draw_list_marks (item, paper);

  for (guint i = 0; i < marks->len; i++)
    paint_mark (cr, g_ptr_array_index (marks, i));
  if (item->shape != TARIKH_SHAPE_TEXT || item->lines == NULL)
    return;
  set_colour (cr, item->colour);
  for (guint i = 0; i < item->lines->len; i++)
    paint_line (cr, measure, &item->font, &g_array_index (item->lines, TarikhLayoutLine, i));
}
