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
  const char *rule;   /* name of the rule row that found it; static; NULL when read from JSON */
  gboolean packed;
} TarikhChronicleTimex;

/* A doubt about an event, for people: the note's code and what was found ("2018-03-05 (s3, s7)"). */
typedef struct {
  TarikhNoteCode code;
  char *detail; /* or NULL */
} TarikhChronicleNote;

/* What one story said of a merged event, before it was merged: for explaining. */
typedef struct {
  guint32 story; /* index into the chronology's stories */
  TarikhDay start, end;
  TarikhDatedBy dated_by;
  TarikhStatus status;
  gint timex;       /* as in the event */
  const char *rule; /* as in the event */
} TarikhChronicleTelling;

/* What an event's salience is made of. */
typedef enum {
  TARIKH_SALIENCE_OWN,       /* what its stories make of it */
  TARIKH_SALIENCE_WITNESSES, /* independent stories that tell it, or at least name its day */
  TARIKH_SALIENCE_CENTRE,    /* its words are those of the affair */
  TARIKH_SALIENCE_PRECISION, /* of its date */
  TARIKH_SALIENCE_SURENESS,  /* that it happened, and then */
  TARIKH_SALIENCE_NEARNESS,  /* to the days of the news */
  TARIKH_SALIENCE_PARTS
} TarikhSaliencePart;

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
  GArray *tellings;       /* TarikhChronicleTelling; NULL when one telling made it, or when read from JSON */
  guint16 parts[TARIKH_SALIENCE_PARTS]; /* thousandths, which add up to the salience; all 0 when it was not weighed */
  char *key;              /* the name it keeps for good, where somebody keeps one (a dossier); or NULL */
  gboolean pinned;        /* chosen before all others, whatever the number asked for */
  char *mark;             /* a word to be drawn beside it ("new"), worded by whoever knows why; or NULL */
  gboolean struck;        /* told no more: drawn crossed out */
} TarikhChronicleEvent;

typedef struct _TarikhTellings TarikhTellings; /* private: what settling and selecting need to know */

typedef struct {
  GPtrArray *stories; /* TarikhChronicleStory*, owned */
  GPtrArray *timexes; /* TarikhChronicleTimex*, owned, in order of story and place */
  GPtrArray *events;  /* TarikhChronicleEvent*, owned, in order of time, undated last */
  TarikhTellings *tellings; /* private; NULL is fine */
  gboolean compared;        /* the events' marks tell what has changed SINCE that day */
  TarikhDay since;
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

/* ---- kept outside and put back (keep.c): for a store, so that nothing is read twice ---- */

#define TARIKH_CHRONOLOGY_SKETCH_WORDS 32 /* numbers in a story's sketch */

/* What comparing needs of one event beside its days. WORDS: hashes, sorted, with their marks in the lowest bits. */
typedef struct {
  const guint32 *words;
  guint n_words;
  guint32 fingerprint; /* of the told text; 0: unknown */
  float weight;        /* what its own story makes of it, 0..1 */
  gboolean fresh;      /* told as the news of the day */
  gboolean afar;       /* its very day is named from afar: told from its dates, put_event does not read it */
} TarikhKept;

/* Makes what comparing with other stories needs of a story that was added alone. */
void tarikh_chronology_finish (TarikhChronology *chronology);
/* Of event INDEX, which add() put in; the words are borrowed. */
TarikhKept tarikh_chronology_get_kept (const TarikhChronology *chronology, guint index);
/* Of story INDEX: SKETCH_WORDS numbers, borrowed. */
const guint32 *tarikh_chronology_get_sketch (const TarikhChronology *chronology, guint index);
/* Puts back STORY (transfer full) with its sketch (NULL: none). Returns its index. */
guint tarikh_chronology_put_story (TarikhChronology *chronology, TarikhChronicleStory *story, const guint32 *sketch);
/* Puts back EVENT (transfer full) of story number STORY; KEPT is copied. */
void tarikh_chronology_put_event (TarikhChronology *chronology, TarikhChronicleEvent *event, guint story,
                                  const TarikhKept *kept);
TarikhChronicleStory *tarikh_chronology_story_new (const char *id, const char *source, const char *lang);
TarikhChronicleTimex *tarikh_chronology_timex_new (const char *story, const char *text, gsize text_length,
                                                   const char *value);
void tarikh_chronology_timex_free (TarikhChronicleTimex *timex);
/* Forgets the words that stand round the events: so one story alone is compared. */
void tarikh_chronology_drop_aside (TarikhChronology *chronology);

/* What a part must know of the whole that it was taken from. */
typedef struct {
  guint n_tellings;
  GHashTable *words; /* hash without marks → GUINT_TO_POINTER (tellings that have it << 1 | it names an action) */
  GArray *starts;    /* TarikhDay: the first days of all dated tellings, ascending */
} TarikhWhole;

/* The hash of a kept word without its marks; *ACTION: it names an action. */
guint32 tarikh_chronology_kept_word (guint32 word, gboolean *action);

/* Which events are one happening: a group number for each, counted from 0 in order of their first. WHOLE: the events are
 * but a part of that; NULL: they are all. JOINED: events of the same number other than 0 are one beforehand; or NULL. */
guint32 *tarikh_chronology_group (TarikhChronology *chronology, const TarikhWhole *whole, const guint32 *joined,
                                  guint *n_groups);
/* As settle, with groups that are known: events of the same number in GROUP_OF (0..N_GROUPS-1, none empty) are one, and
 * have KEYS of that number. */
void tarikh_chronology_settle_as (TarikhChronology *chronology, const guint32 *group_of, guint n_groups,
                                  const char *const *keys);
/* Takes out the events for which DROP says so; the ids stay. */
void tarikh_chronology_drop_events (TarikhChronology *chronology, gboolean (*drop) (const TarikhChronicleEvent *event,
                                                                                    gpointer data), gpointer data);
/* Puts the events in order and numbers them again, after somebody has changed dates. */
void tarikh_chronology_reorder (TarikhChronology *chronology);
/* Which story each is a copy of (itself when of none). (transfer full) */
guint32 *tarikh_chronology_list_copies (TarikhChronology *chronology);

/* The names that the schema and JSON give to enumerated things, and back: -1 when there is no such name. */
const char *tarikh_chronology_published_by_get_name (TarikhPublishedBy published_by); /* "given" … */
gint tarikh_chronology_published_by_from_name (const char *name);
gint tarikh_chronology_time_type_from_name (const char *name);
gint tarikh_chronology_time_mod_from_name (const char *name);
gint tarikh_chronology_dated_by_from_name (const char *name);
gint tarikh_chronology_status_from_name (const char *name);

/* Why event INDEX stands as it does, for people, several lines: its date and what gave it, the rules, every telling and
 * sentence, the doubts, what its salience is made of. (transfer full) */
char *tarikh_chronology_explain (const TarikhChronology *chronology, guint index);
/* "own" … */
const char *tarikh_chronology_salience_part_get_name (TarikhSaliencePart part);

/* The JSON of contract.md, keys in its order, two-space indent, or one line when COMPACT. Ends with a line end. (transfer full) */
char *tarikh_chronology_to_json (const TarikhChronology *chronology, gboolean compact);
/* Takes LENGTH bytes; FALSE: it wants no more. */
typedef gboolean (*TarikhChronologyWrite) (const char *bytes, gsize length, gpointer data);
/* The same in pieces, never held as a whole. FALSE when WRITE wanted no more. */
gboolean tarikh_chronology_write_json (const TarikhChronology *chronology, gboolean compact,
                                       TarikhChronologyWrite write, gpointer data);
/* Reads what to_json wrote. NULL with TARIKH_ERROR_FORMAT "NAME:LINE: reason". */
TarikhChronology *tarikh_chronology_from_json (const char *name, const char *data, gsize length, GError **error);
/* TRUE when DATA is a JSON object with the key "tarikh" at its top. */
gboolean tarikh_chronology_is_json (const char *data, gsize length);
