/* store/statement: SQL statements, prepared once, with their values. Knows no table. */
#include "store/private.h"

#include <string.h>

gboolean
tarikh_store_fail (TarikhStore *store, GError **error)
{
  int code = sqlite3_extended_errcode (store->db), kind = code & 0xff;
  gboolean damaged = kind == SQLITE_NOTADB || kind == SQLITE_CORRUPT || kind == SQLITE_CONSTRAINT || kind == SQLITE_SCHEMA;
  const char *what = kind == SQLITE_NOTADB     ? "not a dossier of tarikh"
                     : kind == SQLITE_CORRUPT  ? "damaged"
                     : kind == SQLITE_BUSY     ? "somebody else is writing to it, for longer than we wait"
                     : kind == SQLITE_READONLY ? "may not be written"
                     : kind == SQLITE_FULL     ? "no space left to write"
                                               : sqlite3_errmsg (store->db);
  g_autofree char *message = g_strdup_printf ("%s: %s", store->path, what);
  g_autofree char *printable = tarikh_base_printable (message);

  g_set_error_literal (error, TARIKH_ERROR, damaged ? TARIKH_ERROR_FORMAT : TARIKH_ERROR_WRITE, printable);
  return FALSE;
}

gboolean
tarikh_store_fail_damaged (TarikhStore *store, const char *what, GError **error)
{
  g_autofree char *message = g_strdup_printf ("%s: damaged: %s", store->path, what);
  g_autofree char *printable = tarikh_base_printable (message);

  g_set_error_literal (error, TARIKH_ERROR, TARIKH_ERROR_FORMAT, printable);
  return FALSE;
}

static sqlite3_stmt *
prepare (TarikhStore *store, const char *sql)
{
  sqlite3_stmt *statement = g_hash_table_lookup (store->statements, sql);

  if (statement != NULL) {
    sqlite3_reset (statement);
    return statement;
  }
  if (sqlite3_prepare_v3 (store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    return NULL;
  g_hash_table_insert (store->statements, (gpointer) sql, statement);
  return statement;
}

static void
bind_day (sqlite3_stmt *statement, int at, TarikhDay day)
{
  if (day == TARIKH_DAY_NONE)
    sqlite3_bind_null (statement, at);
  else
    sqlite3_bind_int64 (statement, at, day);
}

/* Names of files and words of a command line may be any bytes; what the file holds is UTF-8, so that a dump is all of it. */
static void
bind_text (sqlite3_stmt *statement, int at, const char *text)
{
  if (text == NULL) {
    sqlite3_bind_null (statement, at);
    return;
  }
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  const char *bound = valid != NULL ? valid : text;
  sqlite3_bind_text64 (statement, at, bound, strlen (bound), SQLITE_TRANSIENT, SQLITE_UTF8);
}

static void
bind_bytes (sqlite3_stmt *statement, int at, const void *bytes, gsize length)
{
  if (length == 0)
    sqlite3_bind_zeroblob (statement, at, 0);
  else
    sqlite3_bind_blob64 (statement, at, bytes, length, SQLITE_TRANSIENT);
}

static sqlite3_stmt *
start (TarikhStore *store, GError **error, const char *sql, const char *types, va_list values)
{
  sqlite3_stmt *statement = prepare (store, sql);

  if (statement == NULL) {
    tarikh_store_fail (store, error);
    return NULL;
  }
  for (int at = 1; types[at - 1] != '\0'; at++)
    switch (types[at - 1]) {
    case 'i': sqlite3_bind_int64 (statement, at, va_arg (values, gint64)); break;
    case 'd': sqlite3_bind_double (statement, at, va_arg (values, double)); break;
    case 's': bind_text (statement, at, va_arg (values, const char *)); break;
    case 'y': bind_day (statement, at, va_arg (values, TarikhDay)); break;
    case 'b': {
      const void *bytes = va_arg (values, const void *);
      bind_bytes (statement, at, bytes, va_arg (values, gsize));
      break;
    }
    default: g_assert_not_reached ();
    }
  return statement;
}

gboolean
tarikh_store_run (TarikhStore *store, GError **error, const char *sql, const char *types, ...)
{
  va_list values;

  va_start (values, types);
  sqlite3_stmt *statement = start (store, error, sql, types, values);
  va_end (values);
  if (statement == NULL)
    return FALSE;
  int result = sqlite3_step (statement);
  gboolean good = result == SQLITE_DONE || result == SQLITE_ROW || tarikh_store_fail (store, error);
  sqlite3_reset (statement);
  return good;
}

sqlite3_stmt *
tarikh_store_query (TarikhStore *store, GError **error, const char *sql, const char *types, ...)
{
  va_list values;

  va_start (values, types);
  sqlite3_stmt *statement = start (store, error, sql, types, values);
  va_end (values);
  return statement;
}

gboolean
tarikh_store_step (TarikhStore *store, sqlite3_stmt *statement, GError **error)
{
  int result = sqlite3_step (statement);

  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    tarikh_store_fail (store, error);
  sqlite3_reset (statement);
  return FALSE;
}

void
tarikh_store_stop (sqlite3_stmt *statement)
{
  sqlite3_reset (statement);
}

gboolean
tarikh_store_query_number (TarikhStore *store, gint64 *value, GError **error, const char *sql, const char *types, ...)
{
  va_list values;

  va_start (values, types);
  sqlite3_stmt *statement = start (store, error, sql, types, values);
  va_end (values);
  if (statement == NULL)
    return FALSE;
  int result = sqlite3_step (statement);
  if (result == SQLITE_ROW && sqlite3_column_type (statement, 0) != SQLITE_NULL)
    *value = sqlite3_column_int64 (statement, 0);
  gboolean good = result == SQLITE_ROW || result == SQLITE_DONE || tarikh_store_fail (store, error);
  sqlite3_reset (statement);
  return good;
}

/* ---- columns ---- */

const char *
tarikh_store_column_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? text : "";
}

/* SQLite does not look at what it is given: a file from elsewhere may hold bytes that are no text. */
char *
tarikh_store_column_string (sqlite3_stmt *statement, int column)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return NULL;
  return g_utf8_make_valid (tarikh_store_column_text (statement, column), -1);
}

TarikhDay
tarikh_store_column_day (sqlite3_stmt *statement, int column)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return TARIKH_DAY_NONE;
  return (TarikhDay) CLAMP (sqlite3_column_int64 (statement, column), -G_MAXINT32, G_MAXINT32);
}
