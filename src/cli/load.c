/* cli/load: `tarikh load`: a dossier made of what `tarikh dump` printed. */
#include "cli/cli.h"

#include <unistd.h>

static gboolean
read_line (const char **line, gsize *length, gpointer data, GError **error)
{
  return tarikh_cli_lines_next (data, line, length, error);
}

/* Nothing is left of a dossier that could not be filled. */
static int
load (const TarikhCliArguments *arguments)
{
  const char *path = tarikh_cli_arguments_get (arguments, 0), *from = tarikh_cli_arguments_get (arguments, 1);
  g_auto (TarikhCliLines) lines = { .fd = -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (TarikhDossier) dossier = NULL;

  if (!tarikh_cli_lines_open (&lines, from, &error) || (dossier = tarikh_dossier_create (path, &error)) == NULL)
    return tarikh_cli_dossier_fail (error);
  if (tarikh_dossier_load (dossier, from, read_line, &lines, &error))
    return tarikh_cli_dossier_print (g_strdup (arguments->json ? "{\"loaded\":true}\n" : ""), NULL);
  g_clear_pointer (&dossier, tarikh_dossier_free);
  unlink (path);
  return tarikh_cli_dossier_fail (error);
}

static int
run (int argc, char **argv)
{
  g_auto (TarikhCliArguments) arguments = { NULL };
  int status;

  return tarikh_cli_arguments_read (&arguments, &tarikh_cli_load, argc, argv, &status) ? load (&arguments) : status;
}

const TarikhCliCommand tarikh_cli_load = {
  .name = "load",
  .usage = "load [OPTION]... FILE.tarikh DUMP",
  .summary = "Make a dossier of what 'tarikh dump' printed.",
  .details = "DUMP is a file, or '-' for standard input. FILE.tarikh must not be there yet.\n",
  .bit = TARIKH_CLI_LOAD,
  .least = 2,
  .most = 2,
  .run = run,
};
