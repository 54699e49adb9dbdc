/* layout/fontfiles: which files of the font directories hold a family, told by their names, so that a start need not
 * open hundreds. Private to layout. */
#pragma once

#include <glib.h>

/* The regular and bold files that are named for FAMILY, from the first of DIRECTORIES that has any. (transfer full) */
GPtrArray *tarikh_layout_font_files_find (const char *const *directories, const char *family);
/* Every font file under DIRECTORIES, in a fixed order. (transfer full) */
GPtrArray *tarikh_layout_font_files_list (const char *const *directories);
