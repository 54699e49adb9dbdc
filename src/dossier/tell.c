/* dossier/tell: a dossier becomes a timeline, ready to be drawn. What has changed since a snapshot, and what rests on
 * withdrawn stories alone, says so before its headline, in the words of the language's tables. */
#include "dossier/private.h"

#include <string.h>

static gboolean
is_hidden (const TarikhChronicleEvent *event, gpointer telling)
{
  return tarikh_dossier_telling_get_fact (telling, event)->hidden;
}

/* "[WORD] headline". */
static void
put_before (TarikhChronicleEvent *event, const char *word)
{
  g_autofree char *headline = event->headline;

  event->headline = word != NULL ? g_strdup_printf ("[%s] %s", word, headline) : g_steal_pointer (&headline);
}

/* The word for the first of CHANGES: an event that is new is not also reworded. */
static const char *
word_changes (const TarikhLexicon *lexicon, const GPtrArray *changes)
{
  if (changes->len == 0)
    return NULL;
  g_autofree char *key = g_strconcat ("change.", g_ptr_array_index (changes, 0), NULL);
  return tarikh_lexicon_get_message (lexicon, key);
}

static const TarikhLexicon *
choose_lexicon (const TarikhChronology *chronology)
{
  const char *lang = "und", *sample = "";

  if (chronology->stories->len > 0)
    lang = ((const TarikhChronicleStory *) g_ptr_array_index (chronology->stories, 0))->lang;
  if (chronology->events->len > 0)
    sample = ((const TarikhChronicleEvent *) g_ptr_array_index (chronology->events, 0))->headline;
  return tarikh_timeline_choose_lexicon (lang, sample, strlen (sample));
}

/* How EVENT differs from what BEFORE (by id; NULL: nothing is compared) has of it. (transfer full) */
static GPtrArray *
list_changes (const json_t *before, const json_t *after, const TarikhChronicleEvent *event)
{
  const json_t *now = json_object_get (after, event->key);

  return before != NULL && now != NULL ? tarikh_dossier_changes_name (json_object_get (before, event->key), now)
                                       : g_ptr_array_new ();
}

/* SINCE: the name of a snapshot, or NULL. */
static gboolean
mark_events (TarikhDossier *dossier, const TarikhDossierTelling *telling, const char *since, GError **error)
{
  const TarikhLexicon *lexicon = choose_lexicon (telling->chronology);
  g_autoptr (json_t) before = since != NULL ? tarikh_dossier_changes_load (dossier, telling, since, error) : NULL;
  g_autoptr (json_t) after = before != NULL ? tarikh_dossier_changes_load (dossier, telling, NULL, error) : NULL;

  if (since != NULL && after == NULL)
    return FALSE;
  for (guint i = 0; i < telling->chronology->events->len; i++) {
    TarikhChronicleEvent *event = g_ptr_array_index (telling->chronology->events, i);
    g_autoptr (GPtrArray) changes = list_changes (before, after, event);
    if (changes->len == 0 && tarikh_dossier_telling_get_fact (telling, event)->withdrawn)
      g_ptr_array_add (changes, (gpointer) "withdrawn");
    put_before (event, word_changes (lexicon, changes));
  }
  return TRUE;
}

TarikhTimeline *
tarikh_dossier_tell (TarikhDossier *dossier, const TarikhTimelineOptions *options, const char *since, GError **error)
{
  g_return_val_if_fail (dossier != NULL && options != NULL, NULL);

  g_autoptr (TarikhDossierTelling) telling = tarikh_dossier_telling_new (dossier, error);
  if (telling == NULL)
    return NULL;
  if (!mark_events (dossier, telling, since, error))
    return NULL;
  tarikh_chronology_drop_events (telling->chronology, is_hidden, telling);
  tarikh_chronology_select (telling->chronology, options->from, options->to, options->max_events);
  for (guint i = 0; i < telling->chronology->events->len; i++) {
    TarikhChronicleEvent *event = g_ptr_array_index (telling->chronology->events, i);
    g_free (event->id);
    event->id = g_strdup (event->key);
  }
  return tarikh_timeline_new_told (options, g_steal_pointer (&telling->chronology));
}
