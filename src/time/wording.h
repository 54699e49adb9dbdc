/* time/wording: what the files that word dates for people share. A date is first made civil (a year, month and day of one
 * calendar), then put into words by patterns of messages.tsv. ASCII digits stand in between; the last step sets them in the
 * style's. Private to the room. */
#pragma once

#include "time/time.h"

/* ---- message: patterns ---- */

#define TARIKH_TEMPLATE_END '\0'

/* PATTERN with each {x} replaced by the value paired with the letter x: (int letter, const char *value)…, END.
 * (transfer full) */
char *tarikh_time_fill (const char *pattern, ...);
/* KEY's pattern, or OTHERWISE, which reads well enough in a language whose table lacks it. Static. */
const char *tarikh_time_get_pattern (const TarikhDateStyle *style, const char *key, const char *otherwise);
/* The row "PREFIX.NAME"; "" when there is none. Static. */
const char *tarikh_time_find_name (const TarikhDateStyle *style, const char *prefix, const char *name);

/* ---- digits ---- */

/* NUMBER in ASCII digits. (transfer full) */
char *tarikh_time_format_plain (gint64 number);
/* Takes TEXT and returns it with its ASCII digits in the style's system. */
char *tarikh_time_take_in_digits (const TarikhDateStyle *style, char *text);

/* ---- month: names of the traditions ---- */

/* The name of MONTH (1-12) in TRADITION, one of those that are not made of two; "" when the tables lack it. Static. */
const char *tarikh_time_get_month_name (const TarikhDateStyle *style, TarikhMonths tradition, gint month);
/* As the style's tradition has it. (transfer full) */
char *tarikh_time_format_month (const TarikhDateStyle *style, gint month);
/* Of a twin the first half, else MONTHS itself. */
TarikhMonths tarikh_time_get_leading_tradition (TarikhMonths months);
/* A month of the Hijri calendar. (transfer full) */
char *tarikh_time_format_hijri_month (const TarikhDateStyle *style, gint month);

/* ---- civil: dates of one calendar, whichever ---- */

typedef struct {
  gint year, month, day;
  gboolean hijri;
} CivilDate;

CivilDate tarikh_time_civil_gregorian (TarikhDay day);
/* The Umm al-Qura calendar; Gregorian where it does not reach. */
CivilDate tarikh_time_civil_hijri (TarikhDay day);

/* Each of these: (transfer full). */
char *tarikh_time_word_year_number (const TarikhDateStyle *style, gint year);
char *tarikh_time_word_month_name (const TarikhDateStyle *style, const CivilDate *date);
char *tarikh_time_word_day (const TarikhDateStyle *style, const CivilDate *date, gboolean with_year);
char *tarikh_time_word_month (const TarikhDateStyle *style, const CivilDate *date);
char *tarikh_time_word_year (const TarikhDateStyle *style, const CivilDate *date);
/* From A to B, which are of one calendar, as one date where they are one. */
char *tarikh_time_word_days (const TarikhDateStyle *style, const CivilDate *a, const CivilDate *b);
char *tarikh_time_word_months (const TarikhDateStyle *style, const CivilDate *a, const CivilDate *b);
char *tarikh_time_word_years (const TarikhDateStyle *style, const CivilDate *a, const CivilDate *b);

/* ---- coarse: seasons, quarters, centuries, parts of months and years ---- */

/* "2000-SU", "2024-Q3", "2024-H1", "20" → words; NULL when VALUE says no more than its days do, or when FIRST..LAST are
 * not (any longer) the days of VALUE. (transfer full) */
char *tarikh_time_word_period (const TarikhDateStyle *style, TarikhDay first, TarikhDay last, const char *value);
/* A value that names no single day: a range of days must not be read out of it. Weeks are days enough. */
gboolean tarikh_time_value_is_coarse (const char *value);
/* FIRST..LAST, told as coarsely as VALUE: "early March". (transfer full) */
char *tarikh_time_word_coarsely (const TarikhDateStyle *style, TarikhDay first, TarikhDay last, const char *value);
/* The same in the Hijri calendar, without its era, for days that are no whole months of it. (transfer full) */
char *tarikh_time_word_hijri_coarsely (const TarikhDateStyle *style, TarikhDay first, TarikhDay last);
