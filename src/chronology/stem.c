/* chronology/stem: one number for the forms of a word, so that two tellings of one happening share it. Light stemming
 * (Larkey, Ballesteros & Connell, "Light stemming for Arabic information retrieval", 2007): one prefix and up to two
 * suffixes of the language's table come off while enough letters stay. Words that name one kind of happening are
 * grouped by the lexicon (MERGE_GROUP), other verbal nouns go with their verb (MASDAR). Never looks at more than the word. */
#include "chronology/telling.h"

#include <string.h>

typedef struct {
  const char *form;
  guint8 length;
  guint8 least; /* bytes that must stay */
} Affix;

struct _TarikhStemmer {
  const TarikhLexicon *lexicon; /* NULL: a language without tables, words stay as they are */
  GArray *prefixes, *suffixes;  /* Affix, in the table's order */
  GHashTable *known;            /* hash of a folded word → what it came to; the words of news are few */
};

#define MOST_KNOWN 200000u /* words remembered: some megabytes, whatever the texts */

/* Letters of Arabic take two bytes; the table counts letters. */
#define BYTES_A_LETTER 2

static void
add_affix (TarikhStemmer *stemmer, const char *const *cells)
{
  Affix affix = { .form = cells[1], .length = (guint8) MIN (strlen (cells[1]), G_MAXUINT8) };

  affix.least = (guint8) (MAX (g_ascii_digit_value (cells[2][0]), 0) * BYTES_A_LETTER); /* one digit */
  g_array_append_val (strcmp (cells[0], "prefix") == 0 ? stemmer->prefixes : stemmer->suffixes, affix);
}

TarikhStemmer *
tarikh_chronology_stemmer_new (const char *lang)
{
  TarikhStemmer *stemmer = g_new0 (TarikhStemmer, 1);
  stemmer->lexicon = lang != NULL ? tarikh_lexicon_get (lang) : NULL;
  stemmer->prefixes = g_array_sized_new (FALSE, FALSE, sizeof (Affix), 32);
  stemmer->suffixes = g_array_sized_new (FALSE, FALSE, sizeof (Affix), 64);
  stemmer->known = g_hash_table_new (NULL, NULL);
  const TarikhLexiconTable *table
    = stemmer->lexicon != NULL ? tarikh_lexicon_get_table (stemmer->lexicon, "merge_affixes") : NULL;

  for (guint i = 0; table != NULL && table->n_columns >= 3 && i < table->n_rows; i++)
    add_affix (stemmer, table->cells + (gsize) i * table->n_columns);
  return stemmer;
}

void
tarikh_chronology_stemmer_free (TarikhStemmer *stemmer)
{
  if (stemmer == NULL)
    return;
  g_array_unref (stemmer->prefixes);
  g_array_unref (stemmer->suffixes);
  g_hash_table_unref (stemmer->known);
  g_free (stemmer);
}

static gboolean
take_prefix (const GArray *prefixes, const char **word, gsize *length)
{
  for (guint i = 0; i < prefixes->len; i++) {
    const Affix *p = &g_array_index (prefixes, Affix, i);
    if (*length < (gsize) p->length + p->least || memcmp (*word, p->form, p->length) != 0)
      continue;
    *word += p->length;
    *length -= p->length;
    return TRUE;
  }
  return FALSE;
}

static gboolean
take_suffix (const GArray *suffixes, const char *word, gsize *length)
{
  for (guint i = 0; i < suffixes->len; i++) {
    const Affix *s = &g_array_index (suffixes, Affix, i);
    if (*length < (gsize) s->length + s->least || memcmp (word + *length - s->length, s->form, s->length) != 0)
      continue;
    *length -= s->length;
    return TRUE;
  }
  return FALSE;
}

/* FNV-1a with a last mixing step (Murmur3's), because its low bits are used apart and left clear. */
static guint32
hash_bytes (const char *bytes, gsize length)
{
  guint32 h = 2166136261u;

  for (gsize i = 0; i < length; i++)
    h = (h ^ (guchar) bytes[i]) * 16777619u;
  h = (h ^ (h >> 16)) * 0x85ebca6bu;
  h ^= h >> 13;
  return MAX (h & ~(TARIKH_CHRONOLOGY_WEAK | TARIKH_CHRONOLOGY_MARKS), 8u);
}

static void
strip (const TarikhStemmer *stemmer, const char **word, gsize *length)
{
  take_prefix (stemmer->prefixes, word, length);
  if (take_suffix (stemmer->suffixes, *word, length))
    take_suffix (stemmer->suffixes, *word, length);
}

/* A verbal noun counts as its verb, which is the second word of VALUE ("i zara zarat"). */
static guint32
hash_of_verb (const TarikhStemmer *stemmer, const char *value)
{
  const char *verb = strchr (value, ' ');
  gsize length;

  if (verb == NULL)
    return 0;
  length = strcspn (++verb, " ");
  g_autoptr (GString) fold = g_string_sized_new (32);
  tarikh_text_fold (verb, length, fold);
  const char *stem = fold->str;
  length = fold->len;
  strip (stemmer, &stem, &length);
  return length > 0 ? hash_bytes (stem, length) : 0;
}

/* What the lexicon's tables say of a word. */
typedef struct {
  guint32 hash;  /* 0 when they are silent */
  guint32 marks; /* ACTION */
} TableWord;

static gboolean
has_class (const TarikhLexiconHit *hit, TarikhLexiconClass class_id)
{
  return tarikh_lexicon_hit_find (hit, class_id) != NULL;
}

static TableWord
look_up (const TarikhStemmer *stemmer, const char *word, gsize length)
{
  TarikhLexiconHit hit;
  TableWord found = { 0, 0 };
  const TarikhLexeme *lexeme;

  if (stemmer->lexicon == NULL || !tarikh_lexicon_match_word (stemmer->lexicon, word, length, &hit))
    return found;
  guint32 weak = has_class (&hit, TARIKH_LEXICON_MERGE_WEAK) ? TARIKH_CHRONOLOGY_WEAK : 0;
  gboolean action = has_class (&hit, TARIKH_LEXICON_MERGE_GROUP) || has_class (&hit, TARIKH_LEXICON_MASDAR)
                    || has_class (&hit, TARIKH_LEXICON_NEWS_NOUN) || has_class (&hit, TARIKH_LEXICON_VERB_PAST)
                    || has_class (&hit, TARIKH_LEXICON_VERB_PASSIVE) || has_class (&hit, TARIKH_LEXICON_VERB_PRESENT);
  found.marks = action && weak == 0 ? TARIKH_CHRONOLOGY_ACTION : 0;
  if ((lexeme = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_MERGE_GROUP)) != NULL)
    found.hash = hash_bytes (lexeme->text, strlen (lexeme->text)) | weak;
  else if (weak != 0)
    found.hash = hash_bytes (word, length) | weak;
  else if ((lexeme = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_MASDAR)) != NULL)
    found.hash = hash_of_verb (stemmer, lexeme->text);
  return found;
}

static guint32
hash_by_stem (const TarikhStemmer *stemmer, const char *fold, gsize length)
{
  TableWord whole = look_up (stemmer, fold, length), stem = { 0, 0 };
  gsize before = length;

  if (whole.hash != 0)
    return whole.hash | whole.marks;
  strip (stemmer, &fold, &length);
  if (length != before)
    stem = look_up (stemmer, fold, length);
  return (stem.hash != 0 ? stem.hash : hash_bytes (fold, length)) | whole.marks | stem.marks;
}

guint32
tarikh_chronology_stemmer_hash (const TarikhStemmer *stemmer, const char *fold, gsize length)
{
  if (length == 0)
    return 0;
  gpointer key = GUINT_TO_POINTER (hash_bytes (fold, length));
  guint32 hash = GPOINTER_TO_UINT (g_hash_table_lookup (stemmer->known, key));
  if (hash == 0) {
    hash = hash_by_stem (stemmer, fold, length);
    if (g_hash_table_size (stemmer->known) < MOST_KNOWN)
      g_hash_table_insert (stemmer->known, key, GUINT_TO_POINTER (hash));
  }
  return hash;
}
