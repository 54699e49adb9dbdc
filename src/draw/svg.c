/* draw/svg: a picture that a web page can search, read aloud and restyle: outlines to look at, a transparent layer of real
 * text above them, one group an event, colours as custom properties. No script, nothing fetched from elsewhere. */
#include "draw/draw.h"

#include <math.h>
#include <string.h>

#include "draw/events.h"
#include "draw/glyphs.h"
#include "draw/mark.h"
#include "draw/number.h"
#include "draw/outline.h"
#include "draw/uri.h"
#include "draw/xml.h"

#define PX_PER_MM (96 / 25.4)
#define PX_PER_PT (96 / 72.0)
#define PAGE_GAP_PX (4 * PX_PER_MM)
#define DESCRIPTION_MAX_BYTES 2000

typedef struct {
  const TarikhLayout *layout;
  TarikhMeasure *measure;
  TarikhOutlines *outlines;
  GPtrArray *summaries; /* char*, by event */
  GHashTable *classes;  /* "headline#1a1a1a" → class name */
  GHashTable *ids;      /* ids given so far */
  GHashTable *families; /* font chain → CSS list */
  const char *family;   /* the chain of the first text, told once for all; NULL: no text yet */
  GString *rules;
  GString *body;
} Writer;

static void
add_attribute (GString *out, const char *name, double value)
{
  g_string_append_printf (out, " %s=\"", name);
  tarikh_draw_append_number (out, value, 2);
  g_string_append_c (out, '"');
}

static void
add_mm (GString *out, const char *name, double value_mm)
{
  add_attribute (out, name, tarikh_draw_clamp_mm (value_mm) * PX_PER_MM);
}

static void
add_text_attribute (GString *out, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, " %s=\"", name);
  tarikh_draw_append_xml (out, value);
  g_string_append_c (out, '"');
}

static guint
to_byte (double share)
{
  return (guint) (CLAMP (share, 0, 1) * 255 + 0.5);
}

static char *
to_hex (TarikhColour c)
{
  return g_strdup_printf ("#%02x%02x%02x", to_byte (c.red), to_byte (c.green), to_byte (c.blue));
}

/* The class of a role in a colour: its name, numbered when the role has several. A page restyles it by --tarikh-CLASS. */
static const char *
get_class (Writer *w, TarikhRole role, const char *hex)
{
  const char *name = tarikh_layout_role_get_name (role);
  g_autofree char *key = g_strconcat (name, hex, NULL);
  char *class = g_hash_table_lookup (w->classes, key);
  guint number = 1;

  if (class != NULL)
    return class;
  class = g_strdup (name);
  while (g_hash_table_contains (w->ids, class)) {
    g_free (class);
    class = g_strdup_printf ("%s-%u", name, ++number);
  }
  g_hash_table_add (w->ids, g_strdup (class));
  g_hash_table_insert (w->classes, g_steal_pointer (&key), class);
  g_string_append_printf (w->rules, ".tarikh .%s{color:var(--tarikh-%s,%s)}\n", class, class, hex);
  return class;
}

/* A family name that cannot leave its quotes. */
static gboolean
is_plain_family (const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    if ((guchar) *p < 0x80 && !g_ascii_isalnum (*p) && strchr (" -_.", *p) == NULL)
      return FALSE;
  return *name != '\0' && g_utf8_validate (name, -1, NULL);
}

static const char *
get_family (Writer *w, const char *chain)
{
  char *list = g_hash_table_lookup (w->families, chain);

  if (list != NULL)
    return list;
  g_auto (GStrv) names = g_strsplit (chain, ",", 16);
  GString *out = g_string_new (NULL);
  for (char **name = names; *name != NULL; name++)
    if (is_plain_family (g_strstrip (*name)))
      g_string_append_printf (out, "'%s',", *name);
  g_string_append (out, "serif");
  list = g_string_free (out, FALSE);
  g_hash_table_insert (w->families, g_strdup (chain), list);
  return list;
}

static void
add_family (Writer *w, const TarikhLayoutItem *item)
{
  if (item->shape != TARIKH_SHAPE_TEXT || item->font.family == NULL)
    return;
  if (w->family == NULL)
    w->family = item->font.family;
  if (strcmp (item->font.family, w->family) != 0)
    add_text_attribute (w->body, "font-family", get_family (w, item->font.family));
}

/* ---- marks ---- */

static void
add_points (GString *out, const TarikhMark *mark)
{
  char command = 'M';

  g_string_append (out, "<path d=\"");
  for (guint i = 0; i < mark->points->len; i++) {
    TarikhPoint p = g_array_index (mark->points, TarikhPoint, i);
    command = i == 0 || (mark->kind == TARIKH_PRIMITIVE_SEGMENTS && i % 2 == 0) ? 'M' : 'L';
    g_string_append_c (out, command);
    tarikh_draw_append_number (out, p.x_mm * PX_PER_MM, 2);
    g_string_append_c (out, ' ');
    tarikh_draw_append_number (out, p.y_mm * PX_PER_MM, 2);
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

/* What is painted in the paper's colour follows the page's paper. */
static void
add_paint (Writer *w, const TarikhMark *mark, TarikhColour own)
{
  if (!mark->is_filled) {
    g_string_append (w->body, " fill=\"none\"");
  } else if (!is_same_colour (mark->fill, own)) {
    g_autofree char *hex = to_hex (mark->fill);
    g_string_append_printf (w->body, " class=\"paper\" fill=\"%s\"", hex);
  }
  if (mark->stroke_mm <= 0)
    return;
  g_string_append (w->body, " stroke=\"currentColor\"");
  add_mm (w->body, "stroke-width", mark->stroke_mm);
  if (mark->dash_mm > 0) {
    add_mm (w->body, "stroke-dasharray", mark->dash_mm);
    g_string_append (w->body, " stroke-linecap=\"butt\"");
  }
}

static void
add_mark (Writer *w, const TarikhMark *mark, TarikhColour own)
{
  if (mark->kind == TARIKH_PRIMITIVE_RECT)
    add_rect (w->body, mark);
  else if (mark->kind == TARIKH_PRIMITIVE_CIRCLE)
    add_circle (w->body, mark);
  else
    add_points (w->body, mark);
  add_paint (w, mark, own);
  g_string_append (w->body, "/>");
}

/* ---- text ---- */

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
end_word (Writer *w, Word *word, GString *out)
{
  if (word->count == 1)
    add_use (out, word->first, word->x, word->y);
  else if (word->count > 1)
    add_use (out, tarikh_draw_outlines_get_group_id (w->outlines, word->uses->str), word->x, word->y);
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
add_glyphs (Writer *w, const TarikhGlyphRun *run, double per_pt, GString *out)
{
  Word word = { g_string_new (NULL) };

  for (guint i = 0; i < run->glyphs->len; i++) {
    const cairo_glyph_t *glyph = &g_array_index (run->glyphs, cairo_glyph_t, i);
    const char *id = tarikh_draw_outlines_get_id (w->outlines, run->font, (guint) glyph->index);
    if (id != NULL)
      add_glyph (&word, id, (gint) lround (glyph->x * per_pt), (gint) lround (glyph->y * per_pt));
    else
      end_word (w, &word, out);
  }
  end_word (w, &word, out);
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
add_runs (Writer *w, const GPtrArray *runs, double x_px, double y_px)
{
  g_autoptr (GString) uses = g_string_new (NULL);
  guint open = 0;

  for (guint i = 0; i < runs->len; i++) {
    const TarikhGlyphRun *run = g_ptr_array_index (runs, i);
    double size = get_size_pt (run->font), units = tarikh_draw_outlines_get_units (run->font);
    guint scale = (guint) CLAMP (size * PX_PER_PT / units * 1e6 + 0.5, 1, 999999);
    g_string_truncate (uses, 0);
    add_glyphs (w, run, units / size, uses);
    if (uses->len == 0)
      continue;
    if (scale != open) {
      g_string_append (w->body, open != 0 ? "</g>" : "");
      open_group (w->body, x_px, y_px, scale);
    }
    open = scale;
    g_string_append_len (w->body, uses->str, (gssize) uses->len);
  }
  g_string_append (w->body, open != 0 ? "</g>" : "");
}

static void
add_missing (Writer *w, const GArray *boxes, double x_px, double y_px)
{
  for (guint i = 0; i < boxes->len; i++) {
    TarikhGlyphBox box = g_array_index (boxes, TarikhGlyphBox, i);
    g_string_append (w->body, "<rect");
    add_attribute (w->body, "x", x_px + box.x_pt * PX_PER_PT);
    add_attribute (w->body, "y", y_px + box.y_pt * PX_PER_PT);
    add_attribute (w->body, "width", box.w_pt * PX_PER_PT);
    add_attribute (w->body, "height", box.h_pt * PX_PER_PT);
    g_string_append (w->body, " fill=\"none\" stroke=\"currentColor\"/>");
  }
}

/* The words themselves, as wide as they look, for search, selection and screen readers. */
static void
add_live_text (Writer *w, const TarikhLayoutItem *item, const TarikhLayoutLine *line)
{
  double start_mm = w->layout->right_to_left ? line->x_mm + line->width_mm : line->x_mm;

  g_string_append (w->body, "<text");
  add_mm (w->body, "x", start_mm);
  add_mm (w->body, "y", line->baseline_mm);
  add_attribute (w->body, "font-size", item->font.size_pt * PX_PER_PT);
  if (item->font.weight != 400)
    g_string_append_printf (w->body, " font-weight=\"%u\"", item->font.weight);
  if (line->width_mm > 0)
    add_mm (w->body, "textLength", line->width_mm);
  g_string_append_c (w->body, '>');
  tarikh_draw_append_xml (w->body, line->text);
  g_string_append (w->body, "</text>\n");
}

static void
add_line (Writer *w, const TarikhLayoutItem *item, const TarikhLayoutLine *line)
{
  g_autoptr (TarikhGlyphLine) shaped = tarikh_draw_shape_line (w->measure, &item->font, line);
  double x_px = tarikh_draw_clamp_mm (line->x_mm) * PX_PER_MM;
  double y_px = tarikh_draw_clamp_mm (line->baseline_mm) * PX_PER_MM;

  add_runs (w, shaped->runs, x_px, y_px);
  add_missing (w, shaped->missing, x_px, y_px);
  add_live_text (w, item, line);
}

/* ---- items, events, pages ---- */

/* The target of ITEM when it may stand in a file: an escaped URI, or "#name". (transfer full) */
static char *
get_target (const TarikhLayoutItem *item)
{
  if (item->href != NULL && item->href[0] == '#' && tarikh_draw_is_xml_name (item->href + 1))
    return g_strdup (item->href);
  return tarikh_draw_escape_uri (item->href);
}

static void
add_id (Writer *w, const char *id)
{
  if (!tarikh_draw_is_xml_name (id) || g_hash_table_contains (w->ids, id))
    return;
  g_hash_table_add (w->ids, g_strdup (id));
  g_string_append_printf (w->body, " id=\"%s\"", id);
}

static void
add_item_start (Writer *w, const TarikhLayoutItem *item, const char *target)
{
  g_autofree char *hex = to_hex (item->colour);

  if (target != NULL) {
    g_string_append (w->body, "<a");
    add_text_attribute (w->body, "href", target);
    g_string_append_c (w->body, '>');
  }
  g_string_append (w->body, "<g");
  add_id (w, item->anchor);
  g_string_append_printf (w->body, " class=\"%s\" color=\"%s\"", get_class (w, item->role, hex), hex);
  if (item->colour.alpha < 1)
    add_attribute (w->body, "opacity", MAX (item->colour.alpha, 0));
  add_family (w, item);
  g_string_append_c (w->body, '>');
}

static void
add_item (Writer *w, const TarikhLayoutItem *item)
{
  g_autofree char *target = get_target (item);
  g_autoptr (GPtrArray) marks = tarikh_draw_list_marks (item, w->layout->paper);

  add_item_start (w, item, target);
  for (guint i = 0; i < marks->len; i++)
    add_mark (w, g_ptr_array_index (marks, i), item->colour);
  for (guint i = 0; item->shape == TARIKH_SHAPE_TEXT && item->lines != NULL && i < item->lines->len; i++)
    add_line (w, item, &g_array_index (item->lines, TarikhLayoutLine, i));
  g_string_append (w->body, target != NULL ? "</g></a>\n" : "</g>\n");
}

static void
add_event_start (Writer *w, gint event)
{
  const TarikhLayoutEvent *told = tarikh_draw_get_event (w->layout, event);
  g_autofree char *numbered = g_strdup_printf ("e%d", event + 1);
  const char *summary = g_ptr_array_index (w->summaries, event);

  g_string_append (w->body, "<g");
  add_id (w, told != NULL && told->id != NULL ? told->id : numbered);
  g_string_append (w->body, " class=\"event");
  if (told != NULL && tarikh_draw_is_xml_name (told->status))
    g_string_append_printf (w->body, " %s", told->status);
  g_string_append (w->body, "\" role=\"listitem\"");
  add_text_attribute (w->body, "data-start", told != NULL ? told->start : NULL);
  add_text_attribute (w->body, "data-end", told != NULL ? told->end : NULL);
  g_string_append (w->body, "><title>");
  tarikh_draw_append_xml (w->body, summary);
  g_string_append (w->body, "</title>\n");
}

static gint
compare_events (gconstpointer a, gconstpointer b)
{
  const TarikhLayoutItem *one = *(TarikhLayoutItem *const *) a, *other = *(TarikhLayoutItem *const *) b;

  return (one->event > other->event) - (one->event < other->event);
}

/* ITEMS of one page by event; within an event in painting order (the sort must be stable). */
static void
add_events (Writer *w, GPtrArray *items)
{
  gint event = -1;

  g_string_append (w->body, "<g role=\"list\">\n");
  for (guint i = 0; i < items->len; i++) {
    const TarikhLayoutItem *item = g_ptr_array_index (items, i);
    if (item->event != event) {
      g_string_append (w->body, event >= 0 ? "</g>\n" : "");
      add_event_start (w, event = item->event);
    }
    add_item (w, item);
  }
  g_string_append (w->body, "</g>\n</g>\n");
}

/* A single page's paper goes a pixel beyond its edges: painters round the picture's size up. */
static void
add_paper (Writer *w, const TarikhLayoutPage *page)
{
  g_autofree char *paper = to_hex (w->layout->paper);
  double over_px = w->layout->pages->len == 1 ? 1 : 0;

  g_string_append_printf (w->body, "<rect class=\"paper\" fill=\"%s\"", paper);
  add_attribute (w->body, "x", -over_px);
  add_attribute (w->body, "y", -over_px);
  add_attribute (w->body, "width", tarikh_draw_clamp_mm (page->width_mm) * PX_PER_MM + 2 * over_px);
  add_attribute (w->body, "height", tarikh_draw_clamp_mm (page->height_mm) * PX_PER_MM + 2 * over_px);
  g_string_append (w->body, "/>\n");
}

/* What a page holds besides events, in reading order: shapes lie below everything; texts stand before or after. */
typedef struct {
  GPtrArray *before, *events, *after; /* TarikhLayoutItem*, borrowed */
} Parts;

static void
sort_items (Parts *parts, const TarikhLayoutPage *page)
{
  gboolean has_told = FALSE;

  for (guint i = 0; i < page->items->len; i++) {
    TarikhLayoutItem *item = g_ptr_array_index (page->items, i);
    gboolean is_text = item->shape == TARIKH_SHAPE_TEXT;
    has_told |= is_text && item->event >= 0;
    g_ptr_array_add (item->event >= 0 ? parts->events : is_text && has_told ? parts->after : parts->before, item);
  }
  g_ptr_array_sort (parts->events, compare_events);
}

static void
add_items (Writer *w, const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    add_item (w, g_ptr_array_index (items, i));
}

static void
add_page (Writer *w, const TarikhLayoutPage *page, double top_px)
{
  Parts parts = { g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new () };

  g_string_append (w->body, "<g class=\"page\"");
  if (top_px > 0) {
    g_string_append (w->body, " transform=\"translate(0 ");
    tarikh_draw_append_number (w->body, top_px, 2);
    g_string_append (w->body, ")\"");
  }
  g_string_append (w->body, ">\n");
  add_paper (w, page);
  sort_items (&parts, page);
  add_items (w, parts.before);
  if (parts.events->len > 0)
    add_events (w, parts.events);
  add_items (w, parts.after);
  g_string_append (w->body, "</g>\n");
  g_ptr_array_unref (parts.before);
  g_ptr_array_unref (parts.events);
  g_ptr_array_unref (parts.after);
}

static void
get_size (const TarikhLayout *layout, double *width_px, double *height_px)
{
  *width_px = *height_px = 0;
  for (guint i = 0; i < layout->pages->len; i++) {
    const TarikhLayoutPage *page = g_ptr_array_index (layout->pages, i);
    *width_px = MAX (*width_px, tarikh_draw_clamp_mm (page->width_mm) * PX_PER_MM);
    *height_px += tarikh_draw_clamp_mm (page->height_mm) * PX_PER_MM + (i > 0 ? PAGE_GAP_PX : 0);
  }
}

/* As many whole lines of TEXT as one likes to hear at once: the list itself tells every event. */
static void
add_description (GString *out, const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if (length > DESCRIPTION_MAX_BYTES) {
    const char *end = g_strrstr_len (text, DESCRIPTION_MAX_BYTES, "\n");
    length = end != NULL ? (gsize) (end - text) : 0;
  }
  g_autofree char *start = g_strndup (text, length);
  tarikh_draw_append_xml (out, start);
}

static void
add_head (GString *out, Writer *w)
{
  g_autofree char *paper = to_hex (w->layout->paper);
  double width_px, height_px;

  get_size (w->layout, &width_px, &height_px);
  g_string_append (out, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"tarikh\"");
  add_attribute (out, "width", width_px);
  add_attribute (out, "height", height_px);
  g_string_append (out, " viewBox=\"0 0 ");
  tarikh_draw_append_number (out, width_px, 2);
  g_string_append_c (out, ' ');
  tarikh_draw_append_number (out, height_px, 2);
  g_string_append_c (out, '"');
  add_text_attribute (out, "lang", w->layout->lang);
  add_text_attribute (out, "xml:lang", w->layout->lang);
  if (w->family != NULL)
    add_text_attribute (out, "font-family", get_family (w, w->family));
  g_string_append_printf (out, " direction=\"%s\" fill=\"currentColor\" stroke-linecap=\"round\""
                          " stroke-linejoin=\"round\">\n<title>", w->layout->right_to_left ? "rtl" : "ltr");
  g_autofree char *title = tarikh_base_printable (w->layout->title); /* a viewer's tab obeys bidi controls */
  tarikh_draw_append_xml (out, title);
  g_string_append (out, "</title>\n<desc>");
  add_description (out, w->layout->description);
  g_string_append_printf (out, "</desc>\n<style>.tarikh text{fill-opacity:0}\n"
                          ".tarikh .paper{fill:var(--tarikh-paper,%s)}\n%s</style>\n<defs>\n", paper, w->rules->str);
}

static GBytes *
finish (Writer *w)
{
  GString *out = g_string_sized_new (w->body->len * 2 + 4096);

  add_head (out, w);
  tarikh_draw_outlines_append_definitions (w->outlines, out);
  g_string_append (out, "</defs>\n");
  g_string_append_len (out, w->body->str, (gssize) w->body->len);
  g_string_append (out, "</svg>\n");
  return g_string_free_to_bytes (out);
}

/* A number that other pictures hardly have: of the title and all events. */
static guint
get_seed (const Writer *w)
{
  guint seed = g_str_hash (w->layout->title);

  for (guint i = 0; i < w->summaries->len; i++)
    seed = seed * 31 + g_str_hash (g_ptr_array_index (w->summaries, i));
  return seed;
}

static void
writer_init (Writer *w, const TarikhLayout *layout, TarikhMeasure *measure)
{
  *w = (Writer){ layout, measure, NULL, tarikh_draw_list_summaries (layout) };
  w->outlines = tarikh_draw_outlines_new (get_seed (w));
  w->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  w->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  w->families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  w->rules = g_string_new (NULL);
  w->body = g_string_sized_new (1 << 16);
}

static void
writer_clear (Writer *w)
{
  tarikh_draw_outlines_free (w->outlines);
  g_ptr_array_unref (w->summaries);
  g_hash_table_unref (w->classes);
  g_hash_table_unref (w->ids);
  g_hash_table_unref (w->families);
  g_string_free (w->rules, TRUE);
  g_string_free (w->body, TRUE);
}

GBytes *
tarikh_draw_svg (const TarikhLayout *layout, TarikhMeasure *measure, const TarikhDrawOptions *options, GError **error)
{
  Writer writer;
  double top_px = 0;

  g_return_val_if_fail (layout != NULL && measure != NULL, NULL);
  writer_init (&writer, layout, measure);
  for (guint i = 0; i < layout->pages->len; i++) {
    const TarikhLayoutPage *page = g_ptr_array_index (layout->pages, i);
    add_page (&writer, page, top_px);
    top_px += tarikh_draw_clamp_mm (page->height_mm) * PX_PER_MM + PAGE_GAP_PX;
  }
  GBytes *bytes = finish (&writer);
  writer_clear (&writer);
  return bytes;
}
