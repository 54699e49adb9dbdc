/* store/log: what was done, appended and never changed; settings and snapshots beside it. Understands no entry. */
#include "store/private.h"

#include <string.h>

static const char *const edits[] = { "accept", "add-event", "hide", "merge", "note", "pin", "redate", "reword", "split", NULL };

gboolean
tarikh_store_is_edit (const char *op)
{
  return g_strv_contains (edits, op);
}

gboolean
tarikh_store_log (TarikhStore *store, const char *op, const char *subject, const char *detail, gint64 *n, GError **error)
{
  gboolean good = tarikh_store_run (store, error, "INSERT INTO log (n, at, author, op, subject, detail)"
                                    " VALUES ((SELECT ifnull (max (n), 0) + 1 FROM log), ?, ?, ?, ?, ?)", "issss",
                                    store->at, store->author, op, subject, detail);

  if (n != NULL)
    *n = sqlite3_last_insert_rowid (store->db);
  return good;
}

static void
entry_free (gpointer data)
{
  TarikhStoreEntry *entry = data;

  g_free (entry->author);
  g_free (entry->op);
  g_free (entry->subject);
  g_free (entry->detail);
  g_free (entry);
}

GPtrArray *
tarikh_store_list_log (TarikhStore *store, GError **error)
{
  g_autoptr (GPtrArray) log = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GError) failed = NULL;
  sqlite3_stmt *statement
    = tarikh_store_query (store, &failed, "SELECT n, at, author, op, subject, detail FROM log ORDER BY n", "");

  while (statement != NULL && tarikh_store_step (store, statement, &failed)) {
    TarikhStoreEntry *entry = g_new0 (TarikhStoreEntry, 1);
    entry->n = sqlite3_column_int64 (statement, 0);
    entry->at = sqlite3_column_int64 (statement, 1);
    entry->author = tarikh_store_column_string (statement, 2);
    entry->op = tarikh_store_column_string (statement, 3);
    entry->subject = tarikh_store_column_string (statement, 4);
    entry->detail = tarikh_store_column_string (statement, 5);
    g_ptr_array_add (log, entry);
  }
  if (failed == NULL)
    return g_steal_pointer (&log);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

/* ---- snapshots ---- */

gboolean
tarikh_store_put_snapshot (TarikhStore *store, const char *name, const char *events, GError **error)
{
  gint64 taken = 0;

  if (*name == '\0') {
    g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_USAGE, "%s: a snapshot needs a name", store->path);
    return FALSE;
  }
  if (!tarikh_store_query_number (store, &taken, error, "SELECT 1 FROM snapshot WHERE name = ?", "s", name))
    return FALSE;
  if (taken) {
    g_autofree char *printable = tarikh_base_printable (name);
    g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_USAGE, "%s: there is a snapshot \"%s\" already", store->path, printable);
    return FALSE;
  }
  return tarikh_store_run (store, error, "INSERT INTO snapshot (name, at, events) VALUES (?, ?, ?)", "sis", name,
                           store->at, events)
         && tarikh_store_log (store, "snapshot", name, "{}", NULL, error);
}

char *
tarikh_store_get_snapshot (TarikhStore *store, const char *name, GError **error)
{
  sqlite3_stmt *statement
    = tarikh_store_query (store, error, "SELECT events FROM snapshot WHERE name = ?", "s", name);
  char *events = NULL;

  if (statement == NULL)
    return NULL;
  if (tarikh_store_step (store, statement, NULL)) {
    events = tarikh_store_column_string (statement, 0);
    tarikh_store_stop (statement);
    return events;
  }
  g_autofree char *printable = tarikh_base_printable (name);
  g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_USAGE, "%s: no snapshot \"%s\"", store->path, printable);
  return NULL;
}

/* ---- settings ---- */

char *
tarikh_store_get_setting (TarikhStore *store, const char *name)
{
  sqlite3_stmt *statement = tarikh_store_query (store, NULL, "SELECT value FROM setting WHERE name = ?", "s", name);
  char *value = NULL;

  if (statement != NULL && tarikh_store_step (store, statement, NULL)) {
    value = tarikh_store_column_string (statement, 0);
    tarikh_store_stop (statement);
  }
  return value;
}

gboolean
tarikh_store_set_setting (TarikhStore *store, const char *name, const char *value, GError **error)
{
  return tarikh_store_run (store, error, "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", "ss", name, value);
}
