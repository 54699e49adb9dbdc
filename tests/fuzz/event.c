/* fuzz/event: any text → time expressions and events, in either language, with and without a publication date (the
 * first byte chooses). Checks that expressions stand in order and do not overlap, that days are in order, and that every
 * event points into the text. */
#include "fuzz.h"

#include "event/event.h"

static void
check_span (const TarikhStory *story, TarikhSpan span)
{
  g_assert_cmpuint (span.start, <, span.end);
  g_assert_cmpuint (span.end, <=, story->text_length);
  g_assert_true (g_utf8_validate (story->text + span.start, span.end - span.start, NULL));
}

static void
check_days (TarikhInterval days)
{
  if (tarikh_base_interval_is_known (days))
    g_assert_cmpint (days.first, <=, days.last);
}

static void
check_reading (const TarikhStory *story, const TarikhTimeReading *reading)
{
  guint32 last = 0;

  for (guint i = 0; i < reading->exprs->len; i++) {
    const TarikhTimeExpr *expr = reading->exprs->pdata[i];
    g_assert_cmpuint (expr->span.start, >=, last);
    check_span (story, expr->span);
    check_days (expr->days);
    g_assert_nonnull (expr->value);
    g_assert_true (g_str_is_ascii (expr->value));
    last = expr->span.end;
  }
  check_days (reading->published);
}

static void
check_events (const TarikhStory *story, const TarikhTimeReading *reading, GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++) {
    const TarikhEvent *event = events->pdata[i];
    check_days (event->days);
    g_assert_cmpint (event->time_expr, >=, -1);
    g_assert_cmpint (event->time_expr, <, (gint) reading->exprs->len);
    g_assert_true (event->salience >= 0 && event->salience <= 1);
    g_assert_true (g_utf8_validate (event->headline, -1, NULL));
    for (guint j = 0; j < event->spans->len; j++)
      check_span (story, g_array_index (event->spans, TarikhSpan, j));
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  if (size == 0)
    return 0;
  TarikhStoryDefaults defaults = { .published = TARIKH_DAY_NONE, .published_minute = -1 };
  defaults.lang = (data[0] & 1) != 0 ? "ar" : (data[0] & 2) != 0 ? "en" : NULL;
  if ((data[0] & 4) != 0)
    defaults.published = tarikh_base_day_from_date (2024, 6, 20);
  g_autoptr (TarikhStory) story
      = tarikh_story_new_from_text ("x.txt", "s1", (const char *) data + 1, size - 1, &defaults, NULL);
  if (story == NULL)
    return 0;
  g_autoptr (TarikhText) text = tarikh_text_new (story->text, story->text_length);
  const TarikhLexicon *lexicon = tarikh_lexicon_get (story->lang);
  if (lexicon == NULL) /* a language without tables is read with those of another */
    lexicon = tarikh_lexicon_get ("ar");
  g_autoptr (TarikhTimeReading) reading = tarikh_time_read (story, text, lexicon);
  check_reading (story, reading);
  g_autoptr (GPtrArray) events = tarikh_event_read (story, text, reading, lexicon);
  check_events (story, reading, events);
  return 0;
}
