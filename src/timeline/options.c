/* timeline/options: what every option's value may be: one row an option, one small reader a kind of value. */
#include "timeline/private.h"

#include "timeline/config.h"

#include <string.h>

/* ---- values ---- */

/* Digits only, LEAST..MOST. */
static gboolean
read_number (const char *value, guint64 least, guint64 most, guint64 *number)
{
  return g_ascii_isdigit (*value) && g_ascii_string_to_unsigned (value, 10, least, most, number, NULL);
}

/* *PLACE is where VALUE stands among the NULL-terminated WORDS. */
static gboolean
read_word (const char *const *words, const char *value, guint *place)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], value) == 0) {
      *place = i;
      return TRUE;
    }
  return FALSE;
}

gboolean
tarikh_timeline_parse_days (const char *value, TarikhInterval *days)
{
  gsize length = strlen (value);
  g_autofree char *whole = g_strconcat (value, length == 4 ? "-01-01" : length == 7 ? "-01" : "", NULL);
  TarikhDay day;

  if (!tarikh_base_day_parse_iso (whole, &day))
    return FALSE;
  TarikhDate date = tarikh_base_day_get_date (day);
  *days = length == 4   ? tarikh_base_interval_of_year (date.year)
          : length == 7 ? tarikh_base_interval_of_month (date.year, date.month)
                        : tarikh_base_interval_of_day (day);
  return TRUE;
}

static gboolean
set_string (char **string, const char *value)
{
  g_free (*string);
  *string = g_strdup (value);
  return TRUE;
}

/* ---- options ---- */

static gboolean
set_published (TarikhTimelineOptions *options, const char *value)
{
  return tarikh_story_parse_published (value, &options->published, &options->published_minute);
}

static gboolean
set_lang (TarikhTimelineOptions *options, const char *value)
{
  return tarikh_story_is_language_tag (value) && tarikh_lexicon_get (value) != NULL
         && set_string (&options->lang, value);
}

static gboolean
set_from (TarikhTimelineOptions *options, const char *value)
{
  TarikhInterval days;

  if (!tarikh_timeline_parse_days (value, &days) || (options->to != TARIKH_DAY_NONE && days.first > options->to))
    return FALSE;
  options->from = days.first;
  return TRUE;
}

static gboolean
set_to (TarikhTimelineOptions *options, const char *value)
{
  TarikhInterval days;

  if (!tarikh_timeline_parse_days (value, &days) || (options->from != TARIKH_DAY_NONE && days.last < options->from))
    return FALSE;
  options->to = days.last;
  return TRUE;
}

static gboolean
set_max_events (TarikhTimelineOptions *options, const char *value)
{
  guint64 number;

  if (!read_number (value, 1, G_MAXINT32, &number))
    return FALSE;
  options->max_events = (guint) number;
  return TRUE;
}

static gboolean
set_title (TarikhTimelineOptions *options, const char *value)
{
  return *value != '\0' && g_utf8_validate (value, -1, NULL) && set_string (&options->title, value);
}

static gboolean
set_calendar (TarikhTimelineOptions *options, const char *value)
{
  static const char *const words[] = {
    [TARIKH_CALENDAR_AUTO] = "auto", [TARIKH_CALENDAR_GREGORIAN] = "gregorian",
    [TARIKH_CALENDAR_HIJRI] = "hijri", [TARIKH_CALENDAR_BOTH] = "both", NULL
  };

  return read_word (words, value, &options->calendar);
}

static gboolean
set_digits (TarikhTimelineOptions *options, const char *value)
{
  static const char *const words[] = { [TARIKH_DIGITS_AUTO] = "auto",
                                       [TARIKH_DIGITS_LATN] = "latn",
                                       [TARIKH_DIGITS_ARAB] = "arab",
                                       [TARIKH_DIGITS_ARABEXT] = "arabext",
                                       NULL };

  return read_word (words, value, &options->digits);
}

static gboolean
set_months (TarikhTimelineOptions *options, const char *value)
{
  static const char *const words[] = { [TARIKH_MONTHS_AUTO] = "auto",
                                       [TARIKH_MONTHS_GREGORIAN] = "gregorian",
                                       [TARIKH_MONTHS_LEVANTINE] = "levantine",
                                       [TARIKH_MONTHS_MAGHREBI] = "maghrebi",
                                       [TARIKH_MONTHS_MOROCCAN] = "moroccan",
                                       [TARIKH_MONTHS_TWIN] = "twin",
                                       NULL };

  return read_word (words, value, &options->months);
}

static gboolean
set_style (TarikhTimelineOptions *options, const char *value)
{
  return *value != '\0' && set_string (&options->style, value);
}

static gboolean
set_layout (TarikhTimelineOptions *options, const char *value)
{
  static const char *const words[] = { [TARIKH_LAYOUT_AUTO] = "auto",
                                       [TARIKH_LAYOUT_HORIZONTAL] = "horizontal",
                                       [TARIKH_LAYOUT_VERTICAL] = "vertical",
                                       [TARIKH_LAYOUT_LIST] = "list",
                                       [TARIKH_LAYOUT_LANES] = "lanes",
                                       NULL };

  return read_word (words, value, &options->layout);
}

static gboolean
set_axis (TarikhTimelineOptions *options, const char *value)
{
  static const char *const words[]
      = { [TARIKH_AXIS_AUTO] = "auto", [TARIKH_AXIS_RTL] = "rtl", [TARIKH_AXIS_LTR] = "ltr", NULL };

  return read_word (words, value, &options->axis);
}

static gboolean
set_paper (TarikhTimelineOptions *options, const char *value)
{
  return tarikh_style_parse_paper (value, &options->page_width_mm, &options->page_height_mm);
}

/* A page for screens: so wide, as tall as its content. */
static gboolean
set_width (TarikhTimelineOptions *options, const char *value)
{
  if (!tarikh_style_parse_width (value, &options->page_width_mm))
    return FALSE;
  options->page_height_mm = 0;
  return TRUE;
}

static gboolean
set_orientation (TarikhTimelineOptions *options, const char *value)
{
  static const char *const words[] = { "portrait", "landscape", NULL };
  guint found;

  if (!read_word (words, value, &found))
    return FALSE;
  options->orientation = words[found];
  return TRUE;
}

static gboolean
set_dpi (TarikhTimelineOptions *options, const char *value)
{
  guint64 number;

  if (!read_number (value, 10, 1200, &number))
    return FALSE;
  options->dpi = (double) number;
  return TRUE;
}

static gboolean
set_text (TarikhTimelineOptions *options, const char *value)
{
  static const char *const words[]
      = { [TARIKH_DRAW_TEXT_OUTLINES] = "outlines", [TARIKH_DRAW_TEXT_LIVE] = "live", NULL };

  return read_word (words, value, &options->text);
}

static gboolean
set_allow_missing (TarikhTimelineOptions *options, const char *value)
{
  static const char *const words[] = { "no", "yes", NULL };
  guint found;

  if (!read_word (words, value, &found))
    return FALSE;
  options->allow_missing = found == 1;
  return TRUE;
}

static gboolean
set_styles_directory (TarikhTimelineOptions *options, const char *value)
{
  return *value != '\0' && set_string (&options->styles_directory, value);
}

/* The array always ends with NULL, as a string vector does. */
static gboolean
add_fonts (TarikhTimelineOptions *options, const char *value)
{
  if (*value == '\0')
    return FALSE;
  if (options->fonts == NULL) {
    options->fonts = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (options->fonts, NULL);
  }
  g_ptr_array_insert (options->fonts, (gint) options->fonts->len - 1, g_strdup (value));
  return TRUE;
}

static gboolean
set_source_date (TarikhTimelineOptions *options, const char *value)
{
  guint64 number;

  if (!read_number (value, 0, 253402300799 /* the end of 9999 */, &number))
    return FALSE;
  options->source_date = (gint64) number;
  return TRUE;
}

static const struct {
  const char *name;
  gboolean (*set) (TarikhTimelineOptions *options, const char *value); /* FALSE: not such a value; nothing changed */
  const char *expected;
} rows[] = {
  { "published", set_published, "a date like 2024-06-20 or 2024-06-20T14:30" },
  { "lang", set_lang, "the tag of a language there are tables for, like ar or en" },
  { "from", set_from, "a date like 2024, 2024-06 or 2024-06-20, not after \"to\"" },
  { "to", set_to, "a date like 2024, 2024-06 or 2024-06-20, not before \"from\"" },
  { "max-events", set_max_events, "a number from 1" },
  { "title", set_title, "a title in UTF-8" },
  { "calendar", set_calendar, "auto, gregorian, hijri or both" },
  { "digits", set_digits, "auto, latn, arab or arabext" },
  { "months", set_months, "auto, gregorian, levantine, maghrebi, moroccan or twin" },
  { "style", set_style, "the name of a style or a file" },
  { "layout", set_layout, "auto, horizontal, vertical, list or lanes" },
  { "axis-dir", set_axis, "auto, rtl or ltr" },
  { "paper", set_paper, "A3, A4, A5, letter or a size like 210x297mm, 40 to 5000 mm a side" },
  { "width", set_width, "a number of CSS pixels from 152 to 18897" },
  { "orientation", set_orientation, "portrait or landscape" },
  { "dpi", set_dpi, "a number from 10 to 1200" },
  { "text", set_text, "outlines or live" },
  { "allow-missing", set_allow_missing, "yes or no" },
  { "styles-directory", set_styles_directory, "a directory" },
  { "fonts", add_fonts, "a directory" },
  { "source-date", set_source_date, "a number of seconds since 1970" },
};

gboolean
tarikh_timeline_options_set (TarikhTimelineOptions *options, const char *name, const char *value, GError **error)
{
  g_return_val_if_fail (options != NULL && name != NULL && value != NULL, FALSE);

  const char *expected = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (rows) && expected == NULL; i++)
    if (strcmp (rows[i].name, name) == 0) {
      if (rows[i].set (options, value))
        return TRUE;
      expected = rows[i].expected;
    }
  if (expected == NULL)
    g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_USAGE, "%s: no such option", name);
  else
    g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_USAGE, "%s: not %s: \"%s\"", name, expected, value);
  return FALSE;
}

TarikhDrawOptions
tarikh_timeline_get_draw_options (const TarikhTimeline *timeline)
{
  const TarikhTimelineOptions *options = timeline->options;

  return (TarikhDrawOptions){
    .dpi = options->dpi, .source_date = options->source_date, .text = options->text, .style = timeline->style
  };
}

TarikhTimelineOptions *
tarikh_timeline_options_new (void)
{
  TarikhTimelineOptions *options = g_new0 (TarikhTimelineOptions, 1);

  options->published = options->from = options->to = TARIKH_DAY_NONE;
  options->published_minute = -1;
  options->style = g_strdup ("briefing");
  options->styles_directory = g_strdup (TARIKH_STYLES_DIRECTORY);
  options->source_date = -1;
  return options;
}

void
tarikh_timeline_options_free (TarikhTimelineOptions *options)
{
  if (options == NULL)
    return;
  g_free (options->lang);
  g_free (options->title);
  g_free (options->style);
  g_free (options->styles_directory);
  g_clear_pointer (&options->fonts, g_ptr_array_unref);
  g_free (options);
}
