/* time/elapsed: a stretch of time in words, with the plural forms of the language. */
#include "time/wording.h"

/* The row for N of UNIT. The categories are those of CLDR for Arabic, the finest there are among our languages; where a
 * language's table lacks one, the next coarser serves ("two" → "few" → "many" → "other"). */
static void
plural_category (const TarikhDateStyle *style, const char *unit, gint n, char *key, gsize size)
{
  static const char *const categories[] = { "one", "two", "few", "many", "other" };
  gint at = n == 1 ? 0 : n == 2 ? 1 : n % 100 >= 3 && n % 100 <= 10 ? 2 : n % 100 >= 11 ? 3 : 4;

  for (; at < 5; at++) {
    g_snprintf (key, size, "elapsed.%s.%s", unit, categories[at]);
    if (*tarikh_time_get_message (style, key) != '\0')
      return;
  }
}

char *
tarikh_time_format_elapsed (const TarikhDateStyle *style, gint days)
{
  gint years = (gint) (days / 365.2425 + 0.5), months = (gint) (days / 30.436875 + 0.5);
  gboolean in_years = days >= 700 || ABS (days - 365) <= 12;
  const char *unit = in_years ? "year" : days >= 26 ? "month" : "day";
  gint n = in_years ? years : days >= 26 ? months : days;
  char key[48];

  plural_category (style, unit, n, key, sizeof key);
  g_autofree char *number = tarikh_time_format_plain (n);
  return tarikh_time_take_in_digits (
      style, tarikh_time_fill (tarikh_time_get_pattern (style, key, "{n}"), 'n', number, TARIKH_TEMPLATE_END));
}
