/* layout/entry: words an event and sets it in its columns. Words come from the event and from time/format; nothing is
 * said here that they do not say. */
#include "layout/entry.h"

#include "layout/badge.h"
#include "layout/expression.h"

#include <math.h>
#include <string.h>

#define SOURCE_GAP_MM 1.6
#define LONGEST_DETAIL 600   /* bytes */
#define LEAST_NEW_WORDS 6    /* a detail that adds fewer is not worth its place; a date alone is three or four */
#define EYE_ABOVE_BASELINE 0.27 /* of the size: the middle of the letters, not of the line */

/* ---- from the event ---- */

/* A value that names one day at least as finely as a day ("2024-06-18", "…T21:30"), or none at all. */
static gboolean
is_day_value (const char *value)
{
  return value == NULL
         || (strlen (value) >= 10 && value[4] == '-' && value[7] == '-' && g_ascii_isdigit (value[5])
             && g_ascii_isdigit (value[8]));
}

/* A span lasts only where the text dates it so: what is dated by its context happened at some time within. */
static TarikhMarkKind
choose_kind (const TarikhChronicleEvent *event, TarikhDay first, TarikhDay last)
{
  if (last == first)
    return TARIKH_MARK_DAY;
  return event->dated_by != TARIKH_DATED_CONTEXT && is_day_value (event->value) ? TARIKH_MARK_SPAN : TARIKH_MARK_VAGUE;
}

/* One story needs no number. */
static GArray *
number_sources (const TarikhComposer *composer, const TarikhChronicleEvent *event)
{
  if (composer->citations.stories->len < 2)
    return g_array_new (FALSE, FALSE, sizeof (guint));
  return tarikh_layout_citations_number (&composer->citations, event);
}

/* EXPRESSION: what told its days, or NULL. */
static void
word_dates (TarikhEntry *entry, const TarikhDateStyle *style, const TarikhChronicleEvent *event, const char *expression)
{
  entry->date = tarikh_time_format_told (style, event->start, event->end, event->value, expression, &entry->second_date);
  if (event->approximate && *entry->date != '\0') {
    g_autofree char *date = entry->date;
    entry->date = tarikh_time_format_message (style, "about", date, NULL);
  }
  if (entry->planned && *entry->date != '\0') {
    g_autofree char *date = entry->date;
    entry->date = g_strdup_printf ("%s · %s", date, tarikh_time_get_message (style, "planned"));
  }
}

/* How many words of DETAIL the headline does not have: what it would add. */
static guint
count_new_words (const char *headline, const char *detail)
{
  g_auto (GStrv) words = g_strsplit_set (detail, " \n\t.,:;", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += *words[i] != '\0' && strstr (headline, words[i]) == NULL;
  return n;
}

static char *
join_mark (const char *mark, const char *headline)
{
  return g_strdup_printf ("%s · %s", mark, headline);
}

char *
tarikh_layout_entry_word_headline (const TarikhEntry *entry)
{
  return entry->mark != NULL ? join_mark (entry->mark, entry->headline) : g_strdup (entry->headline);
}

/* An event without a date has no place for a badge. */
static void
take_mark (TarikhEntry *entry, const TarikhChronicleEvent *event)
{
  entry->struck = event->struck;
  if (event->mark == NULL)
    return;
  if (*entry->date != '\0') {
    entry->mark = g_strdup (event->mark);
    return;
  }
  g_autofree char *headline = entry->headline;
  entry->headline = join_mark (event->mark, headline);
}

static TarikhEntry *
entry_new (const TarikhComposer *composer, const TarikhExpressions *expressions, guint index)
{
  const TarikhChronicleEvent *event = g_ptr_array_index (composer->chronology->events, index);
  TarikhEntry *entry = g_new0 (TarikhEntry, 1);
  const TarikhSource *source = event->sources->len > 0 ? g_ptr_array_index (event->sources, 0) : NULL;

  entry->event = (gint) index;
  entry->first = event->start != TARIKH_DAY_NONE ? event->start : event->end;
  entry->last = event->end != TARIKH_DAY_NONE ? MAX (event->end, entry->first) : entry->first;
  entry->kind = choose_kind (event, entry->first, entry->last);
  entry->planned = event->status == TARIKH_STATUS_PLANNED;
  entry->hollow = event->approximate || entry->planned || event->status == TARIKH_STATUS_HYPOTHETICAL;
  word_dates (entry, &composer->options->dates, event, tarikh_layout_expressions_find (expressions, event));
  entry->headline = g_strdup (event->headline != NULL ? event->headline : "");
  if (source != NULL && source->text != NULL && strlen (source->text) < LONGEST_DETAIL
      && count_new_words (entry->headline, source->text) >= LEAST_NEW_WORDS)
    entry->detail = g_strdup (source->text);
  take_mark (entry, event);
  entry->sources = number_sources (composer, event);
  entry->target = tarikh_layout_citations_find_target (&composer->citations, event);
  return entry;
}

static void
entry_unset (TarikhEntry *entry)
{
  g_clear_pointer (&entry->date_set, tarikh_layout_paragraph_free);
  g_clear_pointer (&entry->second_set, tarikh_layout_paragraph_free);
  g_clear_pointer (&entry->mark_set, tarikh_layout_paragraph_free);
  g_clear_pointer (&entry->headline_set, tarikh_layout_paragraph_free);
  g_clear_pointer (&entry->detail_set, tarikh_layout_paragraph_free);
  g_clear_pointer (&entry->source_sets, g_ptr_array_unref);
}

static void
entry_free (gpointer data)
{
  TarikhEntry *entry = data;

  entry_unset (entry);
  g_clear_pointer (&entry->sources, g_array_unref);
  g_free (entry->target);
  g_free (entry->date);
  g_free (entry->second_date);
  g_free (entry->mark);
  g_free (entry->headline);
  g_free (entry->detail);
  g_free (entry);
}

gboolean
tarikh_layout_entry_is_dated (const TarikhEntry *entry)
{
  return entry->first != TARIKH_DAY_NONE;
}

static TarikhColour
blend (TarikhColour a, TarikhColour b, double share_of_b)
{
  return (TarikhColour){ a.red + (b.red - a.red) * share_of_b, a.green + (b.green - a.green) * share_of_b,
                         a.blue + (b.blue - a.blue) * share_of_b, a.alpha };
}

TarikhColour
tarikh_layout_entry_get_colour (const TarikhEntry *entry, const TarikhStyle *style)
{
  TarikhColour colour = style->colours[entry->planned ? TARIKH_COLOUR_MARKER_PLANNED : TARIKH_COLOUR_MARKER];
  TarikhColour paper = style->colours[TARIKH_COLOUR_PAPER], pale = blend (colour, paper, 0.45);

  if (entry->kind != TARIKH_MARK_VAGUE || entry->last - entry->first < 364)
    return colour;
  return tarikh_style_contrast (pale, paper) >= 3 ? pale : blend (colour, paper, 0.25);
}

static gint
compare_entries (gconstpointer a, gconstpointer b)
{
  const TarikhEntry *one = *(TarikhEntry *const *) a, *other = *(TarikhEntry *const *) b;
  gboolean one_dated = tarikh_layout_entry_is_dated (one), other_dated = tarikh_layout_entry_is_dated (other);

  if (one_dated != other_dated)
    return one_dated ? -1 : 1;
  if (one->first != other->first)
    return one->first < other->first ? -1 : 1;
  return one->event < other->event ? -1 : one->event > other->event;
}

GPtrArray *
tarikh_layout_entries_new (const TarikhComposer *composer)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (TarikhExpressions) expressions = tarikh_layout_expressions_new (composer->chronology);

  for (guint i = 0; i < composer->chronology->events->len; i++)
    g_ptr_array_add (entries, entry_new (composer, expressions, i));
  g_ptr_array_sort (entries, compare_entries);
  return entries;
}

/* ---- set in columns ---- */

static void
free_paragraph (gpointer data)
{
  tarikh_layout_paragraph_free (data);
}

static double
height_of (const TarikhParagraph *paragraph)
{
  return paragraph != NULL ? paragraph->height_mm : 0;
}

static double
height_of_mark (const TarikhEntry *entry)
{
  return entry->mark_set != NULL ? tarikh_layout_badge_get_height (entry->mark_set) : 0;
}

static gboolean
set_texts (TarikhEntry *entry, const TarikhComposer *composer, const TarikhColumns *columns, GError **error)
{
  double date_mm = columns->date_mm > 0 ? columns->date_mm : columns->text_mm;

  if (*entry->date != '\0') {
    entry->date_set = tarikh_layout_composer_set (composer, TARIKH_TYPE_DATE, entry->date, date_mm, error);
    if (entry->date_set == NULL)
      return FALSE;
  }
  if (entry->second_date != NULL) {
    entry->second_set = tarikh_layout_composer_set (composer, TARIKH_TYPE_SOURCE, entry->second_date, date_mm, error);
    if (entry->second_set == NULL)
      return FALSE;
  }
  if (entry->mark != NULL) {
    entry->mark_set = tarikh_layout_badge_set (composer, entry->mark, date_mm, error);
    if (entry->mark_set == NULL)
      return FALSE;
  }
  if (columns->with_detail && entry->detail != NULL) {
    entry->detail_set = tarikh_layout_composer_set (composer, TARIKH_TYPE_DETAIL, entry->detail, columns->text_mm, error);
    if (entry->detail_set == NULL)
      return FALSE;
  }
  entry->headline_set
      = tarikh_layout_composer_set (composer, TARIKH_TYPE_HEADLINE, entry->headline, columns->text_mm, error);
  return entry->headline_set != NULL;
}

static double
measure_sources (const TarikhEntry *entry)
{
  double width = 0;

  for (guint i = 0; i < entry->source_sets->len; i++)
    width += ((TarikhParagraph *) g_ptr_array_index (entry->source_sets, i))->width_mm + SOURCE_GAP_MM;
  return width;
}

/* The numbers of the sources have a column of their own, or follow a date of one line, or stand below the date. Never
 * in the headline's box: whoever looks for overlaps by boxes must find none. */
static gboolean
set_sources (TarikhEntry *entry, const TarikhComposer *composer, const TarikhColumns *columns, GError **error)
{
  entry->source_sets = g_ptr_array_new_with_free_func (free_paragraph);
  for (guint i = 0; i < entry->sources->len; i++) {
    g_autofree char *number
        = tarikh_time_format_number (&composer->options->dates, g_array_index (entry->sources, guint, i));
    g_autofree char *text = g_strdup_printf ("[%s]", number);
    TarikhParagraph *set = tarikh_layout_composer_set (composer, TARIKH_TYPE_SOURCE, text, columns->text_mm, error);
    if (set == NULL)
      return FALSE;
    g_ptr_array_add (entry->source_sets, set);
  }
  double date = entry->date_set != NULL && entry->date_set->lines->len == 1 ? entry->date_set->width_mm : INFINITY;
  entry->source_below = date + measure_sources (entry) > columns->text_mm;
  return TRUE;
}

/* How many lines the numbers take in WIDTH_MM. */
static guint
count_source_lines (const TarikhEntry *entry, double width_mm)
{
  guint n = entry->source_sets->len > 0;
  double at = 0;

  for (guint i = 0; i < entry->source_sets->len; i++) {
    double width = ((TarikhParagraph *) g_ptr_array_index (entry->source_sets, i))->width_mm + SOURCE_GAP_MM;
    if (at > 0 && at + width - SOURCE_GAP_MM > width_mm) {
      n++;
      at = 0;
    }
    at += width;
  }
  return n;
}

static double
first_line_mm (const TarikhParagraph *paragraph)
{
  return paragraph != NULL ? paragraph->line_mm : 0;
}

/* Side by side, date and headline share their first baseline. */
static double
date_drop (const TarikhEntry *entry)
{
  return entry->date_set == NULL ? 0 : fmax (0, entry->headline_set->ascent_mm - entry->date_set->ascent_mm);
}

static double
headline_drop (const TarikhEntry *entry)
{
  return entry->date_set == NULL ? 0 : fmax (0, entry->date_set->ascent_mm - entry->headline_set->ascent_mm);
}

/* Height of the numbers' lines in a width; 0 when there are none. */
static double
height_of_sources (const TarikhEntry *entry, double width_mm)
{
  return entry->source_sets->len == 0 ? 0
                                      : count_source_lines (entry, width_mm)
                                            * first_line_mm (g_ptr_array_index (entry->source_sets, 0));
}

static void
measure_above (TarikhEntry *entry, const TarikhColumns *columns)
{
  double date = entry->date_set != NULL ? entry->date_set->width_mm : 0;
  double width = fmax (date, entry->headline_set->width_mm);

  width = fmax (width, entry->second_set != NULL ? entry->second_set->width_mm : 0);
  width = fmax (width, entry->detail_set != NULL ? entry->detail_set->width_mm : 0);
  width = fmax (width, entry->mark_set != NULL ? tarikh_layout_badge_get_width (entry->mark_set) : 0);
  if (entry->source_sets->len > 0)
    width = fmax (width, fmin (columns->text_mm, (entry->source_below ? 0 : date) + measure_sources (entry)));
  entry->width_mm = width;
  entry->height_mm = height_of (entry->date_set) + height_of (entry->second_set) + height_of_mark (entry)
                     + height_of (entry->headline_set) + height_of (entry->detail_set)
                     + (entry->source_below ? height_of_sources (entry, columns->text_mm) : 0);
}

gboolean
tarikh_layout_entry_set (TarikhEntry *entry, const TarikhComposer *composer, const TarikhColumns *columns,
                         GError **error)
{
  entry_unset (entry);
  if (!set_texts (entry, composer, columns, error) || !set_sources (entry, composer, columns, error))
    return FALSE;
  tarikh_layout_entry_measure (entry, columns);
  return TRUE;
}

TarikhEntry *
tarikh_layout_entry_split (TarikhEntry *entry, const TarikhColumns *columns, guint n_lines)
{
  TarikhEntry *rest = g_new0 (TarikhEntry, 1);

  *rest = (TarikhEntry){ .event = entry->event, .first = entry->first, .last = entry->last, .kind = entry->kind,
                         .hollow = entry->hollow, .planned = entry->planned, .continues = TRUE, .lane = entry->lane,
                         .struck = entry->struck,
                         .target = g_strdup (entry->target),
                         .date = g_strdup (""), .sources = g_array_new (FALSE, FALSE, sizeof (guint)),
                         .source_sets = g_ptr_array_new_with_free_func (free_paragraph) };
  rest->headline_set = tarikh_layout_paragraph_split (entry->headline_set, n_lines);
  rest->headline = g_strdup (rest->headline_set->text);
  rest->detail_set = g_steal_pointer (&entry->detail_set);
  tarikh_layout_entry_measure (entry, columns);
  tarikh_layout_entry_measure (rest, columns);
  return rest;
}

void
tarikh_layout_entry_measure (TarikhEntry *entry, const TarikhColumns *columns)
{
  const TarikhParagraph *first = entry->date_set != NULL ? entry->date_set : entry->headline_set;
  double baseline = columns->date_mm > 0 ? fmax (first->ascent_mm, entry->headline_set->ascent_mm) : first->ascent_mm;
  entry->eye_mm = baseline - first->font.size_pt * EYE_ABOVE_BASELINE * 25.4 / 72.0;
  measure_above (entry, columns);
  if (columns->date_mm > 0) {
    double date = height_of (entry->date_set) + height_of (entry->second_set) + height_of_mark (entry) + date_drop (entry);
    double text = height_of (entry->headline_set) + height_of (entry->detail_set) + headline_drop (entry);
    entry->height_mm = fmax (fmax (date, text), height_of_sources (entry, columns->source_mm) + 1);
  }
}

/* ---- on the page ---- */

/* Puts the numbers in a column from START_MM, WIDTH_MM wide, the first AT_MM into it; wraps. */
static void
put_sources (const TarikhEntry *entry, const TarikhComposer *composer, TarikhLayoutPage *page, double start_mm,
             double width_mm, double at_mm, double baseline_mm)
{
  for (guint i = 0; i < entry->source_sets->len; i++) {
    const TarikhParagraph *set = g_ptr_array_index (entry->source_sets, i);
    if (at_mm > 0 && at_mm + set->width_mm > width_mm) {
      baseline_mm += set->line_mm;
      at_mm = 0;
    }
    double from = composer->text_opposed ? start_mm + width_mm - at_mm - set->width_mm : start_mm + at_mm;
    TarikhFrame frame = { from, baseline_mm - set->ascent_mm, set->width_mm, TARIKH_ALIGN_START };
    TarikhLayoutItem *item = tarikh_layout_put_text (composer, page, TARIKH_ROLE_SOURCE, TARIKH_TYPE_SOURCE,
                                                     entry->event, set, &frame);
    item->href = g_strdup_printf ("#source-%u", g_array_index (entry->sources, guint, i));
    at_mm += set->width_mm + SOURCE_GAP_MM;
  }
}

/* Puts one part, when there is one, and moves FRAME below it. Returns what was put, borrowed. */
static TarikhLayoutItem *
put_part (const TarikhEntry *entry, const TarikhComposer *composer, TarikhLayoutPage *page, TarikhRole role,
          TarikhTypeRole type, const TarikhParagraph *set, TarikhFrame *frame)
{
  if (set == NULL)
    return NULL;
  TarikhLayoutItem *item = tarikh_layout_put_text (composer, page, role, type, entry->event, set, frame);
  frame->top_mm += set->height_mm;
  return item;
}

static void
put_dates (const TarikhEntry *entry, const TarikhComposer *composer, TarikhLayoutPage *page, TarikhFrame *frame)
{
  put_part (entry, composer, page, TARIKH_ROLE_DATE, TARIKH_TYPE_DATE, entry->date_set, frame);
  put_part (entry, composer, page, TARIKH_ROLE_DATE, TARIKH_TYPE_SOURCE, entry->second_set, frame);
  if (entry->mark_set == NULL)
    return;
  tarikh_layout_badge_put (composer, page, entry->event, entry->mark_set, frame);
  frame->top_mm += height_of_mark (entry);
}

static void
put_texts (const TarikhEntry *entry, const TarikhComposer *composer, TarikhLayoutPage *page, TarikhFrame *frame)
{
  TarikhLayoutItem *headline
      = put_part (entry, composer, page, TARIKH_ROLE_HEADLINE, TARIKH_TYPE_HEADLINE, entry->headline_set, frame);
  headline->href = g_strdup (entry->target);
  if (entry->struck)
    tarikh_layout_badge_strike (composer, page, headline);
  put_part (entry, composer, page, TARIKH_ROLE_DETAIL, TARIKH_TYPE_DETAIL, entry->detail_set, frame);
}

/* The numbers above the headline: behind the date or on lines of their own. */
static void
put_sources_above (const TarikhEntry *entry, const TarikhComposer *composer, const TarikhColumns *columns,
                   TarikhLayoutPage *page, double date_top, TarikhFrame *frame)
{
  if (entry->source_sets->len == 0)
    return;
  const TarikhParagraph *set = g_ptr_array_index (entry->source_sets, 0);
  if (!entry->source_below) {
    put_sources (entry, composer, page, frame->start_mm, columns->text_mm, entry->date_set->width_mm + SOURCE_GAP_MM,
                 date_top + entry->date_set->ascent_mm);
    return;
  }
  put_sources (entry, composer, page, frame->start_mm, columns->text_mm, 0, frame->top_mm + set->ascent_mm);
  frame->top_mm += height_of_sources (entry, columns->text_mm);
}

void
tarikh_layout_entry_put (const TarikhEntry *entry, const TarikhComposer *composer, const TarikhColumns *columns,
                         TarikhLayoutPage *page, double start_mm, double top_mm)
{
  if (columns->date_mm <= 0) {
    TarikhFrame frame = { start_mm, top_mm, columns->text_mm, TARIKH_ALIGN_START };
    put_dates (entry, composer, page, &frame);
    put_sources_above (entry, composer, columns, page, top_mm, &frame);
    put_texts (entry, composer, page, &frame);
    return;
  }
  TarikhFrame date = { start_mm, top_mm + date_drop (entry), columns->date_mm, TARIKH_ALIGN_START };
  TarikhFrame text = { start_mm + columns->date_mm + columns->gutter_mm, top_mm + headline_drop (entry),
                       columns->text_mm, TARIKH_ALIGN_START };
  double baseline = text.top_mm + entry->headline_set->ascent_mm;
  put_dates (entry, composer, page, &date);
  put_texts (entry, composer, page, &text);
  put_sources (entry, composer, page, text.start_mm + columns->text_mm + columns->gutter_mm, columns->source_mm, 0,
               baseline);
}

guint
tarikh_layout_entries_count_dated (GPtrArray *entries)
{
  guint n = 0;

  while (n < entries->len && tarikh_layout_entry_is_dated (g_ptr_array_index (entries, n)))
    n++;
  return n;
}
