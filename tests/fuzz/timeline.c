/* fuzz/timeline: any bytes, as an embedder would give them: the first byte chooses options, the rest is a story or a
 * JSON file, goes the whole way to a page, and its chronology is read back. Uses the public API only. */
#include "fuzz.h"

#include <string.h>

#include <tarikh/tarikh.h>

static void
choose (TarikhTimelineOptions *options, guint8 choice)
{
  static const char *const layouts[] = { "lanes", "horizontal", "vertical", "list" };
  static const char *const calendars[] = { "gregorian", "hijri", "both", "auto" };
  static const char *const styles[] = { "briefing", "article", "dark", "mobile" };

  g_assert_true (tarikh_timeline_options_set (options, "styles-directory", TARIKH_STYLES, NULL));
  g_assert_true (tarikh_timeline_options_set (options, "layout", layouts[choice & 3], NULL));
  g_assert_true (tarikh_timeline_options_set (options, "calendar", calendars[choice >> 2 & 3], NULL));
  g_assert_true (tarikh_timeline_options_set (options, "style", styles[choice >> 4 & 3], NULL));
  if ((choice >> 4 & 3) == 2) /* a page that hardly holds anything */
    g_assert_true (tarikh_timeline_options_set (options, "paper", "50x70mm", NULL));
  if ((choice & 0x40) != 0)
    g_assert_true (tarikh_timeline_options_set (options, "published", "2024-06-20", NULL));
  if ((choice & 0x80) != 0)
    g_assert_true (tarikh_timeline_options_set (options, "max-events", "3", NULL));
}

/* What we wrote we read. */
static void
read_back (const TarikhTimelineOptions *options, TarikhTimeline *timeline)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = tarikh_timeline_to_json (timeline, TRUE);
  g_autoptr (TarikhTimeline) again = tarikh_timeline_new (options);

  g_assert_true (g_utf8_validate (json, -1, NULL));
  tarikh_timeline_add_json (again, "again.json", json, strlen (json), &error);
  g_assert_no_error (error);
}

static void
draw (TarikhTimeline *timeline, TarikhTimelineFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tarikh_timeline_draw (timeline, format, &error);

  g_assert_true ((bytes == NULL) == (error != NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  if (size == 0)
    return 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (TarikhTimelineOptions) options = tarikh_timeline_options_new ();
  choose (options, data[0]);
  g_autoptr (TarikhTimeline) timeline = tarikh_timeline_new (options);
  const char *rest = (const char *) data + 1;
  gboolean added = size > 1 && rest[0] == '{' ? tarikh_timeline_add_json (timeline, "x.json", rest, size - 1, &error)
                                              : tarikh_timeline_add_text (timeline, "x.txt", rest, size - 1, &error);
  g_assert_true (added == (error == NULL));
  if (!added)
    return 0;
  read_back (options, timeline);
  draw (timeline, TARIKH_TIMELINE_LAYOUT_JSON);
  draw (timeline, (data[0] & 1) != 0 ? TARIKH_TIMELINE_SVG : TARIKH_TIMELINE_PDF);
  return 0;
}
