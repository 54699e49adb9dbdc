/* event/candidate: the happenings of a story before they are worded: those with a time first, then what is told without. */
#include "event/dater.h"

void
tarikh_event_find_candidates (EventReader *reader, GArray *candidates)
{
  Dater d = { .reader = reader, .candidates = candidates, .seen_sentence = G_MAXUINT32 };

  d.taken = g_array_sized_new (FALSE, TRUE, sizeof (guint32), reader->clauses->len);
  g_array_set_size (d.taken, reader->clauses->len);
  tarikh_event_date_times (&d);
  tarikh_event_date_news (&d);
  g_array_unref (d.taken);
}
