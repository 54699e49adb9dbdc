/* cli/check: `tarikh check`: the whole file of a dossier looked at. */
#include "cli/cli.h"

static int
run (int argc, char **argv)
{
  g_auto (TarikhCliArguments) arguments = { NULL };
  g_autoptr (GError) error = NULL;
  int status;

  if (!tarikh_cli_arguments_read (&arguments, &tarikh_cli_check, argc, argv, &status))
    return status;
  g_autoptr (TarikhDossier) dossier = tarikh_cli_dossier_open (&arguments, FALSE);
  if (dossier == NULL)
    return TARIKH_CLI_FAILED;
  if (!tarikh_dossier_check (dossier, &error))
    return tarikh_cli_dossier_fail (error);
  return tarikh_cli_dossier_print (g_strdup (arguments.json ? "{\"ok\":true}\n" : ""), NULL);
}

const TarikhCliCommand tarikh_cli_check = {
  .name = "check",
  .usage = "check [OPTION]... FILE.tarikh",
  .summary = "Look at the whole file of a dossier.",
  .details = "Every page and every reference. Other commands look at the pages of a file of up to 64 MB (up to 4 MB when they\n"
             "change it) whenever they open it, and at the outline of a larger one.\n",
  .bit = TARIKH_CLI_CHECK,
  .least = 1,
  .most = 1,
  .run = run,
};
