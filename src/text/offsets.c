/* text/offsets: bytes inside, code points outside. */
#include "text/text.h"

#include <string.h>

#define STEP 128 /* bytes between two entries */

struct _TarikhOffsets {
  const char *text;
  gsize length;
  guint32 *counts; /* code points that start before byte i × STEP */
};

/* Code points that start in the LENGTH bytes at P: all bytes but those that continue one (10xxxxxx), eight a step. */
static guint32
count_starts (const char *p, gsize length)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint32 count = (guint32) length;
  guint64 bytes;

  for (; length >= 8; p += 8, length -= 8) {
    memcpy (&bytes, p, 8);
    count -= (guint32) (((bytes >> 7 & ~(bytes >> 6) & ones) * ones) >> 56);
  }
  for (; length > 0; p++, length--)
    count -= ((guchar) *p & 0xc0) == 0x80;
  return count;
}

TarikhOffsets *
tarikh_text_offsets_new (const char *text, gsize length)
{
  TarikhOffsets *offsets = g_new (TarikhOffsets, 1);
  guint32 count = 0;

  *offsets = (TarikhOffsets){ text, length, g_new (guint32, length / STEP + 1) };
  for (gsize i = 0; i <= length / STEP; i++) {
    offsets->counts[i] = count;
    count += count_starts (text + i * STEP, MIN (STEP, length - i * STEP));
  }
  return offsets;
}

void
tarikh_text_offsets_free (TarikhOffsets *offsets)
{
  if (offsets == NULL)
    return;
  g_free (offsets->counts);
  g_free (offsets);
}

guint32
tarikh_text_offsets_get_code_point (const TarikhOffsets *offsets, guint32 byte)
{
  g_return_val_if_fail (byte <= offsets->length, 0);

  return offsets->counts[byte / STEP] + count_starts (offsets->text + byte / STEP * STEP, byte % STEP);
}
