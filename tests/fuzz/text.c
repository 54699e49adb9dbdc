/* fuzz/text: any bytes → decoding, folding, tokens, sentences, code points. Checks that tokens and sentences stand in
 * order inside the text, and that no character is cut. */
#include "fuzz.h"

#include "text/text.h"

static void
check_tokens (const TarikhText *text)
{
  guint32 last = 0;

  for (guint i = 0; i < text->n_tokens; i++) {
    const TarikhToken *token = &text->tokens[i];
    g_assert_cmpuint (token->start, >=, last);
    g_assert_cmpuint (token->end, >, token->start);
    g_assert_cmpuint (token->end, <=, text->length);
    g_assert_true (g_utf8_validate (text->text + token->start, token->end - token->start, NULL));
    g_assert_true (g_utf8_validate (tarikh_text_get_fold (text, token), token->fold_length, NULL));
    last = token->end;
  }
}

static void
check_sentences (const TarikhText *text)
{
  guint32 last = 0;

  for (guint i = 0; i < text->n_sentences; i++) {
    const TarikhSentence *sentence = &text->sentences[i];
    g_assert_cmpuint (sentence->first_token, >=, last);
    g_assert_cmpuint (sentence->end_token, >, sentence->first_token);
    g_assert_cmpuint (sentence->end_token, <=, text->n_tokens);
    g_assert_cmpuint (sentence->span.start, <=, sentence->span.end);
    g_assert_cmpuint (sentence->span.end, <=, text->length);
    g_assert_cmpuint (tarikh_text_find_sentence (text, sentence->span.start), ==, i);
    last = sentence->end_token;
  }
}

static void
check_offsets (const char *data, gsize length)
{
  g_autoptr (TarikhOffsets) offsets = tarikh_text_offsets_new (data, length);
  guint32 code_point = 0;

  for (gsize i = 0; i < length; i += (gsize) (g_utf8_next_char (data + i) - (data + i)), code_point++)
    g_assert_cmpuint (tarikh_text_offsets_get_code_point (offsets, (guint32) i), ==, code_point);
  g_assert_cmpuint (tarikh_text_offsets_get_code_point (offsets, (guint32) length), ==, code_point);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  g_autofree char *decoded = tarikh_text_decode ("x.txt", (const char *) data, size, &length, &error);

  g_assert_true ((decoded == NULL) == (error != NULL));
  if (decoded == NULL)
    return 0;
  g_autoptr (GString) folded = g_string_new (NULL);
  tarikh_text_fold (decoded, length, folded);
  g_assert_true (g_utf8_validate (folded->str, (gssize) folded->len, NULL));
  g_assert_cmpuint (folded->len, <=, 3 * length);
  g_autoptr (TarikhText) text = tarikh_text_new (decoded, length);
  check_tokens (text);
  check_sentences (text);
  check_offsets (decoded, length);
  return 0;
}
