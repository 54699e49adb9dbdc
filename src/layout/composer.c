/* layout/composer: makes items from measured text and plain geometry. Decides no place. */
#include "layout/composer.h"

#include <math.h>

#include "layout/mirror.h"

TarikhFont
tarikh_layout_composer_get_font (const TarikhComposer *composer, TarikhTypeRole role)
{
  const TarikhTypeStyle *type = &composer->style->types[role];
  gboolean scales = role == TARIKH_TYPE_DATE || role == TARIKH_TYPE_HEADLINE || role == TARIKH_TYPE_DETAIL;
  double size = scales ? type->size_pt * composer->type_scale : type->size_pt;

  return (TarikhFont){ .family = g_ptr_array_index (composer->layout->families, role),
                       .size_pt = MAX (size, composer->style->minimum_pt),
                       .weight = type->weight };
}

TarikhParagraph *
tarikh_layout_composer_set (const TarikhComposer *composer, TarikhTypeRole role, const char *text, double width_mm,
                            GError **error)
{
  TarikhFont font = tarikh_layout_composer_get_font (composer, role);

  return tarikh_layout_paragraph_new (composer->measure, &font, composer->style->types[role].leading, text, width_mm,
                                      error);
}

static void
free_item (gpointer data)
{
  TarikhLayoutItem *item = data;

  g_free (item->text);
  g_free (item->href);
  g_free (item->anchor);
  g_clear_pointer (&item->lines, g_array_unref);
  g_clear_pointer (&item->points, g_array_unref);
  g_free (item);
}

static void
clear_line (gpointer data)
{
  g_free (((TarikhLayoutLine *) data)->text);
}

TarikhLayoutPage *
tarikh_layout_composer_add_page (TarikhComposer *composer)
{
  TarikhLayoutPage *page = g_new0 (TarikhLayoutPage, 1);

  page->width_mm = composer->width_mm;
  page->height_mm = composer->height_mm;
  page->items = g_ptr_array_new_with_free_func (free_item);
  g_ptr_array_add (composer->layout->pages, page);
  return page;
}

static TarikhLayoutItem *
put_item (TarikhLayoutPage *page, TarikhRole role, TarikhShape shape, gint event, TarikhColour colour)
{
  TarikhLayoutItem *item = g_new0 (TarikhLayoutItem, 1);

  item->role = role;
  item->shape = shape;
  item->event = event;
  item->colour = colour;
  g_ptr_array_add (page->items, item);
  return item;
}

/* ---- text ---- */

static double
line_start (const TarikhComposer *composer, const TarikhFrame *frame, double width_mm)
{
  double rest = frame->width_mm - width_mm;
  gboolean at_end = (frame->align == TARIKH_ALIGN_END) != composer->text_opposed;

  if (frame->align == TARIKH_ALIGN_CENTRE)
    return frame->start_mm + rest / 2;
  return at_end ? frame->start_mm + rest : frame->start_mm;
}

/* Grows ITEM's box by what is seen of LINE. */
static void
add_ink (TarikhLayoutItem *item, const TarikhBox *ink)
{
  if (ink->width_mm <= 0)
    return;
  if (item->w_mm <= 0) {
    item->x_mm = ink->start_mm;
    item->y_mm = ink->top_mm;
    item->w_mm = ink->width_mm;
    item->h_mm = ink->height_mm;
    return;
  }
  double end = fmax (item->x_mm + item->w_mm, ink->start_mm + ink->width_mm);
  double bottom = fmax (item->y_mm + item->h_mm, ink->top_mm + ink->height_mm);
  item->x_mm = fmin (item->x_mm, ink->start_mm);
  item->y_mm = fmin (item->y_mm, ink->top_mm);
  item->w_mm = end - item->x_mm;
  item->h_mm = bottom - item->y_mm;
}

TarikhLayoutItem *
tarikh_layout_put_text (const TarikhComposer *composer, TarikhLayoutPage *page, TarikhRole role, TarikhTypeRole type,
                        gint event, const TarikhParagraph *paragraph, const TarikhFrame *frame)
{
  TarikhLayoutItem *item
      = put_item (page, role, TARIKH_SHAPE_TEXT, event, composer->style->types[type].colour);

  item->text = g_strdup (paragraph->text);
  item->font = paragraph->font;
  item->x_mm = line_start (composer, frame, 0); /* where there is no ink */
  item->y_mm = frame->top_mm;
  item->lines = g_array_new (FALSE, FALSE, sizeof (TarikhLayoutLine));
  g_array_set_clear_func (item->lines, clear_line);
  for (guint i = 0; i < paragraph->lines->len; i++) {
    const TarikhSetLine *set = &g_array_index (paragraph->lines, TarikhSetLine, i);
    double start = line_start (composer, frame, set->width_mm);
    double baseline = frame->top_mm + paragraph->ascent_mm + i * paragraph->line_mm;
    TarikhLayoutLine line = { g_strdup (set->text), start, baseline, set->width_mm };
    TarikhBox ink = { tarikh_layout_mirror_inner (composer->mirrored, start, set->width_mm, set->ink_x_mm,
                                                  set->ink_width_mm),
                      baseline + set->ink_y_mm, set->ink_width_mm, set->ink_height_mm };
    g_array_append_val (item->lines, line);
    add_ink (item, &ink);
  }
  return item;
}

/* ---- shapes ---- */

TarikhLayoutItem *
tarikh_layout_put_box (TarikhLayoutPage *page, TarikhRole role, TarikhShape shape, gint event, const TarikhBox *box,
                       TarikhColour colour)
{
  TarikhLayoutItem *item = put_item (page, role, shape, event, colour);

  item->x_mm = box->start_mm;
  item->y_mm = box->top_mm;
  item->w_mm = box->width_mm;
  item->h_mm = box->height_mm;
  return item;
}

TarikhLayoutItem *
tarikh_layout_put_line (TarikhLayoutPage *page, TarikhRole role, TarikhShape shape, gint event,
                        const TarikhPoint *points, guint n_points, double stroke_mm, TarikhColour colour)
{
  TarikhLayoutItem *item = put_item (page, role, shape, event, colour);
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  item->points = g_array_new (FALSE, FALSE, sizeof (TarikhPoint));
  g_array_append_vals (item->points, points, n_points);
  item->stroke_mm = stroke_mm;
  for (guint i = 0; i < n_points; i++) {
    left = fmin (left, points[i].x_mm);
    right = fmax (right, points[i].x_mm);
    top = fmin (top, points[i].y_mm);
    bottom = fmax (bottom, points[i].y_mm);
  }
  item->x_mm = left - stroke_mm / 2;
  item->y_mm = top - stroke_mm / 2;
  item->w_mm = right - left + stroke_mm;
  item->h_mm = bottom - top + stroke_mm;
  return item;
}
