/* draw/mark: arrows, hatching, rings and breaks as lines, polygons and circles. Knows geometry only; paints nothing. */
#include "draw/mark.h"

#include <math.h>

#define HATCH_STEP_MM 0.9
#define HATCH_LINES_MAX 4000
#define BREAK_REACH_MM 2.1 /* the strokes of a break, on either side of the axis */
#define TOOTH_MM 1.05      /* from crest to trough, along the stroke */
#define TOOTH_DEPTH_MM 0.9
#define TEETH_MAX 1000
#define ARROW_MINIMUM_MM 2.2

double
tarikh_draw_clamp_mm (double value)
{
  return isnan (value) ? 0 : CLAMP (value, -TARIKH_DRAW_REACH_MM, TARIKH_DRAW_REACH_MM);
}

static void
mark_free (gpointer data)
{
  TarikhMark *mark = data;

  g_array_unref (mark->points);
  g_free (mark);
}

static TarikhMark *
add_mark (GPtrArray *marks, TarikhPrimitive kind)
{
  TarikhMark *mark = g_new0 (TarikhMark, 1);

  mark->kind = kind;
  mark->points = g_array_new (FALSE, FALSE, sizeof (TarikhPoint));
  g_ptr_array_add (marks, mark);
  return mark;
}

static void
add_point (TarikhMark *mark, double x_mm, double y_mm)
{
  TarikhPoint point = { tarikh_draw_clamp_mm (x_mm), tarikh_draw_clamp_mm (y_mm) };

  g_array_append_val (mark->points, point);
}

static double
stroke_of (const TarikhLayoutItem *item)
{
  double stroke = tarikh_draw_clamp_mm (item->stroke_mm);

  return MAX (stroke, TARIKH_DRAW_HAIRLINE_MM);
}

static void
set_stroke (TarikhMark *mark, const TarikhLayoutItem *item)
{
  mark->stroke_mm = stroke_of (item);
  mark->stroke = item->colour;
  mark->dash_mm = item->dashed ? MAX (1.0, 3 * mark->stroke_mm) : 0;
}

static void
set_fill (TarikhMark *mark, TarikhColour colour)
{
  mark->is_filled = TRUE;
  mark->fill = colour;
}

static TarikhMark *
add_polyline (GPtrArray *marks, const TarikhLayoutItem *item)
{
  TarikhMark *mark = add_mark (marks, TARIKH_PRIMITIVE_POLYLINE);

  set_stroke (mark, item);
  for (guint i = 0; item->points != NULL && i < item->points->len; i++) {
    TarikhPoint point = g_array_index (item->points, TarikhPoint, i);
    add_point (mark, point.x_mm, point.y_mm);
  }
  return mark;
}

/* The head takes the end of the last segment; the line stops inside it, so that the tip stays sharp. */
static void
add_arrow (GPtrArray *marks, const TarikhLayoutItem *item)
{
  TarikhMark *line = add_polyline (marks, item);

  if (line->points->len < 2)
    return;
  TarikhPoint *tip = &g_array_index (line->points, TarikhPoint, line->points->len - 1);
  TarikhPoint before = tip[-1], end = *tip;
  double dx = end.x_mm - before.x_mm, dy = end.y_mm - before.y_mm, length = hypot (dx, dy);
  if (length <= 0)
    return;
  double head = MIN (MAX (ARROW_MINIMUM_MM, 6 * line->stroke_mm), length), half = 0.36 * head;
  dx /= length;
  dy /= length;
  *tip = (TarikhPoint){ end.x_mm - 0.7 * head * dx, end.y_mm - 0.7 * head * dy };

  TarikhMark *mark = add_mark (marks, TARIKH_PRIMITIVE_POLYGON);
  set_fill (mark, item->colour);
  add_point (mark, end.x_mm, end.y_mm);
  add_point (mark, end.x_mm - head * dx - half * dy, end.y_mm - head * dy + half * dx);
  add_point (mark, end.x_mm - 0.8 * head * dx, end.y_mm - 0.8 * head * dy);
  add_point (mark, end.x_mm - head * dx + half * dy, end.y_mm - head * dy - half * dx);
}

typedef struct {
  double left, top, right, bottom, corner;
} Box;

static Box
box_of (const TarikhLayoutItem *item, double inset_mm)
{
  Box box = { tarikh_draw_clamp_mm (item->x_mm), tarikh_draw_clamp_mm (item->y_mm) };
  double w = MAX (0, tarikh_draw_clamp_mm (item->w_mm)), h = MAX (0, tarikh_draw_clamp_mm (item->h_mm));

  inset_mm = MIN (inset_mm, MIN (w, h) / 2);
  box.right = box.left + w - inset_mm;
  box.bottom = box.top + h - inset_mm;
  box.left += inset_mm;
  box.top += inset_mm;
  double half = MIN (box.right - box.left, box.bottom - box.top) / 2;
  box.corner = CLAMP (tarikh_draw_clamp_mm (item->corner_mm) - inset_mm, 0, half);
  return box;
}

static TarikhMark *
add_box (GPtrArray *marks, const Box *box)
{
  TarikhMark *mark = add_mark (marks, TARIKH_PRIMITIVE_RECT);

  add_point (mark, box->left, box->top);
  add_point (mark, box->right, box->bottom);
  mark->radius_mm = box->corner;
  return mark;
}

static void
add_rect (GPtrArray *marks, const TarikhLayoutItem *item)
{
  gboolean is_stroked = item->stroke_mm > 0;
  Box box = box_of (item, is_stroked ? stroke_of (item) / 2 : 0);
  TarikhMark *mark = add_box (marks, &box);

  set_fill (mark, item->colour);
  if (is_stroked)
    set_stroke (mark, item);
}

/* Where the rising line x + y = SUM leaves BOX's rounded corner with centre (CX, CY), on the side of SIGN. Along the
 * line, from its point nearest to the centre, the circle is sqrt (r² − d²) away (Pythagoras). */
static TarikhPoint
meet_corner (double sum, double cx, double cy, double radius, double sign)
{
  double offset = (sum - cx - cy) / 2, reach = radius * radius - 2 * offset * offset;
  double along = sign * sqrt (MAX (0, reach) / 2);

  return (TarikhPoint){ cx + offset + along, cy + offset - along };
}

/* P is an end of the line x + y = SUM on BOX's edge; SIGN +1 for the upper right end, −1 for the lower left one. */
static TarikhPoint
round_end (const Box *box, TarikhPoint p, double sum, double sign)
{
  double r = box->corner;
  double cx = CLAMP (p.x_mm, box->left + r, box->right - r), cy = CLAMP (p.y_mm, box->top + r, box->bottom - r);

  if (r <= 0 || cx == p.x_mm || cy == p.y_mm)
    return p;
  return meet_corner (sum, cx, cy, r, sign);
}

static gboolean
misses_corner (const Box *box, double sum)
{
  double reach = box->corner * (2 - G_SQRT2); /* x + y of the circle's nearest point beyond the corner itself */

  return sum - box->left - box->top < reach || box->right + box->bottom - sum < reach;
}

static void
add_hatch_lines (TarikhMark *mark, const Box *box)
{
  double first = box->left + box->top, last = box->right + box->bottom;
  double step = MAX (HATCH_STEP_MM * G_SQRT2, (last - first) / HATCH_LINES_MAX);

  for (double sum = first + step / 2; sum < last; sum += step) {
    TarikhPoint low = { MAX (box->left, sum - box->bottom), MIN (box->bottom, sum - box->left) };
    TarikhPoint high = { MIN (box->right, sum - box->top), MAX (box->top, sum - box->right) };
    if (misses_corner (box, sum))
      continue;
    low = round_end (box, low, sum, -1);
    high = round_end (box, high, sum, 1);
    add_point (mark, low.x_mm, low.y_mm);
    add_point (mark, high.x_mm, high.y_mm);
  }
}

static void
add_hatch (GPtrArray *marks, const TarikhLayoutItem *item)
{
  Box box = box_of (item, TARIKH_DRAW_HAIRLINE_MM / 2);
  TarikhMark *lines = add_mark (marks, TARIKH_PRIMITIVE_SEGMENTS);

  lines->stroke_mm = TARIKH_DRAW_HAIRLINE_MM;
  lines->stroke = item->colour;
  add_hatch_lines (lines, &box);

  TarikhMark *outline = add_box (marks, &box);
  outline->stroke_mm = TARIKH_DRAW_HAIRLINE_MM;
  outline->stroke = item->colour;
}

static TarikhMark *
add_circle (GPtrArray *marks, const TarikhLayoutItem *item, double inset_mm)
{
  TarikhMark *mark = add_mark (marks, TARIKH_PRIMITIVE_CIRCLE);
  Box box = box_of (item, inset_mm);

  add_point (mark, (box.left + box.right) / 2, (box.top + box.bottom) / 2);
  mark->radius_mm = MIN (box.right - box.left, box.bottom - box.top) / 2;
  return mark;
}

static void
add_ring (GPtrArray *marks, const TarikhLayoutItem *item, TarikhColour paper)
{
  double stroke = stroke_of (item);
  TarikhMark *mark = add_circle (marks, item, stroke / 2);

  set_fill (mark, paper);
  set_stroke (mark, item);
}

/* A break of the axis: its ends, the axis' direction, and how far its strokes stand out on either side. */
typedef struct {
  TarikhPoint from, to;
  double dx, dy, reach_mm;
} Break;

/* The stroke across the axis at END. */
static void
add_teeth (TarikhMark *mark, const Break *gap, TarikhPoint end, gboolean backwards)
{
  gint teeth = 2 * (gint) CLAMP (round (gap->reach_mm / TOOTH_MM), 2, TEETH_MAX);

  for (gint i = 0; i <= teeth; i++) {
    gint k = backwards ? teeth - i : i;
    double across = (2.0 * k / teeth - 1) * gap->reach_mm, along = (k % 2 == 0 ? -0.5 : 0.5) * TOOTH_DEPTH_MM;
    add_point (mark, end.x_mm + along * gap->dx - across * gap->dy, end.y_mm + along * gap->dy + across * gap->dx);
  }
}

static gboolean
read_break (Break *gap, const TarikhLayoutItem *item)
{
  if (item->points == NULL || item->points->len < 2)
    return FALSE;
  TarikhPoint a = g_array_index (item->points, TarikhPoint, 0), b = g_array_index (item->points, TarikhPoint, 1);
  gap->from = (TarikhPoint){ tarikh_draw_clamp_mm (a.x_mm), tarikh_draw_clamp_mm (a.y_mm) };
  gap->to = (TarikhPoint){ tarikh_draw_clamp_mm (b.x_mm), tarikh_draw_clamp_mm (b.y_mm) };
  double dx = gap->to.x_mm - gap->from.x_mm, dy = gap->to.y_mm - gap->from.y_mm, length = hypot (dx, dy);
  if (length < 1e-6)
    return FALSE;
  gap->dx = dx / length;
  gap->dy = dy / length;
  double across = fabs (dx) > fabs (dy) ? item->h_mm : item->w_mm;
  gap->reach_mm = MAX (BREAK_REACH_MM, tarikh_draw_clamp_mm (across) / 2);
  return TRUE;
}

/* A stroke across either end, and paper between them that lifts the axis off the page. */
static void
add_zigzag (GPtrArray *marks, const TarikhLayoutItem *item, TarikhColour paper)
{
  Break gap;

  if (!read_break (&gap, item))
    return;
  TarikhMark *between = add_mark (marks, TARIKH_PRIMITIVE_POLYGON);
  set_fill (between, paper);
  add_teeth (between, &gap, gap.from, FALSE);
  add_teeth (between, &gap, gap.to, TRUE);
  for (gint i = 0; i < 2; i++) {
    TarikhMark *stroke = add_mark (marks, TARIKH_PRIMITIVE_POLYLINE);
    set_stroke (stroke, item);
    add_teeth (stroke, &gap, i == 0 ? gap.from : gap.to, FALSE);
  }
}

GPtrArray *
tarikh_draw_list_marks (const TarikhLayoutItem *item, TarikhColour paper)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func (mark_free);

  switch (item->shape) {
  case TARIKH_SHAPE_LINE: add_polyline (marks, item); break;
  case TARIKH_SHAPE_ARROW: add_arrow (marks, item); break;
  case TARIKH_SHAPE_RECT: add_rect (marks, item); break;
  case TARIKH_SHAPE_HATCH: add_hatch (marks, item); break;
  case TARIKH_SHAPE_DISC: set_fill (add_circle (marks, item, 0), item->colour); break;
  case TARIKH_SHAPE_RING: add_ring (marks, item, paper); break;
  case TARIKH_SHAPE_ZIGZAG: add_zigzag (marks, item, paper); break;
  case TARIKH_SHAPE_TEXT: break;
  }
  return marks;
}
