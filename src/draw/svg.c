/* draw/svg: a picture that a web page can search, read aloud and restyle: text as outlines under a transparent layer of
 * real text, or in the page's own fonts; one group an event; colours as custom properties. No script, nothing fetched
 * from elsewhere. */
#include "draw/svg.h"

#include <math.h>
#include <string.h>

#include "draw/events.h"
#include "draw/mark.h"
#include "draw/number.h"
#include "draw/palette.h"
#include "draw/svgmark.h"
#include "draw/svgtext.h"
#include "draw/uri.h"
#include "draw/xml.h"

#define PX_PER_MM TARIKH_DRAW_PX_PER_MM
#define PAGE_GAP_PX (4 * PX_PER_MM)
#define DESCRIPTION_MAX_BYTES 2000

typedef struct {
  const TarikhLayout *layout;
  TarikhSvgText text;
  TarikhPalette *palette;
  GPtrArray *summaries; /* char*, by event */
  GHashTable *ids;      /* ids given so far */
  GHashTable *families; /* font chain → CSS list */
  const char *family;   /* the chain of the first text, told once for all; NULL: no text yet */
  GString *body;        /* of the page at hand */
} Writer;

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
    tarikh_draw_append_attribute (w->body, "font-family", get_family (w, item->font.family));
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
  g_autofree char *hex = tarikh_draw_colour_to_hex (item->colour);
  const char *class = tarikh_draw_palette_get_class (w->palette, item->role, item->colour);

  if (target != NULL) {
    g_string_append (w->body, "<a");
    tarikh_draw_append_attribute (w->body, "href", target);
    g_string_append_c (w->body, '>');
  }
  g_string_append (w->body, "<g");
  add_id (w, item->anchor);
  g_string_append_printf (w->body, " class=\"%s\" color=\"%s\"", class, hex);
  if (item->colour.alpha < 1)
    tarikh_draw_append_measure (w->body, "opacity", MAX (item->colour.alpha, 0));
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
    tarikh_draw_append_svg_mark (w->body, g_ptr_array_index (marks, i), item->colour);
  for (guint i = 0; item->shape == TARIKH_SHAPE_TEXT && item->lines != NULL && i < item->lines->len; i++)
    tarikh_draw_append_svg_line (&w->text, item, &g_array_index (item->lines, TarikhLayoutLine, i), w->body);
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
  tarikh_draw_append_attribute (w->body, "data-start", told != NULL ? told->start : NULL);
  tarikh_draw_append_attribute (w->body, "data-end", told != NULL ? told->end : NULL);
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
  g_autofree char *paper = tarikh_draw_colour_to_hex (w->layout->paper);
  double over_px = w->layout->pages->len == 1 ? 1 : 0;

  g_string_append_printf (w->body, "<rect class=\"paper\" fill=\"%s\"", paper);
  tarikh_draw_append_measure (w->body, "x", -over_px);
  tarikh_draw_append_measure (w->body, "y", -over_px);
  tarikh_draw_append_measure (w->body, "width", tarikh_draw_clamp_mm (page->width_mm) * PX_PER_MM + 2 * over_px);
  tarikh_draw_append_measure (w->body, "height", tarikh_draw_clamp_mm (page->height_mm) * PX_PER_MM + 2 * over_px);
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

/* The marks of a page, as the content of a group. (transfer full) */
static char *
draw_page (Writer *w, const TarikhLayoutPage *page)
{
  Parts parts = { g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new () };

  w->body = g_string_sized_new (1 << 14);
  add_paper (w, page);
  sort_items (&parts, page);
  add_items (w, parts.before);
  if (parts.events->len > 0)
    add_events (w, parts.events);
  add_items (w, parts.after);
  g_ptr_array_unref (parts.before);
  g_ptr_array_unref (parts.events);
  g_ptr_array_unref (parts.after);
  return g_string_free (g_steal_pointer (&w->body), FALSE);
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
writer_init (Writer *w, const TarikhLayout *layout, TarikhMeasure *measure, const TarikhDrawOptions *options)
{
  gboolean is_live = options != NULL && options->text == TARIKH_DRAW_TEXT_LIVE;

  *w = (Writer){ layout, { measure, NULL, layout->right_to_left } };
  w->summaries = tarikh_draw_list_summaries (layout);
  w->text.outlines = is_live ? NULL : tarikh_draw_outlines_new (get_seed (w));
  w->palette = tarikh_draw_palette_new (options != NULL ? options->style : NULL);
  w->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  w->families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
writer_clear (Writer *w)
{
  tarikh_draw_outlines_free (w->text.outlines);
  tarikh_draw_palette_free (w->palette);
  g_ptr_array_unref (w->summaries);
  g_hash_table_unref (w->ids);
  g_hash_table_unref (w->families);
}

TarikhSvgParts *
tarikh_draw_svg_parts_new (const TarikhLayout *layout, TarikhMeasure *measure, const TarikhDrawOptions *options)
{
  TarikhSvgParts *parts = g_new0 (TarikhSvgParts, 1);
  g_autoptr (GString) definitions = g_string_new (NULL), style = g_string_new (NULL);
  Writer w;

  writer_init (&w, layout, measure, options);
  parts->pages = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < layout->pages->len; i++)
    g_ptr_array_add (parts->pages, draw_page (&w, g_ptr_array_index (layout->pages, i)));
  if (w.text.outlines != NULL)
    tarikh_draw_outlines_append_definitions (w.text.outlines, definitions);
  tarikh_draw_palette_append_rules (w.palette, "tarikh", layout->paper, style);
  parts->definitions = g_string_free (g_steal_pointer (&definitions), FALSE);
  parts->style = g_string_free (g_steal_pointer (&style), FALSE);
  parts->family = w.family != NULL ? g_strdup (get_family (&w, w.family)) : NULL;
  writer_clear (&w);
  return parts;
}

void
tarikh_draw_svg_parts_free (TarikhSvgParts *parts)
{
  g_free (parts->style);
  g_free (parts->definitions);
  g_free (parts->family);
  g_ptr_array_unref (parts->pages);
  g_free (parts);
}

void
tarikh_draw_append_svg_start (GString *out, const TarikhLayout *layout, const TarikhSvgParts *parts, double width_px,
                              double height_px)
{
  g_string_append (out, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"tarikh\"");
  tarikh_draw_append_measure (out, "width", width_px);
  tarikh_draw_append_measure (out, "height", height_px);
  g_string_append (out, " viewBox=\"0 0 ");
  tarikh_draw_append_number (out, width_px, 2);
  g_string_append_c (out, ' ');
  tarikh_draw_append_number (out, height_px, 2);
  g_string_append_c (out, '"');
  tarikh_draw_append_attribute (out, "lang", layout->lang);
  tarikh_draw_append_attribute (out, "xml:lang", layout->lang);
  tarikh_draw_append_attribute (out, "font-family", parts->family);
  g_string_append_printf (out, " direction=\"%s\" fill=\"currentColor\" stroke-linecap=\"round\""
                          " stroke-linejoin=\"round\">\n", layout->right_to_left ? "rtl" : "ltr");
}

/* ---- a file of its own ---- */

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
add_head (GString *out, const TarikhLayout *layout, const TarikhSvgParts *parts)
{
  g_autofree char *title = tarikh_base_printable (layout->title); /* a viewer's tab obeys bidi controls */

  g_string_append (out, "<title>");
  tarikh_draw_append_xml (out, title);
  g_string_append (out, "</title>\n<desc>");
  add_description (out, layout->description);
  g_string_append_printf (out, "</desc>\n<style>%s</style>\n", parts->style);
  if (*parts->definitions != '\0')
    g_string_append_printf (out, "<defs>\n%s</defs>\n", parts->definitions);
}

static void
add_pages (GString *out, const TarikhLayout *layout, const TarikhSvgParts *parts)
{
  double top_px = 0;

  for (guint i = 0; i < layout->pages->len; i++) {
    const TarikhLayoutPage *page = g_ptr_array_index (layout->pages, i);
    g_string_append (out, "<g class=\"page\"");
    if (top_px > 0) {
      g_string_append (out, " transform=\"translate(0 ");
      tarikh_draw_append_number (out, top_px, 2);
      g_string_append (out, ")\"");
    }
    g_string_append (out, ">\n");
    g_string_append (out, g_ptr_array_index (parts->pages, i));
    g_string_append (out, "</g>\n");
    top_px += tarikh_draw_clamp_mm (page->height_mm) * PX_PER_MM + PAGE_GAP_PX;
  }
}

GBytes *
tarikh_draw_svg (const TarikhLayout *layout, TarikhMeasure *measure, const TarikhDrawOptions *options, GError **error)
{
  double width_px, height_px;

  g_return_val_if_fail (layout != NULL && measure != NULL, NULL);
  g_autoptr (TarikhSvgParts) parts = tarikh_draw_svg_parts_new (layout, measure, options);
  GString *out = g_string_sized_new (1 << 16);
  get_size (layout, &width_px, &height_px);
  tarikh_draw_append_svg_start (out, layout, parts, width_px, height_px);
  add_head (out, layout, parts);
  add_pages (out, layout, parts);
  g_string_append (out, "</svg>\n");
  return g_string_free_to_bytes (out);
}
