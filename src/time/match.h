/* time/match: walks the automaton over atoms and says what filled which slot. Private to the room. */
#pragma once

#include "time/atom.h"

enum { MATCH_MAX_ATOMS = 48, MATCH_MAX_GROUPS = 16, MATCH_MAX_CANDIDATES = 48 };

/* A rule that fits the atoms from a start up to `end`. */
typedef struct {
  guint16 rule;
  guint32 end; /* token, one past */
} Candidate;

/* A word that was read. */
typedef struct {
  guint32 token;
  guint16 class_id;
  const TarikhLexeme *lexeme; /* NULL for a shape */
} Taken;

/* A stretch of Match.taken. */
typedef struct {
  guint8 first, end;
} Stretch;

/* One expression of a match. */
typedef struct {
  Stretch all;
  Stretch slots[SLOT_COUNT]; /* first == end: empty */
} Group;

typedef struct {
  const Rule *rule;
  guint32 first_token, end_token;
  guint n_taken, n_groups;
  Taken taken[MATCH_MAX_ATOMS];
  Group groups[MATCH_MAX_GROUPS];
} Match;

/* Fills CANDIDATES with the rules that fit at token START: the longest first, of equals the earliest row. */
guint tarikh_time_match_find (const Grammar *grammar, const Atom *atoms, guint n_tokens, guint start,
                              Candidate candidates[MATCH_MAX_CANDIDATES]);
/* Says which atoms fill which slots of CANDIDATE. FALSE when it does not fit after all. */
gboolean tarikh_time_match_capture (const Grammar *grammar, const Atom *atoms, guint start, Candidate candidate,
                                    Match *match);
