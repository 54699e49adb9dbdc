/* layout/columns: shares the width of an entry out to its parts. Places nothing. */
#include "layout/columns.h"

#include <math.h>

#define MOST_DATES_MEASURED 60
#define MOST_OF_WIDTH 0.3  /* what dates may take of the width */
#define LETTER 0.38        /* an Arabic letter is about so much of the size wide */
#define MOST_LETTERS 75    /* a line reads well */
#define MOST_OF_ROOM 0.8   /* a taller entry is set smaller */

/* The width of the date column: measured on the longest of the dates, which need not be all. A date that is wider after
 * all takes two lines. */
static gboolean
widest_date (const TarikhComposer *composer, GPtrArray *entries, guint n_dated, double *width_mm, GError **error)
{
  glong longest = 0;
  guint n_measured = 0;

  *width_mm = 0;
  for (guint i = 0; i < n_dated; i++)
    longest = MAX (longest, g_utf8_strlen (((const TarikhEntry *) g_ptr_array_index (entries, i))->date, -1));
  for (guint i = 0; i < n_dated && n_measured < MOST_DATES_MEASURED; i++) {
    const TarikhEntry *entry = g_ptr_array_index (entries, i);
    if (g_utf8_strlen (entry->date, -1) < longest - 3)
      continue;
    g_autoptr (TarikhParagraph) set = tarikh_layout_composer_set (composer, TARIKH_TYPE_DATE, entry->date, 1000, error);
    if (set == NULL)
      return FALSE;
    *width_mm = fmax (*width_mm, set->width_mm + 0.2);
    n_measured++;
  }
  return TRUE;
}

/* Room for the numbers of sources: for two beside each other, where any entry has some. */
static double
source_column (const TarikhComposer *composer, GPtrArray *entries, guint n_dated)
{
  guint most = 0;

  for (guint i = 0; i < n_dated; i++)
    most = MAX (most, ((const TarikhEntry *) g_ptr_array_index (entries, i))->sources->len);
  double number = composer->style->types[TARIKH_TYPE_SOURCE].size_pt * 1.6 * 25.4 / 72.0
                  * (composer->citations.stories->len < 10 ? 1 : 1.5);
  return number * MIN (most, 2);
}

gboolean
tarikh_layout_columns_measure (TarikhColumns *columns, const TarikhComposer *composer, GPtrArray *entries, guint n_dated,
                               double width_mm, gboolean dates_beside, double gutter_mm, GError **error)
{
  double size = composer->style->types[TARIKH_TYPE_HEADLINE].size_pt * composer->type_scale;
  double longest = size * LETTER * MOST_LETTERS * 25.4 / 72, date = 0;

  if (dates_beside && !widest_date (composer, entries, n_dated, &date, error))
    return FALSE;
  columns->date_mm = fmin (date, width_mm * MOST_OF_WIDTH);
  columns->gutter_mm = dates_beside ? gutter_mm : 0;
  columns->source_mm = dates_beside ? source_column (composer, entries, n_dated) : 0;
  double beside = columns->date_mm + columns->gutter_mm
                  + (columns->source_mm > 0 ? columns->source_mm + columns->gutter_mm : 0);
  columns->text_mm = fmin (longest, width_mm - beside);
  return TRUE;
}

/* An entry that no page could hold (a whole article for a headline) is set in the least type. */
static gboolean
set_entry (const TarikhColumns *columns, const TarikhComposer *composer, TarikhEntry *entry, double room_mm,
           GError **error)
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
    if (!set_entry (columns, composer, g_ptr_array_index (entries, i), room_mm, error))
      return FALSE;
  return TRUE;
}
