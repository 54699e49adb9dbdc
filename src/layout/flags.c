/* layout/flags: chooses for each flag its side and whether it starts a new stack or goes under the last, by what that
 * costs in displacement, then places the poles of each side with least displacement. Knows no drawing. */
#include "layout/flags.h"

#include <math.h>

#include "layout/isotonic.h"

#define TIER_COST_MM 5.0     /* going under another flag costs as much as this displacement */
#define SAME_SIDE_COST_MM 7.0 /* so does standing on the same side as the flag before */
#define NOWHERE 1e18

/* One side while flags are dealt to it. */
typedef struct {
  gboolean used;
  double pole_mm;       /* of its last flag */
  double stack_mm;      /* height of its present stack */
  double reach_mm;      /* widest flag of the present stack */
  guint stack;          /* number of the present stack */
} Side;

typedef struct {
  guint side;
  gboolean new_stack;
  double pole_mm, cost;
} Choice;

static Choice
price_choice (const Side *side, guint which, gboolean new_stack, const TarikhFlag *flag, const TarikhFlagLimits *limits,
              guint last_side)
{
  Choice choice = { which, new_stack, flag->anchor_mm, 0 };

  if (side->used && new_stack)
    choice.pole_mm = fmax (flag->anchor_mm, side->pole_mm + side->reach_mm + limits->gap_mm);
  else if (side->used)
    choice.pole_mm = fmax (flag->anchor_mm, side->pole_mm + limits->pole_gap_mm);
  else if (!new_stack)
    choice.cost = NOWHERE;
  choice.cost += choice.pole_mm - flag->anchor_mm;
  if (!new_stack)
    choice.cost += TIER_COST_MM;
  if (last_side == which)
    choice.cost += SAME_SIDE_COST_MM;
  double height = (new_stack ? 0 : side->stack_mm + limits->stack_gap_mm) + flag->height_mm;
  if (height > limits->side_mm[which])
    choice.cost = NOWHERE;
  if (choice.pole_mm + flag->width_mm > limits->high_mm)
    choice.cost += 2 * (choice.pole_mm + flag->width_mm - limits->high_mm);
  return choice;
}

static Choice
choose (const Side sides[2], const TarikhFlag *flag, const TarikhFlagLimits *limits, guint last_side)
{
  Choice best = { .cost = NOWHERE };

  for (guint which = 0; which < 2; which++)
    for (gint new_stack = 1; new_stack >= 0; new_stack--) {
      Choice choice = price_choice (&sides[which], which, new_stack, flag, limits, last_side);
      if (choice.cost < best.cost - 1e-9)
        best = choice;
    }
  return best;
}

static void
accept (Side *side, const Choice *choice, const TarikhFlag *flag, const TarikhFlagLimits *limits)
{
  side->pole_mm = choice->pole_mm;
  side->stack += choice->new_stack;
  side->stack_mm = choice->new_stack ? flag->height_mm : side->stack_mm + limits->stack_gap_mm + flag->height_mm;
  side->reach_mm = choice->new_stack ? flag->width_mm : fmax (side->reach_mm, flag->width_mm);
  side->used = TRUE;
}

/* Deals FLAGS to sides and STACKS (a number each, by side). */
static gboolean
deal (TarikhFlag *flags, guint n, const TarikhFlagLimits *limits, guint *stacks)
{
  Side sides[2] = { { 0 }, { 0 } };
  guint last_side = 1;

  for (guint i = 0; i < n; i++) {
    Choice choice = choose (sides, &flags[i], limits, last_side);
    if (choice.cost >= NOWHERE)
      return FALSE;
    accept (&sides[choice.side], &choice, &flags[i], limits);
    flags[i].side = choice.side;
    stacks[i] = sides[choice.side].stack;
    last_side = choice.side;
  }
  return TRUE;
}

/* Stands the stacks of one side: its last flag nearest the axis. MEMBERS are indices of the side's flags. */
static void
stack_up (TarikhFlag *flags, const guint *members, guint n, const guint *stacks, double gap_mm)
{
  double offset = 0;

  for (guint i = n; i-- > 0;) {
    if (i + 1 < n && stacks[members[i]] != stacks[members[i + 1]])
      offset = 0;
    flags[members[i]].offset_mm = offset;
    offset += flags[members[i]].height_mm + gap_mm;
  }
}

/* How far flag I's pole must stand from the next one's on its side. */
static void
find_distances (const TarikhFlag *flags, const guint *members, guint n, const guint *stacks,
                const TarikhFlagLimits *limits, double *distances)
{
  double reach = 0;

  for (guint i = 0; i + 1 < n; i++) {
    reach = fmax (reach, flags[members[i]].width_mm);
    gboolean same = stacks[members[i]] == stacks[members[i + 1]];
    distances[i] = same ? limits->pole_gap_mm : reach + limits->gap_mm;
    reach = same ? reach : 0;
  }
}

static gboolean
place_side (TarikhFlag *flags, guint n_flags, guint side, const guint *stacks, const TarikhFlagLimits *limits)
{
  g_autofree guint *members = g_new (guint, n_flags + 1);
  g_autofree double *distances = g_new0 (double, n_flags + 1);
  g_autofree double *anchors = g_new (double, n_flags + 1);
  g_autofree double *poles = g_new (double, n_flags + 1);
  guint n = 0;
  double reach = 0;

  for (guint i = 0; i < n_flags; i++)
    if (flags[i].side == side)
      members[n++] = i;
  if (n == 0)
    return TRUE;
  for (guint i = 0; i < n; i++)
    anchors[i] = flags[members[i]].anchor_mm;
  /* The last stack must not reach beyond the end: its widest flag bounds its last pole. */
  for (guint i = n; i-- > 0 && stacks[members[i]] == stacks[members[n - 1]];)
    reach = fmax (reach, flags[members[i]].width_mm);
  find_distances (flags, members, n, stacks, limits, distances);
  gboolean fits = tarikh_layout_isotonic_place (anchors, distances, n, limits->low_mm, limits->high_mm - reach, poles);
  for (guint i = 0; i < n; i++)
    flags[members[i]].pole_mm = poles[i];
  stack_up (flags, members, n, stacks, limits->stack_gap_mm);
  return fits;
}

gboolean
tarikh_layout_flags_place (TarikhFlag *flags, guint n_flags, const TarikhFlagLimits *limits)
{
  g_autofree guint *stacks = g_new0 (guint, n_flags + 1);

  return deal (flags, n_flags, limits, stacks) && place_side (flags, n_flags, 0, stacks, limits)
         && place_side (flags, n_flags, 1, stacks, limits);
}

double
tarikh_layout_flags_get_depth (const TarikhFlag *flags, guint n_flags, guint side)
{
  double depth = 0;

  for (guint i = 0; i < n_flags; i++)
    if (flags[i].side == side)
      depth = fmax (depth, flags[i].offset_mm + flags[i].height_mm);
  return depth;
}
