/* lexicon/data: the shape of the compiled tables. The compiler writes it, look-up reads it; private to the room. */
#pragma once

#include "lexicon/lexicon.h"

/* One slot of an open-addressing hash table over folded entries; words of a phrase are joined by one space. The beginnings
 * of phrases have slots too (n_lexemes 0 unless they are entries themselves). */
typedef struct {
  guint32 hash; /* tarikh_lexicon_hash_add over the key */
  guint32 key;  /* byte offset in `keys` */
  guint16 key_length; /* 0: empty slot */
  guint16 n_lexemes;
  guint32 first_lexeme;
  guint8 continues; /* a longer entry begins with this one and a space */
  guint16 lowest_class; /* of its meanings; TARIKH_LEXICON_CLASS_COUNT when it has none */
} LexiconSlot;

/* A proclitic, folded. */
typedef struct {
  const char *form;
  guint8 length;
  guint8 clitics; /* TarikhClitics */
} LexiconClitic;

typedef struct {
  const char *key, *text;
} LexiconMessage;

struct _TarikhLexicon {
  const char *lang;
  const LexiconSlot *slots;
  guint32 slot_mask; /* number of slots − 1; a power of two */
  const char *keys;
  const TarikhLexeme *lexemes;
  const LexiconClitic *clitics; /* shortest first */
  guint n_clitics;
  const LexiconMessage *messages; /* sorted by key */
  guint n_messages;
  const TarikhLexiconTable *tables;
  guint n_tables;
};

#define LEXICON_HASH_START 2166136261u

/* FNV-1a, continued: hashing "a" then " b" equals hashing "a b". */
static inline guint32
lexicon_hash_add (guint32 hash, const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) bytes[i]) * 16777619u;
  return hash;
}

/* Generated: every language, sorted by tag. */
extern const TarikhLexicon tarikh_lexicon_languages[];
extern const guint tarikh_lexicon_n_languages;
extern const char *const tarikh_lexicon_language_names[];
