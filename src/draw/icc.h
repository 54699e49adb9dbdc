/* draw/icc: the sRGB colour space as an ICC profile, computed. */
#pragma once

#include <glib.h>

/* A version 2 display profile of IEC 61966-2-1; always the same bytes. (transfer full) */
GByteArray *tarikh_draw_create_srgb (void);
