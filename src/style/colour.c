/* style/colour: colours as a style sheet writes them, and the contrast between two. */
#include "style/style.h"

#include <math.h>
#include <string.h>

static gboolean
parse_hex (const char *text, gsize n_digits, double *value)
{
  guint number = 0;

  for (gsize i = 0; i < n_digits; i++) {
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
    number = number * 16 + (guint) g_ascii_xdigit_value (text[i]);
  }
  *value = number / (n_digits == 1 ? 15.0 : 255.0);
  return TRUE;
}

gboolean
tarikh_style_parse_colour (const char *text, TarikhColour *colour)
{
  gsize length = strlen (text);
  gsize n_digits = length == 4 ? 1 : 2;
  TarikhColour c = { .alpha = 1 };

  if (text[0] != '#' || (length != 4 && length != 7 && length != 9))
    return FALSE;
  if (!parse_hex (text + 1, n_digits, &c.red) || !parse_hex (text + 1 + n_digits, n_digits, &c.green)
      || !parse_hex (text + 1 + 2 * n_digits, n_digits, &c.blue))
    return FALSE;
  if (length == 9 && !parse_hex (text + 7, 2, &c.alpha))
    return FALSE;
  *colour = c;
  return TRUE;
}

/* Relative luminance, WCAG 2.1. */
static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (TarikhColour c)
{
  return 0.2126 * linear (c.red) + 0.7152 * linear (c.green) + 0.0722 * linear (c.blue);
}

double
tarikh_style_contrast (TarikhColour a, TarikhColour b)
{
  double one = luminance (a), other = luminance (b);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}
