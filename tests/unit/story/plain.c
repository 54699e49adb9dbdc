/* story/plain: what becomes of bytes that are only text. */
#include "story/story.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <string.h>
#include <cmocka.h>

static TarikhStory *
read_text (const char *data, gsize length, GError **error)
{
  return tarikh_story_new_from_text ("x.txt", "s1", data, length, NULL, error);
}

static TarikhStory *
read_string (const char *data)
{
  g_autoptr (GError) error = NULL;
  TarikhStory *story = read_text (data, strlen (data), &error);

  assert_null (error);
  assert_non_null (story);
  return story;
}

static void
assert_refused (const char *data, gsize length, const char *message)
{
  g_autoptr (GError) error = NULL;

  assert_null (read_text (data, length, &error));
  assert_true (g_error_matches (error, TARIKH_ERROR, TARIKH_ERROR_FORMAT));
  assert_string_equal (error->message, message);
}

static void
a_story_is_text_with_a_name (void **state)
{
  g_autoptr (TarikhStory) story = read_string ("\xef\xbb\xbfوصل الوفد إلى المدينة صباح الثلاثاء.");

  assert_string_equal (story->id, "s1");
  assert_string_equal (story->source, "x.txt");
  assert_string_equal (story->lang, "ar");
  assert_string_equal (story->text, "وصل الوفد إلى المدينة صباح الثلاثاء.");
  assert_int_equal (story->text_length, strlen (story->text));
  assert_null (story->title);
  assert_int_equal (story->published_by, TARIKH_PUBLISHED_UNKNOWN);
  assert_int_equal (story->published, TARIKH_DAY_NONE);
  assert_int_equal (story->published_minute, -1);
}

static void
a_first_line_that_stands_like_a_title_is_one (void **state)
{
  g_autoptr (TarikhStory) titled = read_string ("\r\n الجسر يفتح أبوابه \r\n\r\nافتتح الوزير الجسر.\r\n");
  g_autoptr (TarikhStory) sentence = read_string ("افتتح الوزير الجسر.\nثم غادر.\n");
  g_autoptr (TarikhStory) alone = read_string ("الجسر يفتح أبوابه\n \n");
  g_autofree char *words = g_strnfill (200, 'a');
  g_autofree char *long_line = g_strconcat (words, "\nmore", NULL);
  g_autoptr (TarikhStory) paragraph = read_string (long_line);

  assert_string_equal (titled->title, "الجسر يفتح أبوابه");
  assert_non_null (strstr (titled->text, "الجسر يفتح أبوابه \r\n\r\nافتتح"));
  assert_null (sentence->title);
  assert_null (alone->title);
  assert_null (paragraph->title);
}

static void
defaults_fill_in_what_is_missing (void **state)
{
  TarikhStoryDefaults defaults = { .published = 19894, .published_minute = 90, .lang = "ar-EG" };
  g_autoptr (TarikhStory) story = tarikh_story_new_from_text ("x", "s1", "word", 4, &defaults, NULL);

  assert_string_equal (story->lang, "ar-EG");
  assert_int_equal (story->published, 19894);
  assert_int_equal (story->published_minute, 90);
  assert_int_equal (story->published_by, TARIKH_PUBLISHED_GIVEN);
}

static void
bad_bytes_are_refused_with_their_place (void **state)
{
  assert_refused ("", 0, "x.txt:1: the story is empty");
  assert_refused (" \r\n\t\xc2\xa0\xe2\x80\x8f\xef\xbb\xbf ", 13, "x.txt:1: the story is empty");
  assert_refused ("good\nb\xff"
                  "d\n",
                  9, "x.txt:2: not UTF-8 (byte 0xFF, column 2)");
  assert_refused ("a\0b", 3, "x.txt:1: not text (NUL byte, column 2)");
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (a_story_is_text_with_a_name),
                                      cmocka_unit_test (a_first_line_that_stands_like_a_title_is_one),
                                      cmocka_unit_test (defaults_fill_in_what_is_missing),
                                      cmocka_unit_test (bad_bytes_are_refused_with_their_place) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
