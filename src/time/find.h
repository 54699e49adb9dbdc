/* time/find: the expressions of a text, before they are resolved. Private to the room. */
#pragma once

#include "time/resolve.h"

/* One expression found. */
typedef struct {
  const Rule *rule;
  guint32 match_first, match_end; /* tokens of the whole match */
  guint32 first_token, end_token;
  guint index, n;         /* of the rule's expressions */
  Phrase phrase;
} Found;

/* The bytes of the text that FOUND stands on. */
TarikhSpan tarikh_time_found_get_span (const Context *context, const Found *found);
/* Every expression of the text, in order: Found. Dates that no calendar has go to CONTEXT's `impossible`. (transfer full) */
GArray *tarikh_time_find_all (Context *context, const Grammar *grammar);
