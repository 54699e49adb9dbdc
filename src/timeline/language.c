/* timeline/language: which tables read a story and word a timeline, and what follows from them for the page. */
#include "timeline/private.h"

#include <string.h>

const TarikhLexicon *
tarikh_timeline_choose_lexicon (const char *lang, const char *text, gsize length)
{
  const TarikhLexicon *lexicon = tarikh_lexicon_get (lang);

  if (lexicon == NULL)
    lexicon = tarikh_lexicon_get (tarikh_story_detect_language (text, length));
  if (lexicon == NULL)
    lexicon = tarikh_lexicon_get (tarikh_lexicon_get_languages ()[0]);
  return lexicon;
}

/* A timeline speaks the language of its first story. Its text is gone by now, so a language without tables is told by
 * the letters of what the chronology quotes. */
static const char *
get_language (const TarikhChronology *chronology, const TarikhLexicon **lexicon)
{
  const char *lang = "und", *sample = "";

  if (chronology->stories->len > 0)
    lang = ((const TarikhChronicleStory *) g_ptr_array_index (chronology->stories, 0))->lang;
  if (chronology->events->len > 0)
    sample = ((const TarikhChronicleEvent *) g_ptr_array_index (chronology->events, 0))->headline;
  *lexicon = tarikh_timeline_choose_lexicon (lang, sample, strlen (sample));
  return lang;
}

/* What nobody chose of digits and names of months is as the stories have it: those in the timeline's own language. */
static void
follow_stories (const TarikhChronology *chronology, TarikhDateStyle *dates)
{
  g_autoptr (TarikhDateCustom) custom = tarikh_time_custom_new (dates->lexicon);
  g_autoptr (GHashTable) foreign = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < chronology->stories->len; i++) {
    const TarikhChronicleStory *story = g_ptr_array_index (chronology->stories, i);
    const TarikhLexicon *lexicon = tarikh_lexicon_get (story->lang);
    if (lexicon != NULL && lexicon != dates->lexicon)
      g_hash_table_add (foreign, story->id);
  }
  for (guint i = 0; i < chronology->timexes->len; i++) {
    const TarikhChronicleTimex *timex = g_ptr_array_index (chronology->timexes, i);
    if (!g_hash_table_contains (foreign, timex->story))
      tarikh_time_custom_add (custom, timex->text);
  }
  tarikh_time_custom_settle (custom, dates);
}

TarikhLayoutOptions
tarikh_timeline_get_layout_options (const TarikhTimeline *timeline)
{
  const TarikhTimelineOptions *options = timeline->options;
  TarikhLayoutOptions layout = { .kind = options->layout,
                                 .axis = options->axis,
                                 .page_width_mm = options->page_width_mm,
                                 .page_height_mm = options->page_height_mm,
                                 .orientation = options->orientation,
                                 .title = options->title,
                                 .as_of = TARIKH_DAY_NONE };

  layout.dates
      = (TarikhDateStyle){ .calendar = options->calendar, .digits = options->digits, .months = options->months };
  get_language (timeline->chronology, &layout.dates.lexicon);
  follow_stories (timeline->chronology, &layout.dates);
  return layout;
}

TarikhMeasure *
tarikh_timeline_create_measure (const TarikhTimeline *timeline, GError **error)
{
  const TarikhTimelineOptions *options = timeline->options;
  const TarikhLexicon *lexicon = NULL;
  const char *lang = get_language (timeline->chronology, &lexicon);
  const char *const *fonts = options->fonts != NULL ? (const char *const *) options->fonts->pdata : NULL;
  gboolean right_to_left = g_strcmp0 (tarikh_lexicon_get_message (lexicon, "direction"), "rtl") == 0;

  TarikhMeasure *measure = tarikh_layout_measure_new (fonts, right_to_left, lang, error);
  if (measure != NULL && options->allow_missing)
    tarikh_layout_measure_allow_missing (measure);
  return measure;
}
