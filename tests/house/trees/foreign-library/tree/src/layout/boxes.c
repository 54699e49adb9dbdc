/* layout/boxes: measures text by itself. */
#include <pango/pango.h>
#include <cairo.h>
