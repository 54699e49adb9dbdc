/* metric/drawing: reads a .layout.json, and gathers what it shows of each event. */
#include "metric.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

static void
free_item (gpointer data)
{
  MetricItem *item = data;

  g_free (item->role);
  g_free (item->text);
  g_clear_pointer (&item->points, g_array_unref);
  g_free (item);
}

static void
free_page (gpointer data)
{
  MetricPage *page = data;

  g_ptr_array_unref (page->items);
  g_free (page);
}

static GArray *
read_points (const json_t *array)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (MetricPoint));
  size_t i;
  json_t *pair;

  json_array_foreach (array, i, pair) {
    MetricPoint point = { json_number_value (json_array_get (pair, 0)), json_number_value (json_array_get (pair, 1)) };
    g_array_append_val (points, point);
  }
  return points;
}

static MetricItem *
read_item (const json_t *object, GHashTable *numbers)
{
  MetricItem *item = g_new0 (MetricItem, 1);
  const char *event = json_string_value (json_object_get (object, "event"));
  const json_t *points = json_object_get (object, "points");

  item->role = g_strdup (json_string_value (json_object_get (object, "role")));
  item->text = g_strdup (json_string_value (json_object_get (object, "text")));
  item->event = event == NULL ? -1 : GPOINTER_TO_INT (g_hash_table_lookup (numbers, event)) - 1;
  item->x = json_number_value (json_object_get (object, "x"));
  item->y = json_number_value (json_object_get (object, "y"));
  item->w = json_number_value (json_object_get (object, "w"));
  item->h = json_number_value (json_object_get (object, "h"));
  item->font_pt = json_number_value (json_object_get (object, "font_pt"));
  item->points = points != NULL ? read_points (points) : NULL;
  return item;
}

static MetricPage *
read_page (const json_t *object, GHashTable *numbers)
{
  MetricPage *page = g_new0 (MetricPage, 1);
  size_t i;
  json_t *item;

  page->width = json_number_value (json_object_get (object, "width"));
  page->height = json_number_value (json_object_get (object, "height"));
  page->items = g_ptr_array_new_with_free_func (free_item);
  json_array_foreach (json_object_get (object, "items"), i, item)
    g_ptr_array_add (page->items, read_item (item, numbers));
  return page;
}

MetricDrawing *
metric_drawing_new (const char *json, const MetricTruth *truth, guint n_truth)
{
  json_t *root = json_loads (json, 0, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal); /* id → index + 1 */
  size_t i;
  json_t *page;

  if (root == NULL)
    return NULL;
  for (guint k = 0; k < n_truth; k++)
    g_hash_table_insert (numbers, (gpointer) truth[k].id, GINT_TO_POINTER ((gint) k + 1));
  MetricDrawing *drawing = g_new0 (MetricDrawing, 1);
  drawing->right_to_left = g_strcmp0 (json_string_value (json_object_get (root, "direction")), "rtl") == 0;
  drawing->pages = g_ptr_array_new_with_free_func (free_page);
  json_array_foreach (json_object_get (root, "pages"), i, page)
    g_ptr_array_add (drawing->pages, read_page (page, numbers));
  json_decref (root);
  return drawing;
}

void
metric_drawing_free (MetricDrawing *drawing)
{
  if (drawing == NULL)
    return;
  g_ptr_array_unref (drawing->pages);
  g_free (drawing);
}

/* ---- events ---- */

static void
append_squeezed (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p != ' ')
      g_string_append_c (out, *p);
}

static void
grow (MetricEvent *event, const MetricItem *item)
{
  event->left = fmin (event->left, item->x);
  event->top = fmin (event->top, item->y);
  event->right = fmax (event->right, item->x + item->w);
  event->bottom = fmax (event->bottom, item->y + item->h);
}

static void
take_item (MetricEvent *event, GString *told, const MetricItem *item, guint page)
{
  gboolean headline = strcmp (item->role, "headline") == 0;

  if (strcmp (item->role, "marker") == 0) {
    event->n_marks++;
    event->mark = item;
    event->page = (gint) page;
  } else if (strcmp (item->role, "leader") == 0) {
    event->n_leaders++;
    event->leader = item;
  } else if (strcmp (item->role, "date") == 0) {
    event->n_dates++;
  }
  if (headline)
    append_squeezed (told, item->text);
  if (headline && event->headline == NULL)
    event->headline = item;
}

static void
take_boxes (MetricEvent *events, const MetricDrawing *drawing)
{
  for (guint p = 0; p < drawing->pages->len; p++) {
    const MetricPage *page = g_ptr_array_index (drawing->pages, p);
    for (guint i = 0; i < page->items->len; i++) {
      const MetricItem *item = g_ptr_array_index (page->items, i);
      if (item->text != NULL && item->event >= 0 && events[item->event].page == (gint) p)
        grow (&events[item->event], item);
    }
  }
}

MetricEvent *
metric_events_new (const MetricDrawing *drawing, const MetricTruth *truth, guint n_truth)
{
  MetricEvent *events = g_new0 (MetricEvent, n_truth + 1);
  g_autoptr (GPtrArray) told = g_ptr_array_new ();

  for (guint i = 0; i < n_truth; i++) {
    events[i] = (MetricEvent){ .page = -1, .left = INFINITY, .top = INFINITY, .right = -INFINITY, .bottom = -INFINITY };
    g_ptr_array_add (told, g_string_new (NULL));
  }
  for (guint p = 0; p < drawing->pages->len; p++) {
    const MetricPage *page = g_ptr_array_index (drawing->pages, p);
    for (guint i = 0; i < page->items->len; i++) {
      const MetricItem *item = g_ptr_array_index (page->items, i);
      if (item->event >= 0)
        take_item (&events[item->event], g_ptr_array_index (told, item->event), item, p);
    }
  }
  take_boxes (events, drawing);
  for (guint i = 0; i < n_truth; i++) {
    g_autoptr (GString) meant = g_string_new (NULL);
    append_squeezed (meant, truth[i].headline);
    events[i].told = strcmp (meant->str, ((GString *) g_ptr_array_index (told, i))->str) == 0;
    g_string_free (g_ptr_array_index (told, i), TRUE);
  }
  return events;
}
