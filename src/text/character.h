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

CharacterKind tarikh_text_character_get_kind (gunichar c);
/* Writes the folded form of C to OUT, returns how many code points (0: it vanishes). */
gsize tarikh_text_character_fold (gunichar c, gunichar out[CHARACTER_FOLD_MAX]);

/* U+0600–U+06FF: kinds (CharacterKind), and the letters that fold to another one (0: to themselves). */
extern const guint8 tarikh_text_character_arabic_kinds[256];
extern const guint16 tarikh_text_character_arabic_folds[256];
