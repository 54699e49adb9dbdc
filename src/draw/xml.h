/* draw/xml: any text as XML text; whatever it holds stays text. */
#pragma once

#include <glib.h>

/* Appends TEXT escaped for content and for either kind of attribute quotes. Bytes that are not UTF-8 and characters that
 * XML 1.0 forbids become U+FFFD. NULL appends nothing. */
void tarikh_draw_append_xml (GString *out, const char *text);
/* Appends ` NAME="VALUE"`, escaped; nothing when VALUE is NULL. */
void tarikh_draw_append_attribute (GString *out, const char *name, const char *value);
/* A CDATA-free name: letters, digits, '-', '_', '.', no digit first. Others are no ids. */
gboolean tarikh_draw_is_xml_name (const char *text);
