/* store/file: the dossier as a file: made, opened, checked, changed in transactions. Knows no story. */
#include "store/private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define WAIT_MILLISECONDS 30000
/* A file up to this is looked at page by page whenever it is opened; what only reads goes through it all anyway. */
#define CHECKED_BYTES_WRITING ((gint64) 4 << 20)
#define CHECKED_BYTES_READING ((gint64) 64 << 20)

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

static TarikhStore *
store_new (const char *path)
{
  TarikhStore *store = g_new0 (TarikhStore, 1);

  store->path = g_strdup (path);
  store->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize);
  store->author = g_strdup ("");
  store->whole = TARIKH_STORE_WHOLE;
  store->fresh = g_array_new (FALSE, FALSE, sizeof (gint64));
  store->loosened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return store;
}

void
tarikh_store_free (TarikhStore *store)
{
  if (store == NULL)
    return;
  g_hash_table_unref (store->statements);
  sqlite3_close (store->db);
  g_array_unref (store->fresh);
  g_hash_table_unref (store->loosened);
  g_free (store->path);
  g_free (store->author);
  g_free (store);
}

void
tarikh_store_set_hand (TarikhStore *store, const char *author, gint64 at)
{
  g_free (store->author);
  store->author = g_utf8_make_valid (author, -1);
  store->at = at;
}

void
tarikh_store_set_whole (TarikhStore *store, guint n_mentions)
{
  store->whole = n_mentions;
}

void
tarikh_store_merge_all (TarikhStore *store)
{
  store->merge_all = TRUE;
}

/* What the file may not do to us: it may come from anybody. */
static gboolean
set_up (TarikhStore *store, GError **error)
{
  static const char pragmas[] = "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON;"
                                "PRAGMA temp_store=MEMORY; PRAGMA synchronous=EXTRA; PRAGMA cache_size=-16384;";

  sqlite3_extended_result_codes (store->db, 1);
  sqlite3_busy_timeout (store->db, WAIT_MILLISECONDS);
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  return sqlite3_exec (store->db, pragmas, NULL, NULL, NULL) == SQLITE_OK || tarikh_store_fail (store, error);
}

static gboolean
open_file (TarikhStore *store, int flags, GError **error)
{
  /* "-x" and "file:x" are names of files here. */
  gboolean in_memory = strcmp (store->path, TARIKH_STORE_IN_MEMORY) == 0;
  g_autofree char *place = in_memory ? g_strdup (store->path) : g_canonicalize_filename (store->path, NULL);

  if (sqlite3_open_v2 (place, &store->db, flags, NULL) == SQLITE_OK)
    return set_up (store, error);
  int number = sqlite3_system_errno (store->db);
  g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_READ, "%s: %s", store->path,
               number != 0 ? g_strerror (number) : sqlite3_errmsg (store->db));
  return FALSE;
}

/* Not there, a folder, or not readable: told in the words of the machine. A pipe or a device is no dossier. */
static gboolean
look_at (const char *path, GStatBuf *status, GError **error)
{
  int number = g_stat (path, status) != 0 ? errno : (status->st_mode & S_IFMT) == S_IFDIR ? EISDIR : 0;

  if (number == 0 && (status->st_mode & S_IFMT) == S_IFREG)
    return TRUE;
  g_autofree char *printable = tarikh_base_printable (path);
  g_set_error (error, TARIKH_ERROR, number != 0 ? TARIKH_ERROR_READ : TARIKH_ERROR_FORMAT, "%s: %s", printable,
               number != 0 ? g_strerror (number) : "not a dossier of tarikh");
  return FALSE;
}

static gboolean
run_check (TarikhStore *store, const char *sql, GError **error)
{
  sqlite3_stmt *statement = tarikh_store_query (store, error, sql, "");

  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW)
    return statement != NULL && tarikh_store_fail (store, error);
  g_autofree char *answer = tarikh_store_column_string (statement, 0);
  tarikh_store_stop (statement);
  return g_strcmp0 (answer, "ok") == 0 || tarikh_store_fail_damaged (store, answer, error);
}

/* The size that the file says it has, and the size it has, which must be asked while nobody can change it. */
static gboolean
check_size (TarikhStore *store, gboolean write, GError **error)
{
  gint64 pages = 0, page_size = 0;
  GStatBuf status;

  if (!tarikh_store_query_number (store, &pages, error, "PRAGMA page_count", "")
      || !tarikh_store_query_number (store, &page_size, error, "PRAGMA page_size", "")
      || !look_at (store->path, &status, error))
    return FALSE;
  if (pages * page_size > status.st_size)
    return tarikh_store_fail_damaged (store, "it ends too early", error);
  return status.st_size > (write ? CHECKED_BYTES_WRITING : CHECKED_BYTES_READING)
         || run_check (store, "PRAGMA quick_check(1)", error);
}

static gboolean
check_held (TarikhStore *store, gboolean write, GError **error)
{
  if (!tarikh_store_hold (store, error))
    return FALSE;
  gboolean good = check_size (store, write, error);
  tarikh_store_release (store);
  return good;
}

gboolean
tarikh_store_check (TarikhStore *store, GError **error)
{
  gint64 loose = 0;

  if (!run_check (store, "PRAGMA integrity_check(1)", error)
      || !tarikh_store_query_number (store, &loose, error, "SELECT count (*) FROM pragma_foreign_key_check", ""))
    return FALSE;
  return loose == 0 || tarikh_store_fail_damaged (store, "a row refers to one that is not there", error);
}

TarikhStore *
tarikh_store_open (const char *path, gboolean write, GError **error)
{
  GStatBuf status;

  if (!look_at (path, &status, error))
    return NULL;
  g_autoptr (TarikhStore) store = store_new (path);
  /* A reader too may have to roll back what a crash left. */
  if (!open_file (store, SQLITE_OPEN_READWRITE, error) || !tarikh_store_check_schema (store, write, error)
      || !check_held (store, write, error))
    return NULL;
  if (write && sqlite3_db_readonly (store->db, "main")) {
    g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_WRITE, "%s: may not be written", path);
    return NULL;
  }
  /* Another program may have turned on the log that lies beside the file; one file is what can be mailed. */
  if (write)
    sqlite3_exec (store->db, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL);
  return g_steal_pointer (&store);
}

/* In a transaction that keeps out others: two that create at once do not both think they did. */
static gboolean
fill_new (TarikhStore *store, GError **error)
{
  gint64 pages = 0;

  if (sqlite3_exec (store->db, "BEGIN EXCLUSIVE", NULL, NULL, NULL) != SQLITE_OK)
    return tarikh_store_fail (store, error);
  if (!tarikh_store_query_number (store, &pages, error, "SELECT count (*) FROM sqlite_schema", ""))
    return FALSE;
  if (pages != 0) {
    g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_USAGE, "%s: is there already", store->path);
    return FALSE;
  }
  return tarikh_store_migrate (store, error)
         && (sqlite3_exec (store->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK || tarikh_store_fail (store, error));
}

TarikhStore *
tarikh_store_create (const char *path, GError **error)
{
  GStatBuf status;
  gboolean there = g_stat (path, &status) == 0;

  if (there && (status.st_size > 0 || (status.st_mode & S_IFMT) != S_IFREG)) {
    g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_USAGE, "%s: is there already", path);
    return NULL;
  }
  g_autoptr (TarikhStore) store = store_new (path);
  if (!open_file (store, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error))
    return NULL;
  if (fill_new (store, error))
    return g_steal_pointer (&store);
  sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
  g_clear_pointer (&store, tarikh_store_free);
  if (!there && g_stat (path, &status) == 0 && status.st_size == 0)
    g_unlink (path);
  return NULL;
}

gboolean
tarikh_store_begin (TarikhStore *store, GError **error)
{
  g_array_set_size (store->fresh, 0);
  g_hash_table_remove_all (store->loosened);
  store->merge_all = FALSE;
  store->changing = sqlite3_exec (store->db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK;
  return store->changing || tarikh_store_fail (store, error);
}

gboolean
tarikh_store_commit (TarikhStore *store, GError **error)
{
  if (!tarikh_store_merge (store, error))
    return FALSE;
  if (sqlite3_exec (store->db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    return tarikh_store_fail (store, error);
  store->changing = FALSE;
  return TRUE;
}

void
tarikh_store_rollback (TarikhStore *store)
{
  if (store->changing && !sqlite3_get_autocommit (store->db))
    sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
  store->changing = FALSE;
}

gboolean
tarikh_store_hold (TarikhStore *store, GError **error)
{
  if (store->n_holds == 0 && !store->changing && sqlite3_exec (store->db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return tarikh_store_fail (store, error);
  store->n_holds++;
  return TRUE;
}

void
tarikh_store_release (TarikhStore *store)
{
  if (--store->n_holds == 0 && !store->changing)
    sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
}

gint64
tarikh_store_get_revision (TarikhStore *store)
{
  gint64 revision = 0;

  tarikh_store_query_number (store, &revision, NULL, "SELECT max (n) FROM log", "");
  return revision;
}
