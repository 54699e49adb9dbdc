/* time/widen: what is left of values and days when the day of writing is known only within bounds. Private to the room. */
#pragma once

#include "time/time.h"

/* EARLY, the first reading, is widened by the second: the day of writing is only known to lie between the two. */
void tarikh_time_widen_all (GPtrArray *early, GPtrArray *late);
/* EXPRS were read without any day of writing, AT_BOUND as if the one known bound of it were the day. Where the two differ,
 * the day of writing matters: the value stays open, and the days are known on the side of that bound alone. */
void tarikh_time_widen_open (GPtrArray *exprs, GPtrArray *at_bound, gboolean from_below);
