/* timeline/private: what stands behind the public types. Not for other rooms. */
#pragma once

#include "tarikh/tarikh.h"

#include "draw/draw.h"

struct _TarikhTimelineOptions {
  /* reading */
  TarikhDay published; /* TARIKH_DAY_NONE: not given */
  gint published_minute;
  char *lang; /* NULL: detect */
  /* choosing */
  TarikhDay from, to; /* TARIKH_DAY_NONE: open */
  guint max_events;   /* 0: all */
  /* wording */
  char *title; /* NULL: from the stories */
  guint calendar; /* TarikhCalendar */
  guint digits;   /* TarikhDigits */
  guint months;   /* TarikhMonths */
  /* drawing */
  char *style; /* never NULL */
  guint layout; /* TarikhLayoutKind */
  guint axis;   /* TarikhAxisDirection */
  double page_width_mm, page_height_mm; /* 0: the style's */
  const char *orientation;              /* static, or NULL */
  double dpi;                           /* 0: the default */
  guint text;                           /* TarikhDrawText */
  gboolean allow_missing;               /* a box for a letter that no font has */
  /* machine */
  char *styles_directory; /* never NULL */
  GPtrArray *fonts;       /* char*, owned, NULL-terminated by a last element; NULL: the built-in list */
  gint64 source_date;     /* -1: none */
};

struct _TarikhTimeline {
  const TarikhTimelineOptions *options;
  TarikhChronology *chronology;
  GHashTable *ids;  /* char*, owned: the story ids in use */
  guint n_unnamed;  /* the last number given to a story without an id: s1, s2 … */
  GPtrArray *notes; /* char*, owned */
  gboolean settled; /* merged, ordered and chosen: nothing may be added any more */
  /* made at the first drawing */
  TarikhStyle *style;
  TarikhMeasure *measure;
  TarikhLayout *layout;
};

/* Reads STORY to the end of what it tells. */
void tarikh_timeline_read_story (TarikhTimeline *timeline, const TarikhStory *story);

/* Merges, orders and chooses, once: nothing may be added afterwards. Borrowed. */
const TarikhChronology *tarikh_timeline_settle (TarikhTimeline *timeline);
/* A timeline of a CHRONOLOGY (transfer full) that is settled and chosen already. (transfer full) */
TarikhTimeline *tarikh_timeline_new_told (const TarikhTimelineOptions *options, TarikhChronology *chronology);
/* Reads YYYY, YYYY-MM or YYYY-MM-DD: all the days that it covers. */
gboolean tarikh_timeline_parse_days (const char *value, TarikhInterval *days);

/* The tables to read and word LANG with: its own, else those of the language that the letters of TEXT speak for, else
 * the first there are. Never NULL. */
const TarikhLexicon *tarikh_timeline_choose_lexicon (const char *lang, const char *text, gsize length);
/* Adds the notes of READING to NOTES, each worded and with its place. */
void tarikh_timeline_keep_notes (GPtrArray *notes, const TarikhStory *story, const TarikhTimeReading *reading);
/* Gives the option `title` to the stories that have none. */
void tarikh_timeline_fill_titles (TarikhTimeline *timeline);

/* What layout is told; borrows from TIMELINE. */
TarikhLayoutOptions tarikh_timeline_get_layout_options (const TarikhTimeline *timeline);
/* What draw is told; borrows from TIMELINE. */
TarikhDrawOptions tarikh_timeline_get_draw_options (const TarikhTimeline *timeline);
TarikhMeasure *tarikh_timeline_create_measure (const TarikhTimeline *timeline, GError **error);
