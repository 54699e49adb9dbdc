/* time/hijri: Umm al-Qura dates against the published calendar. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "time/hijri.h"

static const struct {
  gint year, month, day;
  gint civil_year, civil_month, civil_day;
} known[] = {
  { 1445, 9, 1, 2024, 3, 11 },  { 1445, 10, 1, 2024, 4, 10 }, { 1445, 12, 10, 2024, 6, 16 },
  { 1446, 1, 1, 2024, 7, 7 },   { 1446, 1, 10, 2024, 7, 16 }, { 1436, 10, 25, 2015, 8, 10 },
  { 1439, 10, 1, 2018, 6, 15 }, { 1423, 1, 1, 2002, 3, 15 },
};

static void
test_known_days (void **state)
{
  g_autoptr (Hijri) hijri = tarikh_time_hijri_new ();

  for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
    TarikhDay day = tarikh_time_hijri_get_day (hijri, known[i].year, known[i].month, known[i].day);
    TarikhDate back;
    assert_int_equal (day, tarikh_base_day_from_date (known[i].civil_year, known[i].civil_month, known[i].civil_day));
    assert_true (tarikh_time_hijri_from_day (hijri, day, &back));
    assert_int_equal (back.year, known[i].year);
    assert_int_equal (back.month, known[i].month);
    assert_int_equal (back.day, known[i].day);
  }
}

static void
test_months_meet (void **state)
{
  g_autoptr (Hijri) hijri = tarikh_time_hijri_new ();

  for (gint year = 1420; year < 1460; year++)
    for (gint month = 1; month <= 12; month++) {
      TarikhInterval days = tarikh_time_hijri_get_interval (hijri, year, month);
      TarikhInterval next = tarikh_time_hijri_get_interval (hijri, month == 12 ? year + 1 : year, month % 12 + 1);
      assert_in_range (days.last - days.first + 1, 29, 30);
      assert_int_equal (days.last + 1, next.first);
    }
}

/* Every day goes there and back, also where the months of the table begin and end. */
static void
test_days_come_back (void **state)
{
  g_autoptr (Hijri) hijri = tarikh_time_hijri_new ();

  for (TarikhDay day = tarikh_base_day_from_date (1875, 1, 1); day < tarikh_base_day_from_date (2180, 1, 1);
       day += day % 3000 < 60 ? 1 : 17) {
    TarikhDate date;
    assert_true (tarikh_time_hijri_from_day (hijri, day, &date));
    if (date.year < 1600)
      assert_int_equal (tarikh_time_hijri_get_day (hijri, date.year, date.month, date.day), day);
  }
}

static void
test_no_such_day (void **state)
{
  g_autoptr (Hijri) hijri = tarikh_time_hijri_new ();

  assert_int_equal (tarikh_time_hijri_get_day (hijri, 1445, 13, 1), TARIKH_DAY_NONE);
  assert_int_equal (tarikh_time_hijri_get_day (hijri, 1445, 1, 31), TARIKH_DAY_NONE);
  assert_int_equal (tarikh_time_hijri_get_day (hijri, 9999, 1, 1), TARIKH_DAY_NONE);
  assert_int_equal (tarikh_time_hijri_get_interval (hijri, -5, 1).first, TARIKH_DAY_NONE);
  for (gint month = 1; month <= 12; month++) { /* day 30 exists exactly in the months of 30 days */
    TarikhInterval days = tarikh_time_hijri_get_interval (hijri, 1445, month);
    gboolean thirty = tarikh_time_hijri_get_day (hijri, 1445, month, 30) != TARIKH_DAY_NONE;
    assert_int_equal (thirty, days.last - days.first + 1 == 30);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (test_known_days), cmocka_unit_test (test_months_meet), cmocka_unit_test (test_days_come_back),
          cmocka_unit_test (test_no_such_day) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
