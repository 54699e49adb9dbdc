/* base/sum: a file that breaks no law. It never prints. */
#include <glib.h>

#include "base/sum.h"

/* goto, gettext ("…") in a comment of code-only laws do not count, nor do braces: { { { */
const char *const tarikh_base_signs[] = { "{", "goto", "'", "\"{" };

gint
tarikh_base_sum (gint a, gint b)
{
  return a + b + '{' + '\'';
}
