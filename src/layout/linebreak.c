/* layout/linebreak: balanced ragged lines by dynamic programming. First the least number of lines is found, then, among
 * all ways to make that many, the evenest. Knows no characters. */
#include "layout/linebreak.h"

#include <math.h>

#define SLACK 1e-6
#define EMPTINESS 1e-5 /* beside a line: all that a text leaves empty weighs less than one more line */
#define MOST_EVENED 60 /* lines of a text that are made equally long; a longer one is no headline */
#define NEVER 1e9 /* the price of a forbidden break: taken only when nothing else fits */

/* Cost of the best way to set units 0..end in exactly LINES lines, and where its last line starts. */
typedef struct {
  double cost;
  guint start;
} Best;

typedef struct {
  const TarikhBreakUnit *units;
  guint n;
  double width, target;
} Problem;

static double
price (const Problem *problem, guint last)
{
  return last + 1 == problem->n ? 0 : fmin (problem->units[last].penalty, NEVER);
}

/* The least "lines + forbidden breaks", and of those the least squares of what lines leave empty, over all prefixes; the
 * number of lines of the best whole. STARTS: where the last line of each prefix starts. */
static guint
count_lines (const Problem *problem, guint *starts)
{
  g_autofree double *cost = g_new (double, problem->n + 1);
  g_autofree guint *lines = g_new (guint, problem->n + 1);

  cost[0] = 0;
  lines[0] = 0;
  for (guint end = 1; end <= problem->n; end++) {
    double width = 0;
    cost[end] = INFINITY;
    for (guint start = end; start-- > 0;) {
      width += problem->units[start].width + (start + 1 < end ? problem->units[start].blank : 0);
      if (width > problem->width + SLACK && start + 1 < end)
        break;
      double empty = end < problem->n ? fmax (0, 1 - width / problem->width) : 0;
      double total = cost[start] + 1 + (price (problem, end - 1) >= NEVER ? 1e4 : 0) + EMPTINESS * empty * empty;
      if (total < cost[end] - SLACK * SLACK) {
        cost[end] = total;
        starts[end] = start;
        lines[end] = lines[start] + 1;
      }
    }
  }
  return lines[problem->n];
}

static double
measure_total (const Problem *problem)
{
  double total = 0;

  for (guint i = 0; i < problem->n; i++)
    total += problem->units[i].width + (i + 1 < problem->n ? problem->units[i].blank : 0);
  return total;
}

/* Fills the row of the table for one line more than ABOVE. */
static void
fill_row (const Problem *problem, const Best *above, Best *row)
{
  for (guint end = 0; end <= problem->n; end++)
    row[end] = (Best){ INFINITY, 0 };
  for (guint end = 1; end <= problem->n; end++) {
    double width = 0;
    for (guint start = end; start-- > 0;) {
      width += problem->units[start].width + (start + 1 < end ? problem->units[start].blank : 0);
      if (width > problem->width + SLACK && start + 1 < end)
        break;
      double off = (width - problem->target) / problem->width;
      double cost = above[start].cost + off * off + price (problem, end - 1);
      if (cost < row[end].cost)
        row[end] = (Best){ cost, start };
    }
  }
}

/* The lines of the best whole as they were counted. */
static guint
take_lines (const guint *starts, guint n_units, guint n_lines, guint *line_ends)
{
  guint end = n_units;

  for (guint line = n_lines; line > 0; line--) {
    line_ends[line - 1] = end;
    end = starts[end];
  }
  return n_lines;
}

guint
tarikh_layout_break_lines (const TarikhBreakUnit *units, guint n_units, double width, guint *line_ends)
{
  Problem problem = { units, n_units, width, 0 };

  if (n_units == 0)
    return 0;
  g_autofree guint *starts = g_new0 (guint, n_units + 1);
  guint n_lines = count_lines (&problem, starts);
  if (n_lines > MOST_EVENED)
    return take_lines (starts, n_units, n_lines, line_ends);
  gsize row = n_units + 1;
  g_autofree Best *table = g_new (Best, row * (n_lines + 1));
  problem.target = measure_total (&problem) / n_lines;

  for (guint i = 0; i < row; i++)
    table[i] = (Best){ i == 0 ? 0 : INFINITY, 0 };
  for (guint line = 1; line <= n_lines; line++)
    fill_row (&problem, table + row * (line - 1), table + row * line);

  guint end = n_units;
  for (guint line = n_lines; line > 0; line--) {
    line_ends[line - 1] = end;
    end = table[row * line + end].start;
  }
  return n_lines;
}
