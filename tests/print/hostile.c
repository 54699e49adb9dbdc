/* Hostile words in every place that a story has (title, outlet, address, headline, sentence), in every file that is made of
 * them: they change nothing but their own text. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include <tarikh/tarikh.h>

#include "tool.h"

typedef struct {
  const char *name;
  const char *words;
  guint times; /* WORDS again and again; 0: once */
} Case;

static const Case cases[] = {
  { "nothing special", "افتتح الوزير الجسر", 0 },
  { "closing bracket", "a) /S /JavaScript /JS (app.alert(1)) >> endobj EMC ET", 0 },
  { "quotes", "'\"' onload='alert(1)' x=\"", 0 },
  { "a scheme that runs", "javascript:alert(1)", 0 },
  { "end of the picture", "</text></g></svg></td></table></style><script>alert(1)</script>", 0 },
  { "end of a section", "]]><!-- --><![CDATA[<b>", 0 },
  { "references", "&#x1;&#0;&lt;script&gt;&amp;&bogus;", 0 },
  { "PDF strings", "<feff0041> (\\) \\ /P << /MCID 0 >> BDC", 0 },
  { "overrides", "خبر \xe2\x80\xae" "عاجل\xe2\x80\xad abc\xe2\x80\xab\xe2\x80\xaa", 0 },
  { "isolates left open", "خبر \xe2\x81\xa6\xe2\x81\xa7\xe2\x81\xa8 abc", 0 },
  { "controls", "a\x01\x02\x08\x1b[31mb\x7f" "c\xc2\x80\xc2\x9f", 0 },
  { "line ends", "a\r\nb\tc\xe2\x80\xa8" "d\xe2\x80\xa9" "e\xc2\x85" "f", 0 },
  { "noncharacters", "a\xef\xbf\xbe\xef\xbf\xbf\xef\xb7\x90\xf4\x8f\xbf\xbf", 0 },
  { "private use", "a\xee\x80\x80\xf3\xb0\x80\x80", 0 },
  { "pictures", "خبر \xf0\x9f\x98\x80\xe2\x9d\xa4\xef\xb8\x8f\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80 عاجل", 0 },
  { "marks on one letter", "\xd9\x8e", 70000 },
  { "no place to break", "ب", 100000 },
  { "a million bytes", "كلمة طويلة ", 60000 },
  { "only marks of direction", "\xe2\x80\x8f\xe2\x80\x8e\xd8\x9c\xef\xbb\xbf", 0 },
};

/* (transfer full) */
static char *
create_words (const Case *c)
{
  GString *words = g_string_new (c->words);

  for (guint i = 1; i < c->times; i++)
    g_string_append (words, c->words);
  return g_string_free (words, FALSE);
}

/* A chronology whose every text is WORDS. (transfer full) */
static char *
create_chronology (const char *words)
{
  g_autofree char *url = g_strndup (words, 200), *whole = g_strconcat ("https://example.org/", url, NULL);
  g_autofree char *valid = g_utf8_make_valid (whole, -1);
  json_t *story = json_pack ("{s:s,s:s,s:s,s:s,s:s,s:s,s:s}", "id", "s1", "source", words, "title", words, "lang", "ar",
                             "outlet", words, "url", valid, "published_by", "unknown");
  json_t *bare = json_pack ("{s:s,s:s,s:s,s:s,s:s}", "id", "s2", "source", "x.txt", "lang", "ar", "url", words,
                            "published_by", "unknown"); /* the words alone as an address */
  json_t *events = json_array ();
  for (guint i = 0; i < 2; i++)
    json_array_append_new (events,
                           json_pack ("{s:s,s:s,s:s,s:s,s:s,s:s,s:f,s:s,s:[],s:[],s:[{s:s,s:i,s:i,s:s},{s:s,s:i,s:i,s:s}]}",
                                      "id", i == 0 ? "e1" : "e2", "start", "2024-06-18", "end", "2024-06-18", "value",
                                      "2024-06-18", "dated_by", "explicit", "status", "past", "salience", 0.5, "headline",
                                      words, "who", "where", "sources", "story", "s1", "start", 0, "end", 1, "text", words,
                                      "story", "s2", "start", 0, "end", 1, "text", words));
  json_t *root = json_pack ("{s:i,s:[o,o],s:[],s:o}", "tarikh", 1, "stories", story, bare, "timexes", "events", events);
  assert_non_null (root);
  char *json = json_dumps (root, 0), *copy = g_strdup (json);
  free (json);
  json_decref (root);
  return copy;
}

/* ---- what may stand in a file ---- */

static gboolean
is_listed (const char *const *list, const char *name)
{
  for (guint i = 0; list[i] != NULL; i++)
    if (strcmp (list[i], name) == 0)
      return TRUE;
  return FALSE;
}

static void
check_element (GMarkupParseContext *context, const char *name, const char **keys, const char **values, gpointer data,
               GError **error)
{
  static const char *const elements[] = {
    "svg", "title", "desc", "style", "defs", "g", "path", "use", "rect", "circle", "text", "a", "html", "head", "meta",
    "body", "main", "h1", "figure", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "li", "time",
    "blockquote", "span", NULL
  };
  const char *case_name = data;

  if (!is_listed (elements, name))
    fail_msg ("%s: an element %s", case_name, name);
  for (guint i = 0; keys[i] != NULL; i++) {
    if (g_str_has_prefix (keys[i], "on") || strcmp (keys[i], "src") == 0 || strcmp (keys[i], "style") == 0)
      fail_msg ("%s: an attribute %s", case_name, keys[i]);
    if (strcmp (keys[i], "href") == 0 && values[i][0] != '#' && !g_str_has_prefix (values[i], "https://example.org/"))
      fail_msg ("%s: leads to %s", case_name, values[i]);
  }
}

static void
check_characters (const char *text, const char *case_name)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if ((c < 0x20 && c != '\n') || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0xe000 && c <= 0xf8ff)
        || (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe || (c >= 0x1f000 && c <= 0x1faff) || c >= 0xf0000)
      fail_msg ("%s: U+%04X", case_name, c);
  }
}

static void
check_markup (GBytes *bytes, const Case *c)
{
  static const GMarkupParser parser = { .start_element = check_element };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, (gpointer) c->name, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_strndup (data, length);

  assert_true (g_utf8_validate (data, (gssize) length, NULL)); /* no NUL either */
  check_characters (text, c->name);
  if (!g_markup_parse_context_parse (context, data, (gssize) length, &error)
      || !g_markup_parse_context_end_parse (context, &error))
    fail_msg ("%s: %s", c->name, error->message);
}

/* Every address in JSON, what qpdf tells of a PDF, is one of ours. */
static void
check_addresses (const char *json)
{
  g_auto (GStrv) parts = g_strsplit (json, "\"/URI\": \"", -1);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    assert_true (g_str_has_prefix (parts[i], "u:https://example.org/"));
}

static void
check_pdf (GBytes *bytes, const Case *c)
{
  g_autofree char *qpdf = g_find_program_in_path ("qpdf");
  static const char *const names[] = { "\"/JavaScript\"", "\"/JS\"", "\"/Launch\"", "\"/AA\"", "\"/OpenAction\"" };

  if (qpdf == NULL)
    return;
  char *path = tool_write (bytes, "page.pdf");
  const char *check[] = { "qpdf", "--check", path, NULL }, *list[] = { "qpdf", "--json=2", path, NULL };
  g_free (tool_run (check)); /* fails on a mere warning, too */
  g_autofree char *json = tool_run (list);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strstr (json, names[i]) != NULL)
      fail_msg ("%s: a name %s", c->name, names[i]);
  check_addresses (json);
  tool_remove (path);
}

/* ---- the files ---- */

static void
draw_case (const Case *c, const char *text_kind)
{
  g_autoptr (TarikhTimelineOptions) options = tarikh_timeline_options_new ();
  g_autofree char *words = create_words (c), *json = create_chronology (words);
  g_autoptr (GError) error = NULL;

  assert_true (tarikh_timeline_options_set (options, "styles-directory", TARIKH_STYLES, NULL));
  assert_true (tarikh_timeline_options_set (options, "allow-missing", "yes", NULL));
  assert_true (tarikh_timeline_options_set (options, "text", text_kind, NULL));
  g_autoptr (TarikhTimeline) timeline = tarikh_timeline_new (options);
  tarikh_timeline_add_json (timeline, "x.json", json, strlen (json), &error);
  if (error != NULL)
    fail_msg ("%s: %s", c->name, error->message);
  g_autoptr (GBytes) svg = tarikh_timeline_draw (timeline, TARIKH_TIMELINE_SVG, &error);
  g_autoptr (GBytes) html = tarikh_timeline_draw (timeline, TARIKH_TIMELINE_HTML, error == NULL ? &error : NULL);
  g_autoptr (GBytes) pdf = tarikh_timeline_draw (timeline, TARIKH_TIMELINE_PDF, error == NULL ? &error : NULL);
  if (error != NULL)
    fail_msg ("%s: %s", c->name, error->message);
  check_markup (svg, c);
  check_markup (html, c);
  check_pdf (pdf, c);
  assert_true (g_bytes_get_size (svg) + g_bytes_get_size (html) + g_bytes_get_size (pdf) < 4000000);
}

static void
words_change_nothing_but_their_text (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    draw_case (&cases[i], "outlines");
}

static void
nor_do_they_as_live_text (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].times == 0)
      draw_case (&cases[i], "live");
}

/* A byte that no JSON string can hold, in plain text, in a title: a drawing without it, or an error. */
static void
nul_is_survived (void **state)
{
  static const char text[] = "عنوان\0آخر\n\nافتتح الوزير\0 الجسر في 5 مايو 2021.\n";
  const Case c = { "NUL", "", 0 };
  g_autoptr (TarikhTimelineOptions) options = tarikh_timeline_options_new ();
  g_autoptr (TarikhTimeline) timeline = tarikh_timeline_new (options);
  g_autoptr (GError) error = NULL;

  assert_true (tarikh_timeline_options_set (options, "styles-directory", TARIKH_STYLES, NULL));
  gboolean added = tarikh_timeline_add_text (timeline, "x.txt", text, sizeof text - 1, &error);
  assert_true (added == (error == NULL));
  if (!added)
    return;
  g_autoptr (GBytes) svg = tarikh_timeline_draw (timeline, TARIKH_TIMELINE_SVG, NULL);
  g_autoptr (GBytes) html = tarikh_timeline_draw (timeline, TARIKH_TIMELINE_HTML, NULL);
  check_markup (svg, &c);
  check_markup (html, &c);
}

/* What cleaning took away is told. */
static void
cleaning_is_noted (void **state)
{
  const Case c = { "", "a\xe2\x80\xae" "b", 0 };
  g_autoptr (TarikhTimelineOptions) options = tarikh_timeline_options_new ();
  g_autofree char *json = create_chronology (c.words);
  g_autoptr (TarikhTimeline) timeline = tarikh_timeline_new (options);

  assert_true (tarikh_timeline_options_set (options, "styles-directory", TARIKH_STYLES, NULL));
  assert_true (tarikh_timeline_add_json (timeline, "x.json", json, strlen (json), NULL));
  g_autoptr (GBytes) svg = tarikh_timeline_draw (timeline, TARIKH_TIMELINE_SVG, NULL);
  g_auto (GStrv) notes = tarikh_timeline_get_notes (timeline);
  g_auto (GStrv) warnings = tarikh_timeline_get_warnings (timeline);
  assert_non_null (svg);
  assert_true (g_strv_length (notes) > 0);
  assert_non_null (strstr (notes[g_strv_length (notes) - 1], "drawing: control, bidirectional or picture characters"));
  assert_int_equal (g_strv_length (warnings), 0);
}

/* ---- threads ---- */

static gpointer
draw_alone (gpointer data)
{
  static const TarikhTimelineFormat formats[]
      = { TARIKH_TIMELINE_PDF, TARIKH_TIMELINE_SVG, TARIKH_TIMELINE_PNG, TARIKH_TIMELINE_HTML, TARIKH_TIMELINE_LAYOUT_JSON };
  g_autoptr (TarikhTimelineOptions) options = tarikh_timeline_options_new ();
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (tarikh_timeline_options_set (options, "styles-directory", TARIKH_STYLES, NULL));
  g_assert_true (g_file_get_contents (TARIKH_INPUTS "/court-dye-factory.txt", &text, &length, NULL));
  g_autoptr (TarikhTimeline) timeline = tarikh_timeline_new (options);
  g_assert_true (tarikh_timeline_add_text (timeline, "x.txt", text, length, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autoptr (GBytes) bytes = tarikh_timeline_draw (timeline, formats[i], NULL);
    g_assert_nonnull (bytes);
    g_checksum_update (checksum, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  }
  return g_strdup (g_checksum_get_string (checksum));
}

/* Four at once give the bytes of one alone, in every format. */
static void
threads_give_the_bytes_of_one (void **state)
{
  GThread *threads[4];
  g_autofree char *alone = draw_alone (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("draw", draw_alone, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++) {
    g_autofree char *together = g_thread_join (threads[i]);
    assert_string_equal (together, alone);
  }
}

/* Fails for want of fonts alone: then nothing can be drawn and nothing is tested. */
static int
find_fonts (void **state)
{
  return g_file_test ("/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf", G_FILE_TEST_EXISTS) ? 0 : 77;
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (words_change_nothing_but_their_text),
    cmocka_unit_test (nor_do_they_as_live_text),
    cmocka_unit_test (nul_is_survived),
    cmocka_unit_test (cleaning_is_noted),
    cmocka_unit_test (threads_give_the_bytes_of_one),
  };

  return find_fonts (NULL) != 0 ? 77 : cmocka_run_group_tests (tests, NULL, NULL);
}
