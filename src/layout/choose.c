/* layout/choose: the automatic layout. Few events across a wide page; a lane each where a few people or places carry the
 * story; a list where dates are too vague for a scale; else down the page, which reads alike in every script. */
#include "layout/choose.h"

#include "layout/group.h"

#define MOST_ACROSS 12         /* events set across the page */
#define MOST_ACROSS_ARTICLE 7  /* where the page is as tall as its content */
#define MOST_CROWDED 5         /* of them inside a twelfth of the time */
#define NARROW_MM 127.0        /* 480 CSS pixels: one column, whatever there is */
#define ARTICLE_MM 170.0
#define LEAST_LANES 3
#define MOST_LANES 6
#define LEAST_OF_LANE 4        /* events */
#define MOST_IN_LANES 60
#define LEAST_OF_LIST 3
#define MOSTLY_VAGUE 0.75      /* of the dates */

/* The most entries whose marks lie within a twelfth of the whole time. */
static guint
count_crowd (GPtrArray *entries, guint n_dated)
{
  const TarikhEntry *first = g_ptr_array_index (entries, 0), *last = g_ptr_array_index (entries, n_dated - 1);
  double window = ((double) last->first - first->first) / 12;
  guint most = 0;

  for (guint i = 0, from = 0; i < n_dated; i++) {
    while ((double) ((const TarikhEntry *) g_ptr_array_index (entries, i))->first
               - ((const TarikhEntry *) g_ptr_array_index (entries, from))->first > window)
      from++;
    most = MAX (most, i - from + 1);
  }
  return most;
}

static gboolean
is_mostly_vague (GPtrArray *entries, guint n_dated)
{
  guint n = 0;

  for (guint i = 0; i < n_dated; i++)
    n += ((const TarikhEntry *) g_ptr_array_index (entries, i))->kind == TARIKH_MARK_VAGUE;
  return n_dated >= LEAST_OF_LIST && n >= n_dated * MOSTLY_VAGUE;
}

/* A few names share nearly all events among them. */
static gboolean
falls_into_lanes (const TarikhComposer *composer, GPtrArray *entries, guint n_dated)
{
  g_auto (TarikhGroups) groups = { 0 };

  return n_dated <= MOST_IN_LANES
         && tarikh_layout_groups_init (&groups, composer, entries, n_dated, MOST_LANES, LEAST_OF_LANE)
         && groups.names->len >= LEAST_LANES && groups.n_others * 4 <= n_dated;
}

static gboolean
suits_across (const TarikhComposer *composer, GPtrArray *entries, guint n_dated)
{
  if (composer->height_mm > 0)
    return composer->width_mm > composer->height_mm && n_dated <= MOST_ACROSS
           && count_crowd (entries, n_dated) <= MOST_CROWDED;
  return composer->width_mm >= ARTICLE_MM && n_dated <= MOST_ACROSS_ARTICLE;
}

TarikhLayoutKind
tarikh_layout_choose_kind (const TarikhComposer *composer, GPtrArray *entries)
{
  guint n_dated = tarikh_layout_entries_count_dated (entries);

  if (composer->options->kind != TARIKH_LAYOUT_AUTO)
    return composer->options->kind;
  if (n_dated == 0 || composer->width_mm < NARROW_MM)
    return TARIKH_LAYOUT_VERTICAL;
  if (falls_into_lanes (composer, entries, n_dated))
    return TARIKH_LAYOUT_LANES;
  if (is_mostly_vague (entries, n_dated))
    return TARIKH_LAYOUT_LIST;
  return suits_across (composer, entries, n_dated) ? TARIKH_LAYOUT_HORIZONTAL : TARIKH_LAYOUT_VERTICAL;
}
