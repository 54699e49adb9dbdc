/* What is compared of two texts: their letters, whatever their order, and their words. */
#pragma once

#include <glib.h>
#include <string.h>

/* How often each letter and digit stands in TEXT; presentation forms count as their letters. */
static inline GHashTable *
text_count_letters (const char *text)
{
  GHashTable *letters = g_hash_table_new (NULL, NULL);
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p)) {
    gpointer c = GUINT_TO_POINTER (g_utf8_get_char (p));
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_hash_table_insert (letters, c, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (letters, c)) + 1));
  }
  return letters;
}

static inline gboolean
text_is_bidi_control (gunichar c)
{
  return c == 0x200e || c == 0x200f || c == 0x61c || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static inline char *
text_drop_bidi_controls (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!text_is_bidi_control (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}
