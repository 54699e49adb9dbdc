/* text: tokens, folding, sentences, offsets, decoding. Cases are one line each where they can be. */
#include "text/text.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <string.h>
#include <cmocka.h>

/* Tokens as "[fold]" with '_' before a spaced one and '/' for a line end. */
static char *
show (const char *input)
{
  g_autoptr (TarikhText) text = tarikh_text_new (input, strlen (input));
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < text->n_tokens; i++) {
    const TarikhToken *t = &text->tokens[i];
    if (t->kind == TARIKH_TOKEN_NEWLINE) {
      g_string_append_c (out, '/');
      continue;
    }
    g_string_append_printf (out, "%s[%.*s]", t->spaced ? "_" : "", t->fold_length, tarikh_text_get_fold (text, t));
  }
  return g_string_free (out, FALSE);
}

static void
tokens_and_folds (void **state)
{
  static const struct {
    const char *input, *tokens;
  } cases[] = {
    { "", "" },
    { " \n \n ", "/" },
    { "إلى آخر أيام القمّة", "_[الي]_[اخر]_[ايام]_[القمه]" },
    { "وَصَلَ", "_[وصل]" },
    { "شبــاط", "_[شباط]" },
    { "٢٠٢٤م و۱۳۹۹", "_[2024][م]_[و][1399]" },
    { "2024/06/18", "_[2024][/][06][/][18]" },
    { "\u200f20\u200f/\u200f06", "_[20][/][06]" },
    { "ﻻ ﷲ", "_[لا]_[الله]" },
    { "Élysée Putin", "_[elysee]_[putin]" },
    { "کیم", "_[كيم]" },
    { "«بي بي سي»،", "_[«][بي]_[بي]_[سي][»][،]" },
    { "a\r\n  b", "_[a]/_[b]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *tokens = show (cases[i].input);
    assert_string_equal (tokens, cases[i].tokens);
  }
}

static void
edges_leave_controls_outside (void **state)
{
  const char *input = "\u200f20\u200f عاماً";
  g_autoptr (TarikhText) text = tarikh_text_new (input, strlen (input));

  assert_int_equal (text->tokens[0].start, 3);
  assert_int_equal (text->tokens[0].end, 5);
  assert_int_equal (text->tokens[0].number, 20);
  assert_int_equal (text->tokens[1].end, strlen (input)); /* tanween stays inside */
}

static void
numbers_never_overflow (void **state)
{
  g_autoptr (TarikhText) text = tarikh_text_new ("123456789 1234567890", 20);

  assert_int_equal (text->tokens[0].number, 123456789);
  assert_int_equal (text->tokens[1].number, -1);
}

static void
sentences_end_where_they_should (void **state)
{
  static const struct {
    const char *input;
    guint n;
  } cases[] = {
    { "", 0 },
    { "جملة", 1 },
    { "جملة. أخرى؟ ثالثة!", 3 },
    { "سطر\nسطر\n\nسطر", 3 },
    { "نسبة 3.5 في المئة", 1 },
    { "قال د. أحمد ذلك", 1 },
    { "«انتهى.» ثم بدأ.", 2 },
    { "عام 2015 م. ثم", 2 },
    { "ثلاث... نقاط", 2 },
    { "موقع example.com يقول", 1 },
    { "...", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TarikhText) text = tarikh_text_new (cases[i].input, strlen (cases[i].input));
    if (text->n_sentences != cases[i].n)
      print_error ("%s: %u sentences\n", cases[i].input, text->n_sentences);
    assert_int_equal (text->n_sentences, cases[i].n);
  }
}

static void
places_are_found (void **state)
{
  const char *input = "أول جملة. ثاني جملة.";
  g_autoptr (TarikhText) text = tarikh_text_new (input, strlen (input));
  g_autoptr (TarikhOffsets) offsets = tarikh_text_offsets_new (input, strlen (input));

  assert_int_equal (tarikh_text_find_sentence (text, 0), 0);
  assert_int_equal (tarikh_text_find_sentence (text, text->tokens[4].start), 1);
  assert_int_equal (tarikh_text_find_sentence (text, (guint32) strlen (input)), G_MAXUINT);
  for (guint i = 0; i < text->n_tokens; i++) {
    assert_int_equal (tarikh_text_find_token (text, text->tokens[i].start), i);
    assert_int_equal (tarikh_text_offsets_get_code_point (offsets, text->tokens[i].start),
                      g_utf8_pointer_to_offset (input, input + text->tokens[i].start));
  }
}

static void
offsets_over_many_blocks (void **state)
{
  g_autoptr (GString) long_text = g_string_new (NULL);

  for (guint i = 0; i < 500; i++)
    g_string_append (long_text, i % 3 ? "ب" : "x");
  g_autoptr (TarikhOffsets) offsets = tarikh_text_offsets_new (long_text->str, long_text->len);
  for (const char *p = long_text->str; *p != '\0'; p = g_utf8_next_char (p))
    assert_int_equal (tarikh_text_offsets_get_code_point (offsets, (guint32) (p - long_text->str)),
                      g_utf8_pointer_to_offset (long_text->str, p));
  assert_int_equal (tarikh_text_offsets_get_code_point (offsets, (guint32) long_text->len), 500);
}

static void
decoding_names_the_place (void **state)
{
  g_autoptr (GError) bad = NULL, nul = NULL;
  gsize length = 0;
  g_autofree char *good = tarikh_text_decode ("x", "\xef\xbb\xbfok", 5, &length, NULL);

  assert_string_equal (good, "ok");
  assert_int_equal (length, 2);
  assert_null (tarikh_text_decode ("a.txt", "ab\ncd\xe3", 6, NULL, &bad));
  assert_string_equal (bad->message, "a.txt:2: not UTF-8 (byte 0xE3, column 3)");
  assert_null (tarikh_text_decode ("a.txt", "a\0b", 3, NULL, &nul));
  assert_string_equal (nul->message, "a.txt:1: not text (NUL byte, column 2)");
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (tokens_and_folds),         cmocka_unit_test (edges_leave_controls_outside),
          cmocka_unit_test (numbers_never_overflow),   cmocka_unit_test (sentences_end_where_they_should),
          cmocka_unit_test (places_are_found),         cmocka_unit_test (offsets_over_many_blocks),
          cmocka_unit_test (decoding_names_the_place) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
