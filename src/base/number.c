/* base/number: decimal numbers as text, without a format string to read: dates are written often. */
#include "base/base.h"

#include <string.h>

char *
tarikh_base_write_number (char *out, gint64 number, guint width)
{
  char digits[20];
  guint n = 0;
  guint64 rest = number < 0 ? 0 - (guint64) number : (guint64) number;

  for (; rest > 0 || n == 0; rest /= 10)
    digits[n++] = (char) ('0' + rest % 10);
  if (number < 0) {
    *out++ = '-';
    width -= MIN (width, 1);
  }
  for (guint i = n; i < width; i++)
    *out++ = '0';
  while (n > 0)
    *out++ = digits[--n];
  *out = '\0';
  return out;
}
