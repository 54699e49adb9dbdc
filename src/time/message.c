/* time/message: what the program itself says, and patterns filled in. The words are rows of messages.tsv. */
#include "time/wording.h"

const char *
tarikh_time_get_message (const TarikhDateStyle *style, const char *key)
{
  const char *text = style->lexicon != NULL ? tarikh_lexicon_get_message (style->lexicon, key) : NULL;

  return text != NULL ? text : "";
}

static const char *
find_pair (char letter, va_list pairs)
{
  for (int name = va_arg (pairs, int); name != TARIKH_TEMPLATE_END; name = va_arg (pairs, int)) {
    const char *value = va_arg (pairs, const char *);
    if (name == letter)
      return value != NULL ? value : "";
  }
  return "";
}

char *
tarikh_time_fill (const char *pattern, ...)
{
  GString *out = g_string_new (NULL);

  for (const char *p = pattern; *p != '\0'; p++) {
    if (p[0] != '{' || p[1] == '\0' || p[2] != '}') {
      g_string_append_c (out, *p);
      continue;
    }
    va_list pairs;
    va_start (pairs, pattern);
    g_string_append (out, find_pair (p[1], pairs));
    va_end (pairs);
    p += 2;
  }
  return g_string_free (out, FALSE);
}

const char *
tarikh_time_get_pattern (const TarikhDateStyle *style, const char *key, const char *otherwise)
{
  const char *pattern = tarikh_time_get_message (style, key);

  return *pattern != '\0' ? pattern : otherwise;
}

const char *
tarikh_time_find_name (const TarikhDateStyle *style, const char *prefix, const char *name)
{
  g_autofree char *key = g_strdup_printf ("%s.%s", prefix, name);

  return tarikh_time_get_message (style, key);
}

char *
tarikh_time_format_message (const TarikhDateStyle *style, const char *key, const char *first, const char *second)
{
  return tarikh_time_fill (tarikh_time_get_message (style, key), 'a', first, 'b', second, TARIKH_TEMPLATE_END);
}
