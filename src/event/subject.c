/* event/subject: who does it: the named subject of a clause, before or after its verb, and the one that a clause leaves
 * unsaid. Only what stands in the text; never guesses a name that does not agree with the verb. */
#include "event/room.h"

#include <string.h>

static gboolean
is_own (const EventReader *reader, guint32 token, guint32 clause)
{
  return reader->words[token].clause == clause;
}

static gboolean
is_skipped (const EventReader *reader, guint32 token)
{
  const EventWord *word = &reader->words[token];

  return (word->flags & (WORD_TIME | WORD_ADVERB | WORD_PERFECT))
         || reader->text->tokens[token].kind == TARIKH_TOKEN_PUNCT;
}

static gboolean
ends_noun_phrase (const EventReader *reader, guint32 token)
{
  const EventWord *word = &reader->words[token];

  return reader->text->tokens[token].kind != TARIKH_TOKEN_WORD || word->opener != OPENER_NONE
         || word->flags & (WORD_PREPOSITION | WORD_TIME | WORD_NEGATION | WORD_ATTRIBUTION | WORD_ADVERB | WORD_PLANNED)
         || word->clitics & (TARIKH_CLITIC_PREPOSITION | TARIKH_CLITIC_AND)
         || tarikh_event_word_is_verb (reader, token);
}

static gboolean
is_definite (const EventReader *reader, guint32 token)
{
  gsize length;
  const TarikhToken *t = &reader->text->tokens[token];

  return tarikh_event_get_bare (reader, token, &length) > tarikh_text_get_fold (reader->text, t)
         && length < t->fold_length
         && !(reader->words[token].clitics & (TARIKH_CLITIC_AND | TARIKH_CLITIC_PREPOSITION));
}

/* From TOKEN over what still belongs to the name before it: the rest of a hashtag, adjectives. */
static guint32
measure_described (const EventReader *reader, guint32 token, guint32 end)
{
  while (token + 1 < end && tarikh_text_token_is (&reader->text->tokens[token], '_'))
    token += 2;
  while (token < end && is_definite (reader, token) && tarikh_event_word_describes (reader, token)
         && !ends_noun_phrase (reader, token) && tarikh_event_name_at (reader, token) == NULL)
    token++;
  return token;
}

/* The noun phrase at TOKEN: a name whole, else up to where a noun phrase must end. */
static guint32
measure_noun_phrase (const EventReader *reader, guint32 token, guint32 end)
{
  const EventName *name = tarikh_event_name_at (reader, token);
  guint32 i = token + 1;

  if (name != NULL)
    return measure_described (reader, MIN (name->end, end), end);
  gboolean governs = !is_definite (reader, token);
  while (i < end && i < token + 6 && !ends_noun_phrase (reader, i) && tarikh_event_name_at (reader, i) == NULL
         && (governs || tarikh_event_word_describes (reader, i))) {
    governs = governs && !is_definite (reader, i);
    i++;
  }
  const EventName *after = i < end ? tarikh_event_name_at (reader, i) : NULL;
  gboolean apposed
      = after != NULL && after->kind == NAME_PERSON && !(reader->words[i].clitics); /* "the boy | Nicholas" */
  return apposed || (governs && after != NULL && !(reader->words[i].clitics)) ? MIN (after->end, end) : i;
}

static void
find_after_verb (EventReader *reader, EventClause *clause, guint32 index)
{
  guint32 first = clause->auxiliary != NO_TOKEN ? clause->auxiliary : clause->verb;

  for (guint32 i = first + 1, end = reader_limit (first, clause->end); i < end; i++) {
    if (!is_own (reader, i, index) || i == clause->verb)
      continue;
    if ((is_skipped (reader, i) || reader->words[i].preposition == 3) && !(reader->words[i].flags & WORD_NAMED))
      continue;
    if (reader->words[i].flags & WORD_PRONOUN
        || (ends_noun_phrase (reader, i) && !(reader->words[i].flags & WORD_NAMED)))
      return;
    if (reader->words[i].clitics & TARIKH_CLITIC_PREPOSITION)
      return;
    clause->subject = i;
    clause->subject_end = measure_noun_phrase (reader, i, clause->end);
    return;
  }
}

/* "in pursuit of peace, the king …": an indefinite accusative at the head of a clause is an adverb, no subject. */
static gboolean
is_accusative (const EventReader *reader, guint32 token)
{
  const TarikhToken *t = &reader->text->tokens[token];
  const char *ending = reader->grammar.adverb_ending;
  gsize n = strlen (ending);

  const EventWord *next = &reader->words[token + 1];
  return n > 0 && t->fold_length > n + 4 && !(reader->words[token].clitics & ~(guint) TARIKH_CLITIC_AND)
         && !(reader->words[token].flags & (WORD_NAMED | WORD_PLACE | WORD_TITLE | WORD_GIVEN_NAME))
         && memcmp (tarikh_text_get_fold (reader->text, t) + t->fold_length - n, ending, n) == 0
         && token + 1 < reader->text->n_tokens
         && (next->flags & WORD_PREPOSITION || next->clitics & (TARIKH_CLITIC_ARTICLE | TARIKH_CLITIC_PREPOSITION)
             || reader->text->tokens[token + 1].kind == TARIKH_TOKEN_PUNCT || is_definite (reader, token + 1));
}

/* Before the verb: the last stretch between commas that opens with a noun. */
static void
find_before_verb (EventReader *reader, EventClause *clause, guint32 index)
{
  guint32 first = clause->auxiliary != NO_TOKEN ? clause->auxiliary : clause->verb;
  gboolean start = TRUE;

  for (guint32 i = clause->first; i < first; i++) {
    if (!is_own (reader, i, index)) {
      continue;
    }
    if (is_skipped (reader, i) || (reader->words[i].opener != OPENER_NONE)) {
      start = TRUE;
      if (tarikh_text_token_is (&reader->text->tokens[i], ':') || tarikh_text_token_is (&reader->text->tokens[i], '-'))
        clause->subject = NO_TOKEN;
      continue;
    }
    if (i > 0 && reader->words[i].flags & WORD_COVERED && !(reader->words[i].flags & WORD_NAMED))
      continue;
    if (!start)
      continue;
    start = FALSE;
    if (reader->text->tokens[i].kind != TARIKH_TOKEN_WORD
        || reader->words[i].flags
               & (WORD_PREPOSITION | WORD_PRONOUN | WORD_ATTRIBUTION | WORD_NEGATION | WORD_PLANNED | WORD_POSSIBLE)
        || reader->words[i].clitics & TARIKH_CLITIC_PREPOSITION
        || (clause->kind == CLAUSE_MAIN && !(i > 0 && reader->words[i - 1].opener == OPENER_WHILE)
            && is_accusative (reader, i))
        || (reader->words[i].clitics & TARIKH_CLITIC_AND && i != clause->first))
      continue; /* a list that goes on, a phrase before the clause: no subject */
    if (clause->subject != NO_TOKEN
        && (tarikh_event_name_at (reader, clause->subject) != NULL || tarikh_event_name_at (reader, i) == NULL))
      continue; /* in apposition to what was named before */
    clause->subject = i;
    clause->subject_end = measure_noun_phrase (reader, i, first);
  }
}

/* "in what was called the worst attack, the army announced": a comma right before the verb and a name that agrees right after it:
 * what stood before was no subject. */
static gboolean
was_fenced_off (const EventReader *reader, const EventClause *clause, guint32 index)
{
  guint32 next = clause->verb + 1;

  if (clause->subject > clause->verb || clause->auxiliary != NO_TOKEN || next >= clause->end
      || tarikh_event_name_at (reader, clause->subject) != NULL || clause->verb <= clause->subject_end + 1
      || !tarikh_text_token_is (&reader->text->tokens[clause->verb - 1], 0x60c))
    return FALSE;
  const EventName *name = is_own (reader, next, index) ? tarikh_event_name_at (reader, next) : NULL;
  return name != NULL && name->kind != NAME_PLACE && !(reader->words[next].clitics)
         && !(reader->words[clause->verb].flags & WORD_SUFFIXED)
         && (name->gender == FORM_NONE || name->gender == reader->words[clause->verb].form);
}

void
tarikh_event_find_subjects (EventReader *reader)
{
  for (guint32 i = 0; i < reader->clauses->len; i++) {
    EventClause *clause = reader_get_clause (reader, i);
    if (clause->verb == NO_TOKEN)
      continue;
    find_before_verb (reader, clause, i);
    if (clause->subject == NO_TOKEN || was_fenced_off (reader, clause, i))
      find_after_verb (reader, clause, i);
  }
}

static guint8
get_gender (const EventReader *reader, const EventClause *clause)
{
  guint8 form = reader->words[clause->verb].form;

  return form == FORM_MASCULINE || form == FORM_FEMININE ? form : FORM_NONE;
}

/* The clause whose subject an unsaid subject of CLAUSE_INDEX with a verb of FORM repeats: the nearest before it, at most three
 * sentences back, whose verb agrees and whose subject is a name; in the same sentence also a definite noun, of who speaks a title.
 * NO_TOKEN when the text leaves it open. */
guint32
tarikh_event_recall_subject (const EventReader *reader, guint32 clause_index, guint8 form)
{
  const EventClause *clause = reader_get_clause (reader, clause_index);

  if (form != FORM_MASCULINE && form != FORM_FEMININE)
    return NO_TOKEN;
  gboolean speaks = reader->words[clause->verb].kind == KIND_SAY || reader->words[clause->verb].announces;
  for (guint32 i = clause_index, n = 0; i-- > 0 && n < REACH_CLAUSES; n++) {
    const EventClause *before = reader_get_clause (reader, i);
    if (before->sentence + 2 < clause->sentence)
      break;
    if ((before->kind != CLAUSE_MAIN && before->kind != CLAUSE_THAT) || before->verb == NO_TOKEN
        || before->subject == NO_TOKEN || get_gender (reader, before) != form)
      continue; /* does not agree: cannot be meant */
    const EventName *name = tarikh_event_name_at (reader, before->subject);
    gboolean near = before->sentence == clause->sentence;
    gboolean definite = is_definite (reader, before->subject) || is_definite (reader, before->subject_end - 1);
    gboolean speaker = speaks && reader->words[before->subject].flags & WORD_TITLE;
    gboolean known = name != NULL ? name->kind != NAME_PLACE : definite && (near || speaker);
    return known ? i : NO_TOKEN;
  }
  return NO_TOKEN;
}
