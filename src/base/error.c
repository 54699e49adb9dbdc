/* base/error: the one error domain, and text made safe for one-line messages. */
#include "base/base.h"

GQuark
tarikh_base_error_quark (void)
{
  return g_quark_from_static_string ("tarikh-error");
}

static gboolean
is_unsafe (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x200e || c == 0x200f || c == 0x061c
         || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029;
}

char *
tarikh_base_printable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c == '\n' || c == '\t' || c == '\r')
      g_string_append_c (out, ' ');
    else
      g_string_append_unichar (out, is_unsafe (c) ? 0xfffd : c);
  }
  return g_string_free (out, FALSE);
}
