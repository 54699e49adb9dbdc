/* layout/badge: what editors need to see of an event at a glance: a word on a filled ground ("new"), a line through what
 * is told no more. Private to layout. */
#pragma once

#include "layout/composer.h"

/* WORD set for a badge in a column of WIDTH_MM. (transfer full), NULL with TARIKH_ERROR_FONT */
TarikhParagraph *tarikh_layout_badge_set (const TarikhComposer *composer, const char *word, double width_mm,
                                          GError **error);
/* How much it takes with its ground. */
double tarikh_layout_badge_get_width (const TarikhParagraph *set);
double tarikh_layout_badge_get_height (const TarikhParagraph *set);
/* Puts it, ground and all, where FRAME begins. */
void tarikh_layout_badge_put (const TarikhComposer *composer, TarikhLayoutPage *page, gint event,
                              const TarikhParagraph *set, const TarikhFrame *frame);
/* Draws a line through every line of TEXT, which was just put on PAGE. */
void tarikh_layout_badge_strike (const TarikhComposer *composer, TarikhLayoutPage *page, const TarikhLayoutItem *text);
