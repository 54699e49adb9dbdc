/* How long adding one story takes, as a dossier grows: made-up stories of one affair of years.
 * usage: bench-dossier TARIKH [STORIES]     (20000)
 * Prints, at several sizes, the milliseconds that one story takes in this process and as a whole process. */
#include "bench.h"

#include "tarikh/tarikh.h"

#include "../unit/dossier/affair.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TIMES 15
#define BATCH 400

typedef struct {
  const char *program;
  char *folder, *path, *story;
  TarikhDossier *dossier;
  TarikhTimelineOptions *options;
  guint n, happenings;
} Bench;

static void
must (gboolean good, const GError *error)
{
  if (!good)
    g_error ("%s", error != NULL ? error->message : "failed");
}

static void
add_one (Bench *b)
{
  g_autofree char *line = affair_create_story (b->n++, b->happenings);
  g_autoptr (GError) error = NULL;

  must (tarikh_dossier_add_line (b->dossier, b->options, "bench", 1, line, strlen (line), NULL, NULL, &error), error);
}

static double
add_many (Bench *b, guint n)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  must (tarikh_dossier_begin (b->dossier, &error), error);
  for (guint i = 0; i < n; i++)
    add_one (b);
  must (tarikh_dossier_commit (b->dossier, &error), error);
  return (double) (g_get_monotonic_time () - start) / 1e3;
}

static int
compare (const void *a, const void *b)
{
  return *(const double *) a < *(const double *) b ? -1 : 1;
}

static BenchRun
add_by_process (Bench *b)
{
  g_autofree char *line = affair_create_story (b->n++, b->happenings);
  const char *argv[] = { b->program, "add", b->path, b->story, NULL };

  g_assert_true (g_file_set_contents (b->story, line, -1, NULL));
  return bench_best_of (1, argv, NULL);
}

static void
measure (Bench *b)
{
  double within[TIMES], process[TIMES], cpu[TIMES];
  GStatBuf status;

  for (guint i = 0; i < TIMES; i++) {
    within[i] = add_many (b, 1);
    BenchRun run = add_by_process (b);
    process[i] = run.seconds * 1e3;
    cpu[i] = run.cpu_seconds * 1e3;
  }
  qsort (within, TIMES, sizeof *within, compare);
  qsort (process, TIMES, sizeof *process, compare);
  qsort (cpu, TIMES, sizeof *cpu, compare);
  g_assert_cmpint (g_stat (b->path, &status), ==, 0);
  printf ("%6u stories, %6.1f MB: one more takes %5.1f ms (worst of %d: %5.1f); as a process %5.1f ms (%5.1f), of CPU %5.1f (%5.1f)\n", b->n,
          (double) status.st_size / 1048576, within[TIMES / 2], TIMES, within[TIMES - 1], process[TIMES / 2],
          process[TIMES - 1], cpu[TIMES / 2], cpu[TIMES - 1]);
}

/* What goes through all of it. */
static void
measure_whole (Bench *b)
{
  g_autofree char *svg = g_build_filename (b->folder, "a.svg", NULL);
  const char *list[] = { b->program, "list", b->path, NULL };
  const char *render[] = { b->program, "render", b->path, "--max-events", "30", "-o", svg, NULL };
  BenchRun listed = bench_best_of (1, list, NULL), drawn = bench_best_of (1, render, NULL);

  printf ("%6u stories: list %.2f s (%.2f of CPU), peak %.0f MB; render --max-events 30 %.2f s (%.2f), peak %.0f MB\n",
          b->n, listed.seconds, listed.cpu_seconds, listed.peak_mb, drawn.seconds, drawn.cpu_seconds, drawn.peak_mb);
  g_unlink (svg);
}

int
main (int argc, char **argv)
{
  guint most = argc > 2 ? (guint) strtoul (argv[2], NULL, 10) : 20000;
  Bench b = { .program = argv[1], .folder = g_dir_make_tmp ("tarikh-bench-XXXXXX", NULL), .happenings = 2400 };

  g_assert (argc > 1);
  setvbuf (stdout, NULL, _IOLBF, 0);
  b.path = g_build_filename (b.folder, "a.tarikh", NULL);
  b.story = g_build_filename (b.folder, "story.json", NULL);
  b.options = tarikh_timeline_options_new ();
  b.dossier = tarikh_dossier_create (b.path, NULL);
  g_assert_nonnull (b.dossier);
  for (guint size = 100; size <= most; size = size < 1000 ? size * 10 : size < most ? MIN (size * 3, most) : most + 1) {
    gint64 start = g_get_monotonic_time ();
    guint before = b.n;
    while (b.n < size)
      add_many (&b, MIN (BATCH, size - b.n));
    printf ("%6u stories at once, a transaction every %d: %.1f ms a story\n", b.n - before, BATCH,
            (double) (g_get_monotonic_time () - start) / 1e3 / MAX (b.n - before, 1));
    measure (&b);
  }
  measure_whole (&b);
  tarikh_dossier_free (b.dossier);
  tarikh_timeline_options_free (b.options);
  g_unlink (b.path);
  g_unlink (b.story);
  g_rmdir (b.folder);
  g_free (b.path);
  g_free (b.story);
  g_free (b.folder);
  return 0;
}
