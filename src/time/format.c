/* time/format: words days for people. Patterns, names and plural forms are rows of messages.tsv; what a language's table
 * lacks is worded in numbers. Never decides which days are meant. Numbers stand bare: in a right-to-left line a range of days
 * or years then reads from the right, as Arabic print sets it. */
#include "time/time.h"

#include <string.h>
#include <unicode/ucal.h>

#define TEMPLATE_END '\0'

/* ---- messages and templates ---- */

const char *
tarikh_time_get_message (const TarikhDateStyle *style, const char *key)
{
  const char *text = style->lexicon != NULL ? tarikh_lexicon_get_message (style->lexicon, key) : NULL;

  return text != NULL ? text : "";
}

/* A {x} of PATTERN gets the value paired with the letter x. Pairs: (int letter, const char *value)…, TEMPLATE_END. */
static const char *
find_pair (char letter, va_list pairs)
{
  for (int name = va_arg (pairs, int); name != TEMPLATE_END; name = va_arg (pairs, int)) {
    const char *value = va_arg (pairs, const char *);
    if (name == letter)
      return value != NULL ? value : "";
  }
  return "";
}

static char *
fill (const char *pattern, ...)
{
  GString *out = g_string_new (NULL);

  for (const char *p = pattern; *p != '\0'; p++) {
    if (p[0] != '{' || p[1] == '\0' || p[2] != '}') {
      g_string_append_c (out, *p);
      continue;
    }
    va_list pairs;
    va_start (pairs, pattern);
    g_string_append (out, find_pair (p[1], pairs));
    va_end (pairs);
    p += 2;
  }
  return g_string_free (out, FALSE);
}

/* KEY's pattern, or what reads well enough in a language whose table lacks it. */
static const char *
pattern_or (const TarikhDateStyle *style, const char *key, const char *otherwise)
{
  const char *pattern = tarikh_time_get_message (style, key);

  return *pattern != '\0' ? pattern : otherwise;
}

char *
tarikh_time_format_message (const TarikhDateStyle *style, const char *key, const char *first, const char *second)
{
  return fill (tarikh_time_get_message (style, key), 'a', first, 'b', second, TEMPLATE_END);
}

/* ---- digits ---- */

static gunichar
zero_digit (const TarikhDateStyle *style)
{
  const char *name = tarikh_time_get_message (style, "digits");

  switch (style->digits) {
  case TARIKH_DIGITS_LATN:
    return '0';
  case TARIKH_DIGITS_ARAB:
    return 0x0660;
  case TARIKH_DIGITS_ARABEXT:
    return 0x06f0;
  default:
    return strcmp (name, "arab") == 0 ? 0x0660 : strcmp (name, "arabext") == 0 ? 0x06f0 : '0';
  }
}

/* Takes TEXT and returns it with ASCII digits in the style's system. */
static char *
take_in_digits (const TarikhDateStyle *style, char *text)
{
  gunichar zero = zero_digit (style);

  if (zero == '0')
    return text;
  GString *out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_unichar (out, zero + (gunichar) (*p - '0'));
    else
      g_string_append_c (out, *p);
  g_free (text);
  return g_string_free (out, FALSE);
}

static char *
format_plain (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

char *
tarikh_time_format_number (const TarikhDateStyle *style, gint64 number)
{
  return take_in_digits (style, format_plain (number));
}

/* ---- names ---- */

static char *
format_year (const TarikhDateStyle *style, gint year)
{
  if (year > 0)
    return format_plain (year);
  g_autofree char *before = format_plain (1 - (gint64) year);
  return fill (pattern_or (style, "date.bc", "-{y}"), 'y', before, TEMPLATE_END);
}

static const char *
month_in_tradition (const TarikhDateStyle *style, const char *tradition, gint month)
{
  char key[48];

  g_snprintf (key, sizeof key, "month.%s.%d", tradition, month);
  return tarikh_time_get_message (style, key);
}

static char *
format_month (const TarikhDateStyle *style, gint month)
{
  static const char *const traditions[] = { "gregorian", "levantine", "maghrebi", "gregorian" };
  const char *plain = month_in_tradition (style, "gregorian", month);
  const char *name = month_in_tradition (style, traditions[style->months], month);
  const char *other = month_in_tradition (style, "levantine", month);

  if (*plain == '\0')
    return format_plain (month);
  if (style->months == TARIKH_MONTHS_TWIN && *other != '\0')
    return fill (pattern_or (style, "month.twin", "{a}"), 'a', name, 'b', other, TEMPLATE_END);
  return g_strdup (*name != '\0' ? name : plain);
}

/* ---- one calendar date, whichever the calendar ---- */

typedef struct {
  gint year, month, day;
  gboolean hijri;
} CivilDate;

static CivilDate
gregorian (TarikhDay day)
{
  TarikhDate d = tarikh_base_day_get_date (day);

  return (CivilDate){ d.year, d.month, d.day, FALSE };
}

/* The Umm al-Qura calendar of ICU; noon UTC, so that no zone moves the day. */
static CivilDate
hijri (TarikhDay day)
{
  static const UChar zone[] = { 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = ucal_open (zone, 3, "en@calendar=islamic-umalqura", UCAL_DEFAULT, &status);

  if (U_FAILURE (status))
    return gregorian (day);
  ucal_setMillis (calendar, (double) day * 86400000.0 + 43200000.0, &status);
  CivilDate date = { ucal_get (calendar, UCAL_YEAR, &status), ucal_get (calendar, UCAL_MONTH, &status) + 1,
                     ucal_get (calendar, UCAL_DATE, &status), TRUE };
  ucal_close (calendar);
  return U_SUCCESS (status) ? date : gregorian (day);
}

static char *
name_month (const TarikhDateStyle *style, const CivilDate *date)
{
  const char *name = date->hijri ? month_in_tradition (style, "hijri", date->month) : "";

  if (!date->hijri)
    return format_month (style, date->month);
  return *name != '\0' ? g_strdup (name) : format_plain (date->month);
}

static char *
word_day (const TarikhDateStyle *style, const CivilDate *date, gboolean with_year)
{
  g_autofree char *day = format_plain (date->day), *month = name_month (style, date);
  g_autofree char *year = format_year (style, date->year);

  return fill (with_year ? pattern_or (style, "date.day", "{d} {m} {y}")
                         : pattern_or (style, "date.day-month", "{d} {m}"),
               'd', day, 'm', month, 'y', year, TEMPLATE_END);
}

static char *
word_month (const TarikhDateStyle *style, const CivilDate *date)
{
  g_autofree char *month = name_month (style, date), *year = format_year (style, date->year);

  return fill (pattern_or (style, "date.month", "{m} {y}"), 'm', month, 'y', year, TEMPLATE_END);
}

static char *
word_year (const TarikhDateStyle *style, const CivilDate *date)
{
  g_autofree char *year = format_year (style, date->year);

  return fill (date->hijri ? "{y}" : pattern_or (style, "date.year", "{y}"), 'y', year, TEMPLATE_END);
}

static char *
join (const TarikhDateStyle *style, char *first, char *last)
{
  char *text = fill (pattern_or (style, "date.range", "{a} – {b}"), 'a', first, 'b', last, TEMPLATE_END);

  g_free (first);
  g_free (last);
  return text;
}

/* ---- ranges, from the finest grain to the coarsest ---- */

static char *
word_days (const TarikhDateStyle *style, const CivilDate *a, const CivilDate *b)
{
  g_autofree char *month = name_month (style, b), *year = format_year (style, b->year);

  if (a->year != b->year)
    return join (style, word_day (style, a, TRUE), word_day (style, b, TRUE));
  if (a->month == b->month) {
    g_autofree char *first = format_plain (a->day), *last = format_plain (b->day);
    return a->day == b->day ? word_day (style, a, TRUE)
                            : fill (pattern_or (style, "date.days", "{a}–{b} {m} {y}"), 'a', first, 'b', last, 'm',
                                    month, 'y', year, TEMPLATE_END);
  }
  g_autofree char *first = word_day (style, a, FALSE), *last = word_day (style, b, FALSE);
  return fill (pattern_or (style, "date.same-year", "{a} – {b} {y}"), 'a', first, 'b', last, 'y', year, TEMPLATE_END);
}

static char *
word_months (const TarikhDateStyle *style, const CivilDate *a, const CivilDate *b)
{
  if (a->year == b->year && a->month == b->month)
    return word_month (style, a);
  if (a->year != b->year)
    return join (style, word_month (style, a), word_month (style, b));
  g_autofree char *first = name_month (style, a), *last = name_month (style, b);
  g_autofree char *year = format_year (style, b->year);
  return fill (pattern_or (style, "date.months", "{a}–{b} {y}"), 'a', first, 'b', last, 'y', year, TEMPLATE_END);
}

static char *
word_years (const TarikhDateStyle *style, const CivilDate *a, const CivilDate *b)
{
  g_autofree char *first = format_year (style, a->year), *last = format_year (style, b->year);

  if (a->year == b->year)
    return word_year (style, a);
  return fill (pattern_or (style, "date.years", "{a}–{b}"), 'a', first, 'b', last, TEMPLATE_END);
}

/* ---- what a TIMEX value adds: seasons, quarters, halves, centuries ---- */

/* The row "PREFIX.NAME"; "" when there is none. */
static const char *
find_name (const TarikhDateStyle *style, const char *prefix, const char *name)
{
  g_autofree char *key = g_strdup_printf ("%s.%s", prefix, name);

  return tarikh_time_get_message (style, key);
}

static char *
word_season (const TarikhDateStyle *style, const CivilDate *a, const CivilDate *b, const char *name)
{
  g_autofree char *first = format_year (style, a->year), *last = format_year (style, b->year);

  return a->year == b->year
             ? fill (pattern_or (style, "date.season", "{s} {y}"), 's', name, 'y', first, TEMPLATE_END)
             : fill (pattern_or (style, "date.seasons", "{s} {a}–{b}"), 's', name, 'a', first, 'b', last, TEMPLATE_END);
}

/* "2000-SU", "2024-Q3", "2024-H1", "20" → words; NULL when VALUE says no more than its days do, or when the days are
 * not (any longer) those of VALUE. */
static char *
word_value (const TarikhDateStyle *style, const CivilDate *a, const CivilDate *b, gint n_days, const char *value)
{
  gsize length = value != NULL ? strlen (value) : 0;

  if (length == 2 && g_ascii_isdigit (value[0]) && g_ascii_isdigit (value[1]) && n_days > 36000) {
    g_autofree char *century = format_plain (g_ascii_strtoll (value, NULL, 10) + 1);
    return fill (pattern_or (style, "date.century", "{a}"), 'a', century, TEMPLATE_END);
  }
  if (length != 7 || value[4] != '-')
    return NULL;

  const char *season = find_name (style, "season", value + 5);
  if (*season != '\0')
    return n_days <= 100 ? word_season (style, a, b, season) : NULL;
  const char *part = value[5] == 'Q'   ? find_name (style, "quarter", value + 6)
                     : value[5] == 'H' ? find_name (style, "half", value + 6)
                                       : "";
  if (*part == '\0' || a->year != b->year)
    return NULL;
  g_autofree char *year = format_year (style, a->year);
  return fill (pattern_or (style, "date.part", "{s} {y}"), 's', part, 'y', year, TEMPLATE_END);
}

/* ---- parts of a coarser value: "early March", "late 2006"; an event's days are then our reckoning, not the text's ---- */

/* The days that VALUE ("2024-03", "2024", "198") names; unknown for anything else. */
static TarikhInterval
read_extent (const char *value)
{
  gsize length = strlen (value);
  gint year = (gint) g_ascii_strtoll (value, NULL, 10);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (value[i]) && !(i == 4 && value[i] == '-'))
      return tarikh_base_interval_none ();
  if (length == 7)
    return tarikh_base_interval_of_month (year, CLAMP ((gint) g_ascii_strtoll (value + 5, NULL, 10), 1, 12));
  if (length == 4)
    return tarikh_base_interval_of_year (year);
  if (length == 3)
    return (TarikhInterval){ tarikh_base_day_from_date (year * 10, 1, 1),
                             tarikh_base_day_from_date (year * 10 + 9, 12, 31), TARIKH_GRAIN_DECADE };
  return tarikh_base_interval_none ();
}

/* A value that names no single day: a range of days must not be read out of it. Weeks are days enough. */
static gboolean
is_coarse (const char *value)
{
  gsize length = value != NULL ? strlen (value) : 0;
  gboolean day = length >= 10 && value[4] == '-' && value[7] == '-' && g_ascii_isdigit (value[8]);

  return length > 0 && !day && strstr (value, "-W") == NULL;
}

static char *
word_extent (const TarikhDateStyle *style, const TarikhInterval *extent)
{
  CivilDate a = gregorian (extent->first), b = gregorian (extent->last);
  char key[16];

  if (extent->grain == TARIKH_GRAIN_MONTH)
    return word_month (style, &a);
  if (extent->grain == TARIKH_GRAIN_YEAR)
    return word_year (style, &a);
  g_snprintf (key, sizeof key, "decade.%d", a.year % 100);
  const char *name = a.year / 100 == 19 ? tarikh_time_get_message (style, key) : "";
  return *name != '\0' ? g_strdup (name) : word_years (style, &a, &b);
}

/* Which part of EXTENT the days FIRST..LAST are: the row that words it; NULL when they are not part of it. */
static const char *
find_part (const TarikhInterval *extent, TarikhDay first, TarikhDay last)
{
  double length = (double) extent->last - extent->first + 1;

  if (first < extent->first || first > extent->last)
    return NULL;
  if (last > extent->last) /* "since the eighties"; a year or month that is passed was the beginning of a range */
    return first == extent->first && extent->grain == TARIKH_GRAIN_DECADE ? "since" : NULL;
  if (first == extent->first)
    return (last - first + 1) / length <= 0.55 ? "part.start" : NULL;
  return last == extent->last && (first - extent->first) / length >= 0.45 ? "part.end" : "part.mid";
}

/* The months or years that FIRST..LAST touch: as fine as a date may be told whose value is coarse. */
static char *
word_coarsely (const TarikhDateStyle *style, const CivilDate *a, const CivilDate *b, gint n_days)
{
  gboolean years = a->month == 1 && a->day == 1 && b->month == 12 && b->day == 31;

  return years || n_days > 4 * 366 ? word_years (style, a, b) : word_months (style, a, b);
}

static char *
word_coarse_value (const TarikhDateStyle *style, TarikhDay first, TarikhDay last, const char *value)
{
  CivilDate a = gregorian (first), b = gregorian (last);
  TarikhInterval extent = read_extent (value);

  if (!tarikh_base_interval_is_known (extent))
    return word_coarsely (style, &a, &b, last - first + 1);
  if (extent.first == first && extent.last == last)
    return word_extent (style, &extent);
  const char *part = find_part (&extent, first, last);
  if (part == NULL)
    return word_coarsely (style, &a, &b, last - first + 1);
  g_autofree char *whole = word_extent (style, &extent);
  return fill (pattern_or (style, part, "{a}"), 'a', whole, TEMPLATE_END);
}

/* "2024-06-18T21:30" on one day → the date with its clock time. Takes TEXT. */
static char *
take_with_clock (const TarikhDateStyle *style, char *text, TarikhDay first, TarikhDay last, const char *value)
{
  const char *clock = value != NULL && first == last ? strchr (value, 'T') : NULL;

  if (clock == NULL || strlen (clock) != 6 || clock[3] != ':' || !g_ascii_isdigit (clock[1]))
    return text;
  char *with = fill (pattern_or (style, "date.clock", "{a} {b}"), 'a', text, 'b', clock + 1, TEMPLATE_END);
  g_free (text);
  return with;
}

/* A date whose year is only known to lie between two: the months that it lies between, not from the one to the other. */
static char *
word_between (const TarikhDateStyle *style, const CivilDate *a, const CivilDate *b)
{
  g_autofree char *early = word_months (style, a, a), *late = word_months (style, b, b);

  if (strcmp (early, late) == 0)
    return g_steal_pointer (&early);
  return fill (pattern_or (style, "between", "{a} – {b}"), 'a', early, 'b', late, TEMPLATE_END);
}

static char *
word_gregorian (const TarikhDateStyle *style, TarikhDay first, TarikhDay last, const char *value)
{
  CivilDate a = gregorian (first), b = gregorian (last);
  gboolean whole_months = a.day == 1 && b.day == tarikh_base_days_in_month (b.year, b.month);
  if (value != NULL && g_str_has_prefix (value, "XXXX") && first != last)
    return word_between (style, &a, &b);
  char *text = word_value (style, &a, &b, last - first + 1, value);
  if (text != NULL)
    return text;
  if (is_coarse (value))
    return word_coarse_value (style, first, last, value);
  if (whole_months && a.month == 1 && b.month == 12)
    return word_years (style, &a, &b);
  return whole_months ? word_months (style, &a, &b)
                      : take_with_clock (style, word_days (style, &a, &b), first, last, value);
}

/* A Gregorian month or year is no Hijri month or year: its ends are worded as coarsely as it was told. */
static char *
word_hijri (const TarikhDateStyle *style, TarikhDay first, TarikhDay last)
{
  CivilDate a = hijri (first), b = hijri (last);
  gint n_days = last - first + 1;
  g_autofree char *text = n_days < 27    ? word_days (style, &a, &b)
                          : n_days < 300 ? word_months (style, &a, &b)
                                         : word_years (style, &a, &b);

  return fill (pattern_or (style, "date.hijri", "{a}"), 'a', text, TEMPLATE_END);
}

char *
tarikh_time_format_interval (const TarikhDateStyle *style, TarikhDay first, TarikhDay last, const char *value)
{
  if (first == TARIKH_DAY_NONE && last == TARIKH_DAY_NONE)
    return g_strdup ("");
  if (first == TARIKH_DAY_NONE || last == TARIKH_DAY_NONE) {
    TarikhDay known = first == TARIKH_DAY_NONE ? last : first;
    g_autofree char *day = tarikh_time_format_interval (style, known, known, NULL);
    return fill (pattern_or (style, first == TARIKH_DAY_NONE ? "until" : "since", "{a}"), 'a', day, TEMPLATE_END);
  }
  if (last < first)
    last = first;
  if (style->calendar == TARIKH_CALENDAR_HIJRI)
    return take_in_digits (style, word_hijri (style, first, last));

  char *text = word_gregorian (style, first, last, value);
  if (style->calendar == TARIKH_CALENDAR_BOTH) {
    g_autofree char *day = text, *other = word_hijri (style, first, last);
    text = g_strdup_printf ("%s (%s)", day, other);
  }
  return take_in_digits (style, text);
}

/* ---- elapsed time ---- */

/* The row for N of UNIT. The categories are those of CLDR for Arabic, the finest there are among our languages; where a
 * language's table lacks one, the next coarser serves ("two" → "few" → "many" → "other"). */
static void
plural_category (const TarikhDateStyle *style, const char *unit, gint n, char *key, gsize size)
{
  static const char *const categories[] = { "one", "two", "few", "many", "other" };
  gint at = n == 1 ? 0 : n == 2 ? 1 : n % 100 >= 3 && n % 100 <= 10 ? 2 : n % 100 >= 11 ? 3 : 4;

  for (; at < 5; at++) {
    g_snprintf (key, size, "elapsed.%s.%s", unit, categories[at]);
    if (*tarikh_time_get_message (style, key) != '\0')
      return;
  }
}

char *
tarikh_time_format_elapsed (const TarikhDateStyle *style, gint days)
{
  gint years = (gint) (days / 365.2425 + 0.5), months = (gint) (days / 30.436875 + 0.5);
  gboolean in_years = days >= 700 || ABS (days - 365) <= 12;
  const char *unit = in_years ? "year" : days >= 26 ? "month" : "day";
  gint n = in_years ? years : days >= 26 ? months : days;
  char key[48];

  plural_category (style, unit, n, key, sizeof key);
  g_autofree char *number = format_plain (n);
  return take_in_digits (style, fill (pattern_or (style, key, "{n}"), 'n', number, TEMPLATE_END));
}

/* ---- ticks ---- */

char *
tarikh_time_format_tick (const TarikhDateStyle *style, TarikhDay day, TarikhGrain grain, gboolean with_year)
{
  CivilDate date = style->calendar == TARIKH_CALENDAR_HIJRI ? hijri (day) : gregorian (day);

  if (grain >= TARIKH_GRAIN_YEAR)
    return take_in_digits (style, format_year (style, date.year));
  if (grain >= TARIKH_GRAIN_MONTH)
    return take_in_digits (style, with_year ? word_month (style, &date) : name_month (style, &date));
  return with_year ? take_in_digits (style, word_day (style, &date, FALSE))
                   : tarikh_time_format_number (style, date.day);
}
