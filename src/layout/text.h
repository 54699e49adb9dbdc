/* layout/text: a text made safe to set, with the isolates that keep its foreign parts in order. Private to layout. */
#pragma once

#include <glib.h>

/* What cleaning took from a text; bits. */
typedef enum {
  TARIKH_TEXT_CLEANED = 1 << 0, /* controls, marks of direction, pictures, bytes that are no text, marks beyond the cap */
  TARIKH_TEXT_CUT = 1 << 1
} TarikhTextChanges;

/* TEXT as it may be set: valid, composed (NFC), one line, without controls, foreign bidi marks, private-use characters
 * and emoji; at most 8 marks a base; at most 2000 characters, cut at a word with an ellipsis.
 * *CHANGES (may be NULL) tells what else than blanks was lost. (transfer full) */
char *tarikh_layout_text_clean (const char *text, guint *changes);
/* LINE with every run against the direction that neutrals could tear (Latin names, hyphenated numbers) in an isolate.
 * Isolates already there are taken out first. (transfer full) */
char *tarikh_layout_text_isolate (const char *line, gsize length, gboolean right_to_left);
