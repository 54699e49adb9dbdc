/* layout: the parts that know numbers only: line breaking, least displacement, lanes, pages, the scale, ticks, flags. */
#include <math.h>

#include "layout/flags.h"
#include "layout/isotonic.h"
#include "layout/lane.h"
#include "layout/linebreak.h"
#include "layout/paginate.h"
#include "layout/scale.h"
#include "layout/tick.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

/* ---- lines ---- */

static void
lines_are_even (void **state)
{
  TarikhBreakUnit units[6];
  guint ends[6];

  for (guint i = 0; i < 6; i++)
    units[i] = (TarikhBreakUnit){ 10, 2, 0 };
  assert_int_equal (tarikh_layout_break_lines (units, 6, 60, ends), 2);
  assert_int_equal (ends[0], 3); /* greedy would put five in the first */
  assert_int_equal (ends[1], 6);
  assert_int_equal (tarikh_layout_break_lines (units, 6, 70, ends), 1);
}

static void
forbidden_breaks_hold (void **state)
{
  TarikhBreakUnit units[4] = { { 20, 2, 0 }, { 20, 2, INFINITY }, { 20, 2, 0 }, { 20, 2, 0 } };
  guint ends[4];

  assert_int_equal (tarikh_layout_break_lines (units, 4, 45, ends), 3);
  assert_int_equal (ends[0], 1);
  assert_int_equal (ends[1], 3);
}

static void
a_wide_unit_stands_alone (void **state)
{
  TarikhBreakUnit units[3] = { { 10, 2, 0 }, { 90, 2, 0 }, { 10, 2, 0 } };
  guint ends[3];

  assert_int_equal (tarikh_layout_break_lines (units, 3, 40, ends), 3);
}

/* ---- least displacement ---- */

static double
cost (const double *anchors, const double *places, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += (places[i] - anchors[i]) * (places[i] - anchors[i]);
  return sum;
}

static gboolean
is_feasible (const double *places, const double *distances, guint n, double low, double high)
{
  for (guint i = 0; i + 1 < n; i++)
    if (places[i + 1] - places[i] < distances[i] - 1e-9)
      return FALSE;
  return places[0] >= low - 1e-9 && places[n - 1] <= high + 1e-9;
}

/* No small move of a block of neighbours betters the places: for a convex problem that is the optimum. */
static void
places_are_optimal (void **state)
{
  guint64 random = 5;

  for (guint round = 0; round < 300; round++) {
    double anchors[8], distances[8], places[8], moved[8];
    guint n = 1 + round % 8;
    for (guint i = 0; i < n; i++) {
      random = random * 6364136223846793005u + 1442695040888963407u;
      anchors[i] = (i > 0 ? anchors[i - 1] : 0) + (double) ((random >> 33) % 100) / 10.0;
      distances[i] = 4 + (double) ((random >> 20) % 30) / 10.0;
    }
    assert_true (tarikh_layout_isotonic_place (anchors, distances, n, -5, 120, places));
    assert_true (is_feasible (places, distances, n, -5, 120));
    for (guint from = 0; from < n; from++)
      for (guint to = from; to < n; to++)
        for (gint way = -1; way <= 1; way += 2) {
          for (guint i = 0; i < n; i++)
            moved[i] = places[i] + (i >= from && i <= to ? way * 0.01 : 0);
          if (is_feasible (moved, distances, n, -5, 120))
            assert_true (cost (anchors, moved, n) >= cost (anchors, places, n) - 1e-9);
        }
  }
}

static void
too_little_room_is_told (void **state)
{
  double anchors[3] = { 1, 2, 3 }, distances[3] = { 10, 10, 0 }, places[3];

  assert_false (tarikh_layout_isotonic_place (anchors, distances, 3, 0, 15, places));
  assert_true (places[1] - places[0] >= 10 && places[2] - places[1] >= 10);
}

/* ---- lanes and pages ---- */

static void
lanes_do_not_touch (void **state)
{
  TarikhLaneSpan spans[4] = { { 0, 10, 9 }, { 5, 8, 9 }, { 9, 12, 9 }, { 10, 11, 9 } };

  assert_int_equal (tarikh_layout_lanes_assign (spans, 4, 5), 2);
  assert_int_equal (spans[0].lane, 0);
  assert_int_equal (spans[1].lane, 1);
  assert_int_equal (spans[2].lane, 1);
  assert_int_equal (spans[3].lane, 0);
}

static void
pages_break_where_the_story_does (void **state)
{
  TarikhPageUnit units[10];
  TarikhPageRoom room = { .first_mm = 70, .other_mm = 70 };
  guint ends[10];

  for (guint i = 0; i < 10; i++)
    units[i] = (TarikhPageUnit){ 10, i == 4 ? 0 : 1, 0 };
  assert_int_equal (tarikh_layout_paginate (units, 10, &room, ends), 2);
  assert_int_equal (ends[0], 5);
  assert_int_equal (ends[1], 10);
  units[3].need_mm = 500; /* taller than any page: alone, and the rest still placed */
  assert_true (tarikh_layout_paginate (units, 10, &room, ends) >= 3);
}

/* Columns are filled one after another, lanes each by its own. */
static void
pages_have_columns_or_lanes (void **state)
{
  TarikhPageUnit units[12];
  TarikhPageRoom columns = { .first_mm = 25, .other_mm = 45, .n_columns = 2 };
  TarikhPageRoom lanes = { .first_mm = 35, .other_mm = 35, .n_lanes = 3 };
  guint ends[12];

  for (guint i = 0; i < 12; i++)
    units[i] = (TarikhPageUnit){ 10, 1, i < 6 ? 2 : i % 2 };
  assert_int_equal (tarikh_layout_paginate (units, 12, &columns, ends), 2); /* 2 × 2, then 2 × 4 */
  assert_int_equal (ends[0], 4);
  assert_int_equal (tarikh_layout_paginate (units, 12, &lanes, ends), 2); /* lane 2 holds three a page */
  assert_int_equal (ends[1], 12);
  lanes.last_mm = 30; /* the last page gives up most of its room */
  assert_true (tarikh_layout_paginate (units, 12, &lanes, ends) > 2);
}

/* ---- scale and ticks ---- */

static void
a_long_gap_is_broken (void **state)
{
  TarikhScalePoint points[] = { { 0, 5, TRUE, G_MININT32 }, { 9000, 5, TRUE, G_MININT32 }, { 9010, 5, TRUE, G_MININT32 }, { 9020, 5, TRUE, G_MININT32 } };
  TarikhScaleLimits limits = { 0, 100, 10, 4 };
  g_autoptr (TarikhScale) scale = tarikh_layout_scale_new (points, 4, &limits);

  assert_int_equal (scale->segments->len, 2);
  const TarikhScaleSegment *a = &g_array_index (scale->segments, TarikhScaleSegment, 0);
  const TarikhScaleSegment *b = &g_array_index (scale->segments, TarikhScaleSegment, 1);
  assert_true (b->from_mm - a->to_mm >= 10);
  assert_true (b->to_mm - b->from_mm >= 15 && b->to_mm <= 100 + 1e-9);
  double middle = tarikh_layout_scale_map (scale, 9010);
  assert_float_equal (middle, (b->from_mm + b->to_mm) / 2, 1e-9); /* true to scale inside */
}

static void
a_vague_date_is_not_broken (void **state)
{
  TarikhScalePoint points[] = { { 0, 5, TRUE, 9005 }, { 1, 5, TRUE, G_MININT32 }, { 9000, 5, TRUE, G_MININT32 },
                                { 9001, 5, TRUE, G_MININT32 }, { 9005, 0, FALSE, G_MININT32 } };
  TarikhScaleLimits limits = { 0, 100, 10, 4 };
  g_autoptr (TarikhScale) scale = tarikh_layout_scale_new (points, 5, &limits);
  points[0].unbroken_until = G_MININT32;
  g_autoptr (TarikhScale) broken = tarikh_layout_scale_new (points, 5, &limits);

  assert_int_equal (scale->segments->len, 1);
  assert_int_equal (broken->segments->len, 2);
}

static void
an_even_run_is_not_broken (void **state)
{
  TarikhScalePoint points[12];
  TarikhScaleLimits limits = { 0, 100, 10, 4 };

  for (guint i = 0; i < 12; i++)
    points[i] = (TarikhScalePoint){ i * 30.0, 5, TRUE, G_MININT32 };
  g_autoptr (TarikhScale) scale = tarikh_layout_scale_new (points, 12, &limits);
  assert_int_equal (scale->segments->len, 1);
  for (guint i = 0; i < 12; i++)
    assert_float_equal (tarikh_layout_scale_map (scale, i * 30.0), i * 100.0 / 11, 1e-9);
}

static void
maps_are_monotone (void **state)
{
  TarikhScalePoint points[] = { { 0, 5, TRUE, G_MININT32 }, { 3, 5, TRUE, G_MININT32 }, { 4000, 5, TRUE, G_MININT32 }, { 4001, 0, FALSE, G_MININT32 }, { 90000, 5, TRUE, G_MININT32 } };
  TarikhScaleLimits limits = { 10, 80, 8, 4 };
  g_autoptr (TarikhScale) scale = tarikh_layout_scale_new (points, 5, &limits);
  double last = 10;

  for (double day = -100; day < 100000; day += 37) {
    double at = tarikh_layout_scale_map (scale, day);
    assert_true (at >= last - 1e-9 && at <= 80 + 1e-9);
    last = at;
  }
}

static void
expect_ticks (TarikhDay first, TarikhDay last, double mm, guint n, TarikhGrain grain, TarikhDay first_tick)
{
  TarikhScaleSegment segment = { first, last, 0, mm };
  g_autoptr (GArray) ticks = tarikh_layout_ticks_new (&segment, 10);

  assert_int_equal (ticks->len, n);
  assert_int_equal (g_array_index (ticks, TarikhTick, 0).grain, grain);
  assert_int_equal (g_array_index (ticks, TarikhTick, 0).day, first_tick);
  assert_true (g_array_index (ticks, TarikhTick, 0).with_more);
  for (guint i = 1; i < n; i++)
    assert_true (g_array_index (ticks, TarikhTick, i).at_mm - g_array_index (ticks, TarikhTick, i - 1).at_mm >= 8);
}

static void
ticks_follow_the_calendar (void **state)
{
  TarikhDay start = tarikh_base_day_from_date (2024, 1, 1);

  expect_ticks (start + 1, tarikh_base_day_from_date (2024, 12, 31), 130, 11, TARIKH_GRAIN_MONTH,
                tarikh_base_day_from_date (2024, 2, 1));
  expect_ticks (start, start + 9, 100, 10, TARIKH_GRAIN_DAY, start);
  expect_ticks (tarikh_base_day_from_date (1903, 5, 5), start, 100, 4, TARIKH_GRAIN_YEAR,
                tarikh_base_day_from_date (1925, 1, 1));
}

/* ---- flags ---- */

static gboolean
flags_clash (const TarikhFlag *a, const TarikhFlag *b)
{
  return a->side == b->side && a->pole_mm < b->pole_mm + b->width_mm && b->pole_mm < a->pole_mm + a->width_mm
         && a->offset_mm < b->offset_mm + b->height_mm && b->offset_mm < a->offset_mm + a->height_mm;
}

/* The pole of A passes through flag B. */
static gboolean
pole_hits (const TarikhFlag *a, const TarikhFlag *b)
{
  return a->side == b->side && a->pole_mm > b->pole_mm && a->pole_mm < b->pole_mm + b->width_mm
         && a->offset_mm + a->height_mm > b->offset_mm;
}

static void
flags_do_not_clash (void **state)
{
  TarikhFlagLimits limits = { 0, 270, { 60, 60 }, 6, 5, 3 };
  guint64 random = 11;

  for (guint round = 0; round < 200; round++) {
    TarikhFlag flags[14];
    guint n = 1 + round % 14;
    double at = 0;
    for (guint i = 0; i < n; i++) {
      random = random * 6364136223846793005u + 1442695040888963407u;
      at += (double) ((random >> 33) % 20);
      flags[i] = (TarikhFlag){ .anchor_mm = at, .width_mm = 30 + (double) ((random >> 40) % 14),
                               .height_mm = 12 + (double) ((random >> 50) % 14) };
    }
    if (!tarikh_layout_flags_place (flags, n, &limits))
      continue;
    for (guint i = 0; i < n; i++) {
      assert_true (flags[i].pole_mm >= -1e-9 && flags[i].pole_mm + flags[i].width_mm <= 270 + 1e-9);
      assert_true (flags[i].offset_mm + flags[i].height_mm <= 60 + 1e-9);
      for (guint k = 0; k < n; k++) {
        assert_false (i != k && flags_clash (&flags[i], &flags[k]));
        assert_false (i != k && pole_hits (&flags[i], &flags[k]));
      }
    }
  }
}

static void
few_flags_stand_still (void **state)
{
  TarikhFlagLimits limits = { 0, 270, { 60, 60 }, 6, 5, 3 };
  TarikhFlag flags[3] = { { 0, 40, 20, 0, 0, 0 }, { 60, 40, 20, 0, 0, 0 }, { 120, 40, 20, 0, 0, 0 } };

  assert_true (tarikh_layout_flags_place (flags, 3, &limits));
  for (guint i = 0; i < 3; i++)
    assert_float_equal (flags[i].pole_mm, flags[i].anchor_mm, 1e-9);
  assert_int_not_equal (flags[0].side, flags[1].side);
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (lines_are_even),          cmocka_unit_test (forbidden_breaks_hold),
          cmocka_unit_test (a_wide_unit_stands_alone), cmocka_unit_test (places_are_optimal),
          cmocka_unit_test (too_little_room_is_told),  cmocka_unit_test (lanes_do_not_touch),
          cmocka_unit_test (pages_break_where_the_story_does),
                                      cmocka_unit_test (pages_have_columns_or_lanes), cmocka_unit_test (a_long_gap_is_broken),
          cmocka_unit_test (a_vague_date_is_not_broken), cmocka_unit_test (an_even_run_is_not_broken), cmocka_unit_test (maps_are_monotone),
          cmocka_unit_test (ticks_follow_the_calendar), cmocka_unit_test (flags_do_not_clash),
          cmocka_unit_test (few_flags_stand_still) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
