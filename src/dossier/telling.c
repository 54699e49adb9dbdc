/* dossier/telling: what the stories and the editors together say: mentions out of the store, grouped as the store and the
 * editors group them, settled, edited, in order. */
#include "dossier/private.h"

#include <string.h>

static void
fact_free (gpointer data)
{
  TarikhDossierFact *fact = data;

  g_ptr_array_unref (fact->notes);
  g_ptr_array_unref (fact->mentions);
  g_free (fact->read_headline);
  g_free (fact->was_headline);
  g_free (fact);
}

void
tarikh_dossier_telling_free (TarikhDossierTelling *telling)
{
  if (telling == NULL)
    return;
  tarikh_chronology_free (telling->chronology);
  g_clear_pointer (&telling->facts, g_hash_table_unref);
  g_clear_pointer (&telling->lost, g_ptr_array_unref);
  g_clear_pointer (&telling->alias, g_hash_table_unref);
  g_clear_pointer (&telling->pool, g_hash_table_unref);
  tarikh_dossier_edits_free (telling->edits);
  g_free (telling);
}

/* ---- withdrawn stories ---- */

/* A withdrawn story's mention counts only where no other story tells the event. Which mentions go: pointers to events. */
static GHashTable *
find_overruled (const TarikhStoreMentions *mentions, const GPtrArray *labels)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *overruled = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < labels->len; i++)
    if (!g_array_index (mentions->withdrawn, gboolean, i))
      g_hash_table_add (told, labels->pdata[i]);
  for (guint i = 0; i < labels->len; i++)
    if (g_array_index (mentions->withdrawn, gboolean, i) && g_hash_table_contains (told, labels->pdata[i]))
      g_hash_table_add (overruled, g_ptr_array_index (mentions->chronology->events, i));
  return overruled;
}

static gboolean
is_overruled (const TarikhChronicleEvent *event, gpointer overruled)
{
  return g_hash_table_contains (overruled, event);
}

/* Keeps LABELS, keys and flags beside the events that stay. */
static void
drop_overruled (TarikhStoreMentions *mentions, GPtrArray *labels)
{
  g_autoptr (GHashTable) overruled = find_overruled (mentions, labels);
  guint n = 0;

  if (g_hash_table_size (overruled) == 0)
    return;
  for (guint i = 0; i < labels->len; i++) {
    gpointer key = mentions->keys->pdata[i];
    if (g_hash_table_contains (overruled, mentions->chronology->events->pdata[i])) {
      g_free (key);
      mentions->keys->pdata[i] = NULL;
      continue;
    }
    mentions->keys->pdata[i] = NULL;
    mentions->keys->pdata[n] = key;
    g_array_index (mentions->withdrawn, gboolean, n) = g_array_index (mentions->withdrawn, gboolean, i);
    labels->pdata[n++] = labels->pdata[i];
  }
  g_ptr_array_set_size (mentions->keys, (gint) n);
  g_ptr_array_set_size (labels, (gint) n);
  tarikh_chronology_drop_events (mentions->chronology, is_overruled, overruled);
}

/* ---- groups ---- */

/* Numbers the labels in order of their first mention; *KEYS: the label of each group, borrowed. (transfer full) */
static guint32 *
number_groups (const GPtrArray *labels, GPtrArray *keys)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  guint32 *group_of = g_new (guint32, MAX (labels->len, 1u));

  for (guint i = 0; i < labels->len; i++) {
    gpointer number;
    if (!g_hash_table_lookup_extended (numbers, labels->pdata[i], NULL, &number)) {
      number = GUINT_TO_POINTER (keys->len);
      g_hash_table_insert (numbers, labels->pdata[i], number);
      g_ptr_array_add (keys, labels->pdata[i]);
    }
    group_of[i] = GPOINTER_TO_UINT (number);
  }
  return group_of;
}

/* A fact for every event, with what the reader says of it. */
static void
note_facts (TarikhDossierTelling *telling, const TarikhStoreMentions *mentions, const GPtrArray *labels)
{
  for (guint i = 0; i < telling->chronology->events->len; i++) {
    const TarikhChronicleEvent *event = g_ptr_array_index (telling->chronology->events, i);
    TarikhDossierFact *fact = tarikh_dossier_fact_new ();
    fact->read_headline = g_strdup (event->headline);
    fact->read_start = event->start;
    fact->read_end = event->end;
    g_hash_table_insert (telling->facts, g_strdup (event->key), fact);
  }
  for (guint i = 0; i < labels->len; i++) {
    TarikhDossierFact *fact = g_hash_table_lookup (telling->facts, labels->pdata[i]);
    g_ptr_array_add (fact->mentions, g_strdup (g_ptr_array_index (mentions->keys, i)));
    fact->withdrawn = fact->withdrawn || g_array_index (mentions->withdrawn, gboolean, i);
  }
}

static void
settle (TarikhDossierTelling *telling, TarikhStoreMentions *mentions, GPtrArray *labels)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  drop_overruled (mentions, labels);
  g_autofree guint32 *group_of = number_groups (labels, keys);
  telling->chronology = g_steal_pointer (&mentions->chronology);
  tarikh_chronology_settle_as (telling->chronology, group_of, keys->len, (const char *const *) keys->pdata);
  note_facts (telling, mentions, labels);
}

static gboolean
wants_withdrawn (TarikhDossier *dossier)
{
  g_autofree char *policy = tarikh_store_get_setting (dossier->store, "withdrawn");

  return g_strcmp0 (policy, "remove") != 0;
}

/* The ids of the events stand on them, for whoever writes them out. */
static void
take_ids (TarikhChronology *chronology)
{
  for (guint i = 0; i < chronology->events->len; i++) {
    TarikhChronicleEvent *event = g_ptr_array_index (chronology->events, i);
    g_free (event->id);
    event->id = g_strdup (event->key);
  }
}

static TarikhDossierTelling *
create_telling (TarikhDossier *dossier, GError **error)
{
  g_autoptr (TarikhDossierTelling) telling = g_new0 (TarikhDossierTelling, 1);
  g_autoptr (TarikhStoreMentions) mentions
    = tarikh_store_load_mentions (dossier->store, wants_withdrawn (dossier), error);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  telling->alias = g_hash_table_new (g_str_hash, g_str_equal);
  telling->pool = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  telling->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, fact_free);
  telling->lost = g_ptr_array_new_with_free_func (g_free);
  telling->edits = tarikh_dossier_edits_load (dossier->store, error);
  if (mentions == NULL || telling->edits == NULL)
    return NULL;
  for (guint i = 0; i < mentions->events->len; i++)
    g_ptr_array_add (labels, mentions->events->pdata[i]);
  tarikh_dossier_overlay_groups (dossier, telling, mentions, labels);
  settle (telling, mentions, labels);
  tarikh_dossier_overlay_events (dossier, telling);
  tarikh_chronology_reorder (telling->chronology);
  take_ids (telling->chronology);
  return g_steal_pointer (&telling);
}

TarikhDossierTelling *
tarikh_dossier_telling_new (TarikhDossier *dossier, GError **error)
{
  if (!tarikh_store_hold (dossier->store, error))
    return NULL;
  TarikhDossierTelling *telling = create_telling (dossier, error);
  tarikh_store_release (dossier->store);
  return telling;
}

const TarikhDossierFact *
tarikh_dossier_telling_get_fact (const TarikhDossierTelling *telling, const TarikhChronicleEvent *event)
{
  return g_hash_table_lookup (telling->facts, event->key);
}

/* ---- by name ---- */

/* The only event whose id begins with ID. */
static TarikhChronicleEvent *
find_beginning (const TarikhDossierTelling *telling, const char *id, guint *n)
{
  TarikhChronicleEvent *found = NULL;

  *n = 0;
  for (guint i = 0; i < telling->chronology->events->len && *id != '\0'; i++) {
    TarikhChronicleEvent *event = g_ptr_array_index (telling->chronology->events, i);
    if (!g_str_has_prefix (event->key, id))
      continue;
    found = event;
    if (strcmp (event->key, id) == 0) {
      *n = 1;
      return event;
    }
    (*n)++;
  }
  return found;
}

TarikhChronicleEvent *
tarikh_dossier_telling_find (const TarikhDossierTelling *telling, TarikhDossier *dossier, const char *id, GError **error)
{
  guint n, n_now;
  TarikhChronicleEvent *found = find_beginning (telling, id, &n);

  if (n == 1)
    return found;
  g_autofree char *now = n == 0 ? tarikh_dossier_overlay_resolve (dossier, telling->alias, id) : NULL;
  found = now != NULL ? find_beginning (telling, now, &n_now) : NULL;
  if (found != NULL)
    return found;
  g_autofree char *printable = tarikh_base_printable (id);
  g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_USAGE,
               n > 1           ? "%s: several events begin with \"%s\""
               : now != NULL ? "%s: no story tells the event \"%s\" any more"
                               : "%s: no event \"%s\"",
               dossier->path, printable);
  return NULL;
}

/* ---- disagreement ---- */

gboolean
tarikh_dossier_fact_disagrees_on_headline (const TarikhDossierFact *fact, const TarikhChronicleEvent *event)
{
  return !fact->by_hand && (fact->reworded || fact->accepted)
         && g_strcmp0 (fact->read_headline, fact->was_headline) != 0
         && g_strcmp0 (fact->read_headline, event->headline) != 0;
}

gboolean
tarikh_dossier_fact_disagrees_on_date (const TarikhDossierFact *fact, const TarikhChronicleEvent *event)
{
  return !fact->by_hand && (fact->redated || fact->accepted)
         && (fact->read_start != fact->was_start || fact->read_end != fact->was_end)
         && (fact->read_start != event->start || fact->read_end != event->end);
}
