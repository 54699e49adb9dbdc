/* story/object: a story as a JSON object, alone in a file or on a line of a stream. What the object gets wrong is an
 * error with its place; keys that we do not know are not looked at. */
#include "story/long.h"
#include "story/private.h"

#include <jansson.h>
#include <string.h>

/* Where the object stands, for messages. */
typedef struct {
  const char *name;
  guint line;
} Place;

/* A story object as parsed: its long string stands beside it, and a mark in its place. */
typedef struct {
  json_t *object;
  char *text; /* owned; NULL when nothing stands aside */
  gsize text_length;
} Parsed;

static void
parsed_clear (Parsed *parsed)
{
  json_decref (parsed->object);
  g_free (parsed->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parsed, parsed_clear)

/* Copies what the string VALUE says. (transfer full) */
static char *
copy_string (const Parsed *parsed, const json_t *value, gsize *length)
{
  const char *text = json_string_value (value);
  gboolean aside = parsed->text != NULL && strcmp (text, STORY_LONG_MARK) == 0;

  *length = aside ? parsed->text_length : json_string_length (value);
  return g_strndup (aside ? parsed->text : text, *length);
}

/* The reason may quote the story: no control character comes out of it. */
static gboolean
fail (GError **error, Place place, const char *reason)
{
  g_autofree char *message = g_strdup_printf ("%s:%u: %s", place.name, place.line, reason);
  g_autofree char *printable = tarikh_base_printable (message);

  g_set_error_literal (error, TARIKH_ERROR, TARIKH_ERROR_FORMAT, printable);
  return FALSE;
}

/* Copies the string at KEY into *OUT; absent, null and blank leave it as it is. */
static gboolean
read_string (const Parsed *parsed, const char *key, char **out, Place place, GError **error)
{
  const json_t *value = json_object_get (parsed->object, key);
  gsize length;

  if (value == NULL || json_is_null (value))
    return TRUE;
  if (!json_is_string (value)) {
    g_autofree char *reason = g_strdup_printf ("\"%s\" is not a string", key);
    return fail (error, place, reason);
  }
  g_autofree char *said = copy_string (parsed, value, &length);
  if (!tarikh_story_is_blank (said)) {
    g_free (*out);
    *out = g_steal_pointer (&said);
  }
  return TRUE;
}

static gboolean
read_published (TarikhStory *story, const Parsed *parsed, Place place, GError **error)
{
  g_autofree char *published = NULL;

  if (!read_string (parsed, "published", &published, place, error))
    return FALSE;
  if (published == NULL)
    return TRUE;
  if (!tarikh_story_parse_published (published, &story->published, &story->published_minute)) {
    g_autofree char *reason
        = g_strdup_printf ("\"published\" is not a date like 2024-06-20 or 2024-06-20T14:30: %s", published);
    return fail (error, place, reason);
  }
  story->published_by = TARIKH_PUBLISHED_METADATA;
  return TRUE;
}

/* A tag that is none is metadata of no use, not a reason to refuse the story. */
static gboolean
read_language (TarikhStory *story, const Parsed *parsed, Place place, GError **error)
{
  if (!read_string (parsed, "lang", &story->lang, place, error))
    return FALSE;
  if (story->lang != NULL)
    g_strdelimit (story->lang, "_", '-');
  if (story->lang != NULL && !tarikh_story_is_language_tag (story->lang))
    g_clear_pointer (&story->lang, g_free);
  return TRUE;
}

/* A blank text is a story that tells nothing: feeds are full of items without a body, and one must not stop a stream. */
static gboolean
read_text (TarikhStory *story, const Parsed *parsed, Place place, GError **error)
{
  const json_t *value = json_object_get (parsed->object, "text");

  if (value == NULL || json_is_null (value))
    return fail (error, place, "the story has no \"text\"");
  if (!json_is_string (value))
    return fail (error, place, "\"text\" is not a string");
  story->text = copy_string (parsed, value, &story->text_length);
  return tarikh_story_check_size (place.name, place.line, story->text_length, error);
}

static gboolean
read_object (TarikhStory *story, const Parsed *parsed, Place place, GError **error)
{
  if (!json_is_object (parsed->object))
    return fail (error, place, "not a JSON object");
  return read_text (story, parsed, place, error) && read_string (parsed, "id", &story->id, place, error)
         && read_string (parsed, "title", &story->title, place, error)
         && read_string (parsed, "outlet", &story->outlet, place, error)
         && read_string (parsed, "url", &story->url, place, error) && read_language (story, parsed, place, error)
         && read_published (story, parsed, place, error);
}

/* Parses DATA with its long string aside. FALSE when that cannot be done, for whatever reason. */
static gboolean
load_aside (const char *data, gsize length, Parsed *parsed)
{
  StoryLong string;
  gsize rest_length;

  if (!tarikh_story_long_find (data, length, &string))
    return FALSE;
  g_autofree char *rest = tarikh_story_long_cut (data, length, &string, &rest_length);
  g_autofree char *text = rest != NULL ? tarikh_story_long_decode (&string, &parsed->text_length) : NULL;
  json_t *object = text != NULL ? json_loadb (rest, rest_length, JSON_DECODE_ANY, NULL) : NULL;
  if (object == NULL)
    return FALSE;
  parsed->object = object;
  parsed->text = g_steal_pointer (&text);
  return TRUE;
}

/* Parses DATA; a leading byte order mark is stepped over. */
static gboolean
load (Place place, const char *data, gsize length, Parsed *parsed, GError **error)
{
  json_error_t json_error;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0) {
    data += 3;
    length -= 3;
  }
  if (load_aside (data, length, parsed))
    return TRUE;
  parsed->object = json_loadb (data, length, JSON_DECODE_ANY, &json_error);
  if (parsed->object != NULL)
    return TRUE;
  gboolean is_null = json_error_code (&json_error) == json_error_null_character;
  g_autofree char *reason
      = g_strdup_printf ("damaged JSON: %s", is_null ? "a string with \\u0000 is not text" : json_error.text);
  place.line += (guint) MAX (json_error.line, 1) - 1;
  return fail (error, place, reason);
}

TarikhStory *
tarikh_story_new_from_json (const char *name, guint line, const char *id, const char *data, gsize length,
                            const TarikhStoryDefaults *defaults, GError **error)
{
  Place place = { name, line };
  g_auto (Parsed) parsed = { NULL };
  if (!load (place, data, length, &parsed, error))
    return NULL;

  g_autoptr (TarikhStory) story = tarikh_story_new_empty (name, id);
  if (!read_object (story, &parsed, place, error))
    return NULL;
  tarikh_story_apply_defaults (story, defaults);
  return g_steal_pointer (&story);
}
