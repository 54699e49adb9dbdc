/* A small reader of XML for the tests: is it well-formed, and what text does it hold? Knows no entities but the five. */
#pragma once

#include <glib.h>
#include <string.h>

typedef struct {
  GString *text;     /* of all <text> elements, a line end after each */
  GPtrArray *hrefs;  /* char* */
  GHashTable *names; /* element names met → how many */
  GPtrArray *events; /* char*: "id class data-start data-end" of role listitem */
} CheckedXml;

static inline void
check_element (GMarkupParseContext *context, const char *name, const char **keys, const char **values, gpointer data,
               GError **error)
{
  CheckedXml *checked = data;
  const char *id = "", *class = "", *start = "", *end = "";
  gboolean is_item = FALSE;

  g_hash_table_insert (checked->names, g_strdup (name),
                       GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (checked->names, name)) + 1));
  for (guint i = 0; keys[i] != NULL; i++) {
    if (strcmp (name, "a") == 0 && strcmp (keys[i], "href") == 0)
      g_ptr_array_add (checked->hrefs, g_strdup (values[i]));
    id = strcmp (keys[i], "id") == 0 ? values[i] : id;
    class = strcmp (keys[i], "class") == 0 ? values[i] : class;
    start = strcmp (keys[i], "data-start") == 0 ? values[i] : start;
    end = strcmp (keys[i], "data-end") == 0 ? values[i] : end;
    is_item |= strcmp (keys[i], "role") == 0 && strcmp (values[i], "listitem") == 0;
  }
  if (is_item)
    g_ptr_array_add (checked->events, g_strjoin (" ", id, class, start, end, NULL));
}

static inline void
check_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  CheckedXml *checked = data;

  if (g_strcmp0 (g_markup_parse_context_get_element (context), "text") == 0) {
    g_string_append_len (checked->text, text, (gssize) length);
    g_string_append_c (checked->text, '\n');
  }
}

static inline CheckedXml *
check_xml_new (GBytes *bytes)
{
  static const GMarkupParser parser = { .start_element = check_element, .text = check_text };
  CheckedXml *checked = g_new0 (CheckedXml, 1);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  checked->text = g_string_new (NULL);
  checked->hrefs = g_ptr_array_new_with_free_func (g_free);
  checked->events = g_ptr_array_new_with_free_func (g_free);
  checked->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, checked, NULL);
  g_autoptr (GError) error = NULL;
  if (!g_markup_parse_context_parse (context, data, (gssize) length, &error)
      || !g_markup_parse_context_end_parse (context, &error))
    g_error ("not well-formed: %s", error->message);
  return checked;
}

static inline void
check_xml_free (CheckedXml *checked)
{
  g_string_free (checked->text, TRUE);
  g_ptr_array_unref (checked->hrefs);
  g_ptr_array_unref (checked->events);
  g_hash_table_unref (checked->names);
  g_free (checked);
}
