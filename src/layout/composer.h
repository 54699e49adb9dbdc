/* layout/composer: a layout while it is made, and the strokes and texts put on its pages. Along a line of text, distances
 * count from the side where the axis starts ("start"); layout/mirror turns them round at the end. Private to layout. */
#pragma once

#include "layout/cite.h"
#include "layout/layout.h"
#include "layout/paragraph.h"

typedef struct {
  const TarikhChronology *chronology;
  TarikhCitations citations;
  const TarikhStyle *style;
  TarikhMeasure *measure;
  const TarikhLayoutOptions *options;
  TarikhLayout *layout;
  double width_mm, height_mm; /* of a page; height 0: as tall as its content */
  double margin_mm;
  gboolean mirrored;     /* the start side is the right */
  gboolean text_opposed; /* text begins at the other side than the axis */
  gboolean lean;         /* a page so small that furniture gives way: bar, deck, running head, calendar */
  gboolean may_turn;     /* nobody said which way the paper lies */
  gboolean not_to_scale; /* the page must say so */
  double type_scale;     /* of dates, headlines and details; 1 unless room is short */
} TarikhComposer;

typedef enum { TARIKH_ALIGN_START, TARIKH_ALIGN_CENTRE, TARIKH_ALIGN_END } TarikhAlign;

/* Where a text goes: the column it may fill, the top of its first line. */
typedef struct {
  double start_mm, top_mm, width_mm;
  TarikhAlign align; /* in the text's own sense of start */
} TarikhFrame;

typedef struct {
  double start_mm, top_mm, width_mm, height_mm;
} TarikhBox;

/* The font of ROLE at the present type scale, never below the style's minimum. */
TarikhFont tarikh_layout_composer_get_font (const TarikhComposer *composer, TarikhTypeRole role);
/* TEXT in ROLE's type. (transfer full), NULL with TARIKH_ERROR_FONT */
TarikhParagraph *tarikh_layout_composer_set (const TarikhComposer *composer, TarikhTypeRole role, const char *text,
                                             double width_mm, GError **error);

TarikhLayoutPage *tarikh_layout_composer_add_page (TarikhComposer *composer);

/* Each puts an item on PAGE and returns it (borrowed). EVENT: index or -1. */
TarikhLayoutItem *tarikh_layout_put_text (const TarikhComposer *composer, TarikhLayoutPage *page, TarikhRole role,
                                          TarikhTypeRole type, gint event, const TarikhParagraph *paragraph,
                                          const TarikhFrame *frame);
TarikhLayoutItem *tarikh_layout_put_box (TarikhLayoutPage *page, TarikhRole role, TarikhShape shape, gint event,
                                         const TarikhBox *box, TarikhColour colour);
TarikhLayoutItem *tarikh_layout_put_line (TarikhLayoutPage *page, TarikhRole role, TarikhShape shape, gint event,
                                          const TarikhPoint *points, guint n_points, double stroke_mm,
                                          TarikhColour colour);
