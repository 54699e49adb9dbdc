/* chronology/copies: the same wire story under several names. A story's text becomes a sketch by one-permutation min-hashing
 * (Li, Owen & Zhang, "One permutation hashing", 2012) of its four-word runs; bands of two bins find stories alike
 * (Broder, "On the resemblance and containment of documents", 1997). Never compares all pairs. */
#include "chronology/telling.h"

#include <string.h>

#define RUN 4            /* words in a run */
#define BAND 2           /* bins in a band */
#define ALIKE 0.5        /* share of equal bins from which a story is a copy */
#define LEAST_BINS 8     /* fewer filled bins say nothing */
#define EMPTY G_MAXUINT32

static guint32
hash_word (const char *word, const char *end)
{
  guint32 h = 2166136261u;

  for (; word < end; word++)
    h = (h ^ (guchar) *word) * 16777619u;
  return h;
}

static guint32
mix (guint32 h)
{
  h = (h ^ (h >> 16)) * 0x85ebca6bu;
  h = (h ^ (h >> 13)) * 0xc2b2ae35u;
  return h ^ (h >> 16);
}

static void
sketch_add (TarikhSketch *sketch, guint32 run)
{
  guint32 h = mix (run), *bin = &sketch->bins[h % TARIKH_CHRONOLOGY_SKETCH];

  h /= TARIKH_CHRONOLOGY_SKETCH;
  *bin = MIN (*bin, h);
}

TarikhSketch
tarikh_chronology_sketch_of (const char *text, gsize length)
{
  const char *end = text + length, *word = text;
  guint32 last[RUN] = { 0 }, n = 0;
  TarikhSketch sketch;

  memset (&sketch, 0xff, sizeof sketch);
  for (const char *p = text; p <= end; p++) {
    if (p < end && (guchar) *p > ' ')
      continue;
    if (p > word) {
      last[n++ % RUN] = hash_word (word, p);
      guint32 run = 0;
      for (guint i = 0; i < RUN; i++)
        run = mix (run ^ last[(n + i) % RUN]);
      if (n >= RUN)
        sketch_add (&sketch, run);
    }
    word = p + 1;
  }
  return sketch;
}

static gboolean
sketches_are_alike (const TarikhSketch *a, const TarikhSketch *b)
{
  guint same = 0, filled = 0;

  for (guint i = 0; i < TARIKH_CHRONOLOGY_SKETCH; i++) {
    filled += a->bins[i] != EMPTY || b->bins[i] != EMPTY;
    same += a->bins[i] != EMPTY && a->bins[i] == b->bins[i];
  }
  return filled >= LEAST_BINS && same >= ALIKE * filled;
}

/* The table's key for band number BAND_INDEX, 0 when it has an empty bin. */
static guint32
band_key (const TarikhSketch *sketch, guint band_index)
{
  guint32 key = band_index + 1;

  for (guint i = 0; i < BAND; i++) {
    guint32 bin = sketch->bins[band_index * BAND + i];
    if (bin == EMPTY)
      return 0;
    key = mix (key ^ bin) + 0x9e3779b9u;
  }
  return MAX (key, 1u);
}

/* Stories meet the first story of each of their bands only: linear, and a copy's first print is what it is a copy of. */
static guint32
find_first (GHashTable *bands, const TarikhSketch *sketches, guint32 index)
{
  guint32 first = index;

  for (guint b = 0; b < TARIKH_CHRONOLOGY_SKETCH / BAND; b++) {
    guint32 key = band_key (&sketches[index], b);
    if (key == 0)
      continue;
    gpointer other = g_hash_table_lookup (bands, GUINT_TO_POINTER (key));
    if (other == NULL)
      g_hash_table_insert (bands, GUINT_TO_POINTER (key), GUINT_TO_POINTER (index + 1));
    else if (GPOINTER_TO_UINT (other) - 1 < first
             && sketches_are_alike (&sketches[GPOINTER_TO_UINT (other) - 1], &sketches[index]))
      first = GPOINTER_TO_UINT (other) - 1;
  }
  return first;
}

guint32 *
tarikh_chronology_find_copies (const TarikhSketch *sketches, guint n)
{
  guint32 *copy_of = g_new (guint32, MAX (n, 1u));
  g_autoptr (GHashTable) bands = g_hash_table_new (NULL, NULL);

  for (guint32 i = 0; i < n; i++) {
    guint32 first = find_first (bands, sketches, i);
    copy_of[i] = first == i ? i : copy_of[first];
  }
  return copy_of;
}
