/* store/schema: the tables of a dossier, as steps from one version of the file to the next. A step that was published is
 * never changed; a change is a new step at the end. Reads and writes no rows. */
#include "store/private.h"

#include <string.h>

/* Days are counted from 1970-01-01; NULL: unknown. Offsets are code points. Times are seconds since 1970, UTC. */
static const char step_1[] =
  /* What the affair is set to. */
  "CREATE TABLE setting (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"
  /* The stories. key: what a story is known by (its id, its address, else its name); name: its id in what is written. */
  "CREATE TABLE story (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE CHECK (key <> ''),"
  " name TEXT NOT NULL UNIQUE CHECK (name <> ''), version INTEGER NOT NULL CHECK (version >= 1),"
  " status TEXT NOT NULL CHECK (status IN ('usable', 'withdrawn')), reason TEXT) STRICT;"
  /* Every version of them, as it came. sha256: of all that the story says; text_sha256: of its text. */
  "CREATE TABLE version (story INTEGER NOT NULL REFERENCES story, version INTEGER NOT NULL CHECK (version >= 1),"
  " added INTEGER NOT NULL, sha256 TEXT NOT NULL, text_sha256 TEXT NOT NULL, source TEXT NOT NULL, title TEXT,"
  " lang TEXT NOT NULL, outlet TEXT, url TEXT, published INTEGER CHECK (published BETWEEN -2147483647 AND 2147483647),"
  " published_minute INTEGER NOT NULL CHECK (published_minute BETWEEN -1 AND 1439),"
  " published_by TEXT NOT NULL CHECK (published_by IN ('given', 'metadata', 'unknown')), text TEXT NOT NULL,"
  " PRIMARY KEY (story, version)) STRICT;"
  "CREATE INDEX version_by_text ON version (text_sha256);"
  /* What the reading of the present version came to. rank: the order of the stories; sketch: 32 numbers, little-endian,
   * by which copies are known. */
  "CREATE TABLE reading (story INTEGER PRIMARY KEY REFERENCES story, reader TEXT NOT NULL, rank TEXT NOT NULL,"
  " published INTEGER CHECK (published BETWEEN -2147483647 AND 2147483647),"
  " published_by TEXT NOT NULL CHECK (published_by IN ('given', 'metadata', 'inferred', 'unknown')),"
  " published_from INTEGER CHECK (published_from BETWEEN -2147483647 AND 2147483647),"
  " published_to INTEGER CHECK (published_to BETWEEN -2147483647 AND 2147483647),"
  " sketch BLOB NOT NULL CHECK (length (sketch) = 128)) STRICT;"
  /* The time expressions of a story, numbered from 0. */
  "CREATE TABLE timex (story INTEGER NOT NULL REFERENCES story, n INTEGER NOT NULL CHECK (n >= 0),"
  " start INTEGER NOT NULL CHECK (start BETWEEN 0 AND 4294967295),"
  " end INTEGER NOT NULL CHECK (end BETWEEN start AND 4294967295), text TEXT NOT NULL, type TEXT NOT NULL,"
  " value TEXT NOT NULL, mod TEXT, first_day INTEGER CHECK (first_day BETWEEN -2147483647 AND 2147483647),"
  " last_day INTEGER CHECK (last_day BETWEEN -2147483647 AND 2147483647), PRIMARY KEY (story, n)) STRICT, WITHOUT ROWID;"
  /* The events. founder: key of the mention it was first made of; merged_into: the event that it has become part of. */
  "CREATE TABLE event (id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''), born INTEGER NOT NULL UNIQUE,"
  " founder TEXT NOT NULL, merged_into TEXT REFERENCES event DEFERRABLE INITIALLY DEFERRED) STRICT, WITHOUT ROWID;"
  "CREATE INDEX event_by_founder ON event (founder);"
  /* What one story tells of one happening, numbered from 0; key survives a new reading. who, places: JSON lists of names;
   * sources: [[start, end, \"text\"] …]; timex: the number of the expression that dates it; words (32-bit numbers,
   * little-endian), fingerprint, weight, fresh, afar: what comparing needs. */
  "CREATE TABLE mention (id INTEGER PRIMARY KEY, story INTEGER NOT NULL REFERENCES story,"
  " n INTEGER NOT NULL CHECK (n >= 0), key TEXT NOT NULL UNIQUE,"
  " event TEXT REFERENCES event DEFERRABLE INITIALLY DEFERRED,"
  " first_day INTEGER CHECK (first_day BETWEEN -2147483647 AND 2147483647),"
  " last_day INTEGER CHECK (last_day BETWEEN first_day AND 2147483647), value TEXT, dated_by TEXT NOT NULL,"
  " status TEXT NOT NULL, salience REAL NOT NULL CHECK (salience BETWEEN 0 AND 1),"
  " approximate INTEGER NOT NULL CHECK (approximate IN (0, 1)), headline TEXT NOT NULL, who TEXT NOT NULL,"
  " places TEXT NOT NULL, sources TEXT NOT NULL, timex INTEGER, rule TEXT,"
  " words BLOB NOT NULL CHECK (length (words) % 4 = 0 AND length (words) <= 16384),"
  " fingerprint INTEGER NOT NULL CHECK (fingerprint BETWEEN 0 AND 4294967295),"
  " weight REAL NOT NULL CHECK (weight BETWEEN 0 AND 1), fresh INTEGER NOT NULL CHECK (fresh IN (0, 1)),"
  " afar INTEGER NOT NULL CHECK (afar IN (0, 1)),"
  " UNIQUE (story, n), CHECK ((first_day IS NULL) = (last_day IS NULL))) STRICT;"
  "CREATE INDEX mention_by_event ON mention (event);"
  "CREATE INDEX mention_from_afar ON mention (first_day, last_day) WHERE afar = 1;"
  /* What was done, in order, never changed: stories added and withdrawn, edits, their undoing, snapshots. detail: a JSON
   * object. */
  "CREATE TABLE log (n INTEGER PRIMARY KEY, at INTEGER NOT NULL, author TEXT NOT NULL, op TEXT NOT NULL,"
  " subject TEXT NOT NULL, detail TEXT NOT NULL) STRICT;"
  "CREATE INDEX log_by_subject ON log (subject, op);"
  /* The chronology as it was shown at a time. */
  "CREATE TABLE snapshot (name TEXT PRIMARY KEY NOT NULL CHECK (name <> ''), at INTEGER NOT NULL,"
  " events TEXT NOT NULL) STRICT, WITHOUT ROWID;"
  /* Derived from the mentions: how many have a word, how many begin on a day (2147483647: undated), and where the rarest
   * words of each stand in time. */
  "CREATE TABLE word (hash INTEGER PRIMARY KEY, n INTEGER NOT NULL, actions INTEGER NOT NULL) STRICT;"
  "CREATE TABLE day (first_day INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT;"
  "CREATE TABLE posting (word INTEGER NOT NULL, first_day INTEGER NOT NULL, mention INTEGER NOT NULL,"
  " last_day INTEGER NOT NULL, PRIMARY KEY (word, first_day, mention)) STRICT, WITHOUT ROWID;"
  "CREATE INDEX posting_by_mention ON posting (mention);";

static const char *const steps[] = { step_1 };

static gboolean
set_version (TarikhStore *store, gint64 version, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%" G_GINT64_FORMAT,
                                          TARIKH_STORE_APPLICATION_ID, version);

  return sqlite3_exec (store->db, sql, NULL, NULL, NULL) == SQLITE_OK || tarikh_store_fail (store, error);
}

gboolean
tarikh_store_migrate (TarikhStore *store, GError **error)
{
  gint64 version = 0;

  if (!tarikh_store_query_number (store, &version, error, "PRAGMA user_version", ""))
    return FALSE;
  for (gsize i = (gsize) version; i < G_N_ELEMENTS (steps); i++)
    if (sqlite3_exec (store->db, steps[i], NULL, NULL, NULL) != SQLITE_OK)
      return tarikh_store_fail (store, error);
  return set_version (store, G_N_ELEMENTS (steps), error);
}

/* Every line of the schema of DB, in order of name, one string. (transfer full) */
static char *
list_schema (sqlite3 *db)
{
  g_autoptr (GString) list = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name", -1,
                          &statement, NULL) != SQLITE_OK)
    return NULL;
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < 4; i++)
      g_string_append_printf (list, "%s\n", tarikh_store_column_text (statement, i));
  sqlite3_finalize (statement);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* The schema that the present steps make. (transfer full) */
static char *
make_schema (void)
{
  sqlite3 *db = NULL;
  gboolean good = sqlite3_open (":memory:", &db) == SQLITE_OK;

  for (gsize i = 0; i < G_N_ELEMENTS (steps) && good; i++)
    good = sqlite3_exec (db, steps[i], NULL, NULL, NULL) == SQLITE_OK;
  char *schema = good ? list_schema (db) : NULL;
  sqlite3_close (db);
  return schema;
}

static gboolean
refuse (TarikhStore *store, const char *why, GError **error)
{
  g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_FORMAT, "%s: %s", store->path, why);
  return FALSE;
}

static gboolean
upgrade (TarikhStore *store, gboolean write, GError **error)
{
  if (!write)
    return refuse (store, "a dossier of an earlier tarikh; any command that changes it brings it up to date", error);
  if (!tarikh_store_begin (store, error))
    return FALSE;
  if (tarikh_store_migrate (store, error) && tarikh_store_commit (store, error))
    return TRUE;
  tarikh_store_rollback (store);
  return FALSE;
}

gboolean
tarikh_store_check_schema (TarikhStore *store, gboolean write, GError **error)
{
  gint64 application = 0, version = 0;

  if (!tarikh_store_query_number (store, &application, error, "PRAGMA application_id", "")
      || !tarikh_store_query_number (store, &version, error, "PRAGMA user_version", ""))
    return FALSE;
  if (application != TARIKH_STORE_APPLICATION_ID)
    return refuse (store, "not a dossier of tarikh", error);
  if (version < 0 || version > (gint64) G_N_ELEMENTS (steps))
    return refuse (store, "a dossier of a later tarikh", error);
  if (version < (gint64) G_N_ELEMENTS (steps) && !upgrade (store, write, error))
    return FALSE;
  g_autofree char *there = list_schema (store->db), *ours = make_schema ();
  if (there == NULL || ours == NULL)
    return tarikh_store_fail (store, error);
  return strcmp (there, ours) == 0 || refuse (store, "damaged: its tables are not those of a dossier", error);
}
