/* cli/withdraw: `tarikh withdraw`: a story of a dossier is not to be relied on any more. */
#include "cli/cli.h"

static gboolean
withdraw (TarikhDossier *dossier, const TarikhCliArguments *arguments, GString *out, GError **error)
{
  const char *id = tarikh_cli_arguments_get (arguments, 1);

  if (!tarikh_dossier_withdraw (dossier, id, !arguments->restore, arguments->reason, error))
    return FALSE;
  if (arguments->json) {
    tarikh_cli_json_append (out, "{", "story", id);
    tarikh_cli_json_append (out, ",", "status", arguments->restore ? "usable" : "withdrawn");
    g_string_append (out, "}\n");
  }
  return TRUE;
}

static int
run (int argc, char **argv)
{
  g_auto (TarikhCliArguments) arguments = { NULL };
  int status;

  return tarikh_cli_arguments_read (&arguments, &tarikh_cli_withdraw, argc, argv, &status)
           ? tarikh_cli_dossier_change (&arguments, withdraw) : status;
}

const TarikhCliCommand tarikh_cli_withdraw = {
  .name = "withdraw",
  .usage = "withdraw [OPTION]... FILE.tarikh STORY",
  .summary = "Withdraw a story from a dossier.",
  .details = "STORY is its id, as 'tarikh add' printed it. The story stays in the file and counts no more; events that rest on\n"
             "withdrawn stories alone are marked as such, or left out of a dossier made by 'init --withdrawn remove'.\n",
  .bit = TARIKH_CLI_WITHDRAW,
  .least = 2,
  .most = 2,
  .run = run,
};
