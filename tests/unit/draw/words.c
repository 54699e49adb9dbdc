/* draw's small writers: numbers, XML text, link targets. */
#include "draw/font.h"
#include "draw/number.h"
#include "draw/uri.h"
#include "draw/xml.h"

#include <math.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

static void
numbers_are_short_and_exact (void **state)
{
  static const struct {
    double value;
    guint decimals;
    const char *text;
  } cases[] = { { 0, 2, "0" }, { -0.001, 2, "0" }, { 1.5, 2, "1.5" }, { -2.25, 1, "-2.3" }, { -0.25, 2, "-0.25" },
                { 12.999, 2, "13" }, { 100, 0, "100" }, { 0.0301, 4, "0.0301" }, { 1e300, 2, "0" }, { NAN, 2, "0" },
                { 7.1, 1, "7.1" }, { 0.05, 2, "0.05" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    tarikh_draw_append_number (out, cases[i].value, cases[i].decimals);
    assert_string_equal (out->str, cases[i].text);
  }
}

static void
assert_xml (const char *text, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  tarikh_draw_append_xml (out, text);
  assert_string_equal (out->str, expected);
}

static void
xml_keeps_text_text (void **state)
{
  assert_xml ("a<b>&\"c'", "a&lt;b&gt;&amp;&quot;c&#39;");
  assert_xml ("]]></svg>", "]]&gt;&lt;/svg&gt;");
  assert_xml ("x\x01y\x0bz", "x\xef\xbf\xbdy\xef\xbf\xbdz");
  assert_xml ("&#x1;", "&amp;#x1;");
  assert_xml ("\xff\xc3", "\xef\xbf\xbd\xef\xbf\xbd");
  assert_xml ("\xef\xbf\xbe", "\xef\xbf\xbd"); /* U+FFFE */
  assert_xml ("\xc2\x85", "\xef\xbf\xbd");     /* NEL */
  assert_xml ("سلام", "سلام");
  assert_xml (NULL, "");
}

static void
xml_names (void **state)
{
  assert_true (tarikh_draw_is_xml_name ("e1"));
  assert_true (tarikh_draw_is_xml_name ("source-3"));
  assert_false (tarikh_draw_is_xml_name ("1e"));
  assert_false (tarikh_draw_is_xml_name (""));
  assert_false (tarikh_draw_is_xml_name ("e1\" onload=\"x"));
  assert_false (tarikh_draw_is_xml_name (NULL));
}

static void
assert_uri (const char *href, const char *expected)
{
  g_autofree char *uri = tarikh_draw_escape_uri (href);

  if (expected == NULL)
    assert_null (uri);
  else
    assert_string_equal (uri, expected);
}

static void
uris_are_followed_or_dropped (void **state)
{
  assert_uri ("https://example.org/a?b=c&d=%20e#f", "https://example.org/a?b=c&d=%20e#f");
  assert_uri ("HTTP://example.org", "HTTP://example.org");
  assert_uri ("mailto:desk@example.org", "mailto:desk@example.org");
  assert_uri ("https://example.org/خ", "https://example.org/%D8%AE");
  assert_uri ("https://e.org/a)/S/JavaScript/JS(app.alert(1))", "https://e.org/a%29/S/JavaScript/JS%28app.alert%281%29%29");
  assert_uri ("https://e.org/\\'\"<>\n %", "https://e.org/%5C%27%22%3C%3E%0A%20%25");
  assert_uri ("https://", NULL);
  assert_uri ("javascript:alert(1)", NULL);
  assert_uri (" javascript:alert(1)", NULL);
  assert_uri ("data:text/html,x", NULL);
  assert_uri ("file:///etc/passwd", NULL);
  assert_uri ("//example.org", NULL);
  assert_uri ("#source-1", NULL);
  assert_uri ("", NULL);
  assert_uri (NULL, NULL);
}

static void
long_uris_are_dropped (void **state)
{
  g_autofree char *tail = g_strnfill (5000, 'a');
  g_autofree char *href = g_strconcat ("https://example.org/", tail, NULL);

  assert_uri (href, NULL);
}

static void
what_is_no_font_is_left_alone (void **state)
{
  static const char data[] = "\0\1\0\0 no font at all, but long enough to be read as a table directory of one";

  assert_null (tarikh_draw_strip_hinting (data, sizeof data));
  assert_null (tarikh_draw_strip_hinting ("", 0));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (numbers_are_short_and_exact),
    cmocka_unit_test (xml_keeps_text_text),
    cmocka_unit_test (xml_names),
    cmocka_unit_test (uris_are_followed_or_dropped),
    cmocka_unit_test (long_uris_are_dropped),
    cmocka_unit_test (what_is_no_font_is_left_alone),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
