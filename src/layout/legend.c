/* layout/legend: explains bars, hatching and rings, where there are any, in the head of the first page: whoever reads on has
 * seen it. Says also that distances do not stand for time, where they do not. */
#include "layout/legend.h"

#include "layout/mark.h"

#define SWATCH_MM 5.0     /* from the start of a sign to its words */
#define BETWEEN_MM 7.0
#define MIDDLE_OF_LETTERS 0.095 /* of the size, millimetres a point: from a baseline up to the middle of its letters */

/* A kind of mark and what is said of it. */
typedef struct {
  const char *key;
  gboolean has_swatch;
  TarikhShape swatch;
  TarikhColourRole colour;
} LegendRow;

typedef enum {
  LEGEND_SPAN,
  LEGEND_VAGUE,
  LEGEND_APPROXIMATE,
  LEGEND_PLANNED,
  LEGEND_NOT_TO_SCALE,
  LEGEND_CHANGED,
  LEGEND_COUNT
} LegendKind;

static const LegendRow legend_rows[LEGEND_COUNT] = {
  [LEGEND_SPAN] = { "legend.span", TRUE, TARIKH_SHAPE_RECT, TARIKH_COLOUR_MARKER },
  [LEGEND_VAGUE] = { "legend.vague", TRUE, TARIKH_SHAPE_HATCH, TARIKH_COLOUR_MARKER },
  [LEGEND_APPROXIMATE] = { "legend.approximate", TRUE, TARIKH_SHAPE_RING, TARIKH_COLOUR_MARKER },
  [LEGEND_PLANNED] = { "legend.planned", TRUE, TARIKH_SHAPE_RING, TARIKH_COLOUR_MARKER_PLANNED },
  [LEGEND_NOT_TO_SCALE] = { "legend.not-to-scale", FALSE, TARIKH_SHAPE_DISC, TARIKH_COLOUR_MARKER },
  [LEGEND_CHANGED] = { "legend.changed", FALSE, TARIKH_SHAPE_DISC, TARIKH_COLOUR_MARKER },
};

/* ---- which ---- */

/* What is planned is shown by the mark that it has on this page. */
static LegendRow
choose_row (LegendKind kind, GPtrArray *entries, guint n_dated)
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

/* A bar is explained only beside hatching, from which it has to be told. */
static void
find_used (const TarikhComposer *composer, GPtrArray *entries, guint n_dated, gboolean *used)
{
  for (guint i = 0; i < n_dated; i++) {
    const TarikhEntry *entry = g_ptr_array_index (entries, i);
    used[LEGEND_SPAN] |= entry->kind == TARIKH_MARK_SPAN;
    used[LEGEND_VAGUE] |= entry->kind == TARIKH_MARK_VAGUE;
    used[LEGEND_APPROXIMATE] |= entry->hollow && !entry->planned && entry->kind == TARIKH_MARK_DAY;
    used[LEGEND_PLANNED] |= entry->planned;
  }
  used[LEGEND_SPAN] = used[LEGEND_SPAN] && used[LEGEND_VAGUE];
  used[LEGEND_NOT_TO_SCALE] = composer->not_to_scale && n_dated > 1;
  used[LEGEND_CHANGED] = composer->chronology->compared;
}

/* ---- on the page ---- */

void
tarikh_layout_legend_put_swatch (const TarikhComposer *composer, TarikhLayoutPage *page, TarikhShape shape,
                                 TarikhColourRole colour, gint event, const TarikhParagraph *text, double at_mm,
                                 double top_mm)
{
  const TarikhStyle *style = composer->style;
  double size = style->marker_mm, middle = top_mm + text->ascent_mm - text->font.size_pt * MIDDLE_OF_LETTERS;
  double from = composer->text_opposed ? composer->width_mm - composer->margin_mm - at_mm - size
                                       : composer->margin_mm + at_mm;
  double height = shape == TARIKH_SHAPE_RECT ? size * 0.6 : size; /* a bar is thinner than a dot */
  TarikhBox box = { from, middle - height / 2, size, height };
  TarikhRole role = event >= 0 ? TARIKH_ROLE_MARKER : TARIKH_ROLE_LEGEND;
  TarikhLayoutItem *swatch = tarikh_layout_put_box (page, role, shape, event, &box, style->colours[colour]);

  if (shape == TARIKH_SHAPE_RECT && colour == TARIKH_COLOUR_MARKER_PLANNED)
    tarikh_layout_mark_hollow (composer, page, &box);
  swatch->stroke_mm = shape == TARIKH_SHAPE_RING ? style->axis_mm : style->leader_mm;
}

/* Only what badges say needs a date. (transfer full) */
static char *
word_row (const TarikhComposer *composer, const LegendRow *row)
{
  const TarikhDateStyle *dates = &composer->options->dates;
  TarikhDay since = composer->chronology->since;
  g_autofree char *day = tarikh_time_format_interval (dates, since, since, NULL);

  return tarikh_time_format_message (dates, row->key, day, NULL);
}

/* The line that fills with explanations. */
typedef struct {
  double at_mm;  /* where it is free; 0 at its beginning */
  double top_mm, line_mm;
} LegendLine;

/* Puts ROW on LINE, or on the next. */
static gboolean
put_row (const TarikhComposer *composer, TarikhLayoutPage *page, const LegendRow *row, LegendLine *line, GError **error)
{
  g_autofree char *words = word_row (composer, row);
  double width = composer->width_mm - 2 * composer->margin_mm, indent = row->has_swatch ? SWATCH_MM : 0;
  g_autoptr (TarikhParagraph) set
      = tarikh_layout_composer_set (composer, TARIKH_TYPE_FURNITURE, words, width - indent, error);

  if (set == NULL)
    return FALSE;
  if (line->at_mm > 0 && line->at_mm + indent + set->width_mm > width)
    *line = (LegendLine){ 0, line->top_mm + line->line_mm, 0 };
  double before = line->at_mm + indent;
  TarikhFrame frame = { composer->text_opposed ? composer->margin_mm : composer->margin_mm + before, line->top_mm,
                        width - before, TARIKH_ALIGN_START };
  if (row->has_swatch)
    tarikh_layout_legend_put_swatch (composer, page, row->swatch, row->colour, -1, set, line->at_mm, line->top_mm);
  tarikh_layout_put_text (composer, page, TARIKH_ROLE_LEGEND, TARIKH_TYPE_FURNITURE, -1, set, &frame);
  *line = (LegendLine){ before + set->width_mm + BETWEEN_MM, line->top_mm + set->height_mm - set->line_mm, set->line_mm };
  return TRUE;
}

gboolean
tarikh_layout_legend_put (const TarikhComposer *composer, TarikhLayoutPage *page, GPtrArray *entries, double *top_mm,
                          GError **error)
{
  guint n_dated = tarikh_layout_entries_count_dated (entries);
  gboolean used[LEGEND_COUNT] = { FALSE };
  LegendLine line = { 0, *top_mm, 0 };

  find_used (composer, entries, n_dated, used);
  for (guint kind = 0; kind < LEGEND_COUNT; kind++) {
    LegendRow row = choose_row (kind, entries, n_dated);
    if (used[kind] && !put_row (composer, page, &row, &line, error))
      return FALSE;
  }
  *top_mm = line.top_mm + line.line_mm;
  return TRUE;
}
