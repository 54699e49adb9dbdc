/* event/telling: which clause tells what happened, when the one that has the time only says, thinks, is or stands; and which
 * clause a time inside a smaller one belongs to. */
#include "event/dater.h"

/* "Batista, who had been ruling since 1952": a state that another happening found, not one itself. */
gboolean
tarikh_event_clause_is_state (const EventReader *reader, const EventClause *clause, guint flags)
{
  return flags & TARIKH_TIME_SINCE && clause->kind != CLAUSE_MAIN && clause->verb != NO_TOKEN
         && clause->auxiliary != NO_TOKEN && reader->words[clause->auxiliary].kind == KIND_BE
         && reader->words[clause->auxiliary].flags & WORD_PAST && reader->words[clause->verb].flags & WORD_PRESENT;
}

gboolean
tarikh_event_clause_acts (const EventReader *reader, const EventClause *clause)
{
  if (clause->verb == NO_TOKEN || clause->kind == CLAUSE_SOURCE)
    return FALSE;
  const EventWord *verb = &reader->words[clause->verb];
  return verb->kind != KIND_NONE;
}

gboolean
tarikh_event_clause_tells (const EventReader *reader, const EventClause *clause)
{
  if (clause->verb == NO_TOKEN || clause->marks & WORD_NEGATION)
    return FALSE;
  guint8 kind = reader->words[clause->verb].kind;
  return kind == KIND_ACT || kind == KIND_PHASE || kind == KIND_LIGHT || kind == KIND_PLAN
         || (kind == KIND_SAY && clause->kind == CLAUSE_THAT && clause->subject != NO_TOKEN);
}

/* The clause that CHILD completes: a quotation after "that" completes who said so. */
guint32
tarikh_event_find_completed (const EventReader *reader, const EventClause *child)
{
  const EventClause *parent = reader_get_clause (reader, child->parent);

  return child->kind == CLAUSE_QUOTE && parent->kind == CLAUSE_THAT && parent->verb == NO_TOKEN ? parent->parent
                                                                                                : child->parent;
}

/* The first clause with a verb that the clause's verb of saying leads to, or NO_TOKEN. */
guint32
tarikh_event_find_said (const EventReader *reader, guint32 index)
{
  const EventClause *clause = reader_get_clause (reader, index);

  if (clause->verb == NO_TOKEN
      || (reader->words[clause->verb].kind != KIND_SAY && !reader->words[clause->verb].announces))
    return NO_TOKEN;
  guint32 near = NO_TOKEN; /* what the sentence says elsewhere, when the verb itself leads to nothing */
  for (guint32 i = index + 1; i < reader->clauses->len && i <= index + REACH_CLAUSES; i++) {
    const EventClause *child = reader_get_clause (reader, i);
    if (child->sentence != clause->sentence)
      break;
    if ((child->kind != CLAUSE_THAT && child->kind != CLAUSE_QUOTE) || child->verb == NO_TOKEN)
      continue;
    if (tarikh_event_find_completed (reader, child) == index)
      return i;
    if (near == NO_TOKEN && tarikh_event_clause_tells (reader, child))
      near = i;
  }
  return near;
}

/* The clause that tells what happened: the clause itself, or, when its verb only says, thinks, is or stands, the clause
 * inside it that does ("the last meeting was in May, when he visited"). NO_TOKEN when none does. */
guint32
tarikh_event_find_telling (const EventReader *reader, guint32 index)
{
  const EventClause *clause = reader_get_clause (reader, index);
  guint8 kind = reader->words[clause->verb].kind;
  gboolean speaks = kind == KIND_SAY || kind == KIND_THINK;

  if (!speaks && kind != KIND_BE && kind != KIND_STAND && kind != KIND_MODAL)
    return index;
  for (guint32 i = index + 1; i < reader->clauses->len && i <= index + REACH_CLAUSES; i++) {
    const EventClause *child = reader_get_clause (reader, i);
    if (child->sentence != clause->sentence)
      break;
    gboolean fits
        = speaks ? child->kind == CLAUSE_THAT || child->kind == CLAUSE_QUOTE
                 : child->kind == CLAUSE_WHEN || child->kind == CLAUSE_BARE_RELATIVE || child->kind == CLAUSE_RELATIVE;
    if (tarikh_event_find_completed (reader, child) != index || !fits || !tarikh_event_clause_tells (reader, child))
      continue;
    return speaks && (reader->words[child->verb].flags & (WORD_PRESENT | WORD_PAST)) == WORD_PRESENT
               ? index
               : i; /* a promise is the speaker's deed */
  }
  return NO_TOKEN;
}

/* A clause that only thinks, may, or points ("that came in a meeting") tells nothing of its own. */
gboolean
tarikh_event_clause_is_empty (const EventReader *reader, const EventClause *clause)
{
  guint8 kind = reader->words[clause->verb].kind;
  guint32 next = clause->verb + 1;

  if (kind == KIND_THINK || kind == KIND_MODAL)
    return TRUE;
  return (kind == KIND_STAND || kind == KIND_BE) && next < reader->text->n_tokens
         && reader->words[next].flags & WORD_DEMONSTRATIVE && !(reader->words[next].flags & WORD_TIME);
}

/* "a man who is said to belong to the group killed two on Monday": what is so dates nothing where something was done. */
static gboolean
only_stands (const EventReader *reader, const EventClause *clause)
{
  const EventClause *parent = reader_get_clause (reader, clause->parent);
  gboolean inner
      = clause->kind == CLAUSE_RELATIVE || clause->kind == CLAUSE_BARE_RELATIVE || clause->kind == CLAUSE_THAT;

  if (!inner || clause->verb == NO_TOKEN || clause->auxiliary != NO_TOKEN || parent->verb == NO_TOKEN
      || reader->words[parent->verb].kind == KIND_SAY || clause->marks & (WORD_FUTURE | WORD_PLANNED | WORD_PERFECT))
    return FALSE;
  const EventWord *verb = &reader->words[clause->verb];
  return (verb->kind == KIND_STAND || verb->kind == KIND_BE || verb->kind == KIND_THINK)
         && (verb->flags & WORD_VERB) == WORD_PRESENT && !(verb->flags & WORD_FUTURE);
}

/* The nearest clause upwards that can be dated: a bracket or a clause without a verb hands its time to its parent. */
guint32
tarikh_event_find_dated_clause (const EventReader *reader, guint32 clause)
{
  for (guint n = 0; n < 12; n++) {
    const EventClause *c = reader_get_clause (reader, clause);
    gboolean mere_purpose = c->kind == CLAUSE_PURPOSE && (c->subject == NO_TOKEN || c->subject < c->verb);
    gboolean mere_trait = c->kind == CLAUSE_BARE_RELATIVE && c->verb != NO_TOKEN && c->marks & WORD_NEGATION
                          && reader_get_clause (reader, c->parent)->verb != NO_TOKEN; /* "a quake that did not last" */
    gboolean mere_manner = c->kind == CLAUSE_BARE_RELATIVE && c->first > 0            /* "in a way that secures" */
                           && reader->words[c->first - 1].flags & (guint32) WORD_HANGING
                           && reader_get_clause (reader, c->parent)->verb != NO_TOKEN;
    if ((c->verb != NO_TOKEN && !mere_purpose && !mere_trait && !mere_manner && !only_stands (reader, c))
        || c->parent == clause || c->kind == CLAUSE_QUOTE || c->kind == CLAUSE_SOURCE
        || (c->kind == CLAUSE_THAT && !only_stands (reader, c)))
      return clause;
    clause = c->parent;
  }
  return clause;
}

/* "unless it is changed this year": a condition is no happening. */
gboolean
tarikh_event_clause_is_condition (const EventClause *clause)
{
  return clause->kind == CLAUSE_IF && clause->marks & WORD_NEGATION;
}

/* "the losses have not ceased to weigh": what goes on as it was happens on no day. */
gboolean
tarikh_event_clause_goes_on (const EventReader *reader, const EventClause *clause, guint32 index)
{
  const EventWord *verb = &reader->words[clause->verb];

  return tarikh_event_find_telling (reader, index) == NO_TOKEN && clause->marks & WORD_NEGATION
         && verb->kind == KIND_STAND && verb->flags & WORD_PRESENT;
}
