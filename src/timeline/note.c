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

/* The notes of drawing that are doubts, or that are not. (transfer full) array of char* */
static GPtrArray *
word_drawing (const TarikhTimeline *timeline, gboolean doubts)
{
  const GPtrArray *notes = timeline->measure != NULL ? tarikh_layout_measure_get_notes (timeline->measure) : NULL;
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; notes != NULL && i < notes->len; i++) {
    const TarikhNote *note = g_ptr_array_index (notes, i);
    gboolean is_doubt = tarikh_base_note_get_level (note->code) == TARIKH_NOTE_LEVEL_DOUBT;
    if (is_doubt == doubts)
      g_ptr_array_add (words, g_strdup_printf ("drawing: %s (%s)", tarikh_base_note_get_text (note->code), note->detail));
  }
  return words;
}

char **
tarikh_timeline_get_notes (const TarikhTimeline *timeline)
{
  g_return_val_if_fail (timeline != NULL, NULL);

  GPtrArray *words = word_drawing (timeline, FALSE);
  for (guint i = 0; i < timeline->notes->len; i++)
    g_ptr_array_insert (words, (gint) i, g_strdup (g_ptr_array_index (timeline->notes, i)));
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

char **
tarikh_timeline_get_warnings (const TarikhTimeline *timeline)
{
  g_return_val_if_fail (timeline != NULL, NULL);

  GPtrArray *words = word_drawing (timeline, TRUE);
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}
