/* event/headline: what a headline keeps and drops; one sentence of our own a case. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reading.h"

static void
check (const char *text, GivenTime time, const char *headline)
{
  Read *read = read_story (text, "2024-06-20", &time, 1);

  assert_string_equal (get_event (read, 0)->headline, headline);
  free_read (read);
}

static void
time_goes_with_its_preposition (void **state)
{
  check ("وقع الوزير اتفاق التعاون في 3 مارس 2021.", (GivenTime) DAY ("3 مارس 2021", "2021-03-03"),
         "وقع الوزير اتفاق التعاون");
  check ("في عام 1990 افتتحت البلدية المكتبة العامة.", (GivenTime) YEAR ("عام 1990", "1990"),
         "افتتحت البلدية المكتبة العامة");
}

static void
conjunction_goes (void **state)
{
  check ("ووصلت السفينة إلى الميناء الجديد في 5 مايو 2024.", (GivenTime) DAY ("5 مايو 2024", "2024-05-05"),
         "وصلت السفينة إلى الميناء الجديد");
}

static void
relative_clause_goes (void **state)
{
  check ("وافتتح الوزير، الذي كان يعمل طبيبا، المستشفى الجديد شمال العاصمة في 5 مايو 2024.",
         (GivenTime) DAY ("5 مايو 2024", "2024-05-05"), "افتتح الوزير المستشفى الجديد شمال العاصمة");
}

static void
verb_comes_first (void **state)
{
  check ("العمال أضربوا عن العمل في 5 مايو 2024.", (GivenTime) DAY ("5 مايو 2024", "2024-05-05"),
         "أضرب العمال عن العمل");
  check ("وكانت الشركة قد أطلقت القمر الأول عام 2010.", (GivenTime) YEAR ("عام 2010", "2010"),
         "أطلقت الشركة القمر الأول");
}

static void
source_goes (void **state)
{
  check ("وبحسب وكالة الأنباء، غادرت السفينة الميناء القديم في 5 مايو 2024.",
         (GivenTime) DAY ("5 مايو 2024", "2024-05-05"), "غادرت السفينة الميناء القديم");
  check ("غادرت السفينة الميناء القديم في 5 مايو 2024، وفق وكالة الأنباء.",
         (GivenTime) DAY ("5 مايو 2024", "2024-05-05"), "غادرت السفينة الميناء القديم");
}

static void
twelve_words_at_most (void **state)
{
  GivenTime time = DAY ("5 مايو 2024", "2024-05-05");
  Read *read = read_story (
      "افتتحت وزارة الثقافة في 5 مايو 2024 معرضا كبيرا للكتاب العربي في مدينة الرياض بمشاركة عشرات من دور "
      "النشر العربية والأجنبية من مختلف البلدان والقارات بحضور كتاب وشعراء.",
      "2024-06-20", &time, 1);
  g_auto (GStrv) words = g_strsplit (get_event (read, 0)->headline, " ", -1);

  assert_in_range (g_strv_length (words), 4, 12);
  free_read (read);
}

static void
quotes_are_balanced (void **state)
{
  check ("أطلقت الشركة سيارة «نجمة» الكهربائية في 5 مايو 2024.", (GivenTime) DAY ("5 مايو 2024", "2024-05-05"),
         "أطلقت الشركة سيارة «نجمة» الكهربائية");
}

static void
noun_becomes_a_sentence (void **state)
{
  check ("والبلاد في فقر شديد منذ انهيار الاتحاد السوفياتي عام 1991.", (GivenTime) YEAR ("عام 1991", "1991"),
         "انهار الاتحاد السوفياتي");
}

static void
the_telling_clause_is_chosen (void **state)
{
  check ("تغير كل شيء في 23 يوليو 1952، حين استولى الضباط الأحرار على الحكم.", (GivenTime) DAY ("23 يوليو 1952", "1952-07-23"),
         "استولى الضباط الأحرار على الحكم");
  check ("وكانت آخر مرة زار فيها الأمير كينيا في عام 2009.", (GivenTime) YEAR ("عام 2009", "2009"), "زار الأمير كينيا");
}

static void
what_is_said_is_told (void **state)
{
  check ("أعلنت الوزارة أن جسراً انهار أمس.", (GivenTime) DAY ("أمس", "2024-06-19"), "انهار جسر");
  check ("أعلن الرئيس ماهر الشامي في خطاب طويل الاثنين أن الجيش سيغادر القرية.", (GivenTime) DAY ("الاثنين", "2024-06-17"),
         "أعلن الرئيس ماهر الشامي أن الجيش سيغادر القرية");
}

static void
antecedent_is_put_in (void **state)
{
  check ("وشكر المتظاهرون الرئيس الذي أعيد انتخابه في 3 مايو 2024.", (GivenTime) DAY ("3 مايو 2024", "2024-05-03"),
         "أعيد انتخاب الرئيس");
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (time_goes_with_its_preposition),
                                      cmocka_unit_test (conjunction_goes),
                                      cmocka_unit_test (relative_clause_goes),
                                      cmocka_unit_test (verb_comes_first),
                                      cmocka_unit_test (source_goes),
                                      cmocka_unit_test (twelve_words_at_most),
                                      cmocka_unit_test (quotes_are_balanced),
                                      cmocka_unit_test (noun_becomes_a_sentence),
          cmocka_unit_test (the_telling_clause_is_chosen),   cmocka_unit_test (what_is_said_is_told),
          cmocka_unit_test (antecedent_is_put_in) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
