/* cli/main: looks behind the public door. */
#include <tarikh/tarikh.h>

#include "base/base.h"
