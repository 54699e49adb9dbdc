/* cli/embed: what an embedder writes, and at the same time the test that the public header and library are enough for it:
 * a story in, a chronology and a picture out. usage: embed STYLES-DIRECTORY */
#include <tarikh/tarikh.h>

#include <stdio.h>
#include <string.h>

static const char story[] = "افتتح الوزير الجسر في 5 مايو 2021. وكانت أعمال البناء قد بدأت في مارس 2018.";

static int
fail (const GError *error)
{
  fprintf (stderr, "embed: %s\n", error != NULL ? error->message : "no error told");
  return 1;
}

/* TRUE when a wrong option and a wrong story are errors, and leave the timeline as it was. */
static gboolean
refuses_nonsense (TarikhTimelineOptions *options, TarikhTimeline *timeline)
{
  g_autoptr (GError) usage = NULL, format = NULL;

  if (tarikh_timeline_options_set (options, "paper", "A99", &usage)
      || !g_error_matches (usage, TARIKH_TIMELINE_ERROR, TARIKH_TIMELINE_ERROR_USAGE))
    return FALSE;
  return !tarikh_timeline_add_json (timeline, "bad.json", "{", 1, &format)
         && g_error_matches (format, TARIKH_TIMELINE_ERROR, TARIKH_TIMELINE_ERROR_FORMAT);
}

static int
draw (TarikhTimeline *timeline, TarikhTimelineFormat format, const char *start)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = tarikh_timeline_draw (timeline, format, &error);

  if (file == NULL)
    return fail (error);
  gsize size;
  const char *data = g_bytes_get_data (file, &size);
  return size < strlen (start) || memcmp (data, start, strlen (start)) != 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TarikhTimelineOptions) options = tarikh_timeline_options_new ();
  if (argc != 2 || !tarikh_timeline_options_set (options, "published", "2021-05-06", &error)
      || !tarikh_timeline_options_set (options, "styles-directory", argv[1], &error))
    return fail (error);

  g_autoptr (TarikhTimeline) timeline = tarikh_timeline_new (options);
  if (!refuses_nonsense (options, timeline))
    return fail (NULL);
  if (!tarikh_timeline_add_text (timeline, "bridge.txt", story, strlen (story), &error))
    return fail (error);

  g_autofree char *json = tarikh_timeline_to_json (timeline, TRUE);
  if (strstr (json, "2021-05-05") == NULL || strstr (json, "bad.json") != NULL)
    return fail (NULL);
  return draw (timeline, TARIKH_TIMELINE_PDF, "%PDF-") + draw (timeline, TARIKH_TIMELINE_SVG, "<")
         + draw (timeline, TARIKH_TIMELINE_PNG, "\x89PNG") + draw (timeline, TARIKH_TIMELINE_LAYOUT_JSON, "{");
}
