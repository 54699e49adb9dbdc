/* chronology/item: a happening as matching knows it: its days, its words, who tells it; and two made one. Does not
 * judge whether they should be. */
#include "chronology/match.h"

#define DAYS_OF_WEEK 7
#define YEAR_LEAST 300
#define YEAR_MOST 366
#define SAME_STORY_LOOK 16u /* members compared for a common story */
#define REMEMBERED 3u       /* tellings of a happening named from afar, from which it is what its day is known for */

const TarikhTelling *
tarikh_chronology_item_get_telling (const TarikhMatcher *m, guint32 index)
{
  return &g_array_index (m->tellings->tellings, TarikhTelling, index);
}

guint32
tarikh_chronology_item_find_root (TarikhMatcher *m, guint32 index)
{
  while (m->items[index].root != index) {
    m->items[index].root = m->items[m->items[index].root].root;
    index = m->items[index].root;
  }
  return index;
}

static TarikhDay
get_published (const TarikhChronology *chronology, guint32 story)
{
  if (story >= chronology->stories->len)
    return TARIKH_DAY_NONE;
  return ((const TarikhChronicleStory *) g_ptr_array_index (chronology->stories, story))->published;
}

/* A day of the week round the story's own that no digit names: which week is meant is the reader's guess. */
static gboolean
is_by_weekday (const TarikhChronology *chronology, const TarikhChronicleEvent *event, TarikhDay published)
{
  if (event->timex < 0 || (guint) event->timex >= chronology->timexes->len || published == TARIKH_DAY_NONE
      || event->start == TARIKH_DAY_NONE || event->start != event->end
      || ABS ((gint64) published - event->start) > DAYS_OF_WEEK)
    return FALSE;
  const TarikhChronicleTimex *timex = g_ptr_array_index (chronology->timexes, event->timex);
  for (const char *p = timex->text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* A year that was over when the story came out. */
static gboolean
is_year_back (TarikhInterval days, TarikhDay published)
{
  gint width = tarikh_chronology_days_width (days);

  return width >= YEAR_LEAST && width <= YEAR_MOST && published != TARIKH_DAY_NONE && days.last < published;
}

void
tarikh_chronology_items_init (TarikhMatcher *m, const TarikhChronology *chronology)
{
  m->items = g_new0 (TarikhItem, MAX (m->n_items, 1u));
  for (guint32 i = 0; i < m->n_items; i++) {
    const TarikhTelling *telling = tarikh_chronology_item_get_telling (m, i);
    const TarikhChronicleEvent *event = g_ptr_array_index (chronology->events, i);
    TarikhDay published = get_published (chronology, telling->story);
    TarikhItem *item = &m->items[i];
    item->days = tarikh_chronology_event_get_days (event);
    item->vector = tarikh_chronology_vector_of_words (
        m->vocabulary, tarikh_chronology_tellings_get_words (m->tellings, i), telling->n_words);
    item->origins = telling->origin > 0 ? G_GUINT64_CONSTANT (1) << telling->origin % 64 : 0;
    item->support = 1;
    item->fresh = telling->fresh;
    item->year_back = is_year_back (item->days, published);
    item->weekday = is_by_weekday (chronology, event, published);
    item->n_afar = tarikh_chronology_event_is_afar (event, published);
    item->approximate = event->approximate;
    item->next = TARIKH_CHRONOLOGY_NOBODY;
    item->last = item->root = i;
  }
}

/* Which share of the smaller group's stories the other has too. A story that tells both apart says that they are two;
 * one story among many that comes back to the same thing in other words says nothing. */
double
tarikh_chronology_items_share_stories (const TarikhMatcher *m, guint32 a, guint32 b)
{
  if (m->items[a].support > m->items[b].support) {
    guint32 larger = a;
    a = b, b = larger;
  }
  guint both = 0, n = 0;
  for (guint32 i = a; i != TARIKH_CHRONOLOGY_NOBODY && n < SAME_STORY_LOOK; i = m->items[i].next, n++) {
    guint32 j = b, looked = 0;
    while (j != TARIKH_CHRONOLOGY_NOBODY && looked < SAME_STORY_LOOK
           && tarikh_chronology_item_get_telling (m, i)->story
                  != tarikh_chronology_item_get_telling (m, j)->story)
      j = m->items[j].next, looked++;
    both += j != TARIKH_CHRONOLOGY_NOBODY && looked < SAME_STORY_LOOK;
  }
  return (double) both / n;
}

/* A day that several stories name from afar is known for one happening: what else they say of that time is likely it.
 * */
gboolean
tarikh_chronology_item_is_remembered (const TarikhItem *item)
{
  return item->n_afar >= REMEMBERED;
}

gboolean
tarikh_chronology_item_is_afar (const TarikhItem *item)
{
  return item->n_afar > 0 && (!item->fresh || tarikh_chronology_item_is_remembered (item));
}

/* The days of a group: where its members meet; where they do not, those of the larger side. */
static TarikhInterval
join_days (const TarikhItem *a, const TarikhItem *b)
{
  gint gap = tarikh_chronology_days_gap (a->days, b->days);

  if (gap == 0)
    return (TarikhInterval){ MAX (a->days.first, b->days.first), MIN (a->days.last, b->days.last), TARIKH_GRAIN_NONE };
  if (!tarikh_base_interval_is_known (a->days) || !tarikh_base_interval_is_known (b->days))
    return tarikh_base_interval_is_known (a->days) ? a->days : b->days;
  if (a->approximate != b->approximate)
    return a->approximate ? b->days : a->days;
  return b->support > a->support ? b->days : a->days;
}

void
tarikh_chronology_item_join (TarikhMatcher *m, guint32 a, guint32 b)
{
  guint32 keep = MIN (a, b), lose = MAX (a, b);
  TarikhItem *x = &m->items[keep], *y = &m->items[lose];
  TarikhVector sum = tarikh_chronology_vector_sum (m->vocabulary, &x->vector, &y->vector);

  x->days = join_days (x, y);
  x->approximate = x->approximate && y->approximate;
  tarikh_chronology_vector_clear (&x->vector);
  tarikh_chronology_vector_clear (&y->vector);
  x->vector = sum;
  x->origins |= y->origins;
  x->support += y->support;
  x->fresh = x->fresh || y->fresh;
  x->year_back = x->year_back && y->year_back;
  x->weekday = x->weekday && y->weekday;
  x->n_afar += y->n_afar;
  m->items[x->last].next = lose;
  x->last = y->last;
  y->root = keep;
}
