/* draw/html: one web page that needs nothing else: the drawing, a sheet a page, and the same chronology as a table. No
 * script, no address but those that a reader may follow; its policy forbids everything but its own style sheet, by hash.
 * Well-formed as XML too. On paper every sheet is a page of its own size, then comes the table; a drawing too tall for a
 * page leaves the table alone. Words come from the layout, never from here. */
#include "draw/draw.h"

#include "draw/mark.h"
#include "draw/number.h"
#include "draw/palette.h"
#include "draw/svg.h"
#include "draw/svgtext.h"
#include "draw/uri.h"
#include "draw/xml.h"

#define MOST_TALL 1.6 /* height over width of what can still be printed on one page */

typedef struct {
  const TarikhLayout *layout;
  const TarikhTable *table;
  const TarikhStyle *style; /* NULL: black on the layout's paper */
  TarikhPalette *palette;
  GString *out;
} Writer;

/* ---- style ---- */

static TarikhColour
get_ink (const TarikhStyle *style, TarikhTypeRole role)
{
  return style != NULL ? style->types[role].colour : (TarikhColour){ 0, 0, 0, 1 };
}

static TarikhColour
get_line (const TarikhStyle *style)
{
  return style != NULL ? style->colours[TARIKH_COLOUR_LEADER] : (TarikhColour){ 0.5, 0.5, 0.5, 1 };
}

/* The page's own paper, ink and lines, restyled by the same properties as the drawing's. */
static void
append_page_colours (GString *out, TarikhColour paper, TarikhColour ink, TarikhColour line)
{
  g_autofree char *paper_hex = tarikh_draw_colour_to_hex (paper), *ink_hex = tarikh_draw_colour_to_hex (ink);
  g_autofree char *line_hex = tarikh_draw_colour_to_hex (line);

  g_string_append_printf (out,
                          "body{background:var(--tarikh-paper,%s);color:var(--tarikh-headline,%s)}\n"
                          "tr,blockquote{border-color:var(--tarikh-leader,%s)}\n",
                          paper_hex, ink_hex, line_hex);
}

static void
append_colours (const Writer *w, GString *out)
{
  const TarikhStyle *dark = w->style != NULL ? w->style->dark : NULL;

  append_page_colours (out, w->layout->paper, get_ink (w->style, TARIKH_TYPE_HEADLINE), get_line (w->style));
  if (dark == NULL)
    return;
  g_string_append (out, ":root{color-scheme:light dark}\n@media screen and (prefers-color-scheme:dark){\n");
  append_page_colours (out, dark->colours[TARIKH_COLOUR_PAPER], dark->types[TARIKH_TYPE_HEADLINE].colour,
                       dark->colours[TARIKH_COLOUR_LEADER]);
  g_string_append (out, "}\n");
}

/* What does not depend on the layout. Sides are the script's: start and end. */
static const char rules[] =
  "body{margin:0;line-height:1.7}\n"
  "h1,.skip:not(:focus){position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}\n"
  ".skip{position:absolute;inset-block-start:0;inset-inline-start:0;padding:.5em 1em;background:Canvas;color:LinkText}\n"
  "figure{margin:0;overflow-x:auto}\n"
  "figure svg{display:block;max-width:100%;min-width:min(100%,32em);height:auto;margin:0 auto}\n"
  ".defs{position:absolute}\n"
  "table{border-collapse:collapse;width:calc(100% - 2em);max-width:58em;margin:2em auto}\n"
  "caption{text-align:start;font-weight:700;font-size:1.2em;padding:0 .6em .4em}\n"
  "th,td{text-align:start;vertical-align:top;padding:.5em .6em}\n"
  "tr{border-block-start:1px solid}\n"
  "th.date{width:10em;min-width:7.5em}\n"
  "th.date span{display:block;font-weight:400;font-size:.9em}\n"
  "td.headline{min-width:12em}\n"
  "th.date,td.headline{text-wrap:balance}\n"
  "ul{margin:0;padding:0;list-style:none}\n"
  "li+li{margin-block-start:.5em}\n"
  "blockquote{margin:0;padding-inline-start:.8em;border-inline-start:2px solid;font-size:.9em}\n"
  "a{color:inherit}\n"
  "@media screen and (max-width:40em){\n"
  "table,caption,tbody,tr,th,td{display:block}\n"
  "thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\n"
  "tr{padding:.4em 0}th,td{padding:.1em .6em}\n"
  "}\n"
  "@page{margin:15mm}\n"
  "@media print{\n"
  ".skip,.tall{display:none}\n"
  "body{background:none}\n"
  ".sheet{page:drawing;break-after:page;overflow:visible}\n"
  ".sheet svg{width:100%;max-height:99.5vh;min-width:0}\n"
  "table{margin:0;width:100%;max-width:none;font-size:10pt}\n"
  "tr,blockquote{break-inside:avoid}thead{display:table-header-group}\n"
  "}\n";

static void
append_page_size (GString *out, const TarikhLayout *layout)
{
  const TarikhLayoutPage *page = g_ptr_array_index (layout->pages, 0);

  g_string_append (out, "@page drawing{margin:0;size:");
  tarikh_draw_append_number (out, tarikh_draw_clamp_mm (page->width_mm), 2);
  g_string_append (out, "mm ");
  tarikh_draw_append_number (out, tarikh_draw_clamp_mm (page->height_mm), 2);
  g_string_append (out, "mm}\n");
}

/* The whole style sheet; call when all classes have been asked for. (transfer full) */
static char *
create_sheet (const Writer *w, const TarikhSvgParts *parts)
{
  GString *out = g_string_new (parts->style);

  tarikh_draw_palette_append_rules (w->palette, "words", w->layout->paper, out);
  g_string_append_printf (out, "body{font-family:%s}\n", parts->family != NULL ? parts->family : "serif");
  g_string_append (out, rules);
  append_colours (w, out);
  append_page_size (out, w->layout);
  return g_string_free (out, FALSE);
}

/* The hash by which the policy (CSP level 2) lets SHEET in. (transfer full) */
static char *
create_hash (const char *sheet)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) sheet, -1);
  g_checksum_get_digest (checksum, digest, &length);
  return g_base64_encode (digest, length);
}

/* ---- table ---- */

static const char *
get_class (const Writer *w, TarikhRole role, TarikhTypeRole type)
{
  return tarikh_draw_palette_get_class (w->palette, role, get_ink (w->style, type));
}

static void
append_sentences (const Writer *w, const TarikhTableSource *source)
{
  for (guint i = 0; i < source->sentences->len; i++) {
    g_string_append (w->out, "<blockquote dir=\"auto\"");
    tarikh_draw_append_attribute (w->out, "lang", source->lang);
    g_string_append_c (w->out, '>');
    tarikh_draw_append_xml (w->out, g_ptr_array_index (source->sentences, i));
    g_string_append (w->out, "</blockquote>");
  }
}

static void
append_source (const Writer *w, const TarikhTableSource *source)
{
  g_autofree char *address = tarikh_draw_escape_uri (source->address);

  g_string_append (w->out, "<li>");
  if (address != NULL) {
    g_string_append (w->out, "<a");
    tarikh_draw_append_attribute (w->out, "href", address);
    g_string_append_c (w->out, '>');
  }
  tarikh_draw_append_xml (w->out, source->label);
  g_string_append (w->out, address != NULL ? "</a>" : "");
  append_sentences (w, source);
  g_string_append (w->out, "</li>\n");
}

static void
append_sources (const Writer *w, const GPtrArray *sources)
{
  g_string_append_printf (w->out, "<td role=\"cell\" class=\"%s\">",
                          get_class (w, TARIKH_ROLE_SOURCE, TARIKH_TYPE_SOURCE));
  g_string_append (w->out, sources->len > 0 ? "<ul>\n" : "");
  for (guint i = 0; i < sources->len; i++)
    append_source (w, g_ptr_array_index (sources, i));
  g_string_append (w->out, sources->len > 0 ? "</ul></td>" : "</td>");
}

static void
append_date (const Writer *w, const TarikhTableRow *row)
{
  g_string_append_printf (w->out, "<th role=\"rowheader\" scope=\"row\" class=\"%s\">",
                          get_class (w, TARIKH_ROLE_DATE, TARIKH_TYPE_DATE));
  if (row->moment != NULL)
    g_string_append_printf (w->out, "<time datetime=\"%s\">", row->moment);
  tarikh_draw_append_xml (w->out, *row->date != '\0' ? row->date : "—");
  g_string_append (w->out, row->moment != NULL ? "</time>" : "");
  if (row->second_date != NULL) {
    g_string_append_printf (w->out, "<span class=\"%s\">", get_class (w, TARIKH_ROLE_SOURCE, TARIKH_TYPE_SOURCE));
    tarikh_draw_append_xml (w->out, row->second_date);
    g_string_append (w->out, "</span>");
  }
  g_string_append (w->out, "</th>\n");
}

static void
append_row (const Writer *w, const TarikhTableRow *row)
{
  g_autofree char *id = g_strconcat ("row-", row->id, NULL);

  g_string_append (w->out, "<tr role=\"row\"");
  tarikh_draw_append_attribute (w->out, "id", tarikh_draw_is_xml_name (id) ? id : NULL);
  tarikh_draw_append_attribute (w->out, "data-start", row->start);
  tarikh_draw_append_attribute (w->out, "data-end", row->end);
  tarikh_draw_append_attribute (w->out, "data-status", row->status);
  g_string_append (w->out, ">\n");
  append_date (w, row);
  g_string_append_printf (w->out, "<td role=\"cell\" class=\"%s\">",
                          get_class (w, TARIKH_ROLE_HEADLINE, TARIKH_TYPE_HEADLINE));
  tarikh_draw_append_xml (w->out, row->headline);
  g_string_append (w->out, "</td>\n");
  append_sources (w, row->sources);
  g_string_append (w->out, "</tr>\n");
}

static void
append_heading (const Writer *w, const char *text)
{
  g_string_append (w->out, "<th role=\"columnheader\" scope=\"col\">");
  tarikh_draw_append_xml (w->out, text);
  g_string_append (w->out, "</th>");
}

/* Rows FIRST up to END as one body; those without a date stand below a line that says so. */
static void
append_rows (const Writer *w, guint first, guint end)
{
  if (first == end)
    return;
  g_string_append (w->out, "<tbody role=\"rowgroup\">\n");
  if (first == w->table->n_dated) {
    g_string_append (w->out, "<tr role=\"row\"><th role=\"rowheader\" scope=\"rowgroup\" colspan=\"3\">");
    tarikh_draw_append_xml (w->out, w->table->undated_heading);
    g_string_append (w->out, "</th></tr>\n");
  }
  for (guint i = first; i < end; i++)
    append_row (w, g_ptr_array_index (w->table->rows, i));
  g_string_append (w->out, "</tbody>\n");
}

static void
append_table (const Writer *w)
{
  g_string_append (w->out, "<table role=\"table\" id=\"table\" class=\"words\">\n<caption>");
  tarikh_draw_append_xml (w->out, w->table->caption);
  g_string_append (w->out, "</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">");
  append_heading (w, w->table->date_heading);
  append_heading (w, w->table->event_heading);
  append_heading (w, w->table->source_heading);
  g_string_append (w->out, "</tr></thead>\n");
  append_rows (w, 0, w->table->n_dated);
  append_rows (w, w->table->n_dated, w->table->rows->len);
  g_string_append (w->out, "</table>\n");
}

/* ---- drawing ---- */

static void
append_sheet (const Writer *w, const TarikhSvgParts *parts, guint number)
{
  const TarikhLayoutPage *page = g_ptr_array_index (w->layout->pages, number);
  double width_px = tarikh_draw_clamp_mm (page->width_mm) * TARIKH_DRAW_PX_PER_MM;
  double height_px = tarikh_draw_clamp_mm (page->height_mm) * TARIKH_DRAW_PX_PER_MM;

  g_string_append_printf (w->out, "<div class=\"%s\">\n", height_px > MOST_TALL * width_px ? "tall" : "sheet");
  tarikh_draw_append_svg_start (w->out, w->layout, parts, width_px, height_px);
  g_string_append (w->out, g_ptr_array_index (parts->pages, number));
  g_string_append (w->out, "</svg>\n</div>\n");
}

static void
append_figure (const Writer *w, const TarikhSvgParts *parts)
{
  g_string_append (w->out, "<figure aria-labelledby=\"title\">\n");
  if (*parts->definitions != '\0')
    g_string_append_printf (w->out,
                            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"defs\" width=\"0\" height=\"0\""
                            " aria-hidden=\"true\"><defs>\n%s</defs></svg>\n",
                            parts->definitions);
  for (guint i = 0; i < parts->pages->len; i++)
    append_sheet (w, parts, i);
  g_string_append (w->out, "</figure>\n");
}

/* ---- page ---- */

static void
append_head (GString *out, const Writer *w, const char *title, const char *sheet)
{
  g_autofree char *hash = create_hash (sheet);

  g_string_append (out, "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"");
  tarikh_draw_append_attribute (out, "lang", w->layout->lang);
  g_string_append_printf (out, " dir=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n",
                          w->layout->right_to_left ? "rtl" : "ltr");
  g_string_append_printf (out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                               "style-src 'sha256-%s'; base-uri 'none'; form-action 'none'\"/>\n", hash);
  g_string_append (out, "<meta name=\"referrer\" content=\"no-referrer\"/>\n"
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>");
  tarikh_draw_append_xml (out, title);
  g_string_append_printf (out, "</title>\n<style>%s</style>\n</head>\n<body>\n", sheet);
}

static void
append_body (const Writer *w, const TarikhSvgParts *parts, const char *title)
{
  g_string_append (w->out, "<a class=\"skip\" href=\"#table\">");
  tarikh_draw_append_xml (w->out, w->table->caption);
  g_string_append (w->out, "</a>\n<main>\n<h1 id=\"title\">");
  tarikh_draw_append_xml (w->out, title);
  g_string_append (w->out, "</h1>\n");
  append_figure (w, parts);
  append_table (w);
  g_string_append (w->out, "</main>\n</body>\n</html>\n");
}

GBytes *
tarikh_draw_html (const TarikhLayout *layout, const TarikhTable *table, TarikhMeasure *measure,
                  const TarikhDrawOptions *options, GError **error)
{
  g_return_val_if_fail (layout != NULL && table != NULL && measure != NULL && layout->pages->len > 0, NULL);

  const TarikhStyle *style = options != NULL ? options->style : NULL;
  g_autoptr (TarikhSvgParts) parts = tarikh_draw_svg_parts_new (layout, measure, options);
  g_autoptr (TarikhPalette) palette = tarikh_draw_palette_new (style);
  g_autoptr (GString) body = g_string_sized_new (1 << 16);
  g_autofree char *title = tarikh_base_printable (layout->title);
  const Writer writer = { layout, table, style, palette, body };

  append_body (&writer, parts, title);
  g_autofree char *sheet = create_sheet (&writer, parts); /* knows the classes of the body */
  GString *out = g_string_sized_new (body->len + 8192);
  append_head (out, &writer, title, sheet);
  g_string_append_len (out, body->str, (gssize) body->len);
  return g_string_free_to_bytes (out);
}
