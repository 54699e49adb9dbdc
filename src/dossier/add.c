/* dossier/add: stories are read, each for itself, and put into the store. The only place where a dossier's stories are
 * read. */
#include "dossier/private.h"

#include "timeline/config.h"

#include <string.h>

/* The finished chronology of STORY alone. (transfer full) */
static TarikhChronology *
read_alone (const TarikhStory *story)
{
  const TarikhLexicon *lexicon = tarikh_timeline_choose_lexicon (story->lang, story->text, story->text_length);
  g_autoptr (TarikhText) text = tarikh_text_new (story->text, story->text_length);
  g_autoptr (TarikhTimeReading) reading = tarikh_time_read (story, text, lexicon);
  g_autoptr (GPtrArray) events = tarikh_event_read (story, text, reading, lexicon);
  TarikhChronology *chronology = tarikh_chronology_new ();

  tarikh_chronology_add (chronology, story, reading, events);
  tarikh_chronology_finish (chronology);
  return chronology;
}

static gboolean
put_story (TarikhDossier *dossier, const TarikhStory *story, gboolean has_id, TarikhDossierPut *put, char **id,
           GError **error)
{
  g_autofree char *key = NULL, *name = NULL;
  TarikhStorePut found;

  if (!tarikh_store_find_story (dossier->store, story, has_id, &found, &key, &name, error))
    return FALSE;
  if (found != TARIKH_STORE_UNCHANGED) {
    g_autoptr (TarikhChronology) read = read_alone (story);
    if (!tarikh_store_put_story (dossier->store, story, key, name, read, TARIKH_VERSION, error))
      return FALSE;
  }
  if (put != NULL)
    *put = found == TARIKH_STORE_NEW         ? TARIKH_DOSSIER_NEW
           : found == TARIKH_STORE_UNCHANGED ? TARIKH_DOSSIER_UNCHANGED
                                             : TARIKH_DOSSIER_REPLACED;
  if (id != NULL)
    *id = g_steal_pointer (&name);
  return TRUE;
}

static TarikhStoryDefaults
get_defaults (const TarikhTimelineOptions *options)
{
  return (TarikhStoryDefaults){ .published = options->published,
                                .published_minute = options->published_minute,
                                .lang = options->lang };
}

/* No id of a story's own is empty: this one says that it brought none. */
#define NO_ID ""

gboolean
tarikh_dossier_add_text (TarikhDossier *dossier, const TarikhTimelineOptions *options, const char *name,
                         const char *data, gsize length, TarikhDossierPut *put, char **id, GError **error)
{
  g_return_val_if_fail (dossier != NULL && options != NULL && name != NULL, FALSE);

  TarikhStoryDefaults defaults = get_defaults (options);
  g_autoptr (TarikhStory) story = tarikh_story_new_from_text (name, NO_ID, data, length, &defaults, error);
  return story != NULL && put_story (dossier, story, FALSE, put, id, error);
}

gboolean
tarikh_dossier_add_line (TarikhDossier *dossier, const TarikhTimelineOptions *options, const char *name, guint line,
                         const char *data, gsize length, TarikhDossierPut *put, char **id, GError **error)
{
  g_return_val_if_fail (dossier != NULL && options != NULL && name != NULL, FALSE);

  TarikhStoryDefaults defaults = get_defaults (options);
  g_autoptr (TarikhStory) story = tarikh_story_new_from_json (name, line, NO_ID, data, length, &defaults, error);
  return story != NULL && put_story (dossier, story, strcmp (story->id, NO_ID) != 0, put, id, error);
}

gboolean
tarikh_dossier_add_json (TarikhDossier *dossier, const TarikhTimelineOptions *options, const char *name,
                         const char *data, gsize length, TarikhDossierPut *put, char **id, GError **error)
{
  g_return_val_if_fail (dossier != NULL && options != NULL && name != NULL, FALSE);

  if (!tarikh_chronology_is_json (data, length))
    return tarikh_dossier_add_line (dossier, options, name, 1, data, length, put, id, error);
  g_autofree char *printable = tarikh_base_printable (name);
  g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_FORMAT,
               "%s:1: a chronology, not a story; a dossier takes stories, 'tarikh render' draws chronologies together", printable);
  return FALSE;
}

gboolean
tarikh_dossier_refresh (TarikhDossier *dossier, gboolean read, TarikhDossierProgress progress, gpointer data,
                        GError **error)
{
  g_return_val_if_fail (dossier != NULL, FALSE);

  g_autoptr (GPtrArray) stories = read ? tarikh_store_list_stories (dossier->store, error) : g_ptr_array_new ();
  if (stories == NULL)
    return FALSE;
  for (guint i = 0; i < stories->len; i++) {
    const TarikhStory *story = g_ptr_array_index (stories, i);
    g_autoptr (TarikhChronology) chronology = read_alone (story);
    if (!tarikh_store_put_reading (dossier->store, story->id, chronology, TARIKH_VERSION, error))
      return FALSE;
    if (progress != NULL && !progress (i + 1, stories->len, data)) {
      g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_WRITE, "%s: broken off; nothing has changed", dossier->path);
      return FALSE;
    }
  }
  tarikh_store_merge_all (dossier->store);
  return tarikh_store_log (dossier->store, read ? "refresh" : "settle", "", "{}", NULL, error);
}
