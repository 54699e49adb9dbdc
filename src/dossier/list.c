/* dossier/list: what a dossier holds, for people and for programs: its events with what editors made of them, where the
 * reader disagrees, edits that lost their event, its stories. Changes nothing. */
#include "dossier/private.h"

#include <string.h>

/* ---- as JSON ---- */

static json_t *
list_strings (const GPtrArray *strings)
{
  json_t *list = json_array ();

  for (guint i = 0; i < strings->len; i++)
    json_array_append_new (list, json_string (g_ptr_array_index (strings, i)));
  return list;
}

static json_t *
list_sources (const TarikhChronicleEvent *event)
{
  json_t *list = json_array ();

  for (guint i = 0; i < event->sources->len; i++) {
    const TarikhSource *source = g_ptr_array_index (event->sources, i);
    json_array_append_new (list, json_pack ("{s: s, s: I, s: I, s: s}", "story", source->story, "start",
                                            (json_int_t) source->start, "end", (json_int_t) source->end, "text",
                                            source->text));
  }
  return list;
}

static void
set_flag (json_t *object, const char *name, gboolean on)
{
  if (on)
    json_object_set_new (object, name, json_true ());
}

static json_t *
describe_disagreement (const TarikhChronicleEvent *event, const TarikhDossierFact *fact)
{
  json_t *reader = json_object ();

  if (tarikh_dossier_fact_disagrees_on_headline (fact, event))
    json_object_set_new (reader, "headline", json_string (fact->read_headline));
  if (tarikh_dossier_fact_disagrees_on_date (fact, event)) {
    json_object_set_new (reader, "start", tarikh_dossier_json_day (fact->read_start));
    json_object_set_new (reader, "end", tarikh_dossier_json_day (fact->read_end));
  }
  return reader;
}

static json_t *
describe_event (const TarikhDossierTelling *telling, const TarikhChronicleEvent *event)
{
  const TarikhDossierFact *fact = tarikh_dossier_telling_get_fact (telling, event);
  json_t *object = json_object ();

  json_object_set_new (object, "id", json_string (event->key));
  json_object_set_new (object, "start", tarikh_dossier_json_day (event->start));
  json_object_set_new (object, "end", tarikh_dossier_json_day (event->end));
  json_object_set_new (object, "value", tarikh_dossier_json_string (event->value));
  json_object_set_new (object, "dated_by", json_string (tarikh_event_dated_by_get_name (event->dated_by)));
  json_object_set_new (object, "status", json_string (tarikh_event_status_get_name (event->status)));
  json_object_set_new (object, "salience", json_real (event->salience));
  json_object_set_new (object, "headline", json_string (event->headline));
  json_object_set_new (object, "who", list_strings (event->who));
  json_object_set_new (object, "where", list_strings (event->where));
  json_object_set_new (object, "witnesses", json_integer (event->witnesses));
  set_flag (object, "accepted", fact->accepted);
  set_flag (object, "hidden", fact->hidden);
  set_flag (object, "pinned", event->pinned);
  set_flag (object, "reworded", fact->reworded);
  set_flag (object, "redated", fact->redated);
  set_flag (object, "by_hand", fact->by_hand);
  set_flag (object, "withdrawn", fact->withdrawn);
  if (fact->notes->len > 0)
    json_object_set_new (object, "notes", list_strings (fact->notes));
  g_autoptr (json_t) reader = describe_disagreement (event, fact);
  if (json_object_size (reader) > 0)
    json_object_set (object, "reader_says", reader);
  json_object_set_new (object, "sources", list_sources (event));
  return object;
}

static json_t *
describe_edit (const TarikhDossierEdit *edit)
{
  return json_pack ("{s: I, s: I, s: s, s: s, s: s, s: O}", "n", (json_int_t) edit->n, "at", (json_int_t) edit->at,
                    "author", edit->author, "op", edit->op, "event", edit->subject, "detail", edit->detail);
}

static json_t *
describe_lost (const TarikhDossierTelling *telling)
{
  json_t *list = json_array ();

  for (guint i = 0; i < telling->lost->len; i++) {
    const TarikhDossierLost *lost = g_ptr_array_index (telling->lost, i);
    json_t *object = describe_edit (lost->edit);
    json_object_set_new (object, "reason", json_string (lost->reason));
    json_array_append_new (list, object);
  }
  return list;
}

static json_t *
describe_story (const TarikhStoreStory *story)
{
  json_t *object = json_pack ("{s: s, s: s, s: s?, s: s?, s: i, s: s, s: s?, s: I}", "id", story->name, "source",
                              story->source, "title", story->title, "outlet", story->outlet, "version",
                              (int) story->version, "status", story->withdrawn ? "withdrawn" : "usable", "reason",
                              story->reason, "added", (json_int_t) story->added);

  json_object_set_new (object, "published", tarikh_dossier_json_day (story->published));
  return object;
}

static json_t *
describe_stories (const GPtrArray *stories)
{
  json_t *list = json_array ();

  for (guint i = 0; i < stories->len; i++)
    json_array_append_new (list, describe_story (g_ptr_array_index (stories, i)));
  return list;
}

static char *
list_as_json (const TarikhDossierTelling *telling, const GPtrArray *stories)
{
  json_t *object = json_object (), *events = json_array ();

  for (guint i = 0; i < telling->chronology->events->len; i++)
    json_array_append_new (events, describe_event (telling, g_ptr_array_index (telling->chronology->events, i)));
  json_object_set_new (object, "stories", describe_stories (stories));
  json_object_set_new (object, "events", events);
  json_object_set_new (object, "lost_edits", describe_lost (telling));
  return tarikh_dossier_json_write (object);
}

/* ---- as text: columns parted by tabs ---- */

static void
append_printable (GString *text, const char *string)
{
  g_autofree char *printable = tarikh_base_printable (string);

  g_string_append (text, printable);
}

/* "accepted,pinned", "-" when there is nothing to say. */
static void
append_flags (GString *text, const TarikhChronicleEvent *event, const TarikhDossierFact *fact)
{
  const struct {
    gboolean on;
    const char *word;
  } flags[] = { { fact->accepted, "accepted" }, { fact->hidden, "hidden" },     { event->pinned, "pinned" },
                { fact->reworded, "reworded" }, { fact->redated, "redated" },   { fact->by_hand, "by-hand" },
                { fact->withdrawn, "withdrawn" }, { fact->notes->len > 0, "noted" } };
  gsize before = text->len;

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (flags[i].on)
      g_string_append_printf (text, "%s%s", text->len > before ? "," : "", flags[i].word);
  if (text->len == before)
    g_string_append_c (text, '-');
}

static void
append_disagreement (GString *text, const TarikhChronicleEvent *event, const TarikhDossierFact *fact)
{
  if (tarikh_dossier_fact_disagrees_on_date (fact, event)) {
    g_autofree char *days = tarikh_dossier_word_days (fact->read_start, fact->read_end);
    g_string_append_printf (text, "  ! the stories now say: %s\n", days);
  }
  if (tarikh_dossier_fact_disagrees_on_headline (fact, event)) {
    g_string_append (text, "  ! the stories now say: ");
    append_printable (text, fact->read_headline);
    g_string_append_c (text, '\n');
  }
}

static void
append_event (GString *text, const TarikhDossierTelling *telling, const TarikhChronicleEvent *event)
{
  const TarikhDossierFact *fact = tarikh_dossier_telling_get_fact (telling, event);
  g_autofree char *days = tarikh_dossier_word_days (event->start, event->end);

  g_string_append_printf (text, "%s\t%s\t%u\t", event->key, days, event->witnesses);
  append_flags (text, event, fact);
  g_string_append_c (text, '\t');
  append_printable (text, event->headline);
  g_string_append_c (text, '\n');
  append_disagreement (text, event, fact);
}

static void
append_lost (GString *text, const TarikhDossierTelling *telling)
{
  for (guint i = 0; i < telling->lost->len; i++) {
    const TarikhDossierLost *lost = g_ptr_array_index (telling->lost, i);
    g_string_append_printf (text, "! edit %" G_GINT64_FORMAT " (%s %s): %s\n", lost->edit->n, lost->edit->op,
                            lost->edit->subject, lost->reason);
  }
}

static char *
list_all (TarikhDossier *dossier, gboolean json, GError **error)
{
  g_autoptr (TarikhDossierTelling) telling = tarikh_dossier_telling_new (dossier, error);
  if (telling == NULL)
    return NULL;
  if (json) {
    g_autoptr (GPtrArray) stories = tarikh_store_describe_stories (dossier->store, error);
    return stories != NULL ? list_as_json (telling, stories) : NULL;
  }
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < telling->chronology->events->len; i++)
    append_event (text, telling, g_ptr_array_index (telling->chronology->events, i));
  append_lost (text, telling);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
tarikh_dossier_list (TarikhDossier *dossier, gboolean json, GError **error)
{
  g_return_val_if_fail (dossier != NULL, NULL);

  if (!tarikh_store_hold (dossier->store, error))
    return NULL;
  char *text = list_all (dossier, json, error);
  tarikh_store_release (dossier->store);
  return text;
}

/* ---- its stories ---- */

static void
append_story (GString *text, const TarikhStoreStory *story)
{
  g_autofree char *published = tarikh_dossier_word_days (story->published, story->published);

  append_printable (text, story->name);
  g_string_append_printf (text, "\t%s\t%s\t%u\t", published, story->withdrawn ? "withdrawn" : "usable", story->version);
  append_printable (text, story->outlet != NULL ? story->outlet : "-");
  g_string_append_c (text, '\t');
  append_printable (text, story->title != NULL ? story->title : "-");
  g_string_append_c (text, '\t');
  append_printable (text, story->source);
  g_string_append_c (text, '\n');
}

char *
tarikh_dossier_list_stories (TarikhDossier *dossier, gboolean json, GError **error)
{
  g_return_val_if_fail (dossier != NULL, NULL);

  g_autoptr (GPtrArray) stories = tarikh_store_describe_stories (dossier->store, error);
  if (stories == NULL)
    return NULL;
  if (json)
    return tarikh_dossier_json_write (describe_stories (stories));
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < stories->len; i++)
    append_story (text, g_ptr_array_index (stories, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- one event ---- */

static json_t *
describe_history (const TarikhDossierTelling *telling, const char *id)
{
  json_t *list = json_array ();

  for (guint i = 0; i < telling->edits->done->len; i++) {
    const TarikhDossierEdit *edit = g_ptr_array_index (telling->edits->done, i);
    if (strcmp (edit->subject, id) == 0)
      json_array_append_new (list, describe_edit (edit));
  }
  return list;
}

static char *
show_as_json (const TarikhDossierTelling *telling, const TarikhChronicleEvent *event)
{
  json_t *object = describe_event (telling, event);

  json_object_set_new (object, "mentions", list_strings (tarikh_dossier_telling_get_fact (telling, event)->mentions));
  json_object_set_new (object, "edits", describe_history (telling, event->key));
  return tarikh_dossier_json_write (object);
}

static void
append_sources (GString *text, const TarikhChronicleEvent *event)
{
  for (guint i = 0; i < event->sources->len; i++) {
    const TarikhSource *source = g_ptr_array_index (event->sources, i);
    g_string_append_c (text, '\t');
    append_printable (text, source->story);
    g_string_append_printf (text, ":%u-%u\t", source->start, source->end);
    append_printable (text, source->text);
    g_string_append_c (text, '\n');
  }
}

static void
append_notes (GString *text, const TarikhDossierFact *fact)
{
  for (guint i = 0; i < fact->notes->len; i++) {
    g_string_append (text, "\tnote\t");
    append_printable (text, g_ptr_array_index (fact->notes, i));
    g_string_append_c (text, '\n');
  }
}

char *
tarikh_dossier_show (TarikhDossier *dossier, const char *id, gboolean json, GError **error)
{
  g_return_val_if_fail (dossier != NULL && id != NULL, NULL);

  g_autoptr (TarikhDossierTelling) telling = tarikh_dossier_telling_new (dossier, error);
  const TarikhChronicleEvent *event
    = telling != NULL ? tarikh_dossier_telling_find (telling, dossier, id, error) : NULL;
  if (event == NULL)
    return NULL;
  if (json)
    return show_as_json (telling, event);
  g_autoptr (GString) text = g_string_new (NULL);
  append_event (text, telling, event);
  append_notes (text, tarikh_dossier_telling_get_fact (telling, event));
  append_sources (text, event);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
