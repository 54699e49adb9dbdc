/* layout/mirror: turns what was laid out from the start side into millimetres from the left. */
#include "layout/mirror.h"

double
tarikh_layout_mirror_inner (gboolean mirrored, double start_mm, double width_mm, double left_mm, double inner_mm)
{
  return mirrored ? start_mm + width_mm - left_mm - inner_mm : start_mm + left_mm;
}

static void
mirror_item (TarikhLayoutItem *item, double width_mm)
{
  item->x_mm = width_mm - item->x_mm - item->w_mm;
  for (guint i = 0; item->lines != NULL && i < item->lines->len; i++) {
    TarikhLayoutLine *line = &g_array_index (item->lines, TarikhLayoutLine, i);
    line->x_mm = width_mm - line->x_mm - line->width_mm;
  }
  for (guint i = 0; item->points != NULL && i < item->points->len; i++) {
    TarikhPoint *point = &g_array_index (item->points, TarikhPoint, i);
    point->x_mm = width_mm - point->x_mm;
  }
}

void
tarikh_layout_mirror_page (TarikhLayoutPage *page)
{
  for (guint i = 0; i < page->items->len; i++)
    mirror_item (g_ptr_array_index (page->items, i), page->width_mm);
}
