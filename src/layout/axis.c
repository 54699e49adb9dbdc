/* layout/axis: tells the scale what stands where: the first day of every entry, the last day of what lasts, and how far no
 * break may come. */
#include "layout/axis.h"

#define MOST_UNBROKEN 0.4 /* of a page's time: what lasts longer may have a break in it */

static gint
compare_points (gconstpointer a, gconstpointer b)
{
  const TarikhScalePoint *one = a, *other = b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  return other->is_label - one->is_label;
}

static void
add_points (GArray *points, const TarikhEntry *entry, double need_mm, double whole)
{
  double unbroken = entry->last - entry->first < whole * MOST_UNBROKEN ? entry->last : G_MININT32;
  TarikhScalePoint start = { entry->first, need_mm, TRUE, unbroken };
  TarikhScalePoint end = { entry->last, 0, FALSE, G_MININT32 };

  g_array_append_val (points, start);
  if (entry->last > entry->first)
    g_array_append_val (points, end);
}

TarikhScale *
tarikh_layout_axis_new (GPtrArray *entries, guint first, guint end, const double *needs,
                        const TarikhScaleLimits *limits)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TarikhScalePoint));
  const TarikhEntry *one = g_ptr_array_index (entries, first), *last = g_ptr_array_index (entries, end - 1);

  for (guint i = first; i < end; i++)
    add_points (points, g_ptr_array_index (entries, i), needs[i - first], (double) last->first - one->first);
  g_array_sort (points, compare_points);
  return tarikh_layout_scale_new ((const TarikhScalePoint *) (gpointer) points->data, points->len, limits);
}
