/* layout/tail: what stands below the timeline: events without a date, what unusual marks mean, then the sources. */
#include <math.h>
#include <string.h>

#include "layout/furniture.h"
#include "layout/tail.h"

#define SECTION_GAP_MM 7.0
#define RING_MM 5.0
#define LEGEND_GAP_MM 8.0
#define FOOT_AIR_MM 2.5 /* between the sources and the foot's rule */
#define MOST_NUMBERS 4 /* of sources behind an undated event; there is room for no more in a line */

/* One paragraph of the tail; what must not stand last on a page is kept with the next. */
typedef struct {
  TarikhParagraph *number, *text;
  TarikhRole role;
  TarikhTypeRole type;
  gint event;
  char *href, *anchor;
  double row_mm;            /* from the start of the line */
  gboolean same_line;       /* it stands in the line of the block before it */
  double indent_mm, gap_mm; /* gap: above it, when it is not the first of its page */
  gboolean has_swatch;      /* a mark stands before it */
  TarikhShape swatch;
  TarikhColourRole swatch_colour;
  const GArray *sources;    /* guint, borrowed: numbers at its end, or NULL */
  GPtrArray *source_sets;   /* TarikhParagraph*, one a number */
  gboolean keep_with_next;
  gboolean starts_foot;     /* from here on, the tail may sink to the foot of the page */
} TarikhTailBlock;

static void
free_block (gpointer data)
{
  TarikhTailBlock *block = data;

  tarikh_layout_paragraph_free (block->number);
  tarikh_layout_paragraph_free (block->text);
  g_free (block->href);
  g_free (block->anchor);
  g_clear_pointer (&block->source_sets, g_ptr_array_unref);
  g_free (block);
}

void
tarikh_layout_tail_free (TarikhTail *tail)
{
  if (tail == NULL)
    return;
  g_ptr_array_unref (tail->blocks);
  g_free (tail);
}

/* Appends a block of TEXT; NULL with an error. */
static TarikhTailBlock *
add_block (TarikhTail *tail, const TarikhComposer *composer, TarikhRole role, TarikhTypeRole type, const char *text,
           double width_mm, double indent_mm, GError **error)
{
  TarikhTailBlock *block = g_new0 (TarikhTailBlock, 1);

  g_ptr_array_add (tail->blocks, block);
  block->role = role;
  block->type = type;
  block->event = -1;
  block->indent_mm = indent_mm;
  block->gap_mm = 0.6;
  block->text = tarikh_layout_composer_set (composer, type, text, width_mm - indent_mm, error);
  return block->text != NULL ? block : NULL;
}

static gboolean
add_heading (TarikhTail *tail, const TarikhComposer *composer, TarikhTypeRole type, const char *key, double width_mm,
             GError **error)
{
  const char *text = tarikh_time_get_message (&composer->options->dates, key);
  TarikhTailBlock *block = add_block (tail, composer, TARIKH_ROLE_LEGEND, type, text, width_mm, 0, error);

  if (block == NULL)
    return FALSE;
  block->keep_with_next = TRUE;
  block->gap_mm = SECTION_GAP_MM;
  return TRUE;
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
add_undated (TarikhTail *tail, const TarikhComposer *composer, GPtrArray *entries, guint first, double width_mm,
             GError **error)
{
  if (first >= entries->len)
    return TRUE;
  if (!add_heading (tail, composer, TARIKH_TYPE_DATE, "undated", width_mm, error))
    return FALSE;
  for (guint i = first; i < entries->len; i++) {
    const TarikhEntry *entry = g_ptr_array_index (entries, i);
    double measure = width_mm - numbers_width (composer, MIN (entry->sources->len, MOST_NUMBERS));
    TarikhTailBlock *block = add_block (tail, composer, TARIKH_ROLE_HEADLINE, TARIKH_TYPE_HEADLINE, entry->headline,
                                        measure, RING_MM, error);
    if (block == NULL)
      return FALSE;
    block->event = entry->event;
    block->gap_mm = 1.2;
    block->has_swatch = TRUE;
    block->swatch = TARIKH_SHAPE_RING;
    block->swatch_colour = TARIKH_COLOUR_LEADER;
    block->sources = entry->sources;
    block->href = g_strdup (entry->target);
    if (!set_numbers (block, composer, error))
      return FALSE;
  }
  return TRUE;
}

/* A kind of mark that is explained where it stands on the page. */
typedef struct {
  const char *key;
  TarikhShape swatch;
  TarikhColourRole colour;
} LegendRow;

typedef enum { LEGEND_SPAN, LEGEND_VAGUE, LEGEND_APPROXIMATE, LEGEND_PLANNED, LEGEND_COUNT } LegendKind;

static const LegendRow legend_rows[LEGEND_COUNT] = {
  [LEGEND_SPAN] = { "legend.span", TARIKH_SHAPE_RECT, TARIKH_COLOUR_MARKER },
  [LEGEND_VAGUE] = { "legend.vague", TARIKH_SHAPE_HATCH, TARIKH_COLOUR_MARKER },
  [LEGEND_APPROXIMATE] = { "legend.approximate", TARIKH_SHAPE_RING, TARIKH_COLOUR_MARKER },
  [LEGEND_PLANNED] = { "legend.planned", TARIKH_SHAPE_RING, TARIKH_COLOUR_MARKER_PLANNED },
};

/* What is planned is shown by the mark that it has on this page. */
static LegendRow
choose_legend_row (LegendKind kind, GPtrArray *entries, guint n_dated)
{
  static const TarikhShape shapes[] = { [TARIKH_MARK_DAY] = TARIKH_SHAPE_RING,
                                        [TARIKH_MARK_SPAN] = TARIKH_SHAPE_RECT,
                                        [TARIKH_MARK_VAGUE] = TARIKH_SHAPE_HATCH };
  LegendRow row = legend_rows[kind];

  for (guint i = n_dated; i-- > 0 && kind == LEGEND_PLANNED;) {
    const TarikhEntry *entry = g_ptr_array_index (entries, i);
    if (entry->planned)
      row.swatch = shapes[entry->kind];
  }
  return row;
}

/* *ROW_MM is where the line of the legend is free; 0 at its beginning. */
static gboolean
add_legend_row (TarikhTail *tail, const TarikhComposer *composer, const LegendRow *row, gboolean is_first,
                double *row_mm, double width_mm, GError **error)
{
  const char *text = tarikh_time_get_message (&composer->options->dates, row->key);
  TarikhTailBlock *block
      = add_block (tail, composer, TARIKH_ROLE_LEGEND, TARIKH_TYPE_FURNITURE, text, width_mm, RING_MM, error);

  if (block == NULL)
    return FALSE;
  block->has_swatch = TRUE;
  block->swatch = row->swatch;
  block->swatch_colour = row->colour;
  block->keep_with_next = TRUE;
  double needs = RING_MM + block->text->width_mm;
  block->same_line = !is_first && *row_mm + needs <= width_mm;
  block->row_mm = block->same_line ? *row_mm : 0;
  block->gap_mm = is_first ? SECTION_GAP_MM : 0.3;
  *row_mm = block->row_mm + needs + LEGEND_GAP_MM;
  return TRUE;
}

/* Says that distances do not stand for time, where they do not. */
static gboolean
add_scale_note (TarikhTail *tail, const TarikhComposer *composer, gboolean is_first, double width_mm, GError **error)
{
  const char *text = tarikh_time_get_message (&composer->options->dates, "legend.not-to-scale");
  TarikhTailBlock *block
      = add_block (tail, composer, TARIKH_ROLE_LEGEND, TARIKH_TYPE_FURNITURE, text, width_mm, 0, error);

  if (block == NULL)
    return FALSE;
  block->keep_with_next = TRUE;
  block->gap_mm = is_first ? SECTION_GAP_MM : 0.3;
  return TRUE;
}

/* Bars, hatching and rings are explained where there are any; discs and worded breaks explain themselves. */
static gboolean
add_legend (TarikhTail *tail, const TarikhComposer *composer, GPtrArray *entries, guint n_dated, double width_mm,
            GError **error)
{
  gboolean used[LEGEND_COUNT] = { FALSE }, is_first = TRUE;
  double row_mm = 0;

  for (guint i = 0; i < n_dated; i++) {
    const TarikhEntry *entry = g_ptr_array_index (entries, i);
    used[LEGEND_SPAN] |= entry->kind == TARIKH_MARK_SPAN;
    used[LEGEND_VAGUE] |= entry->kind == TARIKH_MARK_VAGUE;
    used[LEGEND_APPROXIMATE] |= entry->hollow && !entry->planned && entry->kind == TARIKH_MARK_DAY;
    used[LEGEND_PLANNED] |= entry->planned;
  }
  for (guint kind = used[LEGEND_VAGUE] ? LEGEND_SPAN : LEGEND_VAGUE; kind < LEGEND_COUNT; kind++) {
    if (!used[kind])
      continue;
    LegendRow row = choose_legend_row (kind, entries, n_dated);
    if (!add_legend_row (tail, composer, &row, is_first, &row_mm, width_mm, error))
      return FALSE;
    is_first = FALSE;
  }
  return !composer->not_to_scale || n_dated < 2 || add_scale_note (tail, composer, is_first, width_mm, error);
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
add_source (TarikhTail *tail, const TarikhComposer *composer, guint number, double indent_mm, double width_mm,
            GError **error)
{
  const TarikhChronicleStory *story = g_ptr_array_index (composer->citations.stories, number - 1);
  g_autofree char *text = word_source (composer, story);
  TarikhTailBlock *block
      = add_block (tail, composer, TARIKH_ROLE_SOURCE, TARIKH_TYPE_SOURCE, text, width_mm, indent_mm, error);

  if (block == NULL)
    return FALSE;
  block->anchor = g_strdup_printf ("source-%u", number);
  block->href = g_strdup (tarikh_layout_citations_get_address (story));
  if (indent_mm <= 0)
    return TRUE;
  g_autofree char *digits = tarikh_time_format_number (&composer->options->dates, number);
  g_autofree char *label = g_strdup_printf ("[%s]", digits);
  block->number = tarikh_layout_composer_set (composer, TARIKH_TYPE_SOURCE, label, indent_mm, error);
  return block->number != NULL;
}

static gboolean
add_sources (TarikhTail *tail, const TarikhComposer *composer, double width_mm, GError **error)
{
  guint n = composer->citations.stories->len;
  double digit_mm = composer->style->types[TARIKH_TYPE_SOURCE].size_pt * 0.65 * 25.4 / 72.0;
  double indent = n < 2 ? 0 : digit_mm * (n < 10 ? 3.2 : n < 100 ? 4.2 : n < 1000 ? 5.2 : 7.2);

  if (n == 0)
    return TRUE;
  if (!add_heading (tail, composer, TARIKH_TYPE_FURNITURE, n == 1 ? "source" : "sources", width_mm, error))
    return FALSE;
  for (guint number = 1; number <= n; number++)
    if (!add_source (tail, composer, number, indent, width_mm, error))
      return FALSE;
  return TRUE;
}

/* A paragraph taller than a page goes on as further blocks. */
static void
split_tall_blocks (TarikhTail *tail, const TarikhComposer *composer)
{
  double room = composer->height_mm - 2 * composer->margin_mm - tarikh_layout_furniture_get_foot_mm (composer);

  for (guint i = 0; i < tail->blocks->len && composer->height_mm > 0; i++) {
    TarikhTailBlock *block = g_ptr_array_index (tail->blocks, i);
    guint n = (guint) fmax (1, floor (room / block->text->line_mm));
    if (block->text->height_mm <= room || n >= block->text->lines->len)
      continue;
    TarikhTailBlock *rest = g_new0 (TarikhTailBlock, 1);
    *rest = (TarikhTailBlock){ .role = block->role, .type = block->type, .event = block->event,
                               .href = g_strdup (block->href), .indent_mm = block->indent_mm,
                               .text = tarikh_layout_paragraph_split (block->text, n) };
    g_ptr_array_insert (tail->blocks, (gint) i + 1, rest);
  }
}

TarikhTail *
tarikh_layout_tail_new (const TarikhComposer *composer, GPtrArray *entries, guint first_undated, double width_mm,
                        GError **error)
{
  g_autoptr (TarikhTail) tail = g_new0 (TarikhTail, 1);

  tail->blocks = g_ptr_array_new_with_free_func (free_block);
  if (!add_undated (tail, composer, entries, first_undated, width_mm, error))
    return NULL;
  guint foot = tail->blocks->len;
  if (!add_legend (tail, composer, entries, first_undated, width_mm, error)
      || !add_sources (tail, composer, width_mm, error))
    return NULL;
  if (foot < tail->blocks->len)
    ((TarikhTailBlock *) g_ptr_array_index (tail->blocks, foot))->starts_foot = TRUE;
  split_tall_blocks (tail, composer);
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

double
tarikh_layout_tail_get_height (const TarikhTail *tail)
{
  double height = 0;

  for (guint i = 0; i < tail->blocks->len; i++) {
    const TarikhTailBlock *block = g_ptr_array_index (tail->blocks, i);
    height += block->same_line ? 0 : block->gap_mm + block_height (block);
  }
  return height;
}

/* The swatch before a block, as wide as a mark. */
static void
put_swatch (const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhTailBlock *block, double top)
{
  const TarikhStyle *style = composer->style;
  double size = style->marker_mm, middle = top + block->text->ascent_mm - block->text->font.size_pt * 0.095;
  double from = composer->text_opposed ? composer->width_mm - composer->margin_mm - block->row_mm - size
                                       : composer->margin_mm + block->row_mm;
  double height = block->swatch == TARIKH_SHAPE_RECT ? size * 0.6 : size; /* a bar is thinner than a dot */
  TarikhBox box = { from, middle - height / 2, size, height };
  TarikhRole role = block->event >= 0 ? TARIKH_ROLE_MARKER : TARIKH_ROLE_LEGEND;
  TarikhLayoutItem *swatch
      = tarikh_layout_put_box (page, role, block->swatch, block->event, &box, style->colours[block->swatch_colour]);

  swatch->stroke_mm = block->swatch == TARIKH_SHAPE_RING ? style->axis_mm : style->leader_mm;
}

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
  double width = composer->width_mm - 2 * composer->margin_mm, start = composer->margin_mm;
  gboolean opposed = composer->text_opposed;
  double before = block->row_mm + block->indent_mm;
  TarikhFrame text = { opposed ? start : start + before, top, width - before, TARIKH_ALIGN_START };
  TarikhFrame number = { opposed ? start + width - block->indent_mm : start, top, block->indent_mm, TARIKH_ALIGN_START };

  if (block->has_swatch)
    put_swatch (composer, page, block, top);
  if (block->number != NULL)
    tarikh_layout_put_text (composer, page, block->role, block->type, block->event, block->number, &number);
  TarikhLayoutItem *item
      = tarikh_layout_put_text (composer, page, block->role, block->type, block->event, block->text, &text);
  item->href = g_strdup (block->href);
  item->anchor = g_strdup (block->anchor);
  if (block->source_sets != NULL)
    put_numbers (composer, page, block, top);
}

/* Height of block I with all that must stay with it. */
static double
kept_height (const TarikhTail *tail, guint i)
{
  double height = 0;

  for (; i < tail->blocks->len; i++) {
    const TarikhTailBlock *block = g_ptr_array_index (tail->blocks, i);
    height += block->same_line ? 0 : block->gap_mm + block_height (block);
    if (!block->keep_with_next)
      break;
  }
  return height;
}

/* Height of block I and all behind it, without the gap above. */
static double
rest_height (const TarikhTail *tail, guint i)
{
  double height = -((const TarikhTailBlock *) g_ptr_array_index (tail->blocks, i))->gap_mm;

  for (; i < tail->blocks->len; i++) {
    const TarikhTailBlock *block = g_ptr_array_index (tail->blocks, i);
    height += block->same_line ? 0 : block->gap_mm + block_height (block);
  }
  return height;
}

TarikhLayoutPage *
tarikh_layout_tail_put (const TarikhTail *tail, TarikhComposer *composer, TarikhLayoutPage *page, double *top_mm,
                        double bottom_mm)
{
  gboolean page_is_fresh = FALSE;
  double line_top = *top_mm;

  for (guint i = 0; i < tail->blocks->len; i++) {
    const TarikhTailBlock *block = g_ptr_array_index (tail->blocks, i);
    if (block->same_line) {
      put_block (composer, page, block, line_top);
      continue;
    }
    if (!page_is_fresh && *top_mm + kept_height (tail, i) > bottom_mm) {
      page = tarikh_layout_composer_add_page (composer);
      *top_mm = composer->margin_mm;
      page_is_fresh = TRUE;
    }
    *top_mm += page_is_fresh ? 0 : block->gap_mm;
    if (block->starts_foot && composer->height_mm > 0)
      *top_mm = MAX (*top_mm, bottom_mm - rest_height (tail, i) - FOOT_AIR_MM);
    put_block (composer, page, block, *top_mm);
    line_top = *top_mm;
    *top_mm += block_height (block);
    page_is_fresh = FALSE;
  }
  return page;
}
