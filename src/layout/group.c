/* layout/group: counts the names that the events carry and deals the events out to the commonest. Knows no words: names are
 * alike when they are the same letters. */
#include "layout/group.h"

typedef struct {
  const char *name;
  guint n, first; /* events that carry it; place of the first */
} Tally;

static GPtrArray *
names_of (const TarikhComposer *composer, GPtrArray *entries, guint i, gboolean places)
{
  const TarikhEntry *entry = g_ptr_array_index (entries, i);
  const TarikhChronicleEvent *event = g_ptr_array_index (composer->chronology->events, entry->event);

  return places ? event->where : event->who;
}

static gint
compare_tallies (gconstpointer a, gconstpointer b)
{
  const Tally *one = a, *other = b;

  if (one->n != other->n)
    return one->n > other->n ? -1 : 1;
  return one->first < other->first ? -1 : one->first > other->first;
}

/* How often each name comes, the commonest first. (transfer full) array of Tally */
static GArray *
count_names (const TarikhComposer *composer, GPtrArray *entries, guint n_dated, gboolean places)
{
  GArray *tallies = g_array_new (FALSE, FALSE, sizeof (Tally));
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal); /* name → place in TALLIES, from 1 */

  for (guint i = 0; i < n_dated; i++) {
    GPtrArray *names = names_of (composer, entries, i, places);
    for (guint k = 0; k < names->len; k++) {
      const char *name = g_ptr_array_index (names, k);
      guint at = GPOINTER_TO_UINT (g_hash_table_lookup (known, name));
      if (at == 0) {
        Tally tally = { name, 0, i };
        g_array_append_val (tallies, tally);
        at = tallies->len;
        g_hash_table_insert (known, (gpointer) name, GUINT_TO_POINTER (at));
      }
      g_array_index (tallies, Tally, at - 1).n++;
    }
  }
  g_array_sort (tallies, compare_tallies);
  return tallies;
}

/* The first of the lanes that one of NAMES has; the number of lanes when none has. */
static guint
find_lane (GHashTable *lanes, GPtrArray *names, guint n_lanes)
{
  guint best = n_lanes;

  for (guint k = 0; k < names->len; k++) {
    guint lane = GPOINTER_TO_UINT (g_hash_table_lookup (lanes, g_ptr_array_index (names, k)));
    if (lane > 0)
      best = MIN (best, lane - 1);
  }
  return best;
}

static gboolean
group_by (TarikhGroups *groups, const TarikhComposer *composer, GPtrArray *entries, guint n_dated, guint most,
          guint least, gboolean places)
{
  g_autoptr (GArray) tallies = count_names (composer, entries, n_dated, places);
  g_autoptr (GHashTable) lanes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tallies->len && groups->names->len < most; i++) {
    const Tally *tally = &g_array_index (tallies, Tally, i);
    if (tally->n < least || *tally->name == '\0')
      continue;
    g_ptr_array_add (groups->names, (gpointer) tally->name);
    g_hash_table_insert (lanes, (gpointer) tally->name, GUINT_TO_POINTER (groups->names->len));
  }
  groups->n_others = 0;
  for (guint i = 0; i < n_dated; i++) {
    TarikhEntry *entry = g_ptr_array_index (entries, i);
    entry->lane = find_lane (lanes, names_of (composer, entries, i, places), groups->names->len);
    groups->n_others += entry->lane == groups->names->len;
  }
  return groups->names->len >= 2;
}

gboolean
tarikh_layout_groups_init (TarikhGroups *groups, const TarikhComposer *composer, GPtrArray *entries, guint n_dated,
                           guint most, guint least)
{
  *groups = (TarikhGroups){ .names = g_ptr_array_new () };
  for (guint places = 0; places < 2 && most >= 2; places++) {
    if (group_by (groups, composer, entries, n_dated, most, least, places == 1))
      return TRUE;
    g_ptr_array_set_size (groups->names, 0);
  }
  tarikh_layout_groups_clear (groups);
  return FALSE;
}

void
tarikh_layout_groups_clear (TarikhGroups *groups)
{
  g_clear_pointer (&groups->names, g_ptr_array_unref);
}
