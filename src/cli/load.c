/* cli/load: `tarikh load`: a dossier made of what `tarikh dump` printed. */
#include "cli/cli.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static gboolean
read_line (const char **line, gsize *length, gpointer data, GError **error)
{
  if (!tarikh_cli_ending_is_asked ())
    return tarikh_cli_lines_next (data, line, length, error);
  g_set_error (error, TARIKH_TIMELINE_ERROR, TARIKH_TIMELINE_ERROR_READ, "%s: broken off", ((TarikhCliLines *) data)->path);
  return FALSE;
}

/* PLACE gets the name PATH, unless something has that by now. */
static gboolean
move_into_place (const char *place, const char *path, GError **error)
{
  if (link (place, path) == 0)
    return TRUE;
  g_set_error (error, TARIKH_TIMELINE_ERROR, TARIKH_TIMELINE_ERROR_WRITE, "%s: %s", path, g_strerror (errno));
  return FALSE;
}

/* The dossier is filled under another name beside its place: it appears whole or not at all. */
static gboolean
fill (const char *place, TarikhCliLines *lines, const char *from, GError **error)
{
  g_autoptr (TarikhDossier) dossier = tarikh_dossier_create (place, error);

  return dossier != NULL && tarikh_dossier_load (dossier, from, read_line, lines, error);
}

static int
load (const TarikhCliArguments *arguments)
{
  const char *path = tarikh_cli_arguments_get (arguments, 0), *from = tarikh_cli_arguments_get (arguments, 1);
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *name = g_strdup_printf (".tarikh-load-%d", (int) getpid ());
  g_autofree char *place = g_build_filename (directory, name, NULL);
  g_auto (TarikhCliLines) lines = { .fd = -1 };
  TarikhCliEnding ending = { .held = FALSE };
  g_autoptr (GError) error = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS)) {
    tarikh_cli_complain ("%s: is there already", path);
    return TARIKH_CLI_USAGE;
  }
  if (!tarikh_cli_lines_open (&lines, from, &error))
    return tarikh_cli_dossier_fail (error);
  if (strcmp (from, "-") != 0 || !isatty (STDIN_FILENO)) /* who types may stop */
    tarikh_cli_ending_hold (&ending);
  gboolean good = fill (place, &lines, from, &error) && move_into_place (place, path, &error);
  unlink (place);
  tarikh_cli_ending_release (&ending);
  return good ? tarikh_cli_dossier_print (g_strdup (arguments->json ? "{\"loaded\":true}\n" : ""), NULL)
              : tarikh_cli_dossier_fail (error);
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
