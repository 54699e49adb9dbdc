/* dossier/json: what is said of a dossier in JSON. */
#include "dossier/private.h"

json_t *
tarikh_dossier_json_string (const char *string)
{
  return string != NULL ? json_string (string) : json_null ();
}

json_t *
tarikh_dossier_json_day (TarikhDay day)
{
  g_autofree char *iso = tarikh_base_day_to_iso (day);

  return tarikh_dossier_json_string (iso);
}

char *
tarikh_dossier_word_days (TarikhDay start, TarikhDay end)
{
  g_autofree char *first = tarikh_base_day_to_iso (start), *last = tarikh_base_day_to_iso (end);

  if (first == NULL)
    return g_strdup ("-");
  return start == end || last == NULL ? g_steal_pointer (&first) : g_strconcat (first, "/", last, NULL);
}

char *
tarikh_dossier_json_write (json_t *value)
{
  char *text = json_dumps (value, JSON_INDENT (2));
  char *copy = g_strconcat (text != NULL ? text : "null", "\n", NULL);

  free (text);
  json_decref (value);
  return copy;
}

static json_t *
list_tellers (const TarikhChronicleEvent *event)
{
  json_t *stories = json_array ();

  for (guint i = 0; i < event->sources->len; i++) {
    const char *story = ((const TarikhSource *) g_ptr_array_index (event->sources, i))->story;
    gboolean known = FALSE;
    for (gsize k = 0; k < json_array_size (stories) && !known; k++)
      known = g_str_equal (json_string_value (json_array_get (stories, k)), story);
    if (!known)
      json_array_append_new (stories, json_string (story));
  }
  return stories;
}

json_t *
tarikh_dossier_json_events (const TarikhDossierTelling *telling)
{
  json_t *events = json_array ();

  for (guint i = 0; i < telling->chronology->events->len; i++) {
    const TarikhChronicleEvent *event = g_ptr_array_index (telling->chronology->events, i);
    const TarikhDossierFact *fact = tarikh_dossier_telling_get_fact (telling, event);
    if (fact->hidden)
      continue;
    json_t *object = json_object ();
    json_object_set_new (object, "id", json_string (event->key));
    json_object_set_new (object, "start", tarikh_dossier_json_day (event->start));
    json_object_set_new (object, "end", tarikh_dossier_json_day (event->end));
    json_object_set_new (object, "headline", json_string (event->headline));
    json_object_set_new (object, "witnesses", json_integer (event->witnesses));
    json_object_set_new (object, "withdrawn", json_boolean (fact->withdrawn));
    json_object_set_new (object, "stories", list_tellers (event));
    json_array_append_new (events, object);
  }
  return events;
}
