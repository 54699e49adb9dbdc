/* draw/reader: unseen letters that keep a PDF's words whole for programs that read it back. Private to draw. */
#pragma once

#include "draw/glyphs.h"

/* Before run INDEX of SHAPED, which is painted with its left end and baseline at X, Y. On other canvases than PDF nothing. */
void tarikh_draw_part_numbers (cairo_t *cr, const TarikhGlyphLine *shaped, guint index, double x_pt, double y_pt);
