/* layout/measure: the only place of layout that knows Pango. Owns the private font map, breaks and measures text. Draw
 * asks it for the same context, so that what is painted is what was measured. */
#pragma once

#include <pango/pango.h>

#include "base/base.h"

typedef struct {
  const char *family; /* chain; borrowed from the style */
  double size_pt;
  guint weight;
} TarikhFont;

typedef struct _TarikhMeasure TarikhMeasure;

/* FONT_DIRECTORIES: NULL-terminated; NULL for the built-in list. Fonts outside them do not exist for us, so that the same
 * fonts give the same bytes. TARIKH_ERROR_FONT when none can be read. (transfer full) */
TarikhMeasure *tarikh_layout_measure_new (const char *const *font_directories, gboolean right_to_left, const char *lang,
                                   GError **error);
void tarikh_layout_measure_free (TarikhMeasure *measure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhMeasure, tarikh_layout_measure_free)

/* A context at 72 dpi (1 Pango unit × PANGO_SCALE = 1 pt), hinting off, glyph positions not rounded, base direction set.
 * Borrowed. */
PangoContext *tarikh_layout_measure_get_context (TarikhMeasure *measure);
/* A layout of one line of TEXT in FONT, no wrapping, auto-dir off. (transfer full) */
PangoLayout *tarikh_layout_measure_create_line (TarikhMeasure *measure, const TarikhFont *font, const char *text);
