/* time/match: two steps. The automaton says which rules fit and how far (its cost does not depend on how many rules there
 * are); then one rule's own graph is walked again to see which word stands in which slot. */
#include "time/match.h"

#include <string.h>

enum { MAX_FRONTIER = 24 };

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

static void
collect_accepts (const Grammar *grammar, const Frontier *frontier, guint32 end, GArray *found)
{
  for (guint i = 0; i < frontier->n; i++) {
    const State *state = &grammar->states[frontier->states[i]];
    for (guint j = 0; j < state->n_accepts; j++) {
      Candidate candidate = { grammar->accepts[state->first_accept + j], end };
      g_array_append_val (found, candidate);
    }
  }
}

static gint
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  return (gint) x->rule - (gint) y->rule;
}

guint
tarikh_time_match_find (const Grammar *grammar, const Atom *atoms, guint n_tokens, guint start,
                        Candidate candidates[MATCH_MAX_CANDIDATES])
{
  Frontier frontier = { 0 };

  step_state (grammar, 0, &atoms[start], &frontier);
  if (frontier.n == 0)
    return 0;

  g_autoptr (GArray) found = g_array_sized_new (FALSE, FALSE, sizeof (Candidate), 16);
  guint32 i = start + atoms[start].n_tokens;
  collect_accepts (grammar, &frontier, i, found);
  for (guint depth = 1; depth < MATCH_MAX_ATOMS && i < n_tokens && frontier.n > 0; depth++) {
    Frontier next = { 0 };
    for (guint j = 0; j < frontier.n; j++)
      step_state (grammar, frontier.states[j], &atoms[i], &next);
    frontier = next;
    i += atoms[i].n_tokens;
    collect_accepts (grammar, &frontier, i, found);
  }
  g_array_sort (found, compare_candidates);
  guint n = MIN (found->len, MATCH_MAX_CANDIDATES);
  if (n > 0)
    memcpy (candidates, found->data, n * sizeof (Candidate));
  return n;
}

/* ---- which word stands in which slot ---- */

typedef struct {
  const Grammar *grammar;
  const Atom *atoms;
  guint32 start, end; /* tokens */
  const Rule *rule;
  gint32 lowest; /* first node of the rule */
  guint n_nodes, n_depths;
  guint8 *dead; /* bits, node × depth: known to lead nowhere */
  GArray *path; /* gint32 nodes, from the end back */
} Tracer;

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

/* Finds a way from node I at token AT, DEPTH words read, to the rule's end. The preferred branch first; dead ends are
 * remembered, so that the work is bounded by nodes × words. */
static gboolean
trace (Tracer *t, gint32 i, guint32 at, guint depth)
{
  const Node *node = &t->grammar->nodes[i];
  guint bit = (guint) (i - t->lowest) * t->n_depths + depth;
  gboolean found = FALSE;

  if (depth >= t->n_depths || (t->dead[bit / 8] >> (bit % 8) & 1))
    return FALSE;
  t->dead[bit / 8] |= (guint8) (1u << (bit % 8));
  if (node->kind == NODE_ACCEPT)
    found = at == t->end;
  else if (node->kind == NODE_TAKE)
    found = at < t->end && takes_atom (node, &t->atoms[at], at == t->start)
            && trace (t, node->next, at + t->atoms[at].n_tokens, depth + 1);
  else
    found = trace (t, node->next, at, depth) || (node->kind == NODE_SPLIT && trace (t, node->other, at, depth));
  if (found && node->kind != NODE_SPLIT)
    g_array_append_val (t->path, i);
  return found;
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

  for (guint i = t->path->len; i-- > 0;) {
    const Node *node = &t->grammar->nodes[g_array_index (t->path, gint32, i)];
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
  gint32 lowest = candidate.rule == 0 ? 0 : grammar->rules[candidate.rule - 1].end + 1;
  guint n_nodes = (guint) (rule->end - lowest + 1);
  guint n_depths = MIN (candidate.end - start + 1, MATCH_MAX_ATOMS);
  g_autofree guint8 *dead = g_malloc0 (n_nodes * n_depths / 8 + 1);
  g_autoptr (GArray) path = g_array_sized_new (FALSE, FALSE, sizeof (gint32), 64);
  Tracer tracer = { grammar, atoms, start, candidate.end, rule, lowest, n_nodes, n_depths, dead, path };

  match->rule = rule;
  match->first_token = start;
  match->end_token = candidate.end;
  match->n_taken = match->n_groups = 0;
  if (!trace (&tracer, rule->start, start, 0))
    return FALSE;
  replay (&tracer, match);
  return TRUE;
}
