/* draw/svgmark: primitive marks as SVG elements, in CSS pixels. */
#include "draw/svgmark.h"

#include "draw/number.h"
#include "draw/palette.h"
#include "draw/svgtext.h"

static void
add_mm (GString *out, const char *name, double value_mm)
{
  tarikh_draw_append_measure (out, name, tarikh_draw_clamp_mm (value_mm) * TARIKH_DRAW_PX_PER_MM);
}

static void
add_points (GString *out, const TarikhMark *mark)
{
  char command = 'M';

  g_string_append (out, "<path d=\"");
  for (guint i = 0; i < mark->points->len; i++) {
    TarikhPoint p = g_array_index (mark->points, TarikhPoint, i);
    command = i == 0 || (mark->kind == TARIKH_PRIMITIVE_SEGMENTS && i % 2 == 0) ? 'M' : 'L';
    g_string_append_c (out, command);
    tarikh_draw_append_number (out, p.x_mm * TARIKH_DRAW_PX_PER_MM, 2);
    g_string_append_c (out, ' ');
    tarikh_draw_append_number (out, p.y_mm * TARIKH_DRAW_PX_PER_MM, 2);
  }
  g_string_append (out, mark->kind == TARIKH_PRIMITIVE_POLYGON ? "Z\"" : "\"");
}

static void
add_rect (GString *out, const TarikhMark *mark)
{
  TarikhPoint a = g_array_index (mark->points, TarikhPoint, 0), b = g_array_index (mark->points, TarikhPoint, 1);

  g_string_append (out, "<rect");
  add_mm (out, "x", a.x_mm);
  add_mm (out, "y", a.y_mm);
  add_mm (out, "width", b.x_mm - a.x_mm);
  add_mm (out, "height", b.y_mm - a.y_mm);
  if (mark->radius_mm > 0)
    add_mm (out, "rx", mark->radius_mm);
}

static void
add_circle (GString *out, const TarikhMark *mark)
{
  TarikhPoint centre = g_array_index (mark->points, TarikhPoint, 0);

  g_string_append (out, "<circle");
  add_mm (out, "cx", centre.x_mm);
  add_mm (out, "cy", centre.y_mm);
  add_mm (out, "r", mark->radius_mm);
}

static gboolean
is_same_colour (TarikhColour a, TarikhColour b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static void
add_paint (GString *out, const TarikhMark *mark, TarikhColour own)
{
  if (!mark->is_filled) {
    g_string_append (out, " fill=\"none\"");
  } else if (!is_same_colour (mark->fill, own)) {
    g_autofree char *hex = tarikh_draw_colour_to_hex (mark->fill);
    g_string_append_printf (out, " class=\"paper\" fill=\"%s\"", hex);
  }
  if (mark->stroke_mm <= 0)
    return;
  g_string_append (out, " stroke=\"currentColor\"");
  add_mm (out, "stroke-width", mark->stroke_mm);
  if (mark->dash_mm > 0) {
    add_mm (out, "stroke-dasharray", mark->dash_mm);
    g_string_append (out, " stroke-linecap=\"butt\"");
  }
}

void
tarikh_draw_append_svg_mark (GString *out, const TarikhMark *mark, TarikhColour own)
{
  if (mark->kind == TARIKH_PRIMITIVE_RECT)
    add_rect (out, mark);
  else if (mark->kind == TARIKH_PRIMITIVE_CIRCLE)
    add_circle (out, mark);
  else
    add_points (out, mark);
  add_paint (out, mark, own);
  g_string_append (out, "/>");
}
