/* event/status: whether what a clause tells has happened, goes on, is planned or only may be. */
#include "event/dater.h"

TarikhStatus
tarikh_event_judge_status (const EventReader *reader, const EventClause *clause, TarikhInterval days)
{
  const EventWord *verb = clause->verb != NO_TOKEN ? &reader->words[clause->verb] : NULL;
  TarikhDay today = reader->reading->published.last;
  gboolean future = (clause->marks & WORD_FUTURE) || (verb != NULL && verb->flags & WORD_FUTURE);
  gboolean present = verb != NULL && verb->flags & WORD_PRESENT;

  if (today != TARIKH_DAY_NONE && days.first != TARIKH_DAY_NONE && days.last < today && !future)
    return TARIKH_STATUS_PAST;
  if (clause->kind == CLAUSE_IF || clause->marks & WORD_POSSIBLE
      || (clause->marks & WORD_PERFECT && present && !future))
    return TARIKH_STATUS_HYPOTHETICAL;
  if (future || clause->marks & WORD_PLANNED || (verb != NULL && verb->kind == KIND_PLAN)
      || (today != TARIKH_DAY_NONE && days.first != TARIKH_DAY_NONE && days.first > today))
    return TARIKH_STATUS_PLANNED;
  if (present && today != TARIKH_DAY_NONE && days.first != TARIKH_DAY_NONE && days.last >= today
      && days.last > days.first)
    return TARIKH_STATUS_ONGOING;
  return TARIKH_STATUS_PAST;
}
