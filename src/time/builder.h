/* time/builder: an automaton under construction. Only time/compile, at build time, makes one. */
#pragma once

#include "time/grammar.h"

typedef struct {
  GArray *nodes;   /* Node */
  GArray *begins;  /* Begin */
  GArray *rules;   /* Rule */
  GArray *states;  /* State; 0 is the start */
  GArray *edges;   /* Edge */
  GArray *accepts; /* guint16 */
} GrammarBuilder;

/* Reads the rows of TABLE; NULL and MESSAGE set (transfer full) when one is wrong. */
GrammarBuilder *tarikh_time_builder_new (const TarikhLexiconTable *table, char **message);
void tarikh_time_builder_free (GrammarBuilder *builder);
/* Turns the nodes into states (time/determinise). FALSE when there are more than the automaton's numbers can count. */
gboolean tarikh_time_builder_determinise (GrammarBuilder *builder);
/* Makes the nodes quick to walk (time/prune); last of all, for it numbers them anew. FALSE as above. */
gboolean tarikh_time_builder_prune (GrammarBuilder *builder);
