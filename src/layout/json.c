/* layout/json: the placed boxes as data, the .layout.json of the contract. Numbers are millimetres with three decimals,
 * written the same in every locale. */
#include <string.h>

#include "layout/layout.h"

static void
append_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_c (out, '\\');
    if ((guchar) *p < 0x20)
      g_string_append_printf (out, "\\u%04x", (guchar) *p);
    else
      g_string_append_c (out, *p);
  }
  g_string_append_c (out, '"');
}

static void
append_number (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.3f", number);
  char *end = text + strlen (text);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    *--end = '\0';
  g_string_append (out, strcmp (text, "-0") == 0 ? "0" : text);
}

static void
append_measure (GString *out, const char *key, double number)
{
  g_string_append_printf (out, ", \"%s\": ", key);
  append_number (out, number);
}

static void
append_points (GString *out, const GArray *points)
{
  g_string_append (out, ", \"points\": [");
  for (guint i = 0; i < points->len; i++) {
    const TarikhPoint *point = &g_array_index (points, TarikhPoint, i);
    g_string_append (out, i > 0 ? ", [" : "[");
    append_number (out, point->x_mm);
    g_string_append (out, ", ");
    append_number (out, point->y_mm);
    g_string_append_c (out, ']');
  }
  g_string_append_c (out, ']');
}

static void
append_item (GString *out, const TarikhLayoutItem *item, const TarikhChronology *chronology)
{
  const TarikhChronicleEvent *event
      = item->event >= 0 ? g_ptr_array_index (chronology->events, item->event) : NULL;

  g_string_append_printf (out, "{ \"role\": \"%s\", \"event\": ", tarikh_layout_role_get_name (item->role));
  if (event != NULL && event->id != NULL)
    append_string (out, event->id);
  else
    g_string_append (out, "null");
  append_measure (out, "x", item->x_mm);
  append_measure (out, "y", item->y_mm);
  append_measure (out, "w", item->w_mm);
  append_measure (out, "h", item->h_mm);
  if (item->text != NULL) {
    append_measure (out, "font_pt", item->font.size_pt);
    g_string_append (out, ", \"text\": ");
    append_string (out, item->text);
  }
  if (item->points != NULL)
    append_points (out, item->points);
  g_string_append (out, " }");
}

static void
append_page (GString *out, const TarikhLayoutPage *page, const TarikhChronology *chronology)
{
  g_string_append (out, "    { \"width\": ");
  append_number (out, page->width_mm);
  append_measure (out, "height", page->height_mm);
  g_string_append (out, ", \"items\": [");
  for (guint i = 0; i < page->items->len; i++) {
    g_string_append (out, i > 0 ? ",\n      " : "\n      ");
    append_item (out, g_ptr_array_index (page->items, i), chronology);
  }
  g_string_append (out, " ] }");
}

char *
tarikh_layout_to_json (const TarikhLayout *layout, const TarikhChronology *chronology)
{
  GString *out = g_string_new ("{ \"unit\": \"mm\", \"direction\": ");

  append_string (out, layout->right_to_left ? "rtl" : "ltr");
  g_string_append (out, ",\n  \"pages\": [\n");
  for (guint i = 0; i < layout->pages->len; i++) {
    g_string_append (out, i > 0 ? ",\n" : "");
    append_page (out, g_ptr_array_index (layout->pages, i), chronology);
  }
  g_string_append (out, " ] }\n");
  return g_string_free (out, FALSE);
}
