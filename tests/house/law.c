/* house/law: the tables, and the list of findings. */
#include "house.h"

#include <string.h>

static void
load_line (HouseTable *table, const char *path, const char *line, guint *n_columns)
{
  if (*line == '#' || *line == '\0')
    return;
  char **cells = g_strsplit (line, "\t", -1);

  if (*n_columns == 0) {
    *n_columns = g_strv_length (cells);
    g_strfreev (cells);
    return;
  }
  if (g_strv_length (cells) != *n_columns)
    g_error ("%s: not %u columns: %s", path, *n_columns, line);
  g_ptr_array_add (table->rows, cells);
}

static void
load (HouseTable *table, const char *laws, const char *name)
{
  g_autofree char *path = g_build_filename (laws, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint n_columns = 0;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    load_line (table, path, lines[i], &n_columns);
}

House *
house_new (const char *root, const char *laws)
{
  House *house = g_new0 (House, 1);

  house->root = g_strdup (root);
  house->paths = house_tree_list (root);
  load (&house->rooms, laws, "rooms.tsv");
  load (&house->headers, laws, "headers.tsv");
  load (&house->calls, laws, "calls.tsv");
  load (&house->statics, laws, "statics.tsv");
  load (&house->words, laws, "words.tsv");
  load (&house->top, laws, "top.tsv");
  house->findings = g_ptr_array_new_with_free_func (g_free);
  house->lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  return house;
}

void
house_free (House *house)
{
  HouseTable *tables[] = { &house->rooms, &house->headers, &house->calls, &house->statics, &house->words, &house->top };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_ptr_array_unref (tables[i]->rows);
  g_ptr_array_unref (house->paths);
  g_ptr_array_unref (house->findings);
  g_array_unref (house->lengths);
  g_free (house->root);
  g_free (house);
}

void
house_find (House *house, const char *path, guint line, const char *law, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (house->findings, line > 0 ? g_strdup_printf ("%s:%u: %s: %s", path, line, law, what)
                                             : g_strdup_printf ("%s: %s: %s", path, law, what));
}

char *
house_room_of_path (const char *path)
{
  if (g_str_has_prefix (path, "include/"))
    return g_strdup ("include");
  const char *room = g_str_has_prefix (path, "src/") ? path + 4 : NULL;
  const char *slash = room != NULL ? strchr (room, '/') : NULL;
  return slash != NULL ? g_strndup (room, (gsize) (slash - room)) : NULL;
}

char **
house_room_find (const House *house, const char *room)
{
  for (guint i = 0; i < house->rooms.rows->len; i++) {
    char **row = house->rooms.rows->pdata[i];
    if (strcmp (row[0], room) == 0)
      return row;
  }
  return NULL;
}

gboolean
house_list_has (const char *list, const char *name)
{
  g_auto (GStrv) names = g_strsplit (list, " ", -1);

  return g_strv_contains ((const char *const *) names, name);
}
