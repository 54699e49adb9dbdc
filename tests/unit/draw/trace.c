/* draw/trace: the whole page as text, against a kept copy. To accept a change: TARIKH_ACCEPT=1 and look at the diff. */
#include "draw/draw.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include "fixture.h"

static void
page_is_drawn_as_before (void **state)
{
  TarikhLayout *layout = fixture_page (NULL);
  g_autofree char *trace = tarikh_draw_trace (layout), *golden = NULL;

  fixture_free (layout);
  if (g_getenv ("TARIKH_ACCEPT") != NULL)
    assert_true (g_file_set_contents (GOLDEN, trace, -1, NULL));
  assert_true (g_file_get_contents (GOLDEN, &golden, NULL, NULL));
  assert_string_equal (trace, golden);
}

/* What a story says cannot add lines to the trace. */
static void
text_stays_on_its_line (void **state)
{
  TarikhLayout *layout = fixture_new ("x");
  TarikhLayoutPage *page = fixture_add_page (layout, 100, 100);

  fixture_add_text (page, NULL, TARIKH_ROLE_TITLE, -1, "a\npage 7 1 1", 90, 10, 10, 400, ink);
  g_autofree char *trace = tarikh_draw_trace (layout);
  assert_null (strstr (trace, "\npage 7"));
  fixture_free (layout);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (page_is_drawn_as_before),
    cmocka_unit_test (text_stays_on_its_line),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
