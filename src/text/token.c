/* text/token: one pass that cuts text into words, numbers, punctuation and line ends, folding as it goes. */
#include "text/text.h"

#include "text/character.h"
#include "text/room.h"

#include <string.h>

typedef struct {
  const char *text, *end;
  const char *p;      /* next byte to read */
  gboolean spaced;    /* a blank was passed since the last token */
  TarikhToken *tokens;
  guint n_tokens, n_allocated;
  GString *folds;
} Scanner;

static void
append_fold (GString *folds, gunichar c)
{
  gunichar folded[CHARACTER_FOLD_MAX];
  gsize n = tarikh_text_character_fold (c, folded);

  for (gsize i = 0; i < n; i++)
    if (folded[i] < 0x80)
      g_string_append_c (folds, (char) folded[i]);
    else
      g_string_append_unichar (folds, folded[i]);
}

/* Reads letters of the Arabic block, two bytes each, from the scanner's place on: nearly all that we ever read, so it has a
 * path of its own. Stops at anything else. */
static void
scan_arabic_letters (Scanner *s)
{
  GString *folds = s->folds;
  gsize n = MIN ((gsize) (s->end - s->p), folds->allocated_len - folds->len - 1) / 2;
  const char *p = s->p, *end = p + n * 2;
  char *out = folds->str + folds->len;

  for (; p < end; p += 2, out += 2) {
    guchar lead = (guchar) p[0];
    if (lead < 0xd8 || lead > 0xdb)
      break;
    guint index = (guint) ((lead & 3) << 6 | ((guchar) p[1] & 0x3f));
    if (tarikh_text_character_arabic_kinds[index] != CHARACTER_ARABIC)
      break;
    guint fold = tarikh_text_character_arabic_folds[index];
    if (fold == 0) { /* to itself, as most do */
      memcpy (out, p, 2);
      continue;
    }
    out[0] = (char) (0xc0 | fold >> 6);
    out[1] = (char) (0x80 | (fold & 0x3f));
  }
  *out = '\0';
  folds->len = (gsize) (out - folds->str);
  s->p = p;
}

static inline TarikhToken *
push_token (Scanner *s, TarikhTokenKind kind, const char *start, const char *end, gsize fold)
{
  if (s->n_tokens == s->n_allocated) {
    s->n_allocated += s->n_allocated / 2;
    s->tokens = g_renew (TarikhToken, s->tokens, s->n_allocated);
  }
  TarikhToken *token = &s->tokens[s->n_tokens];
  *token = (TarikhToken){ .start = (guint32) (start - s->text),
                          .end = (guint32) (end - s->text),
                          .fold = (guint32) fold,
                          .fold_length = (guint16) MIN (s->folds->len - fold, G_MAXUINT16),
                          .kind = (guint8) kind,
                          .spaced = s->spaced || s->n_tokens == 0 };
  s->spaced = FALSE;
  s->n_tokens++;
  return token;
}

/* Reads the rest of a word or number of KIND that starts at the scanner's place. Marks inside belong to it; marks at its
 * end do too (a final tanween), but bidi controls there stay outside. */
static void
scan_run (Scanner *s, CharacterKind kind)
{
  const char *start = s->p, *end = s->p;
  gsize fold = s->folds->len;

  while (s->p < s->end) {
    if (kind == CHARACTER_ARABIC) {
      const char *before = s->p;
      scan_arabic_letters (s);
      if (s->p > before)
        end = s->p;
      if (s->p == s->end)
        break;
    }
    gunichar c = tarikh_text_character_get (s->p);
    CharacterKind k = tarikh_text_character_get_kind (c);
    if (k != kind && k != CHARACTER_IGNORABLE)
      break;
    const char *next = g_utf8_next_char (s->p);
    if (k == kind) {
      append_fold (s->folds, c);
      end = next;
    } else if (c < 0x200b || c == 0x200c || c == 0x200d) {
      end = next;
    }
    s->p = next;
  }

  TarikhToken *token = push_token (s, kind == CHARACTER_DIGIT ? TARIKH_TOKEN_NUMBER : TARIKH_TOKEN_WORD, start, end, fold);
  if (kind != CHARACTER_DIGIT)
    return;
  gint64 number = 0;
  for (guint i = 0; i < token->fold_length && number >= 0; i++)
    number = i < 9 ? number * 10 + (s->folds->str[fold + i] - '0') : -1;
  token->number = (gint32) number;
}

static void
scan_newlines (Scanner *s)
{
  const char *start = s->p;

  while (s->p < s->end) {
    CharacterKind k = tarikh_text_character_get_kind (tarikh_text_character_get (s->p));
    if (k != CHARACTER_NEWLINE && k != CHARACTER_SPACE && k != CHARACTER_IGNORABLE)
      break;
    s->p = g_utf8_next_char (s->p);
  }
  push_token (s, TARIKH_TOKEN_NEWLINE, start, s->p, s->folds->len);
  s->spaced = TRUE;
}

static void
scan_punct (Scanner *s, gunichar c)
{
  const char *start = s->p;
  gsize fold = s->folds->len;

  append_fold (s->folds, c);
  s->p = g_utf8_next_char (s->p);
  push_token (s, TARIKH_TOKEN_PUNCT, start, s->p, fold)->number = (gint32) c;
}

static void
scan_token (Scanner *s)
{
  gunichar c = tarikh_text_character_get (s->p);
  CharacterKind kind = tarikh_text_character_get_kind (c);

  switch (kind) {
  case CHARACTER_ARABIC:
  case CHARACTER_LETTER:
  case CHARACTER_DIGIT:
    scan_run (s, kind);
    break;
  case CHARACTER_NEWLINE:
    scan_newlines (s);
    break;
  case CHARACTER_PUNCT:
    scan_punct (s, c);
    break;
  default:
    s->spaced |= kind == CHARACTER_SPACE;
    s->p = g_utf8_next_char (s->p);
  }
}

TarikhText *
tarikh_text_new (const char *text, gsize length)
{
  Scanner s = { .text = text, .end = text + length, .p = text };
  TarikhText *result = g_new0 (TarikhText, 1);

  s.n_allocated = (guint) MIN (length / 8 + 16, G_MAXUINT / 64);
  s.tokens = g_new (TarikhToken, s.n_allocated);
  s.folds = g_string_sized_new (length + length / 8 + 16);
  while (s.p < s.end)
    scan_token (&s);

  result->text = text;
  result->length = length;
  result->n_tokens = s.n_tokens;
  result->tokens = s.tokens;
  result->folds = g_string_free (s.folds, FALSE);
  tarikh_text_cut_sentences (result);
  return result;
}

void
tarikh_text_free (TarikhText *text)
{
  if (text == NULL)
    return;
  g_free (text->folds);
  g_free (text->tokens);
  g_free (text->sentences);
  g_free (text);
}

guint
tarikh_text_find_token (const TarikhText *text, guint32 byte)
{
  guint low = 0, high = text->n_tokens;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (text->tokens[middle].end > byte)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}
