/* cli/list: `tarikh list`: the events of a dossier. */
#include "cli/cli.h"

static int
run (int argc, char **argv)
{
  g_auto (TarikhCliArguments) arguments = { NULL };
  g_autoptr (GError) error = NULL;
  int status;

  if (!tarikh_cli_arguments_read (&arguments, &tarikh_cli_list, argc, argv, &status))
    return status;
  g_autoptr (TarikhDossier) dossier = tarikh_cli_dossier_open (&arguments, FALSE);
  if (dossier == NULL)
    return TARIKH_CLI_FAILED;
  char *text = arguments.list_stories ? tarikh_dossier_list_stories (dossier, arguments.json, &error)
                                      : tarikh_dossier_list (dossier, arguments.json, &error);
  return tarikh_cli_dossier_print (text, error);
}

const TarikhCliCommand tarikh_cli_list = {
  .name = "list",
  .usage = "list [OPTION]... FILE.tarikh",
  .summary = "List the events of a dossier, or its stories.",
  .details = "A line for each: its id, its days, how many independent stories tell it, what editors made of it, its\n"
             "headline; columns are parted by tabs. A line that begins with '!' says where the stories now disagree with\n"
             "an edit, or that an edit has lost its event. --json tells the stories too; --stories tells only\n"
             "of them, a line for each: its id, day, state, version, outlet, title, and the file that it came in.\n",
  .bit = TARIKH_CLI_LIST,
  .least = 1,
  .most = 1,
  .run = run,
};
