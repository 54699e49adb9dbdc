/* house: checks a source tree, and the objects of a build when told where they are.
 *
 *   house ROOT LAWS [BUILD/src [LIBRARY.so]]
 *
 * Prints the findings and the figures of the functions; exits with 1 when there is a finding. */
#include "house.h"

#include <stdlib.h>
#include <string.h>

static void
collect_objects (GPtrArray *arguments, const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);

  g_assert_nonnull (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    g_autofree char *path = g_build_filename (directory, name, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      collect_objects (arguments, path);
    else if (g_str_has_suffix (name, ".o"))
      g_ptr_array_add (arguments, g_steal_pointer (&path));
  }
}

/* Runs nm with ARGUMENTS, a NULL-terminated array. (transfer full) */
static char *
run_nm (GPtrArray *arguments)
{
  g_autoptr (GError) error = NULL;
  char *listing = NULL;
  gint status = 0;

  g_ptr_array_add (arguments, NULL);
  if (!g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &listing, NULL, &status,
                     &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("nm: %s", error->message);
  return listing;
}

static void
check_objects (House *house, const char *build)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *prefix = g_strconcat (build, "/", NULL);

  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (arguments, g_strdup (((const char *[]){ "nm", "-A", "-f", "sysv" })[i]));
  collect_objects (arguments, build);
  if (arguments->len == 4)
    g_error ("%s: no objects", build);
  g_autofree char *listing = run_nm (arguments);
  house_check_symbols (house, listing, prefix);
}

static void
check_library (House *house, const char *library)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 5; i++)
    g_ptr_array_add (arguments, g_strdup (((const char *[]){ "nm", "-D", "-A", "-f", "sysv" })[i]));
  g_ptr_array_add (arguments, g_strdup (library));
  g_autofree char *listing = run_nm (arguments);
  house_check_library (house, listing);
}

static gint
compare_lengths (gconstpointer a, gconstpointer b)
{
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

static void
print_figures (House *house)
{
  GArray *lengths = house->lengths;
  guint over = 0;

  if (lengths->len == 0)
    return;
  g_array_sort (lengths, compare_lengths);
  for (guint i = 0; i < lengths->len; i++)
    over += g_array_index (lengths, guint, i) > 60;
  g_print ("house: %u functions in src; lines: median %u, nine in ten at most %u, longest %u; over 60: %u\n", lengths->len,
           g_array_index (lengths, guint, lengths->len / 2), g_array_index (lengths, guint, lengths->len * 9 / 10),
           g_array_index (lengths, guint, lengths->len - 1), over);
}

int
main (int argc, char **argv)
{
  if (argc < 3 || argc > 5) {
    g_printerr ("usage: house ROOT LAWS [BUILD/src [LIBRARY.so]]\n");
    return 2;
  }
  g_autoptr (House) house = house_new (argv[1], argv[2]);
  house_check_includes (house);
  house_check_form (house);
  house_check_words (house);
  house_check_place (house);
  if (argc > 3)
    check_objects (house, argv[3]);
  if (argc > 4)
    check_library (house, argv[4]);
  for (guint i = 0; i < house->findings->len; i++)
    g_print ("%s\n", (const char *) house->findings->pdata[i]);
  print_figures (house);
  return house->findings->len == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
