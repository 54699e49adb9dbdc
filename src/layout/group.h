/* layout/group: whose lane an event belongs in: by who is in it, else by where it happened. Private to layout. */
#pragma once

#include "layout/entry.h"

typedef struct {
  GPtrArray *names; /* char*, borrowed from the chronology: one a lane, the one with most events first */
  guint n_others;   /* entries in none of them: their lane is names->len */
} TarikhGroups;

/* Groups the dated ENTRIES, which learn their lane, into at most MOST lanes of at least LEAST events each. Fewer than two
 * lanes: FALSE, GROUPS is left empty. Whoever is called by a part of a name goes with the whole of it. An event goes with
 * the first of its names that has a lane. O(n log n). */
gboolean tarikh_layout_groups_init (TarikhGroups *groups, const TarikhComposer *composer, GPtrArray *entries,
                                    guint n_dated, guint most, guint least);
void tarikh_layout_groups_clear (TarikhGroups *groups);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TarikhGroups, tarikh_layout_groups_clear)
