/* text/character: kinds and foldings of code points. The Arabic block is a table because nearly every character of the
 * texts we read is in it; the rest asks GLib. Folding follows Lucene's ArabicNormalizer, plus presentation forms,
 * Persian kaf and ya, alef wasla and U+061C. */
#include "text/character.h"

enum {
  PUN = CHARACTER_PUNCT,
  LET = CHARACTER_ARABIC,
  LAT = CHARACTER_LETTER,
  DIG = CHARACTER_DIGIT,
  IGN = CHARACTER_IGNORABLE,
  SPA = CHARACTER_SPACE,
  END = CHARACTER_NEWLINE
};

/* U+0000–U+007F; controls are blanks */
const guint8 tarikh_text_character_ascii_kinds[128] = {
  [0x00 ... 0x09] = SPA, ['\n'] = END,       [0x0b ... 0x0c] = SPA, ['\r'] = END, [0x0e ... 0x20] = SPA,
  ['0' ... '9'] = DIG,   ['A' ... 'Z'] = LAT, ['a' ... 'z'] = LAT,   [0x7f] = SPA,
};

/* U+0600–U+06FF */
const guint8 tarikh_text_character_arabic_kinds[256] = {
  [0x10 ... 0x1a] = IGN, [0x1c] = IGN,          [0x20 ... 0x3f] = LET, [0x40] = IGN,
  [0x41 ... 0x4a] = LET, [0x4b ... 0x5f] = IGN, [0x60 ... 0x69] = DIG, [0x6e ... 0x6f] = LET,
  [0x70] = IGN,          [0x71 ... 0xd3] = LET, [0xd5] = LET,          [0xd6 ... 0xdc] = IGN,
  [0xdf ... 0xe4] = IGN, [0xe5 ... 0xe6] = LET, [0xe7 ... 0xe8] = IGN, [0xea ... 0xed] = IGN,
  [0xee ... 0xef] = LET, [0xf0 ... 0xf9] = DIG, [0xfa ... 0xfc] = LET, [0xff] = LET,
};

/* Letters of U+0600–U+06FF that fold to another; 0: to themselves. */
const guint16 tarikh_text_character_arabic_folds[256] = {
  [0x22] = 0x627, [0x23] = 0x627, [0x25] = 0x627, [0x71 ... 0x73] = 0x627, [0x75] = 0x627, /* alef */
  [0x49] = 0x64a, [0xcc ... 0xce] = 0x64a, [0xd0 ... 0xd1] = 0x64a, [0xd2 ... 0xd3] = 0x64a, /* ya */
  [0x29] = 0x647, [0xbe] = 0x647, [0xc0 ... 0xc3] = 0x647, [0xd5] = 0x647, /* ha, ta marbuta */
  [0xa9 ... 0xaa] = 0x643, [0x3b ... 0x3c] = 0x643, /* kaf */
};

static gboolean
is_format_control (gunichar c)
{
  return c == 0xad || c == 0x180e || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e)
         || (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x206f) || c == 0xfeff || (c >= 0xfe00 && c <= 0xfe0f);
}

static gboolean
is_arabic_letter (gunichar c)
{
  return (c >= 0x750 && c <= 0x77f) || (c >= 0x8a0 && c <= 0x8c9) || (c >= 0xfb50 && c <= 0xfdff && c != 0xfd3e && c != 0xfd3f)
         || (c >= 0xfe70 && c <= 0xfefc);
}

CharacterKind
tarikh_text_character_get_other_kind (gunichar c)
{
  if (is_format_control (c))
    return CHARACTER_IGNORABLE;
  if (is_arabic_letter (c))
    return CHARACTER_ARABIC;
  if (c == 0x85 || c == 0x2028 || c == 0x2029)
    return CHARACTER_NEWLINE;
  switch (g_unichar_type (c)) {
  case G_UNICODE_DECIMAL_NUMBER:
    return CHARACTER_DIGIT;
  case G_UNICODE_NON_SPACING_MARK:
  case G_UNICODE_ENCLOSING_MARK:
  case G_UNICODE_SPACING_MARK:
    return CHARACTER_IGNORABLE;
  case G_UNICODE_CONTROL:
  case G_UNICODE_SPACE_SEPARATOR:
    return CHARACTER_SPACE;
  default:
    return g_unichar_isalpha (c) ? CHARACTER_LETTER : CHARACTER_PUNCT;
  }
}

/* Decomposes C and folds what comes out, marks left out; used for all but ASCII and the Arabic block. */
static gsize
fold_decomposed (gunichar c, gunichar out[CHARACTER_FOLD_MAX])
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gboolean compatible = c >= 0xfb50 && c <= 0xfeff; /* Arabic presentation forms */
  gsize n_parts = g_unichar_fully_decompose (c, compatible, parts, G_N_ELEMENTS (parts));
  gsize n = 0;

  for (gsize i = 0; i < n_parts && n < CHARACTER_FOLD_MAX; i++) {
    gunichar part = parts[i];
    if (tarikh_text_character_get_kind (part) == CHARACTER_IGNORABLE || part == ' ')
      continue;
    if (part - 0x600 < 0x100 && tarikh_text_character_arabic_folds[part - 0x600] != 0)
      part = tarikh_text_character_arabic_folds[part - 0x600];
    out[n++] = g_unichar_tolower (part);
  }
  return n;
}

gsize
tarikh_text_character_fold (gunichar c, gunichar out[CHARACTER_FOLD_MAX])
{
  CharacterKind kind = tarikh_text_character_get_kind (c);

  if (kind == CHARACTER_IGNORABLE)
    return 0;
  if (kind == CHARACTER_DIGIT) {
    out[0] = '0' + (gunichar) g_unichar_digit_value (c);
    return 1;
  }
  if (c - 0x600 < 0x100) {
    gunichar fold = tarikh_text_character_arabic_folds[c - 0x600];
    out[0] = fold != 0 ? fold : c;
    return 1;
  }
  if (c < 0x80) {
    out[0] = (gunichar) g_ascii_tolower ((char) c);
    return 1;
  }
  return fold_decomposed (c, out);
}
