/* affair: a made-up affair for tests and benchmarks: stories that tell happenings out of one stock, each in its own words,
 * as story objects. The same number gives the same story. */
#pragma once

#include <glib.h>

/* Story number N of an affair with HAPPENINGS happenings, over three days each: one line of JSON. (transfer full) */
char *affair_create_story (guint n, guint happenings);
