/* dossier/tell: a dossier becomes a timeline, ready to be drawn. What has changed since a snapshot, what is told no more and
 * what rests on withdrawn stories alone is marked, in the words of the language's tables. */
#include "dossier/private.h"

#include <string.h>

/* ---- what is told no more ---- */

static gboolean
is_hidden (const TarikhChronicleEvent *event, gpointer telling)
{
  return tarikh_dossier_telling_get_fact (telling, event)->hidden;
}

static TarikhDay
get_day (const json_t *event, const char *key)
{
  const char *text = json_string_value (json_object_get (event, key));
  TarikhDay day = TARIKH_DAY_NONE;

  if (text != NULL)
    tarikh_base_day_parse_iso (text, &day);
  return day;
}

/* The event ID as the snapshot has it. */
static void
put_back (TarikhChronology *chronology, const char *id, const json_t *was)
{
  TarikhChronicleEvent *event = tarikh_chronology_event_new ();
  const char *headline = json_string_value (json_object_get (was, "headline"));
  TarikhKept kept = { NULL, 0, 0, 0.5f, FALSE, FALSE };

  event->key = g_strdup (id);
  event->headline = g_strdup (headline != NULL ? headline : "");
  event->start = get_day (was, "start");
  event->end = MAX (get_day (was, "end"), event->start);
  event->dated_by = event->start != TARIKH_DAY_NONE ? TARIKH_DATED_CONTEXT : TARIKH_DATED_NONE;
  event->salience = 0.5;
  tarikh_chronology_put_event (chronology, event, 0, &kept);
}

/* What the snapshot BEFORE told and nobody tells AFTER it stands in its old place, to be crossed out; what has become part
 * of another event does not: it is told there. */
static void
put_back_gone (TarikhDossier *dossier, TarikhDossierTelling *telling, json_t *before, const json_t *after)
{
  const char *id;
  json_t *was;

  json_object_foreach (before, id, was) {
    g_autofree char *into = tarikh_dossier_changes_find_heir (dossier, telling, id, after);
    if (json_object_get (after, id) == NULL && into == NULL)
      put_back (telling->chronology, id, was);
  }
  tarikh_chronology_reorder (telling->chronology);
}

/* ---- marks ---- */

/* What is compared; BEFORE and AFTER are by id, NULL when nothing is. */
typedef struct {
  const TarikhDossierTelling *telling;
  json_t *before, *after;
  TarikhDateStyle dates;
} Marking;

/* A new date is best understood beside the old one. */
static char *
word_redated (const Marking *m, const json_t *was)
{
  TarikhDay start = get_day (was, "start");

  if (start == TARIKH_DAY_NONE || start != get_day (was, "end"))
    return g_strdup (tarikh_time_get_message (&m->dates, "change.redated"));
  g_autofree char *date = tarikh_time_format_interval (&m->dates, start, start, NULL);
  return tarikh_time_format_message (&m->dates, "change.was", date, NULL);
}

static char *
word_change (const Marking *m, const char *change, const json_t *was)
{
  g_autofree char *key = g_strconcat ("change.", change, NULL);

  return strcmp (change, "redated") == 0 ? word_redated (m, was) : g_strdup (tarikh_time_get_message (&m->dates, key));
}

/* Why EVENT is marked. (transfer full) */
static GPtrArray *
list_reasons (const Marking *m, const TarikhChronicleEvent *event)
{
  const TarikhDossierFact *fact = tarikh_dossier_telling_get_fact (m->telling, event);
  GPtrArray *reasons = m->before == NULL ? g_ptr_array_new ()
                                         : tarikh_dossier_changes_name (json_object_get (m->before, event->key),
                                                                        json_object_get (m->after, event->key));

  if (fact != NULL && fact->withdrawn && reasons->len == 0)
    g_ptr_array_add (reasons, (gpointer) "withdrawn");
  return reasons;
}

static void
mark_event (const Marking *m, TarikhChronicleEvent *event)
{
  const TarikhDossierFact *fact = tarikh_dossier_telling_get_fact (m->telling, event);
  const json_t *was = json_object_get (m->before, event->key);
  g_autoptr (GPtrArray) reasons = list_reasons (m, event);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < reasons->len; i++) {
    g_autofree char *word = word_change (m, g_ptr_array_index (reasons, i), was);
    g_string_append_printf (words, "%s%s", i > 0 ? " · " : "", word);
  }
  if (reasons->len > 0)
    event->mark = g_string_free (g_steal_pointer (&words), FALSE);
  event->struck = fact == NULL || fact->hidden || fact->withdrawn;
}

/* ---- the whole ---- */

#define DAY_SECONDS 86400

/* The day on which the snapshot NAME was made, in UTC. */
static TarikhDay
find_day (TarikhDossier *dossier, const char *name)
{
  g_autoptr (GPtrArray) log = tarikh_store_list_log (dossier->store, NULL);
  TarikhDay day = TARIKH_DAY_NONE;

  for (guint i = 0; log != NULL && i < log->len; i++) {
    const TarikhStoreEntry *entry = g_ptr_array_index (log, i);
    if (strcmp (entry->op, "snapshot") == 0 && strcmp (entry->subject, name) == 0)
      day = (TarikhDay) CLAMP (entry->at / DAY_SECONDS, 0, G_MAXINT32);
  }
  return day;
}

static void
take_ids (TarikhChronology *chronology)
{
  for (guint i = 0; i < chronology->events->len; i++) {
    TarikhChronicleEvent *event = g_ptr_array_index (chronology->events, i);
    g_free (event->id);
    event->id = g_strdup (event->key);
  }
}

/* The timeline of M's telling, which loses its chronology. (transfer full) */
static TarikhTimeline *
choose_and_mark (Marking *m, TarikhDossierTelling *telling, const TarikhTimelineOptions *options)
{
  tarikh_chronology_select (telling->chronology, options->from, options->to, options->max_events);
  take_ids (telling->chronology);
  TarikhTimeline *timeline = tarikh_timeline_new_told (options, g_steal_pointer (&telling->chronology));
  m->dates = tarikh_timeline_get_layout_options (timeline).dates;
  for (guint i = 0; i < timeline->chronology->events->len; i++)
    mark_event (m, g_ptr_array_index (timeline->chronology->events, i));
  return timeline;
}

TarikhTimeline *
tarikh_dossier_tell (TarikhDossier *dossier, const TarikhTimelineOptions *options, const char *since, GError **error)
{
  g_return_val_if_fail (dossier != NULL && options != NULL, NULL);

  g_autoptr (TarikhDossierTelling) telling = tarikh_dossier_telling_new (dossier, error);
  if (telling == NULL)
    return NULL;
  g_autoptr (json_t) before = since != NULL ? tarikh_dossier_changes_load (dossier, telling, since, error) : NULL;
  if (since != NULL && before == NULL)
    return NULL;
  telling->chronology->compared = before != NULL;
  telling->chronology->since = before != NULL ? find_day (dossier, since) : TARIKH_DAY_NONE;
  g_autoptr (json_t) after = before != NULL ? tarikh_dossier_changes_load (dossier, telling, NULL, error) : NULL;
  Marking marking = { .telling = telling, .before = before, .after = after };
  tarikh_chronology_drop_events (telling->chronology, is_hidden, telling);
  if (before != NULL)
    put_back_gone (dossier, telling, before, after);
  return choose_and_mark (&marking, telling, options);
}
