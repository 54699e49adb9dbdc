/* timeline/error: errors and messages as the public sees them. */
#include "timeline/private.h"

#include "timeline/config.h"

G_STATIC_ASSERT ((int) TARIKH_TIMELINE_ERROR_READ == (int) TARIKH_ERROR_READ);
G_STATIC_ASSERT ((int) TARIKH_TIMELINE_ERROR_FORMAT == (int) TARIKH_ERROR_FORMAT);
G_STATIC_ASSERT ((int) TARIKH_TIMELINE_ERROR_WRITE == (int) TARIKH_ERROR_WRITE);
G_STATIC_ASSERT ((int) TARIKH_TIMELINE_ERROR_STYLE == (int) TARIKH_ERROR_STYLE);
G_STATIC_ASSERT ((int) TARIKH_TIMELINE_ERROR_FONT == (int) TARIKH_ERROR_FONT);
G_STATIC_ASSERT ((int) TARIKH_TIMELINE_ERROR_USAGE == (int) TARIKH_ERROR_USAGE);

GQuark
tarikh_timeline_error_quark (void)
{
  return tarikh_base_error_quark ();
}

char *
tarikh_timeline_printable (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return tarikh_base_printable (text);
}

/* A printable message has no controls left: only the quote and the backslash mean anything to JSON. */
char *
tarikh_timeline_error_to_json (const GError *error, guint line)
{
  g_return_val_if_fail (error != NULL, NULL);

  g_autofree char *message = tarikh_base_printable (error->message);
  GString *json = g_string_new ("{\"error\":\"");
  for (const char *p = message; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_c (json, '\\');
    g_string_append_c (json, *p);
  }
  g_string_append_c (json, '"');
  if (line > 0)
    g_string_append_printf (json, ",\"line\":%u", line);
  g_string_append (json, "}\n");
  return g_string_free (json, FALSE);
}

const char *
tarikh_timeline_get_version (void)
{
  return TARIKH_VERSION;
}
