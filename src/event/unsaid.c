/* event/unsaid: the subject that a clause leaves unsaid, where it stands elsewhere: in a clause before, with who announces, with
 * the preposition of an impersonal verb, in the line above. Reads only; says nothing when verb and noun do not agree. */
#include "event/headline.h"

#include <string.h>

#define REACH_HEADING 4 /* sentences */

static const Phrase nobody = { 0, 0 };

static Phrase
get_subject (const Writer *w, guint32 index)
{
  const EventClause *clause = reader_get_clause (w->reader, index);

  return (Phrase){ clause->subject, clause->subject_end };
}

static gboolean
is_passive_or_plain (const EventWord *verb)
{
  return (verb->flags & WORD_PASSIVE) != 0 || verb->kind == KIND_LIGHT || verb->kind == KIND_BE;
}

/* Whether the verb of CLAUSE can take the subject of a clause before it: a passive only when nothing else can be its subject. */
static gboolean
may_recall (const Writer *w, const EventClause *clause, guint32 index)
{
  guint32 next = clause->verb + 1;

  if (!is_passive_or_plain (writer_get_word (w, clause->verb)))
    return TRUE;
  return writer_get_word (w, clause->verb)->flags & WORD_PASSIVE
         && tarikh_event_find_complement (w, index, clause->verb) == 0
         && (next >= clause->end || writer_get_word (w, next)->flags & WORD_TIME
             || (writer_get_word (w, next)->flags & WORD_PREPOSITION
                 && tarikh_event_leads_to_time (w, next, clause->end)));
}

static gboolean
fits_verb (const Writer *w, guint32 noun, guint8 form)
{
  return form == FORM_FEMININE ? tarikh_event_is_feminine (w, noun)
                               : form == FORM_MASCULINE && !tarikh_event_is_feminine (w, noun);
}

/* "* Salim Haddad, the elder brother: | born in 1958": the person whom the last line without a verb names, when nobody who agrees
 * with a verb of FORM was named since. */
static Phrase
find_heading (const Writer *w, const EventClause *clause, guint32 index, guint8 form)
{
  for (guint32 i = index, n = 0; i-- > 0 && n < 24; n++) {
    const EventClause *before = reader_get_clause (w->reader, i);
    if (before->sentence + REACH_HEADING < clause->sentence)
      return nobody;
    if (before->verb != NO_TOKEN
        && (writer_get_word (w, before->verb)->form != form || before->subject == NO_TOKEN))
      continue;
    if (before->verb != NO_TOKEN)
      return nobody;
    guint32 last = w->reader->text->sentences[before->sentence].end_token - 1;
    while (last > before->first && writer_get_token (w, last)->kind == TARIKH_TOKEN_NEWLINE)
      last--;
    if (before->kind != CLAUSE_MAIN || before->sentence == clause->sentence
        || !tarikh_text_token_is (writer_get_token (w, last), ':'))
      continue;
    guint32 head = before->first;
    while (head < last && writer_get_token (w, head)->kind != TARIKH_TOKEN_WORD)
      head++;
    const EventName *name = tarikh_event_name_at (w->reader, head);
    return name != NULL && name->kind == NAME_PERSON && (name->gender == FORM_NONE || name->gender == form)
               ? (Phrase){ name->first, name->end }
               : nobody;
  }
  return nobody;
}

static Phrase
find_main (const Writer *w, const EventClause *clause, guint32 index)
{
  guint8 form = writer_get_word (w, clause->verb)->form;

  if (!may_recall (w, clause, index)) {
    gboolean born = writer_get_word (w, clause->verb)->flags & WORD_PASSIVE;
    return born && clause->verb == clause->first ? find_heading (w, clause, index, form) : nobody;
  }
  guint32 before = tarikh_event_recall_subject (w->reader, index, form);
  if (before != NO_TOKEN)
    return get_subject (w, before);
  return find_heading (w, clause, index, form);
}

/* "he announced that he | will go": the pronoun of "that" is the announcer, when the verbs agree. */
static Phrase
find_announcer (const Writer *w, const EventClause *clause)
{
  const EventClause *parent = reader_get_clause (w->reader, clause->parent);
  const EventWord *verb = writer_get_word (w, clause->verb);
  const TarikhToken *opener = writer_get_token (w, clause->first);
  gsize bare = strlen (w->reader->grammar.that);

  if (parent->verb == NO_TOKEN || bare == 0 || !tarikh_event_verb_announces (w, parent->verb)
      || writer_get_word (w, parent->verb)->form != verb->form || is_passive_or_plain (verb)
      || verb->kind == KIND_MODAL || writer_get_word (w, clause->first)->opener != OPENER_THAT
      || opener->fold_length <= bare || tarikh_event_get_pronoun (w, clause->first) != verb->form)
    return nobody;
  if (parent->subject == NO_TOKEN) {
    guint32 before = parent->kind == CLAUSE_MAIN
                         ? tarikh_event_recall_subject (w->reader, clause->parent, verb->form)
                         : NO_TOKEN;
    return before != NO_TOKEN ? get_subject (w, before) : nobody;
  }
  if (parent->subject_end > parent->subject + 8
      || (tarikh_event_name_at (w->reader, parent->subject) == NULL
          && !(verb->form == FORM_FEMININE && tarikh_event_is_feminine (w, parent->subject))))
    return nobody; /* who was told might stand there */
  return get_subject (w, clause->parent);
}

/* A name, a word that no table knows, or a noun whose article fused with its preposition. */
static gboolean
may_be_definite (const Writer *w, guint32 noun)
{
  const EventWord *word = writer_get_word (w, noun);

  return !(word->flags & WORD_KNOWN) || word->flags & (WORD_NAMED | WORD_GIVEN_NAME) || word->clitics & TARIKH_CLITIC_FUSED;
}

/* "it had happened | to the team | that it won": of an impersonal verb without a subject the noun with its preposition acts. */
static Phrase
find_concerned (const Writer *w, const EventClause *clause)
{
  const EventClause *parent = reader_get_clause (w->reader, clause->parent);
  guint32 noun = parent->verb + 1, end = noun + 1;

  if (parent->verb == NO_TOKEN || parent->subject != NO_TOKEN || parent->auxiliary != NO_TOKEN || noun >= clause->first
      || writer_get_word (w, parent->verb)->form != FORM_MASCULINE
      || !(writer_get_word (w, noun)->clitics & TARIKH_CLITIC_PREPOSITION)
      || !may_be_definite (w, noun)
      || !fits_verb (w, noun, writer_get_word (w, clause->verb)->form))
    return nobody;
  const EventName *name = tarikh_event_name_at (w->reader, noun);
  if (name != NULL)
    return (Phrase){ noun, name->end };
  while (end < clause->first && end < noun + 4 && writer_get_word (w, end)->clause == clause->parent
         && (tarikh_event_has_article (w, end)
             || (!(writer_get_word (w, end)->flags & WORD_KNOWN) && !tarikh_event_has_article (w, noun))))
    end++;
  return (Phrase){ noun, end };
}

/* "where she | received", "when he | moved": what a clause only adds has the subject of the clause that it is added to. */
static Phrase
find_outer (const Writer *w, const EventClause *clause)
{
  const EventClause *parent = reader_get_clause (w->reader, clause->parent);
  const EventWord *verb = writer_get_word (w, clause->verb);

  if (parent == clause || parent->verb == NO_TOKEN || parent->kind != CLAUSE_MAIN || is_passive_or_plain (verb)
      || is_passive_or_plain (writer_get_word (w, parent->verb)) || parent->verb > clause->verb
      || writer_get_word (w, parent->verb)->form != verb->form)
    return nobody;
  if (parent->subject == NO_TOKEN)
    return find_main (w, parent, clause->parent);
  return tarikh_event_name_at (w->reader, parent->subject) != NULL ? get_subject (w, clause->parent) : nobody;
}

/* The words that name who acts in the clause at INDEX, which has no subject of its own; empty when that is not certain. */
Phrase
tarikh_event_find_unsaid (const Writer *w, guint32 index)
{
  const EventClause *clause = reader_get_clause (w->reader, index);

  if (clause->verb + 1 < clause->end && writer_get_word (w, clause->verb + 1)->flags & WORD_DEMONSTRATIVE)
    return nobody; /* "that event | will last" */
  if (clause->kind == CLAUSE_MAIN)
    return find_main (w, clause, index);
  if (clause->kind == CLAUSE_WHEN || clause->kind == CLAUSE_COMMENT)
    return find_outer (w, clause);
  if (clause->kind != CLAUSE_THAT)
    return nobody;
  Phrase announcer = find_announcer (w, clause);
  return announcer.end > 0 ? announcer : find_concerned (w, clause);
}
