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
    { "2021-06-03", "2021-07-28", "XXXX", "بين يونيو ويوليو 2021" },
    { "2022-12-01", "2023-02-28", "2022-WI", "شتاء 2022–2023" },
    { "2019-01-01", "2019-12-31", "2019", "عام 2019" },
    { "2010-01-01", "2019-12-31", "201", "2010–2019" },
    { "1901-01-01", "2000-12-31", "19", "القرن العشرون" },
    { "2101-01-01", "2200-12-31", "21", "القرن 22" },
    { "1880-01-01", "1889-12-31", "188", "ثمانينيات القرن التاسع عشر" },
    { "1886-09-02", "1889-12-31", "188", "أواخر ثمانينيات القرن التاسع عشر" },
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
                                       { "2023-09-01", "2023-09-30", "2023-09", "صفر – ربيع الأول 1445 هـ" } };
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
other_names_of_months (void **state)
{
  static const WordingCase moroccan[] = { { "2024-08-05", "2024-08-05", NULL, "5 غشت 2024" } };
  static const WordingCase slash[] = { { "2024-06-05", "2024-06-05", NULL, "5 يونيو/حزيران 2024" } };
  static const WordingCase turned[] = { { "2024-06-05", "2024-06-05", NULL, "5 حزيران/يونيو 2024" } };
  static const WordingCase levantine[] = { { "2023-10-01", "2023-12-31", NULL, "تشرين الأول – كانون الأول 2023" } };
  TarikhDateStyle style = { .lexicon = tarikh_lexicon_get ("ar"), .months = TARIKH_MONTHS_MOROCCAN };

  try_cases (&style, moroccan, G_N_ELEMENTS (moroccan));
  style.months = TARIKH_MONTHS_TWIN_SLASH;
  try_cases (&style, slash, G_N_ELEMENTS (slash));
  style.months = TARIKH_MONTHS_TWIN_LEVANTINE;
  try_cases (&style, turned, G_N_ELEMENTS (turned));
  style.months = TARIKH_MONTHS_LEVANTINE;
  try_cases (&style, levantine, G_N_ELEMENTS (levantine));
}

/* What is told by the month or the year is not worded by the day in the other calendar either. */
static void
hijri_as_coarse_as_told (void **state)
{
  static const WordingCase cases[] = {
    { "2024-03-11", "2024-04-09", "2024-03", "رمضان 1445 هـ" },
    { "2024-03-11", "2024-03-20", "2024-03", "مطلع رمضان 1445 هـ" },
    { "2024-03-31", "2024-04-09", "2024-03", "أواخر رمضان 1445 هـ" },
    { "2024-03-11", "2024-03-20", NULL, "1–10 رمضان 1445 هـ" },
    { "2023-07-19", "2024-07-06", "2023-07-19/2024-07-06", "عام 1445 هـ" },
    { "2024-01-01", "2024-12-31", "2024", "1445–1446 هـ" },
    { "2024-06-18", "2024-06-18", "2024-06-18T21:30", "12 ذو الحجة 1445 هـ، 21:30" },
  };
  TarikhDateStyle style = { .lexicon = tarikh_lexicon_get ("ar"), .calendar = TARIKH_CALENDAR_HIJRI };

  try_cases (&style, cases, G_N_ELEMENTS (cases));
}

static void
expect_told (const TarikhDateStyle *style, const char *day, const char *text, const char *words, const char *other)
{
  g_autofree char *second = NULL;
  g_autofree char *date = tarikh_time_format_told (style, day_of (day), day_of (day), day, text, &second);

  assert_string_equal (date, words);
  if (other == NULL)
    assert_null (second);
  else
    assert_string_equal (second, other);
}

static void
dates_stand_in_the_calendar_they_were_told_in (void **state)
{
  TarikhDateStyle style = { .lexicon = tarikh_lexicon_get ("ar") };

  expect_told (&style, "2024-06-18", "18 يونيو", "18 يونيو 2024", NULL);
  expect_told (&style, "2024-06-18", NULL, "18 يونيو 2024", NULL);
  expect_told (&style, "2024-06-18", "مساء أمس", "18 يونيو 2024", NULL);
  expect_told (&style, "2024-06-18", "12 ذي الحجة", "12 ذو الحجة 1445 هـ", "(18 يونيو 2024)");
  expect_told (&style, "2024-06-18", "12 ذي الحجة 1445 هـ الموافق 18 يونيو 2024", "12 ذو الحجة 1445 هـ", "(18 يونيو 2024)");
  expect_told (&style, "2024-06-18", "18 يونيو 2024 (12 ذي الحجة)", "18 يونيو 2024", "(12 ذو الحجة 1445 هـ)");
  /* the moon was seen a day later, or earlier, where the story was written */
  expect_told (&style, "2024-06-18", "الثلاثاء 11 ذي الحجة", "11 ذو الحجة 1445 هـ", "(18 يونيو 2024)");
  expect_told (&style, "2024-06-18", "الثلاثاء 13 ذي الحجة", "13 ذو الحجة 1445 هـ", "(18 يونيو 2024)");
  expect_told (&style, "2024-06-18", "الثلاثاء 20 ذي الحجة", "12 ذو الحجة 1445 هـ", "(18 يونيو 2024)");
  style.calendar = TARIKH_CALENDAR_GREGORIAN;
  expect_told (&style, "2024-06-18", "12 ذي الحجة", "18 يونيو 2024", NULL);
  style.calendar = TARIKH_CALENDAR_HIJRI;
  expect_told (&style, "2024-06-18", "18 يونيو", "12 ذو الحجة 1445 هـ", NULL);
  style.calendar = TARIKH_CALENDAR_BOTH;
  expect_told (&style, "2024-06-18", "18 يونيو", "18 يونيو 2024", "(12 ذو الحجة 1445 هـ)");
}

static void
undated_is_not_worded (void **state)
{
  TarikhDateStyle style = { .lexicon = tarikh_lexicon_get ("ar"), .calendar = TARIKH_CALENDAR_BOTH };

  expect_told (&style, NULL, "12 ذي الحجة", "", NULL);
}

static void
english (void **state)
{
  static const WordingCase cases[] = {
    { "2024-06-18", "2024-06-20", NULL, "18–20 June 2024" },
    { "2000-06-01", "2000-08-31", "2000-SU", "summer 2000" },
    { "2021-12-28", "2023-12-29", "XXXX", "between December 2021 and December 2023" },
    { "2019-01-01", "2019-12-31", "2019", "2019" },
    { "1901-01-01", "2000-12-31", "19", "20th century" },
    { "1880-01-01", "1889-12-31", "188", "1880–1889" },
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
          cmocka_unit_test (other_names_of_months), cmocka_unit_test (hijri_as_coarse_as_told),
          cmocka_unit_test (dates_stand_in_the_calendar_they_were_told_in), cmocka_unit_test (undated_is_not_worded),
          cmocka_unit_test (english),   cmocka_unit_test (no_tables),
          cmocka_unit_test (elapsed_counts_as_arabic_does), cmocka_unit_test (ticks_and_messages) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
