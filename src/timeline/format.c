/* timeline/format: the names and endings of what a timeline can be drawn as. */
#include "timeline/private.h"

#include <string.h>

static const struct {
  TarikhTimelineFormat format;
  const char *name;
} formats[] = {
  { TARIKH_TIMELINE_PDF, "pdf" },
  { TARIKH_TIMELINE_SVG, "svg" },
  { TARIKH_TIMELINE_PNG, "png" },
  { TARIKH_TIMELINE_LAYOUT_JSON, "layout.json" },
  { TARIKH_TIMELINE_HTML, "html" },
};

gboolean
tarikh_timeline_format_from_name (const char *name, TarikhTimelineFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (name, formats[i].name) == 0) {
      *format = formats[i].format;
      return TRUE;
    }
  return FALSE;
}

gboolean
tarikh_timeline_format_from_path (const char *path, TarikhTimelineFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    gsize length = strlen (path), ending = strlen (formats[i].name);
    if (length > ending && path[length - ending - 1] == '.'
        && g_ascii_strcasecmp (path + length - ending, formats[i].name) == 0) {
      *format = formats[i].format;
      return TRUE;
    }
  }
  return FALSE;
}
