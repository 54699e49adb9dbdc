/* Other people's tools, run over our files. A test whose tool is missing is skipped and says so. */
#pragma once

#include <glib.h>
#include <glib/gstdio.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

/* Skips the running test unless NAME can be run. */
static inline void
tool_need (const char *name)
{
  g_autofree char *path = g_find_program_in_path (name);

  if (path == NULL) {
    print_message ("%s is not installed: skipped\n", name);
    skip ();
  }
}

/* A file of our own in a folder of our own, removed by tool_remove(). */
static inline char *
tool_write (GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tarikh-print-XXXXXX", &error);
  gsize length;

  assert_null (error);
  assert_non_null (bytes);
  char *path = g_build_filename (folder, name, NULL);
  const char *data = g_bytes_get_data (bytes, &length);
  assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
  return path;
}

static inline void
tool_remove (char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
  g_free (path);
}

/* What ARGV writes to standard output; its exit status must be 0. (transfer full) */
static inline char *
tool_run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *complaint = NULL;
  char *out = NULL;
  int status = 1;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &complaint, &status, &error);
  if (error != NULL || status != 0)
    fail_msg ("%s: %s%s", argv[0], error != NULL ? error->message : "", complaint != NULL ? complaint : "");
  return out;
}
