/* draw/glyphs: from Pango's runs to clusters in visual order. The order matters to whoever searches a PDF: Chrome's
 * reader takes right-to-left text as visual and turns it round; with Pango's own logical clusters it finds one Arabic word
 * in ten, with visual ones nearly all. Marks go with their base, base glyph first. Never changes a position. */
#include "draw/glyphs.h"

typedef struct {
  const PangoGlyphString *glyphs;
  const char *text; /* of the run */
  gint length;      /* bytes */
  gboolean is_rtl;
} Source;

static gboolean
is_mark_at (const Source *source, gint offset)
{
  if (offset >= source->length)
    return FALSE;
  GUnicodeType type = g_unichar_type (g_utf8_get_char (source->text + offset));
  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

/* First glyph after those that share glyph I's cluster. */
static gint
skip_cluster (const Source *source, gint i)
{
  gint offset = source->glyphs->log_clusters[i];

  while (i < source->glyphs->num_glyphs && source->glyphs->log_clusters[i] == offset)
    i++;
  return i;
}

/* A base and its marks: glyphs FIRST up to END, bytes FROM up to TO. */
typedef struct {
  gint first, end, from, to;
} Cluster;

static gint
offset_at (const Source *source, gint i)
{
  return i < source->glyphs->num_glyphs ? source->glyphs->log_clusters[i] : source->length;
}

static Cluster
find_cluster (const Source *source, gint first)
{
  Cluster c = { first, skip_cluster (source, first), offset_at (source, first) };
  gint count = source->glyphs->num_glyphs;

  if (source->is_rtl) {
    c.to = first > 0 ? offset_at (source, first - 1) : source->length;
    while (c.end < count && is_mark_at (source, c.from)) {
      c.from = offset_at (source, c.end);
      c.end = skip_cluster (source, c.end);
    }
  } else {
    while (c.end < count && is_mark_at (source, offset_at (source, c.end)))
      c.end = skip_cluster (source, c.end);
    c.to = offset_at (source, c.end);
  }
  return c;
}

static void
append_reversed (GString *out, const char *start, const char *end)
{
  for (const char *p = end; p > start;) {
    p = g_utf8_prev_char (p);
    g_string_append_unichar (out, g_utf8_get_char (p));
  }
}

/* The letters of C as a reader that reverses visual text must meet them. */
static void
append_letters (GString *out, const Source *source, const Cluster *c, guint painted)
{
  const char *start = source->text + c->from, *end = source->text + c->to;
  gunichar mirrored;
  gboolean is_single = g_utf8_next_char (start) == end;

  if (source->is_rtl && painted > 1)
    append_reversed (out, start, end);
  else if (source->is_rtl && is_single && g_unichar_get_mirror_char (g_utf8_get_char (start), &mirrored))
    g_string_append_unichar (out, mirrored);
  else
    g_string_append_len (out, start, end - start);
}

static void
add_missing (TarikhGlyphLine *line, const PangoGlyphInfo *info, double x_pt)
{
  double width = info->geometry.width / (double) PANGO_SCALE;
  TarikhGlyphBox box = { x_pt + 0.1 * width, -1.2 * width, 0.8 * width, 1.2 * width };

  if (width > 0)
    g_array_append_val (line->missing, box);
}

/* Appends the glyphs of C that show something; *X_UNITS moves to its right end. Returns how many. */
static guint
append_glyphs (TarikhGlyphLine *line, TarikhGlyphRun *run, const Source *source, const Cluster *c, gint *x_units)
{
  guint before = run->glyphs->len;

  for (gint i = c->first; i < c->end; i++) {
    const PangoGlyphInfo *info = &source->glyphs->glyphs[i];
    double x = (*x_units + info->geometry.x_offset) / (double) PANGO_SCALE;
    cairo_glyph_t glyph = { info->glyph, x, info->geometry.y_offset / (double) PANGO_SCALE };
    if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
      add_missing (line, info, x);
    else if (info->glyph != PANGO_GLYPH_EMPTY)
      g_array_append_val (run->glyphs, glyph);
    *x_units += info->geometry.width;
  }
  return run->glyphs->len - before;
}

static void
turn_round (GArray *glyphs, guint count)
{
  cairo_glyph_t *all = (cairo_glyph_t *) (gpointer) glyphs->data;

  for (guint i = glyphs->len - count, j = glyphs->len - 1; i < j; i++, j--) {
    cairo_glyph_t kept = all[i];
    all[i] = all[j];
    all[j] = kept;
  }
}

static void
fill_run (TarikhGlyphLine *line, TarikhGlyphRun *run, const Source *source, gint x_units)
{
  for (gint i = 0; i < source->glyphs->num_glyphs;) {
    Cluster c = find_cluster (source, i);
    guint painted = append_glyphs (line, run, source, &c, &x_units);
    gsize length = run->text->len;
    i = c.end;
    if (painted == 0)
      continue;
    if (source->is_rtl && painted > 1)
      turn_round (run->glyphs, painted);
    append_letters (run->text, source, &c, painted);
    cairo_text_cluster_t cluster = { (int) (run->text->len - length), (int) painted };
    g_array_append_val (run->clusters, cluster);
  }
}

static void
run_free (gpointer data)
{
  TarikhGlyphRun *run = data;

  g_array_unref (run->glyphs);
  g_array_unref (run->clusters);
  g_string_free (run->text, TRUE);
  g_free (run);
}

static void
add_run (TarikhGlyphLine *line, const PangoGlyphItem *item, const char *text, gint x_units)
{
  Source source = { item->glyphs, text + item->item->offset, item->item->length,
                    item->item->analysis.level % 2 == 1 };

  if (item->item->analysis.font == NULL)
    return;
  TarikhGlyphRun *run = g_new0 (TarikhGlyphRun, 1);
  guint count = (guint) item->glyphs->num_glyphs;
  run->font = item->item->analysis.font;
  run->is_rtl = source.is_rtl;
  run->glyphs = g_array_sized_new (FALSE, FALSE, sizeof (cairo_glyph_t), count);
  run->clusters = g_array_sized_new (FALSE, FALSE, sizeof (cairo_text_cluster_t), count);
  run->text = g_string_sized_new ((gsize) source.length + 1);
  fill_run (line, run, &source, x_units);
  g_ptr_array_add (line->runs, run);
}

TarikhGlyphLine *
tarikh_draw_shape_line (TarikhMeasure *measure, const TarikhFont *font, const TarikhLayoutLine *line)
{
  TarikhGlyphLine *shaped = g_new0 (TarikhGlyphLine, 1);
  gint x_units = 0;

  shaped->layout = tarikh_layout_measure_create_line (measure, font, line->text);
  shaped->runs = g_ptr_array_new_with_free_func (run_free);
  shaped->missing = g_array_new (FALSE, FALSE, sizeof (TarikhGlyphBox));
  const char *text = pango_layout_get_text (shaped->layout);
  const PangoLayoutLine *first = pango_layout_get_line_readonly (shaped->layout, 0);
  for (const GSList *l = first != NULL ? first->runs : NULL; l != NULL; l = l->next) {
    const PangoGlyphItem *item = l->data;
    add_run (shaped, item, text, x_units);
    x_units += pango_glyph_string_get_width (item->glyphs);
  }
  return shaped;
}

void
tarikh_draw_free_line (TarikhGlyphLine *line)
{
  g_ptr_array_unref (line->runs);
  g_array_unref (line->missing);
  g_object_unref (line->layout);
  g_free (line);
}
