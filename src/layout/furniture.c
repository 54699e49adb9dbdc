/* layout/furniture: heads and feet of pages. */
#include "layout/furniture.h"

#include <math.h>
#include <string.h>

#include "layout/legend.h"

#define RULE_WIDTH_MM 14.0
#define RULE_HEIGHT_MM 1.2
#define HEAD_GAP_MM 7.0
#define LEGEND_GAP_MM 1.6
#define FOOT_GAP_MM 3.0
#define MOST_TITLE 0.3       /* of a page's height; a longer title is set smaller */
#define LEAN_TITLE 0.24      /* of a small page's */
#define LEAN_GAP_MM 2.0
#define LEAST_OVERVIEW_MM 3.0
#define OVERVIEW_STROKE_MM 0.7 /* from one stroke of the overview to the next, at least */
#define EN_DASH 0x2013
#define LEAST_TITLE_WORDS 5 /* a headline that serves as title says who did what */
#define MOST_TITLE_WORDS 12

static double
text_width (const TarikhComposer *composer)
{
  return composer->width_mm - 2 * composer->margin_mm;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *copy = g_strdup (text != NULL ? text : "");

  return *g_strstrip (copy) == '\0';
}

/* The headline of the event that matters most, when it says enough to stand over the page; NULL otherwise. Borrowed. */
static const char *
find_main_headline (const TarikhChronology *chronology)
{
  const TarikhChronicleEvent *best = NULL;
  guint n_words = 1;

  for (guint i = 0; i < chronology->events->len; i++) {
    const TarikhChronicleEvent *event = g_ptr_array_index (chronology->events, i);
    if (event->headline != NULL && (best == NULL || event->salience > best->salience))
      best = event;
  }
  for (const char *p = best != NULL ? best->headline : ""; *p != '\0'; p++)
    n_words += *p == ' ';
  return n_words >= LEAST_TITLE_WORDS && n_words <= MOST_TITLE_WORDS ? best->headline : NULL;
}

/* One story lends its title, or its main headline; several stories have none in common. */
char *
tarikh_layout_furniture_find_title (const TarikhComposer *composer)
{
  const TarikhChronology *chronology = composer->chronology;
  const TarikhChronicleStory *story
      = chronology->stories->len == 1 ? g_ptr_array_index (chronology->stories, 0) : NULL;
  const char *headline = story != NULL ? find_main_headline (chronology) : NULL;

  if (!is_blank (composer->options->title))
    return g_strdup (composer->options->title);
  if (story != NULL && !is_blank (story->title))
    return g_strdup (story->title);
  if (headline != NULL)
    return g_strdup (headline);
  return g_strdup (tarikh_time_get_message (&composer->options->dates, "title"));
}

/* The first (or last) end of ENTRY's date in words: the whole date, unless that is itself a range. (transfer full) */
static char *
word_end (const TarikhComposer *composer, const TarikhDateStyle *dates, const TarikhEntry *entry, gboolean last)
{
  const TarikhChronicleEvent *event = g_ptr_array_index (composer->chronology->events, entry->event);
  g_autofree char *text = tarikh_time_format_interval (dates, entry->first, entry->last, event->value);

  if (g_utf8_strchr (text, -1, EN_DASH) == NULL)
    return g_steal_pointer (&text);
  TarikhDate a = tarikh_base_day_get_date (entry->first), b = tarikh_base_day_get_date (entry->last), d = last ? b : a;
  gboolean months = a.day == 1 && b.day == tarikh_base_days_in_month (b.year, b.month);
  TarikhInterval end = months ? tarikh_base_interval_of_month (d.year, d.month)
                              : tarikh_base_interval_of_day (last ? entry->last : entry->first);
  return tarikh_time_format_interval (dates, end.first, end.last, NULL);
}

/* "first date – last date" of ENTRIES first..end; "" when none is dated. (transfer full) */
static char *
word_span (const TarikhComposer *composer, GPtrArray *entries, guint first, guint end)
{
  const TarikhEntry *one = NULL, *last = NULL;

  for (guint i = first; i < end; i++) {
    const TarikhEntry *entry = g_ptr_array_index (entries, i);
    if (!tarikh_layout_entry_is_dated (entry))
      break;
    one = one == NULL ? entry : one;
    last = last == NULL || entry->last >= last->last ? entry : last;
  }
  if (one == NULL)
    return g_strdup ("");
  TarikhDateStyle dates = composer->options->dates;
  if (dates.calendar == TARIKH_CALENDAR_BOTH)
    dates.calendar = TARIKH_CALENDAR_GREGORIAN;
  if (one == last) {
    const TarikhChronicleEvent *event = g_ptr_array_index (composer->chronology->events, one->event);
    return tarikh_time_format_interval (&dates, one->first, one->last, event->value);
  }
  g_autofree char *from = word_end (composer, &dates, one, FALSE), *to = word_end (composer, &dates, last, TRUE);
  if (g_strcmp0 (from, to) == 0)
    return g_steal_pointer (&from);
  return tarikh_time_format_message (&dates, "deck", from, to);
}

/* "first year – last year". (transfer full) */
static char *
word_years (const TarikhComposer *composer, GPtrArray *entries, guint first, guint end)
{
  const TarikhDateStyle *dates = &composer->options->dates;
  TarikhDay low = TARIKH_DAY_NONE, high = TARIKH_DAY_NONE;

  for (guint i = first; i < end; i++) {
    const TarikhEntry *entry = g_ptr_array_index (entries, i);
    if (!tarikh_layout_entry_is_dated (entry))
      break;
    low = low == TARIKH_DAY_NONE ? entry->first : MIN (low, entry->first);
    high = high == TARIKH_DAY_NONE ? entry->last : MAX (high, entry->last);
  }
  if (low == TARIKH_DAY_NONE)
    return g_strdup ("");
  g_autofree char *from = tarikh_time_format_tick (dates, low, TARIKH_GRAIN_YEAR, FALSE);
  g_autofree char *to = tarikh_time_format_tick (dates, high, TARIKH_GRAIN_YEAR, FALSE);
  return strcmp (from, to) == 0 ? g_steal_pointer (&from) : tarikh_time_format_message (dates, "deck", from, to);
}

/* Sets TEXT in TYPE across the page at *TOP_MM, which moves below it. */
static gboolean
put_across (const TarikhComposer *composer, TarikhLayoutPage *page, TarikhRole role, TarikhTypeRole type,
            const char *text, double *top_mm, GError **error)
{
  g_autoptr (TarikhParagraph) set = tarikh_layout_composer_set (composer, type, text, text_width (composer), error);
  TarikhFrame frame = { composer->margin_mm, *top_mm, text_width (composer), TARIKH_ALIGN_START };

  if (set == NULL)
    return FALSE;
  tarikh_layout_put_text (composer, page, role, type, -1, set, &frame);
  *top_mm += set->height_mm;
  return TRUE;
}

/* Puts TEXT, or SHORTER (which may be "") when it takes more than MOST lines, so that the head of every page is equally
 * tall. */
static gboolean
put_in_lines (const TarikhComposer *composer, TarikhLayoutPage *page, TarikhRole role, TarikhTypeRole type,
              const char *text, const char *shorter, guint most, double *top_mm, GError **error)
{
  g_autoptr (TarikhParagraph) set = tarikh_layout_composer_set (composer, type, text, text_width (composer), error);

  if (set == NULL)
    return FALSE;
  if (set->lines->len > most)
    text = shorter;
  return *text == '\0' || put_across (composer, page, role, type, text, top_mm, error);
}

/* Sets a title in its own size, or as small as it must be to leave the page to the timeline. */
static TarikhParagraph *
set_title (const TarikhComposer *composer, const char *text, GError **error)
{
  const TarikhStyle *style = composer->style;
  TarikhFont font = tarikh_layout_composer_get_font (composer, TARIKH_TYPE_TITLE);
  double most = composer->height_mm > 0 ? composer->height_mm * (composer->lean ? LEAN_TITLE : MOST_TITLE) : INFINITY;

  for (;;) {
    g_autoptr (TarikhParagraph) set
        = tarikh_layout_paragraph_new (composer->measure, &font, style->types[TARIKH_TYPE_TITLE].leading, text,
                                       text_width (composer), error);
    if (set == NULL || set->height_mm <= most)
      return g_steal_pointer (&set);
    if (font.size_pt <= style->minimum_pt && set->height_mm <= 2 * most)
      return g_steal_pointer (&set);
    if (font.size_pt <= style->minimum_pt)
      break;
    font.size_pt = fmax (style->minimum_pt, font.size_pt * 0.9);
  }
  g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_USAGE, "a page of %.0fx%.0f mm is too small for its title",
               composer->width_mm, composer->height_mm);
  return NULL;
}

static gboolean
put_title (const TarikhComposer *composer, TarikhLayoutPage *page, double *top_mm, GError **error)
{
  g_autofree char *title = tarikh_layout_furniture_find_title (composer);
  g_autoptr (TarikhParagraph) set = set_title (composer, title, error);
  TarikhFrame frame = { composer->margin_mm, *top_mm, text_width (composer), TARIKH_ALIGN_START };

  if (set == NULL)
    return FALSE;
  tarikh_layout_put_text (composer, page, TARIKH_ROLE_TITLE, TARIKH_TYPE_TITLE, -1, set, &frame);
  *top_mm += set->height_mm;
  return TRUE;
}

/* The short bar over a title: the house's mark. */
static void
put_bar (const TarikhComposer *composer, TarikhLayoutPage *page)
{
  double start = composer->text_opposed ? composer->width_mm - composer->margin_mm - RULE_WIDTH_MM : composer->margin_mm;
  TarikhBox box = { start, composer->margin_mm, RULE_WIDTH_MM, RULE_HEIGHT_MM };

  tarikh_layout_put_box (page, TARIKH_ROLE_BAND, TARIKH_SHAPE_RECT, -1, &box,
                         composer->style->colours[TARIKH_COLOUR_MARKER]);
}

/* First and last day of ENTRIES first..end that are dated; FALSE when none is. */
static gboolean
find_days (GPtrArray *entries, guint first, guint end, double *low, double *high)
{
  *low = INFINITY;
  *high = -INFINITY;
  for (guint i = first; i < end; i++) {
    const TarikhEntry *entry = g_ptr_array_index (entries, i);
    if (!tarikh_layout_entry_is_dated (entry))
      break;
    *low = fmin (*low, entry->first);
    *high = fmax (*high, entry->last);
  }
  return *low <= *high;
}

/* A stroke on the rail for every event, as far as strokes can be told apart. */
static void
put_overview_strokes (const TarikhComposer *composer, TarikhLayoutPage *page, GPtrArray *entries, double low, double unit)
{
  const TarikhStyle *style = composer->style;
  double free_mm = -1, top = composer->margin_mm + RULE_HEIGHT_MM / 2;

  for (guint i = 0; i < entries->len; i++) {
    const TarikhEntry *entry = g_ptr_array_index (entries, i);
    if (!tarikh_layout_entry_is_dated (entry))
      break;
    double at = (entry->first - low) * unit;
    if (at < free_mm)
      continue;
    free_mm = at + OVERVIEW_STROKE_MM;
    TarikhPoint stroke[] = { { composer->margin_mm + at, top }, { composer->margin_mm + at, top + RULE_HEIGHT_MM } };
    tarikh_layout_put_line (page, TARIKH_ROLE_BAND, TARIKH_SHAPE_LINE, -1, stroke, 2, style->leader_mm,
                            style->colours[TARIKH_COLOUR_LEADER]);
  }
}

/* In place of the bar: a rail for the whole of the time, true to scale, with its events and this page's part of it in
 * bold. */
static void
put_overview (const TarikhComposer *composer, TarikhLayoutPage *page, GPtrArray *entries, guint first, guint end)
{
  const TarikhStyle *style = composer->style;
  double low, high, from, to, width = text_width (composer), y = composer->margin_mm + RULE_HEIGHT_MM / 2;
  TarikhPoint rail[] = { { composer->margin_mm, y }, { composer->margin_mm + width, y } };

  if (!find_days (entries, 0, entries->len, &low, &high) || !find_days (entries, first, end, &from, &to))
    return;
  tarikh_layout_put_line (page, TARIKH_ROLE_BAND, TARIKH_SHAPE_LINE, -1, rail, 2, style->leader_mm,
                          style->colours[TARIKH_COLOUR_LEADER]);
  double unit = high > low ? width / (high - low) : 0;
  put_overview_strokes (composer, page, entries, low, unit);
  double length = fmin (width, fmax (LEAST_OVERVIEW_MM, (to - from) * unit));
  double start = fmin ((from - low) * unit, width - length);
  TarikhBox box = { composer->margin_mm + start, composer->margin_mm, length, RULE_HEIGHT_MM };
  tarikh_layout_put_box (page, TARIKH_ROLE_BAND, TARIKH_SHAPE_RECT, -1, &box, style->colours[TARIKH_COLOUR_MARKER]);
}

gboolean
tarikh_layout_furniture_put_head (const TarikhComposer *composer, TarikhLayoutPage *page, GPtrArray *entries,
                                  double *bottom_mm, GError **error)
{
  g_autofree char *deck = word_span (composer, entries, 0, entries->len);

  *bottom_mm = composer->margin_mm;
  if (composer->lean) {
    gboolean done = put_title (composer, page, bottom_mm, error)
                    && tarikh_layout_legend_put (composer, page, entries, bottom_mm, error);
    *bottom_mm += LEAN_GAP_MM;
    return done;
  }
  put_bar (composer, page);
  *bottom_mm += RULE_HEIGHT_MM + 1.0;
  if (!put_title (composer, page, bottom_mm, error))
    return FALSE;
  if (*deck != '\0'
      && !put_across (composer, page, TARIKH_ROLE_DETAIL, TARIKH_TYPE_DECK, deck, bottom_mm, error))
    return FALSE;
  *bottom_mm += LEGEND_GAP_MM;
  if (!tarikh_layout_legend_put (composer, page, entries, bottom_mm, error))
    return FALSE;
  *bottom_mm += composer->height_mm > 0 ? HEAD_GAP_MM : HEAD_GAP_MM * 0.6;
  return TRUE;
}

gboolean
tarikh_layout_furniture_put_running_head (const TarikhComposer *composer, TarikhLayoutPage *page, GPtrArray *entries,
                                          guint first, guint end, double *bottom_mm, GError **error)
{
  g_autofree char *title = tarikh_layout_furniture_find_title (composer);
  g_autofree char *again = tarikh_time_format_message (&composer->options->dates, "continued", title, NULL);
  g_autofree char *span = word_span (composer, entries, first, end);
  g_autofree char *years = word_years (composer, entries, first, end);

  *bottom_mm = composer->margin_mm;
  if (composer->lean)
    return TRUE;
  put_overview (composer, page, entries, first, end);
  *bottom_mm += 1.5 * RULE_HEIGHT_MM + 1.0;
  if (!put_in_lines (composer, page, TARIKH_ROLE_TITLE, TARIKH_TYPE_DECK, again, "", 2, bottom_mm, error)
      || !put_in_lines (composer, page, TARIKH_ROLE_DETAIL, TARIKH_TYPE_FURNITURE, span, years, 1, bottom_mm, error))
    return FALSE;
  *bottom_mm += HEAD_GAP_MM * 0.6;
  return TRUE;
}

gboolean
tarikh_layout_furniture_measure_running_head (TarikhComposer *composer, GPtrArray *entries, double *bottom_mm,
                                              GError **error)
{
  TarikhLayoutPage *page = tarikh_layout_composer_add_page (composer); /* thrown away again */
  gboolean done
      = tarikh_layout_furniture_put_running_head (composer, page, entries, 0, entries->len, bottom_mm, error);

  g_ptr_array_set_size (composer->layout->pages, composer->layout->pages->len - 1);
  return done;
}

gboolean
tarikh_layout_furniture_put_tail_head (const TarikhComposer *composer, TarikhLayoutPage *page, double *bottom_mm,
                                       GError **error)
{
  g_autofree char *title = tarikh_layout_furniture_find_title (composer);
  g_autofree char *again = tarikh_time_format_message (&composer->options->dates, "continued", title, NULL);

  *bottom_mm = composer->margin_mm;
  if (composer->lean)
    return TRUE;
  *bottom_mm += 1.5 * RULE_HEIGHT_MM + 1.0;
  if (!put_in_lines (composer, page, TARIKH_ROLE_TITLE, TARIKH_TYPE_DECK, again, "", 2, bottom_mm, error))
    return FALSE;
  *bottom_mm += HEAD_GAP_MM;
  return TRUE;
}

gboolean
tarikh_layout_furniture_measure_tail_head (TarikhComposer *composer, double *bottom_mm, GError **error)
{
  TarikhLayoutPage *page = tarikh_layout_composer_add_page (composer); /* thrown away again */
  gboolean done = tarikh_layout_furniture_put_tail_head (composer, page, bottom_mm, error);

  g_ptr_array_set_size (composer->layout->pages, composer->layout->pages->len - 1);
  return done;
}

/* ---- feet ---- */

double
tarikh_layout_furniture_get_foot_mm (const TarikhComposer *composer)
{
  const TarikhTypeStyle *type = &composer->style->types[TARIKH_TYPE_FURNITURE];

  return type->size_pt * 1.75 * type->leading * 25.4 / 72.0 + (composer->lean ? FOOT_GAP_MM / 3 : FOOT_GAP_MM);
}

/* The day that the page speaks for: as told, else the newest publication date. */
static TarikhDay
find_as_of (const TarikhComposer *composer)
{
  TarikhDay newest = composer->options->as_of;

  if (newest != TARIKH_DAY_NONE)
    return newest;
  for (guint i = 0; i < composer->chronology->stories->len; i++) {
    const TarikhChronicleStory *story = g_ptr_array_index (composer->chronology->stories, i);
    if (story->published != TARIKH_DAY_NONE && (newest == TARIKH_DAY_NONE || story->published > newest))
      newest = story->published;
  }
  return newest;
}

/* Puts TEXT on the foot line, aligned at its start or end. */
static gboolean
put_at_foot (const TarikhComposer *composer, TarikhLayoutPage *page, TarikhRole role, const char *text,
             TarikhAlign align, GError **error)
{
  double width = composer->lean ? text_width (composer) : text_width (composer) / 2 - 1;
  g_autoptr (TarikhParagraph) set = tarikh_layout_composer_set (composer, TARIKH_TYPE_FURNITURE, text, width, error);

  if (set == NULL)
    return FALSE;
  gboolean at_end = (align == TARIKH_ALIGN_END) != composer->text_opposed;
  TarikhFrame frame = { at_end ? composer->margin_mm + text_width (composer) - width : composer->margin_mm,
                        page->height_mm - composer->margin_mm - set->height_mm, width, align };
  tarikh_layout_put_text (composer, page, role, TARIKH_TYPE_FURNITURE, -1, set, &frame);
  return TRUE;
}

static void
put_foot_rule (const TarikhComposer *composer, TarikhLayoutPage *page)
{
  double y = page->height_mm - composer->margin_mm - tarikh_layout_furniture_get_foot_mm (composer) + FOOT_GAP_MM / 2;
  TarikhPoint points[] = { { composer->margin_mm, y }, { composer->width_mm - composer->margin_mm, y } };

  tarikh_layout_put_line (page, TARIKH_ROLE_BAND, TARIKH_SHAPE_LINE, -1, points, 2, composer->style->leader_mm,
                          composer->style->colours[TARIKH_COLOUR_LEADER]);
}

gboolean
tarikh_layout_furniture_put_feet (const TarikhComposer *composer, GError **error)
{
  const TarikhDateStyle *dates = &composer->options->dates;
  GPtrArray *pages = composer->layout->pages;
  TarikhDay as_of = find_as_of (composer);
  g_autofree char *day = tarikh_time_format_interval (dates, as_of, as_of, NULL);
  g_autofree char *as_of_text = tarikh_time_format_message (dates, "as-of", day, NULL);
  g_autofree char *total = tarikh_time_format_number (dates, pages->len);

  for (guint i = 0; i < pages->len; i++) {
    TarikhLayoutPage *page = g_ptr_array_index (pages, i);
    g_autofree char *number = tarikh_time_format_number (dates, i + 1);
    g_autofree char *page_text = tarikh_time_format_message (dates, "page", number, total);
    if (as_of == TARIKH_DAY_NONE && pages->len == 1 && composer->height_mm <= 0)
      continue;
    if (!composer->lean)
      put_foot_rule (composer, page);
    if (as_of != TARIKH_DAY_NONE && !composer->lean
        && !put_at_foot (composer, page, TARIKH_ROLE_LEGEND, as_of_text, TARIKH_ALIGN_START, error))
      return FALSE;
    if ((pages->len > 1 || composer->height_mm > 0)
        && !put_at_foot (composer, page, TARIKH_ROLE_PAGE_NUMBER, page_text, TARIKH_ALIGN_END, error))
      return FALSE;
  }
  return TRUE;
}
