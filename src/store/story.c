/* store/story: stories and their versions: which one a story is, and whether it is known already. Reads none. */
#include "store/private.h"

#include <string.h>

/* ---- what a story is known by ---- */

static char *
hash_text (const TarikhStory *story)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) story->text, story->text_length);
}

/* Of all that the story says of itself; a date that the caller gave is not the story's. */
static char *
hash_story (const TarikhStory *story)
{
  const char *parts[] = { story->title, story->lang, story->outlet, story->url };
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *own = story->published_by == TARIKH_PUBLISHED_METADATA
                           ? g_strdup_printf ("%d %d", story->published, story->published_minute) : g_strdup ("");

  g_checksum_update (sum, (const guchar *) own, (gssize) strlen (own) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_checksum_update (sum, (const guchar *) parts[i], (gssize) strlen (parts[i]) + 1);
    else
      g_checksum_update (sum, (const guchar *) "\xff", 1);
  g_checksum_update (sum, (const guchar *) story->text, (gssize) story->text_length);
  return g_strdup (g_checksum_get_string (sum));
}

/* Distinct words of TEXT, by hash. */
static GHashTable *
list_words (const char *text)
{
  GHashTable *words = g_hash_table_new (NULL, NULL);
  g_auto (GStrv) parts = g_strsplit_set (text, " \t\r\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_hash_table_add (words, GUINT_TO_POINTER (g_str_hash (parts[i])));
  return words;
}

#define SAME_STORY 0.5 /* share of common words from which two texts under one name are versions of one story */

/* Files are called "story.txt" everywhere: one that says something else entirely is another story. */
static gboolean
texts_are_versions (const char *a, const char *b)
{
  g_autoptr (GHashTable) x = list_words (a), y = list_words (b);
  GHashTableIter iter;
  gpointer word;
  guint both = 0;

  g_hash_table_iter_init (&iter, x);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    both += g_hash_table_contains (y, word);
  guint smaller = MIN (g_hash_table_size (x), g_hash_table_size (y));
  return smaller == 0 || both >= SAME_STORY * smaller;
}

/* The story that has KEY: its number or 0. *TEXT: what it says now. */
static gboolean
look_up_key (TarikhStore *store, const char *key, gint64 *id, char **text, GError **error)
{
  g_autoptr (GError) failed = NULL;
  sqlite3_stmt *statement = tarikh_store_query (
    store, &failed,
    "SELECT story.id, version.text FROM story JOIN version ON version.story = story.id"
    " AND version.version = story.version WHERE story.key = ?", "s", key);

  *id = 0;
  if (statement != NULL && tarikh_store_step (store, statement, &failed)) {
    *id = sqlite3_column_int64 (statement, 0);
    *text = tarikh_store_column_string (statement, 1);
    tarikh_store_stop (statement);
  }
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return failed == NULL;
}

/* A file's key: its name, unless a story of other words has that one; then "NAME#2" … (transfer full) */
static char *
choose_file_key (TarikhStore *store, const TarikhStory *story, GError **error)
{
  for (guint n = 1;; n++) {
    g_autofree char *key = n == 1 ? g_strconcat ("file:", story->source, NULL)
                                  : g_strdup_printf ("file:%s#%u", story->source, n);
    g_autofree char *text = NULL;
    gint64 id;
    if (!look_up_key (store, key, &id, &text, error))
      return NULL;
    if (id == 0 || texts_are_versions (text, story->text))
      return g_steal_pointer (&key);
  }
}

/* The same text under another file's name is the same story. (transfer full): its key, or NULL */
static char *
find_same_text (TarikhStore *store, const char *text_hash)
{
  sqlite3_stmt *statement = tarikh_store_query (
    store, NULL,
    "SELECT story.key FROM version JOIN story ON story.id = version.story AND story.version = version.version"
    " WHERE version.text_sha256 = ? AND story.key LIKE 'file:%' ORDER BY story.id LIMIT 1", "s", text_hash);
  char *key = NULL;

  if (statement != NULL && tarikh_store_step (store, statement, NULL)) {
    key = tarikh_store_column_string (statement, 0);
    tarikh_store_stop (statement);
  }
  return key;
}

static char *
choose_key (TarikhStore *store, const TarikhStory *story, gboolean has_id, GError **error)
{
  if (has_id)
    return g_strconcat ("id:", story->id, NULL);
  if (story->url != NULL)
    return g_strconcat ("url:", story->url, NULL);
  g_autofree char *text_hash = hash_text (story);
  char *same = find_same_text (store, text_hash);
  return same != NULL ? same : choose_file_key (store, story, error);
}

/* Its own id, when no other story has it; else the next of s1, s2 … (transfer full) */
static char *
choose_name (TarikhStore *store, const TarikhStory *story, gboolean has_id)
{
  gint64 n = 0;

  tarikh_store_query_number (store, &n, NULL, "SELECT max (id) FROM story", "");
  for (gboolean own = has_id;; own = FALSE) {
    g_autofree char *name = own ? g_strdup (story->id) : g_strdup_printf ("s%" G_GINT64_FORMAT, ++n);
    gint64 taken = 0;
    tarikh_store_query_number (store, &taken, NULL, "SELECT 1 FROM story WHERE name = ?", "s", name);
    if (!taken)
      return g_steal_pointer (&name);
  }
}

/* The story KEY as it stands: does it say what STORY says? */
static gboolean
is_unchanged (TarikhStore *store, const TarikhStory *story, const char *key)
{
  g_autofree char *hash = hash_story (story);
  gint64 n = 0;

  /* Whoever now gives another date corrects it; whoever gives none knows no better. */
  TarikhDay given = story->published_by == TARIKH_PUBLISHED_GIVEN ? story->published : TARIKH_DAY_NONE;
  tarikh_store_query_number (store, &n, NULL,
                             "SELECT 1 FROM story JOIN version ON version.story = story.id"
                             " AND version.version = story.version WHERE story.key = ? AND version.sha256 = ?"
                             " AND (?3 IS NULL OR version.published = ?3)", "ssy", key, hash, given);
  return n == 1;
}

gboolean
tarikh_store_find_story (TarikhStore *store, const TarikhStory *story, gboolean has_id, TarikhStorePut *put,
                         char **key, char **name, GError **error)
{
  g_autofree char *found = NULL;
  sqlite3_stmt *statement;

  *key = choose_key (store, story, has_id, error);
  if (*key == NULL
      || (statement = tarikh_store_query (store, error, "SELECT name FROM story WHERE key = ?", "s", *key)) == NULL)
    return FALSE;
  if (tarikh_store_step (store, statement, NULL)) {
    found = tarikh_store_column_string (statement, 0);
    tarikh_store_stop (statement);
  }
  *put = found == NULL ? TARIKH_STORE_NEW
                       : is_unchanged (store, story, *key) ? TARIKH_STORE_UNCHANGED : TARIKH_STORE_REPLACED;
  *name = found != NULL ? g_steal_pointer (&found) : choose_name (store, story, has_id);
  return TRUE;
}

/* ---- putting in ---- */

static gboolean
put_version (TarikhStore *store, gint64 id, gint64 version, const TarikhStory *story, GError **error)
{
  g_autofree char *hash = hash_story (story), *text_hash = hash_text (story);
  const char *by = tarikh_chronology_published_by_get_name (story->published_by);

  return tarikh_store_run (store, error,
                           "INSERT INTO version (story, version, added, sha256, text_sha256, source, title, lang,"
                           " outlet, url, published, published_minute, published_by, text)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                           "iiisssssss" "yiss", id, version, store->at, hash, text_hash, story->source, story->title,
                           story->lang, story->outlet, story->url, story->published,
                           (gint64) story->published_minute, by, story->text);
}

static gboolean
put_row (TarikhStore *store, const char *key, const char *name, gint64 *id, gint64 *version, GError **error)
{
  *id = 0;
  *version = 0;
  if (!tarikh_store_query_number (store, id, error, "SELECT id FROM story WHERE key = ?", "s", key))
    return FALSE;
  if (*id == 0) {
    *version = 1;
    gboolean good = tarikh_store_run (store, error, "INSERT INTO story (key, name, version, status)"
                                      " VALUES (?, ?, 1, 'usable')", "ss", key, name);
    *id = sqlite3_last_insert_rowid (store->db);
    return good;
  }
  return tarikh_store_query_number (store, version, error, "SELECT max (version) + 1 FROM version WHERE story = ?", "i",
                                    *id)
         && tarikh_store_run (store, error, "UPDATE story SET version = ? WHERE id = ?", "ii", *version, *id);
}

static gboolean
put_story (TarikhStore *store, const TarikhStory *story, const char *key, const char *name,
                        const TarikhChronology *read, const char *reader, GError **error)
{
  gint64 id, version;

  if (!put_row (store, key, name, &id, &version, error) || !put_version (store, id, version, story, error)
      || !tarikh_store_replace_mentions (store, id, key, read, reader, error))
    return FALSE;
  g_autofree char *detail = g_strdup_printf ("{\"version\":%" G_GINT64_FORMAT "}", version);
  return tarikh_store_log (store, version == 1 ? "add" : "replace", name, detail, NULL, error);
}

/* All of it or, when something fails, nothing: the stories before it in the transaction stay. */
gboolean
tarikh_store_put_story (TarikhStore *store, const TarikhStory *story, const char *key, const char *name,
                        const TarikhChronology *read, const char *reader, GError **error)
{
  if (!tarikh_store_run (store, error, "SAVEPOINT story", ""))
    return FALSE;
  gboolean good = put_story (store, story, key, name, read, reader, error);
  if (!good)
    tarikh_store_run (store, NULL, "ROLLBACK TO story", "");
  return tarikh_store_run (store, good ? error : NULL, "RELEASE story", "") && good;
}

/* The number and key of the story NAME. */
static gboolean
get_story (TarikhStore *store, const char *name, gint64 *id, char **key, GError **error)
{
  sqlite3_stmt *statement = tarikh_store_query (store, error, "SELECT id, key FROM story WHERE name = ?", "s", name);

  if (statement == NULL)
    return FALSE;
  if (tarikh_store_step (store, statement, NULL)) {
    *id = sqlite3_column_int64 (statement, 0);
    *key = tarikh_store_column_string (statement, 1);
    tarikh_store_stop (statement);
    return TRUE;
  }
  g_autofree char *printable = tarikh_base_printable (name);
  g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_USAGE, "%s: no story \"%s\"", store->path, printable);
  return FALSE;
}

gboolean
tarikh_store_put_reading (TarikhStore *store, const char *name, const TarikhChronology *read, const char *reader,
                          GError **error)
{
  gint64 id;
  g_autofree char *key = NULL;

  return get_story (store, name, &id, &key, error)
         && tarikh_store_replace_mentions (store, id, key, read, reader, error);
}

gboolean
tarikh_store_withdraw (TarikhStore *store, const char *name, gboolean withdrawn, const char *reason, GError **error)
{
  const char *status = withdrawn ? "withdrawn" : "usable";
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  g_autofree char *key = NULL;
  gint64 id;

  if (!get_story (store, name, &id, &key, error)
      || !tarikh_store_run (store, error, "UPDATE story SET status = ?, reason = ? WHERE id = ?", "ssi", status,
                            withdrawn ? reason : NULL, id))
    return FALSE;
  if (reason != NULL)
    g_ptr_array_add (reasons, (gpointer) reason);
  g_autofree char *list = tarikh_store_json_write_strings (reasons);
  g_autofree char *detail = g_strdup_printf ("{\"reason\":%s}", list);
  return tarikh_store_log (store, withdrawn ? "withdraw" : "restore", name, detail, NULL, error);
}

/* ---- giving out ---- */

static TarikhStory *
take_story (sqlite3_stmt *statement)
{
  TarikhStory *story = g_new0 (TarikhStory, 1);
  gint by = tarikh_chronology_published_by_from_name (tarikh_store_column_text (statement, 8));

  story->id = tarikh_store_column_string (statement, 0);
  story->source = tarikh_store_column_string (statement, 1);
  story->title = tarikh_store_column_string (statement, 2);
  story->lang = tarikh_store_column_string (statement, 3);
  story->outlet = tarikh_store_column_string (statement, 4);
  story->url = tarikh_store_column_string (statement, 5);
  story->published = tarikh_store_column_day (statement, 6);
  story->published_minute = sqlite3_column_int (statement, 7);
  story->published_by = by < 0 ? TARIKH_PUBLISHED_UNKNOWN : (TarikhPublishedBy) by;
  story->text = tarikh_store_column_string (statement, 9);
  story->text_length = strlen (story->text);
  return story;
}

GPtrArray *
tarikh_store_list_stories (TarikhStore *store, GError **error)
{
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func ((GDestroyNotify) tarikh_story_free);
  g_autoptr (GError) failed = NULL;
  sqlite3_stmt *statement = tarikh_store_query (
    store, &failed,
    "SELECT story.name, source, title, lang, outlet, url, published, published_minute, published_by, text FROM story"
    " JOIN version ON version.story = story.id AND version.version = story.version ORDER BY story.id", "");

  while (statement != NULL && tarikh_store_step (store, statement, &failed))
    g_ptr_array_add (stories, take_story (statement));
  if (failed == NULL)
    return g_steal_pointer (&stories);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

static void
described_free (gpointer data)
{
  TarikhStoreStory *story = data;

  g_free (story->name);
  g_free (story->key);
  g_free (story->source);
  g_free (story->title);
  g_free (story->outlet);
  g_free (story->reason);
  g_free (story);
}

static TarikhStoreStory *
describe (sqlite3_stmt *statement)
{
  TarikhStoreStory *story = g_new0 (TarikhStoreStory, 1);

  story->name = tarikh_store_column_string (statement, 0);
  story->key = tarikh_store_column_string (statement, 1);
  story->source = tarikh_store_column_string (statement, 2);
  story->title = tarikh_store_column_string (statement, 3);
  story->outlet = tarikh_store_column_string (statement, 4);
  story->reason = tarikh_store_column_string (statement, 5);
  story->version = (guint) sqlite3_column_int (statement, 6);
  story->withdrawn = strcmp (tarikh_store_column_text (statement, 7), "withdrawn") == 0;
  story->published = tarikh_store_column_day (statement, 8);
  story->added = sqlite3_column_int64 (statement, 9);
  return story;
}

GPtrArray *
tarikh_store_describe_stories (TarikhStore *store, GError **error)
{
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (described_free);
  g_autoptr (GError) failed = NULL;
  sqlite3_stmt *statement = tarikh_store_query (
    store, &failed,
    "SELECT story.name, story.key, source, title, outlet, reason, story.version, status, reading.published, added"
    " FROM story JOIN version ON version.story = story.id AND version.version = story.version"
    " JOIN reading ON reading.story = story.id ORDER BY story.id", "");

  while (statement != NULL && tarikh_store_step (store, statement, &failed))
    g_ptr_array_add (stories, describe (statement));
  if (failed == NULL)
    return g_steal_pointer (&stories);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}
