/* house/include: who may include whom. Rooms include lower rooms only (rooms.tsv); a foreign library is let into its
 * own rooms only (headers.tsv); a header that no row names is refused, so that a new library is a decision. */
#include "house.h"

#include <string.h>

static void
check_room (House *house, const char *path, guint line, const char *target)
{
  g_autofree char *from = house_room_of_path (path);
  const char *slash = strchr (target, '/');
  g_autofree char *to = slash != NULL ? g_strndup (target, (gsize) (slash - target)) : g_strdup ("");
  char **row = house_room_find (house, from);

  if (house_room_find (house, to) == NULL)
    house_find (house, path, line, "include", "\"%s\" does not start with a room", target);
  else if (strcmp (from, to) != 0 && (row == NULL || !house_list_has (row[1], to)))
    house_find (house, path, line, "include", "%s may not enter %s (\"%s\")", from, to, target);
}

static void
check_foreign (House *house, const char *path, guint line, const char *target)
{
  gboolean known = FALSE;

  for (guint i = 0; i < house->headers.rows->len; i++) {
    char **row = house->headers.rows->pdata[i];
    if (!g_pattern_match_simple (row[0], target))
      continue;
    known = TRUE;
    if (house_tree_matches (row[1], path))
      return;
  }
  house_find (house, path, line, "include", known ? "<%s> is not let into this room" : "<%s> is in no row of headers.tsv",
              target);
}

/* RAW: the line as written; CODE: the same line without comments and literals. */
static void
check_line (House *house, const char *path, guint line, const char *raw, const char *code)
{
  gsize start = strspn (code, " \t");

  if (code[start] != '#' || !g_str_has_prefix (code + start + 1 + strspn (code + start + 1, " "), "include"))
    return;
  const char *open = strpbrk (raw + start, "<\"");
  const char *close = open != NULL ? strchr (open + 1, *open == '<' ? '>' : '"') : NULL;
  if (close == NULL) {
    house_find (house, path, line, "include", "a header that is not spelled out");
    return;
  }
  g_autofree char *target = g_strndup (open + 1, (gsize) (close - open - 1));
  if (*open == '"' && !g_str_has_prefix (target, "tarikh/")) /* the public door has its row in headers.tsv */
    check_room (house, path, line, target);
  else
    check_foreign (house, path, line, target);
}

void
house_check_includes (House *house)
{
  for (guint i = 0; i < house->paths->len; i++) {
    const char *path = house->paths->pdata[i];
    if (!house_tree_matches ("src/*.c src/*.h src/*.def src/*.inc include/*.h", path))
      continue;
    g_autofree char *room = house_room_of_path (path);
    if (room == NULL || house_room_find (house, room) == NULL) {
      house_find (house, path, 0, "include", "stands in no room of rooms.tsv");
      continue;
    }
    g_autofree char *text = house_tree_read (house, path);
    g_autofree char *stripped = house_tree_strip (text);
    g_auto (GStrv) raw = g_strsplit (text, "\n", -1);
    g_auto (GStrv) code = g_strsplit (stripped, "\n", -1);
    for (guint j = 0; raw[j] != NULL; j++)
      check_line (house, path, j + 1, raw[j], code[j]);
  }
}
