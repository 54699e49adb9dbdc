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
/* Where a reader finds EVENT told: the address of the first of its stories that has one on the web, else the place of its
 * best story in the list of sources ("#source-2"); NULL when it names no story. (transfer full) */
char *tarikh_layout_citations_find_target (const TarikhCitations *citations, const TarikhChronicleEvent *event);
/* The address of STORY when it is one on the web, else NULL. Borrowed. */
const char *tarikh_layout_citations_get_address (const TarikhChronicleStory *story);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TarikhCitations, tarikh_layout_citations_clear)
