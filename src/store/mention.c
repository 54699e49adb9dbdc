/* store/mention: what one story tells goes into the file, and what is derived from it: word counts, days, postings. A
 * mention keeps its key when the story is read again or comes in a new version. Compares no two stories. */
#include "store/private.h"

#include <string.h>

#define POSTED 16u          /* rarest words of a mention under which it can be found */
#define UNDATED 2147483647  /* the day that derived tables give to what has none */
#define LIKE_BEFORE 0.5     /* share of common words from which a sentence is an old one reworded */

/* ---- what is derived ---- */

static gboolean
count_word (TarikhStore *store, guint32 marked, gint sign, GError **error)
{
  gboolean action;
  gint64 word = tarikh_chronology_kept_word (marked, &action);

  return tarikh_store_run (store, error,
                           "INSERT INTO word (hash, n, actions) VALUES (?1, ?2, ?3) ON CONFLICT (hash)"
                           " DO UPDATE SET n = n + ?2, actions = actions + ?3", "iii", word, (gint64) sign,
                           (gint64) (action ? sign : 0));
}

typedef struct {
  gint64 word, n;
} Counted;

static gint
compare_counted (gconstpointer a, gconstpointer b)
{
  const Counted *x = a, *y = b;

  if (x->n != y->n)
    return x->n < y->n ? -1 : 1;
  return x->word < y->word ? -1 : x->word > y->word;
}

/* The words as they are counted now, rarest first. (transfer full) */
static Counted *
rank_words (TarikhStore *store, const guint32 *words, guint n)
{
  Counted *ranked = g_new0 (Counted, MAX (n, 1u));
  gboolean action;

  for (guint i = 0; i < n; i++) {
    ranked[i].word = tarikh_chronology_kept_word (words[i], &action);
    tarikh_store_query_number (store, &ranked[i].n, NULL, "SELECT n FROM word WHERE hash = ?", "i", ranked[i].word);
  }
  qsort (ranked, n, sizeof *ranked, compare_counted);
  return ranked;
}

static gboolean
post_words (TarikhStore *store, gint64 id, gint64 first, gint64 last, const guint32 *words, guint n, GError **error)
{
  g_autofree Counted *ranked = rank_words (store, words, n);

  for (guint i = 0; i < MIN (n, POSTED); i++)
    if (!tarikh_store_run (store, error, "INSERT OR IGNORE INTO posting (word, first_day, mention, last_day)"
                           " VALUES (?, ?, ?, ?)", "iiii", ranked[i].word, first, id, last))
      return FALSE;
  return TRUE;
}

gboolean
tarikh_store_count_mention (TarikhStore *store, gint64 id, TarikhDay first, TarikhDay last, const guint32 *words,
                            guint n_words, gint sign, GError **error)
{
  gint64 from = first == TARIKH_DAY_NONE ? UNDATED : first, to = first == TARIKH_DAY_NONE ? UNDATED : last;

  for (guint i = 0; i < n_words; i++)
    if (!count_word (store, words[i], sign, error))
      return FALSE;
  if (!tarikh_store_run (store, error, "INSERT INTO day (first_day, n) VALUES (?1, ?2) ON CONFLICT (first_day)"
                         " DO UPDATE SET n = n + ?2", "ii", from, (gint64) sign))
    return FALSE;
  return sign > 0 ? post_words (store, id, from, to, words, n_words, error)
                  : tarikh_store_run (store, error, "DELETE FROM posting WHERE mention = ?", "i", id);
}

/* ---- what the story told before ---- */

typedef struct {
  gint64 id;
  char *key, *event;
  TarikhDay first, last;
  guint32 *words;
  guint n_words;
  gboolean taken; /* goes on in a new mention */
} Before;

static void
before_free (gpointer data)
{
  Before *before = data;

  g_free (before->key);
  g_free (before->event);
  g_free (before->words);
  g_free (before);
}

static GPtrArray *
list_before (TarikhStore *store, gint64 story, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (before_free);
  g_autoptr (GError) failed = NULL;
  sqlite3_stmt *statement = tarikh_store_query (
    store, &failed, "SELECT id, key, event, first_day, last_day, words FROM mention WHERE story = ? ORDER BY n", "i",
    story);

  while (statement != NULL && tarikh_store_step (store, statement, &failed)) {
    Before *before = g_new0 (Before, 1);
    before->id = sqlite3_column_int64 (statement, 0);
    before->key = tarikh_store_column_string (statement, 1);
    before->event = tarikh_store_column_string (statement, 2);
    before->first = tarikh_store_column_day (statement, 3);
    before->last = tarikh_store_column_day (statement, 4);
    before->words = g_memdup2 (sqlite3_column_blob (statement, 5), (gsize) sqlite3_column_bytes (statement, 5));
    before->n_words = (guint) sqlite3_column_bytes (statement, 5) / 4;
    g_ptr_array_add (list, before);
  }
  if (failed == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

/* Takes them out of the file; their events may fall apart. */
static gboolean
drop_before (TarikhStore *store, const GPtrArray *list, GError **error)
{
  for (guint i = 0; i < list->len; i++) {
    const Before *before = g_ptr_array_index (list, i);
    if (!tarikh_store_count_mention (store, before->id, before->first, before->last, before->words, before->n_words, -1,
                                     error)
        || !tarikh_store_run (store, error, "DELETE FROM mention WHERE id = ?", "i", before->id))
      return FALSE;
    if (before->event != NULL)
      g_hash_table_add (store->loosened, g_strdup (before->event));
  }
  return TRUE;
}

/* ---- keys ---- */

/* Of the sentence that tells it, in this story; ORDINAL tells apart what the same sentence tells. (transfer full) */
static char *
make_key (const char *story_key, const TarikhChronicleEvent *event, guint ordinal)
{
  const char *quote = event->sources->len > 0 ? ((const TarikhSource *) g_ptr_array_index (event->sources, 0))->text
                                              : event->headline;
  g_auto (GStrv) words = g_strsplit_set (quote, " \t\r\n", -1);
  g_autoptr (GString) text = g_string_new (story_key);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (text, "\n%s", words[i]);
  g_string_append_printf (text, "\n\n%u", ordinal);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
  return g_strndup (sum, 20);
}

/* A key for every event of READ. (transfer full) */
static GPtrArray *
make_keys (const char *story_key, const TarikhChronology *read)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < read->events->len; i++) {
    char *key = NULL;
    for (guint ordinal = 1; key == NULL || g_hash_table_contains (taken, key); ordinal++) {
      g_free (key);
      key = make_key (story_key, g_ptr_array_index (read->events, i), ordinal);
    }
    g_hash_table_add (taken, key);
    g_ptr_array_add (keys, key);
  }
  return keys;
}

/* The share of the words of the shorter that both have; both sorted. */
static double
share_words (const TarikhKept *kept, const Before *before)
{
  guint both = 0, i = 0, j = 0;
  gboolean action;

  while (i < kept->n_words && j < before->n_words) {
    guint32 x = tarikh_chronology_kept_word (kept->words[i], &action);
    guint32 y = tarikh_chronology_kept_word (before->words[j], &action);
    both += x == y;
    i += x <= y;
    j += y <= x;
  }
  guint shorter = MIN (kept->n_words, before->n_words);
  return shorter > 0 ? (double) both / shorter : 0;
}

/* What INDEX of READ, whose key nobody had, goes on from: the likest of what nothing else goes on from. Borrowed. */
static Before *
find_reworded (const TarikhChronology *read, guint index, const GPtrArray *before)
{
  TarikhKept kept = tarikh_chronology_get_kept (read, index);
  Before *best = NULL;
  double best_share = LIKE_BEFORE;

  for (guint i = 0; i < before->len; i++) {
    Before *candidate = g_ptr_array_index (before, i);
    double share = candidate->taken ? 0 : share_words (&kept, candidate);
    if (share > best_share) {
      best = candidate;
      best_share = share;
    }
  }
  return best;
}

/* Gives events that go on from earlier mentions their keys; what is new keeps its own. The earlier mention of each, or
 * NULL: borrowed in a new list. */
static GPtrArray *
carry_keys (GPtrArray *keys, const TarikhChronology *read, const GPtrArray *before)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *from = g_ptr_array_new ();

  for (guint i = 0; i < before->len; i++)
    g_hash_table_insert (by_key, ((Before *) g_ptr_array_index (before, i))->key, g_ptr_array_index (before, i));
  for (guint i = 0; i < keys->len; i++) {
    Before *same = g_hash_table_lookup (by_key, g_ptr_array_index (keys, i));
    if (same != NULL)
      same->taken = TRUE;
    g_ptr_array_add (from, same);
  }
  for (guint i = 0; i < keys->len; i++) {
    Before *reworded = from->pdata[i] == NULL ? find_reworded (read, i, before) : NULL;
    if (reworded == NULL)
      continue;
    reworded->taken = TRUE;
    from->pdata[i] = reworded;
    g_free (keys->pdata[i]);
    keys->pdata[i] = g_strdup (reworded->key);
  }
  return from;
}

/* ---- putting in ---- */

static gboolean
put_mention (TarikhStore *store, gint64 story, guint n, const TarikhChronology *read, const char *key,
             const char *event_id, GError **error)
{
  const TarikhChronicleEvent *event = g_ptr_array_index (read->events, n);
  TarikhKept kept = tarikh_chronology_get_kept (read, n);
  g_autofree char *who = tarikh_store_json_write_strings (event->who);
  g_autofree char *places = tarikh_store_json_write_strings (event->where);
  g_autofree char *sources = tarikh_store_json_write_sources (event->sources);

  if (!tarikh_store_run (store, error,
                         "INSERT INTO mention (story, n, key, event, first_day, last_day, value, dated_by, status,"
                         " salience, approximate, headline, who, places, sources, timex, rule, words, fingerprint,"
                         " weight, fresh, afar) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                         "iissyysssdissssisbidii", story, (gint64) n, key, event_id, event->start, event->end,
                         event->value, tarikh_event_dated_by_get_name (event->dated_by),
                         tarikh_event_status_get_name (event->status), event->salience,
                         (gint64) (event->approximate != FALSE), event->headline, who, places, sources,
                         (gint64) event->timex, event->rule, kept.words, (gsize) kept.n_words * sizeof (guint32),
                         (gint64) kept.fingerprint, (double) kept.weight, (gint64) (kept.fresh != FALSE),
                         (gint64) (kept.afar != FALSE)))
    return FALSE;
  gint64 id = sqlite3_last_insert_rowid (store->db);
  g_array_append_val (store->fresh, id);
  return tarikh_store_count_mention (store, id, event->start, event->end, kept.words, kept.n_words, 1, error);
}

static gboolean
put_timexes (TarikhStore *store, gint64 story, const TarikhChronology *read, GError **error)
{
  for (guint i = 0; i < read->timexes->len; i++) {
    const TarikhChronicleTimex *timex = g_ptr_array_index (read->timexes, i);
    const char *mod = timex->mod != TARIKH_MOD_NONE ? tarikh_time_mod_get_name (timex->mod) : NULL;
    if (!tarikh_store_run (store, error,
                           "INSERT INTO timex (story, n, start, end, text, type, value, mod, first_day, last_day)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", "iiiissssyy", story, (gint64) i,
                           (gint64) timex->start, (gint64) timex->end, timex->text,
                           tarikh_time_type_get_name (timex->type), timex->value, mod, timex->from, timex->to))
      return FALSE;
  }
  return TRUE;
}

/* Stories stand in order of publication, then of their texts' hashes: not of arrival, so that any order of arrival gives
 * the same. */
static gboolean
put_reading (TarikhStore *store, gint64 id, const TarikhChronology *read, const char *reader, GError **error)
{
  const TarikhChronicleStory *story = g_ptr_array_index (read->stories, 0);
  const guint32 *sketch = tarikh_chronology_get_sketch (read, 0);
  gint64 day = story->published == TARIKH_DAY_NONE ? G_MAXINT32 : story->published;
  g_autofree char *prefix = g_strdup_printf ("%010" G_GINT64_FORMAT " ", day + G_MAXINT32);

  return tarikh_store_run (store, error,
                           "INSERT OR REPLACE INTO reading (story, reader, rank, published, published_by,"
                           " published_from, published_to, sketch) SELECT ?1, ?2, ?3 || sha256, ?4, ?5, ?6, ?7, ?8"
                           " FROM version JOIN story ON story.id = version.story AND story.version = version.version"
                           " WHERE story.id = ?1", "issysyyb", id, reader, prefix, story->published,
                           tarikh_chronology_published_by_get_name (story->published_by), story->published_from,
                           story->published_to, sketch, (gsize) TARIKH_CHRONOLOGY_SKETCH_WORDS * sizeof *sketch);
}

gboolean
tarikh_store_replace_mentions (TarikhStore *store, gint64 story, const char *key, const TarikhChronology *read,
                               const char *reader, GError **error)
{
  g_autoptr (GPtrArray) before = list_before (store, story, error);
  if (before == NULL || !drop_before (store, before, error)
      || !tarikh_store_run (store, error, "DELETE FROM timex WHERE story = ?", "i", story)
      || !put_reading (store, story, read, reader, error) || !put_timexes (store, story, read, error))
    return FALSE;

  g_autoptr (GPtrArray) keys = make_keys (key, read);
  g_autoptr (GPtrArray) from = carry_keys (keys, read, before);
  for (guint i = 0; i < read->events->len; i++) {
    const Before *earlier = from->pdata[i];
    if (!put_mention (store, story, i, read, keys->pdata[i], earlier != NULL ? earlier->event : NULL, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- deriving anew ---- */

static gboolean
derive_mentions (TarikhStore *store, GError **error)
{
  g_autoptr (GError) failed = NULL;
  sqlite3_stmt *statement
    = tarikh_store_query (store, &failed, "SELECT id, first_day, last_day, words FROM mention ORDER BY id", "");

  while (statement != NULL && tarikh_store_step (store, statement, &failed)) {
    guint n = (guint) sqlite3_column_bytes (statement, 3) / 4;
    g_autofree guint32 *words = g_memdup2 (sqlite3_column_blob (statement, 3), (gsize) n * 4);
    if (!tarikh_store_count_mention (store, sqlite3_column_int64 (statement, 0),
                                     tarikh_store_column_day (statement, 1), tarikh_store_column_day (statement, 2),
                                     words, n, 1, &failed))
      break;
  }
  if (statement != NULL)
    tarikh_store_stop (statement);
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

gboolean
tarikh_store_derive (TarikhStore *store, GError **error)
{
  return tarikh_store_run (store, error, "DELETE FROM word", "") && tarikh_store_run (store, error, "DELETE FROM day", "")
         && tarikh_store_run (store, error, "DELETE FROM posting", "") && derive_mentions (store, error);
}
