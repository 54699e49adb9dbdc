/* event/salience: how much of the story hangs on an event, 0 to 1: where it stands, how exactly it is dated, how often it
 * is told, whether it shares actors and words with the lead. */
#include "event/room.h"

#include <string.h>

static double
weigh_place (const EventReader *reader, const TarikhEvent *event)
{
  TarikhSpan span = g_array_index (event->spans, TarikhSpan, 0);

  for (guint i = 1; i < event->spans->len; i++)
    span.start = MIN (span.start, g_array_index (event->spans, TarikhSpan, i).start);
  return 1.0 - (double) span.start / (double) MAX (reader->text->length, 1);
}

static double
weigh_date (const TarikhEvent *event)
{
  if (!tarikh_base_interval_is_known (event->days))
    return 0.0;
  gint days = event->days.last - event->days.first + 1;
  return days <= 3 ? 1.0 : days <= 31 ? 0.7 : days <= 366 ? 0.4 : 0.1;
}

static double
weigh_words (const TarikhEvent *event, const TarikhEvent *lead, GHashTable *title)
{
  guint n = 0, shared = 0;

  for (guint i = 0; i < event->keys->len; i++, n++) {
    gboolean known = g_hash_table_contains (title, event->keys->pdata[i]);
    for (guint j = 0; lead != NULL && j < lead->keys->len && !known; j++)
      known = strcmp (event->keys->pdata[i], lead->keys->pdata[j]) == 0;
    shared += known;
  }
  return n > 0 ? (double) shared / n : 0.0;
}

static GHashTable *
read_title (const EventReader *reader)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (reader->story->title == NULL)
    return words;
  g_autoptr (TarikhText) title = tarikh_text_new (reader->story->title, strlen (reader->story->title));
  gsize n = strlen (reader->grammar.article);
  for (guint i = 0; i < title->n_tokens; i++) {
    const char *fold = tarikh_text_get_fold (title, &title->tokens[i]);
    gsize length = title->tokens[i].fold_length;
    gsize skip = n > 0 && length > n + 2 && memcmp (fold, reader->grammar.article, n) == 0 ? n : 0;
    if (title->tokens[i].kind == TARIKH_TOKEN_WORD && length - skip >= 4)
      g_hash_table_add (words, g_strndup (fold + skip, length - skip));
  }
  return words;
}

void
tarikh_event_weigh (EventReader *reader)
{
  g_autoptr (GHashTable) title = read_title (reader);
  const TarikhEvent *lead = reader->events->len > 0 ? reader->events->pdata[0] : NULL;

  for (guint i = 0; i < reader->events->len; i++) {
    TarikhEvent *event = reader->events->pdata[i];
    double told = MIN (event->spans->len - 1, 3) / 3.0;
    double weight = 0.25 * weigh_place (reader, event) + 0.25 * weigh_date (event) + 0.15 * told
                    + 0.25 * weigh_words (event, lead, title) + (event->who->len > 0 ? 0.1 : 0.0);
    if (event->status == TARIKH_STATUS_HYPOTHETICAL)
      weight *= 0.6;
    event->salience = CLAMP (weight, 0.0, 1.0);
  }
}
