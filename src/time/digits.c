/* time/digits: numbers in the digits of a script. */
#include "time/wording.h"

#include <string.h>

static gunichar
zero_digit (const TarikhDateStyle *style)
{
  const char *name = tarikh_time_get_message (style, "digits");

  switch (style->digits) {
  case TARIKH_DIGITS_LATN:
    return '0';
  case TARIKH_DIGITS_ARAB:
    return 0x0660;
  case TARIKH_DIGITS_ARABEXT:
    return 0x06f0;
  default:
    return strcmp (name, "arab") == 0 ? 0x0660 : strcmp (name, "arabext") == 0 ? 0x06f0 : '0';
  }
}

char *
tarikh_time_take_in_digits (const TarikhDateStyle *style, char *text)
{
  gunichar zero = zero_digit (style);

  if (zero == '0')
    return text;
  GString *out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_unichar (out, zero + (gunichar) (*p - '0'));
    else
      g_string_append_c (out, *p);
  g_free (text);
  return g_string_free (out, FALSE);
}

char *
tarikh_time_format_plain (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

char *
tarikh_time_format_number (const TarikhDateStyle *style, gint64 number)
{
  return tarikh_time_take_in_digits (style, tarikh_time_format_plain (number));
}
