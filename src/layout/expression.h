/* layout/expression: the time expression that told an event's days, found again by its place. Private. */
#pragma once

#include "chronology/chronology.h"

typedef struct _TarikhExpressions TarikhExpressions;

/* Borrows from CHRONOLOGY. (transfer full) */
TarikhExpressions *tarikh_layout_expressions_new (const TarikhChronology *chronology);
void tarikh_layout_expressions_free (TarikhExpressions *expressions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhExpressions, tarikh_layout_expressions_free)
/* The words, as they stand in the story, of the first expression inside the sentences of EVENT that names its days, else
 * of one that names its first or last day; NULL when there is none. Borrowed. */
const char *tarikh_layout_expressions_find (const TarikhExpressions *expressions, const TarikhChronicleEvent *event);
