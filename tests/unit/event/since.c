/* event/date: times counted back from the day of writing, and old days in the sentence that opens a story. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reading.h"

#define SINCE(phrase, value, first, last)                                                                              \
  {                                                                                                                    \
    phrase, value, first, last, TARIKH_GRAIN_WEEK, TARIKH_TIME_DURATION, TARIKH_TIME_SINCE, NULL                       \
  }

static const TarikhEvent *
find_event (const Read *read, const char *verb)
{
  for (guint i = 0; i < read->events->len; i++)
    if (g_str_has_prefix (get_event (read, i)->headline, verb))
      return get_event (read, i);
  fail_msg ("no headline with %s", verb);
  return NULL;
}

static void
what_goes_on_lasts_until_today (void **state)
{
  GivenTime time = SINCE ("أسبوع", "P1W", "2024-06-10", "2024-06-16");
  Read *read = read_story ("ويشن الجيش هجمات واسعة على القرى منذ أسبوع.", "2024-06-20", &time, 1);

  assert_days (find_event (read, "يشن"), "2024-06-10", "2024-06-20");
  free_read (read);
}

static void
what_was_done_then_is_over (void **state)
{
  GivenTime time = SINCE ("أسبوعين", "P2W", "2024-06-03", "2024-06-09");
  Read *read = read_story ("افتتحت البلدية الجسر.\nومنذ أسبوعين ألغى الرئيس زيارة الجنوب.", "2024-06-20", &time, 1);

  assert_days (find_event (read, "ألغى"), "2024-06-03", "2024-06-09");
  free_read (read);
}

static void
how_things_are_has_no_day (void **state)
{
  GivenTime time = SINCE ("عشر سنوات", "P10Y", "2013-06-20", "2014-06-20");
  Read *read = read_story ("افتتحت البلدية الجسر.\nويكتب سالم حداد القصص منذ عشر سنوات.", "2024-06-20", &time, 1);

  assert_int_equal (read->events->len, 1);
  free_read (read);
}

static void
old_day_far_from_the_news (void **state)
{
  GivenTime time = DAY ("23 مارس", "2024-03-23");
  Read *read = read_story (
      "أصدر أمين الحزب قرارا بطرد سالم حداد بشكل رسمي من الحزب، وذلك تنفيذا لما رأته اللجنة بتاريخ 23 مارس.",
      "2024-06-20", &time, 1);

  assert_days (find_event (read, "أصدر"), "2024-06-20", "2024-06-20");
  free_read (read);
}

static void
near_old_day_is_the_verbs (void **state)
{
  GivenTime time = DAY ("23 مارس", "2024-03-23");
  Read *read = read_story ("أصدر أمين الحزب قرارا في 23 مارس.", "2024-06-20", &time, 1);

  assert_days (find_event (read, "أصدر"), "2024-03-23", "2024-03-23");
  free_read (read);
}

static void
a_condition_is_no_happening (void **state)
{
  GivenTime time = YEAR ("هذا العام", "2024");
  Read *read = read_story ("افتتحت البلدية الجسر.\nإذا لم تغلق الشركة المصنع هذا العام خسر الصيادون الموسم.",
                           "2024-06-20", &time, 1);

  for (guint i = 0; i < read->events->len; i++)
    assert_null (strstr (get_event (read, i)->headline, "لم تغلق"));
  free_read (read);
}

static void
after_days_that_are_not_counted_from_today (void **state)
{
  GivenTime time = { "بعد 45 يوما",    "2024-08-04",     "2024-08-04",       "2024-08-04",
                     TARIKH_GRAIN_DAY, TARIKH_TIME_DATE, TARIKH_TIME_OFFSET, NULL };
  Read *read = read_story ("افتتحت البلدية الجسر.\nوقال الوزير إنه تم إطلاق السجين بعد 45 يوما، من توقيفه.",
                           "2024-06-20", &time, 1);

  for (guint i = 0; i < read->events->len; i++)
    assert_int_not_equal (get_event (read, i)->time_expr, 0);
  free_read (read);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (what_goes_on_lasts_until_today),
    cmocka_unit_test (what_was_done_then_is_over),
    cmocka_unit_test (how_things_are_has_no_day),
    cmocka_unit_test (old_day_far_from_the_news),
    cmocka_unit_test (near_old_day_is_the_verbs),
    cmocka_unit_test (a_condition_is_no_happening),
    cmocka_unit_test (after_days_that_are_not_counted_from_today),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
