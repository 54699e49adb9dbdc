/* text/word: a higher room that uses a lower one, and ICU, as it may. */
#include <unicode/uchar.h>

#include "base/sum.h"
