/* story/language: which language a text is in, by its letters alone. A guess for readers' tables to start from; knows
 * no word of any language. A tag that the letters contradict (an Arabic page marked "en") is not believed. */
#include "story/private.h"

#include <string.h>

/* Letters looked at: enough to be sure, and the cost does not grow with the story. */
#define SAMPLE_LETTERS 1024

/* The language taken for a script: one row a script that has tables in the lexicon. */
enum { SCRIPT_ARABIC, SCRIPT_LATIN };
static const struct {
  GUnicodeScript script;
  const char *lang;
} scripts[] = {
  [SCRIPT_ARABIC] = { G_UNICODE_SCRIPT_ARABIC, "ar" },
  [SCRIPT_LATIN] = { G_UNICODE_SCRIPT_LATIN, "en" },
};

/* The letters of the basic Arabic alphabet, U+0621–U+064A without the tatweel U+0640: all of them are two bytes long and
 * nearly all that is read, so they are counted without asking for their properties. */
static inline gboolean
is_basic_arabic (const char *p)
{
  guchar lead = (guchar) p[0];

  if (lead == 0xd8)
    return (guchar) p[1] >= 0xa1;
  return lead == 0xd9 && (guchar) p[1] >= 0x81 && (guchar) p[1] <= 0x8a;
}

static void
count_scripts (const char *text, gsize length, guint counts[])
{
  guint letters = 0;

  for (const char *p = text; p < text + length && letters < SAMPLE_LETTERS; p = g_utf8_next_char (p)) {
    if (is_basic_arabic (p)) {
      letters++;
      counts[SCRIPT_ARABIC]++;
      continue;
    }
    gunichar c = g_utf8_get_char (p);
    if (c < 0x80 ? !g_ascii_isalpha (c) : !g_unichar_isalpha (c)) /* blanks, mostly */
      continue;
    letters++;
    GUnicodeScript script = g_unichar_get_script (c);
    for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
      counts[i] += scripts[i].script == script;
  }
}

const char *
tarikh_story_detect_language (const char *text, gsize length)
{
  guint counts[G_N_ELEMENTS (scripts)] = { 0 };
  guint best = 0;

  count_scripts (text, length, counts);
  for (guint i = 1; i < G_N_ELEMENTS (scripts); i++)
    if (counts[i] > counts[best])
      best = i;
  return counts[best] > 0 ? scripts[best].lang : "und";
}

static gboolean
has_primary (const char *tag, const char *lang)
{
  gsize length = strlen (lang);

  return g_ascii_strncasecmp (tag, lang, length) == 0 && (tag[length] == '\0' || tag[length] == '-');
}

gboolean
tarikh_story_language_contradicts (const char *lang, const char *seen)
{
  if (strcmp (seen, "und") == 0 || has_primary (lang, seen))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (has_primary (lang, scripts[i].lang))
      return TRUE;
  return FALSE;
}

gboolean
tarikh_story_is_language_tag (const char *tag)
{
  gsize run = 0, parts = 0;

  for (const char *p = tag;; p++) {
    if (*p == '-' || *p == '\0') {
      if (run < (parts == 0 ? 2 : 1) || run > 8)
        return FALSE;
      parts++;
      run = 0;
      if (*p == '\0')
        return TRUE;
    } else if (parts == 0 ? g_ascii_isalpha (*p) : g_ascii_isalnum (*p)) {
      run++;
    } else {
      return FALSE;
    }
  }
}
