/* fuzz/style: any bytes as a .style file, and as a paper size. The reader takes a file name, so the bytes go through a
 * file in memory. */
#include "fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

#include "style/style.h"

static void
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TarikhStyle) style = tarikh_style_load (path, TARIKH_STYLES, &error);

  g_assert_true ((style == NULL) == (error != NULL));
  if (style == NULL)
    return;
  g_assert_cmpfloat (style->page_width_mm, >, 0);
  for (guint i = 0; i < TARIKH_TYPE_COUNT; i++)
    g_assert_cmpfloat (style->types[i].size_pt, >, 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  int file = memfd_create ("fuzz.style", 0);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  g_autofree char *paper = g_strndup ((const char *) data, MIN (size, 64));
  double width = 0, height = 0;

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint ((gssize) write (file, data, size), ==, (gssize) size);
  load (path);
  close (file);
  if (tarikh_style_parse_paper (paper, &width, &height))
    /* a height of 0: as tall as the content */
    g_assert_true (width > 0 && height >= 0 && width < 1e6 && height < 1e6);
  return 0;
}
