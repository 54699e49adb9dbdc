/* time/point: one period of the calendar with its grain: its value, its days, its neighbours. Private to the room. */
#pragma once

#include "time/time.h"

/* The fields that the grain needs; the others are 0. */
typedef struct {
  TarikhGrain grain; /* NONE: no point */
  gint year;         /* of a WEEK: the ISO year; DECADE and CENTURY: their first year */
  gint month;        /* MONTH, DAY */
  gint day;          /* DAY */
  gint n;            /* WEEK 1..53, QUARTER 1..4, HALF 1..2, SEASON 0 spring … 3 winter */
  gboolean sports;   /* YEAR: a sports season that begins in July of it */
  gint from_month;   /* YEAR: a fiscal or school year's first month, 0: January */
} Point;

Point tarikh_time_point_none (void);
/* The period of GRAIN that DAY lies in. */
Point tarikh_time_point_of_day (TarikhDay day, TarikhGrain grain);
/* The point N periods after POINT. */
Point tarikh_time_point_shift (Point point, gint n);
TarikhInterval tarikh_time_point_get_days (Point point);
/* Narrows DAYS to the start, middle or end that MOD names (first quarter, May to August, last quarter of a year; days
 * 1-10, 11-20, 21-end of a month; thirds of anything else). */
TarikhInterval tarikh_time_point_narrow (TarikhInterval days, TarikhTimeMod mod);
/* Writes the TIMEX3 value, ended with NUL. */
enum { POINT_VALUE_BYTES = 64 };
void tarikh_time_point_write_value (Point point, char out[POINT_VALUE_BYTES]);
/* Season letters "SP" "SU" "FA" "WI" → 0..3, or -1. */
gint tarikh_time_point_parse_season (const char *code);
/* The grain of a unit's TIMEX letters ("Y", "DE", "TH" …). */
TarikhGrain tarikh_time_point_parse_unit (const char *code);
