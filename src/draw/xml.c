/* draw/xml: escaping. g_markup_escape_text() is not enough: it writes control characters as references that XML forbids. */
#include "draw/xml.h"

/* XML 1.0, production 2, less the C1 controls. */
static gboolean
is_allowed (gunichar c)
{
  if (c < 0x20)
    return c == '\t' || c == '\n' || c == '\r';
  return !(c >= 0x7f && c < 0xa0) && !(c >= 0xd800 && c < 0xe000) && c != 0xfffe && c != 0xffff && c <= 0x10ffff;
}

static void
append_char (GString *out, gunichar c)
{
  switch (c) {
  case '&': g_string_append (out, "&amp;"); break;
  case '<': g_string_append (out, "&lt;"); break;
  case '>': g_string_append (out, "&gt;"); break;
  case '"': g_string_append (out, "&quot;"); break;
  case '\'': g_string_append (out, "&#39;"); break;
  default: g_string_append_unichar (out, is_allowed (c) ? c : 0xfffd);
  }
}

void
tarikh_draw_append_xml (GString *out, const char *text)
{
  if (text == NULL)
    return;
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    append_char (out, g_utf8_get_char (p));
}

void
tarikh_draw_append_attribute (GString *out, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, " %s=\"", name);
  tarikh_draw_append_xml (out, value);
  g_string_append_c (out, '"');
}

gboolean
tarikh_draw_is_xml_name (const char *text)
{
  if (text == NULL || !(g_ascii_isalpha (*text) || *text == '_'))
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_' && *p != '.')
      return FALSE;
  return TRUE;
}
