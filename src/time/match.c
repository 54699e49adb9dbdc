/* time/match: two steps. The automaton says which rules fit and how far (its cost does not depend on how many rules there
 * are); then one rule's own graph is walked again to see which word stands in which slot. */
#include "time/match.h"

#include <string.h>

enum {
  MAX_FRONTIER = 24,
  MAX_PATH = 512,      /* words and marks of one match; a longer one is no expression of time */
  FEW_SEEN_BYTES = 1024 /* the bits of nearly every rule fit */
};

typedef struct {
  guint n;
  guint16 states[MAX_FRONTIER];
} Frontier;

static void
add_state (Frontier *frontier, guint16 state)
{
  if (state == 0 || frontier->n == MAX_FRONTIER)
    return;
  for (guint i = 0; i < frontier->n; i++)
    if (frontier->states[i] == state)
      return;
  frontier->states[frontier->n++] = state;
}

/* Adds what FROM (0: the start) leads to by each meaning and shape of ATOM. */
static void
step_state (const Grammar *grammar, guint16 from, const Atom *atom, Frontier *to)
{
  for (guint i = 0; i < atom->n_lexemes; i++) {
    Symbol symbol = (Symbol) (atom->lexemes[i].class_id * DRESS_COUNT + atom->dress);
    add_state (to, from == 0 ? grammar->starts[symbol] : grammar_step (grammar, from, symbol));
  }
  for (guint32 shapes = atom->shapes; shapes != 0; shapes &= shapes - 1) {
    guint shape = (guint) g_bit_nth_lsf (shapes, -1);
    Symbol symbol = (Symbol) ((SHAPE_FIRST + 1 + shape) * DRESS_COUNT);
    add_state (to, from == 0 ? grammar->starts[symbol] : grammar_step (grammar, from, symbol));
  }
}

static inline gboolean
goes_before (Candidate a, Candidate b)
{
  return a.end != b.end ? a.end > b.end : a.rule < b.rule;
}

/* The best candidates so far, in order. */
typedef struct {
  Candidate *items; /* MATCH_MAX_CANDIDATES */
  guint n;
} Best;

static void
keep_candidate (Best *best, Candidate candidate)
{
  guint at = best->n;

  while (at > 0 && goes_before (candidate, best->items[at - 1]))
    at--;
  if (at == MATCH_MAX_CANDIDATES)
    return;
  if (best->n < MATCH_MAX_CANDIDATES)
    best->n++;
  memmove (best->items + at + 1, best->items + at, (best->n - at - 1) * sizeof (Candidate));
  best->items[at] = candidate;
}

static void
collect_accepts (const Grammar *grammar, const Frontier *frontier, guint32 end, Best *best)
{
  for (guint i = 0; i < frontier->n; i++) {
    const State *state = &grammar->states[frontier->states[i]];
    for (guint j = 0; j < state->n_accepts; j++)
      keep_candidate (best, (Candidate){ grammar->accepts[state->first_accept + j], end });
  }
}

guint
tarikh_time_match_find (const Grammar *grammar, const Atom *atoms, guint n_tokens, guint start,
                        Candidate candidates[MATCH_MAX_CANDIDATES])
{
  Frontier frontier = { .n = 0 };
  Best best = { candidates, 0 };

  step_state (grammar, 0, &atoms[start], &frontier);
  guint32 i = start + atoms[start].n_tokens;
  collect_accepts (grammar, &frontier, i, &best);
  for (guint depth = 1; depth < MATCH_MAX_ATOMS && i < n_tokens && frontier.n > 0; depth++) {
    Frontier next;
    next.n = 0;
    for (guint j = 0; j < frontier.n; j++)
      step_state (grammar, frontier.states[j], &atoms[i], &next);
    frontier = next;
    i += atoms[i].n_tokens;
    collect_accepts (grammar, &frontier, i, &best);
  }
  return best.n;
}

/* ---- which word stands in which slot ---- */

typedef struct {
  const Grammar *grammar;
  const Atom *atoms;
  const Rule *rule;
  guint32 start, end; /* tokens */
  guint n_depths;     /* words that may be read, and the end */
  guint32 token_at[MATCH_MAX_ATOMS]; /* words read → token */
  Begin met[MATCH_MAX_ATOMS];        /* words read → what the word there can be */
  guint8 *seen; /* bits, branching × depth: led nowhere */
  guint n_path;
  gint32 path[MAX_PATH]; /* nodes that read or mark, in order */
} Tracer;

/* Everything that the word at each place can be, so that a branch is chosen by one look. */
static void
meet_atoms (Tracer *t)
{
  guint32 at = t->start;

  for (guint depth = 0; depth < t->n_depths; depth++) {
    const Atom *atom = &t->atoms[at];
    Begin *met = &t->met[depth];
    *met = (Begin){ { 0 } };
    t->token_at[depth] = at;
    if (at >= t->end) {
      grammar_begin_add (met, BEGIN_END);
      t->n_depths = depth + 1;
      return;
    }
    for (guint i = 0; i < atom->n_lexemes; i++)
      grammar_begin_add (met, atom->lexemes[i].class_id);
    for (guint32 shapes = atom->shapes; shapes != 0; shapes &= shapes - 1)
      grammar_begin_add (met, SHAPE_FIRST + 1 + (guint) g_bit_nth_lsf (shapes, -1));
    at += atom->n_tokens;
  }
}

/* TRUE when ATOM can be what NODE reads. The pattern's first word may carry any proclitic. */
static gboolean
takes_atom (const Node *node, const Atom *atom, gboolean first)
{
  guint dress = first ? atom->dress & DRESS_ARTICLE : atom->dress;

  if (!(node->dresses & (1u << dress)) && !(node->dresses & (1u << atom->dress)))
    return FALSE;
  if (node->class_id > SHAPE_FIRST)
    return (atom->shapes >> (node->class_id - SHAPE_FIRST - 1)) & 1;
  return tarikh_time_atom_find (atom, node->class_id) != NULL;
}

/* TRUE the first time that branching I is come to with DEPTH words read. */
static gboolean
see (Tracer *t, gint32 i, guint depth)
{
  guint bit = (guint) (i - t->rule->first_split) * t->n_depths + depth;
  gboolean seen = t->seen[bit / 8] >> (bit % 8) & 1;

  t->seen[bit / 8] |= (guint8) (1u << (bit % 8));
  return !seen;
}

/* Finds a way from node I, DEPTH words read, to the rule's end, and adds it to the path. Of two branches that the next word
 * may take the preferred one first; where two ways meet again is remembered, so that the work is bounded by nodes ×
 * words. */
static gboolean
trace (Tracer *t, gint32 i, guint depth)
{
  const Grammar *grammar = t->grammar;
  guint n_path = t->n_path;

  while (depth < t->n_depths && t->n_path < MAX_PATH) {
    const Node *node = &grammar->nodes[i];
    guint32 at = t->token_at[depth];
    if (node->kind == NODE_ACCEPT && at == t->end)
      return TRUE;
    if (node->kind == NODE_ACCEPT)
      break;
    if (node->kind == NODE_SPLIT) {
      gboolean first = grammar_begin_meets (&grammar->begins[node->begin], &t->met[depth]);
      gboolean other = grammar_begin_meets (&grammar->begins[node->other_begin], &t->met[depth]);
      if (first == other && (!first || !see (t, i, depth)))
        break;
      if (first && other && trace (t, node->next, depth))
        return TRUE;
      i = other ? node->other : node->next;
      continue;
    }
    if (node->kind == NODE_TAKE) {
      if (at >= t->end || !takes_atom (node, &t->atoms[at], at == t->start))
        break;
      depth++;
    }
    t->path[t->n_path++] = i;
    i = node->next;
  }
  t->n_path = n_path;
  return FALSE;
}

static void
mark_match (Match *match, const Node *node, Group *group)
{
  Stretch *slot = &group->slots[node->slot];

  switch ((Mark) node->mark) {
  case MARK_GROUP_OPEN: *group = (Group){ .all = { (guint8) match->n_taken, (guint8) match->n_taken } }; break;
  case MARK_GROUP_CLOSE:
    group->all.end = (guint8) match->n_taken;
    if (match->n_groups < MATCH_MAX_GROUPS && group->all.first < group->all.end)
      match->groups[match->n_groups++] = *group;
    break;
  case MARK_SLOT_OPEN: *slot = (Stretch){ (guint8) match->n_taken, (guint8) match->n_taken }; break;
  case MARK_SLOT_CLOSE: slot->end = (guint8) match->n_taken; break;
  default: break;
  }
}

/* Follows the path forwards and writes down words, slots and groups. */
static void
replay (const Tracer *t, Match *match)
{
  Group group = { 0 };
  guint32 at = t->start;

  for (guint i = 0; i < t->n_path; i++) {
    const Node *node = &t->grammar->nodes[t->path[i]];
    if (node->kind == NODE_MARK) {
      mark_match (match, node, &group);
    } else if (node->kind == NODE_TAKE && match->n_taken < MATCH_MAX_ATOMS) {
      match->taken[match->n_taken++]
          = (Taken){ at, node->class_id,
                     node->class_id > SHAPE_FIRST ? NULL : tarikh_time_atom_find (&t->atoms[at], node->class_id) };
      at += t->atoms[at].n_tokens;
    }
  }
}

gboolean
tarikh_time_match_capture (const Grammar *grammar, const Atom *atoms, guint start, Candidate candidate, Match *match)
{
  const Rule *rule = &grammar->rules[candidate.rule];
  Tracer tracer;

  tracer.grammar = grammar;
  tracer.atoms = atoms;
  tracer.rule = rule;
  tracer.start = start;
  tracer.end = candidate.end;
  tracer.n_depths = MIN (candidate.end - start + 1, MATCH_MAX_ATOMS);
  tracer.n_path = 0; /* the path itself is not cleared: that would cost more than the walk */
  meet_atoms (&tracer);
  gsize n_bytes = (gsize) rule->n_splits * tracer.n_depths / 8 + 1;
  guint8 few[FEW_SEEN_BYTES];
  g_autofree guint8 *many = n_bytes > sizeof few ? g_malloc (n_bytes) : NULL;
  tracer.seen = memset (many != NULL ? many : few, 0, n_bytes);
  match->rule = rule;
  match->first_token = start;
  match->end_token = candidate.end;
  match->n_taken = match->n_groups = 0;
  if (!trace (&tracer, rule->start, 0))
    return FALSE;
  replay (&tracer, match);
  return TRUE;
}
