/* event/news: what is told without a time of its own: the lead, what it holds, and what had been done before. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reading.h"

static void
lead_takes_an_inner_day (void **state)
{
  GivenTime time = DAY ("الأحد", "2024-06-16");
  Read *read = read_story ("قُتل صحفي في غارة استهدفت سيارته الأحد.", "2024-06-20", &time, 1);

  assert_int_equal (read->events->len, 1);
  assert_days (get_event (read, 0), "2024-06-16", "2024-06-16");
  assert_true (g_str_has_prefix (get_event (read, 0)->headline, "قُتل صحفي"));
  free_read (read);
}

static void
lead_takes_the_victorys_day (void **state)
{
  GivenTime time = DAY ("الأحد", "2024-06-16");
  Read *read = read_story ("توج فريق النوارس بلقب الدوري بعد فوزه على فريق الصقور الأحد.", "2024-06-20", &time, 1);

  assert_int_equal (read->events->len, 1);
  assert_days (get_event (read, 0), "2024-06-16", "2024-06-16");
  assert_true (g_str_has_prefix (get_event (read, 0)->headline, "توج فريق النوارس"));
  free_read (read);
}

static void
old_day_inside_is_not_the_news (void **state)
{
  GivenTime time = YEAR ("عام 1950", "1950");
  Read *read = read_story ("زار الوزير سالم حداد مدرسة بُنيت عام 1950.", "2024-06-20", &time, 1);

  for (guint i = 0; i < read->events->len; i++)
    if (g_str_has_prefix (get_event (read, i)->headline, "زار"))
      assert_days (get_event (read, i), "2024-06-20", "2024-06-20");
  free_read (read);
}

static void
opinion_opens_no_news (void **state)
{
  Read *read = read_story ("تُعد الجزيرة موطنا لعدد قليل من الصيادين.", "2024-06-20", NULL, 0);

  assert_int_equal (read->events->len, 0);
  free_read (read);
}

static void
done_before_without_a_day (void **state)
{
  Read *read = read_story ("افتتحت البلدية الجسر.\nوكان نادي المدينة قد وعد بإصلاح الملعب.", "2024-06-20", NULL, 0);
  const TarikhEvent *last = get_event (read, read->events->len - 1);

  assert_int_equal (last->dated_by, TARIKH_DATED_NONE);
  assert_string_equal (last->headline, "وعد نادي المدينة بإصلاح الملعب");
  free_read (read);
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (lead_takes_an_inner_day), cmocka_unit_test (lead_takes_the_victorys_day),
          cmocka_unit_test (old_day_inside_is_not_the_news), cmocka_unit_test (opinion_opens_no_news),
          cmocka_unit_test (done_before_without_a_day) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
