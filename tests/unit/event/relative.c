/* event/relative and event/antecedent: which noun a relative clause is told of; one sentence of our own a case. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reading.h"

static const GivenTime may = DAY ("3 مايو 2024", "2024-05-03");

/* The headline of the event of 3 May. */
static void
check (const char *text, const char *headline)
{
  Read *read = read_story (text, "2024-06-20", &may, 1);
  const char *found = NULL;

  for (guint i = 0; i < read->events->len; i++)
    if (get_event (read, i)->time_expr == 0)
      found = get_event (read, i)->headline;
  if (headline == NULL)
    assert_null (found);
  else
    assert_string_equal (found, headline);
  free_read (read);
}

static void
the_pronoun_agrees (void **state)
{
  check ("استقبل الحارس رئيس اللجنة التي شُكلت في 3 مايو 2024.", "شُكلت اللجنة");
  check ("أشاد الخبراء بمدير المصنع الذي وقع العقد الجديد في 3 مايو 2024.", "وقع مدير المصنع العقد الجديد");
  check ("ساعد الأهالي السكان الذين هربوا من القرية القديمة في 3 مايو 2024.", "هرب السكان من القرية القديمة");
}

static void
an_accusative_becomes_a_subject (void **state)
{
  check ("أطلقت البحرية صاروخا سقط في مزرعة نائية في 3 مايو 2024.", "سقط صاروخ في مزرعة نائية");
}

static void
the_preposition_takes_the_noun (void **state)
{
  check ("تحدث الناس عن جولة قام بها الوزير سامي الراوي في 3 مايو 2024 إلى الميناء.",
         "قام الوزير سامي الراوي بجولة إلى الميناء");
}

static void
the_possessed_noun_is_the_subject (void **state)
{
  check ("وأظهر استطلاع نُشرت نتائجه في 3 مايو 2024 تراجع الإقبال.", "نُشرت نتائج استطلاع");
}

static void
the_last_of_them_rises (void **state)
{
  check ("خسر الحزب ثلاث جولات كانت آخرها في 3 مايو 2024.", "خسر الحزب ثلاث جولات");
}

static void
what_portrays_is_no_event (void **state)
{
  check ("وللشاعر رواية تتناول حياة الصيادين في 3 مايو 2024.", NULL);
  check ("كتب الشاعر رواية تتناول حياة الصيادين في 3 مايو 2024.", "كتب الشاعر رواية تتناول حياة الصيادين");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_pronoun_agrees),
    cmocka_unit_test (an_accusative_becomes_a_subject),
    cmocka_unit_test (the_preposition_takes_the_noun),
    cmocka_unit_test (the_possessed_noun_is_the_subject),
    cmocka_unit_test (the_last_of_them_rises),
    cmocka_unit_test (what_portrays_is_no_event),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
