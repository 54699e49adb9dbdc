/* Stories and events made by hand, for the chronology's tests. */
#pragma once

#include "chronology/chronology.h"

#include <string.h>

/* One event as a test writes it: its sentence must stand in the story's text. */
typedef struct {
  const char *sentence, *headline, *keys; /* keys parted by blanks */
  const char *first, *last;               /* NULL: undated */
  TarikhDatedBy dated_by;
  TarikhStatus status;
  double salience;
  const char *who, *where; /* parted by "|"; NULL: none */
} MadeEvent;

static inline TarikhDay
made_day (const char *iso)
{
  TarikhDay day = TARIKH_DAY_NONE;

  if (iso != NULL)
    g_assert_true (tarikh_base_day_parse_iso (iso, &day));
  return day;
}

static inline GPtrArray *
made_list (const char *text, const char *separator)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", separator, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_ptr_array_add (list, g_strdup (parts[i]));
  return list;
}

static inline TarikhEvent *
made_event (const MadeEvent *made, const char *text)
{
  TarikhEvent *event = g_new0 (TarikhEvent, 1);
  const char *at = strstr (text, made->sentence);

  g_assert_nonnull (at);
  TarikhSpan span = { (guint32) (at - text), (guint32) (at - text + strlen (made->sentence)) };
  event->days = (TarikhInterval){ made_day (made->first), made_day (made->last), TARIKH_GRAIN_DAY };
  event->value = g_strdup (made->first);
  event->dated_by = made->dated_by;
  event->status = made->status;
  event->salience = made->salience;
  event->headline = g_strdup (made->headline);
  event->who = made_list (made->who, "|");
  event->where = made_list (made->where, "|");
  event->spans = g_array_new (FALSE, FALSE, sizeof (TarikhSpan));
  g_array_append_val (event->spans, span);
  event->time_expr = -1;
  event->rule = "made";
  event->keys = made_list (made->keys, " ");
  return event;
}

static inline void
made_event_free (gpointer data)
{
  TarikhEvent *event = data;

  g_free (event->value);
  g_free (event->headline);
  g_ptr_array_unref (event->who);
  g_ptr_array_unref (event->where);
  g_array_unref (event->spans);
  g_ptr_array_unref (event->keys);
  g_free (event);
}

/* Adds a story called ID with TEXT (NULL: the events' sentences) and its events. */
static inline void
made_add (TarikhChronology *chronology, const char *id, const char *published, const char *text, const MadeEvent *made,
          guint n)
{
  g_autoptr (GString) sentences = g_string_new (text);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (made_event_free);
  g_autoptr (GPtrArray) exprs = g_ptr_array_new (), notes = g_ptr_array_new ();
  TarikhDay day = made_day (published);

  for (guint i = 0; text == NULL && i < n; i++)
    g_string_append_printf (sentences, "%s. ", made[i].sentence);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (events, made_event (&made[i], sentences->str));
  TarikhStory story = { .id = (char *) id, .source = (char *) "made.txt", .lang = (char *) "ar", .text = sentences->str,
                        .text_length = sentences->len, .published = day, .published_minute = -1,
                        .published_by = day != TARIKH_DAY_NONE ? TARIKH_PUBLISHED_GIVEN : TARIKH_PUBLISHED_UNKNOWN };
  TarikhTimeReading reading = { exprs, story.published_by, { day, day, TARIKH_GRAIN_DAY }, notes };
  tarikh_chronology_add (chronology, &story, &reading, events);
}

static inline TarikhChronicleEvent *
made_get (const TarikhChronology *chronology, guint index)
{
  g_assert_cmpuint (index, <, chronology->events->len);
  return g_ptr_array_index (chronology->events, index);
}
