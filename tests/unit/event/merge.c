/* event/merge and names: one happening told twice is one event; who and where; hostile input. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reading.h"

static void
told_twice_is_one (void **state)
{
  const GivenTime times[] = { DAY ("الأربعاء", "2024-06-19"), DAY ("الأربعاء", "2024-06-19") };
  Read *read = read_story ("افتتح الرئيس ماهر الشامي سد النيل الأربعاء.\nوحضر المئات إلى السد.\nوافتتح الشامي السد "
                           "الأربعاء وسط احتفال كبير.",
                           "2024-06-20", times, 2);

  assert_int_equal (read->events->len, 1);
  assert_int_equal (get_event (read, 0)->spans->len, 2);
  free_read (read);
}

static void
other_days_stay_apart (void **state)
{
  const GivenTime times[] = { DAY ("3 مارس 2021", "2021-03-03"), DAY ("4 مارس 2022", "2022-03-04") };
  Read *read = read_story ("افتتحت الوزارة المتحف في 3 مارس 2021.\nوافتتحت الوزارة المتحف في 4 مارس 2022.",
                           "2024-06-20", times, 2);

  assert_int_equal (read->events->len, 2);
  free_read (read);
}

static void
what_points_back_is_no_second (void **state)
{
  const GivenTime times[] = { DAY ("الأربعاء", "2024-06-19"), DAY ("الأربعاء", "2024-06-19") };
  Read *read
      = read_story ("التقى الوزيران سالم حداد وسامي الراوي في قصر النخيل شمال البلاد الأربعاء، ووصف الحضور المحادثات"
                    " بالجادة.\nوجرت المحادثات مساء يوم الأربعاء.",
                    "2024-06-20", times, 2);

  assert_int_equal (get_event (read, 0)->spans->len, 2);
  for (guint i = 0; i < read->events->len; i++)
    assert_false (g_str_has_prefix (get_event (read, i)->headline, "جرت"));
  free_read (read);
}

static void
another_day_points_elsewhere (void **state)
{
  const GivenTime times[] = { DAY ("الأربعاء", "2024-06-19"), DAY ("3 مارس 2021", "2021-03-03") };
  Read *read = read_story ("قتل ستة من الرعاة في هجوم على قرية النخيل الأربعاء.\nووقع هجوم في 3 مارس 2021.",
                           "2024-06-20", times, 2);

  assert_int_equal (read->events->len, 2);
  free_read (read);
}

static gboolean
has (const GPtrArray *list, const char *name)
{
  for (guint i = 0; i < list->len; i++)
    if (strcmp (list->pdata[i], name) == 0)
      return TRUE;
  return FALSE;
}

static void
who_and_where (void **state)
{
  GivenTime time = DAY ("3 مارس 2021", "2021-03-03");
  Read *read
      = read_story ("زار الرئيس الفرنسي مارسيل دوبريه مدينة الإسكندرية في مصر في 3 مارس 2021.", "2024-06-20", &time, 1);
  const TarikhEvent *event = get_event (read, 0);

  assert_true (has (event->who, "مارسيل دوبريه"));
  assert_true (has (event->where, "مصر"));
  free_read (read);
}

static void
a_body_ends_before_an_object (void **state)
{
  GivenTime time = DAY ("3 مارس 2021", "2021-03-03");
  Read *read = read_story ("أغلقت السلطات المصنع في 3 مارس 2021.", "2024-06-20", &time, 1);

  assert_true (has (get_event (read, 0)->who, "السلطات"));
  assert_string_equal (get_event (read, 0)->headline, "أغلقت السلطات المصنع");
  free_read (read);
}

static void
no_sentence_is_endless (void **state)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "وصل الوفد إلى العاصمة اليوم ");
  GivenTime time = DAY ("اليوم", "2024-06-20");
  Read *read = read_story (text->str, "2024-06-20", &time, 1);
  for (guint i = 0; i < read->events->len; i++) {
    TarikhSpan span = g_array_index (get_event (read, i)->spans, TarikhSpan, 0);
    assert_true (span.end - span.start <= 6000);
  }
  free_read (read);
}

static void
any_text_is_read (void **state)
{
  static const char *const texts[] = { "",
                                       " ",
                                       "\n\n",
                                       "»«\"\"",
                                       "قال إن أن الذي التي",
                                       "،،،،((((",
                                       "و و و ف ب ل",
                                       "الذي الذي الذي الذي الذي الذي الذي الذي الذي الذي الذي الذي الذي الذي قال",
                                       "abc 123 (x" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    Read *read = read_story (texts[i], "2024-06-20", NULL, 0);
    g_autofree char *dump = tarikh_event_dump (read->events, &read->story);
    assert_non_null (dump);
    free_read (read);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (told_twice_is_one),
                                      cmocka_unit_test (other_days_stay_apart),
                                      cmocka_unit_test (what_points_back_is_no_second),
                                      cmocka_unit_test (another_day_points_elsewhere),
                                      cmocka_unit_test (who_and_where),
                                      cmocka_unit_test (a_body_ends_before_an_object),
                                      cmocka_unit_test (no_sentence_is_endless),
                                      cmocka_unit_test (any_text_is_read) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
