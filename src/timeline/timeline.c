/* timeline: the whole way from a story to a drawn timeline, on one screen. Read this first. Each step is a room; this
 * file only hands each room's product to the next. Which inputs there are is in input.c, what options mean in
 * options.c. */
#include "timeline/private.h"

#include <string.h>

/* Story → TimeExpr[] → Event[] → Chronology */
void
tarikh_timeline_read_story (TarikhTimeline *timeline, const TarikhStory *story)
{
  const TarikhLexicon *lexicon = tarikh_timeline_choose_lexicon (story->lang, story->text, story->text_length);
  g_autoptr (TarikhText) text = tarikh_text_new (story->text, story->text_length);
  g_autoptr (TarikhTimeReading) reading = tarikh_time_read (story, text, lexicon);
  g_autoptr (GPtrArray) events = tarikh_event_read (story, text, reading, lexicon);

  tarikh_chronology_add (timeline->chronology, story, reading, events);
  tarikh_timeline_keep_notes (timeline->notes, story, reading);
}

/* Chronology: each event told once, in order, and no more of them than was asked for */
const TarikhChronology *
tarikh_timeline_settle (TarikhTimeline *timeline)
{
  const TarikhTimelineOptions *options = timeline->options;

  if (!timeline->settled) {
    tarikh_chronology_settle (timeline->chronology);
    tarikh_chronology_select (timeline->chronology, options->from, options->to, options->max_events);
    timeline->settled = TRUE;
  }
  return timeline->chronology;
}

char *
tarikh_timeline_to_json (TarikhTimeline *timeline, gboolean compact)
{
  g_return_val_if_fail (timeline != NULL, NULL);

  tarikh_timeline_settle (timeline);
  tarikh_timeline_fill_titles (timeline);
  return tarikh_chronology_to_json (timeline->chronology, compact);
}

gboolean
tarikh_timeline_write_json (TarikhTimeline *timeline, gboolean compact, TarikhTimelineWrite write, gpointer data)
{
  g_return_val_if_fail (timeline != NULL && write != NULL, FALSE);

  tarikh_timeline_settle (timeline);
  tarikh_timeline_fill_titles (timeline);
  return tarikh_chronology_write_json (timeline->chronology, compact, write, data);
}

/* Chronology → Layout; kept for the formats that follow */
static gboolean
lay_out (TarikhTimeline *timeline, GError **error)
{
  const TarikhTimelineOptions *options = timeline->options;
  const TarikhChronology *chronology = tarikh_timeline_settle (timeline);
  TarikhLayoutOptions layout_options = tarikh_timeline_get_layout_options (timeline);

  if (timeline->style == NULL)
    timeline->style = tarikh_style_load (options->style, options->styles_directory, error);
  if (timeline->style != NULL && timeline->measure == NULL)
    timeline->measure = tarikh_timeline_create_measure (timeline, error);
  if (timeline->measure != NULL && timeline->layout == NULL)
    timeline->layout = tarikh_layout_new (chronology, timeline->style, timeline->measure, &layout_options, error);
  return timeline->layout != NULL;
}

static GBytes *
draw_boxes (TarikhTimeline *timeline)
{
  char *json = tarikh_layout_to_json (timeline->layout, timeline->chronology);

  return g_bytes_new_take (json, strlen (json));
}

/* Chronology → Table; Layout and Table → HTML */
static GBytes *
draw_page (TarikhTimeline *timeline, const TarikhDrawOptions *options, GError **error)
{
  TarikhLayoutOptions layout_options = tarikh_timeline_get_layout_options (timeline);
  g_autoptr (TarikhTable) table = tarikh_layout_table_new (timeline->chronology, &layout_options);

  return tarikh_draw_html (timeline->layout, table, timeline->measure, options, error);
}

/* Layout → PDF · SVG · PNG · HTML · boxes */
GBytes *
tarikh_timeline_draw (TarikhTimeline *timeline, TarikhTimelineFormat format, GError **error)
{
  g_return_val_if_fail (timeline != NULL, NULL);

  if (!lay_out (timeline, error))
    return NULL;
  TarikhDrawOptions options = tarikh_timeline_get_draw_options (timeline);
  switch (format) {
  case TARIKH_TIMELINE_PDF: return tarikh_draw_pdf (timeline->layout, timeline->measure, &options, error);
  case TARIKH_TIMELINE_SVG: return tarikh_draw_svg (timeline->layout, timeline->measure, &options, error);
  case TARIKH_TIMELINE_PNG: return tarikh_draw_png (timeline->layout, timeline->measure, &options, error);
  case TARIKH_TIMELINE_LAYOUT_JSON: return draw_boxes (timeline);
  case TARIKH_TIMELINE_HTML: return draw_page (timeline, &options, error);
  }
  g_return_val_if_reached (NULL);
}

TarikhTimeline *
tarikh_timeline_new (const TarikhTimelineOptions *options)
{
  g_return_val_if_fail (options != NULL, NULL);

  TarikhTimeline *timeline = g_new0 (TarikhTimeline, 1);
  timeline->options = options;
  timeline->chronology = tarikh_chronology_new ();
  timeline->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  timeline->notes = g_ptr_array_new_with_free_func (g_free);
  return timeline;
}

TarikhTimeline *
tarikh_timeline_new_told (const TarikhTimelineOptions *options, TarikhChronology *chronology)
{
  TarikhTimeline *timeline = tarikh_timeline_new (options);

  tarikh_chronology_free (timeline->chronology);
  timeline->chronology = chronology;
  timeline->settled = TRUE;
  return timeline;
}

void
tarikh_timeline_free (TarikhTimeline *timeline)
{
  if (timeline == NULL)
    return;
  tarikh_layout_free (timeline->layout);
  tarikh_layout_measure_free (timeline->measure);
  tarikh_style_free (timeline->style);
  tarikh_chronology_free (timeline->chronology);
  g_hash_table_unref (timeline->ids);
  g_ptr_array_unref (timeline->notes);
  g_free (timeline);
}
