/* base/day: reaches for a higher room. */
#include "base/day.h"
#  include "text/text.h"
/* #include "story/story.h" in a comment is no include */
#include "helper.h"
#include HEADER
