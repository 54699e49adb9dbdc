/* story/long: the long string read by hand says what the JSON library says, or is left to it. */
#include "story/long.h"

#include <jansson.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <string.h>
#include <cmocka.h>

/* TEXT made long enough to stand aside, as the second value of an object. */
static char *
wrap (const char *text)
{
  g_autofree char *padding = g_strnfill (300, 'x');

  return g_strdup_printf ("{\"id\":\"a\\\"b\\\\\",\"text\":\"%s%s\", \"n\":[\"\\\\\"]}", text, padding);
}

static char *
read_by_hand (const char *json, gsize *length)
{
  StoryLong string;

  assert_true (tarikh_story_long_find (json, strlen (json), &string));
  return tarikh_story_long_decode (&string, length);
}

static void
it_says_what_the_library_says (void **state)
{
  static const char *const texts[] = { "نص",  "a\\nb\\t\\r\\b\\f", "\\\"\\\\\\/", "\\u0645\\u064A\\u0000a", "\\u0645\\u064a",
                                       "\\ud83d\\ude00", "\\ud83d", "\\ude00", "\\ud83d\\u0041", "\\u12", "\\x", "\t", "\xff",
                                       "\xed\xa0\x80", "\xc0\x80", "\xf4\x90\x80\x80", "\\\\u0000", "\x7f", "\\u0020\\u00e9" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *json = wrap (texts[i]);
    gsize length = 0;
    g_autofree char *text = read_by_hand (json, &length);
    json_t *object = json_loads (json, 0, NULL);
    const char *said = json_string_value (json_object_get (object, "text"));
    if (said == NULL)
      assert_null (text);
    else
      assert_string_equal (text, said);
    if (text != NULL)
      assert_int_equal (length, strlen (said));
    json_decref (object);
  }
}

static void
the_rest_keeps_its_place (void **state)
{
  g_autofree char *json = wrap ("نص");
  StoryLong string;
  gsize length = 0;

  assert_true (tarikh_story_long_find (json, strlen (json), &string));
  g_autofree char *rest = tarikh_story_long_cut (json, strlen (json), &string, &length);
  json_t *object = json_loadb (rest, length, 0, NULL);
  assert_string_equal (json_string_value (json_object_get (object, "text")), STORY_LONG_MARK);
  assert_string_equal (json_string_value (json_object_get (object, "id")), "a\"b\\");
  assert_string_equal (json_string_value (json_array_get (json_object_get (object, "n"), 0)), "\\");
  json_decref (object);
}

static void
short_and_unpaired_stay (void **state)
{
  g_autofree char *json = wrap ("نص");
  StoryLong string;

  assert_false (tarikh_story_long_find ("{\"text\":\"short\"}", 16, &string));
  assert_false (tarikh_story_long_find (json, strlen (json) - 4, &string));
  assert_false (tarikh_story_long_find ("", 0, &string));
}

static void
nothing_passes_for_the_mark (void **state)
{
  g_autofree char *padding = g_strnfill (300, 'x');
  g_autofree char *json = g_strdup_printf ("{\"title\":\"\\u0001long\\u0001\",\"text\":\"%s\"}", padding);
  StoryLong string;
  gsize length;

  assert_true (tarikh_story_long_find (json, strlen (json), &string));
  assert_null (tarikh_story_long_cut (json, strlen (json), &string, &length));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (it_says_what_the_library_says),
    cmocka_unit_test (the_rest_keeps_its_place),
    cmocka_unit_test (short_and_unpaired_stay),
    cmocka_unit_test (nothing_passes_for_the_mark),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
