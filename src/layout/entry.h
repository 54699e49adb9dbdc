/* layout/entry: one event as the page shows it: its words, its kind of mark, and, once set, its height. Private. */
#pragma once

#include "layout/composer.h"

typedef enum {
  TARIKH_MARK_DAY,  /* disc */
  TARIKH_MARK_SPAN, /* bar: it lasted */
  TARIKH_MARK_VAGUE /* hatch: some time in there */
} TarikhMarkKind;

typedef struct {
  gint event;
  TarikhDay first, last; /* NONE, NONE when undated */
  TarikhMarkKind kind;
  gboolean hollow;       /* approximate or still to come */
  gboolean planned;
  gboolean continues;    /* the rest of the entry before it, carried over: no date, no mark */
  guint lane;            /* its group's, where there are lanes */
  char *date, *second_date; /* "" when undated; NULL when there is one calendar only */
  char *headline, *detail;  /* detail NULL when it would say the headline again */
  char *mark;               /* a word to be seen at once ("new"), or NULL */
  gboolean struck;          /* told no more: crossed out */
  char *target;             /* where the headline leads: the story's address or "#source-1"; NULL: nowhere */
  GArray *sources;          /* guint: numbers in the list of sources; empty when there is one source in all */

  /* once set in columns */
  TarikhParagraph *date_set, *second_set, *mark_set, *headline_set, *detail_set;
  GPtrArray *source_sets; /* TarikhParagraph*, one a number */
  gboolean source_below;  /* the numbers stand below the date, not behind it */
  double width_mm;        /* of the widest part, where dates stand above */
  double height_mm, eye_mm; /* eye: from the top to the middle of the first line, where a leader ends */
} TarikhEntry;

/* The columns an entry is set in. */
typedef struct {
  double date_mm;     /* beside the headline; 0: above it */
  double gutter_mm;
  double text_mm;
  double source_mm;   /* beside it, for the numbers of sources; 0: they go with the date */
  gboolean with_detail;
} TarikhColumns;

/* All events of COMPOSER's chronology. (transfer full) array of TarikhEntry*: dated ones in order of time, then others. */
GPtrArray *tarikh_layout_entries_new (const TarikhComposer *composer);
/* Sets ENTRY in COLUMNS at the composer's type scale and fills height_mm. */
gboolean tarikh_layout_entry_set (TarikhEntry *entry, const TarikhComposer *composer, const TarikhColumns *columns,
                                  GError **error);
/* Finds the height of an entry whose texts are set. */
void tarikh_layout_entry_measure (TarikhEntry *entry, const TarikhColumns *columns);
/* Cuts a set ENTRY behind N_LINES of its headline; the rest comes back as an entry that continues it. (transfer full) */
TarikhEntry *tarikh_layout_entry_split (TarikhEntry *entry, const TarikhColumns *columns, guint n_lines);
/* Puts a set entry on PAGE, its first line's top at TOP_MM. */
void tarikh_layout_entry_put (const TarikhEntry *entry, const TarikhComposer *composer, const TarikhColumns *columns,
                              TarikhLayoutPage *page, double start_mm, double top_mm);
/* The colour of its mark: what is to come has one of its own; a vague stretch of a year and more is paler, so that it
 * does not outweigh the days. */
TarikhColour tarikh_layout_entry_get_colour (const TarikhEntry *entry, const TarikhStyle *style);
gboolean tarikh_layout_entry_is_dated (const TarikhEntry *entry);
/* The headline with what its badge says before it, for where there are no badges. (transfer full) */
char *tarikh_layout_entry_word_headline (const TarikhEntry *entry);
/* How many of ENTRIES, which stand in order of time, are dated: the undated come last. */
guint tarikh_layout_entries_count_dated (GPtrArray *entries);
