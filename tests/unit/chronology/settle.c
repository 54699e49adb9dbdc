/* chronology/settle: one happening told in several stories is one event; two happenings stay two; order, doubts, names. */
#include "made.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#define PAST TARIKH_DATED_EXPLICIT, TARIKH_STATUS_PAST
#define TODAY TARIKH_DATED_DCT, TARIKH_STATUS_PAST

/* Other news, so that the words of the tested events are as rare as in life. */
static void
add_noise (TarikhChronology *chronology)
{
  static const MadeEvent noise[] = {
    { "افتتح العمدة حديقة الزيتون", "افتتح العمدة حديقة الزيتون", "افتتح عمده حديقه زيتون", "2024-01-05", "2024-01-05", PAST,
      0.4, NULL, NULL },
    { "خسر فريق الساحل نهائي الكاس", "خسر فريق الساحل نهائي الكأس", "خسر فريق ساحل نهائي كاس", "2024-02-11", "2024-02-11",
      PAST, 0.4, NULL, NULL },
    { "هبط سعر القمح في البورصة", "هبط سعر القمح في البورصة", "هبط سعر قمح بورصه", "2024-03-02", "2024-03-02", PAST, 0.4,
      NULL, NULL },
    { "اضرب عمال المناجم عن العمل", "أضرب عمال المناجم عن العمل", "اضرب عمال مناجم عمل", "2024-04-20", "2024-04-20", PAST,
      0.4, NULL, NULL },
  };

  made_add (chronology, "noise", "2024-05-01", NULL, noise, G_N_ELEMENTS (noise));
}

static guint
count_on (const TarikhChronology *chronology, const char *iso)
{
  guint n = 0;

  for (guint i = 0; i < chronology->events->len; i++)
    n += made_get (chronology, i)->start <= made_day (iso) && made_get (chronology, i)->end >= made_day (iso);
  return n;
}

static TarikhChronicleEvent *
find_on (const TarikhChronology *chronology, const char *iso)
{
  for (guint i = 0; i < chronology->events->len; i++)
    if (made_get (chronology, i)->start <= made_day (iso) && made_get (chronology, i)->end >= made_day (iso))
      return made_get (chronology, i);
  return NULL;
}

static TarikhChronicleEvent *
find_titled (const TarikhChronology *chronology, const char *headline)
{
  for (guint i = 0; i < chronology->events->len; i++)
    if (strcmp (made_get (chronology, i)->headline, headline) == 0)
      return made_get (chronology, i);
  g_assert_not_reached ();
}

static void
told_twice_is_one (void **state)
{
  static const MadeEvent first = { "زارت وزيرة المالية سلمى الراوي ميناء العقيق الثلاثاء", "زارت وزيرة المالية ميناء العقيق",
                                   "زارت وزيره ماليه سلمي راوي ميناء عقيق", "2024-06-18", "2024-06-18", PAST, 0.9, "سلمى الراوي",
                                   "ميناء العقيق" };
  static const MadeEvent second = { "وجاءت زيارة الراوي لميناء العقيق بعد ازمة الديون", "زيارة الراوي لميناء العقيق",
                                    "زياره راوي ميناء عقيق ازمه ديون", "2024-06-18", "2024-06-18", PAST, 0.5, "الراوي|البنك المركزي",
                                    "العقيق" };
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();

  add_noise (chronology);
  made_add (chronology, "a", "2024-06-19", NULL, &first, 1);
  made_add (chronology, "b", "2024-06-20", NULL, &second, 1);
  tarikh_chronology_settle (chronology);
  assert_int_equal (count_on (chronology, "2024-06-18"), 1);
  TarikhChronicleEvent *event = find_on (chronology, "2024-06-18");
  assert_int_equal (event->sources->len, 2);
  assert_int_equal (event->witnesses, 2);
  assert_string_equal (event->headline, first.headline);
  assert_int_equal (event->who->len, 2); /* the short form of a name is the same name */
  assert_string_equal (g_ptr_array_index (event->who, 0), "سلمى الراوي");
  assert_int_equal (event->where->len, 1);
  assert_string_equal (g_ptr_array_index (event->where, 0), "ميناء العقيق");
  assert_null (event->notes);
}

static void
same_day_other_happening (void **state)
{
  static const MadeEvent made[] = {
    { "زارت وزيرة المالية ميناء العقيق", "زارت وزيرة المالية ميناء العقيق", "زارت وزيره ماليه ميناء عقيق", "2024-06-18",
      "2024-06-18", PAST, 0.9, NULL, NULL },
    { "غرق مركب صيد قبالة ميناء العقيق", "غرق مركب صيد قبالة الميناء", "غرق مركب صيد ميناء عقيق", "2024-06-18", "2024-06-18",
      PAST, 0.6, NULL, NULL },
    { "وقعت الحكومة اتفاق قرض مع المصرف", "وقعت الحكومة اتفاق قرض", "وقعت حكومه اتفاق قرض مصرف", "2024-06-18", "2024-06-18",
      PAST, 0.6, NULL, NULL },
  };
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();

  add_noise (chronology);
  for (guint i = 0; i < G_N_ELEMENTS (made); i++) {
    g_autofree char *id = g_strdup_printf ("t%u", i);
    made_add (chronology, id, "2024-06-19", NULL, &made[i], 1);
  }
  tarikh_chronology_settle (chronology);
  assert_int_equal (count_on (chronology, "2024-06-18"), 3);
}

static void
same_words_other_year (void **state)
{
  static const MadeEvent made[] = {
    { "فاز الحزب الاخضر بالانتخابات البلدية", "فاز الحزب الأخضر بالانتخابات البلدية", "فاز حزب اخضر انتخابات بلديه",
      "2016-05-08", "2016-05-08", PAST, 0.8, NULL, NULL },
    { "فاز الحزب الاخضر بالانتخابات البلدية ثانية", "فاز الحزب الأخضر بالانتخابات البلدية",
      "فاز حزب اخضر انتخابات بلديه", "2020-05-10", "2020-05-10", PAST, 0.8, NULL, NULL },
  };
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();

  add_noise (chronology);
  made_add (chronology, "a", "2016-05-09", NULL, &made[0], 1);
  made_add (chronology, "b", "2020-05-11", NULL, &made[1], 1);
  tarikh_chronology_settle (chronology);
  assert_int_equal (count_on (chronology, "2016-05-08"), 1);
  assert_int_equal (count_on (chronology, "2020-05-10"), 1);
}

static void
precise_day_wins_inside_a_vague_date (void **state)
{
  static const MadeEvent vague = { "وقع زلزال سهل الريحان في يونيو", "ضرب زلزال سهل الريحان", "ضرب زلزال سهل ريحان", "2024-06-01",
                                   "2024-06-30", PAST, 0.9, NULL, NULL };
  static const MadeEvent precise = { "ضرب زلزال سهل الريحان فجر الثاني عشر", "ضرب زلزال سهل الريحان فجراً",
                                     "ضرب زلزال سهل ريحان فجر", "2024-06-12", "2024-06-12", PAST, 0.5, NULL, NULL };
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();

  add_noise (chronology);
  made_add (chronology, "a", "2024-07-19", NULL, &vague, 1);
  made_add (chronology, "b", "2024-07-20", NULL, &precise, 1);
  tarikh_chronology_settle (chronology);
  assert_int_equal (count_on (chronology, "2024-06-12"), 1);
  TarikhChronicleEvent *event = find_on (chronology, "2024-06-12");
  assert_int_equal (event->start, event->end);
  assert_null (event->notes); /* the vague date does not contradict */
}

static void
better_supported_date_shown_with_a_note (void **state)
{
  static const MadeEvent right = { "اغتيل القاضي نبيل الحسون امام منزله يوم الرابع", "اغتيل القاضي نبيل الحسون أمام منزله",
                                   "اغتيل قاضي نبيل حسون منزل", "2024-06-04", "2024-06-04", PAST, 0.9, NULL, NULL };
  static const MadeEvent wrong = { "اغتيل القاضي نبيل الحسون امام منزله يوم الخامس", "اغتيل القاضي نبيل الحسون",
                                   "اغتيل قاضي نبيل حسون منزل", "2024-06-05", "2024-06-05", PAST, 0.9, NULL, NULL };
  static const MadeEvent again = { "وكان القاضي نبيل الحسون قد اغتيل امام بيته في الرابع من يونيو", "اغتيل القاضي نبيل الحسون",
                                   "قاضي نبيل حسون اغتيل بيت", "2024-06-04", "2024-06-04", PAST, 0.3, NULL, NULL };
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();

  add_noise (chronology);
  made_add (chronology, "w", "2024-06-05", NULL, &wrong, 1);
  made_add (chronology, "r", "2024-06-06", NULL, &right, 1);
  made_add (chronology, "q", "2024-06-20", NULL, &again, 1);
  tarikh_chronology_settle (chronology);
  assert_int_equal (count_on (chronology, "2024-06-05"), 0);
  TarikhChronicleEvent *event = find_on (chronology, "2024-06-04");
  assert_non_null (event);
  assert_int_equal (event->sources->len, 3);
  assert_non_null (event->notes);
  const TarikhChronicleNote *note = g_ptr_array_index (event->notes, 0);
  assert_int_equal (note->code, TARIKH_NOTE_DATES_DISAGREE);
  assert_string_equal (note->detail, "2024-06-04 (r, q); 2024-06-05 (w)");

  g_autofree char *json = tarikh_chronology_to_json (chronology, FALSE);
  g_autoptr (TarikhChronology) back = tarikh_chronology_from_json ("x", json, strlen (json), NULL);
  note = g_ptr_array_index (find_on (back, "2024-06-04")->notes, 0);
  assert_string_equal (note->detail, "2024-06-04 (r, q); 2024-06-05 (w)");
}

static void
announced_then_done (void **state)
{
  static const MadeEvent plan = { "يفتتح المجلس جسر النخيل السبت", "يفتتح المجلس جسر النخيل", "يفتتح مجلس جسر نخيل", "2024-06-22",
                                  "2024-06-22", TARIKH_DATED_EXPLICIT, TARIKH_STATUS_PLANNED, 0.9, NULL, NULL };
  static const MadeEvent done = { "افتتح المجلس جسر النخيل اليوم", "افتتح المجلس جسر النخيل", "افتتح مجلس جسر نخيل", "2024-06-22",
                                  "2024-06-22", TODAY, 0.7, NULL, NULL };
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();

  add_noise (chronology);
  made_add (chronology, "a", "2024-06-19", NULL, &plan, 1);
  made_add (chronology, "b", "2024-06-22", NULL, &done, 1);
  tarikh_chronology_settle (chronology);
  assert_int_equal (count_on (chronology, "2024-06-22"), 1);
  assert_int_equal (find_on (chronology, "2024-06-22")->status, TARIKH_STATUS_PAST);
  assert_string_equal (find_on (chronology, "2024-06-22")->headline, done.headline);
}

static void
copies_count_once (void **state)
{
  static const MadeEvent news = { "اعلنت الشركة الوطنية افلاسها رسميا", "أعلنت الشركة الوطنية إفلاسها", "اعلنت شركه وطنيه افلاس",
                                  "2024-06-22", "2024-06-22", TODAY, 0.9, NULL, NULL };
  const char *wire = "اعلنت الشركة الوطنية افلاسها رسميا بعد عامين من الخسائر المتتالية في قطاع النقل البري وتراجع الطلب على "
                     "الشاحنات الثقيلة، وقال مديرها ان الديون تجاوزت قيمة الاصول وان العاملين سيحصلون على رواتب شهرين قبل اغلاق "
                     "المصانع الثلاثة في الضواحي الشرقية من المدينة، فيما طلبت النقابة لقاء عاجلا مع لجنة الدائنين";
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();
  g_autofree char *copy = g_strdup_printf ("%s. نشر في الصحف", wire);
  static const MadeEvent own = { "فوجئ الشارع بافلاس الشركة الوطنية", "أفلست الشركة الوطنية", "افلاس شركه وطنيه شارع",
                                 "2024-06-22", "2024-06-22", TODAY, 0.5, NULL, NULL };

  add_noise (chronology);
  made_add (chronology, "a", "2024-06-22", wire, &news, 1);
  made_add (chronology, "b", "2024-06-22", copy, &news, 1);
  made_add (chronology, "c", "2024-06-22", copy, &news, 1);
  made_add (chronology, "d", "2024-06-23", NULL, &own, 1);
  tarikh_chronology_settle (chronology);
  assert_int_equal (find_on (chronology, "2024-06-22")->witnesses, 2);
  assert_int_equal (find_on (chronology, "2024-06-22")->sources->len, 4);
}

static void
order_and_numbers (void **state)
{
  static const MadeEvent made[] = {
    { "حدث الف بلا تاريخ", "حدث بلا تاريخ", "الف", NULL, NULL, TARIKH_DATED_NONE, TARIKH_STATUS_PAST, 1.0, NULL, NULL },
    { "مهرجان الربيع كله", "أقيم مهرجان الربيع", "مهرجان ربيع", "2024-04-01", "2024-04-30", PAST, 0.5, NULL, NULL },
    { "سباق الزوارق الصغير", "جرى سباق الزوارق", "سباق زوارق", "2024-04-01", "2024-04-01", PAST, 0.1, NULL, NULL },
    { "حريق مخزن القطن الكبير", "احترق مخزن القطن", "حريق مخزن قطن", "2024-04-01", "2024-04-01", PAST, 0.9, NULL, NULL },
    { "ثورة الحرير القديمة", "اندلعت ثورة الحرير", "ثوره حرير", "1920-01-01", "1920-12-31", PAST, 0.2, NULL, NULL },
  };
  static const char *const expected[]
    = { "اندلعت ثورة الحرير", "احترق مخزن القطن", "جرى سباق الزوارق", "أقيم مهرجان الربيع", "حدث بلا تاريخ" };
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();

  made_add (chronology, "a", "2024-06-22", NULL, made, G_N_ELEMENTS (made));
  tarikh_chronology_settle (chronology);
  assert_int_equal (chronology->events->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autofree char *id = g_strdup_printf ("e%u", i + 1);
    assert_string_equal (made_get (chronology, i)->headline, expected[i]);
    assert_string_equal (made_get (chronology, i)->id, id);
    assert_true (made_get (chronology, i)->salience >= 0 && made_get (chronology, i)->salience <= 1);
  }
}

static void
absorbed_files_join_but_stay_themselves (void **state)
{
  const char *json = "{\"tarikh\":1,\"stories\":[{\"id\":\"a\",\"lang\":\"ar\"}],\"timexes\":[{\"story\":\"a\",\"value\":\"2024\"}],"
                     "\"events\":[{\"headline\":\"زارت وزيرة المالية ميناء العقيق\",\"start\":\"2024-06-18\",\"salience\":0.123,"
                     "\"sources\":[{\"story\":\"a\",\"text\":\"نص\"}]},"
                     "{\"headline\":\"زارت وزيرة المالية ميناء العقيق\",\"start\":\"2024-06-18\",\"salience\":0.456}]}";
  static const MadeEvent other = { "هبط سعر القمح في البورصة", "هبط سعر القمح", "هبط سعر قمح بورصه", "2024-03-02", "2024-03-02",
                                   PAST, 0.4, NULL, NULL };
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();
  g_autoptr (TarikhChronology) read = tarikh_chronology_from_json ("x", json, strlen (json), NULL);

  made_add (chronology, "a", "2024-06-22", NULL, &other, 1);
  tarikh_chronology_absorb (chronology, read);
  assert_int_equal (read->events->len, 0);
  tarikh_chronology_settle (chronology);
  assert_int_equal (chronology->events->len, 3); /* the two that the file had told apart stay apart */
  assert_string_equal (((TarikhChronicleStory *) g_ptr_array_index (chronology->stories, 1))->id, "a-2");
  assert_string_equal (((TarikhChronicleTimex *) g_ptr_array_index (chronology->timexes, 0))->story, "a-2");
  const TarikhChronicleEvent *event = made_get (chronology, 2);
  assert_true (event->salience == 0.123);
  assert_string_equal (((TarikhSource *) g_ptr_array_index (event->sources, 0))->story, "a-2");
}

static void
more_witnesses_and_a_finer_date_weigh_more (void **state)
{
  static const MadeEvent twice[] = {
    { "انهار سد الوادي الكبير صباحا", "انهار سد الوادي الكبير", "انهار سد وادي كبير", "2024-06-18", "2024-06-18", PAST, 0.5, NULL, NULL },
    { "وكان سد الوادي الكبير قد انهار تحت المطر", "انهار سد الوادي الكبير", "سد وادي كبير انهار مطر", "2024-06-18", "2024-06-18", PAST,
      0.5, NULL, NULL },
  };
  static const MadeEvent once = { "سرق لصوص متحف الخزف", "سرق لصوص متحف الخزف", "سرق لصوص متحف خزف", "2024-06-10", "2024-06-10", PAST,
                                  0.5, NULL, NULL };
  static const MadeEvent vague = { "تغيرت اسماء شوارع المرفأ", "تغيرت أسماء شوارع المرفأ", "تغيرت اسماء شوارع مرفا", "2024-01-01",
                                   "2024-12-31", PAST, 0.5, NULL, NULL };
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();

  add_noise (chronology);
  made_add (chronology, "a", "2024-06-19", NULL, &twice[0], 1);
  made_add (chronology, "b", "2024-06-20", NULL, &twice[1], 1);
  made_add (chronology, "c", "2024-06-20", NULL, &once, 1);
  made_add (chronology, "d", "2024-06-20", NULL, &vague, 1);
  tarikh_chronology_settle (chronology);
  double told_twice = find_titled (chronology, twice[0].headline)->salience;
  double told_once = find_titled (chronology, once.headline)->salience;
  assert_true (told_twice > told_once);
  assert_true (told_once > find_titled (chronology, vague.headline)->salience);
}

/* Whatever order the stories come in, the same events come out. */
static void
order_of_stories_does_not_matter (void **state)
{
  static const MadeEvent made[] = {
    { "زارت وزيرة المالية سلمى الراوي ميناء العقيق", "زارت وزيرة المالية ميناء العقيق", "زارت وزيره ماليه سلمي راوي ميناء عقيق",
      "2024-06-18", "2024-06-18", PAST, 0.9, NULL, NULL },
    { "جاءت زيارة الراوي لميناء العقيق", "زيارة الراوي لميناء العقيق", "زياره راوي ميناء عقيق", "2024-06-18", "2024-06-18", PAST,
      0.5, NULL, NULL },
    { "غرق مركب صيد قبالة العقيق", "غرق مركب صيد", "غرق مركب صيد عقيق", "2024-06-18", "2024-06-18", PAST, 0.6, NULL, NULL },
    { "مركب الصيد الذي غرق قرب العقيق", "غرق مركب الصيد", "مركب صيد غرق عقيق", "2024-06-18", "2024-06-18", PAST, 0.3, NULL, NULL },
  };
  g_autofree char *first = NULL;

  for (guint shift = 0; shift < G_N_ELEMENTS (made); shift++) {
    g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();
    g_autoptr (GString) seen = g_string_new (NULL);
    add_noise (chronology);
    for (guint i = 0; i < G_N_ELEMENTS (made); i++) {
      guint which = (i + shift) % G_N_ELEMENTS (made);
      g_autofree char *id = g_strdup_printf ("t%u", which);
      made_add (chronology, id, "2024-06-19", NULL, &made[which], 1);
    }
    tarikh_chronology_settle (chronology);
    for (guint i = 0; i < chronology->events->len; i++)
      g_string_append_printf (seen, "%s %.3f %u\n", made_get (chronology, i)->headline, made_get (chronology, i)->salience,
                              made_get (chronology, i)->sources->len);
    if (first == NULL)
      first = g_strdup (seen->str);
    assert_string_equal (first, seen->str);
  }
}

/* Stories that name one day long after, or long before, mean what the day is known for, whatever they call it. */
static void
one_day_named_from_afar_is_one_happening (void **state)
{
  static const MadeEvent made[] = {
    { "انفجرت صوامع القمح في ميناء العقيق", "انفجرت صوامع القمح في ميناء العقيق", "انفجرت صوامع قمح ميناء عقيق", "2024-03-03",
      "2024-03-03", PAST, 0.5, NULL, NULL },
    { "قتل تسعة عمال في كارثة الميناء", "قتل تسعة عمال في كارثة الميناء", "قتل تسعه عمال كارثه ميناء", "2024-03-03", "2024-03-03",
      PAST, 0.5, NULL, NULL },
    { "تضرر الرصيف الشرقي بعد كارثة الصوامع", "تضرر الرصيف الشرقي", "تضرر رصيف شرقي كارثه صوامع", "2024-03-03", "2024-03-03",
      PAST, 0.5, NULL, NULL },
  };
  static const char *const far[] = { "2024-04-10", "2024-05-11", "2024-06-12" };
  static const char *const near[] = { "2024-03-03", "2024-03-03", "2024-03-03" };

  for (guint round = 0; round < 2; round++) {
    g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();
    add_noise (chronology);
    for (guint i = 0; i < G_N_ELEMENTS (made); i++) {
      g_autofree char *id = g_strdup_printf ("t%u", i);
      made_add (chronology, id, round == 0 ? far[i] : near[i], NULL, &made[i], 1);
    }
    tarikh_chronology_settle (chronology);
    /* The news of the day itself tells of several things. */
    if (round == 0)
      assert_int_equal (count_on (chronology, "2024-03-03"), 1);
    else
      assert_int_equal (count_on (chronology, "2024-03-03"), 3);
  }
}

/* What stories plan for one day, each in its own words, is what that day is waited for. */
static void
one_day_waited_for_is_one_happening (void **state)
{
  static const MadeEvent made[] = {
    { "يلتقي رئيسا الضفتين السبت", "يلتقي رئيسا الضفتين", "يلتقي رئيسا ضفتين قمه", "2024-06-22", "2024-06-22",
      TARIKH_DATED_EXPLICIT, TARIKH_STATUS_PLANNED, 0.8, NULL, NULL },
    { "تعقد القمة على الجسر القديم السبت", "تعقد القمة على الجسر القديم", "تعقد قمه جسر قديم", "2024-06-22", "2024-06-22",
      TARIKH_DATED_EXPLICIT, TARIKH_STATUS_PLANNED, 0.8, NULL, NULL },
  };

  for (guint round = 0; round < 2; round++) {
    g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();
    add_noise (chronology);
    for (guint i = 0; i < G_N_ELEMENTS (made); i++) {
      g_autofree char *id = g_strdup_printf ("t%u", i);
      MadeEvent event = made[i];
      event.status = round == 0 ? TARIKH_STATUS_PLANNED : TARIKH_STATUS_PAST;
      made_add (chronology, id, round == 0 ? "2024-06-21" : "2024-06-22", NULL, &event, 1);
    }
    tarikh_chronology_settle (chronology);
    assert_int_equal (count_on (chronology, "2024-06-22"), round == 0 ? 1 : 2);
  }
}

/* Of a year long over the stories of an affair know one thing, whatever they call it; of their own year they know many. */
static void
one_year_long_over_is_one_happening (void **state)
{
  static const MadeEvent made[] = {
    { "سرق تاج الملكة من متحف العقيق عام 2009", "سرق تاج الملكة من متحف العقيق", "سرق تاج ملكه متحف عقيق", "2009-01-01",
      "2009-12-31", PAST, 0.5, NULL, NULL },
    { "اختفى التاج في عام 2009", "اختفى التاج", "اختفي تاج خزانه حارس ليل", "2009-01-01", "2009-12-31", PAST, 0.5, NULL,
      NULL },
  };

  for (guint round = 0; round < 2; round++) {
    g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();
    const char *published = round == 0 ? "2024-06-19" : "2009-06-19";
    add_noise (chronology);
    made_add (chronology, "a", published, "سرق تاج الملكة من متحف العقيق عام 2009.", &made[0], 1);
    made_add (chronology, "b", published, "اختفى التاج في عام 2009، تاج الملكة.", &made[1], 1);
    tarikh_chronology_settle (chronology);
    assert_int_equal (count_on (chronology, "2009-05-05"), round == 0 ? 1 : 2);
  }
}

/* What a story says today of what is to come is not that: the same words, and two dates in one story. */
static void
one_story_with_two_dates_tells_two_happenings (void **state)
{
  static const MadeEvent made[] = {
    { "اعلن الوزير افتتاح ميناء العقيق الجديد", "افتتاح ميناء العقيق الجديد", "افتتاح ميناء عقيق جديد", "2024-06-18",
      "2024-06-18", TODAY, 0.9, NULL, NULL },
    { "يفتتح الوزير ميناء العقيق الجديد في الثلاثين", "افتتاح ميناء العقيق الجديد", "افتتاح ميناء عقيق جديد", "2024-06-30",
      "2024-06-30", TARIKH_DATED_EXPLICIT, TARIKH_STATUS_PLANNED, 0.8, NULL, NULL },
  };
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();

  add_noise (chronology);
  made_add (chronology, "a", "2024-06-18", NULL, made, 2);
  tarikh_chronology_settle (chronology);
  assert_int_equal (count_on (chronology, "2024-06-18"), 1);
  assert_int_equal (count_on (chronology, "2024-06-30"), 1);
}

static void
merged_events_keep_their_tellings (void **state)
{
  static const MadeEvent made[] = {
    { "زارت وزيرة المالية ميناء العقيق", "زارت وزيرة المالية ميناء العقيق", "زارت وزيره ماليه ميناء عقيق", "2024-06-18",
      "2024-06-18", PAST, 0.9, NULL, NULL },
    { "زارت الوزيرة ميناء العقيق امس", "زارت الوزيرة ميناء العقيق", "زارت وزيره ميناء عقيق", "2024-06-18", "2024-06-18",
      TODAY, 0.6, NULL, NULL },
  };
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();

  add_noise (chronology);
  made_add (chronology, "a", "2024-06-19", NULL, &made[0], 1);
  made_add (chronology, "b", "2024-06-19", NULL, &made[1], 1);
  tarikh_chronology_settle (chronology);
  for (guint i = 0; i < chronology->events->len; i++) {
    const TarikhChronicleEvent *event = made_get (chronology, i);
    guint sum = 0;
    for (guint k = 0; k < TARIKH_SALIENCE_PARTS; k++)
      sum += event->parts[k];
    assert_int_equal (sum, (int) (event->salience * 1000 + 0.5)); /* what is shown adds up */
    assert_int_equal (event->tellings != NULL, event->start == made_day ("2024-06-18"));
    g_autofree char *text = tarikh_chronology_explain (chronology, i);
    assert_true (g_str_has_prefix (text, event->id));
    assert_int_equal (strstr (text, "  telling   b, 2024-06-19: 2024-06-18, by the story's own day") != NULL,
                      event->tellings != NULL);
  }
  const GArray *tellings = find_on (chronology, "2024-06-18")->tellings;
  assert_int_equal (tellings->len, 2);
  assert_int_equal (g_array_index (tellings, TarikhChronicleTelling, 1).dated_by, TARIKH_DATED_DCT);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (told_twice_is_one),
    cmocka_unit_test (same_day_other_happening),
    cmocka_unit_test (same_words_other_year),
    cmocka_unit_test (precise_day_wins_inside_a_vague_date),
    cmocka_unit_test (better_supported_date_shown_with_a_note),
    cmocka_unit_test (announced_then_done),
    cmocka_unit_test (copies_count_once),
    cmocka_unit_test (order_and_numbers),
    cmocka_unit_test (absorbed_files_join_but_stay_themselves),
    cmocka_unit_test (more_witnesses_and_a_finer_date_weigh_more),
    cmocka_unit_test (one_day_named_from_afar_is_one_happening),
    cmocka_unit_test (one_day_waited_for_is_one_happening),
    cmocka_unit_test (one_year_long_over_is_one_happening),
    cmocka_unit_test (one_story_with_two_dates_tells_two_happenings),
    cmocka_unit_test (merged_events_keep_their_tellings),
    cmocka_unit_test (order_of_stories_does_not_matter),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
