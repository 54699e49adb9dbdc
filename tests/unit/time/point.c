/* time/point: periods, their neighbours, their days and their values. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "time/point.h"

static const struct {
  TarikhGrain grain;
  gint shift;
  const char *value, *first, *last;
} cases[] = {
  { TARIKH_GRAIN_DAY, 0, "2024-06-20", "2024-06-20", "2024-06-20" },
  { TARIKH_GRAIN_DAY, -20, "2024-05-31", "2024-05-31", "2024-05-31" },
  { TARIKH_GRAIN_WEEK, 0, "2024-W25", "2024-06-17", "2024-06-23" },
  { TARIKH_GRAIN_WEEK, -25, "2023-W52", "2023-12-25", "2023-12-31" },
  { TARIKH_GRAIN_WEEKEND, 0, "2024-W25-WE", "2024-06-21", "2024-06-23" },
  { TARIKH_GRAIN_MONTH, 0, "2024-06", "2024-06-01", "2024-06-30" },
  { TARIKH_GRAIN_MONTH, -4, "2024-02", "2024-02-01", "2024-02-29" },
  { TARIKH_GRAIN_MONTH, 7, "2025-01", "2025-01-01", "2025-01-31" },
  { TARIKH_GRAIN_SEASON, 0, "2024-SU", "2024-06-01", "2024-08-31" },
  { TARIKH_GRAIN_SEASON, -2, "2023-WI", "2023-12-01", "2024-02-29" },
  { TARIKH_GRAIN_QUARTER, -2, "2023-Q4", "2023-10-01", "2023-12-31" },
  { TARIKH_GRAIN_HALF, 1, "2024-H2", "2024-07-01", "2024-12-31" },
  { TARIKH_GRAIN_YEAR, -1, "2023", "2023-01-01", "2023-12-31" },
  { TARIKH_GRAIN_DECADE, -1, "201", "2010-01-01", "2019-12-31" },
  { TARIKH_GRAIN_CENTURY, -1, "19", "1900-01-01", "1999-12-31" },
};

static void
assert_days (TarikhInterval days, const char *first, const char *last)
{
  g_autofree char *from = tarikh_base_day_to_iso (days.first);
  g_autofree char *to = tarikh_base_day_to_iso (days.last);

  assert_string_equal (from, first);
  assert_string_equal (to, last);
}

static void
test_periods (void **state)
{
  TarikhDay day = tarikh_base_day_from_date (2024, 6, 20);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Point point = tarikh_time_point_shift (tarikh_time_point_of_day (day, cases[i].grain), cases[i].shift);
    char value[POINT_VALUE_BYTES];
    tarikh_time_point_write_value (point, value);
    assert_string_equal (value, cases[i].value);
    assert_days (tarikh_time_point_get_days (point), cases[i].first, cases[i].last);
  }
}

static void
test_narrowing (void **state)
{
  TarikhInterval year = tarikh_base_interval_of_year (2023), month = tarikh_base_interval_of_month (2024, 2);

  assert_days (tarikh_time_point_narrow (year, TARIKH_MOD_START), "2023-01-01", "2023-03-31");
  assert_days (tarikh_time_point_narrow (year, TARIKH_MOD_MID), "2023-05-01", "2023-08-31");
  assert_days (tarikh_time_point_narrow (year, TARIKH_MOD_END), "2023-10-01", "2023-12-31");
  assert_days (tarikh_time_point_narrow (month, TARIKH_MOD_START), "2024-02-01", "2024-02-10");
  assert_days (tarikh_time_point_narrow (month, TARIKH_MOD_MID), "2024-02-11", "2024-02-20");
  assert_days (tarikh_time_point_narrow (month, TARIKH_MOD_END), "2024-02-21", "2024-02-29");
  assert_days (tarikh_time_point_narrow (month, TARIKH_MOD_APPROX), "2024-02-01", "2024-02-29");
}

static void
test_before_christ (void **state)
{
  char value[POINT_VALUE_BYTES];

  tarikh_time_point_write_value ((Point){ .grain = TARIKH_GRAIN_YEAR, .year = -43 }, value);
  assert_string_equal (value, "BC0044");
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (test_periods), cmocka_unit_test (test_narrowing), cmocka_unit_test (test_before_christ) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
