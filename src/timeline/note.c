/* timeline/note: doubts about prose, worded for people: "NAME:LINE: what (detail)". */
#include "timeline/private.h"

static char *
word_note (const TarikhStory *story, const TarikhNote *note, guint line)
{
  const char *text = tarikh_base_note_get_text (note->code);

  return note->detail == NULL ? g_strdup_printf ("%s:%u: %s", story->source, line, text)
                              : g_strdup_printf ("%s:%u: %s (%s)", story->source, line, text, note->detail);
}

/* Notes come in order of place, so that lines are counted once; one that does not starts the count again. */
void
tarikh_timeline_keep_notes (GPtrArray *notes, const TarikhStory *story, const TarikhTimeReading *reading)
{
  gsize at = 0;
  guint line = 1;

  for (guint i = 0; i < reading->notes->len; i++) {
    const TarikhNote *note = g_ptr_array_index (reading->notes, i);
    gsize start = MIN (note->span.start, story->text_length);
    if (start < at) {
      at = 0;
      line = 1;
    }
    for (; at < start; at++)
      line += story->text[at] == '\n';
    g_ptr_array_add (notes, word_note (story, note, line));
  }
}

char **
tarikh_timeline_get_notes (const TarikhTimeline *timeline)
{
  g_return_val_if_fail (timeline != NULL, NULL);

  GStrvBuilder *builder = g_strv_builder_new ();
  for (guint i = 0; i < timeline->notes->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (timeline->notes, i));
  char **notes = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return notes;
}
