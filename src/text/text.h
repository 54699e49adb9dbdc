/* text: UTF-8 text cut into tokens and sentences, with a folded form for look-up and offsets that never get lost.
 * Language-blind: which words exist is the lexicon's business. */
#pragma once

#include "base/base.h"

/* ---- decoding ---- */

/* Checks that DATA is UTF-8 without NUL, strips one leading byte order mark. Returns a NUL-terminated copy
 * (transfer full), or NULL with TARIKH_ERROR_FORMAT "NAME:LINE: not UTF-8 (byte 0xE3, column 12)". */
char *tarikh_text_decode (const char *name, const char *data, gsize length, gsize *length_out, GError **error);

/* ---- folding: the one form in which words are compared ----
 * Drops combining marks, tatweel, bidi controls and joiners; alef with hamza or madda → alef, alef maqsura → ya,
 * ta marbuta → ha, Persian kaf and ya → Arabic, presentation forms → letters; Arabic-Indic and Persian digits → ASCII;
 * Latin, Greek and Cyrillic letters → lower case. Hamza on waw and ya stays. */

/* Appends the folded form of TEXT to OUT. Never longer than the input by more than a factor of 3. */
void tarikh_text_fold (const char *text, gsize length, GString *out);

/* ---- tokens ---- */

typedef enum {
  TARIKH_TOKEN_WORD,   /* letters of one script; "2015m" (the year and its mark) is a number and a word that touch */
  TARIKH_TOKEN_NUMBER, /* a run of decimal digits of any script */
  TARIKH_TOKEN_PUNCT,  /* one character */
  TARIKH_TOKEN_NEWLINE /* one or more line ends, with the blanks round them */
} TarikhTokenKind;

typedef struct {
  guint32 start;   /* bytes into the text; marks and bidi controls at the edges stay outside */
  guint32 end;
  guint32 fold;    /* byte offset of the folded form in TarikhText.folds; not NUL-terminated */
  guint16 fold_length;
  guint8 kind;     /* TarikhTokenKind */
  guint8 spaced;   /* a blank, line end or the text's start stands before it */
  gint32 number;   /* NUMBER: its value, or -1 when over 9 digits; PUNCT: the code point; otherwise 0 */
} TarikhToken;

typedef struct {
  guint32 first_token;
  guint32 end_token;  /* one past the last; the final punctuation is inside */
  TarikhSpan span;    /* without blanks at the edges */
  guint32 paragraph;  /* counts lines that hold text, from 0 */
} TarikhSentence;

typedef struct {
  const char *text; /* borrowed: must outlive this */
  gsize length;
  char *folds;
  TarikhToken *tokens;
  guint n_tokens;
  TarikhSentence *sentences; /* cover every token except newlines between them */
  guint n_sentences;
} TarikhText;

/* Cuts TEXT (valid UTF-8). Linear in LENGTH. TEXT is borrowed. */
TarikhText *tarikh_text_new (const char *text, gsize length);
void tarikh_text_free (TarikhText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhText, tarikh_text_free)

static inline const char *
tarikh_text_get_fold (const TarikhText *text, const TarikhToken *token)
{
  return text->folds + token->fold;
}

/* TRUE when TOKEN is the punctuation CODE_POINT. */
static inline gboolean
tarikh_text_token_is (const TarikhToken *token, gunichar code_point)
{
  return token->kind == TARIKH_TOKEN_PUNCT && (gunichar) token->number == code_point;
}

/* The sentence that TOKEN (an index) or BYTE stands in; binary search. G_MAXUINT when in none. */
guint tarikh_text_find_sentence (const TarikhText *text, guint32 byte);
/* First token whose end is after BYTE; n_tokens when none. */
guint tarikh_text_find_token (const TarikhText *text, guint32 byte);

/* ---- code points: what the outside counts in ---- */

typedef struct _TarikhOffsets TarikhOffsets; /* byte → code point map of one text, one entry every 128 bytes */
TarikhOffsets *tarikh_text_offsets_new (const char *text, gsize length);
void tarikh_text_offsets_free (TarikhOffsets *offsets);
guint32 tarikh_text_offsets_get_code_point (const TarikhOffsets *offsets, guint32 byte);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhOffsets, tarikh_text_offsets_free)
