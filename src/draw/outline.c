/* draw/outline: HarfBuzz's outlines as relative SVG paths. Whole font units lose nothing: they are what the font holds,
 * except for curve points implied between two others, which may move by half a unit. */
#include "draw/outline.h"

#include <hb.h>
#include <math.h>

struct _TarikhOutlines {
  GHashTable *ids;   /* key → id; "" when the glyph shows nothing */
  GHashTable *faces; /* hb_face_t* (referenced) → prefix */
  hb_draw_funcs_t *pen;
  GString *definitions;
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

TarikhOutlines *
tarikh_draw_outlines_new (void)
{
  TarikhOutlines *outlines = g_new0 (TarikhOutlines, 1);

  outlines->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  outlines->faces = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) hb_face_destroy, g_free);
  outlines->pen = create_pen ();
  outlines->definitions = g_string_new (NULL);
  return outlines;
}

void
tarikh_draw_outlines_free (TarikhOutlines *outlines)
{
  if (outlines == NULL)
    return;
  g_hash_table_unref (outlines->ids);
  g_hash_table_unref (outlines->faces);
  hb_draw_funcs_destroy (outlines->pen);
  g_string_free (outlines->definitions, TRUE);
  g_free (outlines);
}

/* The check sum that a font file carries of itself (`head`.checkSumAdjustment), 0 without one. */
static guint32
get_checksum (hb_face_t *face)
{
  hb_blob_t *head = hb_face_reference_table (face, HB_TAG ('h', 'e', 'a', 'd'));
  guint length;
  const char *data = hb_blob_get_data (head, &length);
  guint32 sum = 0;

  for (guint i = 8; length >= 12 && i < 12; i++)
    sum = sum << 8 | (guchar) data[i];
  hb_blob_destroy (head);
  return sum;
}

static gboolean
is_taken (gpointer face, gpointer prefix, gpointer wanted)
{
  return g_str_equal (prefix, wanted);
}

static const char *
get_prefix (TarikhOutlines *outlines, hb_face_t *face)
{
  char *prefix = g_hash_table_lookup (outlines->faces, face);
  guint32 sum = get_checksum (face);

  if (prefix != NULL)
    return prefix;
  for (sum ^= sum >> 16;; sum++) {
    prefix = g_strdup_printf ("g%04x", sum & 0xffff);
    if (g_hash_table_find (outlines->faces, is_taken, prefix) == NULL)
      break;
    g_free (prefix);
  }
  g_hash_table_insert (outlines->faces, hb_face_reference (face), prefix);
  return prefix;
}

/* Appends the outline of GLYPH to the definitions as ID; FALSE when there is nothing to see. */
static gboolean
define (TarikhOutlines *outlines, hb_face_t *face, guint glyph, const char *id)
{
  gsize length = outlines->definitions->len;
  hb_font_t *unscaled = hb_font_create (face);
  Path path = { outlines->definitions };

  g_string_append_printf (outlines->definitions, "<path id=\"%s\" d=\"", id);
  gsize start = outlines->definitions->len;
  hb_font_get_glyph_shape (unscaled, glyph, outlines->pen, &path);
  hb_font_destroy (unscaled);
  if (outlines->definitions->len == start) {
    g_string_truncate (outlines->definitions, length);
    return FALSE;
  }
  g_string_append (outlines->definitions, "\"/>\n");
  return TRUE;
}

const char *
tarikh_draw_outlines_get_id (TarikhOutlines *outlines, PangoFont *font, guint glyph)
{
  hb_face_t *face = hb_font_get_face (pango_font_get_hb_font (font));
  g_autofree char *key = g_strdup_printf ("%s-%x", get_prefix (outlines, face), glyph);
  char *id = g_hash_table_lookup (outlines->ids, key);

  if (id == NULL) {
    id = g_strdup (define (outlines, face, glyph, key) ? key : "");
    g_hash_table_insert (outlines->ids, g_steal_pointer (&key), id);
  }
  return *id != '\0' ? id : NULL;
}

guint
tarikh_draw_outlines_get_units (PangoFont *font)
{
  return MAX (1, hb_face_get_upem (hb_font_get_face (pango_font_get_hb_font (font))));
}

const GString *
tarikh_draw_outlines_get_definitions (const TarikhOutlines *outlines)
{
  return outlines->definitions;
}
