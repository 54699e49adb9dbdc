/* Made-up chronologies for the tests of the layout: seeded, so that every run sees the same. */
#pragma once

#include "layout/layout.h"

typedef enum { STAGE_UNIFORM, STAGE_CLUSTERED, STAGE_ONE_DAY, STAGE_CENTURIES, STAGE_SPANS, STAGE_LONG,
               STAGE_COUNT } StageKind;

TarikhChronology *stage_new (StageKind kind, guint n_events, guint n_stories);
void stage_add (TarikhChronology *chronology, TarikhDay first, TarikhDay last, const char *value, const char *headline);
void stage_free (TarikhChronology *chronology);
/* A measure for Arabic over the system's fonts; fails the test when there is none. */
TarikhMeasure *stage_measure_new (void);
TarikhLayoutOptions stage_options (TarikhLayoutKind kind);
