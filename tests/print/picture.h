/* Two pictures of one drawing, painted by different hands. */
#pragma once

#include <cairo.h>
#include <math.h>

#include "tool.h"

typedef struct {
  cairo_surface_t *surface;
  gint width, height;
} Picture;

static inline Picture
picture_load (const char *path)
{
  Picture p = { cairo_image_surface_create_from_png (path) };

  assert_int_equal (cairo_surface_status (p.surface), CAIRO_STATUS_SUCCESS);
  p.width = cairo_image_surface_get_width (p.surface);
  p.height = cairo_image_surface_get_height (p.surface);
  return p;
}

static inline gint
picture_get_grey (const Picture *p, gint x, gint y)
{
  const guint8 *row = cairo_image_surface_get_data (p->surface) + y * cairo_image_surface_get_stride (p->surface);

  return (row[4 * x] + row[4 * x + 1] + row[4 * x + 2]) / 3;
}

/* Darkness of the square of SIDE pixels at (X, Y): pictures painted by different hands agree in the squares, not in the
 * pixels. */
static inline double
picture_get_darkness (const Picture *p, gint x, gint y, gint side)
{
  double sum = 0;

  for (gint j = y; j < y + side; j++)
    for (gint i = x; i < x + side; i++)
      sum += 255 - picture_get_grey (p, i, j);
  return sum / (side * side);
}

static inline void
picture_assert_same (const char *path, const char *other_path)
{
  Picture a = picture_load (path), b = picture_load (other_path);
  const gint side = 8;
  double worst = 0, ink_seen = 0;

  assert_true (ABS (a.width - b.width) <= 1 && ABS (a.height - b.height) <= 1);
  for (gint y = 0; y + side < MIN (a.height, b.height); y += side)
    for (gint x = 0; x + side < MIN (a.width, b.width); x += side) {
      double one = picture_get_darkness (&a, x, y, side), other = picture_get_darkness (&b, x, y, side);
      worst = MAX (worst, fabs (one - other));
      ink_seen = MAX (ink_seen, one);
    }
  print_message ("greatest difference of a square: %.1f of 255\n", worst);
  assert_true (ink_seen > 100);
  assert_true (worst < 25);
  cairo_surface_destroy (a.surface);
  cairo_surface_destroy (b.surface);
}
