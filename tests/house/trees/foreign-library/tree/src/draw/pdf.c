/* draw/pdf: may paint and shape, but reads no JSON. */
#include <cairo-pdf.h>
#include <jansson.h>
#include <pango/pangocairo.h>
