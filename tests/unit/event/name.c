/* event/name: who and where, as names and whole; one sentence of our own a case. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reading.h"

static const GivenTime may = DAY ("3 مايو 2024", "2024-05-03");

static char *
join (const GPtrArray *names)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", (const char *) names->pdata[i]);
  return g_string_free (out, FALSE);
}

static void
check (const char *text, const char *who, const char *where)
{
  Read *read = read_story (text, "2024-06-20", &may, 1);
  g_autofree char *actors = join (get_event (read, 0)->who);
  g_autofree char *places = join (get_event (read, 0)->where);

  assert_string_equal (actors, who);
  assert_string_equal (places, where);
  free_read (read);
}

static void
a_possessed_noun_is_no_name (void **state)
{
  check ("لقي الصحفي سامي الراوي مصرعه في حادث في 3 مايو 2024.", "سامي الراوي", "");
}

static void
a_bare_head_is_no_name (void **state)
{
  check ("أمرت محكمة بحبس السائق في 3 مايو 2024.", "", "");
  check ("وصل الوفد إلى دولة آسيوية في 3 مايو 2024.", "", "");
}

static void
an_adjective_is_no_country (void **state)
{
  check ("استقال المدير المالي من منصبه في 3 مايو 2024.", "", "");
}

static void
a_common_word_may_end_a_name (void **state)
{
  check ("غادر الرئيس حسني مبارك القاهرة في 3 مايو 2024.", "حسني", "القاهرة");
  check ("استقال الرئيس حسني مبارك في 3 مايو 2024.", "حسني مبارك", "");
}

static void
two_persons_stay_two (void **state)
{
  check ("التقى سامي الراوي أحمد الشامي. ودعا الراوي الشامي إلى بيته في 3 مايو 2024.", "سامي الراوي|أحمد الشامي", "");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_possessed_noun_is_no_name), cmocka_unit_test (a_bare_head_is_no_name),
    cmocka_unit_test (an_adjective_is_no_country),  cmocka_unit_test (a_common_word_may_end_a_name),
    cmocka_unit_test (two_persons_stay_two),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
