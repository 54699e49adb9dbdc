/* time/pattern: reads rule rows into a graph of nodes. A pattern is
 *
 *   CLASS          a word of that class (lexicon class or token shape) without proclitics; the article is free
 *   CLASS^ CLASS!  with the article; without it
 *   &CLASS +CLASS ~CLASS  with a glued "and"; with a glued preposition; with anything or nothing
 *   slot=X         X fills the slot; X may be @block
 *   @block         the pattern of the row so named
 *   (a | b)  [a]  {a}  choice; optional; any number of times, none included
 *   < … >          what one expression covers; outside stands context
 *
 * The first word of a pattern may always carry proclitics. A pattern without < > is one expression. Knows no language. */
#include "time/builder.h"

#include <string.h>

typedef struct {
  const char *p;             /* next character of the pattern */
  GrammarBuilder *grammar;
  GHashTable *blocks;        /* name → pattern */
  guint depth;               /* of blocks in blocks */
  char *message;             /* the first thing that is wrong; owned */
} Reader;

/* A piece of graph under construction: enters at `first`, leaves through the jump node `last`. */
typedef struct {
  gint32 first, last;
} Piece;

static const char *const class_names[SHAPE_END] = {
  "NONE",
#define CLASS(name, doc) #name,
#include "lexicon/classes.def"
#undef CLASS
#define SHAPE(name, doc) #name,
#include "time/shapes.def"
#undef SHAPE
};

static const char *const slot_names[SLOT_COUNT] = {
#define SLOT(name) #name,
#include "time/slots.def"
#undef SLOT
};

static Piece read_choice (Reader *reader);

static void
complain (Reader *reader, const char *what, const char *name, gsize length)
{
  if (reader->message == NULL)
    reader->message = g_strdup_printf ("%s '%.*s'", what, (int) length, name);
}

static gint32
add_node (Reader *reader, Node node)
{
  g_array_append_val (reader->grammar->nodes, node);
  return (gint32) reader->grammar->nodes->len - 1;
}

static void
link_node (Reader *reader, gint32 from, gint32 to)
{
  g_array_index (reader->grammar->nodes, Node, from).next = to;
}

static Piece
make_mark (Reader *reader, Mark mark, guint slot)
{
  gint32 node = add_node (reader, (Node){ .kind = NODE_MARK, .mark = (guint8) mark, .slot = (guint8) slot, .next = -1 });

  return (Piece){ node, node };
}

static Piece
make_choice (Reader *reader, Piece a, Piece b)
{
  Piece end = make_mark (reader, MARK_NONE, 0);
  gint32 split = add_node (reader, (Node){ .kind = NODE_SPLIT, .next = a.first, .other = b.first });

  link_node (reader, a.last, end.first);
  link_node (reader, b.last, end.first);
  return (Piece){ split, end.last };
}

static Piece
make_repeat (Reader *reader, Piece a)
{
  Piece end = make_mark (reader, MARK_NONE, 0);
  gint32 split = add_node (reader, (Node){ .kind = NODE_SPLIT, .next = a.first, .other = end.first });

  link_node (reader, a.last, split);
  return (Piece){ split, end.last };
}

static Piece
make_sequence (Reader *reader, Piece a, Piece b)
{
  link_node (reader, a.last, b.first);
  return (Piece){ a.first, b.last };
}

static gint
find_name (const char *const *names, gsize n, const char *name, gsize length)
{
  for (gsize i = 0; i < n; i++)
    if (strlen (names[i]) == length && memcmp (names[i], name, length) == 0)
      return (gint) i;
  return -1;
}

static gsize
measure_name (const char *p)
{
  gsize length = 0;

  while (g_ascii_isalnum (p[length]) || p[length] == '_' || p[length] == '-')
    length++;
  return length;
}

/* The dresses that SIGIL before and MARK after a class let through, as a bit set. */
static guint8
choose_dresses (char sigil, char mark)
{
  guint8 dresses = 0;

  for (guint dress = 0; dress < DRESS_COUNT; dress++) {
    guint glued = dress & (DRESS_AND | DRESS_PREPOSITION);
    gboolean fits = sigil == '~' || (sigil == '&' && (glued & DRESS_AND)) || (sigil == '+' && (glued & DRESS_PREPOSITION))
                    || (sigil == 0 && glued == 0);
    gboolean article = (dress & DRESS_ARTICLE) != 0;
    if (fits && (mark == 0 || (mark == '^') == article))
      dresses |= (guint8) (1u << dress);
  }
  return dresses;
}

static Piece
read_class (Reader *reader)
{
  char sigil = strchr ("&+~", *reader->p) != NULL ? *reader->p++ : 0;
  gsize length = measure_name (reader->p);
  gint class_id = find_name (class_names, SHAPE_END, reader->p, length);

  if (class_id < 0)
    complain (reader, length > 0 ? "unknown class" : "class expected at", reader->p, MAX (length, 12));
  reader->p += length;
  char mark = strchr ("^!", *reader->p) != NULL && *reader->p != '\0' ? *reader->p++ : 0;
  gint32 node = add_node (reader, (Node){ .kind = NODE_TAKE, .class_id = (guint16) MAX (class_id, 0), .next = -1,
                                          .dresses = choose_dresses (sigil, mark) });
  return (Piece){ node, node };
}

static Piece
read_block (Reader *reader)
{
  gsize length = measure_name (++reader->p);
  g_autofree char *name = g_strndup (reader->p, length);
  const char *pattern = g_hash_table_lookup (reader->blocks, name);
  const char *after = reader->p + length;

  if (pattern == NULL || reader->depth > 12) {
    complain (reader, pattern == NULL ? "unknown block" : "block within itself", name, length);
    reader->p = after;
    return make_mark (reader, MARK_NONE, 0);
  }
  reader->p = pattern;
  reader->depth++;
  Piece piece = read_choice (reader);
  reader->depth--;
  reader->p = after;
  return piece;
}

static Piece
read_slot (Reader *reader, gsize length)
{
  gint slot = find_name (slot_names, SLOT_COUNT, reader->p, length);

  if (slot < 0)
    complain (reader, "unknown slot", reader->p, length);
  reader->p += length + 1;
  Piece piece = make_mark (reader, MARK_SLOT_OPEN, (guint) MAX (slot, 0));
  piece = make_sequence (reader, piece, *reader->p == '@' ? read_block (reader) : read_class (reader));
  return make_sequence (reader, piece, make_mark (reader, MARK_SLOT_CLOSE, (guint) MAX (slot, 0)));
}

static Piece
read_bracket (Reader *reader, char close)
{
  reader->p++;
  Piece piece = read_choice (reader);

  if (*reader->p != close)
    complain (reader, "not closed before", reader->p, strlen (reader->p));
  else
    reader->p++;
  return piece;
}

static Piece
read_item (Reader *reader)
{
  gsize length = measure_name (reader->p);

  switch (*reader->p) {
  case '(':
    return read_bracket (reader, ')');
  case '[':
    return make_choice (reader, read_bracket (reader, ']'), make_mark (reader, MARK_NONE, 0));
  case '{':
    return make_repeat (reader, read_bracket (reader, '}'));
  case '@':
    return read_block (reader);
  case '<':
    reader->p++;
    return make_mark (reader, MARK_GROUP_OPEN, 0);
  case '>':
    reader->p++;
    return make_mark (reader, MARK_GROUP_CLOSE, 0);
  default:
    return length > 0 && reader->p[length] == '=' ? read_slot (reader, length) : read_class (reader);
  }
}

static Piece
read_sequence (Reader *reader)
{
  Piece piece = make_mark (reader, MARK_NONE, 0);

  for (;;) {
    while (*reader->p == ' ')
      reader->p++;
    if (*reader->p == '\0' || strchr (")]}|", *reader->p) != NULL || reader->message != NULL)
      return piece;
    piece = make_sequence (reader, piece, read_item (reader));
  }
}

/* A choice among PIECES first..end-1, halved again and again: the order in which they are tried stays, and where the next
 * word tells which one it is, it is found in few steps. */
static Piece
join_choices (Reader *reader, const GArray *pieces, guint first, guint end)
{
  guint middle = first + (end - first + 1) / 2;

  if (end - first == 1)
    return g_array_index (pieces, Piece, first);
  Piece a = join_choices (reader, pieces, first, middle), b = join_choices (reader, pieces, middle, end);
  return make_choice (reader, a, b);
}

static Piece
read_choice (Reader *reader)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  Piece piece = read_sequence (reader);

  g_array_append_val (pieces, piece);
  while (*reader->p == '|') {
    reader->p++;
    piece = read_sequence (reader);
    g_array_append_val (pieces, piece);
  }
  return join_choices (reader, pieces, 0, pieces->len);
}

static Piece
read_pattern (Reader *reader, const char *pattern)
{
  gboolean whole = strchr (pattern, '<') == NULL;
  Piece piece = make_mark (reader, whole ? MARK_GROUP_OPEN : MARK_NONE, 0);

  reader->p = pattern;
  piece = make_sequence (reader, piece, read_choice (reader));
  if (*reader->p != '\0')
    complain (reader, "left over", reader->p, strlen (reader->p));
  return whole ? make_sequence (reader, piece, make_mark (reader, MARK_GROUP_CLOSE, 0)) : piece;
}

static void
read_rule (Reader *reader, const char *const *cells, guint n_columns)
{
  Rule rule = { .name = cells[0], .resolver = cells[2], .arguments = n_columns > 3 ? cells[3] : "" };
  Piece piece = read_pattern (reader, cells[1]);

  rule.start = piece.first;
  link_node (reader, piece.last,
             add_node (reader, (Node){ .kind = NODE_ACCEPT, .next = (gint32) reader->grammar->rules->len }));
  g_array_append_val (reader->grammar->rules, rule);
}

GrammarBuilder *
tarikh_time_builder_new (const TarikhLexiconTable *table, char **message)
{
  GrammarBuilder *grammar = g_new0 (GrammarBuilder, 1);
  g_autoptr (GHashTable) blocks = g_hash_table_new (g_str_hash, g_str_equal);
  Reader reader = { .grammar = grammar, .blocks = blocks };

  grammar->nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  grammar->rules = g_array_new (FALSE, TRUE, sizeof (Rule));
  for (guint i = 0; i < table->n_rows; i++) {
    const char *const *cells = table->cells + i * table->n_columns;
    if (cells[0][0] == '@')
      g_hash_table_insert (blocks, (gpointer) (cells[0] + 1), (gpointer) cells[1]);
  }
  for (guint i = 0; i < table->n_rows && reader.message == NULL; i++) {
    const char *const *cells = table->cells + i * table->n_columns;
    if (cells[0][0] == '@')
      continue;
    read_rule (&reader, cells, table->n_columns);
    if (reader.message != NULL) {
      *message = g_strdup_printf ("rule %s: %s", cells[0], reader.message);
      g_free (reader.message);
      tarikh_time_builder_free (grammar);
      return NULL;
    }
  }
  return grammar;
}

void
tarikh_time_builder_free (GrammarBuilder *grammar)
{
  if (grammar == NULL)
    return;
  GArray *arrays[] = { grammar->nodes, grammar->begins, grammar->rules, grammar->states, grammar->edges, grammar->accepts };
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    if (arrays[i] != NULL)
      g_array_unref (arrays[i]);
  g_free (grammar);
}
