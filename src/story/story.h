/* story: bytes → Story. Plain text, story objects (.json), JSON Lines. Says who told the publication date. */
#pragma once

#include "text/text.h"

typedef enum {
  TARIKH_PUBLISHED_GIVEN,    /* by the caller (--published) */
  TARIKH_PUBLISHED_METADATA, /* by the story's own metadata */
  TARIKH_PUBLISHED_INFERRED, /* from the text, by the time room */
  TARIKH_PUBLISHED_UNKNOWN
} TarikhPublishedBy;

/* Sealed once read; later rooms get it const. All strings owned, valid UTF-8, NULL when absent. */
typedef struct {
  char *id;     /* given, or s1, s2 … */
  char *source; /* the file name as given, "-" for standard input */
  char *title;
  char *lang;   /* never NULL after reading: given, metadata or detected */
  char *outlet;
  char *url;
  char *text; /* the body; offsets count from here */
  gsize text_length;
  TarikhPublishedBy published_by; /* GIVEN, METADATA or UNKNOWN here */
  TarikhDay published;            /* TARIKH_DAY_NONE when UNKNOWN */
  gint published_minute;          /* minutes after midnight, -1 when only the day is known */
} TarikhStory;

/* What the caller says about stories that do not say it themselves; the strings are borrowed. */
typedef struct {
  TarikhDay published; /* TARIKH_DAY_NONE: not given */
  gint published_minute;
  const char *lang; /* NULL: detect */
} TarikhStoryDefaults;

/* Reads plain text. NAME is for messages and `source`. NULL with TARIKH_ERROR_FORMAT when DATA is empty, blank or not UTF-8. */
TarikhStory *tarikh_story_new_from_text (const char *name, const char *id, const char *data, gsize length,
                                         const TarikhStoryDefaults *defaults, GError **error);
/* Reads one story object {"id","text","published","title","lang","outlet","url"}; unknown keys are ignored. LINE is the
 * number of the object's first line in NAME (1 for a file of its own), so that messages name the place. */
TarikhStory *tarikh_story_new_from_json (const char *name, guint line, const char *id, const char *data, gsize length,
                                         const TarikhStoryDefaults *defaults, GError **error);
/* Reads YYYY-MM-DD or YYYY-MM-DDThh:mm (seconds and a zone are accepted and dropped). */
gboolean tarikh_story_parse_published (const char *text, TarikhDay *day, gint *minute);
/* The language that the letters of TEXT (valid UTF-8) speak for, as a tag; "und" when they speak for none. Static. */
const char *tarikh_story_detect_language (const char *text, gsize length);
/* TRUE when TAG has the form of a BCP 47 language tag ("ar", "ar-EG"); says nothing about whether there are tables. */
gboolean tarikh_story_is_language_tag (const char *tag);
void tarikh_story_free (TarikhStory *story);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhStory, tarikh_story_free)
