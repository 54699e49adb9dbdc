/* chronology/match: which tellings are one happening. Every telling meets only those that share one of its rarest words
 * and lie near it in time (blocking); pairs that are alike enough are joined best first, each join compared again as a
 * whole, so that a chain of likenesses does not swallow an affair. Rounds repeat with what was joined. Deterministic. */
#include "chronology/vector.h"

#include <math.h>
#include <string.h>

#define ROUNDS 6
#define FEW 40u            /* so many tellings are compared each with each */
#define MOST_COMPARED 20u  /* neighbours compared as a whole: those that share most of the rare words */
#define MOST_EDGES 6u      /* kept of one telling in a round: its most alike; the next round sees what they made */
#define BLOCK_WORDS 8u     /* rarest words by which a telling looks for its like */
#define BLOCK_REACH 24u    /* neighbours looked at under one word */
#define BLOCK_REACH_WIDE 96u /* the same for a telling whose date is vague, or that has none */
#define WIDE_DAYS 10
#define DAYS_OF_WEEK 7
#define SLACK_DAYS 7       /* days by which block neighbours may miss each other */
#define LEAST_SHARE 0.03f  /* of the likeness, by block words alone, before the whole is computed */
#define SAME_STORY_LEAST 0.60 /* inner likeness of two events that one story tells */
#define FAR_THRESHOLD 0.60 /* of the days alone: from here on they are far apart, a slip of the pen */
#define FAR_LEAST 0.80     /* inner likeness of such events */
#define SAME_STORY_LOOK 16u /* members compared for a common story */
#define CROWD 6            /* tellings of the same days that leave the threshold as it is */
#define CROWD_MORE 0.020   /* added to it every time that they double: the more there are, the more agree by chance */
#define OTHER_ACTION_MORE 0.20 /* added when each says what happens and it is not the same: place and people agree */
#define REMEMBERED 3u      /* tellings of a happening named from afar, from which it is what its day is known for */
#define AFAR_TWICE 0.12    /* likeness of two tellings of one story that name the same far day */
#define NOBODY G_MAXUINT32

typedef struct {
  TarikhInterval days;
  TarikhVector vector;
  guint64 origins;          /* bit n % 64: a member comes from absorbed chronology n */
  guint32 support;          /* members */
  gboolean fresh;           /* a member is the news of the day */
  gboolean weekday;         /* its day is known by the bare name of a weekday */
  guint32 n_afar;           /* members that name the very day from afar */
  gboolean approximate;     /* its days are those of a telling that says "about" */
  guint32 next, last;       /* members as a list of tellings, from this one on */
  guint32 root;             /* union-find */
} Item;

typedef struct {
  guint32 a, b;
  float margin;
} Edge;

typedef struct {
  const TarikhTellings *tellings;
  TarikhVocabulary *vocabulary;
  guint n_items;
  Item *items;     /* one a telling; only roots are groups */
  GArray *starts;  /* TarikhDay: the first days of all dated tellings, sorted */
} Matcher;

/* ---- items ---- */

static guint32
find_root (Matcher *m, guint32 index)
{
  while (m->items[index].root != index) {
    m->items[index].root = m->items[m->items[index].root].root;
    index = m->items[index].root;
  }
  return index;
}

static const TarikhTelling *
get_telling (const Matcher *m, guint32 index)
{
  return &g_array_index (m->tellings->tellings, TarikhTelling, index);
}

static TarikhDay
get_published (const TarikhChronology *chronology, guint32 story)
{
  if (story >= chronology->stories->len)
    return TARIKH_DAY_NONE;
  return ((const TarikhChronicleStory *) g_ptr_array_index (chronology->stories, story))->published;
}

/* A day of the week round the story's own that no digit names: which week is meant is the reader's guess. */
static gboolean
is_by_weekday (const TarikhChronology *chronology, const TarikhChronicleEvent *event, TarikhDay published)
{
  if (event->timex < 0 || (guint) event->timex >= chronology->timexes->len || published == TARIKH_DAY_NONE
      || event->start == TARIKH_DAY_NONE || event->start != event->end
      || ABS ((gint64) published - event->start) > DAYS_OF_WEEK)
    return FALSE;
  const TarikhChronicleTimex *timex = g_ptr_array_index (chronology->timexes, event->timex);
  for (const char *p = timex->text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static void
init_items (Matcher *m, const TarikhChronology *chronology)
{
  m->items = g_new0 (Item, MAX (m->n_items, 1u));
  for (guint32 i = 0; i < m->n_items; i++) {
    const TarikhTelling *telling = get_telling (m, i);
    const TarikhChronicleEvent *event = g_ptr_array_index (chronology->events, i);
    TarikhDay published = get_published (chronology, telling->story);
    Item *item = &m->items[i];
    item->days = tarikh_chronology_event_get_days (event);
    item->vector = tarikh_chronology_vector_of_words (
      m->vocabulary, tarikh_chronology_tellings_get_words (m->tellings, i), telling->n_words);
    item->origins = telling->origin > 0 ? G_GUINT64_CONSTANT (1) << telling->origin % 64 : 0;
    item->support = 1;
    item->fresh = telling->fresh;
    item->weekday = is_by_weekday (chronology, event, published);
    item->n_afar = tarikh_chronology_event_is_afar (event, published);
    item->approximate = event->approximate;
    item->next = NOBODY;
    item->last = item->root = i;
  }
}

/* Which share of the smaller group's stories the other has too. A story that tells both apart says that they are two; one
 * story among many that comes back to the same thing in other words says nothing. */
static double
share_stories (const Matcher *m, guint32 a, guint32 b)
{
  if (m->items[a].support > m->items[b].support) {
    guint32 larger = a;
    a = b, b = larger;
  }
  guint both = 0, n = 0;
  for (guint32 i = a; i != NOBODY && n < SAME_STORY_LOOK; i = m->items[i].next, n++) {
    guint32 j = b, looked = 0;
    while (j != NOBODY && looked < SAME_STORY_LOOK && get_telling (m, i)->story != get_telling (m, j)->story)
      j = m->items[j].next, looked++;
    both += j != NOBODY && looked < SAME_STORY_LOOK;
  }
  return (double) both / n;
}

static gint
compare_starts (gconstpointer a, gconstpointer b)
{
  TarikhDay x = *(const TarikhDay *) a, y = *(const TarikhDay *) b;

  return x < y ? -1 : x > y;
}

static GArray *
sort_starts (const TarikhChronology *chronology)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (TarikhDay));

  for (guint i = 0; i < chronology->events->len; i++) {
    TarikhDay start = ((const TarikhChronicleEvent *) g_ptr_array_index (chronology->events, i))->start;
    if (start != TARIKH_DAY_NONE)
      g_array_append_val (starts, start);
  }
  g_array_sort (starts, compare_starts);
  return starts;
}

/* How many tellings begin before DAY. */
static guint
count_before (const GArray *starts, gint64 day)
{
  guint low = 0, high = starts->len;

  while (low < high) {
    guint middle = (low + high) / 2;
    if (g_array_index (starts, TarikhDay, middle) < day)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* What the number of tellings of the same days adds to the threshold of A and B. */
static double
measure_crowd (const Matcher *m, TarikhInterval a, TarikhInterval b)
{
  guint n = m->starts->len;

  if (tarikh_base_interval_is_known (a) && tarikh_base_interval_is_known (b))
    n = count_before (m->starts, (gint64) MAX (a.last, b.last) + 1) - count_before (m->starts, MIN (a.first, b.first));
  return n > CROWD ? CROWD_MORE * log2 ((double) n / CROWD) : 0;
}

/* A day that several stories name from afar is known for one happening: what else they say of that time is likely it. */
static gboolean
is_remembered (const Item *item)
{
  return item->n_afar >= REMEMBERED;
}

static gboolean
is_afar (const Item *item)
{
  return item->n_afar > 0 && (!item->fresh || is_remembered (item));
}

/* By how much A and B (roots) are more alike than they must be; negative: two happenings. */
static double
measure_margin (const Matcher *m, guint32 a, guint32 b)
{
  const Item *x = &m->items[a], *y = &m->items[b];
  TarikhDating dating = { x->fresh && y->fresh, is_afar (x) && is_afar (y), x->approximate || y->approximate,
                          x->weekday || y->weekday };
  double threshold = tarikh_chronology_days_threshold (x->days, y->days, dating);

  if (threshold >= TARIKH_CHRONOLOGY_NEVER || (x->origins & y->origins) != 0)
    return -1;
  gboolean far = threshold >= FAR_THRESHOLD;
  TarikhLikeness l = tarikh_chronology_vector_compare (m->vocabulary, &x->vector, &y->vector);
  if (l.likeness < threshold)
    return l.likeness - threshold;
  if (!dating.both_afar && !is_remembered (x) && !is_remembered (y))
    threshold += measure_crowd (m, x->days, y->days) + (l.other_action ? OTHER_ACTION_MORE : 0);
  guint shorter = MIN (x->vector.n_terms, y->vector.n_terms);
  guint least = far ? 4 : dating.both_afar ? 1 : 2;
  if (l.shared < MIN (least, MAX (shorter, 1u)) || (far && l.inner < FAR_LEAST))
    return -1;
  double apart = far || l.inner < SAME_STORY_LEAST ? share_stories (m, a, b) : 0;
  if (far && apart > 0) /* a slip of the pen is another's: one story with two dates means two happenings */
    return -1;
  if (dating.both_afar) /* coming back to its day's one happening, rather than telling a second */
    return l.likeness - MAX (threshold, apart * AFAR_TWICE);
  return apart >= 0.5 ? -1 : l.likeness - threshold * (1 + apart);
}

/* The days of a group: where its members meet; where they do not, those of the larger side. */
static TarikhInterval
join_days (const Item *a, const Item *b)
{
  gint gap = tarikh_chronology_days_gap (a->days, b->days);

  if (gap == 0)
    return (TarikhInterval){ MAX (a->days.first, b->days.first), MIN (a->days.last, b->days.last),
                             TARIKH_GRAIN_NONE };
  if (!tarikh_base_interval_is_known (a->days) || !tarikh_base_interval_is_known (b->days))
    return tarikh_base_interval_is_known (a->days) ? a->days : b->days;
  if (a->approximate != b->approximate)
    return a->approximate ? b->days : a->days;
  return b->support > a->support ? b->days : a->days;
}

static void
join (Matcher *m, guint32 a, guint32 b)
{
  guint32 keep = MIN (a, b), lose = MAX (a, b);
  Item *x = &m->items[keep], *y = &m->items[lose];
  TarikhVector sum = tarikh_chronology_vector_sum (m->vocabulary, &x->vector, &y->vector);

  x->days = join_days (x, y);
  x->approximate = x->approximate && y->approximate;
  tarikh_chronology_vector_clear (&x->vector);
  tarikh_chronology_vector_clear (&y->vector);
  x->vector = sum;
  x->origins |= y->origins;
  x->support += y->support;
  x->fresh = x->fresh || y->fresh;
  x->weekday = x->weekday && y->weekday;
  x->n_afar += y->n_afar;
  m->items[x->last].next = lose;
  x->last = y->last;
  y->root = keep;
}

/* Sentences copied word by word need no comparing; they would only crowd the blocks. */
static void
join_equal_texts (Matcher *m)
{
  g_autoptr (GHashTable) first_of = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gint64 *keys = g_new (gint64, MAX (m->n_items, 1u));

  for (guint32 i = 0; i < m->n_items; i++) {
    const TarikhTelling *telling = get_telling (m, i);
    TarikhDay day = m->items[i].days.first;
    keys[i] = (gint64) (((guint64) telling->fingerprint << 32) ^ (guint32) day ^ telling->n_words * 2654435761u);
    gpointer other;
    if (telling->fingerprint == 0)
      continue;
    if (!g_hash_table_lookup_extended (first_of, &keys[i], NULL, &other)) {
      g_hash_table_insert (first_of, &keys[i], GUINT_TO_POINTER (i));
      continue;
    }
    guint32 root = find_root (m, GPOINTER_TO_UINT (other));
    if (m->items[i].root == i && root != i && m->items[root].days.first == day && m->items[root].days.last == m->items[i].days.last
        && get_telling (m, GPOINTER_TO_UINT (other))->story != telling->story && measure_margin (m, root, i) > 0)
      join (m, root, i);
  }
}

/* ---- blocks ---- */

typedef struct {
  guint32 position;
  float weight; /* of the word, there */
} Entry;

/* The groups of one round in order of time, and under each word those that look for their like by it. */
typedef struct {
  guint n;
  guint32 *roots;    /* position → item */
  TarikhTerm *words; /* position × BLOCK_WORDS; NOBODY where fewer */
  guint32 *starts;   /* word → first of its entries; one more at the end */
  Entry *entries;    /* ascending under each word */
  guint32 *cursors;  /* word → how many of its entries were passed */
} Blocks;

static gint
compare_in_time (gconstpointer a, gconstpointer b, gpointer matcher)
{
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;
  const TarikhInterval *x = &((const Matcher *) matcher)->items[i].days;
  const TarikhInterval *y = &((const Matcher *) matcher)->items[j].days;
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
choose_block_words (const Matcher *m, const TarikhVector *vector, TarikhTerm *chosen)
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
    chosen[n].word = NOBODY;
}

static void
fill_entries (Blocks *b, guint n_words)
{
  gsize n = (gsize) b->n * BLOCK_WORDS;

  b->starts = g_new0 (guint32, n_words + 2);
  b->cursors = g_new0 (guint32, n_words + 1);
  for (gsize i = 0; i < n; i++)
    if (b->words[i].word != NOBODY)
      b->starts[b->words[i].word + 1]++;
  for (guint w = 0; w < n_words; w++)
    b->starts[w + 1] += b->starts[w];
  b->entries = g_new (Entry, MAX (b->starts[n_words], 1u));
  for (gsize i = 0; i < n; i++) {
    guint32 word = b->words[i].word;
    if (word != NOBODY)
      b->entries[b->starts[word] + b->cursors[word]++] = (Entry){ (guint32) (i / BLOCK_WORDS), b->words[i].all };
  }
  memset (b->cursors, 0, n_words * sizeof *b->cursors);
}

static Blocks
make_blocks (Matcher *m)
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
look_under_word (const Matcher *m, const Blocks *b, Neighbours *near, guint32 position, TarikhTerm term)
{
  const Item *item = &m->items[b->roots[position]];
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

/* What stories tell of one day from afar is compared whatever its words: they mean one happening and say it in many ways. */
static void
look_on_day (const Matcher *m, const Blocks *b, Neighbours *near, guint32 position)
{
  const Item *item = &m->items[b->roots[position]];

  for (guint32 i = position + 1; is_afar (item) && i < b->n && i <= position + BLOCK_REACH; i++) {
    const Item *other = &m->items[b->roots[i]];
    if (other->days.first != item->days.first || other->days.last != item->days.last)
      break;
    if (is_afar (other))
      touch (near, (Entry){ i, item->vector.all_norm }, LEAST_SHARE * other->vector.all_norm);
  }
}

/* Puts EDGE among the N best, of at most MOST, best first. Returns how many there are then. */
static guint
keep_best (Edge *best, guint n, guint most, Edge edge)
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
choose_neighbours (const Matcher *m, const Blocks *b, Neighbours *near, guint32 position, Edge *chosen)
{
  float norm = m->items[b->roots[position]].vector.all_norm;
  guint n = 0;

  for (guint i = 0; i < near->touched->len; i++) {
    guint32 other = g_array_index (near->touched, guint32, i);
    float share = near->products[other] / (norm * m->items[b->roots[other]].vector.all_norm);
    near->products[other] = 0;
    if (share >= LEAST_SHARE * 0.999f)
      n = keep_best (chosen, n, MOST_COMPARED, (Edge){ position, other, share });
  }
  g_array_set_size (near->touched, 0);
  return n;
}

static void
keep_alike (Matcher *m, const Blocks *b, Neighbours *near, guint32 position, GArray *edges)
{
  Edge near_ones[MOST_COMPARED], best[MOST_EDGES];
  guint n_near = choose_neighbours (m, b, near, position, near_ones), n = 0;

  for (guint i = 0; i < n_near; i++) {
    guint32 root = b->roots[position], other = b->roots[near_ones[i].b];
    double margin = measure_margin (m, root, other);
    if (margin >= 0)
      n = keep_best (best, n, MOST_EDGES, (Edge){ MIN (root, other), MAX (root, other), (float) margin });
  }
  g_array_append_vals (edges, best, n);
}

static GArray *
find_edges (Matcher *m)
{
  Blocks b = make_blocks (m);
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  g_autofree float *products = g_new0 (float, MAX (b.n, 1u));
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  Neighbours near = { products, touched };

  for (guint32 position = 0; position < b.n; position++) {
    const TarikhTerm *words = b.words + (gsize) position * BLOCK_WORDS;
    for (guint k = 0; k < BLOCK_WORDS && words[k].word != NOBODY; k++)
      look_under_word (m, &b, &near, position, words[k]);
    look_on_day (m, &b, &near, position);
    keep_alike (m, &b, &near, position, edges);
  }
  clear_blocks (&b);
  return edges;
}

/* All pairs of a few, without blocks: one story's events. */
static GArray *
find_few_edges (Matcher *m)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (Edge));

  for (guint32 a = 0; a < m->n_items; a++)
    for (guint32 b = a + 1; b < m->n_items; b++) {
      double margin = m->items[a].root == a && m->items[b].root == b ? measure_margin (m, a, b) : -1;
      Edge edge = { a, b, (float) margin };
      if (margin >= 0)
        g_array_append_val (edges, edge);
    }
  return edges;
}

static gint
compare_edges (gconstpointer a, gconstpointer b)
{
  const Edge *x = a, *y = b;

  if (x->margin != y->margin)
    return x->margin > y->margin ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return x->b < y->b ? -1 : x->b > y->b;
}

/* TRUE when anything was joined. */
static gboolean
run_round (Matcher *m)
{
  g_autoptr (GArray) edges = m->n_items <= FEW ? find_few_edges (m) : find_edges (m);
  gboolean joined = FALSE;

  if (edges->len > 0)
    qsort (edges->data, edges->len, sizeof (Edge), compare_edges);
  for (guint i = 0; i < edges->len; i++) {
    const Edge *edge = &g_array_index (edges, Edge, i);
    guint32 a = find_root (m, edge->a), b = find_root (m, edge->b);
    if (a == b)
      continue;
    gboolean untouched = a == edge->a && b == edge->b && m->items[a].support == 1 && m->items[b].support == 1;
    if (untouched || measure_margin (m, a, b) >= 0) {
      join (m, a, b);
      joined = TRUE;
    }
  }
  return joined;
}

static TarikhGrouping
number_groups (Matcher *m)
{
  TarikhGrouping grouping = { 0, g_new (guint32, MAX (m->n_items, 1u)) };

  /* A root is the first of its members, so it has its number before they ask for it. */
  for (guint32 i = 0; i < m->n_items; i++) {
    guint32 root = find_root (m, i);
    grouping.group_of[i] = root == i ? grouping.n_groups++ : grouping.group_of[root];
  }
  return grouping;
}

/* What somebody knows to be one. */
static void
join_known (Matcher *m, const guint32 *joined)
{
  g_autoptr (GHashTable) first_of = g_hash_table_new (NULL, NULL);

  for (guint32 i = 0; i < m->n_items; i++) {
    gpointer first;
    if (joined[i] == 0)
      continue;
    if (g_hash_table_lookup_extended (first_of, GUINT_TO_POINTER (joined[i]), NULL, &first))
      join (m, find_root (m, GPOINTER_TO_UINT (first)), i);
    else
      g_hash_table_insert (first_of, GUINT_TO_POINTER (joined[i]), GUINT_TO_POINTER (i));
  }
}

TarikhGrouping
tarikh_chronology_match (const TarikhChronology *chronology, const TarikhWhole *whole, const guint32 *joined)
{
  g_autoptr (TarikhVocabulary) vocabulary = tarikh_chronology_vocabulary_new_within (chronology->tellings, whole);
  Matcher m = { chronology->tellings, vocabulary, chronology->events->len, NULL, NULL };

  m.starts = whole != NULL ? g_array_ref (whole->starts) : sort_starts (chronology);
  init_items (&m, chronology);
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
