/* draw/outline: each glyph's outline once, as an SVG path in whole font units, and each word's glyphs once, under ids of
 * their own. */
#pragma once

#include <pango/pango.h>

typedef struct _TarikhOutlines TarikhOutlines;

/* SEED tells this picture from others that may stand in the same web page: it is in every id. */
TarikhOutlines *tarikh_draw_outlines_new (guint seed);
void tarikh_draw_outlines_free (TarikhOutlines *outlines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhOutlines, tarikh_draw_outlines_free)

/* The id of GLYPH's outline, which is defined the first time; NULL when it shows nothing. Borrowed. */
const char *tarikh_draw_outlines_get_id (TarikhOutlines *outlines, PangoFont *font, guint glyph);
/* The id of a group that holds USES, `<use …/>` of outlines, which is defined the first time. Borrowed. */
const char *tarikh_draw_outlines_get_group_id (TarikhOutlines *outlines, const char *uses);
/* Font units in an em. */
guint tarikh_draw_outlines_get_units (PangoFont *font);
/* All definitions, outlines before what uses them, in order of first use. */
void tarikh_draw_outlines_append_definitions (const TarikhOutlines *outlines, GString *out);
