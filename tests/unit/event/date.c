/* event/date: which time belongs to what, status, and events without a time of their own. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reading.h"

static void
each_clause_has_its_time (void **state)
{
  const GivenTime times[] = { YEAR ("عام 1979", "1979"), YEAR ("العام 1995", "1995") };
  Read *read = read_story ("فرضت الحكومة ضريبة جديدة على التجار عام 1979، وفي العام 1995 ألغى البرلمان قانون الإيجار.",
                           "2024-06-20", times, 2);

  assert_int_equal (read->events->len, 2);
  assert_days (get_event (read, 0), "1979-01-01", "1979-12-31");
  assert_days (get_event (read, 1), "1995-01-01", "1995-12-31");
  assert_string_equal (get_event (read, 1)->headline, "ألغى البرلمان قانون الإيجار");
  free_read (read);
}

static void
stay_has_its_span (void **state)
{
  const GivenTime times[]
      = { { "مساء الثلاثاء", "2024-06-18TEV", "2024-06-18", "2024-06-18", TARIKH_GRAIN_PART, TARIKH_TIME_TIME, 0 },
          { "يومين", "P2D", NULL, NULL, TARIKH_GRAIN_NONE, TARIKH_TIME_DURATION, 0 } };
  Read *read = read_story ("وصل الأمير إلى باريس، مساء الثلاثاء، في زيارة استمرت يومين تلبية لدعوة مضيفه.",
                           "2024-06-20", times, 2);

  assert_int_equal (read->events->len, 1);
  assert_days (get_event (read, 0), "2024-06-18", "2024-06-20");
  free_read (read);
}

static void
measure_does_not_date (void **state)
{
  const GivenTime times[]
      = { DAY ("الاثنين", "2024-06-17"),
          { "2009", "2009", "2009-01-01", "2009-12-31", TARIKH_GRAIN_YEAR, TARIKH_TIME_DATE, TARIKH_TIME_SINCE } };
  Read *read = read_story ("فاز الفريق الأحمر بالكأس الاثنين للمرة الأولى منذ 2009.", "2024-06-20", times, 2);

  assert_int_equal (read->events->len, 1);
  assert_days (get_event (read, 0), "2024-06-17", "2024-06-17");
  free_read (read);
}

static void
lead_takes_the_publication (void **state)
{
  Read *read
      = read_story ("وافق البرلمان على قانون المياه الجديد.\nوكان القانون موضع جدل طويل.", "2024-06-20", NULL, 0);

  assert_int_equal (read->events->len, 1);
  assert_days (get_event (read, 0), "2024-06-20", "2024-06-20");
  assert_int_equal (get_event (read, 0)->dated_by, TARIKH_DATED_DCT);
  free_read (read);
}

static void
no_publication_no_guess (void **state)
{
  Read *read = read_story ("وافق البرلمان على قانون المياه الجديد.", NULL, NULL, 0);

  for (guint i = 0; i < read->events->len; i++)
    assert_int_not_equal (get_event (read, i)->dated_by, TARIKH_DATED_DCT);
  free_read (read);
}

static TarikhStatus
get_status (const char *text, GivenTime time)
{
  Read *read = read_story (text, "2024-06-20", &time, 1);
  TarikhStatus status = get_event (read, 0)->status;

  free_read (read);
  return status;
}

static void
status_is_told (void **state)
{
  GivenTime next = DAY ("الأحد", "2024-06-23"), last = DAY ("الأحد", "2024-06-16");

  assert_int_equal (get_status ("ستفتتح الوزارة المتحف الجديد الأحد.", next), TARIKH_STATUS_PLANNED);
  assert_int_equal (get_status ("من المقرر أن تفتتح الوزارة المتحف الأحد.", next), TARIKH_STATUS_PLANNED);
  assert_int_equal (get_status ("افتتحت الوزارة المتحف الجديد الأحد.", last), TARIKH_STATUS_PAST);
  assert_int_equal (get_status ("قد تفتتح الوزارة المتحف الجديد الأحد.", next), TARIKH_STATUS_HYPOTHETICAL);
}

static void
range_is_one_event (void **state)
{
  const GivenTime times[]
      = { { "2003", "2003", "2003-01-01", "2003-12-31", TARIKH_GRAIN_YEAR, TARIKH_TIME_DATE, TARIKH_TIME_RANGE_FIRST },
          { "2007", "2007", "2007-01-01", "2007-12-31", TARIKH_GRAIN_YEAR, TARIKH_TIME_DATE, TARIKH_TIME_RANGE_LAST } };
  Read *read = read_story ("تولت الوزيرة رئاسة المجلس (2003 - 2007).", "2024-06-20", times, 2);

  assert_int_equal (read->events->len, 1);
  assert_days (get_event (read, 0), "2003-01-01", "2007-12-31");
  free_read (read);
}

static void
weekday_follows_its_own_verb (void **state)
{
  GivenTime time = DAY ("الثلاثاء", "2024-06-25"); /* the reader of times took the later verb's week */
  Read *read = read_story ("قال الوزير سامر النجار، الثلاثاء، إنه سيوقف المشروع.", "2024-06-20", &time, 1);

  assert_int_equal (read->events->len, 1);
  assert_days (get_event (read, 0), "2024-06-18", "2024-06-18");
  assert_string_equal (get_event (read, 0)->value, "2024-06-18");
  free_read (read);
}

static void
participle_keeps_its_time (void **state)
{
  GivenTime time = { "حزيران", "2023-06", "2023-06-01", "2023-06-30", TARIKH_GRAIN_MONTH, TARIKH_TIME_DATE, 0 };
  Read *read = read_story ("ألغت المحكمة القرار الصادر في حزيران.", "2024-06-20", &time, 1);

  for (guint i = 0; i < read->events->len; i++)
    if (g_str_has_prefix (get_event (read, i)->headline, "ألغت"))
      assert_days (get_event (read, i), "2024-06-20", "2024-06-20");
  free_read (read);
}

static void
unknown_verb_beside_a_day (void **state)
{
  GivenTime time = DAY ("3 مايو 2020", "2020-05-03");
  Read *read = read_story ("وزخرف الفنان جدار المدرسة في 3 مايو 2020.", "2024-06-20", &time, 1);

  assert_int_equal (read->events->len, 1);
  assert_string_equal (get_event (read, 0)->headline, "زخرف الفنان جدار المدرسة");
  free_read (read);
}

static void
fronted_clause_has_its_own_day (void **state)
{
  const GivenTime times[] = { DAY ("الاثنين", "2024-06-17"), DAY ("الأربعاء", "2024-06-19") };
  Read *read = read_story ("بعد أن وقع العقد يوم الاثنين، سافر اللاعب إلى إيطاليا الأربعاء.", "2024-06-20", times, 2);

  assert_int_equal (read->events->len, 2);
  assert_days (get_event (read, 1), "2024-06-19", "2024-06-19");
  assert_string_equal (get_event (read, 1)->headline, "سافر اللاعب إلى إيطاليا");
  free_read (read);
}

/* "last September" when the day of writing is only known from below: told, but without a day of its own. */
static void
half_known_day_is_no_date (void **state)
{
  const GivenTime times[] = { { "سبتمبر الماضي", "XXXX-09", "2015-09-01", "", TARIKH_GRAIN_MONTH, TARIKH_TIME_DATE,
                                TARIKH_TIME_DEICTIC_PAST } };
  Read *read = read_story ("وقع الوزير أحمد كريم العقد في سبتمبر الماضي.", NULL, times, 1);

  assert_int_equal (read->events->len, 1);
  assert_int_equal (get_event (read, 0)->dated_by, TARIKH_DATED_NONE);
  assert_int_equal (get_event (read, 0)->days.last, TARIKH_DAY_NONE);
  assert_string_equal (get_event (read, 0)->value, "XXXX-09");
  free_read (read);
}

static void
context_act_is_not_swallowed (void **state)
{
  const GivenTime times[] = { DAY ("الثلاثاء", "2024-06-18") };
  Read *read = read_story (
      "وصل الرئيس سالم حداد إلى العاصمة الثلاثاء في زيارة لمدينة السلام.\nوقال المتحدث إن الأجواء هادئة.\n"
      "وقد دعا سالم حداد الوزير إلى حضور العرض.",
      "2024-06-20", times, 1);
  guint found = 0;

  for (guint i = 0; i < read->events->len; i++)
    found += get_event (read, i)->dated_by == TARIKH_DATED_CONTEXT
             && strstr (get_event (read, i)->headline, "دعا") != NULL;
  assert_int_equal (found, 1);
  free_read (read);
}

/* A deed beside a full date is told, if need be just as it stands. */
static void
dated_deed_is_not_lost (void **state)
{
  GivenTime time = DAY ("24 فبراير 2022", "2022-02-24");
  Read *read = read_story ("وتوثقت الصلات بين المدينتين بعدما اجتاحت القوات الشمالية أوكرانيا في 24 فبراير 2022.",
                           "2024-06-20", &time, 1);
  guint found = 0;

  for (guint i = 0; i < read->events->len; i++)
    found += strcmp (get_event (read, i)->headline, "اجتاحت القوات الشمالية أوكرانيا") == 0;
  assert_int_equal (found, 1);
  free_read (read);
}

/* The writer's line before the colon is no part of the lead. */
static void
byline_is_no_subject (void **state)
{
  GivenTime time = DAY ("اليوم", "2024-06-20");
  Read *read
      = read_story ("سالم حداد - الصوت - صور: انتشلت فرق الإنقاذ جثة فتى من النهر اليوم.", "2024-06-20", &time, 1);

  assert_int_equal (read->events->len, 1);
  assert_true (g_str_has_prefix (get_event (read, 0)->headline, "انتشلت فرق الإنقاذ جثة فتى"));
  free_read (read);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (each_clause_has_its_time),
                                      cmocka_unit_test (stay_has_its_span),
                                      cmocka_unit_test (measure_does_not_date),
                                      cmocka_unit_test (lead_takes_the_publication),
                                      cmocka_unit_test (no_publication_no_guess),
                                      cmocka_unit_test (status_is_told),
                                      cmocka_unit_test (range_is_one_event),
                                      cmocka_unit_test (weekday_follows_its_own_verb),
                                      cmocka_unit_test (participle_keeps_its_time),
                                      cmocka_unit_test (unknown_verb_beside_a_day),
                                      cmocka_unit_test (fronted_clause_has_its_own_day),
                                      cmocka_unit_test (half_known_day_is_no_date),
                                      cmocka_unit_test (context_act_is_not_swallowed),
                                      cmocka_unit_test (dated_deed_is_not_lost),
                                      cmocka_unit_test (byline_is_no_subject) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
