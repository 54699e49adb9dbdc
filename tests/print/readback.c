/* What other programs make of our files: the letters and words that pdftotext reads back, the picture that three painters
 * show, and whether qpdf and xmllint complain. */
#include <math.h>
#include <string.h>

#include "draw/draw.h"
#include "picture.h"
#include "text.h"
#include "tool.h"

#include "../unit/draw/fixture.h"

#define DPI 96

static const TarikhDrawOptions options = { DPI, -1 };

static int
open_fonts (void **state)
{
  *state = fixture_new_measure ();
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
  if (*state == NULL) {
    print_message ("the fonts \"%s\" are not installed: skipped\n", FIXTURE_FAMILY);
    skip ();
  }
  return *state;
}

static void
qpdf_finds_no_fault (void **state)
{
  TarikhMeasure *measure = get_measure (state);

  tool_need ("qpdf");
  for (guint i = 0; i < 2; i++) {
    TarikhLayout *layout = i == 0 ? fixture_page (measure) : fixture_list (measure, 100);
    g_autoptr (GBytes) pdf = tarikh_draw_pdf (layout, measure, &options, NULL);
    char *path = tool_write (pdf, "page.pdf");
    const char *argv[] = { "qpdf", "--check", path, NULL };
    g_autofree char *out = tool_run (argv); /* 3, and so a failure, with mere warnings */
    assert_non_null (strstr (out, "No syntax or stream encoding errors found"));
    tool_remove (path);
    fixture_free (layout);
  }
}

static void
xmllint_finds_no_fault (void **state)
{
  TarikhMeasure *measure = get_measure (state);

  tool_need ("xmllint");
  TarikhLayout *layout = fixture_page (measure);
  g_autoptr (GBytes) svg = tarikh_draw_svg (layout, measure, &options, NULL);
  char *path = tool_write (svg, "page.svg");
  const char *argv[] = { "xmllint", "--noout", "--nonet", path, NULL };
  g_free (tool_run (argv));
  tool_remove (path);
  fixture_free (layout);
}

/* ---- text ---- */

/* All text that LAYOUT shows. */
static char *
list_text (const TarikhLayout *layout)
{
  GString *out = g_string_new (NULL);

  for (guint p = 0; p < layout->pages->len; p++) {
    const TarikhLayoutPage *page = g_ptr_array_index (layout->pages, p);
    for (guint i = 0; i < page->items->len; i++) {
      const TarikhLayoutItem *item = g_ptr_array_index (page->items, i);
      if (item->text != NULL)
        g_string_append_printf (out, "%s\n", item->text);
    }
  }
  return g_string_free (out, FALSE);
}

static char *
read_back (const TarikhLayout *layout, TarikhMeasure *measure)
{
  g_autoptr (GBytes) pdf = tarikh_draw_pdf (layout, measure, &options, NULL);
  char *path = tool_write (pdf, "page.pdf");
  const char *argv[] = { "pdftotext", "-enc", "UTF-8", path, "-", NULL };
  char *out = tool_run (argv);

  tool_remove (path);
  return out;
}

static void
all_letters_come_back (void **state)
{
  TarikhMeasure *measure = get_measure (state);

  tool_need ("pdftotext");
  TarikhLayout *layout = fixture_list (measure, 100);
  g_autofree char *read = read_back (layout, measure), *shown = list_text (layout);
  g_autoptr (GHashTable) wanted = text_count_letters (shown), found = text_count_letters (read);
  GHashTableIter iter;
  gpointer letter, number;

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &letter, &number))
    assert_int_equal (g_hash_table_lookup (found, letter), number);
  assert_int_equal (g_hash_table_size (found), g_hash_table_size (wanted));
  fixture_free (layout);
}

static void
words_are_found (void **state)
{
  TarikhMeasure *measure = get_measure (state);
  guint total = 0, found = 0;

  tool_need ("pdftotext");
  TarikhLayout *layout = fixture_list (measure, 100);
  g_autofree char *raw = read_back (layout, measure), *shown = list_text (layout), *read = text_drop_bidi_controls (raw);
  g_auto (GStrv) words = g_strsplit_set (shown, " \n", -1);
  for (char **word = words; *word != NULL; word++) {
    total += **word != '\0';
    found += **word != '\0' && strstr (read, *word) != NULL;
  }
  print_message ("%u of %u words found\n", found, total);
  assert_true (found * 100 >= total * 85);
  fixture_free (layout);
}

/* ---- picture ---- */

static void
svg_shows_the_same_picture (void **state)
{
  TarikhMeasure *measure = get_measure (state);

  tool_need ("rsvg-convert");
  TarikhLayout *layout = fixture_page (measure);
  g_autoptr (GBytes) svg = tarikh_draw_svg (layout, measure, &options, NULL);
  g_autoptr (GBytes) png = tarikh_draw_png (layout, measure, &options, NULL);
  char *svg_path = tool_write (svg, "page.svg"), *png_path = tool_write (png, "page.png");
  char *shown_path = tool_write (png, "shown.png");
  const char *argv[] = { "rsvg-convert", "-o", shown_path, svg_path, NULL };
  g_free (tool_run (argv));
  picture_assert_same (png_path, shown_path);
  tool_remove (svg_path);
  tool_remove (png_path);
  tool_remove (shown_path);
  fixture_free (layout);
}

static void
pdf_shows_the_same_picture (void **state)
{
  TarikhMeasure *measure = get_measure (state);

  tool_need ("pdftoppm");
  TarikhLayout *layout = fixture_page (measure);
  g_autoptr (GBytes) pdf = tarikh_draw_pdf (layout, measure, &options, NULL);
  g_autoptr (GBytes) png = tarikh_draw_png (layout, measure, &options, NULL);
  char *pdf_path = tool_write (pdf, "page.pdf"), *png_path = tool_write (png, "page.png");
  char *shown_path = tool_write (png, "shown.png");
  g_autofree char *stem = g_strndup (shown_path, strlen (shown_path) - strlen (".png"));
  g_autofree char *dpi = g_strdup_printf ("%d", DPI);
  const char *argv[] = { "pdftoppm", "-r", dpi, "-png", "-singlefile", pdf_path, stem, NULL };
  g_free (tool_run (argv));
  picture_assert_same (png_path, shown_path);
  tool_remove (pdf_path);
  tool_remove (png_path);
  tool_remove (shown_path);
  fixture_free (layout);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (qpdf_finds_no_fault),
    cmocka_unit_test (xmllint_finds_no_fault),
    cmocka_unit_test (all_letters_come_back),
    cmocka_unit_test (words_are_found),
    cmocka_unit_test (svg_shows_the_same_picture),
    cmocka_unit_test (pdf_shows_the_same_picture),
  };

  return cmocka_run_group_tests (tests, open_fonts, close_fonts);
}
