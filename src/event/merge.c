/* event/merge: one story telling a happening twice makes one event with several spans. Events are alike when their days
 * meet and they share most of their words; the earlier or better told one keeps its headline. Compares each event with a
 * bounded number of those before it, so the cost stays linear. */
#include "event/room.h"

#include <string.h>

#define WINDOW 64
#define FEW_KEYS 2   /* words; more say something of their own */
#define MOST_SPANS 4 /* looked at */

/* An event and the hashes of its keys: each is compared with many, and words that differ are told apart by them. */
typedef struct {
  TarikhEvent *event;
  guint32 *hashes; /* owned; as many as the event has keys */
} Keyed;

static Keyed
make_keyed (TarikhEvent *event)
{
  Keyed keyed = { event, g_new (guint32, MAX (event->keys->len, 1u)) };

  for (guint i = 0; i < event->keys->len; i++)
    keyed.hashes[i] = g_str_hash (event->keys->pdata[i]);
  return keyed;
}

/* TRUE when key I of A is a key of B. */
static gboolean
has_key (const Keyed *a, guint i, const Keyed *b)
{
  for (guint j = 0; j < b->event->keys->len; j++)
    if (a->hashes[i] == b->hashes[j] && strcmp (a->event->keys->pdata[i], b->event->keys->pdata[j]) == 0)
      return TRUE;
  return FALSE;
}

static guint
count_shared (const Keyed *a, const Keyed *b)
{
  guint n = 0;

  for (guint i = 0; i < a->event->keys->len; i++)
    n += has_key (a, i, b);
  return n;
}

/* Of the words that two events share, those that are no person's name: what was done, and where. */
static guint
count_shared_deeds (const EventReader *reader, const Keyed *a, const Keyed *b)
{
  guint n = 0;

  for (guint i = 0; i < a->event->keys->len; i++)
    n += has_key (a, i, b) && !g_hash_table_contains (reader->persons, a->event->keys->pdata[i]);
  return n;
}

static gint
measure_days (TarikhInterval days)
{
  return tarikh_base_interval_is_known (days) ? days.last - days.first + 1 : G_MAXINT;
}

/* The same days, or days inside days of at most a month's width. */
static gboolean
days_agree (const TarikhEvent *a, const TarikhEvent *b)
{
  if (!tarikh_base_interval_is_known (a->days) || !tarikh_base_interval_is_known (b->days))
    return a->days.first == b->days.first && a->days.last == b->days.last;
  return tarikh_base_interval_overlaps (a->days, b->days);
}

/* One sentence that names two days tells two happenings: "announced on Monday the cup that is held from Monday to Friday". */
static gboolean
are_told_apart (const TarikhEvent *a, const TarikhEvent *b)
{
  return a->time_expr >= 0 && b->time_expr >= 0 && a->time_expr != b->time_expr
         && g_array_index (a->spans, TarikhSpan, 0).start == g_array_index (b->spans, TarikhSpan, 0).start
         && (a->days.first != b->days.first || a->days.last != b->days.last);
}

static gboolean
span_has (const EventReader *reader, TarikhSpan span, const char *key)
{
  gsize n = strlen (key);

  for (guint32 i = tarikh_text_find_token (reader->text, span.start);
       i < reader->text->n_tokens && reader->text->tokens[i].start < span.end; i++) {
    gsize length;
    const char *bare = tarikh_event_get_bare (reader, i, &length);
    if (length == n && memcmp (bare, key, n) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Whether one of the sentences that tell EVENT has the word KEY. */
static gboolean
is_told_with (const EventReader *reader, const TarikhEvent *event, const char *key)
{
  for (guint i = 0; i < event->spans->len && i < MOST_SPANS; i++)
    if (span_has (reader, g_array_index (event->spans, TarikhSpan, i), key))
      return TRUE;
  return FALSE;
}

/* "The attack took place": said of a happening of the same day, in words that tell that one too. */
static gboolean
only_points_back (const EventReader *reader, const TarikhEvent *before, const TarikhEvent *event)
{
  if (event->keys->len == 0 || event->keys->len > FEW_KEYS || event->days.first != event->days.last
      || before->days.first != event->days.first || before->days.last != event->days.last)
    return FALSE;
  for (guint i = 0; i < event->keys->len; i++)
    if (!is_told_with (reader, before, event->keys->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
are_alike (const EventReader *reader, const Keyed *keyed_a, const Keyed *keyed_b)
{
  const TarikhEvent *a = keyed_a->event, *b = keyed_b->event;
  guint smaller = MIN (a->keys->len, b->keys->len);

  if (!days_agree (a, b) || smaller == 0 || are_told_apart (a, b))
    return FALSE;
  if (only_points_back (reader, a, b))
    return TRUE;
  guint shared = count_shared (keyed_a, keyed_b);
  if (a->dated_by == TARIKH_DATED_CONTEXT || b->dated_by == TARIKH_DATED_CONTEXT)
    return shared >= 2 && shared * 2 > smaller; /* its days are the other's anyway and prove nothing */
  if (!tarikh_base_interval_is_known (a->days))
    return shared >= 2 && shared * 2 >= smaller; /* no day speaks for it */
  gboolean same_days = a->days.first == b->days.first && a->days.last == b->days.last;
  if (same_days && a->days.first == a->days.last)
    return (count_shared_deeds (reader, keyed_a, keyed_b) >= 1 && shared * 6 >= smaller)
           || (shared >= 2
               && shared * 2 >= smaller); /* one day of one story: a deed in common is enough, an actor not */
  if (same_days)
    return shared >= 2 && shared * 5 >= smaller * 2;
  return shared >= 2 && shared * 2 >= smaller;
}

static void
take_strings (GPtrArray *to, GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++) {
    gboolean known = FALSE;
    for (guint j = 0; j < to->len && !known; j++)
      known = strcmp (to->pdata[j], from->pdata[i]) == 0;
    if (!known)
      g_ptr_array_add (to, g_strdup (from->pdata[i]));
  }
}

/* FROM goes into TO, which keeps its headline and the narrower days of the two. */
static void
absorb (TarikhEvent *to, TarikhEvent *from)
{
  for (guint i = 0; i < from->spans->len; i++) {
    TarikhSpan span = g_array_index (from->spans, TarikhSpan, i);
    gboolean known = FALSE;
    for (guint j = to->spans->len; j > 0 && to->spans->len - j < WINDOW && !known; j--)
      known = tarikh_base_span_overlaps (span, g_array_index (to->spans, TarikhSpan, j - 1));
    if (!known)
      g_array_append_val (to->spans, span);
  }
  if (measure_days (from->days) < measure_days (to->days)) {
    to->days = from->days;
    g_free (to->value);
    to->value = g_strdup (from->value);
    to->time_expr = from->time_expr;
    to->dated_by = from->dated_by;
  }
  take_strings (to->who, from->who);
  take_strings (to->where, from->where);
  to->salience = MAX (to->salience, from->salience);
}

void
tarikh_event_merge (EventReader *reader)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Keyed));
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) tarikh_event_free);

  for (guint i = 0; i < reader->events->len; i++) {
    Keyed keyed = make_keyed (g_steal_pointer (&reader->events->pdata[i]));
    TarikhEvent *same = NULL;
    for (guint n = 0; n < WINDOW && n < kept->len && same == NULL; n++) {
      const Keyed *before = &g_array_index (kept, Keyed, kept->len - 1 - n);
      if (are_alike (reader, before, &keyed))
        same = before->event;
    }
    if (same == NULL) {
      g_array_append_val (kept, keyed);
      g_ptr_array_add (events, keyed.event);
    } else {
      absorb (same, keyed.event);
      tarikh_event_free (keyed.event);
      g_free (keyed.hashes);
    }
  }
  for (guint i = 0; i < kept->len; i++)
    g_free (g_array_index (kept, Keyed, i).hashes);
  g_ptr_array_unref (reader->events);
  reader->events = events;
}
