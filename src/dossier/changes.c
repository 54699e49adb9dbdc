/* dossier/changes: what is different between two states of a dossier, each a snapshot or the present. An event is the same
 * when its id is. */
#include "dossier/private.h"

#include <string.h>

static gboolean
differs (const json_t *before, const json_t *after, const char *key)
{
  return !json_equal (json_object_get (before, key), json_object_get (after, key));
}

static json_int_t
get_witnesses (const json_t *event)
{
  return json_integer_value (json_object_get (event, "witnesses"));
}

GPtrArray *
tarikh_dossier_changes_name (const json_t *before, const json_t *after)
{
  GPtrArray *names = g_ptr_array_new ();
  gboolean was = json_is_true (json_object_get (before, "withdrawn"));
  gboolean is = json_is_true (json_object_get (after, "withdrawn"));

  if (before == NULL)
    g_ptr_array_add (names, (gpointer) (is ? "withdrawn" : "added"));
  else if (after == NULL)
    g_ptr_array_add (names, (gpointer) "gone");
  if (before == NULL || after == NULL)
    return names;
  if (is && !was)
    g_ptr_array_add (names, (gpointer) "withdrawn");
  if (differs (before, after, "start") || differs (before, after, "end"))
    g_ptr_array_add (names, (gpointer) "redated");
  if (differs (before, after, "headline"))
    g_ptr_array_add (names, (gpointer) "reworded");
  if (get_witnesses (before) < 2 && get_witnesses (after) >= 2)
    g_ptr_array_add (names, (gpointer) "corroborated");
  return names;
}

static json_t *
index_events (const json_t *events)
{
  json_t *by_id = json_object ();

  for (gsize i = 0; i < json_array_size (events); i++) {
    json_t *event = json_array_get (events, i);
    const char *id = json_string_value (json_object_get (event, "id"));
    if (id != NULL)
      json_object_set (by_id, id, event);
  }
  return by_id;
}

json_t *
tarikh_dossier_changes_load (TarikhDossier *dossier, const TarikhDossierTelling *telling, const char *name,
                             GError **error)
{
  g_autofree char *text = name != NULL ? tarikh_store_get_snapshot (dossier->store, name, error) : NULL;
  if (name != NULL && text == NULL)
    return NULL;
  g_autoptr (json_t) events = name != NULL ? json_loads (text, 0, NULL) : tarikh_dossier_json_events (telling);
  return index_events (events);
}

char *
tarikh_dossier_changes_find_heir (TarikhDossier *dossier, const TarikhDossierTelling *telling, const char *id,
                                  const json_t *after)
{
  g_autofree char *now = json_object_get (after, id) == NULL
                           ? tarikh_dossier_overlay_resolve (dossier, telling->alias, id) : NULL;

  return now != NULL && json_object_get (after, now) != NULL ? g_steal_pointer (&now) : NULL;
}

/* ---- the difference ---- */

/* INTO: the event that it has become part of, or NULL. */
static void
add_change (json_t *changes, const char *id, const json_t *before, const json_t *after, const char *into)
{
  g_autoptr (GPtrArray) names = tarikh_dossier_changes_name (before, after);
  json_t *words = json_array ();

  for (guint i = 0; i < names->len; i++)
    json_array_append_new (words, json_string (g_ptr_array_index (names, i)));
  if (names->len == 0) {
    json_decref (words);
    return;
  }
  json_t *change = json_object ();
  json_object_set_new (change, "event", json_string (id));
  json_object_set_new (change, "changes", words);
  if (into != NULL)
    json_object_set_new (change, "into", json_string (into));
  json_object_set_new (change, "before", before != NULL ? json_deep_copy (before) : json_null ());
  json_object_set_new (change, "after", after != NULL ? json_deep_copy (after) : json_null ());
  json_array_append_new (changes, change);
}

/* What is new or has changed, in order of time, then what is gone. */
static json_t *
compare (TarikhDossier *dossier, const TarikhDossierTelling *telling, json_t *before, json_t *after)
{
  json_t *changes = json_array ();
  const char *id;
  json_t *event;

  json_object_foreach (after, id, event)
    add_change (changes, id, json_object_get (before, id), event, NULL);
  json_object_foreach (before, id, event)
    if (json_object_get (after, id) == NULL) {
      g_autofree char *into = tarikh_dossier_changes_find_heir (dossier, telling, id, after);
      add_change (changes, id, event, NULL, into);
    }
  return changes;
}

/* ---- worded ---- */

static const char *
get_string (const json_t *event, const char *key)
{
  const char *string = json_string_value (json_object_get (event, key));

  return string != NULL ? string : "-";
}

static void
append_side (GString *text, const char *sign, const json_t *event)
{
  if (!json_is_object (event))
    return;
  const char *start = get_string (event, "start"), *end = get_string (event, "end");
  g_autofree char *headline = tarikh_base_printable (get_string (event, "headline"));
  g_string_append_printf (text, "  %s %s%s%s\t%s\n", sign, start, strcmp (start, end) != 0 ? "/" : "",
                          strcmp (start, end) != 0 ? end : "", headline);
}

static char *
word_changes (const json_t *changes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < json_array_size (changes); i++) {
    const json_t *change = json_array_get (changes, i), *words = json_object_get (change, "changes");
    g_string_append_printf (text, "%s", get_string (change, "event"));
    for (gsize k = 0; k < json_array_size (words); k++)
      g_string_append_printf (text, "%s%s", k == 0 ? "\t" : ", ", json_string_value (json_array_get (words, k)));
    if (json_object_get (change, "into") != NULL)
      g_string_append_printf (text, ": now part of %s", get_string (change, "into"));
    g_string_append_c (text, '\n');
    append_side (text, "-", json_object_get (change, "before"));
    append_side (text, "+", json_object_get (change, "after"));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
tarikh_dossier_diff (TarikhDossier *dossier, const char *before, const char *after, gboolean json, gboolean *differ,
                     GError **error)
{
  g_return_val_if_fail (dossier != NULL && before != NULL, NULL);

  g_autoptr (TarikhDossierTelling) now = tarikh_dossier_telling_new (dossier, error);
  if (now == NULL)
    return NULL;
  g_autoptr (json_t) old = tarikh_dossier_changes_load (dossier, NULL, before, error);
  g_autoptr (json_t) new = old != NULL ? tarikh_dossier_changes_load (dossier, now, after, error) : NULL;
  if (new == NULL)
    return NULL;
  g_autoptr (json_t) changes = compare (dossier, now, old, new);
  *differ = json_array_size (changes) > 0;
  if (!json)
    return word_changes (changes);
  return tarikh_dossier_json_write (json_pack ("{s: s, s: s?, s: O}", "before", before, "after", after, "changes", changes));
}

gboolean
tarikh_dossier_snapshot (TarikhDossier *dossier, const char *name, GError **error)
{
  g_return_val_if_fail (dossier != NULL && name != NULL, FALSE);

  g_autoptr (TarikhDossierTelling) telling = tarikh_dossier_telling_new (dossier, error);
  if (telling == NULL)
    return FALSE;
  g_autoptr (json_t) events = tarikh_dossier_json_events (telling);
  char *text = json_dumps (events, JSON_COMPACT);
  gboolean good = text != NULL && tarikh_store_put_snapshot (dossier->store, name, text, error);
  free (text);
  return good;
}
