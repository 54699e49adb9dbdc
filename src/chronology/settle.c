/* chronology/settle: from what every story tells to what happened, told once and in order. */
#include "chronology/telling.h"

#include <string.h>

#define MOST_WORDS 48u

/* The members of every group, one after the other, ascending; starts[g] is where group g begins. */
static guint32 *
list_members (const TarikhGrouping *grouping, guint n, guint32 **starts)
{
  guint32 *members = g_new (guint32, MAX (n, 1u));
  g_autofree guint32 *at = g_new0 (guint32, grouping->n_groups + 1);

  *starts = g_new0 (guint32, grouping->n_groups + 1);
  for (guint i = 0; i < n; i++)
    (*starts)[grouping->group_of[i] + 1]++;
  for (guint g = 0; g < grouping->n_groups; g++)
    (*starts)[g + 1] += (*starts)[g];
  memcpy (at, *starts, (grouping->n_groups + 1) * sizeof *at);
  for (guint i = 0; i < n; i++)
    members[at[grouping->group_of[i]]++] = i;
  return members;
}

/* What the stories make of the happening: the highest, moved a little to the mean. */
static float
merge_salience (const TarikhTellings *t, const TarikhGroup *group)
{
  float highest = 0, sum = 0;

  for (guint i = 0; i < group->n_members; i++) {
    float salience = g_array_index (t->tellings, TarikhTelling, group->members[i]).salience;
    highest = MAX (highest, salience);
    sum += salience;
  }
  return 0.75f * highest + 0.25f * sum / (float) group->n_members;
}

/* What weighing and selecting need to know of a merged event: the words of its tellings. */
static TarikhTelling
merge_tellings (TarikhTellings *t, const TarikhGroup *group)
{
  TarikhTelling merged = g_array_index (t->tellings, TarikhTelling, group->members[0]);
  guint first = t->words->len;

  if (group->n_members == 1)
    return merged;
  for (guint i = 0; i < group->n_members && t->words->len - first < MOST_WORDS; i++) {
    TarikhTelling member = g_array_index (t->tellings, TarikhTelling, group->members[i]);
    for (guint k = 0; k < member.n_words; k++) {
      guint32 word = g_array_index (t->words, guint32, member.first_word + k);
      g_array_append_val (t->words, word);
    }
  }
  tarikh_chronology_words_sort (t->words, first);
  merged.first_word = first;
  merged.n_words = t->words->len - first;
  merged.salience = merge_salience (t, group);
  merged.origin = 0;
  return merged;
}

static TarikhChronicleEvent *
steal_event (TarikhChronology *chronology, guint32 index)
{
  TarikhChronicleEvent *event = g_ptr_array_index (chronology->events, index);

  chronology->events->pdata[index] = NULL;
  return event;
}

static GPtrArray *
make_events (TarikhChronology *chronology, const TarikhGroup *groups, guint n)
{
  GPtrArray *events = g_ptr_array_new_full (n, (GDestroyNotify) tarikh_chronology_event_free);

  for (guint g = 0; g < n; g++) {
    if (groups[g].n_members > 1) {
      g_ptr_array_add (events, tarikh_chronology_merge (&groups[g]));
      continue;
    }
    TarikhChronicleEvent *event = steal_event (chronology, groups[g].members[0]);
    if (g_array_index (chronology->tellings->tellings, TarikhTelling, groups[g].members[0]).origin == 0)
      event->witnesses = MAX (event->witnesses, 1u);
    g_ptr_array_add (events, event);
  }
  return events;
}

static void
replace_events (TarikhChronology *chronology, GPtrArray *events, const TarikhGroup *groups)
{
  TarikhTellings *t = chronology->tellings;
  GArray *tellings = g_array_sized_new (FALSE, FALSE, sizeof (TarikhTelling), events->len);

  for (guint g = 0; g < events->len; g++) {
    TarikhTelling merged = merge_tellings (t, &groups[g]);
    g_array_append_val (tellings, merged);
  }
  g_ptr_array_unref (chronology->events);
  chronology->events = events;
  g_array_unref (t->tellings);
  t->tellings = tellings;
}

static void
settle_groups (TarikhChronology *chronology, const TarikhGrouping *grouping, const char *const *keys)
{
  TarikhTellings *t = chronology->tellings;
  g_autofree guint32 *copy_of = tarikh_chronology_list_copies (chronology);
  g_autofree guint32 *starts = NULL;
  g_autofree guint32 *members = list_members (grouping, chronology->events->len, &starts);
  g_autofree TarikhGroup *groups = g_new (TarikhGroup, MAX (grouping->n_groups, 1u));

  for (guint g = 0; g < grouping->n_groups; g++)
    groups[g] = (TarikhGroup){ chronology, t, copy_of, members + starts[g], starts[g + 1] - starts[g] };
  GPtrArray *events = make_events (chronology, groups, grouping->n_groups);
  for (guint g = 0; g < events->len && keys != NULL; g++)
    ((TarikhChronicleEvent *) g_ptr_array_index (events, g))->key = g_strdup (keys[g]);
  replace_events (chronology, events, groups);
  tarikh_chronology_weigh (chronology, copy_of);
  tarikh_chronology_order (chronology);
}

void
tarikh_chronology_settle (TarikhChronology *chronology)
{
  g_return_if_fail (chronology != NULL);
  tarikh_chronology_tellings_get (chronology);
  TarikhGrouping grouping = tarikh_chronology_match (chronology, NULL, NULL);

  settle_groups (chronology, &grouping, NULL);
  tarikh_chronology_grouping_clear (&grouping);
}

void
tarikh_chronology_settle_as (TarikhChronology *chronology, const guint32 *group_of, guint n_groups,
                             const char *const *keys)
{
  g_return_if_fail (chronology != NULL && (group_of != NULL || chronology->events->len == 0));
  TarikhGrouping grouping = { n_groups, (guint32 *) group_of };

  tarikh_chronology_tellings_get (chronology);
  settle_groups (chronology, &grouping, keys);
}
