/* draw/svg: the parts of a picture, for a file of its own or for a web page around it. */
#pragma once

#include "draw/draw.h"

typedef struct {
  char *style;       /* the content of a <style> */
  char *definitions; /* the content of a <defs> that stands before all pages; "" when there is nothing to define */
  char *family;      /* the fonts of most texts, as CSS lists them; NULL: no text */
  GPtrArray *pages;  /* char*, owned: the marks of each page, as the content of an <svg> or a <g> */
} TarikhSvgParts;

TarikhSvgParts *tarikh_draw_svg_parts_new (const TarikhLayout *layout, TarikhMeasure *measure,
                                           const TarikhDrawOptions *options);
void tarikh_draw_svg_parts_free (TarikhSvgParts *parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhSvgParts, tarikh_draw_svg_parts_free)

/* Appends the opening tag of an <svg> of that size, and what its texts and marks take over from it. */
void tarikh_draw_append_svg_start (GString *out, const TarikhLayout *layout, const TarikhSvgParts *parts,
                                   double width_px, double height_px);
