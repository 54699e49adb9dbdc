/* cli/main: finds the command and runs it. */
#include "cli/cli.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>

static const TarikhCliCommand *const commands[]
    = { &tarikh_cli_render, &tarikh_cli_extract,  &tarikh_cli_init, &tarikh_cli_add,      &tarikh_cli_list,
        &tarikh_cli_show,   &tarikh_cli_edit,     &tarikh_cli_undo, &tarikh_cli_redo,     &tarikh_cli_withdraw,
        &tarikh_cli_log,    &tarikh_cli_snapshot, &tarikh_cli_diff, &tarikh_cli_refresh, &tarikh_cli_check,
        &tarikh_cli_dump,   &tarikh_cli_load,     &tarikh_cli_watch };

static int
print_help (void)
{
  g_autoptr (GString) help = g_string_new ("Usage: tarikh COMMAND [OPTION]... [STORY]...\n"
                                           "Read news stories and draw what happened when as a timeline.\n\n"
                                           "Commands:\n");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (help, "  %-10s %s\n", commands[i]->name, commands[i]->summary);
  g_string_append (help, "\n'tarikh COMMAND --help' lists a command's options. 'tarikh --version' prints the version.\n"
                         "The main job: tarikh render story.txt -o timeline.pdf\n");
  return tarikh_cli_output_print (help->str, help->len) ? TARIKH_CLI_DONE : TARIKH_CLI_FAILED;
}

static int
print_version (void)
{
  g_autofree char *version = g_strdup_printf ("tarikh %s\n", tarikh_timeline_get_version ());

  return tarikh_cli_output_print (version, strlen (version)) ? TARIKH_CLI_DONE : TARIKH_CLI_FAILED;
}

static const TarikhCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];
  return NULL;
}

static int
run_command (int argc, char **argv)
{
  const TarikhCliCommand *command = find_command (argv[0]);

  if (command != NULL)
    return command->run (argc, argv);
  if (argv[0][0] == '-')
    tarikh_cli_complain ("unknown option %s; see 'tarikh --help'", argv[0]);
  else
    tarikh_cli_complain ("unknown command '%s'; see 'tarikh --help'", argv[0]);
  return TARIKH_CLI_USAGE;
}

/* "help render" is "render --help". */
static int
run_help (int argc, char **argv)
{
  char option[] = "--help";
  char *arguments[] = { argc > 1 ? argv[1] : NULL, option, NULL };

  return argc > 1 ? run_command (2, arguments) : print_help ();
}

/* A closed standard stream would give its number to the next file opened, and messages would end up in there. */
static void
keep_standard_streams_taken (void)
{
  for (int fd = 0; fd <= 2; fd++)
    if (fcntl (fd, F_GETFD) < 0)
      (void) !open ("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY);
}

int
main (int argc, char **argv)
{
  keep_standard_streams_taken ();
  signal (SIGPIPE, SIG_IGN); /* a reader that goes away is an error of write (), */
  signal (SIGXFSZ, SIG_IGN); /* and so is a file that may not grow */
  if (argc < 2) {
    tarikh_cli_complain ("no command; see 'tarikh --help'");
    return TARIKH_CLI_USAGE;
  }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    return print_help ();
  if (strcmp (argv[1], "--version") == 0 || strcmp (argv[1], "-V") == 0)
    return print_version ();
  if (strcmp (argv[1], "help") == 0)
    return run_help (argc - 1, argv + 1);
  return run_command (argc - 1, argv + 1);
}
