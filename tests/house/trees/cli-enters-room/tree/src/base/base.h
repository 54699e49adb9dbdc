/* base: includes the public header, which stands far above. */
#include <tarikh/tarikh.h>
#include "tarikh/tarikh.h"
