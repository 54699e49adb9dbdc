/* bench: the program's speed and memory, as a person or a stream engine meets them: whole processes, disk to disk.
 *
 *   bench TARIKH INPUTS        (meson test -C build --benchmark --verbose)
 *
 * Prints figures and judges none (seconds of CPU are those to compare where other programs run beside it); a run that fails stops it. TARIKH_STORIES may name a further folder of stories. */
#include "bench.h"

#include <glib/gstdio.h>
#include <stdio.h>

enum { MB = 1024 * 1024 };

typedef struct {
  const char *program;
  const char *inputs;
  char *scratch;
} Bench;

static void
measure_page (const Bench *bench)
{
  g_autofree char *story = g_build_filename (bench->inputs, "visit-pyongyang.txt", NULL);
  g_autofree char *pdf = g_build_filename (bench->scratch, "page.pdf", NULL);
  const char *argv[] = { bench->program, "render", story, "--published", "2024-06-20", "-o", pdf, NULL };

  bench_best_of (2, argv, NULL); /* warms the font cache */
  BenchRun run = bench_best_of (10, argv, NULL);
  printf ("one story to one PDF, whole process: %7.1f ms, %.1f ms of CPU, peak %.1f MB\n", run.seconds * 1e3,
          run.cpu_seconds * 1e3, run.peak_mb);
}

/* EXTRACT over a stream of at least SIZE bytes made of the stories of DIRECTORY. */
static BenchRun
measure_stream (const Bench *bench, const char *directory, gsize size, guint runs)
{
  g_autofree char *path = g_build_filename (bench->scratch, "stream.jsonl", NULL);
  g_autoptr (GPtrArray) lines = bench_read_stories (directory);
  guint n = bench_write_stream (path, lines, size);
  const char *argv[] = { bench->program, "extract", "--format", "jsonl", path, NULL };
  BenchRun run = bench_best_of (runs, argv, NULL);
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  double mb = (double) status.st_size / MB;
  printf ("  %8u stories, %6.1f MB: %7.3f s, %7.3f s of CPU; a CPU second: %6.0f stories, %5.1f MB; peak %.1f MB\n", n,
          mb, run.seconds, run.cpu_seconds, n / run.cpu_seconds, mb / run.cpu_seconds, run.peak_mb);
  return run;
}

static void
measure_streams (const Bench *bench, const char *what, const char *directory)
{
  printf ("extract, a stream of the stories of %s:\n", what);
  measure_stream (bench, directory, 1, 3); /* a process for one story */
  BenchRun small = measure_stream (bench, directory, 2 * MB, 3);
  BenchRun large = measure_stream (bench, directory, 20 * MB, 2);
  printf ("  ten times the stories take %.2f times the memory\n", large.peak_mb / small.peak_mb);
}

/* A story of SIZE bytes into PATH: one story again and again. Nothing large is held when it returns: a child's peak
 * counts from what its parent held. */
static double
write_long_story (const char *story, const char *path, gsize size)
{
  g_autofree char *text = NULL;
  gsize length = 0, written = 0;
  FILE *file = fopen (path, "w");

  g_assert_nonnull (file);
  g_assert_true (g_file_get_contents (story, &text, &length, NULL));
  for (; written < size; written += length)
    g_assert_cmpuint (fwrite (text, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
  return (double) written / MB;
}

static void
measure_long_story (const Bench *bench, gsize size)
{
  g_autofree char *story = g_build_filename (bench->inputs, "visit-pyongyang.txt", NULL);
  g_autofree char *path = g_build_filename (bench->scratch, "long.txt", NULL);
  double mb = write_long_story (story, path, size);
  const char *argv[] = { bench->program, "extract", "--published", "2024-06-20", path, NULL };
  BenchRun run = bench_best_of (1, argv, NULL);

  printf ("extract, one story of %4.1f MB: %.2f s, %.2f s of CPU; a CPU second: %.1f MB; peak %.1f MB\n", mb,
          run.seconds, run.cpu_seconds, mb / run.cpu_seconds, run.peak_mb);
}

static void
clean (Bench *bench)
{
  for (guint i = 0; i < 3; i++) {
    g_autofree char *path
        = g_build_filename (bench->scratch, ((const char *[]){ "page.pdf", "stream.jsonl", "long.txt" })[i], NULL);
    g_unlink (path);
  }
  g_rmdir (bench->scratch);
  g_free (bench->scratch);
}

int
main (int argc, char **argv)
{
  if (argc != 3) {
    fprintf (stderr, "usage: bench TARIKH INPUTS\n");
    return 2;
  }
  Bench bench = { .program = argv[1], .inputs = argv[2], .scratch = g_dir_make_tmp ("tarikh-bench-XXXXXX", NULL) };
  const char *others = g_getenv ("TARIKH_STORIES");

  g_assert_nonnull (bench.scratch);
  setvbuf (stdout, NULL, _IOLBF, 0);
  measure_page (&bench);
  measure_long_story (&bench, 1 * MB);
  measure_long_story (&bench, 10 * MB);
  measure_streams (&bench, "inputs", bench.inputs);
  if (others != NULL)
    measure_streams (&bench, "TARIKH_STORIES", others);
  clean (&bench);
  return 0;
}
