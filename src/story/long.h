/* story/long: the longest string of a JSON text, read without the JSON library. Private to the room. */
#pragma once

#include <glib.h>

/* What stands in the place of the long string while the rest is parsed: no other string can be equal to it. */
#define STORY_LONG_MARK "\001long\001"
#define STORY_LONG_MARK_ESCAPED "\\u0001long\\u0001"

/* What stands between the quotation marks, borrowed. */
typedef struct {
  const char *start;
  gsize length;
} StoryLong;

/* Finds the longest string of the JSON text DATA. FALSE when none is long, or the quotation marks do not pair. */
gboolean tarikh_story_long_find (const char *data, gsize length, StoryLong *found);
/* DATA with the mark in place of STRING, *LENGTH_OUT bytes (transfer full), or NULL when the mark would not be safe. */
char *tarikh_story_long_cut (const char *data, gsize length, const StoryLong *string, gsize *length_out);
/* What STRING says, *LENGTH_OUT bytes and a NUL (transfer full). NULL when it is not valid, or is nothing for us: the
 * library then says what is wrong with it. */
char *tarikh_story_long_decode (const StoryLong *string, gsize *length_out);
