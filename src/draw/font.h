/* draw/font: embedded font files made smaller. */
#pragma once

#include <glib.h>

/* The TrueType file DATA without hinting: same glyphs under the same numbers, same outlines. NULL when it cannot be read;
 * then the file is better left alone. (transfer full) */
GBytes *tarikh_draw_strip_hinting (const void *data, gsize length);
