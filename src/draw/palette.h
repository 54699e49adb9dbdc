/* draw/palette: the colours of a drawing for the web, each a class that a page can restyle by the custom property of its
 * name ("--tarikh-headline"), with its counterpart for dark screens where the style has one. */
#pragma once

#include "layout/layout.h"

typedef struct _TarikhPalette TarikhPalette;

/* STYLE (may be NULL) says what is dark; borrowed. */
TarikhPalette *tarikh_draw_palette_new (const TarikhStyle *style);
void tarikh_draw_palette_free (TarikhPalette *palette);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhPalette, tarikh_draw_palette_free)

/* The class of ROLE in COLOUR: the role's name, numbered when it has several colours. Borrowed. */
const char *tarikh_draw_palette_get_class (TarikhPalette *palette, TarikhRole role, TarikhColour colour);
/* The rules of all classes asked for so far, and of "paper", below the class SCOPE. */
void tarikh_draw_palette_append_rules (const TarikhPalette *palette, const char *scope, TarikhColour paper, GString *out);
/* The colour that stands for COLOUR of ROLE on dark screens; COLOUR itself when there are none. */
TarikhColour tarikh_draw_palette_get_dark (const TarikhPalette *palette, TarikhRole role, TarikhColour colour);
/* "#1a2b3c"; the alpha channel is left out. (transfer full) */
char *tarikh_draw_colour_to_hex (TarikhColour colour);
