/* lexicon/lexicon: look-up in the compiled tables. One hash probe a word, one more for each proclitic it might carry. */
#include "lexicon/data.h"

#include <stdlib.h>
#include <string.h>

const TarikhLexicon *
tarikh_lexicon_get (const char *lang)
{
  gsize length = strcspn (lang, "-_");

  for (guint i = 0; i < tarikh_lexicon_n_languages; i++)
    if (strlen (tarikh_lexicon_languages[i].lang) == length
        && g_ascii_strncasecmp (tarikh_lexicon_languages[i].lang, lang, length) == 0)
      return &tarikh_lexicon_languages[i];
  return NULL;
}

const char *
tarikh_lexicon_get_lang (const TarikhLexicon *lexicon)
{
  return lexicon->lang;
}

const char *const *
tarikh_lexicon_get_languages (void)
{
  return tarikh_lexicon_language_names;
}

/* The classes that a look-up asks for: FIRST and up to but not LIMIT. */
typedef struct {
  guint first, limit;
} ClassRange;

/* FALSE for nearly every HASH of which there is no key with a meaning in RANGE. */
static inline gboolean
passes_filter (const TarikhLexicon *lexicon, guint32 hash, ClassRange range)
{
  guint32 bit = lexicon_filter_bit (hash, lexicon->slot_mask);
  const guint8 *filter = range.limit <= TARIKH_LEXICON_TIME_END ? lexicon->time_filter : lexicon->filter;

  return filter[bit / 8] >> bit % 8 & 1;
}

/* Whether SLOT has HASH, and a look-up in RANGE can do something with it. Asked before its key is compared, which is
 * elsewhere in memory. */
static inline gboolean
is_promising (const LexiconSlot *slot, guint32 hash, ClassRange range)
{
  return slot->hash == hash && (slot->lowest_class < range.limit || slot->continues);
}

static inline gboolean
has_key (const TarikhLexicon *lexicon, const LexiconSlot *slot, const char *key, gsize length)
{
  return slot->key_length == length && lexicon_same_head (slot->head, key, MIN (length, LEXICON_HEAD))
         && (length <= LEXICON_HEAD
             || memcmp (lexicon->keys + slot->key + LEXICON_HEAD, key + LEXICON_HEAD, length - LEXICON_HEAD) == 0);
}

/* The slot whose key is the LENGTH bytes at KEY, which have HASH, or NULL when there is none or it is of no use. */
static const LexiconSlot *
find_slot (const TarikhLexicon *lexicon, guint32 hash, const char *key, gsize length, ClassRange range)
{
  for (guint32 i = hash & lexicon->slot_mask;; i = (i + 1) & lexicon->slot_mask) {
    const LexiconSlot *slot = &lexicon->slots[i];
    if (slot->key_length == 0)
      return NULL;
    if (is_promising (slot, hash, range) && has_key (lexicon, slot, key, length))
      return slot;
  }
}

/* As find_slot for START followed by a space and WORD, START being a slot already found. */
static const LexiconSlot *
find_longer (const TarikhLexicon *lexicon, const LexiconSlot *start, const char *word, gsize length, ClassRange range)
{
  guint32 hash = lexicon_hash_join (start->hash, lexicon_hash_word (word, length));
  gsize whole = start->key_length + 1u + length;

  if (!passes_filter (lexicon, hash, range))
    return NULL;
  for (guint32 i = hash & lexicon->slot_mask;; i = (i + 1) & lexicon->slot_mask) {
    const LexiconSlot *slot = &lexicon->slots[i];
    if (slot->key_length == 0)
      return NULL;
    if (!is_promising (slot, hash, range) || slot->key_length != whole)
      continue;
    const char *key = lexicon->keys + slot->key;
    if (memcmp (key, lexicon->keys + start->key, start->key_length) == 0 && key[start->key_length] == ' '
        && memcmp (key + start->key_length + 1, word, length) == 0)
      return slot;
  }
}

static gboolean
fill_hit (const TarikhLexicon *lexicon, const LexiconSlot *slot, guint n_tokens, TarikhLexiconHit *hit)
{
  *hit = (TarikhLexiconHit){ .n_tokens = n_tokens,
                             .lexemes = lexicon->lexemes + slot->first_lexeme,
                             .n_lexemes = slot->n_lexemes };
  return TRUE;
}

/* Whether the entry in SLOT has a meaning within RANGE. Mostly its lowest class says it, without a look at the meanings,
 * which are elsewhere in memory. */
static gboolean
has_class (const TarikhLexicon *lexicon, const LexiconSlot *slot, ClassRange range)
{
  if (slot->lowest_class >= range.limit || slot->lowest_class >= range.first)
    return slot->lowest_class < range.limit;
  for (guint i = 0; i < slot->n_lexemes; i++) {
    guint class_id = lexicon->lexemes[slot->first_lexeme + i].class_id;
    if (class_id >= range.first && class_id < range.limit)
      return TRUE;
  }
  return FALSE;
}

/* The longest entry beginning with the folded WORD (token INDEX, perhaps without its clitic), which has HASH, and the
 * tokens after it. */
static gboolean
match_phrase (const TarikhLexicon *lexicon, const TarikhText *text, guint index, const char *word, gsize length,
              guint32 hash, ClassRange range, TarikhLexiconHit *hit)
{
  const LexiconSlot *slot = find_slot (lexicon, hash, word, length, range), *best = NULL;
  guint n_tokens = 1, best_tokens = 0;

  while (slot != NULL) {
    if (has_class (lexicon, slot, range)) {
      best = slot;
      best_tokens = n_tokens;
    }
    if (!slot->continues || text == NULL || index + n_tokens >= text->n_tokens)
      break;
    const TarikhToken *next = &text->tokens[index + n_tokens];
    if (next->kind == TARIKH_TOKEN_NEWLINE)
      break;
    slot = find_longer (lexicon, slot, tarikh_text_get_fold (text, next), next->fold_length, range);
    n_tokens++;
  }
  return best != NULL && fill_hit (lexicon, best, best_tokens, hit);
}

/* As above; most words begin nothing, and that is known from their hash. */
static inline gboolean
match_from (const TarikhLexicon *lexicon, const TarikhText *text, guint index, const char *word, gsize length,
            ClassRange range, TarikhLexiconHit *hit)
{
  guint32 hash = lexicon_hash_word (word, length);

  return passes_filter (lexicon, hash, range) && match_phrase (lexicon, text, index, word, length, hash, range, hit);
}

/* Bytes of the original token that its first FOLDED bytes of folded form stand for: marks and tatweel fold to nothing. */
static guint
measure_clitic (const TarikhText *text, const TarikhToken *token, gsize folded)
{
  if (token->end - token->start == token->fold_length) /* nothing vanished */
    return (guint) folded;

  g_autoptr (GString) fold = g_string_sized_new (16);
  const char *start = text->text + token->start, *p = start;

  while (fold->len < folded) {
    const char *next = g_utf8_next_char (p);
    tarikh_text_fold (p, (gsize) (next - p), fold);
    p = next;
  }
  while (p < text->text + token->end) { /* marks of the clitic's last letter, tatweel after it */
    const char *next = g_utf8_next_char (p);
    tarikh_text_fold (p, (gsize) (next - p), fold);
    if (fold->len > folded)
      break;
    p = next;
  }
  return (guint) (p - start);
}

static void
measure_clitics (const TarikhText *text, const TarikhToken *token, const LexiconClitic *clitic, TarikhLexiconHit *hit)
{
  hit->clitic_bytes = measure_clitic (text, token, clitic->length);
  if (clitic->article == 0)
    hit->outer_bytes = hit->clitic_bytes;
  else if (clitic->article < clitic->length)
    hit->outer_bytes = measure_clitic (text, token, (gsize) (clitic->length - clitic->article));
}

static gboolean
match_word (const TarikhLexicon *lexicon, const TarikhText *text, guint index, const char *word, gsize length,
            ClassRange range, TarikhLexiconHit *hit)
{
  if (match_from (lexicon, text, index, word, length, range, hit))
    return TRUE;
  guint first = lexicon_first_byte (word);
  for (guint i = lexicon->clitic_starts[first]; i < lexicon->clitic_starts[first + 1]; i++) {
    const LexiconClitic *clitic = &lexicon->clitics[i];
    if (clitic->length >= length || word[clitic->length - 1] != clitic->form[clitic->length - 1]
        || memcmp (word, clitic->form, clitic->length) != 0
        || !match_from (lexicon, text, index, word + clitic->length, length - clitic->length, range, hit))
      continue;
    hit->clitics = clitic->clitics;
    if (text != NULL && !(clitic->clitics & TARIKH_CLITIC_FUSED))
      measure_clitics (text, &text->tokens[index], clitic, hit);
    return TRUE;
  }
  return FALSE;
}

gboolean
tarikh_lexicon_match_between (const TarikhLexicon *lexicon, const TarikhText *text, guint index,
                              TarikhLexiconClass first, TarikhLexiconClass limit, TarikhLexiconHit *hit)
{
  const TarikhToken *token = &text->tokens[index];

  if (token->fold_length == 0)
    return FALSE;
  return match_word (lexicon, text, index, tarikh_text_get_fold (text, token), token->fold_length,
                     (ClassRange){ first, limit }, hit);
}

gboolean
tarikh_lexicon_match_before (const TarikhLexicon *lexicon, const TarikhText *text, guint index,
                             TarikhLexiconClass limit, TarikhLexiconHit *hit)
{
  return tarikh_lexicon_match_between (lexicon, text, index, TARIKH_LEXICON_NONE, limit, hit);
}

gboolean
tarikh_lexicon_match (const TarikhLexicon *lexicon, const TarikhText *text, guint index, TarikhLexiconHit *hit)
{
  return tarikh_lexicon_match_before (lexicon, text, index, TARIKH_LEXICON_CLASS_COUNT, hit);
}

gboolean
tarikh_lexicon_match_word_between (const TarikhLexicon *lexicon, const char *fold, gsize length,
                                   TarikhLexiconClass first, TarikhLexiconClass limit, TarikhLexiconHit *hit)
{
  return length > 0 && match_word (lexicon, NULL, 0, fold, length, (ClassRange){ first, limit }, hit);
}

gboolean
tarikh_lexicon_match_word (const TarikhLexicon *lexicon, const char *fold, gsize length, TarikhLexiconHit *hit)
{
  return tarikh_lexicon_match_word_between (lexicon, fold, length, TARIKH_LEXICON_NONE, TARIKH_LEXICON_CLASS_COUNT, hit);
}

const TarikhLexeme *
tarikh_lexicon_hit_find (const TarikhLexiconHit *hit, TarikhLexiconClass class_id)
{
  for (guint i = 0; i < hit->n_lexemes; i++)
    if (hit->lexemes[i].class_id == class_id)
      return &hit->lexemes[i];
  return NULL;
}

static int
compare_message (const void *key, const void *message)
{
  return strcmp (key, ((const LexiconMessage *) message)->key);
}

const char *
tarikh_lexicon_get_message (const TarikhLexicon *lexicon, const char *key)
{
  const LexiconMessage *message
      = lexicon->n_messages == 0
            ? NULL
            : bsearch (key, lexicon->messages, lexicon->n_messages, sizeof (LexiconMessage), compare_message);

  return message != NULL ? message->text : NULL;
}

const TarikhLexiconTable *
tarikh_lexicon_get_table (const TarikhLexicon *lexicon, const char *name)
{
  for (guint i = 0; i < lexicon->n_tables; i++)
    if (strcmp (lexicon->tables[i].name, name) == 0)
      return &lexicon->tables[i];
  return NULL;
}
