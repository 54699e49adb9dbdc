/* chronology/telling: private to the room. What one story says of one happening, reduced to what comparing needs: its
 * days, the hashes of its words, the story it stands in. One telling for every event of the chronology, at the same index. */
#pragma once

#include "chronology/chronology.h"

#define TARIKH_CHRONOLOGY_MAX_WORDS 40u /* words kept of one telling: a long sentence does not outweigh a short one */
#define TARIKH_CHRONOLOGY_SKETCH 32     /* bins of a story's sketch */
#define TARIKH_CHRONOLOGY_WEAK 0x1u     /* lowest bit of a word's hash: says little of which event it is */
#define TARIKH_CHRONOLOGY_ASIDE 0x2u    /* next bit of a telling's word: stands round the event, not in it */
#define TARIKH_CHRONOLOGY_ACTION 0x4u   /* next bit: names something that is done or happens */
#define TARIKH_CHRONOLOGY_MARKS 0x6u    /* the bits that are not part of the word's hash */

typedef struct {
  guint32 story;       /* index into the chronology's stories */
  guint32 origin;      /* 0: read in a story; else the number of the absorbed chronology */
  guint32 first_word;  /* into words */
  guint32 n_words;     /* sorted by hash, without duplicates */
  guint32 fingerprint; /* of the telling's own text: equal for a sentence copied word by word */
  float salience;      /* within its story */
  gboolean fresh;      /* told as the news of the day, or of the day before */
} TarikhTelling;

/* A story's text in numbers: bin k holds the least hash of its four-word runs that fall in bin k; all ones when none. */
typedef struct {
  guint32 bins[TARIKH_CHRONOLOGY_SKETCH];
} TarikhSketch;

struct _TarikhTellings {
  GArray *tellings;     /* TarikhTelling */
  GArray *words;        /* guint32 */
  GArray *sketches;     /* TarikhSketch, one a story */
  GHashTable *stemmers; /* language → TarikhStemmer*, owned */
  GHashTable *ids;      /* story id (borrowed) → its index, counted from 1 */
  guint32 n_origins;
  /* One story alone needs no comparing with others: the text of the first is kept until a second comes. */
  char *first_text; /* NULL once it is told, or when there was none */
  gsize first_length;
  char *first_lang;
  GArray *first_spans; /* TarikhSpan of each of its events */
};

/* ---- nouns that only this room makes (chronology.c); strings are copied ---- */

TarikhChronicleNote *tarikh_chronology_note_new (TarikhNoteCode code, const char *detail);
void tarikh_chronology_event_add_note (TarikhChronicleEvent *event, TarikhNoteCode code, const char *detail);

/* ---- words (stem.c): one form for what a language bends ---- */

typedef struct _TarikhStemmer TarikhStemmer;
TarikhStemmer *tarikh_chronology_stemmer_new (const char *lang);
void tarikh_chronology_stemmer_free (TarikhStemmer *stemmer);
/* A hash of the word's stem, or of the group of words that merge.tsv puts it in; with bit WEAK for weak words and ACTION
 * for verbs and their nouns. 0 for a word that says nothing. */
guint32 tarikh_chronology_stemmer_hash (const TarikhStemmer *stemmer, const char *fold, gsize length);

/* ---- tellings (telling.c) ---- */

TarikhTellings *tarikh_chronology_tellings_new (void);
void tarikh_chronology_tellings_free (TarikhTellings *tellings);
/* The tellings of CHRONOLOGY, made when there are none; events that have none yet get them from their headlines. */
TarikhTellings *tarikh_chronology_tellings_get (TarikhChronology *chronology);
/* Puts STORY at the end of the chronology's stories; its id is changed ("ID-2") when another has it. */
void tarikh_chronology_take_story (TarikhChronology *chronology, TarikhChronicleStory *story);
/* What only matters beside other stories, the sketch and the words aside, of the story that was kept waiting. */
void tarikh_chronology_tellings_tell_first (TarikhTellings *tellings);
/* Keeps STORY, the first, and the spans of its EVENTS waiting. */
void tarikh_chronology_tellings_keep_first (TarikhTellings *tellings, const TarikhStory *story, GPtrArray *events);
/* Appends the telling of EVENT read in story number STORY; it belongs to the next event of the chronology. */
void tarikh_chronology_tellings_add_event (TarikhTellings *tellings, guint32 story,
                                           const TarikhStory *text, const TarikhEvent *event, gboolean aside);
/* Appends the telling of an EVENT that comes without a story's text, by its headline. */
void tarikh_chronology_tellings_add_bare (TarikhTellings *tellings, guint32 story, guint32 origin, const char *lang,
                                          const TarikhChronicleEvent *event);
const TarikhStemmer *tarikh_chronology_tellings_get_stemmer (TarikhTellings *tellings, const char *lang);
const guint32 *tarikh_chronology_tellings_get_words (const TarikhTellings *tellings, guint index);
/* Appends the hashes of TEXT's words and numbers to WORDS (guint32). */
void tarikh_chronology_words_of_text (const TarikhStemmer *stemmer, const char *text, GArray *words);
/* The same of the sentence of TEXT that holds SPAN, with the bit ASIDE. */
void tarikh_chronology_words_of_sentence (const TarikhStemmer *stemmer, const char *text, gsize length, TarikhSpan span,
                                          GArray *words);

/* Sorts WORDS from index FIRST on and drops what stands twice: what stands in the event too is not aside. */
void tarikh_chronology_words_sort (GArray *words, guint first);

/* ---- copies (copies.c): the same wire story under several names ---- */

TarikhSketch tarikh_chronology_sketch_of (const char *text, gsize length);
/* For every sketch the index of the first that it is a copy of (itself when it is none). Linear. (transfer full) */
guint32 *tarikh_chronology_find_copies (const TarikhSketch *sketches, guint n);

/* ---- days (days.c): may two dates be one happening's ---- */

#define TARIKH_CHRONOLOGY_NEVER 2.0

/* What is known of how two tellings came to their days. */
typedef struct {
  gboolean both_fresh;  /* both are the news of their day, so that neither errs in the date */
  gboolean both_afar;   /* both stories name the very day from afar */
  gboolean both_back;   /* both stories name a whole year that was over */
  gboolean approximate; /* one of them is told as "about" */
  gboolean weekday;     /* one of them is known by the bare name of a weekday */
} TarikhDating;

/* How alike two tellings must be (0..1) to be one happening, given their days; NEVER when no wording can make them so. */
double tarikh_chronology_days_threshold (TarikhInterval a, TarikhInterval b, TarikhDating dating);
/* Days between the two, 0 when they meet; G_MAXINT when either is undated. */
gint tarikh_chronology_days_gap (TarikhInterval a, TarikhInterval b);
/* Length in days; G_MAXINT when undated. */
gint tarikh_chronology_days_width (TarikhInterval days);
/* 1 for a day, less the vaguer it is, 0 when undated. */
double tarikh_chronology_days_precision (TarikhInterval days);
TarikhInterval tarikh_chronology_event_get_days (const TarikhChronicleEvent *event);
/* Told by its very day, which was no news any more or not yet when the story was PUBLISHED: few happenings of a day are. */
gboolean tarikh_chronology_event_is_afar (const TarikhChronicleEvent *event, TarikhDay published);

/* ---- matching (match.c; match.h has its parts): which tellings are one happening ---- */

typedef struct {
  guint n_groups;
  guint32 *group_of; /* telling → group */
} TarikhGrouping;

/* Blocks by rare words and days; close to linear. WHOLE and JOINED as for tarikh_chronology_group. */
TarikhGrouping tarikh_chronology_match (const TarikhChronology *chronology, const TarikhWhole *whole,
                                        const guint32 *joined);
void tarikh_chronology_grouping_clear (TarikhGrouping *grouping);

/* ---- merging (merge.c): one event out of the tellings of one happening ---- */

typedef struct {
  TarikhChronology *chronology;
  const TarikhTellings *tellings;
  const guint32 *copy_of; /* story → the story it is a copy of */
  const guint32 *members; /* tellings, ascending */
  guint n_members;
} TarikhGroup;

/* The event that the group's tellings make, with all their sources; the members' own events are emptied of what it took.
 * (transfer full) */
TarikhChronicleEvent *tarikh_chronology_merge (const TarikhGroup *group);
/* How many independent stories stand behind the group: copies of a wire story count once, and so do sentences copied
 * word by word. */
guint tarikh_chronology_count_witnesses (const TarikhGroup *group);

/* dates.c: votes on the group's days and writes them, what dates them and the doubts into EVENT. Returns the telling whose
 * date it is. */
guint32 tarikh_chronology_vote_days (const TarikhGroup *group, TarikhChronicleEvent *event);
/* headline.c: the member with the best headline; DATED: the telling whose date is shown. */
guint32 tarikh_chronology_choose_headline (const TarikhGroup *group, TarikhStatus status, guint32 dated);
/* clarity.c: how well EVENT's headline stands by itself, 0..1. LANG may be NULL. */
double tarikh_chronology_rate_clarity (const char *lang, const TarikhChronicleEvent *event);
/* namelist.c: the names of all members, once each, those of member FIRST before the others. */
void tarikh_chronology_unite_names (const TarikhGroup *group, guint32 first, gboolean where, GPtrArray *names);

/* ---- salience (salience.c) ---- */

/* Weighs the merged events by their tellings. What a chronology brought and nothing joined keeps its salience. */
void tarikh_chronology_weigh (TarikhChronology *chronology, const guint32 *copy_of);

/* ---- order (order.c) ---- */

/* By start, end, salience (high first); undated last. */
gint tarikh_chronology_event_compare (const TarikhChronicleEvent *a, const TarikhChronicleEvent *b);
/* Puts the events, and their tellings with them, into that order and names them e1, e2 … */
void tarikh_chronology_order (TarikhChronology *chronology);

/* ---- scan.c: walking JSON text without building anything ---- */

/* One step from the top of a JSON text: into the value of KEY, or (KEY NULL) into element INDEX of a list. */
typedef struct {
  const char *key;
  guint index;
} TarikhJsonStep;

/* Line (from 1) at which the value that the STEPS lead to stands in DATA; the last one found when they lead nowhere. */
guint tarikh_chronology_scan_line (const char *data, gsize length, const TarikhJsonStep *steps, guint n_steps);
