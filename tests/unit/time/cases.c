/* time/cases: every line of a table of phrases is read and its values compared. The table: phrase, day of writing, values. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "time/time.h"

static TarikhTimeReading *
read_phrase (const char *lang, const char *phrase, const char *dct)
{
  TarikhStory story = { .text = (char *) phrase, .text_length = strlen (phrase), .lang = (char *) lang,
                        .published = TARIKH_DAY_NONE, .published_minute = -1 };
  g_autoptr (TarikhText) text = tarikh_text_new (phrase, strlen (phrase));

  if (tarikh_base_day_parse_iso (dct, &story.published))
    story.published_by = TARIKH_PUBLISHED_GIVEN;
  return tarikh_time_read (&story, text, tarikh_lexicon_get (lang));
}

/* The values of READING, joined by blanks; "-" when it holds none. (transfer full) */
static char *
join_values (const TarikhTimeReading *reading)
{
  GString *values = g_string_new (NULL);

  for (guint i = 0; i < reading->exprs->len; i++)
    g_string_append_printf (values, "%s%s", i > 0 ? " " : "", ((TarikhTimeExpr *) reading->exprs->pdata[i])->value);
  if (values->len == 0)
    g_string_append_c (values, '-');
  return g_string_free (values, FALSE);
}

/* Reads the line CELLS; FALSE and a message when its values are others. */
static gboolean
check_line (const char *lang, char **cells)
{
  g_autoptr (TarikhTimeReading) reading = read_phrase (lang, cells[0], cells[1]);
  g_autofree char *values = join_values (reading);

  if (strcmp (values, cells[2]) == 0)
    return TRUE;
  print_message ("%s (%s): %s, not %s\n", cells[0], cells[1], values, cells[2]);
  return FALSE;
}

static void
check_table (const char *lang, const char *path, guint least)
{
  g_autofree char *data = NULL;
  guint n = 0, wrong = 0;

  assert_true (g_file_get_contents (path, &data, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (data, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
    if (lines[i][0] == '#' || g_strv_length (cells) < 3 || strcmp (cells[0], "phrase") == 0)
      continue;
    n++;
    wrong += !check_line (lang, cells);
  }
  assert_int_equal (wrong, 0);
  assert_true (n >= least); /* the table was found and is whole */
}

static void
test_arabic (void **state)
{
  g_autofree char *path = g_build_filename (g_getenv ("TIME_TABLES"), "cases.tsv", NULL);

  check_table ("ar", path, 500);
}

static void
test_english (void **state)
{
  g_autofree char *path = g_build_filename (g_getenv ("TIME_TABLES"), "cases-en.tsv", NULL);

  check_table ("en", path, 100);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_arabic), cmocka_unit_test (test_english) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
