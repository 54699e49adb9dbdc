/* draw/glyphs: a line of text as positioned glyphs and the clusters that tell which letters they stand for, in visual
 * order. Measures nothing anew and paints nothing. */
#pragma once

#include <cairo.h>

#include "layout/layout.h"

typedef struct {
  PangoFont *font;   /* borrowed from the line */
  gboolean is_rtl;
  GArray *glyphs;    /* cairo_glyph_t, points from the line's left end and baseline */
  GArray *clusters;  /* cairo_text_cluster_t over the glyphs and the text */
  GString *text;     /* UTF-8 of the clusters, in their order */
} TarikhGlyphRun;

typedef struct {
  double x_pt, y_pt, w_pt, h_pt; /* from the line's left end and baseline */
} TarikhGlyphBox;

typedef struct {
  PangoLayout *layout; /* owned: the fonts live as long */
  GPtrArray *runs;     /* TarikhGlyphRun*, owned, left to right */
  GArray *missing;     /* TarikhGlyphBox: characters that no font has */
} TarikhGlyphLine;

/* Shapes LINE as it was measured. (transfer full) */
TarikhGlyphLine *tarikh_draw_shape_line (TarikhMeasure *measure, const TarikhFont *font, const TarikhLayoutLine *line);
void tarikh_draw_free_line (TarikhGlyphLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhGlyphLine, tarikh_draw_free_line)
