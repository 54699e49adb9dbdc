/* house/words: patterns that may not stand in certain files, row by row of words.tsv: letters of a story's language in
 * C, leftovers, banned calls, paths of one machine. */
#include "house.h"

static void
check_lines (House *house, const char *path, char **row, GRegex *regex, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_regex_match (regex, lines[i], 0, NULL))
      house_find (house, path, i + 1, row[0], "%s", row[4]);
}

static void
check_file (House *house, const char *path, char **row, GRegex *regex)
{
  g_autofree char *text = house_tree_read (house, path);
  g_autofree char *code = g_str_equal (row[1], "code") ? house_tree_strip (text) : NULL;
  const char *subject = code != NULL ? code : text;

  if (g_utf8_validate (subject, -1, NULL))
    check_lines (house, path, row, regex, subject);
}

void
house_check_words (House *house)
{
  for (guint i = 0; i < house->words.rows->len; i++) {
    char **row = house->words.rows->pdata[i];
    g_autoptr (GError) error = NULL;
    g_autoptr (GRegex) regex = g_regex_new (row[3], 0, 0, &error);
    if (regex == NULL)
      g_error ("words.tsv: %s: %s", row[0], error->message);
    for (guint j = 0; j < house->paths->len; j++)
      if (house_tree_matches (row[2], house->paths->pdata[j]))
        check_file (house, house->paths->pdata[j], row, regex);
  }
}
