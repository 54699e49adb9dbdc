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

/* Makes the families of CHAIN ("A, B") available: opens their files in the first directory that has them. Call before
 * measuring with it. TARIKH_ERROR_FONT names the family that is missing and, where known, the Debian package. */
gboolean tarikh_layout_measure_require (TarikhMeasure *measure, const char *chain, GError **error);

/* Points; ink from the line's left edge and from the baseline (y down). */
typedef struct {
  double width;
  double ink_x, ink_y, ink_width, ink_height; /* 0 wide when nothing is to be seen */
  guint n_unknown;                            /* glyphs that no font has */
} TarikhLineExtents;

void tarikh_layout_measure_extents (TarikhMeasure *measure, const TarikhFont *font, const char *text,
                                    TarikhLineExtents *extents);
/* Where TEXT may be broken and how wide its parts are: arrays of one entry a character (code point). */
typedef struct {
  guint n;
  double *advances;   /* points, of the character's cluster; 0 for its later characters */
  guint8 *may_break;  /* a line may end before this character (UAX 14) */
  guint8 *is_cluster; /* a user-perceived character begins here */
} TarikhAdvances;

void tarikh_layout_measure_advances (TarikhMeasure *measure, const TarikhFont *font, const char *text,
                                     TarikhAdvances *advances, TarikhLineExtents *extents);
void tarikh_layout_advances_clear (TarikhAdvances *advances);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TarikhAdvances, tarikh_layout_advances_clear)
/* Ascent and descent of the chain's first family, points. */
void tarikh_layout_measure_metrics (TarikhMeasure *measure, const TarikhFont *font, double *ascent, double *descent);
/* TRUE when some font of the directories has every glyph of TEXT; opens further fonts when needed (slow, once). */
gboolean tarikh_layout_measure_cover (TarikhMeasure *measure, const TarikhFont *font, const char *text);
gboolean tarikh_layout_measure_is_right_to_left (const TarikhMeasure *measure);

/* From now on a letter that no font has is no error: a box is drawn for it, with a note. */
void tarikh_layout_measure_allow_missing (TarikhMeasure *measure);
/* What to do about C, which no font has: TRUE when it stays and a box is drawn; FALSE with TARIKH_ERROR_FONT, which names
 * it and the Debian package that would have it. */
gboolean tarikh_layout_measure_accept_missing (TarikhMeasure *measure, gunichar c, GError **error);
/* Doubts about the texts set so far, each once: TarikhNote*, without a place. Borrowed. */
void tarikh_layout_measure_note (TarikhMeasure *measure, TarikhNoteCode code, const char *detail);
const GPtrArray *tarikh_layout_measure_get_notes (const TarikhMeasure *measure);
