/* cli/styles: where the named styles are, seen from the program itself: beside it when it runs from the build, in the
 * share directory next to its bin directory when it was installed, wherever that was moved to. */
#include "cli/cli.h"

/* DIRECTORY/RELATIVE when it is there. (transfer full) */
static char *
find_beside (const char *directory, const char *relative)
{
  g_autofree char *joined = g_build_filename (directory, relative, NULL);

  return g_file_test (joined, G_FILE_TEST_IS_DIR) ? g_canonicalize_filename (joined, "/") : NULL;
}

char *
tarikh_cli_find_styles (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (program == NULL)
    return NULL;
  g_autofree char *directory = g_path_get_dirname (program);
  if (g_str_has_suffix (directory, "/src/cli"))
    return find_beside (directory, "../../styles");
  return find_beside (directory, "../share/tarikh/styles");
}
