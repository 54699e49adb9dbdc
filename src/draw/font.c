/* draw/font: drops the instructions for coarse screens, half of a small subset, with HarfBuzz's subsetter. Paper and
 * today's viewers do not use them. */
#include "draw/font.h"

#include <hb-subset.h>
#include <hb.h>

/* Everything stays but the instructions; `cmap` goes through untouched, since cairo's is of a kind that subsetting drops. */
static hb_subset_input_t *
create_wish (void)
{
  hb_subset_input_t *wish = hb_subset_input_create_or_fail ();

  if (wish == NULL)
    return NULL;
  hb_set_invert (hb_subset_input_glyph_set (wish));
  hb_set_add (hb_subset_input_set (wish, HB_SUBSET_SETS_NO_SUBSET_TABLE_TAG), HB_TAG ('c', 'm', 'a', 'p'));
  hb_subset_input_set_flags (wish, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_RETAIN_GIDS
                                       | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  return wish;
}

static GBytes *
copy_file (hb_face_t *face)
{
  hb_blob_t *blob = hb_face_reference_blob (face);
  guint length;
  const char *data = hb_blob_get_data (blob, &length);
  GBytes *bytes = length > 0 ? g_bytes_new (data, length) : NULL;

  hb_blob_destroy (blob);
  return bytes;
}

GBytes *
tarikh_draw_strip_hinting (const void *data, gsize length)
{
  hb_blob_t *blob = hb_blob_create (data, (guint) length, HB_MEMORY_MODE_READONLY, NULL, NULL);
  hb_face_t *face = hb_face_create (blob, 0);
  hb_subset_input_t *wish = hb_face_get_glyph_count (face) > 0 ? create_wish () : NULL;
  hb_face_t *smaller = wish != NULL ? hb_subset_or_fail (face, wish) : NULL;
  GBytes *bytes = NULL;

  if (smaller != NULL && hb_face_get_glyph_count (smaller) == hb_face_get_glyph_count (face))
    bytes = copy_file (smaller);
  hb_face_destroy (smaller);
  hb_subset_input_destroy (wish);
  hb_face_destroy (face);
  hb_blob_destroy (blob);
  return bytes;
}
