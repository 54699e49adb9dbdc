/* chronology/match: which tellings are one happening. Pairs that are alike enough are joined best first, each join
 * compared again as a whole, so that a chain of likenesses does not swallow an affair. Rounds repeat with what was
 * joined. Deterministic. */
#include "chronology/match.h"

#define ROUNDS 6
#define FEW 40u /* so many tellings are compared each with each */

/* Sentences copied word by word need no comparing; they would only crowd the blocks. */
static void
join_equal_texts (TarikhMatcher *m)
{
  g_autoptr (GHashTable) first_of = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gint64 *keys = g_new (gint64, MAX (m->n_items, 1u));

  for (guint32 i = 0; i < m->n_items; i++) {
    const TarikhTelling *telling = tarikh_chronology_item_get_telling (m, i);
    TarikhDay day = m->items[i].days.first;
    keys[i] = (gint64) (((guint64) telling->fingerprint << 32) ^ (guint32) day ^ telling->n_words * 2654435761u);
    gpointer other;
    if (telling->fingerprint == 0)
      continue;
    if (!g_hash_table_lookup_extended (first_of, &keys[i], NULL, &other)) {
      g_hash_table_insert (first_of, &keys[i], GUINT_TO_POINTER (i));
      continue;
    }
    guint32 root = tarikh_chronology_item_find_root (m, GPOINTER_TO_UINT (other));
    if (m->items[i].root == i && root != i && m->items[root].days.first == day
        && m->items[root].days.last == m->items[i].days.last
        && tarikh_chronology_item_get_telling (m, GPOINTER_TO_UINT (other))->story != telling->story
        && tarikh_chronology_measure_margin (m, root, i) > 0)
      tarikh_chronology_item_join (m, root, i);
  }
}

/* All pairs of a few, without blocks: one story's events. */
static GArray *
find_few_edges (TarikhMatcher *m)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (TarikhEdge));

  for (guint32 a = 0; a < m->n_items; a++)
    for (guint32 b = a + 1; b < m->n_items; b++) {
      double margin = m->items[a].root == a && m->items[b].root == b ? tarikh_chronology_measure_margin (m, a, b) : -1;
      TarikhEdge edge = { a, b, (float) margin };
      if (margin >= 0)
        g_array_append_val (edges, edge);
    }
  return edges;
}

static gint
compare_edges (gconstpointer a, gconstpointer b)
{
  const TarikhEdge *x = a, *y = b;

  if (x->margin != y->margin)
    return x->margin > y->margin ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return x->b < y->b ? -1 : x->b > y->b;
}

/* TRUE when anything was joined. */
static gboolean
run_round (TarikhMatcher *m)
{
  g_autoptr (GArray) edges = m->n_items <= FEW ? find_few_edges (m) : tarikh_chronology_find_edges (m);
  gboolean joined = FALSE;

  if (edges->len > 0)
    qsort (edges->data, edges->len, sizeof (TarikhEdge), compare_edges);
  for (guint i = 0; i < edges->len; i++) {
    const TarikhEdge *edge = &g_array_index (edges, TarikhEdge, i);
    guint32 a = tarikh_chronology_item_find_root (m, edge->a), b = tarikh_chronology_item_find_root (m, edge->b);
    if (a == b)
      continue;
    gboolean untouched = a == edge->a && b == edge->b && m->items[a].support == 1 && m->items[b].support == 1;
    if (untouched || tarikh_chronology_measure_margin (m, a, b) >= 0) {
      tarikh_chronology_item_join (m, a, b);
      joined = TRUE;
    }
  }
  return joined;
}

static TarikhGrouping
number_groups (TarikhMatcher *m)
{
  TarikhGrouping grouping = { 0, g_new (guint32, MAX (m->n_items, 1u)) };

  /* A root is the first of its members, so it has its number before they ask for it. */
  for (guint32 i = 0; i < m->n_items; i++) {
    guint32 root = tarikh_chronology_item_find_root (m, i);
    grouping.group_of[i] = root == i ? grouping.n_groups++ : grouping.group_of[root];
  }
  return grouping;
}

/* What somebody knows to be one. */
static void
join_known (TarikhMatcher *m, const guint32 *joined)
{
  g_autoptr (GHashTable) first_of = g_hash_table_new (NULL, NULL);

  for (guint32 i = 0; i < m->n_items; i++) {
    gpointer first;
    if (joined[i] == 0)
      continue;
    if (g_hash_table_lookup_extended (first_of, GUINT_TO_POINTER (joined[i]), NULL, &first))
      tarikh_chronology_item_join (m, tarikh_chronology_item_find_root (m, GPOINTER_TO_UINT (first)), i);
    else
      g_hash_table_insert (first_of, GUINT_TO_POINTER (joined[i]), GUINT_TO_POINTER (i));
  }
}

TarikhGrouping
tarikh_chronology_match (const TarikhChronology *chronology, const TarikhWhole *whole, const guint32 *joined)
{
  g_autoptr (TarikhVocabulary) vocabulary = tarikh_chronology_vocabulary_new_within (chronology->tellings, whole);
  TarikhMatcher m = { chronology->tellings, vocabulary, chronology->events->len, NULL, NULL };

  m.starts = whole != NULL ? g_array_ref (whole->starts) : tarikh_chronology_sort_starts (chronology);
  tarikh_chronology_items_init (&m, chronology);
  if (joined != NULL)
    join_known (&m, joined);
  join_equal_texts (&m);
  for (guint round = 0; round < ROUNDS && run_round (&m); round++)
    ;
  TarikhGrouping grouping = number_groups (&m);
  for (guint32 i = 0; i < m.n_items; i++)
    tarikh_chronology_vector_clear (&m.items[i].vector);
  g_free (m.items);
  g_array_unref (m.starts);
  return grouping;
}

void
tarikh_chronology_grouping_clear (TarikhGrouping *grouping)
{
  g_clear_pointer (&grouping->group_of, g_free);
}
