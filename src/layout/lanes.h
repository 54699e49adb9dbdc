/* layout/lanes: a lane for each person or place, side by side along one axis. Private to layout. */
#pragma once

#include "layout/entry.h"

/* *FITS is FALSE, and nothing is put, when there are no two lanes to draw, or no room for two. */
gboolean tarikh_layout_lanes_compose (TarikhComposer *composer, GPtrArray *entries, gboolean *fits, GError **error);
