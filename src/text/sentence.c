/* text/sentence: where sentences end. A full stop ends one unless it stands inside a number or a name, or after an
 * initial; line ends always do. Quotes and brackets that close after the full stop belong to the sentence. */
#include "text/room.h"

static gboolean
is_terminator (const TarikhToken *token)
{
  if (token->kind != TARIKH_TOKEN_PUNCT)
    return FALSE;
  switch (token->number) {
  case '.': case '!': case '?':
  case 0x61f:  /* Arabic question mark */
  case 0x6d4:  /* Urdu full stop */
  case 0x2026: /* ellipsis */
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
is_closer (const TarikhToken *token)
{
  if (token->kind != TARIKH_TOKEN_PUNCT)
    return FALSE;
  switch (token->number) {
  case '"': case '\'': case ')': case ']':
  case 0xbb: case 0x201d: case 0x2019:
    return TRUE;
  default:
    return FALSE;
  }
}

/* A letter alone before a stop: "d. Ahmad", "J. Smith"; but not the era letter after a year. */
static gboolean
is_initial (const TarikhText *text, guint stop)
{
  if (stop == 0)
    return FALSE;
  const TarikhToken *word = &text->tokens[stop - 1];
  if (word->kind != TARIKH_TOKEN_WORD || g_utf8_strlen (tarikh_text_get_fold (text, word), word->fold_length) != 1)
    return FALSE;
  gboolean after_number = stop >= 2 && text->tokens[stop - 2].kind == TARIKH_TOKEN_NUMBER;
  return !after_number && stop + 1 < text->n_tokens && text->tokens[stop + 1].kind == TARIKH_TOKEN_WORD;
}

/* One past the last token of the sentence's end if the token at INDEX ends one, else 0. */
static guint
find_end (const TarikhText *text, guint index)
{
  guint next = index + 1;

  if (!is_terminator (&text->tokens[index]))
    return 0;
  while (next < text->n_tokens && is_terminator (&text->tokens[next]))
    next++;
  if (next == index + 1 && text->tokens[index].number == '.') {
    if (next < text->n_tokens && !text->tokens[next].spaced
        && (text->tokens[next].kind == TARIKH_TOKEN_NUMBER
            || (text->tokens[next].kind == TARIKH_TOKEN_WORD && index > 0 && !text->tokens[index].spaced
                && text->tokens[index - 1].kind != TARIKH_TOKEN_PUNCT && g_ascii_isalpha (text->text[text->tokens[next].start]))))
      return 0;
    if (is_initial (text, index))
      return 0;
  }
  while (next < text->n_tokens && is_closer (&text->tokens[next]) && !text->tokens[next].spaced)
    next++;
  return next;
}

static void
push_sentence (GArray *sentences, const TarikhText *text, guint first, guint end, guint32 paragraph)
{
  if (first >= end)
    return;
  TarikhSentence sentence = { .first_token = first, .end_token = end, .paragraph = paragraph };
  sentence.span = (TarikhSpan){ text->tokens[first].start, text->tokens[end - 1].end };
  g_array_append_val (sentences, sentence);
}

void
tarikh_text_cut_sentences (TarikhText *text)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (TarikhSentence));
  guint first = 0;
  guint32 paragraph = 0;

  for (guint i = 0; i < text->n_tokens; i++) {
    if (text->tokens[i].kind == TARIKH_TOKEN_NEWLINE) {
      push_sentence (sentences, text, first, i, paragraph);
      paragraph += sentences->len > 0;
      first = i + 1;
      continue;
    }
    guint end = find_end (text, i);
    if (end == 0)
      continue;
    push_sentence (sentences, text, first, end, paragraph);
    first = end;
    i = end - 1;
  }
  push_sentence (sentences, text, first, text->n_tokens, paragraph);
  text->n_sentences = sentences->len;
  text->sentences = (TarikhSentence *) (void *) g_array_free (sentences, FALSE);
}

guint
tarikh_text_find_sentence (const TarikhText *text, guint32 byte)
{
  guint low = 0, high = text->n_sentences;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (text->sentences[middle].span.end > byte)
      high = middle;
    else
      low = middle + 1;
  }
  return low < text->n_sentences && text->sentences[low].span.start <= byte ? low : G_MAXUINT;
}
