/* layout/text: what a hostile or mixed text becomes before it is set. */
#include "layout/text.h"

#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

static void
expect_clean (const char *text, const char *expected)
{
  g_autofree char *clean = tarikh_layout_text_clean (text, NULL);

  assert_string_equal (clean, expected);
}

static void
controls_and_pictures_go (void **state)
{
  expect_clean ("a\x01\x7f b\xc2\x85\xc2\x85 c", "a b c");
  expect_clean ("\xe2\x80\xae" "abc\xe2\x80\xac \xe2\x80\x8f" "d", "abc d"); /* RLO, PDF, RLM */
  expect_clean ("one\n\ttwo\xe2\x80\xa8three", "one two three");
  expect_clean ("خبر \xf0\x9f\x98\x80 عاجل \xee\x80\x80", "خبر عاجل"); /* a face, a private-use character */
  expect_clean ("bad\xff" "byte", "bad\xef\xbf\xbd" "byte");
  expect_clean ("", "");
}

static void
letters_stay (void **state)
{
  expect_clean ("«مَدرسة» ١٢٣ 45% – نصّ", "«مَدرسة» ١٢٣ 45% – نصّ");
  expect_clean ("e\xcc\x81", "\xc3\xa9"); /* composed */
  expect_clean ("می\xe2\x80\x8cخواهم", "می\xe2\x80\x8cخواهم"); /* the non-joiner is spelling */
}

static void
marks_are_capped (void **state)
{
  g_autoptr (GString) text = g_string_new ("ب");
  for (guint i = 0; i < 70000; i++)
    g_string_append (text, "\xd9\x8e");
  g_autofree char *clean = tarikh_layout_text_clean (text->str, NULL);

  assert_int_equal (g_utf8_strlen (clean, -1), 1 + 8);
}

static void
length_is_capped_at_a_word (void **state)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "كلمة ");
  g_autofree char *clean = tarikh_layout_text_clean (text->str, NULL);

  assert_true (g_utf8_strlen (clean, -1) <= 2001);
  assert_true (g_str_has_suffix (clean, "كلمة\xe2\x80\xa6"));
}

#define LRI "\xe2\x81\xa6"
#define RLI "\xe2\x81\xa7"
#define PDI "\xe2\x81\xa9"

static void
expect_isolated (const char *text, gboolean right_to_left, const char *expected)
{
  g_autofree char *isolated = tarikh_layout_text_isolate (text, strlen (text), right_to_left);
  g_autofree char *again = tarikh_layout_text_isolate (isolated, strlen (isolated), right_to_left);

  assert_string_equal (isolated, expected);
  assert_string_equal (again, expected);
}

static void
foreign_names_are_isolated (void **state)
{
  expect_isolated ("شركة OpenSky Ltd. توقع", TRUE, "شركة " LRI "OpenSky Ltd." PDI " توقع");
  expect_isolated ("أغلق S&P 500 مرتفعاً", TRUE, "أغلق " LRI "S&P 500" PDI " مرتفعاً");
  expect_isolated ("قال Reuters.", TRUE, "قال " LRI "Reuters" PDI ".");
  expect_isolated ("بتاريخ 2024-06-18 وفاز 3-1", TRUE, "بتاريخ " LRI "2024-06-18" PDI " وفاز " LRI "3-1" PDI);
  expect_isolated ("The paper الأهرام said", FALSE, "The paper " RLI "الأهرام" PDI " said");
  expect_isolated ("paper الأهرام, 20 June", FALSE, "paper " RLI "الأهرام" PDI ", 20 June");
}

static void
plain_numbers_are_left_alone (void **state)
{
  expect_isolated ("18 يونيو 2024", TRUE, "18 يونيو 2024");
  expect_isolated ("بنسبة 3.5% عند 10:30", TRUE, "بنسبة 3.5% عند 10:30");
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (controls_and_pictures_go), cmocka_unit_test (letters_stay),
          cmocka_unit_test (marks_are_capped),         cmocka_unit_test (length_is_capped_at_a_word),
          cmocka_unit_test (foreign_names_are_isolated), cmocka_unit_test (plain_numbers_are_left_alone) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
