/* layout/linebreak: where lines end, from widths alone. Private to layout. */
#pragma once

#include <glib.h>

/* A stretch that is not broken inside; BLANK is the width of what separates it from the next when both share a line. */
typedef struct {
  double width, blank;
  double penalty; /* for ending a line behind it: 0 free … INFINITY never, where a line can hold it otherwise */
} TarikhBreakUnit;

/* Breaks UNITS into as few lines of at most WIDTH as there can be, as even as they can be (least sum of squares round the
 * mean, plus penalties). Units wider than WIDTH stand alone. Fills LINE_ENDS (N_UNITS long: index one past each line's
 * last unit) and returns the number of lines. O(n × units a line × lines) up to 60 lines; a longer text is broken line by
 * line as well as may be, in O(n × units a line). */
guint tarikh_layout_break_lines (const TarikhBreakUnit *units, guint n_units, double width, guint *line_ends);
