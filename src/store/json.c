/* store/json: the lists that stand in single columns, to and from JSON. */
#include "store/private.h"

#include <jansson.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, json_decref)

static char *
write_json (const json_t *value)
{
  char *text = json_dumps (value, JSON_COMPACT);
  char *copy = g_strdup (text != NULL ? text : "[]");

  free (text);
  return copy;
}

gboolean
tarikh_store_json_read_strings (const char *text, GPtrArray *out)
{
  if (strcmp (text, "[]") == 0) /* most are */
    return TRUE;
  g_autoptr (json_t) list = json_loads (text, 0, NULL);
  gboolean good = json_is_array (list);

  for (gsize i = 0; good && i < json_array_size (list); i++) {
    const char *string = json_string_value (json_array_get (list, i));
    good = string != NULL;
    if (good)
      g_ptr_array_add (out, g_strdup (string));
  }
  return good;
}

char *
tarikh_store_json_write_strings (const GPtrArray *strings)
{
  g_autoptr (json_t) list = json_array ();

  for (guint i = 0; i < strings->len; i++)
    json_array_append_new (list, json_string (g_ptr_array_index (strings, i)));
  return write_json (list);
}

/* [start, end, "text"] */
static gboolean
read_source (const json_t *item, const char *story, GPtrArray *out)
{
  const json_t *start = json_array_get (item, 0), *end = json_array_get (item, 1);
  const char *text = json_string_value (json_array_get (item, 2));
  json_int_t from = json_is_integer (start) ? json_integer_value (start) : -1;
  json_int_t to = json_is_integer (end) ? json_integer_value (end) : -1;

  if (from < 0 || to < from || to > G_MAXUINT32 || text == NULL)
    return FALSE;
  g_ptr_array_add (out, tarikh_chronology_source_new (story, (guint32) from, (guint32) to, text, strlen (text)));
  return TRUE;
}

gboolean
tarikh_store_json_read_sources (const char *text, const char *story, GPtrArray *out)
{
  g_autoptr (json_t) list = json_loads (text, 0, NULL);
  gboolean good = json_is_array (list);

  for (gsize i = 0; good && i < json_array_size (list); i++)
    good = read_source (json_array_get (list, i), story, out);
  return good;
}

char *
tarikh_store_json_write_sources (const GPtrArray *sources)
{
  g_autoptr (json_t) list = json_array ();

  for (guint i = 0; i < sources->len; i++) {
    const TarikhSource *source = g_ptr_array_index (sources, i);
    json_array_append_new (list, json_pack ("[I, I, s]", (json_int_t) source->start, (json_int_t) source->end,
                                            source->text));
  }
  return write_json (list);
}
