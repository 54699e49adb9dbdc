/* chronology/explain: why an event stands as it does, worded for people: what dates it and by which rule, which stories tell
 * it in which sentences, what is doubtful, what its salience is made of. Decides nothing. */
#include "chronology/telling.h"

#include <string.h>

#define LABEL_WIDTH 10

const char *
tarikh_chronology_salience_part_get_name (TarikhSaliencePart part)
{
  static const char *const names[TARIKH_SALIENCE_PARTS] = {
    [TARIKH_SALIENCE_OWN] = "weight in its stories", [TARIKH_SALIENCE_WITNESSES] = "independent stories",
    [TARIKH_SALIENCE_CENTRE] = "words of the affair", [TARIKH_SALIENCE_PRECISION] = "precision of the date",
    [TARIKH_SALIENCE_SURENESS] = "sureness",          [TARIKH_SALIENCE_NEARNESS] = "nearness to the news",
  };

  return names[part];
}

/* A line "  LABEL     …" without its end; an empty label continues the one above. */
static void
begin_line (GString *out, const char *label)
{
  g_string_append_printf (out, "  %-*s", LABEL_WIDTH, label);
}

/* TEXT comes out of a story: it must not rule the terminal. */
static void
append_quoted (GString *out, const char *text)
{
  g_autofree char *printable = tarikh_base_printable (text);

  g_string_append_printf (out, "\"%s\"", printable);
}

static void
append_days (GString *out, TarikhDay start, TarikhDay end)
{
  if (start == TARIKH_DAY_NONE) {
    g_string_append (out, "no date");
    return;
  }
  g_autofree char *first = tarikh_base_day_to_iso (start), *last = tarikh_base_day_to_iso (end);
  g_string_append (out, first);
  if (end != start)
    g_string_append_printf (out, " to %s", last);
}

static const char *
word_dating (TarikhDatedBy dated_by)
{
  switch (dated_by) {
  case TARIKH_DATED_EXPLICIT:
    return "by a time that the text names";
  case TARIKH_DATED_DCT:
    return "by the story's own day, as its news";
  case TARIKH_DATED_CONTEXT:
    return "by the events around it";
  case TARIKH_DATED_NONE:
    break;
  }
  return "by nothing";
}

/* The expression that gave a date: its words, its value, the rule that found it, its place. */
static void
append_timex (GString *out, const TarikhChronology *chronology, gint index)
{
  if (index < 0 || (guint) index >= chronology->timexes->len)
    return;
  const TarikhChronicleTimex *timex = g_ptr_array_index (chronology->timexes, index);
  g_autofree char *story = tarikh_base_printable (timex->story);
  append_quoted (out, timex->text);
  g_string_append_printf (out, " %s %s", tarikh_time_type_get_name (timex->type), timex->value);
  if (timex->rule != NULL)
    g_string_append_printf (out, ", rule %s", timex->rule);
  g_string_append_printf (out, ", %s %u-%u", story, timex->start, timex->end);
}

static void
append_date (GString *out, const TarikhChronology *chronology, const TarikhChronicleEvent *event)
{
  begin_line (out, "date");
  append_days (out, event->start, event->end);
  if (event->value != NULL)
    g_string_append_printf (out, " (%s%s)", event->approximate ? "about " : "", event->value);
  g_string_append_printf (out, ", %s\n", word_dating (event->dated_by));
  if (event->timex < 0)
    return;
  begin_line (out, "time");
  append_timex (out, chronology, event->timex);
  g_string_append_c (out, '\n');
}

static void
append_names (GString *out, const char *label, const GPtrArray *names)
{
  if (names->len == 0)
    return;
  begin_line (out, label);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *printable = tarikh_base_printable (g_ptr_array_index (names, i));
    g_string_append_printf (out, "%s%s", i > 0 ? "; " : "", printable);
  }
  g_string_append_c (out, '\n');
}

static void
append_salience (GString *out, const TarikhChronicleEvent *event)
{
  begin_line (out, "salience");
  g_string_append_printf (out, "%.3f\n", event->salience);
  for (guint i = 0; i < TARIKH_SALIENCE_PARTS; i++) {
    if (event->parts[i] == 0 && i != TARIKH_SALIENCE_WITNESSES)
      continue;
    begin_line (out, "");
    g_string_append_printf (out, "%.3f %s", event->parts[i] / 1000.0, tarikh_chronology_salience_part_get_name (i));
    if (i == TARIKH_SALIENCE_WITNESSES)
      g_string_append_printf (out, " (%u)", event->witnesses);
    g_string_append_c (out, '\n');
  }
}

static void
append_notes (GString *out, const TarikhChronicleEvent *event)
{
  for (guint i = 0; event->notes != NULL && i < event->notes->len; i++) {
    const TarikhChronicleNote *note = g_ptr_array_index (event->notes, i);
    g_autofree char *detail = tarikh_base_printable (note->detail != NULL ? note->detail : "");
    begin_line (out, "note");
    g_string_append_printf (out, "%s%s%s\n", tarikh_base_note_get_text (note->code), detail[0] != '\0' ? ": " : "", detail);
  }
}

static const TarikhChronicleStory *
find_story (const TarikhChronology *chronology, const char *id)
{
  for (guint i = 0; i < chronology->stories->len; i++) {
    const TarikhChronicleStory *story = g_ptr_array_index (chronology->stories, i);
    if (strcmp (story->id, id) == 0)
      return story;
  }
  return NULL;
}

/* "ID, Outlet, 2024-06-20" */
static void
append_story (GString *out, const TarikhChronicleStory *story, const char *id)
{
  g_autofree char *printable = tarikh_base_printable (id);

  g_string_append (out, printable);
  if (story != NULL && story->outlet != NULL) {
    g_autofree char *outlet = tarikh_base_printable (story->outlet);
    g_string_append_printf (out, ", %s", outlet);
  }
  if (story != NULL && story->published != TARIKH_DAY_NONE) {
    g_autofree char *day = tarikh_base_day_to_iso (story->published);
    g_string_append_printf (out, ", %s", day);
  }
}

/* What each story said before the tellings were one event. */
static void
append_tellings (GString *out, const TarikhChronology *chronology, const TarikhChronicleEvent *event)
{
  for (guint i = 0; event->tellings != NULL && i < event->tellings->len; i++) {
    const TarikhChronicleTelling *t = &g_array_index (event->tellings, TarikhChronicleTelling, i);
    const TarikhChronicleStory *story
      = t->story < chronology->stories->len ? g_ptr_array_index (chronology->stories, t->story) : NULL;
    begin_line (out, "telling");
    append_story (out, story, story != NULL ? story->id : "?");
    g_string_append (out, ": ");
    append_days (out, t->start, t->end);
    g_string_append_printf (out, ", %s, rule %s, %s", word_dating (t->dated_by), t->rule != NULL ? t->rule : "unknown",
                            tarikh_event_status_get_name (t->status));
    if (t->timex >= 0)
      g_string_append (out, ", ");
    append_timex (out, chronology, t->timex);
    g_string_append_c (out, '\n');
  }
}

static void
append_sources (GString *out, const TarikhChronology *chronology, const TarikhChronicleEvent *event)
{
  for (guint i = 0; i < event->sources->len; i++) {
    const TarikhSource *source = g_ptr_array_index (event->sources, i);
    begin_line (out, "sentence");
    append_story (out, find_story (chronology, source->story), source->story);
    g_string_append_printf (out, ", %u-%u\n", source->start, source->end);
    begin_line (out, "");
    append_quoted (out, source->text);
    g_string_append_c (out, '\n');
  }
}

char *
tarikh_chronology_explain (const TarikhChronology *chronology, guint index)
{
  g_return_val_if_fail (chronology != NULL && index < chronology->events->len, NULL);
  const TarikhChronicleEvent *event = g_ptr_array_index (chronology->events, index);
  g_autofree char *headline = tarikh_base_printable (event->headline);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s %s\n", event->id, headline);
  append_date (out, chronology, event);
  begin_line (out, "event");
  g_string_append_printf (out, "%s, rule %s\n", tarikh_event_status_get_name (event->status),
                          event->rule != NULL ? event->rule : "unknown");
  append_names (out, "who", event->who);
  append_names (out, "where", event->where);
  append_salience (out, event);
  append_notes (out, event);
  append_tellings (out, chronology, event);
  append_sources (out, chronology, event);
  return g_string_free (out, FALSE);
}
