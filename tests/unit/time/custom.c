/* time/custom: which digits and months a few expressions speak for. */
#include "time/time.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

/* EXPRESSIONS: separated by "|". */
static TarikhDateStyle
settle (const char *lang, const char *expressions)
{
  TarikhDateStyle style = { .lexicon = tarikh_lexicon_get (lang) };
  g_autoptr (TarikhDateCustom) custom = tarikh_time_custom_new (style.lexicon);
  g_auto (GStrv) list = g_strsplit (expressions, "|", -1);

  for (char **text = list; *text != NULL; text++)
    tarikh_time_custom_add (custom, *text);
  tarikh_time_custom_settle (custom, &style);
  return style;
}

static void
months_are_those_of_most_expressions (void **state)
{
  static const struct {
    const char *expressions;
    TarikhMonths months;
  } cases[] = {
    { "", TARIKH_MONTHS_AUTO },
    { "أمس|عام 2020|12 رمضان", TARIKH_MONTHS_AUTO },
    { "3 مارس|سبتمبر 2023", TARIKH_MONTHS_GREGORIAN },     /* others call them so too */
    { "3 يونيه|3 ابريل", TARIKH_MONTHS_GREGORIAN },
    { "14 آذار 2005|يوم السبت 8 شباط|مارس", TARIKH_MONTHS_LEVANTINE },
    { "9 كانون الثاني الماضي|17 تشرين الأول", TARIKH_MONTHS_LEVANTINE },
    { "9–10 فيفري 2024|جوان|سبتمبر", TARIKH_MONTHS_MAGHREBI },
    { "3 ماي|12 غشت|20 يوليوز|يناير", TARIKH_MONTHS_MOROCCAN },
    { "18 يونيو (حزيران) 2024|سبتمبر (أيلول)", TARIKH_MONTHS_TWIN },
    { "18 يونيو/حزيران 2024|سبتمبر/أيلول|مارس", TARIKH_MONTHS_TWIN_SLASH },
    { "18 حزيران/يونيو 2024|كانون الأول/ديسمبر", TARIKH_MONTHS_TWIN_LEVANTINE },
    { "من يونيو إلى تموز", TARIKH_MONTHS_GREGORIAN },      /* two months, no twin; the first of equals */
    { "10 يونيو|11 يونيو|12 حزيران", TARIKH_MONTHS_GREGORIAN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_int_equal (settle ("ar", cases[i].expressions).months, cases[i].months);
}

static void
digits_are_those_of_most_expressions (void **state)
{
  assert_int_equal (settle ("ar", "أمس|يونيو").digits, TARIKH_DIGITS_AUTO);
  assert_int_equal (settle ("ar", "١٨ يونيو|عام ٢٠٢٠|19 يونيو").digits, TARIKH_DIGITS_ARAB);
  assert_int_equal (settle ("ar", "۱۸ يونيو").digits, TARIKH_DIGITS_ARABEXT);
  assert_int_equal (settle ("ar", "18 يونيو|١٨ يونيو").digits, TARIKH_DIGITS_LATN);
  assert_int_equal (settle ("en", "18 June").digits, TARIKH_DIGITS_LATN);
}

static void
what_was_chosen_stays (void **state)
{
  TarikhDateStyle style = { .lexicon = tarikh_lexicon_get ("ar"), .months = TARIKH_MONTHS_TWIN, .digits = TARIKH_DIGITS_LATN };
  g_autoptr (TarikhDateCustom) custom = tarikh_time_custom_new (style.lexicon);

  tarikh_time_custom_add (custom, "١٨ شباط");
  tarikh_time_custom_settle (custom, &style);
  assert_int_equal (style.months, TARIKH_MONTHS_TWIN);
  assert_int_equal (style.digits, TARIKH_DIGITS_LATN);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (months_are_those_of_most_expressions),
                                      cmocka_unit_test (digits_are_those_of_most_expressions),
                                      cmocka_unit_test (what_was_chosen_stays) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
