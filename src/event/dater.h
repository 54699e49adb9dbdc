/* event/dater: what the files share that find happenings: the candidates so far, and which clause has one. */
#pragma once

#include "event/room.h"

typedef struct {
  EventReader *reader;
  GArray *candidates;
  guint32 seen_sentence; /* the sentence that seen_time speaks of */
  gboolean seen_time;
  GArray
      *taken; /* guint32 a clause: the candidate of its verb, plus one; 0 when it has none, G_MAXUINT32 when its time is
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

static inline TarikhDay
dater_get_last_published (const EventReader *reader)
{
  return reader->reading->published.last;
}

/* days */
TarikhInterval tarikh_event_get_days (const EventReader *reader, const TarikhTimeExpr *expr);
gboolean tarikh_event_is_date (const EventReader *reader, const TarikhTimeExpr *expr);
gint tarikh_event_turn_weekday (const EventReader *reader, const EventClause *clause, const TarikhTimeExpr *expr);
TarikhInterval tarikh_event_take_days (const EventReader *reader, gint32 index, gint32 *last_index);
void tarikh_event_stretch_days (const EventReader *reader, const EventClause *clause, const TarikhTimeExpr *dated,
                                TarikhInterval *days);
/* telling */
gboolean tarikh_event_clause_tells (const EventReader *reader, const EventClause *clause);
gboolean tarikh_event_clause_acts (const EventReader *reader, const EventClause *clause);
gboolean tarikh_event_clause_is_empty (const EventReader *reader, const EventClause *clause);
gboolean tarikh_event_clause_is_state (const EventReader *reader, const EventClause *clause, guint flags);
gboolean tarikh_event_clause_is_condition (const EventClause *clause);
gboolean tarikh_event_clause_goes_on (const EventReader *reader, const EventClause *clause, guint32 index);
guint32 tarikh_event_find_completed (const EventReader *reader, const EventClause *child);
guint32 tarikh_event_find_telling (const EventReader *reader, guint32 index);
guint32 tarikh_event_find_dated_clause (const EventReader *reader, guint32 clause);
/* noun: happenings that a noun names */
guint32 tarikh_event_find_opening_noun (const EventReader *reader, guint32 index);
guint32 tarikh_event_find_noun_before (const EventReader *reader, guint32 token, guint32 limit, gboolean across_commas);
guint32 tarikh_event_find_witnessed (const EventReader *reader, const EventClause *clause);
gboolean tarikh_event_find_dated_back (const EventReader *reader, const EventClause *clause, guint32 token, guint32 *noun,
                                       guint32 *end);
gboolean tarikh_event_belongs_to_noun (const EventReader *reader, guint32 noun, guint32 token);
gboolean tarikh_event_follows_participle (const EventReader *reader, guint32 token);
gboolean tarikh_event_hangs_on_temporal (const EventReader *reader, guint32 token);
gboolean tarikh_event_qualifies_noun (const EventReader *reader, guint32 token, const TarikhTimeExpr *expr);
void tarikh_event_date_noun (Dater *dater, guint32 clause_index, guint32 noun, gint32 index, TarikhInterval days,
                             const char *rule);
/* date: happenings with a time of their own */
void tarikh_event_date_times (Dater *dater);
/* offset: happenings told by their distance from another */
gboolean tarikh_event_is_distance (const EventReader *reader, const TarikhTimeExpr *expr);
void tarikh_event_date_distances (Dater *dater);
/* news: happenings told without a time */
void tarikh_event_date_news (Dater *dater);
void tarikh_event_add_candidate (Dater *dater, guint32 clause, EventCandidate candidate);
gboolean tarikh_event_is_news_clause (const EventReader *reader, const EventClause *clause);
gboolean tarikh_event_is_news_day (const Dater *dater, const EventCandidate *candidate);
gboolean tarikh_event_is_far_down (const EventReader *reader, const EventClause *clause);
gboolean tarikh_event_names_its_news (const EventReader *reader, const EventClause *clause);
guint32 tarikh_event_end_named_news (const EventReader *reader, guint32 index, guint32 noun);
gboolean tarikh_event_only_quotes (const EventReader *reader, guint32 index);
gboolean tarikh_event_sentence_has_time (Dater *dater, guint32 sentence);
gboolean tarikh_event_sentence_ends (const EventReader *reader, guint32 sentence);
/* lead: the news that a story opens with */
void tarikh_event_date_lead (Dater *dater);
/* context: what belongs to it */
void tarikh_event_date_beside (Dater *dater);
void tarikh_event_date_context (Dater *dater);
/* actor */
gboolean tarikh_event_has_actor (const EventReader *reader, const EventClause *clause);
/* status */
TarikhStatus tarikh_event_judge_status (const EventReader *reader, const EventClause *clause, TarikhInterval days);
