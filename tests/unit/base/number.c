/* base/number: numbers as printf would write them. */
#include "base/base.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <string.h>
#include <cmocka.h>

static void
written_as_by_printf (void **state)
{
  static const gint64 numbers[] = { 0, 1, 9, 10, 99, 100, 2024, 123456789, -1, -44, -12345, G_MAXINT64, G_MININT64 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (guint width = 0; width <= 6; width++) {
      char out[32], expected[32];
      char *end = tarikh_base_write_number (out, numbers[i], width);
      g_snprintf (expected, sizeof expected, "%0*" G_GINT64_FORMAT, (int) width, numbers[i]);
      assert_string_equal (out, expected);
      assert_ptr_equal (end, out + strlen (expected));
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (written_as_by_printf) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
