/* draw/content: what stands between the marked parts of a PDF page's content. */
#pragma once

#include <glib.h>

/* Wraps everything of a page's content that is outside marked content with an MCID as an artifact. Returns how many such
 * parts there are, which carry the MCIDs 0, 1, 2 … in this order; −1 when the content is not built that way. Appends to
 * OUT. */
gint tarikh_draw_wrap_artifacts (GString *out, const char *content, gsize length);
