/* draw/icc: an ICC.1:2001-04 profile of sRGB from its definition, so that no profile file must be shipped or found: nine
 * tags, one tone curve for all three channels. Primaries are those of IEC 61966-2-1, adapted to D50 (Bradford). */
#include "draw/icc.h"

#include <math.h>
#include <string.h>

#define CURVE_POINTS 256 /* readers interpolate: the error is below a hundredth of an 8-bit step */
#define TAG_COUNT 9

static void
add_u16 (GByteArray *out, guint value)
{
  guint8 bytes[2] = { (guint8) (value >> 8), (guint8) value };

  g_byte_array_append (out, bytes, sizeof bytes);
}

static void
add_u32 (GByteArray *out, guint32 value)
{
  add_u16 (out, value >> 16);
  add_u16 (out, value & 0xffff);
}

static void
add_text (GByteArray *out, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    g_byte_array_append (out, (const guint8 *) text + MIN (i, strlen (text)), 1);
}

static void
add_fixed (GByteArray *out, double value) /* s15Fixed16Number */
{
  add_u32 (out, (guint32) (gint32) lround (value * 65536));
}

static void
add_xyz (GByteArray *out, const double xyz[3])
{
  for (guint i = 0; i < 3; i++)
    add_fixed (out, xyz[i]);
}

static void
add_header (GByteArray *out)
{
  static const double d50[3] = { 0.9642, 1.0, 0.8249 };

  add_u32 (out, 0); /* size, set at the end */
  add_u32 (out, 0);
  add_u32 (out, 0x02100000);
  add_text (out, "mntrRGB XYZ ", 12);
  static const guint date[6] = { 2000, 1, 1, 0, 0, 0 };
  for (guint i = 0; i < 6; i++)
    add_u16 (out, date[i]);
  add_text (out, "acsp", 4);
  add_text (out, "", 28); /* platform, flags, maker, model, attributes, intent: none, perceptual */
  add_xyz (out, d50);
  add_text (out, "", 48);
}

/* A tag's place in the table is filled in when its data begins. */
static void
begin_tag (GByteArray *out, guint index, const char *name, const char *type)
{
  gsize entry = 128 + 4 + 12 * (gsize) index;
  guint32 offset = GUINT32_TO_BE (out->len);

  memcpy (out->data + entry, name, 4);
  memcpy (out->data + entry + 4, &offset, 4);
  add_text (out, type, 8);
}

static void
end_tag (GByteArray *out, guint index)
{
  gsize entry = 128 + 4 + 12 * (gsize) index;
  guint32 offset, size;

  memcpy (&offset, out->data + entry + 4, 4);
  size = out->len - GUINT32_FROM_BE (offset);
  size = GUINT32_TO_BE (size);
  memcpy (out->data + entry + 8, &size, 4);
  while (out->len % 4 != 0)
    add_text (out, "", 1);
}

static void
add_xyz_tag (GByteArray *out, guint index, const char *name, const double xyz[3])
{
  begin_tag (out, index, name, "XYZ ");
  add_xyz (out, xyz);
  end_tag (out, index);
}

static void
add_description (GByteArray *out, guint index)
{
  static const char name[] = "sRGB IEC61966-2.1";

  begin_tag (out, index, "desc", "desc");
  add_u32 (out, sizeof name);
  add_text (out, name, sizeof name);
  add_text (out, "", 4 + 4 + 2 + 1 + 67); /* no Unicode, no ScriptCode name */
  end_tag (out, index);
}

static void
add_copyright (GByteArray *out, guint index)
{
  static const char text[] = "Public domain: computed from IEC 61966-2-1";

  begin_tag (out, index, "cprt", "text");
  add_text (out, text, sizeof text);
  end_tag (out, index);
}

static double
to_linear (double s)
{
  return s <= 0.04045 ? s / 12.92 : pow ((s + 0.055) / 1.055, 2.4);
}

/* The green and blue curves share the red one's data. */
static void
add_curves (GByteArray *out, guint index)
{
  begin_tag (out, index, "rTRC", "curv");
  add_u32 (out, CURVE_POINTS);
  for (guint i = 0; i < CURVE_POINTS; i++)
    add_u16 (out, (guint) lround (65535 * to_linear (i / (CURVE_POINTS - 1.0))));
  end_tag (out, index);
  guint8 *entry = out->data + 128 + 4 + 12 * (gsize) index;
  memcpy (entry + 12, "gTRC", 4);
  memcpy (entry + 16, entry + 4, 8);
  memcpy (entry + 24, "bTRC", 4);
  memcpy (entry + 28, entry + 4, 8);
}

GByteArray *
tarikh_draw_create_srgb (void)
{
  static const double white[3] = { 0.9505, 1.0, 1.0891 }; /* D65, as version 2 profiles of displays tell it */
  static const double red[3] = { 0.43607, 0.22249, 0.01392 };
  static const double green[3] = { 0.38515, 0.71687, 0.09708 };
  static const double blue[3] = { 0.14307, 0.06061, 0.71410 };
  GByteArray *out = g_byte_array_new ();

  add_header (out);
  add_u32 (out, TAG_COUNT);
  add_text (out, "", 12 * TAG_COUNT);
  add_description (out, 0);
  add_copyright (out, 1);
  add_xyz_tag (out, 2, "wtpt", white);
  add_xyz_tag (out, 3, "rXYZ", red);
  add_xyz_tag (out, 4, "gXYZ", green);
  add_xyz_tag (out, 5, "bXYZ", blue);
  add_curves (out, 6);
  guint32 size = GUINT32_TO_BE (out->len);
  memcpy (out->data, &size, 4);
  return out;
}
