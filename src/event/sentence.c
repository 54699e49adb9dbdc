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
may_recall (const Writer *w, const EventClause *clause)
{
  guint32 next = clause->verb + 1;

  if (!is_passive_or_plain (writer_get_word (w, clause->verb)))
    return TRUE;
  return writer_get_word (w, clause->verb)->flags & WORD_PASSIVE
         && (next >= clause->end || writer_get_word (w, next)->flags & WORD_TIME
             || (writer_get_word (w, next)->flags & WORD_PREPOSITION
                 && tarikh_event_leads_to_time (w, next, clause->end)));
}

/* Whether the name at SUBJECT can be the subject of VERB; anything but a name is trusted. */
static gboolean
agrees (const Writer *w, guint32 subject, guint32 verb)
{
  const EventName *name = tarikh_event_name_at (w->reader, subject);
  guint8 form = writer_get_word (w, verb)->form;
  guint32 two_readings = WORD_PAST | WORD_PRESENT;

  return name == NULL || (writer_get_word (w, verb)->flags & two_readings) == two_readings || name->gender == FORM_NONE
         || name->gender == form || form == FORM_PLURAL || form == FORM_DUAL;
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

  if (clause->subject != NO_TOKEN && clause->subject < lead && agrees (w, clause->subject, lead)) {
    hole.subject = clause->subject;
    hole.subject_end = clause->subject_end;
  }
  gboolean leads = clause->subject != NO_TOKEN && clause->subject < verb;
  if (auxiliary != NO_TOKEN && writer_get_word (w, auxiliary)->kind != KIND_BE) {
    tarikh_event_add_verb (w, auxiliary, hole.subject != NO_TOKEN);
    if (hole.subject != NO_TOKEN)
      tarikh_event_add_stretch (w, hole.subject, lead, index, &(Hole){ .subject = NO_TOKEN }, FALSE);
    tarikh_event_add_stretch (w, auxiliary + 1, end, index, &hole, FALSE);
    return;
  }
  tarikh_event_add_verb (w, verb, leads);
  if (hole.subject != NO_TOKEN) {
    guint first = w->pieces->len;
    tarikh_event_add_stretch (w, hole.subject, lead, index, &(Hole){ .subject = NO_TOKEN }, FALSE);
    if (clause->kind == CLAUSE_THAT && w->pieces->len > first
        && !(writer_get_word (w, hole.subject)->flags & WORD_NAMED))
      tarikh_event_make_phrase_nominative (w, first, FALSE);
  } else if (auxiliary != NO_TOKEN) {
    tarikh_event_add_stretch (w, auxiliary + 1, verb, index, &hole, FALSE);
  } else if (clause->subject == NO_TOKEN && clause->kind == CLAUSE_MAIN && may_recall (w, clause)) {
    guint32 before = tarikh_event_recall_subject (reader, index, writer_get_word (w, verb)->form);
    if (before != NO_TOKEN)
      tarikh_event_add_recalled (w, before);
  }
  tarikh_event_add_stretch (w, verb + 1, end, index, &hole, FALSE);
}
