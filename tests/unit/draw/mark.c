/* draw/mark: shapes as primitive marks, and what becomes of bad numbers. */
#include "draw/mark.h"

#include <math.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include "fixture.h"

static const TarikhColour paper = { 1, 1, 0.9, 1 };

static const TarikhMark *
get_mark (GPtrArray *marks, guint i)
{
  assert_true (i < marks->len);
  return g_ptr_array_index (marks, i);
}

static TarikhPoint
get_point (const TarikhMark *mark, guint i)
{
  assert_true (i < mark->points->len);
  return g_array_index (mark->points, TarikhPoint, i);
}

static TarikhLayoutPage *
new_page (TarikhLayout **layout)
{
  *layout = fixture_new ("x");
  return fixture_add_page (*layout, 100, 100);
}

static void
arrow_ends_in_a_sharp_tip (void **state)
{
  TarikhLayout *layout;
  TarikhLayoutPage *page = new_page (&layout);
  TarikhLayoutItem *item = fixture_add_stroke (page, TARIKH_ROLE_AXIS, TARIKH_SHAPE_ARROW, -1, ink, 90, 50, 10, 50, 0.5);
  g_autoptr (GPtrArray) marks = tarikh_draw_list_marks (item, paper);

  assert_int_equal (marks->len, 2);
  const TarikhMark *line = get_mark (marks, 0), *head = get_mark (marks, 1);
  assert_int_equal (head->kind, TARIKH_PRIMITIVE_POLYGON);
  assert_true (get_point (head, 0).x_mm == 10 && get_point (head, 0).y_mm == 50);
  assert_true (get_point (line, 1).x_mm > 11 && get_point (line, 1).x_mm < get_point (head, 1).x_mm);
  assert_true (get_point (head, 1).y_mm + get_point (head, 3).y_mm == 100); /* symmetrical */
  fixture_free (layout);
}

static void
hatching_stays_in_its_box (void **state)
{
  TarikhLayout *layout;
  TarikhLayoutPage *page = new_page (&layout);
  TarikhLayoutItem *item
      = fixture_add_box (page, TARIKH_ROLE_MARKER, TARIKH_SHAPE_HATCH, 0, blue, 20, 30, 30, 4, 0);

  item->corner_mm = 2;
  g_autoptr (GPtrArray) marks = tarikh_draw_list_marks (item, paper);
  const TarikhMark *lines = get_mark (marks, 0);
  assert_int_equal (lines->kind, TARIKH_PRIMITIVE_SEGMENTS);
  assert_true (lines->points->len > 20 && lines->points->len % 2 == 0);
  for (guint i = 0; i < lines->points->len; i++) {
    TarikhPoint p = get_point (lines, i), centre = { CLAMP (p.x_mm, 22, 48), 32 };
    assert_true (hypot (p.x_mm - centre.x_mm, p.y_mm - centre.y_mm) <= 2 - 0.1 + 1e-9); /* in the capsule */
  }
  fixture_free (layout);
}

static void
ring_is_filled_with_paper_inside_its_box (void **state)
{
  TarikhLayout *layout;
  TarikhLayoutPage *page = new_page (&layout);
  TarikhLayoutItem *item = fixture_add_box (page, TARIKH_ROLE_MARKER, TARIKH_SHAPE_RING, 0, blue, 10, 10, 3, 3, 0.5);
  g_autoptr (GPtrArray) marks = tarikh_draw_list_marks (item, paper);
  const TarikhMark *ring = get_mark (marks, 0);

  assert_true (fabs (ring->radius_mm + ring->stroke_mm / 2 - 1.5) < 1e-9);
  assert_true (ring->is_filled && ring->fill.blue == paper.blue);
  fixture_free (layout);
}

static void
break_lifts_the_axis (void **state)
{
  TarikhLayout *layout;
  TarikhLayoutPage *page = new_page (&layout);
  TarikhLayoutItem *item = fixture_add_stroke (page, TARIKH_ROLE_GAP, TARIKH_SHAPE_ZIGZAG, -1, ink, 50, 40, 50, 44, 0.3);

  item->x_mm = 46;
  item->w_mm = 8;
  g_autoptr (GPtrArray) marks = tarikh_draw_list_marks (item, paper);

  assert_int_equal (marks->len, 3);
  assert_int_equal (get_mark (marks, 0)->kind, TARIKH_PRIMITIVE_POLYGON);
  assert_true (get_mark (marks, 0)->fill.blue == paper.blue);
  for (guint i = 1; i < 3; i++) {
    const TarikhMark *stroke = get_mark (marks, i);
    assert_true (fabs (get_point (stroke, 0).x_mm - 54) < 1e-9); /* from one side of the box to the other */
    assert_true (fabs (get_point (stroke, stroke->points->len - 1).x_mm - 46) < 1e-9);
    assert_true (fabs (get_point (stroke, 0).y_mm - (i == 1 ? 40 : 44)) < 0.5);
  }
  fixture_free (layout);
}

/* No shape may crash or leave the reach, whatever the numbers. */
static void
bad_numbers_are_tamed (void **state)
{
  static const double bad[] = { NAN, INFINITY, -INFINITY, 1e300, -1e300, 0, -5, 1e-300 };
  TarikhLayout *layout;
  TarikhLayoutPage *page = new_page (&layout);

  for (gint shape = TARIKH_SHAPE_TEXT; shape <= TARIKH_SHAPE_ZIGZAG; shape++)
    for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
      TarikhLayoutItem *item = fixture_add_stroke (page, TARIKH_ROLE_BAND, (TarikhShape) shape, -1, ink, bad[i], 1,
                                                   bad[(i + 1) % 8], bad[(i + 2) % 8], bad[(i + 3) % 8]);
      item->corner_mm = bad[(i + 4) % 8];
      item->w_mm = bad[(i + 5) % 8];
      g_autoptr (GPtrArray) marks = tarikh_draw_list_marks (item, paper);
      for (guint k = 0; k < marks->len; k++)
        for (guint n = 0; n < get_mark (marks, k)->points->len; n++)
          assert_true (fabs (get_point (get_mark (marks, k), n).x_mm) <= TARIKH_DRAW_REACH_MM);
    }
  fixture_free (layout);
}

static void
shapes_without_points_draw_nothing (void **state)
{
  TarikhLayoutItem item = { .shape = TARIKH_SHAPE_ZIGZAG };
  g_autoptr (GPtrArray) none = tarikh_draw_list_marks (&item, paper);

  assert_int_equal (none->len, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (arrow_ends_in_a_sharp_tip),
    cmocka_unit_test (hatching_stays_in_its_box),
    cmocka_unit_test (ring_is_filled_with_paper_inside_its_box),
    cmocka_unit_test (break_lifts_the_axis),
    cmocka_unit_test (bad_numbers_are_tamed),
    cmocka_unit_test (shapes_without_points_draw_nothing),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
