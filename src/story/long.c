/* story/long: the one long string of a JSON text, which is the story itself. A JSON library looks at every byte of it
 * several times; here it is found by its quotation marks, stands aside while the library reads the rest, and is copied
 * once. Whatever is not plain about it is left to the library. */
#include "story/long.h"

#include <string.h>

#define WORTH_BYTES 256 /* shorter strings are not worth the trouble */

/* The quotation mark that ends the string whose first byte is P, or NULL. */
static const char *
find_string_end (const char *p, const char *end)
{
  const char *start = p;

  while ((p = memchr (p, '"', (gsize) (end - p))) != NULL) {
    const char *escape = p;
    while (escape > start && escape[-1] == '\\')
      escape--;
    if ((p - escape) % 2 == 0)
      return p;
    p++;
  }
  return NULL;
}

gboolean
tarikh_story_long_find (const char *data, gsize length, StoryLong *found)
{
  const char *end = data + length, *p = data;

  *found = (StoryLong){ NULL, WORTH_BYTES - 1 };
  while ((p = memchr (p, '"', (gsize) (end - p))) != NULL) {
    const char *last = find_string_end (++p, end);
    if (last == NULL)
      return FALSE; /* not JSON */
    if ((gsize) (last - p) > found->length)
      *found = (StoryLong){ p, (gsize) (last - p) };
    p = last + 1;
  }
  return found->start != NULL;
}

char *
tarikh_story_long_cut (const char *data, gsize length, const StoryLong *string, gsize *length_out)
{
  gsize before = (gsize) (string->start - data), after = length - before - string->length;
  gsize mark = strlen (STORY_LONG_MARK_ESCAPED);

  if (g_strstr_len (data, (gssize) before, "\\u0001") != NULL
      || g_strstr_len (data + length - after, (gssize) after, "\\u0001") != NULL)
    return NULL; /* another string might pass for the mark */
  char *rest = g_malloc (before + mark + after);
  memcpy (rest, data, before);
  memcpy (rest + before, STORY_LONG_MARK_ESCAPED, mark);
  memcpy (rest + before + mark, data + length - after, after);
  *length_out = before + mark + after;
  return rest;
}

/* Reads the four hexadecimal digits at P; -1 when they are none or reach END. */
static gint
read_hex (const char *p, const char *end)
{
  gint value = 0;

  if (end - p < 4)
    return -1;
  for (guint i = 0; i < 4; i++) {
    gint digit = g_ascii_xdigit_value (p[i]);
    if (digit < 0)
      return -1;
    value = value * 16 + digit;
  }
  return value;
}

/* Reads what follows "\u" at *P, a pair of surrogates too; 0 when it is no character. */
static gunichar
read_code_point (const char **p, const char *end)
{
  gint first = read_hex (*p, end);

  if (first <= 0 || (first >= 0xdc00 && first <= 0xdfff))
    return 0;
  *p += 4;
  if (first < 0xd800 || first > 0xdbff)
    return (gunichar) first;
  gint second = end - *p >= 6 && (*p)[0] == '\\' && (*p)[1] == 'u' ? read_hex (*p + 2, end) : -1;
  if (second < 0xdc00 || second > 0xdfff)
    return 0;
  *p += 6;
  return 0x10000 + ((gunichar) (first - 0xd800) << 10) + (gunichar) (second - 0xdc00);
}

/* Reads the escape after the backslash at *P, appends what it stands for at OUT; its length, 0 when it is none. */
static gsize
read_escape (const char **p, const char *end, char *out)
{
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  char letter = *p < end ? *(*p)++ : '\0';
  const char *known = letter != '\0' ? strchr (letters, letter) : NULL;

  if (known != NULL) {
    *out = meanings[known - letters];
    return 1;
  }
  gunichar c = letter == 'u' ? read_code_point (p, end) : 0;
  return c != 0 ? (gsize) g_unichar_to_utf8 (c, out) : 0;
}

/* TRUE when there is a control character in the LENGTH bytes at P. */
static gboolean
has_control (const char *p, gsize length)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 bytes, found = 0;

  for (; length >= 8; p += 8, length -= 8) { /* a byte below 0x20 borrows, which sets its top bit */
    memcpy (&bytes, p, 8);
    found |= (bytes - ones * 0x20) & ~bytes;
  }
  if ((found & ones << 7) != 0)
    return TRUE;
  for (gsize i = 0; i < length; i++)
    if ((guchar) p[i] < 0x20)
      return TRUE;
  return FALSE;
}

char *
tarikh_story_long_decode (const StoryLong *string, gsize *length_out)
{
  const char *p = string->start, *end = p + string->length;

  if (has_control (p, string->length) || !g_utf8_validate_len (p, string->length, NULL))
    return NULL;
  g_autofree char *text = g_malloc (string->length + 1); /* an escape is longer than what it stands for */
  char *out = text;
  while (p < end) {
    const char *escape = memchr (p, '\\', (gsize) (end - p));
    gsize plain = (gsize) ((escape != NULL ? escape : end) - p);
    memcpy (out, p, plain);
    out += plain;
    p += plain;
    if (escape == NULL)
      break;
    p++;
    gsize n = read_escape (&p, end, out);
    if (n == 0)
      return NULL;
    out += n;
  }
  *out = '\0';
  *length_out = (gsize) (out - text);
  return g_steal_pointer (&text);
}
