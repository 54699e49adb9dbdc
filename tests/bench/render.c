/* bench-render: whole processes that draw chronologies of 10, 100 and 1,000 events as PDF, SVG and HTML.
 *
 *   bench-render TARIKH HEADLINES        (meson test -C build --benchmark --verbose bench-render)
 *
 * Prints time, CPU, memory and size, and judges none. HEADLINES is a file of one headline a line. */
#include "bench.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STORIES = 10 };

static json_t *
create_stories (char **headlines)
{
  json_t *stories = json_array ();

  for (guint i = 0; i < STORIES; i++) {
    g_autofree char *id = g_strdup_printf ("s%u", i + 1), *url = g_strdup_printf ("https://example.org/%u", i + 1);
    json_array_append_new (stories, json_pack ("{s:s,s:s,s:s,s:s,s:s,s:s}", "id", id, "source", "x.txt", "lang", "ar",
                                               "title", headlines[i], "url", url, "published_by", "unknown"));
  }
  return stories;
}

static json_t *
create_event (guint i, const char *headline)
{
  g_autofree char *id = g_strdup_printf ("e%u", i + 1), *story = g_strdup_printf ("s%u", i % STORIES + 1);
  g_autofree char *day = g_strdup_printf ("%04u-%02u-%02u", 1930 + i / 12, i % 12 + 1, i % 28 + 1);

  return json_pack ("{s:s,s:s,s:s,s:s,s:s,s:s,s:f,s:s,s:[],s:[],s:[{s:s,s:i,s:i,s:s}]}", "id", id, "start", day, "end", day,
                    "value", day, "dated_by", "explicit", "status", "past", "salience", 0.5, "headline", headline, "who",
                    "where", "sources", "story", story, "start", 0, "end", 9, "text", headline);
}

/* N events, a month apart, into PATH. */
static void
write_chronology (const char *path, char **headlines, guint n)
{
  guint n_headlines = g_strv_length (headlines);
  json_t *events = json_array ();

  for (guint i = 0; i < n; i++)
    json_array_append_new (events, create_event (i, headlines[i % n_headlines]));
  json_t *root = json_pack ("{s:i,s:o,s:[],s:o}", "tarikh", 1, "stories", create_stories (headlines), "timexes", "events",
                            events);
  g_assert_nonnull (root);
  g_assert_cmpint (json_dump_file (root, path, 0), ==, 0);
  json_decref (root);
}

static gsize
get_packed_size (const char *path)
{
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autofree char *data = NULL;
  gsize length, read, written;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_autofree char *room = g_malloc (length + 1024);
  g_assert_cmpint (g_converter_convert (G_CONVERTER (gzip), data, length, room, length + 1024, G_CONVERTER_INPUT_AT_END,
                                        &read, &written, NULL), ==, G_CONVERTER_FINISHED);
  return written;
}

static void
measure (const char *program, const char *chronology, const char *folder, guint n, const char *format)
{
  g_autofree char *name = g_strconcat ("page.", format, NULL), *path = g_build_filename (folder, name, NULL);
  const char *argv[] = { program, "render", chronology, "-o", path, NULL };
  BenchRun run = bench_best_of (n >= 1000 ? 5 : 10, argv, NULL);
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  printf ("%5u events to %-4s: %7.1f ms, %6.1f ms of CPU, peak %5.1f MB; %7.1f kB, %6.1f kB packed\n", n, format,
          run.seconds * 1e3, run.cpu_seconds * 1e3, run.peak_mb, (double) status.st_size / 1024,
          (double) get_packed_size (path) / 1024);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 10, 100, 1000 };
  static const char *const formats[] = { "pdf", "svg", "html" };
  g_autofree char *text = NULL, *folder = g_dir_make_tmp ("tarikh-bench-XXXXXX", NULL);
  g_autofree char *chronology = g_build_filename (folder, "affair.json", NULL);

  if (argc != 3 || !g_file_get_contents (argv[2], &text, NULL, NULL)) {
    fprintf (stderr, "usage: bench-render TARIKH HEADLINES\n");
    return 2;
  }
  g_auto (GStrv) headlines = g_strsplit (g_strchomp (text), "\n", -1);
  setvbuf (stdout, NULL, _IOLBF, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    write_chronology (chronology, headlines, sizes[i]);
    for (gsize k = 0; k < G_N_ELEMENTS (formats); k++)
      measure (argv[1], chronology, folder, sizes[i], formats[k]);
  }
  g_unlink (chronology);
  g_rmdir (folder);
  return 0;
}
