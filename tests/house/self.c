/* house/self: every law shown to fail. Each folder of trees/ holds a small tree (and what nm would say of its objects) and
 * the findings expected of it, line by line; the folder good/ expects none. */
#include "house.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

/* The content of DIRECTORY/NAME, or NULL. (transfer full) */
static char *
read_optional (const char *directory, const char *name)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
check_everything (House *house, const char *directory)
{
  g_autofree char *objects = read_optional (directory, "nm.txt");
  g_autofree char *library = read_optional (directory, "library.txt");

  house_check_includes (house);
  house_check_form (house);
  house_check_words (house);
  house_check_place (house);
  if (objects != NULL)
    house_check_symbols (house, objects, "build/src/");
  if (library != NULL)
    house_check_library (house, library);
}

static void
check_case (const char *laws, const char *name)
{
  g_autofree char *directory = g_build_filename (laws, "trees", name, NULL);
  g_autofree char *tree = g_build_filename (directory, "tree", NULL);
  g_autofree char *expected = read_optional (directory, "expected");
  g_autoptr (House) house = house_new (tree, laws);
  g_autoptr (GString) found = g_string_new (NULL);

  check_everything (house, directory);
  for (guint i = 0; i < house->findings->len; i++)
    g_string_append_printf (found, "%s\n", (const char *) house->findings->pdata[i]);
  if (expected == NULL || !g_str_equal (found->str, expected))
    print_error ("%s: found\n%s", name, found->str);
  assert_non_null (expected);
  assert_string_equal (found->str, expected);
}

static void
every_case (void **state)
{
  const char *laws = *state;
  g_autofree char *trees = g_build_filename (laws, "trees", NULL);
  g_autoptr (GPtrArray) names = house_tree_list_top (trees);

  assert_true (names->len >= 10);
  for (guint i = 0; i < names->len; i++)
    check_case (laws, names->pdata[i]);
}

static void
stripping_keeps_lines (void **state)
{
  g_autofree char *code = house_tree_strip ("a /* b\nc */ d \"e\\\"f\" '\\'' g // h\ni \"open\nj");

  assert_string_equal (code, "a     \n     d             g     \ni      \nj");
}

static void
globs_add_and_take_away (void **state)
{
  assert_true (house_tree_matches ("src/*.c tests/*", "src/base/day.c"));
  assert_false (house_tree_matches ("src/*.c !src/base/*", "src/base/day.c"));
  assert_false (house_tree_matches ("src/*.h", "src/base/day.c"));
}

int
main (int argc, char **argv)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test_prestate (every_case, argv[1]),
                                      cmocka_unit_test (stripping_keeps_lines),
                                      cmocka_unit_test (globs_add_and_take_away) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
