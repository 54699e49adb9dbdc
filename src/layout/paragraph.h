/* layout/paragraph: a text set in lines of a measure. Private to layout. */
#pragma once

#include "layout/measure.h"

/* One line, millimetres; ink from the line's left edge and from its baseline. */
typedef struct {
  char *text; /* with isolates, as it is shaped */
  double width_mm;
  double ink_x_mm, ink_y_mm, ink_width_mm, ink_height_mm;
} TarikhSetLine;

typedef struct {
  char *text; /* as a reader reads it */
  TarikhFont font;
  GArray *lines;                           /* TarikhSetLine */
  double width_mm, height_mm;              /* of the widest line; of all lines */
  double ascent_mm, line_mm;               /* first baseline below the top; from baseline to baseline */
  gboolean overfull;                       /* some word was cut between characters for want of width */
} TarikhParagraph;

/* Sets TEXT (cleaned here) in lines of at most WIDTH_MM. LEADING: multiple of the font's own line height. NULL with
 * TARIKH_ERROR_FONT when no font has one of its letters and no boxes are allowed; signs that no font has are left out. What
 * was lost is noted in MEASURE. (transfer full) */
TarikhParagraph *tarikh_layout_paragraph_new (TarikhMeasure *measure, const TarikhFont *font, double leading,
                                              const char *text, double width_mm, GError **error);
/* Takes the lines behind the first N_LINES (0 < N_LINES < lines) off PARAGRAPH, text and all, into a paragraph of their
 * own. (transfer full) */
TarikhParagraph *tarikh_layout_paragraph_split (TarikhParagraph *paragraph, guint n_lines);
void tarikh_layout_paragraph_free (TarikhParagraph *paragraph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhParagraph, tarikh_layout_paragraph_free)
