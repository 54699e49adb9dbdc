/* event/sentence: the headline of a clause by its verb: verb, subject, the rest. */
#include "event/headline.h"

/* The subject of the clause at INDEX again, where another leaves it unsaid. */
void
tarikh_event_add_recalled (Writer *w, guint32 index)
{
  const EventClause *clause = reader_get_clause (w->reader, index);

  tarikh_event_add_range (w, clause->subject, clause->subject_end);
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
    if (clause->kind == CLAUSE_THAT && w->pieces->len > first
        && !(writer_get_word (w, hole.subject)->flags & WORD_NAMED))
      tarikh_event_make_phrase_nominative (w, first, FALSE);
  } else if (auxiliary != NO_TOKEN) {
    tarikh_event_add_stretch (w, auxiliary + 1, verb, index, &hole, FALSE);
  } else if (clause->subject == NO_TOKEN && clause->kind == CLAUSE_MAIN && may_recall (w, clause, index)) {
    guint32 before = tarikh_event_recall_subject (reader, index, writer_get_word (w, verb)->form);
    if (before != NO_TOKEN)
      tarikh_event_add_recalled (w, before);
  }
  tarikh_event_add_stretch (w, verb + 1, end, index, &hole, FALSE);
}
