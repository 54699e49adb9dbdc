/* time/context: what an expression is resolved against: the day of writing, the tale so far, the words round it. Private. */
#pragma once

#include "time/hijri.h"
#include "time/phrase.h"
#include "time/point.h"

/* SAID: a perfect of saying: when it was said is past, what was said may be of any time. PRESENT: a bare imperfect of
 * doing, which may tell what is to come. */
typedef enum { TENSE_NONE, TENSE_SAID, TENSE_PAST, TENSE_PRESENT, TENSE_FUTURE } Tense;

/* The last date that the text told: what "the same day" and "two years later" count from. */
typedef struct {
  TarikhDay day; /* its first day; TARIKH_DAY_NONE: nothing told yet */
  TarikhGrain grain;
  gint minute; /* or -1 */
  guint32 token;
  gboolean explicit_year; /* the year was written out */
  gboolean hijri;         /* told in the Hijri calendar alone */
  gboolean since;         /* told as "since …": where a stretch began, not where the tale stands */
} Tale;

enum { CONTEXT_YEAR_SLOTS = 13 * 32 };

typedef struct {
  const TarikhText *text;
  const TarikhLexicon *lexicon;
  const Atom *atoms;
  Hijri *hijri;
  TarikhDay ref;   /* the day of writing; TARIKH_DAY_NONE when unknown */
  gint ref_minute; /* or -1 */
  Tale tale;
  Tale told;       /* the last day or month told with its year: a bare year in passing does not end it */
  gint16 told_years[CONTEXT_YEAR_SLOTS]; /* month * 32 + day → the year last told with it; 0 none */
  TarikhDay told_weekdays[8];            /* the last day told in full that was this weekday; TARIKH_DAY_NONE none */
  TarikhDay event_day;                   /* of the event that the offset being resolved counts from; else NONE */
  TarikhDay reached_day;                 /* where that offset leads, told just before it; else NONE */
  GArray *impossible;                    /* TarikhSpan: dates that no calendar has; NULL while nobody asks */
  guint8 *tenses; /* token → what it says of the tense, once somebody asked (see tense.c); NULL: nothing is kept */
} Context;

/* What an expression resolves to. */
typedef struct {
  TarikhTimeType type;
  TarikhTimeMod mod;
  guint flags;
  char value[64];
  TarikhInterval days;
  gint minute;
  Point point; /* what it names, before part of day and clock; grain NONE when off the calendar */
  gboolean explicit_year;
  gboolean hijri; /* told in the Hijri calendar alone */
  gboolean full; /* a day with its month, a weekday with last or next: what a bare weekday after it may mean */
  gboolean doubt;              /* two readings were open */
  gboolean impossible;         /* no such day */
  gboolean calendars_disagree; /* the Hijri date told with it is more than a day off */
  gboolean contradicts;        /* the weekday is not that day's */
} Resolved;

/* The atom that ends where TOKEN begins and has class CLASS_ID, or NULL. */
const TarikhLexeme *tarikh_time_context_before (const Context *context, guint32 token, TarikhLexiconClass class_id);
/* The meaning of class CLASS_ID of the atom at TOKEN, or NULL (also past the end). */
const TarikhLexeme *tarikh_time_context_at (const Context *context, guint32 token, TarikhLexiconClass class_id);
/* TRUE when a preposition of time or place stands before TOKEN or is glued to it. */
gboolean tarikh_time_context_has_preposition (const Context *context, guint32 token);
/* ---- time/tense ---- */

/* Which way the words round the expression FIRST..END point. */
Tense tarikh_time_context_get_tense (const Context *context, guint32 first, guint32 end);
/* TRUE when TOKEN stands in a pluperfect: "he had announced that … will stop from Saturday on" may be over by now. */
gboolean tarikh_time_context_is_pluperfect (const Context *context, guint32 token);
/* TRUE when a verb of doing in the perfect stands right before TOKEN, a few small words apart: "he reached it in March". */
gboolean tarikh_time_context_follows_deed (const Context *context, guint32 token);
/* TRUE when the last verb shortly before TOKEN is a perfect of lasting: "the talks went on to Saturday". */
gboolean tarikh_time_context_follows_stay (const Context *context, guint32 token);
/* TRUE when a present-tense verb of being or meaning stands right before TOKEN: "seems today" means nowadays. */
gboolean tarikh_time_context_follows_state (const Context *context, guint32 token);
/* ---- the tale ---- */

/* TRUE when TALE was told at most SENTENCES before TOKEN. */
gboolean tarikh_time_context_is_near (const Context *context, const Tale *tale, guint32 token, guint sentences);
/* TRUE when the tale was told near enough to TOKEN to be what it counts from. */
gboolean tarikh_time_context_tale_is_near (const Context *context, guint32 token, guint sentences);
/* Takes RESOLVED, told at TOKEN, into the tale. */
void tarikh_time_context_tell (Context *context, const Resolved *resolved, guint32 token);
/* The first day of the tale when it has one, else the day of writing. */
TarikhDay tarikh_time_context_get_tale_day (const Context *context);
