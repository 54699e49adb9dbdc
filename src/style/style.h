/* style: how a timeline looks, read from a .style file (GKeyFile, `inherits=`). Numbers only; knows no drawing. */
#pragma once

#include "base/base.h"

typedef struct {
  double red, green, blue, alpha; /* 0..1, sRGB */
} TarikhColour;

typedef struct {
  char *family;  /* comma-separated chain, e.g. "Noto Naskh Arabic, Noto Sans" */
  double size_pt;
  guint weight;  /* 400, 700: only weights that the family has */
  TarikhColour colour;
  double leading; /* line height as a multiple of the font's own; 1.0 = as the font says */
} TarikhTypeStyle;

typedef enum {
  TARIKH_TYPE_TITLE,
  TARIKH_TYPE_DECK,
  TARIKH_TYPE_DATE,
  TARIKH_TYPE_HEADLINE,
  TARIKH_TYPE_DETAIL,
  TARIKH_TYPE_SOURCE,
  TARIKH_TYPE_TICK,
  TARIKH_TYPE_GAP,
  TARIKH_TYPE_FURNITURE, /* page number, "as of" */
  TARIKH_TYPE_COUNT
} TarikhTypeRole;

typedef enum {
  TARIKH_COLOUR_PAPER,
  TARIKH_COLOUR_AXIS,
  TARIKH_COLOUR_TICK,
  TARIKH_COLOUR_LEADER,
  TARIKH_COLOUR_MARKER,
  TARIKH_COLOUR_MARKER_PLANNED,
  TARIKH_COLOUR_BAND,
  TARIKH_COLOUR_GAP,
  TARIKH_COLOUR_COUNT
} TarikhColourRole;

typedef struct _TarikhStyle TarikhStyle;

struct _TarikhStyle {
  char *name;
  double page_width_mm, page_height_mm; /* height 0: as tall as the content needs (SVG articles) */
  double margin_mm;
  double minimum_pt; /* text never gets smaller */
  TarikhTypeStyle types[TARIKH_TYPE_COUNT];
  TarikhColour colours[TARIKH_COLOUR_COUNT];
  double axis_mm, leader_mm, marker_mm; /* stroke widths and the dot's diameter */
  gboolean show_detail;                 /* the sources' sentences under few events, where the page has room */
  char *dark_name;   /* the style whose colours are for screens that ask for the dark ("dark="); NULL: none */
  TarikhStyle *dark; /* it, owned; only its colours are looked at */
};

/* Loads NAME: a file when it holds a '/' or ends in ".style", else NAME.style in DIRECTORY. Unknown keys, bad colours
 * and missing parents: TARIKH_ERROR_STYLE "FILE:LINE: reason". (transfer full) */
TarikhStyle *tarikh_style_load (const char *name, const char *directory, GError **error);
void tarikh_style_free (TarikhStyle *style);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhStyle, tarikh_style_free)

/* "A4" "A3" "A5" "letter" "210x297mm" "680x0px" (CSS pixels; height 0: as tall as the content) → mm. FALSE for anything else. */
gboolean tarikh_style_parse_paper (const char *text, double *width_mm, double *height_mm);
/* A width in CSS pixels ("680") → mm, for a page as tall as its content. FALSE for anything else. */
gboolean tarikh_style_parse_width (const char *text, double *width_mm);
/* "#rgb" or "#rrggbb" or "#rrggbbaa". FALSE for anything else. */
gboolean tarikh_style_parse_colour (const char *text, TarikhColour *colour);
/* WCAG 2 contrast ratio, 1..21. */
double tarikh_style_contrast (TarikhColour a, TarikhColour b);
