/* layout/horizontal: the axis across the page, labels above and below. Private to layout. */
#pragma once

#include "layout/composer.h"

/* Places everything in COMPOSER; pages are added. *FITS turns FALSE, and what was put is to be thrown away, when the
 * page is too low for some label. FALSE with TARIKH_ERROR_FONT. */
gboolean tarikh_layout_horizontal_compose (TarikhComposer *composer, GPtrArray *entries, gboolean *fits, GError **error);
