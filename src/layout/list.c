/* layout/list: what stands below the timeline: events without a date, then the sources. */
#include <string.h>

#include "layout/furniture.h"

#define HEADING_GAP_MM 3.0
#define SECTION_GAP_MM 7.0
#define RING_MM 5.0

/* One paragraph of the list; what must not stand last on a page is kept with the next. */
typedef struct {
  TarikhParagraph *number, *text;
  TarikhRole role;
  TarikhTypeRole type;
  gint event;
  char *href, *anchor;
  double indent_mm, gap_mm; /* gap: above it, when it is not the first of its page */
  gboolean keep_with_next;
} TarikhListBlock;

static void
free_block (gpointer data)
{
  TarikhListBlock *block = data;

  tarikh_layout_paragraph_free (block->number);
  tarikh_layout_paragraph_free (block->text);
  g_free (block->href);
  g_free (block->anchor);
  g_free (block);
}

void
tarikh_layout_list_free (TarikhList *list)
{
  if (list == NULL)
    return;
  g_ptr_array_unref (list->blocks);
  g_free (list);
}

/* Appends a block of TEXT; NULL with an error. */
static TarikhListBlock *
add_block (TarikhList *list, const TarikhComposer *composer, TarikhRole role, TarikhTypeRole type, const char *text,
           double width_mm, double indent_mm, GError **error)
{
  TarikhListBlock *block = g_new0 (TarikhListBlock, 1);

  g_ptr_array_add (list->blocks, block);
  block->role = role;
  block->type = type;
  block->event = -1;
  block->indent_mm = indent_mm;
  block->gap_mm = 0.6;
  block->text = tarikh_layout_composer_set (composer, type, text, width_mm - indent_mm, error);
  return block->text != NULL ? block : NULL;
}

static gboolean
add_heading (TarikhList *list, const TarikhComposer *composer, TarikhTypeRole type, const char *key, double width_mm,
             GError **error)
{
  const char *text = tarikh_time_get_message (&composer->options->dates, key);
  TarikhListBlock *block = add_block (list, composer, TARIKH_ROLE_LEGEND, type, text, width_mm, 0, error);

  if (block == NULL)
    return FALSE;
  block->keep_with_next = TRUE;
  block->gap_mm = SECTION_GAP_MM;
  return TRUE;
}

static gboolean
add_undated (TarikhList *list, const TarikhComposer *composer, GPtrArray *entries, guint first, double width_mm,
             GError **error)
{
  if (first >= entries->len)
    return TRUE;
  if (!add_heading (list, composer, TARIKH_TYPE_DATE, "undated", width_mm, error))
    return FALSE;
  for (guint i = first; i < entries->len; i++) {
    const TarikhEntry *entry = g_ptr_array_index (entries, i);
    TarikhListBlock *block = add_block (list, composer, TARIKH_ROLE_HEADLINE, TARIKH_TYPE_HEADLINE, entry->headline,
                                        width_mm, RING_MM, error);
    if (block == NULL)
      return FALSE;
    block->event = entry->event;
    block->gap_mm = 1.2;
  }
  return TRUE;
}

/* "outlet, title, date", whatever of it there is; the file's name when there is none. (transfer full) */
static char *
word_source (const TarikhComposer *composer, const TarikhChronicleStory *story)
{
  const TarikhDateStyle *dates = &composer->options->dates;
  const char *separator = tarikh_time_get_message (dates, "list-separator");
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (story->outlet != NULL && *story->outlet != '\0')
    g_ptr_array_add (parts, g_strdup (story->outlet));
  if (story->title != NULL && *story->title != '\0')
    g_ptr_array_add (parts, g_strdup (story->title));
  if (parts->len == 0 && story->source != NULL && strcmp (story->source, "-") != 0)
    g_ptr_array_add (parts, g_path_get_basename (story->source));
  if (story->published != TARIKH_DAY_NONE)
    g_ptr_array_add (parts, tarikh_time_format_interval (dates, story->published, story->published, NULL));
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (story->id != NULL ? story->id : ""));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (*separator != '\0' ? separator : ", ", (char **) parts->pdata);
}

static gboolean
is_web_address (const char *url)
{
  return url != NULL && (g_ascii_strncasecmp (url, "https://", 8) == 0 || g_ascii_strncasecmp (url, "http://", 7) == 0);
}

static gboolean
add_source (TarikhList *list, const TarikhComposer *composer, guint number, double indent_mm, double width_mm,
            GError **error)
{
  const TarikhChronicleStory *story = g_ptr_array_index (composer->chronology->stories, number - 1);
  g_autofree char *text = word_source (composer, story);
  TarikhListBlock *block
      = add_block (list, composer, TARIKH_ROLE_SOURCE, TARIKH_TYPE_SOURCE, text, width_mm, indent_mm, error);

  if (block == NULL)
    return FALSE;
  block->anchor = g_strdup_printf ("source-%u", number);
  block->href = is_web_address (story->url) ? g_strdup (story->url) : NULL;
  if (indent_mm <= 0)
    return TRUE;
  g_autofree char *digits = tarikh_time_format_number (&composer->options->dates, number);
  g_autofree char *label = g_strdup_printf ("[%s]", digits);
  block->number = tarikh_layout_composer_set (composer, TARIKH_TYPE_SOURCE, label, indent_mm, error);
  return block->number != NULL;
}

static gboolean
add_sources (TarikhList *list, const TarikhComposer *composer, double width_mm, GError **error)
{
  guint n = composer->chronology->stories->len;
  double digit_mm = composer->style->types[TARIKH_TYPE_SOURCE].size_pt * 0.65 * 25.4 / 72.0;
  double indent = n < 2 ? 0 : digit_mm * (n < 10 ? 3.2 : n < 100 ? 4.2 : n < 1000 ? 5.2 : 7.2);

  if (n == 0)
    return TRUE;
  if (!add_heading (list, composer, TARIKH_TYPE_FURNITURE, n == 1 ? "source" : "sources", width_mm, error))
    return FALSE;
  for (guint number = 1; number <= n; number++)
    if (!add_source (list, composer, number, indent, width_mm, error))
      return FALSE;
  return TRUE;
}

TarikhList *
tarikh_layout_list_new (const TarikhComposer *composer, GPtrArray *entries, guint first_undated, double width_mm,
                        GError **error)
{
  g_autoptr (TarikhList) list = g_new0 (TarikhList, 1);

  list->blocks = g_ptr_array_new_with_free_func (free_block);
  if (!add_undated (list, composer, entries, first_undated, width_mm, error)
      || !add_sources (list, composer, width_mm, error))
    return NULL;
  return g_steal_pointer (&list);
}

double
tarikh_layout_list_get_height (const TarikhList *list)
{
  double height = 0;

  for (guint i = 0; i < list->blocks->len; i++) {
    const TarikhListBlock *block = g_ptr_array_index (list->blocks, i);
    height += block->gap_mm + block->text->height_mm;
  }
  return height;
}

static void
put_ring (const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhListBlock *block, double top)
{
  const TarikhStyle *style = composer->style;
  double size = style->marker_mm, middle = top + block->text->ascent_mm - block->text->font.size_pt * 0.095;
  double from = composer->text_opposed ? composer->width_mm - composer->margin_mm - size : composer->margin_mm;
  TarikhBox box = { from, middle - size / 2, size, size };
  TarikhLayoutItem *ring = tarikh_layout_put_box (page, TARIKH_ROLE_MARKER, TARIKH_SHAPE_RING, block->event, &box,
                                                  style->colours[TARIKH_COLOUR_LEADER]);

  ring->stroke_mm = style->axis_mm;
}

static void
put_block (const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhListBlock *block, double top)
{
  double width = composer->width_mm - 2 * composer->margin_mm, start = composer->margin_mm;
  gboolean opposed = composer->text_opposed;
  TarikhFrame text = { opposed ? start : start + block->indent_mm, top, width - block->indent_mm, TARIKH_ALIGN_START };
  TarikhFrame number = { opposed ? start + width - block->indent_mm : start, top, block->indent_mm, TARIKH_ALIGN_START };

  if (block->number != NULL)
    tarikh_layout_put_text (composer, page, block->role, block->type, block->event, block->number, &number);
  TarikhLayoutItem *item
      = tarikh_layout_put_text (composer, page, block->role, block->type, block->event, block->text, &text);
  item->href = g_strdup (block->href);
  item->anchor = g_strdup (block->anchor);
  if (block->event >= 0)
    put_ring (composer, page, block, top);
}

/* Height of block I with all that must stay with it. */
static double
kept_height (const TarikhList *list, guint i)
{
  double height = 0;

  for (; i < list->blocks->len; i++) {
    const TarikhListBlock *block = g_ptr_array_index (list->blocks, i);
    height += block->gap_mm + block->text->height_mm;
    if (!block->keep_with_next)
      break;
  }
  return height;
}

TarikhLayoutPage *
tarikh_layout_list_put (const TarikhList *list, TarikhComposer *composer, TarikhLayoutPage *page, double *top_mm,
                        double bottom_mm)
{
  gboolean page_is_fresh = FALSE;

  for (guint i = 0; i < list->blocks->len; i++) {
    const TarikhListBlock *block = g_ptr_array_index (list->blocks, i);
    if (!page_is_fresh && *top_mm + kept_height (list, i) > bottom_mm) {
      page = tarikh_layout_composer_add_page (composer);
      *top_mm = composer->margin_mm;
      page_is_fresh = TRUE;
    }
    *top_mm += page_is_fresh ? 0 : block->gap_mm;
    put_block (composer, page, block, *top_mm);
    *top_mm += block->text->height_mm;
    page_is_fresh = FALSE;
  }
  return page;
}
