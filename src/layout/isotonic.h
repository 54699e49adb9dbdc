/* layout/isotonic: least displacement under an order and least distances. Private to layout. */
#pragma once

#include <glib.h>

/* Fills PLACES, the exact minimum of sum (place - anchor)^2 such that place[i+1] - place[i] >= DISTANCES[i] and
 * LOW <= place[0], place[n-1] <= HIGH. FALSE, PLACES from LOW on as tight as may be, when that does not fit. O(n). */
gboolean tarikh_layout_isotonic_place (const double *anchors, const double *distances, guint n, double low,
                                       double high, double *places);
