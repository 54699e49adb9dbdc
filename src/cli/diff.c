/* cli/diff: `tarikh diff`: what has changed between two states of a dossier. */
#include "cli/cli.h"

static int
run (int argc, char **argv)
{
  g_auto (TarikhCliArguments) arguments = { NULL };
  g_autoptr (GError) error = NULL;
  gboolean differ = FALSE;
  int status;

  if (!tarikh_cli_arguments_read (&arguments, &tarikh_cli_diff, argc, argv, &status))
    return status;
  g_autoptr (TarikhDossier) dossier = tarikh_cli_dossier_open (&arguments, FALSE);
  if (dossier == NULL)
    return TARIKH_CLI_FAILED;
  const char *after = arguments.stories->len > 2 ? tarikh_cli_arguments_get (&arguments, 2) : NULL;
  const char *before = tarikh_cli_arguments_get (&arguments, 1);
  char *text = tarikh_dossier_diff (dossier, before, after, arguments.json, &differ, &error);
  return tarikh_cli_dossier_print (text, error);
}

const TarikhCliCommand tarikh_cli_diff = {
  .name = "diff",
  .usage = "diff [OPTION]... FILE.tarikh A [B]",
  .summary = "Tell what has changed since a snapshot, or between two.",
  .details = "A and B are names of snapshots; without B it is the present. Of every event that has changed: its id and how\n"
             "(added, gone, redated, reworded, corroborated: now told by two independent stories or more, withdrawn),\n"
             "then what it was (-) and what it is (+). Nothing is printed when nothing has changed.\n",
  .bit = TARIKH_CLI_DIFF,
  .least = 2,
  .most = 3,
  .run = run,
};
