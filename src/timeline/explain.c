/* timeline/explain: why the events of a timeline stand as they do, for people. The words are the chronology's; here they are
 * only found by the events' ids. */
#include "timeline/private.h"

#include <string.h>

static void
append_event (GString *text, const TarikhChronology *chronology, guint index)
{
  g_autofree char *explained = tarikh_chronology_explain (chronology, index);

  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", explained);
}

static void
complain (const TarikhChronology *chronology, const char *event, GError **error)
{
  g_autofree char *printable = tarikh_base_printable (event);
  guint n = chronology->events->len;
  g_autofree char *known = n > 1 ? g_strdup_printf ("e1 to e%u, or all", n) : g_strdup (n == 1 ? "only e1" : "there is none");

  g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_USAGE, "explain: no event \"%s\": %s", printable, known);
}

char *
tarikh_timeline_explain (TarikhTimeline *timeline, const char *event, GError **error)
{
  g_return_val_if_fail (timeline != NULL && event != NULL, NULL);
  const TarikhChronology *chronology = tarikh_timeline_settle (timeline);
  gboolean all = strcmp (event, "all") == 0, found = all;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < chronology->events->len; i++) {
    const TarikhChronicleEvent *candidate = g_ptr_array_index (chronology->events, i);
    if (all || strcmp (candidate->id, event) == 0) {
      append_event (text, chronology, i);
      found = TRUE;
    }
  }
  if (!found) {
    complain (chronology, event, error);
    return NULL;
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
