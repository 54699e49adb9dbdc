/* cli/undo: `tarikh undo` and `tarikh redo`: the last edit taken back, and done again. */
#include "cli/cli.h"

static gboolean
print (const TarikhCliArguments *arguments, GString *out, const char *name, const char *what)
{
  if (arguments->json) {
    tarikh_cli_json_append (out, "{", name, what);
    g_string_append (out, "}\n");
  } else
    g_string_append_printf (out, "%s: %s\n", name, what);
  return TRUE;
}

static gboolean
undo (TarikhDossier *dossier, const TarikhCliArguments *arguments, GString *out, GError **error)
{
  g_autofree char *what = NULL;

  return tarikh_dossier_undo (dossier, &what, error) && print (arguments, out, "undone", what);
}

static gboolean
redo (TarikhDossier *dossier, const TarikhCliArguments *arguments, GString *out, GError **error)
{
  g_autofree char *what = NULL;

  return tarikh_dossier_redo (dossier, &what, error) && print (arguments, out, "redone", what);
}

static int
run_undo (int argc, char **argv)
{
  g_auto (TarikhCliArguments) arguments = { NULL };
  int status;

  return tarikh_cli_arguments_read (&arguments, &tarikh_cli_undo, argc, argv, &status)
           ? tarikh_cli_dossier_change (&arguments, undo) : status;
}

static int
run_redo (int argc, char **argv)
{
  g_auto (TarikhCliArguments) arguments = { NULL };
  int status;

  return tarikh_cli_arguments_read (&arguments, &tarikh_cli_redo, argc, argv, &status)
           ? tarikh_cli_dossier_change (&arguments, redo) : status;
}

const TarikhCliCommand tarikh_cli_undo = {
  .name = "undo",
  .usage = "undo [OPTION]... FILE.tarikh",
  .summary = "Take back the last edit of a dossier.",
  .details = "Again takes back the one before it. The log keeps both the edit and its undoing.\n",
  .bit = TARIKH_CLI_UNDO,
  .least = 1,
  .most = 1,
  .run = run_undo,
};

const TarikhCliCommand tarikh_cli_redo = {
  .name = "redo",
  .usage = "redo [OPTION]... FILE.tarikh",
  .summary = "Do the edit again that was taken back last.",
  .details = "A new edit ends what can be done again.\n",
  .bit = TARIKH_CLI_REDO,
  .least = 1,
  .most = 1,
  .run = run_redo,
};
