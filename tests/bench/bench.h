/* bench: what the benchmarks share: a program run and measured, and stories multiplied. */
#pragma once

#include <glib.h>

typedef struct {
  double seconds;     /* from before the process starts to after it is gone */
  double cpu_seconds; /* user and system */
  double peak_mb;     /* largest resident set, MB of 1024 × 1024 bytes */
  gint status;        /* exit status, -1 when it did not exit by itself */
} BenchRun;

/* Runs ARGV (NULL-terminated) with INPUT (a file, or NULL for none) on standard input and its output thrown away. */
BenchRun bench_run (const char *const *argv, const char *input);
/* The fastest of N runs, with the largest memory of them; stops the program when one fails. */
BenchRun bench_best_of (guint n, const char *const *argv, const char *input);

/* Every story file of DIRECTORY as one line of a stream each (.txt wrapped, .json on one line, .jsonl as it is; files
 * that hold no "text" are left out). (transfer full) array of char*, owned. */
GPtrArray *bench_read_stories (const char *directory);
/* Writes LINES over and over into PATH until it holds SIZE bytes. Gives the number of lines written. */
guint bench_write_stream (const char *path, GPtrArray *lines, gsize size);
