/* chronology/chronology: the nouns, made and freed. No rule of merging or order here. */
#include "chronology/telling.h"

#include <string.h>

static void
story_free (TarikhChronicleStory *story)
{
  if (story == NULL)
    return;
  g_free (story->id);
  g_free (story->source);
  g_free (story->title);
  g_free (story->lang);
  g_free (story->outlet);
  g_free (story->url);
  g_free (story);
}

void
tarikh_chronology_timex_free (TarikhChronicleTimex *timex)
{
  if (timex == NULL)
    return;
  if (!timex->packed) {
    g_free (timex->story);
    g_free (timex->text);
    g_free (timex->value);
  }
  g_free (timex);
}

static void
note_free (TarikhChronicleNote *note)
{
  if (note == NULL)
    return;
  g_free (note->detail);
  g_free (note);
}

void
tarikh_chronology_source_free (TarikhSource *source)
{
  if (source == NULL)
    return;
  if (!source->packed) {
    g_free (source->story);
    g_free (source->text);
  }
  g_free (source);
}

/* Copies LENGTH bytes of TEXT to *AT, ends them with NUL, moves *AT on. */
static char *
put_string (char **at, const char *text, gsize length)
{
  char *start = *at;

  memcpy (start, text, length);
  start[length] = '\0';
  *at += length + 1;
  return start;
}

/* One block for the struct and its strings: there are many of them, and small blocks cost more than what they hold. */
TarikhSource *
tarikh_chronology_source_new (const char *story, guint32 start, guint32 end, const char *text, gsize text_length)
{
  gsize story_length = strlen (story);
  TarikhSource *source = g_malloc (sizeof *source + story_length + text_length + 2);
  char *at = (char *) (source + 1);

  *source = (TarikhSource){ .start = start, .end = end, .packed = TRUE };
  source->story = put_string (&at, story, story_length);
  source->text = put_string (&at, text, text_length);
  return source;
}

TarikhChronicleTimex *
tarikh_chronology_timex_new (const char *story, const char *text, gsize text_length, const char *value)
{
  gsize story_length = strlen (story), value_length = strlen (value);
  TarikhChronicleTimex *timex = g_malloc (sizeof *timex + story_length + text_length + value_length + 3);
  char *at = (char *) (timex + 1);

  *timex = (TarikhChronicleTimex){ .from = TARIKH_DAY_NONE, .to = TARIKH_DAY_NONE, .packed = TRUE };
  timex->story = put_string (&at, story, story_length);
  timex->text = put_string (&at, text, text_length);
  timex->value = put_string (&at, value, value_length);
  return timex;
}

TarikhChronicleNote *
tarikh_chronology_note_new (TarikhNoteCode code, const char *detail)
{
  TarikhChronicleNote *note = g_new (TarikhChronicleNote, 1);

  *note = (TarikhChronicleNote){ .code = code, .detail = g_strdup (detail) };
  return note;
}

TarikhChronicleEvent *
tarikh_chronology_event_new (void)
{
  TarikhChronicleEvent *event = g_new (TarikhChronicleEvent, 1);

  *event = (TarikhChronicleEvent){ .start = TARIKH_DAY_NONE,
                                   .end = TARIKH_DAY_NONE,
                                   .dated_by = TARIKH_DATED_NONE,
                                   .who = g_ptr_array_new_with_free_func (g_free),
                                   .where = g_ptr_array_new_with_free_func (g_free),
                                   .sources = g_ptr_array_new_with_free_func (
                                     (GDestroyNotify) tarikh_chronology_source_free),
                                   .timex = -1 };
  return event;
}

void
tarikh_chronology_event_free (TarikhChronicleEvent *event)
{
  if (event == NULL)
    return;
  g_free (event->id);
  g_free (event->key);
  g_free (event->value);
  g_free (event->headline);
  g_free (event->mark);
  g_clear_pointer (&event->who, g_ptr_array_unref);
  g_clear_pointer (&event->where, g_ptr_array_unref);
  g_clear_pointer (&event->sources, g_ptr_array_unref);
  g_clear_pointer (&event->notes, g_ptr_array_unref);
  g_clear_pointer (&event->tellings, g_array_unref);
  g_free (event);
}

void
tarikh_chronology_event_add_note (TarikhChronicleEvent *event, TarikhNoteCode code, const char *detail)
{
  if (event->notes == NULL)
    event->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) note_free);
  g_ptr_array_add (event->notes, tarikh_chronology_note_new (code, detail));
}

TarikhChronology *
tarikh_chronology_new (void)
{
  TarikhChronology *chronology = g_new0 (TarikhChronology, 1);

  chronology->stories = g_ptr_array_new_with_free_func ((GDestroyNotify) story_free);
  chronology->timexes = g_ptr_array_new_with_free_func ((GDestroyNotify) tarikh_chronology_timex_free);
  chronology->events = g_ptr_array_new_with_free_func ((GDestroyNotify) tarikh_chronology_event_free);
  return chronology;
}

void
tarikh_chronology_free (TarikhChronology *chronology)
{
  if (chronology == NULL)
    return;
  g_clear_pointer (&chronology->stories, g_ptr_array_unref);
  g_clear_pointer (&chronology->timexes, g_ptr_array_unref);
  g_clear_pointer (&chronology->events, g_ptr_array_unref);
  tarikh_chronology_tellings_free (chronology->tellings);
  g_free (chronology);
}
