/* store/near: which mentions are to be compared when stories were added: all of a small dossier; of a large one those
 * that share rare words with what is new and lie near it in time, with the events that they belong to. Its cost depends
 * on what is near, not on how much there is. */
#include "store/private.h"

#include <math.h>
#include <string.h>

#define SOUGHT_WORDS 8u    /* rarest words by which a new mention looks for its like, as in chronology's own blocks */
#define REACH 24           /* mentions looked at under one word, each way in time */
#define REACH_UNDATED 96
#define SLACK_DAYS 7       /* days by which mentions may miss each other */
#define BACK_DAYS 400      /* how long before an event that still lasts may have begun */
#define MOST_LIKE 20u      /* mentions taken for one new one: those that share most */
#define LARGE_EVENT 60     /* mentions that stand for an event told by more */
#define UNDATED 2147483647

typedef struct {
  TarikhStore *store;
  GHashTable *mentions; /* gint64*, owned → joined number as pointer */
  GHashTable *events;   /* char*, owned: taken already */
  guint32 n_large;
  guint n_all;
} Gathering;

/* ---- what is taken ---- */

static void
take_mention (Gathering *g, gint64 id, guint32 joined)
{
  gint64 *key = g_memdup2 (&id, sizeof id);

  if (joined != 0 || !g_hash_table_contains (g->mentions, key))
    g_hash_table_insert (g->mentions, key, GUINT_TO_POINTER (joined));
  else
    g_free (key);
}

/* The first of EVENT's mentions, the founder before the others; one too many when it is large. */
static GArray *
list_members (Gathering *g, const char *event, GError **error)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement = tarikh_store_query (
    g->store, error,
    "SELECT mention.id FROM mention JOIN event ON event.id = mention.event WHERE mention.event = ?"
    " ORDER BY mention.key <> event.founder, mention.id LIMIT ?", "si", event, (gint64) LARGE_EVENT + 1);

  while (statement != NULL && tarikh_store_step (g->store, statement, error)) {
    gint64 id = sqlite3_column_int64 (statement, 0);
    g_array_append_val (ids, id);
  }
  return ids;
}

/* An event told by very many stays as it is: some of its mentions stand for it, joined beforehand. */
static gboolean
take_event (Gathering *g, const char *event, GError **error)
{
  g_autoptr (GError) failed = NULL;

  if (g_hash_table_contains (g->events, event))
    return TRUE;
  g_hash_table_add (g->events, g_strdup (event));
  g_autoptr (GArray) ids = list_members (g, event, &failed);
  guint32 joined = ids->len > LARGE_EVENT ? ++g->n_large : 0;
  for (guint i = 0; i < MIN (ids->len, LARGE_EVENT); i++)
    take_mention (g, g_array_index (ids, gint64, i), joined);
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return failed == NULL;
}

/* ---- what is like a new mention ---- */

typedef struct {
  gint64 word;
  double rarity;
} Sought;

static gint
compare_sought (gconstpointer a, gconstpointer b)
{
  const Sought *x = a, *y = b;

  if (x->rarity != y->rarity)
    return x->rarity > y->rarity ? -1 : 1;
  return x->word < y->word ? -1 : x->word > y->word;
}

/* The rarest words that another mention has too. */
static GArray *
choose_words (Gathering *g, const guint32 *words, guint n)
{
  GArray *sought = g_array_new (FALSE, FALSE, sizeof (Sought));

  for (guint i = 0; i < n; i++) {
    gboolean action;
    gint64 word = tarikh_chronology_kept_word (words[i], &action), frequency = 0;
    tarikh_store_query_number (g->store, &frequency, NULL, "SELECT n FROM word WHERE hash = ?", "i", word);
    Sought one = { word, frequency > 0 ? log (1 + (double) g->n_all / (double) frequency) : 0 };
    if (frequency > 1)
      g_array_append_val (sought, one);
  }
  g_array_sort (sought, compare_sought);
  g_array_set_size (sought, MIN (sought->len, SOUGHT_WORDS));
  return sought;
}

typedef struct {
  gint64 id;
  double likeness;
} Like;

/* Adds what STATEMENT lists to LIKES (id → index + 1 in LIST). */
static void
add_likes (Gathering *g, sqlite3_stmt *statement, double rarity, GHashTable *index_of, GArray *list, GError **error)
{
  while (statement != NULL && tarikh_store_step (g->store, statement, error)) {
    gint64 id = sqlite3_column_int64 (statement, 0);
    guint index = GPOINTER_TO_UINT (g_hash_table_lookup (index_of, &id));
    if (index == 0) {
      Like like = { id, 0 };
      g_array_append_val (list, like);
      index = list->len;
      g_hash_table_insert (index_of, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (index));
    }
    g_array_index (list, Like, index - 1).likeness += rarity * rarity;
  }
}

static void
look_under_word (Gathering *g, Sought sought, TarikhDay first, TarikhDay last, GHashTable *index_of, GArray *list,
                 GError **error)
{
  TarikhStore *store = g->store;
  gint64 from = first, to = (gint64) last + SLACK_DAYS;

  if (first == TARIKH_DAY_NONE) {
    add_likes (g, tarikh_store_query (store, error, "SELECT mention FROM posting WHERE word = ?"
                                      " ORDER BY first_day DESC LIMIT ?", "ii", sought.word, (gint64) REACH_UNDATED),
               sought.rarity, index_of, list, error);
    return;
  }
  add_likes (g, tarikh_store_query (store, error, "SELECT mention FROM posting WHERE word = ? AND first_day BETWEEN ?"
                                    " AND ? ORDER BY first_day LIMIT ?", "iiii", sought.word, from, to, (gint64) REACH),
             sought.rarity, index_of, list, error);
  add_likes (g, tarikh_store_query (store, error, "SELECT mention FROM posting WHERE word = ? AND first_day < ?"
                                    " AND first_day >= ? AND last_day >= ? ORDER BY first_day DESC LIMIT ?", "iiiii",
                                    sought.word, from, from - BACK_DAYS, from - SLACK_DAYS, (gint64) REACH),
             sought.rarity, index_of, list, error);
  add_likes (g, tarikh_store_query (store, error, "SELECT mention FROM posting WHERE word = ? AND first_day = ?"
                                    " ORDER BY mention DESC LIMIT ?", "iii", sought.word, (gint64) UNDATED,
                                    (gint64) REACH),
             sought.rarity, index_of, list, error);
}

/* What is told from afar of the very same days is compared whatever its words. */
static void
look_on_day (Gathering *g, gint64 id, GHashTable *index_of, GArray *list, GError **error)
{
  add_likes (g, tarikh_store_query (g->store, error,
                                    "SELECT other.id FROM mention AS other JOIN mention AS this ON this.id = ?"
                                    " AND this.afar = 1 AND this.first_day = other.first_day"
                                    " AND this.last_day = other.last_day WHERE other.afar = 1 AND other.id <> this.id"
                                    " ORDER BY other.id DESC LIMIT ?", "ii", id, (gint64) REACH),
             1, index_of, list, error);
}

static gint
compare_likes (gconstpointer a, gconstpointer b)
{
  const Like *x = a, *y = b;

  if (x->likeness != y->likeness)
    return x->likeness > y->likeness ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

/* The id of the event that mention ID belongs to, or NULL. (transfer full) */
static char *
get_event (Gathering *g, gint64 id, GError **error)
{
  sqlite3_stmt *statement = tarikh_store_query (g->store, error, "SELECT event FROM mention WHERE id = ?", "i", id);
  char *event = NULL;

  if (statement != NULL && tarikh_store_step (g->store, statement, error)) {
    event = tarikh_store_column_string (statement, 0);
    tarikh_store_stop (statement);
  }
  return event;
}

static gboolean
take_likes (Gathering *g, GArray *list, GError **error)
{
  g_autoptr (GError) failed = NULL;

  g_array_sort (list, compare_likes);
  for (guint i = 0; i < MIN (list->len, MOST_LIKE) && failed == NULL; i++) {
    gint64 id = g_array_index (list, Like, i).id;
    g_autofree char *event = get_event (g, id, &failed);
    take_mention (g, id, 0);
    if (event != NULL && failed == NULL)
      take_event (g, event, &failed);
  }
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return failed == NULL;
}

/* What is near mention ID, which was just put in. */
static gboolean
take_near (Gathering *g, gint64 id, GError **error)
{
  g_autoptr (GError) failed = NULL;
  sqlite3_stmt *statement = tarikh_store_query (
    g->store, &failed, "SELECT first_day, last_day, words FROM mention WHERE id = ?", "i", id);
  g_autoptr (GHashTable) index_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Like));

  if (statement != NULL && tarikh_store_step (g->store, statement, &failed)) {
    TarikhDay first = tarikh_store_column_day (statement, 0), last = tarikh_store_column_day (statement, 1);
    guint n = (guint) sqlite3_column_bytes (statement, 2) / 4;
    g_autofree guint32 *words = g_memdup2 (sqlite3_column_blob (statement, 2), (gsize) n * 4);
    tarikh_store_stop (statement);
    g_autoptr (GArray) sought = choose_words (g, words, n);
    for (guint i = 0; i < sought->len && failed == NULL; i++)
      look_under_word (g, g_array_index (sought, Sought, i), first, last, index_of, list, &failed);
    if (failed == NULL)
      look_on_day (g, id, index_of, list, &failed);
  }
  take_mention (g, id, 0);
  if (failed == NULL)
    take_likes (g, list, &failed);
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return failed == NULL;
}

static gboolean
gather_near (Gathering *g, GError **error)
{
  GHashTableIter iter;
  gpointer event;

  g_hash_table_iter_init (&iter, g->store->loosened);
  while (g_hash_table_iter_next (&iter, &event, NULL))
    if (!take_event (g, event, error))
      return FALSE;
  for (guint i = 0; i < g->store->fresh->len; i++) {
    g_autoptr (GError) failed = NULL;
    gint64 id = g_array_index (g->store->fresh, gint64, i);
    g_autofree char *before = get_event (g, id, &failed);
    if (failed != NULL || (before != NULL && !take_event (g, before, &failed)) || !take_near (g, id, &failed)) {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  }
  return TRUE;
}

/* ---- loading ---- */

static void
near_free (gpointer data)
{
  TarikhStoreNear *near = data;

  g_free (near->rank);
  g_free (near->key);
  g_free (near->event);
  g_free (near->words);
  g_free (near->timex);
  g_free (near);
}

static TarikhStoreNear *
take_row (sqlite3_stmt *statement)
{
  TarikhStoreNear *near = g_new0 (TarikhStoreNear, 1);

  near->id = sqlite3_column_int64 (statement, 0);
  near->story = sqlite3_column_int64 (statement, 1);
  near->rank = tarikh_store_column_string (statement, 2);
  near->n = sqlite3_column_int (statement, 3);
  near->key = tarikh_store_column_string (statement, 4);
  near->event = tarikh_store_column_string (statement, 5);
  near->first = tarikh_store_column_day (statement, 6);
  near->last = tarikh_store_column_day (statement, 7);
  near->n_words = (guint) sqlite3_column_bytes (statement, 8) / 4;
  near->words = g_memdup2 (sqlite3_column_blob (statement, 8), (gsize) near->n_words * 4);
  near->fingerprint = (guint32) sqlite3_column_int64 (statement, 9);
  near->fresh = sqlite3_column_int (statement, 10);
  near->afar = sqlite3_column_int (statement, 11);
  near->approximate = sqlite3_column_int (statement, 12);
  near->timex = tarikh_store_column_string (statement, 13);
  near->published = tarikh_store_column_day (statement, 14);
  return near;
}

#define NEAR_COLUMNS \
  "SELECT mention.id, mention.story, rank, mention.n, key, event, mention.first_day, mention.last_day, words," \
  " fingerprint, fresh, afar, approximate, timex.text, published" \
  " FROM mention JOIN reading ON reading.story = mention.story" \
  " LEFT JOIN timex ON timex.story = mention.story AND timex.n = mention.timex"

static gboolean
load_all (TarikhStore *store, GPtrArray *list, GError **error)
{
  g_autoptr (GError) failed = NULL;
  sqlite3_stmt *statement = tarikh_store_query (store, &failed, NEAR_COLUMNS, "");

  while (statement != NULL && tarikh_store_step (store, statement, &failed))
    g_ptr_array_add (list, take_row (statement));
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return failed == NULL;
}

static gboolean
load_gathered (Gathering *g, GPtrArray *list, GError **error)
{
  g_autoptr (GError) failed = NULL;
  GHashTableIter iter;
  gpointer id, joined;

  g_hash_table_iter_init (&iter, g->mentions);
  while (g_hash_table_iter_next (&iter, &id, &joined) && failed == NULL) {
    sqlite3_stmt *statement = tarikh_store_query (g->store, &failed, NEAR_COLUMNS " WHERE mention.id = ?", "i",
                                                  *(gint64 *) id);
    while (statement != NULL && tarikh_store_step (g->store, statement, &failed)) {
      TarikhStoreNear *near = take_row (statement);
      near->joined = GPOINTER_TO_UINT (joined);
      g_ptr_array_add (list, near);
    }
  }
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return failed == NULL;
}

/* The order in which a timeline made of all stories at once would have them. */
static gint
compare_near (gconstpointer a, gconstpointer b)
{
  const TarikhStoreNear *x = *(TarikhStoreNear *const *) a, *y = *(TarikhStoreNear *const *) b;
  gint order = strcmp (x->rank, y->rank);

  if (order != 0)
    return order;
  if (x->story != y->story)
    return x->story < y->story ? -1 : 1;
  return x->n < y->n ? -1 : x->n > y->n;
}

gboolean
tarikh_store_count_all (TarikhStore *store, guint *n_mentions, GError **error)
{
  gint64 n = 0;

  if (!tarikh_store_query_number (store, &n, error, "SELECT sum (n) FROM day", ""))
    return FALSE;
  *n_mentions = (guint) CLAMP (n, 0, G_MAXINT32);
  return TRUE;
}

GPtrArray *
tarikh_store_gather (TarikhStore *store, gboolean *whole, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (near_free);
  g_autoptr (GHashTable) mentions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) events = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Gathering g = { store, mentions, events, 0, 0 };

  if (!tarikh_store_count_all (store, &g.n_all, error))
    return NULL;
  *whole = store->merge_all || g.n_all <= store->whole || store->fresh->len > g.n_all / 4;
  if (*whole ? !load_all (store, list, error) : !gather_near (&g, error) || !load_gathered (&g, list, error))
    return NULL;
  g_ptr_array_sort (list, compare_near);
  return g_steal_pointer (&list);
}

/* ---- the whole ---- */

static gboolean
list_starts (TarikhStore *store, GArray *starts, GError **error)
{
  g_autoptr (GError) failed = NULL;
  sqlite3_stmt *statement = tarikh_store_query (store, &failed, "SELECT first_day, n FROM day WHERE n > 0"
                                                " AND first_day < ? ORDER BY first_day", "i", (gint64) UNDATED);

  while (statement != NULL && tarikh_store_step (store, statement, &failed)) {
    TarikhDay day = tarikh_store_column_day (statement, 0);
    for (gint64 i = CLAMP (sqlite3_column_int64 (statement, 1), 0, G_MAXINT32); i > 0; i--)
      g_array_append_val (starts, day);
  }
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return failed == NULL;
}

static gboolean
count_word (TarikhStore *store, guint32 marked, GHashTable *words, GError **error)
{
  gboolean action;
  guint32 word = tarikh_chronology_kept_word (marked, &action);
  g_autoptr (GError) failed = NULL;

  if (g_hash_table_contains (words, GUINT_TO_POINTER (word)))
    return TRUE;
  sqlite3_stmt *statement = tarikh_store_query (store, &failed, "SELECT n, actions FROM word WHERE hash = ?", "i",
                                                (gint64) word);
  if (statement != NULL && tarikh_store_step (store, statement, &failed)) {
    guint n = (guint) CLAMP (sqlite3_column_int64 (statement, 0), 0, G_MAXINT32);
    guint known = n << 1 | (sqlite3_column_int64 (statement, 1) > 0);
    g_hash_table_insert (words, GUINT_TO_POINTER (word), GUINT_TO_POINTER (known));
    tarikh_store_stop (statement);
  }
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return failed == NULL;
}

gboolean
tarikh_store_measure_whole (TarikhStore *store, const GPtrArray *list, TarikhWhole *whole, GError **error)
{
  for (guint i = 0; i < list->len; i++) {
    const TarikhStoreNear *near = g_ptr_array_index (list, i);
    for (guint k = 0; k < near->n_words; k++)
      if (!count_word (store, near->words[k], whole->words, error))
        return FALSE;
  }
  return tarikh_store_count_all (store, &whole->n_tellings, error) && list_starts (store, whole->starts, error);
}
