/* layout/choose: which kind of layout suits what there is to show and the page. Private to layout. */
#pragma once

#include "layout/entry.h"

/* Never AUTO. ENTRIES stand in order of time, undated last. */
TarikhLayoutKind tarikh_layout_choose_kind (const TarikhComposer *composer, GPtrArray *entries);
