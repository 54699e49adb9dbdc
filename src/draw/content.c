/* draw/content: a scanner for PDF content streams (ISO 32000-1, 7.8.2), just deep enough to tell operators from strings.
 * Changes no operator; only adds marked-content brackets between them. */
#include "draw/content.h"

#include <string.h>

typedef struct {
  const char *data;
  gsize length, place;
} Scanner;

typedef struct {
  const char *start;
  gsize length;
} Token;

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_delimiter (char c)
{
  return strchr ("()<>[]{}/%", c) != NULL && c != '\0';
}

/* Past a literal string, brackets inside it balanced. */
static gsize
skip_string (const Scanner *s, gsize i)
{
  gint depth = 0;

  for (; i < s->length; i++) {
    if (s->data[i] == '\\')
      i++;
    else if (s->data[i] == '(')
      depth++;
    else if (s->data[i] == ')' && --depth == 0)
      return i + 1;
  }
  return s->length;
}

static gsize
skip_regular (const Scanner *s, gsize i)
{
  while (i < s->length && !is_space (s->data[i]) && !is_delimiter (s->data[i]))
    i++;
  return i;
}

static gsize
find_end (const Scanner *s, gsize i)
{
  const char *rest = s->data + i;

  switch (*rest) {
  case '(': return skip_string (s, i);
  case '/': return skip_regular (s, i + 1);
  case '<':
  case '>': return i + 1 < s->length && rest[1] == *rest ? i + 2 : i + 1;
  case '[':
  case ']':
  case '{':
  case '}':
  case ')': return i + 1;
  case '%':
    while (i < s->length && s->data[i] != '\n' && s->data[i] != '\r')
      i++;
    return i;
  default: return skip_regular (s, i);
  }
}

static gboolean
read_token (Scanner *s, Token *token)
{
  while (s->place < s->length && is_space (s->data[s->place]))
    s->place++;
  if (s->place >= s->length)
    return FALSE;
  gsize end = find_end (s, s->place);
  *token = (Token){ s->data + s->place, MAX (end, s->place + 1) - s->place };
  s->place += token->length;
  return TRUE;
}

static gboolean
is (const Token *token, const char *text)
{
  return token->length == strlen (text) && memcmp (token->start, text, token->length) == 0;
}

/* TRUE when the number that follows the name "/MCID" is EXPECTED. */
static gboolean
is_next_mcid (Scanner *s, gint expected)
{
  Token number;
  g_autofree char *wanted = g_strdup_printf ("%d", expected);

  return read_token (s, &number) && is (&number, wanted);
}

typedef struct {
  Scanner scanner;
  GString *out;
  gsize copied;     /* up to here the content is in OUT */
  gsize operands;   /* where the operands of the operator to come begin */
  gint depth;       /* marked-content brackets open */
  gboolean in_part; /* between the brackets of an MCID */
  gint parts;
  gboolean has_mcid; /* among the operands */
  gboolean is_bad;
} Wrapping;

static void
copy_up_to (Wrapping *w, gsize place)
{
  g_string_append_len (w->out, w->scanner.data + w->copied, (gssize) (place - w->copied));
  w->copied = place;
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!is_space (text[i]))
      return FALSE;
  return TRUE;
}

/* Copies what stands between two parts, up to PLACE, as an artifact if it is anything. */
static void
copy_artifact (Wrapping *w, gsize place)
{
  if (is_blank (w->scanner.data + w->copied, place - w->copied)) {
    copy_up_to (w, place);
    return;
  }
  g_string_append (w->out, "\n/Artifact BMC\n");
  copy_up_to (w, place);
  g_string_append (w->out, "\nEMC\n");
}

static void
open_bracket (Wrapping *w)
{
  w->depth++;
  if (!w->has_mcid)
    return;
  w->is_bad |= w->in_part || w->depth != 1;
  copy_artifact (w, w->operands);
  w->in_part = TRUE;
  w->parts++;
}

static void
close_bracket (Wrapping *w)
{
  w->is_bad |= --w->depth < 0;
  if (w->in_part && w->depth == 0) {
    copy_up_to (w, w->scanner.place);
    w->in_part = FALSE;
  }
}

static void
take_operator (Wrapping *w, const Token *token)
{
  if (is (token, "BDC") || is (token, "BMC"))
    open_bracket (w);
  else if (is (token, "EMC"))
    close_bracket (w);
  w->operands = w->scanner.place;
  w->has_mcid = FALSE;
}

static gboolean
is_operator (const Token *token)
{
  return g_ascii_isalpha (*token->start) || *token->start == '\'' || *token->start == '"';
}

gint
tarikh_draw_wrap_artifacts (GString *out, const char *content, gsize length)
{
  Wrapping w = { .scanner = { content, length, 0 }, .out = out };
  Token token;

  while (read_token (&w.scanner, &token)) {
    if (is (&token, "/MCID")) {
      w.has_mcid = TRUE;
      w.is_bad |= !is_next_mcid (&w.scanner, w.parts);
    } else if (is_operator (&token)) {
      take_operator (&w, &token);
    }
  }
  copy_artifact (&w, length);
  return w.is_bad || w.depth != 0 ? -1 : w.parts;
}
