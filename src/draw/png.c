/* draw/png: all pages on one bitmap, one below the other, with the resolution told so that it prints in its true size. */
#include "draw/draw.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

#include "draw/canvas.h"

#define DEFAULT_DPI 150.0
#define MAXIMUM_DPI 4800.0
#define LEAST_DPI 10 /* what the command line takes */
#define SIDE_MAX_PX 32767        /* cairo's own limit */
#define AREA_MAX_PX 200.0e6 /* 800 MB of pixels: more is a mistake, not a picture */
#define PAGE_GAP_PT (4.0 * TARIKH_DRAW_PT_PER_MM)

static void
get_size (const TarikhLayout *layout, double *width_pt, double *height_pt)
{
  *width_pt = *height_pt = 0;
  for (guint i = 0; i < layout->pages->len; i++) {
    const TarikhLayoutPage *page = g_ptr_array_index (layout->pages, i);
    *width_pt = MAX (*width_pt, tarikh_draw_page_pt (page->width_mm));
    *height_pt += tarikh_draw_page_pt (page->height_mm) + (i > 0 ? PAGE_GAP_PT : 0);
  }
}

static gboolean
check_size (double width_px, double height_px, double dpi, GError **error)
{
  if (width_px <= SIDE_MAX_PX && height_px <= SIDE_MAX_PX && width_px * height_px <= AREA_MAX_PX)
    return TRUE;
  double fit = floor (dpi * MIN (SIDE_MAX_PX / MAX (width_px, height_px), sqrt (AREA_MAX_PX / (width_px * height_px))));
  g_autofree char *advice = fit < LEAST_DPI ? g_strdup ("draw fewer events (--max-events), or a PDF")
                                            : g_strdup_printf ("try --dpi %.0f or less", fit);
  g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_WRITE,
               "a picture of %.0f × %.0f pixels at %.4g dpi is too large (limit %d a side); %s", width_px, height_px,
               dpi, SIDE_MAX_PX, advice);
  return FALSE;
}

static void
paint_pages (cairo_t *cr, const TarikhLayout *layout, TarikhMeasure *measure)
{
  for (guint i = 0; i < layout->pages->len; i++) {
    const TarikhLayoutPage *page = g_ptr_array_index (layout->pages, i);
    double height_pt = tarikh_draw_page_pt (page->height_mm);
    cairo_save (cr);
    if (layout->pages->len > 1) {
      cairo_rectangle (cr, 0, 0, tarikh_draw_page_pt (page->width_mm), height_pt);
      cairo_clip (cr);
      tarikh_draw_paint_paper (cr, layout->paper, tarikh_draw_page_pt (page->width_mm), height_pt);
    }
    for (guint k = 0; k < page->items->len; k++)
      tarikh_draw_paint_item (cr, measure, g_ptr_array_index (page->items, k), layout->paper);
    cairo_restore (cr);
    cairo_translate (cr, 0, height_pt + PAGE_GAP_PT);
  }
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* CRC-32 of PNG (ISO 15948, annex D). */
static guint32
get_crc (const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++) {
    crc ^= data[i];
    for (gint bit = 0; bit < 8; bit++)
      crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}

/* Writes the pHYs chunk that cairo leaves out: pixels a metre. */
static void
insert_resolution (GByteArray *png, double dpi)
{
  guint8 chunk[21] = { 0, 0, 0, 9, 'p', 'H', 'Y', 's', 0, 0, 0, 0, 0, 0, 0, 0, 1 };
  const gsize place = 8 + 25; /* behind the signature and the header chunk */
  guint32 per_metre = GUINT32_TO_BE ((guint32) round (dpi / 0.0254));

  if (png->len < place)
    return;
  memcpy (chunk + 8, &per_metre, 4);
  memcpy (chunk + 12, &per_metre, 4);
  guint32 crc = GUINT32_TO_BE (get_crc (chunk + 4, 13));
  memcpy (chunk + 17, &crc, 4);
  g_byte_array_set_size (png, png->len + sizeof chunk);
  memmove (png->data + place + sizeof chunk, png->data + place, png->len - place - sizeof chunk);
  memcpy (png->data + place, chunk, sizeof chunk);
}

static cairo_status_t
paint_surface (cairo_surface_t *surface, const TarikhLayout *layout, TarikhMeasure *measure, double scale)
{
  cairo_t *cr = cairo_create (surface);

  if (layout->pages->len == 1) /* the last row and column may lie half outside the page */
    tarikh_draw_paint_paper (cr, layout->paper, cairo_image_surface_get_width (surface),
                             cairo_image_surface_get_height (surface));
  cairo_scale (cr, scale, scale);
  paint_pages (cr, layout, measure);
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

GBytes *
tarikh_draw_png (const TarikhLayout *layout, TarikhMeasure *measure, const TarikhDrawOptions *options, GError **error)
{
  double dpi = options != NULL && options->dpi > 0 ? MIN (options->dpi, MAXIMUM_DPI) : DEFAULT_DPI;
  double scale = dpi / 72, width_pt, height_pt;

  g_return_val_if_fail (layout != NULL && measure != NULL, NULL);
  get_size (layout, &width_pt, &height_pt);
  double width_px = MAX (1, ceil (width_pt * scale - 0.01)), height_px = MAX (1, ceil (height_pt * scale - 0.01));
  if (!check_size (width_px, height_px, dpi, error))
    return NULL;

  gboolean is_opaque = layout->pages->len == 1 && layout->paper.alpha >= 1;
  cairo_surface_t *surface = cairo_image_surface_create (is_opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
                                                         (int) width_px, (int) height_px);
  g_autoptr (GByteArray) png = g_byte_array_new ();
  cairo_status_t status = paint_surface (surface, layout, measure, scale);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, png);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_WRITE, "PNG: %s", cairo_status_to_string (status));
    return NULL;
  }
  insert_resolution (png, dpi);
  return g_byte_array_free_to_bytes (g_steal_pointer (&png));
}
