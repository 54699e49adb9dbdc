/* layout/group: counts the names that the events carry and deals the events out to the commonest. Knows no words: names are
 * alike when they are the same letters, or one has some of the other's words. */
#include "layout/group.h"

#include <string.h>

#define LEAST_STEM 4   /* letters that a word must have to be known with an article before it */
#define MOST_UNITED 60 /* names looked at for short forms of each other: the commonest */

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

/* TRUE when WORD is said by OTHER, perhaps with a letter or two glued to its front. */
static gboolean
is_same_word (const char *word, const char *other)
{
  return strcmp (word, other) == 0 || (g_utf8_strlen (word, -1) >= LEAST_STEM && g_str_has_suffix (other, word));
}

/* TRUE when the words of SHORTER, which are fewer, come in that order among those of LONGER: a name said in short. */
static gboolean
is_short_for (const char *shorter, const char *longer)
{
  g_auto (GStrv) few = g_strsplit (shorter, " ", -1), many = g_strsplit (longer, " ", -1);
  guint at = 0, n = g_strv_length (few);

  if (n == 0 || n >= g_strv_length (many))
    return FALSE;
  for (guint i = 0; many[i] != NULL && at < n; i++)
    at += is_same_word (few[at], many[i]);
  return at == n;
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

/* Gives what a short name counts to the commonest name that it is short for. FULL: short name → full one, borrowed. */
static void
unite_names (GArray *tallies, GHashTable *full)
{
  guint n = MIN (tallies->len, MOST_UNITED);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n; k++) {
      Tally *one = &g_array_index (tallies, Tally, i), *other = &g_array_index (tallies, Tally, k);
      if (g_hash_table_contains (full, other->name) || !is_short_for (one->name, other->name))
        continue;
      g_hash_table_insert (full, (gpointer) one->name, (gpointer) other->name);
      other->n += one->n;
      other->first = MIN (other->first, one->first);
      one->n = 0;
      break;
    }
  g_array_sort (tallies, compare_tallies);
}

/* The lane of the first of NAMES that has one; the number of lanes when none has. */
static guint
find_lane (GHashTable *lanes, GHashTable *full, GPtrArray *names, guint n_lanes)
{
  for (guint k = 0; k < names->len; k++) {
    const char *name = g_ptr_array_index (names, k), *whole = g_hash_table_lookup (full, name);
    for (guint step = 0; whole != NULL && step < MOST_UNITED; step++) {
      name = whole;
      whole = g_hash_table_lookup (full, name);
    }
    guint lane = GPOINTER_TO_UINT (g_hash_table_lookup (lanes, name));
    if (lane > 0)
      return lane - 1;
  }
  return n_lanes;
}

static gboolean
group_by (TarikhGroups *groups, const TarikhComposer *composer, GPtrArray *entries, guint n_dated, guint most,
          guint least, gboolean places)
{
  g_autoptr (GArray) tallies = count_names (composer, entries, n_dated, places);
  g_autoptr (GHashTable) lanes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) full = g_hash_table_new (g_str_hash, g_str_equal);

  unite_names (tallies, full);
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
    entry->lane = find_lane (lanes, full, names_of (composer, entries, i, places), groups->names->len);
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
