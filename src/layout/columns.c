/* layout/columns: shares the width of an entry out to its parts. Places nothing. */
#include "layout/columns.h"

#include <math.h>

#define MOST_DATES_MEASURED 100
#define ONE_IS_WIDER 6      /* in so many dates, at most */
#define MUCH_WIDER 1.3
#define LEAST_OF_WIDEST 0.6 /* a date takes two lines, not three */
#define MOST_OF_WIDTH 0.3  /* what dates may take of the width */
#define LETTER 0.38        /* an Arabic letter is about so much of the size wide */
#define MOST_LETTERS 75    /* a line reads well */
#define MOST_OF_ROOM 0.8   /* a taller entry is set smaller */

static gint
compare_widths (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one > other ? -1 : one < other;
}

/* The width that most of WIDTHS (falling) keep to: some may be much wider, and then take two lines, so that the others do
 * not stand far from their headlines. */
static double
choose_width (const GArray *widths)
{
  guint i = 0;

  if (widths->len == 0)
    return 0;
  double common = g_array_index (widths, double, widths->len / ONE_IS_WIDER);
  while (g_array_index (widths, double, i) > common * MUCH_WIDER)
    i++;
  return fmax (g_array_index (widths, double, i), g_array_index (widths, double, 0) * LEAST_OF_WIDEST);
}

/* The width of the date column. Where there are many dates, some are measured for all. */
static gboolean
common_date (const TarikhComposer *composer, GPtrArray *entries, guint n_dated, double *width_mm, GError **error)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (double));
  guint step = n_dated / MOST_DATES_MEASURED + 1;

  for (guint i = 0; i < n_dated; i += step) {
    const TarikhEntry *entry = g_ptr_array_index (entries, i);
    g_autoptr (TarikhParagraph) set = tarikh_layout_composer_set (composer, TARIKH_TYPE_DATE, entry->date, 1000, error);
    if (set == NULL)
      return FALSE;
    double width = set->width_mm + 0.2;
    g_array_append_val (widths, width);
  }
  g_array_sort (widths, compare_widths);
  *width_mm = choose_width (widths);
  return TRUE;
}

/* Room for the numbers of sources: for three beside each other, where any entry has so many. */
static double
source_column (const TarikhComposer *composer, GPtrArray *entries, guint n_dated)
{
  guint most = 0;

  for (guint i = 0; i < n_dated; i++)
    most = MAX (most, ((const TarikhEntry *) g_ptr_array_index (entries, i))->sources->len);
  double number = composer->style->types[TARIKH_TYPE_SOURCE].size_pt * 1.6 * 25.4 / 72.0
                  * (composer->citations.stories->len < 10 ? 1 : 1.5);
  return number * MIN (most, 3);
}

gboolean
tarikh_layout_columns_measure (TarikhColumns *columns, const TarikhComposer *composer, GPtrArray *entries, guint n_dated,
                               double width_mm, gboolean dates_beside, double gutter_mm, GError **error)
{
  double size = composer->style->types[TARIKH_TYPE_HEADLINE].size_pt * composer->type_scale;
  double longest = size * LETTER * MOST_LETTERS * 25.4 / 72, date = 0;

  if (dates_beside && !common_date (composer, entries, n_dated, &date, error))
    return FALSE;
  columns->date_mm = fmin (date, width_mm * MOST_OF_WIDTH);
  columns->gutter_mm = dates_beside ? gutter_mm : 0;
  columns->source_mm = dates_beside ? source_column (composer, entries, n_dated) : 0;
  double beside = columns->date_mm + columns->gutter_mm
                  + (columns->source_mm > 0 ? columns->source_mm + columns->gutter_mm : 0);
  columns->text_mm = fmin (longest, width_mm - beside);
  return TRUE;
}

gboolean
tarikh_layout_columns_set_one (const TarikhColumns *columns, const TarikhComposer *composer, TarikhEntry *entry,
                               double room_mm, GError **error)
{
  TarikhComposer least = *composer;

  if (!tarikh_layout_entry_set (entry, composer, columns, error))
    return FALSE;
  if (composer->height_mm <= 0 || entry->height_mm <= room_mm * MOST_OF_ROOM)
    return TRUE;
  least.type_scale = 0;
  return tarikh_layout_entry_set (entry, &least, columns, error);
}

gboolean
tarikh_layout_columns_set (const TarikhColumns *columns, const TarikhComposer *composer, GPtrArray *entries,
                           guint n_dated, double room_mm, GError **error)
{
  for (guint i = 0; i < n_dated; i++)
    if (!tarikh_layout_columns_set_one (columns, composer, g_ptr_array_index (entries, i), room_mm, error))
      return FALSE;
  return TRUE;
}
