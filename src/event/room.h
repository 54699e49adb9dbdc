/* event/room: what the files of this room share: words with their meanings, clauses, the reader's state. */
#pragma once

#include "event/event.h"

/* What a token may be here; bits of EventWord.flags. */
enum {
  WORD_PAST = 1 << 0,
  WORD_PRESENT = 1 << 1,
  WORD_PASSIVE = 1 << 2,
  WORD_VERB = WORD_PAST | WORD_PRESENT | WORD_PASSIVE,
  WORD_MASDAR = 1 << 3,
  WORD_NEWS_NOUN = 1 << 4,
  WORD_NOUN_TOO = 1 << 5,
  WORD_NEGATION = 1 << 6,
  WORD_FUTURE = 1 << 7,
  WORD_PERFECT = 1 << 8,
  WORD_PLANNED = 1 << 9,
  WORD_POSSIBLE = 1 << 10,
  WORD_ATTRIBUTION = 1 << 11,
  WORD_PREPOSITION = 1 << 12,
  WORD_TEMPORAL = 1 << 13, /* a preposition of time */
  WORD_ADVERB = 1 << 14,
  WORD_PRONOUN = 1 << 15,
  WORD_DEMONSTRATIVE = 1 << 16,
  WORD_MEASURE = 1 << 17,
  WORD_BOILERPLATE = 1 << 18,
  WORD_TITLE = 1 << 19,
  WORD_ORGANISATION = 1 << 20,
  WORD_PLACE_HEAD = 1 << 21,
  WORD_PLACE = 1 << 22,
  WORD_GENTILIC = 1 << 23,
  WORD_GIVEN_NAME = 1 << 24,
  WORD_TIME = 1 << 25,             /* inside a time expression */
  WORD_COVERED = 1 << 26,          /* a later token of a phrase */
  WORD_SUFFIXED = 1 << 27,         /* carries an object pronoun */
  WORD_NAMED = 1 << 28,            /* inside a name that was recognised */
  WORD_GUESSED = 1 << 29,          /* a verb by its pattern only */
  WORD_KNOWN = 1 << 30,            /* some meaning stands in the lexicon */
  WORD_HANGING = (gint) (1u << 31) /* nothing may end with it */
};

typedef enum {
  KIND_NONE,
  KIND_ACT,
  KIND_SAY,
  KIND_THINK,
  KIND_STAND,
  KIND_BE,
  KIND_PHASE,
  KIND_LIGHT,
  KIND_MODAL,
  KIND_PLAN
} VerbKind;

typedef enum { FORM_NONE, FORM_MASCULINE, FORM_FEMININE, FORM_PLURAL, FORM_DUAL } VerbForm;

typedef struct {
  guint32 flags;
  guint8 kind;         /* VerbKind */
  guint8 form;         /* VerbForm */
  guint8 clitics;      /* TarikhClitics */
  guint8 clitic_bytes; /* of the original text */
  guint8 suffix_bytes; /* of the original text, when SUFFIXED */
  guint8 opener;       /* OpenerKind */
  guint8 n_tokens;     /* of the phrase that starts here, at least 1 */
  guint8
      preposition; /* value of PREPOSITION plus one: 2 of time, 3 RESUMPTIVE, 4 adds what a headline can do without */
  guint8 gender;   /* FORM_MASCULINE, FORM_FEMININE or FORM_NONE when the table does not say */
  gint32 time;     /* index of its time expression, or -1 */
  guint32 clause;  /* clause it belongs to */
  gboolean announces;    /* a deed that is telling: announced, vowed */
  gboolean intransitive; /* a verb that is whole with its subject */
  gboolean participle;   /* a HANGING word that says of its noun when it happened */
  gboolean leads_time;   /* a HANGING word that goes with the time after it */
  gboolean country;      /* a PLACE that is a country */
  gboolean compares;     /* a MEASURE that any date after it belongs to */
  const char *said;      /* value text of NEWS_NOUN; "" otherwise */
  const char *base;      /* the bare preposition of a RESUMPTIVE; "" otherwise */
  const char *masdar;    /* value text of MASDAR; "" otherwise */
  const char *origin;    /* the country that a GENTILIC says; "" otherwise */
} EventWord;

typedef enum {
  OPENER_NONE,
  OPENER_RELATIVE,
  OPENER_THAT,
  OPENER_WHEN,
  OPENER_BECAUSE,
  OPENER_WHILE,
  OPENER_COMMENT,
  OPENER_IF,
  OPENER_PURPOSE
} OpenerKind;

typedef enum {
  CLAUSE_MAIN,
  CLAUSE_THAT, /* what is said */
  CLAUSE_QUOTE,
  CLAUSE_RELATIVE,
  CLAUSE_BARE_RELATIVE, /* without a pronoun, after an indefinite noun */
  CLAUSE_WHEN,
  CLAUSE_BECAUSE,
  CLAUSE_COMMENT,
  CLAUSE_IF,
  CLAUSE_PURPOSE,
  CLAUSE_SOURCE, /* who says so */
  CLAUSE_BRACKET
} ClauseKind;

#define NO_TOKEN G_MAXUINT32
#define REACH_TOKENS 160 /* how far from its verb a clause is read: keeps a sentence without end linear */
#define REACH_CLAUSES 64

typedef struct {
  ClauseKind kind;
  guint32 sentence;
  guint32 parent;     /* clause, or itself at the top */
  guint32 first, end; /* tokens; those of inner clauses lie between */
  guint32 verb;       /* head verb, or NO_TOKEN */
  guint32 auxiliary;  /* first verb of a chain (was, began), or NO_TOKEN */
  gboolean fronted;   /* opened before its parent had a verb */
  guint marks;        /* WORD_NEGATION, WORD_FUTURE, WORD_PERFECT, WORD_PLANNED, WORD_POSSIBLE that stand in it */
  guint32 subject, subject_end; /* tokens of its subject; subject == NO_TOKEN when not named */
} EventClause;

typedef enum { NAME_PERSON, NAME_ORGANISATION, NAME_PLACE } NameKind;

typedef struct {
  guint32 first, end; /* tokens */
  NameKind kind;
  guint8 gender;
} EventName;

/* Raw tables of the language, and single words that the room writes. */
typedef struct {
  const TarikhLexiconTable *patterns;    /* verb shapes: prefix, suffix, letters, kind of verb */
  const TarikhLexiconTable *suffixes;    /* object pronouns */
  const TarikhLexiconTable *prefixes;    /* clitics that unknown words may carry */
  const TarikhLexiconTable *singulars;   /* plural ending, singular ending */
  const TarikhLexiconTable *adjectives;  /* folded endings of definite words that only describe */
  const TarikhLexiconTable *accusatives; /* ending, nominative, when: k a known noun is left, p a human plural */
  const char *done[4];                   /* "was done", masculine and feminine; "will be done" */
  const char *in;                        /* the preposition of place */
  const char *people_ending;             /* folded, of a plural that only people have */
  const char *people_oblique;            /* folded, of that plural inside a phrase */
  const char *feminine_letter;           /* as written */
  const char *feminine_plural;           /* as written */
  const char *fusing;                    /* the preposition that fuses with the article */
  const char *feminine_noun;             /* folded: the commonest noun that is feminine without an ending */
  const char *that;                      /* folded, without a pronoun */
  const char *fused;                     /* both in one */
  const char *feminine_perfect;          /* folded ending of a feminine perfect */
  const char *article;                   /* folded */
  const char *adverb_ending;             /* folded, of an accusative that is an adverb */
  const TarikhLexiconTable *complements; /* verbs that say nothing before a preposition: folded verb, preposition */
  gboolean verb_first;                   /* the verb opens a headline */
} EventGrammar;

typedef struct {
  const TarikhStory *story;
  const TarikhText *text;
  const TarikhTimeReading *reading;
  const TarikhLexicon *lexicon;
  EventGrammar grammar;
  EventWord *words;    /* n_tokens */
  GArray *clauses;     /* EventClause */
  GArray *names;       /* EventName */
  char *home;          /* the country named most often, or NULL; owned */
  GHashTable *persons; /* folded parts of persons' names: char* owned */
  GPtrArray *events;   /* TarikhEvent* */
} EventReader;

/* words */
void tarikh_event_read_grammar (EventReader *reader);
void tarikh_event_read_words (EventReader *reader);
gboolean tarikh_event_word_is_verb (const EventReader *reader, guint32 token);
/* clause */
void tarikh_event_cut_clauses (EventReader *reader);
/* Where reading from TOKEN on stops. */
static inline guint32
reader_limit (guint32 token, guint32 end)
{
  return end - token > REACH_TOKENS && token < end ? token + REACH_TOKENS : end;
}
static inline EventClause *
reader_get_clause (const EventReader *reader, guint32 clause)
{
  return &g_array_index (reader->clauses, EventClause, clause);
}
/* name */
void tarikh_event_find_names (EventReader *reader);
gboolean tarikh_event_word_describes (const EventReader *reader, guint32 token);
guint32 tarikh_event_skip_title (const EventReader *reader, const EventName *name);
const EventName *tarikh_event_name_at (const EventReader *reader, guint32 token);
void tarikh_event_collect_names (const EventReader *reader, guint32 first, guint32 end, guint32 clause,
                                 TarikhEvent *event);

/* A happening before it is worded. */
typedef struct {
  guint32 clause;
  guint32 noun; /* the masdar or noun that names it, or NO_TOKEN: the clause's verb does */
  guint32 noun_end;
  gboolean second; /* the clause's verb has a date of its own: no headline of the clause fits */
  TarikhInterval days;
  gint time_expr; /* index into the reading's exprs, or -1 */
  TarikhDatedBy dated_by;
  TarikhStatus status;
  const char *rule;
} EventCandidate;

/* date: which time belongs to what */
guint32 tarikh_event_find_said (const EventReader *reader, guint32 index);
void tarikh_event_find_candidates (EventReader *reader, GArray *candidates);
/* headline. NULL when no sentence can be made. CANDIDATE then says which clause or noun was worded. (transfer full) */
char *tarikh_event_word_headline (const EventReader *reader, EventCandidate *candidate, GPtrArray *keys);
/* plain: as above, the clause as it is told. (transfer full) */
char *tarikh_event_tell_plainly (const EventReader *reader, const EventCandidate *candidate, GPtrArray *keys);
/* statement: as above, who said what. (transfer full) */
char *tarikh_event_tell_statement (const EventReader *reader, const EventCandidate *candidate, GPtrArray *keys);
/* key */
const char *tarikh_event_get_bare (const EventReader *reader, guint32 token, gsize *length);
void tarikh_event_add_key (const EventReader *reader, guint32 token, GPtrArray *keys);
/* merge: events of one story told twice become one */
void tarikh_event_merge (EventReader *reader);
/* salience */
void tarikh_event_weigh (EventReader *reader);
/* subject */
void tarikh_event_find_subjects (EventReader *reader);
guint32 tarikh_event_recall_subject (const EventReader *reader, guint32 clause_index, guint8 form);
