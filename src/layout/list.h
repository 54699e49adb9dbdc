/* layout/list: one event after another, equally far apart, with the time between them in words. Private to layout. */
#pragma once

#include "layout/entry.h"

gboolean tarikh_layout_list_compose (TarikhComposer *composer, GPtrArray *entries, GError **error);
