/* draw/trace: every drawing call as a line of text, for goldens. Needs no fonts. */
#include "draw/draw.h"

#include "draw/mark.h"
#include "draw/number.h"

static void
add_number (GString *out, double value)
{
  g_string_append_c (out, ' ');
  tarikh_draw_append_number (out, value, 2);
}

static void
add_colour (GString *out, TarikhColour c)
{
  g_string_append_printf (out, " #%02x%02x%02x", (guint) (c.red * 255 + 0.5), (guint) (c.green * 255 + 0.5),
                          (guint) (c.blue * 255 + 0.5));
  if (c.alpha < 1)
    g_string_append_printf (out, "/%02x", (guint) (c.alpha * 255 + 0.5));
}

static void
add_quoted (GString *out, const char *text)
{
  g_autofree char *printable = tarikh_base_printable (text != NULL ? text : "");

  g_string_append_printf (out, " \"%s\"", printable);
}

static const char *
get_kind_name (TarikhPrimitive kind)
{
  static const char *const names[] = { "polyline", "polygon", "segments", "circle", "rect" };

  return names[kind];
}

static void
add_mark (GString *out, const TarikhMark *mark)
{
  g_string_append_printf (out, "    %s", get_kind_name (mark->kind));
  for (guint i = 0; i < mark->points->len; i++) {
    TarikhPoint p = g_array_index (mark->points, TarikhPoint, i);
    add_number (out, p.x_mm);
    add_number (out, p.y_mm);
  }
  if (mark->radius_mm > 0) {
    g_string_append (out, " radius");
    add_number (out, mark->radius_mm);
  }
  if (mark->is_filled) {
    g_string_append (out, " fill");
    add_colour (out, mark->fill);
  }
  if (mark->stroke_mm > 0) {
    g_string_append (out, mark->dash_mm > 0 ? " dash" : " stroke");
    add_number (out, mark->stroke_mm);
    add_colour (out, mark->stroke);
  }
  g_string_append_c (out, '\n');
}

static void
add_line (GString *out, const TarikhLayoutLine *line)
{
  g_string_append (out, "    line");
  add_number (out, tarikh_draw_clamp_mm (line->x_mm));
  add_number (out, tarikh_draw_clamp_mm (line->baseline_mm));
  add_number (out, tarikh_draw_clamp_mm (line->width_mm));
  add_quoted (out, line->text);
  g_string_append_c (out, '\n');
}

static void
add_item_head (GString *out, const TarikhLayoutItem *item)
{
  g_string_append_printf (out, "  %s", tarikh_layout_role_get_name (item->role));
  if (item->event >= 0)
    g_string_append_printf (out, " event %d", item->event);
  if (item->shape == TARIKH_SHAPE_TEXT) {
    add_quoted (out, item->font.family);
    add_number (out, item->font.size_pt);
    g_string_append_printf (out, " %u", item->font.weight);
    add_colour (out, item->colour);
  }
  if (item->href != NULL)
    add_quoted (out, item->href);
  if (item->anchor != NULL)
    g_string_append_printf (out, " anchor %s", item->anchor);
  g_string_append_c (out, '\n');
}

static void
add_item (GString *out, const TarikhLayoutItem *item, TarikhColour paper)
{
  g_autoptr (GPtrArray) marks = tarikh_draw_list_marks (item, paper);

  add_item_head (out, item);
  for (guint i = 0; i < marks->len; i++)
    add_mark (out, g_ptr_array_index (marks, i));
  for (guint i = 0; item->shape == TARIKH_SHAPE_TEXT && item->lines != NULL && i < item->lines->len; i++)
    add_line (out, &g_array_index (item->lines, TarikhLayoutLine, i));
}

char *
tarikh_draw_trace (const TarikhLayout *layout)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (layout != NULL, NULL);
  for (guint i = 0; i < layout->pages->len; i++) {
    const TarikhLayoutPage *page = g_ptr_array_index (layout->pages, i);
    g_string_append_printf (out, "page %u", i + 1);
    add_number (out, page->width_mm);
    add_number (out, page->height_mm);
    g_string_append (out, " paper");
    add_colour (out, layout->paper);
    g_string_append_c (out, '\n');
    for (guint k = 0; k < page->items->len; k++)
      add_item (out, g_ptr_array_index (page->items, k), layout->paper);
  }
  return g_string_free (out, FALSE);
}
