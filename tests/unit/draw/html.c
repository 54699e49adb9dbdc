/* draw/html: the web page: well-formed, complete in itself, its policy lets in its own style and nothing else, every event
 * a row, and hostile words stay words. */
#include "draw/draw.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include "check.h"
#include "fixture.h"

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

/* A chronology of two dated events and one without a date, every word of it WORDS when given. */
static TarikhChronology *
new_chronology (const char *words)
{
  TarikhChronology *chronology = tarikh_chronology_new ();
  TarikhChronicleStory *story = g_new0 (TarikhChronicleStory, 1);
  TarikhDay day = tarikh_base_day_from_date (2024, 6, 18);

  *story = (TarikhChronicleStory){ .id = g_strdup ("s1"),
                                   .source = g_strdup ("a.txt"),
                                   .title = g_strdup (words != NULL ? words : "افتتاح جسر"),
                                   .lang = g_strdup ("ar"),
                                   .outlet = g_strdup (words != NULL ? words : "صحيفة Blue River"),
                                   .url = g_strconcat ("https://example.org/", words != NULL ? words : "a", NULL),
                                   .published = TARIKH_DAY_NONE,
                                   .published_from = TARIKH_DAY_NONE,
                                   .published_to = TARIKH_DAY_NONE };
  g_ptr_array_add (chronology->stories, story);
  for (guint i = 0; i < 3; i++) {
    TarikhChronicleEvent *event = tarikh_chronology_event_new ();
    g_free (event->id);
    event->id = g_strdup_printf ("e%u", i + 1);
    event->start = i < 2 ? day + (TarikhDay) i : TARIKH_DAY_NONE;
    event->end = i < 2 ? day + 3 * (TarikhDay) i : TARIKH_DAY_NONE;
    g_free (event->headline);
    event->headline = g_strdup (words != NULL ? words : "افتتح الوزير الجسر");
    const char *sentence = words != NULL ? words : "وافتتح الوزير الجسر أمس.";
    g_ptr_array_add (event->sources, tarikh_chronology_source_new ("s1", 0, 4, sentence, strlen (sentence)));
    g_ptr_array_add (event->sources, tarikh_chronology_source_new ("s1", 9, 13, sentence, strlen (sentence)));
    g_ptr_array_add (chronology->events, event);
  }
  return chronology;
}

static TarikhTable *
new_table (const TarikhChronology *chronology)
{
  const TarikhLayoutOptions options = { .dates = { .lexicon = tarikh_lexicon_get ("ar") } };

  return tarikh_layout_table_new (chronology, &options);
}

static GBytes *
draw (TarikhMeasure *measure, const char *words)
{
  g_autoptr (TarikhChronology) chronology = new_chronology (words);
  g_autoptr (TarikhTable) table = new_table (chronology);
  TarikhLayout *layout = fixture_page (measure);
  g_autoptr (GError) error = NULL;

  if (words != NULL) {
    g_free (layout->title);
    layout->title = g_strdup (words);
  }
  GBytes *html = tarikh_draw_html (layout, table, measure, NULL, &error);
  assert_null (error);
  fixture_free (layout);
  return html;
}

static char *
get_text (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *p = strstr (text, what); p != NULL; p = strstr (p + 1, what))
    n++;
  return n;
}

/* What stands between the first START and the next END. (transfer full) */
static char *
cut (const char *text, const char *start, const char *end)
{
  const char *from = strstr (text, start);

  assert_non_null (from);
  from += strlen (start);
  assert_non_null (strstr (from, end));
  return g_strndup (from, (gsize) (strstr (from, end) - from));
}

static void
every_event_is_a_row (void **state)
{
  g_autoptr (GBytes) html = draw (get_measure (state), NULL);
  g_autofree char *text = get_text (html);
  CheckedXml *checked = check_xml_new (html);

  assert_int_equal (count (text, "<tr role=\"row\" id=\"row-e"), 3);
  assert_int_equal (count (text, "<time datetime=\"2024-06-18\">"), 1);
  assert_int_equal (count (text, "<blockquote dir=\"auto\" lang=\"ar\">"), 6);
  assert_int_equal (count (text, "scope=\"rowgroup\""), 1); /* those without a date */
  assert_non_null (strstr (text, "data-start=\"2024-06-19\" data-end=\"2024-06-21\""));
  assert_non_null (strstr (text, "<a href=\"https://example.org/a\">"));
  assert_non_null (strstr (text, "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"ar\" dir=\"rtl\">"));
  assert_true (strstr (text, "id=\"row-e1\"") < strstr (text, "id=\"row-e2\""));
  assert_int_equal (checked->events->len, 4); /* and the drawing has its own list */
  check_xml_free (checked);
}

static void
the_policy_lets_in_the_one_style (void **state)
{
  g_autoptr (GBytes) html = draw (get_measure (state), NULL);
  g_autofree char *text = get_text (html);
  g_autofree char *sheet = cut (text, "<style>", "</style>"), *told = cut (text, "'sha256-", "'");
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  static const char *const foreign[] = { "<script", "<link", "<img", "<iframe", "<object", "<form", "url(", "@import",
                                         " style=\"", "unsafe", " onload" };

  g_checksum_update (checksum, (const guchar *) sheet, -1);
  g_checksum_get_digest (checksum, digest, &length);
  g_autofree char *hash = g_base64_encode (digest, length);
  assert_string_equal (told, hash);
  assert_int_equal (count (text, "<style"), 1);
  assert_non_null (strstr (text, "content=\"default-src 'none'; style-src 'sha256-"));
  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    assert_null (strstr (text, foreign[i]));
}

static void
ids_stand_once (void **state)
{
  g_autoptr (GBytes) html = draw (get_measure (state), NULL);
  g_autofree char *text = get_text (html);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const char *p = strstr (text, " id=\""); p != NULL; p = strstr (p + 1, " id=\""))
    assert_true (g_hash_table_add (seen, cut (p, " id=\"", "\"")));
  assert_true (g_hash_table_size (seen) > 20);
}

/* The same elements, whatever the words are; and nobody is led to a script. */
static void
hostile_words_stay_words (void **state)
{
  static const char *const hostile[] = {
    "</td></table><script>alert(1)</script>", "]]>", "&#x1;&lt;", "\" onload=\"alert(1)", "--><!--", "\x01\x02\x1b[31m",
    "\xff\xfe", "خبر\xe2\x80\xaeمقلوب", "</style><style>*{display:none}", "javascript:alert(1)", ")('\\",
  };
  TarikhMeasure *measure = get_measure (state);
  g_autoptr (GBytes) harmless = draw (measure, "a");
  CheckedXml *expected = check_xml_new (harmless);

  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++) {
    g_autoptr (GBytes) html = draw (measure, hostile[i]);
    g_autofree char *text = get_text (html);
    CheckedXml *checked = check_xml_new (html);
    GHashTableIter iter;
    gpointer name, number;
    assert_int_equal (g_hash_table_size (checked->names), g_hash_table_size (expected->names));
    g_hash_table_iter_init (&iter, expected->names);
    while (g_hash_table_iter_next (&iter, &name, &number))
      assert_ptr_equal (g_hash_table_lookup (checked->names, name), number);
    assert_null (strstr (text, "\xe2\x80\xae"));
    assert_null (strstr (text, "href=\"javascript"));
    check_xml_free (checked);
  }
  check_xml_free (expected);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_event_is_a_row),
    cmocka_unit_test (the_policy_lets_in_the_one_style),
    cmocka_unit_test (ids_stand_once),
    cmocka_unit_test (hostile_words_stay_words),
  };

  return cmocka_run_group_tests (tests, open_fonts, close_fonts);
}
