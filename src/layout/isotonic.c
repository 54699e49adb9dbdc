/* layout/isotonic: pool adjacent violators. Taking the summed distances off the anchors leaves isotonic regression, whose
 * bounded solution is the free one clipped (R. Barlow et al., "Statistical Inference under Order Restrictions", 1972). */
#include "layout/isotonic.h"

typedef struct {
  double sum;
  guint n;
} Pool;

gboolean
tarikh_layout_isotonic_place (const double *anchors, const double *distances, guint n, double low, double high,
                              double *places)
{
  g_autofree Pool *pools = g_new (Pool, n + 1);
  double offset = 0, total = 0;
  guint n_pools = 0;

  for (guint i = 0; i + 1 < n; i++)
    total += distances[i];
  gboolean fits = low + total <= high + 1e-9;

  for (guint i = 0; i < n; i++) {
    pools[n_pools++] = (Pool){ anchors[i] - offset, 1 };
    while (n_pools > 1
           && pools[n_pools - 2].sum * pools[n_pools - 1].n >= pools[n_pools - 1].sum * pools[n_pools - 2].n) {
      pools[n_pools - 2].sum += pools[n_pools - 1].sum;
      pools[n_pools - 2].n += pools[n_pools - 1].n;
      n_pools--;
    }
    offset += i + 1 < n ? distances[i] : 0;
  }

  offset = 0;
  for (guint pool = 0, i = 0; pool < n_pools; pool++) {
    double mean = pools[pool].sum / pools[pool].n;
    double place = CLAMP (mean, low, MAX (low, high - total));
    for (guint k = 0; k < pools[pool].n; k++, i++) {
      places[i] = place + offset;
      offset += i + 1 < n ? distances[i] : 0;
    }
  }
  return fits;
}
