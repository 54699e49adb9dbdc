/* chronology/order: the order of events on paper, and their numbers. */
#include "chronology/telling.h"

#include <string.h>

gint
tarikh_chronology_event_compare (const TarikhChronicleEvent *a, const TarikhChronicleEvent *b)
{
  if ((a->start == TARIKH_DAY_NONE) != (b->start == TARIKH_DAY_NONE))
    return a->start == TARIKH_DAY_NONE ? 1 : -1;
  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  if (a->end != b->end)
    return a->end < b->end ? -1 : 1;
  if (a->salience != b->salience)
    return a->salience > b->salience ? -1 : 1;
  return 0;
}

typedef struct {
  TarikhChronicleEvent *event;
  TarikhTelling telling;
  guint32 index;
} Entry;

static gint
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;
  gint order = tarikh_chronology_event_compare (x->event, y->event);

  return order != 0 ? order : x->index < y->index ? -1 : x->index > y->index;
}

void
tarikh_chronology_order (TarikhChronology *chronology)
{
  GArray *tellings = tarikh_chronology_tellings_get (chronology)->tellings;
  guint n = chronology->events->len;
  g_autofree Entry *entries = g_new (Entry, MAX (n, 1u));

  for (guint i = 0; i < n; i++)
    entries[i] = (Entry){ g_ptr_array_index (chronology->events, i), g_array_index (tellings, TarikhTelling, i), i };
  qsort (entries, n, sizeof *entries, compare_entries);
  for (guint i = 0; i < n; i++) {
    TarikhChronicleEvent *event = entries[i].event;
    chronology->events->pdata[i] = event;
    g_array_index (tellings, TarikhTelling, i) = entries[i].telling;
    g_free (event->id);
    event->id = g_strdup_printf ("e%u", i + 1);
  }
}
