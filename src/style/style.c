/* style/style: reads a .style file (GKeyFile) over the one it inherits from. A file may change anything and must not
 * say anything that we do not know. Every complaint names file and line. */
#include "style/style.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#define DEEPEST_INHERITANCE 8
#define LARGEST_SHEET (1 << 20) /* bytes; a sheet has some hundred, an endless device has no end */

static const char *const type_groups[TARIKH_TYPE_COUNT] = {
  [TARIKH_TYPE_TITLE] = "title",       [TARIKH_TYPE_DECK] = "deck",     [TARIKH_TYPE_DATE] = "date",
  [TARIKH_TYPE_HEADLINE] = "headline", [TARIKH_TYPE_DETAIL] = "detail", [TARIKH_TYPE_SOURCE] = "source",
  [TARIKH_TYPE_TICK] = "tick",         [TARIKH_TYPE_GAP] = "gap",       [TARIKH_TYPE_FURNITURE] = "furniture",
};

static const char *const colour_keys[TARIKH_COLOUR_COUNT] = {
  [TARIKH_COLOUR_PAPER] = "paper",   [TARIKH_COLOUR_AXIS] = "axis",     [TARIKH_COLOUR_TICK] = "tick",
  [TARIKH_COLOUR_LEADER] = "leader", [TARIKH_COLOUR_MARKER] = "marker", [TARIKH_COLOUR_MARKER_PLANNED] = "marker-planned",
  [TARIKH_COLOUR_BAND] = "band",     [TARIKH_COLOUR_GAP] = "gap",
};

/* One file while it is read. */
typedef struct {
  const char *path;
  char *data;
  GKeyFile *keys;
} Sheet;

static void
sheet_clear (Sheet *sheet)
{
  g_free (sheet->data);
  g_clear_pointer (&sheet->keys, g_key_file_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

/* ---- complaints with a line ---- */

/* TRUE when LINE (stripped) is "KEY=…". */
static gboolean
line_sets (const char *line, const char *key)
{
  gsize length = strlen (key);

  if (strncmp (line, key, length) != 0)
    return FALSE;
  while (line[length] == ' ' || line[length] == '\t')
    length++;
  return line[length] == '=';
}

/* The 1-based line of KEY in GROUP, or of the group's own when KEY is NULL; 1 when not found. */
static guint
find_line (const Sheet *sheet, const char *group, const char *key)
{
  g_auto (GStrv) lines = g_strsplit (sheet->data, "\n", -1);
  g_autofree char *header = g_strdup_printf ("[%s]", group);
  gboolean inside = FALSE;

  for (guint i = 0; lines[i] != NULL; i++) {
    const char *line = g_strstrip (lines[i]);
    if (line[0] == '[')
      inside = strcmp (line, header) == 0;
    if (inside && (key == NULL || line_sets (line, key)))
      return i + 1;
  }
  return 1;
}

/* The first line that is neither blank, comment, group nor key. */
static guint
find_broken_line (const char *data)
{
  g_auto (GStrv) lines = g_strsplit (data, "\n", -1);
  gboolean inside = FALSE;

  for (guint i = 0; lines[i] != NULL; i++) {
    const char *line = g_strstrip (lines[i]);
    gboolean group = line[0] == '[' && g_str_has_suffix (line, "]");
    inside = inside || group;
    if (line[0] != '\0' && line[0] != '#' && !group
        && (!inside || strchr (line, '=') == NULL || line[0] == '=' || !g_utf8_validate (line, -1, NULL)))
      return i + 1;
  }
  return 1;
}

static gboolean G_GNUC_PRINTF (5, 6)
complain (const Sheet *sheet, const char *group, const char *key, GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *raw = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_autofree char *reason = tarikh_base_printable (raw);
  g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_STYLE, "%s:%u: %s", sheet->path, find_line (sheet, group, key), reason);
  return FALSE;
}

/* ---- values ---- */

static gboolean
read_number (const Sheet *sheet, const char *group, const char *key, double low, double high, double *number,
             GError **error)
{
  g_autofree char *text = g_key_file_get_string (sheet->keys, group, key, NULL);
  char *end = NULL;
  double value = text != NULL ? g_ascii_strtod (text, &end) : NAN;

  if (text == NULL || end == text || *end != '\0' || !(value >= low && value <= high))
    return complain (sheet, group, key, error, "%s must be a number from %g to %g", key, low, high);
  *number = value;
  return TRUE;
}

static gboolean
read_colour (const Sheet *sheet, const char *group, const char *key, TarikhColour *colour, GError **error)
{
  g_autofree char *text = g_key_file_get_string (sheet->keys, group, key, NULL);

  if (text == NULL || !tarikh_style_parse_colour (text, colour))
    return complain (sheet, group, key, error, "%s must be a colour like #1a2b3c, not \"%s\"", key,
                     text != NULL ? text : "");
  return TRUE;
}

static gboolean
read_font (const Sheet *sheet, const char *group, char **family, GError **error)
{
  g_autofree char *text = g_key_file_get_string (sheet->keys, group, "font", NULL);

  if (text == NULL || *g_strstrip (text) == '\0')
    return complain (sheet, group, "font", error, "font must name a family");
  g_free (*family);
  *family = g_steal_pointer (&text);
  return TRUE;
}

static gboolean
read_weight (const Sheet *sheet, const char *group, guint *weight, GError **error)
{
  double value = 0;

  if (!read_number (sheet, group, "weight", 100, 900, &value, error))
    return FALSE;
  *weight = (guint) value;
  return TRUE;
}

/* ---- groups; each takes one key ---- */

static gboolean
read_type_key (const Sheet *sheet, const char *group, const char *key, TarikhTypeStyle *type, GError **error)
{
  if (strcmp (key, "font") == 0)
    return read_font (sheet, group, &type->family, error);
  if (strcmp (key, "size") == 0)
    return read_number (sheet, group, key, 4, 200, &type->size_pt, error);
  if (strcmp (key, "weight") == 0)
    return read_weight (sheet, group, &type->weight, error);
  if (strcmp (key, "colour") == 0)
    return read_colour (sheet, group, key, &type->colour, error);
  if (strcmp (key, "leading") == 0)
    return read_number (sheet, group, key, 0.7, 3, &type->leading, error);
  return complain (sheet, group, key, error, "unknown key \"%s\" in [%s]", key, group);
}

static gboolean
read_page_key (const Sheet *sheet, const char *key, TarikhStyle *style, GError **error)
{
  g_autofree char *text = g_key_file_get_string (sheet->keys, "page", key, NULL);

  if (strcmp (key, "margin") == 0)
    return read_number (sheet, "page", key, 0, 200, &style->margin_mm, error);
  if (strcmp (key, "minimum") == 0)
    return read_number (sheet, "page", key, 4, 72, &style->minimum_pt, error);
  if (strcmp (key, "size") != 0)
    return complain (sheet, "page", key, error, "unknown key \"%s\" in [page]", key);
  if (text == NULL || !tarikh_style_parse_paper (text, &style->page_width_mm, &style->page_height_mm))
    return complain (sheet, "page", key, error, "size must be A3, A4, A5, letter, WIDTHxHEIGHTmm or WIDTHxHEIGHTpx");
  return TRUE;
}

static gboolean
read_stroke_key (const Sheet *sheet, const char *key, TarikhStyle *style, GError **error)
{
  if (strcmp (key, "axis") == 0)
    return read_number (sheet, "strokes", key, 0.05, 10, &style->axis_mm, error);
  if (strcmp (key, "leader") == 0)
    return read_number (sheet, "strokes", key, 0.05, 10, &style->leader_mm, error);
  if (strcmp (key, "marker") == 0)
    return read_number (sheet, "strokes", key, 0.5, 20, &style->marker_mm, error);
  return complain (sheet, "strokes", key, error, "unknown key \"%s\" in [strokes]", key);
}

static gboolean
read_colours_key (const Sheet *sheet, const char *key, TarikhStyle *style, GError **error)
{
  for (guint i = 0; i < TARIKH_COLOUR_COUNT; i++)
    if (strcmp (key, colour_keys[i]) == 0)
      return read_colour (sheet, "colours", key, &style->colours[i], error);
  return complain (sheet, "colours", key, error, "unknown key \"%s\" in [colours]", key);
}

/* "none" takes back what the parent said. */
static gboolean
read_dark (const Sheet *sheet, TarikhStyle *style, GError **error)
{
  g_autofree char *name = g_key_file_get_string (sheet->keys, "style", "dark", NULL);

  if (name == NULL || *g_strstrip (name) == '\0')
    return complain (sheet, "style", "dark", error, "dark must name a style, or none");
  g_free (style->dark_name);
  style->dark_name = strcmp (name, "none") == 0 ? NULL : g_steal_pointer (&name);
  return TRUE;
}

static gboolean
read_style_key (const Sheet *sheet, const char *key, TarikhStyle *style, GError **error)
{
  if (strcmp (key, "inherits") == 0)
    return TRUE; /* read before everything else */
  if (strcmp (key, "dark") == 0)
    return read_dark (sheet, style, error);
  if (strcmp (key, "detail") != 0)
    return complain (sheet, "style", key, error, "unknown key \"%s\" in [style]", key);

  g_autoptr (GError) local = NULL;
  style->show_detail = g_key_file_get_boolean (sheet->keys, "style", key, &local);
  return local == NULL || complain (sheet, "style", key, error, "detail must be true or false");
}

static gboolean
read_key (const Sheet *sheet, const char *group, const char *key, TarikhStyle *style, GError **error)
{
  for (guint i = 0; i < TARIKH_TYPE_COUNT; i++)
    if (strcmp (group, type_groups[i]) == 0)
      return read_type_key (sheet, group, key, &style->types[i], error);
  if (strcmp (group, "page") == 0)
    return read_page_key (sheet, key, style, error);
  if (strcmp (group, "colours") == 0)
    return read_colours_key (sheet, key, style, error);
  if (strcmp (group, "strokes") == 0)
    return read_stroke_key (sheet, key, style, error);
  if (strcmp (group, "style") == 0)
    return read_style_key (sheet, key, style, error);
  return complain (sheet, group, NULL, error, "unknown group [%s]", group);
}

static gboolean
read_keys (const Sheet *sheet, TarikhStyle *style, GError **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (sheet->keys, NULL);

  for (guint i = 0; groups[i] != NULL; i++) {
    g_auto (GStrv) keys = g_key_file_get_keys (sheet->keys, groups[i], NULL, NULL);
    if (keys == NULL)
      continue;
    for (guint k = 0; keys[k] != NULL; k++)
      if (!read_key (sheet, groups[i], keys[k], style, error))
        return FALSE;
  }
  return TRUE;
}

/* ---- files ---- */

static char *
find_path (const char *name, const char *directory)
{
  if (strchr (name, '/') != NULL || g_str_has_suffix (name, ".style"))
    return g_strdup (name);
  g_autofree char *file = g_strconcat (name, ".style", NULL);
  return g_build_filename (directory != NULL ? directory : ".", file, NULL);
}

/* The content of the file at PATH, with a NUL behind it; NULL when it cannot be read or is no sheet by its size. */
static char *
read_file (const char *path, gsize *length, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &local);
  g_autofree char *data = g_malloc (LARGEST_SHEET + 1);

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), data, LARGEST_SHEET + 1, length, NULL, &local)) {
    gboolean missing = g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
    g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_STYLE, "%s: %s", path,
                 missing ? "no such style" : local->message);
    return NULL;
  }
  if (*length > LARGEST_SHEET) {
    g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_STYLE, "%s: larger than a style sheet may be (1 MB)", path);
    return NULL;
  }
  data[*length] = '\0';
  return g_realloc (g_steal_pointer (&data), *length + 1);
}

static gboolean
open_sheet (Sheet *sheet, GError **error)
{
  g_autoptr (GError) local = NULL;
  gsize length = 0;

  sheet->data = read_file (sheet->path, &length, error);
  if (sheet->data == NULL)
    return FALSE;
  sheet->keys = g_key_file_new ();
  if (strlen (sheet->data) != length
      || !g_key_file_load_from_data (sheet->keys, sheet->data, length, G_KEY_FILE_NONE, &local)) {
    g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_STYLE, "%s:%u: neither [group] nor key=value", sheet->path,
                 find_broken_line (sheet->data));
    return FALSE;
  }
  return TRUE;
}

static gboolean
load_into (TarikhStyle *style, const char *path, const char *directory, guint depth, GError **error)
{
  g_auto (Sheet) sheet = { .path = path };

  if (!open_sheet (&sheet, error))
    return FALSE;
  g_autofree char *parent = g_key_file_get_string (sheet.keys, "style", "inherits", NULL);
  if (parent != NULL) {
    g_autofree char *parent_path = find_path (parent, directory);
    if (depth >= DEEPEST_INHERITANCE)
      return complain (&sheet, "style", "inherits", error, "inherits from too many styles, or from itself");
    if (!g_file_test (parent_path, G_FILE_TEST_IS_REGULAR))
      return complain (&sheet, "style", "inherits", error, "there is no style \"%s\" to inherit from", parent);
    if (!load_into (style, parent_path, directory, depth + 1, error))
      return FALSE;
  }
  return read_keys (&sheet, style, error);
}

/* What no file of the chain has set. */
static gboolean
check_complete (const TarikhStyle *style, const char *path, GError **error)
{
  const char *missing = style->page_width_mm <= 0 ? "[page] size" : style->minimum_pt <= 0 ? "[page] minimum" : NULL;

  for (guint i = 0; i < TARIKH_TYPE_COUNT && missing == NULL; i++)
    if (style->types[i].family == NULL || style->types[i].size_pt <= 0 || style->types[i].colour.alpha <= 0)
      missing = type_groups[i];
  for (guint i = 0; i < TARIKH_COLOUR_COUNT && missing == NULL; i++)
    if (style->colours[i].alpha <= 0)
      missing = colour_keys[i];
  if (missing == NULL && (style->axis_mm <= 0 || style->leader_mm <= 0 || style->marker_mm <= 0))
    missing = "[strokes]";
  if (missing == NULL)
    return TRUE;
  g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_STYLE, "%s:1: nothing is said about %s; inherits=briefing would",
               path, missing);
  return FALSE;
}

static TarikhStyle *
load_one (const char *name, const char *directory, GError **error)
{
  g_autoptr (TarikhStyle) style = g_new0 (TarikhStyle, 1);
  g_autofree char *path = find_path (name, directory);
  g_autofree char *base = g_path_get_basename (path);

  for (guint i = 0; i < TARIKH_TYPE_COUNT; i++)
    style->types[i] = (TarikhTypeStyle){ .weight = 400, .leading = 1 };
  if (!load_into (style, path, directory, 0, error) || !check_complete (style, path, error))
    return NULL;
  style->name = g_str_has_suffix (base, ".style") ? g_strndup (base, strlen (base) - 6) : g_strdup (base);
  for (guint i = 0; i < TARIKH_TYPE_COUNT; i++)
    style->types[i].size_pt = MAX (style->types[i].size_pt, style->minimum_pt);
  return g_steal_pointer (&style);
}

/* A dark style's own "dark=" is not followed. */
TarikhStyle *
tarikh_style_load (const char *name, const char *directory, GError **error)
{
  g_return_val_if_fail (name != NULL, NULL);

  g_autoptr (TarikhStyle) style = load_one (name, directory, error);
  if (style == NULL || style->dark_name == NULL)
    return g_steal_pointer (&style);
  style->dark = load_one (style->dark_name, directory, error);
  return style->dark != NULL ? g_steal_pointer (&style) : NULL;
}

void
tarikh_style_free (TarikhStyle *style)
{
  if (style == NULL)
    return;
  for (guint i = 0; i < TARIKH_TYPE_COUNT; i++)
    g_free (style->types[i].family);
  tarikh_style_free (style->dark);
  g_free (style->dark_name);
  g_free (style->name);
  g_free (style);
}
