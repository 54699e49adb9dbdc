/* house/symbol: what the compiled objects say. A global symbol spells its room; a room calls lower rooms only; nothing
 * writable is static; below the command line nobody prints, exits or asks the machine (calls.tsv). Reads the listing
 * of GNU nm (-A -f sysv): "FILE:name|value|class|type|size|line|section". */
#include "house.h"

#include <string.h>

typedef struct {
  char *object;     /* as in the listing, without the build folder */
  char *room;
  gboolean program; /* belongs to an executable of its room, not to the library */
} Place;

static void
place_clear (Place *place)
{
  g_free (place->object);
  g_free (place->room);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

/* "libtarikh-internal.a.p/base_day.c.o" and "cli/tarikh.p/main.c.o" → their rooms; generated sources are named after
 * their folder too. FALSE for what an executable borrows from another room: it is judged there. */
static gboolean
place_init (Place *place, const char *object)
{
  g_auto (GStrv) parts = g_strsplit (object, "/", -1);
  guint n = g_strv_length (parts);
  const char *name = parts[n - 1];

  if (g_str_has_prefix (name, "meson-generated_"))
    name += strlen ("meson-generated_");
  *place = (Place){ .object = g_strdup (object), .program = n > 2 };
  if (place->program) {
    place->room = g_strdup (parts[0]);
    return !g_str_has_prefix (name, ".._");
  }
  while (g_str_has_prefix (name, ".._"))
    name += 3;
  place->room = g_strndup (name, strcspn (name, "_"));
  return TRUE;
}

static gboolean
row_allows (const HouseTable *table, const char *symbol, const char *object)
{
  for (guint i = 0; i < table->rows->len; i++) {
    char **row = table->rows->pdata[i];
    if (g_pattern_match_simple (row[0], symbol) && house_tree_matches (row[1], object))
      return TRUE;
  }
  return FALSE;
}

static void
check_call (House *house, const Place *place, const char *symbol)
{
  for (guint i = 0; i < house->calls.rows->len && !place->program; i++) {
    char **row = house->calls.rows->pdata[i];
    if (g_pattern_match_simple (row[0], symbol) && !house_list_has (row[1], place->room))
      house_find (house, place->object, 0, "call", "%s: %s", symbol, row[2]);
  }
}

static void
check_undefined (House *house, const Place *place, const char *symbol)
{
  check_call (house, place, symbol);
  if (!g_str_has_prefix (symbol, "tarikh_"))
    return;
  const char *start = symbol + strlen ("tarikh_");
  g_autofree char *room = g_strndup (start, strcspn (start, "_"));
  char **row = house_room_find (house, place->room);
  if (strcmp (room, place->room) != 0 && !house_list_has (strcmp (row[2], "=") == 0 ? row[1] : row[2], room))
    house_find (house, place->object, 0, "symbol", "%s may not call %s", place->room, symbol);
}

static gboolean
is_writable (const char *type, const char *section)
{
  if (strcmp (type, "OBJECT") != 0 && strcmp (type, "TLS") != 0)
    return FALSE;
  if (g_str_has_prefix (section, ".data.rel.ro"))
    return FALSE; /* const once the loader has put the addresses in */
  return g_str_has_prefix (section, ".data") || g_str_has_prefix (section, ".bss")
         || g_str_has_prefix (section, ".tdata") || g_str_has_prefix (section, ".tbss")
         || g_str_has_prefix (section, "*COM*");
}

static void
check_defined (House *house, const Place *place, const char *symbol, const char *class, const char *type,
               const char *section)
{
  g_autofree char *prefix = g_strdup_printf ("tarikh_%s_", place->room);
  gboolean is_main = place->program && strcmp (symbol, "main") == 0;

  if (g_ascii_isupper (*class) && !is_main && !g_str_has_prefix (symbol, prefix) && symbol[0] != '.'
      && !g_str_has_prefix (symbol, "DW."))
    house_find (house, place->object, 0, "symbol", "%s does not start with %s", symbol, prefix);
  if (is_writable (type, section) && !row_allows (&house->statics, symbol, place->object))
    house_find (house, place->object, 0, "static", "%s can be written (%s)", symbol, section);
}

/* Cuts "FILE:name|…|section" into its seven fields with FILE in front; NULL for headings. (transfer full) */
static char **
parse_line (const char *line, char **file)
{
  gsize name_end = strcspn (line, "|");
  const char *colon = line[name_end] == '|' ? g_strrstr_len (line, (gssize) name_end, ":") : NULL;

  if (colon == NULL)
    return NULL;
  char **fields = g_strsplit (colon + 1, "|", -1);
  for (guint i = 0; fields[i] != NULL; i++)
    g_strstrip (fields[i]);
  if (g_strv_length (fields) != 7) {
    g_strfreev (fields);
    return NULL;
  }
  *file = g_strndup (line, (gsize) (colon - line));
  return fields;
}

static void
check_symbol (House *house, const Place *place, char **fields)
{
  if (house_room_find (house, place->room) == NULL)
    house_find (house, place->object, 0, "symbol", "belongs to no room");
  else if (*fields[2] == 'U' || *fields[2] == 'w')
    check_undefined (house, place, fields[0]);
  else
    check_defined (house, place, fields[0], fields[2], fields[3], fields[6]);
}

void
house_check_symbols (House *house, const char *listing, const char *build)
{
  g_auto (GStrv) lines = g_strsplit (listing, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree char *file = NULL;
    g_auto (GStrv) fields = parse_line (lines[i], &file);
    if (fields == NULL)
      continue;
    g_auto (Place) place = { 0 };
    if (place_init (&place, g_str_has_prefix (file, build) ? file + strlen (build) : file))
      check_symbol (house, &place, fields);
  }
}

void
house_check_library (House *house, const char *listing)
{
  g_auto (GStrv) lines = g_strsplit (listing, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree char *file = NULL;
    g_auto (GStrv) fields = parse_line (lines[i], &file);
    if (fields == NULL || !g_ascii_isupper (*fields[2]) || *fields[2] == 'U'
        || g_str_has_prefix (fields[0], "tarikh_timeline_") || g_str_has_prefix (fields[0], "tarikh_dossier_"))
      continue;
    g_autofree char *name = g_path_get_basename (file);
    house_find (house, name, 0, "symbol", "%s is visible but not tarikh_timeline_ or tarikh_dossier_", fields[0]);
  }
}
