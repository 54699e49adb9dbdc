/* event/offset: happenings dated by their distance from what the sentence tells. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reading.h"

#define DISTANCE(phrase, value, first, last, grain)                                                                    \
  {                                                                                                                    \
    phrase, value, first, last, grain, TARIKH_TIME_DATE, TARIKH_TIME_OFFSET, "offset-event"                            \
  }

static const TarikhEvent *
find_context (const Read *read)
{
  for (guint i = 0; i < read->events->len; i++)
    if (get_event (read, i)->dated_by == TARIKH_DATED_CONTEXT)
      return get_event (read, i);
  return NULL;
}

static void
counts_back_from_the_sentences_day (void **state)
{
  const GivenTime times[] = { DISTANCE ("بعد شهرين", "2024-06", "2024-06-01", "2024-06-30", TARIKH_GRAIN_MONTH),
                              DAY ("الأربعاء", "2024-06-19") };
  Read *read = read_story ("بعد شهرين على وفاة مدير السد، عينت الحكومة مديرا جديدا الأربعاء.", "2024-06-20", times, 2);

  assert_int_equal (read->events->len, 2);
  assert_non_null (find_context (read));
  assert_days (find_context (read), "2024-04-04", "2024-05-04");
  free_read (read);
}

static void
counts_back_from_a_plan (void **state)
{
  const GivenTime times[] = { DAY ("20 سبتمبر", "2024-09-20"),
                              DISTANCE ("بعد 10 أيام", "2024-06-20", "2024-06-20", "2024-06-20", TARIKH_GRAIN_DAY) };
  Read *read = read_story ("ستفتتح البلدية الجسر في 20 سبتمبر بعد 10 أيام من انتخاب أعضاء المجلس الجديد.", "2024-06-20", times, 2);

  assert_non_null (find_context (read));
  assert_days (find_context (read), "2024-09-10", "2024-09-10");
  free_read (read);
}

static void
dates_no_verb (void **state)
{
  const GivenTime times[] = { DISTANCE ("بعد 12 عاما", "2024", "2024-01-01", "2024-12-31", TARIKH_GRAIN_YEAR) };
  Read *read = read_story ("غادر الوزير سالم حداد الوزارة بعد 12 عاما على تعيينه.", "2024-06-20", times, 1);

  for (guint i = 0; i < read->events->len; i++)
    if (g_str_has_prefix (get_event (read, i)->headline, "غادر"))
      assert_days (get_event (read, i), "2024-06-20", "2024-06-20");
  free_read (read);
}

static void
stretch_to_come (void **state)
{
  const GivenTime times[] = { { "اليومين المقبلين", "P2D", NULL, NULL, TARIKH_GRAIN_NONE, TARIKH_TIME_DURATION,
                                TARIKH_TIME_DURING | TARIKH_TIME_DEICTIC_FUTURE } };
  Read *read = read_story ("يسلم المدرب سالم حداد خلال اليومين المقبلين تقريره إلى الإدارة.", "2024-06-20", times, 1);

  assert_int_equal (read->events->len, 1);
  assert_days (get_event (read, 0), "2024-06-20", "2024-06-22");
  free_read (read);
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (counts_back_from_the_sentences_day), cmocka_unit_test (counts_back_from_a_plan),
          cmocka_unit_test (dates_no_verb), cmocka_unit_test (stretch_to_come) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
