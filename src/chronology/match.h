/* chronology/match: private to the room. The happenings that matching has found so far, and what joins two of them. */
#pragma once

#include "chronology/vector.h"

#define TARIKH_CHRONOLOGY_NOBODY G_MAXUINT32 /* no item; no word */

/* One telling, or several that were joined. */
typedef struct {
  TarikhInterval days;
  TarikhVector vector;
  guint64 origins;      /* bit n % 64: a member comes from absorbed chronology n */
  guint32 support;      /* members */
  gboolean fresh;       /* a member is the news of the day */
  gboolean year_back;   /* its days are a whole year before the story's own */
  gboolean weekday;     /* its day is known by the bare name of a weekday */
  guint32 n_afar;       /* members that name the very day from afar */
  gboolean approximate; /* its days are those of a telling that says "about" */
  guint32 next, last;   /* members as a list of tellings, from this one on */
  guint32 root;         /* union-find */
} TarikhItem;

/* Two items, and by how much they are more alike than they must be. */
typedef struct {
  guint32 a, b;
  float margin;
} TarikhEdge;

typedef struct {
  const TarikhTellings *tellings;
  TarikhVocabulary *vocabulary;
  guint n_items;
  TarikhItem *items; /* one a telling; only roots are groups */
  GArray *starts;        /* TarikhDay: the first days of all dated tellings, sorted */
} TarikhMatcher;

/* ---- item.c ---- */

const TarikhTelling *tarikh_chronology_item_get_telling (const TarikhMatcher *m, guint32 index);
/* Every telling of CHRONOLOGY an item by itself. */
void tarikh_chronology_items_init (TarikhMatcher *m, const TarikhChronology *chronology);
/* The item that stands for all that INDEX was joined with. */
guint32 tarikh_chronology_item_find_root (TarikhMatcher *m, guint32 index);
/* Makes one of A and B (roots). */
void tarikh_chronology_item_join (TarikhMatcher *m, guint32 a, guint32 b);
/* Which share of the smaller group's stories the other has too. A story that tells both apart says that they are two;
 * one story among many that comes back to the same thing in other words says nothing. */
double tarikh_chronology_items_share_stories (const TarikhMatcher *m, guint32 a, guint32 b);
/* A day that several stories name from afar is known for one happening: what else they say of that time is likely it.
 * */
gboolean tarikh_chronology_item_is_remembered (const TarikhItem *item);
gboolean tarikh_chronology_item_is_afar (const TarikhItem *item);

/* ---- margin.c ---- */

/* The first days of all dated tellings, sorted. (transfer full) */
GArray *tarikh_chronology_sort_starts (const TarikhChronology *chronology);
/* By how much A and B (roots) are more alike than they must be; negative: two happenings. */
double tarikh_chronology_measure_margin (const TarikhMatcher *m, guint32 a, guint32 b);

/* ---- block.c ---- */

/* The pairs of roots that are alike enough, found by rare words and days; close to linear. (transfer full) */
GArray *tarikh_chronology_find_edges (TarikhMatcher *m);
