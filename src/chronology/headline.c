/* chronology/headline: which of the tellings' headlines stands on paper: one that is clear by itself, says what most
 * tellings say, and comes from a story that knows the day. Writes none of its own. */
#include "chronology/telling.h"

#include <string.h>

#define MOST_COMPARED 24u /* headlines weighed in a large group: those of the most salient tellings */

typedef struct {
  const TarikhGroup *group;
  GHashTable *counts; /* word hash → members that have it */
  TarikhStatus status;
  TarikhInterval days;
} Choice;

static GHashTable *
count_words (const TarikhGroup *group)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < group->n_members; i++) {
    const guint32 *words = tarikh_chronology_tellings_get_words (group->tellings, group->members[i]);
    guint32 n = g_array_index (group->tellings->tellings, TarikhTelling, group->members[i]).n_words;
    for (guint k = 0; k < n; k++) {
      gpointer key = GUINT_TO_POINTER (words[k] & ~TARIKH_CHRONOLOGY_MARKS);
      g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
  }
  return counts;
}

static const char *
get_lang (const TarikhGroup *group, guint32 member)
{
  guint32 story = g_array_index (group->tellings->tellings, TarikhTelling, member).story;

  if (story >= group->chronology->stories->len)
    return NULL;
  return ((const TarikhChronicleStory *) g_ptr_array_index (group->chronology->stories, story))->lang;
}

/* How much of what the tellings have in common the headline says: the mean share of the members behind its words (no
 * chatter), and the sum of those shares, sated at five words (nothing left out). */
static double
rate_words (const Choice *choice, GArray *words)
{
  double sum = 0, n = choice->group->n_members;
  guint strong = 0;

  tarikh_chronology_words_sort (words, 0);
  for (guint i = 0; i < words->len; i++) {
    guint32 word = g_array_index (words, guint32, i);
    if (word & TARIKH_CHRONOLOGY_WEAK)
      continue;
    strong++;
    sum += GPOINTER_TO_UINT (g_hash_table_lookup (choice->counts, GUINT_TO_POINTER (word & ~TARIKH_CHRONOLOGY_MARKS))) / n;
  }
  return strong == 0 ? 0 : 0.5 * sum / strong + 0.5 * MIN (sum, 5.0) / 5.0;
}

/* The share of the members that tell what the headline says is done: its first word for an action, weak ones left out. A
 * headline about who announced it, when the others tell the thing itself, gets nothing. */
static double
rate_action (const Choice *choice, const GArray *words)
{
  for (guint i = 0; i < words->len; i++) {
    guint32 word = g_array_index (words, guint32, i);
    if (word & TARIKH_CHRONOLOGY_ACTION)
      return GPOINTER_TO_UINT (
               g_hash_table_lookup (choice->counts, GUINT_TO_POINTER (word & ~TARIKH_CHRONOLOGY_MARKS)))
             / (double) choice->group->n_members;
  }
  return 0;
}

static double
rate (const Choice *choice, guint32 member)
{
  const TarikhChronicleEvent *event = g_ptr_array_index (choice->group->chronology->events, member);
  const TarikhStemmer *stemmer = tarikh_chronology_tellings_get_stemmer (
    choice->group->chronology->tellings, get_lang (choice->group, member));
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));
  double score = 0.15 * event->salience;

  if (event->headline == NULL || event->headline[0] == '\0')
    return -100;
  tarikh_chronology_words_of_text (stemmer, event->headline, words);
  score += 1.5 * tarikh_chronology_rate_clarity (get_lang (choice->group, member), event);
  score += 0.5 * rate_action (choice, words);
  score += rate_words (choice, words);
  score += event->status == choice->status ? 0.4 : 0;
  score += event->start == choice->days.first && event->end == choice->days.last ? 0.15 : 0;
  return score;
}

typedef struct {
  guint32 member;
  double salience;
} Ranked;

static gint
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *x = a, *y = b;

  if (x->salience != y->salience)
    return x->salience > y->salience ? -1 : 1;
  return x->member < y->member ? -1 : x->member > y->member;
}

guint32
tarikh_chronology_choose_headline (const TarikhGroup *group, TarikhStatus status, guint32 dated)
{
  g_autoptr (GHashTable) counts = count_words (group);
  g_autofree Ranked *ranked = g_new (Ranked, group->n_members);
  Choice choice = { group, counts, status,
                    tarikh_chronology_event_get_days (g_ptr_array_index (group->chronology->events, dated)) };
  guint32 best = dated;
  double best_score = -1000;

  for (guint i = 0; i < group->n_members; i++) {
    const TarikhChronicleEvent *event = g_ptr_array_index (group->chronology->events, group->members[i]);
    ranked[i] = (Ranked){ group->members[i], event->salience + (event->status == status) };
  }
  qsort (ranked, group->n_members, sizeof *ranked, compare_ranked);
  for (guint i = 0; i < MIN (group->n_members, MOST_COMPARED); i++) {
    double score = rate (&choice, ranked[i].member);
    if (score > best_score + 1e-9) {
      best = ranked[i].member;
      best_score = score;
    }
  }
  return best;
}
