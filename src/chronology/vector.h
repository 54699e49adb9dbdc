/* chronology/vector: private to the room. Tellings as weighted words, and how alike two are. */
#pragma once

#include "chronology/telling.h"

typedef struct {
  guint32 word; /* dense number of the word */
  float weight; /* its rarity, times how many tellings have it */
} TarikhTerm;

/* One telling, or several merged: terms sorted by word. */
typedef struct {
  TarikhTerm *terms; /* owned */
  guint32 n_terms;
  float norm;
} TarikhVector;

/* What is common to all vectors of one chronology. */
typedef struct {
  GHashTable *number_of; /* word hash → dense number, counted from 1 */
  GArray *frequency;     /* guint32: tellings that have the word */
  GArray *hashes;        /* guint32: dense number → hash */
  guint n_tellings;
} TarikhVocabulary;

TarikhVocabulary *tarikh_chronology_vocabulary_new (const TarikhTellings *tellings);
void tarikh_chronology_vocabulary_free (TarikhVocabulary *vocabulary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhVocabulary, tarikh_chronology_vocabulary_free)
/* log (1 + N / frequency), less for weak words. */
float tarikh_chronology_vocabulary_get_rarity (const TarikhVocabulary *vocabulary, guint32 word);
/* Words that no telling has are left out. */
TarikhVector tarikh_chronology_vector_of_words (const TarikhVocabulary *vocabulary, const guint32 *words, guint n);
TarikhVector tarikh_chronology_vector_sum (const TarikhVector *a, const TarikhVector *b);
void tarikh_chronology_vector_clear (TarikhVector *vector);
/* Cosine, 0..1; SHARED (may be NULL) gets the number of words that both have and that are not weak. */
double tarikh_chronology_vector_likeness (const TarikhVocabulary *vocabulary, const TarikhVector *a,
                                          const TarikhVector *b, guint *shared);
