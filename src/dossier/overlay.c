/* dossier/overlay: what people decided is laid over what the reader says. Merges and splits regroup the mentions before
 * settling; the rest changes single events after it. An edit whose event is gone is told of, never dropped. */
#include "dossier/private.h"

#include <string.h>

TarikhDossierFact *
tarikh_dossier_fact_new (void)
{
  TarikhDossierFact *fact = g_new0 (TarikhDossierFact, 1);

  fact->notes = g_ptr_array_new_with_free_func (g_free);
  fact->mentions = g_ptr_array_new_with_free_func (g_free);
  fact->read_start = fact->read_end = fact->was_start = fact->was_end = TARIKH_DAY_NONE;
  return fact;
}

void
tarikh_dossier_lose (GPtrArray *lost, TarikhDossierEdit *edit, const char *reason)
{
  TarikhDossierLost *one = g_new (TarikhDossierLost, 1);

  *one = (TarikhDossierLost){ edit, reason };
  g_ptr_array_add (lost, one);
}

/* Follows ALIAS (id → id); merges by hand are made so that there are no circles, but steps are counted. */
static const char *
follow (GHashTable *alias, const char *id)
{
  for (guint steps = 0; steps <= g_hash_table_size (alias); steps++) {
    const char *next = g_hash_table_lookup (alias, id);
    if (next == NULL || strcmp (next, id) == 0)
      return id;
    id = next;
  }
  return id;
}

char *
tarikh_dossier_overlay_resolve (TarikhDossier *dossier, GHashTable *alias, const char *id)
{
  if (g_hash_table_contains (alias, id)) /* ids that only edits know lead to themselves */
    return g_strdup (follow (alias, id));
  g_autofree char *known = tarikh_store_resolve_event (dossier->store, id, NULL);
  return known != NULL ? g_strdup (follow (alias, known)) : NULL;
}

/* ---- groups ---- */

static void
relabel (GPtrArray *labels, const char *from, const char *to)
{
  for (guint i = 0; i < labels->len; i++)
    if (strcmp (labels->pdata[i], from) == 0)
      labels->pdata[i] = (gpointer) to;
}

static gboolean
has_label (const GPtrArray *labels, const char *label)
{
  for (guint i = 0; i < labels->len; i++)
    if (strcmp (labels->pdata[i], label) == 0)
      return TRUE;
  return FALSE;
}

/* One copy of every string, that lives as long as the telling. */
static char *
keep (TarikhDossierTelling *telling, const char *string)
{
  char *kept = g_hash_table_lookup (telling->pool, string);

  if (kept == NULL) {
    kept = g_strdup (string);
    g_hash_table_add (telling->pool, kept);
  }
  return kept;
}

static const char *
set_alias (TarikhDossierTelling *telling, const char *from, const char *to)
{
  char *kept = keep (telling, to);

  g_hash_table_insert (telling->alias, keep (telling, from), kept);
  return kept;
}

static void
merge_by_hand (TarikhDossier *dossier, TarikhDossierTelling *telling, TarikhDossierEdit *edit, GPtrArray *labels)
{
  const char *other = tarikh_dossier_edit_get_string (edit, "from");
  g_autofree char *to = tarikh_dossier_overlay_resolve (dossier, telling->alias, edit->subject);
  g_autofree char *from = tarikh_dossier_overlay_resolve (dossier, telling->alias, other);

  if (to == NULL || from == NULL || !has_label (labels, to) || !has_label (labels, from)) {
    tarikh_dossier_lose (telling->lost, edit, "one of the two events is gone");
    return;
  }
  if (strcmp (to, from) != 0)
    relabel (labels, from, set_alias (telling, from, to));
}

/* The reader may have moved the mentions meanwhile: they are taken from wherever they are. */
static void
split_by_hand (TarikhDossierTelling *telling, const TarikhStoreMentions *mentions, TarikhDossierEdit *edit,
               GPtrArray *labels)
{
  const json_t *keys = json_object_get (edit->detail, "mentions");
  const char *id = tarikh_dossier_edit_get_string (edit, "new");
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  guint found = 0;

  for (gsize i = 0; i < json_array_size (keys); i++)
    if (json_is_string (json_array_get (keys, i)))
      g_hash_table_add (wanted, (gpointer) json_string_value (json_array_get (keys, i)));
  const char *label = set_alias (telling, id, id);
  for (guint i = 0; i < labels->len && *id != '\0'; i++)
    if (g_hash_table_contains (wanted, g_ptr_array_index (mentions->keys, i))) {
      labels->pdata[i] = (gpointer) label;
      found++;
    }
  if (found == 0)
    tarikh_dossier_lose (telling->lost, edit, "what was split off is gone");
}

void
tarikh_dossier_overlay_groups (TarikhDossier *dossier, TarikhDossierTelling *telling,
                               const TarikhStoreMentions *mentions, GPtrArray *labels)
{
  for (guint i = 0; i < telling->edits->done->len; i++) {
    TarikhDossierEdit *edit = g_ptr_array_index (telling->edits->done, i);
    if (strcmp (edit->op, "merge") == 0)
      merge_by_hand (dossier, telling, edit, labels);
    else if (strcmp (edit->op, "split") == 0)
      split_by_hand (telling, mentions, edit, labels);
    else if (strcmp (edit->op, "add-event") == 0)
      set_alias (telling, edit->subject, edit->subject);
  }
}

/* ---- single events ---- */

static void
set_string (char **string, const char *value)
{
  g_free (*string);
  *string = g_strdup (value);
}

static void
set_days (TarikhChronicleEvent *event, const TarikhDossierEdit *edit)
{
  const char *value = tarikh_dossier_edit_get_string (edit, "value");

  event->start = tarikh_dossier_edit_get_day (edit, "start");
  event->end = tarikh_dossier_edit_get_day (edit, "end");
  if (event->start == TARIKH_DAY_NONE || event->end < event->start)
    event->start = event->end = TARIKH_DAY_NONE;
  set_string (&event->value, *value != '\0' ? value : NULL);
  event->approximate = FALSE;
  event->dated_by = event->start != TARIKH_DAY_NONE ? TARIKH_DATED_EXPLICIT : TARIKH_DATED_NONE;
}

static void
reword (TarikhChronicleEvent *event, TarikhDossierFact *fact, const TarikhDossierEdit *edit)
{
  fact->reworded = TRUE;
  set_string (&event->headline, tarikh_dossier_edit_get_string (edit, "headline"));
  set_string (&fact->was_headline, tarikh_dossier_edit_get_string (edit, "was_headline"));
}

static void
redate (TarikhChronicleEvent *event, TarikhDossierFact *fact, const TarikhDossierEdit *edit)
{
  fact->redated = TRUE;
  set_days (event, edit);
  fact->was_start = tarikh_dossier_edit_get_day (edit, "was_start");
  fact->was_end = tarikh_dossier_edit_get_day (edit, "was_end");
}

/* What was accepted stays as it was accepted. */
static void
accept (TarikhChronicleEvent *event, TarikhDossierFact *fact, const TarikhDossierEdit *edit)
{
  fact->accepted = TRUE;
  set_string (&event->headline, tarikh_dossier_edit_get_string (edit, "headline"));
  set_string (&fact->was_headline, tarikh_dossier_edit_get_string (edit, "was_headline"));
  TarikhDay start = tarikh_dossier_edit_get_day (edit, "start"), end = tarikh_dossier_edit_get_day (edit, "end");
  if (start != event->start || end != event->end)
    set_days (event, edit);
  fact->was_start = tarikh_dossier_edit_get_day (edit, "was_start");
  fact->was_end = tarikh_dossier_edit_get_day (edit, "was_end");
}

static void
apply (TarikhChronicleEvent *event, TarikhDossierFact *fact, const TarikhDossierEdit *edit)
{
  gboolean on = !json_is_false (json_object_get (edit->detail, "on"));

  if (strcmp (edit->op, "accept") == 0)
    accept (event, fact, edit);
  else if (strcmp (edit->op, "hide") == 0)
    fact->hidden = on;
  else if (strcmp (edit->op, "pin") == 0)
    event->pinned = on;
  else if (strcmp (edit->op, "reword") == 0)
    reword (event, fact, edit);
  else if (strcmp (edit->op, "redate") == 0)
    redate (event, fact, edit);
  else if (strcmp (edit->op, "note") == 0)
    g_ptr_array_add (fact->notes, g_strdup (tarikh_dossier_edit_get_string (edit, "text")));
}

static TarikhChronicleEvent *
add_by_hand (TarikhDossierTelling *telling, const TarikhDossierEdit *edit)
{
  TarikhChronicleEvent *event = tarikh_chronology_event_new ();
  TarikhDossierFact *fact = tarikh_dossier_fact_new ();
  TarikhKept kept = { NULL, 0, 0, 1, FALSE, FALSE };

  event->id = g_strdup (edit->subject);
  event->key = g_strdup (edit->subject);
  event->headline = g_strdup (tarikh_dossier_edit_get_string (edit, "headline"));
  event->salience = 1;
  set_days (event, edit);
  fact->by_hand = TRUE;
  tarikh_chronology_put_event (telling->chronology, event, 0, &kept);
  g_hash_table_insert (telling->facts, g_strdup (edit->subject), fact);
  return event;
}

void
tarikh_dossier_overlay_events (TarikhDossier *dossier, TarikhDossierTelling *telling)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < telling->chronology->events->len; i++) {
    TarikhChronicleEvent *event = g_ptr_array_index (telling->chronology->events, i);
    g_hash_table_insert (by_id, event->key, event);
  }
  for (guint i = 0; i < telling->edits->done->len; i++) {
    TarikhDossierEdit *edit = g_ptr_array_index (telling->edits->done, i);
    if (strcmp (edit->op, "merge") == 0 || strcmp (edit->op, "split") == 0)
      continue;
    if (strcmp (edit->op, "add-event") == 0 && !g_hash_table_contains (by_id, edit->subject)) {
      TarikhChronicleEvent *added = add_by_hand (telling, edit);
      g_hash_table_insert (by_id, added->key, added);
      continue;
    }
    g_autofree char *id = tarikh_dossier_overlay_resolve (dossier, telling->alias, edit->subject);
    TarikhChronicleEvent *event = id != NULL ? g_hash_table_lookup (by_id, id) : NULL;
    if (event != NULL)
      apply (event, g_hash_table_lookup (telling->facts, event->key), edit);
    else
      tarikh_dossier_lose (telling->lost, edit, "the event is gone: no story tells it any more");
  }
}
