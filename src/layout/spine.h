/* layout/spine: an axis down the page, with its calendar beside it at the start. Private to layout. */
#pragma once

#include "layout/composer.h"
#include "layout/scale.h"

#define TARIKH_SPINE_ARROW_MM 7.5  /* the axis goes on below its last mark */
#define TARIKH_SPINE_BREAK_MM 11.0 /* what a break takes of it */

/* Where it stands, from the start of the page. */
typedef struct {
  double tick_mm, tick_width_mm; /* the calendar's column */
  double at_mm;                  /* the stroke */
} TarikhSpine;

/* The part of it on one page. */
typedef struct {
  const TarikhScale *scale;
  double top_mm, bottom_mm;  /* of the room for it */
  double beyond_mm;          /* how far it goes on behind its last mark, where it does not go on on the next page */
  gboolean came_on, goes_on; /* from the page before; on the next: torn ends instead of a beginning and an arrow */
} TarikhSpinePart;

void tarikh_layout_spine_init (TarikhSpine *spine, const TarikhComposer *composer, gboolean wide);
/* Puts strokes, breaks with the time that passes there in words, and ticks. */
gboolean tarikh_layout_spine_put (const TarikhSpine *spine, const TarikhComposer *composer, TarikhLayoutPage *page,
                                  const TarikhSpinePart *part, GError **error);
/* How far it goes on behind its last mark: beside all entries, of which the last stands at EYE_MM. */
double tarikh_layout_spine_reach (const TarikhScale *scale, double eye_mm);
/* Where its last segment ends. */
double tarikh_layout_spine_get_end (const TarikhScale *scale);
