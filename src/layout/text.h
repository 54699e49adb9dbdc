/* layout/text: a text made safe to set, with the isolates that keep its foreign parts in order. Private to layout. */
#pragma once

#include <glib.h>

/* TEXT as it may be set: valid, composed (NFC), one line, without controls, foreign bidi marks, private-use characters
 * and emoji; at most 8 marks a base; at most 2000 characters, cut at a word with an ellipsis. (transfer full) */
char *tarikh_layout_text_clean (const char *text);
/* LINE with every run against the direction that neutrals could tear (Latin names, hyphenated numbers) in an isolate.
 * Isolates already there are taken out first. (transfer full) */
char *tarikh_layout_text_isolate (const char *line, gsize length, gboolean right_to_left);
