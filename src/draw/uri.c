/* draw/uri: an allow-list and percent-encoding (RFC 3986). Cairo and browsers take what they get: "javascript:" or a
 * bracket that closes a PDF string must not reach them. */
#include "draw/uri.h"

#include <string.h>

#define URI_MAX_BYTES 4096

static gboolean
is_followed (const char *href)
{
  static const char *const schemes[] = { "http://", "https://", "mailto:" };

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++) {
    gsize length = strlen (schemes[i]);
    if (g_ascii_strncasecmp (href, schemes[i], length) == 0)
      return href[length] != '\0';
  }
  return FALSE;
}

/* Unreserved and reserved characters, less the brackets and quotes that end strings in PDF, XML or CSS. */
static gboolean
is_kept (const char *p)
{
  if (*p == '%')
    return g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]);
  return g_ascii_isalnum (*p) || strchr ("-._~:/?#[]@!$&*+,;=", *p) != NULL;
}

char *
tarikh_draw_escape_uri (const char *href)
{
  if (href == NULL || strlen (href) > URI_MAX_BYTES || !is_followed (href))
    return NULL;
  GString *out = g_string_new (NULL);
  for (const char *p = href; *p != '\0'; p++) {
    if (is_kept (p))
      g_string_append_c (out, *p);
    else
      g_string_append_printf (out, "%%%02X", (guint) (guchar) *p);
  }
  return g_string_free (out, FALSE);
}
