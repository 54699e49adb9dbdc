/* text/character: what a code point is to the tokeniser, and what it folds to. Private to the room. */
#pragma once

#include <glib.h>

typedef enum {
  CHARACTER_PUNCT,
  CHARACTER_ARABIC,    /* a letter of the Arabic script */
  CHARACTER_LETTER,    /* a letter of any other script */
  CHARACTER_DIGIT,
  CHARACTER_IGNORABLE, /* marks, tatweel, joiners, bidi controls: belong to the word round them, fold to nothing */
  CHARACTER_SPACE,
  CHARACTER_NEWLINE
} CharacterKind;

#define CHARACTER_FOLD_MAX 4 /* most code points that one folds to */

/* Writes the folded form of C to OUT, returns how many code points (0: it vanishes). */
gsize tarikh_text_character_fold (gunichar c, gunichar out[CHARACTER_FOLD_MAX]);

/* U+0000–U+007F: kinds (CharacterKind). */
extern const guint8 tarikh_text_character_ascii_kinds[128];
/* U+0600–U+06FF: kinds (CharacterKind), and the letters that fold to another one (0: to themselves). */
extern const guint8 tarikh_text_character_arabic_kinds[256];
extern const guint16 tarikh_text_character_arabic_folds[256];

/* As below, for what is in neither table. */
CharacterKind tarikh_text_character_get_other_kind (gunichar c);

static inline CharacterKind
tarikh_text_character_get_kind (gunichar c)
{
  if (c - 0x600 < 0x100)
    return (CharacterKind) tarikh_text_character_arabic_kinds[c - 0x600];
  return c < 0x80 ? (CharacterKind) tarikh_text_character_ascii_kinds[c] : tarikh_text_character_get_other_kind (c);
}

/* The code point at P, which is valid UTF-8; those of one and two bytes, nearly all there are, without a call. */
static inline gunichar
tarikh_text_character_get (const char *p)
{
  guchar lead = (guchar) *p;

  if (lead < 0x80)
    return lead;
  return lead < 0xe0 ? (gunichar) (lead & 0x1f) << 6 | ((guchar) p[1] & 0x3f) : g_utf8_get_char (p);
}
