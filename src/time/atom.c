/* time/atom: looks every word up once and sorts numbers and signs by their shape. Knows no language. */
#include "time/atom.h"

static guint32
shape_punct (gunichar c)
{
  switch (c) {
  case '(':
  case '[': return SHAPE_BIT (OPEN);
  case ')':
  case ']': return SHAPE_BIT (CLOSE);
  case '/':
  case '\\': return SHAPE_BIT (SLASH);
  case '-':
  case 0x2010:
  case 0x2011:
  case 0x2013:
  case 0x2014:
  case 0x2212: return SHAPE_BIT (DASH);
  case ',':
  case 0x060c: return SHAPE_BIT (COMMA);
  case '.': return SHAPE_BIT (DOT);
  case ':': return SHAPE_BIT (COLON);
  case '"':
  case '\'':
  case 0xab:
  case 0xbb:
  case 0x201c:
  case 0x201d: return SHAPE_BIT (QUOTE);
  case '%':
  case 0x66a: return SHAPE_BIT (PERCENT);
  default: return 0;
  }
}

static guint32
shape_number (gint32 value, guint digits)
{
  guint32 shapes = SHAPE_BIT (NUM);

  if (digits <= 2) {
    shapes |= value >= 1 && value <= 31 ? SHAPE_BIT (DAYNUM) : 0;
    shapes |= value >= 1 && value <= 12 ? SHAPE_BIT (MONTHNUM) : 0;
    shapes |= value <= 24 ? SHAPE_BIT (HOURNUM) : 0;
  }
  if (digits == 2)
    shapes |= SHAPE_BIT (TWODIGITS) | (value < 60 ? SHAPE_BIT (MINUTENUM) : 0);
  if (digits == 4) {
    shapes |= value >= 1000 && value < 2200 ? SHAPE_BIT (YEARNUM) : 0;
    shapes |= value < 2400 && value % 100 < 60 ? SHAPE_BIT (CLOCKNUM) : 0;
  }
  return shapes;
}

/* TRUE when token INDEX is a sign between two numbers that it touches on both sides. */
static gboolean
is_inside_number (const TarikhText *text, guint index)
{
  if (index == 0 || index + 1 >= text->n_tokens)
    return FALSE;
  const TarikhToken *t = &text->tokens[index];
  return t->kind == TARIKH_TOKEN_PUNCT && !t->spaced && !t[1].spaced && t[-1].kind == TARIKH_TOKEN_NUMBER
         && t[1].kind == TARIKH_TOKEN_NUMBER;
}

static gboolean
is_grouping (gunichar c)
{
  return c == ',' || c == 0x66c || c == 0x060c || c == 0x2019;
}

/* A number whose first group is token INDEX: "1,500" is one atom. */
static void
cut_number (const TarikhText *text, guint index, Atom *atom)
{
  const TarikhToken *t = &text->tokens[index];
  gint64 value = t->number;
  guint n = 1;

  if (index > 1 && is_inside_number (text, index - 1)) {
    gint32 sign = t[-1].number;
    atom->inner = is_grouping ((gunichar) sign) || sign == '.' || sign == 0x66b || sign == ':' || sign == '/';
  }
  while (value >= 0 && t->fold_length <= 3 && is_inside_number (text, index + n)
         && is_grouping ((gunichar) text->tokens[index + n].number) && text->tokens[index + n + 1].fold_length == 3) {
    value = value * 1000 + text->tokens[index + n + 1].number;
    n += 2;
    if (value > 999999999)
      value = -1;
  }
  if (value < 0)
    return;
  atom->number = (gint32) value;
  atom->n_tokens = (guint8) MIN (n, 9);
  atom->shapes = n > 1 ? SHAPE_BIT (NUM) : shape_number (atom->number, t->fold_length);
}

static void
cut_word (const TarikhText *text, const TarikhLexicon *lexicon, guint index, Atom *atom)
{
  TarikhLexiconHit hit;

  if (!tarikh_lexicon_match_before (lexicon, text, index, TARIKH_LEXICON_TIME_END, &hit))
    return;
  atom->lexemes = hit.lexemes;
  atom->n_lexemes = (guint8) MIN (hit.n_lexemes, 255);
  atom->n_tokens = (guint8) MIN (hit.n_tokens, 255);
  atom->clitic_bytes = (guint8) MIN (hit.outer_bytes, 255);
  atom->dress = (guint8) ((hit.clitics & TARIKH_CLITIC_AND ? DRESS_AND : 0)
                          | (hit.clitics & (TARIKH_CLITIC_PREPOSITION | TARIKH_CLITIC_FUTURE) ? DRESS_PREPOSITION : 0)
                          | (hit.clitics & TARIKH_CLITIC_ARTICLE ? DRESS_ARTICLE : 0));
}

Atom *
tarikh_time_atom_cut (const TarikhText *text, const TarikhLexicon *lexicon)
{
  Atom *atoms = g_new (Atom, text->n_tokens + 1);

  for (guint i = 0; i < text->n_tokens; i++) {
    const TarikhToken *token = &text->tokens[i];
    atoms[i] = (Atom){ .number = -1, .n_tokens = 1 };
    if (token->kind == TARIKH_TOKEN_WORD)
      cut_word (text, lexicon, i, &atoms[i]);
    else if (token->kind == TARIKH_TOKEN_NUMBER && token->number >= 0)
      cut_number (text, i, &atoms[i]);
    else if (token->kind == TARIKH_TOKEN_PUNCT)
      atoms[i].shapes = shape_punct ((gunichar) token->number);
  }
  atoms[text->n_tokens] = (Atom){ 0 };
  return atoms;
}
