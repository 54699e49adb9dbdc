/* layout/cite: numbers the stories that the page names. A story of which nothing is shown is not listed: of thirty stories,
 * a chart of twelve events cites those twelve's. */
#include "layout/cite.h"

/* The ids of the stories that tell an event, as a set; borrowed. */
static GHashTable *
collect_tellers (const TarikhChronology *chronology)
{
  GHashTable *tellers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < chronology->events->len; i++) {
    const TarikhChronicleEvent *event = g_ptr_array_index (chronology->events, i);
    for (guint j = 0; j < event->sources->len; j++) {
      const TarikhSource *source = g_ptr_array_index (event->sources, j);
      if (source->story != NULL)
        g_hash_table_add (tellers, source->story);
    }
  }
  return tellers;
}

void
tarikh_layout_citations_init (TarikhCitations *citations, const TarikhChronology *chronology)
{
  g_autoptr (GHashTable) tellers = collect_tellers (chronology);

  citations->stories = g_ptr_array_new ();
  citations->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < chronology->stories->len; i++) {
    TarikhChronicleStory *story = g_ptr_array_index (chronology->stories, i);
    gboolean tells = story->id != NULL && g_hash_table_contains (tellers, story->id);
    if (!tells && chronology->events->len > 0)
      continue;
    g_ptr_array_add (citations->stories, story);
    if (story->id != NULL)
      g_hash_table_insert (citations->numbers, story->id, GUINT_TO_POINTER (citations->stories->len));
  }
}

void
tarikh_layout_citations_clear (TarikhCitations *citations)
{
  g_clear_pointer (&citations->stories, g_ptr_array_unref);
  g_clear_pointer (&citations->numbers, g_hash_table_unref);
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

GArray *
tarikh_layout_citations_number (const TarikhCitations *citations, const TarikhChronicleEvent *event)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = 0;

  for (guint i = 0; i < event->sources->len; i++) {
    const TarikhSource *source = g_ptr_array_index (event->sources, i);
    guint number = source->story == NULL ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (citations->numbers, source->story));
    if (number != 0)
      g_array_append_val (numbers, number);
  }
  g_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    if (n == 0 || g_array_index (numbers, guint, i) != g_array_index (numbers, guint, n - 1))
      g_array_index (numbers, guint, n++) = g_array_index (numbers, guint, i);
  g_array_set_size (numbers, n);
  return numbers;
}

const char *
tarikh_layout_citations_get_address (const TarikhChronicleStory *story)
{
  const char *url = story->url;
  gboolean is_web = url != NULL && (g_ascii_strncasecmp (url, "https://", 8) == 0
                                    || g_ascii_strncasecmp (url, "http://", 7) == 0);

  return is_web ? url : NULL;
}

char *
tarikh_layout_citations_find_target (const TarikhCitations *citations, const TarikhChronicleEvent *event)
{
  guint best = 0;

  for (guint i = 0; i < event->sources->len; i++) {
    const TarikhSource *source = g_ptr_array_index (event->sources, i);
    guint number = source->story == NULL ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (citations->numbers, source->story));
    const char *address
        = number > 0 ? tarikh_layout_citations_get_address (g_ptr_array_index (citations->stories, number - 1)) : NULL;
    if (address != NULL)
      return g_strdup (address);
    best = best > 0 ? best : number;
  }
  return best > 0 ? g_strdup_printf ("#source-%u", best) : NULL;
}
