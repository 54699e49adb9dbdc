/* draw/tree: the structure of a PDF: which part of the page is the title, an event, its date, a link. */
#pragma once

#include <qpdf/qpdf-c.h>

#include "draw/pdf.h"

/* Gives PDF (opened) its structure tree, link annotations and page keys. Errors stay in PDF. */
void tarikh_draw_add_tree (qpdf_data pdf, const TarikhLayout *layout, const GArray *marks, const GArray *units);
