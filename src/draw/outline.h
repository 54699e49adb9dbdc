/* draw/outline: each glyph's outline once, as an SVG path in whole font units, under an id of its own. */
#pragma once

#include <pango/pango.h>

typedef struct _TarikhOutlines TarikhOutlines;

TarikhOutlines *tarikh_draw_outlines_new (void);
void tarikh_draw_outlines_free (TarikhOutlines *outlines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhOutlines, tarikh_draw_outlines_free)

/* The id of GLYPH's outline, which is added to the definitions the first time; NULL when it shows nothing. Borrowed. The
 * id tells font and glyph, so that two pictures in one web page never mean different outlines by it. */
const char *tarikh_draw_outlines_get_id (TarikhOutlines *outlines, PangoFont *font, guint glyph);
/* Font units in an em. */
guint tarikh_draw_outlines_get_units (PangoFont *font);
/* `<path id="…" d="…"/>` of every outline, in order of first use. Borrowed. */
const GString *tarikh_draw_outlines_get_definitions (const TarikhOutlines *outlines);
