/* lexicon/lookup: phrases, clitics, messages and raw tables, over small tables made for this test. */
#include "lexicon/lexicon.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <string.h>
#include <cmocka.h>

/* The first meaning of the entry at token 0 as "CLASS:value xTOKENS +CLITICS -BYTES", or "none". */
static char *
look_up (const char *input)
{
  const TarikhLexicon *lexicon = tarikh_lexicon_get ("xx");
  g_autoptr (TarikhText) text = tarikh_text_new (input, strlen (input));
  TarikhLexiconHit hit;

  if (!tarikh_lexicon_match (lexicon, text, 0, &hit))
    return g_strdup ("none");
  return g_strdup_printf ("%u:%s x%u +%u -%u of %u", hit.lexemes[0].class_id, hit.lexemes[0].text, hit.n_tokens,
                          hit.clitics, hit.clitic_bytes, hit.n_lexemes);
}

static void
entries_are_found (void **state)
{
  const guint unit = TARIKH_LEXICON_UNIT, month = TARIKH_LEXICON_MONTH, hijri = TARIKH_LEXICON_HIJRI_MONTH;
  const struct {
    const char *input;
    guint class_id;
    const char *rest;
  } cases[] = {
    { "عام 2000", unit, ":Y x1 +0 -0 of 2" },
    { "عَام", unit, ":Y x1 +0 -0 of 2" },
    { "والعام", unit, ":Y x1 +5 -6 of 2" },
    { "وَالعام", unit, ":Y x1 +5 -8 of 2" },
    { "للعام", unit, ":Y x1 +22 -0 of 2" },
    { "كانون الثاني", month, ":1 x2 +0 -0 of 1" },
    { "وكانون الأول", month, ":12 x2 +1 -2 of 1" },
    { "ربيع الأول", hijri, ":3 x2 +0 -0 of 1" },
    { "ربيع أول", unit, ":SP x1 +0 -0 of 1" },
    { "ق.م", unit, ":BC x3 +0 -0 of 1" },
    { "باليوم", TARIKH_LEXICON_CARDINAL, ":-5 x1 +2 -2 of 1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = look_up (cases[i].input);
    g_autofree char *wanted = g_strdup_printf ("%u%s", cases[i].class_id, cases[i].rest);
    assert_string_equal (found, wanted);
  }
}

static void
the_rest_is_silent (void **state)
{
  static const char *const inputs[] = { "كانون", "كانون\nالثاني", "وحيد", "و", "عامل", "ال", "2000" };

  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++) {
    g_autofree char *found = look_up (inputs[i]);
    assert_string_equal (found, "none");
  }
}

static void
values_and_meanings (void **state)
{
  TarikhLexiconHit hit;

  assert_true (tarikh_lexicon_match_word (tarikh_lexicon_get ("xx-YY"), "عام", strlen ("عام"), &hit));
  assert_int_equal (tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_ORDINAL)->value, 7);
  assert_null (tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_MONTH));
  assert_null (tarikh_lexicon_get ("x"));
  assert_null (tarikh_lexicon_get (""));
  assert_string_equal (tarikh_lexicon_get_languages ()[0], "xx");
  assert_null (tarikh_lexicon_get_languages ()[1]);
}

static void
messages_and_tables (void **state)
{
  const TarikhLexicon *lexicon = tarikh_lexicon_get ("xx");
  const TarikhLexiconTable *rules = tarikh_lexicon_get_table (lexicon, "rules");

  assert_string_equal (tarikh_lexicon_get_message (lexicon, "hello"), "أهلاً \"بك\"");
  assert_string_equal (tarikh_lexicon_get_message (lexicon, "bye"), "وداعاً\\");
  assert_null (tarikh_lexicon_get_message (lexicon, "hell"));
  assert_null (tarikh_lexicon_get_table (lexicon, "words"));
  assert_int_equal (rules->n_rows, 2);
  assert_int_equal (rules->n_columns, 3);
  assert_string_equal (rules->header[1], "pattern");
  assert_string_equal (rules->cells[1], "A B?");
  assert_string_equal (rules->cells[5], "");
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (entries_are_found), cmocka_unit_test (the_rest_is_silent),
                                      cmocka_unit_test (values_and_meanings), cmocka_unit_test (messages_and_tables) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
