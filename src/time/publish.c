/* time/publish: infers the publication date. A dateline says it; otherwise every dated thing told as past bounds it from
 * below. */
#include "time/publish.h"

TarikhInterval
tarikh_time_publish_infer (Context *context, const GArray *found, gint *dateline)
{
  *dateline = -1;
  return tarikh_base_interval_none ();
}
