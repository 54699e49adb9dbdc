/* chronology/add: what was read in one story, or in another chronology, joins the chronology. Byte spans become code
 * points here; what is needed is copied. Never merges. */
#include "chronology/telling.h"

#include <string.h>

static TarikhChronicleStory *
copy_story (const TarikhStory *story, const TarikhTimeReading *reading)
{
  TarikhChronicleStory *copy = g_new (TarikhChronicleStory, 1);
  TarikhDay first = reading->published.first, last = reading->published.last, published = story->published;

  if (published == TARIKH_DAY_NONE && first != TARIKH_DAY_NONE && first == last)
    published = first;
  *copy = (TarikhChronicleStory){ .id = g_strdup (story->id),
                                  .source = g_strdup (story->source),
                                  .title = g_strdup (story->title),
                                  .lang = g_strdup (story->lang),
                                  .outlet = g_strdup (story->outlet),
                                  .url = g_strdup (story->url),
                                  .published = published,
                                  .published_by = reading->published_by,
                                  .published_from = story->published != TARIKH_DAY_NONE ? published : first,
                                  .published_to = story->published != TARIKH_DAY_NONE ? published : last };
  return copy;
}

/* A span inside the text, whatever it was. */
static TarikhSpan
inside (TarikhSpan span, gsize length)
{
  span.end = (guint32) MIN (span.end, length);
  span.start = MIN (span.start, span.end);
  return span;
}

/* What the story's parts need while they are copied. */
typedef struct {
  const TarikhStory *story;
  const char *id; /* the story's in this chronology */
  const TarikhOffsets *offsets;
  guint first_timex;
} Copying;

static void
add_timex (TarikhChronology *chronology, const Copying *copying, const TarikhTimeExpr *expr)
{
  const TarikhStory *story = copying->story;
  TarikhSpan span = inside (expr->span, story->text_length);
  TarikhChronicleTimex *timex = tarikh_chronology_timex_new (
    copying->id, story->text + span.start, span.end - span.start, expr->value != NULL ? expr->value : "");

  timex->start = tarikh_text_offsets_get_code_point (copying->offsets, span.start);
  timex->end = tarikh_text_offsets_get_code_point (copying->offsets, span.end);
  timex->type = expr->type;
  timex->mod = expr->mod;
  timex->from = expr->days.first;
  timex->to = expr->days.last;
  timex->rule = expr->rule;
  g_ptr_array_add (chronology->timexes, timex);
}

static void
add_sources (TarikhChronicleEvent *copy, const Copying *copying, const GArray *spans)
{
  const TarikhStory *story = copying->story;

  for (guint i = 0; i < spans->len; i++) {
    TarikhSpan span = inside (g_array_index (spans, TarikhSpan, i), story->text_length);
    guint32 start = tarikh_text_offsets_get_code_point (copying->offsets, span.start);
    guint32 end = tarikh_text_offsets_get_code_point (copying->offsets, span.end);
    g_ptr_array_add (copy->sources, tarikh_chronology_source_new (copying->id, start, end, story->text + span.start,
                                                                  span.end - span.start));
  }
}

static void
copy_names (GPtrArray *to, const GPtrArray *from)
{
  for (guint i = 0; from != NULL && i < from->len; i++)
    g_ptr_array_add (to, g_strdup (g_ptr_array_index (from, i)));
}

static void
add_event (TarikhChronology *chronology, const Copying *copying, const TarikhEvent *event)
{
  TarikhChronicleEvent *copy = tarikh_chronology_event_new ();
  if (tarikh_base_interval_is_known (event->days)) { /* half a date is none: its day would be an invention */
    copy->start = event->days.first;
    copy->end = event->days.last;
  }
  copy->value = g_strdup (event->value);
  copy->dated_by = event->dated_by;
  copy->status = event->status;
  copy->salience = CLAMP (event->salience, 0.0, 1.0);
  copy->approximate = event->approximate;
  copy->headline = g_strdup (event->headline != NULL ? event->headline : "");
  copy->rule = event->rule;
  copy->timex = event->time_expr >= 0 ? (gint) copying->first_timex + event->time_expr : -1;
  copy_names (copy->who, event->who);
  copy_names (copy->where, event->where);
  add_sources (copy, copying, event->spans);
  g_ptr_array_add (chronology->events, copy);
}

void
tarikh_chronology_add (TarikhChronology *chronology, const TarikhStory *story, const TarikhTimeReading *reading,
                       GPtrArray *events)
{
  g_return_if_fail (chronology != NULL && story != NULL && reading != NULL && events != NULL);
  TarikhTellings *tellings = tarikh_chronology_tellings_get (chronology);
  g_autoptr (TarikhOffsets) offsets = tarikh_text_offsets_new (story->text, story->text_length);
  TarikhChronicleStory *teller = copy_story (story, reading);
  guint32 index = chronology->stories->len;

  gboolean alone = index == 0 && chronology->events->len == 0;

  tarikh_chronology_take_story (chronology, teller);
  if (alone) {
    tarikh_chronology_tellings_keep_first (tellings, story, events);
  } else {
    tarikh_chronology_tellings_tell_first (tellings);
    g_array_index (tellings->sketches, TarikhSketch, index)
      = tarikh_chronology_sketch_of (story->text, story->text_length);
  }
  Copying copying = { story, teller->id, offsets, chronology->timexes->len };
  for (guint i = 0; i < reading->exprs->len; i++)
    add_timex (chronology, &copying, g_ptr_array_index (reading->exprs, i));
  for (guint i = 0; i < events->len; i++) {
    const TarikhEvent *event = g_ptr_array_index (events, i);
    add_event (chronology, &copying, event);
    tarikh_chronology_tellings_add_event (tellings, index, story, event, !alone);
  }
}
