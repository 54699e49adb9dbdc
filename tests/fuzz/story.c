/* fuzz/story: any bytes → the readers of plain text, of story objects and of publication dates. Checks that a story is
 * whole or an error is told, and that no message carries a control character out of the input. */
#include "fuzz.h"

#include "story/story.h"

static void
check (const TarikhStory *story, const GError *error)
{
  g_assert_true ((story == NULL) == (error != NULL));
  if (error != NULL) {
    for (const char *p = error->message; *p != '\0'; p++)
      g_assert_true ((guchar) *p >= 0x20 && *p != 0x7f);
    return;
  }
  g_assert_nonnull (story->id);
  g_assert_nonnull (story->source);
  g_assert_nonnull (story->lang);
  g_assert_true (g_utf8_validate (story->text, (gssize) story->text_length, NULL));
  g_assert_true ((story->published == TARIKH_DAY_NONE) == (story->published_by == TARIKH_PUBLISHED_UNKNOWN));
}

static void
read_published (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, MIN (size, 64));
  TarikhDay day = TARIKH_DAY_NONE;
  gint minute = -1;

  if (tarikh_story_parse_published (text, &day, &minute)) {
    g_assert_cmpint (day, !=, TARIKH_DAY_NONE);
    g_assert_cmpint (minute, >=, -1);
    g_assert_cmpint (minute, <, 24 * 60);
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  TarikhStoryDefaults defaults = { .published = TARIKH_DAY_NONE, .published_minute = -1, .lang = NULL };
  g_autoptr (GError) text_error = NULL, json_error = NULL;
  g_autoptr (TarikhStory) text
      = tarikh_story_new_from_text ("x.txt", "s1", (const char *) data, size, &defaults, &text_error);
  g_autoptr (TarikhStory) json
      = tarikh_story_new_from_json ("x.json", 1, "s1", (const char *) data, size, &defaults, &json_error);

  check (text, text_error);
  check (json, json_error);
  read_published (data, size);
  return 0;
}
