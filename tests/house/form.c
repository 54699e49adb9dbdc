/* house/form: a file opens by saying what it is for, functions stay short, lines stay narrow. */
#include "house.h"

#include <string.h>

enum { LONGEST_FUNCTION = 80, LONGEST_LINE = 132, SHORTEST_OPENING = 20 };

#define OUR_C "src/*.c src/*.h include/*.h tests/*.c tests/*.h !tests/house/trees/*"

static void
check_opening (House *house, const char *path, const char *text)
{
  const char *end = g_str_has_prefix (text, "/*") ? strstr (text, "*/") : NULL;

  if (end == NULL || end - text < SHORTEST_OPENING)
    house_find (house, path, 1, "opening", "does not open with a comment that says what the file does");
}

static void
check_widths (House *house, const char *path, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    glong width = g_utf8_strlen (lines[i], -1);
    if (width > LONGEST_LINE)
      house_find (house, path, i + 1, "width", "%ld columns, more than %d", width, LONGEST_LINE);
    if (strchr (lines[i], '\t') != NULL)
      house_find (house, path, i + 1, "width", "a tab");
    if (g_str_has_suffix (lines[i], " "))
      house_find (house, path, i + 1, "width", "a blank at the end");
  }
}

/* Where LINE stands among #if branches: one depth more or less, and the depth of the #else whose lines do not count. */
static void
follow_branch (const char *line, guint *depth, guint *skipped)
{
  const char *word = line + 1 + strspn (line + 1, " ");

  if (g_str_has_prefix (word, "if"))
    (*depth)++;
  else if (g_str_has_prefix (word, "el") && *skipped == 0)
    *skipped = *depth;
  else if (g_str_has_prefix (word, "endif") && *depth > 0) {
    if (*skipped == *depth)
      *skipped = 0;
    (*depth)--;
  }
}

/* Blanks preprocessor lines with those they go on to, and #else branches: their braces would be counted twice. */
static void
blank_directives (char *code)
{
  gboolean goes_on = FALSE;
  guint depth = 0, skipped = 0;

  for (char *line = code; *line != '\0';) {
    gsize length = strcspn (line, "\n");
    const char *first = line + strspn (line, " ");
    gboolean directive = goes_on || *first == '#';
    if (directive && !goes_on)
      follow_branch (first, &depth, &skipped);
    goes_on = directive && length > 0 && line[length - 1] == '\\';
    if (directive || skipped > 0)
      memset (line, ' ', length);
    line += length + (line[length] == '\n');
  }
}

/* The name before the argument list that ends at CLOSE (a ')' of CODE). (transfer full) */
static char *
name_before (const char *code, const char *close)
{
  const char *p = close;
  gint depth = 0;

  do {
    depth += *p == ')' ? 1 : *p == '(' ? -1 : 0;
  } while (depth > 0 && p-- > code);
  while (p > code && !g_ascii_isalnum (p[-1]) && p[-1] != '_' && p[-1] != ';')
    p--;
  const char *end = p;
  while (p > code && (g_ascii_isalnum (p[-1]) || p[-1] == '_'))
    p--;
  return g_strndup (p, (gsize) (end - p));
}

/* The function whose body opens at the '{' P, or NULL when it opens something else. (transfer full) */
static char *
function_at (const char *code, const char *p)
{
  while (p > code && g_ascii_isspace (p[-1]))
    p--;
  return p > code && p[-1] == ')' ? name_before (code, p - 1) : NULL;
}

static void
end_function (House *house, const char *path, guint first, guint last, const char *name)
{
  guint length = last - first + 1;

  if (g_str_has_prefix (path, "src/"))
    g_array_append_val (house->lengths, length);
  if (length > LONGEST_FUNCTION)
    house_find (house, path, first, "function", "%s has %u lines, more than %d", name, length, LONGEST_FUNCTION);
}

static void
check_functions (House *house, const char *path, const char *code)
{
  g_autofree char *name = NULL;
  guint line = 1, first = 0;
  gint depth = 0;

  for (const char *p = code; *p != '\0'; p++) {
    line += *p == '\n';
    if (*p == '{' && depth++ == 0) {
      g_free (name);
      name = function_at (code, p);
      first = line;
    }
    if (*p == '}' && --depth == 0 && name != NULL)
      end_function (house, path, first, line, name);
  }
  if (depth != 0)
    house_find (house, path, 0, "function", "braces do not match");
}

void
house_check_form (House *house)
{
  for (guint i = 0; i < house->paths->len; i++) {
    const char *path = house->paths->pdata[i];
    if (!house_tree_matches (OUR_C, path))
      continue;
    g_autofree char *text = house_tree_read (house, path);
    g_autofree char *code = house_tree_strip (text);
    blank_directives (code);
    check_opening (house, path, text);
    if (!g_str_has_prefix (path, "tests/")) /* a test's case is one line, however long */
      check_widths (house, path, text);
    check_functions (house, path, code);
  }
}
