/* draw/events: what is told of an event across its items. Words come from the layout, never from here. */
#pragma once

#include "layout/layout.h"

/* The entry of EVENT in the layout's table, or NULL. */
const TarikhLayoutEvent *tarikh_draw_get_event (const TarikhLayout *layout, gint event);
/* One above the highest event index that an item of LAYOUT bears. */
guint tarikh_draw_count_events (const TarikhLayout *layout);
/* Per event its date and headline, "date — headline", in the layout's words; "" without text. (transfer full) array of
 * char*, tarikh_draw_count_events() long. */
GPtrArray *tarikh_draw_list_summaries (const TarikhLayout *layout);
