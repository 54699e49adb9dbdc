/* layout/layout: chooses the kind of layout, has it composed, and turns the pages to the script's side. */
#include "layout/layout.h"

#include <math.h>
#include <string.h>

#include "layout/choose.h"
#include "layout/composer.h"
#include "layout/entry.h"
#include "layout/furniture.h"
#include "layout/horizontal.h"
#include "layout/lanes.h"
#include "layout/list.h"
#include "layout/mirror.h"
#include "layout/text.h"
#include "layout/vertical.h"

#define LEAN_MM 90.0 /* a page with a side shorter than this has no room for furniture */

static const char *const role_names[] = {
  [TARIKH_ROLE_TITLE] = "title",   [TARIKH_ROLE_DATE] = "date",     [TARIKH_ROLE_HEADLINE] = "headline",
  [TARIKH_ROLE_DETAIL] = "detail", [TARIKH_ROLE_SOURCE] = "source", [TARIKH_ROLE_MARKER] = "marker",
  [TARIKH_ROLE_LEADER] = "leader", [TARIKH_ROLE_AXIS] = "axis",     [TARIKH_ROLE_TICK] = "tick",
  [TARIKH_ROLE_TICK_LABEL] = "tick-label", [TARIKH_ROLE_GAP] = "gap", [TARIKH_ROLE_BAND] = "band",
  [TARIKH_ROLE_LEGEND] = "legend", [TARIKH_ROLE_PAGE_NUMBER] = "page-number",
};

const char *
tarikh_layout_role_get_name (TarikhRole role)
{
  return role_names[role];
}

static void
free_page (gpointer data)
{
  TarikhLayoutPage *page = data;

  g_ptr_array_unref (page->items);
  g_free (page);
}

/* ---- page ---- */

static void
choose_page (TarikhComposer *composer)
{
  const TarikhLayoutOptions *options = composer->options;
  const TarikhStyle *style = composer->style;
  double width = options->page_width_mm > 0 ? options->page_width_mm : style->page_width_mm;
  double height = options->page_width_mm > 0 ? options->page_height_mm : style->page_height_mm;

  const char *orientation = options->orientation;
  composer->may_turn = orientation == NULL && options->page_width_mm <= 0 && height > 0;
  if (composer->may_turn && options->kind == TARIKH_LAYOUT_HORIZONTAL)
    orientation = "landscape"; /* a paper of the style's own turns with the axis */
  if (orientation != NULL && height > 0 && (strcmp (orientation, "landscape") == 0) != (width > height)) {
    double swap = width;
    width = height;
    height = swap;
  }
  composer->width_mm = width;
  composer->height_mm = height;
  composer->lean = height > 0 && fmin (width, height) < LEAN_MM;
  composer->margin_mm = fmin (style->margin_mm, fmin (width, height > 0 ? height : width) * 0.12);
}

/* ---- in words ---- */

/* One line an entry, cleaned as it is on the page. */
static char *
describe (GPtrArray *entries)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++) {
    const TarikhEntry *entry = g_ptr_array_index (entries, i);
    g_autofree char *both = g_strjoin (" ", entry->date, entry->second_date, NULL);
    g_autofree char *date = tarikh_layout_text_clean (both, NULL);
    g_autofree char *marked = tarikh_layout_entry_word_headline (entry);
    g_autofree char *headline = tarikh_layout_text_clean (marked, NULL);
    g_string_append_printf (text, "%s%s%s\n", date, *date != '\0' ? ": " : "", headline);
  }
  return g_string_free (text, FALSE);
}

static void
free_event (gpointer data)
{
  TarikhLayoutEvent *event = data;

  g_free (event->id);
  g_free (event->start);
  g_free (event->end);
  g_free (event->status);
  g_free (event->group);
  g_free (event);
}

/* What files tell of each event, in the chronology's order, which is that of TarikhLayoutItem.event. */
static GPtrArray *
list_events (const TarikhComposer *composer)
{
  GPtrArray *events = g_ptr_array_new_with_free_func (free_event);

  for (guint i = 0; i < composer->chronology->events->len; i++) {
    const TarikhChronicleEvent *source = g_ptr_array_index (composer->chronology->events, i);
    TarikhLayoutEvent *event = g_new0 (TarikhLayoutEvent, 1);
    TarikhDay first = source->start != TARIKH_DAY_NONE ? source->start : source->end;
    event->id = source->id != NULL ? g_strdup (source->id) : g_strdup_printf ("e%u", i + 1);
    event->start = tarikh_base_day_to_iso (source->start);
    event->end = tarikh_base_day_to_iso (source->end);
    event->status = g_strdup (tarikh_event_status_get_name (source->status));
    event->group = first == TARIKH_DAY_NONE ? NULL
                                            : tarikh_time_format_tick (&composer->options->dates, first,
                                                                       TARIKH_GRAIN_YEAR, FALSE);
    g_ptr_array_add (events, event);
  }
  return events;
}

/* ---- the kind ---- */

/* The start side: the script's; across the page it may be chosen. */
static void
choose_direction (TarikhComposer *composer, TarikhLayoutKind kind)
{
  gboolean right_to_left = tarikh_layout_measure_is_right_to_left (composer->measure);
  TarikhAxisDirection axis = kind == TARIKH_LAYOUT_HORIZONTAL ? composer->options->axis : TARIKH_AXIS_AUTO;

  composer->mirrored = axis == TARIKH_AXIS_AUTO ? right_to_left : axis == TARIKH_AXIS_RTL;
  composer->text_opposed = composer->mirrored != right_to_left;
}

static gboolean
compose_kind (TarikhComposer *composer, TarikhLayoutKind kind, GPtrArray *entries, gboolean *fits, GError **error)
{
  choose_direction (composer, kind);
  composer->not_to_scale = kind == TARIKH_LAYOUT_LIST;
  *fits = TRUE;
  switch (kind) {
  case TARIKH_LAYOUT_HORIZONTAL: return tarikh_layout_horizontal_compose (composer, entries, fits, error);
  case TARIKH_LAYOUT_LANES: return tarikh_layout_lanes_compose (composer, entries, fits, error);
  case TARIKH_LAYOUT_LIST: return tarikh_layout_list_compose (composer, entries, error);
  default: return tarikh_layout_vertical_compose (composer, entries, error);
  }
}

/* A page too low for labels above and below its axis, or a story without two lanes, gets the axis that always fits. */
static gboolean
compose (TarikhComposer *composer, GPtrArray *entries, GError **error)
{
  gboolean fits;

  if (!compose_kind (composer, tarikh_layout_choose_kind (composer, entries), entries, &fits, error))
    return FALSE;
  if (fits)
    return TRUE;
  g_ptr_array_set_size (composer->layout->pages, 0);
  composer->type_scale = 1;
  return compose_kind (composer, TARIKH_LAYOUT_VERTICAL, entries, &fits, error);
}

/* ---- the whole ---- */

/* A month whose name has two words stands in one line. */
static void
bind_months (const TarikhComposer *composer)
{
  static const char *const sets[] = { "gregorian", "levantine", "maghrebi", "hijri" };

  for (gsize set = 0; set < G_N_ELEMENTS (sets); set++)
    for (guint month = 1; month <= 12; month++) {
      g_autofree char *key = g_strdup_printf ("month.%s.%u", sets[set], month);
      const char *name = tarikh_time_get_message (&composer->options->dates, key);
      if (strchr (name, ' ') != NULL)
        tarikh_layout_measure_bind (composer->measure, name);
    }
}

static gboolean
require_fonts (const TarikhComposer *composer, GError **error)
{
  for (guint i = 0; i < composer->layout->families->len; i++)
    if (!tarikh_layout_measure_require (composer->measure, g_ptr_array_index (composer->layout->families, i), error))
      return FALSE;
  return TRUE;
}

static TarikhLayout *
layout_new_empty (const TarikhStyle *style, gboolean right_to_left)
{
  TarikhLayout *layout = g_new0 (TarikhLayout, 1);

  layout->right_to_left = right_to_left;
  layout->paper = style->colours[TARIKH_COLOUR_PAPER];
  layout->pages = g_ptr_array_new_with_free_func (free_page);
  layout->families = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < TARIKH_TYPE_COUNT; i++)
    g_ptr_array_add (layout->families, g_strdup (style->types[i].family));
  return layout;
}

TarikhLayout *
tarikh_layout_new (const TarikhChronology *chronology, const TarikhStyle *style, TarikhMeasure *measure,
                   const TarikhLayoutOptions *options, GError **error)
{
  gboolean right_to_left = tarikh_layout_measure_is_right_to_left (measure);
  g_autoptr (TarikhLayout) layout = layout_new_empty (style, right_to_left);
  TarikhComposer composer = { .chronology = chronology,
                              .style = style,
                              .measure = measure,
                              .options = options,
                              .layout = layout,
                              .mirrored = right_to_left,
                              .type_scale = 1 };
  g_auto (TarikhCitations) citations = { NULL };

  tarikh_layout_citations_init (&citations, chronology);
  composer.citations = citations; /* borrowed from here on */
  choose_page (&composer);
  bind_months (&composer);
  if (!require_fonts (&composer, error))
    return NULL;
  g_autoptr (GPtrArray) entries = tarikh_layout_entries_new (&composer);
  if (!compose (&composer, entries, error) || !tarikh_layout_furniture_put_feet (&composer, error))
    return NULL;

  layout->lang = g_strdup (pango_language_to_string (
      pango_context_get_language (tarikh_layout_measure_get_context (measure))));
  layout->title = tarikh_layout_furniture_find_title (&composer);
  layout->description = describe (entries);
  layout->events = list_events (&composer);
  if (composer.mirrored)
    for (guint i = 0; i < layout->pages->len; i++)
      tarikh_layout_mirror_page (g_ptr_array_index (layout->pages, i));
  return g_steal_pointer (&layout);
}

void
tarikh_layout_free (TarikhLayout *layout)
{
  if (layout == NULL)
    return;
  g_ptr_array_unref (layout->pages);
  g_ptr_array_unref (layout->families);
  g_clear_pointer (&layout->events, g_ptr_array_unref);
  g_free (layout->lang);
  g_free (layout->title);
  g_free (layout->description);
  g_free (layout);
}
