/* layout/fontfiles: finds font files by name. Never opens one. */
#include "layout/fontfiles.h"

#include <string.h>

#define DEEPEST_DIRECTORY 6

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
is_font_file (const char *name)
{
  static const char *const endings[] = { ".ttf", ".otf", ".ttc", ".TTF", ".OTF", ".TTC" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;
  return FALSE;
}

/* Adds the font files under PATH to FILES, names sorted, files before folders below them. */
static void
collect (const char *path, guint depth, GPtrArray *files)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (directory == NULL)
    return;
  for (const char *name = g_dir_read_name (directory); name != NULL; name = g_dir_read_name (directory))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++) {
    g_autofree char *child = g_build_filename (path, g_ptr_array_index (names, i), NULL);
    if (is_font_file (child))
      g_ptr_array_add (files, g_steal_pointer (&child));
    else if (depth < DEEPEST_DIRECTORY && g_file_test (child, G_FILE_TEST_IS_DIR))
      collect (child, depth + 1, files);
  }
}

GPtrArray *
tarikh_layout_font_files_list (const char *const *directories)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; directories[i] != NULL; i++)
    collect (directories[i], 0, files);
  return files;
}

/* "Noto Naskh Arabic" and "NotoNaskhArabic" → "notonaskharabic". */
static char *
squeeze (const char *name, gsize length)
{
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    if (g_ascii_isalnum (name[i]))
      g_string_append_c (out, g_ascii_tolower (name[i]));
  return g_string_free (out, FALSE);
}

/* TRUE for "NotoNaskhArabic-Bold.ttf" and the squeezed family; slanted and in-between weights are left shut. */
static gboolean
is_file_of (const char *path, const char *squeezed)
{
  static const char *const wanted[] = { "", "regular", "bold", "book", "medium" };
  g_autofree char *name = g_path_get_basename (path);
  const char *dot = strrchr (name, '.');
  const char *dash = strchr (name, '-');
  gsize stem = (gsize) ((dash != NULL && dash < dot ? dash : dot) - name);
  g_autofree char *family = squeeze (name, stem);
  g_autofree char *weight = squeeze (name + stem, (gsize) (dot - name) - stem);

  if (strcmp (family, squeezed) != 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (strcmp (weight, wanted[i]) == 0)
      return TRUE;
  return FALSE;
}

GPtrArray *
tarikh_layout_font_files_find (const char *const *directories, const char *family)
{
  g_autofree char *squeezed = squeeze (family, strlen (family));
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; directories[i] != NULL && found->len == 0; i++) {
    const char *const one[] = { directories[i], NULL };
    g_autoptr (GPtrArray) files = tarikh_layout_font_files_list (one);
    for (guint k = 0; k < files->len; k++)
      if (is_file_of (g_ptr_array_index (files, k), squeezed))
        g_ptr_array_add (found, g_strdup (g_ptr_array_index (files, k)));
  }
  return found;
}
