/* draw/tree: the structure of a PDF: which part of the page is the title, an event, its date, a link. */
#pragma once

#include <qpdf/qpdf-c.h>

#include "draw/pdf.h"

/* What PDF (open, about to be written) needs so that the tree can be added to it: page keys, and objects that are said
 * anew. Errors stay in PDF. */
void tarikh_draw_prepare_tree (qpdf_data pdf, const GArray *units);
/* FILE, which PDF has open, was prepared so and is written, with its structure tree and link annotations.
 * (transfer full) */
GBytes *tarikh_draw_add_tree (const void *file, gsize length, qpdf_data pdf, const TarikhLayout *layout,
                              const GArray *marks, const GArray *units);
