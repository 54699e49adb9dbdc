/* event/dump: names of the enumerations, freeing, and the stage dump that goldens compare. */
#include "event/event.h"

void
tarikh_event_free (TarikhEvent *event)
{
  if (event == NULL)
    return;
  g_free (event->value);
  g_free (event->headline);
  g_ptr_array_unref (event->who);
  g_ptr_array_unref (event->where);
  g_array_unref (event->spans);
  g_ptr_array_unref (event->keys);
  g_free (event);
}

const char *
tarikh_event_dated_by_get_name (TarikhDatedBy dated_by)
{
  static const char *const names[] = { "explicit", "dct", "context", "none" };

  return dated_by < G_N_ELEMENTS (names) ? names[dated_by] : "none";
}

const char *
tarikh_event_status_get_name (TarikhStatus status)
{
  static const char *const names[] = { "past", "ongoing", "planned", "hypothetical" };

  return status < G_N_ELEMENTS (names) ? names[status] : "past";
}

static void
dump_list (GString *out, const char *name, const GPtrArray *list)
{
  g_string_append_printf (out, "  %s:", name);
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (out, " [%s]", (const char *) list->pdata[i]);
  g_string_append_c (out, '\n');
}

static void
dump_event (GString *out, const TarikhEvent *event)
{
  g_autofree char *first = tarikh_base_day_to_iso (event->days.first);
  g_autofree char *last = tarikh_base_day_to_iso (event->days.last);

  g_string_append_printf (out, "%s..%s %s %s %s %s %.2f\n  headline: %s\n", first != NULL ? first : "-",
                          last != NULL ? last : "-", event->value != NULL ? event->value : "-",
                          tarikh_event_dated_by_get_name (event->dated_by),
                          tarikh_event_status_get_name (event->status), event->rule, event->salience, event->headline);
  dump_list (out, "who", event->who);
  dump_list (out, "where", event->where);
  g_string_append (out, "  spans:");
  for (guint i = 0; i < event->spans->len; i++) {
    TarikhSpan span = g_array_index (event->spans, TarikhSpan, i);
    g_string_append_printf (out, " %u-%u", span.start, span.end);
  }
  g_string_append_c (out, '\n');
}

char *
tarikh_event_dump (GPtrArray *events, const TarikhStory *story)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s: %u events\n", story->id != NULL ? story->id : "-", events->len);
  for (guint i = 0; i < events->len; i++)
    dump_event (out, events->pdata[i]);
  return g_string_free (out, FALSE);
}
