/* story/object: story objects, good and bad. */
#include "story/story.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <string.h>
#include <cmocka.h>

static TarikhStory *
read_json (guint line, const char *json, const TarikhStoryDefaults *defaults, GError **error)
{
  return tarikh_story_new_from_json ("x.jsonl", line, "s7", json, strlen (json), defaults, error);
}

static void
every_key_is_read (void **state)
{
  g_autoptr (TarikhStory) story = read_json (
      1,
      "\xef\xbb\xbf{\"id\":\"n-1\",\"text\":\" نص \",\"published\":\"2024-06-20T14:05\",\"title\":\"عنوان\","
      "\"lang\":\"ar_EG\",\"outlet\":\"صحيفة\",\"url\":\"https://example.org/1\",\"score\":[1,{}]}\n",
      NULL, NULL);

  assert_non_null (story);
  assert_string_equal (story->id, "n-1");
  assert_string_equal (story->source, "x.jsonl");
  assert_string_equal (story->text, " نص ");
  assert_string_equal (story->title, "عنوان");
  assert_string_equal (story->lang, "ar-EG");
  assert_string_equal (story->outlet, "صحيفة");
  assert_string_equal (story->url, "https://example.org/1");
  assert_int_equal (story->published, tarikh_base_day_from_date (2024, 6, 20));
  assert_int_equal (story->published_minute, 14 * 60 + 5);
  assert_int_equal (story->published_by, TARIKH_PUBLISHED_METADATA);
}

static void
null_and_blank_are_absent (void **state)
{
  TarikhStoryDefaults defaults = { .published = 7, .published_minute = -1, .lang = NULL };
  g_autoptr (TarikhStory) story = read_json (
      1, "{\"id\":\" \",\"text\":\"The word.\",\"published\":null,\"title\":\"\",\"lang\":\"?\",\"url\":null}",
      &defaults, NULL);

  assert_non_null (story);
  assert_string_equal (story->id, "s7");
  assert_null (story->title);
  assert_null (story->url);
  assert_string_equal (story->lang, "en");
  assert_int_equal (story->published, 7);
  assert_int_equal (story->published_by, TARIKH_PUBLISHED_GIVEN);
}

static void
the_storys_own_word_goes_before_the_callers (void **state)
{
  TarikhStoryDefaults defaults = { .published = 7, .published_minute = -1, .lang = "en" };
  g_autoptr (TarikhStory) story
      = read_json (1, "{\"text\":\"نص قصير\",\"published\":\"1970-01-03\",\"lang\":\"ar\"}", &defaults, NULL);

  assert_string_equal (story->lang, "ar");
  assert_int_equal (story->published, 2);
  assert_int_equal (story->published_minute, -1);
  assert_int_equal (story->published_by, TARIKH_PUBLISHED_METADATA);
}

static void
a_tag_that_the_letters_contradict_is_not_believed (void **state)
{
  g_autoptr (TarikhStory) wrong = read_json (1, "{\"text\":\"خبر من القاهرة\",\"lang\":\"en-US\"}", NULL, NULL);
  g_autoptr (TarikhStory) other = read_json (1, "{\"text\":\"une nouvelle\",\"lang\":\"fr\"}", NULL, NULL);

  assert_string_equal (wrong->lang, "ar");
  assert_string_equal (other->lang, "fr");
}

static void
a_blank_text_is_a_story_that_tells_nothing (void **state)
{
  g_autoptr (TarikhStory) empty = read_json (1, "{\"text\":\"\"}", NULL, NULL);
  g_autoptr (TarikhStory) blank = read_json (1, "{\"text\":\" \\n\"}", NULL, NULL);

  assert_string_equal (empty->text, "");
  assert_int_equal (empty->text_length, 0);
  assert_string_equal (blank->text, " \n");
}

static void
bad_objects_are_refused_with_their_place (void **state)
{
  static const struct {
    const char *json, *message;
  } cases[] = {
    { "[1]", "x.jsonl:5: not a JSON object" },
    { "3", "x.jsonl:5: not a JSON object" },
    { "{}", "x.jsonl:5: the story has no \"text\"" },
    { "{\"text\":null}", "x.jsonl:5: the story has no \"text\"" },
    { "{\"text\":17}", "x.jsonl:5: \"text\" is not a string" },
    { "{\"text\":\"a\",\"id\":4}", "x.jsonl:5: \"id\" is not a string" },
    { "{\"text\":\"a\",\"published\":\"2024-02-30\"}",
      "x.jsonl:5: \"published\" is not a date like 2024-06-20 or 2024-06-20T14:30: 2024-02-30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    assert_null (read_json (5, cases[i].json, NULL, &error));
    assert_true (g_error_matches (error, TARIKH_ERROR, TARIKH_ERROR_FORMAT));
    assert_string_equal (error->message, cases[i].message);
  }
}

static void
damaged_json_names_the_line (void **state)
{
  static const char *const damaged[] = { "{\"text\":\n\"a\",\n}", "{\"text\":\n\"a\"\n,,}", "{\n\n\"text\": \"\xff\"}",
                                         "\n\n{\"text\":\"a\"} x", "{\n\n\"text\": \"a\\u0000b\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++) {
    g_autoptr (GError) error = NULL;
    assert_null (read_json (10, damaged[i], NULL, &error));
    assert_true (g_error_matches (error, TARIKH_ERROR, TARIKH_ERROR_FORMAT));
    assert_true (g_str_has_prefix (error->message, "x.jsonl:12: damaged JSON: "));
  }
  g_autoptr (GError) error = NULL;
  assert_null (read_json (3, "", NULL, &error));
  assert_true (g_str_has_prefix (error->message, "x.jsonl:3: damaged JSON: "));
}

static void
messages_carry_no_controls (void **state)
{
  static const char json[] = "{\"text\":\"a\",\"published\":\"\\u001b[31m\\u202e\"}";
  g_autoptr (GError) error = NULL;

  assert_null (tarikh_story_new_from_json ("a\nb", 1, "s1", json, strlen (json), NULL, &error));
  assert_true (g_str_has_prefix (error->message, "a b:1: "));
  assert_true (g_str_has_suffix (error->message, ": \xef\xbf\xbd[31m\xef\xbf\xbd"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (every_key_is_read),
                                      cmocka_unit_test (null_and_blank_are_absent),
                                      cmocka_unit_test (the_storys_own_word_goes_before_the_callers),
                                      cmocka_unit_test (a_tag_that_the_letters_contradict_is_not_believed),
                                      cmocka_unit_test (a_blank_text_is_a_story_that_tells_nothing),
          cmocka_unit_test (bad_objects_are_refused_with_their_place),
                                      cmocka_unit_test (damaged_json_names_the_line),
                                      cmocka_unit_test (messages_carry_no_controls) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
