/* store/load: a dump becomes a dossier. Any bytes may come: every line must be a row of one of our tables with all of its
 * columns; the tables' own checks say what may stand in them; references and what is derived are checked at the end.
 * One transaction: all of it or nothing. */
#include "store/private.h"
#include "store/tables.h"

#include <jansson.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, json_decref)

#define MOST_COLUMNS 32

typedef struct {
  sqlite3_stmt *insert; /* owned */
  GPtrArray *columns;   /* char*, owned */
} Table;

struct _TarikhStoreLoader {
  TarikhStore *store; /* borrowed */
  char *name;         /* of the file, for messages */
  guint line;
  gboolean started; /* the first line has come */
  GHashTable *tables; /* name (static) → Table*, owned */
};

static gboolean
fail (const TarikhStoreLoader *loader, const char *reason, GError **error)
{
  g_autofree char *message = g_strdup_printf ("%s:%u: %s", loader->name, loader->line, reason);
  g_autofree char *printable = tarikh_base_printable (message);

  g_set_error_literal (error, TARIKH_ERROR, TARIKH_ERROR_FORMAT, printable);
  return FALSE;
}

static void
table_free (gpointer data)
{
  Table *table = data;

  sqlite3_finalize (table->insert);
  g_ptr_array_unref (table->columns);
  g_free (table);
}

static GPtrArray *
list_columns (TarikhStore *store, const char *name)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (store->db, "SELECT name FROM pragma_table_info (?) ORDER BY cid", -1, &statement, NULL)
      == SQLITE_OK) {
    sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
    while (sqlite3_step (statement) == SQLITE_ROW)
      g_ptr_array_add (columns, tarikh_store_column_string (statement, 0));
  }
  sqlite3_finalize (statement);
  return columns;
}

static void
add_table (TarikhStoreLoader *loader, const char *name)
{
  Table *table = g_new0 (Table, 1);
  g_autoptr (GString) sql = g_string_new (NULL);

  table->columns = list_columns (loader->store, name);
  g_string_printf (sql, "INSERT INTO %s VALUES (", name);
  for (guint i = 0; i < table->columns->len; i++)
    g_string_append (sql, i == 0 ? "?" : ", ?");
  g_string_append_c (sql, ')');
  sqlite3_prepare_v2 (loader->store->db, sql->str, -1, &table->insert, NULL);
  g_hash_table_insert (loader->tables, (gpointer) name, table);
}

TarikhStoreLoader *
tarikh_store_loader_new (TarikhStore *store, const char *name, GError **error)
{
  if (!tarikh_store_begin (store, error))
    return NULL;
  TarikhStoreLoader *loader = g_new0 (TarikhStoreLoader, 1);
  loader->store = store;
  loader->name = g_strdup (name);
  loader->tables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, table_free);
  sqlite3_exec (store->db, "PRAGMA defer_foreign_keys=ON", NULL, NULL, NULL); /* until the transaction ends */
  for (guint i = 0; tarikh_store_tables[i] != NULL; i++)
    add_table (loader, tarikh_store_tables[i]);
  return loader;
}

void
tarikh_store_loader_free (TarikhStoreLoader *loader)
{
  if (loader == NULL)
    return;
  g_hash_table_unref (loader->tables);
  tarikh_store_rollback (loader->store);
  g_free (loader->name);
  g_free (loader);
}

/* ---- one line ---- */

static gint
read_digit (char c)
{
  return g_ascii_isupper (c) ? -1 : g_ascii_xdigit_value (c); /* one spelling only: what is loaded is dumped the same */
}

static gboolean
bind_hex (sqlite3_stmt *statement, int at, const json_t *value)
{
  const char *hex = json_string_value (json_object_get (value, "hex"));
  gsize length = hex != NULL && json_object_size (value) == 1 ? strlen (hex) : 1;
  g_autofree guint8 *bytes = g_malloc (length / 2 + 1);

  if (length % 2 != 0)
    return FALSE;
  for (gsize i = 0; i < length / 2; i++) {
    gint high = read_digit (hex[2 * i]), low = read_digit (hex[2 * i + 1]);
    if (high < 0 || low < 0)
      return FALSE;
    bytes[i] = (guint8) (high << 4 | low);
  }
  return sqlite3_bind_blob64 (statement, at, bytes, length / 2, SQLITE_TRANSIENT) == SQLITE_OK;
}

static gboolean
bind_value (sqlite3_stmt *statement, int at, const json_t *value)
{
  if (value == NULL)
    return FALSE;
  switch (json_typeof (value)) {
  case JSON_INTEGER: return sqlite3_bind_int64 (statement, at, json_integer_value (value)) == SQLITE_OK;
  case JSON_REAL: return sqlite3_bind_double (statement, at, json_real_value (value)) == SQLITE_OK;
  case JSON_NULL: return sqlite3_bind_null (statement, at) == SQLITE_OK;
  case JSON_STRING:
    return sqlite3_bind_text64 (statement, at, json_string_value (value), json_string_length (value), SQLITE_TRANSIENT,
                                SQLITE_UTF8) == SQLITE_OK;
  case JSON_OBJECT: return bind_hex (statement, at, value);
  default: return FALSE;
  }
}

static gboolean
insert_row (TarikhStoreLoader *loader, const Table *table, const json_t *row, GError **error)
{
  gboolean good = json_is_object (row) && json_object_size (row) == table->columns->len;

  for (guint i = 0; i < table->columns->len && good; i++)
    good = bind_value (table->insert, (int) i + 1, json_object_get (row, g_ptr_array_index (table->columns, i)));
  if (!good)
    return fail (loader, "not a row of that table", error);
  int result = sqlite3_step (table->insert);
  g_autofree char *reason = g_strdup (sqlite3_errmsg (loader->store->db));
  sqlite3_reset (table->insert);
  if (result == SQLITE_DONE)
    return TRUE;
  int kind = result & 0xff;
  return kind == SQLITE_CONSTRAINT || kind == SQLITE_MISMATCH || kind == SQLITE_TOOBIG
           ? fail (loader, reason, error) : tarikh_store_fail (loader->store, error);
}

static gboolean
take_object (TarikhStoreLoader *loader, json_t *object, GError **error)
{
  void *iter = json_object_iter (object);

  if (!loader->started) {
    const json_t *version = json_object_get (object, "tarikh_dossier");
    loader->started = TRUE;
    return (json_is_integer (version) && json_integer_value (version) == 1)
           || fail (loader, "not the dump of a dossier", error);
  }
  if (json_object_size (object) != 1)
    return fail (loader, "not one row of one table", error);
  const Table *table = g_hash_table_lookup (loader->tables, json_object_iter_key (iter));
  return table != NULL ? insert_row (loader, table, json_object_iter_value (iter), error)
                       : fail (loader, "no such table", error);
}

gboolean
tarikh_store_loader_take (TarikhStoreLoader *loader, const char *line, gsize length, GError **error)
{
  json_error_t json_error;

  loader->line++;
  g_autoptr (json_t) object = json_loadb (line, length, JSON_REJECT_DUPLICATES, &json_error);
  if (object == NULL) {
    g_autofree char *reason = g_strdup_printf ("damaged JSON: %s", json_error.text);
    return fail (loader, reason, error);
  }
  return json_is_object (object) ? take_object (loader, object, error) : fail (loader, "not a JSON object", error);
}

/* ---- the whole ---- */

/* What the tables' own checks do not see. */
static const struct {
  const char *sql; /* counts what is wrong */
  const char *what;
} laws[] = {
  { "SELECT count (*) FROM story WHERE NOT EXISTS (SELECT 1 FROM version WHERE version.story = story.id"
    " AND version.version = story.version)", "a story without its version" },
  { "SELECT count (*) FROM story WHERE NOT EXISTS (SELECT 1 FROM reading WHERE reading.story = story.id)",
    "a story without its reading" },
  { "SELECT count (*) FROM log WHERE NOT json_valid (detail)", "a log entry whose detail is no JSON" },
  { "SELECT count (*) FROM snapshot WHERE NOT json_valid (events)", "a snapshot that is no JSON" },
  { "SELECT count (*) FROM mention WHERE event IS NULL", "a mention without its event" },
  { "SELECT count (*) FROM mention JOIN event ON event.id = mention.event WHERE merged_into IS NOT NULL",
    "a mention of an event that has become part of another" },
};

static gboolean
check_all (TarikhStoreLoader *loader, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (laws); i++) {
    gint64 wrong = 0;
    if (!tarikh_store_query_number (loader->store, &wrong, error, laws[i].sql, ""))
      return FALSE;
    if (wrong > 0)
      return fail (loader, laws[i].what, error);
  }
  /* Every list and every number is taken once. */
  g_autoptr (TarikhStoreMentions) mentions = tarikh_store_load_mentions (loader->store, TRUE, error);
  return mentions != NULL;
}

gboolean
tarikh_store_loader_finish (TarikhStoreLoader *loader, GError **error)
{
  if (!loader->started)
    return fail (loader, "not the dump of a dossier", error);
  if (!check_all (loader, error) || !tarikh_store_derive (loader->store, error))
    return FALSE;
  if (tarikh_store_commit (loader->store, error))
    return TRUE;
  return FALSE;
}
