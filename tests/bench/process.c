/* bench/process: runs a program and tells its time and memory. Memory is that of the program alone: the child is forked
 * before anything large is held here, and the kernel counts it per child (wait4). */
#include "bench.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void
become (const char *const *argv, const char *input)
{
  int in = open (input != NULL ? input : "/dev/null", O_RDONLY);
  int out = open ("/dev/null", O_WRONLY);

  if (in < 0 || out < 0 || dup2 (in, 0) < 0 || dup2 (out, 1) < 0)
    _exit (126);
  execv (argv[0], (char *const *) argv);
  _exit (127);
}

static double
seconds_of (struct timeval time)
{
  return (double) time.tv_sec + (double) time.tv_usec / 1e6;
}

BenchRun
bench_run (const char *const *argv, const char *input)
{
  gint64 start = g_get_monotonic_time ();
  struct rusage usage;
  int status = 0;
  pid_t child = vfork ();

  if (child == 0)
    become (argv, input);
  g_assert_cmpint (child, >, 0);
  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  return (BenchRun){ .seconds = (double) (g_get_monotonic_time () - start) / 1e6,
                     .cpu_seconds = seconds_of (usage.ru_utime) + seconds_of (usage.ru_stime),
                     .peak_mb = (double) usage.ru_maxrss / 1024,
                     .status = WIFEXITED (status) ? WEXITSTATUS (status) : -1 };
}

BenchRun
bench_best_of (guint n, const char *const *argv, const char *input)
{
  BenchRun best = { .seconds = G_MAXDOUBLE };

  for (guint i = 0; i < n; i++) {
    BenchRun run = bench_run (argv, input);
    if (run.status != 0)
      g_error ("%s %s: exit status %d", argv[0], argv[1], run.status);
    run.peak_mb = MAX (run.peak_mb, best.peak_mb);
    run.seconds = MIN (run.seconds, best.seconds);
    run.cpu_seconds = i == 0 ? run.cpu_seconds : MIN (run.cpu_seconds, best.cpu_seconds);
    best = run;
  }
  return best;
}
