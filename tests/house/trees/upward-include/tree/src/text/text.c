/* text/text: enters a room that stands above it. */
#include "story/story.h"
