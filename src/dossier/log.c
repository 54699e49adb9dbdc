/* dossier/log: what was done to a dossier, and its snapshots, for people and for programs. Changes nothing. */
#include "dossier/private.h"

#include <string.h>

/* (transfer full) */
static char *
word_time (gint64 seconds)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (seconds);

  return at != NULL ? g_date_time_format (at, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("-");
}

static void
append_column (GString *text, const char *string, char end)
{
  g_autofree char *printable = tarikh_base_printable (*string != '\0' ? string : "-");

  g_string_append (text, printable);
  g_string_append_c (text, end);
}

/* What the program needs to know, and people do not. */
static gboolean
is_for_people (const char *key)
{
  return !g_str_has_prefix (key, "was_") && strcmp (key, "mentions") != 0 && strcmp (key, "value") != 0;
}

static void
append_value (GString *text, const char *key, const json_t *value)
{
  const json_t *only = json_is_array (value) ? json_array_get (value, 0) : value;
  const char *string = json_string_value (only);

  if (only == NULL || json_is_null (only) || !is_for_people (key))
    return;
  g_string_append_printf (text, "%s%s=", text->len > 0 ? " " : "", key);
  if (string != NULL)
    g_string_append (text, string);
  else if (json_is_boolean (only))
    g_string_append (text, json_is_true (only) ? "yes" : "no");
  else
    g_string_append_printf (text, "%" JSON_INTEGER_FORMAT, json_integer_value (only));
}

/* "start=2025-01-12 end=2025-01-12". (transfer full) */
static char *
word_detail (const char *detail)
{
  g_autoptr (json_t) object = json_loads (detail, 0, NULL);
  GString *text = g_string_new (NULL);
  const char *key;
  json_t *value;

  json_object_foreach (object, key, value)
    append_value (text, key, value);
  return g_string_free (text, FALSE);
}

static void
append_entry (GString *text, const TarikhStoreEntry *entry)
{
  g_autofree char *time = word_time (entry->at), *detail = word_detail (entry->detail);

  g_string_append_printf (text, "%" G_GINT64_FORMAT "\t%s\t", entry->n, time);
  append_column (text, entry->author, '\t');
  append_column (text, entry->op, '\t');
  append_column (text, entry->subject, '\t');
  append_column (text, detail, '\n');
}

static json_t *
describe_entry (const TarikhStoreEntry *entry)
{
  json_t *detail = json_loads (entry->detail, 0, NULL);

  return json_pack ("{s: I, s: I, s: s, s: s, s: s, s: o}", "n", (json_int_t) entry->n, "at", (json_int_t) entry->at,
                    "author", entry->author, "op", entry->op, "subject", entry->subject, "detail",
                    detail != NULL ? detail : json_object ());
}

static void
append_snapshot (GString *text, const TarikhStoreEntry *entry)
{
  g_autofree char *time = word_time (entry->at);

  append_column (text, entry->subject, '\t');
  append_column (text, time, '\t');
  append_column (text, entry->author, '\n');
}

static json_t *
describe_snapshot (const TarikhStoreEntry *entry)
{
  return json_pack ("{s: s, s: I, s: s}", "snapshot", entry->subject, "at", (json_int_t) entry->at, "author", entry->author);
}

/* The entries with OP, all when it is NULL. */
static char *
word (TarikhDossier *dossier, const char *op, gboolean json, void (*append) (GString *text, const TarikhStoreEntry *entry),
      json_t *(*describe) (const TarikhStoreEntry *entry), GError **error)
{
  g_autoptr (GPtrArray) log = tarikh_store_list_log (dossier->store, error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (json_t) list = json_array ();

  if (log == NULL)
    return NULL;
  for (guint i = 0; i < log->len; i++) {
    const TarikhStoreEntry *entry = g_ptr_array_index (log, i);
    if (op != NULL && strcmp (entry->op, op) != 0)
      continue;
    if (json)
      json_array_append_new (list, describe (entry));
    else
      append (text, entry);
  }
  return json ? tarikh_dossier_json_write (g_steal_pointer (&list)) : g_string_free (g_steal_pointer (&text), FALSE);
}

char *
tarikh_dossier_log (TarikhDossier *dossier, gboolean json, GError **error)
{
  g_return_val_if_fail (dossier != NULL, NULL);

  return word (dossier, NULL, json, append_entry, describe_entry, error);
}

char *
tarikh_dossier_list_snapshots (TarikhDossier *dossier, gboolean json, GError **error)
{
  g_return_val_if_fail (dossier != NULL, NULL);

  return word (dossier, "snapshot", json, append_snapshot, describe_snapshot, error);
}
