/* base/base: lets in what has no business here. */
#include <unicode/ustring.h>
#include <stdio.h>
#include <libwonder.h>
