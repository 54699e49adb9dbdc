/* chronology/absorb: one chronology joins another. Its stories keep their ids unless one is taken. Never merges. */
#include "chronology/telling.h"

#include <string.h>

static gpointer
steal_all (GPtrArray *from, guint *n)
{
  gsize length;
  gpointer items = g_ptr_array_steal (from, &length);

  *n = (guint) length;
  return items;
}

/* Moves the stories; the old ids that had to change go to RENAMED, with their new ones. */
static void
move_stories (TarikhChronology *to, GPtrArray *from, GHashTable *renamed)
{
  guint n;
  g_autofree TarikhChronicleStory **stories = steal_all (from, &n);

  for (guint i = 0; i < n; i++) {
    g_autofree char *old = g_strdup (stories[i]->id);
    tarikh_chronology_take_story (to, stories[i]);
    if (strcmp (old, stories[i]->id) != 0)
      g_hash_table_insert (renamed, g_steal_pointer (&old), stories[i]->id);
  }
}

static void
move_timexes (GPtrArray *to, GPtrArray *from, GHashTable *renamed)
{
  guint n;
  g_autofree TarikhChronicleTimex **timexes = steal_all (from, &n);

  for (guint i = 0; i < n; i++) {
    TarikhChronicleTimex *t = timexes[i];
    const char *id = g_hash_table_lookup (renamed, t->story);
    if (id != NULL) {
      TarikhChronicleTimex *copy = tarikh_chronology_timex_new (id, t->text, strlen (t->text), t->value);
      copy->start = t->start, copy->end = t->end, copy->type = t->type, copy->mod = t->mod;
      copy->from = t->from, copy->to = t->to, copy->rule = t->rule;
      tarikh_chronology_timex_free (t);
      t = copy;
    }
    g_ptr_array_add (to, t);
  }
}

static void
rename_sources (GPtrArray *sources, GHashTable *renamed)
{
  for (guint i = 0; i < sources->len; i++) {
    TarikhSource *s = g_ptr_array_index (sources, i);
    const char *id = g_hash_table_lookup (renamed, s->story);
    if (id == NULL)
      continue;
    sources->pdata[i] = tarikh_chronology_source_new (id, s->start, s->end, s->text, strlen (s->text));
    tarikh_chronology_source_free (s);
  }
}

static void
renumber (TarikhChronicleEvent *event, guint first_story, guint first_timex)
{
  if (event->timex >= 0)
    event->timex += (gint) first_timex;
  for (guint i = 0; event->tellings != NULL && i < event->tellings->len; i++) {
    TarikhChronicleTelling *telling = &g_array_index (event->tellings, TarikhChronicleTelling, i);
    telling->story += first_story;
    if (telling->timex >= 0)
      telling->timex += (gint) first_timex;
  }
}

static void
move_events (TarikhChronology *to, GPtrArray *from, GHashTable *renamed, guint first_story, guint first_timex)
{
  guint n;
  g_autofree TarikhChronicleEvent **events = steal_all (from, &n);

  for (guint i = 0; i < n; i++) {
    if (g_hash_table_size (renamed) > 0)
      rename_sources (events[i]->sources, renamed);
    renumber (events[i], first_story, first_timex);
    g_ptr_array_add (to->events, events[i]);
  }
}

void
tarikh_chronology_absorb (TarikhChronology *chronology, TarikhChronology *other)
{
  g_return_if_fail (chronology != NULL && other != NULL && chronology != other);
  g_autoptr (GHashTable) renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint first_story = chronology->stories->len, first_timex = chronology->timexes->len;

  tarikh_chronology_tellings_get (chronology); /* what is here is told before what comes */
  move_stories (chronology, other->stories, renamed);
  move_timexes (chronology->timexes, other->timexes, renamed);
  move_events (chronology, other->events, renamed, first_story, first_timex);
  tarikh_chronology_tellings_get (chronology);
  g_clear_pointer (&other->tellings, tarikh_chronology_tellings_free);
}
