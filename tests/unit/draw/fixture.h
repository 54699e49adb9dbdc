/* Hand-made layouts for the tests of draw: a page of a few events, or many pages of many, with every shape. */
#pragma once

#include "draw/draw.h"

#include <string.h>

#define FIXTURE_FAMILY "Noto Naskh Arabic, Noto Sans"
#define PT_TO_MM (25.4 / 72)

static const TarikhColour ink = { 0.1, 0.12, 0.16, 1 }, blue = { 0.05, 0.32, 0.55, 1 }, grey = { 0.45, 0.47, 0.5, 1 },
                          red = { 0.72, 0.16, 0.1, 1 };

static const char *const headlines[] = {
  "افتتاح المكتبة الجديدة في حي النخيل بعد عامين من أعمال الترميم",
  "المجلس البلدي يقر ميزانية العام المقبل ويرفع مخصصات الحدائق إلى 12.5%",
  "وفد من شركة Blue River يزور ميناء المدينة لبحث خط شحن جديد",
  "أمطار غزيرة تغلق الطريق الساحلي وتعطل الدراسة يومين",
  "توقيع اتفاق لتوسعة المطار (المرحلة الثانية) بكلفة 340 مليون",
  "فريق الطائرة يفوز بالكأس للمرة الثالثة في تاريخه",
  "انطلاق أعمال مؤتمر المياه بمشاركة 27 دولة و«مركز الواحة» للأبحاث",
  "إعادة فتح المتحف الوطني أمام الزوار مجانًا أيام الجمعة"
};

/* Of the test's own; NULL without the fonts, which skips what needs them. */
static inline TarikhMeasure *
fixture_new_measure (void)
{
  TarikhMeasure *measure = tarikh_layout_measure_new (NULL, TRUE, "ar", NULL);

  if (measure != NULL && !tarikh_layout_measure_require (measure, FIXTURE_FAMILY, NULL))
    g_clear_pointer (&measure, tarikh_layout_measure_free);
  return measure;
}

static inline void
fixture_free_line (gpointer data)
{
  g_free (((TarikhLayoutLine *) data)->text);
}

static inline void
fixture_free_item (gpointer data)
{
  TarikhLayoutItem *item = data;

  g_free (item->text);
  g_free (item->href);
  g_free (item->anchor);
  g_clear_pointer (&item->lines, g_array_unref);
  g_clear_pointer (&item->points, g_array_unref);
  g_free (item);
}

static inline void
fixture_free_page (gpointer data)
{
  g_ptr_array_unref (((TarikhLayoutPage *) data)->items);
  g_free (data);
}

static inline void
fixture_free_event (gpointer data)
{
  TarikhLayoutEvent *event = data;

  g_free (event->id);
  g_free (event->start);
  g_free (event->end);
  g_free (event->status);
  g_free (event->group);
  g_free (event);
}

static inline void
fixture_free (TarikhLayout *layout)
{
  g_free (layout->lang);
  g_free (layout->title);
  g_free (layout->description);
  g_ptr_array_unref (layout->pages);
  g_ptr_array_unref (layout->events);
  g_free (layout);
}

static inline TarikhLayout *
fixture_new (const char *title)
{
  TarikhLayout *layout = g_new0 (TarikhLayout, 1);

  layout->right_to_left = TRUE;
  layout->lang = g_strdup ("ar");
  layout->title = g_strdup (title);
  layout->description = g_strdup (title);
  layout->paper = (TarikhColour){ 1, 1, 1, 1 };
  layout->pages = g_ptr_array_new_with_free_func (fixture_free_page);
  layout->events = g_ptr_array_new_with_free_func (fixture_free_event);
  return layout;
}

static inline TarikhLayoutPage *
fixture_add_page (TarikhLayout *layout, double width_mm, double height_mm)
{
  TarikhLayoutPage *page = g_new0 (TarikhLayoutPage, 1);

  page->width_mm = width_mm;
  page->height_mm = height_mm;
  page->items = g_ptr_array_new_with_free_func (fixture_free_item);
  g_ptr_array_add (layout->pages, page);
  return page;
}

static inline TarikhLayoutItem *
fixture_add_item (TarikhLayoutPage *page, TarikhRole role, TarikhShape shape, gint event, TarikhColour colour)
{
  TarikhLayoutItem *item = g_new0 (TarikhLayoutItem, 1);

  item->role = role;
  item->shape = shape;
  item->event = event;
  item->colour = colour;
  g_ptr_array_add (page->items, item);
  return item;
}

static inline TarikhLayoutItem *
fixture_add_box (TarikhLayoutPage *page, TarikhRole role, TarikhShape shape, gint event, TarikhColour colour, double x,
                 double y, double w, double h, double stroke)
{
  TarikhLayoutItem *item = fixture_add_item (page, role, shape, event, colour);

  item->x_mm = x;
  item->y_mm = y;
  item->w_mm = w;
  item->h_mm = h;
  item->stroke_mm = stroke;
  return item;
}

/* A line of shape SHAPE from (X1, Y1) to (X2, Y2). */
static inline TarikhLayoutItem *
fixture_add_stroke (TarikhLayoutPage *page, TarikhRole role, TarikhShape shape, gint event, TarikhColour colour,
                    double x1, double y1, double x2, double y2, double stroke)
{
  TarikhLayoutItem *item = fixture_add_box (page, role, shape, event, colour, MIN (x1, x2), MIN (y1, y2),
                                            ABS (x2 - x1), ABS (y2 - y1), stroke);
  TarikhPoint points[2] = { { x1, y1 }, { x2, y2 } };

  item->points = g_array_new (FALSE, FALSE, sizeof (TarikhPoint));
  g_array_append_vals (item->points, points, 2);
  return item;
}

/* Appends TEXT as a further line, its right end at RIGHT_MM; the item grows. MEASURE NULL: 20 mm wide. */
static inline void
fixture_add_line (TarikhLayoutItem *item, TarikhMeasure *measure, const char *text, double right_mm, double baseline_mm)
{
  TarikhLineExtents extents = { .width = 20 / PT_TO_MM };

  if (measure != NULL)
    tarikh_layout_measure_extents (measure, &item->font, text, &extents);
  double width = extents.width * PT_TO_MM, size = item->font.size_pt * PT_TO_MM;
  TarikhLayoutLine line = { g_strdup (text), right_mm - width, baseline_mm, width };
  g_array_append_val (item->lines, line);
  double left = item->lines->len == 1 ? line.x_mm : MIN (item->x_mm, line.x_mm);
  item->y_mm = item->lines->len == 1 ? baseline_mm - size : item->y_mm;
  item->x_mm = left;
  item->w_mm = right_mm - left;
  item->h_mm = baseline_mm + 0.4 * size - item->y_mm;
}

static inline TarikhLayoutItem *
fixture_add_text (TarikhLayoutPage *page, TarikhMeasure *measure, TarikhRole role, gint event, const char *text,
                  double right_mm, double baseline_mm, double size_pt, guint weight, TarikhColour colour)
{
  TarikhLayoutItem *item = fixture_add_item (page, role, TARIKH_SHAPE_TEXT, event, colour);

  item->text = g_strdup (text);
  item->font = (TarikhFont){ FIXTURE_FAMILY, size_pt, weight };
  item->lines = g_array_new (FALSE, TRUE, sizeof (TarikhLayoutLine));
  g_array_set_clear_func (item->lines, fixture_free_line);
  fixture_add_line (item, measure, text, right_mm, baseline_mm);
  return item;
}

static inline void
fixture_add_event (TarikhLayout *layout, const char *start, const char *end, const char *status, const char *group)
{
  TarikhLayoutEvent *event = g_new0 (TarikhLayoutEvent, 1);

  event->id = g_strdup_printf ("e%u", layout->events->len + 1);
  event->start = g_strdup (start);
  event->end = g_strdup (end);
  event->status = g_strdup (status);
  event->group = g_strdup (group);
  g_ptr_array_add (layout->events, event);
}

/* One A4 page across: axis with arrow, a break, every kind of marker, and texts, links and sources. */
static inline TarikhLayout *
fixture_page (TarikhMeasure *measure)
{
  TarikhLayout *layout = fixture_new ("عام في حياة مدينة ساحلية");
  TarikhLayoutPage *page = fixture_add_page (layout, 297, 210);
  static const TarikhShape markers[] = { TARIKH_SHAPE_DISC, TARIKH_SHAPE_RING, TARIKH_SHAPE_HATCH, TARIKH_SHAPE_DISC };

  fixture_add_text (page, measure, TARIKH_ROLE_TITLE, -1, layout->title, 285, 22, 22, 700, ink);
  fixture_add_stroke (page, TARIKH_ROLE_AXIS, TARIKH_SHAPE_ARROW, -1, ink, 285, 110, 12, 110, 0.5);
  fixture_add_stroke (page, TARIKH_ROLE_GAP, TARIKH_SHAPE_ZIGZAG, -1, ink, 182, 110, 179.5, 110, 0.3);
  fixture_add_text (page, measure, TARIKH_ROLE_GAP, -1, "بعد 3 أعوام", 190, 120, 9, 400, grey);
  for (gint i = 0; i < 5; i++) {
    double x = 270 - 50 * i;
    g_autofree char *year = g_strdup_printf ("%d", 2019 + i);
    fixture_add_stroke (page, TARIKH_ROLE_TICK, TARIKH_SHAPE_LINE, -1, grey, x, 110, x, 112.5, 0.2);
    fixture_add_text (page, measure, TARIKH_ROLE_TICK_LABEL, -1, year, x + 4, 117, 9, 400, grey);
  }
  for (gint i = 0; i < 4; i++) {
    double x = 255 - 60 * i, up = i % 2 == 0 ? -1 : 1, y = 110 + up * 50;
    g_autofree char *day = g_strdup_printf ("%d مارس 202%d", 3 + 7 * i, i);
    g_autofree char *iso = g_strdup_printf ("202%d-03-%02d", i, 3 + 7 * i);
    fixture_add_event (layout, iso, iso, i == 3 ? "planned" : "past", i < 2 ? "2020" : "2022");
    TarikhLayoutItem *leader = fixture_add_stroke (page, TARIKH_ROLE_LEADER, TARIKH_SHAPE_LINE, i, grey, x, 110, x,
                                                   y + 3, 0.2);
    leader->dashed = i == 3;
    fixture_add_box (page, TARIKH_ROLE_MARKER, markers[i], i, i == 3 ? red : blue, x - (i == 2 ? 8 : 2), 108,
                     i == 2 ? 16 : 4, 4, 0.6)->corner_mm = 1.5;
    TarikhLayoutItem *date
        = fixture_add_text (page, measure, TARIKH_ROLE_DATE, i, day, x + 8, y - 8, 11, 700, blue);
    TarikhLayoutItem *headline
        = fixture_add_text (page, measure, TARIKH_ROLE_HEADLINE, i, headlines[i], x + 8, y - 2, 10, 400, ink);
    date->href = g_strdup (i == 0 ? "#source-1" : i == 1 ? "#nowhere" : NULL);
    headline->href = g_strdup (i == 2 ? "https://example.org/خبر(1)?a=b&c='x'" : NULL);
  }
  fixture_add_text (page, measure, TARIKH_ROLE_LEGEND, -1, "الدائرة الفارغة: تاريخ تقريبي", 285, 192, 8, 400, grey);
  TarikhLayoutItem *source = fixture_add_text (page, measure, TARIKH_ROLE_SOURCE, -1, "1. صحيفة الميناء", 285, 198, 8,
                                               400, grey);
  source->href = g_strdup ("https://example.org/1");
  source->anchor = g_strdup ("source-1");
  fixture_add_text (page, measure, TARIKH_ROLE_PAGE_NUMBER, -1, "1 / 1", 20, 200, 8, 400, grey);
  return layout;
}

/* COUNT events down A4 pages, twelve a page. */
static inline TarikhLayout *
fixture_list (TarikhMeasure *measure, guint count)
{
  TarikhLayout *layout = fixture_new ("أخبار المدينة يومًا بيوم");
  TarikhLayoutPage *page = NULL;

  for (guint i = 0; i < count; i++) {
    double y = 30 + 21 * (i % 12);
    g_autofree char *day = g_strdup_printf ("%u مارس %u", 1 + i % 28, 1990 + i / 28);
    g_autofree char *iso = g_strdup_printf ("%u-03-%02u", 1990 + i / 28, 1 + i % 28);
    g_autofree char *year = g_strdup_printf ("%u", 1990 + i / 28);
    g_autofree char *headline = g_strdup_printf ("%s %u", headlines[i % G_N_ELEMENTS (headlines)], i * 7);
    if (i % 12 == 0) {
      page = fixture_add_page (layout, 210, 297);
      fixture_add_text (page, measure, TARIKH_ROLE_TITLE, -1, layout->title, 195, 18, 18, 700, ink);
      fixture_add_stroke (page, TARIKH_ROLE_AXIS, TARIKH_SHAPE_ARROW, -1, ink, 160, 24, 160, 285, 0.4);
    }
    fixture_add_event (layout, iso, iso, "past", year);
    fixture_add_box (page, TARIKH_ROLE_MARKER, TARIKH_SHAPE_DISC, (gint) i, blue, 158.5, y - 3, 3, 3, 0);
    fixture_add_text (page, measure, TARIKH_ROLE_DATE, (gint) i, day, 195, y, 10, 700, blue);
    fixture_add_text (page, measure, TARIKH_ROLE_HEADLINE, (gint) i, headline, 150, y, 10, 400, ink);
    fixture_add_text (page, measure, TARIKH_ROLE_SOURCE, (gint) i, "1", 150, y + 6, 8, 400, grey)->href
        = g_strdup ("https://example.org/news");
  }
  return layout;
}
