/* time/coarse: what a TIMEX value says beside its days: seasons, quarters, halves, decades, centuries, and the parts of a
 * month or year ("early March"), where the days are our reckoning and not the text's. */
#include "time/wording.h"

#include <string.h>

/* ---- seasons, quarters, halves, centuries ---- */

static char *
word_season (const TarikhDateStyle *style, const CivilDate *a, const CivilDate *b, const char *name)
{
  g_autofree char *first = tarikh_time_word_year_number (style, a->year);
  g_autofree char *last = tarikh_time_word_year_number (style, b->year);

  return a->year == b->year
             ? tarikh_time_fill (tarikh_time_get_pattern (style, "date.season", "{s} {y}"), 's', name, 'y', first,
                                 TARIKH_TEMPLATE_END)
             : tarikh_time_fill (tarikh_time_get_pattern (style, "date.seasons", "{s} {a}–{b}"), 's', name, 'a', first, 'b',
                                 last, TARIKH_TEMPLATE_END);
}

/* The century of that number, by name or by number. */
static char *
word_century (const TarikhDateStyle *style, gint century)
{
  g_autofree char *number = tarikh_time_format_plain (century);
  const char *name = tarikh_time_find_name (style, "century", number);

  return *name != '\0'
             ? g_strdup (name)
             : tarikh_time_fill (tarikh_time_get_pattern (style, "date.century", "{a}"), 'a', number, TARIKH_TEMPLATE_END);
}

char *
tarikh_time_word_period (const TarikhDateStyle *style, TarikhDay first, TarikhDay last, const char *value)
{
  CivilDate a = tarikh_time_civil_gregorian (first), b = tarikh_time_civil_gregorian (last);
  gsize length = value != NULL ? strlen (value) : 0;

  if (length == 2 && g_ascii_isdigit (value[0]) && g_ascii_isdigit (value[1]) && last - first >= 36000)
    return word_century (style, (gint) g_ascii_strtoll (value, NULL, 10) + 1);
  if (length != 7 || value[4] != '-')
    return NULL;

  const char *season = tarikh_time_find_name (style, "season", value + 5);
  if (*season != '\0')
    return last - first < 100 ? word_season (style, &a, &b, season) : NULL;
  const char *part = value[5] == 'Q'   ? tarikh_time_find_name (style, "quarter", value + 6)
                     : value[5] == 'H' ? tarikh_time_find_name (style, "half", value + 6)
                                       : "";
  if (*part == '\0' || a.year != b.year)
    return NULL;
  g_autofree char *year = tarikh_time_word_year_number (style, a.year);
  return tarikh_time_fill (tarikh_time_get_pattern (style, "date.part", "{s} {y}"), 's', part, 'y', year,
                           TARIKH_TEMPLATE_END);
}

/* ---- parts of months, years and decades ---- */

gboolean
tarikh_time_value_is_coarse (const char *value)
{
  gsize length = value != NULL ? strlen (value) : 0;
  gboolean day = length >= 10 && value[4] == '-' && value[7] == '-' && g_ascii_isdigit (value[8]);

  return length > 0 && !day && strstr (value, "-W") == NULL;
}

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

/* Decades of the twentieth century go by their name alone, older ones with their century, ours by their years. */
static char *
word_decade (const TarikhDateStyle *style, const CivilDate *a, const CivilDate *b)
{
  char key[16];
  g_snprintf (key, sizeof key, "%d", a->year % 100);
  const char *name = a->year / 100 == 19 ? tarikh_time_find_name (style, "decade", key) : "";
  const char *bare = a->year > 0 && a->year < 1900 ? tarikh_time_find_name (style, "decade-of", key) : "";

  if (*name != '\0')
    return g_strdup (name);
  if (*bare == '\0')
    return tarikh_time_word_years (style, a, b);
  g_autofree char *century = word_century (style, a->year / 100 + 1);
  return tarikh_time_fill (bare, 'c', century, 'y', key, TARIKH_TEMPLATE_END);
}

static char *
word_extent (const TarikhDateStyle *style, const TarikhInterval *extent)
{
  CivilDate a = tarikh_time_civil_gregorian (extent->first), b = tarikh_time_civil_gregorian (extent->last);

  if (extent->grain == TARIKH_GRAIN_MONTH)
    return tarikh_time_word_month (style, &a);
  return extent->grain == TARIKH_GRAIN_YEAR ? tarikh_time_word_year (style, &a) : word_decade (style, &a, &b);
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
word_touched (const TarikhDateStyle *style, TarikhDay first, TarikhDay last)
{
  CivilDate a = tarikh_time_civil_gregorian (first), b = tarikh_time_civil_gregorian (last);
  gboolean years = a.month == 1 && a.day == 1 && b.month == 12 && b.day == 31;

  return years || last - first >= 4 * 366 ? tarikh_time_word_years (style, &a, &b)
                                          : tarikh_time_word_months (style, &a, &b);
}

/* Takes WHOLE. */
static char *
take_part (const TarikhDateStyle *style, const char *part, char *whole)
{
  char *text = tarikh_time_fill (tarikh_time_get_pattern (style, part, "{a}"), 'a', whole, TARIKH_TEMPLATE_END);

  g_free (whole);
  return text;
}

char *
tarikh_time_word_coarsely (const TarikhDateStyle *style, TarikhDay first, TarikhDay last, const char *value)
{
  TarikhInterval extent = read_extent (value);

  if (!tarikh_base_interval_is_known (extent))
    return word_touched (style, first, last);
  if (extent.first == first && extent.last == last)
    return word_extent (style, &extent);
  const char *part = find_part (&extent, first, last);
  return part != NULL ? take_part (style, part, word_extent (style, &extent)) : word_touched (style, first, last);
}

/* A month or year of the one calendar is none of the other: what does not lie in one month is told by those it touches. */
char *
tarikh_time_word_hijri_coarsely (const TarikhDateStyle *style, TarikhDay first, TarikhDay last)
{
  CivilDate a = tarikh_time_civil_hijri (first), b = tarikh_time_civil_hijri (last);

  if (a.year != b.year || a.month != b.month)
    return last - first < 300 ? tarikh_time_word_months (style, &a, &b) : tarikh_time_word_years (style, &a, &b);
  gboolean to_end = tarikh_time_civil_hijri (last + 1).day == 1;
  const char *part = a.day == 1 ? "part.start" : to_end ? "part.end" : "part.mid";
  return take_part (style, part, tarikh_time_word_month (style, &a));
}
