/* draw/svgtext: glyphs as uses of outlines, words once, and the words themselves. Decides no place. */
#include "draw/svgtext.h"

#include <math.h>

#include "draw/glyphs.h"
#include "draw/mark.h"
#include "draw/number.h"
#include "draw/xml.h"

#define PX_PER_PT (96 / 72.0)

static void
add_use (GString *out, const char *id, gint x, gint y)
{
  g_string_append_printf (out, "<use href=\"#%s\"", id);
  if (x != 0)
    g_string_append_printf (out, " x=\"%d\"", x);
  if (y != 0)
    g_string_append_printf (out, " y=\"%d\"", y);
  g_string_append (out, "/>");
}

/* A word being gathered: its glyphs where they are from the first one on, whole font units. Words come back again and
 * again in a story; each is written once. */
typedef struct {
  GString *uses;
  guint count;
  gint x, y; /* of the first glyph */
  const char *first;
} Word;

static void
end_word (const TarikhSvgText *text, Word *word, GString *out)
{
  if (word->count == 1)
    add_use (out, word->first, word->x, word->y);
  else if (word->count > 1)
    add_use (out, tarikh_draw_outlines_get_group_id (text->outlines, word->uses->str), word->x, word->y);
  word->count = 0;
  g_string_truncate (word->uses, 0);
}

static void
add_glyph (Word *word, const char *id, gint x, gint y)
{
  if (word->count++ == 0) {
    word->first = id;
    word->x = x;
    word->y = y;
  }
  add_use (word->uses, id, x - word->x, y - word->y);
}

/* Appends the glyphs of RUN as uses; PER_PT font units make a point. */
static void
add_glyphs (const TarikhSvgText *text, const TarikhGlyphRun *run, double per_pt, GString *out)
{
  Word word = { g_string_new (NULL) };

  for (guint i = 0; i < run->glyphs->len; i++) {
    const cairo_glyph_t *glyph = &g_array_index (run->glyphs, cairo_glyph_t, i);
    const char *id = tarikh_draw_outlines_get_id (text->outlines, run->font, (guint) glyph->index);
    if (id != NULL)
      add_glyph (&word, id, (gint) lround (glyph->x * per_pt), (gint) lround (glyph->y * per_pt));
    else
      end_word (text, &word, out);
  }
  end_word (text, &word, out);
  g_string_free (word.uses, TRUE);
}

static double
get_size_pt (PangoFont *font)
{
  PangoFontDescription *description = pango_font_describe_with_absolute_size (font);
  double size = pango_font_description_get_size (description) / (double) PANGO_SCALE;

  pango_font_description_free (description);
  return size > 0 ? size : 1;
}

/* Opens a group in which a font unit is 1 and the line's left end 0; SCALE is in millionths. */
static void
open_group (GString *out, double x_px, double y_px, guint scale)
{
  g_string_append (out, "<g transform=\"translate(");
  tarikh_draw_append_number (out, x_px, 2);
  g_string_append_c (out, ' ');
  tarikh_draw_append_number (out, y_px, 2);
  g_string_append_printf (out, ")scale(.%06u)\">", scale);
}

/* The runs of a line; those of one scale share a group. */
static void
add_runs (const TarikhSvgText *text, const GPtrArray *runs, double x_px, double y_px, GString *out)
{
  g_autoptr (GString) uses = g_string_new (NULL);
  guint open = 0;

  for (guint i = 0; i < runs->len; i++) {
    const TarikhGlyphRun *run = g_ptr_array_index (runs, i);
    double size = get_size_pt (run->font), units = tarikh_draw_outlines_get_units (run->font);
    guint scale = (guint) CLAMP (size * PX_PER_PT / units * 1e6 + 0.5, 1, 999999);
    g_string_truncate (uses, 0);
    add_glyphs (text, run, units / size, uses);
    if (uses->len == 0)
      continue;
    if (scale != open) {
      g_string_append (out, open != 0 ? "</g>" : "");
      open_group (out, x_px, y_px, scale);
    }
    open = scale;
    g_string_append_len (out, uses->str, (gssize) uses->len);
  }
  g_string_append (out, open != 0 ? "</g>" : "");
}

static void
add_missing (const GArray *boxes, double x_px, double y_px, GString *out)
{
  for (guint i = 0; i < boxes->len; i++) {
    TarikhGlyphBox box = g_array_index (boxes, TarikhGlyphBox, i);
    g_string_append (out, "<rect");
    tarikh_draw_append_measure (out, "x", x_px + box.x_pt * PX_PER_PT);
    tarikh_draw_append_measure (out, "y", y_px + box.y_pt * PX_PER_PT);
    tarikh_draw_append_measure (out, "width", box.w_pt * PX_PER_PT);
    tarikh_draw_append_measure (out, "height", box.h_pt * PX_PER_PT);
    g_string_append (out, " fill=\"none\" stroke=\"currentColor\"/>");
  }
}

/* The words themselves, as wide as they look: for search, selection and screen readers above outlines, or, in the page's
 * own fonts, to be seen. Those are stretched to the place that was measured; letters must not be torn apart for it. */
static void
add_words (const TarikhSvgText *text, const TarikhLayoutItem *item, const TarikhLayoutLine *line, GString *out)
{
  double start_mm = text->right_to_left ? line->x_mm + line->width_mm : line->x_mm;

  g_string_append (out, text->outlines != NULL ? "<text fill-opacity=\"0\"" : "<text");
  tarikh_draw_append_measure (out, "x", tarikh_draw_clamp_mm (start_mm) * TARIKH_DRAW_PX_PER_MM);
  tarikh_draw_append_measure (out, "y", tarikh_draw_clamp_mm (line->baseline_mm) * TARIKH_DRAW_PX_PER_MM);
  tarikh_draw_append_measure (out, "font-size", item->font.size_pt * PX_PER_PT);
  if (item->font.weight != 400)
    g_string_append_printf (out, " font-weight=\"%u\"", item->font.weight);
  if (line->width_mm > 0)
    tarikh_draw_append_measure (out, "textLength", tarikh_draw_clamp_mm (line->width_mm) * TARIKH_DRAW_PX_PER_MM);
  if (line->width_mm > 0 && text->outlines == NULL)
    g_string_append (out, " lengthAdjust=\"spacingAndGlyphs\"");
  g_string_append_c (out, '>');
  tarikh_draw_append_xml (out, line->text);
  g_string_append (out, "</text>\n");
}

void
tarikh_draw_append_svg_line (const TarikhSvgText *text, const TarikhLayoutItem *item, const TarikhLayoutLine *line,
                             GString *out)
{
  if (text->outlines != NULL) {
    g_autoptr (TarikhGlyphLine) shaped = tarikh_draw_shape_line (text->measure, &item->font, line);
    double x_px = tarikh_draw_clamp_mm (line->x_mm) * TARIKH_DRAW_PX_PER_MM;
    double y_px = tarikh_draw_clamp_mm (line->baseline_mm) * TARIKH_DRAW_PX_PER_MM;
    add_runs (text, shaped->runs, x_px, y_px, out);
    add_missing (shaped->missing, x_px, y_px, out);
  }
  add_words (text, item, line, out);
}
