/* layout/vertical: a spine from top to bottom. Private to layout. */
#pragma once

#include "layout/composer.h"

/* Places everything in COMPOSER; pages are added. FALSE with TARIKH_ERROR_FONT. */
gboolean tarikh_layout_vertical_compose (TarikhComposer *composer, GPtrArray *entries, GError **error);
