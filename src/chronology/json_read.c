/* chronology/json_read: a chronology out of JSON, strictly: types, days, offsets and references are checked, keys that
 * are not known are passed over, and every refusal names the line. Hostile input costs no more than its length. */
#include "chronology/telling.h"
#include "chronology/names.h"

#include <jansson.h>
#include <stdarg.h>
#include <string.h>

#define MAX_STEPS 6

typedef struct {
  const char *name, *data;
  gsize length;
  GError **error;
  TarikhJsonStep steps[MAX_STEPS]; /* where we are, for the line of a message */
  guint n_steps;
  GHashTable *ids;                 /* the stories' ids, borrowed */
} Reader;

/* Sets the error at the place where the reader is. Always FALSE. */
static gboolean G_GNUC_PRINTF (2, 3)
refuse (Reader *r, const char *format, ...)
{
  guint line = tarikh_chronology_scan_line (r->data, r->length, r->steps, r->n_steps);
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_autofree char *printable = tarikh_base_printable (reason);
  g_set_error (r->error, TARIKH_ERROR, TARIKH_ERROR_FORMAT, "%s:%u: %s", r->name, line, printable);
  return FALSE;
}

static void
enter (Reader *r, const char *key, guint index)
{
  g_assert (r->n_steps < MAX_STEPS);
  r->steps[r->n_steps++] = (TarikhJsonStep){ .key = key, .index = index };
}

static void
leave (Reader *r)
{
  r->n_steps--;
}

/* Refuses the value of KEY in the object where the reader is. Always FALSE. */
static gboolean
refuse_key (Reader *r, const char *key, const char *what)
{
  enter (r, key, 0);
  refuse (r, "\"%s\" is not %s", key, what);
  leave (r);
  return FALSE;
}

/* ---- members of an object: absent and null leave the default ---- */

static gboolean
is_absent (const json_t *value)
{
  return value == NULL || json_is_null (value);
}

static gboolean
read_string (Reader *r, const json_t *object, const char *key, const char **text)
{
  const json_t *value = json_object_get (object, key);

  *text = NULL;
  if (is_absent (value))
    return TRUE;
  if (!json_is_string (value))
    return refuse_key (r, key, "a string");
  *text = json_string_value (value);
  return TRUE;
}

static gboolean
read_copy (Reader *r, const json_t *object, const char *key, const char *otherwise, char **copy)
{
  const char *text;

  if (!read_string (r, object, key, &text))
    return FALSE;
  *copy = g_strdup (text != NULL ? text : otherwise);
  return TRUE;
}

static gboolean
read_day (Reader *r, const json_t *object, const char *key, TarikhDay *day)
{
  const char *text;

  *day = TARIKH_DAY_NONE;
  if (!read_string (r, object, key, &text))
    return FALSE;
  if (text == NULL || tarikh_chronology_parse_day (text, day))
    return TRUE;
  return refuse_key (r, key, "a day (YYYY-MM-DD)");
}

static gboolean
read_offset (Reader *r, const json_t *object, const char *key, guint32 *offset)
{
  const json_t *value = json_object_get (object, key);

  *offset = 0;
  if (is_absent (value))
    return TRUE;
  if (!json_is_integer (value) || json_integer_value (value) < 0 || json_integer_value (value) > G_MAXUINT32)
    return refuse_key (r, key, "an offset (a whole number from 0)");
  *offset = (guint32) json_integer_value (value);
  return TRUE;
}

static gboolean
read_name (Reader *r, const json_t *object, const char *key, gint (*from_name) (const char *), gint otherwise,
           gint *value)
{
  const char *text;

  *value = otherwise;
  if (!read_string (r, object, key, &text))
    return FALSE;
  if (text != NULL && (*value = from_name (text)) < 0) {
    enter (r, key, 0);
    refuse (r, "\"%s\" cannot be \"%.40s\"", key, text);
    leave (r);
    return FALSE;
  }
  return TRUE;
}

static gboolean
read_offsets (Reader *r, const json_t *object, guint32 *start, guint32 *end)
{
  if (!read_offset (r, object, "start", start) || !read_offset (r, object, "end", end))
    return FALSE;
  return *start <= *end || refuse_key (r, "end", "at or after \"start\"");
}

/* The id of a story that the chronology has. */
static gboolean
read_story_id (Reader *r, const json_t *object, const char **id)
{
  if (!read_string (r, object, "story", id))
    return FALSE;
  if (*id == NULL)
    return refuse (r, "a source or time expression without \"story\"");
  return g_hash_table_contains (r->ids, *id) || refuse_key (r, "story", "the id of one of the \"stories\"");
}

/* ---- lists ---- */

typedef gboolean (*ReadItem) (Reader *r, const json_t *item, gpointer target);

/* Calls READ_ITEM for every element of the list KEY of OBJECT; an absent list is an empty one. */
static gboolean
read_list (Reader *r, const json_t *object, const char *key, json_type type, ReadItem read_item, gpointer target)
{
  const json_t *list = json_object_get (object, key);
  gboolean good = TRUE;

  if (is_absent (list))
    return TRUE;
  if (!json_is_array (list))
    return refuse_key (r, key, "a list");
  enter (r, key, 0);
  for (gsize i = 0; good && i < json_array_size (list); i++) {
    const json_t *item = json_array_get (list, i);
    enter (r, NULL, (guint) i);
    good = json_typeof (item) == type
             ? read_item (r, item, target)
             : refuse (r, "an element of \"%s\" is not %s", key, type == JSON_STRING ? "a string" : "an object");
    leave (r);
  }
  leave (r);
  return good;
}

static gboolean
read_word (Reader *r, const json_t *item, gpointer names)
{
  g_ptr_array_add (names, g_strdup (json_string_value (item)));
  return TRUE;
}

static gboolean
fill_story (Reader *r, const json_t *item, TarikhChronicleStory *story)
{
  gint by;

  if (!read_copy (r, item, "id", NULL, &story->id) || !read_copy (r, item, "source", "", &story->source)
      || !read_copy (r, item, "title", NULL, &story->title) || !read_copy (r, item, "lang", "", &story->lang)
      || !read_copy (r, item, "outlet", NULL, &story->outlet) || !read_copy (r, item, "url", NULL, &story->url)
      || !read_day (r, item, "published", &story->published)
      || !read_name (r, item, "published_by", tarikh_chronology_published_by_from_name,
                     story->published == TARIKH_DAY_NONE ? TARIKH_PUBLISHED_UNKNOWN : TARIKH_PUBLISHED_GIVEN, &by)
      || !read_day (r, item, "published_from", &story->published_from)
      || !read_day (r, item, "published_to", &story->published_to))
    return FALSE;
  story->published_by = (TarikhPublishedBy) by;
  if (story->id == NULL)
    return refuse (r, "a story without \"id\"");
  if (!g_hash_table_add (r->ids, story->id))
    return refuse_key (r, "id", "the story's own: another story has it");
  return TRUE;
}

static gboolean
read_story (Reader *r, const json_t *item, gpointer chronology)
{
  TarikhChronicleStory *story = g_new0 (TarikhChronicleStory, 1);

  /* In the list at once: what is half read is freed with it. */
  g_ptr_array_add (((TarikhChronology *) chronology)->stories, story);
  return fill_story (r, item, story);
}

static gboolean
read_timex (Reader *r, const json_t *item, gpointer chronology)
{
  const char *story, *text, *value;
  guint32 start, end;
  gint type, mod;
  TarikhDay from, to;

  if (!read_story_id (r, item, &story) || !read_offsets (r, item, &start, &end)
      || !read_string (r, item, "text", &text) || !read_string (r, item, "value", &value)
      || !read_name (r, item, "type", tarikh_chronology_time_type_from_name, TARIKH_TIME_DATE, &type)
      || !read_name (r, item, "mod", tarikh_chronology_time_mod_from_name, TARIKH_MOD_NONE, &mod)
      || !read_day (r, item, "from", &from) || !read_day (r, item, "to", &to))
    return FALSE;
  text = text != NULL ? text : "";
  TarikhChronicleTimex *timex = tarikh_chronology_timex_new (story, text, strlen (text), value != NULL ? value : "");
  timex->start = start, timex->end = end, timex->from = from, timex->to = to;
  timex->type = (TarikhTimeType) type, timex->mod = (TarikhTimeMod) mod;
  g_ptr_array_add (((TarikhChronology *) chronology)->timexes, timex);
  return TRUE;
}

static gboolean
read_source (Reader *r, const json_t *item, gpointer sources)
{
  const char *story, *text;
  guint32 start, end;

  if (!read_story_id (r, item, &story) || !read_offsets (r, item, &start, &end)
      || !read_string (r, item, "text", &text))
    return FALSE;
  text = text != NULL ? text : "";
  g_ptr_array_add (sources, tarikh_chronology_source_new (story, start, end, text, strlen (text)));
  return TRUE;
}

static gboolean
read_note (Reader *r, const json_t *item, gpointer event)
{
  const char *code, *detail;

  if (!read_string (r, item, "code", &code) || !read_string (r, item, "detail", &detail))
    return FALSE;
  gint known = code != NULL ? tarikh_chronology_note_from_name (code) : -1;
  if (known >= 0) /* a newer program's note is no reason to refuse its file */
    tarikh_chronology_event_add_note (event, (TarikhNoteCode) known, detail);
  return TRUE;
}

static gboolean
read_event_days (Reader *r, const json_t *item, TarikhChronicleEvent *event)
{
  if (!read_day (r, item, "start", &event->start) || !read_day (r, item, "end", &event->end))
    return FALSE;
  if (event->start == TARIKH_DAY_NONE)
    return event->end == TARIKH_DAY_NONE || refuse_key (r, "end", "allowed without \"start\"");
  if (event->end == TARIKH_DAY_NONE)
    event->end = event->start;
  return event->start <= event->end || refuse_key (r, "end", "on or after \"start\"");
}

static gboolean
read_event_traits (Reader *r, const json_t *item, TarikhChronicleEvent *event)
{
  const json_t *salience = json_object_get (item, "salience"), *about = json_object_get (item, "approximate");
  gint dated_by, status;

  if (!read_name (r, item, "dated_by", tarikh_chronology_dated_by_from_name,
                  event->start != TARIKH_DAY_NONE ? TARIKH_DATED_EXPLICIT : TARIKH_DATED_NONE, &dated_by)
      || !read_name (r, item, "status", tarikh_chronology_status_from_name, TARIKH_STATUS_PAST, &status))
    return FALSE;
  event->dated_by = (TarikhDatedBy) dated_by;
  event->status = (TarikhStatus) status;
  event->salience = is_absent (salience) ? 0.5 : json_number_value (salience);
  if (!is_absent (salience) && (!json_is_number (salience) || event->salience < 0 || event->salience > 1))
    return refuse_key (r, "salience", "a number from 0 to 1");
  if (!is_absent (about) && !json_is_boolean (about))
    return refuse_key (r, "approximate", "true or false");
  event->approximate = json_is_true (about);
  event->struck = json_is_true (json_object_get (item, "struck"));
  return TRUE;
}

static gboolean
read_event (Reader *r, const json_t *item, gpointer chronology)
{
  TarikhChronicleEvent *event = tarikh_chronology_event_new ();

  g_ptr_array_add (((TarikhChronology *) chronology)->events, event);
  if (!read_copy (r, item, "id", NULL, &event->id) || !read_event_days (r, item, event)
      || !read_copy (r, item, "value", NULL, &event->value) || !read_event_traits (r, item, event)
      || !read_copy (r, item, "headline", NULL, &event->headline) || !read_copy (r, item, "mark", NULL, &event->mark)
      || !read_list (r, item, "who", JSON_STRING, read_word, event->who)
      || !read_list (r, item, "where", JSON_STRING, read_word, event->where)
      || !read_list (r, item, "sources", JSON_OBJECT, read_source, event->sources)
      || !read_list (r, item, "notes", JSON_OBJECT, read_note, event))
    return FALSE;
  return event->headline != NULL || refuse (r, "an event without \"headline\"");
}

/* Events that bring no id are numbered after their place; no two may have the same. */
static gboolean
check_event_ids (Reader *r, TarikhChronology *chronology)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < chronology->events->len; i++) {
    TarikhChronicleEvent *event = g_ptr_array_index (chronology->events, i);
    if (event->id == NULL)
      event->id = g_strdup_printf ("e%u", i + 1);
    if (g_hash_table_add (seen, event->id))
      continue;
    enter (r, "events", 0);
    enter (r, NULL, i);
    refuse_key (r, "id", "the event's own: another event has it");
    return FALSE;
  }
  return TRUE;
}

static gboolean
read_top (Reader *r, const json_t *root, TarikhChronology *chronology)
{
  const json_t *version = json_object_get (root, "tarikh");

  if (!json_is_object (root) || version == NULL)
    return refuse (r, "not a chronology: no key \"tarikh\"");
  if (!json_is_integer (version) || json_integer_value (version) != 1)
    return refuse_key (r, "tarikh", "1, the only version there is");
  if (is_absent (json_object_get (root, "events")))
    return refuse (r, "not a chronology: no list \"events\"");
  return read_list (r, root, "stories", JSON_OBJECT, read_story, chronology)
         && read_list (r, root, "timexes", JSON_OBJECT, read_timex, chronology)
         && read_list (r, root, "events", JSON_OBJECT, read_event, chronology) && check_event_ids (r, chronology);
}

static gboolean
refuse_syntax (const char *name, const json_error_t *failure, GError **error)
{
  gboolean is_null = json_error_code (failure) == json_error_null_character;
  g_autofree char *reason = tarikh_base_printable (is_null ? "a string with \\u0000 is not text" : failure->text);

  g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_FORMAT, "%s:%d: damaged JSON: %s", name, MAX (failure->line, 1), reason);
  return FALSE;
}

TarikhChronology *
tarikh_chronology_from_json (const char *name, const char *data, gsize length, GError **error)
{
  g_return_val_if_fail (name != NULL && (data != NULL || length == 0), NULL);
  gsize mark = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0; /* a byte order mark is no JSON */
  json_error_t failure;
  json_t *root = json_loadb (data + mark, length - mark, JSON_REJECT_DUPLICATES, &failure);

  if (root == NULL) {
    refuse_syntax (name, &failure, error);
    return NULL;
  }
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();
  Reader reader = { .name = name, .data = data, .length = length, .error = error, .ids = ids };
  gboolean good = read_top (&reader, root, chronology);
  json_decref (root);
  return good ? g_steal_pointer (&chronology) : NULL;
}
