/* event: finds what happened in one story: the clause, its verb, who and where, which time belongs to it, and a headline
 * an editor would sign. Triggers, titles and places are tables of the lexicon. */
#pragma once

#include "time/time.h"

typedef enum {
  TARIKH_DATED_EXPLICIT, /* by a time expression of the text */
  TARIKH_DATED_DCT,      /* reported as current news */
  TARIKH_DATED_CONTEXT,  /* from another event */
  TARIKH_DATED_NONE
} TarikhDatedBy;

typedef enum {
  TARIKH_STATUS_PAST,
  TARIKH_STATUS_ONGOING,
  TARIKH_STATUS_PLANNED,
  TARIKH_STATUS_HYPOTHETICAL
} TarikhStatus;

typedef struct {
  TarikhInterval days;    /* ends TARIKH_DAY_NONE when undated */
  char *value;            /* TIMEX value of its date, or NULL */
  gboolean approximate;   /* told as "about" */
  TarikhDatedBy dated_by;
  TarikhStatus status;
  double salience;        /* 0..1 within its story */
  char *headline;         /* whole words of the story's language */
  GPtrArray *who;         /* char*, owned, as in the text */
  GPtrArray *where;
  GArray *spans;          /* TarikhSpan: clauses or sentences that tell it, the best first */
  gint time_expr;         /* index into the reading's exprs, or -1 */
  const char *rule;       /* which rule made it; static */
  GPtrArray *keys;        /* char*, owned: folded content words, for matching the same happening elsewhere */
} TarikhEvent;

/* The events of STORY in order of place. (transfer full) array of TarikhEvent*, owned. Never fails; linear in the text. */
GPtrArray *tarikh_event_read (const TarikhStory *story, const TarikhText *text, const TarikhTimeReading *reading,
                              const TarikhLexicon *lexicon);
void tarikh_event_free (TarikhEvent *event);
const char *tarikh_event_dated_by_get_name (TarikhDatedBy dated_by); /* "explicit" … */
const char *tarikh_event_status_get_name (TarikhStatus status);      /* "past" … */

/* One block an event, for goldens. (transfer full) */
char *tarikh_event_dump (GPtrArray *events, const TarikhStory *story);
