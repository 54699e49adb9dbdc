/* draw/mark: the display list. Turns an item's shape into a few primitive marks, in millimetres, so that every painter
 * draws the same picture. Paints nothing. */
#pragma once

#include "layout/layout.h"

typedef enum {
  TARIKH_PRIMITIVE_POLYLINE, /* stroked through points */
  TARIKH_PRIMITIVE_POLYGON,  /* filled, closed through points */
  TARIKH_PRIMITIVE_SEGMENTS, /* stroked, each pair of points a line of its own */
  TARIKH_PRIMITIVE_CIRCLE,   /* centre points[0] */
  TARIKH_PRIMITIVE_RECT      /* points[0] top left, points[1] bottom right */
} TarikhPrimitive;

typedef struct {
  TarikhPrimitive kind;
  GArray *points;     /* TarikhPoint, owned; finite and within ±TARIKH_DRAW_REACH_MM */
  double radius_mm;   /* of the circle, or of the rectangle's corners */
  gboolean is_filled;
  TarikhColour fill;
  double stroke_mm;   /* 0: not stroked */
  TarikhColour stroke;
  double dash_mm;     /* length of dash and of gap; 0: solid */
} TarikhMark;

/* Nothing is drawn farther out: cairo counts in 24.8 fixed point, and 100 m at 600 dpi still fits. */
#define TARIKH_DRAW_REACH_MM 100000.0
/* Thinner lines break up on office printers. */
#define TARIKH_DRAW_HAIRLINE_MM 0.2

/* VALUE made finite and clamped to the reach. */
double tarikh_draw_clamp_mm (double value);

/* The marks of ITEM in painting order; PAPER fills what must look empty. (transfer full) array of TarikhMark* */
GPtrArray *tarikh_draw_list_marks (const TarikhLayoutItem *item, TarikhColour paper);
