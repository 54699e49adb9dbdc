/* layout/band: an axis across the page, a band that carries the calendar. Private to layout. */
#pragma once

#include "layout/composer.h"
#include "layout/scale.h"

#define TARIKH_BAND_PAD_MM 4.0 /* it goes on this far beyond a segment */

typedef struct {
  const TarikhScale *scale;
  double middle_mm, height_mm;
} TarikhBandPart;

/* Puts the band with its breaks, the time that passes there in words, and its ticks. */
gboolean tarikh_layout_band_put (const TarikhBandPart *part, const TarikhComposer *composer, TarikhLayoutPage *page,
                                 GError **error);
