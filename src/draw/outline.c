/* draw/outline: HarfBuzz's outlines as relative SVG paths. Whole font units lose nothing: they are what the font holds,
 * except for curve points implied between two others, which may move by half a unit. */
#include "draw/outline.h"

#include <hb.h>
#include <math.h>

struct _TarikhOutlines {
  GHashTable *faces;  /* hb_face_t* (referenced) → GHashTable of glyph → id, "" when the glyph shows nothing */
  GHashTable *groups; /* uses → id */
  hb_draw_funcs_t *pen;
  GString *outlines, *words; /* definitions */
  char prefix[8];
  guint count;
};

/* A path being written: relative commands, the letter left out where it repeats. */
typedef struct {
  GString *out;
  gint x, y;             /* the current point, whole units, y down */
  gint start_x, start_y; /* of the contour */
  char command;          /* the last one */
} Path;

static void
add_command (Path *path, char command)
{
  if (command != path->command || command == 'm')
    g_string_append_c (path->out, command);
  path->command = command;
}

static void
add_integer (Path *path, gint value)
{
  gboolean follows_digit = path->out->len > 0 && g_ascii_isdigit (path->out->str[path->out->len - 1]);

  g_string_append_printf (path->out, follows_digit && value >= 0 ? " %d" : "%d", value);
}

static void
add_point (Path *path, float x, float y)
{
  add_integer (path, (gint) lroundf (x) - path->x);
  add_integer (path, (gint) lroundf (-y) - path->y);
}

static void
go_to (Path *path, float x, float y)
{
  path->x = (gint) lroundf (x);
  path->y = (gint) lroundf (-y);
}

static void
move_to (hb_draw_funcs_t *pen, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
  Path *path = data;

  add_command (path, 'm');
  add_point (path, x, y);
  go_to (path, x, y);
  path->start_x = path->x;
  path->start_y = path->y;
}

static void
line_to (hb_draw_funcs_t *pen, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
  Path *path = data;
  gint dx = (gint) lroundf (x) - path->x, dy = (gint) lroundf (-y) - path->y;

  if (dx == 0 && dy == 0)
    return;
  add_command (path, dy == 0 ? 'h' : dx == 0 ? 'v' : 'l');
  if (dx != 0)
    add_integer (path, dx);
  if (dy != 0)
    add_integer (path, dy);
  go_to (path, x, y);
}

static void
quadratic_to (hb_draw_funcs_t *pen, void *data, hb_draw_state_t *state, float x1, float y1, float x, float y, void *user)
{
  Path *path = data;

  add_command (path, 'q');
  add_point (path, x1, y1);
  add_point (path, x, y);
  go_to (path, x, y);
}

static void
cubic_to (hb_draw_funcs_t *pen, void *data, hb_draw_state_t *state, float x1, float y1, float x2, float y2, float x,
          float y, void *user)
{
  Path *path = data;

  add_command (path, 'c');
  add_point (path, x1, y1);
  add_point (path, x2, y2);
  add_point (path, x, y);
  go_to (path, x, y);
}

static void
close_path (hb_draw_funcs_t *pen, void *data, hb_draw_state_t *state, void *user)
{
  Path *path = data;

  add_command (path, 'z');
  path->x = path->start_x;
  path->y = path->start_y;
}

static hb_draw_funcs_t *
create_pen (void)
{
  hb_draw_funcs_t *pen = hb_draw_funcs_create ();

  hb_draw_funcs_set_move_to_func (pen, move_to, NULL, NULL);
  hb_draw_funcs_set_line_to_func (pen, line_to, NULL, NULL);
  hb_draw_funcs_set_quadratic_to_func (pen, quadratic_to, NULL, NULL);
  hb_draw_funcs_set_cubic_to_func (pen, cubic_to, NULL, NULL);
  hb_draw_funcs_set_close_path_func (pen, close_path, NULL, NULL);
  return pen;
}

/* VALUE in digits and small letters. */
static void
append_base36 (GString *out, guint value)
{
  if (value >= 36)
    append_base36 (out, value / 36);
  g_string_append_c (out, "0123456789abcdefghijklmnopqrstuvwxyz"[value % 36]);
}

TarikhOutlines *
tarikh_draw_outlines_new (guint seed)
{
  TarikhOutlines *outlines = g_new0 (TarikhOutlines, 1);
  g_autoptr (GString) prefix = g_string_new ("t");

  append_base36 (prefix, seed % (36 * 36 * 36 * 36));
  g_string_append_c (prefix, '-');
  g_strlcpy (outlines->prefix, prefix->str, sizeof outlines->prefix);
  outlines->faces = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) hb_face_destroy,
                                           (GDestroyNotify) g_hash_table_unref);
  outlines->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  outlines->pen = create_pen ();
  outlines->outlines = g_string_new (NULL);
  outlines->words = g_string_new (NULL);
  return outlines;
}

void
tarikh_draw_outlines_free (TarikhOutlines *outlines)
{
  if (outlines == NULL)
    return;
  g_hash_table_unref (outlines->faces);
  g_hash_table_unref (outlines->groups);
  hb_draw_funcs_destroy (outlines->pen);
  g_string_free (outlines->outlines, TRUE);
  g_string_free (outlines->words, TRUE);
  g_free (outlines);
}

/* (transfer full) */
static char *
create_id (TarikhOutlines *outlines)
{
  GString *id = g_string_new (outlines->prefix);

  append_base36 (id, outlines->count++);
  return g_string_free (id, FALSE);
}

/* Defines the outline of GLYPH. Its id, or "" when there is nothing to see. (transfer full) */
static char *
define_outline (TarikhOutlines *outlines, hb_face_t *face, guint glyph)
{
  g_autoptr (GString) data = g_string_new (NULL);
  hb_font_t *unscaled = hb_font_create (face);
  Path path = { data };

  hb_font_get_glyph_shape (unscaled, glyph, outlines->pen, &path);
  hb_font_destroy (unscaled);
  if (data->len == 0)
    return g_strdup ("");
  char *id = create_id (outlines);
  g_string_append_printf (outlines->outlines, "<path id=\"%s\" d=\"%s\"/>\n", id, data->str);
  return id;
}

static GHashTable *
get_ids (TarikhOutlines *outlines, hb_face_t *face)
{
  GHashTable *ids = g_hash_table_lookup (outlines->faces, face);

  if (ids == NULL) {
    ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
    g_hash_table_insert (outlines->faces, hb_face_reference (face), ids);
  }
  return ids;
}

const char *
tarikh_draw_outlines_get_id (TarikhOutlines *outlines, PangoFont *font, guint glyph)
{
  hb_face_t *face = hb_font_get_face (pango_font_get_hb_font (font));
  GHashTable *ids = get_ids (outlines, face);
  char *id = g_hash_table_lookup (ids, GUINT_TO_POINTER (glyph));

  if (id == NULL) {
    id = define_outline (outlines, face, glyph);
    g_hash_table_insert (ids, GUINT_TO_POINTER (glyph), id);
  }
  return *id != '\0' ? id : NULL;
}

const char *
tarikh_draw_outlines_get_group_id (TarikhOutlines *outlines, const char *uses)
{
  char *id = g_hash_table_lookup (outlines->groups, uses);

  if (id == NULL) {
    id = create_id (outlines);
    g_string_append_printf (outlines->words, "<g id=\"%s\">%s</g>\n", id, uses);
    g_hash_table_insert (outlines->groups, g_strdup (uses), id);
  }
  return id;
}

guint
tarikh_draw_outlines_get_units (PangoFont *font)
{
  return MAX (1, hb_face_get_upem (hb_font_get_face (pango_font_get_hb_font (font))));
}

void
tarikh_draw_outlines_append_definitions (const TarikhOutlines *outlines, GString *out)
{
  g_string_append_len (out, outlines->outlines->str, (gssize) outlines->outlines->len);
  g_string_append_len (out, outlines->words->str, (gssize) outlines->words->len);
}
