/* style/paper: names and measures of pages. */
#include "style/style.h"

#include <math.h>
#include <string.h>

#define MM_PER_PX (25.4 / 96.0)
#define LARGEST_MM 5000.0
#define SMALLEST_MM 40.0

typedef struct {
  const char *name;
  double width_mm, height_mm;
} Paper;

static const Paper papers[] = {
  { "A3", 297, 420 }, { "A4", 210, 297 }, { "A5", 148, 210 }, { "letter", 215.9, 279.4 },
};

/* A decimal number at *TEXT, which moves behind it. */
static gboolean
parse_number (const char **text, double *number)
{
  char *end = NULL;

  if (!g_ascii_isdigit (**text))
    return FALSE;
  *number = g_ascii_strtod (*text, &end);
  *text = end;
  return isfinite (*number);
}

static gboolean
parse_measures (const char *text, double *width_mm, double *height_mm)
{
  double width, height;

  if (!parse_number (&text, &width) || *text++ != 'x' || !parse_number (&text, &height))
    return FALSE;
  gboolean pixels = strcmp (text, "px") == 0;
  if (!pixels && strcmp (text, "mm") != 0)
    return FALSE;
  double unit = pixels ? MM_PER_PX : 1.0;
  width *= unit;
  height *= unit;
  if (width < SMALLEST_MM || width > LARGEST_MM || height > LARGEST_MM || (height < SMALLEST_MM && height != 0))
    return FALSE;
  *width_mm = width;
  *height_mm = height;
  return TRUE;
}

gboolean
tarikh_style_parse_paper (const char *text, double *width_mm, double *height_mm)
{
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (text, papers[i].name) == 0) {
      *width_mm = papers[i].width_mm;
      *height_mm = papers[i].height_mm;
      return TRUE;
    }
  return parse_measures (text, width_mm, height_mm);
}

gboolean
tarikh_style_parse_width (const char *text, double *width_mm)
{
  guint64 pixels;

  if (!g_ascii_isdigit (*text)
      || !g_ascii_string_to_unsigned (text, 10, (guint64) (SMALLEST_MM / MM_PER_PX) + 1,
                                      (guint64) (LARGEST_MM / MM_PER_PX), &pixels, NULL))
    return FALSE;
  *width_mm = (double) pixels * MM_PER_PX;
  return TRUE;
}
