/* chronology/dates: the tellings of one happening vote on its days. A vague date that holds a precise one speaks for it;
 * what stands against the winner becomes a note, never a silent loss. */
#include "chronology/telling.h"

#include <string.h>

#define DAY_VALUE_LENGTH 10 /* of YYYY-MM-DD */
#define LONGEST_STAY 10 /* days: up to here a span told as such is a stay, not vagueness */

typedef struct {
  TarikhInterval days;
  double own, weight; /* votes; with what vaguer dates add */
  guint32 best;       /* telling that tells it best */
  double best_score;
  gboolean vague, told; /* TOLD: by a time expression */
  GPtrArray *stories; /* const char*, borrowed */
} Candidate;

static double
weigh_dating (TarikhDatedBy dated_by)
{
  static const double weights[] = { [TARIKH_DATED_EXPLICIT] = 1.0, [TARIKH_DATED_DCT] = 0.8,
                                    [TARIKH_DATED_CONTEXT] = 0.4, [TARIKH_DATED_NONE] = 0.1 };

  return weights[dated_by];
}

/* A value that names a month, a week or a season, not days and not a length of stay. */
static gboolean
is_coarse (const char *value)
{
  return value != NULL && strlen (value) < DAY_VALUE_LENGTH && !(value[0] == 'P' && g_ascii_isdigit (value[1]));
}

static gboolean
is_vague (const TarikhChronicleEvent *event)
{
  gint width = tarikh_chronology_days_width (tarikh_chronology_event_get_days (event));

  return width > LONGEST_STAY || event->approximate || (width > 1 && is_coarse (event->value));
}

static void
clear_candidate (gpointer candidate)
{
  g_ptr_array_unref (((Candidate *) candidate)->stories);
}

static Candidate *
get_candidate (GArray *candidates, TarikhInterval days)
{
  Candidate fresh = { .days = days, .best = G_MAXUINT32, .stories = g_ptr_array_new () };

  for (guint i = 0; i < candidates->len; i++) {
    Candidate *c = &g_array_index (candidates, Candidate, i);
    if (c->days.first == days.first && c->days.last == days.last) {
      g_ptr_array_unref (fresh.stories);
      return c;
    }
  }
  g_array_append_val (candidates, fresh);
  return &g_array_index (candidates, Candidate, candidates->len - 1);
}

static void
add_vote (GArray *candidates, const TarikhGroup *group, guint32 member)
{
  const TarikhChronicleEvent *event = g_ptr_array_index (group->chronology->events, member);
  const TarikhTelling *telling = &g_array_index (group->tellings->tellings, TarikhTelling, member);
  Candidate *c = get_candidate (candidates, tarikh_chronology_event_get_days (event));
  double vote = weigh_dating (event->dated_by), score = vote + event->salience;
  const char *story = event->sources->len > 0
                        ? ((const TarikhSource *) g_ptr_array_index (event->sources, 0))->story : "";

  c->told = c->told || event->dated_by == TARIKH_DATED_EXPLICIT;
  c->vague = is_vague (event);
  if (score > c->best_score || c->best == G_MAXUINT32) {
    c->best = member;
    c->best_score = score;
  }
  /* A copy of a story that voted for this date already adds no voice. */
  gboolean copy = telling->story < group->chronology->stories->len && group->copy_of[telling->story] != telling->story;
  c->own += copy && c->stories->len > 0 ? 0 : vote;
  g_ptr_array_add (c->stories, (gpointer) story);
}

static gboolean
holds (const Candidate *outer, const Candidate *inner)
{
  return outer != inner && outer->days.first <= inner->days.first && inner->days.last <= outer->days.last;
}

/* Vague dates speak for the precise ones inside them; days inside a told stay speak for the stay. */
static void
share_votes (GArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++) {
    Candidate *c = &g_array_index (candidates, Candidate, i);
    c->weight += c->own;
    for (guint k = 0; k < candidates->len; k++) {
      const Candidate *other = &g_array_index (candidates, Candidate, k);
      if ((other->vague && holds (other, c)) || (!c->vague && holds (c, other)))
        c->weight += other->own;
    }
  }
}

static const Candidate *
choose_candidate (const GArray *candidates)
{
  const Candidate *best = &g_array_index (candidates, Candidate, 0);

  for (guint i = 1; i < candidates->len; i++) {
    const Candidate *c = &g_array_index (candidates, Candidate, i);
    gint width = tarikh_chronology_days_width (c->days), best_width = tarikh_chronology_days_width (best->days);
    if (c->weight > best->weight + 1e-9
        || (c->weight > best->weight - 1e-9
            && (width < best_width || (width == best_width && c->days.first < best->days.first))))
      best = c;
  }
  return best;
}

static void
append_dissent (GString *detail, const Candidate *c)
{
  g_autofree char *first = tarikh_base_day_to_iso (c->days.first), *last = tarikh_base_day_to_iso (c->days.last);
  const char *previous = NULL;

  g_string_append_printf (detail, "%s%s", detail->len > 0 ? "; " : "", first);
  if (c->days.last != c->days.first)
    g_string_append_printf (detail, "/%s", last);
  g_string_append (detail, " (");
  for (guint i = 0; i < c->stories->len; i++) {
    const char *story = g_ptr_array_index (c->stories, i);
    if (previous == NULL || strcmp (previous, story) != 0)
      g_string_append_printf (detail, "%s%s", previous != NULL ? ", " : "", story);
    previous = story;
  }
  g_string_append_c (detail, ')');
}

/* Dates told in so many words that cannot be the one shown. That a story of the next day calls it today is no dissent. */
static void
note_dissent (TarikhChronicleEvent *event, const GArray *candidates, const Candidate *shown)
{
  g_autoptr (GString) detail = g_string_new (NULL);

  for (guint i = 0; i < candidates->len; i++) {
    const Candidate *c = &g_array_index (candidates, Candidate, i);
    if (c->told && tarikh_chronology_days_gap (c->days, shown->days) > 0)
      append_dissent (detail, c);
  }
  if (detail->len == 0)
    return;
  g_autoptr (GString) all = g_string_new (NULL);
  append_dissent (all, shown);
  g_string_append_printf (all, "; %s", detail->str);
  tarikh_chronology_event_add_note (event, TARIKH_NOTE_DATES_DISAGREE, all->str);
}

static void
copy_date (TarikhChronicleEvent *event, const TarikhChronicleEvent *from)
{
  event->start = from->start;
  event->end = from->end;
  event->dated_by = from->dated_by;
  event->approximate = from->approximate;
  event->timex = from->timex;
  g_free (event->value);
  event->value = g_strdup (from->value);
}

guint32
tarikh_chronology_vote_days (const TarikhGroup *group, TarikhChronicleEvent *event)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  guint32 dated = group->members[0];

  g_array_set_clear_func (candidates, clear_candidate);
  for (guint i = 0; i < group->n_members; i++) {
    const TarikhChronicleEvent *member = g_ptr_array_index (group->chronology->events, group->members[i]);
    if (member->start != TARIKH_DAY_NONE)
      add_vote (candidates, group, group->members[i]);
  }
  if (candidates->len > 0) {
    share_votes (candidates);
    const Candidate *shown = choose_candidate (candidates);
    dated = shown->best;
    note_dissent (event, candidates, shown);
  }
  copy_date (event, g_ptr_array_index (group->chronology->events, dated));
  return dated;
}
