/* layout/badge: a word on a filled ground, and lines through words. Both are drawn of plain shapes, so that they are the
 * same in every format and need no colour to be seen. Says nothing of its own. */
#include "layout/badge.h"

#define BESIDE_MM 1.0       /* ground on either side of the word */
#define BELOW_MM 1.2        /* air between a badge and what follows */
#define ROUND_MM 0.5
#define STRIKE_ABOVE 0.37   /* of the size, above the baseline: above most letters' bodies, which stay legible */
#define STRIKE_OF_SIZE 0.05 /* how thick */
#define MM_OF_POINT (25.4 / 72.0)

TarikhParagraph *
tarikh_layout_badge_set (const TarikhComposer *composer, const char *word, double width_mm, GError **error)
{
  return tarikh_layout_composer_set (composer, TARIKH_TYPE_SOURCE, word, width_mm - 2 * BESIDE_MM, error);
}

double
tarikh_layout_badge_get_width (const TarikhParagraph *set)
{
  return set->width_mm + 2 * BESIDE_MM;
}

double
tarikh_layout_badge_get_height (const TarikhParagraph *set)
{
  return set->height_mm + BELOW_MM;
}

void
tarikh_layout_badge_put (const TarikhComposer *composer, TarikhLayoutPage *page, gint event,
                         const TarikhParagraph *set, const TarikhFrame *frame)
{
  double width = tarikh_layout_badge_get_width (set);
  TarikhBox ground = { composer->text_opposed ? frame->start_mm + frame->width_mm - width : frame->start_mm,
                       frame->top_mm, width, set->height_mm };
  TarikhFrame inside = { ground.start_mm + BESIDE_MM, frame->top_mm, set->width_mm, TARIKH_ALIGN_START };

  tarikh_layout_put_box (page, TARIKH_ROLE_BAND, TARIKH_SHAPE_RECT, event, &ground,
                         composer->style->types[TARIKH_TYPE_DATE].colour)->corner_mm = ROUND_MM;
  tarikh_layout_put_text (composer, page, TARIKH_ROLE_DATE, TARIKH_TYPE_SOURCE, event, set, &inside)->colour
    = composer->style->colours[TARIKH_COLOUR_PAPER];
}

void
tarikh_layout_badge_strike (const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhLayoutItem *text)
{
  double size = text->font.size_pt * MM_OF_POINT;

  for (guint i = 0; i < text->lines->len; i++) {
    const TarikhLayoutLine *line = &g_array_index (text->lines, TarikhLayoutLine, i);
    double y = line->baseline_mm - size * STRIKE_ABOVE;
    TarikhPoint ends[] = { { line->x_mm, y }, { line->x_mm + line->width_mm, y } };
    tarikh_layout_put_line (page, TARIKH_ROLE_BAND, TARIKH_SHAPE_LINE, text->event, ends, 2, size * STRIKE_OF_SIZE,
                            composer->style->types[TARIKH_TYPE_DATE].colour);
  }
}
