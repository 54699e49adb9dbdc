/* timeline/options: one line a value. What is set is looked at behind the public type. */
#include "timeline/private.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

static gboolean
set (TarikhTimelineOptions *options, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;
  gboolean good = tarikh_timeline_options_set (options, name, value, &error);

  assert_true (good || g_error_matches (error, TARIKH_TIMELINE_ERROR, TARIKH_TIMELINE_ERROR_USAGE));
  assert_true (!good || error == NULL);
  return good;
}

static void
dates_cover_their_days (void **state)
{
  static const struct {
    const char *value;
    TarikhDate first, last;
  } cases[] = {
    { "2024", { 2024, 1, 1 }, { 2024, 12, 31 } },
    { "2024-02", { 2024, 2, 1 }, { 2024, 2, 29 } },
    { "2024-12", { 2024, 12, 1 }, { 2024, 12, 31 } },
    { "2024-06-20", { 2024, 6, 20 }, { 2024, 6, 20 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TarikhTimelineOptions) options = tarikh_timeline_options_new ();
    TarikhDate a = cases[i].first, b = cases[i].last;
    assert_true (set (options, "from", cases[i].value));
    assert_true (set (options, "to", cases[i].value));
    assert_int_equal (options->from, tarikh_base_day_from_date (a.year, a.month, a.day));
    assert_int_equal (options->to, tarikh_base_day_from_date (b.year, b.month, b.day));
  }
}

static void
an_empty_stretch_is_refused (void **state)
{
  g_autoptr (TarikhTimelineOptions) options = tarikh_timeline_options_new ();

  assert_true (set (options, "from", "2024-06-20"));
  assert_false (set (options, "to", "2024-06-19"));
  assert_int_equal (options->to, TARIKH_DAY_NONE);
  assert_true (set (options, "to", "2024-06-20"));
  assert_false (set (options, "from", "2025"));
}

static void
values_are_taken (void **state)
{
  g_autoptr (TarikhTimelineOptions) options = tarikh_timeline_options_new ();

  assert_true (set (options, "published", "2024-06-20T14:30"));
  assert_int_equal (options->published_minute, 14 * 60 + 30);
  assert_true (set (options, "lang", "ar-EG"));
  assert_string_equal (options->lang, "ar-EG");
  assert_true (set (options, "max-events", "12"));
  assert_int_equal (options->max_events, 12);
  assert_true (set (options, "calendar", "both"));
  assert_int_equal (options->calendar, TARIKH_CALENDAR_BOTH);
  assert_true (set (options, "digits", "arabext"));
  assert_int_equal (options->digits, TARIKH_DIGITS_ARABEXT);
  assert_true (set (options, "months", "twin"));
  assert_int_equal (options->months, TARIKH_MONTHS_TWIN);
  assert_true (set (options, "layout", "vertical"));
  assert_int_equal (options->layout, TARIKH_LAYOUT_VERTICAL);
  assert_true (set (options, "axis-dir", "ltr"));
  assert_int_equal (options->axis, TARIKH_AXIS_LTR);
  assert_true (set (options, "orientation", "landscape"));
  assert_string_equal (options->orientation, "landscape");
  assert_true (set (options, "layout", "lanes"));
  assert_int_equal (options->layout, TARIKH_LAYOUT_LANES);
  assert_true (set (options, "width", "680"));
  assert_float_equal (options->page_width_mm, 680 * 25.4 / 96, 1e-9);
  assert_float_equal (options->page_height_mm, 0, 0);
  assert_true (set (options, "paper", "200x300mm"));
  assert_float_equal (options->page_height_mm, 300, 1e-9);
  assert_true (set (options, "source-date", "1700000000"));
  assert_int_equal (options->source_date, 1700000000);
  assert_true (set (options, "title", "one"));
  assert_true (set (options, "title", "two"));
  assert_string_equal (options->title, "two");
}

static void
fonts_add_up (void **state)
{
  g_autoptr (TarikhTimelineOptions) options = tarikh_timeline_options_new ();

  assert_null (options->fonts);
  assert_true (set (options, "fonts", "a"));
  assert_true (set (options, "fonts", "b"));
  assert_string_equal (options->fonts->pdata[0], "a");
  assert_string_equal (options->fonts->pdata[1], "b");
  assert_null (options->fonts->pdata[2]);
}

static void
nonsense_is_refused_and_changes_nothing (void **state)
{
  static const char *const cases[][2] = { { "published", "" },
                                          { "published", "today" },
                                          { "lang", "" },
                                          { "lang", "zz" },
                                          { "from", "" },
                                          { "from", "24" },
                                          { "from", "2024-00" },
                                          { "to", "2024-06-31" },
                                          { "max-events", "0" },
                                          { "max-events", "-3" },
                                          { "max-events", "+3" },
                                          { "max-events", "1e3" },
                                          { "max-events", "99999999999" },
                                          { "calendar", "Gregorian" },
                                          { "digits", "" },
                                          { "months", "levant" },
                                          { "layout", "diagonal" },
                                          { "axis-dir", "" },
                                          { "paper", "A99" },
                                          { "width", "151" },
                                          { "width", "680px" },
                                          { "width", "-680" },
                                          { "orientation", "p" },
                                          { "dpi", "9" },
                                          { "dpi", "1201" },
                                          { "style", "" },
                                          { "title", "" },
                                          { "title", "\xff" },
                                          { "fonts", "" },
                                          { "source-date", "-1" },
                                          { "source-date", "soon" },
                                          { "colour", "red" },
                                          { "", "x" } };
  g_autoptr (TarikhTimelineOptions) options = tarikh_timeline_options_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_false (set (options, cases[i][0], cases[i][1]));
  assert_int_equal (options->published, TARIKH_DAY_NONE);
  assert_int_equal (options->from, TARIKH_DAY_NONE);
  assert_int_equal (options->to, TARIKH_DAY_NONE);
  assert_null (options->lang);
  assert_null (options->title);
  assert_null (options->fonts);
  assert_null (options->orientation);
  assert_int_equal (options->max_events, 0);
  assert_int_equal (options->layout, TARIKH_LAYOUT_AUTO);
  assert_int_equal (options->calendar, TARIKH_CALENDAR_AUTO);
  assert_int_equal (options->source_date, -1);
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (dates_cover_their_days), cmocka_unit_test (an_empty_stretch_is_refused),
          cmocka_unit_test (values_are_taken), cmocka_unit_test (fonts_add_up),
          cmocka_unit_test (nonsense_is_refused_and_changes_nothing) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
