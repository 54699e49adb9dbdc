/* story/language: letters speak for a language, and tags have a form. */
#include "story/story.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <string.h>
#include <cmocka.h>

static void
letters_decide (void **state)
{
  static const struct {
    const char *text, *lang;
  } cases[] = {
    { "عاد الفريق إلى بلاده", "ar" },
    { "The team went home", "en" },
    { "قالت شركة Apple إن منتجها الجديد جاهز", "ar" },
    { "He wrote \"سلام\" on the wall of the town hall", "en" },
    { "2024-06-20, 17:30", "und" },
    { "Команда вернулась", "und" },
    { "", "und" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_string_equal (tarikh_story_detect_language (cases[i].text, strlen (cases[i].text)), cases[i].lang);
}

static void
tags_have_a_form (void **state)
{
  assert_true (tarikh_story_is_language_tag ("ar"));
  assert_true (tarikh_story_is_language_tag ("ar-EG"));
  assert_true (tarikh_story_is_language_tag ("ar-Arab-EG-x-1"));
  assert_false (tarikh_story_is_language_tag (""));
  assert_false (tarikh_story_is_language_tag ("a"));
  assert_false (tarikh_story_is_language_tag ("ar-"));
  assert_false (tarikh_story_is_language_tag ("ar--EG"));
  assert_false (tarikh_story_is_language_tag ("a1"));
  assert_false (tarikh_story_is_language_tag ("../../x"));
  assert_false (tarikh_story_is_language_tag ("abcdefghi"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (letters_decide), cmocka_unit_test (tags_have_a_form) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
