/* base/note: the table of doubts. */
#include "base/base.h"

static const struct {
  TarikhNoteLevel level;
  const char *text;
} notes[] = {
#define NOTE(code, level, text) { TARIKH_NOTE_LEVEL_##level, text },
#include "base/notes.def"
#undef NOTE
};

TarikhNote *
tarikh_base_note_new (TarikhNoteCode code, TarikhSpan span, const char *detail)
{
  TarikhNote *note = g_new (TarikhNote, 1);

  *note = (TarikhNote){ .code = code, .span = span, .detail = g_strdup (detail) };
  return note;
}

void
tarikh_base_note_free (TarikhNote *note)
{
  if (note == NULL)
    return;
  g_free (note->detail);
  g_free (note);
}

const char *
tarikh_base_note_get_text (TarikhNoteCode code)
{
  g_return_val_if_fail (code < TARIKH_NOTE_COUNT, "");
  return notes[code].text;
}

TarikhNoteLevel
tarikh_base_note_get_level (TarikhNoteCode code)
{
  g_return_val_if_fail (code < TARIKH_NOTE_COUNT, TARIKH_NOTE_LEVEL_INFO);
  return notes[code].level;
}
