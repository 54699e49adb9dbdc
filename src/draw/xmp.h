/* draw/xmp: the metadata packet of a PDF. */
#pragma once

#include <glib.h>

#define TARIKH_DRAW_CREATOR "Tarikh"

/* XMP that says what the document dictionary says, and that the file means to be PDF/A-2u and PDF/UA-1. TITLE,
 * PRODUCER and ISO_DATE are those there; ISO_DATE NULL: no date. (transfer full) */
char *tarikh_draw_create_xmp (const char *title, const char *lang, const char *producer, const char *iso_date);
