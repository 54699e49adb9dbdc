/* bench/stories: a folder of stories as lines of a stream, and streams of any size made of them. */
#include "bench.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

static void
add_object (GPtrArray *lines, json_t *story)
{
  if (json_is_string (json_object_get (story, "text"))) {
    char *line = json_dumps (story, JSON_COMPACT);
    g_ptr_array_add (lines, g_strdup (line));
    free (line);
  }
  json_decref (story);
}

static void
add_stream (GPtrArray *lines, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    add_object (lines, json_loads (parts[i], 0, NULL));
}

static void
add_file (GPtrArray *lines, const char *path)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return;
  if (g_str_has_suffix (path, ".jsonl"))
    add_stream (lines, text);
  else if (g_str_has_suffix (path, ".json"))
    add_object (lines, json_loads (text, 0, NULL));
  else if (g_str_has_suffix (path, ".txt"))
    add_object (lines, json_pack ("{ss%}", "text", text, length));
}

GPtrArray *
bench_read_stories (const char *directory)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (directory, 0, &error);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  if (dir == NULL)
    g_error ("%s", error->message);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    g_autofree char *path = g_build_filename (directory, name, NULL);
    add_file (lines, path);
  }
  if (lines->len == 0)
    g_error ("%s: no stories", directory);
  return lines;
}

guint
bench_write_stream (const char *path, GPtrArray *lines, gsize size)
{
  FILE *file = fopen (path, "w");
  guint n = 0;

  g_assert_nonnull (file);
  for (gsize written = 0; written < size; n++)
    written += (gsize) fprintf (file, "%s\n", (const char *) lines->pdata[n % lines->len]);
  g_assert_cmpint (fclose (file), ==, 0);
  return n;
}
