/* timeline/input: what may be added to a timeline, and under which id. Opens no file. */
#include "timeline/private.h"

#include <string.h>

static TarikhStoryDefaults
get_defaults (const TarikhTimelineOptions *options)
{
  return (TarikhStoryDefaults){ .published = options->published,
                                .published_minute = options->published_minute,
                                .lang = options->lang };
}

/* The next of s1, s2 … that no story has. (transfer full) */
static char *
create_id (const TarikhTimeline *timeline, guint *number)
{
  for (guint n = timeline->n_unnamed + 1;; n++) {
    g_autofree char *id = g_strdup_printf ("s%u", n);
    if (!g_hash_table_contains (timeline->ids, id)) {
      *number = n;
      return g_steal_pointer (&id);
    }
  }
}

static gboolean
take_id (TarikhTimeline *timeline, const TarikhStory *story, guint line, GError **error)
{
  if (g_hash_table_add (timeline->ids, g_strdup (story->id)))
    return TRUE;
  g_autofree char *message = g_strdup_printf ("%s:%u: another story has the id \"%s\"", story->source, line, story->id);
  g_autofree char *printable = tarikh_base_printable (message);
  g_set_error_literal (error, TARIKH_ERROR, TARIKH_ERROR_FORMAT, printable);
  return FALSE;
}

gboolean
tarikh_timeline_add_text (TarikhTimeline *timeline, const char *name, const char *data, gsize length, GError **error)
{
  g_return_val_if_fail (timeline != NULL && !timeline->settled && name != NULL, FALSE);

  guint number = 0;
  g_autofree char *id = create_id (timeline, &number);
  TarikhStoryDefaults defaults = get_defaults (timeline->options);
  g_autoptr (TarikhStory) story = tarikh_story_new_from_text (name, id, data, length, &defaults, error);
  if (story == NULL || !take_id (timeline, story, 1, error))
    return FALSE;
  timeline->n_unnamed = number;
  tarikh_timeline_read_story (timeline, story);
  return TRUE;
}

static gboolean
add_chronology (TarikhTimeline *timeline, const char *name, const char *data, gsize length, GError **error)
{
  g_autoptr (TarikhChronology) other = tarikh_chronology_from_json (name, data, length, error);

  if (other == NULL)
    return FALSE;
  tarikh_chronology_absorb (timeline->chronology, other);
  for (guint i = 0; i < timeline->chronology->stories->len; i++) {
    const TarikhChronicleStory *story = g_ptr_array_index (timeline->chronology->stories, i);
    g_hash_table_add (timeline->ids, g_strdup (story->id));
  }
  return TRUE;
}

gboolean
tarikh_timeline_add_line (TarikhTimeline *timeline, const char *name, guint line, const char *data, gsize length,
                          GError **error)
{
  g_return_val_if_fail (timeline != NULL && !timeline->settled && name != NULL, FALSE);

  guint number = 0;
  g_autofree char *id = create_id (timeline, &number);
  TarikhStoryDefaults defaults = get_defaults (timeline->options);
  g_autoptr (TarikhStory) story = tarikh_story_new_from_json (name, line, id, data, length, &defaults, error);
  if (story == NULL || !take_id (timeline, story, line, error))
    return FALSE;
  if (strcmp (story->id, id) == 0)
    timeline->n_unnamed = number;
  tarikh_timeline_read_story (timeline, story);
  return TRUE;
}

gboolean
tarikh_timeline_add_json (TarikhTimeline *timeline, const char *name, const char *data, gsize length, GError **error)
{
  g_return_val_if_fail (timeline != NULL && !timeline->settled && name != NULL, FALSE);

  if (tarikh_chronology_is_json (data, length))
    return add_chronology (timeline, name, data, length, error);
  return tarikh_timeline_add_line (timeline, name, 1, data, length, error);
}

void
tarikh_timeline_fill_titles (TarikhTimeline *timeline)
{
  if (timeline->options->title == NULL)
    return;
  for (guint i = 0; i < timeline->chronology->stories->len; i++) {
    TarikhChronicleStory *story = g_ptr_array_index (timeline->chronology->stories, i);
    if (story->title == NULL)
      story->title = g_strdup (timeline->options->title);
  }
}
