/* draw/pdf: paints a layout with cairo as a PDF whose parts are marked, with bookmarks. Says nothing of their meaning:
 * that is added afterwards (draw/finish). */
#include "draw/pdf.h"

#include <cairo-pdf.h>
#include <math.h>
#include <stdlib.h>

#include "draw/canvas.h"
#include "draw/events.h"
#include "draw/mark.h"

#define PAGE_MAX_PT 14400.0 /* ISO 32000-1, annex C; larger pages count in larger units */

typedef struct {
  cairo_surface_t *surface;
  cairo_t *cr;
  const TarikhLayout *layout;
  TarikhMeasure *measure;
  GArray *marks; /* TarikhPdfMark */
  GArray *units; /* double, by page */
  gint mcid;
  gboolean in_figure;
} Painting;

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Texts that label the drawing rather than tell an event. */
static gboolean
is_of_figure (const TarikhLayoutItem *item)
{
  if (item->shape != TARIKH_SHAPE_TEXT)
    return TRUE;
  switch (item->role) {
  case TARIKH_ROLE_AXIS:
  case TARIKH_ROLE_TICK:
  case TARIKH_ROLE_TICK_LABEL:
  case TARIKH_ROLE_GAP:
  case TARIKH_ROLE_BAND:
  case TARIKH_ROLE_MARKER:
  case TARIKH_ROLE_LEADER: return TRUE;
  default: return FALSE;
  }
}

static const char *
get_title (const TarikhLayout *layout)
{
  const TarikhLayoutPage *first = g_ptr_array_index (layout->pages, 0);

  for (guint i = 0; i < first->items->len; i++) {
    const TarikhLayoutItem *item = g_ptr_array_index (first->items, i);
    if (item->role == TARIKH_ROLE_TITLE && item->text != NULL)
      return item->text;
  }
  return NULL;
}

/* Page numbers, and the title repeated on later pages: nobody wants to hear them read out. */
static gboolean
is_furniture (const TarikhLayout *layout, const TarikhLayoutItem *item, guint page)
{
  if (item->role == TARIKH_ROLE_PAGE_NUMBER)
    return TRUE;
  if (item->shape != TARIKH_SHAPE_TEXT)
    return FALSE;
  return item->lines == NULL || item->lines->len == 0
         || (page > 0 && item->role == TARIKH_ROLE_TITLE && g_strcmp0 (item->text, get_title (layout)) == 0);
}

static void
begin_mark (Painting *p, guint page, guint place, const TarikhLayoutItem *item)
{
  TarikhPdfMark mark = { page, p->mcid++, place, item };

  cairo_tag_begin (p->cr, item != NULL ? "P" : "Figure", NULL);
  g_array_append_val (p->marks, mark);
  p->in_figure = item == NULL;
}

static void
end_figure (Painting *p)
{
  if (p->in_figure)
    cairo_tag_end (p->cr, "Figure");
  p->in_figure = FALSE;
}

static void
paint_item (Painting *p, guint page, guint place, const TarikhLayoutItem *item)
{
  gboolean is_artifact = is_furniture (p->layout, item, page), is_figure = is_of_figure (item);

  if (is_artifact || !is_figure)
    end_figure (p);
  if (!is_artifact && is_figure && !p->in_figure)
    begin_mark (p, page, place, NULL);
  if (!is_artifact && !is_figure)
    begin_mark (p, page, place, item);
  tarikh_draw_paint_item (p->cr, p->measure, item, p->layout->paper);
  if (!is_artifact && !is_figure)
    cairo_tag_end (p->cr, "P");
}

/* ---- painting order ---- */

/* An item and its place in reading order. */
typedef struct {
  guint place;
  const TarikhLayoutItem *item;
} Turn;

static gboolean
is_on_line (const TarikhLayoutItem *a, const TarikhLayoutItem *b)
{
  if (a->lines == NULL || b->lines == NULL || a->lines->len != 1 || b->lines->len != 1 || a->event != b->event)
    return FALSE;
  double one = g_array_index (a->lines, TarikhLayoutLine, 0).baseline_mm;
  double other = g_array_index (b->lines, TarikhLayoutLine, 0).baseline_mm;
  return ABS (one - other) < 0.01;
}

static gint
compare_turns (gconstpointer a, gconstpointer b)
{
  const TarikhLayoutItem *one = ((const Turn *) a)->item, *other = ((const Turn *) b)->item;

  return (one->x_mm > other->x_mm) - (one->x_mm < other->x_mm);
}

/* The items of PAGE in painting order. Texts of an event that share a line are painted from left to right, whichever is
 * read first: PDFium gathers a line by its places, and a vowel sign that stands high in a text painted out of turn makes
 * it tell letters twice and cut words. */
static GArray *
list_turns (const TarikhLayoutPage *page)
{
  GArray *turns = g_array_sized_new (FALSE, FALSE, sizeof (Turn), page->items->len);

  for (guint i = 0; i < page->items->len; i++) {
    Turn turn = { i, g_ptr_array_index (page->items, i) };
    g_array_append_val (turns, turn);
  }
  for (guint first = 0, end; first < turns->len; first = end) {
    Turn *turn = &g_array_index (turns, Turn, first);
    for (end = first + 1; end < turns->len && is_on_line (turn->item, turn[end - first].item); end++)
      continue;
    qsort (turn, end - first, sizeof (Turn), compare_turns);
  }
  return turns;
}

static gint
compare_marks (gconstpointer a, gconstpointer b)
{
  const TarikhPdfMark *one = a, *other = b;

  if (one->page != other->page)
    return one->page < other->page ? -1 : 1;
  return (one->place > other->place) - (one->place < other->place);
}

static void
paint_page (Painting *p, guint number)
{
  const TarikhLayoutPage *page = g_ptr_array_index (p->layout->pages, number);
  double width_pt = tarikh_draw_page_pt (page->width_mm), height_pt = tarikh_draw_page_pt (page->height_mm);
  double unit = MAX (1, ceil (MAX (width_pt, height_pt) / PAGE_MAX_PT));

  g_array_append_val (p->units, unit);
  cairo_pdf_surface_set_size (p->surface, width_pt / unit, height_pt / unit);
  p->mcid = 0;
  cairo_save (p->cr);
  cairo_scale (p->cr, 1 / unit, 1 / unit);
  tarikh_draw_paint_paper (p->cr, p->layout->paper, width_pt, height_pt);
  g_autoptr (GArray) turns = list_turns (page);
  for (guint i = 0; i < turns->len; i++) {
    const Turn *turn = &g_array_index (turns, Turn, i);
    paint_item (p, number, turn->place, turn->item);
  }
  end_figure (p);
  cairo_restore (p->cr);
  cairo_show_page (p->cr);
}

/* ---- bookmarks ---- */

typedef struct {
  gint page;   /* −1: the event is not on paper */
  double y_pt; /* in the page's units */
} Place;

static void
note_places (const Painting *p, guint number, GArray *places)
{
  const TarikhLayoutPage *page = g_ptr_array_index (p->layout->pages, number);

  for (guint i = 0; i < page->items->len; i++) {
    const TarikhLayoutItem *item = g_ptr_array_index (page->items, i);
    if (item->event < 0 || (item->role != TARIKH_ROLE_DATE && item->role != TARIKH_ROLE_HEADLINE))
      continue;
    Place *place = &g_array_index (places, Place, item->event);
    double y_pt = tarikh_draw_clamp_mm (item->y_mm - 2) * TARIKH_DRAW_PT_PER_MM
                  / g_array_index (p->units, double, number);
    if (place->page < 0)
      *place = (Place){ (gint) number, MAX (y_pt, 0) };
  }
}

static GArray *
list_places (const Painting *p, guint count)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (Place), count);
  const Place nowhere = { -1, 0 };

  for (guint i = 0; i < count; i++)
    g_array_append_val (places, nowhere);
  for (guint i = 0; i < p->layout->pages->len; i++)
    note_places (p, i, places);
  return places;
}

static int
add_bookmark (const Painting *p, int parent, const char *text, const Place *place)
{
  char y[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *valid = tarikh_base_printable (text);

  g_ascii_formatd (y, sizeof y, "%.2f", place->y_pt);
  g_autofree char *target = g_strdup_printf ("page=%d pos=[0 %s]", place->page + 1, y);
  return cairo_pdf_surface_add_outline (p->surface, parent, valid, target, 0);
}

/* One bookmark a group ("2024"), the events under it. */
static void
add_bookmarks (const Painting *p)
{
  g_autoptr (GPtrArray) summaries = tarikh_draw_list_summaries (p->layout);
  g_autoptr (GArray) places = list_places (p, summaries->len);
  const char *group = NULL;
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < summaries->len; i++) {
    const TarikhLayoutEvent *event = tarikh_draw_get_event (p->layout, (gint) i);
    const Place *place = &g_array_index (places, Place, i);
    if (place->page < 0)
      continue;
    if (g_strcmp0 (group, event != NULL ? event->group : NULL) != 0) {
      group = event != NULL ? event->group : NULL;
      parent = group == NULL ? CAIRO_PDF_OUTLINE_ROOT
                             : add_bookmark (p, CAIRO_PDF_OUTLINE_ROOT, group, place);
    }
    add_bookmark (p, parent, g_ptr_array_index (summaries, i), place);
  }
}

static cairo_status_t
paint (Painting *p)
{
  p->cr = cairo_create (p->surface);
  for (guint i = 0; i < p->layout->pages->len; i++)
    paint_page (p, i);
  add_bookmarks (p);
  cairo_status_t status = cairo_status (p->cr);
  cairo_destroy (p->cr);
  cairo_surface_finish (p->surface);
  return status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (p->surface);
}

GBytes *
tarikh_draw_pdf (const TarikhLayout *layout, TarikhMeasure *measure, const TarikhDrawOptions *options, GError **error)
{
  g_autoptr (GByteArray) painted = g_byte_array_new ();
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (TarikhPdfMark));
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (double));

  g_return_val_if_fail (layout != NULL && measure != NULL && layout->pages->len > 0, NULL);
  Painting painting = { .layout = layout, .measure = measure, .marks = marks, .units = units };
  painting.surface = cairo_pdf_surface_create_for_stream (append_bytes, painted, 1, 1);
  cairo_status_t status = paint (&painting);
  cairo_surface_destroy (painting.surface);
  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_WRITE, "PDF: %s", cairo_status_to_string (status));
    return NULL;
  }
  g_array_sort (marks, compare_marks);
  return tarikh_draw_finish_pdf (painted, layout, marks, units, options, error);
}
