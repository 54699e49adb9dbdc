/* layout/cite: the stories that the page names, numbered. */
#pragma once

#include "chronology/chronology.h"

typedef struct {
  GPtrArray *stories;  /* TarikhChronicleStory*, borrowed; the number of one is its place, from 1 */
  GHashTable *numbers; /* story id → number */
} TarikhCitations;

/* The stories that tell an event of CHRONOLOGY, in its order; all of them when there is no event. */
void tarikh_layout_citations_init (TarikhCitations *citations, const TarikhChronology *chronology);
void tarikh_layout_citations_clear (TarikhCitations *citations);
/* The numbers of the stories that tell EVENT, each once, rising. (transfer full) guint */
GArray *tarikh_layout_citations_number (const TarikhCitations *citations, const TarikhChronicleEvent *event);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TarikhCitations, tarikh_layout_citations_clear)
