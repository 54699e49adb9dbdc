/* chronology/vector: private to the room. Tellings as weighted words, and how alike two are. */
#pragma once

#include "chronology/telling.h"

typedef struct {
  guint32 word; /* dense number of the word */
  float inner;  /* its rarity where it stands in the event, summed over the tellings; 0 when it only stands aside */
  float all;    /* the same, with a share of its rarity where it stands aside */
} TarikhTerm;

/* One telling, or several merged: terms sorted by word. There are as many as tellings, so one telling's are kept as the
 * numbers of its words alone, with the lowest bit for aside; read them by tarikh_chronology_vector_get. */
typedef struct {
  guint32 *codes;    /* owned; NULL when merged */
  TarikhTerm *terms; /* owned; NULL when not merged */
  guint32 n_terms;
  float inner_norm, all_norm;
  gboolean action; /* the event itself says what is done or happens */
} TarikhVector;

/* What is common to all vectors of one chronology. */
typedef struct {
  GHashTable *number_of; /* word hash → dense number, counted from 1 */
  GArray *frequency;     /* guint32: tellings that have the word */
  GArray *hashes;        /* guint32: dense number → hash, with ACTION when any telling has it so */
  float *rarities;       /* dense number → log (1 + N / frequency), less for weak words */
  guint n_tellings;
} TarikhVocabulary;

#define TARIKH_CHRONOLOGY_ASIDE_SHARE 0.5f /* what a word aside weighs of its rarity */

TarikhVocabulary *tarikh_chronology_vocabulary_new (const TarikhTellings *tellings);
/* The same when TELLINGS are a part of WHOLE (NULL: they are all): their words are as rare as they are there. */
TarikhVocabulary *tarikh_chronology_vocabulary_new_within (const TarikhTellings *tellings, const TarikhWhole *whole);
void tarikh_chronology_vocabulary_free (TarikhVocabulary *vocabulary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhVocabulary, tarikh_chronology_vocabulary_free)
/* Words that no telling has are left out. */
TarikhVector tarikh_chronology_vector_of_words (const TarikhVocabulary *vocabulary, const guint32 *words, guint n);
TarikhVector tarikh_chronology_vector_sum (const TarikhVocabulary *vocabulary, const TarikhVector *a,
                                           const TarikhVector *b);
static inline TarikhTerm
tarikh_chronology_vector_get (const TarikhVocabulary *vocabulary, const TarikhVector *vector, guint index)
{
  if (vector->terms != NULL)
    return vector->terms[index];
  guint32 word = vector->codes[index] >> 1;
  float rarity = vocabulary->rarities[word];
  return vector->codes[index] & 1 ? (TarikhTerm){ word, 0, rarity * TARIKH_CHRONOLOGY_ASIDE_SHARE }
                                  : (TarikhTerm){ word, rarity, rarity };
}
void tarikh_chronology_vector_clear (TarikhVector *vector);
/* How alike two tellings are, 0..1. INNER: the cosine of what the events themselves say; LIKENESS: a third of that and two
 * thirds of the cosine of their whole sentences. SHARED: the words that both have, that are not weak, and
 * that stand in the event itself of at least one. */
typedef struct {
  double inner, likeness;
  guint shared;
  gboolean other_action; /* both say what is done or happens, and it is not the same */
} TarikhLikeness;

TarikhLikeness tarikh_chronology_vector_compare (const TarikhVocabulary *vocabulary, const TarikhVector *a,
                                                 const TarikhVector *b);
