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

/* As check, wherever the event stands in the story. */
static void
check_any (const char *text, GivenTime time, const char *headline)
{
  Read *read = read_story (text, "2024-06-20", &time, 1);
  guint found = 0;

  for (guint i = 0; i < read->events->len; i++)
    found += strcmp (get_event (read, i)->headline, headline) == 0;
  assert_int_equal (found, 1);
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

static void
object_is_not_cut_off (void **state)
{
  check ("أقرت الحكومة المحلية، أمس الأربعاء، زيادة الأجور في المصانع، على أن يدرس المجلس التفاصيل لاحقا.",
         (GivenTime) DAY ("أمس الأربعاء", "2024-06-19"),
         "أقرت الحكومة المحلية زيادة الأجور في المصانع على أن يدرس المجلس التفاصيل");
  check ("نجح المدير في تأخير ذلك إلى 26 فبراير 2024.", (GivenTime) DAY ("26 فبراير 2024", "2024-02-26"),
         "نجح المدير في تأخير ذلك");
}

static void
adverb_is_no_subject (void **state)
{
  check ("سعيا إلى حماية الغابة، وضعت البلدية خطة جديدة أمس.", (GivenTime) DAY ("أمس", "2024-06-19"),
         "وضعت البلدية خطة جديدة");
}

static void
negation_stays_with_its_verb (void **state)
{
  check ("خسر الحزب عام 2008 نصف مقاعده في المجلس، ولم يعد يحكم وحده.", (GivenTime) YEAR ("عام 2008", "2008"),
         "خسر الحزب نصف مقاعده في المجلس");
  check ("لم يُسمح للسفينة بمغادرة المرفأ إلا في 7 يوليو 2021.", (GivenTime) DAY ("7 يوليو 2021", "2021-07-07"),
         "لم يُسمح للسفينة بمغادرة المرفأ");
}

static void
passive_takes_no_foreign_subject (void **state)
{
  check_any ("أقيل الحارس، وحُكم على المالك بالسجن في 3 مايو 2024.", (GivenTime) DAY ("3 مايو 2024", "2024-05-03"),
             "حُكم على المالك بالسجن");
}

static void
genitive_time_stays (void **state)
{
  check_any ("تغيرت المدينة منذ ثورة 23 يوليو 1952.",
             (GivenTime) DAY ("23 يوليو 1952", "1952-07-23"), "اندلعت ثورة 23 يوليو 1952");
}

static void
adjective_like_a_verb_keeps_its_noun (void **state)
{
  check ("يعم الحزن بعد هجوم دام أدى إلى مقتل خمسة حراس في الميناء في 3 مايو 2024.",
         (GivenTime) DAY ("3 مايو 2024", "2024-05-03"), "أدى هجوم دام إلى مقتل خمسة حراس في الميناء");
}

static void
return_needs_no_empty_verb (void **state)
{
  check ("وبقي في المنفى قبل العودة إلى قريته عام 1979.", (GivenTime) YEAR ("عام 1979", "1979"), "العودة إلى قريته");
}

static void
visit_keeps_its_length (void **state)
{
  const GivenTime times[] = { DAY ("مساء الثلاثاء", "2024-06-18"),
                              { "يومين", "P2D", NULL, NULL, TARIKH_GRAIN_DAY, TARIKH_TIME_DURATION, 0 } };
  Read *read = read_story ("ووصل الوزير إلى العاصمة، مساء الثلاثاء، في زيارة استمرت يومين.", "2024-06-20", times, 2);

  assert_string_equal (get_event (read, 0)->headline, "وصل الوزير إلى العاصمة في زيارة استمرت يومين");
  free_read (read);
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
          cmocka_unit_test (antecedent_is_put_in),
                                      cmocka_unit_test (object_is_not_cut_off),
                                      cmocka_unit_test (adverb_is_no_subject),
                                      cmocka_unit_test (negation_stays_with_its_verb),
                                      cmocka_unit_test (passive_takes_no_foreign_subject),
                                      cmocka_unit_test (genitive_time_stays),
                                      cmocka_unit_test (adjective_like_a_verb_keeps_its_noun),
                                      cmocka_unit_test (return_needs_no_empty_verb),
                                      cmocka_unit_test (visit_keeps_its_length) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
