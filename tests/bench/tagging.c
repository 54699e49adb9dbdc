/* bench/tagging: how fast times are found in a text: decoded UTF-8 in, resolved expressions out, beside `wc -mw` on the
 * same bytes in a UTF-8 locale, which is what looking at every character once costs.
 *
 *   bench-tagging INPUTS        (meson test -C build --benchmark --verbose)
 *
 * Counts seconds of CPU of this process, the least of several runs; judges none. TARIKH_STORIES may name a further folder
 * of stories. */
#include "bench.h"

#include "time/time.h"

#include <glib/gstdio.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { MB = 1024 * 1024, SIZE = 8 * MB, RUNS = 5 };

static double
get_cpu_seconds (void)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now), ==, 0);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* Tags LENGTH bytes at DATA as one story; the number of expressions. */
static guint
tag (const char *data, gsize length)
{
  TarikhStory story = { .text = (char *) data, .text_length = length, .published = 19894, .published_minute = -1,
                        .published_by = TARIKH_PUBLISHED_GIVEN };
  g_autoptr (TarikhText) text = tarikh_text_new (data, length);
  g_autoptr (TarikhTimeReading) reading = tarikh_time_read (&story, text, tarikh_lexicon_get ("ar"));

  return reading->exprs->len;
}

/* Least seconds to tag TEXTS one by one. */
static double
measure_tagging (const GPtrArray *texts, guint *n_exprs)
{
  double best = G_MAXDOUBLE;

  for (guint run = 0; run < RUNS; run++) {
    double start = get_cpu_seconds ();
    *n_exprs = 0;
    for (guint i = 0; i < texts->len; i++)
      *n_exprs += tag (texts->pdata[i], strlen (texts->pdata[i]));
    best = MIN (best, get_cpu_seconds () - start);
  }
  return best;
}

/* Least seconds of `wc -mw` on TEXTS; 0 where there is none. */
static double
measure_wc (const GPtrArray *texts, const char *scratch)
{
  g_autofree char *wc = g_find_program_in_path ("wc");
  g_autofree char *path = g_build_filename (scratch, "texts", NULL);
  const char *argv[] = { wc, "-mw", path, NULL };
  FILE *file = fopen (path, "w");

  for (guint i = 0; i < texts->len; i++)
    g_assert_cmpint (fputs (texts->pdata[i], file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
  double seconds = wc != NULL ? bench_best_of (RUNS, argv, NULL).cpu_seconds : 0;
  g_unlink (path);
  return seconds;
}

static void
measure (const char *what, const GPtrArray *texts, const char *scratch)
{
  double wc = measure_wc (texts, scratch);
  gsize size = 0;
  guint n_exprs;

  for (guint i = 0; i < texts->len; i++)
    size += strlen (texts->pdata[i]);
  double seconds = measure_tagging (texts, &n_exprs);
  printf ("tagging, %-28s %6u texts, %4.1f MB, %6.0f expressions a MB: a CPU second %6.1f MB; wc -mw %6.1f MB; "
          "tagging takes %.2f of its time\n", what, texts->len, (double) size / MB, n_exprs * (double) MB / size,
          size / seconds / MB, wc > 0 ? size / wc / MB : 0.0, wc > 0 ? seconds / wc : 0.0);
}

/* The texts of the Arabic stories of DIRECTORY over and over, SIZE bytes. */
static GPtrArray *
read_texts (const char *directory)
{
  g_autoptr (GPtrArray) lines = bench_read_stories (directory);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  gsize size = 0;

  for (guint i = 0; i < lines->len; i++) {
    json_t *story = json_loads (lines->pdata[i], 0, NULL);
    const char *text = json_string_value (json_object_get (story, "text"));
    if (strcmp (tarikh_story_detect_language (text, strlen (text)), "ar") == 0) {
      g_ptr_array_add (texts, g_strconcat (text, "\n", NULL));
      size += strlen (text) + 1;
    }
    json_decref (story);
  }
  g_assert_cmpuint (size, >, 0);
  for (guint i = 0, n = texts->len; size < SIZE; i++) {
    g_ptr_array_add (texts, g_strdup (texts->pdata[i % n]));
    size += strlen (texts->pdata[i % n]);
  }
  return texts;
}

static void
add_joined (GPtrArray *texts, const GPtrArray *parts)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    g_string_append (all, parts->pdata[i]);
  g_ptr_array_add (texts, g_string_free (all, FALSE));
}

static void
measure_stories (const char *what, const char *directory, const char *scratch)
{
  g_autoptr (GPtrArray) texts = read_texts (directory);
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = g_strconcat (what, ", joined", NULL);

  measure (what, texts, scratch);
  add_joined (one, texts);
  measure (joined, one, scratch);
}

/* Nothing but dates: what a text can do its worst with. */
static void
measure_dates (const char *scratch)
{
  static const char *const dates[]
      = { "12 مارس 2019 ", "في 5 أيار/مايو 2020 ",   "يوم الثلاثاء الماضي ", "بعد ثلاثة أيام ", "في صيف عام 2000 ",
          "منذ عامين ",    "الساعة الثالثة والنصف ", "غدا ",                 "يناير ",          "2015/03/04 ",
          "الأحد ",        "12 رمضان 1440 ",         "قبل ربع قرن. " };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  GString *all = g_string_new (NULL);
  guint32 seed = 1;

  while (all->len < SIZE / 4) {
    seed = seed * 1664525u + 1013904223u;
    g_string_append (all, dates[(seed >> 16) % G_N_ELEMENTS (dates)]);
  }
  g_ptr_array_add (texts, g_string_free (all, FALSE));
  measure ("nothing but dates", texts, scratch);
}

int
main (int argc, char **argv)
{
  if (argc != 2) {
    fprintf (stderr, "usage: bench-tagging INPUTS\n");
    return 2;
  }
  g_autofree char *scratch = g_dir_make_tmp ("tarikh-bench-XXXXXX", NULL);
  const char *others = g_getenv ("TARIKH_STORIES");

  g_assert_nonnull (scratch);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setvbuf (stdout, NULL, _IOLBF, 0);
  measure_stories ("inputs", argv[1], scratch);
  if (others != NULL)
    measure_stories ("TARIKH_STORIES", others, scratch);
  measure_dates (scratch);
  g_rmdir (scratch);
  return 0;
}
