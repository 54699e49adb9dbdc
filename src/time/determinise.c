/* time/determinise: the subset construction (Rabin and Scott): nodes that can be reached together become one state, so that
 * reading a word costs the same however many rules there are. */
#include "time/builder.h"

#include <string.h>

typedef struct {
  GrammarBuilder *grammar;
  GHashTable *numbers; /* GBytes of sorted node numbers → state number */
  GPtrArray *sets;     /* GBytes, by state number; owned by `numbers` */
  guint32 *seen;       /* node → round in which it was last met */
  guint32 round;
  GArray *stack; /* gint32 */
} Builder;

/* Where one symbol leads: pairs, sorted to gather the targets of each symbol. */
typedef struct {
  guint32 symbol;
  gint32 target;
} Arc;

static gint
compare_arcs (gconstpointer a, gconstpointer b)
{
  const Arc *x = a, *y = b;

  if (x->symbol != y->symbol)
    return x->symbol < y->symbol ? -1 : 1;
  return x->target < y->target ? -1 : x->target > y->target;
}

static gint
compare_nodes (gconstpointer a, gconstpointer b)
{
  gint32 x = *(const gint32 *) a, y = *(const gint32 *) b;

  return x < y ? -1 : x > y;
}

/* Adds NODE and all that it reaches without reading a word to SET, keeping only nodes that read or accept. */
static void
add_closure (Builder *builder, gint32 node, GArray *set)
{
  g_array_append_val (builder->stack, node);
  while (builder->stack->len > 0) {
    gint32 i = g_array_index (builder->stack, gint32, builder->stack->len - 1);
    g_array_set_size (builder->stack, builder->stack->len - 1);
    if (i < 0 || builder->seen[i] == builder->round)
      continue;
    builder->seen[i] = builder->round;
    const Node *n = &g_array_index (builder->grammar->nodes, Node, i);
    if (n->kind == NODE_TAKE || n->kind == NODE_ACCEPT) {
      g_array_append_val (set, i);
      continue;
    }
    g_array_append_val (builder->stack, n->next);
    if (n->kind == NODE_SPLIT)
      g_array_append_val (builder->stack, n->other);
  }
}

/* The number of the state that stands for SET, made when new. */
static guint
demand_state (Builder *builder, GArray *set)
{
  g_array_sort (set, compare_nodes);
  GBytes *key = g_bytes_new (set->data, set->len * sizeof (gint32));
  gpointer number;

  if (g_hash_table_lookup_extended (builder->numbers, key, NULL, &number)) {
    g_bytes_unref (key);
    return GPOINTER_TO_UINT (number);
  }
  g_hash_table_insert (builder->numbers, key, GUINT_TO_POINTER (builder->sets->len));
  g_ptr_array_add (builder->sets, key);
  return builder->sets->len - 1;
}

static void
add_arcs (GArray *arcs, const Node *node, gboolean first)
{
  guint dresses = node->dresses;

  if (first) /* the first word of a pattern may carry any proclitic */
    for (guint dress = 0; dress < DRESS_COUNT; dress++)
      if (node->dresses & (1u << dress))
        dresses |= (1u << (dress | DRESS_AND)) | (1u << (dress | DRESS_PREPOSITION))
                   | (1u << (dress | DRESS_AND | DRESS_PREPOSITION));
  for (guint dress = 0; dress < DRESS_COUNT; dress++) {
    Arc arc = { (guint32) node->class_id * DRESS_COUNT + dress, node->next };
    if (dresses & (1u << dress))
      g_array_append_val (arcs, arc);
  }
}

/* Fills state NUMBER: what it accepts and where it leads. */
static void
expand_state (Builder *builder, guint number)
{
  GrammarBuilder *grammar = builder->grammar;
  gsize size;
  const gint32 *nodes = g_bytes_get_data (builder->sets->pdata[number], &size);
  g_autoptr (GArray) arcs = g_array_new (FALSE, FALSE, sizeof (Arc));
  g_autoptr (GArray) set = g_array_new (FALSE, FALSE, sizeof (gint32));
  State state = { .first_edge = grammar->edges->len, .first_accept = grammar->accepts->len };

  for (gsize i = 0; i < size / sizeof (gint32); i++) {
    const Node *node = &g_array_index (grammar->nodes, Node, nodes[i]);
    guint16 rule = (guint16) node->next;
    if (node->kind == NODE_ACCEPT)
      g_array_append_val (grammar->accepts, rule);
    else
      add_arcs (arcs, node, number == 0);
  }
  g_array_sort (arcs, compare_arcs);
  for (guint i = 0; i < arcs->len;) {
    guint32 symbol = g_array_index (arcs, Arc, i).symbol;
    g_array_set_size (set, 0);
    builder->round++;
    for (; i < arcs->len && g_array_index (arcs, Arc, i).symbol == symbol; i++)
      add_closure (builder, g_array_index (arcs, Arc, i).target, set);
    Edge edge = { (Symbol) symbol, (guint16) demand_state (builder, set) };
    g_array_append_val (grammar->edges, edge);
  }
  state.n_edges = grammar->edges->len - state.first_edge;
  state.n_accepts = grammar->accepts->len - state.first_accept;
  g_array_append_val (grammar->states, state);
}

gboolean
tarikh_time_builder_determinise (GrammarBuilder *grammar)
{
  Builder builder = { .grammar = grammar, .round = 1 };
  g_autoptr (GArray) set = g_array_new (FALSE, FALSE, sizeof (gint32));

  builder.numbers = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  builder.sets = g_ptr_array_new ();
  builder.seen = g_new0 (guint32, grammar->nodes->len + 1);
  builder.stack = g_array_new (FALSE, FALSE, sizeof (gint32));
  grammar->states = g_array_new (FALSE, FALSE, sizeof (State));
  grammar->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  grammar->accepts = g_array_new (FALSE, FALSE, sizeof (guint16));

  for (guint i = 0; i < grammar->rules->len; i++)
    add_closure (&builder, g_array_index (grammar->rules, Rule, i).start, set);
  demand_state (&builder, set);
  for (guint i = 0; i < builder.sets->len && i <= G_MAXUINT16; i++)
    expand_state (&builder, i);
  gboolean fits = builder.sets->len <= G_MAXUINT16;

  g_array_unref (builder.stack);
  g_free (builder.seen);
  g_ptr_array_unref (builder.sets);
  g_hash_table_unref (builder.numbers);
  return fits;
}
