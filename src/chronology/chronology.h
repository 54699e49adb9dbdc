/* chronology: all events of all stories in order of time, told once, with every source. JSON in and out. */
#pragma once

#include "event/event.h"

/* Strings are owned and freed one by one, unless PACKED: then they stand in the struct's own block (what this room makes;
 * a struct made by hand leaves it FALSE). */

/* Offsets are code points here: this is what goes outside, and what comes back without the stories' texts. */
typedef struct {
  char *story; /* story id */
  guint32 start, end;
  char *text;
  gboolean packed;
} TarikhSource;

typedef struct {
  char *id, *source, *title, *lang, *outlet, *url; /* NULL when absent, but id, source and lang */
  TarikhDay published;                             /* NONE when unknown */
  TarikhPublishedBy published_by;
  TarikhDay published_from, published_to; /* NONE when unbounded */
} TarikhChronicleStory;

typedef struct {
  char *story;
  guint32 start, end;
  char *text;
  TarikhTimeType type;
  char *value;
  TarikhTimeMod mod;
  TarikhDay from, to; /* NONE when not on the calendar */
  gboolean packed;
} TarikhChronicleTimex;

/* A doubt about an event, for people: the note's code and what was found ("2018-03-05 (s3, s7)"). */
typedef struct {
  TarikhNoteCode code;
  char *detail; /* or NULL */
} TarikhChronicleNote;

typedef struct {
  char *id; /* e1, e2 … */
  TarikhDay start, end; /* NONE when undated */
  char *value;          /* or NULL */
  TarikhDatedBy dated_by;
  TarikhStatus status;
  double salience;
  gboolean approximate;
  char *headline;
  GPtrArray *who, *where; /* char*, owned */
  GPtrArray *sources;     /* TarikhSource*, owned, best first */
  GPtrArray *notes;       /* TarikhChronicleNote*, owned; NULL when there are none */
  guint witnesses;        /* how many independent stories tell it (copies of a wire story count once); 0 before settling */
  const char *rule;       /* which rule of the event room made what is shown; static; NULL when read from JSON */
  gint timex;             /* index into the chronology's timexes of the expression that dates it, or -1 */
} TarikhChronicleEvent;

typedef struct _TarikhTellings TarikhTellings; /* private: what settling and selecting need to know */

typedef struct {
  GPtrArray *stories; /* TarikhChronicleStory*, owned */
  GPtrArray *timexes; /* TarikhChronicleTimex*, owned, in order of story and place */
  GPtrArray *events;  /* TarikhChronicleEvent*, owned, in order of time, undated last */
  TarikhTellings *tellings; /* private; NULL is fine */
} TarikhChronology;

TarikhChronology *tarikh_chronology_new (void);
void tarikh_chronology_free (TarikhChronology *chronology);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhChronology, tarikh_chronology_free)

/* The nouns one by one, for whoever fills a chronology by hand. Strings and lists start empty, days NONE, timex -1. */
TarikhChronicleEvent *tarikh_chronology_event_new (void);
void tarikh_chronology_event_free (TarikhChronicleEvent *event);
/* Copies its strings. (transfer full) */
TarikhSource *tarikh_chronology_source_new (const char *story, guint32 start, guint32 end, const char *text,
                                            gsize text_length);
void tarikh_chronology_source_free (TarikhSource *source);

/* Adds what was read in one story; nothing is kept of STORY afterwards (memory does not hold the texts). */
void tarikh_chronology_add (TarikhChronology *chronology, const TarikhStory *story, const TarikhTimeReading *reading,
                            GPtrArray *events);
/* Adds the content of OTHER (read from JSON), which is emptied; clashing ids are renumbered. Settling afterwards never
 * merges two events of OTHER with each other: whoever wrote that file had told them apart. */
void tarikh_chronology_absorb (TarikhChronology *chronology, TarikhChronology *other);
/* Merges what several places tell, orders by time, numbers the events e1… Call once after the last add. Where stories
 * date one happening differently, the better supported date is shown and the event carries a DATES_DISAGREE note. */
void tarikh_chronology_settle (TarikhChronology *chronology);
/* Keeps events that touch FROM..TO (either may be TARIKH_DAY_NONE), then the MAX_EVENTS (0: all) that tell the affair
 * best across its time, and numbers them anew. Deterministic. */
void tarikh_chronology_select (TarikhChronology *chronology, TarikhDay from, TarikhDay to, guint max_events);

/* The JSON of contract.md, keys in its order, two-space indent, or one line when COMPACT. Ends with a line end. (transfer full) */
char *tarikh_chronology_to_json (const TarikhChronology *chronology, gboolean compact);
/* Reads what to_json wrote. NULL with TARIKH_ERROR_FORMAT "NAME:LINE: reason". */
TarikhChronology *tarikh_chronology_from_json (const char *name, const char *data, gsize length, GError **error);
/* TRUE when DATA is a JSON object with the key "tarikh" at its top. */
gboolean tarikh_chronology_is_json (const char *data, gsize length);
