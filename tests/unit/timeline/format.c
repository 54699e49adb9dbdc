/* timeline/format: which ending means what. */
#include "tarikh/tarikh.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

static void
endings_are_known (void **state)
{
  static const struct {
    const char *path;
    TarikhTimelineFormat format;
  } cases[] = {
    { "a.pdf", TARIKH_TIMELINE_PDF },
    { "dir.svg/A.PDF", TARIKH_TIMELINE_PDF },
    { "a.svg", TARIKH_TIMELINE_SVG },
    { "a.b.png", TARIKH_TIMELINE_PNG },
    { "a.layout.json", TARIKH_TIMELINE_LAYOUT_JSON },
    { ".pdf", TARIKH_TIMELINE_PDF },
    { "a.HTML", TARIKH_TIMELINE_HTML },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    TarikhTimelineFormat format = TARIKH_TIMELINE_PNG;
    assert_true (tarikh_timeline_format_from_path (cases[i].path, &format));
    assert_int_equal (format, cases[i].format);
  }
}

static void
others_are_not (void **state)
{
  static const char *const paths[] = { "", "pdf", "apdf", "a.json", "layout.json", "a.pdf.gz", "a.pdf/", "-" };
  static const char *const names[] = { "", ".pdf", "json", "layout", "pdfx" };
  TarikhTimelineFormat format = TARIKH_TIMELINE_SVG;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    assert_false (tarikh_timeline_format_from_path (paths[i], &format));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_false (tarikh_timeline_format_from_name (names[i], &format));
  assert_int_equal (format, TARIKH_TIMELINE_SVG);
  assert_true (tarikh_timeline_format_from_name ("layout.json", &format));
  assert_int_equal (format, TARIKH_TIMELINE_LAYOUT_JSON);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (endings_are_known), cmocka_unit_test (others_are_not) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
