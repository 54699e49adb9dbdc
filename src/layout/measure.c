/* layout/measure: a private font map of chosen files, and the widths of text set in it. The only file of the room that
 * knows Pango. Never places anything. */
#include "layout/measure.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#include "layout/fontfiles.h"

/* What a font's lines take at a size of one point. */
typedef struct {
  char *family;
  guint weight;
  double ascent, descent;
} FontHeight;

struct _TarikhMeasure {
  PangoFontMap *map;
  PangoContext *context;
  FcConfig *config;
  char **directories;
  GHashTable *families; /* names that are open */
  GArray *heights;      /* FontHeight of the fonts asked for so far */
  GPtrArray *notes;     /* TarikhNote*, owned */
  GHashTable *noted;    /* "code detail" of each of them */
  gboolean missing_allowed;
  gboolean all_open;
  gboolean right_to_left;
};

static const char *const built_in_directories[] = {
  "/usr/share/fonts/truetype/noto", "/usr/share/fonts", "/usr/local/share/fonts", NULL,
};

typedef struct {
  const char *prefix, *package;
} FontPackage;

static const FontPackage packages[] = {
  { "Noto", "fonts-noto-core" }, { "Amiri", "fonts-hosny-amiri" }, { "DejaVu", "fonts-dejavu-core" },
  { "Kacst", "fonts-kacst" },    { "Scheherazade", "fonts-sil-scheherazade" },
};

/* ---- the map ---- */

static PangoContext *
create_context (PangoFontMap *map, gboolean right_to_left, const char *lang)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_language (context, pango_language_from_string (lang));
  return context;
}

static gboolean
any_directory_exists (char **directories)
{
  for (guint i = 0; directories[i] != NULL; i++)
    if (g_file_test (directories[i], G_FILE_TEST_IS_DIR))
      return TRUE;
  return FALSE;
}

static void
clear_height (gpointer data)
{
  g_free (((FontHeight *) data)->family);
}

static void
free_note (gpointer data)
{
  tarikh_base_note_free (data);
}

TarikhMeasure *
tarikh_layout_measure_new (const char *const *font_directories, gboolean right_to_left, const char *lang, GError **error)
{
  g_autoptr (TarikhMeasure) measure = g_new0 (TarikhMeasure, 1);

  measure->directories = g_strdupv ((char **) (font_directories != NULL ? font_directories : built_in_directories));
  measure->right_to_left = right_to_left;
  measure->families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  measure->heights = g_array_new (FALSE, FALSE, sizeof (FontHeight));
  g_array_set_clear_func (measure->heights, clear_height);
  measure->notes = g_ptr_array_new_with_free_func (free_note);
  measure->noted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!any_directory_exists (measure->directories)) {
    g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_FONT, "%s: no such font directory; on Debian: apt install %s",
                 measure->directories[0] != NULL ? measure->directories[0] : "", packages[0].package);
    return NULL;
  }
  measure->config = FcConfigCreate ();
  measure->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (measure->map), measure->config);
  measure->context = create_context (measure->map, right_to_left, lang != NULL ? lang : "und");
  return g_steal_pointer (&measure);
}

void
tarikh_layout_measure_free (TarikhMeasure *measure)
{
  if (measure == NULL)
    return;
  g_clear_object (&measure->context);
  g_clear_object (&measure->map);
  g_clear_pointer (&measure->config, FcConfigDestroy);
  g_clear_pointer (&measure->families, g_hash_table_unref);
  g_clear_pointer (&measure->heights, g_array_unref);
  g_clear_pointer (&measure->notes, g_ptr_array_unref);
  g_clear_pointer (&measure->noted, g_hash_table_unref);
  g_strfreev (measure->directories);
  g_free (measure);
}

PangoContext *
tarikh_layout_measure_get_context (TarikhMeasure *measure)
{
  return measure->context;
}

gboolean
tarikh_layout_measure_is_right_to_left (const TarikhMeasure *measure)
{
  return measure->right_to_left;
}

/* ---- families ---- */

static void
open_files (TarikhMeasure *measure, GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    FcConfigAppFontAddFile (measure->config, g_ptr_array_index (files, i));
  pango_fc_font_map_config_changed (PANGO_FC_FONT_MAP (measure->map));
}

static void
open_everything (TarikhMeasure *measure)
{
  if (measure->all_open)
    return;
  g_autoptr (GPtrArray) files = tarikh_layout_font_files_list ((const char *const *) measure->directories);
  open_files (measure, files);
  measure->all_open = TRUE;
}

static gboolean
has_family (TarikhMeasure *measure, const char *family)
{
  FcPattern *pattern = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, family, NULL);
  FcObjectSet *objects = FcObjectSetBuild (FC_FILE, NULL);
  FcFontSet *set = FcFontList (measure->config, pattern, objects);
  gboolean found = set != NULL && set->nfont > 0;

  if (set != NULL)
    FcFontSetDestroy (set);
  FcObjectSetDestroy (objects);
  FcPatternDestroy (pattern);
  return found;
}

static gboolean
complain_of_family (const char *family, GError **error)
{
  g_autofree char *name = tarikh_base_printable (family);

  for (gsize i = 0; i < G_N_ELEMENTS (packages); i++)
    if (g_str_has_prefix (family, packages[i].prefix)) {
      g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_FONT, "font family \"%s\" is missing; on Debian: apt install %s",
                   name, packages[i].package);
      return FALSE;
    }
  g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_FONT, "font family \"%s\" is missing", name);
  return FALSE;
}

static gboolean
require_family (TarikhMeasure *measure, const char *family, GError **error)
{
  if (*family == '\0' || g_hash_table_contains (measure->families, family))
    return TRUE;

  g_autoptr (GPtrArray) files
      = tarikh_layout_font_files_find ((const char *const *) measure->directories, family);
  if (files->len > 0)
    open_files (measure, files);
  if (!has_family (measure, family))
    open_everything (measure); /* a family whose files are named otherwise */
  if (!has_family (measure, family))
    return complain_of_family (family, error);
  g_hash_table_add (measure->families, g_strdup (family));
  return TRUE;
}

gboolean
tarikh_layout_measure_require (TarikhMeasure *measure, const char *chain, GError **error)
{
  g_auto (GStrv) families = g_strsplit (chain, ",", -1);

  for (guint i = 0; families[i] != NULL; i++)
    if (!require_family (measure, g_strstrip (families[i]), error))
      return FALSE;
  return TRUE;
}

/* ---- text ---- */

static PangoFontDescription *
describe (const TarikhFont *font)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, font->family);
  pango_font_description_set_weight (description, (PangoWeight) font->weight);
  pango_font_description_set_absolute_size (description, font->size_pt * PANGO_SCALE);
  return description;
}

PangoLayout *
tarikh_layout_measure_create_line (TarikhMeasure *measure, const TarikhFont *font, const char *text)
{
  PangoLayout *layout = pango_layout_new (measure->context);
  PangoFontDescription *description = describe (font);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
to_points (int units)
{
  return units / (double) PANGO_SCALE;
}

static void
read_extents (PangoLayout *layout, TarikhLineExtents *extents)
{
  PangoRectangle ink, logical;
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);

  pango_layout_line_get_extents (line, &ink, &logical);
  extents->width = to_points (logical.width);
  extents->ink_x = to_points (ink.x - logical.x);
  extents->ink_y = to_points (ink.y);
  extents->ink_width = to_points (ink.width);
  extents->ink_height = to_points (ink.height);
  extents->n_unknown = (guint) pango_layout_get_unknown_glyphs_count (layout);
}

void
tarikh_layout_measure_extents (TarikhMeasure *measure, const TarikhFont *font, const char *text,
                               TarikhLineExtents *extents)
{
  g_autoptr (PangoLayout) layout = tarikh_layout_measure_create_line (measure, font, text);

  read_extents (layout, extents);
}

/* Byte offset → width of the cluster that starts there, over all runs of the one line. */
static void
read_cluster_widths (PangoLayout *layout, double *by_byte)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do {
    PangoRectangle logical;
    if (pango_layout_iter_get_run_readonly (iter) == NULL)
      continue;
    pango_layout_iter_get_cluster_extents (iter, NULL, &logical);
    by_byte[pango_layout_iter_get_index (iter)] += to_points (ABS (logical.width));
  } while (pango_layout_iter_next_cluster (iter));
  pango_layout_iter_free (iter);
}

void
tarikh_layout_measure_advances (TarikhMeasure *measure, const TarikhFont *font, const char *text,
                                TarikhAdvances *advances, TarikhLineExtents *extents)
{
  g_autoptr (PangoLayout) layout = tarikh_layout_measure_create_line (measure, font, text);
  g_autofree double *by_byte = g_new0 (double, strlen (text) + 1);
  int n_attributes = 0;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);
  guint i = 0;

  read_extents (layout, extents);
  read_cluster_widths (layout, by_byte);
  advances->n = (guint) g_utf8_strlen (text, -1);
  advances->advances = g_new (double, advances->n + 1);
  advances->may_break = g_new (guint8, advances->n + 1);
  advances->is_cluster = g_new (guint8, advances->n + 1);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), i++) {
    advances->advances[i] = by_byte[p - text];
    advances->may_break[i] = (int) i < n_attributes && attributes[i].is_line_break;
    advances->is_cluster[i] = (int) i < n_attributes && attributes[i].is_cursor_position;
  }
}

void
tarikh_layout_advances_clear (TarikhAdvances *advances)
{
  g_clear_pointer (&advances->advances, g_free);
  g_clear_pointer (&advances->may_break, g_free);
  g_clear_pointer (&advances->is_cluster, g_free);
}

static FontHeight
read_height (TarikhMeasure *measure, const TarikhFont *font)
{
  PangoFontDescription *description = describe (font);
  PangoFont *first = pango_context_load_font (measure->context, description);
  PangoFontMetrics *metrics = first != NULL ? pango_font_get_metrics (first, NULL) : NULL;
  FontHeight height = { g_strdup (font->family), font->weight, 1, 0.3 };

  if (metrics != NULL) {
    height.ascent = to_points (pango_font_metrics_get_ascent (metrics)) / font->size_pt;
    height.descent = to_points (pango_font_metrics_get_descent (metrics)) / font->size_pt;
  }
  g_clear_pointer (&metrics, pango_font_metrics_unref);
  g_clear_object (&first);
  pango_font_description_free (description);
  return height;
}

void
tarikh_layout_measure_metrics (TarikhMeasure *measure, const TarikhFont *font, double *ascent, double *descent)
{
  const FontHeight *known = NULL;

  for (guint i = 0; i < measure->heights->len && known == NULL; i++) {
    const FontHeight *height = &g_array_index (measure->heights, FontHeight, i);
    if (height->weight == font->weight && strcmp (height->family, font->family) == 0)
      known = height;
  }
  if (known == NULL) {
    FontHeight height = read_height (measure, font);
    g_array_append_val (measure->heights, height);
    known = &g_array_index (measure->heights, FontHeight, measure->heights->len - 1);
  }
  *ascent = known->ascent * font->size_pt;
  *descent = known->descent * font->size_pt;
}

gboolean
tarikh_layout_measure_cover (TarikhMeasure *measure, const TarikhFont *font, const char *text)
{
  TarikhLineExtents extents;

  tarikh_layout_measure_extents (measure, font, text, &extents);
  if (extents.n_unknown == 0 || measure->all_open)
    return extents.n_unknown == 0;
  open_everything (measure);
  tarikh_layout_measure_extents (measure, font, text, &extents);
  return extents.n_unknown == 0;
}

/* ---- what the fonts lack, and other doubts ---- */

void
tarikh_layout_measure_note (TarikhMeasure *measure, TarikhNoteCode code, const char *detail)
{
  const TarikhSpan nowhere = { 0, 0 };

  if (g_hash_table_add (measure->noted, g_strdup_printf ("%d %s", (int) code, detail)))
    g_ptr_array_add (measure->notes, tarikh_base_note_new (code, nowhere, detail));
}

const GPtrArray *
tarikh_layout_measure_get_notes (const TarikhMeasure *measure)
{
  return measure->notes;
}

void
tarikh_layout_measure_allow_missing (TarikhMeasure *measure)
{
  measure->missing_allowed = TRUE;
}

/* East Asian letters fill a package of their own; the core has nearly all others. */
static const char *
get_package (gunichar c)
{
  gboolean is_cjk = (c >= 0x1100 && c < 0x1200) || (c >= 0x2e80 && c < 0xa000) || (c >= 0xa960 && c < 0xa980)
                    || (c >= 0xac00 && c < 0xd800) || (c >= 0xf900 && c < 0xfb00) || (c >= 0xff00 && c < 0xfff0)
                    || (c >= 0x1b000 && c < 0x1b300) || (c >= 0x20000 && c < 0x40000);

  return is_cjk ? "fonts-noto-cjk" : "fonts-noto-core";
}

gboolean
tarikh_layout_measure_accept_missing (TarikhMeasure *measure, gunichar c, GError **error)
{
  char letter[8] = { 0 };

  g_unichar_to_utf8 (c, letter);
  g_autofree char *detail = g_strdup_printf ("U+%04X %s; on Debian: apt install %s", c, letter, get_package (c));
  if (measure->missing_allowed)
    tarikh_layout_measure_note (measure, TARIKH_NOTE_LETTER_MISSING, detail);
  else
    g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_FONT, "no font has the letter %s (or draw a box with --allow-missing)",
                 detail);
  return measure->missing_allowed;
}
