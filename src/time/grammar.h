/* time/grammar: rule rows (a pattern over word classes, a resolver), one automaton a language, made at build time by
 * time/compile. Private to the room. */
#pragma once

#include "lexicon/lexicon.h"

/* Word classes of the lexicon, then the shapes of tokens: what a pattern names. */
enum {
  SHAPE_FIRST = TARIKH_LEXICON_CLASS_COUNT - 1,
#define SHAPE(name, doc) SHAPE_##name,
#include "time/shapes.def"
#undef SHAPE
  SHAPE_END
};

typedef enum {
#define SLOT(name) SLOT_##name,
#include "time/slots.def"
#undef SLOT
  SLOT_COUNT
} Slot;

/* A symbol of the automaton: class, and how the word is dressed. */
enum { DRESS_AND = 1, DRESS_PREPOSITION = 2, DRESS_ARTICLE = 4, DRESS_COUNT = 8 };
typedef guint16 Symbol; /* class * DRESS_COUNT + dress */

typedef enum { NODE_TAKE, NODE_SPLIT, NODE_MARK, NODE_ACCEPT } NodeKind;
typedef enum { MARK_NONE, MARK_SLOT_OPEN, MARK_SLOT_CLOSE, MARK_GROUP_OPEN, MARK_GROUP_CLOSE } Mark;

typedef struct {
  guint8 kind;      /* NodeKind */
  guint8 mark;      /* Mark */
  guint8 slot;      /* Slot of a slot mark */
  guint8 dresses;   /* TAKE: bit set of the dresses that it takes */
  guint16 class_id; /* TAKE */
  guint16 begin, other_begin; /* SPLIT: what its branches can begin with, numbers in `begins` */
  gint32 next, other; /* SPLIT prefers next */
} Node;

/* What a branch can begin with: a bit for each class and shape, and one for the rule's end. */
enum { BEGIN_END = TARIKH_LEXICON_NONE, BEGIN_WORDS = (SHAPE_END + 63) / 64 };
typedef struct {
  guint64 bits[BEGIN_WORDS];
} Begin;

typedef struct {
  const char *name, *resolver, *arguments; /* static, from the table */
  gint32 start;       /* node */
  gint32 first_split; /* node: the rule's SPLITs stand together */
  guint n_splits;
} Rule;

typedef struct {
  Symbol symbol;
  guint16 state;
} Edge;

typedef struct {
  guint32 first_edge, n_edges;   /* sorted by symbol */
  guint32 first_accept, n_accepts; /* rule numbers, the earliest row first */
} State;

typedef struct {
  const char *lang;
  const Node *nodes;
  guint n_nodes;
  const Begin *begins;
  const Rule *rules;
  guint n_rules;
  const State *states; /* 0 is the start */
  guint n_states;
  const Edge *edges;
  const guint16 *accepts;
  const guint16 *starts; /* SHAPE_END * DRESS_COUNT: state after a first symbol, 0 when none */
} Grammar;

/* Generated: every language that has rules, ended by one without a name. */
extern const Grammar tarikh_time_grammars[];

/* The grammar of LEXICON's table "time-rules"; NULL when the language has none. Static. */
const Grammar *tarikh_time_grammar_get (const TarikhLexicon *lexicon);

static inline void
grammar_begin_add (Begin *begin, guint class_id)
{
  begin->bits[class_id / 64] |= (guint64) 1 << class_id % 64;
}

static inline gboolean
grammar_begin_meets (const Begin *a, const Begin *b)
{
  guint64 common = 0;

  for (guint i = 0; i < BEGIN_WORDS; i++)
    common |= a->bits[i] & b->bits[i];
  return common != 0;
}

/* The state that SYMBOL leads to from STATE, or 0. */
static inline guint16
grammar_step (const Grammar *grammar, guint16 state, Symbol symbol)
{
  const State *s = &grammar->states[state];
  const Edge *edges = grammar->edges + s->first_edge;
  guint low = 0, high = s->n_edges;

  while (low < high) {
    guint middle = (low + high) / 2;
    if (edges[middle].symbol < symbol)
      low = middle + 1;
    else
      high = middle;
  }
  return low < s->n_edges && edges[low].symbol == symbol ? edges[low].state : 0;
}
