/* draw/content: artifact brackets around what is not marked; strings that look like operators are left alone. */
#include "draw/content.h"

#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

static void
assert_wrapped (const char *content, gint parts, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  assert_int_equal (tarikh_draw_wrap_artifacts (out, content, strlen (content)), parts);
  if (expected != NULL)
    assert_string_equal (out->str, expected);
}

static void
wraps_what_is_between (void **state)
{
  assert_wrapped ("q 1 0 0 1 0 0 cm\n/P << /MCID 0 >> BDC\nBT (x) Tj ET\nEMC\nQ\n", 1,
                  "\n/Artifact BMC\nq 1 0 0 1 0 0 cm\nEMC\n\n/P << /MCID 0 >> BDC\nBT (x) Tj ET\nEMC"
                  "\n/Artifact BMC\n\nQ\n\nEMC\n");
  assert_wrapped ("/P << /MCID 0 >> BDC\nEMC\n/P << /MCID 1 >> BDC\nEMC\n", 2,
                  "/P << /MCID 0 >> BDC\nEMC\n/P << /MCID 1 >> BDC\nEMC\n");
  assert_wrapped ("", 0, "");
}

static void
keeps_nested_brackets (void **state)
{
  assert_wrapped ("/P <</MCID 0>> BDC /Span <</ActualText <feff>>> BDC (a) Tj EMC EMC /P <</MCID 1>> BDC EMC", 2, NULL);
  assert_wrapped ("/Span <</ActualText (a)>> BDC (a) Tj EMC", 0, NULL);
}

static void
strings_are_no_operators (void **state)
{
  assert_wrapped ("BT (/P << /MCID 0 >> BDC) Tj (a \\) EMC (b) EMC) Tj ET", 0, NULL);
  assert_wrapped ("/EMC gs % EMC BDC /MCID 7\n1 w", 0, NULL);
}

static void
refuses_what_it_does_not_know (void **state)
{
  assert_wrapped ("/P << /MCID 1 >> BDC EMC", -1, NULL);                            /* not from 0 */
  assert_wrapped ("/P << /MCID 0 >> BDC /P << /MCID 1 >> BDC EMC EMC", -1, NULL);   /* nested */
  assert_wrapped ("/P << /MCID 0 >> BDC", -1, NULL);
  assert_wrapped ("EMC", -1, NULL);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (wraps_what_is_between),
    cmocka_unit_test (keeps_nested_brackets),
    cmocka_unit_test (strings_are_no_operators),
    cmocka_unit_test (refuses_what_it_does_not_know),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
