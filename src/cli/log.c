/* cli/log: `tarikh log`: what was done to a dossier. */
#include "cli/cli.h"

static int
run (int argc, char **argv)
{
  g_auto (TarikhCliArguments) arguments = { NULL };
  g_autoptr (GError) error = NULL;
  int status;

  if (!tarikh_cli_arguments_read (&arguments, &tarikh_cli_log, argc, argv, &status))
    return status;
  g_autoptr (TarikhDossier) dossier = tarikh_cli_dossier_open (&arguments, FALSE);
  if (dossier == NULL)
    return TARIKH_CLI_FAILED;
  char *text = tarikh_dossier_log (dossier, arguments.json, &error);
  return tarikh_cli_dossier_print (text, error);
}

const TarikhCliCommand tarikh_cli_log = {
  .name = "log",
  .usage = "log [OPTION]... FILE.tarikh",
  .summary = "Print what was done to a dossier, oldest first.",
  .details = "A line for each story that came, was replaced or withdrawn, each edit, undo and snapshot: number, time, author,\n"
             "what, of what, details; columns are parted by tabs.\n",
  .bit = TARIKH_CLI_LOG,
  .least = 1,
  .most = 1,
  .run = run,
};
