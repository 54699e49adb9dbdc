/* timeline/error: errors as objects of a stream, and safe messages. */
#include "tarikh/tarikh.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

static void
errors_become_objects (void **state)
{
  g_autoptr (GError) error
      = g_error_new_literal (TARIKH_TIMELINE_ERROR, TARIKH_TIMELINE_ERROR_FORMAT, "a\"b\\c\n\x1b\xff \xd8\xb9");
  g_autofree char *with_line = tarikh_timeline_error_to_json (error, 12);
  g_autofree char *without = tarikh_timeline_error_to_json (error, 0);

  assert_string_equal (with_line, "{\"error\":\"a\\\"b\\\\c \xef\xbf\xbd\xef\xbf\xbd \xd8\xb9\",\"line\":12}\n");
  assert_string_equal (without, "{\"error\":\"a\\\"b\\\\c \xef\xbf\xbd\xef\xbf\xbd \xd8\xb9\"}\n");
}

static void
messages_are_made_safe (void **state)
{
  g_autofree char *safe = tarikh_timeline_printable ("a\nb\x07\xe2\x80\xae");

  assert_string_equal (safe, "a b\xef\xbf\xbd\xef\xbf\xbd");
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (errors_become_objects), cmocka_unit_test (messages_are_made_safe) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
