/* event/statement: what somebody said on a day, told as his saying; one sentence of our own a case. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reading.h"

static const GivenTime may = DAY ("3 مايو 2024", "2024-05-03");

static void
check (const char *text, const char *headline)
{
  Read *read = read_story (text, "2024-06-20", &may, 1);
  const char *found = "";

  for (guint i = 0; i < read->events->len; i++)
    if (get_event (read, i)->time_expr == 0)
      found = get_event (read, i)->headline;
  assert_string_equal (found, headline);
  free_read (read);
}

static void
quoted_words_are_his (void **state)
{
  check ("كما أكد الوزير سامي الراوي في 3 مايو 2024 أنه \"لن تكون هناك زيادة\" في الرسوم.",
         "أكد الوزير سامي الراوي أنه \"لن تكون هناك زيادة\" في الرسوم");
}

static void
words_without_a_colon (void **state)
{
  check ("وقال الوزير سامي الراوي في 3 مايو 2024 «غياب الحارس مؤثر جدا، وسنقف معه».",
         "قال الوزير سامي الراوي: غياب الحارس مؤثر جدا");
}

static void
what_it_was_about (void **state)
{
  check ("أكد الوزير سامي الراوي في 3 مايو 2024 اهتمام البلاد بزراعة القمح.",
         "أكد الوزير سامي الراوي اهتمام البلاد بزراعة القمح");
}

static void
said_to_be (void **state)
{
  check ("أعلنت الشرطة في 3 مايو 2024 أن شابا من القرية هو منفذ السرقة.",
         "أعلنت الشرطة أن شابا من القرية هو منفذ السرقة");
}

/* What is said comes after more words than a headline has: half of it is not told. */
static void
half_a_saying_is_none (void **state)
{
  GivenTime time = may;
  Read *read = read_story ("وقال الوزير سامي الراوي في 3 مايو 2024 إن كل ما أشيع حول سماح الموظفين العاملين في المخازن القديمة"
                           " قرب النهر للتجار بدخولها ليلا لا أساس له.",
                           "2024-06-20", &time, 1);

  for (guint i = 0; i < read->events->len; i++)
    assert_null (strstr (get_event (read, i)->headline, "أشيع"));
  free_read (read);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (quoted_words_are_his), cmocka_unit_test (words_without_a_colon),
    cmocka_unit_test (what_it_was_about),    cmocka_unit_test (said_to_be),
    cmocka_unit_test (half_a_saying_is_none),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
