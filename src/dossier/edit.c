/* dossier/edit: an editor decides something of an event: looked up, put into words for the log, appended. What it does is
 * said in overlay.c; what was decided before is never changed. */
#include "dossier/private.h"

#include <string.h>

static gboolean
fail (TarikhDossier *dossier, const char *reason, const char *what, GError **error)
{
  g_autofree char *printable = tarikh_base_printable (what);

  g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_USAGE, "%s: %s \"%s\"", dossier->path, reason, printable);
  return FALSE;
}

/* What an edit is made of. */
typedef struct {
  TarikhDossier *dossier;
  TarikhDossierTelling *telling;
  TarikhChronicleEvent *event;   /* NULL for an event by hand */
  const TarikhDossierFact *fact;
  const char *const *arguments;  /* NULL-terminated, as many as the op takes */
  json_t *detail;                /* owned */
  char *subject;                 /* owned */
} Making;

static void
set_string (const Making *m, const char *key, const char *value)
{
  json_object_set_new (m->detail, key, json_string (value));
}

static void
set_day (const Making *m, const char *key, TarikhDay day)
{
  json_object_set_new (m->detail, key, tarikh_dossier_json_day (day));
}

static gboolean
read_text (const Making *m, const char *key, const char *value, GError **error)
{
  if (*value == '\0' || !g_utf8_validate (value, -1, NULL))
    return fail (m->dossier, "not a text in UTF-8:", value, error);
  set_string (m, key, value);
  return TRUE;
}

/* YYYY, YYYY-MM, YYYY-MM-DD, or two of them with a slash between. */
static gboolean
read_date (const Making *m, const char *value, GError **error)
{
  g_auto (GStrv) ends = g_strsplit (value, "/", 2);
  TarikhInterval first, last;

  if (ends[0] == NULL || !tarikh_timeline_parse_days (ends[0], &first)
      || !tarikh_timeline_parse_days (ends[1] != NULL ? ends[1] : ends[0], &last) || last.last < first.first)
    return fail (m->dossier, "not a date like 2024, 2024-06, 2024-06-18 or 2024-06-18/2024-06-19:", value, error);
  set_day (m, "start", first.first);
  set_day (m, "end", last.last);
  set_string (m, "value", value);
  return TRUE;
}

static void
note_reading (const Making *m)
{
  set_string (m, "was_headline", m->fact->read_headline != NULL ? m->fact->read_headline : "");
  set_day (m, "was_start", m->fact->read_start);
  set_day (m, "was_end", m->fact->read_end);
}

/* ---- one function an edit ---- */

static gboolean
make_accept (Making *m, GError **error)
{
  set_string (m, "headline", m->event->headline);
  set_day (m, "start", m->event->start);
  set_day (m, "end", m->event->end);
  json_object_set_new (m->detail, "value", tarikh_dossier_json_string (m->event->value));
  note_reading (m);
  return TRUE;
}

static gboolean
make_on (Making *m, GError **error)
{
  json_object_set_new (m->detail, "on", json_true ());
  return TRUE;
}

static gboolean
make_off (Making *m, GError **error)
{
  json_object_set_new (m->detail, "on", json_false ());
  return TRUE;
}

static gboolean
make_reword (Making *m, GError **error)
{
  note_reading (m);
  return read_text (m, "headline", m->arguments[0], error);
}

static gboolean
make_redate (Making *m, GError **error)
{
  note_reading (m);
  return read_date (m, m->arguments[0], error);
}

static gboolean
make_note (Making *m, GError **error)
{
  return read_text (m, "text", m->arguments[0], error);
}

static gboolean
make_merge (Making *m, GError **error)
{
  const TarikhChronicleEvent *other = tarikh_dossier_telling_find (m->telling, m->dossier, m->arguments[0], error);

  if (other == NULL)
    return FALSE;
  if (other == m->event)
    return fail (m->dossier, "an event cannot be merged with itself:", m->arguments[0], error);
  if (m->fact->by_hand || tarikh_dossier_telling_get_fact (m->telling, other)->by_hand)
    return fail (m->dossier, "an event added by hand has nothing to merge:", m->arguments[0], error);
  set_string (m, "from", other->key);
  return TRUE;
}

/* The mentions told by the story NAME leave the event. */
static gboolean
make_split (Making *m, GError **error)
{
  g_autoptr (TarikhStoreMentions) mentions = tarikh_store_load_mentions (m->dossier->store, TRUE, error);
  json_t *keys = json_array ();

  if (mentions == NULL) {
    json_decref (keys);
    return FALSE;
  }
  json_object_set_new (m->detail, "mentions", keys);
  for (guint i = 0; i < mentions->keys->len; i++) {
    const TarikhChronicleEvent *told = g_ptr_array_index (mentions->chronology->events, i);
    const char *key = g_ptr_array_index (mentions->keys, i);
    if (told->sources->len > 0
        && strcmp (((TarikhSource *) g_ptr_array_index (told->sources, 0))->story, m->arguments[0]) == 0
        && g_ptr_array_find_with_equal_func (m->fact->mentions, key, g_str_equal, NULL))
      json_array_append_new (keys, json_string (key));
  }
  gsize n = json_array_size (keys);
  if (n == 0 || n == m->fact->mentions->len)
    return fail (m->dossier, n == 0 ? "the event is not told by the story" : "no other story tells the event than",
                 m->arguments[0], error);
  g_autofree char *seed = g_strconcat (json_string_value (json_array_get (keys, 0)), " split", NULL);
  g_autofree char *id = tarikh_store_create_id (m->dossier->store, seed);
  set_string (m, "new", id);
  return TRUE;
}

static gboolean
make_event (Making *m, GError **error)
{
  if (!read_date (m, m->arguments[0], error) || !read_text (m, "headline", m->arguments[1], error))
    return FALSE;
  g_autofree char *seed = g_strdup_printf ("by hand %" G_GINT64_FORMAT, tarikh_store_get_revision (m->dossier->store));
  m->subject = tarikh_store_create_id (m->dossier->store, seed);
  return TRUE;
}

static const struct {
  const char *name, *op;
  const char *words; /* that it takes */
  guint n_arguments; /* of them, without the event */
  gboolean of_event;
  gboolean (*make) (Making *m, GError **error);
} verbs[] = {
  { "accept", "accept", "EVENT", 0, TRUE, make_accept },
  { "hide", "hide", "EVENT", 0, TRUE, make_on },
  { "unhide", "hide", "EVENT", 0, TRUE, make_off },
  { "pin", "pin", "EVENT", 0, TRUE, make_on },
  { "unpin", "pin", "EVENT", 0, TRUE, make_off },
  { "reword", "reword", "EVENT HEADLINE", 1, TRUE, make_reword },
  { "redate", "redate", "EVENT DATE", 1, TRUE, make_redate },
  { "merge", "merge", "EVENT EVENT", 1, TRUE, make_merge },
  { "split", "split", "EVENT STORY", 1, TRUE, make_split },
  { "note", "note", "EVENT TEXT", 1, TRUE, make_note },
  { "add", "add-event", "DATE HEADLINE", 2, FALSE, make_event },
};

static gboolean
make (Making *m, guint verb, const char *const *arguments, GError **error)
{
  if (verbs[verb].of_event) {
    m->event = tarikh_dossier_telling_find (m->telling, m->dossier, arguments[0], error);
    if (m->event == NULL)
      return FALSE;
    m->fact = tarikh_dossier_telling_get_fact (m->telling, m->event);
    m->subject = g_strdup (m->event->key);
    arguments++;
  }
  m->arguments = arguments;
  return verbs[verb].make (m, error);
}

static gboolean
append (const Making *m, const char *op, GError **error)
{
  char *text = json_dumps (m->detail, JSON_COMPACT);
  gboolean good = text != NULL && tarikh_store_log (m->dossier->store, op, m->subject, text, NULL, error);

  free (text);
  return good;
}

gboolean
tarikh_dossier_edit (TarikhDossier *dossier, const char *verb, const char *const *arguments, char **event,
                     GError **error)
{
  g_return_val_if_fail (dossier != NULL && verb != NULL && arguments != NULL, FALSE);

  guint at = 0;
  while (at < G_N_ELEMENTS (verbs) && strcmp (verbs[at].name, verb) != 0)
    at++;
  if (at == G_N_ELEMENTS (verbs))
    return fail (dossier, "no such edit:", verb, error);
  if (g_strv_length ((char **) arguments) != verbs[at].n_arguments + verbs[at].of_event) {
    g_autofree char *form = g_strdup_printf ("%s %s", verb, verbs[at].words);
    return fail (dossier, "not of this form (several words of text go in quotes):", form, error);
  }
  g_autoptr (TarikhDossierTelling) telling = tarikh_dossier_telling_new (dossier, error);
  if (telling == NULL)
    return FALSE;
  Making m = { .dossier = dossier, .telling = telling, .detail = json_object () };
  gboolean good = make (&m, at, arguments, error) && append (&m, verbs[at].op, error);
  if (good && event != NULL) {
    const char *new = json_string_value (json_object_get (m.detail, "new"));
    *event = g_strdup (new != NULL ? new : m.subject);
  }
  json_decref (m.detail);
  g_free (m.subject);
  return good;
}

/* ---- undo and redo ---- */

static gboolean
step (TarikhDossier *dossier, const char *op, char **what, GError **error)
{
  g_autoptr (TarikhDossierEdits) edits = tarikh_dossier_edits_load (dossier->store, error);
  if (edits == NULL)
    return FALSE;
  const GPtrArray *from = strcmp (op, "undo") == 0 ? edits->done : edits->undone;
  if (from->len == 0)
    return fail (dossier, "nothing to", op, error);
  const TarikhDossierEdit *edit = g_ptr_array_index (from, from->len - 1);
  g_autofree char *detail = g_strdup_printf ("{\"of\":%" G_GINT64_FORMAT "}", edit->n);
  if (what != NULL)
    *what = g_strdup_printf ("%s %s", edit->op, edit->subject);
  return tarikh_store_log (dossier->store, op, edit->subject, detail, NULL, error);
}

gboolean
tarikh_dossier_undo (TarikhDossier *dossier, char **what, GError **error)
{
  g_return_val_if_fail (dossier != NULL, FALSE);

  return step (dossier, "undo", what, error);
}

gboolean
tarikh_dossier_redo (TarikhDossier *dossier, char **what, GError **error)
{
  g_return_val_if_fail (dossier != NULL, FALSE);

  return step (dossier, "redo", what, error);
}
