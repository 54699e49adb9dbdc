/* chronology/select: the events of a stretch of time, and the few that tell the affair best. Chosen one by one: each time
 * the event that says most beyond what is chosen (maximal marginal relevance, Carbonell & Goldstein 1998), so that one
 * crowded day does not take the whole page. Changes no event but its number. */
#include "chronology/vector.h"

#include <math.h>

#define SAME_DAYS_COST 0.07  /* of the score, for every chosen event of the same days */
#define MOST_SAME_DAYS 5
#define LIKENESS_COST 0.45   /* of the score, for an event that repeats a chosen one */
#define REPETITION 0.35      /* likeness from which an event is nothing but a repetition */
#define NEAR_DAYS 1          /* beyond this, likeness is no repetition but the affair going on */
#define SAME_WORDS 0.85      /* likeness of the events' own words that reads as the same line twice */
#define SAME_WORDS_COST 0.3  /* of the score, for such an event within VAGUE_DAYS */
#define VAGUE_DAYS 45        /* an event that may lie on so many days crowds none of them */
#define CLARITY_SHARE 0.40   /* of the salience, that an unclear headline loses */
#define MOST_WEIGHED 400u    /* when more events are wanted, there is room for repetition: salience alone decides */
#define POOL 16u             /* events weighed for every one wanted: the most salient ones */

static gboolean
touches (const TarikhChronicleEvent *event, TarikhDay from, TarikhDay to)
{
  if (from == TARIKH_DAY_NONE && to == TARIKH_DAY_NONE)
    return TRUE;
  return event->start != TARIKH_DAY_NONE && (from == TARIKH_DAY_NONE || event->end >= from)
         && (to == TARIKH_DAY_NONE || event->start <= to);
}

/* What an editor pinned comes before all others. */
static double
get_salience (const TarikhChronicleEvent *event)
{
  return event->pinned ? 2.0 : event->salience;
}

/* Keeps the events (and tellings) whose KEEP is set; frees the others. */
static void
keep_events (TarikhChronology *chronology, const gboolean *keep)
{
  GArray *tellings = chronology->tellings->tellings;
  guint n;
  g_autofree TarikhChronicleEvent **events = NULL;
  gsize length;

  events = (TarikhChronicleEvent **) g_ptr_array_steal (chronology->events, &length);
  n = 0;
  for (guint i = 0; i < length; i++) {
    if (!keep[i]) {
      tarikh_chronology_event_free (events[i]);
      continue;
    }
    g_array_index (tellings, TarikhTelling, n++) = g_array_index (tellings, TarikhTelling, i);
    g_ptr_array_add (chronology->events, events[i]);
  }
  g_array_set_size (tellings, n);
}

typedef struct {
  const TarikhChronology *chronology;
  TarikhVocabulary *vocabulary;
  TarikhVector *vectors;
  double *worth;                 /* salience, less when no clear line tells the event */
  double *cost_same, *cost_like; /* what the chosen events take from each */
  gboolean *keep;
  guint n;
} Selection;

static double
score_of (const Selection *s, guint index)
{
  const TarikhChronicleEvent *event = g_ptr_array_index (s->chronology->events, index);

  if (event->pinned)
    return s->worth[index];
  return s->worth[index] * (1 - s->cost_like[index]) * (1 - s->cost_same[index]);
}

/* A line that nobody understands tells no affair, however great the event. */
static double
measure_worth (const TarikhChronology *chronology, guint index)
{
  const TarikhChronicleEvent *event = g_ptr_array_index (chronology->events, index);
  guint32 story = g_array_index (chronology->tellings->tellings, TarikhTelling, index).story;
  const char *lang = story < chronology->stories->len
                       ? ((const TarikhChronicleStory *) g_ptr_array_index (chronology->stories, story))->lang : NULL;

  if (event->pinned)
    return get_salience (event);
  return event->salience * (1 - CLARITY_SHARE * (1 - tarikh_chronology_rate_clarity (lang, event)));
}

/* What the event CHOSEN takes from event INDEX because both say the same. */
static double
measure_repetition (const Selection *s, guint chosen, guint index, gint gap)
{
  TarikhLikeness l = tarikh_chronology_vector_compare (s->vocabulary, &s->vectors[chosen], &s->vectors[index]);
  double nearness = gap == G_MAXINT ? 0.5 : MAX (0.0, 1.0 - gap / (NEAR_DAYS + 1.0));
  double cost = LIKENESS_COST * MIN (l.likeness / REPETITION, 1.0) * nearness;

  return l.inner >= SAME_WORDS ? MAX (cost, SAME_WORDS_COST) : cost;
}

/* What the event just CHOSEN takes from all others. */
static void
charge (Selection *s, guint chosen)
{
  TarikhInterval days = tarikh_chronology_event_get_days (g_ptr_array_index (s->chronology->events, chosen));

  for (guint i = 0; i < s->n; i++) {
    TarikhInterval other = tarikh_chronology_event_get_days (g_ptr_array_index (s->chronology->events, i));
    gint gap = tarikh_chronology_days_gap (days, other);
    if (s->keep[i] || (gap > VAGUE_DAYS && gap < G_MAXINT))
      continue;
    if (gap == 0 && tarikh_chronology_days_width (other) < VAGUE_DAYS)
      s->cost_same[i] = MIN (s->cost_same[i] + SAME_DAYS_COST, SAME_DAYS_COST * MOST_SAME_DAYS);
    s->cost_like[i] = MAX (s->cost_like[i], measure_repetition (s, chosen, i, gap));
  }
}

static void
choose (Selection *s, guint max_events)
{
  for (guint k = 0; k < max_events; k++) {
    guint best = s->n;
    for (guint i = 0; i < s->n; i++)
      if (!s->keep[i] && (best == s->n || score_of (s, i) > score_of (s, best) + 1e-9))
        best = i;
    s->keep[best] = TRUE;
    charge (s, best);
  }
}

static gint
compare_salience (gconstpointer a, gconstpointer b)
{
  const TarikhChronicleEvent *x = *(TarikhChronicleEvent *const *) a, *y = *(TarikhChronicleEvent *const *) b;

  return get_salience (x) > get_salience (y) ? -1 : get_salience (x) < get_salience (y);
}

/* Keeps the N most salient events; of equal ones the earlier. */
static void
keep_salient (TarikhChronology *chronology, guint n)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autofree gboolean *keep = g_new0 (gboolean, chronology->events->len);
  guint room = n;

  if (n >= chronology->events->len)
    return;
  for (guint i = 0; i < chronology->events->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (chronology->events, i));
  qsort (sorted->pdata, sorted->len, sizeof (gpointer), compare_salience);
  double least = get_salience (g_ptr_array_index (sorted, n - 1));
  for (guint i = 0; i < chronology->events->len; i++) {
    keep[i] = get_salience (g_ptr_array_index (chronology->events, i)) > least;
    room -= keep[i];
  }
  for (guint i = 0; i < chronology->events->len && room > 0; i++)
    if (get_salience (g_ptr_array_index (chronology->events, i)) == least) {
      keep[i] = TRUE;
      room--;
    }
  keep_events (chronology, keep);
}

static void
select_best (TarikhChronology *chronology, guint max_events)
{
  keep_salient (chronology, max_events > MOST_WEIGHED ? max_events : max_events * POOL);
  if (chronology->events->len <= max_events)
    return;
  g_autoptr (TarikhVocabulary) vocabulary = tarikh_chronology_vocabulary_new (chronology->tellings);
  guint n = chronology->events->len;
  g_autofree TarikhVector *vectors = g_new (TarikhVector, n);
  g_autofree double *worth = g_new (double, n), *cost_same = g_new0 (double, n), *cost_like = g_new0 (double, n);
  g_autofree gboolean *keep = g_new0 (gboolean, n);
  Selection s = { chronology, vocabulary, vectors, worth, cost_same, cost_like, keep, n };

  for (guint i = 0; i < n; i++) {
    worth[i] = measure_worth (chronology, i);
    vectors[i] = tarikh_chronology_vector_of_words (
      vocabulary, tarikh_chronology_tellings_get_words (chronology->tellings, i),
      g_array_index (chronology->tellings->tellings, TarikhTelling, i).n_words);
  }
  choose (&s, max_events);
  for (guint i = 0; i < n; i++)
    tarikh_chronology_vector_clear (&vectors[i]);
  keep_events (chronology, keep);
}

void
tarikh_chronology_select (TarikhChronology *chronology, TarikhDay from, TarikhDay to, guint max_events)
{
  g_return_if_fail (chronology != NULL);
  tarikh_chronology_tellings_get (chronology);
  guint before = chronology->events->len;
  g_autofree gboolean *keep = g_new (gboolean, MAX (before, 1u));
  for (guint i = 0; i < before; i++)
    keep[i] = touches (g_ptr_array_index (chronology->events, i), from, to);

  keep_events (chronology, keep);
  if (max_events > 0 && chronology->events->len > max_events)
    select_best (chronology, max_events);
  if (chronology->events->len < before)
    tarikh_chronology_order (chronology);
}
