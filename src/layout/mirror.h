/* layout/mirror: the only place that knows left from right. Private to layout. */
#pragma once

#include "layout/layout.h"

/* How far from the start side a box lies whose own left part LEFT_MM wide stands in a frame WIDTH_MM wide at START_MM
 * (a glyph's ink in its line): frames turn with the page, what is in them does not. */
double tarikh_layout_mirror_inner (gboolean mirrored, double start_mm, double width_mm, double left_mm, double inner_mm);
/* Turns a finished page from "start is left" to "start is right". */
void tarikh_layout_mirror_page (TarikhLayoutPage *page);
