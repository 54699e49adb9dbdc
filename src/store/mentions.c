/* store/mentions: all that the stories tell, out of the file and back into a chronology, as it was read. Settles nothing. */
#include "store/private.h"

#include <string.h>

/* ---- stories ---- */

static TarikhChronicleStory *
take_story (sqlite3_stmt *statement)
{
  g_autofree char *name = tarikh_store_column_string (statement, 1);
  g_autofree char *source = tarikh_store_column_string (statement, 2);
  g_autofree char *lang = tarikh_store_column_string (statement, 3);
  TarikhChronicleStory *story = tarikh_chronology_story_new (name, source, lang);
  gint by = tarikh_chronology_published_by_from_name (tarikh_store_column_text (statement, 8));

  story->title = tarikh_store_column_string (statement, 4);
  story->outlet = tarikh_store_column_string (statement, 5);
  story->url = tarikh_store_column_string (statement, 6);
  story->published = tarikh_store_column_day (statement, 7);
  story->published_by = by < 0 ? TARIKH_PUBLISHED_UNKNOWN : (TarikhPublishedBy) by;
  story->published_from = tarikh_store_column_day (statement, 9);
  story->published_to = tarikh_store_column_day (statement, 10);
  return story;
}

/* What is loaded so far. */
typedef struct {
  TarikhStore *store;
  TarikhStoreMentions *mentions;
  GArray *ids;       /* gint64: the numbers of the chronology's stories, in its order */
  GArray *withdrawn; /* gboolean: whether each of them is */
  gboolean with_withdrawn;
} Loading;

/* The story whose time expressions and mentions are being loaded. */
typedef struct {
  guint index; /* in the chronology */
  const char *name;
  guint first_timex; /* index of its first time expression in the chronology */
} Teller;

/* Withdrawn stories too, where an event may rest on them alone: by the reader's grouping, or after people have split one. */
static gboolean
load_stories (Loading *l, GError **error)
{
  g_autoptr (GError) failed = NULL;
  sqlite3_stmt *statement = tarikh_store_query (
    l->store, &failed,
    "SELECT story.id, name, source, lang, title, outlet, url, reading.published, reading.published_by, published_from,"
    " published_to, sketch, status FROM story JOIN version ON version.story = story.id"
    " AND version.version = story.version JOIN reading ON reading.story = story.id"
    " WHERE status = 'usable' OR (?1 AND EXISTS (SELECT 1 FROM mention WHERE mention.story = story.id AND NOT EXISTS"
    " (SELECT 1 FROM mention AS other JOIN story AS teller ON teller.id = other.story"
    " WHERE other.event = mention.event AND teller.status = 'usable')))"
    " OR (?1 AND EXISTS (SELECT 1 FROM log WHERE op = 'split')) ORDER BY rank, story.id", "i",
    (gint64) l->with_withdrawn);

  while (statement != NULL && tarikh_store_step (l->store, statement, &failed)) {
    gint64 id = sqlite3_column_int64 (statement, 0);
    guint32 sketch[TARIKH_CHRONOLOGY_SKETCH_WORDS];
    if (sqlite3_column_bytes (statement, 11) != sizeof sketch) {
      tarikh_store_fail_damaged (l->store, "a sketch of the wrong size", &failed);
      tarikh_store_stop (statement);
      break;
    }
    memcpy (sketch, sqlite3_column_blob (statement, 11), sizeof sketch);
    tarikh_chronology_put_story (l->mentions->chronology, take_story (statement), sketch);
    g_array_append_val (l->ids, id);
    gboolean withdrawn = strcmp (tarikh_store_column_text (statement, 12), "withdrawn") == 0;
    g_array_append_val (l->withdrawn, withdrawn);
  }
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return failed == NULL;
}

/* ---- time expressions ---- */

static gint
take_name (gint value, gint least)
{
  return value < 0 ? least : value;
}

static TarikhChronicleTimex *
take_timex (sqlite3_stmt *statement, const char *story)
{
  g_autofree char *text = tarikh_store_column_string (statement, 2);
  g_autofree char *value = tarikh_store_column_string (statement, 4);
  TarikhChronicleTimex *timex = tarikh_chronology_timex_new (story, text, strlen (text), value);
  const char *mod = tarikh_store_column_text (statement, 5);

  timex->start = (guint32) sqlite3_column_int64 (statement, 0);
  timex->end = (guint32) sqlite3_column_int64 (statement, 1);
  timex->type = (TarikhTimeType) take_name (
    tarikh_chronology_time_type_from_name (tarikh_store_column_text (statement, 3)), TARIKH_TIME_DATE);
  timex->mod = *mod == '\0' ? TARIKH_MOD_NONE
                            : (TarikhTimeMod) take_name (tarikh_chronology_time_mod_from_name (mod), TARIKH_MOD_NONE);
  timex->from = tarikh_store_column_day (statement, 6);
  timex->to = tarikh_store_column_day (statement, 7);
  return timex;
}

static gboolean
load_timexes (const Loading *l, const Teller *teller, GError **error)
{
  GPtrArray *timexes = l->mentions->chronology->timexes;
  g_autoptr (GError) failed = NULL;
  sqlite3_stmt *statement = tarikh_store_query (
    l->store, &failed, "SELECT start, end, text, type, value, mod, first_day, last_day FROM timex WHERE story = ?"
    " ORDER BY n", "i", g_array_index (l->ids, gint64, teller->index));

  while (statement != NULL && tarikh_store_step (l->store, statement, &failed))
    g_ptr_array_add (timexes, take_timex (statement, teller->name));
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return failed == NULL;
}

/* ---- mentions ---- */

/* The index in the chronology of the teller's expression whose number stands in COLUMN; -1 when there is none. */
static gint
find_timex (const Loading *l, const Teller *teller, sqlite3_stmt *statement, int column)
{
  gint64 n = sqlite3_column_type (statement, column) == SQLITE_NULL ? -1 : sqlite3_column_int64 (statement, column);

  return n < 0 || n >= l->mentions->chronology->timexes->len - teller->first_timex ? -1
                                                                                   : (gint) (teller->first_timex + n);
}

static TarikhChronicleEvent *
take_event (const Loading *l, const Teller *teller, sqlite3_stmt *statement, GError **error)
{
  TarikhChronicleEvent *event = tarikh_chronology_event_new ();

  event->start = tarikh_store_column_day (statement, 2);
  event->end = tarikh_store_column_day (statement, 3);
  event->value = tarikh_store_column_string (statement, 4);
  event->dated_by = (TarikhDatedBy) take_name (
    tarikh_chronology_dated_by_from_name (tarikh_store_column_text (statement, 5)), TARIKH_DATED_NONE);
  event->status = (TarikhStatus) take_name (
    tarikh_chronology_status_from_name (tarikh_store_column_text (statement, 6)), TARIKH_STATUS_PAST);
  event->salience = CLAMP (sqlite3_column_double (statement, 7), 0.0, 1.0);
  event->approximate = sqlite3_column_int (statement, 8) != 0;
  event->headline = tarikh_store_column_string (statement, 9);
  event->timex = find_timex (l, teller, statement, 13);
  if (tarikh_store_json_read_strings (tarikh_store_column_text (statement, 10), event->who)
      && tarikh_store_json_read_strings (tarikh_store_column_text (statement, 11), event->where)
      && tarikh_store_json_read_sources (tarikh_store_column_text (statement, 12), teller->name, event->sources))
    return event;
  tarikh_chronology_event_free (event);
  tarikh_store_fail_damaged (l->store, "a list that is none", error);
  return NULL;
}

/* One copy of every id. */
static const char *
intern (GHashTable *ids, const char *id)
{
  gpointer known = g_hash_table_lookup (ids, id);

  if (known == NULL) {
    known = g_strdup (id);
    g_hash_table_add (ids, known);
  }
  return known;
}

static gboolean
take_mention (const Loading *l, const Teller *teller, sqlite3_stmt *statement, GError **error)
{
  TarikhStoreMentions *m = l->mentions;
  guint n_words = (guint) sqlite3_column_bytes (statement, 14) / 4;
  g_autofree guint32 *words = g_memdup2 (sqlite3_column_blob (statement, 14), (gsize) n_words * 4);
  TarikhKept kept = { words, n_words, (guint32) sqlite3_column_int64 (statement, 15),
                      (float) CLAMP (sqlite3_column_double (statement, 16), 0.0, 1.0),
                      sqlite3_column_int (statement, 17) != 0, sqlite3_column_int (statement, 18) != 0 };
  TarikhChronicleEvent *event = take_event (l, teller, statement, error);

  if (event == NULL)
    return FALSE;
  tarikh_chronology_put_event (m->chronology, event, teller->index, &kept);
  g_ptr_array_add (m->keys, tarikh_store_column_string (statement, 0));
  g_ptr_array_add (m->events, (gpointer) intern (m->ids, tarikh_store_column_text (statement, 1)));
  g_array_append_val (m->withdrawn, g_array_index (l->withdrawn, gboolean, teller->index));
  return TRUE;
}

static gboolean
load_mentions (const Loading *l, const Teller *teller, GError **error)
{
  g_autoptr (GError) failed = NULL;
  sqlite3_stmt *statement = tarikh_store_query (
    l->store, &failed,
    "SELECT key, event, first_day, last_day, value, dated_by, status, salience, approximate, headline, who, places,"
    " sources, timex, words, fingerprint, weight, fresh, afar FROM mention WHERE story = ? ORDER BY n", "i",
    g_array_index (l->ids, gint64, teller->index));

  while (statement != NULL && tarikh_store_step (l->store, statement, &failed))
    if (!take_mention (l, teller, statement, &failed)) {
      tarikh_store_stop (statement);
      break;
    }
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return failed == NULL;
}

/* Story by story, so that nothing is to be sorted. */
static gboolean
load_tellers (const Loading *l, GError **error)
{
  const TarikhChronology *chronology = l->mentions->chronology;

  for (guint i = 0; i < l->ids->len; i++) {
    Teller teller = { i, ((TarikhChronicleStory *) g_ptr_array_index (chronology->stories, i))->id,
                      chronology->timexes->len };
    if (!load_timexes (l, &teller, error) || !load_mentions (l, &teller, error))
      return FALSE;
  }
  return TRUE;
}

TarikhStoreMentions *
tarikh_store_load_mentions (TarikhStore *store, gboolean with_withdrawn, GError **error)
{
  g_autoptr (TarikhStoreMentions) mentions = g_new0 (TarikhStoreMentions, 1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) withdrawn = g_array_new (FALSE, FALSE, sizeof (gboolean));
  Loading loading = { store, mentions, ids, withdrawn, with_withdrawn };

  mentions->chronology = tarikh_chronology_new ();
  mentions->keys = g_ptr_array_new_with_free_func (g_free);
  mentions->events = g_ptr_array_new ();
  mentions->withdrawn = g_array_new (FALSE, FALSE, sizeof (gboolean));
  mentions->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!load_stories (&loading, error) || !load_tellers (&loading, error))
    return NULL;
  if (mentions->chronology->stories->len == 1)
    tarikh_chronology_drop_aside (mentions->chronology);
  return g_steal_pointer (&mentions);
}

void
tarikh_store_mentions_free (TarikhStoreMentions *mentions)
{
  if (mentions == NULL)
    return;
  tarikh_chronology_free (mentions->chronology);
  g_clear_pointer (&mentions->keys, g_ptr_array_unref);
  g_clear_pointer (&mentions->events, g_ptr_array_unref);
  g_clear_pointer (&mentions->withdrawn, g_array_unref);
  g_clear_pointer (&mentions->ids, g_hash_table_unref);
  g_free (mentions);
}
