/* layout/mark: draws what the kind of a mark means: a disc for a day, a ring where it is not sure, a bar for what lasted, a
 * hatched stretch for some time within. Decides no place. */
#include "layout/mark.h"

#include <math.h>

#define LEAST_STRETCH 1.5 /* a bar is at least this many discs long */
#define BAR_THICK 0.75    /* of a disc */
#define HATCH_THICK 0.9

double
tarikh_layout_mark_get_thickness (const TarikhEntry *entry, const TarikhStyle *style)
{
  static const double thick[]
      = { [TARIKH_MARK_DAY] = 1, [TARIKH_MARK_SPAN] = BAR_THICK, [TARIKH_MARK_VAGUE] = HATCH_THICK };

  return style->marker_mm * thick[entry->kind];
}

static TarikhShape
choose_shape (const TarikhEntry *entry)
{
  if (entry->kind == TARIKH_MARK_DAY)
    return entry->hollow ? TARIKH_SHAPE_RING : TARIKH_SHAPE_DISC;
  return entry->kind == TARIKH_MARK_VAGUE ? TARIKH_SHAPE_HATCH : TARIKH_SHAPE_RECT;
}

void
tarikh_layout_mark_put (const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhEntry *entry,
                        const TarikhMarkPlace *place)
{
  const TarikhStyle *style = composer->style;
  double size = style->marker_mm, thick = tarikh_layout_mark_get_thickness (entry, style);
  TarikhShape shape = choose_shape (entry);
  gboolean day = entry->kind == TARIKH_MARK_DAY;
  double from = day ? place->from_mm - size / 2 : place->from_mm;
  double length = day ? size : fmax (LEAST_STRETCH * size, place->to_mm - place->from_mm);
  TarikhBox down = { place->across_mm - thick / 2, from, thick, length };
  TarikhBox level = { from, place->across_mm - thick / 2, length, thick };

  TarikhLayoutItem *item
      = tarikh_layout_put_box (page, TARIKH_ROLE_MARKER, shape, entry->event, place->level ? &level : &down,
                               tarikh_layout_entry_get_colour (entry, style));
  item->stroke_mm = shape == TARIKH_SHAPE_HATCH ? style->leader_mm : shape == TARIKH_SHAPE_RING ? style->axis_mm : 0;
  item->corner_mm = shape == TARIKH_SHAPE_RECT ? thick / 2 : 0;
}

gboolean
tarikh_layout_mark_is_shared (const TarikhEntry *a, const TarikhEntry *b)
{
  return b->continues
         || (a->kind == TARIKH_MARK_DAY && b->kind == TARIKH_MARK_DAY && a->first == b->first
             && a->hollow == b->hollow);
}
