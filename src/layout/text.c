/* layout/text: cleans what comes from a story before it is shaped, and isolates runs of the other direction. Caps are
 * chosen so that shaping stays linear (a shaper gives up at 65536 marks on a base). Never changes a letter. */
#include "layout/text.h"

#include <string.h>

#define MOST_MARKS 8
#define MOST_CHARACTERS 2000
#define LEFT_TO_RIGHT_ISOLATE 0x2066
#define RIGHT_TO_LEFT_ISOLATE 0x2067
#define POP_ISOLATE 0x2069
#define ELLIPSIS 0x2026

/* ---- cleaning ---- */

typedef struct {
  gunichar first, last;
} Range;

/* Marks of direction and joining that a text may not bring (it keeps ZWNJ and ZWJ), noncharacters, pictures. */
static const Range dropped[] = {
  { 0x00ad, 0x00ad },   { 0x061c, 0x061c },   { 0x200b, 0x200b },   { 0x200e, 0x200f },     { 0x202a, 0x202e },
  { 0x2060, 0x206f },   { 0x2600, 0x27bf },   { 0xe000, 0xf8ff },   { 0xfdd0, 0xfdef },     { 0xfe00, 0xfe0f },
  { 0xfeff, 0xfeff },   { 0xfff0, 0xfffc },   { 0x1f000, 0x1faff }, { 0xe0000, 0x10ffff },
};

static gboolean
is_dropped (gunichar c)
{
  if (c < 0x20 || (c >= 0x7f && c < 0xa0) || (c & 0xfffe) == 0xfffe)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (dropped); i++)
    if (c >= dropped[i].first && c <= dropped[i].last)
      return TRUE;
  return !g_unichar_isdefined (c);
}

/* Not one of the invisible marks that newsrooms' own programs leave in plain text: nobody needs to hear that those went. */
static gboolean
is_worth_a_note (gunichar c)
{
  return c != 0xad && c != 0x61c && c != 0xfeff && !(c >= 0x200b && c <= 0x200f) && !(c >= 0x2060 && c <= 0x206f);
}

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0x3000
         || (c >= 0x2000 && c <= 0x200a);
}

static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK || type == G_UNICODE_SPACING_MARK;
}

/* Where to cut OUT, which is as long as may be: behind its last word. */
static void
cut_at_word (GString *out)
{
  const char *blank = strrchr (out->str, ' ');

  if (blank != NULL && blank > out->str)
    g_string_truncate (out, (gsize) (blank - out->str));
  g_string_append_unichar (out, ELLIPSIS);
}

char *
tarikh_layout_text_clean (const char *text, guint *changes)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *out = g_string_new (NULL);
  guint n_marks = MOST_MARKS, n = 0; /* a mark without a base is not set */
  guint lost = strcmp (valid, text) != 0 ? TARIKH_TEXT_CLEANED : 0;

  for (const char *p = composed != NULL ? composed : valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (is_blank (c))
      c = ' ';
    if (c != ' ' && is_dropped (c)) {
      lost |= is_worth_a_note (c) ? TARIKH_TEXT_CLEANED : 0;
      continue;
    }
    n_marks = is_mark (c) ? n_marks + 1 : 0;
    lost |= n_marks > MOST_MARKS ? TARIKH_TEXT_CLEANED : 0;
    if (n_marks > MOST_MARKS || (c == ' ' && (out->len == 0 || out->str[out->len - 1] == ' ')))
      continue;
    if (n++ >= MOST_CHARACTERS) {
      cut_at_word (out);
      lost |= TARIKH_TEXT_CUT;
      break;
    }
    g_string_append_unichar (out, c);
  }
  if (changes != NULL)
    *changes = lost;
  return g_strchomp (g_string_free (out, FALSE));
}

/* ---- isolates ---- */

typedef enum { KIND_NEUTRAL, KIND_LEFT_TO_RIGHT, KIND_RIGHT_TO_LEFT, KIND_DIGIT } Kind;

static gboolean
is_right_to_left_letter (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff)
         || (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff);
}

static Kind
classify (gunichar c)
{
  if (g_unichar_isdigit (c))
    return KIND_DIGIT;
  if (!g_unichar_isalpha (c))
    return KIND_NEUTRAL;
  return is_right_to_left_letter (c) ? KIND_RIGHT_TO_LEFT : KIND_LEFT_TO_RIGHT;
}

/* The character may stand inside a foreign run; whether it does depends on what follows. */
static gboolean
is_glue (gunichar c)
{
  return c < 0x80 ? strchr (" .,-&'/+#@:_", (int) c) != NULL && c != 0 : c == 0x2019 || c == 0xa0;
}

/* The end of the run of FOREIGN letters and digits that starts at START: behind its last letter, or, for left-to-right
 * names ("Vision 2030"), its last digit; a number behind a right-to-left name belongs to the sentence. *HAS_LETTER and
 * *HAS_HYPHEN tell what is inside. */
static const char *
find_run_end (const char *start, const char *end, Kind foreign, gboolean *has_letter, gboolean *has_hyphen)
{
  const char *last = start;
  gboolean hyphen = FALSE;

  *has_letter = *has_hyphen = FALSE;
  for (const char *p = start; p < end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    Kind kind = classify (c);
    if (kind == foreign || kind == KIND_DIGIT || is_mark (c)) {
      *has_letter = *has_letter || kind == foreign;
      *has_hyphen = *has_hyphen || hyphen;
      if (kind != KIND_DIGIT || foreign == KIND_LEFT_TO_RIGHT)
        last = g_utf8_next_char (p);
    } else if (!is_glue (c)) {
      break;
    } else {
      hyphen = c == '-';
      if (c == ' ' && !*has_letter)
        break; /* two numbers are two runs */
    }
  }
  /* "Inc." keeps its full stop when the sentence goes on. */
  if (*has_letter && last + 1 < end && last[0] == '.' && last[1] == ' ')
    last++;
  return last;
}

static void
append_without_isolates (GString *out, const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c < LEFT_TO_RIGHT_ISOLATE || c > POP_ISOLATE)
      g_string_append_unichar (out, c);
  }
}

char *
tarikh_layout_text_isolate (const char *line, gsize length, gboolean right_to_left)
{
  g_autoptr (GString) plain = g_string_sized_new (length + 1);
  GString *out = g_string_sized_new (length + 8);
  Kind foreign = right_to_left ? KIND_LEFT_TO_RIGHT : KIND_RIGHT_TO_LEFT;

  append_without_isolates (plain, line, length);
  const char *end = plain->str + plain->len;
  for (const char *p = plain->str; p < end;) {
    Kind kind = classify (g_utf8_get_char (p));
    gboolean has_letter = FALSE, has_hyphen = FALSE;
    const char *next = g_utf8_next_char (p);
    if (kind == foreign || (kind == KIND_DIGIT && right_to_left))
      next = find_run_end (p, end, foreign, &has_letter, &has_hyphen);
    gboolean isolate = has_letter || has_hyphen;
    if (isolate)
      g_string_append_unichar (out, right_to_left ? LEFT_TO_RIGHT_ISOLATE : RIGHT_TO_LEFT_ISOLATE);
    g_string_append_len (out, p, next - p);
    if (isolate)
      g_string_append_unichar (out, POP_ISOLATE);
    p = next;
  }
  return g_string_free (out, FALSE);
}
