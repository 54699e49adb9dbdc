/* layout/measure: the one that may. */
#include <pango/pango.h>
