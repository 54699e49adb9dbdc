/* draw/svgtext: a line of text in an SVG: outlines to look at with a transparent layer of real text above them, or real
 * text alone. */
#pragma once

#include "draw/outline.h"
#include "layout/layout.h"

#define TARIKH_DRAW_PX_PER_MM (96 / 25.4)

typedef struct {
  TarikhMeasure *measure;
  TarikhOutlines *outlines; /* NULL: the text itself is seen, in the fonts of the page around it */
  gboolean right_to_left;
} TarikhSvgText;

/* Appends LINE of ITEM. */
void tarikh_draw_append_svg_line (const TarikhSvgText *text, const TarikhLayoutItem *item, const TarikhLayoutLine *line,
                                  GString *out);
