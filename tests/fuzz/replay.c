/* fuzz/replay: runs a target over its seeds, and over seeds damaged in a few plain ways (cut short, a byte changed, a byte
 * gone, doubled), in every build and the same on every run. Stands in for libFuzzer's main. */
#include "fuzz.h"

#include <glib.h>
#include <string.h>

enum { DAMAGES = 48 };

static void
run (const guint8 *data, gsize size)
{
  g_autofree guint8 *copy = g_malloc (MAX (size, 1)); /* its exact size: sanitisers see the first byte too far */

  if (size > 0)
    memcpy (copy, data, size);
  LLVMFuzzerTestOneInput (copy, size);
}

/* SEED cut at PLACE, with a byte there changed, without it, and with its end said twice. */
static void
run_damaged (const guint8 *seed, gsize size, gsize place)
{
  static const guint8 bytes[] = { 0x00, 0x0a, 0x22, 0x39, 0x7f, 0x80, 0xd8, 0xe2, 0xff };
  g_autoptr (GByteArray) copy = g_byte_array_new ();

  run (seed, place);
  g_byte_array_append (copy, seed, (guint) size);
  copy->data[place] = bytes[place % G_N_ELEMENTS (bytes)];
  run (copy->data, copy->len);
  g_byte_array_remove_index (copy, (guint) place);
  run (copy->data, copy->len);
  g_byte_array_append (copy, seed + place, (guint) (size - place));
  run (copy->data, copy->len);
}

static void
replay_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize size = 0;

  if (!g_file_get_contents (path, &data, &size, &error))
    g_error ("%s", error->message);
  g_print ("%s\n", path);
  run ((const guint8 *) data, size);
  for (gsize i = 0; i < DAMAGES && i < size; i++)
    run_damaged ((const guint8 *) data, size, i * size / MIN (DAMAGES, size));
}

static guint
replay_directory (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  guint n_seeds = 0;

  if (dir == NULL)
    g_error ("%s", error->message);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir), n_seeds++) {
    g_autofree char *file = g_build_filename (path, name, NULL);
    replay_file (file);
  }
  return n_seeds;
}

int
main (int argc, char **argv)
{
  guint n_seeds = 0;

  run (NULL, 0);
  for (int i = 1; i < argc; i++)
    n_seeds += replay_directory (argv[i]);
  g_print ("%u seeds\n", n_seeds);
  return n_seeds == 0; /* a test without seeds tests nothing */
}
