/* chronology/vector: private to the room. Tellings as weighted words, and how alike two are. */
#pragma once

#include "chronology/telling.h"

typedef struct {
  guint32 word; /* dense number of the word */
  float inner;  /* its rarity where it stands in the event, summed over the tellings; 0 when it only stands aside */
  float all;    /* the same, with a share of its rarity where it stands aside */
} TarikhTerm;

/* One telling, or several merged: terms sorted by word. */
typedef struct {
  TarikhTerm *terms; /* owned */
  guint32 n_terms;
  float inner_norm, all_norm;
  gboolean action; /* the event itself says what is done or happens */
} TarikhVector;

/* What is common to all vectors of one chronology. */
typedef struct {
  GHashTable *number_of; /* word hash → dense number, counted from 1 */
  GArray *frequency;     /* guint32: tellings that have the word */
  GArray *hashes;        /* guint32: dense number → hash, with ACTION when any telling has it so */
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
