/* draw/palette: names colours by role. An item brings its colour, not the style's key that it came from; its dark
 * counterpart is that of the nearest colour of the style, one meant for the role before others. */
#include "draw/palette.h"

struct _TarikhPalette {
  const TarikhStyle *style;
  GHashTable *names;   /* "headline#1a1a1a" → class */
  GHashTable *classes; /* the names taken */
  GString *light, *dark; /* "name#1a1a1a;" of each class, in order of first use */
};

typedef struct {
  guint types, colours; /* bits of TarikhTypeRole and TarikhColourRole */
} Origin;

#define TYPE(name) (1u << TARIKH_TYPE_##name)
#define COLOUR(name) (1u << TARIKH_COLOUR_##name)

/* Which of the style's keys may have coloured a role. */
static const Origin origins[] = {
  [TARIKH_ROLE_TITLE] = { TYPE (TITLE), 0 },
  [TARIKH_ROLE_DATE] = { TYPE (DATE) | TYPE (SOURCE), 0 },
  [TARIKH_ROLE_HEADLINE] = { TYPE (HEADLINE), 0 },
  [TARIKH_ROLE_DETAIL] = { TYPE (DETAIL) | TYPE (DECK), 0 },
  [TARIKH_ROLE_SOURCE] = { TYPE (SOURCE), 0 },
  [TARIKH_ROLE_MARKER] = { 0, COLOUR (MARKER) | COLOUR (MARKER_PLANNED) },
  [TARIKH_ROLE_LEADER] = { 0, COLOUR (LEADER) },
  [TARIKH_ROLE_AXIS] = { 0, COLOUR (AXIS) },
  [TARIKH_ROLE_TICK] = { 0, COLOUR (TICK) },
  [TARIKH_ROLE_TICK_LABEL] = { TYPE (TICK), 0 },
  [TARIKH_ROLE_GAP] = { TYPE (GAP), COLOUR (GAP) },
  [TARIKH_ROLE_BAND] = { 0, COLOUR (BAND) | COLOUR (MARKER) | COLOUR (LEADER) },
  [TARIKH_ROLE_LEGEND] = { TYPE (FURNITURE) | TYPE (DATE), COLOUR (MARKER) | COLOUR (MARKER_PLANNED) },
  [TARIKH_ROLE_PAGE_NUMBER] = { TYPE (FURNITURE), 0 },
};

TarikhPalette *
tarikh_draw_palette_new (const TarikhStyle *style)
{
  TarikhPalette *palette = g_new0 (TarikhPalette, 1);

  palette->style = style;
  palette->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  palette->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  palette->light = g_string_new (NULL);
  palette->dark = g_string_new (NULL);
  return palette;
}

void
tarikh_draw_palette_free (TarikhPalette *palette)
{
  if (palette == NULL)
    return;
  g_hash_table_unref (palette->names);
  g_hash_table_unref (palette->classes);
  g_string_free (palette->light, TRUE);
  g_string_free (palette->dark, TRUE);
  g_free (palette);
}

static guint
to_byte (double share)
{
  return (guint) (CLAMP (share, 0, 1) * 255 + 0.5);
}

char *
tarikh_draw_colour_to_hex (TarikhColour c)
{
  return g_strdup_printf ("#%02x%02x%02x", to_byte (c.red), to_byte (c.green), to_byte (c.blue));
}

/* ---- dark ---- */

/* The best counterpart so far. */
typedef struct {
  TarikhColour wanted, dark;
  double distance;
} Search;

static void
look_at (Search *search, TarikhColour light, TarikhColour dark, gboolean is_meant)
{
  double red = light.red - search->wanted.red, green = light.green - search->wanted.green;
  double blue = light.blue - search->wanted.blue;
  double distance = red * red + green * green + blue * blue + (is_meant ? 0 : 0.02);

  if (distance < search->distance) {
    search->distance = distance;
    search->dark = dark;
  }
}

TarikhColour
tarikh_draw_palette_get_dark (const TarikhPalette *palette, TarikhRole role, TarikhColour colour)
{
  const TarikhStyle *light = palette->style, *dark = light != NULL ? light->dark : NULL;
  Search search = { colour, colour, G_MAXDOUBLE };

  if (dark == NULL)
    return colour;
  for (guint i = 0; i < TARIKH_TYPE_COUNT; i++)
    look_at (&search, light->types[i].colour, dark->types[i].colour, (origins[role].types >> i & 1) != 0);
  for (guint i = 0; i < TARIKH_COLOUR_COUNT; i++)
    look_at (&search, light->colours[i], dark->colours[i], (origins[role].colours >> i & 1) != 0);
  return search.dark;
}

/* ---- classes ---- */

/* Appends the rule of CLASS without its scope, which is put before every '.'. */
static void
add_rule (GString *rules, const char *class, TarikhColour colour)
{
  g_autofree char *hex = tarikh_draw_colour_to_hex (colour);

  g_string_append_printf (rules, "%s{color:var(--tarikh-%s,%s)}\n", class, class, hex);
}

const char *
tarikh_draw_palette_get_class (TarikhPalette *palette, TarikhRole role, TarikhColour colour)
{
  const char *name = tarikh_layout_role_get_name (role);
  g_autofree char *hex = tarikh_draw_colour_to_hex (colour), *key = g_strconcat (name, hex, NULL);
  char *class = g_hash_table_lookup (palette->names, key);
  guint number = 1;

  if (class != NULL)
    return class;
  class = g_strdup (name);
  while (g_hash_table_contains (palette->classes, class)) {
    g_free (class);
    class = g_strdup_printf ("%s-%u", name, ++number);
  }
  g_hash_table_add (palette->classes, g_strdup (class));
  g_hash_table_insert (palette->names, g_steal_pointer (&key), class);
  add_rule (palette->light, class, colour);
  add_rule (palette->dark, class, tarikh_draw_palette_get_dark (palette, role, colour));
  return class;
}

/* RULES with ".SCOPE ." before each; then the paper's. */
static void
append_scoped (GString *out, const char *rules, const char *scope, TarikhColour paper)
{
  g_auto (GStrv) lines = g_strsplit (rules, "\n", -1);
  g_autofree char *hex = tarikh_draw_colour_to_hex (paper);

  g_string_append_printf (out, ".%s .paper{fill:var(--tarikh-paper,%s)}\n", scope, hex);
  for (char **line = lines; *line != NULL && **line != '\0'; line++)
    g_string_append_printf (out, ".%s .%s\n", scope, *line);
}

void
tarikh_draw_palette_append_rules (const TarikhPalette *palette, const char *scope, TarikhColour paper, GString *out)
{
  const TarikhStyle *dark = palette->style != NULL ? palette->style->dark : NULL;

  append_scoped (out, palette->light->str, scope, paper);
  if (dark == NULL)
    return;
  g_string_append (out, "@media screen and (prefers-color-scheme:dark){\n");
  append_scoped (out, palette->dark->str, scope, dark->colours[TARIKH_COLOUR_PAPER]);
  g_string_append (out, "}\n");
}
