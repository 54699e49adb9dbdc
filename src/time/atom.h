/* time/atom: what each token of a text is to the grammar: its meanings and its shapes. Private to the room. */
#pragma once

#include "time/grammar.h"

typedef struct {
  const TarikhLexeme *lexemes;
  gint32 number;      /* of a number, grouping signs read; -1 when there is none */
  guint32 shapes;     /* bit set, SHAPE_x - SHAPE_FIRST - 1 */
  guint8 n_lexemes;
  guint8 n_tokens;    /* tokens that it covers, at least 1 */
  guint8 dress;       /* DRESS_x of the first token */
  guint8 clitic_bytes; /* of the text, before the word itself */
  guint8 inner;       /* a number that is the tail of a longer one: starts nothing */
} Atom;

/* One atom for each token of TEXT; free with g_free. */
Atom *tarikh_time_atom_cut (const TarikhText *text, const TarikhLexicon *lexicon);
/* The meaning of class CLASS_ID that ATOM has, or NULL. */
static inline const TarikhLexeme *
tarikh_time_atom_find (const Atom *atom, TarikhLexiconClass class_id)
{
  for (guint i = 0; i < atom->n_lexemes; i++)
    if (atom->lexemes[i].class_id == class_id)
      return &atom->lexemes[i];
  return NULL;
}

#define SHAPE_BIT(name) (1u << (SHAPE_##name - SHAPE_FIRST - 1))
