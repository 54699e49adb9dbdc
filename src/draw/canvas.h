/* draw/canvas: paints items onto a cairo context whose unit is the point; shared by PDF and PNG. */
#pragma once

#include <cairo.h>

#include "layout/layout.h"

#define TARIKH_DRAW_PT_PER_MM (72.0 / 25.4)

/* A page side fit for a surface: at least a millimetre, at most the reach, in points. */
double tarikh_draw_page_pt (double side_mm);
void tarikh_draw_paint_paper (cairo_t *cr, TarikhColour paper, double width_pt, double height_pt);
void tarikh_draw_paint_item (cairo_t *cr, TarikhMeasure *measure, const TarikhLayoutItem *item, TarikhColour paper);
