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
  side->reach_mm = choice->new_stack ? flag->width_mm : fmax (side->reach_mm - limits->pole_gap_mm, flag->width_mm);
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

/* The flags of one side. */
typedef struct {
  const TarikhFlag *flags;
  const guint *members, *stacks; /* indices of its flags; the stack of every flag */
  guint n;
  const TarikhFlagLimits *limits;
} Row;

static gboolean
shares_stack (const Row *row, guint i)
{
  return row->stacks[row->members[i]] == row->stacks[row->members[i + 1]];
}

/* How far the stack of each flag reaches beyond its pole, by what stands up to there: with POLES as they stand, else (NULL)
 * as they may stand at worst. */
static void
find_reaches (const Row *row, const double *poles, double *reaches)
{
  for (guint i = 0; i < row->n; i++) {
    double width = row->flags[row->members[i]].width_mm;
    gboolean goes_on = i > 0 && shares_stack (row, i - 1);
    double apart = poles != NULL && goes_on ? poles[i] - poles[i - 1] : row->limits->pole_gap_mm;
    reaches[i] = goes_on ? fmax (reaches[i - 1] - apart, width) : width;
  }
}

/* Least-displacement poles; the last stack must not reach beyond the end. */
static gboolean
place_row (const Row *row, const double *reaches, double *poles)
{
  g_autofree double *anchors = g_new (double, row->n), *distances = g_new0 (double, row->n);

  for (guint i = 0; i < row->n; i++)
    anchors[i] = row->flags[row->members[i]].anchor_mm;
  for (guint i = 0; i + 1 < row->n; i++)
    distances[i] = shares_stack (row, i) ? row->limits->pole_gap_mm : reaches[i] + row->limits->gap_mm;
  return tarikh_layout_isotonic_place (anchors, distances, row->n, row->limits->low_mm,
                                       row->limits->high_mm - reaches[row->n - 1], poles);
}

/* TRUE when no stack with POLES as they stand reaches into the next or beyond the end. */
static gboolean
is_clear (const Row *row, const double *poles)
{
  g_autofree double *reaches = g_new (double, row->n);

  find_reaches (row, poles, reaches);
  for (guint i = 0; i + 1 < row->n; i++)
    if (!shares_stack (row, i) && poles[i + 1] - poles[i] < reaches[i] + row->limits->gap_mm - 1e-6)
      return FALSE;
  return poles[row->n - 1] + reaches[row->n - 1] <= row->limits->high_mm + 1e-6;
}

/* How far a stack reaches depends on where its poles stand: first they are placed for the worst, then for what came of it,
 * if that holds. */
static gboolean
place_side (TarikhFlag *flags, guint n_flags, guint side, const guint *stacks, const TarikhFlagLimits *limits)
{
  g_autofree guint *members = g_new (guint, n_flags + 1);
  g_autofree double *reaches = g_new (double, n_flags + 1);
  g_autofree double *poles = g_new (double, n_flags + 1), *closer = g_new (double, n_flags + 1);
  Row row = { flags, members, stacks, 0, limits };

  for (guint i = 0; i < n_flags; i++)
    if (flags[i].side == side)
      members[row.n++] = i;
  if (row.n == 0)
    return TRUE;
  find_reaches (&row, NULL, reaches);
  gboolean fits = place_row (&row, reaches, poles);
  find_reaches (&row, poles, reaches);
  gboolean better = place_row (&row, reaches, closer) && is_clear (&row, closer);
  for (guint i = 0; i < row.n; i++)
    flags[members[i]].pole_mm = better ? closer[i] : poles[i];
  stack_up (flags, members, row.n, stacks, limits->stack_gap_mm);
  return fits || better;
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
