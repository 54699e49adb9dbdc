/* text/offsets: bytes inside, code points outside. */
#include "text/text.h"

#define STEP 128 /* bytes between two entries */

struct _TarikhOffsets {
  const char *text;
  gsize length;
  guint32 *counts; /* code points that start before byte i × STEP */
};

static inline gboolean
starts_code_point (char byte)
{
  return ((guchar) byte & 0xc0) != 0x80;
}

TarikhOffsets *
tarikh_text_offsets_new (const char *text, gsize length)
{
  TarikhOffsets *offsets = g_new (TarikhOffsets, 1);
  guint32 count = 0;

  *offsets = (TarikhOffsets){ text, length, g_new (guint32, length / STEP + 1) };
  for (gsize i = 0; i < length; i++) {
    if (i % STEP == 0)
      offsets->counts[i / STEP] = count;
    count += starts_code_point (text[i]);
  }
  if (length % STEP == 0)
    offsets->counts[length / STEP] = count;
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
  guint32 count = offsets->counts[byte / STEP];

  for (gsize i = byte / STEP * STEP; i < byte; i++)
    count += starts_code_point (offsets->text[i]);
  return count;
}
