/* layout/sources: lists the stories that the page names in as many columns as save lines. Chooses no page. */
#include "layout/sources.h"

#include <math.h>

#define NARROWEST_MM 78.0    /* a column at 9 pt */
#define BETWEEN_MM 9.0
#define MOST_COLUMNS 3
#define ROW_GAP_MM 0.7
#define HEADING_GAP_MM 1.2
#define HALF_MM 0.05         /* columns are even to this */

/* One story. */
typedef struct {
  TarikhParagraph *number, *text; /* number NULL where there is one story only, or where TEXT goes on */
  char *href, *anchor;
} TarikhSourceRow;

static void
free_row (gpointer data)
{
  TarikhSourceRow *row = data;

  tarikh_layout_paragraph_free (row->number);
  tarikh_layout_paragraph_free (row->text);
  g_free (row->href);
  g_free (row->anchor);
  g_free (row);
}

void
tarikh_layout_sources_free (TarikhSourceList *list)
{
  if (list == NULL)
    return;
  g_ptr_array_unref (list->rows);
  tarikh_layout_paragraph_free (list->heading);
  g_free (list);
}

static const TarikhSourceRow *
row_at (const TarikhSourceList *list, guint i)
{
  return g_ptr_array_index (list->rows, i);
}

/* ---- columns ---- */

static double
row_height (const TarikhSourceList *list, guint i)
{
  return row_at (list, i)->text->height_mm + ROW_GAP_MM;
}

/* How many columns of HEIGHT_MM rows FIRST..END fill, and where each ends. */
static guint
fill_columns (const TarikhSourceList *list, guint first, guint end, double height_mm, guint *ends)
{
  double filled = 0;
  guint n = 0;

  for (guint i = first; i < end; i++) {
    double height = row_height (list, i);
    if (filled > 0 && filled + height > height_mm + 1e-6) {
      if (n < MOST_COLUMNS)
        ends[n] = i;
      n++;
      filled = 0;
    }
    filled += height;
  }
  if (n < MOST_COLUMNS)
    ends[n] = end;
  return n + 1;
}

/* The least height in which FIRST..END fit in the columns: found by halving. */
static double
balance (const TarikhSourceList *list, guint first, guint end)
{
  guint ends[MOST_COLUMNS];
  double low = 0, high = 0;

  for (guint i = first; i < end; i++) {
    low = fmax (low, row_height (list, i));
    high += row_height (list, i);
  }
  while (list->n_columns > 1 && high - low > HALF_MM) {
    double middle = (low + high) / 2;
    if (fill_columns (list, first, end, middle, ends) <= list->n_columns)
      high = middle;
    else
      low = middle;
  }
  return high;
}

static double
heading_height (const TarikhSourceList *list)
{
  return list->heading->height_mm + HEADING_GAP_MM;
}

double
tarikh_layout_sources_get_height (const TarikhSourceList *list, guint first)
{
  return first < list->rows->len ? heading_height (list) + balance (list, first, list->rows->len) : 0;
}

guint
tarikh_layout_sources_count_fitting (const TarikhSourceList *list, guint first, double room_mm)
{
  guint ends[MOST_COLUMNS], end = first;
  double height = room_mm - heading_height (list);

  while (end < list->rows->len && row_height (list, end) <= height)
    end++;
  if (end == first)
    return 0;
  guint n = fill_columns (list, first, end, height, ends);
  return ends[MIN (n, list->n_columns) - 1] - first;
}

/* ---- setting ---- */

/* Room for the widest number. */
static double
number_width (const TarikhComposer *composer)
{
  guint n = composer->citations.stories->len;
  double digit_mm = composer->style->types[TARIKH_TYPE_SOURCE].size_pt * 0.65 * 25.4 / 72.0;

  return n < 2 ? 0 : digit_mm * (n < 10 ? 3.2 : n < 100 ? 4.2 : n < 1000 ? 5.2 : 7.2);
}

static TarikhSourceRow *
row_new (const TarikhComposer *composer, guint number, double width_mm, GError **error)
{
  const TarikhChronicleStory *story = g_ptr_array_index (composer->citations.stories, number - 1);
  g_autofree char *text = tarikh_layout_citations_word (&composer->options->dates, story);
  TarikhSourceRow *row = g_new0 (TarikhSourceRow, 1);
  double indent = number_width (composer);

  row->anchor = g_strdup_printf ("source-%u", number);
  row->href = g_strdup (tarikh_layout_citations_get_address (story));
  row->text = tarikh_layout_composer_set (composer, TARIKH_TYPE_SOURCE, text, width_mm - indent, error);
  if (row->text != NULL && indent > 0) {
    g_autofree char *digits = tarikh_time_format_number (&composer->options->dates, number);
    g_autofree char *label = g_strdup_printf ("[%s]", digits);
    row->number = tarikh_layout_composer_set (composer, TARIKH_TYPE_SOURCE, label, indent, error);
  }
  if (row->text != NULL && (indent <= 0 || row->number != NULL))
    return row;
  free_row (row);
  return NULL;
}

static gboolean
set_rows (TarikhSourceList *list, const TarikhComposer *composer, GError **error)
{
  g_ptr_array_set_size (list->rows, 0);
  for (guint number = 1; number <= composer->citations.stories->len; number++) {
    TarikhSourceRow *row = row_new (composer, number, list->column_mm, error);
    if (row == NULL)
      return FALSE;
    g_ptr_array_add (list->rows, row);
  }
  return TRUE;
}

/* A paragraph taller than a page goes on as further rows. */
static void
split_tall_rows (TarikhSourceList *list, double room_mm)
{
  double room = room_mm - heading_height (list) - ROW_GAP_MM;

  for (guint i = 0; i < list->rows->len && room_mm > 0; i++) {
    TarikhSourceRow *row = g_ptr_array_index (list->rows, i);
    guint n = (guint) fmax (1, floor (room / row->text->line_mm));
    if (row->text->height_mm <= room || n >= row->text->lines->len)
      continue;
    TarikhSourceRow *rest = g_new0 (TarikhSourceRow, 1);
    *rest = (TarikhSourceRow){ .href = g_strdup (row->href),
                               .text = tarikh_layout_paragraph_split (row->text, n) };
    g_ptr_array_insert (list->rows, (gint) i + 1, rest);
  }
}

static void
use_columns (TarikhSourceList *list, const TarikhComposer *composer, guint n)
{
  double width = composer->width_mm - 2 * composer->margin_mm;

  list->n_columns = n;
  list->column_mm = (width - (n - 1) * BETWEEN_MM) / n;
}

/* Sets the rows in the fewest columns that take less height than fewer. */
static gboolean
choose_columns (TarikhSourceList *list, const TarikhComposer *composer, GError **error)
{
  double least = NARROWEST_MM * composer->style->types[TARIKH_TYPE_SOURCE].size_pt / 9, best = INFINITY;
  guint n_best = 1, n = 1;

  for (; n <= MIN (MOST_COLUMNS, composer->citations.stories->len); n++) {
    use_columns (list, composer, n);
    if (n > 1 && list->column_mm < least)
      break;
    if (!set_rows (list, composer, error))
      return FALSE;
    double height = balance (list, 0, list->rows->len);
    if (height < best - list->heading->line_mm / 2) {
      best = height;
      n_best = n;
    }
  }
  use_columns (list, composer, n_best);
  return n - 1 == n_best || set_rows (list, composer, error);
}

TarikhSourceList *
tarikh_layout_sources_new (const TarikhComposer *composer, double room_mm, GError **error)
{
  g_autoptr (TarikhSourceList) list = g_new0 (TarikhSourceList, 1);
  guint n = composer->citations.stories->len;
  const char *heading = tarikh_time_get_message (&composer->options->dates, n == 1 ? "source" : "sources");

  list->rows = g_ptr_array_new_with_free_func (free_row);
  list->n_columns = 1;
  if (n == 0)
    return g_steal_pointer (&list);
  list->heading = tarikh_layout_composer_set (composer, TARIKH_TYPE_FURNITURE, heading,
                                              composer->width_mm - 2 * composer->margin_mm, error);
  if (list->heading == NULL || !choose_columns (list, composer, error))
    return NULL;
  split_tall_rows (list, room_mm);
  return g_steal_pointer (&list);
}

/* ---- on the page ---- */

static void
put_row (const TarikhSourceList *list, const TarikhComposer *composer, TarikhLayoutPage *page, guint i, double start,
         double top)
{
  const TarikhSourceRow *row = row_at (list, i);
  double indent = number_width (composer), width = list->column_mm;
  gboolean opposed = composer->text_opposed;
  TarikhFrame number = { opposed ? start + width - indent : start, top, indent, TARIKH_ALIGN_START };
  TarikhFrame text = { opposed ? start : start + indent, top, width - indent, TARIKH_ALIGN_START };

  if (row->number != NULL)
    tarikh_layout_put_text (composer, page, TARIKH_ROLE_SOURCE, TARIKH_TYPE_SOURCE, -1, row->number, &number);
  TarikhLayoutItem *item
      = tarikh_layout_put_text (composer, page, TARIKH_ROLE_SOURCE, TARIKH_TYPE_SOURCE, -1, row->text, &text);
  item->href = g_strdup (row->href);
  item->anchor = g_strdup (row->anchor);
}

double
tarikh_layout_sources_put (const TarikhSourceList *list, const TarikhComposer *composer, TarikhLayoutPage *page,
                           guint first, guint end, double top_mm)
{
  guint ends[MOST_COLUMNS] = { 0 };
  double height = balance (list, first, end), top = top_mm + heading_height (list), lowest = top;
  guint n = MIN (fill_columns (list, first, end, height, ends), list->n_columns);
  TarikhFrame heading = { composer->margin_mm, top_mm, composer->width_mm - 2 * composer->margin_mm,
                          TARIKH_ALIGN_START };

  tarikh_layout_put_text (composer, page, TARIKH_ROLE_LEGEND, TARIKH_TYPE_FURNITURE, -1, list->heading, &heading);
  for (guint column = 0; column < n; column++) {
    guint place = composer->text_opposed ? list->n_columns - 1 - column : column;
    double start = composer->margin_mm + place * (list->column_mm + BETWEEN_MM), at = top;
    for (; first < ends[column]; first++) {
      put_row (list, composer, page, first, start, at);
      at += row_height (list, first);
    }
    lowest = fmax (lowest, at);
  }
  return lowest - ROW_GAP_MM;
}
