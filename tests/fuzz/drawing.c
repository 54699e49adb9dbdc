/* fuzz/drawing: any bytes as a headline, title, outlet, address, sentence and time expression, drawn as PDF, SVG or HTML (the first byte
 * chooses, and how). The markup must be well-formed and lead nowhere but to the web. Uses the public API only. */
#include "fuzz.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include <tarikh/tarikh.h>

static void
check_element (GMarkupParseContext *context, const char *name, const char **keys, const char **values, gpointer data,
               GError **error)
{
  g_assert_cmpstr (name, !=, "script");
  for (guint i = 0; keys[i] != NULL; i++) {
    g_assert_false (g_str_has_prefix (keys[i], "on"));
    if (strcmp (keys[i], "href") == 0)
      g_assert_true (values[i][0] == '#' || g_str_has_prefix (values[i], "https://") || g_str_has_prefix (values[i], "http://"));
  }
}

static void
check_markup (GBytes *bytes)
{
  static const GMarkupParser parser = { .start_element = check_element };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_markup_parse_context_parse (context, data, (gssize) length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

/* A chronology of one event whose every text is WORDS. (transfer full): free */
static char *
create_chronology (const char *words)
{
  json_t *root = json_pack (
      "{s:i,s:[{s:s,s:s,s:s,s:s,s:s,s:s,s:s}],s:[{s:s,s:i,s:i,s:s,s:s,s:s,s:s,s:s}],"
      "s:[{s:s,s:s,s:s,s:s,s:s,s:s,s:f,s:s,s:[],s:[],s:[{s:s,s:i,s:i,s:s}]}]}",
      "tarikh", 1, "stories", "id", "s1", "source", "x.txt", "title", words, "lang", "ar", "outlet", words, "url", words,
      "published_by", "unknown", "timexes", "story", "s1", "start", 0, "end", 1, "text", words, "type", "DATE", "value",
      "2024-06", "from", "2024-06-18", "to", "2024-06-20", "events", "id", "e1", "start", "2024-06-18", "end", "2024-06-20", "value",
      "2024-06", "dated_by", "explicit", "status", "planned", "salience", 0.5, "headline", words, "who", "where", "sources",
      "story", "s1", "start", 0, "end", 1, "text", words);
  char *json = json_dumps (root, JSON_COMPACT);

  json_decref (root);
  return json;
}

static TarikhTimelineOptions *
create_options (guint8 choice)
{
  static const char *const calendars[] = { "hijri", "both", "auto", "gregorian" };
  static const char *const styles[] = { "briefing", "web", "mobile", "poster" };
  TarikhTimelineOptions *options = tarikh_timeline_options_new ();

  g_assert_true (tarikh_timeline_options_set (options, "styles-directory", TARIKH_STYLES, NULL));
  g_assert_true (tarikh_timeline_options_set (options, "style", styles[choice >> 2 & 3], NULL));
  g_assert_true (tarikh_timeline_options_set (options, "allow-missing", (choice & 0x10) != 0 ? "no" : "yes", NULL));
  g_assert_true (tarikh_timeline_options_set (options, "text", (choice & 0x20) != 0 ? "live" : "outlines", NULL));
  g_assert_true (tarikh_timeline_options_set (options, "calendar", calendars[choice >> 6], NULL));
  return options;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const TarikhTimelineFormat formats[]
      = { TARIKH_TIMELINE_PDF, TARIKH_TIMELINE_SVG, TARIKH_TIMELINE_HTML, TARIKH_TIMELINE_PDF };
  g_autoptr (GError) error = NULL;

  if (size < 2)
    return 0;
  g_autofree char *raw = g_strndup ((const char *) data + 1, size - 1), *words = g_utf8_make_valid (raw, -1);
  char *json = create_chronology (words);
  g_autoptr (TarikhTimelineOptions) options = create_options (data[0]);
  g_autoptr (TarikhTimeline) timeline = tarikh_timeline_new (options);
  gboolean added = tarikh_timeline_add_json (timeline, "x.json", json, strlen (json), &error);
  free (json);
  g_assert_true (added == (error == NULL));
  if (!added)
    return 0;
  TarikhTimelineFormat format = formats[data[0] & 3];
  g_autoptr (GBytes) bytes = tarikh_timeline_draw (timeline, format, &error);
  g_assert_true ((bytes == NULL) == (error != NULL));
  if (bytes != NULL && format != TARIKH_TIMELINE_PDF)
    check_markup (bytes);
  return 0;
}
