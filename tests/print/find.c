/* Ctrl+F: what PDFium (Chrome, Edge) and pdftotext find again in PDFs made of a hundred headlines and of every story of
 * inputs/: all letters (PDFium may tell one twice), nearly all words. usage: find HEADLINES INPUTS PDFIUM.cjs */
#include <jansson.h>
#include <math.h>
#include <stdlib.h>

#include <tarikh/tarikh.h>

#include "text.h"
#include "tool.h"

/* A program that reads a PDF's text; the share of words that it must find, in percent: of all stories together, of each. Of
 * a story of a few words it may lose some nevertheless: a file's name in Latin letters, which readers turn round. */
typedef struct {
  const char *name;
  const char *argv[6]; /* "FILE" stands for the PDF */
  double least, least_of_each;
  guint may_lose;
} Reader;

typedef struct {
  const char *headlines, *inputs;
  Reader readers[2];
  guint n_words[2], n_found[2];
} Fixture;

/* ---- what is shown ---- */

static void
add_page_text (GString *out, json_t *page)
{
  gsize i;
  json_t *item;

  json_array_foreach (json_object_get (page, "items"), i, item)
    if (json_object_get (item, "text") != NULL)
      g_string_append_printf (out, "%s\n", json_string_value (json_object_get (item, "text")));
}

/* All text of TIMELINE's pages. (transfer full) */
static char *
list_text (TarikhTimeline *timeline)
{
  g_autoptr (GBytes) boxes = tarikh_timeline_draw (timeline, TARIKH_TIMELINE_LAYOUT_JSON, NULL);
  json_t *root = json_loadb (g_bytes_get_data (boxes, NULL), g_bytes_get_size (boxes), 0, NULL), *page;
  g_autoptr (GString) raw = g_string_new (NULL);
  gsize i;

  json_array_foreach (json_object_get (root, "pages"), i, page)
    add_page_text (raw, page);
  json_decref (root);
  g_autofree char *plain = text_drop_bidi_controls (raw->str);
  return g_utf8_normalize (plain, -1, G_NORMALIZE_NFKC);
}

/* ---- what is read ---- */

/* What READER reads of PATH, NULL when it is not there. (transfer full) */
static char *
read_text (const Reader *reader, const char *path)
{
  const char *argv[6] = { NULL };
  g_autofree char *raw = NULL;
  int status = 1;

  for (guint i = 0; reader->argv[i] != NULL; i++)
    argv[i] = strcmp (reader->argv[i], "FILE") == 0 ? path : reader->argv[i];
  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &raw,
                     NULL, &status, NULL))
    return NULL;
  if (g_spawn_check_wait_status (status, NULL) == FALSE)
    return NULL;
  g_autofree char *plain = text_drop_bidi_controls (raw);
  return g_utf8_normalize (plain, -1, G_NORMALIZE_NFKC);
}

static void
assert_all_letters (const char *shown, const char *read, const char *what)
{
  g_autoptr (GHashTable) wanted = text_count_letters (shown), found = text_count_letters (read);
  GHashTableIter iter;
  gpointer letter, number;

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &letter, &number))
    if (GPOINTER_TO_UINT (g_hash_table_lookup (found, letter)) < GPOINTER_TO_UINT (number))
      fail_msg ("%s: U+%04X stands %u times, read %u times", what, GPOINTER_TO_UINT (letter), GPOINTER_TO_UINT (number),
                GPOINTER_TO_UINT (g_hash_table_lookup (found, letter)));
}

static void
count_words (const char *shown, const char *read, guint *n_words, guint *n_found)
{
  g_auto (GStrv) words = g_strsplit_set (shown, " \n", -1);

  for (char **word = words; *word != NULL; word++) {
    *n_words += **word != '\0';
    *n_found += **word != '\0' && strstr (read, *word) != NULL;
  }
}

static void
look_for_words (Fixture *f, TarikhTimeline *timeline, const char *what)
{
  g_autoptr (GBytes) pdf = tarikh_timeline_draw (timeline, TARIKH_TIMELINE_PDF, NULL);
  g_autofree char *shown = list_text (timeline);
  char *path = tool_write (pdf, "page.pdf");

  for (guint i = 0; i < G_N_ELEMENTS (f->readers); i++) {
    g_autofree char *read = read_text (&f->readers[i], path);
    guint n_words = 0, n_found = 0;
    if (read == NULL)
      continue;
    assert_all_letters (shown, read, what);
    count_words (shown, read, &n_words, &n_found);
    print_message ("%s: %s finds %u of %u words\n", what, f->readers[i].name, n_found, n_words);
    guint lost = n_words - n_found;
    if (lost > f->readers[i].may_lose && 100.0 * n_found < f->readers[i].least_of_each * n_words)
      fail_msg ("%s: %s loses %u of %u words", what, f->readers[i].name, lost, n_words);
    f->n_words[i] += n_words;
    f->n_found[i] += n_found;
  }
  tool_remove (path);
}

/* Since the last call; a reader that was not there has seen none, which is told. */
static void
assert_enough_found (Fixture *f)
{
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (f->readers); i++) {
    if (f->n_words[i] == 0)
      print_message ("%s is not installed: not asked\n", f->readers[i].name);
    else
      print_message ("%s: %.1f %%\n", f->readers[i].name, 100.0 * f->n_found[i] / f->n_words[i]);
    any |= f->n_words[i] > 0;
    assert_true (100.0 * f->n_found[i] >= f->readers[i].least * f->n_words[i]);
    f->n_words[i] = f->n_found[i] = 0;
  }
  if (!any)
    skip ();
}

/* ---- stories ---- */

static TarikhTimelineOptions *
create_options (void)
{
  TarikhTimelineOptions *options = tarikh_timeline_options_new ();

  assert_true (tarikh_timeline_options_set (options, "styles-directory", TARIKH_STYLES, NULL));
  return options;
}

/* The headlines as a chronology, a week apart, as an editor might hand them in. (transfer full) */
static char *
create_chronology (const char *path)
{
  g_autofree char *text = NULL;
  json_t *events = json_array (), *root;

  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree char *id = g_strdup_printf ("e%u", i + 1);
    g_autofree char *day = g_strdup_printf ("20%02u-%02u-%02u", 10 + i / 12, i % 12 + 1, i % 27 + 1);
    json_array_append_new (events, json_pack ("{s:s,s:s,s:s,s:s,s:s,s:s,s:f,s:s,s:[],s:[],s:[]}", "id", id, "start", day,
                                              "end", day, "value", day, "dated_by", "explicit", "status", "past",
                                              "salience", 0.5, "headline", lines[i], "who", "where", "sources"));
  }
  root = json_pack ("{s:i,s:[{s:s,s:s,s:s,s:s}],s:[],s:o}", "tarikh", 1, "stories", "id", "s1", "source", "x.txt", "lang",
                    "ar", "published_by", "unknown", "timexes", "events", events);
  char *json = json_dumps (root, 0), *copy = g_strdup (json);
  free (json);
  json_decref (root);
  return copy;
}

static void
headlines_are_found (void **state)
{
  Fixture *f = *state;
  g_autoptr (TarikhTimelineOptions) options = create_options ();
  g_autoptr (TarikhTimeline) timeline = tarikh_timeline_new (options);
  g_autofree char *json = create_chronology (f->headlines);
  g_autoptr (GError) error = NULL;

  tarikh_timeline_add_json (timeline, "headlines.json", json, strlen (json), &error);
  if (error != NULL)
    fail_msg ("%s", error->message);
  look_for_words (f, timeline, "100 headlines");
  assert_enough_found (f);
}

static gboolean
add_story (TarikhTimeline *timeline, const char *path)
{
  g_autofree char *text = NULL;
  gsize length;

  if (g_str_has_suffix (path, ".jsonl"))
    return FALSE;
  assert_true (g_file_get_contents (path, &text, &length, NULL));
  return g_str_has_suffix (path, ".json") ? tarikh_timeline_add_json (timeline, path, text, length, NULL)
                                          : tarikh_timeline_add_text (timeline, path, text, length, NULL);
}

static void
stories_are_found (void **state)
{
  Fixture *f = *state;
  g_autoptr (GDir) dir = g_dir_open (f->inputs, 0, NULL);

  assert_non_null (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    g_autoptr (TarikhTimelineOptions) options = create_options ();
    g_autoptr (TarikhTimeline) timeline = tarikh_timeline_new (options);
    g_autofree char *path = g_build_filename (f->inputs, name, NULL);
    if (add_story (timeline, path))
      look_for_words (f, timeline, name);
  }
  assert_enough_found (f);
}

int
main (int argc, char **argv)
{
  if (argc != 4)
    return 2;
  Fixture fixture = { .headlines = argv[1],
                      .inputs = argv[2],
                      .readers = { { "PDFium", { "node", argv[3], "FILE", NULL }, 99, 97, 1 },
                                   { "pdftotext", { "pdftotext", "-enc", "UTF-8", "FILE", "-", NULL }, 92, 85, 2 } } };
  const struct CMUnitTest tests[] = { cmocka_unit_test_prestate (headlines_are_found, &fixture),
                                      cmocka_unit_test_prestate (stories_are_found, &fixture) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
