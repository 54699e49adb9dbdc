/* event/sentence: the headline of a clause by its verb: verb, subject, the rest. */
#include "event/headline.h"

#include <string.h>

/* The subject of the clause at INDEX again, where another leaves it unsaid. */
void
tarikh_event_add_recalled (Writer *w, guint32 index)
{
  const EventClause *clause = reader_get_clause (w->reader, index);

  tarikh_event_add_range (w, clause->subject, clause->subject_end);
}

/* Whether the name at SUBJECT can be the subject of VERB; of other nouns only a deed's is known. */
gboolean
tarikh_event_agrees (const Writer *w, guint32 subject, guint32 verb)
{
  const EventName *name = tarikh_event_name_at (w->reader, subject);
  guint8 form = writer_get_word (w, verb)->form;
  guint32 two_readings = WORD_PAST | WORD_PRESENT;

  if (name == NULL)
    return form != FORM_FEMININE || !(writer_get_word (w, subject)->flags & WORD_MASDAR)
           || tarikh_event_is_feminine (w, subject) || writer_get_word (w, subject)->flags & WORD_NOUN_TOO;
  return (writer_get_word (w, verb)->flags & two_readings) == two_readings || name->gender == FORM_NONE
         || name->gender == form || form == FORM_PLURAL || form == FORM_DUAL;
}

/* Where the subject before the verb at LEAD ends for a headline: what explains it between commas up to the verb goes. */
static guint32
end_subject (const Writer *w, const EventClause *clause, guint32 lead)
{
  guint32 i = lead, comma = clause->subject_end;

  if (comma >= lead || !tarikh_text_token_is (writer_get_token (w, comma), 0x60c))
    return lead;
  while (i > comma + 1 && writer_get_word (w, i - 1)->flags & (WORD_TIME | WORD_ADVERB | WORD_PERFECT))
    i--;
  return i > comma + 1 && tarikh_text_token_is (writer_get_token (w, i - 1), 0x60c) ? comma : lead;
}

/* "she announced that she sold | the plant": what follows the verb of a "that" with a pronoun is its object. */
static gboolean
may_be_object (const Writer *w, const EventClause *clause)
{
  const EventWord *verb = writer_get_word (w, clause->verb);

  return clause->kind == CLAUSE_THAT && clause->subject > clause->verb && verb->kind == KIND_ACT && !verb->intransitive
         && !(verb->flags & WORD_PASSIVE) && tarikh_event_name_at (w->reader, clause->subject) == NULL;
}

/* "was sentenced | on him", "was freed | his bond": the person whom the pronoun means, when certain. Returns the token after. */
static guint32
write_owned (Writer *w, const EventClause *clause, guint32 index)
{
  guint32 next = clause->verb + 1;

  if (clause->kind != CLAUSE_MAIN || next >= clause->end
      || !(writer_get_word (w, clause->verb)->flags & WORD_PASSIVE
           || writer_get_word (w, clause->verb)->kind == KIND_LIGHT))
    return next;
  gboolean back = writer_get_word (w, next)->preposition == 3;
  guint8 bytes = back ? 0 : tarikh_event_measure_possessive (w, next);
  const EventName *owner = back || bytes > 0 ? tarikh_event_find_owner (w, index, next) : NULL;
  if (owner == NULL)
    return next;
  if (!back)
    tarikh_event_add_token (w, next)->drop = bytes;
  guint first = w->pieces->len;
  const char *base = writer_get_word (w, next)->base;
  gboolean glued = back && base[0] != '\0' && *g_utf8_next_char (base) == '\0';
  if (back && !glued)
    tarikh_event_add_word (w, base);
  tarikh_event_add_range (w, owner->first, owner->end);
  if (glued && w->pieces->len > first)
    tarikh_event_glue_preposition (w, writer_get_piece (w, first), base);
  return next + 1;
}

/* "that | a spokesman said", "but | a spokesman said": the subject before the verb stands in the accusative. */
static gboolean
was_governed (const Writer *w, const EventClause *clause)
{
  guint32 subject = clause->subject;

  return !(writer_get_word (w, subject)->flags & WORD_NAMED)
         && (clause->kind == CLAUSE_THAT
             || (subject > 0 && writer_get_word (w, subject - 1)->opener == OPENER_WHILE));
}

void
tarikh_event_write_clause (Writer *w)
{
  const EventReader *reader = w->reader;
  guint32 index = w->candidate->clause;
  const EventClause *clause = reader_get_clause (reader, index);
  guint32 auxiliary = clause->auxiliary, verb = clause->verb;
  guint32 end = reader->text->sentences[clause->sentence].end_token;
  guint32 lead = auxiliary != NO_TOKEN ? auxiliary : verb;
  Hole hole = { .subject = NO_TOKEN };

  if (clause->subject != NO_TOKEN && clause->subject < lead && tarikh_event_agrees (w, clause->subject, lead)) {
    hole.subject = clause->subject;
    hole.subject_end = clause->subject_end;
  }
  guint32 stretch_end = hole.subject != NO_TOKEN ? end_subject (w, clause, lead) : lead;
  gboolean leads = clause->subject != NO_TOKEN && clause->subject < verb;
  if (auxiliary != NO_TOKEN && writer_get_word (w, auxiliary)->kind != KIND_BE) {
    tarikh_event_add_verb (w, auxiliary, hole.subject != NO_TOKEN);
    if (hole.subject != NO_TOKEN)
      tarikh_event_add_stretch (w, hole.subject, stretch_end, index, &(Hole){ .subject = NO_TOKEN }, FALSE);
    tarikh_event_add_stretch (w, auxiliary + 1, end, index, &hole, FALSE);
    return;
  }
  tarikh_event_add_verb (w, verb, leads);
  if (hole.subject != NO_TOKEN) {
    guint first = w->pieces->len;
    tarikh_event_add_stretch (w, hole.subject, stretch_end, index, &(Hole){ .subject = NO_TOKEN }, FALSE);
    if (w->pieces->len > first && was_governed (w, clause))
      tarikh_event_make_phrase_nominative (w, first, writer_get_word (w, verb)->form == FORM_PLURAL);
  } else if (auxiliary != NO_TOKEN) {
    tarikh_event_add_stretch (w, auxiliary + 1, verb, index, &hole, FALSE);
  } else if (clause->subject == NO_TOKEN || may_be_object (w, clause)) {
    Phrase unsaid = tarikh_event_find_unsaid (w, index);
    tarikh_event_add_range (w, unsaid.first, unsaid.end);
  }
  guint32 next = write_owned (w, clause, index);
  tarikh_event_add_stretch (w, next, end, index, &hole, FALSE);
}
