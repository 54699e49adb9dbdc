/* story/published: one line a case. */
#include "story/story.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

static const struct {
  const char *text;
  gint minute; /* -1: the day alone */
} good[] = {
  { "2024-06-20", -1 },
  { "2024-06-20T00:00", 0 },
  { "2024-06-20T14:05", 845 },
  { "2024-06-20 23:59", 1439 },
  { "2024-06-20T14:05:59", 845 },
  { "2024-06-20T14:05:59.250Z", 845 },
  { "2024-06-20T14:05Z", 845 },
  { "2024-06-20T14:05:00+03:00", 845 },
  { "2024-06-20T14:05-0530", 845 },
};

static const char *const bad[] = { "",
                                   "2024",
                                   "2024-06",
                                   "2024-06-31",
                                   "20-06-2024",
                                   "2024-06-20T",
                                   "2024-06-20T9:00",
                                   "2024-06-20T24:00",
                                   "2024-06-20T12:60",
                                   "2024-06-20T12:00:61",
                                   "2024-06-20T12:00x",
                                   "2024-06-20T12:00+25:00",
                                   "2024-06-20T12:00+0",
                                   "2024-06-20x",
                                   " 2024-06-20",
                                   "2024-06-20 ",
                                   "2024-06-20T12:00:00.",
                                   "yesterday",
                                   "٢٠٢٤-٠٦-٢٠" };

static void
machine_dates_are_read (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    TarikhDay day = 0;
    gint minute = 0;
    assert_true (tarikh_story_parse_published (good[i].text, &day, &minute));
    assert_int_equal (day, tarikh_base_day_from_date (2024, 6, 20));
    assert_int_equal (minute, good[i].minute);
  }
}

static void
anything_else_is_refused_and_changes_nothing (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    TarikhDay day = 3;
    gint minute = 4;
    assert_false (tarikh_story_parse_published (bad[i], &day, &minute));
    assert_int_equal (day, 3);
    assert_int_equal (minute, 4);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (machine_dates_are_read), cmocka_unit_test (anything_else_is_refused_and_changes_nothing) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
