/* event/dater: what the files share that find happenings: the candidates so far, and which clause has one. */
#pragma once

#include "event/room.h"

typedef struct {
  EventReader *reader;
  GArray *candidates;
  guint32 seen_sentence; /* the sentence that seen_time speaks of */
  gboolean seen_time;
  GArray *taken; /* guint32 a clause: the candidate of its verb, plus one; 0 when it has none, G_MAXUINT32 when its time is
                    another's */
} Dater;

static inline guint32 *
dater_get_taken (Dater *d, guint32 clause)
{
  return &g_array_index (d->taken, guint32, clause);
}

static inline const TarikhTimeExpr *
dater_get_expr (const EventReader *reader, gint32 index)
{
  return reader->reading->exprs->pdata[index];
}

/* date: happenings with a time of their own */
gboolean tarikh_event_is_date (const TarikhTimeExpr *expr);
gboolean tarikh_event_clause_tells (const EventReader *reader, const EventClause *clause);
guint32 tarikh_event_find_telling (const EventReader *reader, guint32 index);
void tarikh_event_date_times (Dater *dater);
/* news: happenings told without a time */
void tarikh_event_date_news (Dater *dater);
/* status */
TarikhStatus tarikh_event_judge_status (const EventReader *reader, const EventClause *clause, TarikhInterval days);
