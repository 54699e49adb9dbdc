/* event/date: times that belong to a noun, to a phrase or to another clause, and so not to the verb beside them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reading.h"

/* The event whose headline begins with WORD. */
static const TarikhEvent *
find_event (const Read *read, const char *word)
{
  for (guint i = 0; i < read->events->len; i++)
    if (g_str_has_prefix (get_event (read, i)->headline, word))
      return get_event (read, i);
  return NULL;
}

static void
year_tied_to_a_noun (void **state)
{
  const GivenTime times[] = { YEAR ("هذا الموسم", "2024"), DAY ("الاثنين", "2024-06-17") };
  Read *read
      = read_story ("زار الطلاب المشاركون في البرنامج لهذا الموسم متحف المدينة الاثنين.", "2024-06-20", times, 2);

  assert_int_equal (read->events->len, 1);
  assert_days (get_event (read, 0), "2024-06-17", "2024-06-17");
  free_read (read);
}

static void
rest_of_yesterday (void **state)
{
  const GivenTime times[] = { DAY ("يوم أمس", "2024-06-19") };
  Read *read = read_story ("عاد اللاعبون إلى الملعب بعد راحة يوم أمس.", "2024-06-20", times, 1);

  for (guint i = 0; i < read->events->len; i++)
    assert_days (get_event (read, i), "2024-06-20", "2024-06-20");
  free_read (read);
}

static void
meeting_during_which (void **state)
{
  const GivenTime times[] = { DAY ("الأحد", "2024-06-16") };
  Read *read = read_story ("أعلنت الشركة افتتاح مصنعها خلال اجتماع الأحد.", "2024-06-20", times, 1);

  assert_non_null (find_event (read, "أعلنت"));
  assert_days (find_event (read, "أعلنت"), "2024-06-16", "2024-06-16");
  free_read (read);
}

static void
what_is_said_keeps_its_day (void **state)
{
  const GivenTime times[] = { DAY ("الخميس", "2024-06-20") };
  Read *read = read_story ("افتتحت البلدية الجسر.\nوقال رئيس اللجنة سالم حداد إن الخميس يوم عطلة للجميع.", "2024-06-20",
                           times, 1);

  assert_null (find_event (read, "قال"));
  free_read (read);
}

static void
state_that_was_found (void **state)
{
  const GivenTime times[]
      = { DAY ("3 مايو 1999", "1999-05-03"),
          { "1990", "1990", "1990-01-01", "1990-12-31", TARIKH_GRAIN_YEAR, TARIKH_TIME_DATE, TARIKH_TIME_SINCE } };
  Read *read = read_story ("كشفت صحيفة في 3 مايو 1999 أن الشركة كانت تعلم بالتسرب منذ 1990.", "2024-06-20", times, 2);

  assert_int_equal (read->events->len, 1);
  assert_days (get_event (read, 0), "1999-05-03", "1999-05-03");
  free_read (read);
}

static void
two_days_in_one_sentence (void **state)
{
  const GivenTime times[] = {
    DAY ("الاثنين", "2024-06-17"),
    { "18", "2024-06-17", "2024-06-17", "2024-06-17", TARIKH_GRAIN_DAY, TARIKH_TIME_DATE, TARIKH_TIME_RANGE_FIRST },
    { "26 يونيو", "2024-06-26", "2024-06-26", "2024-06-26", TARIKH_GRAIN_DAY, TARIKH_TIME_DATE, TARIKH_TIME_RANGE_LAST }
  };
  Read *read = read_story ("أعلن الاتحاد الاثنين إطلاق بطولة المدينة التي تقام في العاصمة بين 18 و26 يونيو.",
                           "2024-06-18", times, 3);

  assert_int_equal (read->events->len, 2);
  assert_days (get_event (read, 0), "2024-06-17", "2024-06-17");
  assert_days (get_event (read, 1), "2024-06-17", "2024-06-26");
  free_read (read);
}

static void
began_does_not_swallow (void **state)
{
  const GivenTime times[] = { YEAR ("عام 1994", "1994") };
  Read *read = read_story ("بدأ المدرب سالم حداد مسيرته في نادي المدينة عام 1994، وسيبدأ عمله الجديد بعقد يمتد طويلا.",
                           "2024-06-20", times, 1);

  assert_non_null (find_event (read, "بدأ"));
  assert_days (find_event (read, "بدأ"), "1994-01-01", "1994-12-31");
  free_read (read);
}

static void
century_dates (void **state)
{
  const GivenTime times[]
      = { { "القرن السابع", "06", "0600-01-01", "0699-12-31", TARIKH_GRAIN_CENTURY, TARIKH_TIME_DATE, 0 } };
  Read *read = read_story ("بنى الملك القصر في القرن السابع.", "2024-06-20", times, 1);

  assert_int_equal (read->events->len, 1);
  assert_days (get_event (read, 0), "0600-01-01", "0699-12-31");
  free_read (read);
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (year_tied_to_a_noun),    cmocka_unit_test (rest_of_yesterday),
          cmocka_unit_test (meeting_during_which),   cmocka_unit_test (what_is_said_keeps_its_day),
          cmocka_unit_test (state_that_was_found),   cmocka_unit_test (two_days_in_one_sentence),
          cmocka_unit_test (began_does_not_swallow), cmocka_unit_test (century_dates) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
