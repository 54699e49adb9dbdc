/* How long laying out takes: the geometry alone (pages, scales, places: no text is shaped), then the whole, in made-up
 * stories of growing size.
 * usage: bench-layout STYLES
 */
#include "layout/axis.h"
#include "layout/flags.h"
#include "layout/sheet.h"
#include "layout/stage.h"
#include "layout/track.h"

#include <math.h>
#include <stdio.h>

#define PAGE_MM 200.0
#define RUNS 5

/* Events as if their texts were set: heights as headlines of one to four lines have them. */
static GPtrArray *
make_entries (guint n)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_free);
  guint32 seed = 20240620;

  for (guint i = 0; i < n; i++) {
    TarikhEntry *entry = g_new0 (TarikhEntry, 1);
    seed = seed * 1664525u + 1013904223u;
    entry->event = (gint) i;
    entry->first = (TarikhDay) (i * 20u + (seed >> 28));
    entry->last = entry->first + (seed % 5 == 0 ? (TarikhDay) (seed >> 24) : 0);
    entry->kind = entry->last > entry->first ? TARIKH_MARK_SPAN : TARIKH_MARK_DAY;
    entry->height_mm = 7 + 6 * (double) (seed >> 16 & 3);
    entry->eye_mm = 3.5;
    g_ptr_array_add (entries, entry);
  }
  return entries;
}

/* One page of a vertical layout: its scale, and the places of its entries. */
static double
solve_page (const TarikhComposer *composer, GPtrArray *entries, const double *needs, guint first, guint end)
{
  static const TarikhTrackGrid grid = { .most_marks = 3, .gap_mm = 3 };
  TarikhScaleLimits limits = { 20, 20 + PAGE_MM, 11, 6 };
  g_autoptr (TarikhScale) scale = tarikh_layout_axis_new (entries, first, end, needs + first, &limits);
  g_auto (TarikhTrack) track = { .grid = &grid, .entries = entries, .first = first, .end = end, .scale = scale };

  tarikh_layout_track_solve (&track, composer, 20, 20 + PAGE_MM);
  return track.eyes[end - first - 1];
}

/* On pages PAGE_MM high. */
static guint
solve_vertical (const TarikhComposer *composer, GPtrArray *entries, double page_mm)
{
  TarikhSheet sheet = { .entries = entries, .n_dated = entries->len };
  TarikhPageRoom room = { .first_mm = page_mm, .other_mm = page_mm };
  g_autofree double *needs = g_new (double, entries->len + 1);

  for (guint i = 0; i < entries->len; i++)
    needs[i] = ((const TarikhEntry *) g_ptr_array_index (entries, i))->height_mm + 3;
  g_autoptr (GArray) ends = tarikh_layout_sheet_cut (&sheet, needs, &room);
  for (guint i = 0, first = 0; i < ends->len; first = g_array_index (ends, guint, i), i++)
    g_assert (isfinite (solve_page (composer, entries, needs, first, g_array_index (ends, guint, i))));
  return ends->len;
}

/* The flags of a horizontal layout on an axis as long as they need. */
static void
solve_horizontal (GPtrArray *entries)
{
  g_autofree TarikhFlag *flags = g_new0 (TarikhFlag, entries->len);
  TarikhFlagLimits limits = { 0, entries->len * 60.0, { 80, 80 }, 6, 5, 3 };

  for (guint i = 0; i < entries->len; i++) {
    const TarikhEntry *entry = g_ptr_array_index (entries, i);
    flags[i] = (TarikhFlag){ .anchor_mm = entry->first, .width_mm = 44, .height_mm = entry->height_mm };
  }
  g_assert (tarikh_layout_flags_place (flags, entries->len, &limits));
}

static void
measure_geometry (const TarikhComposer *composer, guint n)
{
  g_autoptr (GPtrArray) entries = make_entries (n);
  double best_down = INFINITY, best_one = INFINITY, best_across = INFINITY;
  guint n_pages = 0;

  for (guint run = 0; run < RUNS; run++) {
    gint64 start = g_get_monotonic_time ();
    n_pages = solve_vertical (composer, entries, PAGE_MM);
    gint64 down = g_get_monotonic_time ();
    g_autofree double *needs = g_new0 (double, n);
    solve_page (composer, entries, needs, 0, n);
    gint64 one = g_get_monotonic_time ();
    solve_horizontal (entries);
    gint64 across = g_get_monotonic_time ();
    best_down = fmin (best_down, (double) (down - start) / 1e3);
    best_across = fmin (best_across, (double) (across - one) / 1e3);
    best_one = fmin (best_one, (double) (one - down) / 1e3);
  }
  printf ("%7u events, no text shaped: down %u pages %7.2f ms, down one page %7.2f ms, flags across %7.2f ms\n", n,
          n_pages, best_down, best_one, best_across);
}

static void
measure_whole (const TarikhStyle *style, TarikhMeasure *measure, TarikhLayoutKind kind, const char *name, guint n)
{
  TarikhChronology *chronology = stage_new (STAGE_UNIFORM, n, 1);
  TarikhLayoutOptions options = stage_options (kind);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (TarikhLayout) layout = tarikh_layout_new (chronology, style, measure, &options, &error);

  if (layout == NULL)
    g_error ("%s", error->message);
  printf ("%7u events, the whole: %-10s %5u pages %8.1f ms\n", n, name, layout->pages->len,
          (double) (g_get_monotonic_time () - start) / 1e3);
  stage_free (chronology);
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "auto", "horizontal", "vertical", "list", "lanes" };
  g_autoptr (GError) error = NULL;
  g_autoptr (TarikhStyle) style = argc == 2 ? tarikh_style_load ("briefing", argv[1], &error) : NULL;
  g_autoptr (TarikhMeasure) measure = stage_measure_new ();
  TarikhComposer composer = { .style = style };

  if (style == NULL) {
    fprintf (stderr, "usage: bench-layout STYLES\n");
    return 2;
  }
  setvbuf (stdout, NULL, _IOLBF, 0);
  for (guint n = 1000; n <= 1000000; n *= 10)
    measure_geometry (&composer, n);
  for (guint n = 100; n <= 10000; n *= 10)
    for (TarikhLayoutKind kind = TARIKH_LAYOUT_HORIZONTAL; kind <= TARIKH_LAYOUT_LANES; kind++)
      measure_whole (style, measure, kind, names[kind], n);
  return 0;
}
