/* chronology/vector: words weighted by how rare they are among the tellings (inverse document frequency, Spärck Jones
 * 1972) and the cosine of two such lists (Salton & McGill 1983). Knows no language and no days. */
#include "chronology/vector.h"

#include <math.h>

#define ASIDE_SHARE 0.5f /* what a word aside weighs of it */
#define WEAK_SHARE 0.25f /* what a weak word weighs of its rarity */
#define MOST_TERMS 64u   /* a merged vector that has twice as many keeps the heaviest of its terms */

TarikhVocabulary *
tarikh_chronology_vocabulary_new (const TarikhTellings *tellings)
{
  TarikhVocabulary *v = g_new (TarikhVocabulary, 1);

  *v = (TarikhVocabulary){ .number_of = g_hash_table_new (NULL, NULL),
                           .frequency = g_array_new (FALSE, FALSE, sizeof (guint32)),
                           .hashes = g_array_new (FALSE, FALSE, sizeof (guint32)),
                           .n_tellings = tellings->tellings->len };
  for (guint i = 0; i < tellings->tellings->len; i++) {
    const guint32 *words = tarikh_chronology_tellings_get_words (tellings, i);
    guint32 n = g_array_index (tellings->tellings, TarikhTelling, i).n_words, one = 1;
    for (guint k = 0; k < n; k++) {
      guint32 word = words[k] & ~TARIKH_CHRONOLOGY_MARKS, action = words[k] & TARIKH_CHRONOLOGY_ACTION;
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (v->number_of, GUINT_TO_POINTER (word)));
      if (number > 0) {
        g_array_index (v->frequency, guint32, number - 1)++;
        g_array_index (v->hashes, guint32, number - 1) |= action;
        continue;
      }
      g_array_append_val (v->frequency, one);
      g_hash_table_insert (v->number_of, GUINT_TO_POINTER (word), GUINT_TO_POINTER (v->frequency->len));
      word |= action;
      g_array_append_val (v->hashes, word);
    }
  }
  return v;
}

void
tarikh_chronology_vocabulary_free (TarikhVocabulary *v)
{
  if (v == NULL)
    return;
  g_hash_table_unref (v->number_of);
  g_array_unref (v->frequency);
  g_array_unref (v->hashes);
  g_free (v);
}

static gboolean
is_weak (const TarikhVocabulary *v, guint32 word)
{
  return g_array_index (v->hashes, guint32, word) & TARIKH_CHRONOLOGY_WEAK;
}

float
tarikh_chronology_vocabulary_get_rarity (const TarikhVocabulary *v, guint32 word)
{
  float rarity = logf (1.0f + (float) v->n_tellings / (float) g_array_index (v->frequency, guint32, word));

  return is_weak (v, word) ? rarity * WEAK_SHARE : rarity;
}

static void
set_norm (TarikhVector *vector)
{
  double inner = 0, all = 0;

  for (guint i = 0; i < vector->n_terms; i++) {
    const TarikhTerm *term = &vector->terms[i];
    inner += (double) term->inner * term->inner;
    all += (double) term->all * term->all;
  }
  vector->inner_norm = (float) sqrt (inner);
  vector->all_norm = (float) sqrt (all);
}

static gint
compare_by_word (gconstpointer a, gconstpointer b)
{
  guint32 x = ((const TarikhTerm *) a)->word, y = ((const TarikhTerm *) b)->word;

  return x < y ? -1 : x > y;
}

static gint
compare_by_weight (gconstpointer a, gconstpointer b)
{
  float x = ((const TarikhTerm *) a)->all, y = ((const TarikhTerm *) b)->all;

  return x > y ? -1 : x < y ? 1 : compare_by_word (a, b);
}

TarikhVector
tarikh_chronology_vector_of_words (const TarikhVocabulary *v, const guint32 *words, guint n)
{
  TarikhVector vector = { g_new (TarikhTerm, MAX (n, 1u)), 0, 0, 0, FALSE };

  for (guint i = 0; i < n; i++) {
    guint32 word = words[i] & ~TARIKH_CHRONOLOGY_MARKS;
    guint number = GPOINTER_TO_UINT (g_hash_table_lookup (v->number_of, GUINT_TO_POINTER (word)));
    if (number == 0)
      continue;
    float rarity = tarikh_chronology_vocabulary_get_rarity (v, number - 1);
    vector.action = vector.action || (words[i] & TARIKH_CHRONOLOGY_MARKS) == TARIKH_CHRONOLOGY_ACTION;
    vector.terms[vector.n_terms++] = !(words[i] & TARIKH_CHRONOLOGY_ASIDE) ? (TarikhTerm){ number - 1, rarity, rarity }
                                                      : (TarikhTerm){ number - 1, 0, rarity * ASIDE_SHARE };
  }
  qsort (vector.terms, vector.n_terms, sizeof (TarikhTerm), compare_by_word);
  set_norm (&vector);
  return vector;
}

TarikhVector
tarikh_chronology_vector_sum (const TarikhVector *a, const TarikhVector *b)
{
  TarikhVector sum = { g_new (TarikhTerm, MAX (a->n_terms + b->n_terms, 1u)), 0, 0, 0, a->action || b->action };
  guint i = 0, j = 0;

  while (i < a->n_terms || j < b->n_terms) {
    TarikhTerm *term = &sum.terms[sum.n_terms++];
    if (j == b->n_terms || (i < a->n_terms && a->terms[i].word < b->terms[j].word)) {
      *term = a->terms[i++];
    } else if (i == a->n_terms || b->terms[j].word < a->terms[i].word) {
      *term = b->terms[j++];
    } else {
      *term = (TarikhTerm){ a->terms[i].word, a->terms[i].inner + b->terms[j].inner,
                            a->terms[i].all + b->terms[j].all };
      i++, j++;
    }
  }
  if (sum.n_terms > 2 * MOST_TERMS) {
    qsort (sum.terms, sum.n_terms, sizeof (TarikhTerm), compare_by_weight);
    sum.n_terms = MOST_TERMS;
    qsort (sum.terms, sum.n_terms, sizeof (TarikhTerm), compare_by_word);
  }
  set_norm (&sum);
  return sum;
}

void
tarikh_chronology_vector_clear (TarikhVector *vector)
{
  g_clear_pointer (&vector->terms, g_free);
  vector->n_terms = 0;
}

TarikhLikeness
tarikh_chronology_vector_compare (const TarikhVocabulary *v, const TarikhVector *a, const TarikhVector *b)
{
  double inner = 0, all = 0;
  gboolean action = FALSE;
  guint shared = 0;

  for (guint i = 0, j = 0; i < a->n_terms && j < b->n_terms;) {
    const TarikhTerm *x = &a->terms[i], *y = &b->terms[j];
    if (x->word == y->word) {
      inner += (double) x->inner * y->inner;
      all += (double) x->all * y->all;
      action = action || g_array_index (v->hashes, guint32, x->word) & TARIKH_CHRONOLOGY_ACTION;
      shared += !is_weak (v, x->word) && (x->inner > 0 || y->inner > 0);
    }
    i += x->word <= y->word;
    j += y->word <= x->word;
  }
  inner = a->inner_norm > 0 && b->inner_norm > 0 ? MIN (inner / ((double) a->inner_norm * b->inner_norm), 1.0) : 0;
  all = a->all_norm > 0 && b->all_norm > 0 ? MIN (all / ((double) a->all_norm * b->all_norm), 1.0) : 0;
  return (TarikhLikeness){ inner, (inner + 2 * all) / 3, shared, a->action && b->action && !action };
}
