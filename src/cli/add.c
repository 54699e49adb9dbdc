/* cli/add: `tarikh add`: stories go into a dossier, each once. */
#include "cli/cli.h"

static int
add (const TarikhCliArguments *arguments)
{
  g_autoptr (TarikhDossier) dossier = tarikh_cli_dossier_open (arguments, TRUE);
  g_autoptr (GString) told = g_string_new (NULL);
  TarikhCliAdding a = { .arguments = arguments, .dossier = dossier, .told = told, .good = TRUE };

  if (dossier == NULL || !tarikh_cli_adding_begin (&a))
    return TARIKH_CLI_FAILED;
  for (guint i = 1; i < arguments->stories->len && !a.broken; i++)
    tarikh_cli_adding_take (&a, tarikh_cli_arguments_get (arguments, i));
  return !a.broken && tarikh_cli_adding_commit (&a) && a.good ? TARIKH_CLI_DONE : TARIKH_CLI_FAILED;
}

static int
run (int argc, char **argv)
{
  g_auto (TarikhCliArguments) arguments = { NULL };
  int status;

  return tarikh_cli_arguments_read (&arguments, &tarikh_cli_add, argc, argv, &status) ? add (&arguments) : status;
}

const TarikhCliCommand tarikh_cli_add = {
  .name = "add",
  .usage = "add [OPTION]... FILE.tarikh STORY...",
  .summary = "Put stories into a dossier.",
  .details = "A STORY is what 'tarikh render' takes: plain text, a story object (.json), a stream of them (.jsonl), '-'.\n"
             "A story is known by its \"id\", else its \"url\", else its name: the same again changes nothing, a new\n"
             "version replaces the old one, which is kept. A line is printed for each: new, unchanged or replaced, its id\n"
             "in the dossier, its name. A bad story is told of, the others go in; the exit status is then 1.\n",
  .bit = TARIKH_CLI_ADD,
  .least = 2,
  .run = run,
};
