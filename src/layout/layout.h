/* layout: where everything goes. Chronology and style in, pages of placed items out; pure geometry, millimetres, x from
 * the left, y from the top. Inside, "start" and "end" follow the script; left and right exist only in layout/mirror. */
#pragma once

#include "chronology/chronology.h"
#include "style/style.h"
#include "layout/measure.h"

typedef enum {
  TARIKH_ROLE_TITLE, TARIKH_ROLE_DATE, TARIKH_ROLE_HEADLINE, TARIKH_ROLE_DETAIL, TARIKH_ROLE_SOURCE,
  TARIKH_ROLE_MARKER, TARIKH_ROLE_LEADER, TARIKH_ROLE_AXIS, TARIKH_ROLE_TICK, TARIKH_ROLE_TICK_LABEL,
  TARIKH_ROLE_GAP, TARIKH_ROLE_BAND, TARIKH_ROLE_LEGEND, TARIKH_ROLE_PAGE_NUMBER
} TarikhRole;

typedef enum {
  TARIKH_SHAPE_TEXT,     /* the lines */
  TARIKH_SHAPE_LINE,     /* stroked polyline through points; no fill */
  TARIKH_SHAPE_ARROW,    /* as LINE, with a filled arrowhead at the last point */
  TARIKH_SHAPE_RECT,     /* filled (and stroked when stroke_mm > 0) box x,y,w,h; corner_mm rounds it */
  TARIKH_SHAPE_HATCH,    /* box x,y,w,h hatched at 45° with a thin outline: a vague date's real extent */
  TARIKH_SHAPE_DISC,     /* filled circle in the box */
  TARIKH_SHAPE_RING,     /* stroked circle in the box, paper inside: approximate or planned */
  TARIKH_SHAPE_ZIGZAG    /* a break of the axis, which runs points[0]→points[1]: a zigzag across it at either end, paper
                          * between; as wide as the box is across the axis, at least 4.2 mm */
} TarikhShape;

typedef struct {
  double x_mm, y_mm;
} TarikhPoint;

/* One line of text, laid out: drawn without any further breaking, base direction as the layout's. */
typedef struct {
  char *text;
  double x_mm;        /* left edge of the line's logical box */
  double baseline_mm; /* y */
  double width_mm;    /* logical width */
} TarikhLayoutLine;

typedef struct {
  TarikhRole role;
  TarikhShape shape;
  gint event;                /* index into the chronology's events, or -1 */
  double x_mm, y_mm, w_mm, h_mm; /* ink box */
  /* text */
  char *text;                /* whole, as a reader reads it, without the isolates added for drawing; NULL for shapes */
  TarikhFont font;           /* family chain, size in points, weight */
  GArray *lines;             /* TarikhLayoutLine; NULL for shapes */
  char *href;                /* link target (a URL or "#source-3"), or NULL */
  char *anchor;              /* what a "#source-3" leads to: "source-3" here; NULL: nothing leads here */
  /* shapes */
  GArray *points;            /* TarikhPoint; NULL where the box says all */
  double stroke_mm, corner_mm;
  gboolean dashed;
  TarikhColour colour;       /* of the text, the stroke or the fill */
} TarikhLayoutItem;

typedef struct {
  double width_mm, height_mm;
  GPtrArray *items; /* TarikhLayoutItem*, owned, in painting order; texts in reading order */
} TarikhLayoutPage;

/* What a file tells of an event beside its marks; found by TarikhLayoutItem.event. All owned. */
typedef struct {
  char *id;          /* "e1": an XML name, once in the layout */
  char *start, *end; /* "2024-06-18", both ends inclusive; NULL when undated */
  char *status;      /* "past", "planned" …: a class for style sheets, or NULL */
  char *group;       /* the bookmark it stands under, worded ("2024"), or NULL */
} TarikhLayoutEvent;

typedef struct {
  gboolean right_to_left;
  char *lang;               /* "ar" */
  char *title;              /* for the file's metadata; never NULL */
  char *description;        /* the timeline in words, one line an event; for <desc> and PDF alternatives */
  TarikhColour paper;
  GPtrArray *pages;         /* TarikhLayoutPage*, owned */
  GPtrArray *families;      /* char*, owned: the font chains that the items borrow, by TarikhTypeRole */
  GPtrArray *events;        /* TarikhLayoutEvent*, owned, in order of time; NULL: nothing is told */
} TarikhLayout;

typedef enum {
  TARIKH_LAYOUT_AUTO,       /* by events, span, crowding and paper */
  TARIKH_LAYOUT_HORIZONTAL, /* to scale across the page, labels above and below */
  TARIKH_LAYOUT_VERTICAL,   /* to scale down the page */
  TARIKH_LAYOUT_LIST,       /* one after another, the time between in words */
  TARIKH_LAYOUT_LANES       /* a lane for each person, else place, beside one scale */
} TarikhLayoutKind;
typedef enum { TARIKH_AXIS_AUTO, TARIKH_AXIS_RTL, TARIKH_AXIS_LTR } TarikhAxisDirection;

typedef struct {
  TarikhLayoutKind kind;
  TarikhAxisDirection axis;
  double page_width_mm, page_height_mm; /* 0: the style's */
  const char *orientation;              /* NULL, "portrait", "landscape" */
  const char *title;                    /* NULL: from the stories */
  TarikhDateStyle dates;                /* language, calendar, digits, months */
  TarikhDay as_of;                      /* TARIKH_DAY_NONE: the newest publication date */
} TarikhLayoutOptions;

/* Places CHRONOLOGY. Fails only for want of a font or glyph (TARIKH_ERROR_FONT). Deterministic. (transfer full) */
TarikhLayout *tarikh_layout_new (const TarikhChronology *chronology, const TarikhStyle *style, TarikhMeasure *measure,
                                 const TarikhLayoutOptions *options, GError **error);
void tarikh_layout_free (TarikhLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhLayout, tarikh_layout_free)

const char *tarikh_layout_role_get_name (TarikhRole role); /* "title", "tick-label" … */
/* `.layout.json` of contract.md. EVENT ids come from CHRONOLOGY. (transfer full) */
char *tarikh_layout_to_json (const TarikhLayout *layout, const TarikhChronology *chronology);
