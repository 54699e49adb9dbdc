/* chronology/select: a stretch of time, and the few events that tell the affair across it. */
#include "made.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

static void
add_event (TarikhChronology *chronology, const char *start, const char *end, const char *headline, double salience)
{
  TarikhChronicleEvent *event = tarikh_chronology_event_new ();

  event->start = made_day (start);
  event->end = made_day (end);
  event->headline = g_strdup (headline);
  event->salience = salience;
  event->id = g_strdup ("x");
  g_ptr_array_add (chronology->events, event);
}

static TarikhChronology *
make_affair (void)
{
  TarikhChronology *chronology = tarikh_chronology_new ();

  add_event (chronology, "1990-01-01", "1990-12-31", "تأسيس مصنع الزجاج", 0.40);
  add_event (chronology, "2024-06-18", "2024-06-18", "احترق مصنع الزجاج في الضاحية", 0.90);
  add_event (chronology, "2024-06-18", "2024-06-18", "احتراق مصنع الزجاج في الضاحية الشرقية", 0.80);
  add_event (chronology, "2024-06-18", "2024-06-18", "نقل عشرة عمال إلى المستشفى", 0.78);
  add_event (chronology, "2024-06-25", "2024-06-25", "اعتقلت الشرطة مالك العقار", 0.70);
  add_event (chronology, "2024-07-02", "2024-07-02", "أمر القضاء بصرف تعويضات", 0.65);
  add_event (chronology, NULL, NULL, "وعد المحافظ بإعادة البناء", 0.60);
  return chronology;
}

static gboolean
has (const TarikhChronology *chronology, const char *headline)
{
  for (guint i = 0; i < chronology->events->len; i++)
    if (strcmp (made_get (chronology, i)->headline, headline) == 0)
      return TRUE;
  return FALSE;
}

static void
everything_stays_untouched (void **state)
{
  g_autoptr (TarikhChronology) chronology = make_affair ();

  tarikh_chronology_select (chronology, TARIKH_DAY_NONE, TARIKH_DAY_NONE, 0);
  assert_int_equal (chronology->events->len, 7);
  assert_string_equal (made_get (chronology, 0)->id, "x");
}

static void
stretch_of_time (void **state)
{
  g_autoptr (TarikhChronology) chronology = make_affair ();

  tarikh_chronology_select (chronology, made_day ("1990-12-31"), made_day ("2024-06-18"), 0);
  assert_int_equal (chronology->events->len, 4); /* what touches it stays, what has no date goes */
  assert_string_equal (made_get (chronology, 3)->id, "e4");
  tarikh_chronology_select (chronology, made_day ("2000-01-01"), TARIKH_DAY_NONE, 0);
  assert_int_equal (chronology->events->len, 3);
  tarikh_chronology_select (chronology, TARIKH_DAY_NONE, made_day ("2000-01-01"), 0);
  assert_int_equal (chronology->events->len, 0);
}

static void
few_tell_the_affair_across_its_time (void **state)
{
  g_autoptr (TarikhChronology) chronology = make_affair ();

  tarikh_chronology_select (chronology, TARIKH_DAY_NONE, TARIKH_DAY_NONE, 4);
  assert_int_equal (chronology->events->len, 4);
  assert_true (has (chronology, "احترق مصنع الزجاج في الضاحية"));
  assert_false (has (chronology, "احتراق مصنع الزجاج في الضاحية الشرقية")); /* more salient than what follows, but a repetition */
  assert_true (has (chronology, "نقل عشرة عمال إلى المستشفى"));
  assert_true (has (chronology, "اعتقلت الشرطة مالك العقار"));
  assert_true (has (chronology, "أمر القضاء بصرف تعويضات"));
  for (guint i = 0; i < 4; i++) {
    g_autofree char *id = g_strdup_printf ("e%u", i + 1);
    assert_string_equal (made_get (chronology, i)->id, id);
  }
}

/* A great event that no whole line tells is not worth a line that nobody understands. */
static void
clear_lines_come_first (void **state)
{
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();

  tarikh_chronology_put_story (chronology, tarikh_chronology_story_new ("s", "s.txt", "ar"), NULL);
  add_event (chronology, "2024-06-18", "2024-06-18", "عقد لقاء مع", 0.60);
  add_event (chronology, "2024-07-25", "2024-07-25", "اعتقلت الشرطة مالك العقار في الضاحية", 0.50);
  tarikh_chronology_select (chronology, TARIKH_DAY_NONE, TARIKH_DAY_NONE, 1);
  assert_true (has (chronology, "اعتقلت الشرطة مالك العقار في الضاحية"));
}

static void
many_out_of_more (void **state)
{
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();

  for (guint i = 0; i < 1500; i++) {
    g_autofree char *headline = g_strdup_printf ("حدث %u", i);
    add_event (chronology, "2024-06-18", "2024-06-18", headline, (i % 10) / 10.0);
  }
  tarikh_chronology_select (chronology, TARIKH_DAY_NONE, TARIKH_DAY_NONE, 450);
  assert_int_equal (chronology->events->len, 450);
  assert_true (made_get (chronology, 449)->salience >= 0.7);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (everything_stays_untouched),
    cmocka_unit_test (stretch_of_time),
    cmocka_unit_test (few_tell_the_affair_across_its_time),
    cmocka_unit_test (clear_lines_come_first),
    cmocka_unit_test (many_out_of_more),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
