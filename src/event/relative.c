/* event/relative: the headline of a relative clause: the noun that it tells of is put in where its pronoun stood. */
#include "event/headline.h"

/* The name whose last token stands before END, or NULL. */
static const EventName *
find_name_ending (const Writer *w, guint32 end)
{
  for (guint32 i = end; i > 0 && i + 8 > end && writer_get_word (w, i - 1)->flags & WORD_NAMED; i--) {
    const EventName *name = tarikh_event_name_at (w->reader, i - 1);
    if (name != NULL)
      return name->end == end ? name : NULL;
  }
  return NULL;
}

/* First token of the noun that a relative clause tells of. */
static guint32
find_antecedent (const Writer *w, const EventClause *clause)
{
  guint32 i = clause->first;
  guint32 owner = NO_TOKEN;

  while (i > 0) {
    const EventWord *word = writer_get_word (w, i - 1);
    const TarikhToken *token = writer_get_token (w, i - 1);
    if (token->kind == TARIKH_TOKEN_NEWLINE)
      break;
    if (token->kind == TARIKH_TOKEN_PUNCT) {
      if (owner != NO_TOKEN && !tarikh_event_is_quote (token))
        break;
      i--;
      continue;
    }
    if (owner == NO_TOKEN) {
      owner = word->clause;
      const EventName *name = find_name_ending (w, i);
      if (name != NULL && name->kind == NAME_PERSON)
        return name->first;
    }
    if (i < clause->first && tarikh_event_has_article (w, i - 1) && tarikh_event_has_article (w, i)
        && writer_get_word (w, i)->flags & (WORD_TITLE | WORD_NAMED | WORD_ORGANISATION)
        && !tarikh_event_word_describes (w->reader, i))
      break; /* two nouns side by side: the one before is another's */
    if (word->clause != owner || word->flags & (WORD_PREPOSITION | WORD_TIME | WORD_PRONOUN)
        || word->opener != OPENER_NONE || tarikh_event_word_is_verb (w->reader, i - 1) || clause->first - i > 7)
      break;
    i--;
    if (word->clitics & (TARIKH_CLITIC_PREPOSITION | TARIKH_CLITIC_AND))
      break;
  }
  if (i == clause->first && i >= 2 && writer_get_word (w, i - 2)->flags & (WORD_NEWS_NOUN | WORD_MASDAR)
      && writer_get_token (w, i - 1)->kind == TARIKH_TOKEN_WORD && !tarikh_event_has_article (w, i - 2))
    return i - 2; /* "a bloody attack | led to": the adjective has a verb's shape */
  return i;
}

void
tarikh_event_write_relative (Writer *w)
{
  guint32 index = w->candidate->clause;
  const EventClause *clause = reader_get_clause (w->reader, index);
  const EventWord *verb = writer_get_word (w, clause->verb);
  guint32 antecedent = find_antecedent (w, clause), end = clause->first;
  const EventName *name = clause->subject != NO_TOKEN ? tarikh_event_name_at (w->reader, clause->subject) : NULL;
  gboolean own_subject = name != NULL && (name->kind != NAME_PLACE || verb->flags & WORD_SUFFIXED);
  Hole hole = { .subject = NO_TOKEN };

  while (end > antecedent && writer_get_token (w, end - 1)->kind == TARIKH_TOKEN_PUNCT
         && !tarikh_event_is_quote (writer_get_token (w, end - 1)))
    end--;
  const EventName *place = tarikh_event_name_at (w->reader, antecedent);
  if (!own_subject && place != NULL && place->kind == NAME_PLACE && place->gender == FORM_FEMININE
      && verb->form == FORM_MASCULINE)
    return; /* does not agree: the clause is told of a noun further back */
  if (clause->verb > 0 && writer_get_word (w, clause->verb - 1)->flags & WORD_NEGATION)
    tarikh_event_add_bare (w, clause->verb - 1, FALSE);
  Piece *piece = tarikh_event_add_bare (w, clause->verb, FALSE);
  if (verb->form == FORM_PLURAL || verb->form == FORM_DUAL)
    tarikh_event_make_singular (w, piece);
  if (verb->flags & WORD_SUFFIXED)
    piece->drop = verb->suffix_bytes;
  if (own_subject) {
    tarikh_event_add_stretch (w, clause->subject, clause->subject_end, index, &hole, FALSE);
    hole.subject = clause->subject;
    hole.subject_end = clause->subject_end;
  }
  guint32 next = clause->verb + 1;
  gboolean possessed = next < clause->end && writer_get_word (w, next)->flags & WORD_SUFFIXED
                       && writer_get_word (w, next)->flags & WORD_MASDAR;
  if (possessed) { /* "whose election was repeated": the noun gives its pronoun for the antecedent */
    tarikh_event_add_token (w, next)->drop = writer_get_word (w, next)->suffix_bytes;
    next++;
  }
  gboolean points_back = next < clause->end && writer_get_word (w, next)->preposition == 3;
  gboolean acted = points_back && clause->subject != NO_TOKEN && clause->subject > next;
  if (points_back && !acted) /* "was found on him": the preposition takes the noun itself */
    tarikh_event_add_word (w, writer_get_word (w, next)->base);
  next += points_back;
  if ((!own_subject && !acted) || verb->flags & WORD_SUFFIXED || possessed)
    tarikh_event_add_range (w, antecedent, end);
  tarikh_event_add_stretch (w, next, clause->end, index, &hole, FALSE);
}
