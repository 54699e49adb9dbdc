/* text/fold: the one form in which words are compared. Shared with the lexicon's compiler, so that a table and a story
 * can never disagree. */
#include "text/text.h"

#include "text/character.h"

void
tarikh_text_fold (const char *text, gsize length, GString *out)
{
  const char *end = text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p)) {
    gunichar folded[CHARACTER_FOLD_MAX];
    gsize n = tarikh_text_character_fold (tarikh_text_character_get (p), folded);
    for (gsize i = 0; i < n; i++)
      g_string_append_unichar (out, folded[i]);
  }
}
