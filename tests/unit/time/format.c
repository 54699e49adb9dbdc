/* time/format: days worded for people: first | last | value | words. */
#include "time/time.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

typedef struct {
  const char *first, *last, *value, *words;
} WordingCase;

static TarikhDay
day_of (const char *iso)
{
  TarikhDay day = TARIKH_DAY_NONE;

  if (iso != NULL)
    assert_true (tarikh_base_day_parse_iso (iso, &day));
  return day;
}

static void
try_cases (const TarikhDateStyle *style, const WordingCase *cases, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    g_autofree char *words
        = tarikh_time_format_interval (style, day_of (cases[i].first), day_of (cases[i].last), cases[i].value);
    assert_string_equal (words, cases[i].words);
  }
}

static void
arabic (void **state)
{
  static const WordingCase cases[] = {
    { "2024-06-18", "2024-06-18", "2024-06-18", "18 يونيو 2024" },
    { "2024-06-18", "2024-06-20", NULL, "18–20 يونيو 2024" },
    { "2024-06-28", "2024-07-02", NULL, "28 يونيو – 2 يوليو 2024" },
    { "2023-12-28", "2024-01-02", NULL, "28 ديسمبر 2023 – 2 يناير 2024" },
    { "2023-09-01", "2023-09-30", "2023-09", "سبتمبر 2023" },
    { "2023-09-01", "2023-11-30", NULL, "سبتمبر–نوفمبر 2023" },
    { "2023-09-01", "2024-01-31", NULL, "سبتمبر 2023 – يناير 2024" },
    { "2000-06-01", "2000-08-31", "2000-SU", "صيف عام 2000" },
    { "2021-09-01", "2023-09-30", "XXXX-09", "بين سبتمبر 2021 وسبتمبر 2023" },
    { "2021-09-03", "2021-09-28", "XXXX", "سبتمبر 2021" },
    { "2022-12-01", "2023-02-28", "2022-WI", "شتاء 2022–2023" },
    { "2019-01-01", "2019-12-31", "2019", "عام 2019" },
    { "2010-01-01", "2019-12-31", "201", "2010–2019" },
    { "1901-01-01", "2000-12-31", "19", "القرن 20" },
    { "2024-01-01", "2024-03-31", "2024-Q1", "الربع الأول من عام 2024" },
    { "2024-07-01", "2024-12-31", "2024-H2", "النصف الثاني من عام 2024" },
    { "2024-06-18", "2024-06-18", "2024-06-18T21:30", "18 يونيو 2024، 21:30" },
    { "2024-06-18", "2024-06-18", "2024-06-18TEV", "18 يونيو 2024" },
    { "2024-06-18", NULL, NULL, "منذ 18 يونيو 2024" },
    { NULL, "2024-06-18", NULL, "حتى 18 يونيو 2024" },
    { NULL, NULL, "FUTURE_REF", "" },
    /* what was told coarsely is not worded finely */
    { "2025-03-01", "2025-03-10", "2025-03", "مطلع مارس 2025" },
    { "2024-11-11", "2024-11-20", "2024-11", "منتصف نوفمبر 2024" },
    { "2024-11-21", "2024-11-30", "2024-11", "أواخر نوفمبر 2024" },
    { "2006-10-01", "2006-12-31", "2006", "أواخر عام 2006" },
    { "1980-01-01", "1989-12-31", "198", "الثمانينيات" },
    { "1986-09-02", "1989-12-31", "198", "أواخر الثمانينيات" },
    { "1980-01-01", "2015-07-20", "198", "منذ الثمانينيات" },
    { "1899-01-01", "1902-12-31", "1899", "1899–1902" },
    { "2014-07-20", "2015-06-20", "PXM", "يوليو 2014 – يونيو 2015" },
    { "2024-06-17", "2024-06-23", "2024-W25", "17–23 يونيو 2024" },
  };
  TarikhDateStyle style = { .lexicon = tarikh_lexicon_get ("ar") };

  try_cases (&style, cases, G_N_ELEMENTS (cases));
}

static void
traditions_digits_calendars (void **state)
{
  TarikhDateStyle style = { .lexicon = tarikh_lexicon_get ("ar"), .months = TARIKH_MONTHS_LEVANTINE };
  static const WordingCase levantine[] = { { "2024-02-05", "2024-02-05", NULL, "5 شباط 2024" } };
  static const WordingCase maghrebi[] = { { "2024-08-05", "2024-08-05", NULL, "5 أوت 2024" } };
  static const WordingCase twin[] = { { "2024-02-05", "2024-02-05", NULL, "5 فبراير (شباط) 2024" } };
  static const WordingCase digits[] = { { "2024-02-05", "2024-02-05", NULL, "٥ فبراير ٢٠٢٤" } };
  static const WordingCase hijri[] = { { "2024-07-07", "2024-07-07", NULL, "1 محرم 1446 هـ" },
                                       { "2024-03-11", "2024-03-11", NULL, "1 رمضان 1445 هـ" },
                                       { "2023-09-01", "2023-09-30", "2023-09", "صفر–ربيع الأول 1445 هـ" } };
  static const WordingCase both[] = { { "2024-07-07", "2024-07-07", NULL, "7 يوليو 2024 (1 محرم 1446 هـ)" } };

  try_cases (&style, levantine, G_N_ELEMENTS (levantine));
  style.months = TARIKH_MONTHS_MAGHREBI;
  try_cases (&style, maghrebi, G_N_ELEMENTS (maghrebi));
  style.months = TARIKH_MONTHS_TWIN;
  try_cases (&style, twin, G_N_ELEMENTS (twin));
  style.months = TARIKH_MONTHS_GREGORIAN;
  style.digits = TARIKH_DIGITS_ARAB;
  try_cases (&style, digits, G_N_ELEMENTS (digits));
  style.digits = TARIKH_DIGITS_AUTO;
  style.calendar = TARIKH_CALENDAR_HIJRI;
  try_cases (&style, hijri, G_N_ELEMENTS (hijri));
  style.calendar = TARIKH_CALENDAR_BOTH;
  try_cases (&style, both, G_N_ELEMENTS (both));
}

static void
english (void **state)
{
  static const WordingCase cases[] = {
    { "2024-06-18", "2024-06-20", NULL, "18–20 June 2024" },
    { "2000-06-01", "2000-08-31", "2000-SU", "summer 2000" },
    { "2021-12-28", "2023-12-29", "XXXX", "between December 2021 and December 2023" },
    { "2019-01-01", "2019-12-31", "2019", "2019" },
  };
  TarikhDateStyle style = { .lexicon = tarikh_lexicon_get ("en") };

  try_cases (&style, cases, G_N_ELEMENTS (cases));
}

/* A language without tables still gets numbers in a readable order. */
static void
no_tables (void **state)
{
  static const WordingCase cases[] = { { "2024-06-18", "2024-06-18", NULL, "18 6 2024" } };
  TarikhDateStyle style = { .lexicon = NULL };

  try_cases (&style, cases, G_N_ELEMENTS (cases));
}

static void
expect_elapsed (gint days, const char *words)
{
  TarikhDateStyle style = { .lexicon = tarikh_lexicon_get ("ar") };
  g_autofree char *elapsed = tarikh_time_format_elapsed (&style, days);

  assert_string_equal (elapsed, words);
}

static void
elapsed_counts_as_arabic_does (void **state)
{
  expect_elapsed (1, "بعد يوم");
  expect_elapsed (2, "بعد يومين");
  expect_elapsed (9, "بعد 9 أيام");
  expect_elapsed (19, "بعد 19 يوماً");
  expect_elapsed (32, "بعد شهر");
  expect_elapsed (61, "بعد شهرين");
  expect_elapsed (150, "بعد 5 أشهر");
  expect_elapsed (365, "بعد عام");
  expect_elapsed (731, "بعد عامين");
  expect_elapsed (8400, "بعد 23 عاماً");
  expect_elapsed (36525, "بعد 100 عام");
}

static void
ticks_and_messages (void **state)
{
  TarikhDateStyle style = { .lexicon = tarikh_lexicon_get ("ar") };
  TarikhDay day = tarikh_base_day_from_date (2024, 6, 18);
  g_autofree char *year = tarikh_time_format_tick (&style, day, TARIKH_GRAIN_YEAR, FALSE);
  g_autofree char *month = tarikh_time_format_tick (&style, day, TARIKH_GRAIN_MONTH, FALSE);
  g_autofree char *more = tarikh_time_format_tick (&style, day, TARIKH_GRAIN_MONTH, TRUE);
  g_autofree char *number = tarikh_time_format_tick (&style, day, TARIKH_GRAIN_DAY, FALSE);
  g_autofree char *page = tarikh_time_format_message (&style, "page", "1", "3");

  assert_string_equal (year, "2024");
  assert_string_equal (month, "يونيو");
  assert_string_equal (more, "يونيو 2024");
  assert_string_equal (number, "18");
  assert_string_equal (page, "صفحة 1 من 3");
  assert_string_equal (tarikh_time_get_message (&style, "no such key"), "");
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (arabic),    cmocka_unit_test (traditions_digits_calendars),
          cmocka_unit_test (english),   cmocka_unit_test (no_tables),
          cmocka_unit_test (elapsed_counts_as_arabic_does), cmocka_unit_test (ticks_and_messages) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
