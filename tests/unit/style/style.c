/* style: sheets read, inherited and refused with file and line; the styles that come with the program. */
#include "style/style.h"

#include <glib/gstdio.h>
#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

static const char *const shipped[] = { "briefing", "article", "mobile", "mono", "dark", "poster", "web" };

static void
shipped_styles_load_and_read_well (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shipped); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TarikhStyle) style = tarikh_style_load (shipped[i], STYLES_DIRECTORY, &error);
    assert_null (error);
    assert_string_equal (style->name, shipped[i]);
    for (guint type = 0; type < TARIKH_TYPE_COUNT; type++) {
      TarikhColour paper = style->colours[TARIKH_COLOUR_PAPER], band = style->colours[TARIKH_COLOUR_BAND];
      assert_true (tarikh_style_contrast (style->types[type].colour, paper) >= 4.5);
      if (type == TARIKH_TYPE_TICK)
        assert_true (tarikh_style_contrast (style->types[type].colour, band) >= 4.5);
      assert_true (style->types[type].size_pt >= style->minimum_pt && style->minimum_pt >= 9);
    }
    for (guint c = TARIKH_COLOUR_AXIS; c < TARIKH_COLOUR_COUNT; c++)
      if (c != TARIKH_COLOUR_BAND)
        assert_true (tarikh_style_contrast (style->colours[c], style->colours[TARIKH_COLOUR_PAPER]) >= 3);
  }
}

/* Writes TEXT to a sheet, loads it, and expects the end of the message to be EXPECTED ("3: reason"). */
static void
expect_refused (const char *text, const char *expected)
{
  g_autofree char *directory = g_dir_make_tmp ("tarikh-style-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "x.style", NULL);
  g_autoptr (GError) error = NULL;

  assert_true (g_file_set_contents (path, text, -1, NULL));
  g_autoptr (TarikhStyle) style = tarikh_style_load (path, STYLES_DIRECTORY, &error);
  g_autofree char *message = g_strdup_printf ("%s:%s", path, expected);
  assert_null (style);
  assert_true (g_error_matches (error, TARIKH_ERROR, TARIKH_ERROR_STYLE));
  assert_string_equal (error->message, message);
  g_unlink (path);
  g_rmdir (directory);
}

static void
wrong_sheets_are_refused (void **state)
{
  expect_refused ("[style]\ninherits=briefing\n\n[title]\nsixe=3\n", "5: unknown key \"sixe\" in [title]");
  expect_refused ("[style]\ninherits=briefing\n[colours]\npaper=reddish\n",
                  "4: paper must be a colour like #1a2b3c, not \"reddish\"");
  expect_refused ("[style]\ninherits=briefing\n[titel]\nsize=3\n", "3: unknown group [titel]");
  expect_refused ("[style]\ninherits=nobody\n", "2: there is no style \"nobody\" to inherit from");
  expect_refused ("[style]\ninherits=briefing\nrubbish\n", "3: neither [group] nor key=value");
  expect_refused ("[style]\ninherits=briefing\n[page]\nsize=A99\n",
                  "4: size must be A3, A4, A5, letter, WIDTHxHEIGHTmm or WIDTHxHEIGHTpx");
  expect_refused ("[style]\ninherits=briefing\n[title]\nsize=big\n", "4: size must be a number from 4 to 200");
  expect_refused ("", "1: nothing is said about [page] size; inherits=briefing would");
}

static void
a_style_may_not_inherit_from_itself (void **state)
{
  g_autofree char *directory = g_dir_make_tmp ("tarikh-style-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "loop.style", NULL);
  g_autoptr (GError) error = NULL;

  assert_true (g_file_set_contents (path, "[style]\ninherits=loop\n", -1, NULL));
  g_autoptr (TarikhStyle) style = tarikh_style_load ("loop", directory, &error);
  assert_null (style);
  assert_non_null (strstr (error->message, "loop.style:2: inherits from too many styles"));
  g_unlink (path);
  g_rmdir (directory);
}

static void
a_style_changes_what_it_says (void **state)
{
  g_autofree char *directory = g_dir_make_tmp ("tarikh-style-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "mine.style", NULL);
  g_autoptr (GError) error = NULL;

  assert_true (g_file_set_contents (path, "[style]\ninherits=briefing\n[date]\ncolour=#00f\nsize=3.5\n", -1, NULL));
  g_autoptr (TarikhStyle) style = tarikh_style_load (path, STYLES_DIRECTORY, &error);
  assert_null (style); /* 3.5 points is below what is allowed */
  g_clear_error (&error);
  assert_true (g_file_set_contents (path, "[style]\ninherits=briefing\n[date]\ncolour=#00f\nsize=5\n", -1, NULL));
  g_autoptr (TarikhStyle) second = tarikh_style_load (path, STYLES_DIRECTORY, &error);
  assert_null (error);
  assert_float_equal (second->types[TARIKH_TYPE_DATE].colour.blue, 1, 1e-9);
  assert_float_equal (second->types[TARIKH_TYPE_DATE].size_pt, 9, 1e-9); /* lifted to the minimum */
  assert_float_equal (second->page_width_mm, 210, 1e-9);
  g_unlink (path);
  g_rmdir (directory);
}

static void
a_style_may_have_a_dark_side (void **state)
{
  g_autofree char *directory = g_dir_make_tmp ("tarikh-style-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "mine.style", NULL);
  g_autoptr (GError) error = NULL;

  g_autoptr (TarikhStyle) dark = tarikh_style_load ("dark", STYLES_DIRECTORY, NULL);
  g_autoptr (TarikhStyle) web = tarikh_style_load ("web", STYLES_DIRECTORY, NULL);
  assert_null (dark->dark);
  assert_float_equal (web->dark->colours[TARIKH_COLOUR_PAPER].red, dark->colours[TARIKH_COLOUR_PAPER].red, 0);
  assert_true (g_file_set_contents (path, "[style]\ninherits=web\ndark=none\n", -1, NULL));
  g_autoptr (TarikhStyle) light = tarikh_style_load (path, STYLES_DIRECTORY, NULL);
  assert_null (light->dark);
  assert_true (g_file_set_contents (path, "[style]\ninherits=web\ndark=nobody\n", -1, NULL));
  g_autoptr (TarikhStyle) missing = tarikh_style_load (path, STYLES_DIRECTORY, &error);
  assert_null (missing);
  assert_non_null (strstr (error->message, "nobody.style: no such style"));
  assert_true (g_file_set_contents (path, "[style]\ninherits=web\ndark=mine\n", -1, NULL));
  g_autoptr (TarikhStyle) own = tarikh_style_load (path, STYLES_DIRECTORY, NULL); /* and not for ever */
  assert_null (own);
  g_unlink (path);
  g_rmdir (directory);
}

static void
papers (void **state)
{
  double width = 1, height = 2;

  assert_false (tarikh_style_parse_paper ("A", &width, &height));
  assert_false (tarikh_style_parse_paper ("210x297", &width, &height));
  assert_false (tarikh_style_parse_paper ("-5x10mm", &width, &height));
  assert_false (tarikh_style_parse_paper ("1e9x1e9mm", &width, &height));
  assert_false (tarikh_style_parse_paper ("210x297mmm", &width, &height));
  assert_float_equal (width, 1, 0);
  assert_true (tarikh_style_parse_paper ("a4", &width, &height));
  assert_float_equal (height, 297, 0);
  assert_true (tarikh_style_parse_paper ("120x90.5mm", &width, &height));
  assert_float_equal (height, 90.5, 1e-9);
  assert_true (tarikh_style_parse_paper ("960x0px", &width, &height));
  assert_float_equal (width, 254, 1e-9);
  assert_float_equal (height, 0, 0);
}

static void
colours (void **state)
{
  TarikhColour white, black, c;

  assert_true (tarikh_style_parse_colour ("#ffffff", &white));
  assert_true (tarikh_style_parse_colour ("#000", &black));
  assert_float_equal (tarikh_style_contrast (white, black), 21, 1e-9);
  assert_true (tarikh_style_parse_colour ("#12345680", &c));
  assert_float_equal (c.alpha, 128 / 255.0, 1e-9);
  assert_false (tarikh_style_parse_colour ("#12g", &c));
  assert_false (tarikh_style_parse_colour ("red", &c));
  assert_false (tarikh_style_parse_colour ("", &c));
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (shipped_styles_load_and_read_well), cmocka_unit_test (wrong_sheets_are_refused),
          cmocka_unit_test (a_style_may_not_inherit_from_itself), cmocka_unit_test (a_style_changes_what_it_says), cmocka_unit_test (a_style_may_have_a_dark_side),
          cmocka_unit_test (papers), cmocka_unit_test (colours) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
