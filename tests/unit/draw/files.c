/* draw: SVG, PDF and PNG of hand-made pages: same bytes twice, all text there, hostile text harmless, sizes kept. */
#include "draw/draw.h"

#include <gio/gio.h>
#include <math.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include "check.h"
#include "fixture.h"

typedef GBytes *(*Painter) (const TarikhLayout *, TarikhMeasure *, const TarikhDrawOptions *, GError **);

static const TarikhDrawOptions options = { 110, 1718841600 };

static int
open_fonts (void **state)
{
  *state = fixture_new_measure ();
  if (*state == NULL)
    print_message ("the fonts \"%s\" are not installed: nothing is drawn\n", FIXTURE_FAMILY);
  return 0;
}

static int
close_fonts (void **state)
{
  tarikh_layout_measure_free (*state);
  return 0;
}

static TarikhMeasure *
get_measure (void **state)
{
  if (*state == NULL)
    skip ();
  return *state;
}

static void
assert_contains (GBytes *bytes, const char *text, gboolean is_wanted)
{
  gsize length, wanted = strlen (text), i = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  while (i + wanted <= length && memcmp (data + i, text, wanted) != 0)
    i++;
  assert_int_equal (i + wanted <= length, is_wanted);
}

static void
same_bytes_twice (void **state)
{
  static const Painter painters[] = { tarikh_draw_pdf, tarikh_draw_svg, tarikh_draw_png };
  TarikhMeasure *measure = get_measure (state);

  for (gsize i = 0; i < G_N_ELEMENTS (painters); i++) {
    g_autoptr (TarikhMeasure) other = fixture_new_measure ();
    TarikhLayout *layout = fixture_page (measure), *same = fixture_page (other);
    g_autoptr (GBytes) first = painters[i](layout, measure, &options, NULL);
    g_autoptr (GBytes) again = painters[i](same, other, &options, NULL);
    g_autoptr (GBytes) once_more = painters[i](layout, measure, &options, NULL);
    assert_non_null (first);
    assert_true (g_bytes_equal (first, again));
    assert_true (g_bytes_equal (first, once_more));
    fixture_free (layout);
    fixture_free (same);
  }
}

static gpointer
paint_alone (gpointer data)
{
  g_autoptr (TarikhMeasure) measure = fixture_new_measure ();
  TarikhLayout *layout = fixture_page (measure);
  GBytes *bytes = ((Painter) data) (layout, measure, &options, NULL);

  fixture_free (layout);
  return bytes;
}

static void
same_bytes_from_threads (void **state)
{
  static const Painter painters[] = { tarikh_draw_pdf, tarikh_draw_svg };

  get_measure (state);
  for (gsize i = 0; i < G_N_ELEMENTS (painters); i++) {
    GThread *one = g_thread_new ("one", paint_alone, (gpointer) painters[i]);
    GThread *two = g_thread_new ("two", paint_alone, (gpointer) painters[i]);
    g_autoptr (GBytes) first = g_thread_join (one), second = g_thread_join (two);
    assert_true (g_bytes_equal (first, second));
  }
}

/* The text of the lines of LAYOUT's only page as check_xml_new() gathers it. */
static char *
list_lines (const TarikhLayout *layout)
{
  const TarikhLayoutPage *page = g_ptr_array_index (layout->pages, 0);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < page->items->len; i++) {
    const TarikhLayoutItem *item = g_ptr_array_index (page->items, i);
    for (guint k = 0; item->lines != NULL && k < item->lines->len; k++)
      g_string_append_printf (out, "%s\n", g_array_index (item->lines, TarikhLayoutLine, k).text);
  }
  return g_string_free (out, FALSE);
}

static void
svg_holds_all_text_in_reading_order (void **state)
{
  TarikhMeasure *measure = get_measure (state);
  TarikhLayout *layout = fixture_page (measure);
  g_autoptr (GBytes) svg = tarikh_draw_svg (layout, measure, &options, NULL);
  CheckedXml *checked = check_xml_new (svg);
  g_autofree char *all = list_lines (layout);

  assert_string_equal (checked->text->str, all);
  assert_int_equal (checked->events->len, 4);
  assert_string_equal (g_ptr_array_index (checked->events, 0), "e1 event past 2020-03-03 2020-03-03");
  assert_string_equal (g_ptr_array_index (checked->events, 3), "e4 event planned 2023-03-24 2023-03-24");
  check_xml_free (checked);
  fixture_free (layout);
}

static void
svg_is_complete_in_itself (void **state)
{
  TarikhMeasure *measure = get_measure (state);
  TarikhLayout *layout = fixture_page (measure);
  g_autoptr (GBytes) svg = tarikh_draw_svg (layout, measure, &options, NULL);
  CheckedXml *checked = check_xml_new (svg);
  static const char *const foreign[] = { "script", "image", "foreignObject", "link", "iframe" };

  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    assert_false (g_hash_table_contains (checked->names, foreign[i]));
  assert_contains (svg, "url(", FALSE);
  assert_contains (svg, "@import", FALSE);
  assert_contains (svg, "viewBox=\"0 0 1122.52 793.7\"", TRUE);
  assert_contains (svg, "direction=\"rtl\"", TRUE);
  assert_contains (svg, "xml:lang=\"ar\"", TRUE);
  assert_contains (svg, "color:var(--tarikh-headline,#1a1f29)", TRUE);
  check_xml_free (checked);
  fixture_free (layout);
}

static void
live_text_is_seen_and_defines_no_glyphs (void **state)
{
  TarikhMeasure *measure = get_measure (state);
  TarikhLayout *layout = fixture_page (measure);
  const TarikhDrawOptions live = { .text = TARIKH_DRAW_TEXT_LIVE };
  g_autoptr (GBytes) svg = tarikh_draw_svg (layout, measure, &live, NULL);
  CheckedXml *checked = check_xml_new (svg);
  g_autofree char *all = list_lines (layout);

  assert_string_equal (checked->text->str, all);
  assert_false (g_hash_table_contains (checked->names, "use"));
  assert_false (g_hash_table_contains (checked->names, "defs"));
  assert_contains (svg, "fill-opacity", FALSE);
  assert_contains (svg, "lengthAdjust=\"spacingAndGlyphs\"", TRUE);
  check_xml_free (checked);
  fixture_free (layout);
}

static void
dark_follows_the_screen_where_the_style_says_so (void **state)
{
  TarikhMeasure *measure = get_measure (state);
  TarikhLayout *layout = fixture_page (measure);
  TarikhStyle light = { 0 }, dark = { 0 };
  const TarikhDrawOptions asked = { .style = &light };

  light.types[TARIKH_TYPE_HEADLINE].colour = light.types[TARIKH_TYPE_TITLE].colour = ink;
  dark.types[TARIKH_TYPE_HEADLINE].colour = (TarikhColour){ 1, 1, 1, 1 };
  dark.types[TARIKH_TYPE_TITLE].colour = (TarikhColour){ 0, 1, 0, 1 };
  g_autoptr (GBytes) plain = tarikh_draw_svg (layout, measure, &asked, NULL);
  assert_contains (plain, "prefers-color-scheme", FALSE);
  light.dark = &dark;
  g_autoptr (GBytes) svg = tarikh_draw_svg (layout, measure, &asked, NULL);
  assert_contains (svg, "@media screen and (prefers-color-scheme:dark){", TRUE);
  assert_contains (svg, ".tarikh .headline{color:var(--tarikh-headline,#ffffff)}", TRUE);
  assert_contains (svg, ".tarikh .title{color:var(--tarikh-title,#00ff00)}", TRUE);
  assert_contains (svg, ".tarikh .paper{fill:var(--tarikh-paper,#000000)}", TRUE);
  fixture_free (layout);
}

static const char *const hostile[] = {
  "</text></svg><script>alert(1)</script>", "]]>", "&#x1;&lt;", "\" onload=\"alert(1)", "a)/S/JavaScript/JS(app.alert(1))",
  "\x01\x02\x1b[31m", "\xff\xfe", "(((((\\", "--><!--", "');alert('", "/P << /MCID 0 >> BDC\nEMC", "خبر\xe2\x80\xaeمقلوب",
};

/* A page whose every text and target is one of HOSTILE. */
static TarikhLayout *
new_hostile (TarikhMeasure *measure)
{
  TarikhLayout *layout = fixture_new (hostile[0]);
  TarikhLayoutPage *page = fixture_add_page (layout, 210, 297);

  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++) {
    fixture_add_event (layout, hostile[i], hostile[i], hostile[i], hostile[i]);
    TarikhLayoutEvent *event = g_ptr_array_index (layout->events, i);
    g_free (event->id);
    event->id = g_strdup (hostile[i]);
    g_autofree char *text = g_utf8_make_valid (hostile[i], -1); /* layout's promise */
    for (gint role = TARIKH_ROLE_TITLE; role <= TARIKH_ROLE_PAGE_NUMBER; role++) {
      TarikhLayoutItem *item = fixture_add_text (page, measure, (TarikhRole) role, role % 2 == 0 ? (gint) i : -1,
                                                 text, 200, 10 + 18 * (double) i, 9, 400, ink);
      item->href = role % 3 == 0 ? g_strconcat ("https://example.org/", hostile[i], NULL)
                                 : g_strconcat (role % 3 == 1 ? "javascript:" : "#", hostile[i], NULL);
      item->anchor = g_strdup (hostile[i]);
    }
  }
  g_free (layout->lang);
  layout->lang = g_strdup (hostile[3]);
  return layout;
}

static void
hostile_text_stays_text_in_svg (void **state)
{
  TarikhMeasure *measure = get_measure (state);
  TarikhLayout *layout = new_hostile (measure);
  g_autoptr (GBytes) svg = tarikh_draw_svg (layout, measure, &options, NULL);
  CheckedXml *checked = check_xml_new (svg);

  assert_non_null (strstr (checked->text->str, hostile[0]));
  assert_false (g_hash_table_contains (checked->names, "script"));
  assert_contains (svg, "<script", FALSE);
  assert_contains (svg, "javascript:", FALSE);
  for (guint i = 0; i < checked->hrefs->len; i++)
    assert_true (g_str_has_prefix (g_ptr_array_index (checked->hrefs, i), "https://example.org/"));
  check_xml_free (checked);
  fixture_free (layout);
}

static void
hostile_text_makes_a_pdf (void **state)
{
  TarikhMeasure *measure = get_measure (state);
  TarikhLayout *layout = new_hostile (measure);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = tarikh_draw_pdf (layout, measure, &options, &error);

  assert_null (error);
  assert_non_null (pdf);
  fixture_free (layout);
}

static gsize
get_packed_size (GBytes *bytes)
{
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  gsize length, read, written;
  const void *data = g_bytes_get_data (bytes, &length);
  g_autofree char *room = g_malloc (length + 1024);

  assert_int_equal (g_converter_convert (G_CONVERTER (gzip), data, length, room, length + 1024, G_CONVERTER_INPUT_AT_END,
                                         &read, &written, NULL), G_CONVERTER_FINISHED);
  return written;
}

static void
files_of_a_hundred_events_are_small (void **state)
{
  TarikhMeasure *measure = get_measure (state);
  TarikhLayout *layout = fixture_list (measure, 100);
  g_autoptr (GBytes) svg = tarikh_draw_svg (layout, measure, &options, NULL);
  g_autoptr (GBytes) pdf = tarikh_draw_pdf (layout, measure, &options, NULL);

  assert_true (get_packed_size (svg) <= 75 * 1024);
  assert_true (g_bytes_get_size (pdf) <= 90 * 1024);
  fixture_free (layout);
}

/* An empty layout is a page, too; and one much too large is an error that says what to do. */
static void
extremes (void **state)
{
  TarikhMeasure *measure = get_measure (state);
  TarikhLayout *layout = fixture_new ("");
  TarikhDrawOptions huge = { 1200, -1 };
  g_autoptr (GError) error = NULL;

  fixture_add_page (layout, 210, 297);
  g_autoptr (GBytes) pdf = tarikh_draw_pdf (layout, measure, NULL, NULL);
  g_autoptr (GBytes) png = tarikh_draw_png (layout, measure, NULL, NULL);
  g_autoptr (GBytes) svg = tarikh_draw_svg (layout, measure, NULL, NULL);
  assert_true (pdf != NULL && png != NULL && svg != NULL);
  fixture_add_page (layout, 210, 20000);
  assert_null (tarikh_draw_png (layout, measure, &huge, &error));
  assert_true (g_error_matches (error, TARIKH_ERROR, TARIKH_ERROR_WRITE));
  assert_non_null (strstr (error->message, "1200 dpi"));
  assert_non_null (strstr (error->message, "--dpi 40 "));
  g_autoptr (GBytes) tall = tarikh_draw_pdf (layout, measure, NULL, NULL);
  assert_non_null (tall);
  fixture_free (layout);
}

static void
no_date_without_a_source_date (void **state)
{
  TarikhMeasure *measure = get_measure (state);
  TarikhLayout *layout = fixture_page (measure);
  TarikhDrawOptions undated = { 0, -1 };
  g_autoptr (GBytes) pdf = tarikh_draw_pdf (layout, measure, &undated, NULL);
  g_autoptr (GBytes) dated = tarikh_draw_pdf (layout, measure, &options, NULL);

  assert_contains (pdf, "xmp:CreateDate", FALSE);
  assert_contains (dated, "<xmp:CreateDate>2024-06-20T00:00:00Z</xmp:CreateDate>", TRUE);
  fixture_free (layout);
}

static void
png_tells_its_resolution (void **state)
{
  TarikhMeasure *measure = get_measure (state);
  TarikhLayout *layout = fixture_page (measure);
  g_autoptr (GBytes) png = tarikh_draw_png (layout, measure, &options, NULL);
  const guint8 *data = g_bytes_get_data (png, NULL);

  assert_memory_equal (data + 37, "pHYs", 4);
  assert_int_equal (data[43] << 8 | data[44], 4331); /* 110 dpi in pixels a metre */
  assert_int_equal (data[18] << 8 | data[19], 1287); /* 297 mm */
  fixture_free (layout);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (same_bytes_twice),
    cmocka_unit_test (same_bytes_from_threads),
    cmocka_unit_test (svg_holds_all_text_in_reading_order),
    cmocka_unit_test (svg_is_complete_in_itself),
    cmocka_unit_test (live_text_is_seen_and_defines_no_glyphs),
    cmocka_unit_test (dark_follows_the_screen_where_the_style_says_so),
    cmocka_unit_test (hostile_text_stays_text_in_svg),
    cmocka_unit_test (hostile_text_makes_a_pdf),
    cmocka_unit_test (files_of_a_hundred_events_are_small),
    cmocka_unit_test (extremes),
    cmocka_unit_test (no_date_without_a_source_date),
    cmocka_unit_test (png_tells_its_resolution),
  };

  return cmocka_run_group_tests (tests, open_fonts, close_fonts);
}
