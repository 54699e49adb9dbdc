/* draw/events: gathers what belongs to one event. */
#include "draw/events.h"

const TarikhLayoutEvent *
tarikh_draw_get_event (const TarikhLayout *layout, gint event)
{
  if (layout->events == NULL || event < 0 || (guint) event >= layout->events->len)
    return NULL;
  return g_ptr_array_index (layout->events, event);
}

static gint
get_last_event (const TarikhLayoutPage *page)
{
  gint last = -1;

  for (guint i = 0; i < page->items->len; i++) {
    const TarikhLayoutItem *item = g_ptr_array_index (page->items, i);
    last = MAX (last, item->event);
  }
  return last;
}

guint
tarikh_draw_count_events (const TarikhLayout *layout)
{
  gint last = -1;

  for (guint i = 0; i < layout->pages->len; i++)
    last = MAX (last, get_last_event (g_ptr_array_index (layout->pages, i)));
  return (guint) (last + 1);
}

static gboolean
is_told (const TarikhLayoutItem *item)
{
  return item->event >= 0 && item->text != NULL && *item->text != '\0'
         && (item->role == TARIKH_ROLE_DATE || item->role == TARIKH_ROLE_HEADLINE);
}

static void
add_page (GPtrArray *summaries, const TarikhLayoutPage *page)
{
  for (guint i = 0; i < page->items->len; i++) {
    const TarikhLayoutItem *item = g_ptr_array_index (page->items, i);
    if (!is_told (item))
      continue;
    char *before = g_ptr_array_index (summaries, item->event);
    g_ptr_array_index (summaries, item->event)
        = *before == '\0' ? g_strdup (item->text) : g_strconcat (before, " — ", item->text, NULL);
    g_free (before);
  }
}

GPtrArray *
tarikh_draw_list_summaries (const TarikhLayout *layout)
{
  guint count = tarikh_draw_count_events (layout);
  GPtrArray *summaries = g_ptr_array_new_full (count, g_free);

  for (guint i = 0; i < count; i++)
    g_ptr_array_add (summaries, g_strdup (""));
  for (guint i = 0; i < layout->pages->len; i++)
    add_page (summaries, g_ptr_array_index (layout->pages, i));
  return summaries;
}
