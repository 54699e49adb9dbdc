/* cli/dump: `tarikh dump`: a dossier as JSON Lines. */
#include "cli/cli.h"

static gboolean
print (const char *line, gsize length, gpointer data)
{
  GString *buffer = data;

  g_string_append_len (buffer, line, (gssize) length);
  if (buffer->len < 1 << 16)
    return TRUE;
  gboolean good = tarikh_cli_output_print (buffer->str, buffer->len);
  g_string_truncate (buffer, 0);
  return good;
}

static int
run (int argc, char **argv)
{
  g_auto (TarikhCliArguments) arguments = { NULL };
  g_autoptr (GString) buffer = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  int status;

  if (!tarikh_cli_arguments_read (&arguments, &tarikh_cli_dump, argc, argv, &status))
    return status;
  g_autoptr (TarikhDossier) dossier = tarikh_cli_dossier_open (&arguments, FALSE);
  if (dossier == NULL)
    return TARIKH_CLI_FAILED;
  if (!tarikh_dossier_dump (dossier, print, buffer, &error))
    return tarikh_cli_dossier_fail (error);
  return tarikh_cli_output_print (buffer->str, buffer->len) ? TARIKH_CLI_DONE : TARIKH_CLI_FAILED;
}

const TarikhCliCommand tarikh_cli_dump = {
  .name = "dump",
  .usage = "dump [OPTION]... FILE.tarikh",
  .summary = "Print a dossier as JSON Lines, all of it.",
  .details = "A row a line, {\"TABLE\":{\"COLUMN\":value}}, after one line that says what it is. 'tarikh load' makes the same\n"
             "dossier of it. (--json changes nothing: it is JSON.)\n",
  .bit = TARIKH_CLI_DUMP,
  .least = 1,
  .most = 1,
  .run = run,
};
