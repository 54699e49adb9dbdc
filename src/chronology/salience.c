/* chronology/salience: how much an event belongs to the telling of the affair, 0..1: what its stories make of it, how many
 * independent stories tell it or name its day, how near its words are to what all of them speak of, how specific its date
 * is, whether it has happened, and how near it lies to the days of the news. The weights are those of a regression on
 * reference chronologies that readers wrote, rounded. */
#include "chronology/vector.h"

#include <math.h>

typedef struct {
  double own, witnesses, centre, precision, sureness, nearness;
} Shares;

/* One story has no witnesses: what it makes of an event itself counts for them. */
static const Shares shares_of_one = { 0.62, 0.00, 0.10, 0.12, 0.08, 0.08 };
static const Shares shares_of_many = { 0.30, 0.36, 0.12, 0.08, 0.10, 0.04 };

#define WITNESSES_ENOUGH 6.0 /* as many independent stories as make an event beyond doubt part of the affair */
#define DAY_SHARE 0.3        /* of a witness: a story that only names the day */
#define DAY_MOST 4           /* such stories that count: on a great day all sorts of things happen */
#define CONTEXT_SHARE 0.4    /* of being sure, when other events date it */
#define CENTRE_ENOUGH 0.4    /* likeness to the centre beyond which an event cannot be more to the point */

/* From the first to the last day on which the stories were published. */
static TarikhInterval
find_news_days (const TarikhChronology *chronology)
{
  TarikhInterval news = tarikh_base_interval_none ();

  for (guint i = 0; i < chronology->stories->len; i++) {
    const TarikhChronicleStory *story = g_ptr_array_index (chronology->stories, i);
    TarikhDay day = story->published != TARIKH_DAY_NONE ? story->published : story->published_to;
    if (day == TARIKH_DAY_NONE)
      continue;
    news.first = news.first == TARIKH_DAY_NONE ? day : MIN (news.first, day);
    news.last = news.last == TARIKH_DAY_NONE ? day : MAX (news.last, day);
  }
  return news;
}

/* 1 in the days of the news, a half a month away, a third a year away. */
static double
rate_nearness (TarikhInterval news, TarikhInterval days)
{
  gint gap = tarikh_chronology_days_gap (news, days);

  return gap == G_MAXINT ? 0.3 : 1.0 / (1.0 + log10 (1.0 + gap / 3.0));
}

static guint
count_originals (const guint32 *copy_of, guint n)
{
  guint originals = 0;

  for (guint i = 0; i < n; i++)
    originals += copy_of[i] == i;
  return originals;
}

/* A day that a story names, by the story that it is a copy of. */
typedef struct {
  TarikhDay day;
  guint32 story;
} NamedDay;

static gint
compare_named_days (gconstpointer a, gconstpointer b)
{
  const NamedDay *x = a, *y = b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return x->story < y->story ? -1 : x->story > y->story;
}

/* Which days the stories name, each day once a story, in order. */
static GArray *
list_named_days (const TarikhChronology *chronology, const guint32 *copy_of)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (NamedDay));
  guint kept = 0;

  for (guint i = 0; i < chronology->timexes->len; i++) {
    const TarikhChronicleTimex *timex = g_ptr_array_index (chronology->timexes, i);
    guint story = GPOINTER_TO_UINT (g_hash_table_lookup (chronology->tellings->ids, timex->story));
    if (timex->from == TARIKH_DAY_NONE || timex->from != timex->to || story == 0)
      continue;
    NamedDay named = { timex->from, copy_of[story - 1] };
    g_array_append_val (days, named);
  }
  g_array_sort (days, compare_named_days);
  for (guint i = 0; i < days->len; i++)
    if (kept == 0 || compare_named_days (&g_array_index (days, NamedDay, i), &g_array_index (days, NamedDay, kept - 1)))
      g_array_index (days, NamedDay, kept++) = g_array_index (days, NamedDay, i);
  g_array_set_size (days, kept);
  return days;
}

static guint
count_stories_naming (const GArray *days, TarikhDay day)
{
  guint low = 0, high = days->len, n = 0;

  while (low < high) {
    guint middle = (low + high) / 2;
    if (g_array_index (days, NamedDay, middle).day < day)
      low = middle + 1;
    else
      high = middle;
  }
  while (low + n < days->len && g_array_index (days, NamedDay, low + n).day == day)
    n++;
  return n;
}

/* 0 for one witness, 1 for enough. */
static double
rate_witnesses (const TarikhChronicleEvent *event, const GArray *named_days)
{
  double witnesses = event->witnesses;

  if (event->start != TARIKH_DAY_NONE && event->start == event->end) {
    guint naming = count_stories_naming (named_days, event->start);
    witnesses += DAY_SHARE * (naming > event->witnesses ? MIN (naming - event->witnesses, DAY_MOST) : 0);
  }
  return MIN (log (witnesses) / log (WITNESSES_ENOUGH), 1.0);
}

static TarikhVector
get_vector (const TarikhTellings *t, const TarikhVocabulary *vocabulary, guint index)
{
  return tarikh_chronology_vector_of_words (vocabulary, tarikh_chronology_tellings_get_words (t, index),
                                            g_array_index (t->tellings, TarikhTelling, index).n_words);
}

/* The sum of all events' words, each event counting the same: what the affair is about. Its length is 1. */
static double *
find_centre (const TarikhTellings *t, const TarikhVocabulary *vocabulary)
{
  double *centre = g_new0 (double, MAX (vocabulary->frequency->len, 1u)), sum = 0;

  for (guint i = 0; i < t->tellings->len; i++) {
    TarikhVector vector = get_vector (t, vocabulary, i);
    for (guint k = 0; k < vector.n_terms; k++) {
      TarikhTerm term = tarikh_chronology_vector_get (vocabulary, &vector, k);
      centre[term.word] += (double) term.all / vector.all_norm;
    }
    tarikh_chronology_vector_clear (&vector);
  }
  for (guint w = 0; w < vocabulary->frequency->len; w++)
    sum += centre[w] * centre[w];
  for (guint w = 0; w < vocabulary->frequency->len; w++)
    centre[w] /= sqrt (sum);
  return centre;
}

static double
rate_centre (const TarikhTellings *t, const TarikhVocabulary *vocabulary, const double *centre, guint index)
{
  TarikhVector vector = get_vector (t, vocabulary, index);
  double dot = 0;

  for (guint k = 0; k < vector.n_terms; k++) {
    TarikhTerm term = tarikh_chronology_vector_get (vocabulary, &vector, k);
    dot += centre[term.word] * (double) term.all / vector.all_norm;
  }
  tarikh_chronology_vector_clear (&vector);
  return MIN (dot / CENTRE_ENOUGH, 1.0);
}

/* What was planned for a day that the stories have left behind will have happened for the most part. */
static double
rate_status (const TarikhChronicleEvent *event, TarikhInterval news)
{
  if (event->status == TARIKH_STATUS_PAST || event->status == TARIKH_STATUS_ONGOING)
    return 1.0;
  if (event->status == TARIKH_STATUS_HYPOTHETICAL || event->end == TARIKH_DAY_NONE)
    return 0.0;
  return news.last != TARIKH_DAY_NONE && event->end < news.last ? 0.7 : 0.3;
}

/* An event that only its neighbours date may have happened on another day. */
static double
rate_sureness (const TarikhChronicleEvent *event, TarikhInterval news)
{
  double status = rate_status (event, news);

  return event->dated_by == TARIKH_DATED_CONTEXT ? CONTEXT_SHARE * status : status;
}

/* Each part rounded, so that the parts that are shown add up to the salience that is. */
static void
add_parts (TarikhChronicleEvent *event, const double *parts)
{
  guint sum = 0;

  for (guint i = 0; i < TARIKH_SALIENCE_PARTS; i++) {
    event->parts[i] = (guint16) (CLAMP (parts[i], 0.0, 1.0) * 1000 + 0.5);
    sum += event->parts[i];
  }
  event->salience = MIN (sum, 1000u) / 1000.0;
}

void
tarikh_chronology_weigh (TarikhChronology *chronology, const guint32 *copy_of)
{
  const TarikhTellings *t = chronology->tellings;
  g_autoptr (TarikhVocabulary) vocabulary = tarikh_chronology_vocabulary_new (t);
  g_autofree double *centre = find_centre (t, vocabulary);
  TarikhInterval news = find_news_days (chronology);
  g_autoptr (GArray) named_days = list_named_days (chronology, copy_of);
  Shares s = count_originals (copy_of, chronology->stories->len) > 1 ? shares_of_many : shares_of_one;

  for (guint i = 0; i < chronology->events->len; i++) {
    TarikhChronicleEvent *event = g_ptr_array_index (chronology->events, i);
    TarikhInterval days = tarikh_chronology_event_get_days (event);
    /* An event that a chronology read from JSON brought and that nothing joined stays as it was. */
    if (g_array_index (t->tellings, TarikhTelling, i).origin > 0 && event->witnesses == 0)
      continue;
    add_parts (event, (const double[TARIKH_SALIENCE_PARTS]){
                        [TARIKH_SALIENCE_OWN] = s.own * g_array_index (t->tellings, TarikhTelling, i).salience,
                        [TARIKH_SALIENCE_WITNESSES] = s.witnesses * rate_witnesses (event, named_days),
                        [TARIKH_SALIENCE_CENTRE] = s.centre * rate_centre (t, vocabulary, centre, i),
                        [TARIKH_SALIENCE_PRECISION] = s.precision * tarikh_chronology_days_precision (days),
                        [TARIKH_SALIENCE_SURENESS] = s.sureness * rate_sureness (event, news),
                        [TARIKH_SALIENCE_NEARNESS] = s.nearness * rate_nearness (news, days),
                      });
  }
}
