/* timeline/input: under which ids stories go in, and that a bad one changes nothing. */
#include "timeline/private.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <string.h>
#include <cmocka.h>

static gboolean
add_text (TarikhTimeline *timeline, const char *text)
{
  return tarikh_timeline_add_text (timeline, "x.txt", text, strlen (text), NULL);
}

static gboolean
add_line (TarikhTimeline *timeline, const char *json)
{
  return tarikh_timeline_add_line (timeline, "x.jsonl", 1, json, strlen (json), NULL);
}

/* The ids of the stories, joined by blanks. (transfer full) */
static char *
list_ids (const TarikhTimeline *timeline)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < timeline->chronology->stories->len; i++) {
    const TarikhChronicleStory *story = g_ptr_array_index (timeline->chronology->stories, i);
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", story->id);
  }
  return g_string_free (ids, FALSE);
}

static void
ids_are_kept_or_counted (void **state)
{
  g_autoptr (TarikhTimelineOptions) options = tarikh_timeline_options_new ();
  g_autoptr (TarikhTimeline) timeline = tarikh_timeline_new (options);

  assert_true (add_text (timeline, "One."));
  assert_true (add_line (timeline, "{\"id\":\"s2\",\"text\":\"Two.\"}"));
  assert_true (add_text (timeline, "Three."));
  assert_true (add_line (timeline, "{\"text\":\"Four.\"}"));
  g_autofree char *ids = list_ids (timeline);
  assert_string_equal (ids, "s1 s2 s3 s4");
}

static void
a_bad_story_changes_nothing (void **state)
{
  g_autoptr (TarikhTimelineOptions) options = tarikh_timeline_options_new ();
  g_autoptr (TarikhTimeline) timeline = tarikh_timeline_new (options);

  assert_false (add_text (timeline, ""));
  assert_true (add_line (timeline, "{\"id\":\"a\",\"text\":\"One.\"}"));
  assert_false (add_line (timeline, "{\"id\":\"a\",\"text\":\"Two.\"}"));
  assert_false (add_line (timeline, "{\"text\":3}"));
  assert_true (add_text (timeline, "Three."));
  g_autofree char *ids = list_ids (timeline);
  assert_string_equal (ids, "a s1");
}

static void
a_chronology_goes_in_as_a_story_does (void **state)
{
  g_autoptr (TarikhTimelineOptions) options = tarikh_timeline_options_new ();
  g_autoptr (TarikhTimeline) first = tarikh_timeline_new (options);
  g_autoptr (TarikhTimeline) second = tarikh_timeline_new (options);

  assert_true (add_text (first, "افتتح الوزير الجسر في 5 مايو 2021."));
  g_autofree char *json = tarikh_timeline_to_json (first, FALSE);
  assert_true (tarikh_timeline_add_json (second, "x.json", json, strlen (json), NULL));
  g_autofree char *again = tarikh_timeline_to_json (second, FALSE);
  assert_string_equal (again, json);
}

static void
a_language_without_tables_is_read_by_its_letters (void **state)
{
  const TarikhLexicon *english = tarikh_lexicon_get ("en"), *arabic = tarikh_lexicon_get ("ar");

  assert_ptr_equal (tarikh_timeline_choose_lexicon ("en-GB", "", 0), english);
  assert_ptr_equal (tarikh_timeline_choose_lexicon ("fr", "une", 3), english);
  assert_ptr_equal (tarikh_timeline_choose_lexicon ("fa", "روز", 6), arabic);
  assert_non_null (tarikh_timeline_choose_lexicon ("und", "", 0));
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (ids_are_kept_or_counted), cmocka_unit_test (a_bad_story_changes_nothing),
          cmocka_unit_test (a_chronology_goes_in_as_a_story_does),
          cmocka_unit_test (a_language_without_tables_is_read_by_its_letters) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
