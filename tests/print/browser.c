/* What browsers make of an SVG and of an HTML page: Chromium finds and copies every word and has one list item an event,
 * in order of time; Chromium, Firefox and rsvg-convert show the picture that we paint ourselves.
 * usage: browser STORY CHROMIUM.cjs */
#include <jansson.h>
#include <string.h>

#include <tarikh/tarikh.h>

#include "picture.h"
#include "text.h"
#include "tool.h"

enum { DPI = 96 };

typedef struct {
  const char *story, *script;
  TarikhTimelineOptions *options;
  TarikhTimeline *timeline;
} Fixture;

static int
open_story (void **state)
{
  Fixture *f = *state;
  g_autofree char *text = NULL;
  gsize length;

  f->options = tarikh_timeline_options_new ();
  assert_true (tarikh_timeline_options_set (f->options, "styles-directory", TARIKH_STYLES, NULL));
  assert_true (tarikh_timeline_options_set (f->options, "dpi", "96", NULL));
  f->timeline = tarikh_timeline_new (f->options);
  assert_true (g_file_get_contents (f->story, &text, &length, NULL));
  assert_true (tarikh_timeline_add_text (f->timeline, f->story, text, length, NULL));
  return 0;
}

static int
close_story (void **state)
{
  Fixture *f = *state;

  tarikh_timeline_free (f->timeline);
  tarikh_timeline_options_free (f->options);
  return 0;
}

static char *
write_file (Fixture *f, TarikhTimelineFormat format, const char *name)
{
  g_autoptr (GBytes) bytes = tarikh_timeline_draw (f->timeline, format, NULL);

  return tool_write (bytes, name);
}

/* The words that the page shows, blank-separated, without marks of direction. (transfer full) */
static char *
list_words (Fixture *f, gdouble *width_px, gdouble *height_px)
{
  g_autoptr (GBytes) boxes = tarikh_timeline_draw (f->timeline, TARIKH_TIMELINE_LAYOUT_JSON, NULL);
  json_t *root = json_loadb (g_bytes_get_data (boxes, NULL), g_bytes_get_size (boxes), 0, NULL);
  json_t *page = json_array_get (json_object_get (root, "pages"), 0), *item;
  g_autoptr (GString) words = g_string_new (NULL);
  gsize i;

  *width_px = json_number_value (json_object_get (page, "width")) * DPI / 25.4;
  *height_px = json_number_value (json_object_get (page, "height")) * DPI / 25.4;
  json_array_foreach (json_object_get (page, "items"), i, item)
    if (json_object_get (item, "text") != NULL)
      g_string_append_printf (words, "%s\n", json_string_value (json_object_get (item, "text")));
  json_decref (root);
  return text_drop_bidi_controls (words->str);
}

/* What Chromium says of PATH, with a SCREENSHOT of that size unless NULL. (transfer full) */
static json_t *
ask_chromium (Fixture *f, const char *path, const char *words, const char *screenshot, gdouble width_px, gdouble height_px)
{
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
  char *words_path = tool_write (bytes, "words.txt");
  g_autofree char *program = g_find_program_in_path ("chromium");
  g_autofree char *width = g_strdup_printf ("%.0f", width_px), *height = g_strdup_printf ("%.0f", height_px);
  const char *argv[] = { "node", f->script, program, path, words_path, screenshot, width, height, NULL };
  g_autofree char *out = tool_run (argv);
  json_t *answer = json_loads (out, 0, NULL);

  assert_non_null (answer);
  tool_remove (words_path);
  return answer;
}

static void
assert_all_found (const char *words, json_t *answer)
{
  g_auto (GStrv) list = g_strsplit_set (words, " \n", -1);
  g_autofree char *copied = text_drop_bidi_controls (json_string_value (json_object_get (answer, "text")));
  guint n_words = 0;

  for (char **word = list; *word != NULL; word++) {
    n_words += **word != '\0';
    if (strstr (copied, *word) == NULL)
      fail_msg ("not copied: %s", *word);
  }
  assert_true (n_words > 50);
  assert_int_equal (json_array_size (json_object_get (answer, "found")), n_words);
}

/* The names of the SVG's list items in its own order, which is that of time; one line each. */
static char *
list_titles (const char *path)
{
  g_autofree char *svg = NULL;
  g_autoptr (GString) titles = g_string_new (NULL);
  const char *last = "";

  assert_true (g_file_get_contents (path, &svg, NULL, NULL));
  for (const char *p = strstr (svg, "role=\"listitem\""); p != NULL; p = strstr (p + 1, "role=\"listitem\"")) {
    const char *title = strstr (p, "<title>") + strlen ("<title>"), *start = strstr (p, " data-start=\"");
    g_string_append_len (titles, title, strstr (title, "</title>") - title);
    g_string_append_c (titles, '\n');
    if (start == NULL || start > title)
      continue; /* undated: these come last */
    assert_true (strncmp (last, start, 23) <= 0);
    last = start;
  }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
chromium_reads_the_svg (void **state)
{
  Fixture *f = *state;
  gdouble width, height;

  tool_need ("node");
  tool_need ("chromium");
  char *path = write_file (f, TARIKH_TIMELINE_SVG, "page.svg");
  g_autofree char *words = list_words (f, &width, &height), *titles = list_titles (path);
  json_t *answer = ask_chromium (f, path, words, NULL, width, height), *item;
  g_autoptr (GString) items = g_string_new (NULL);
  gsize i;

  assert_all_found (words, answer);
  json_array_foreach (json_object_get (answer, "items"), i, item)
    g_string_append_printf (items, "%s\n", json_string_value (item));
  assert_true (json_array_size (json_object_get (answer, "items")) > 5);
  assert_string_equal (items->str, titles);
  json_decref (answer);
  tool_remove (path);
}

static void
chromium_reads_the_html (void **state)
{
  Fixture *f = *state;
  gdouble width, height;

  tool_need ("node");
  tool_need ("chromium");
  char *svg = write_file (f, TARIKH_TIMELINE_SVG, "page.svg"), *path = write_file (f, TARIKH_TIMELINE_HTML, "page.html");
  g_autofree char *words = list_words (f, &width, &height), *titles = list_titles (svg);
  json_t *answer = ask_chromium (f, path, words, NULL, width, height);
  g_auto (GStrv) events = g_strsplit (g_strchomp (titles), "\n", -1);

  assert_all_found (words, answer);
  assert_true ((guint) json_integer_value (json_object_get (answer, "rows")) > g_strv_length (events));
  json_decref (answer);
  tool_remove (path);
  tool_remove (svg);
}

/* What pdftotext reads on pages FIRST to LAST of PATH. (transfer full) */
static char *
read_pages (const char *path, const char *first, const char *last)
{
  const char *argv[] = { "pdftotext", "-enc", "UTF-8", "-f", first, "-l", last, path, "-", NULL };
  g_autofree char *text = tool_run (argv);

  return text_drop_bidi_controls (text);
}

/* The drawing on a page of its own size, then the table, with its heading on every page, and nothing empty between. */
static void
chromium_prints_the_html (void **state)
{
  Fixture *f = *state;

  tool_need ("chromium");
  tool_need ("pdftotext");
  char *path = write_file (f, TARIKH_TIMELINE_HTML, "page.html"), *pdf = write_file (f, TARIKH_TIMELINE_PDF, "page.pdf");
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL), *to = g_strconcat ("--print-to-pdf=", pdf, NULL);
  const char *argv[] = { "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", to, uri, NULL };
  static const char caption[] = "الأحداث بترتيبها الزمني", source[] = "المصدر";
  g_free (tool_run (argv));
  g_autofree char *drawing = read_pages (pdf, "1", "1"), *table = read_pages (pdf, "2", "2"), *rest = read_pages (pdf, "3", "3");
  assert_non_null (strstr (drawing, "2025"));
  assert_null (strstr (drawing, caption));
  assert_non_null (strstr (table, caption));
  assert_non_null (strstr (rest, source));
  tool_remove (path);
  tool_remove (pdf);
}

/* ---- pictures ---- */

static void
compare_with_ours (Fixture *f, const char *shown_path)
{
  char *png_path = write_file (f, TARIKH_TIMELINE_PNG, "page.png");

  picture_assert_same (png_path, shown_path);
  tool_remove (png_path);
}

static void
chromium_shows_the_same_picture (void **state)
{
  Fixture *f = *state;
  gdouble width, height;

  tool_need ("node");
  tool_need ("chromium");
  char *path = write_file (f, TARIKH_TIMELINE_SVG, "page.svg"), *shown = write_file (f, TARIKH_TIMELINE_PNG, "shown.png");
  g_free (list_words (f, &width, &height));
  json_decref (ask_chromium (f, path, "x", shown, width, height));
  compare_with_ours (f, shown);
  tool_remove (path);
  tool_remove (shown);
}

static void
firefox_shows_the_same_picture (void **state)
{
  Fixture *f = *state;
  gdouble width, height;

  tool_need ("firefox-esr");
  char *path = write_file (f, TARIKH_TIMELINE_SVG, "page.svg"), *shown = write_file (f, TARIKH_TIMELINE_PNG, "shown.png");
  g_autofree char *profile = g_dir_make_tmp ("tarikh-firefox-XXXXXX", NULL);
  g_free (list_words (f, &width, &height));
  g_autofree char *size = g_strdup_printf ("--window-size=%.0f,%.0f", width, ceil (height));
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  const char *argv[] = { "firefox-esr", "--headless", "--no-remote", "--profile", profile, size, "--screenshot", shown,
                         uri, NULL };
  const char *clean[] = { "rm", "-rf", profile, NULL };
  g_free (tool_run (argv));
  compare_with_ours (f, shown);
  g_free (tool_run (clean));
  tool_remove (path);
  tool_remove (shown);
}

static void
rsvg_shows_the_same_picture (void **state)
{
  Fixture *f = *state;

  tool_need ("rsvg-convert");
  char *path = write_file (f, TARIKH_TIMELINE_SVG, "page.svg"), *shown = write_file (f, TARIKH_TIMELINE_PNG, "shown.png");
  const char *argv[] = { "rsvg-convert", "-o", shown, path, NULL };
  g_free (tool_run (argv));
  compare_with_ours (f, shown);
  tool_remove (path);
  tool_remove (shown);
}

int
main (int argc, char **argv)
{
  if (argc != 3)
    return 2;
  Fixture fixture = { .story = argv[1], .script = argv[2] };
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_prestate_setup_teardown (chromium_reads_the_svg, open_story, close_story, &fixture),
    cmocka_unit_test_prestate_setup_teardown (chromium_reads_the_html, open_story, close_story, &fixture),
    cmocka_unit_test_prestate_setup_teardown (chromium_prints_the_html, open_story, close_story, &fixture),
    cmocka_unit_test_prestate_setup_teardown (chromium_shows_the_same_picture, open_story, close_story, &fixture),
    cmocka_unit_test_prestate_setup_teardown (firefox_shows_the_same_picture, open_story, close_story, &fixture),
    cmocka_unit_test_prestate_setup_teardown (rsvg_shows_the_same_picture, open_story, close_story, &fixture),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
