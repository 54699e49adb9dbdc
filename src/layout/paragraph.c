/* layout/paragraph: cleans, isolates, measures and breaks one text. Typographic law lives here: no line ends behind a
 * number that counts what follows, behind a one-letter word, or inside a quotation of two words; none begins with a
 * lone last word if it can be helped. Places nothing. */
#include "layout/paragraph.h"

#include <math.h>
#include <string.h>

#include "layout/linebreak.h"
#include "layout/text.h"

#define MM_PER_PT (25.4 / 72.0)
#define PENALTY_NAME 0.08    /* inside a run of the other script */
#define PENALTY_NUMBER 0.25 /* before a number: a year stays with its month */
#define PENALTY_QUOTE 0.05   /* inside a longer quotation */
#define MOST_QUOTED 40       /* characters of a text that a note shows */
#define PENALTY_ORPHAN 0.15  /* before a short last word */
#define MOST_OVERSHOOT 0.2   /* of a line, that ink may reach beyond it */

/* ---- units ---- */

/* One unit of the text, before its breaks are judged. */
typedef struct {
  const char *start, *end; /* without the blank behind */
  guint n_letters;
  gboolean is_number;
  gboolean in_isolate, opens_quote, closes_quote, opens_aside;
} Word;

typedef struct {
  GArray *units; /* TarikhBreakUnit */
  GArray *words; /* Word, parallel */
  gboolean overfull;
} Units;

static void
units_clear (Units *units)
{
  g_clear_pointer (&units->units, g_array_unref);
  g_clear_pointer (&units->words, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Units, units_clear)

static void
note_character (Word *word, gunichar c, gint *isolates)
{
  GUnicodeType type = g_unichar_type (c);

  if (c >= 0x2066 && c <= 0x2068)
    (*isolates)++;
  else if (c == 0x2069)
    (*isolates)--;
  if (g_unichar_isalnum (c)) {
    word->is_number = g_unichar_isdigit (c) && (word->n_letters == 0 || word->is_number);
    word->n_letters++;
  }
  word->opens_quote = word->opens_quote || type == G_UNICODE_INITIAL_PUNCTUATION;
  word->opens_aside = word->opens_aside || type == G_UNICODE_OPEN_PUNCTUATION;
  word->closes_quote = word->closes_quote || type == G_UNICODE_FINAL_PUNCTUATION;
}

static void
push_unit (Units *units, Word *word, TarikhBreakUnit *unit, const char *end, gint isolates)
{
  word->end = end;
  word->in_isolate = isolates > 0;
  g_array_append_val (units->words, *word);
  g_array_append_val (units->units, *unit);
  *word = (Word){ .start = end };
  *unit = (TarikhBreakUnit){ 0 };
}

/* Cuts TEXT at every place where a line may end, and inside what is wider than LIMIT. */
static void
collect_units (const char *text, const TarikhAdvances *advances, double limit, Units *units)
{
  Word word = { .start = text };
  TarikhBreakUnit unit = { 0 };
  gint isolates = 0;
  guint i = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), i++) {
    gunichar c = g_utf8_get_char (p);
    gboolean too_wide = advances->is_cluster[i] && unit.width + advances->advances[i] > limit && unit.width > 0;
    if (p > word.start && ((advances->may_break[i] && p[-1] == ' ') || (too_wide && c != ' '))) {
      units->overfull = units->overfull || !advances->may_break[i];
      push_unit (units, &word, &unit, p, isolates);
    }
    if (c == ' ')
      unit.blank += advances->advances[i];
    else {
      unit.width += unit.blank + advances->advances[i];
      unit.blank = 0;
    }
    note_character (&word, c, &isolates);
  }
  if (*word.start != '\0')
    push_unit (units, &word, &unit, text + strlen (text), isolates);
}

/* ---- penalties ---- */

static gboolean
is_split_inside (const Word *word)
{
  return word->end > word->start && word->end[-1] != ' ' && *word->end != '\0';
}

/* How many words the quotation that opens at INDEX has; 0 when it does not close soon. */
static guint
quotation_length (const GArray *words, guint index)
{
  for (guint i = index; i < words->len && i < index + 12; i++)
    if (g_array_index (words, Word, i).closes_quote)
      return i - index + 1;
  return 0;
}

static double
judge_break (const GArray *words, guint i, guint quote_left, guint quote_length)
{
  const Word *word = &g_array_index (words, Word, i);
  const Word *next = &g_array_index (words, Word, i + 1);
  double penalty = 0;

  if (is_split_inside (word))
    return 0; /* forced inside a word: as good as any */
  if (next->opens_aside)
    return 0; /* before what stands in brackets */
  if ((word->is_number && !next->is_number && next->n_letters > 0) || word->n_letters == 1 || next->n_letters == 0)
    return INFINITY; /* a number and its noun; a lone letter; a dash before a line */
  if (word->n_letters == 0)
    return 0; /* behind a dash or a dot between two parts */
  if (quote_left > 1)
    penalty += quote_length <= 2 ? INFINITY : PENALTY_QUOTE;
  if (word->in_isolate)
    penalty += PENALTY_NAME;
  if (next->is_number)
    penalty += PENALTY_NUMBER;
  if (i + 2 == words->len && next->n_letters < 8)
    penalty += PENALTY_ORPHAN;
  return penalty;
}

static void
set_penalties (Units *units)
{
  guint quote_left = 0, quote_length = 0;

  for (guint i = 0; i + 1 < units->words->len; i++) {
    if (g_array_index (units->words, Word, i).opens_quote)
      quote_left = quote_length = quotation_length (units->words, i);
    g_array_index (units->units, TarikhBreakUnit, i).penalty
        = judge_break (units->words, i, quote_left, quote_length);
    quote_left -= quote_left > 0;
  }
}

/* ---- lines ---- */

static void
clear_line (gpointer data)
{
  g_free (((TarikhSetLine *) data)->text);
}

static void
append_line (TarikhParagraph *paragraph, char *text, const TarikhLineExtents *extents)
{
  TarikhSetLine line = { .text = text,
                         .width_mm = extents->width * MM_PER_PT,
                         .ink_x_mm = extents->ink_x * MM_PER_PT,
                         .ink_y_mm = extents->ink_y * MM_PER_PT,
                         .ink_width_mm = extents->ink_width * MM_PER_PT,
                         .ink_height_mm = extents->ink_height * MM_PER_PT };

  g_array_append_val (paragraph->lines, line);
  paragraph->width_mm = MAX (paragraph->width_mm, line.width_mm);
  paragraph->height_mm = paragraph->lines->len * paragraph->line_mm;
}

static void
append_range (TarikhParagraph *paragraph, TarikhMeasure *measure, const char *start, const char *end)
{
  TarikhLineExtents extents;

  while (end > start && end[-1] == ' ')
    end--;
  /* With the blank behind it, so that "Inc." keeps its full stop at the end of a line that others follow. */
  char *text = tarikh_layout_text_isolate (start, (gsize) (end - start) + (*end == ' '),
                                           tarikh_layout_measure_is_right_to_left (measure));
  g_strchomp (text);
  tarikh_layout_measure_extents (measure, &paragraph->font, text, &extents);
  append_line (paragraph, text, &extents);
}

static void
break_into_lines (TarikhParagraph *paragraph, TarikhMeasure *measure, const char *text,
                  const TarikhAdvances *advances, double width_pt)
{
  g_auto (Units) units = { g_array_new (FALSE, FALSE, sizeof (TarikhBreakUnit)),
                           g_array_new (FALSE, FALSE, sizeof (Word)), FALSE };

  collect_units (text, advances, width_pt * 0.98, &units);
  set_penalties (&units);
  g_autofree guint *ends = g_new (guint, units.units->len + 1);
  guint n = tarikh_layout_break_lines ((const TarikhBreakUnit *) (gpointer) units.units->data, units.units->len,
                                       width_pt, ends);
  for (guint i = 0, first = 0; i < n; first = ends[i], i++)
    append_range (paragraph, measure, g_array_index (units.words, Word, first).start,
                  g_array_index (units.words, Word, ends[i] - 1).end);
  paragraph->overfull = units.overfull;
}

/* ---- glyphs that no font has ---- */

/* What a text cannot do without: letters, marks, digits, money. */
static gboolean
is_letter_like (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

static void
note_sign (TarikhMeasure *measure, gunichar c, const char *sign)
{
  g_autofree char *detail = g_strdup_printf ("U+%04X %s", c, sign);

  tarikh_layout_measure_note (measure, TARIKH_NOTE_SIGN_MISSING, detail);
}

/* TEXT without the signs that no font has; a letter stays when boxes are allowed, else NULL with an error. Takes TEXT. */
static char *
take_covered (TarikhMeasure *measure, const TarikhFont *font, char *text, GError **error)
{
  g_autofree char *whole = text;
  g_autoptr (GString) out = g_string_new (NULL);

  if (tarikh_layout_measure_cover (measure, font, whole))
    return g_steal_pointer (&whole);
  for (const char *p = whole; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    char one[8] = { 0 };
    g_unichar_to_utf8 (c, one);
    if (c < 0x80 || tarikh_layout_measure_cover (measure, font, one))
      g_string_append (out, one);
    else if (!is_letter_like (c))
      note_sign (measure, c, one);
    else if (tarikh_layout_measure_accept_missing (measure, c, error))
      g_string_append (out, one);
    else
      return NULL;
  }
  return g_strdup (g_strstrip (out->str));
}

/* Marks heaped upon each other reach beyond the line that the font asks for: then all lines get the room. */
static void
make_room_for_heaps (TarikhParagraph *paragraph)
{
  double above = 0, below = 0, tolerance = paragraph->line_mm * MOST_OVERSHOOT;

  for (guint i = 0; i < paragraph->lines->len; i++) {
    const TarikhSetLine *line = &g_array_index (paragraph->lines, TarikhSetLine, i);
    above = fmax (above, -line->ink_y_mm - paragraph->ascent_mm);
    below = fmax (below, line->ink_y_mm + line->ink_height_mm - (paragraph->line_mm - paragraph->ascent_mm));
  }
  if (above <= tolerance && below <= tolerance)
    return;
  paragraph->ascent_mm += above;
  paragraph->line_mm += above + below;
  paragraph->height_mm = paragraph->lines->len * paragraph->line_mm;
}

/* TEXT as it may be set; notes what was lost of it, with its beginning. (transfer full) */
static char *
clean (TarikhMeasure *measure, const char *text)
{
  guint changes;
  char *cleaned = tarikh_layout_text_clean (text, &changes);
  const char *end = g_utf8_strlen (cleaned, -1) > MOST_QUOTED ? g_utf8_offset_to_pointer (cleaned, MOST_QUOTED) : NULL;
  g_autofree char *start = end != NULL ? g_strndup (cleaned, (gsize) (end - cleaned)) : g_strdup (cleaned);
  g_autofree char *detail = g_strconcat (start, end != NULL ? "…" : "", NULL);

  if (changes & TARIKH_TEXT_CLEANED)
    tarikh_layout_measure_note (measure, TARIKH_NOTE_TEXT_CLEANED, detail);
  if (changes & TARIKH_TEXT_CUT)
    tarikh_layout_measure_note (measure, TARIKH_NOTE_TEXT_CUT, detail);
  return cleaned;
}

TarikhParagraph *
tarikh_layout_paragraph_new (TarikhMeasure *measure, const TarikhFont *font, double leading, const char *text,
                             double width_mm, GError **error)
{
  g_autoptr (TarikhParagraph) paragraph = g_new0 (TarikhParagraph, 1);
  gboolean right_to_left = tarikh_layout_measure_is_right_to_left (measure);
  g_auto (TarikhAdvances) advances = { 0 };
  TarikhLineExtents extents;
  double ascent, descent;

  paragraph->font = *font;
  paragraph->lines = g_array_new (FALSE, FALSE, sizeof (TarikhSetLine));
  g_array_set_clear_func (paragraph->lines, clear_line);
  tarikh_layout_measure_metrics (measure, font, &ascent, &descent);
  paragraph->line_mm = (ascent + descent) * leading * MM_PER_PT;
  paragraph->ascent_mm = paragraph->line_mm - (descent + (ascent + descent) * (leading - 1) / 2) * MM_PER_PT;

  paragraph->text = clean (measure, text);
  g_autofree char *isolated = tarikh_layout_text_isolate (paragraph->text, strlen (paragraph->text), right_to_left);
  tarikh_layout_measure_advances (measure, font, isolated, &advances, &extents);
  if (extents.n_unknown > 0) {
    paragraph->text = take_covered (measure, font, paragraph->text, error);
    if (paragraph->text == NULL)
      return NULL;
    g_free (isolated);
    isolated = tarikh_layout_text_isolate (paragraph->text, strlen (paragraph->text), right_to_left);
    tarikh_layout_advances_clear (&advances);
    tarikh_layout_measure_advances (measure, font, isolated, &advances, &extents);
  }
  if (extents.width * MM_PER_PT <= width_mm)
    append_line (paragraph, g_steal_pointer (&isolated), &extents);
  else
    break_into_lines (paragraph, measure, isolated, &advances, width_mm / MM_PER_PT);
  make_room_for_heaps (paragraph);
  return g_steal_pointer (&paragraph);
}

/* How many characters a reader sees in TEXT: neither blanks nor isolates. */
static gsize
count_seen (const char *text)
{
  gsize n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    n += c != ' ' && (c < 0x2066 || c > 0x2069);
  }
  return n;
}

/* Where the text goes on behind N characters that are seen. */
static const char *
skip_seen (const char *text, gsize n)
{
  const char *p = text;

  for (; *p != '\0' && (n > 0 || *p == ' '); p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    n -= c != ' ' && (c < 0x2066 || c > 0x2069);
  }
  return p;
}

static void
measure_lines (TarikhParagraph *paragraph)
{
  paragraph->width_mm = 0;
  for (guint i = 0; i < paragraph->lines->len; i++)
    paragraph->width_mm = fmax (paragraph->width_mm, g_array_index (paragraph->lines, TarikhSetLine, i).width_mm);
  paragraph->height_mm = paragraph->lines->len * paragraph->line_mm;
}

TarikhParagraph *
tarikh_layout_paragraph_split (TarikhParagraph *paragraph, guint n_lines)
{
  TarikhParagraph *rest = g_new0 (TarikhParagraph, 1);
  gsize n_seen = 0;

  *rest = *paragraph;
  for (guint i = 0; i < n_lines; i++)
    n_seen += count_seen (g_array_index (paragraph->lines, TarikhSetLine, i).text);
  char *cut = (char *) skip_seen (paragraph->text, n_seen);
  rest->text = g_strdup (cut);
  *cut = '\0';
  g_strchomp (paragraph->text);

  rest->lines = g_array_new (FALSE, FALSE, sizeof (TarikhSetLine));
  g_array_set_clear_func (rest->lines, clear_line);
  for (guint i = n_lines; i < paragraph->lines->len; i++) {
    TarikhSetLine *line = &g_array_index (paragraph->lines, TarikhSetLine, i);
    g_array_append_vals (rest->lines, line, 1);
    line->text = NULL; /* REST has it */
  }
  g_array_set_size (paragraph->lines, n_lines);
  measure_lines (paragraph);
  measure_lines (rest);
  return rest;
}

void
tarikh_layout_paragraph_free (TarikhParagraph *paragraph)
{
  if (paragraph == NULL)
    return;
  g_free (paragraph->text);
  g_clear_pointer (&paragraph->lines, g_array_unref);
  g_free (paragraph);
}
