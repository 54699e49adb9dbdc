/* time/prune: makes the graph of nodes quick to walk: takes the jumps out of it, numbers the branchings of each rule first,
 * and writes beside each branch what it can begin with, so that one look at a word chooses among them. */
#include "time/builder.h"

typedef struct {
  GrammarBuilder *grammar;
  GArray *nodes;         /* Node, in their new order */
  gint32 *number_of;     /* node → its new number, -1: none yet */
  GHashTable *begins_of; /* GBytes of a Begin → its number */
  GArray *stack;         /* gint32 */
  guint32 *seen;         /* new node → round in which it was last met */
  guint32 round;
} Pruner;

static const Node *
get_node (const Pruner *pruner, gint32 i)
{
  return &g_array_index (pruner->grammar->nodes, Node, i);
}

/* The node that node I stands for: a mark without meaning is only a way to the next. */
static gint32
skip_jumps (const Pruner *pruner, gint32 i)
{
  while (get_node (pruner, i)->kind == NODE_MARK && get_node (pruner, i)->mark == MARK_NONE)
    i = get_node (pruner, i)->next;
  return i;
}

static void
push (Pruner *pruner, gint32 node)
{
  g_array_append_val (pruner->stack, node);
}

static gint32
pop (Pruner *pruner)
{
  gint32 node = g_array_index (pruner->stack, gint32, pruner->stack->len - 1);

  g_array_set_size (pruner->stack, pruner->stack->len - 1);
  return node;
}

/* The nodes that are reached from START, jumps left out. (transfer full) array of gint32 */
static GArray *
collect_nodes (Pruner *pruner, gint32 start)
{
  GArray *reached = g_array_new (FALSE, FALSE, sizeof (gint32));

  push (pruner, start);
  while (pruner->stack->len > 0) {
    gint32 i = skip_jumps (pruner, pop (pruner));
    const Node *node = get_node (pruner, i);
    if (pruner->number_of[i] != -1)
      continue;
    pruner->number_of[i] = 0;
    g_array_append_val (reached, i);
    if (node->kind == NODE_SPLIT)
      push (pruner, node->other);
    if (node->kind != NODE_ACCEPT)
      push (pruner, node->next);
  }
  return reached;
}

/* Gives those of REACHED that are branchings, or are none, their places among the new nodes. */
static void
place_nodes (Pruner *pruner, const GArray *reached, gboolean branchings)
{
  for (guint i = 0; i < reached->len; i++) {
    gint32 old = g_array_index (reached, gint32, i);
    const Node *node = get_node (pruner, old);
    if ((node->kind == NODE_SPLIT) != branchings)
      continue;
    pruner->number_of[old] = (gint32) pruner->nodes->len;
    g_array_append_vals (pruner->nodes, node, 1);
  }
}

static void
place_rule (Pruner *pruner, Rule *rule)
{
  guint first = pruner->nodes->len;
  g_autoptr (GArray) reached = collect_nodes (pruner, rule->start);

  place_nodes (pruner, reached, TRUE);
  rule->first_split = (gint32) first;
  rule->n_splits = pruner->nodes->len - first;
  place_nodes (pruner, reached, FALSE);
  rule->start = pruner->number_of[skip_jumps (pruner, rule->start)];
  for (guint i = first; i < pruner->nodes->len; i++) {
    Node *node = &g_array_index (pruner->nodes, Node, i);
    if (node->kind == NODE_SPLIT)
      node->other = pruner->number_of[skip_jumps (pruner, node->other)];
    if (node->kind != NODE_ACCEPT)
      node->next = pruner->number_of[skip_jumps (pruner, node->next)];
  }
}

/* What new node I can begin with. */
static Begin
find_begin (Pruner *pruner, gint32 i)
{
  Begin begin = { { 0 } };

  pruner->round++;
  push (pruner, i);
  while (pruner->stack->len > 0) {
    gint32 at = pop (pruner);
    const Node *node = &g_array_index (pruner->nodes, Node, at);
    if (pruner->seen[at] == pruner->round)
      continue;
    pruner->seen[at] = pruner->round;
    if (node->kind == NODE_TAKE || node->kind == NODE_ACCEPT) {
      grammar_begin_add (&begin, node->kind == NODE_TAKE ? node->class_id : BEGIN_END);
      continue;
    }
    push (pruner, node->next);
    if (node->kind == NODE_SPLIT)
      push (pruner, node->other);
  }
  return begin;
}

static guint16
demand_begin (Pruner *pruner, gint32 i)
{
  GArray *begins = pruner->grammar->begins;
  Begin begin = find_begin (pruner, i);
  GBytes *key = g_bytes_new (&begin, sizeof begin);
  gpointer number;

  if (g_hash_table_lookup_extended (pruner->begins_of, key, NULL, &number)) {
    g_bytes_unref (key);
    return (guint16) GPOINTER_TO_UINT (number);
  }
  g_hash_table_insert (pruner->begins_of, key, GUINT_TO_POINTER (begins->len));
  g_array_append_val (begins, begin);
  return (guint16) (begins->len - 1);
}

static void
write_begins (Pruner *pruner)
{
  pruner->seen = g_new0 (guint32, pruner->nodes->len);
  for (guint i = 0; i < pruner->nodes->len; i++) {
    Node *node = &g_array_index (pruner->nodes, Node, i);
    if (node->kind != NODE_SPLIT)
      continue;
    node->begin = demand_begin (pruner, node->next);
    node->other_begin = demand_begin (pruner, node->other);
  }
  g_free (pruner->seen);
}

gboolean
tarikh_time_builder_prune (GrammarBuilder *grammar)
{
  Pruner pruner = { .grammar = grammar };

  pruner.nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  pruner.stack = g_array_new (FALSE, FALSE, sizeof (gint32));
  pruner.number_of = g_new (gint32, grammar->nodes->len);
  for (guint i = 0; i < grammar->nodes->len; i++)
    pruner.number_of[i] = -1;
  pruner.begins_of = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  grammar->begins = g_array_new (FALSE, FALSE, sizeof (Begin));

  for (guint i = 0; i < grammar->rules->len; i++)
    place_rule (&pruner, &g_array_index (grammar->rules, Rule, i));
  write_begins (&pruner);

  g_hash_table_unref (pruner.begins_of);
  g_free (pruner.number_of);
  g_array_unref (pruner.stack);
  g_array_unref (grammar->nodes);
  grammar->nodes = pruner.nodes;
  return grammar->begins->len <= G_MAXUINT16;
}
