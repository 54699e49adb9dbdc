/* cli/init: `tarikh init`: an empty dossier. */
#include "cli/cli.h"

#include <string.h>

static int
init (const TarikhCliArguments *arguments)
{
  const char *path = tarikh_cli_arguments_get (arguments, 0);
  gboolean removing = g_strcmp0 (arguments->withdrawn, "remove") == 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (TarikhDossier) dossier = tarikh_dossier_create (path, &error);
  g_autoptr (GString) out = g_string_new (NULL);

  if (dossier == NULL)
    return tarikh_cli_dossier_fail (error);
  tarikh_dossier_set_hand (dossier, arguments->author, arguments->now);
  if (removing && (!tarikh_dossier_begin (dossier, &error) || !tarikh_dossier_set_removing (dossier, TRUE, &error)
                   || !tarikh_dossier_commit (dossier, &error)))
    return tarikh_cli_dossier_fail (error);
  if (arguments->json) {
    tarikh_cli_json_append (out, "{", "dossier", path);
    g_string_append (out, "}\n");
  }
  return tarikh_cli_output_print (out->str, out->len) ? TARIKH_CLI_DONE : TARIKH_CLI_FAILED;
}

static int
run (int argc, char **argv)
{
  g_auto (TarikhCliArguments) arguments = { NULL };
  int status;

  if (!tarikh_cli_arguments_read (&arguments, &tarikh_cli_init, argc, argv, &status))
    return status;
  return tarikh_cli_arguments_check_withdrawn (&arguments) ? init (&arguments) : TARIKH_CLI_USAGE;
}

const TarikhCliCommand tarikh_cli_init = {
  .name = "init",
  .usage = "init [OPTION]... FILE.tarikh",
  .summary = "Make an empty dossier: one affair in one file.",
  .details = "A dossier keeps the stories of an affair, what they tell, and what editors decide, in one file that can be\n"
             "mailed. 'tarikh add' puts stories in; 'tarikh render FILE.tarikh -o OUT' draws it.\n",
  .bit = TARIKH_CLI_INIT,
  .least = 1,
  .most = 1,
  .run = run,
};
