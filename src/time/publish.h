/* time/publish: the publication date that a text implies. Private to the room. */
#pragma once

#include "time/find.h"

/* The index in FOUND of the story's dateline, or -1. */
gint tarikh_time_publish_find_dateline (Context *context, const GArray *found);

/* The days on which the story may have been published, by its dateline or by what its expressions leave; ends
 * TARIKH_DAY_NONE where nothing bounds it. */
TarikhInterval tarikh_time_publish_infer (Context *context, const GArray *found);
