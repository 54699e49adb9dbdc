/* cli/ending: signals that end the program wait while it does what must not be left half done: temporary files, a
 * transaction whose journal would lie beside the dossier. What takes long asks between its steps and breaks off. */
#include "cli/cli.h"

/* Those that are ignored (under nohup, say) do not end us, but once blocked they would be pending all the same. */
static void
list_ending_signals (sigset_t *set)
{
  static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };
  struct sigaction action;

  sigemptyset (set);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    if (sigaction (signals[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
      sigaddset (set, signals[i]);
}

gboolean
tarikh_cli_ending_is_asked (void)
{
  sigset_t ending, pending;

  list_ending_signals (&ending);
  sigpending (&pending);
  for (int s = 1; s < NSIG; s++)
    if (sigismember (&ending, s) == 1 && sigismember (&pending, s) == 1)
      return TRUE;
  return FALSE;
}

void
tarikh_cli_ending_hold (TarikhCliEnding *ending)
{
  sigset_t set;

  if (ending->held)
    return;
  list_ending_signals (&set);
  sigprocmask (SIG_BLOCK, &set, &ending->before);
  ending->held = TRUE;
}

void
tarikh_cli_ending_release (TarikhCliEnding *ending)
{
  if (!ending->held)
    return;
  ending->held = FALSE;
  sigprocmask (SIG_SETMASK, &ending->before, NULL);
}
