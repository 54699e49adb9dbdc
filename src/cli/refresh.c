/* cli/refresh: `tarikh refresh`: all stories of a dossier compared again, or read again. */
#include "cli/cli.h"

#include <string.h>
#include <unistd.h>

/* Breaks off when the program is asked to end. */
static gboolean
show_progress (guint done, guint of, gpointer data)
{
  g_autofree char *line = g_strdup_printf ("\r%u of %u%s", done, of, done == of ? "\n" : "");

  if (isatty (STDERR_FILENO))
    (void) !write (STDERR_FILENO, line, strlen (line));
  return !tarikh_cli_ending_is_asked ();
}

static gboolean
refresh (TarikhDossier *dossier, const TarikhCliArguments *arguments, GString *out, GError **error)
{
  gboolean removing = g_strcmp0 (arguments->withdrawn, "remove") == 0;

  if (arguments->withdrawn != NULL && !tarikh_dossier_set_removing (dossier, removing, error))
    return FALSE;
  if (!tarikh_dossier_refresh (dossier, arguments->reread, show_progress, NULL, error))
    return FALSE;
  if (arguments->json)
    g_string_append (out, arguments->reread ? "{\"reread\":true}\n" : "{\"reread\":false}\n");
  return TRUE;
}

static int
run (int argc, char **argv)
{
  g_auto (TarikhCliArguments) arguments = { NULL };
  int status;

  if (!tarikh_cli_arguments_read (&arguments, &tarikh_cli_refresh, argc, argv, &status))
    return status;
  return tarikh_cli_arguments_check_withdrawn (&arguments) ? tarikh_cli_dossier_change (&arguments, refresh)
                                                           : TARIKH_CLI_USAGE;
}

const TarikhCliCommand tarikh_cli_refresh = {
  .name = "refresh",
  .usage = "refresh [OPTION]... FILE.tarikh",
  .summary = "Compare all stories of a dossier again, or read them again.",
  .details = "Stories that come into a large dossier are compared with what is near them. This compares all with all, as if they\n"
             "had come at once; --reread reads them first, after the program has learnt something. Events keep their ids,\n"
             "edits hold.\n",
  .bit = TARIKH_CLI_REFRESH,
  .least = 1,
  .most = 1,
  .run = run,
};
