/* story/members: the quick reader of story objects, against the general one. */
#include "story/members.h"

#include <jansson.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <string.h>
#include <cmocka.h>

static gboolean
scan (const char *json, Members *members)
{
  return tarikh_story_members_scan (json, strlen (json), members);
}

static void
what_is_well_formed_is_read (void **state)
{
  g_auto (Members) members = { { NULL } };

  assert_true (scan (" { \"text\" : \"سطر\\nثان \\u0635\\ud83c\\udf19 \\\\\" , \"x\":[{\"text\":\"\\\"\"},-0.5,[],true,null],\n"
                     "\"id\":\"a\",\"title\":\"b\",\"title\":null,\"outlet\":\"\",\"url\":\"\\/\",\"lang\":\"ar\",\"y\":{} }\r\n",
                     &members));
  assert_string_equal (members.values[MEMBER_TEXT], "سطر\nثان ص🌙 \\");
  assert_string_equal (members.values[MEMBER_ID], "a");
  assert_null (members.values[MEMBER_TITLE]);
  assert_string_equal (members.values[MEMBER_OUTLET], "");
  assert_string_equal (members.values[MEMBER_URL], "/");
  assert_string_equal (members.values[MEMBER_LANG], "ar");
  assert_null (members.values[MEMBER_PUBLISHED]);
}

static void
what_is_damaged_or_uncommon_is_left_to_the_general_reader (void **state)
{
  static const char *const refused[] = {
    "", "{", "{}", "[]", "{\"text\"}", "{\"text\":}", "{\"text\":\"a}", "{\"text\":\"a\"", "{\"text\":\"a\",}",
    "{\"text\":\"a\"}}", "{\"text\":\"a\\", "{\"text\":\"a\\\"}", "{\"text\":\"\\q\"}", "{\"text\":\"\\u00\"}",
    "{\"text\":\"\\u0000\"}", "{\"text\":\"\\ud83c\"}", "{\"text\":\"\\udf19\"}", "{\"text\":\"\\ud83cx\"}",
    "{\"text\":\"12345678\t\"}", "{\"text\":\"a\n\"}", "{\"text\":\"\xff\"}", "{\"text\":3}", "{\"text\":nul}",
    "{\"te\\u0078t\":\"a\"}", "{\"n\":01}", "{\"n\":1.}", "{\"n\":-}", "{\"n\":1e9}", "{\"n\":12345678901234567890}",
    "{\"n\":tru}", "{\"n\":[1,]}", "{\"n\":{1:2}}", "{\"n\":[}", "{\"n\":\"\\x\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_auto (Members) members = { { NULL } };
    assert_false (scan (refused[i], &members));
    for (guint j = 0; j < MEMBER_COUNT; j++)
      assert_null (members.values[j]);
  }
}

/* What the general reader makes of the same bytes. */
static void
assert_same (const char *json, const Members *members)
{
  json_t *object = json_loads (json, JSON_DECODE_ANY, NULL);

  assert_non_null (object);
  for (guint i = 0; i < MEMBER_COUNT; i++) {
    const char *value = json_string_value (json_object_get (object, tarikh_story_member_names[i]));
    if (members->values[i] == NULL)
      assert_null (value);
    else
      assert_string_equal (members->values[i], value);
  }
  json_decref (object);
}

/* Any byte of a good object replaced by any other that means something: either both readers agree or the quick one passes. */
static void
what_is_taken_is_what_the_general_reader_takes (void **state)
{
  static const char good[] = "{\"text\":\"a\\u0628\\ud83c\\udf19\\n\",\"id\":null,"
                             "\"k\":[1.5,-0,{\"a\":true},\"\\\"\"],\"id\":\"\\t\"}";
  static const char bytes[] = "{}[]\":,\\/ \n\tabdefnrtu0159.-+eE\x01\x7f\xd8\xa8\xff";
  guint taken = 0;

  for (gsize at = 0; at < strlen (good); at++)
    for (gsize b = 0; b < strlen (bytes); b++) {
      g_autofree char *json = g_strdup (good);
      g_auto (Members) members = { { NULL } };
      json[at] = bytes[b];
      if (!scan (json, &members))
        continue;
      assert_same (json, &members);
      taken++;
    }
  assert_true (taken > 500);
}

static void
depth_is_bounded (void **state)
{
  g_autoptr (GString) json = g_string_new ("{\"k\":");
  g_auto (Members) members = { { NULL } };

  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (json, '[');
  assert_false (scan (json->str, &members));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (what_is_well_formed_is_read),
    cmocka_unit_test (what_is_damaged_or_uncommon_is_left_to_the_general_reader),
    cmocka_unit_test (what_is_taken_is_what_the_general_reader_takes),
    cmocka_unit_test (depth_is_bounded),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
