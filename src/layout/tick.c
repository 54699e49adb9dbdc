/* layout/tick: ticks at the beginnings of years, months and weeks of a month. Never words a label. */
#include "layout/tick.h"

#include <math.h>

typedef struct {
  TarikhGrain grain;
  gint step;
  double days; /* about */
} Step;

static const Step ladder[] = {
  { TARIKH_GRAIN_DAY, 1, 1 },           { TARIKH_GRAIN_DAY, 7, 6.9 },         { TARIKH_GRAIN_DAY, 14, 13.5 },
  { TARIKH_GRAIN_MONTH, 1, 28 },        { TARIKH_GRAIN_MONTH, 3, 89 },        { TARIKH_GRAIN_MONTH, 6, 180 },
  { TARIKH_GRAIN_YEAR, 1, 365 },        { TARIKH_GRAIN_YEAR, 2, 730 },        { TARIKH_GRAIN_YEAR, 5, 1826 },
  { TARIKH_GRAIN_YEAR, 10, 3652 },      { TARIKH_GRAIN_YEAR, 25, 9130 },      { TARIKH_GRAIN_YEAR, 50, 18262 },
  { TARIKH_GRAIN_YEAR, 100, 36524 },    { TARIKH_GRAIN_YEAR, 250, 91310 },    { TARIKH_GRAIN_YEAR, 500, 182621 },
  { TARIKH_GRAIN_YEAR, 1000, 365242 },
};

static gint
floor_to (gint value, gint step)
{
  gint rest = value % step;

  return value - (rest < 0 ? rest + step : rest);
}

/* The tick at or before DAY. */
static TarikhDay
floor_day (TarikhDay day, const Step *step)
{
  TarikhDate d = tarikh_base_day_get_date (day);

  if (step->grain == TARIKH_GRAIN_YEAR)
    return tarikh_base_day_from_date (floor_to (d.year, step->step), 1, 1);
  if (step->grain == TARIKH_GRAIN_MONTH)
    return tarikh_base_day_from_date (d.year, floor_to (d.month - 1, step->step) + 1, 1);
  return tarikh_base_day_from_date (d.year, d.month, MIN (floor_to (d.day - 1, step->step), 28) + 1);
}

static TarikhDay
next_day (TarikhDay day, const Step *step)
{
  TarikhDate d = tarikh_base_day_get_date (day);

  if (step->grain == TARIKH_GRAIN_YEAR)
    return tarikh_base_day_from_date (d.year + step->step, 1, 1);
  if (step->grain == TARIKH_GRAIN_MONTH)
    return tarikh_base_day_from_date (d.year, d.month + step->step, 1);
  /* Weeks count from the first of the month; a rest of up to half a step goes with the week before. */
  if (step->step > 1 && d.day + step->step + (step->step + 1) / 2 > tarikh_base_days_in_month (d.year, d.month) + 1)
    return tarikh_base_day_from_date (d.year, d.month + 1, 1);
  return day + step->step;
}

static gboolean
begins_more (TarikhDay day, TarikhGrain grain)
{
  TarikhDate d = tarikh_base_day_get_date (day);

  return grain == TARIKH_GRAIN_MONTH ? d.month == 1 : grain == TARIKH_GRAIN_DAY && d.day == 1;
}

static const Step *
choose_step (double mm_per_day, double least_mm)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ladder); i++)
    if (ladder[i].days * mm_per_day >= least_mm)
      return &ladder[i];
  return NULL;
}

GArray *
tarikh_layout_ticks_new (const TarikhScaleSegment *segment, double least_mm)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (TarikhTick));
  double days = segment->last - segment->first, length = segment->to_mm - segment->from_mm;
  const Step *step = days > 0 && length > 0 ? choose_step (length / days, least_mm) : NULL;

  if (step == NULL)
    return ticks;
  for (TarikhDay day = floor_day ((TarikhDay) segment->first, step); day <= segment->last; day = next_day (day, step)) {
    if (day < segment->first)
      continue;
    TarikhTick tick = { day, segment->from_mm + length * (day - segment->first) / days, step->grain,
                        ticks->len == 0 || begins_more (day, step->grain) };
    g_array_append_val (ticks, tick);
  }
  return ticks;
}
