/* cli/snapshot: `tarikh snapshot`: what a dossier tells now is kept under a name; without one, the names are told. */
#include "cli/cli.h"

static gboolean
snapshot (TarikhDossier *dossier, const TarikhCliArguments *arguments, GString *out, GError **error)
{
  const char *name = tarikh_cli_arguments_get (arguments, 1);

  if (!tarikh_dossier_snapshot (dossier, name, error))
    return FALSE;
  if (arguments->json) {
    tarikh_cli_json_append (out, "{", "snapshot", name);
    g_string_append (out, "}\n");
  }
  return TRUE;
}

static int
list (const TarikhCliArguments *arguments)
{
  g_autoptr (TarikhDossier) dossier = tarikh_cli_dossier_open (arguments, FALSE);
  g_autoptr (GError) error = NULL;

  if (dossier == NULL)
    return TARIKH_CLI_FAILED;
  char *text = tarikh_dossier_list_snapshots (dossier, arguments->json, &error);
  return tarikh_cli_dossier_print (text, error);
}

static int
run (int argc, char **argv)
{
  g_auto (TarikhCliArguments) arguments = { NULL };
  int status;

  if (!tarikh_cli_arguments_read (&arguments, &tarikh_cli_snapshot, argc, argv, &status))
    return status;
  return arguments.stories->len == 1 ? list (&arguments) : tarikh_cli_dossier_change (&arguments, snapshot);
}

const TarikhCliCommand tarikh_cli_snapshot = {
  .name = "snapshot",
  .usage = "snapshot [OPTION]... FILE.tarikh [NAME]",
  .summary = "Keep what a dossier tells now under a name.",
  .details = "'tarikh diff FILE.tarikh NAME' tells what has changed since; 'tarikh render FILE.tarikh --since NAME' marks it.\n"
             "Without NAME, lists the snapshots there are: name, time, author.\n",
  .bit = TARIKH_CLI_SNAPSHOT,
  .least = 1,
  .most = 2,
  .run = run,
};
