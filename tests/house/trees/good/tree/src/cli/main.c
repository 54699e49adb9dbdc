/* cli/main: sees what an embedder sees. */
#include <stdio.h>
#include <tarikh/tarikh.h>
#include "tarikh/tarikh.h"
