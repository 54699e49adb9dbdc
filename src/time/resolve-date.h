/* time/resolve-date: what the files that resolve calendar points share. Private to the room. */
#pragma once

#include "time/resolve.h"

/* What REL columns hold (see classes.def): below 9 from the day of writing, 9-11 from the tale. */
enum { REL_PREVIOUS = 9, REL_SAME = 10, REL_FOLLOWING = 11, REL_NEW = 3, REL_RECENT = 20 };

/* ---- time/rel ---- */
gboolean tarikh_time_rel_is_tale (gint rel);
TarikhDay tarikh_time_rel_get_base (const Context *context, gint rel);
gint tarikh_time_rel_get_steps (gint rel);
Tense tarikh_time_place_get_tense (const Context *context, const Place *place);

/* ---- time/resolve-year ---- */
TarikhDay tarikh_time_day_in_year (gint year, gint month, gint day);
gint tarikh_time_find_year (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_find_century_or_decade (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_find_whole_year (const Context *context, const Place *place, Resolved *resolved);

/* ---- time/resolve-day ---- */
gboolean tarikh_time_resolved_set_day_number (Resolved *resolved, TarikhDay day);
gboolean tarikh_time_resolved_set_unknown_year (Resolved *resolved, gint month, gint day);
gboolean tarikh_time_find_day_of_month (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_find_deictic (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_find_day_rel (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_find_day (const Context *context, const Place *place, Resolved *resolved);

/* ---- time/resolve-weekday ---- */
gboolean tarikh_time_find_weekday (const Context *context, const Place *place, Resolved *resolved);

/* ---- time/resolve-hijri ---- */
TarikhDay tarikh_time_hijri_fit_sighting (const Phrase *p, TarikhDay day);
gboolean tarikh_time_hijri_is_year (const Phrase *p, gint year);
gboolean tarikh_time_find_hijri (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolved_set_hijri_years (const Context *context, Resolved *resolved, gint first, gint last,
                                               gboolean centuries);

/* ---- time/resolve-month ---- */
gboolean tarikh_time_find_month (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_find_month_in_year (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_find_rel_period (const Context *context, gint rel, TarikhGrain grain, Resolved *resolved,
                                      const char *unknown);
gboolean tarikh_time_find_half_month (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_find_season (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_find_part_of_year (const Context *context, const Place *place, Slot slot, TarikhGrain grain,
                                        gint most, Resolved *resolved);

/* ---- time/resolve-clock ---- */
gboolean tarikh_time_add_clock (const Phrase *p, Resolved *resolved);
gboolean tarikh_time_find_clock_day (const Context *context, const Place *place, Resolved *resolved);
