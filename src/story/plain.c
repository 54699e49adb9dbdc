/* story/plain: a story that is nothing but text. The first line is taken for the title when it stands like one; it
 * stays in the text as well, because offsets count from there. */
#include "story/private.h"

#include <string.h>

#define TITLE_MAX_CHARACTERS 160

static const char *
skip_blanks (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* A heading does not end as a sentence does; question and exclamation marks do stand in headings. */
static gboolean
ends_like_sentence (const char *line)
{
  const char *last = g_utf8_find_prev_char (line, line + strlen (line));
  gunichar c = last != NULL ? g_utf8_get_char (last) : 0;

  return c == '.' || c == ':' || c == ',' || c == ';' || c == 0x2026 || c == 0x060c || c == 0x061b || c == 0x06d4;
}

/* The first line of TEXT when it is short, does not end like a sentence and more text follows. (transfer full) */
static char *
find_title (const char *text)
{
  const char *start = skip_blanks (text);
  gsize length = strcspn (start, "\r\n");

  if (*skip_blanks (start + length) == '\0')
    return NULL;
  g_autofree char *line = g_strstrip (g_strndup (start, length));
  if (g_utf8_strlen (line, -1) > TITLE_MAX_CHARACTERS || ends_like_sentence (line) || tarikh_story_is_blank (line))
    return NULL;
  return g_steal_pointer (&line);
}

TarikhStory *
tarikh_story_new_from_text (const char *name, const char *id, const char *data, gsize length,
                            const TarikhStoryDefaults *defaults, GError **error)
{
  gsize text_length = 0;

  if (!tarikh_story_check_size (name, 1, length, error))
    return NULL;
  g_autofree char *text = tarikh_text_decode (name, data, length, &text_length, error);
  if (text == NULL)
    return NULL;
  if (tarikh_story_is_blank (text)) {
    g_autofree char *printable = tarikh_base_printable (name);
    g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_FORMAT, "%s:1: the story is empty", printable);
    return NULL;
  }

  TarikhStory *story = tarikh_story_new_empty (name, id);
  story->text = g_steal_pointer (&text);
  story->text_length = text_length;
  story->title = find_title (story->text);
  tarikh_story_apply_defaults (story, defaults);
  return story;
}
