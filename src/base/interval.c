/* base/interval: spans of text and of days. */
#include "base/base.h"

gboolean
tarikh_base_span_overlaps (TarikhSpan a, TarikhSpan b)
{
  return a.start < b.end && b.start < a.end;
}

TarikhInterval
tarikh_base_interval_none (void)
{
  return (TarikhInterval){ TARIKH_DAY_NONE, TARIKH_DAY_NONE, TARIKH_GRAIN_NONE };
}

TarikhInterval
tarikh_base_interval_of_day (TarikhDay day)
{
  return (TarikhInterval){ day, day, TARIKH_GRAIN_DAY };
}

TarikhInterval
tarikh_base_interval_of_month (gint year, gint month)
{
  return (TarikhInterval){ tarikh_base_day_from_date (year, month, 1),
                           tarikh_base_day_from_date (year, month + 1, 1) - 1, TARIKH_GRAIN_MONTH };
}

TarikhInterval
tarikh_base_interval_of_year (gint year)
{
  return (TarikhInterval){ tarikh_base_day_from_date (year, 1, 1), tarikh_base_day_from_date (year, 12, 31),
                           TARIKH_GRAIN_YEAR };
}

gboolean
tarikh_base_interval_is_known (TarikhInterval i)
{
  return i.first != TARIKH_DAY_NONE && i.last != TARIKH_DAY_NONE;
}

gboolean
tarikh_base_interval_overlaps (TarikhInterval a, TarikhInterval b)
{
  return tarikh_base_interval_is_known (a) && tarikh_base_interval_is_known (b) && a.first <= b.last
         && b.first <= a.last;
}
