/* time: finds the time expressions of a story, values them (TIMEX3) and places them on the calendar; infers the
 * publication date when nobody gives it; words dates for people. Grammar and words are tables of the lexicon. */
#pragma once

#include "lexicon/lexicon.h"
#include "story/story.h"

typedef enum { TARIKH_TIME_DATE, TARIKH_TIME_TIME, TARIKH_TIME_DURATION, TARIKH_TIME_SET } TarikhTimeType;

typedef enum {
  TARIKH_MOD_NONE,
  TARIKH_MOD_APPROX,
  TARIKH_MOD_START,
  TARIKH_MOD_MID,
  TARIKH_MOD_END,
  TARIKH_MOD_MORE_THAN,
  TARIKH_MOD_LESS_THAN,
  TARIKH_MOD_BEFORE,
  TARIKH_MOD_AFTER
} TarikhTimeMod;

/* How an expression stands in its sentence; bits. The event room reads them. */
typedef enum {
  TARIKH_TIME_SINCE = 1 << 0,    /* "since", "for" (mundhu): the start of a stretch up to the reference */
  TARIKH_TIME_UNTIL = 1 << 1,    /* "until", "by" */
  TARIKH_TIME_DURING = 1 << 2,   /* "during", "within" a quantity */
  TARIKH_TIME_RANGE_FIRST = 1 << 3, /* first end of a range or list; the next expression is the other end */
  TARIKH_TIME_RANGE_LAST = 1 << 4,
  TARIKH_TIME_OFFSET = 1 << 5,   /* "two years ago", "after three days" */
  TARIKH_TIME_AGE = 1 << 6,      /* a person's age */
  TARIKH_TIME_NAME = 1 << 7,     /* inside the name of a thing: tournament 2018, law 2004 */
  TARIKH_TIME_PARENTHESIS = 1 << 8, /* stands in brackets */
  TARIKH_TIME_DEICTIC_PAST = 1 << 9,   /* says itself that it is past: last, ago, yesterday */
  TARIKH_TIME_DEICTIC_FUTURE = 1 << 10, /* says itself that it is to come */
  TARIKH_TIME_DATELINE = 1 << 11 /* the story's own dateline, not an event's date */
} TarikhTimeFlags;

typedef struct {
  TarikhSpan span; /* bytes in the story's text */
  guint32 first_token, end_token; /* in the story's TarikhText */
  TarikhTimeType type;
  TarikhTimeMod mod;
  guint flags;           /* TarikhTimeFlags */
  char *value;           /* TIMEX3 value, e.g. "2000-SU", "P2D", "PAST_REF" */
  TarikhInterval days;   /* widest days that value and mod allow; ends TARIKH_DAY_NONE when not on the calendar */
  gint minute;           /* clock time, minutes after midnight, or -1 */
  const char *rule;      /* name of the rule row that found it; static */
} TarikhTimeExpr;

/* Everything read in one story, in order of place. */
typedef struct {
  GPtrArray *exprs;            /* TarikhTimeExpr*, owned, sorted by span, never overlapping */
  TarikhPublishedBy published_by;
  TarikhInterval published;    /* the day, or the interval that the text leaves; NONE ends when unbounded */
  GPtrArray *notes;            /* TarikhNote*, owned */
} TarikhTimeReading;

/* Reads TEXT, the tokens of STORY's text, with the tables of STORY's language. Never fails; linear in the text. */
TarikhTimeReading *tarikh_time_read (const TarikhStory *story, const TarikhText *text, const TarikhLexicon *lexicon);
void tarikh_time_reading_free (TarikhTimeReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhTimeReading, tarikh_time_reading_free)

const char *tarikh_time_type_get_name (TarikhTimeType type); /* "DATE" … */
const char *tarikh_time_mod_get_name (TarikhTimeMod mod);    /* "START" …; NULL for NONE */

/* One line an expression, for goldens: "start-end TYPE value mod first..last rule «text»". (transfer full) */
char *tarikh_time_reading_dump (const TarikhTimeReading *reading, const TarikhStory *story);

/* ---- wording dates for people (time/format) ---- */

/* AUTO: as the stories have it (tarikh_time_custom_settle, tarikh_time_format_told); where nobody asks them, Gregorian dates
 * in the language's own digits and months. */
typedef enum {
  TARIKH_CALENDAR_AUTO,
  TARIKH_CALENDAR_GREGORIAN,
  TARIKH_CALENDAR_HIJRI,
  TARIKH_CALENDAR_BOTH
} TarikhCalendar;
typedef enum {
  TARIKH_DIGITS_AUTO,
  TARIKH_DIGITS_LATN,
  TARIKH_DIGITS_ARAB,
  TARIKH_DIGITS_ARABEXT,
  TARIKH_DIGITS_COUNT
} TarikhDigits;
typedef enum {
  TARIKH_MONTHS_AUTO,
  TARIKH_MONTHS_GREGORIAN,
  TARIKH_MONTHS_LEVANTINE,
  TARIKH_MONTHS_MAGHREBI,      /* of Tunisia and Algeria */
  TARIKH_MONTHS_MOROCCAN,
  TARIKH_MONTHS_TWIN,          /* Gregorian, the Levantine name in brackets */
  TARIKH_MONTHS_TWIN_SLASH,    /* Gregorian/Levantine */
  TARIKH_MONTHS_TWIN_LEVANTINE, /* Levantine/Gregorian */
  TARIKH_MONTHS_COUNT
} TarikhMonths;

typedef struct {
  const TarikhLexicon *lexicon; /* of the language to word in */
  TarikhCalendar calendar;
  TarikhDigits digits;
  TarikhMonths months;
} TarikhDateStyle;

/* Words the days FIRST..LAST as told: VALUE (TIMEX, may be NULL) chooses season, quarter, decade… Text has no markup,
 * numbers and ranges wrapped in directional isolates where the script needs it. "" when undated. (transfer full) */
char *tarikh_time_format_interval (const TarikhDateStyle *style, TarikhDay first, TarikhDay last, const char *value);
/* The same for two lines: the date, and in *SECOND the date of the other calendar in brackets, or NULL. TEXT is the time
 * expression that told the days, or NULL: where the style leaves the calendar open, a date that was told in the Hijri calendar
 * comes first in that, one that was told in both comes in both. (transfer full, both) */
char *tarikh_time_format_told (const TarikhDateStyle *style, TarikhDay first, TarikhDay last, const char *value,
                               const char *text, char **second);
/* Words an elapsed stretch, e.g. "11 years" (grammar of the language: dual, plural), for gaps. (transfer full) */
char *tarikh_time_format_elapsed (const TarikhDateStyle *style, gint days);
/* A number in the style's digits. (transfer full) */
char *tarikh_time_format_number (const TarikhDateStyle *style, gint64 number);
/* A tick's label: GRAIN YEAR "2024", MONTH "June" (with the year when WITH_YEAR), DAY "18". (transfer full) */
char *tarikh_time_format_tick (const TarikhDateStyle *style, TarikhDay day, TarikhGrain grain, gboolean with_year);
/* What the program says under KEY in the style's language (messages.tsv), or "" when the tables lack it. Static. */
const char *tarikh_time_get_message (const TarikhDateStyle *style, const char *key);
/* KEY's text with {a} and {b} filled in; FIRST and SECOND may be NULL. (transfer full) */
char *tarikh_time_format_message (const TarikhDateStyle *style, const char *key, const char *first, const char *second);

/* ---- a house's custom (time/custom): which digits and names of months stories use ---- */

typedef struct _TarikhDateCustom TarikhDateCustom;

/* Of stories in the language of LEXICON. (transfer full) */
TarikhDateCustom *tarikh_time_custom_new (const TarikhLexicon *lexicon);
void tarikh_time_custom_free (TarikhDateCustom *custom);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhDateCustom, tarikh_time_custom_free)
/* Counts what TEXT, a time expression as it stands in its story, uses. */
void tarikh_time_custom_add (TarikhDateCustom *custom, const char *text);
/* What STYLE leaves open (AUTO) becomes what most expressions do; digits and months each for itself. Ties go to the first in
 * the order of the enumeration; what no expression shows stays open. */
void tarikh_time_custom_settle (const TarikhDateCustom *custom, TarikhDateStyle *style);
