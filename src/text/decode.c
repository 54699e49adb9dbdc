/* text/decode: bytes from outside → UTF-8 that every other room may trust. */
#include "text/text.h"

#include <string.h>

static void
set_place_error (GError **error, const char *name, const char *data, const char *bad)
{
  g_autofree char *printable = tarikh_base_printable (name);
  guint line = 1;
  const char *line_start = data;

  for (const char *p = data; p < bad; p++)
    if (*p == '\n') {
      line++;
      line_start = p + 1;
    }
  if (*bad == '\0')
    g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_FORMAT, "%s:%u: not text (NUL byte, column %u)", printable, line,
                 (guint) (bad - line_start) + 1);
  else
    g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_FORMAT, "%s:%u: not UTF-8 (byte 0x%02X, column %u)", printable, line,
                 (guchar) *bad, (guint) (bad - line_start) + 1);
}

char *
tarikh_text_decode (const char *name, const char *data, gsize length, gsize *length_out, GError **error)
{
  const char *bad;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0) {
    data += 3;
    length -= 3;
  }
  if (!g_utf8_validate_len (data, length, &bad)) {
    set_place_error (error, name, data, bad);
    return NULL;
  }
  if (length_out != NULL)
    *length_out = length;
  return g_strndup (data, length);
}
