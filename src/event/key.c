/* event/key: the content words of an event, folded and bare of clitics, by which the same happening is known elsewhere. */
#include "event/room.h"

#include <string.h>

static gboolean
is_content (const EventWord *word)
{
  guint32 small = WORD_PREPOSITION | WORD_NEGATION | WORD_PERFECT | WORD_ADVERB | WORD_PRONOUN | WORD_TIME
                  | WORD_PLANNED | WORD_POSSIBLE | WORD_ATTRIBUTION;

  return word->opener == OPENER_NONE && !(word->flags & small) && word->kind != KIND_BE && word->kind != KIND_LIGHT;
}

/* The folded form of TOKEN without conjunction, preposition, future mark and article. Borrowed, LENGTH bytes. */
const char *
tarikh_event_get_bare (const EventReader *reader, guint32 token, gsize *length)
{
  const TarikhToken *t = &reader->text->tokens[token];
  const EventWord *word = &reader->words[token];
  const char *fold = tarikh_text_get_fold (reader->text, t), *end = fold + t->fold_length;
  gsize n = strlen (reader->grammar.article);
  guint letters = (word->clitics & TARIKH_CLITIC_AND ? 1 : 0) + (word->clitics & TARIKH_CLITIC_PREPOSITION ? 1 : 0)
                  + (word->clitics & TARIKH_CLITIC_FUTURE ? 1 : 0) + (word->clitics & TARIKH_CLITIC_FUSED ? 1 : 0);

  for (; letters > 0 && fold < end; letters--)
    fold = g_utf8_next_char (fold);
  if (n > 0 && (gsize) (end - fold) > n + 2 && !(word->flags & WORD_VERB && !(word->clitics & TARIKH_CLITIC_ARTICLE))
      && memcmp (fold, reader->grammar.article, n) == 0)
    fold += n;
  *length = (gsize) (end - fold);
  return fold;
}

void
tarikh_event_add_key (const EventReader *reader, guint32 token, GPtrArray *keys)
{
  gsize length;

  if (reader->text->tokens[token].kind != TARIKH_TOKEN_WORD || !is_content (&reader->words[token]))
    return;
  const char *bare = tarikh_event_get_bare (reader, token, &length);
  if (length < 4)
    return;
  for (guint i = 0; i < keys->len; i++)
    if (strlen (keys->pdata[i]) == length && memcmp (keys->pdata[i], bare, length) == 0)
      return;
  char *key = g_malloc (length + 1);
  memcpy (key, bare, length);
  key[length] = '\0';
  g_ptr_array_add (keys, key);
}
