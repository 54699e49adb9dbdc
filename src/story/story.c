/* story: the life of a story, and what the caller's defaults fill in. Reads no format itself; never looks for dates. */
#include "story/private.h"

#include <string.h>

gboolean
tarikh_story_is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    GUnicodeType type = g_unichar_type (c);
    if (!g_unichar_isspace (c) && type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT)
      return FALSE;
  }
  return TRUE;
}

gboolean
tarikh_story_check_size (const char *name, guint line, gsize length, GError **error)
{
  if (length <= TARIKH_STORY_MAX_BYTES)
    return TRUE;
  g_autofree char *printable = tarikh_base_printable (name);
  g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_FORMAT, "%s:%u: the story is larger than %u MB", printable, line,
               TARIKH_STORY_MAX_BYTES >> 20);
  return FALSE;
}

TarikhStory *
tarikh_story_new_empty (const char *name, const char *id)
{
  TarikhStory *story = g_new0 (TarikhStory, 1);

  story->source = g_utf8_make_valid (name, -1); /* a file's name may be any bytes, JSON may not */
  story->id = g_strdup (id);
  story->published_by = TARIKH_PUBLISHED_UNKNOWN;
  story->published = TARIKH_DAY_NONE;
  story->published_minute = -1;
  return story;
}

static void
settle_language (TarikhStory *story, const char *given)
{
  const char *seen = tarikh_story_detect_language (story->text, story->text_length);

  if (story->lang != NULL && tarikh_story_language_contradicts (story->lang, seen))
    g_clear_pointer (&story->lang, g_free);
  if (story->lang == NULL)
    story->lang = g_strdup (given != NULL ? given : seen);
}

void
tarikh_story_apply_defaults (TarikhStory *story, const TarikhStoryDefaults *defaults)
{
  settle_language (story, defaults != NULL ? defaults->lang : NULL);
  if (defaults == NULL || story->published_by != TARIKH_PUBLISHED_UNKNOWN || defaults->published == TARIKH_DAY_NONE)
    return;
  story->published = defaults->published;
  story->published_minute = defaults->published_minute;
  story->published_by = TARIKH_PUBLISHED_GIVEN;
}

void
tarikh_story_free (TarikhStory *story)
{
  if (story == NULL)
    return;
  g_free (story->id);
  g_free (story->source);
  g_free (story->title);
  g_free (story->lang);
  g_free (story->outlet);
  g_free (story->url);
  g_free (story->text);
  g_free (story);
}
