/* draw: paints a layout. Knows no words of a language and moves nothing. */
#pragma once

#include "layout/layout.h"

typedef enum {
  TARIKH_DRAW_TEXT_OUTLINES, /* looks the same everywhere; real text lies above it unseen */
  TARIKH_DRAW_TEXT_LIVE      /* the text itself, in the fonts of the page around it */
} TarikhDrawText;

typedef struct {
  double dpi;               /* PNG; 0: 150 */
  gint64 source_date;       /* seconds since 1970 for metadata, or -1: none is written */
  TarikhDrawText text;      /* SVG and HTML */
  const TarikhStyle *style; /* SVG and HTML: whose dark colours they follow; NULL: none */
} TarikhDrawOptions;

/* Each returns the whole file (transfer full), or NULL with TARIKH_ERROR_WRITE. PNG and SVG draw all pages one below the
 * other when there are several. Same layout, same bytes. */
GBytes *tarikh_draw_pdf (const TarikhLayout *layout, TarikhMeasure *measure, const TarikhDrawOptions *options, GError **error);
GBytes *tarikh_draw_svg (const TarikhLayout *layout, TarikhMeasure *measure, const TarikhDrawOptions *options, GError **error);
GBytes *tarikh_draw_png (const TarikhLayout *layout, TarikhMeasure *measure, const TarikhDrawOptions *options, GError **error);
/* Every drawing call as a line of text, for goldens. (transfer full) */
char *tarikh_draw_trace (const TarikhLayout *layout);
