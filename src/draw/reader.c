/* draw/reader: PDFium, the reader of Chrome and Edge, turns visual lines back into words by rules of its own: it takes a comma
 * and the number right of it for one piece, and then the comma stands before the number. An unseen mark of direction between
 * them, which searching passes over, parts them. Nothing here is ever seen. */
#include "draw/reader.h"

#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>

#define RIGHT_TO_LEFT_MARK 0x200f

/* Nothing when FONT has no such letter. */
static void
paint_unseen (cairo_t *cr, PangoFont *font, gunichar letter, double x_pt, double y_pt)
{
  cairo_glyph_t glyph = { pango_fc_font_get_glyph (PANGO_FC_FONT (font), letter), x_pt, y_pt };
  char text[6];
  cairo_text_cluster_t cluster = { g_unichar_to_utf8 (letter, text), 1 };

  if (glyph.index == 0)
    return;
  cairo_set_scaled_font (cr, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)));
  cairo_show_text_glyphs (cr, text, cluster.num_bytes, &glyph, 1, &cluster, 1, 0);
}

static gboolean
is_pdf (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF;
}

/* A digit, or what Unicode's bidi algorithm lets join one: its classes EN, AN, ES, ET and CS. */
static gboolean
is_weak (gunichar c)
{
  static const gunichar joining[] = { '#', '%', '+', ',', '-', '.', '/', ':', 0xa0, 0xb0, 0xb1, 0x60c, 0x66a, 0x66b, 0x66c, 0x2030,
                                      0x2212 };

  for (gsize i = 0; i < G_N_ELEMENTS (joining); i++)
    if (joining[i] == c)
      return TRUE;
  return g_unichar_isdigit (c) || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

static gunichar
get_first (const TarikhGlyphRun *run)
{
  return g_utf8_get_char (run->text->str);
}

static gunichar
get_last (const TarikhGlyphRun *run)
{
  return g_utf8_get_char (g_utf8_prev_char (run->text->str + run->text->len));
}

void
tarikh_draw_part_numbers (cairo_t *cr, const TarikhGlyphLine *shaped, guint index, double x_pt, double y_pt)
{
  if (index == 0 || !is_pdf (cr))
    return;
  const TarikhGlyphRun *left = g_ptr_array_index (shaped->runs, index - 1), *right = g_ptr_array_index (shaped->runs, index);
  if (left->is_rtl == right->is_rtl || left->text->len == 0 || right->text->len == 0)
    return;
  if (is_weak (get_last (left)) && is_weak (get_first (right)))
    paint_unseen (cr, (left->is_rtl ? left : right)->font, RIGHT_TO_LEFT_MARK,
                  x_pt + g_array_index (right->glyphs, cairo_glyph_t, 0).x, y_pt);
}
