/* lexicon/data: the shape of the compiled tables. The compiler writes it, look-up reads it; private to the room. */
#pragma once

#include "lexicon/lexicon.h"

#include <string.h>

#define LEXICON_FILTER_BITS 4 /* a slot */
#define LEXICON_HEAD 12       /* bytes of a key that its slot holds itself */

/* One slot of an open-addressing hash table over folded entries; words of a phrase are joined by one space. The beginnings
 * of phrases have slots too (n_lexemes 0 unless they are entries themselves). */
typedef struct {
  guint32 hash; /* of the key: its words' hashes joined */
  guint32 key;  /* byte offset in `keys` */
  guint16 key_length; /* 0: empty slot */
  guint16 n_lexemes;
  guint32 first_lexeme;
  guint8 continues; /* a longer entry begins with this one and a space */
  guint16 lowest_class; /* of its meanings; TARIKH_LEXICON_CLASS_COUNT when it has none */
  guint8 head[LEXICON_HEAD]; /* the key's beginning: most keys are no longer, and `keys` is another place in memory */
} LexiconSlot;

/* A proclitic, folded. */
typedef struct {
  const char *form;
  guint8 length;
  guint8 clitics; /* TarikhClitics */
  guint8 article; /* of `length`, the bytes of the article, which stands last; 0 when it has none */
} LexiconClitic;

typedef struct {
  const char *key, *text;
} LexiconMessage;

struct _TarikhLexicon {
  const char *lang;
  const LexiconSlot *slots;
  guint32 slot_mask; /* number of slots − 1; a power of two */
  const guint8 *filter; /* one bit a key: most words are in no table, and this tells without a walk through memory */
  const guint8 *time_filter; /* as `filter`, of keys that have a meaning before TARIKH_LEXICON_TIME_END or go on */
  const char *keys;
  const TarikhLexeme *lexemes;
  const LexiconClitic *clitics; /* by lexicon_first_byte, of equals the shortest first */
  const guint8 *clitic_starts;  /* 257: where in `clitics` those of each first byte start */
  guint n_clitics;
  const LexiconMessage *messages; /* sorted by key */
  guint n_messages;
  const TarikhLexiconTable *tables;
  guint n_tables;
};

/* The LENGTH bytes at P, fewer than eight, as a number; the first is the lowest. */
static inline guint64
lexicon_load_tail (const char *p, gsize length)
{
  guint64 bytes = 0;
  guint32 four;
  guint16 two;
  guint shift = 0;

  if (length & 4) {
    memcpy (&four, p, 4);
    bytes = GUINT32_FROM_LE (four);
    shift = 32;
    p += 4;
  }
  if (length & 2) {
    memcpy (&two, p, 2);
    bytes |= (guint64) GUINT16_FROM_LE (two) << shift;
    shift += 16;
    p += 2;
  }
  if (length & 1)
    bytes |= (guint64) (guchar) *p << shift;
  return bytes;
}

/* The hash of one folded word: eight bytes a step, multiply and mix (after Wang Yi's wyhash, much shortened). The same on
 * every machine, for the tables may be made on another. */
static inline guint32
lexicon_hash_word (const char *word, gsize length)
{
  guint64 hash = length * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15), bytes;

  for (; length >= 8; word += 8, length -= 8) {
    memcpy (&bytes, word, 8);
    hash = (hash ^ GUINT64_FROM_LE (bytes)) * G_GUINT64_CONSTANT (0xa0761d6478bd642f);
    hash ^= hash >> 32;
  }
  hash = (hash ^ lexicon_load_tail (word, length)) * G_GUINT64_CONSTANT (0xe7037ed1a0b428db);
  return (guint32) (hash >> 32);
}

/* Whether the LENGTH bytes at A and B, at most LEXICON_HEAD, are the same: two loads that may overlap instead of a call. */
static inline gboolean
lexicon_same_head (const guint8 *a, const char *b, gsize length)
{
  guint64 a_first, b_first;
  guint32 a_four, b_four, a_last, b_last;

  if (length < 4)
    return memcmp (a, b, length) == 0;
  memcpy (&a_last, a + length - 4, 4);
  memcpy (&b_last, b + length - 4, 4);
  if (length < 8) {
    memcpy (&a_four, a, 4);
    memcpy (&b_four, b, 4);
    return a_four == b_four && a_last == b_last;
  }
  memcpy (&a_first, a, 8);
  memcpy (&b_first, b, 8);
  return a_first == b_first && a_last == b_last;
}

/* The hash of a phrase: that of its beginning, continued by its next word's. */
static inline guint32
lexicon_hash_join (guint32 beginning, guint32 word)
{
  return ((beginning << 5 | beginning >> 27) ^ word) * 0x9e3779b1u;
}

/* What the clitics are sorted by: of the first letter the byte that tells most. WORD is not empty. */
static inline guchar
lexicon_first_byte (const char *word)
{
  return (guchar) ((guchar) word[0] < 0x80 ? word[0] : word[1]);
}

/* Where in the filter HASH has its bit. */
static inline guint32
lexicon_filter_bit (guint32 hash, guint32 slot_mask)
{
  return (hash * 0x85ebca77u >> 3) & (slot_mask * LEXICON_FILTER_BITS + LEXICON_FILTER_BITS - 1);
}

/* Generated: every language, sorted by tag. */
extern const TarikhLexicon tarikh_lexicon_languages[];
extern const guint tarikh_lexicon_n_languages;
extern const char *const tarikh_lexicon_language_names[];
