/* layout/list: the sequential layout. Nothing is to scale, so that nothing may look so: stops stand on a line, one entry after
 * the other, and between two of them the time that passes is written. On a wide page they fill several columns, from the
 * script's own side. */
#include "layout/list.h"

#include <math.h>

#include "layout/columns.h"
#include "layout/mark.h"
#include "layout/sheet.h"

#define COLUMN_MM 112.0      /* a column is at least so wide, at 12.5 pt, where there are several */
#define BESIDE_MM 105.0      /* from this width on dates stand beside headlines */
#define BETWEEN_COLUMNS_MM 12.0
#define MOST_COLUMNS 6
#define LINE_GUTTER_MM 11.0  /* the line of stops runs in the middle of it */
#define STOP_GAP_MM 3.4      /* from a stop to the text, where dates stand above */
#define TIGHT_GAP_MM 2.0     /* between entries */
#define AIRY_GAP_MM 4.5
#define WORDS_GAP_MM 1.2     /* below the words for the time between */
#define MOST_WITH_DETAIL 14
#define MOST_DOUBT 1.5       /* times what is unsure must pass, to be told */
#define LEAST_OF_YEAR 300.0  /* days: what is as unsure is known to the year */
#define DAYS_OF_YEAR 365.2425
#define SHRINK_LIMIT 1.7     /* more than this times a page is not squeezed into one */

typedef struct {
  TarikhColumns columns;
  guint n_columns;
  double width_mm;     /* of one column */
  double gap_mm;
  gboolean beside;
  TarikhParagraph **elapsed; /* what stands above entry i; NULL: nothing */
  double *needs;
} Grid;

static void
forget (Grid *grid, guint n)
{
  for (guint i = 0; grid->elapsed != NULL && i < n; i++)
    tarikh_layout_paragraph_free (grid->elapsed[i]);
  g_clear_pointer (&grid->elapsed, g_free);
  g_clear_pointer (&grid->needs, g_free);
}

/* ---- the time between ---- */

/* How unsure a day of ENTRY is. */
static double
doubt_of (const TarikhEntry *entry)
{
  return entry->kind == TARIKH_MARK_VAGUE ? (double) entry->last - entry->first : 0;
}

/* Days from one entry to the next as they may be told: 0 where there are none, or where they are not known well enough. What
 * is known to the year counts in years, and one year is none yet: it may be a day. */
static double
days_between (const TarikhEntry *before, const TarikhEntry *here)
{
  double from = before->last - doubt_of (before) / 2, to = here->first + doubt_of (here) / 2;
  double doubt = fmax (doubt_of (before), doubt_of (here)), days = floor (to - from);

  if (doubt < LEAST_OF_YEAR)
    return days > MOST_DOUBT * doubt ? fmax (0, days) : 0;
  double years = floor (days / DAYS_OF_YEAR + 0.5);
  return years >= 2 ? years * DAYS_OF_YEAR : 0;
}

static gboolean
set_elapsed (Grid *grid, const TarikhSheet *sheet, GError **error)
{
  const TarikhComposer *composer = sheet->composer;

  forget (grid, sheet->n_dated);
  grid->elapsed = g_new0 (TarikhParagraph *, sheet->n_dated + 1);
  for (guint i = 1; i < sheet->n_dated; i++) {
    double days = days_between (g_ptr_array_index (sheet->entries, i - 1), g_ptr_array_index (sheet->entries, i));
    if (days < 1)
      continue;
    g_autofree char *text
        = tarikh_time_format_elapsed (&composer->options->dates, (gint) fmin (days, G_MAXINT32));
    grid->elapsed[i] = tarikh_layout_composer_set (composer, TARIKH_TYPE_GAP, text, grid->columns.text_mm, error);
    if (grid->elapsed[i] == NULL)
      return FALSE;
  }
  return TRUE;
}

static double
words_height (const Grid *grid, guint i)
{
  return grid->elapsed[i] != NULL ? grid->elapsed[i]->height_mm + WORDS_GAP_MM : 0;
}

/* The height of the tallest of the words between N entries, with the gap below. */
static double
tallest_words (const Grid *grid, guint n)
{
  double tallest = 0;

  for (guint i = 0; i < n; i++)
    tallest = fmax (tallest, words_height (grid, i));
  return tallest;
}

/* ---- the grid ---- */

static gboolean
make_grid (Grid *grid, const TarikhSheet *sheet, GError **error)
{
  const TarikhComposer *composer = sheet->composer;
  double unit = composer->style->types[TARIKH_TYPE_HEADLINE].size_pt / 12.5;
  double width = composer->width_mm - 2 * composer->margin_mm;
  double fit = floor ((width + BETWEEN_COLUMNS_MM) / (COLUMN_MM * unit + BETWEEN_COLUMNS_MM));
  guint most = (guint) CLAMP (fit, 1, MOST_COLUMNS);

  grid->n_columns = MAX (1, MIN (most, (sheet->n_dated + 1) / 2));
  grid->width_mm = (width - (grid->n_columns - 1) * BETWEEN_COLUMNS_MM) / grid->n_columns;
  grid->beside = grid->width_mm >= BESIDE_MM * unit;
  double text = grid->beside ? grid->width_mm : grid->width_mm - composer->style->marker_mm - STOP_GAP_MM;
  return tarikh_layout_columns_measure (&grid->columns, composer, sheet->entries, sheet->n_dated, text, grid->beside,
                                        LINE_GUTTER_MM, error)
         && tarikh_layout_columns_set (&grid->columns, composer, sheet->entries, sheet->n_dated,
                                       sheet->bottom_mm - sheet->running_top_mm, error)
         && set_elapsed (grid, sheet, error);
}

static void
find_needs (Grid *grid, const TarikhSheet *sheet, double gap_mm)
{
  g_free (grid->needs);
  grid->needs = g_new (double, sheet->n_dated + 1);
  grid->gap_mm = gap_mm;
  for (guint i = 0; i < sheet->n_dated; i++)
    grid->needs[i] = words_height (grid, i) + ((const TarikhEntry *) g_ptr_array_index (sheet->entries, i))->height_mm
                     + gap_mm;
}

/* ---- columns of a page ---- */

/* Where the columns end when each is HEIGHT_MM tall; the number of columns that takes. */
static guint
fill_columns (const Grid *grid, guint first, guint end, double height_mm, guint *ends)
{
  double filled = 0;
  guint n = 0;

  for (guint i = first; i < end; i++) {
    if (filled > 0 && filled + grid->needs[i] > height_mm + grid->gap_mm + 1e-6) {
      if (ends != NULL && n < MOST_COLUMNS)
        ends[n] = i;
      n++;
      filled = 0;
    }
    filled += grid->needs[i];
  }
  if (ends != NULL && n < MOST_COLUMNS)
    ends[n] = end;
  return n + 1;
}

/* The least height in which FIRST..END fit in the columns: found by halving, to a twentieth of a millimetre. */
static double
balance (const Grid *grid, guint first, guint end)
{
  double low = 0, high = 0;

  for (guint i = first; i < end; i++) {
    low = fmax (low, grid->needs[i] - grid->gap_mm);
    high += grid->needs[i];
  }
  while (high - low > 0.05) {
    double middle = (low + high) / 2;
    if (fill_columns (grid, first, end, middle, NULL) <= grid->n_columns)
      high = middle;
    else
      low = middle;
  }
  return high;
}

/* ---- fitting ---- */

/* When an entry is carried over, what stands above which is another. */
static gboolean
carry_over (Grid *grid, TarikhSheet *sheet, GError **error)
{
  guint n_dated = sheet->n_dated;
  double words = tallest_words (grid, n_dated);

  if (!tarikh_layout_sheet_carry_over (sheet, &grid->columns, words, error))
    return FALSE;
  if (sheet->n_dated == n_dated)
    return TRUE;
  forget (grid, n_dated);
  if (!set_elapsed (grid, sheet, error))
    return FALSE;
  find_needs (grid, sheet, grid->gap_mm);
  return TRUE;
}

static gboolean
fits_one_page (Grid *grid, const TarikhSheet *sheet, double gap_mm, double room_mm)
{
  find_needs (grid, sheet, gap_mm);
  return !sheet->fixed || fill_columns (grid, 0, sheet->n_dated, room_mm, NULL) <= grid->n_columns;
}

/* Tries wide gaps with the sources' sentences, wide gaps, narrow gaps, smaller type; then several pages. */
static gboolean
fit (Grid *grid, TarikhSheet *sheet, GError **error)
{
  static const double scales[] = { 1, 0.94, 0.88, 0.82, 0.76, 0.7 };
  TarikhComposer *composer = sheet->composer;
  double room = sheet->bottom_mm - sheet->top_mm - sheet->tail_mm;

  for (gint step = composer->style->show_detail && sheet->n_dated <= MOST_WITH_DETAIL ? -1 : 0; step < 6; step++) {
    composer->type_scale = scales[MAX (step, 0)];
    grid->columns.with_detail = step < 0;
    if (!make_grid (grid, sheet, error))
      return FALSE;
    if (fits_one_page (grid, sheet, AIRY_GAP_MM, room)
        || (step >= 0 && fits_one_page (grid, sheet, TIGHT_GAP_MM, room)))
      return TRUE;
    if (step >= 0 && !fits_one_page (grid, sheet, TIGHT_GAP_MM, room * SHRINK_LIMIT))
      break;
  }
  if (composer->type_scale < 1) {
    composer->type_scale = 1;
    if (!make_grid (grid, sheet, error))
      return FALSE;
  }
  find_needs (grid, sheet, (TIGHT_GAP_MM + AIRY_GAP_MM) / 2);
  return TRUE;
}

/* ---- on the page ---- */

/* Where the line of stops runs in the column that begins at START_MM. */
static double
line_of (const Grid *grid, const TarikhComposer *composer, double start_mm)
{
  return grid->beside ? start_mm + grid->columns.date_mm + LINE_GUTTER_MM / 2
                      : start_mm + composer->style->marker_mm / 2;
}

static double
text_of (const Grid *grid, const TarikhComposer *composer, double start_mm)
{
  return grid->beside ? start_mm + grid->columns.date_mm + LINE_GUTTER_MM
                      : start_mm + composer->style->marker_mm + STOP_GAP_MM;
}

/* The line through the stops; it comes from the column before and goes on in the next. */
static void
put_line (const Grid *grid, const TarikhComposer *composer, TarikhLayoutPage *page, double start_mm, double from_mm,
          double to_mm)
{
  double at = line_of (grid, composer, start_mm);
  TarikhPoint points[] = { { at, from_mm }, { at, to_mm } };

  if (to_mm > from_mm)
    tarikh_layout_put_line (page, TARIKH_ROLE_AXIS, TARIKH_SHAPE_LINE, -1, points, 2, composer->style->axis_mm * 0.6,
                            composer->style->colours[TARIKH_COLOUR_AXIS]);
}

static void
put_stop (const Grid *grid, const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhEntry *entry,
          double start_mm, double eye_mm)
{
  double half = entry->kind == TARIKH_MARK_DAY ? 0 : composer->style->marker_mm * 0.75;
  TarikhMarkPlace place = { eye_mm - half, eye_mm - half, line_of (grid, composer, start_mm), FALSE };

  tarikh_layout_mark_put (composer, page, entry, &place);
}

/* Line and stops first, the texts over them. EYES: of entry FIRST + i. */
static void
put_stops (const Grid *grid, const TarikhSheet *sheet, guint first, guint end, double start_mm, double top_mm,
           double bottom_mm, const double *eyes)
{
  double from = first > 0 ? top_mm : eyes[0], to = end < sheet->n_dated ? bottom_mm : eyes[end - 1 - first];

  put_line (grid, sheet->composer, sheet->page, start_mm, from, to);
  for (guint i = first; i < end; i++)
    if (!((const TarikhEntry *) g_ptr_array_index (sheet->entries, i))->continues)
      put_stop (grid, sheet->composer, sheet->page, g_ptr_array_index (sheet->entries, i), start_mm, eyes[i - first]);
}

static void
put_texts (const Grid *grid, const TarikhSheet *sheet, guint first, guint end, double start_mm, const double *eyes)
{
  const TarikhComposer *composer = sheet->composer;
  double from = grid->beside ? start_mm : text_of (grid, composer, start_mm);

  for (guint i = first; i < end; i++) {
    const TarikhEntry *entry = g_ptr_array_index (sheet->entries, i);
    double top = eyes[i - first] - entry->eye_mm;
    TarikhFrame words = { text_of (grid, composer, start_mm), top - words_height (grid, i), grid->columns.text_mm,
                          TARIKH_ALIGN_START };
    if (grid->elapsed[i] != NULL)
      tarikh_layout_put_text (composer, sheet->page, TARIKH_ROLE_GAP, TARIKH_TYPE_GAP, -1, grid->elapsed[i], &words);
    tarikh_layout_entry_put (entry, composer, &grid->columns, sheet->page, from, top);
  }
}

/* One column, from the sheet's top; returns its lower edge. */
static double
put_column (const Grid *grid, const TarikhSheet *sheet, guint first, guint end, double start_mm)
{
  g_autofree double *eyes = g_new (double, end - first);
  double at = sheet->top_mm;

  for (guint i = first; i < end; i++) {
    eyes[i - first] = at + words_height (grid, i) + ((TarikhEntry *) g_ptr_array_index (sheet->entries, i))->eye_mm;
    at += grid->needs[i];
  }
  put_stops (grid, sheet, first, end, start_mm, sheet->top_mm, at - grid->gap_mm, eyes);
  put_texts (grid, sheet, first, end, start_mm, eyes);
  return at - grid->gap_mm;
}

static void
put_columns (const Grid *grid, TarikhSheet *sheet, guint first, guint end)
{
  guint ends[MOST_COLUMNS] = { 0 };
  double height = balance (grid, first, end), lowest = sheet->top_mm;
  guint n = MIN (fill_columns (grid, first, end, height, ends), grid->n_columns);

  for (guint column = 0; column < n; column++) {
    double start = sheet->composer->margin_mm + column * (grid->width_mm + BETWEEN_COLUMNS_MM);
    lowest = fmax (lowest, put_column (grid, sheet, first, ends[column], start));
    first = ends[column];
  }
  sheet->top_mm = lowest;
}

static gboolean
put_pages (const Grid *grid, TarikhSheet *sheet, GError **error)
{
  TarikhPageRoom room = { .first_mm = sheet->bottom_mm - sheet->top_mm + grid->gap_mm,
                          .other_mm = sheet->bottom_mm - sheet->running_top_mm + grid->gap_mm,
                          .last_mm = tarikh_layout_sheet_has_short_tail (sheet) ? sheet->tail_mm : 0,
                          .n_columns = grid->n_columns };
  g_autoptr (GArray) ends = tarikh_layout_sheet_cut (sheet, grid->needs, &room);

  for (guint i = 0, first = 0; i < ends->len; first = g_array_index (ends, guint, i), i++) {
    guint end = g_array_index (ends, guint, i);
    if (i > 0 && !tarikh_layout_sheet_turn (sheet, first, end, error))
      return FALSE;
    put_columns (grid, sheet, first, end);
  }
  return TRUE;
}

gboolean
tarikh_layout_list_compose (TarikhComposer *composer, GPtrArray *entries, GError **error)
{
  Grid grid = { 0 };
  g_auto (TarikhSheet) sheet = { 0 };

  if (!tarikh_layout_sheet_open (&sheet, composer, entries, error))
    return FALSE;
  gboolean done = fit (&grid, &sheet, error) && carry_over (&grid, &sheet, error)
                  && (sheet.n_dated == 0 || put_pages (&grid, &sheet, error));
  forget (&grid, sheet.n_dated);
  return done && tarikh_layout_sheet_close (&sheet, error);
}
