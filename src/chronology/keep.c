/* chronology/keep: what was made of stories leaves the room in numbers and comes back as it was, so that a store can add
 * a story without reading the others again. Decides nothing about what belongs together. */
#include "chronology/telling.h"

#include <string.h>

G_STATIC_ASSERT (TARIKH_CHRONOLOGY_SKETCH_WORDS == TARIKH_CHRONOLOGY_SKETCH);

void
tarikh_chronology_finish (TarikhChronology *chronology)
{
  g_return_if_fail (chronology != NULL);

  tarikh_chronology_tellings_tell_first (tarikh_chronology_tellings_get (chronology));
}

TarikhKept
tarikh_chronology_get_kept (const TarikhChronology *chronology, guint index)
{
  const TarikhTellings *t = chronology->tellings;
  const TarikhTelling *telling = &g_array_index (t->tellings, TarikhTelling, index);
  const TarikhChronicleStory *story = g_ptr_array_index (chronology->stories, telling->story);

  return (TarikhKept){ .words = tarikh_chronology_tellings_get_words (t, index),
                       .n_words = telling->n_words,
                       .fingerprint = telling->fingerprint,
                       .weight = telling->salience,
                       .fresh = telling->fresh,
                       .afar = tarikh_chronology_event_is_afar (g_ptr_array_index (chronology->events, index),
                                                                story->published) };
}

const guint32 *
tarikh_chronology_get_sketch (const TarikhChronology *chronology, guint index)
{
  return g_array_index (chronology->tellings->sketches, TarikhSketch, index).bins;
}

TarikhChronicleStory *
tarikh_chronology_story_new (const char *id, const char *source, const char *lang)
{
  TarikhChronicleStory *story = g_new (TarikhChronicleStory, 1);

  *story = (TarikhChronicleStory){ .id = g_strdup (id),
                                   .source = g_strdup (source),
                                   .lang = g_strdup (lang),
                                   .published = TARIKH_DAY_NONE,
                                   .published_by = TARIKH_PUBLISHED_UNKNOWN,
                                   .published_from = TARIKH_DAY_NONE,
                                   .published_to = TARIKH_DAY_NONE };
  return story;
}

guint
tarikh_chronology_put_story (TarikhChronology *chronology, TarikhChronicleStory *story, const guint32 *sketch)
{
  guint index = chronology->stories->len;

  tarikh_chronology_take_story (chronology, story);
  if (sketch != NULL)
    memcpy (g_array_index (chronology->tellings->sketches, TarikhSketch, index).bins, sketch,
            sizeof (guint32) * TARIKH_CHRONOLOGY_SKETCH);
  return index;
}

void
tarikh_chronology_put_event (TarikhChronology *chronology, TarikhChronicleEvent *event, guint story,
                             const TarikhKept *kept)
{
  TarikhTellings *t = tarikh_chronology_tellings_get (chronology);
  TarikhTelling telling = { .story = story,
                            .first_word = t->words->len,
                            .n_words = kept->n_words,
                            .fingerprint = kept->fingerprint,
                            .salience = kept->weight,
                            .fresh = kept->fresh != FALSE };

  g_array_append_vals (t->words, kept->words, kept->n_words);
  g_array_append_val (t->tellings, telling);
  g_ptr_array_add (chronology->events, event);
}

void
tarikh_chronology_drop_aside (TarikhChronology *chronology)
{
  TarikhTellings *t = tarikh_chronology_tellings_get (chronology);

  for (guint i = 0; i < t->tellings->len; i++) {
    TarikhTelling *telling = &g_array_index (t->tellings, TarikhTelling, i);
    guint32 kept = 0;
    for (guint k = 0; k < telling->n_words; k++) {
      guint32 word = g_array_index (t->words, guint32, telling->first_word + k);
      if (!(word & TARIKH_CHRONOLOGY_ASIDE))
        g_array_index (t->words, guint32, telling->first_word + kept++) = word;
    }
    telling->n_words = kept;
  }
}

guint32
tarikh_chronology_kept_word (guint32 word, gboolean *action)
{
  *action = (word & TARIKH_CHRONOLOGY_ACTION) != 0;
  return word & ~TARIKH_CHRONOLOGY_MARKS;
}

guint32 *
tarikh_chronology_group (TarikhChronology *chronology, const TarikhWhole *whole, const guint32 *joined, guint *n_groups)
{
  tarikh_chronology_tellings_get (chronology);
  TarikhGrouping grouping = tarikh_chronology_match (chronology, whole, joined);

  *n_groups = grouping.n_groups;
  return grouping.group_of;
}

void
tarikh_chronology_drop_events (TarikhChronology *chronology, gboolean (*drop) (const TarikhChronicleEvent *event,
                                                                               gpointer data), gpointer data)
{
  GArray *tellings = tarikh_chronology_tellings_get (chronology)->tellings;
  gsize length;
  guint n = 0;
  g_autofree TarikhChronicleEvent **events = (TarikhChronicleEvent **) g_ptr_array_steal (chronology->events, &length);

  for (guint i = 0; i < length; i++) {
    if (drop (events[i], data)) {
      tarikh_chronology_event_free (events[i]);
      continue;
    }
    g_array_index (tellings, TarikhTelling, n++) = g_array_index (tellings, TarikhTelling, i);
    g_ptr_array_add (chronology->events, events[i]);
  }
  g_array_set_size (tellings, n);
}

void
tarikh_chronology_reorder (TarikhChronology *chronology)
{
  tarikh_chronology_order (chronology);
}

guint32 *
tarikh_chronology_list_copies (TarikhChronology *chronology)
{
  const TarikhTellings *t = tarikh_chronology_tellings_get (chronology);

  return tarikh_chronology_find_copies ((const TarikhSketch *) (gpointer) t->sketches->data, t->sketches->len);
}
