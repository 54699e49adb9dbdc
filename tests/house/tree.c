/* house/tree: the files of a tree, and C text without its comments and literals. */
#include "house.h"

#include <string.h>

static gint
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The simple patterns that our .gitignore uses: "/name*", "*.ext", with or without a final '/'. */
static gboolean
is_ignored (char **patterns, const char *name)
{
  for (guint i = 0; patterns != NULL && patterns[i] != NULL; i++) {
    g_autofree char *pattern = g_strdup (patterns[i] + (patterns[i][0] == '/'));
    if (g_str_has_suffix (pattern, "/"))
      pattern[strlen (pattern) - 1] = '\0';
    if (*pattern != '\0' && g_pattern_match_simple (pattern, name))
      return TRUE;
  }
  return FALSE;
}

static char **
read_ignored (const char *root)
{
  g_autofree char *path = g_build_filename (root, ".gitignore", NULL);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? g_strsplit (text, "\n", -1) : NULL;
}

GPtrArray *
house_tree_list_top (const char *root)
{
  g_auto (GStrv) ignored = read_ignored (root);
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  g_assert_nonnull (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    if (strcmp (name, ".git") != 0 && !is_ignored (ignored, name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare);
  return names;
}

static void
collect (GPtrArray *paths, const char *root, const char *path)
{
  g_autofree char *full = g_build_filename (root, path, NULL);

  if (!g_file_test (full, G_FILE_TEST_IS_DIR)) {
    g_ptr_array_add (paths, g_strdup (path));
    return;
  }
  g_autoptr (GDir) dir = g_dir_open (full, 0, NULL);
  g_assert_nonnull (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    g_autofree char *child = g_build_filename (path, name, NULL);
    collect (paths, root, child);
  }
}

GPtrArray *
house_tree_list (const char *root)
{
  g_autoptr (GPtrArray) top = house_tree_list_top (root);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < top->len; i++)
    collect (paths, root, top->pdata[i]);
  g_ptr_array_sort (paths, compare);
  return paths;
}

char *
house_tree_read (const House *house, const char *path)
{
  g_autofree char *full = g_build_filename (house->root, path, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (!g_file_get_contents (full, &text, NULL, &error))
    g_error ("%s", error->message);
  return text;
}

gboolean
house_tree_matches (const char *where, const char *path)
{
  g_auto (GStrv) globs = g_strsplit (where, " ", -1);
  gboolean matches = FALSE;

  for (guint i = 0; globs[i] != NULL; i++) {
    if (globs[i][0] == '!' && g_pattern_match_simple (globs[i] + 1, path))
      return FALSE;
    matches = matches || g_pattern_match_simple (globs[i], path);
  }
  return matches;
}

/* The length of the comment or literal that starts at P; 0 when none does. */
static gsize
opaque_length (const char *p)
{
  if (g_str_has_prefix (p, "/*")) {
    const char *end = strstr (p + 2, "*/");
    return end != NULL ? (gsize) (end + 2 - p) : strlen (p);
  }
  if (g_str_has_prefix (p, "//"))
    return strcspn (p, "\n");
  if (*p != '"' && *p != '\'')
    return 0;
  const char *q = p + 1;
  while (*q != '\0' && *q != *p && *q != '\n')
    q += q[0] == '\\' && q[1] != '\0' ? 2 : 1;
  return (gsize) (q - p) + (*q == *p);
}

char *
house_tree_strip (const char *text)
{
  char *out = g_strdup (text);

  for (gsize i = 0; out[i] != '\0';) {
    gsize length = opaque_length (text + i);
    for (gsize j = 0; j < length; j++)
      if (out[i + j] != '\n')
        out[i + j] = ' ';
    i += MAX (length, 1);
  }
  return out;
}
