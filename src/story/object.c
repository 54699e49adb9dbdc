/* story/object: a story as a JSON object, alone in a file or on a line of a stream. What the object gets wrong is an
 * error with its place; keys that we do not know are not looked at. */
#include "story/private.h"

#include <jansson.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, json_decref)

/* Where the object stands, for messages. */
typedef struct {
  const char *name;
  guint line;
} Place;

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
read_string (const json_t *object, const char *key, char **out, Place place, GError **error)
{
  const json_t *value = json_object_get (object, key);

  if (value == NULL || json_is_null (value))
    return TRUE;
  if (!json_is_string (value)) {
    g_autofree char *reason = g_strdup_printf ("\"%s\" is not a string", key);
    return fail (error, place, reason);
  }
  if (!tarikh_story_is_blank (json_string_value (value))) {
    g_free (*out);
    *out = g_strdup (json_string_value (value));
  }
  return TRUE;
}

static gboolean
read_published (TarikhStory *story, const json_t *object, Place place, GError **error)
{
  g_autofree char *published = NULL;

  if (!read_string (object, "published", &published, place, error))
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
read_language (TarikhStory *story, const json_t *object, Place place, GError **error)
{
  if (!read_string (object, "lang", &story->lang, place, error))
    return FALSE;
  if (story->lang != NULL)
    g_strdelimit (story->lang, "_", '-');
  if (story->lang != NULL && !tarikh_story_is_language_tag (story->lang))
    g_clear_pointer (&story->lang, g_free);
  return TRUE;
}

/* A blank text is a story that tells nothing: feeds are full of items without a body, and one must not stop a stream. */
static gboolean
read_text (TarikhStory *story, const json_t *object, Place place, GError **error)
{
  const json_t *value = json_object_get (object, "text");

  if (value == NULL || json_is_null (value))
    return fail (error, place, "the story has no \"text\"");
  if (!json_is_string (value))
    return fail (error, place, "\"text\" is not a string");
  story->text = g_strdup (json_string_value (value));
  story->text_length = strlen (story->text);
  return tarikh_story_check_size (place.name, place.line, story->text_length, error);
}

static gboolean
read_object (TarikhStory *story, const json_t *object, Place place, GError **error)
{
  if (!json_is_object (object))
    return fail (error, place, "not a JSON object");
  return read_text (story, object, place, error) && read_string (object, "id", &story->id, place, error)
         && read_string (object, "title", &story->title, place, error)
         && read_string (object, "outlet", &story->outlet, place, error)
         && read_string (object, "url", &story->url, place, error) && read_language (story, object, place, error)
         && read_published (story, object, place, error);
}

/* Parses DATA; a leading byte order mark is stepped over. */
static json_t *
load (Place place, const char *data, gsize length, GError **error)
{
  json_error_t json_error;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0) {
    data += 3;
    length -= 3;
  }
  json_t *object = json_loadb (data, length, JSON_DECODE_ANY, &json_error);
  if (object == NULL) {
    gboolean is_null = json_error_code (&json_error) == json_error_null_character;
    g_autofree char *reason
        = g_strdup_printf ("damaged JSON: %s", is_null ? "a string with \\u0000 is not text" : json_error.text);
    place.line += (guint) MAX (json_error.line, 1) - 1;
    fail (error, place, reason);
  }
  return object;
}

TarikhStory *
tarikh_story_new_from_json (const char *name, guint line, const char *id, const char *data, gsize length,
                            const TarikhStoryDefaults *defaults, GError **error)
{
  Place place = { name, line };
  g_autoptr (json_t) object = load (place, data, length, error);
  if (object == NULL)
    return NULL;

  g_autoptr (TarikhStory) story = tarikh_story_new_empty (name, id);
  if (!read_object (story, object, place, error))
    return NULL;
  tarikh_story_apply_defaults (story, defaults);
  return g_steal_pointer (&story);
}
