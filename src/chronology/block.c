/* chronology/block: which happenings are compared at all: each meets only those that share one of its rarest words
 * and lie near it in time, so that the cost is close to linear. Judges by the margin, not by itself. */
#include "chronology/match.h"

#include <string.h>

#define MOST_COMPARED 20u    /* neighbours compared as a whole: those that share most of the rare words */
#define MOST_EDGES 6u        /* kept of one telling in a round: its most alike; the next round sees what they made */
#define BLOCK_WORDS 8u       /* rarest words by which a telling looks for its like */
#define BLOCK_REACH 24u      /* neighbours looked at under one word */
#define BLOCK_REACH_WIDE 96u /* the same for a telling whose date is vague, or that has none */
#define WIDE_DAYS 10
#define SLACK_DAYS 7      /* days by which block neighbours may miss each other */
#define LEAST_SHARE 0.03f /* of the likeness, by block words alone, before the whole is computed */

typedef struct {
  guint32 position;
  float weight; /* of the word, there */
} Entry;

/* The groups of one round in order of time, and under each word those that look for their like by it. */
typedef struct {
  guint n;
  guint32 *roots;    /* position → item */
  TarikhTerm *words; /* position × BLOCK_WORDS; TARIKH_CHRONOLOGY_NOBODY where fewer */
  guint32 *starts;   /* word → first of its entries; one more at the end */
  Entry *entries;    /* ascending under each word */
  guint32 *cursors;  /* word → how many of its entries were passed */
} Blocks;

static gint
compare_in_time (gconstpointer a, gconstpointer b, gpointer matcher)
{
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;
  const TarikhInterval *x = &((const TarikhMatcher *) matcher)->items[i].days;
  const TarikhInterval *y = &((const TarikhMatcher *) matcher)->items[j].days;
  gboolean known_x = tarikh_base_interval_is_known (*x), known_y = tarikh_base_interval_is_known (*y);

  if (known_x != known_y)
    return known_x ? -1 : 1;
  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  if (x->last != y->last)
    return x->last < y->last ? -1 : 1;
  return i < j ? -1 : i > j;
}

/* The rarest words of VECTOR that another telling has too. */
static void
choose_block_words (const TarikhMatcher *m, const TarikhVector *vector, TarikhTerm *chosen)
{
  float rarities[BLOCK_WORDS];
  guint n = 0;

  for (guint i = 0; i < vector->n_terms; i++) {
    TarikhTerm term = tarikh_chronology_vector_get (m->vocabulary, vector, i);
    guint32 word = term.word;
    if (g_array_index (m->vocabulary->frequency, guint32, word) < 2)
      continue;
    float rarity = m->vocabulary->rarities[word];
    if (n == BLOCK_WORDS && rarity <= rarities[n - 1])
      continue;
    guint at = n < BLOCK_WORDS ? n++ : n - 1;
    for (; at > 0 && rarities[at - 1] < rarity; at--) {
      rarities[at] = rarities[at - 1];
      chosen[at] = chosen[at - 1];
    }
    rarities[at] = rarity;
    chosen[at] = term;
  }
  for (; n < BLOCK_WORDS; n++)
    chosen[n].word = TARIKH_CHRONOLOGY_NOBODY;
}

static void
fill_entries (Blocks *b, guint n_words)
{
  gsize n = (gsize) b->n * BLOCK_WORDS;

  b->starts = g_new0 (guint32, n_words + 2);
  b->cursors = g_new0 (guint32, n_words + 1);
  for (gsize i = 0; i < n; i++)
    if (b->words[i].word != TARIKH_CHRONOLOGY_NOBODY)
      b->starts[b->words[i].word + 1]++;
  for (guint w = 0; w < n_words; w++)
    b->starts[w + 1] += b->starts[w];
  b->entries = g_new (Entry, MAX (b->starts[n_words], 1u));
  for (gsize i = 0; i < n; i++) {
    guint32 word = b->words[i].word;
    if (word != TARIKH_CHRONOLOGY_NOBODY)
      b->entries[b->starts[word] + b->cursors[word]++] = (Entry){ (guint32) (i / BLOCK_WORDS), b->words[i].all };
  }
  memset (b->cursors, 0, n_words * sizeof *b->cursors);
}

static Blocks
make_blocks (TarikhMatcher *m)
{
  Blocks b = { 0 };

  b.roots = g_new (guint32, MAX (m->n_items, 1u));
  for (guint32 i = 0; i < m->n_items; i++)
    if (m->items[i].root == i)
      b.roots[b.n++] = i;
  g_qsort_with_data (b.roots, (gint) b.n, sizeof *b.roots, compare_in_time, m);
  b.words = g_new (TarikhTerm, MAX ((gsize) b.n * BLOCK_WORDS, 1u));
  for (guint p = 0; p < b.n; p++)
    choose_block_words (m, &m->items[b.roots[p]].vector, b.words + (gsize) p * BLOCK_WORDS);
  fill_entries (&b, m->vocabulary->frequency->len);
  return b;
}

static void
clear_blocks (Blocks *b)
{
  g_free (b->roots);
  g_free (b->words);
  g_free (b->starts);
  g_free (b->entries);
  g_free (b->cursors);
}

/* ---- candidates ---- */

/* How much the block words alone say, for the neighbours of one position. */
typedef struct {
  float *products; /* position → product of the weights under the shared block words; 0 but for the touched ones */
  GArray *touched; /* positions */
} Neighbours;

static void
touch (Neighbours *near, Entry entry, float weight)
{
  if (near->products[entry.position] == 0)
    g_array_append_val (near->touched, entry.position);
  near->products[entry.position] += weight * entry.weight;
}

/* Under TERM's word, what follows POSITION in time and still meets it, up to the reach; when it is undated, what stands
 * before it, at even steps. The word's cursor stands on POSITION. */
static void
look_under_word (const TarikhMatcher *m, const Blocks *b, Neighbours *near, guint32 position, TarikhTerm term)
{
  const TarikhItem *item = &m->items[b->roots[position]];
  const Entry *entries = b->entries + b->starts[term.word];
  guint32 n = b->starts[term.word + 1] - b->starts[term.word], here = b->cursors[term.word]++;
  gint width = tarikh_chronology_days_width (item->days);
  guint reach = width > WIDE_DAYS ? BLOCK_REACH_WIDE : BLOCK_REACH;

  if (width == G_MAXINT)
    for (guint32 i = 0, step = here / BLOCK_REACH_WIDE + 1; i < here; i += step)
      touch (near, entries[i], term.all);
  for (guint32 i = here + 1; i < n && i <= here + reach; i++) {
    const TarikhInterval *other = &m->items[b->roots[entries[i].position]].days;
    if (width != G_MAXINT
        && (!tarikh_base_interval_is_known (*other) || (gint64) other->first > (gint64) item->days.last + SLACK_DAYS))
      break;
    touch (near, entries[i], term.all);
  }
}

/* What stories tell of one day from afar is compared whatever its words: they mean one happening and say it in many
 * ways. */
static void
look_on_day (const TarikhMatcher *m, const Blocks *b, Neighbours *near, guint32 position)
{
  const TarikhItem *item = &m->items[b->roots[position]];

  for (guint32 i = position + 1; tarikh_chronology_item_is_afar (item) && i < b->n && i <= position + BLOCK_REACH;
       i++) {
    const TarikhItem *other = &m->items[b->roots[i]];
    if (other->days.first != item->days.first || other->days.last != item->days.last)
      break;
    if (tarikh_chronology_item_is_afar (other))
      touch (near, (Entry){ i, item->vector.all_norm }, LEAST_SHARE * other->vector.all_norm);
  }
}

/* Puts EDGE among the N best, of at most MOST, best first. Returns how many there are then. */
static guint
keep_best (TarikhEdge *best, guint n, guint most, TarikhEdge edge)
{
  guint at = n < most ? n : n - 1;

  if (n == most && edge.margin <= best[n - 1].margin)
    return n;
  for (; at > 0 && best[at - 1].margin < edge.margin; at--)
    best[at] = best[at - 1];
  best[at] = edge;
  return MIN (n + 1, most);
}

/* The neighbours that the block words alone make most alike; at most MOST_COMPARED, best first. Their products are used
 * up. Returns how many. */
static guint
choose_neighbours (const TarikhMatcher *m, const Blocks *b, Neighbours *near, guint32 position, TarikhEdge *chosen)
{
  float norm = m->items[b->roots[position]].vector.all_norm;
  guint n = 0;

  for (guint i = 0; i < near->touched->len; i++) {
    guint32 other = g_array_index (near->touched, guint32, i);
    float share = near->products[other] / (norm * m->items[b->roots[other]].vector.all_norm);
    near->products[other] = 0;
    if (share >= LEAST_SHARE * 0.999f)
      n = keep_best (chosen, n, MOST_COMPARED, (TarikhEdge){ position, other, share });
  }
  g_array_set_size (near->touched, 0);
  return n;
}

static void
keep_alike (TarikhMatcher *m, const Blocks *b, Neighbours *near, guint32 position, GArray *edges)
{
  TarikhEdge near_ones[MOST_COMPARED], best[MOST_EDGES];
  guint n_near = choose_neighbours (m, b, near, position, near_ones), n = 0;

  for (guint i = 0; i < n_near; i++) {
    guint32 root = b->roots[position], other = b->roots[near_ones[i].b];
    double margin = tarikh_chronology_measure_margin (m, root, other);
    if (margin >= 0)
      n = keep_best (best, n, MOST_EDGES, (TarikhEdge){ MIN (root, other), MAX (root, other), (float) margin });
  }
  g_array_append_vals (edges, best, n);
}

GArray *
tarikh_chronology_find_edges (TarikhMatcher *m)
{
  Blocks b = make_blocks (m);
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (TarikhEdge));
  g_autofree float *products = g_new0 (float, MAX (b.n, 1u));
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  Neighbours near = { products, touched };

  for (guint32 position = 0; position < b.n; position++) {
    const TarikhTerm *words = b.words + (gsize) position * BLOCK_WORDS;
    for (guint k = 0; k < BLOCK_WORDS && words[k].word != TARIKH_CHRONOLOGY_NOBODY; k++)
      look_under_word (m, &b, &near, position, words[k]);
    look_on_day (m, &b, &near, position);
    keep_alike (m, &b, &near, position, edges);
  }
  clear_blocks (&b);
  return edges;
}
