/* draw/number: decimal numbers without locale and without printf's exponents. */
#include "draw/number.h"

#include <math.h>

void
tarikh_draw_append_number (GString *out, double value, guint decimals)
{
  gint64 scale = 1;

  for (guint i = 0; i < decimals; i++)
    scale *= 10;
  gint64 units = isfinite (value) && fabs (value) < 1e14 ? llround (value * (double) scale) : 0;
  if (units < 0)
    g_string_append_c (out, '-');
  guint64 size = (guint64) ABS (units);
  g_string_append_printf (out, "%" G_GUINT64_FORMAT, size / (guint64) scale);

  gint64 rest = (gint64) (size % (guint64) scale);
  if (rest > 0)
    g_string_append_c (out, '.');
  while (rest > 0) {
    scale /= 10;
    g_string_append_c (out, (char) ('0' + rest / scale));
    rest %= scale;
  }
}

void
tarikh_draw_append_measure (GString *out, const char *name, double value)
{
  g_string_append_printf (out, " %s=\"", name);
  tarikh_draw_append_number (out, value, 2);
  g_string_append_c (out, '"');
}
