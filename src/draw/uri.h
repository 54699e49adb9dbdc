/* draw/uri: which link targets go into a file, and how they are written. */
#pragma once

#include <glib.h>

/* HREF as a URI that is plain ASCII and harmless between any quotes or brackets, or NULL when it is none that a reader
 * should follow: only http, https and mailto are. (transfer full) */
char *tarikh_draw_escape_uri (const char *href);
