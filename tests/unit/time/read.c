/* time/read: flags, notes, extents, the inferred day of writing, and what bad input does. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "time/time.h"

/* A text and its reading; TEXT must outlive it. */
static TarikhTimeReading *
read_text (const char *words, const char *dct)
{
  TarikhStory story = { .text = (char *) words, .text_length = strlen (words), .lang = (char *) "ar",
                        .published = TARIKH_DAY_NONE, .published_minute = -1 };
  g_autoptr (TarikhText) text = tarikh_text_new (words, strlen (words));

  if (dct != NULL && tarikh_base_day_parse_iso (dct, &story.published))
    story.published_by = TARIKH_PUBLISHED_GIVEN;
  return tarikh_time_read (&story, text, tarikh_lexicon_get ("ar"));
}

static const TarikhTimeExpr *
get_expr (const TarikhTimeReading *reading, guint i)
{
  assert_true (i < reading->exprs->len);
  return reading->exprs->pdata[i];
}

static void
assert_days (TarikhInterval days, const char *first, const char *last)
{
  g_autofree char *from = tarikh_base_day_to_iso (days.first);
  g_autofree char *to = tarikh_base_day_to_iso (days.last);

  assert_string_equal (from != NULL ? from : "-", first);
  assert_string_equal (to != NULL ? to : "-", last);
}

static void
test_flags (void **state)
{
  static const struct {
    const char *text;
    guint index, flags;
  } cases[] = {
    { "يعمل هنا منذ عامين", 0, TARIKH_TIME_SINCE },
    { "يعمل هنا منذ عام 2015", 0, TARIKH_TIME_SINCE },
    { "بقي هنا حتى عام 2015", 0, TARIKH_TIME_UNTIL },
    { "أنجز العمل خلال أسبوعين", 0, TARIKH_TIME_DURING },
    { "غادر قبل عامين", 0, TARIKH_TIME_OFFSET | TARIKH_TIME_DEICTIC_PAST },
    { "سيعود الشهر المقبل", 0, TARIKH_TIME_DEICTIC_FUTURE },
    { "زارها الشهر الماضي", 0, TARIKH_TIME_DEICTIC_PAST },
    { "قال سالم (44 عاما) كلمته", 0, TARIKH_TIME_AGE | TARIKH_TIME_PARENTHESIS },
    { "بطل كأس العالم 2010", 0, TARIKH_TIME_NAME },
    { "الرياض 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م واس", 0, TARIKH_TIME_DATELINE },
    { "أقيم من 5 إلى 9 مايو 2020", 0, TARIKH_TIME_RANGE_FIRST },
    { "أقيم من 5 إلى 9 مايو 2020", 1, TARIKH_TIME_RANGE_LAST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TarikhTimeReading) reading = read_text (cases[i].text, "2024-06-20");
    assert_int_equal (get_expr (reading, cases[i].index)->flags & cases[i].flags, cases[i].flags);
  }
}

static void
test_extents (void **state)
{
  static const struct {
    const char *text, *extent;
  } cases[] = {
    { "وسافر بالأمس وحده", "الأمس" },
    { "خصص المال للعام المقبل كله", "للعام المقبل" },
    { "ولد في صيف عام 2000 هناك", "صيف عام 2000" },
    { "زارها في فبراير (شباط) الماضي وحده", "فبراير (شباط) الماضي" },
    { "ورحل و2003 لم تنته", "2003" },
    { "غادر قبل نحو ثلاثة أعوام تقريبا", "قبل نحو ثلاثة أعوام تقريبا" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TarikhTimeReading) reading = read_text (cases[i].text, "2024-06-20");
    TarikhSpan span = get_expr (reading, 0)->span;
    g_autofree char *extent = g_strndup (cases[i].text + span.start, span.end - span.start);
    assert_string_equal (extent, cases[i].extent);
  }
}

static void
test_days (void **state)
{
  static const struct {
    const char *text, *first, *last;
  } cases[] = {
    { "صيف عام 2000", "2000-06-01", "2000-08-31" },     { "مطلع عام 2011", "2011-01-01", "2011-03-31" },
    { "منتصف عام 2011", "2011-05-01", "2011-08-31" },   { "أواخر مايو 2011", "2011-05-21", "2011-05-31" },
    { "غادر قبل أيام", "2024-06-10", "2024-06-19" },     { "رمضان 1445", "2024-03-11", "2024-04-09" },
    { "موسم 2015 - 2016", "2015-07-01", "2016-06-30" }, { "في ثمانينيات القرن الماضي", "1980-01-01", "1989-12-31" },
    { "يعمل منذ أربع سنوات", "2020-01-01", "2020-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TarikhTimeReading) reading = read_text (cases[i].text, "2024-06-20");
    assert_days (get_expr (reading, 0)->days, cases[i].first, cases[i].last);
  }
}

static gboolean
has_note (const TarikhTimeReading *reading, TarikhNoteCode code)
{
  for (guint i = 0; i < reading->notes->len; i++)
    if (((TarikhNote *) reading->notes->pdata[i])->code == code)
      return TRUE;
  return FALSE;
}

static void
test_notes (void **state)
{
  g_autoptr (TarikhTimeReading) impossible = read_text ("وقع في 31 فبراير 2020", "2024-06-20");
  g_autoptr (TarikhTimeReading) weekday = read_text ("وقع يوم الاثنين 18 يونيو 2024", "2024-06-20");
  g_autoptr (TarikhTimeReading) calendars = read_text ("صدر في 20 ذو الحجة 1445هـ الموافق 18 يونيو 2024", "2024-06-20");
  g_autoptr (TarikhTimeReading) fine = read_text ("وقع يوم الثلاثاء 18 يونيو 2024", "2024-06-20");

  assert_true (has_note (impossible, TARIKH_NOTE_IMPOSSIBLE_DATE));
  assert_true (has_note (weekday, TARIKH_NOTE_WEEKDAY_CONTRADICTS_DATE));
  assert_int_equal (fine->notes->len, 0);
  assert_true (has_note (calendars, TARIKH_NOTE_CALENDARS_DISAGREE));
}

/* Each doubt says where in the text it is. */
static void
test_note_places (void **state)
{
  static const struct {
    const char *text;
    TarikhNoteCode code;
    const char *place;
  } cases[] = {
    { "قال إن الجسر وقع في 31 فبراير 2020 فجأة", TARIKH_NOTE_IMPOSSIBLE_DATE, "31 فبراير 2020" },
    { "وقع في 30 شباط ثم رمم", TARIKH_NOTE_IMPOSSIBLE_DATE, "30 شباط" },
    { "انهار يوم الاثنين 18 يونيو 2024 الجسر", TARIKH_NOTE_WEEKDAY_CONTRADICTS_DATE, "يوم الاثنين 18 يونيو 2024" },
    { "صدر في 20 ذو الحجة 1445هـ الموافق 18 يونيو 2024", TARIKH_NOTE_CALENDARS_DISAGREE,
      "20 ذو الحجة 1445هـ الموافق 18 يونيو 2024" },
    { "المعرض في أغسطس", TARIKH_NOTE_TWO_READINGS, "أغسطس" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TarikhTimeReading) reading = read_text (cases[i].text, "2024-06-20");
    const TarikhNote *note = reading->notes->len > 0 ? reading->notes->pdata[0] : NULL;
    assert_int_equal (reading->notes->len, 1);
    assert_int_equal (note->code, cases[i].code);
    assert_int_equal (note->span.end - note->span.start, strlen (cases[i].place));
    assert_memory_equal (cases[i].text + note->span.start, cases[i].place, strlen (cases[i].place));
  }
}

/* Numbers that no calendar holds, alone and in bulk: a value without a year, a note or nothing. */
static void
test_absurd (void **state)
{
  static const char *const texts[]
      = { "في سنة 0", "في عام 99999", "في 31 فبراير 2024", "في 10 محرم 1500 هـ", "في 10 محرم 9999 هـ", "في 0 مارس 2020",
          "في 2020-13-45", "في الساعة 25:61", "بعد 999999999 سنة", "قبل 5000000000000 يوم", "منذ 0 سنة", "في القرن 99",
          "في الأسبوع 77 من 2020", "في عام 0000", "في 29 فبراير 2023", "في عام 1-", "يناير فبراير مارس أبريل مايو يونيو" };
  GString *digits = g_string_new ("في سنة ");

  for (guint i = 0; i < 1000; i++)
    g_string_append_c (digits, '9');
  g_autofree char *thousand = g_string_free (digits, FALSE);
  for (guint i = 0; i <= G_N_ELEMENTS (texts); i++)
    for (guint dated = 0; dated < 2; dated++) {
      const char *text = i < G_N_ELEMENTS (texts) ? texts[i] : thousand;
      g_autoptr (TarikhTimeReading) reading = read_text (text, dated ? "2024-06-20" : NULL);
      for (guint j = 0; j < reading->exprs->len; j++) {
        const TarikhTimeExpr *expr = get_expr (reading, j);
        assert_true (expr->span.end <= strlen (text));
        assert_true (strlen (expr->value) > 0 && strlen (expr->value) < 64);
        if (tarikh_base_interval_is_known (expr->days))
          assert_true (expr->days.first <= expr->days.last);
      }
    }
}

/* The day of writing is known on one side only, or on none: what hangs on it stays open. */
static void
test_open (void **state)
{
  static const char opening[] = "تكلم الوزير. وبحث في شؤون شتى. وعاد إليها في مايو 2016. ";
  static const struct {
    const char *text, *value, *first, *last;
  } cases[] = {
    { "وكان اللقاء في سبتمبر الماضي.", "XXXX-09", "2015-09-01", "-" },
    { "وكان اللقاء يوم الثلاثاء.", "XXXX-WXX-2", "2016-04-26", "-" },
    { "وكان اللقاء في ربيع عام 2004.", "2004-SP", "2004-03-01", "2004-05-31" },
    { "ورحل قبل عامين.", "PAST_REF", "2014-01-01", "-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words = g_strconcat (opening, cases[i].text, NULL);
    g_autoptr (TarikhTimeReading) reading = read_text (words, NULL);
    const TarikhTimeExpr *expr = get_expr (reading, 1);
    assert_days (reading->published, "2016-05-01", "-");
    assert_string_equal (expr->value, cases[i].value);
    assert_days (expr->days, cases[i].first, cases[i].last);
  }
  g_autoptr (TarikhTimeReading) nothing = read_text ("وكان اللقاء في سبتمبر الماضي.", NULL);
  assert_string_equal (get_expr (nothing, 0)->value, "XXXX-09");
  assert_days (get_expr (nothing, 0)->days, "-", "-");
}

static void
test_published (void **state)
{
  static const struct {
    const char *text, *first, *last;
  } cases[] = {
    { "الرياض 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م واس\nافتتح المعرض.", "2015-08-10", "2015-08-10" },
    { "عقد المجلس اليوم الخميس 20 يونيو 2024 جلسة.", "2024-06-20", "2024-06-20" },
    { "رحل الوزير أمس الأربعاء 19 يونيو 2024.", "2024-06-20", "2024-06-20" },
    { "انهار الجسر في 3 مارس 2018.", "2018-02-21", "2018-04-02" },
    { "زار القرية مرات. وكان قد ولد هناك ورحل عنها. وعاد إليها في مايو 2016.", "2016-05-01", "-" },
    { "لم يقل شيئا.", "-", "-" },
    { "تكلم الوزير. وبحث في شؤون شتى. ومن المقرر أن يفتتح المصنع في مارس 2031.", "-", "2031-03-31" },
    { "تكلم الوزير. وبحث في شؤون شتى. وقد عاد في عام 2011. وهذه عودته الأولى منذ نحو ثلاثة عقود. وكان رحل عام 1984.",
      "2011-01-01", "2015-12-31" },
    { "أحيت المدينة الذكرى الثالثة لحريق المصنع. وكان المصنع قد احترق في 9 أبريل 2013.", "2016-03-10", "2016-05-09" },
    { "تكلم الوزير. وبحث في شؤون شتى. وحلت الذكرى الـ15 للحريق الذي وقع في 9 أبريل 2003.", "2018-03-10", "2018-05-09" },
    { "تكلم الوزير. وبحث في شؤون شتى. وزاد الإنتاج في العام الماضي (2017) زيادة كبيرة.", "2018-01-01", "2018-12-31" },
    { "تكلم الوزير. وبحث في شؤون شتى. وعاد اليوم الجمعة. وكان رحل في 2 أكتوبر الجاري 2020.", "2020-10-02", "2020-10-30" },
    { "فاز الفريق بلقب موسم 2015 - 2016. وبحث في شؤون شتى. ويبدأ الموسم الجديد قريبا.", "2015-07-01", "2015-10-31" },
    { "تكلم الوزير. وبحث في شؤون شتى. وأقر المجلس الموازنة لسنة 2017.", "-", "-" },
    { "تكلم الوزير. وبحث في شؤون شتى. وسيكتمل البناء في عام 2027. وكان قد بدأ في مايو 2024.", "2024-05-01", "2027-12-31" },
    { "تكلم الوزير. وبحث في شؤون شتى. ويسافر الوفد في مايو المقبل. وستنطلق الرحلة في 7 مايو 2019.",
      "2018-07-15", "2019-04-30" },
    { "تكلم الوزير. وبحث في شؤون شتى. وستبدأ الدورة التي تنطلق في الأول من يناير 2019.", "2018-02-25", "2019-01-01" },
    /* months told without a year, between bounds */
    { "تكلم الوزير. وبحث في شؤون شتى. وعاد في عام 2016 كما عاد في مارس 2016. وكان رحل في فبراير الماضي.",
      "2016-03-01", "-" },
    { "احترق السوق في مثل هذا اليوم. وبحث في شؤون شتى. وكان احترق في 9 أبريل 1978. ومضت 40 سنة على حريق 9 أبريل 1978.",
      "2018-04-08", "2018-04-10" },
    { "احتفلت المدينة بمرور ربع قرن على فتح الجسر الذي افتتح في 15 يناير 1971.", "1995-12-16", "1996-02-14" },
    { "زادت الأسعار منذ بداية عام 2018. وبحث في شؤون شتى. وهبطت في سبتمبر الماضي. وكانت زادت في مايو 2017.",
      "2018-01-01", "-" },
    { "تكلم الوزير. وبحث في شؤون شتى. وبدأ الحصار يوم الخميس 4 أبريل الجاري. وكان سافر في مايو 2023.",
      "2024-04-04", "2024-04-29" },
    { "تكلم الوزير. وبحث في شؤون شتى. ووقع الزلزال يوم الجمعة 8 سبتمبر. وكان زلزال سابق وقع في 3 مايو 2004.",
      "2004-05-03", "-" },
    { "ألغي المعبد. وبحث في شؤون شتى. وكان المعبد قد فكك ابتداء من مايو 1972.", "-", "-" },
    /* told twice, by "this" or "last" and with its year */
    { "تكلم الوزير. وبحث في شؤون شتى. وزاد الإنتاج في الربع الأول من العام الجاري. وكان بلغ طنين في الربع الأول من 2018.",
      "2018-03-01", "2018-11-16" },
    { "تكلم الوزير. وبحث في شؤون شتى. وبلغ الربح طنين في النصف الأول من العام الماضي. وكان هبط في أول ستة أشهر من 2017.",
      "2018-01-01", "2018-12-31" },
    { "تكلم المدير. وبحث في شؤون شتى. وقبل عام كامل، في دورة سنة 2014، فاز المعرض بجائزة.", "2015-01-01", "2015-12-31" },
    { "تكلم المدير. وبحث في شؤون شتى. وارتفعت الأسعار في أغسطس الماضي. وكانت ارتفعت في يونيو الماضي. وبلغت ذروتها في أغسطس "
      "2018.",
      "2018-09-01", "2018-12-29" },
    /* lengths of other things than what was told with a year */
    { "تكلم الوزير. وبحث في شؤون شتى. وهذا أول حفل منذ عشر سنوات على الأقل. وكان ولد في المدينة نفسها عام 1961 ثم درس في المعهد "
      "القريب من الميناء وعمل فيه طبيبا ومديرا. ثم فاز بجائزة المدينة في عام 2003 وعاد في مايو 2009.",
      "2009-05-01", "-" },
    /* a cup's year and a weekday with its day */
    { "تكلم المدرب. وفاز المنتخب أمس الأربعاء 30 نوفمبر. وهذا فوزه الأول في كأس العالم 2022.", "2022-12-01", "2022-12-02" },
    { "تكلم المدير. وبحث في شؤون شتى. وظل يعمل هنا حتى عام 1975. وكان المصنع قد أغلق في 3 مايو 2019.", "2019-05-03", "-" },
    { "تكلم المدير. وبحث في شؤون شتى. وبلغ عدد العمال ألفا في 5 أبريل 2024. وكان بلغ مئة في الأول من أبريل الجاري.",
      "2024-04-05", "2024-04-19" },
    { "يفتتح المعرض يوم 18 مايو 2016 في العاصمة.", "2015-07-13", "2016-05-18" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TarikhTimeReading) reading = read_text (cases[i].text, NULL);
    assert_days (reading->published, cases[i].first, cases[i].last);
    assert_int_equal (reading->published_by,
                      cases[i].first[0] == '-' && cases[i].last[0] == '-' ? TARIKH_PUBLISHED_UNKNOWN
                                                                          : TARIKH_PUBLISHED_INFERRED);
  }
}

/* Without a day of writing relative words widen with the interval that the text leaves. */
static void
test_widening (void **state)
{
  g_autoptr (TarikhTimeReading) reading = read_text ("انهار الجسر في 3 مارس 2018. وزاره الوزير أمس.", NULL);

  assert_int_equal (reading->exprs->len, 2);
  assert_days (get_expr (reading, 1)->days, "2018-02-20", "2018-04-01");
}

/* Much of one thing must neither crash nor take long; the time limit of the test is the check. */
static void
test_floods (void **state)
{
  static const char *const parts[] = { "يناير ", "12/", "1", "و", "من 5 إلى ", "(", "الساعة ", "قبل ", "31 فبراير 99999 ", "شوال 1500 " };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    GString *flood = g_string_new (NULL);
    while (flood->len < 200000)
      g_string_append (flood, parts[i]);
    g_autofree char *text = g_string_free (flood, FALSE);
    g_autoptr (TarikhTimeReading) reading = read_text (text, "2024-06-20");
    for (guint j = 1; j < reading->exprs->len; j++) /* sorted, never overlapping */
      assert_true (get_expr (reading, j - 1)->span.end <= get_expr (reading, j)->span.start);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (test_flags),     cmocka_unit_test (test_extents),  cmocka_unit_test (test_days),
          cmocka_unit_test (test_notes),     cmocka_unit_test (test_note_places),
          cmocka_unit_test (test_absurd),    cmocka_unit_test (test_published),
          cmocka_unit_test (test_open),      cmocka_unit_test (test_widening),
          cmocka_unit_test (test_floods) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
