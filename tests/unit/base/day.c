/* base/day: civil days against known dates and against GLib's calendar. */
#include "base/base.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

static void
known_days (void **state)
{
  assert_int_equal (tarikh_base_day_from_date (1970, 1, 1), 0);
  assert_int_equal (tarikh_base_day_from_date (2000, 3, 1), 11017);
  assert_int_equal (tarikh_base_day_from_date (2024, 14, 1), tarikh_base_day_from_date (2025, 2, 1));
  assert_int_equal (tarikh_base_day_from_date (2024, -1, 1), tarikh_base_day_from_date (2023, 11, 1));
  assert_int_equal (tarikh_base_day_get_weekday (tarikh_base_day_from_date (2024, 6, 20)), 4);
  assert_int_equal (tarikh_base_day_get_weekday (tarikh_base_day_from_date (1969, 12, 28)), 7);
}

static void
round_trip_and_glib_agree (void **state)
{
  for (TarikhDay day = -800000; day < 2900000; day += 97) {
    TarikhDate d = tarikh_base_day_get_date (day);
    assert_int_equal (tarikh_base_day_from_date (d.year, d.month, d.day), day);
    if (d.year < 1 || d.year > 9999)
      continue;
    GDate g;
    g_date_set_dmy (&g, (GDateDay) d.day, (GDateMonth) d.month, (GDateYear) d.year);
    assert_int_equal (g_date_get_weekday (&g), tarikh_base_day_get_weekday (day));
    gint year, week;
    tarikh_base_day_get_iso_week (day, &year, &week);
    assert_int_equal (week, g_date_get_iso8601_week_of_year (&g));
    assert_int_equal (tarikh_base_day_from_iso_week (year, week, tarikh_base_day_get_weekday (day)), day);
  }
}

static void
months_clamp (void **state)
{
  TarikhDay january = tarikh_base_day_from_date (2024, 1, 31);

  assert_int_equal (tarikh_base_day_add_months (january, 1), tarikh_base_day_from_date (2024, 2, 29));
  assert_int_equal (tarikh_base_day_add_months (january, -2), tarikh_base_day_from_date (2023, 11, 30));
}

static void
iso_text (void **state)
{
  TarikhDay day = 5;
  g_autofree char *iso = tarikh_base_day_to_iso (tarikh_base_day_from_date (2024, 2, 29));
  g_autofree char *ancient = tarikh_base_day_to_iso (tarikh_base_day_from_date (-43, 3, 15));

  assert_string_equal (iso, "2024-02-29");
  assert_string_equal (ancient, "-0043-03-15");
  assert_null (tarikh_base_day_to_iso (TARIKH_DAY_NONE));
  assert_false (tarikh_base_day_parse_iso ("2023-02-29", &day));
  assert_false (tarikh_base_day_parse_iso ("2023-2-9", &day));
  assert_false (tarikh_base_day_parse_iso ("2023-02-09 ", &day));
  assert_int_equal (day, 5);
  assert_true (tarikh_base_day_parse_iso ("2024-06-20", &day));
  assert_int_equal (day, tarikh_base_day_from_date (2024, 6, 20));
}

static void
printable_has_no_controls (void **state)
{
  g_autofree char *safe = tarikh_base_printable ("a\x1b[31m\nb\xe2\x80\xae\xff");

  assert_string_equal (safe, "a\xef\xbf\xbd[31m b\xef\xbf\xbd\xef\xbf\xbd");
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (known_days), cmocka_unit_test (round_trip_and_glib_agree),
                                      cmocka_unit_test (months_clamp), cmocka_unit_test (iso_text),
                                      cmocka_unit_test (printable_has_no_controls) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
