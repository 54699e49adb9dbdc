/* draw/pdf: between the two halves of a PDF: what cairo paints, and what is made of it afterwards. */
#pragma once

#include "draw/draw.h"

/* A stretch of marked content. Its MCID is its number on its page, in painting order. */
typedef struct {
  guint page;
  gint mcid;
  guint place;                  /* of its (first) item among the page's, which stand in reading order */
  const TarikhLayoutItem *item; /* the text, or NULL: a part of the page's figure */
} TarikhPdfMark;

/* PAINTED is cairo's file with MARKS (TarikhPdfMark, in reading order), painted at 1/UNITS[page] (double) of its size.
 * Adds what makes it a tagged, archivable, accessible one. (transfer full), NULL with TARIKH_ERROR_WRITE */
GBytes *tarikh_draw_finish_pdf (const GByteArray *painted, const TarikhLayout *layout, const GArray *marks,
                                const GArray *units, const TarikhDrawOptions *options, GError **error);
