/* store/dump: the dossier as lines of JSON, a row a line: {"TABLE":{"COLUMN":value, …}}, after one line that says what it
 * is. Numbers stay numbers, NULL is null, bytes are {"hex":"…"}. Derived tables are left out. */
#include "store/private.h"
#include "store/tables.h"

#include <jansson.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, json_decref)

const char *const tarikh_store_tables[] = { "setting", "story", "version", "reading", "timex", "event", "mention", "log",
                                            "snapshot", NULL };

static json_t *
dump_bytes (sqlite3_stmt *statement, int column)
{
  static const char digits[] = "0123456789abcdef";
  const guint8 *bytes = sqlite3_column_blob (statement, column);
  int length = sqlite3_column_bytes (statement, column);
  g_autoptr (GString) hex = g_string_sized_new ((gsize) length * 2);

  for (int i = 0; i < length; i++) {
    g_string_append_c (hex, digits[bytes[i] >> 4]);
    g_string_append_c (hex, digits[bytes[i] & 15]);
  }
  return json_pack ("{s: s}", "hex", hex->str);
}

static json_t *
dump_value (sqlite3_stmt *statement, int column)
{
  g_autofree char *text = NULL;

  switch (sqlite3_column_type (statement, column)) {
  case SQLITE_INTEGER: return json_integer (sqlite3_column_int64 (statement, column));
  case SQLITE_FLOAT: return json_real (sqlite3_column_double (statement, column));
  case SQLITE_BLOB: return dump_bytes (statement, column);
  case SQLITE_NULL: return json_null ();
  default: text = tarikh_store_column_string (statement, column); return json_string (text);
  }
}

/* (transfer full), with malloc */
static char *
dump_row (sqlite3_stmt *statement, const char *table)
{
  g_autoptr (json_t) row = json_object ();
  g_autoptr (json_t) line = json_object ();

  for (int i = 0; i < sqlite3_column_count (statement); i++)
    json_object_set_new (row, sqlite3_column_name (statement, i), dump_value (statement, i));
  json_object_set (line, table, row);
  return json_dumps (line, JSON_COMPACT | JSON_REAL_PRECISION (17));
}

/* TEXT was made by malloc; it is freed. */
static gboolean
write_line (char *text, TarikhStoreWrite write, gpointer data)
{
  g_autofree char *line = text != NULL ? g_strconcat (text, "\n", NULL) : NULL;

  free (text);
  return line != NULL && write (line, strlen (line), data);
}

/* In the order of the key, so that the same rows make the same lines. */
static gboolean
dump_table (TarikhStore *store, const char *table, TarikhStoreWrite write, gpointer data, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", table);
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (store->db, sql, -1, &statement, NULL);
  gboolean good = result == SQLITE_OK;

  while (good && (result = sqlite3_step (statement)) == SQLITE_ROW)
    if (!write_line (dump_row (statement, table), write, data)) {
      sqlite3_finalize (statement);
      g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_WRITE, "%s: the dump could not be written", store->path);
      return FALSE;
    }
  good = good && result == SQLITE_DONE;
  if (!good)
    tarikh_store_fail (store, error);
  sqlite3_finalize (statement);
  return good;
}

/* In a transaction, so that one state is told though somebody writes meanwhile. */
gboolean
tarikh_store_dump (TarikhStore *store, TarikhStoreWrite write, gpointer data, GError **error)
{
  if (!tarikh_store_hold (store, error))
    return FALSE;
  gboolean good = write_line (strdup ("{\"tarikh_dossier\":1}"), write, data);
  if (!good)
    g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_WRITE, "%s: the dump could not be written", store->path);
  for (guint i = 0; tarikh_store_tables[i] != NULL && good; i++)
    good = dump_table (store, tarikh_store_tables[i], write, data, error);
  tarikh_store_release (store);
  return good;
}
