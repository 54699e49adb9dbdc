/* time/evidence: what the passes that infer the publication date share. Private to the room. */
#pragma once

#include "time/publish.h"

enum { EVIDENCE_YEARS = 16, EVIDENCE_MAX_LOOK = 512, EVIDENCE_MOST_YEAR = 9000 };

typedef struct {
  Context *context;
  const GArray *found;  /* Found */
  Resolved *resolved;   /* one for each, without any day of writing and without a tale */
  gboolean *fits;       /* FALSE where RESOLVED says nothing */
  TarikhDay lower, upper; /* bounds so far; TARIKH_DAY_NONE: none */
  TarikhDay coming, coming_last; /* the first and the last day told as to come; TARIKH_DAY_NONE: none */
  gint years[EVIDENCE_YEARS]; /* years told as past, without the names of things */
  guint n_years;
  gint latest_year; /* told, but not as to come; 0 none */
  gint name_year;   /* the latest in the name of a thing, "the world cup 2022"; 0 none */
  TarikhGrain lower_grain; /* of what LOWER was told by */
  gint coming_years[EVIDENCE_YEARS]; /* told as to come somewhere */
  guint n_coming_years;
  gboolean planned; /* UPPER is the very day of a plan */
} Evidence;

const Found *tarikh_time_evidence_get (const Evidence *e, guint i);
gboolean tarikh_time_evidence_resolve (const Evidence *e, const Found *f, Resolved *resolved);
/* TRUE when R is a year or a part of one, and its year was written out. */
gboolean tarikh_time_evidence_is_dated (const Resolved *r);
/* TRUE when the word at TOKEN has CLASS_ID, of whatever room. */
gboolean tarikh_time_evidence_has_class (const Context *context, guint32 token, TarikhLexiconClass class_id);
/* How F is told; what follows "until" is to come, the end of a range may be. */
Tense tarikh_time_evidence_get_tense (const Evidence *e, const Found *f);
/* The last month of the part of a year that P names: of a month, a quarter, a half, its first months; else 0. */
gint tarikh_time_evidence_get_last_month (const Phrase *p);
/* TRUE when a verb of doing in the present, or "starting from", stands right before F: "it opens on 18 May". */
gboolean tarikh_time_evidence_begins (const Evidence *e, const Found *f);
/* TRUE when the year belongs to the name of a thing, or is measured against: it says nothing of the day of writing. */
gboolean tarikh_time_evidence_is_name (const Evidence *e, const Found *f);
/* The bounds take in FIRST and LAST where they still leave a day; else nothing changes. */
void tarikh_time_evidence_narrow (Evidence *e, TarikhDay first, TarikhDay last);

/* The date told nearest to TOKEN, a day or a year: what the anniversary there is of; -1 none. */
gint tarikh_time_evidence_find_origin (const Evidence *e, guint32 token);

/* ---- the passes, in their order ---- */

/* What is told as past bounds from below, what is told as to come from above (time/publish-bound). */
void tarikh_time_publish_use_tenses (Evidence *e);
/* A day told in full in the opening is the news (time/publish-bound). */
void tarikh_time_publish_use_opening (Evidence *e);
/* "39 years on", "the second anniversary", "this season" (time/publish-year). */
void tarikh_time_publish_use_years (Evidence *e);
/* "last year, 2017", and what is told both by "this" or "last" and with its year (time/publish-told). */
void tarikh_time_publish_use_told (Evidence *e);
/* Months and weekdays told without a year (time/publish-day). */
void tarikh_time_publish_use_days (Evidence *e);

/* How likely a story was written on DAY, by what it tells with a year alone; not scaled (time/publish-prior). */
gdouble tarikh_time_publish_weigh_prior (const Evidence *e, TarikhDay day);
