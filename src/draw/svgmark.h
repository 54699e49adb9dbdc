/* draw/svgmark: a mark of the display list in an SVG. */
#pragma once

#include "draw/mark.h"

/* Appends MARK of an item coloured OWN, which its group has as its current colour; what is painted in another colour, the
 * paper's, follows the page's paper. */
void tarikh_draw_append_svg_mark (GString *out, const TarikhMark *mark, TarikhColour own);
