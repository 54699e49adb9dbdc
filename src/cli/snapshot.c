/* cli/snapshot: `tarikh snapshot`: what a dossier tells now is kept under a name. */
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
run (int argc, char **argv)
{
  g_auto (TarikhCliArguments) arguments = { NULL };
  int status;

  return tarikh_cli_arguments_read (&arguments, &tarikh_cli_snapshot, argc, argv, &status)
           ? tarikh_cli_dossier_change (&arguments, snapshot) : status;
}

const TarikhCliCommand tarikh_cli_snapshot = {
  .name = "snapshot",
  .usage = "snapshot [OPTION]... FILE.tarikh NAME",
  .summary = "Keep what a dossier tells now under a name.",
  .details = "'tarikh diff FILE.tarikh NAME' tells what has changed since; 'tarikh render FILE.tarikh --since NAME' marks it.\n",
  .bit = TARIKH_CLI_SNAPSHOT,
  .least = 2,
  .most = 2,
  .run = run,
};
