/* chronology/vector: words weighted by how rare they are among the tellings (inverse document frequency, Spärck Jones
 * 1972) and the cosine of two such lists (Salton & McGill 1983). Knows no language and no days. */
#include "chronology/vector.h"

#include <math.h>

#define WEAK_SHARE 0.25f /* what a weak word weighs of its rarity */
#define MOST_TERMS 64u   /* a merged vector that has twice as many keeps the heaviest of its terms */

static gboolean
is_weak (const TarikhVocabulary *v, guint32 word)
{
  return g_array_index (v->hashes, guint32, word) & TARIKH_CHRONOLOGY_WEAK;
}

static void
count_word (TarikhVocabulary *v, guint32 marked)
{
  guint32 word = marked & ~TARIKH_CHRONOLOGY_MARKS, action = marked & TARIKH_CHRONOLOGY_ACTION, one = 1;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (v->number_of, GUINT_TO_POINTER (word)));

  if (number > 0) {
    g_array_index (v->frequency, guint32, number - 1)++;
    g_array_index (v->hashes, guint32, number - 1) |= action;
    return;
  }
  g_array_append_val (v->frequency, one);
  g_hash_table_insert (v->number_of, GUINT_TO_POINTER (word), GUINT_TO_POINTER (v->frequency->len));
  word |= action;
  g_array_append_val (v->hashes, word);
}

/* The words of a part as they are in the whole. */
static void
look_at_whole (TarikhVocabulary *v, const TarikhWhole *whole)
{
  v->n_tellings = MAX (v->n_tellings, whole->n_tellings);
  for (guint32 w = 0; w < v->frequency->len; w++) {
    guint32 *hash = &g_array_index (v->hashes, guint32, w), *frequency = &g_array_index (v->frequency, guint32, w);
    guint known = GPOINTER_TO_UINT (
      g_hash_table_lookup (whole->words, GUINT_TO_POINTER (*hash & ~TARIKH_CHRONOLOGY_MARKS)));
    *frequency = MAX (*frequency, known >> 1);
    *hash |= known & 1 ? TARIKH_CHRONOLOGY_ACTION : 0;
  }
}

TarikhVocabulary *
tarikh_chronology_vocabulary_new (const TarikhTellings *tellings)
{
  return tarikh_chronology_vocabulary_new_within (tellings, NULL);
}

TarikhVocabulary *
tarikh_chronology_vocabulary_new_within (const TarikhTellings *tellings, const TarikhWhole *whole)
{
  TarikhVocabulary *v = g_new (TarikhVocabulary, 1);

  *v = (TarikhVocabulary){ .number_of = g_hash_table_new (NULL, NULL),
                           .frequency = g_array_new (FALSE, FALSE, sizeof (guint32)),
                           .hashes = g_array_new (FALSE, FALSE, sizeof (guint32)),
                           .n_tellings = tellings->tellings->len };
  for (guint i = 0; i < tellings->tellings->len; i++) {
    const guint32 *words = tarikh_chronology_tellings_get_words (tellings, i);
    for (guint k = 0; k < g_array_index (tellings->tellings, TarikhTelling, i).n_words; k++)
      count_word (v, words[k]);
  }
  if (whole != NULL)
    look_at_whole (v, whole);
  v->rarities = g_new (float, MAX (v->frequency->len, 1u));
  for (guint32 w = 0; w < v->frequency->len; w++)
    v->rarities[w] = logf (1.0f + (float) v->n_tellings / (float) g_array_index (v->frequency, guint32, w))
                     * (is_weak (v, w) ? WEAK_SHARE : 1.0f);
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
  g_free (v->rarities);
  g_free (v);
}

static void
set_norm (const TarikhVocabulary *v, TarikhVector *vector)
{
  double inner = 0, all = 0;

  for (guint i = 0; i < vector->n_terms; i++) {
    TarikhTerm term = tarikh_chronology_vector_get (v, vector, i);
    inner += (double) term.inner * term.inner;
    all += (double) term.all * term.all;
  }
  vector->inner_norm = (float) sqrt (inner);
  vector->all_norm = (float) sqrt (all);
}

static gint
compare_codes (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
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
  TarikhVector vector = { .codes = g_new (guint32, MAX (n, 1u)) };

  for (guint i = 0; i < n; i++) {
    guint32 word = words[i] & ~TARIKH_CHRONOLOGY_MARKS;
    guint number = GPOINTER_TO_UINT (g_hash_table_lookup (v->number_of, GUINT_TO_POINTER (word)));
    if (number == 0)
      continue;
    vector.action = vector.action || (words[i] & TARIKH_CHRONOLOGY_MARKS) == TARIKH_CHRONOLOGY_ACTION;
    vector.codes[vector.n_terms++] = (number - 1) << 1 | ((words[i] & TARIKH_CHRONOLOGY_ASIDE) != 0);
  }
  qsort (vector.codes, vector.n_terms, sizeof *vector.codes, compare_codes);
  set_norm (v, &vector);
  return vector;
}

/* Keeps the heaviest terms when there are far too many. */
static void
prune (TarikhVector *vector)
{
  if (vector->n_terms <= 2 * MOST_TERMS)
    return;
  qsort (vector->terms, vector->n_terms, sizeof (TarikhTerm), compare_by_weight);
  vector->n_terms = MOST_TERMS;
  qsort (vector->terms, vector->n_terms, sizeof (TarikhTerm), compare_by_word);
}

TarikhVector
tarikh_chronology_vector_sum (const TarikhVocabulary *v, const TarikhVector *a, const TarikhVector *b)
{
  TarikhVector sum = { .terms = g_new (TarikhTerm, MAX (a->n_terms + b->n_terms, 1u)),
                       .action = a->action || b->action };
  guint i = 0, j = 0;

  while (i < a->n_terms || j < b->n_terms) {
    TarikhTerm x = i < a->n_terms ? tarikh_chronology_vector_get (v, a, i) : (TarikhTerm){ G_MAXUINT32, 0, 0 };
    TarikhTerm y = j < b->n_terms ? tarikh_chronology_vector_get (v, b, j) : (TarikhTerm){ G_MAXUINT32, 0, 0 };
    if (x.word == y.word)
      x = (TarikhTerm){ x.word, x.inner + y.inner, x.all + y.all };
    sum.terms[sum.n_terms++] = x.word <= y.word ? x : y;
    i += x.word <= y.word;
    j += y.word <= x.word;
  }
  prune (&sum);
  set_norm (v, &sum);
  return sum;
}

void
tarikh_chronology_vector_clear (TarikhVector *vector)
{
  g_clear_pointer (&vector->codes, g_free);
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
    TarikhTerm x = tarikh_chronology_vector_get (v, a, i), y = tarikh_chronology_vector_get (v, b, j);
    if (x.word == y.word) {
      inner += (double) x.inner * y.inner;
      all += (double) x.all * y.all;
      action = action || g_array_index (v->hashes, guint32, x.word) & TARIKH_CHRONOLOGY_ACTION;
      shared += !is_weak (v, x.word) && (x.inner > 0 || y.inner > 0);
    }
    i += x.word <= y.word;
    j += y.word <= x.word;
  }
  inner = a->inner_norm > 0 && b->inner_norm > 0 ? MIN (inner / ((double) a->inner_norm * b->inner_norm), 1.0) : 0;
  all = a->all_norm > 0 && b->all_norm > 0 ? MIN (all / ((double) a->all_norm * b->all_norm), 1.0) : 0;
  return (TarikhLikeness){ inner, (inner + 2 * all) / 3, shared, a->action && b->action && !action };
}
