/* chronology/merge: one event out of the tellings of one happening. Which tellings belong together is not decided here. */
#include "chronology/telling.h"

#include <string.h>

static TarikhStatus
choose_status (const TarikhGroup *group)
{
  TarikhStatus status = TARIKH_STATUS_HYPOTHETICAL;

  /* What one story announces and another reports has happened. */
  for (guint i = 0; i < group->n_members; i++) {
    const TarikhChronicleEvent *event = g_ptr_array_index (group->chronology->events, group->members[i]);
    status = MIN (status, event->status);
  }
  return status;
}

guint
tarikh_chronology_count_witnesses (const TarikhGroup *group)
{
  g_autoptr (GHashTable) stories = g_hash_table_new (NULL, NULL), texts = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < group->n_members; i++) {
    const TarikhTelling *t = &g_array_index (group->tellings->tellings, TarikhTelling, group->members[i]);
    guint32 story = t->story < group->chronology->stories->len ? group->copy_of[t->story] : t->story;
    gboolean fresh = g_hash_table_add (stories, GUINT_TO_POINTER (story + 1));
    if (t->fingerprint != 0)
      fresh = g_hash_table_add (texts, GUINT_TO_POINTER (t->fingerprint)) && fresh;
    n += fresh;
  }
  return MAX (n, 1u);
}

static gboolean
is_inside (const TarikhSource *inner, const TarikhSource *outer)
{
  return outer->start <= inner->start && inner->end <= outer->end && strcmp (inner->story, outer->story) == 0;
}

/* Moves those of SOURCES that the event does not have yet, and frees the others. */
static void
take_sources (TarikhChronicleEvent *event, GPtrArray *sources)
{
  g_autofree gpointer *taken = NULL;
  gsize n;

  taken = g_ptr_array_steal (sources, &n);
  for (gsize i = 0; i < n; i++) {
    TarikhSource *source = taken[i];
    gboolean known = FALSE;
    /* The sources of one story come close together: looking back a few is enough and keeps this linear. */
    for (guint k = event->sources->len, back = 0; k-- > 0 && back < 32 && !known; back++)
      known = is_inside (source, g_ptr_array_index (event->sources, k));
    if (known)
      tarikh_chronology_source_free (source);
    else
      g_ptr_array_add (event->sources, source);
  }
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

/* The sources of the shown telling first, then of the others by how much they make of it. */
static void
unite_sources (const TarikhGroup *group, TarikhChronicleEvent *event, guint32 shown)
{
  g_autofree Ranked *ranked = g_new (Ranked, group->n_members);

  for (guint i = 0; i < group->n_members; i++) {
    guint32 member = group->members[i];
    const TarikhTelling *t = &g_array_index (group->tellings->tellings, TarikhTelling, member);
    ranked[i] = (Ranked){ member, member == shown ? 2.0 : (double) t->salience };
  }
  qsort (ranked, group->n_members, sizeof *ranked, compare_ranked);
  for (guint i = 0; i < group->n_members; i++)
    take_sources (event,
                  ((TarikhChronicleEvent *) g_ptr_array_index (group->chronology->events, ranked[i].member))->sources);
}

static void
take_notes (const TarikhGroup *group, TarikhChronicleEvent *event)
{
  for (guint i = 0; i < group->n_members; i++) {
    const TarikhChronicleEvent *member = g_ptr_array_index (group->chronology->events, group->members[i]);
    for (guint k = 0; member->notes != NULL && k < member->notes->len; k++) {
      const TarikhChronicleNote *note = g_ptr_array_index (member->notes, k);
      tarikh_chronology_event_add_note (event, note->code, note->detail);
    }
  }
}

/* What every member said before it was merged; members that were merged themselves bring theirs. */
static void
take_tellings (const TarikhGroup *group, TarikhChronicleEvent *event)
{
  event->tellings = g_array_sized_new (FALSE, FALSE, sizeof (TarikhChronicleTelling), group->n_members);
  for (guint i = 0; i < group->n_members; i++) {
    const TarikhChronicleEvent *e = g_ptr_array_index (group->chronology->events, group->members[i]);
    TarikhChronicleTelling telling = {
      g_array_index (group->tellings->tellings, TarikhTelling, group->members[i]).story,
      e->start, e->end, e->dated_by, e->status, e->timex, e->rule,
    };
    if (e->tellings != NULL)
      g_array_append_vals (event->tellings, e->tellings->data, e->tellings->len);
    else
      g_array_append_val (event->tellings, telling);
  }
}

TarikhChronicleEvent *
tarikh_chronology_merge (const TarikhGroup *group)
{
  TarikhChronicleEvent *event = tarikh_chronology_event_new ();
  guint32 dated = tarikh_chronology_vote_days (group, event);

  event->status = choose_status (group);
  event->witnesses = tarikh_chronology_count_witnesses (group);
  guint32 shown = tarikh_chronology_choose_headline (group, event->status, dated);
  const TarikhChronicleEvent *teller = g_ptr_array_index (group->chronology->events, shown);
  event->headline = g_strdup (teller->headline);
  event->rule = teller->rule;
  tarikh_chronology_unite_names (group, shown, FALSE, event->who);
  tarikh_chronology_unite_names (group, shown, TRUE, event->where);
  take_notes (group, event);
  take_tellings (group, event);
  unite_sources (group, event, shown);
  return event;
}
