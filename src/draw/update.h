/* draw/update: objects said in PDF syntax and added to a written file as an update of it (ISO 32000-1, 7.5.6), in object
 * streams. A large tree is added so in a fraction of the time and memory that a tree of handles takes. */
#pragma once

#include <glib.h>

typedef struct _TarikhPdfUpdate TarikhPdfUpdate;

/* SIZE: the file's, one above its highest object number. */
TarikhPdfUpdate *tarikh_draw_update_new (guint size);
void tarikh_draw_update_free (TarikhPdfUpdate *update);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhPdfUpdate, tarikh_draw_update_free)

/* A new object that ends with CLOSING (static), whatever is appended to its text until then. Returns its number. */
guint tarikh_draw_update_add (TarikhPdfUpdate *update, const char *closing);
/* The text of a new object, to be appended to. Borrowed, until the next one is added. */
GString *tarikh_draw_update_get (TarikhPdfUpdate *update, guint number);
/* Says an object of the file anew. */
void tarikh_draw_update_replace (TarikhPdfUpdate *update, guint number, const char *syntax);
/* Of all that is said, in hexadecimal digits: the second half of an /ID. (transfer full) */
char *tarikh_draw_update_create_hash (const TarikhPdfUpdate *update);
/* FILE with the objects behind it. TRAILER: the keys /Root, /Info and /ID as the file has them. (transfer full) */
GBytes *tarikh_draw_update_finish (const TarikhPdfUpdate *update, const void *file, gsize length, const char *trailer);
