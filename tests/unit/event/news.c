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

/* A name that no table knows is told by its strangeness: two such words, or one whose deed is to announce. */
static void
strangers_act (void **state)
{
  Read *read = read_story ("افتتحت البلدية الجسر.\nواتهم برزان كيلوش المقاول بالغش.\nونفى خرداد أن يكون قد غش.", "2024-06-20",
                           NULL, 0);

  assert_int_equal (read->events->len, 3);
  assert_days (get_event (read, 1), "2024-06-20", "2024-06-20");
  assert_string_equal (get_event (read, 1)->headline, "اتهم برزان كيلوش المقاول بالغش");
  assert_true (g_str_has_prefix (get_event (read, 2)->headline, "نفى خرداد"));
  free_read (read);
}

static void
nothing_strange_is_no_actor (void **state)
{
  Read *read = read_story ("افتتحت البلدية الجسر.\nوزادت أوضاعهم سوءا.\nوأوقفت امتيازات ممنوحة لهم.", "2024-06-20", NULL, 0);

  assert_int_equal (read->events->len, 1);
  free_read (read);
}

static void
noun_names_the_news (void **state)
{
  Read *read
      = read_story ("جاء إعلان الرئيس سالم حداد وقف التجارب في وقت تستعد فيه البلاد للقمة.", "2024-06-20", NULL, 0);

  assert_int_equal (read->events->len, 1);
  assert_days (get_event (read, 0), "2024-06-20", "2024-06-20");
  assert_string_equal (get_event (read, 0)->headline, "أعلن الرئيس سالم حداد وقف التجارب");
  free_read (read);
}

static void
old_day_in_the_lead_is_an_answer (void **state)
{
  GivenTime time = { "مارس", "2024-03", "2024-03-01", "2024-03-31", TARIKH_GRAIN_MONTH, TARIKH_TIME_DATE, 0 };
  Read *read = read_story ("قررت الحكومة فرض عقوبات على الشركة بسبب تلويث النهر في مارس.", "2024-06-20", &time, 1);
  guint found = 0;

  for (guint i = 0; i < read->events->len; i++)
    if (g_str_has_prefix (get_event (read, i)->headline, "قررت")) {
      assert_days (get_event (read, i), "2024-06-20", "2024-06-20");
      found++;
    }
  assert_int_equal (found, 1);
  free_read (read);
}

static void
people_act_in_the_news (void **state)
{
  Read *read = read_story ("افتتحت البلدية الجسر الجديد.\nوأطلق المحتجون بالونات فوق النهر.", "2024-06-20", NULL, 0);

  assert_int_equal (read->events->len, 2);
  assert_int_equal (get_event (read, 1)->dated_by, TARIKH_DATED_CONTEXT);
  free_read (read);
}

static void
deed_far_down_has_no_day (void **state)
{
  g_autoptr (GString) text = g_string_new ("افتتحت البلدية الجسر.\n");

  for (guint i = 0; i < 16; i++)
    g_string_append (text, "والمدينة هادئة والطريق طويل.\n");
  g_string_append (text, "اشترى الرئيس سالم حداد مصنع الزجاج القديم.\n");
  Read *read = read_story (text->str, "2024-06-20", NULL, 0);
  const TarikhEvent *last = get_event (read, read->events->len - 1);
  assert_int_equal (last->dated_by, TARIKH_DATED_NONE);
  assert_true (g_str_has_prefix (last->headline, "اشترى الرئيس سالم حداد"));
  free_read (read);
}

static void
habit_is_no_news (void **state)
{
  Read *read = read_story ("كثيراً ما تغلق البلدية الجسر الجديد أمام السيارات.", "2024-06-20", NULL, 0);

  assert_int_equal (read->events->len, 0);
  free_read (read);
}

/* What a long statement says stands for it. */
static void
long_statement_is_told_by_what_is_said (void **state)
{
  GivenTime time = DAY ("الثلاثاء", "2024-06-18");
  Read *read = read_story (
      "قال دبلوماسي كبير في وزارة الخارجية الثلاثاء إن المخاطر المشتركة التي تواجهها المدينتان من الفيضانات "
      "والحرائق والزلازل يمكن أن تقرب بينهما.",
      "2024-06-20", &time, 1);

  assert_int_equal (read->events->len, 1);
  assert_days (get_event (read, 0), "2024-06-18", "2024-06-18");
  free_read (read);
}

static void
reported_noun_tells_the_statement (void **state)
{
  GivenTime time = DAY ("الاثنين", "2024-06-17");
  Read *read
      = read_story ("أفاد المرصد الاثنين عن مقتل ثلاثين عنصرا من الحرس في حي الميناء القديم.", "2024-06-20", &time, 1);

  assert_int_equal (read->events->len, 1);
  assert_days (get_event (read, 0), "2024-06-17", "2024-06-17");
  assert_non_null (strstr (get_event (read, 0)->headline, "ثلاثين عنصرا"));
  free_read (read);
}

static void
second_sentence_of_the_lead (void **state)
{
  GivenTime time = DAY ("الأربعاء", "2024-06-19");
  Read *read = read_story ("خرج آلاف الأهالي في العاصمة الأربعاء احتجاجا على الغلاء. وتعهد بعض المحتجين بإغلاق الطريق.",
                           "2024-06-20", &time, 1);

  assert_int_equal (read->events->len, 2);
  assert_int_equal (get_event (read, 1)->dated_by, TARIKH_DATED_CONTEXT);
  free_read (read);
}

static void
plan_opens_the_news (void **state)
{
  Read *read = read_story ("يخطط الرئيس سالم حداد لزيارة المدينة في جولة رسمية.", "2024-06-20", NULL, 0);

  assert_int_equal (read->events->len, 1);
  assert_int_equal (get_event (read, 0)->status, TARIKH_STATUS_PLANNED);
  free_read (read);
}

static void
announcement_of_what_is_to_come (void **state)
{
  GivenTime time = DAY ("22 أغسطس", "2024-08-22");
  Read *read = read_story ("أعلنت واشنطن أنها ستفرض رسوما جديدة على السفن بدءا من 22 أغسطس.", "2024-08-08", &time, 1);
  guint announced = 0, planned = 0;

  for (guint i = 0; i < read->events->len; i++) {
    announced += get_event (read, i)->dated_by == TARIKH_DATED_DCT;
    planned += get_event (read, i)->dated_by == TARIKH_DATED_EXPLICIT
               && get_event (read, i)->status == TARIKH_STATUS_PLANNED;
  }
  assert_int_equal (read->events->len, 2);
  assert_int_equal (announced, 1);
  assert_int_equal (planned, 1);
  free_read (read);
}

static void
a_number_of_actors_acts (void **state)
{
  Read *read = read_story ("افتتحت البلدية الجسر الجديد.\nوطردت 29 دولة سفراء المدينة تضامنا مع جارتها.", "2024-06-20",
                           NULL, 0);

  assert_int_equal (read->events->len, 2);
  assert_int_equal (get_event (read, 1)->dated_by, TARIKH_DATED_CONTEXT);
  free_read (read);
}

static void
deadline_dates_no_earlier_deed (void **state)
{
  GivenTime time = { "السبت المقبل",
                     "2024-06-22",
                     "2024-06-22",
                     "2024-06-22",
                     TARIKH_GRAIN_DAY,
                     TARIKH_TIME_DATE,
                     TARIKH_TIME_UNTIL | TARIKH_TIME_DEICTIC_FUTURE,
                     NULL };
  Read *read = read_story ("افتتحت البلدية الجسر.\nوكانت موسكو أعلنت قرارا بطرد عشرين موظفا حتى السبت المقبل.",
                           "2024-06-20", &time, 1);

  for (guint i = 0; i < read->events->len; i++)
    if (g_str_has_prefix (get_event (read, i)->headline, "أعلنت موسكو"))
      assert_int_equal (get_event (read, i)->dated_by, TARIKH_DATED_NONE);
  free_read (read);
}

/* "Three killed in a fire": a line without a verb tells the happening that it opens with, and once. */
static void
noun_first_headline (void **state)
{
  GivenTime time = DAY ("13 نوفمبر", "2023-11-13");
  Read *dated = read_story ("وفاة الكاتب سامر حداد في 13 نوفمبر.", "2024-06-20", &time, 1);
  Read *undated = read_story ("مقتل ثلاثة جنود في انفجار لغم شمال البلاد.", "2024-06-20", NULL, 0);

  assert_int_equal (dated->events->len, 1);
  assert_days (get_event (dated, 0), "2023-11-13", "2023-11-13");
  assert_int_equal (undated->events->len, 1);
  assert_days (get_event (undated, 0), "2024-06-20", "2024-06-20");
  assert_non_null (strstr (get_event (undated, 0)->headline, "ثلاثة جنود"));
  free_read (dated);
  free_read (undated);
}

static void
title_is_not_told_again (void **state)
{
  GivenTime time = DAY ("الثلاثاء", "2024-06-18");
  Read *read
      = read_story ("افتتاح جسر النهر\n\nافتتح وزير النقل جسرا جديدا في مدينة الرقة الثلاثاء.", "2024-06-20", &time, 1);

  assert_int_equal (read->events->len, 1);
  assert_days (get_event (read, 0), "2024-06-18", "2024-06-18");
  free_read (read);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (lead_takes_an_inner_day),
                                      cmocka_unit_test (lead_takes_the_victorys_day),
                                      cmocka_unit_test (old_day_inside_is_not_the_news),
                                      cmocka_unit_test (opinion_opens_no_news),
                                      cmocka_unit_test (done_before_without_a_day),
                                      cmocka_unit_test (strangers_act), cmocka_unit_test (nothing_strange_is_no_actor), cmocka_unit_test (noun_names_the_news),
                                      cmocka_unit_test (old_day_in_the_lead_is_an_answer),
                                      cmocka_unit_test (people_act_in_the_news),
                                      cmocka_unit_test (deed_far_down_has_no_day),
                                      cmocka_unit_test (habit_is_no_news),
                                      cmocka_unit_test (long_statement_is_told_by_what_is_said),
                                      cmocka_unit_test (reported_noun_tells_the_statement),
                                      cmocka_unit_test (second_sentence_of_the_lead),
                                      cmocka_unit_test (plan_opens_the_news),
                                      cmocka_unit_test (announcement_of_what_is_to_come),
                                      cmocka_unit_test (a_number_of_actors_acts),
                                      cmocka_unit_test (deadline_dates_no_earlier_deed),
                                      cmocka_unit_test (noun_first_headline),
                                      cmocka_unit_test (title_is_not_told_again) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
