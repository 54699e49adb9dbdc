/* What the event tests share: a story of one's own with its times told by hand, so that they test this room alone. */
#pragma once

#include "event/event.h"

#include <string.h>

typedef struct {
  const char *phrase; /* as it stands in the text */
  const char *value;
  const char *first, *last; /* ISO days; NULL when not on the calendar */
  TarikhGrain grain;
  TarikhTimeType type;
  guint flags;
  const char *rule; /* NULL: of no matter */
} GivenTime;

#define DAY(phrase, day)                                                                                               \
  {                                                                                                                    \
    phrase, day, day, day, TARIKH_GRAIN_DAY, TARIKH_TIME_DATE, 0, NULL                                                       \
  }
#define YEAR(phrase, year)                                                                                             \
  {                                                                                                                    \
    phrase, year, year "-01-01", year "-12-31", TARIKH_GRAIN_YEAR, TARIKH_TIME_DATE, 0, NULL                                 \
  }

typedef struct {
  TarikhStory story;
  TarikhText *text;
  TarikhTimeReading reading;
  GPtrArray *events; /* TarikhEvent* */
} Read;

static inline TarikhTimeExpr *
new_time (const Read *read, const GivenTime *given, const char **from)
{
  const char *place = strstr (*from, given->phrase);
  TarikhTimeExpr *expr = g_new0 (TarikhTimeExpr, 1);

  g_assert_nonnull (place);
  expr->span.start = (guint32) (place - read->story.text);
  expr->span.end = expr->span.start + (guint32) strlen (given->phrase);
  expr->first_token = tarikh_text_find_token (read->text, expr->span.start);
  expr->end_token = tarikh_text_find_token (read->text, expr->span.end - 1) + 1;
  expr->type = given->type;
  expr->flags = given->flags;
  expr->rule = given->rule != NULL ? given->rule : "given";
  expr->value = g_strdup (given->value);
  expr->days = tarikh_base_interval_none ();
  if (given->first != NULL && tarikh_base_day_parse_iso (given->first, &expr->days.first)
      && tarikh_base_day_parse_iso (given->last, &expr->days.last))
    expr->days.grain = given->grain;
  *from = place + strlen (given->phrase);
  return expr;
}

static inline void
free_time (gpointer data)
{
  g_free (((TarikhTimeExpr *) data)->value);
  g_free (data);
}

/* Reads TEXT, published on PUBLISHED, with the N TIMES that stand in it in their order. */
static inline Read *
read_story (const char *text, const char *published, const GivenTime *times, guint n)
{
  Read *read = g_new0 (Read, 1);
  const char *from = text;
  TarikhDay day = TARIKH_DAY_NONE;

  read->story.id = (char *) "t";
  read->story.lang = (char *) "ar";
  read->story.text = (char *) text;
  read->story.text_length = strlen (text);
  read->text = tarikh_text_new (text, strlen (text));
  read->reading.exprs = g_ptr_array_new_with_free_func (free_time);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (read->reading.exprs, new_time (read, &times[i], &from));
  read->reading.published = tarikh_base_interval_none ();
  if (published != NULL && tarikh_base_day_parse_iso (published, &day))
    read->reading.published = tarikh_base_interval_of_day (day);
  read->story.published = day;
  read->events = tarikh_event_read (&read->story, read->text, &read->reading, tarikh_lexicon_get ("ar"));
  return read;
}

static inline void
free_read (Read *read)
{
  g_ptr_array_unref (read->events);
  g_ptr_array_unref (read->reading.exprs);
  tarikh_text_free (read->text);
  g_free (read);
}

static inline const TarikhEvent *
get_event (const Read *read, guint i)
{
  g_assert_cmpuint (i, <, read->events->len);
  return read->events->pdata[i];
}

static inline void
assert_days (const TarikhEvent *event, const char *first, const char *last)
{
  g_autofree char *a = tarikh_base_day_to_iso (event->days.first);
  g_autofree char *b = tarikh_base_day_to_iso (event->days.last);

  assert_string_equal (a, first);
  assert_string_equal (b, last);
}
