/* layout/sheet: what every layout does with its pages: head first, then the timeline, the tail last. Places no event. */
#include "layout/sheet.h"

#include <math.h>

#include "layout/furniture.h"

#define LONGEST_TAIL 0.5 /* of a page: a longer list below the timeline gets pages of its own */
#define LEAST_LEADING 1.75   /* a date and a line of headline in the least type are the least that a page holds */
#define ENDLESS_MM (G_MAXDOUBLE / 4)

static double
measure_width (const TarikhComposer *composer)
{
  return composer->width_mm - 2 * composer->margin_mm;
}

static gboolean
put_empty_notice (TarikhSheet *sheet, GError **error)
{
  const TarikhComposer *composer = sheet->composer;
  const char *text = tarikh_time_get_message (&composer->options->dates, "no-dated-events");
  double width = measure_width (composer);
  g_autoptr (TarikhParagraph) set = tarikh_layout_composer_set (composer, TARIKH_TYPE_HEADLINE, text, width, error);
  TarikhFrame frame = { composer->margin_mm, sheet->top_mm, width, TARIKH_ALIGN_START };

  if (set == NULL)
    return FALSE;
  tarikh_layout_put_text (composer, sheet->page, TARIKH_ROLE_LEGEND, TARIKH_TYPE_HEADLINE, -1, set, &frame);
  sheet->top_mm += set->height_mm;
  return TRUE;
}

/* Leaves a first page to the title when it has no room for an entry. FALSE when no page has. */
static gboolean
find_room (TarikhSheet *sheet, GError **error)
{
  const TarikhComposer *composer = sheet->composer;
  double least = 2 * composer->style->minimum_pt * LEAST_LEADING * 25.4 / 72;

  if (sheet->bottom_mm - sheet->running_top_mm < least) {
    g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_USAGE, "a page of %.0fx%.0f mm is too small for a timeline",
                 composer->width_mm, composer->height_mm);
    return FALSE;
  }
  return sheet->bottom_mm - sheet->top_mm >= least || tarikh_layout_sheet_turn (sheet, 0, sheet->n_dated, error);
}

gboolean
tarikh_layout_sheet_open (TarikhSheet *sheet, TarikhComposer *composer, GPtrArray *entries, GError **error)
{
  sheet->composer = composer;
  sheet->entries = entries;
  sheet->n_dated = tarikh_layout_entries_count_dated (entries);
  sheet->fixed = composer->height_mm > 0;
  sheet->page = tarikh_layout_composer_add_page (composer);
  sheet->tail = tarikh_layout_tail_new (composer, entries, sheet->n_dated, measure_width (composer), error);
  if (sheet->tail == NULL || !tarikh_layout_furniture_put_head (composer, sheet->page, entries, &sheet->top_mm, error)
      || !tarikh_layout_furniture_measure_running_head (composer, entries, &sheet->running_top_mm, error))
    return FALSE;
  sheet->tail_mm = tarikh_layout_tail_get_height (sheet->tail);
  sheet->bottom_mm
      = sheet->fixed ? composer->height_mm - composer->margin_mm - tarikh_layout_furniture_get_foot_mm (composer)
                     : ENDLESS_MM;
  return sheet->n_dated > 0 ? find_room (sheet, error) : put_empty_notice (sheet, error);
}

gboolean
tarikh_layout_sheet_turn (TarikhSheet *sheet, guint first, guint end, GError **error)
{
  sheet->page = tarikh_layout_composer_add_page (sheet->composer);
  return tarikh_layout_furniture_put_running_head (sheet->composer, sheet->page, sheet->entries, first, end,
                                                   &sheet->top_mm, error);
}

gboolean
tarikh_layout_sheet_close (TarikhSheet *sheet, GError **error)
{
  TarikhComposer *composer = sheet->composer;

  if (!tarikh_layout_tail_put (sheet->tail, composer, &sheet->page, &sheet->top_mm, sheet->bottom_mm, error))
    return FALSE;
  if (!sheet->fixed)
    sheet->page->height_mm = sheet->top_mm + composer->margin_mm + tarikh_layout_furniture_get_foot_mm (composer);
  return TRUE;
}

gboolean
tarikh_layout_sheet_has_short_tail (const TarikhSheet *sheet)
{
  return sheet->fixed && sheet->tail_mm < (sheet->bottom_mm - sheet->running_top_mm) * LONGEST_TAIL;
}

/* ---- what is taller than a page ---- */

/* How many lines of ENTRY's headline fit in ROOM_MM beside or below the rest of it; at least one. */
static guint
count_fitting_lines (const TarikhEntry *entry, const TarikhColumns *columns, double room_mm)
{
  const TarikhParagraph *headline = entry->headline_set;
  double detail = entry->detail_set != NULL ? entry->detail_set->height_mm : 0;
  double other = columns->date_mm > 0 ? 1 : entry->height_mm - headline->height_mm - detail;

  return (guint) fmax (1, floor ((room_mm - other) / headline->line_mm));
}

gboolean
tarikh_layout_sheet_carry_over (TarikhSheet *sheet, const TarikhColumns *columns, double less_mm, GError **error)
{
  double room = sheet->bottom_mm - sheet->running_top_mm - less_mm;

  for (guint i = 0; i < sheet->n_dated && sheet->fixed; i++) {
    TarikhEntry *entry = g_ptr_array_index (sheet->entries, i);
    guint n = count_fitting_lines (entry, columns, room);
    if (entry->height_mm <= room || n >= entry->headline_set->lines->len)
      continue;
    g_ptr_array_insert (sheet->entries, (gint) i + 1, tarikh_layout_entry_split (entry, columns, n));
    sheet->n_dated++;
  }
  const TarikhEntry *first = sheet->n_dated > 0 ? g_ptr_array_index (sheet->entries, 0) : NULL;
  return first == NULL || first->height_mm <= sheet->bottom_mm - sheet->top_mm - less_mm
         || sheet->top_mm <= sheet->running_top_mm || tarikh_layout_sheet_turn (sheet, 0, sheet->n_dated, error);
}

/* ---- where pages end ---- */

/* How much it hurts to turn the page between two entries: least where most time passes. */
static double
split_price (const TarikhEntry *before, const TarikhEntry *after, double longest)
{
  double days = fmax (0, (double) after->first - before->last);

  return longest > 0 ? 1 - log1p (days) / log1p (longest) : 0;
}

static double
longest_pause (const TarikhSheet *sheet)
{
  double longest = 0;

  for (guint i = 0; i + 1 < sheet->n_dated; i++) {
    const TarikhEntry *here = g_ptr_array_index (sheet->entries, i), *next = g_ptr_array_index (sheet->entries, i + 1);
    longest = fmax (longest, (double) next->first - here->last);
  }
  return longest;
}

GArray *
tarikh_layout_sheet_cut (const TarikhSheet *sheet, const double *needs, TarikhPageRoom *room)
{
  guint n = sheet->n_dated;
  g_autofree TarikhPageUnit *units = g_new0 (TarikhPageUnit, n + 1);
  GArray *ends = g_array_sized_new (FALSE, TRUE, sizeof (guint), n + 1);
  double longest = longest_pause (sheet);

  for (guint i = 0; i < n; i++) {
    units[i] = (TarikhPageUnit){ .need_mm = needs[i],
                                 .lane = ((const TarikhEntry *) g_ptr_array_index (sheet->entries, i))->lane };
    if (i + 1 < n)
      units[i].split
          = split_price (g_ptr_array_index (sheet->entries, i), g_ptr_array_index (sheet->entries, i + 1), longest);
  }
  g_array_set_size (ends, n + 1);
  guint n_pages = tarikh_layout_paginate (units, n, room, (guint *) (gpointer) ends->data);
  if (n_pages == 2 && room->last_mm > 0) {
    TarikhPageRoom whole = *room;
    g_autofree guint *one = g_new (guint, n + 1);
    whole.last_mm = 0;
    if (tarikh_layout_paginate (units, n, &whole, one) == 1) {
      *room = whole;
      n_pages = 1;
      g_array_index (ends, guint, 0) = n;
    }
  }
  g_array_set_size (ends, n_pages);
  return ends;
}

void
tarikh_layout_sheet_clear (TarikhSheet *sheet)
{
  g_clear_pointer (&sheet->tail, tarikh_layout_tail_free);
}
