/* lexicon: what words mean, one folder of tables a language, compiled at build time. Look-up is one hash probe a word;
 * its cost does not grow with the number of words. Nothing here knows time or events: rows carry a class and a value. */
#pragma once

#include "text/text.h"

/* Every class that a word may have (see classes.def); tables name them, the compiler refuses unknown ones. */
typedef enum {
  TARIKH_LEXICON_NONE,
#define CLASS(name, doc) TARIKH_LEXICON_##name,
#include "lexicon/classes.def"
#undef CLASS
  TARIKH_LEXICON_CLASS_COUNT
} TarikhLexiconClass;

/* What a proclitic glued to a word adds; bits. */
typedef enum {
  TARIKH_CLITIC_AND = 1 << 0,     /* wa-, fa- */
  TARIKH_CLITIC_PREPOSITION = 1 << 1, /* bi-, li-, ka- */
  TARIKH_CLITIC_ARTICLE = 1 << 2, /* al- */
  TARIKH_CLITIC_FUTURE = 1 << 3,  /* sa- */
  TARIKH_CLITIC_FUSED = 1 << 4    /* lil-: li- and al- in one; the word is quoted whole */
} TarikhClitics;

/* One meaning of a word. */
typedef struct {
  guint16 class_id; /* TarikhLexiconClass */
  gint32 value;     /* the value column when it is a number, else 0 */
  const char *text; /* the value column as written; "" when empty */
} TarikhLexeme;

typedef struct _TarikhLexicon TarikhLexicon;

typedef struct {
  guint n_tokens;              /* tokens covered: >1 for "kanun al-thani" */
  guint clitics;               /* TarikhClitics taken off the first token */
  guint clitic_bytes;          /* bytes of the original text that they take (0 when FUSED: the word stays whole) */
  guint outer_bytes;           /* as clitic_bytes, but the article is left to the word */
  const TarikhLexeme *lexemes; /* all meanings of the longest entry; never empty */
  guint n_lexemes;
} TarikhLexiconHit;

/* The tables of LANG ("ar", "ar-EG" → ar), or NULL. Static. */
const TarikhLexicon *tarikh_lexicon_get (const char *lang);
/* "ar". Static. */
const char *tarikh_lexicon_get_lang (const TarikhLexicon *lexicon);
/* The languages there are, NULL-terminated, static. */
const char *const *tarikh_lexicon_get_languages (void);

/* The longest entry that starts at token INDEX, the whole word first, then with clitics taken off. FALSE when none. */
gboolean tarikh_lexicon_match (const TarikhLexicon *lexicon, const TarikhText *text, guint index,
                               TarikhLexiconHit *hit);
/* As above, but only entries with a meaning of a class before LIMIT count: a longer phrase or a whole form that is another
 * room's does not hide what the caller looks for. The hit still holds all meanings of the entry. */
gboolean tarikh_lexicon_match_before (const TarikhLexicon *lexicon, const TarikhText *text, guint index,
                                      TarikhLexiconClass limit, TarikhLexiconHit *hit);
/* As above for the classes from FIRST up to but not LIMIT. */
gboolean tarikh_lexicon_match_between (const TarikhLexicon *lexicon, const TarikhText *text, guint index,
                                       TarikhLexiconClass first, TarikhLexiconClass limit, TarikhLexiconHit *hit);
/* As tarikh_lexicon_match_between for one folded word outside a text (no phrases). */
gboolean tarikh_lexicon_match_word_between (const TarikhLexicon *lexicon, const char *fold, gsize length,
                                            TarikhLexiconClass first, TarikhLexiconClass limit, TarikhLexiconHit *hit);
/* As tarikh_lexicon_match for one folded word outside a text (no phrases). */
gboolean tarikh_lexicon_match_word (const TarikhLexicon *lexicon, const char *fold, gsize length,
                                    TarikhLexiconHit *hit);
/* The meaning of class CLASS_ID in HIT, or NULL. */
const TarikhLexeme *tarikh_lexicon_hit_find (const TarikhLexiconHit *hit, TarikhLexiconClass class_id);

/* ---- messages: what the program itself says in that language (messages.tsv) ---- */

/* The text for KEY, or NULL. Static. */
const char *tarikh_lexicon_get_message (const TarikhLexicon *lexicon, const char *key);

/* ---- tables: other .tsv files of the folder, row by row as written (rules and the like) ---- */

typedef struct {
  const char *name;           /* file name without .tsv */
  guint n_rows, n_columns;    /* header row left out */
  const char *const *header;  /* n_columns names */
  const char *const *cells;   /* n_rows × n_columns, row after row */
  const guint16 *lengths;     /* of the cells, bytes */
} TarikhLexiconTable;

/* The table NAME, or NULL. Static. */
const TarikhLexiconTable *tarikh_lexicon_get_table (const TarikhLexicon *lexicon, const char *name);
