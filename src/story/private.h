/* story/private: what the readers of the room share. Not for other rooms. */
#pragma once

#include "story/story.h"

/* Spans are 32-bit; a text of more than this is refused with a message, long before they could overflow. */
#define TARIKH_STORY_MAX_BYTES (1u << 28)

/* A story with name, id and nothing else. (transfer full) */
TarikhStory *tarikh_story_new_empty (const char *name, const char *id);
/* Fills in the language and the publication date that the story does not carry. STORY's text must be set. */
void tarikh_story_apply_defaults (TarikhStory *story, const TarikhStoryDefaults *defaults);
/* TRUE when TEXT (valid UTF-8) holds nothing but blanks, controls and format characters. */
gboolean tarikh_story_is_blank (const char *text);
gboolean tarikh_story_check_size (const char *name, guint line, gsize length, GError **error);
/* TRUE when the tag LANG names a language of another script than the language SEEN in the text. */
gboolean tarikh_story_language_contradicts (const char *lang, const char *seen);
