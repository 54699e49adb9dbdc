/* cli/show: `tarikh show`: one event of a dossier with its sources. */
#include "cli/cli.h"

static int
run (int argc, char **argv)
{
  g_auto (TarikhCliArguments) arguments = { NULL };
  g_autoptr (GError) error = NULL;
  int status;

  if (!tarikh_cli_arguments_read (&arguments, &tarikh_cli_show, argc, argv, &status))
    return status;
  g_autoptr (TarikhDossier) dossier = tarikh_cli_dossier_open (&arguments, FALSE);
  if (dossier == NULL)
    return TARIKH_CLI_FAILED;
  const char *id = tarikh_cli_arguments_get (&arguments, 1);
  char *text = tarikh_dossier_show (dossier, id, arguments.json, &error);
  return tarikh_cli_dossier_print (text, error);
}

const TarikhCliCommand tarikh_cli_show = {
  .name = "show",
  .usage = "show [OPTION]... FILE.tarikh EVENT",
  .summary = "Show an event of a dossier with the sentences that tell it.",
  .details = "EVENT is an id that 'tarikh list' printed, or as much of its beginning as no other has. After the event's line\n"
             "come its notes and its sources: the story, the place in it, the sentence.\n",
  .bit = TARIKH_CLI_SHOW,
  .least = 2,
  .most = 2,
  .run = run,
};
