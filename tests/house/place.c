/* house/place: what stands at the top of the tree, and README's room table, which tells people what rooms.tsv tells
 * this program. */
#include "house.h"

#include <string.h>

static gboolean
has_name (const HouseTable *table, const char *name)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (strcmp (((char **) table->rows->pdata[i])[0], name) == 0)
      return TRUE;
  return FALSE;
}

static void
check_top (House *house)
{
  g_autoptr (GPtrArray) names = house_tree_list_top (house->root);

  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i];
    if (name[0] != '.' && !has_name (&house->top, name))
      house_find (house, name, 0, "place", "does not belong at the top");
  }
}

/* A cell as people write it, "`base` `text`" or "–", as the table writes it. (transfer full) */
static char *
plain_cell (const char *cell)
{
  g_auto (GStrv) parts = g_strsplit (cell, "`", -1);
  g_autofree char *joined = g_strjoinv ("", parts);

  g_strstrip (joined);
  return g_strdup (strcmp (joined, "–") == 0 ? "-" : joined);
}

/* The row "| `room` | may enter | …", or NULL. (transfer full) */
static char **
find_readme_row (char **lines, const char *room, guint *line)
{
  g_autofree char *start = g_strdup_printf ("| `%s` |", room);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], start)) {
      *line = i + 1;
      return g_strsplit (lines[i], "|", -1);
    }
  return NULL;
}

static void
check_readme_row (House *house, char **lines, char **row)
{
  guint line = 0;
  g_auto (GStrv) cells = find_readme_row (lines, row[0], &line);

  if (cells == NULL) {
    house_find (house, "README.md", 0, "place", "its room table has no row for %s", row[0]);
    return;
  }
  g_autofree char *enters = plain_cell (cells[2]);
  if (strcmp (enters, row[1]) != 0)
    house_find (house, "README.md", line, "place", "%s may enter '%s', not '%s'", row[0], row[1], enters);
}

static gboolean
has_room (House *house, const char *room)
{
  g_autofree char *path = g_build_filename (house->root, "src", room, NULL);

  return g_file_test (path, G_FILE_TEST_IS_DIR);
}

static void
check_readme (House *house)
{
  g_autofree char *path = g_build_filename (house->root, "README.md", NULL);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL)) {
    house_find (house, "README.md", 0, "place", "is missing");
    return;
  }
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; i < house->rooms.rows->len; i++) {
    char **row = house->rooms.rows->pdata[i];
    if (has_room (house, row[0]))
      check_readme_row (house, lines, row);
  }
}

void
house_check_place (House *house)
{
  check_top (house);
  check_readme (house);
}
