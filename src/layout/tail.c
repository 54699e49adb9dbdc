/* layout/tail: what stands below the timeline: events without a date, then the sources. */
#include "layout/tail.h"

#include <math.h>

#include "layout/furniture.h"
#include "layout/legend.h"

#define SECTION_GAP_MM 7.0
#define BLOCK_GAP_MM 1.2
#define RING_MM 5.0
#define FOOT_AIR_MM 2.5 /* between the sources and the foot's rule */
#define MOST_NUMBERS 4 /* of sources behind an undated event; there is room for no more in a line */
#define LEAST_SOURCES 3 /* rows that a page's foot is worth filling with */

/* One paragraph; a heading is kept with what follows. */
typedef struct {
  TarikhParagraph *text;
  TarikhRole role;
  TarikhTypeRole type;
  gint event;            /* -1: a heading */
  char *href;
  double indent_mm, gap_mm; /* gap: above it, when it is not the first of its page */
  gboolean has_swatch;   /* a mark stands before it */
  const GArray *sources; /* guint, borrowed: numbers at its end, or NULL */
  GPtrArray *source_sets; /* TarikhParagraph*, one a number */
} TarikhTailBlock;

static void
free_block (gpointer data)
{
  TarikhTailBlock *block = data;

  tarikh_layout_paragraph_free (block->text);
  g_free (block->href);
  g_clear_pointer (&block->source_sets, g_ptr_array_unref);
  g_free (block);
}

void
tarikh_layout_tail_free (TarikhTail *tail)
{
  if (tail == NULL)
    return;
  g_ptr_array_unref (tail->blocks);
  tarikh_layout_sources_free (tail->sources);
  g_free (tail);
}

/* ---- the undated ---- */

/* Appends a block of TEXT; NULL with an error. */
static TarikhTailBlock *
add_block (TarikhTail *tail, const TarikhComposer *composer, TarikhRole role, TarikhTypeRole type, const char *text,
           double width_mm, GError **error)
{
  TarikhTailBlock *block = g_new0 (TarikhTailBlock, 1);

  g_ptr_array_add (tail->blocks, block);
  block->role = role;
  block->type = type;
  block->event = -1;
  block->text = tarikh_layout_composer_set (composer, type, text, width_mm, error);
  return block->text != NULL ? block : NULL;
}

static void
free_paragraph (gpointer data)
{
  tarikh_layout_paragraph_free (data);
}

/* Sets the numbers of the sources of an undated event. */
static gboolean
set_numbers (TarikhTailBlock *block, const TarikhComposer *composer, GError **error)
{
  block->source_sets = g_ptr_array_new_with_free_func (free_paragraph);
  for (guint i = 0; i < block->sources->len; i++) {
    g_autofree char *number
        = tarikh_time_format_number (&composer->options->dates, g_array_index (block->sources, guint, i));
    g_autofree char *text = g_strdup_printf ("[%s]", number);
    TarikhParagraph *set = tarikh_layout_composer_set (composer, TARIKH_TYPE_SOURCE, text, 100, error);
    if (set == NULL)
      return FALSE;
    g_ptr_array_add (block->source_sets, set);
  }
  return TRUE;
}

/* Room that N numbers take at the end of a line. */
static double
numbers_width (const TarikhComposer *composer, guint n)
{
  return n * composer->style->types[TARIKH_TYPE_SOURCE].size_pt * 0.75;
}

static gboolean
add_event (TarikhTail *tail, const TarikhComposer *composer, const TarikhEntry *entry, double width_mm, GError **error)
{
  double numbers = numbers_width (composer, MIN (entry->sources->len, MOST_NUMBERS));
  TarikhTailBlock *block = add_block (tail, composer, TARIKH_ROLE_HEADLINE, TARIKH_TYPE_HEADLINE, entry->headline,
                                      width_mm - numbers - RING_MM, error);

  if (block == NULL)
    return FALSE;
  block->event = entry->event;
  block->indent_mm = RING_MM;
  block->gap_mm = BLOCK_GAP_MM;
  block->has_swatch = TRUE;
  block->sources = entry->sources;
  block->href = g_strdup (entry->target);
  return set_numbers (block, composer, error);
}

static gboolean
add_undated (TarikhTail *tail, const TarikhComposer *composer, GPtrArray *entries, guint first, double width_mm,
             GError **error)
{
  if (first >= entries->len)
    return TRUE;
  const char *words = tarikh_time_get_message (&composer->options->dates, "undated");
  TarikhTailBlock *heading = add_block (tail, composer, TARIKH_ROLE_LEGEND, TARIKH_TYPE_DATE, words, width_mm, error);
  if (heading == NULL)
    return FALSE;
  heading->gap_mm = SECTION_GAP_MM;
  for (guint i = first; i < entries->len; i++)
    if (!add_event (tail, composer, g_ptr_array_index (entries, i), width_mm, error))
      return FALSE;
  return TRUE;
}

/* A paragraph taller than a page goes on as further blocks. */
static void
split_tall_blocks (TarikhTail *tail, double room_mm)
{
  for (guint i = 0; i < tail->blocks->len && room_mm > 0; i++) {
    TarikhTailBlock *block = g_ptr_array_index (tail->blocks, i);
    guint n = (guint) fmax (1, floor (room_mm / block->text->line_mm));
    if (block->text->height_mm <= room_mm || n >= block->text->lines->len)
      continue;
    TarikhTailBlock *rest = g_new0 (TarikhTailBlock, 1);
    *rest = (TarikhTailBlock){ .role = block->role, .type = block->type, .event = block->event,
                               .href = g_strdup (block->href), .indent_mm = block->indent_mm,
                               .text = tarikh_layout_paragraph_split (block->text, n) };
    g_ptr_array_insert (tail->blocks, (gint) i + 1, rest);
  }
}

/* ---- the whole ---- */

TarikhTail *
tarikh_layout_tail_new (TarikhComposer *composer, GPtrArray *entries, guint first_undated, double width_mm,
                        GError **error)
{
  g_autoptr (TarikhTail) tail = g_new0 (TarikhTail, 1);
  double foot = composer->margin_mm + tarikh_layout_furniture_get_foot_mm (composer);

  tail->blocks = g_ptr_array_new_with_free_func (free_block);
  if (!tarikh_layout_furniture_measure_tail_head (composer, &tail->head_mm, error))
    return NULL;
  double room = composer->height_mm > 0 ? composer->height_mm - foot - tail->head_mm : 0;
  tail->sources = tarikh_layout_sources_new (composer, room, error);
  if (tail->sources == NULL || !add_undated (tail, composer, entries, first_undated, width_mm, error))
    return NULL;
  split_tall_blocks (tail, room);
  return g_steal_pointer (&tail);
}

/* A block with its numbers may be taller than its text. */
static double
block_height (const TarikhTailBlock *block)
{
  guint n = block->source_sets != NULL ? block->source_sets->len : 0;
  double numbers = n == 0 ? 0
                          : ((n - 1) / MOST_NUMBERS + 1)
                                * ((TarikhParagraph *) g_ptr_array_index (block->source_sets, 0))->line_mm;

  return MAX (block->text->height_mm, numbers);
}

static const TarikhTailBlock *
block_at (const TarikhTail *tail, guint i)
{
  return g_ptr_array_index (tail->blocks, i);
}

double
tarikh_layout_tail_get_height (const TarikhTail *tail)
{
  double sources = tarikh_layout_sources_get_height (tail->sources, 0), height = 0;

  for (guint i = 0; i < tail->blocks->len; i++)
    height += block_at (tail, i)->gap_mm + block_height (block_at (tail, i));
  return height + (sources > 0 ? SECTION_GAP_MM + sources + FOOT_AIR_MM : 0);
}

/* ---- on the page ---- */

/* The numbers of an undated event's sources, at the end of its lines. */
static void
put_numbers (const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhTailBlock *block, double top)
{
  double end = composer->width_mm - composer->margin_mm, baseline = top + block->text->ascent_mm, at = 0;
  double room = numbers_width (composer, MIN (block->source_sets->len, MOST_NUMBERS));

  for (guint i = 0; i < block->source_sets->len; i++) {
    const TarikhParagraph *set = g_ptr_array_index (block->source_sets, i);
    if (i > 0 && i % MOST_NUMBERS == 0) {
      at = 0;
      baseline += set->line_mm;
    }
    double from = composer->text_opposed ? composer->margin_mm + room - at - set->width_mm : end - room + at;
    TarikhFrame frame = { from, baseline - set->ascent_mm, set->width_mm, TARIKH_ALIGN_START };
    TarikhLayoutItem *item = tarikh_layout_put_text (composer, page, TARIKH_ROLE_SOURCE, TARIKH_TYPE_SOURCE,
                                                     block->event, set, &frame);
    item->href = g_strdup_printf ("#source-%u", g_array_index (block->sources, guint, i));
    at += numbers_width (composer, 1);
  }
}

static void
put_block (const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhTailBlock *block, double top)
{
  double width = composer->width_mm - 2 * composer->margin_mm - block->indent_mm;
  double start = composer->margin_mm + (composer->text_opposed ? 0 : block->indent_mm);
  TarikhFrame text = { start, top, width, TARIKH_ALIGN_START };

  if (block->has_swatch)
    tarikh_layout_legend_put_swatch (composer, page, TARIKH_SHAPE_RING, TARIKH_COLOUR_LEADER, block->event, block->text,
                                     0, top);
  TarikhLayoutItem *item
      = tarikh_layout_put_text (composer, page, block->role, block->type, block->event, block->text, &text);
  item->href = g_strdup (block->href);
  if (block->source_sets != NULL)
    put_numbers (composer, page, block, top);
}

/* Where the tail has got to. */
typedef struct {
  TarikhComposer *composer;
  TarikhLayoutPage *page;
  double top_mm, bottom_mm;
  gboolean is_fresh; /* nothing stands on the page yet but its head */
} Tip;

static gboolean
turn (const TarikhTail *tail, Tip *tip, GError **error)
{
  double top;

  tip->page = tarikh_layout_composer_add_page (tip->composer);
  tip->top_mm = tail->head_mm;
  tip->is_fresh = TRUE;
  return tarikh_layout_furniture_put_tail_head (tip->composer, tip->page, &top, error);
}

static gboolean
put_blocks (const TarikhTail *tail, Tip *tip, GError **error)
{
  for (guint i = 0; i < tail->blocks->len; i++) {
    const TarikhTailBlock *block = block_at (tail, i);
    double height = block->gap_mm + block_height (block);
    if (block->event < 0 && i + 1 < tail->blocks->len) /* a heading stays with what it heads */
      height += block_at (tail, i + 1)->gap_mm + block_height (block_at (tail, i + 1));
    if (!tip->is_fresh && tip->top_mm + height > tip->bottom_mm && !turn (tail, tip, error))
      return FALSE;
    tip->top_mm += tip->is_fresh ? 0 : block->gap_mm;
    put_block (tip->composer, tip->page, block, tip->top_mm);
    tip->top_mm += block_height (block);
    tip->is_fresh = FALSE;
  }
  return TRUE;
}

/* Sources sink to the foot of a page that they share. */
static gboolean
put_sources (const TarikhTail *tail, Tip *tip, GError **error)
{
  const TarikhSourceList *list = tail->sources;

  for (guint first = 0; first < list->rows->len;) {
    double air = tip->is_fresh ? 0 : SECTION_GAP_MM, rest = tarikh_layout_sources_get_height (list, first);
    double room = tip->bottom_mm - tip->top_mm - air;
    guint n = tarikh_layout_sources_count_fitting (list, first, room);
    if (!tip->is_fresh && n < MIN (LEAST_SOURCES, list->rows->len - first)) {
      if (!turn (tail, tip, error))
        return FALSE;
      continue;
    }
    n = MAX (n, 1);
    tip->top_mm += air;
    if (!tip->is_fresh && tip->composer->height_mm > 0)
      tip->top_mm = fmax (tip->top_mm, tip->bottom_mm - rest - FOOT_AIR_MM);
    tip->top_mm = tarikh_layout_sources_put (list, tip->composer, tip->page, first, first + n, tip->top_mm);
    tip->is_fresh = FALSE;
    first += n;
  }
  return TRUE;
}

gboolean
tarikh_layout_tail_put (const TarikhTail *tail, TarikhComposer *composer, TarikhLayoutPage **page, double *top_mm,
                        double bottom_mm, GError **error)
{
  Tip tip = { composer, *page, *top_mm, bottom_mm, FALSE };

  if (!put_blocks (tail, &tip, error) || !put_sources (tail, &tip, error))
    return FALSE;
  *page = tip.page;
  *top_mm = tip.top_mm;
  return TRUE;
}
