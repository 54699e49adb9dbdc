/* cli/arguments: the options, one row each; their reading and their help come from the same rows. What a value may be
 * is the library's knowledge (tarikh_timeline_options_set). */
#include "cli/cli.h"

#include <getopt.h>
#include <string.h>

#define BOTH (TARIKH_CLI_RENDER | TARIKH_CLI_EXTRACT)
#define READING (BOTH | TARIKH_CLI_ADD)
#define CHANGING \
  (TARIKH_CLI_INIT | TARIKH_CLI_ADD | TARIKH_CLI_EDIT | TARIKH_CLI_UNDO | TARIKH_CLI_REDO | TARIKH_CLI_SNAPSHOT \
   | TARIKH_CLI_WITHDRAW | TARIKH_CLI_REFRESH | TARIKH_CLI_WATCH)
#define STORIES (BOTH | TARIKH_CLI_ADD)
#define EVERY G_MAXUINT

/* What getopt returns for options that have no letter; those after PASSED go to the library by their names. */
enum {
  OPTION_FORMAT = 256,
  OPTION_NOTES,
  OPTION_EXPLAIN,
  OPTION_JSON,
  OPTION_AUTHOR,
  OPTION_REASON,
  OPTION_RESTORE,
  OPTION_WITHDRAWN,
  OPTION_REREAD,
  OPTION_SINCE,
  OPTION_ONCE,
  OPTION_EVERY,
  OPTION_STORIES,
  OPTION_PASSED
};

typedef struct {
  const char *name;
  const char *argument; /* NULL: a flag */
  const char *help;
  int value;
  guint commands;
} Option;

static const Option rows[] = {
  { "output", "FILE",
    "write the timeline to FILE; its ending says how: .pdf .svg .png .html .layout.json; '-' is standard "
    "output (may be given several times)",
    'o', TARIKH_CLI_RENDER },
  { "format", "NAME", "pdf, svg, png, html or layout.json, where no ending says it", OPTION_FORMAT, TARIKH_CLI_RENDER },
  { "format", "NAME", "json: one chronology of all stories (default); jsonl: one a line for each story", OPTION_FORMAT,
    TARIKH_CLI_EXTRACT },
  { "published", "DATE", "when stories that do not say it were published: YYYY-MM-DD[Thh:mm]", OPTION_PASSED, READING },
  { "lang", "TAG", "language of stories that do not say it (default: seen from the letters)", OPTION_PASSED, READING },
  { "title", "TEXT", "title of the timeline", OPTION_PASSED, BOTH },
  { "from", "DATE", "only events on or after DATE: YYYY, YYYY-MM or YYYY-MM-DD", OPTION_PASSED, BOTH },
  { "to", "DATE", "only events on or before DATE", OPTION_PASSED, BOTH },
  { "max-events", "N", "only the N events that tell the affair best", OPTION_PASSED, BOTH },
  { "style", "NAME|FILE", "how it looks: the name of a style, or a style sheet", OPTION_PASSED, TARIKH_CLI_RENDER },
  { "layout", "KIND", "auto, horizontal (across the page), vertical (down it), list or lanes", OPTION_PASSED, TARIKH_CLI_RENDER },
  { "paper", "SIZE", "A4, A3, A5, letter or WIDTHxHEIGHTmm", OPTION_PASSED, TARIKH_CLI_RENDER },
  { "width", "PX", "a page for screens, PX CSS pixels wide and as tall as its content, in place of a paper", OPTION_PASSED,
    TARIKH_CLI_RENDER },
  { "orientation", "WAY", "portrait or landscape", OPTION_PASSED, TARIKH_CLI_RENDER },
  { "axis-dir", "WAY", "time runs auto, rtl or ltr", OPTION_PASSED, TARIKH_CLI_RENDER },
  { "calendar", "NAME", "word dates in gregorian, hijri or both; auto: each as its story does", OPTION_PASSED,
    TARIKH_CLI_RENDER },
  { "digits", "SET", "auto, latn, arab or arabext", OPTION_PASSED, TARIKH_CLI_RENDER },
  { "months", "SET", "names of months: gregorian, levantine, maghrebi, moroccan, twin; auto: the stories'", OPTION_PASSED,
    TARIKH_CLI_RENDER },
  { "dpi", "N", "dots per inch of PNG, 10 to 1200 (default 150)", OPTION_PASSED, TARIKH_CLI_RENDER },
  { "fonts", "DIR", "use the fonts in DIR and no others (may be given several times)", OPTION_PASSED,
    TARIKH_CLI_RENDER },
  { "text", "KIND", "of SVG and HTML: outlines (default: looks the same everywhere) or live (the page's own fonts)",
    OPTION_PASSED, TARIKH_CLI_RENDER },
  { "allow-missing", NULL, "draw a box for a letter that no font has, and warn, instead of stopping", OPTION_PASSED,
    TARIKH_CLI_RENDER },
  { "explain", "EVENT", "tell in words, in place of JSON, why an event is told and dated so: its id (e7), or all",
    OPTION_EXPLAIN, TARIKH_CLI_EXTRACT },
  { "notes", NULL, "tell on standard error what was doubtful in the stories", OPTION_NOTES, BOTH },
  { "since", "NAME", "of a dossier: mark what has changed since the snapshot NAME", OPTION_SINCE, TARIKH_CLI_RENDER },
  { "author", "NAME", "who does it, for the log (default: the user's name)", OPTION_AUTHOR, CHANGING },
  { "reason", "TEXT", "why, for the log", OPTION_REASON, TARIKH_CLI_WITHDRAW },
  { "restore", NULL, "take the withdrawal back", OPTION_RESTORE, TARIKH_CLI_WITHDRAW },
  { "withdrawn", "HOW", "mark (default) or remove: events that rest on withdrawn stories alone", OPTION_WITHDRAWN,
    TARIKH_CLI_INIT | TARIKH_CLI_REFRESH },
  { "reread", NULL, "read all stories anew, with what this program knows now", OPTION_REREAD, TARIKH_CLI_REFRESH },
  { "once", NULL, "look once and stop", OPTION_ONCE, TARIKH_CLI_WATCH },
  { "every", "SECONDS", "look at least so often, whatever is heard (default 60)", OPTION_EVERY, TARIKH_CLI_WATCH },
  { "stories", NULL, "list the stories, not the events", OPTION_STORIES, TARIKH_CLI_LIST },
  { "json", NULL, "print JSON, also about what was done", OPTION_JSON, EVERY },
  { "help", NULL, "print this help", 'h', EVERY },
  { "version", NULL, "print the version", 'V', EVERY },
};

/* ---- help ---- */

static void
append_option_help (GString *help, const Option *row)
{
  g_autofree char *name = g_strconcat ("--", row->name, row->argument != NULL ? "=" : "", row->argument, NULL);
  g_autofree char *letter = row->value < 256 ? g_strdup_printf ("-%c, ", row->value) : g_strdup ("    ");

  g_string_append_printf (help, "  %s%-20s %s\n", letter, name, row->help);
}

static gboolean
print_help (const TarikhCliCommand *command)
{
  g_autoptr (GString) help = g_string_new (NULL);

  g_string_append_printf (help, "Usage: tarikh %s\n%s\n\n%s\nOptions:\n", command->usage, command->summary,
                          command->details);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].commands & command->bit)
      append_option_help (help, &rows[i]);
  return tarikh_cli_output_print (help->str, help->len);
}

static gboolean
print_version (void)
{
  g_autofree char *version = g_strdup_printf ("tarikh %s\n", tarikh_timeline_get_version ());

  return tarikh_cli_output_print (version, strlen (version));
}

/* ---- reading ---- */

static GArray *
create_getopt_table (guint command)
{
  GArray *table = g_array_new (TRUE, TRUE, sizeof (struct option));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    int value = rows[i].value == OPTION_PASSED ? OPTION_PASSED + (int) i : rows[i].value;
    struct option option = { rows[i].name, rows[i].argument != NULL ? required_argument : no_argument, NULL, value };
    if (rows[i].commands & command)
      g_array_append_val (table, option);
  }
  return table;
}

static gboolean
complain_about_usage (const TarikhCliCommand *command, const char *reason, const char *what)
{
  tarikh_cli_complain ("%s %s; see 'tarikh %s --help'", reason, what, command->name);
  return FALSE;
}

static gboolean
set_passed (TarikhCliArguments *arguments, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (tarikh_timeline_options_set (arguments->options, name, value, &error))
    return TRUE;
  tarikh_cli_complain ("--%s", error->message);
  return FALSE;
}

/* An abbreviation that several options of COMMAND begin with. */
static gboolean
is_ambiguous (const TarikhCliCommand *command, const char *argument)
{
  gsize length = strcspn (argument + 2, "=");
  guint found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    found += (rows[i].commands & command->bit) && strncmp (rows[i].name, argument + 2, length) == 0;
  return found > 1;
}

/* What getopt could not make sense of. */
static gboolean
complain_about_option (const TarikhCliCommand *command, int found, char **argv)
{
  const char *argument = argv[optind - 1];
  char letter[] = { '-', (char) optopt, '\0' };
  gboolean is_long = g_str_has_prefix (argument, "--");

  if (found == ':')
    return complain_about_usage (command, "no value for option", is_long ? argument : letter);
  if (is_long && optopt != 0)
    return complain_about_usage (command, "option takes no value:", argument);
  if (is_long && is_ambiguous (command, argument))
    return complain_about_usage (command, "ambiguous option", argument);
  return complain_about_usage (command, "unknown option", is_long ? argument : letter);
}

static gboolean
take_every (TarikhCliArguments *arguments, const char *value)
{
  guint64 seconds;

  if (!g_ascii_string_to_unsigned (value, 10, 1, 86400, &seconds, NULL)) {
    tarikh_cli_complain ("--every: not a number of seconds from 1 to 86400: \"%s\"", value);
    return FALSE;
  }
  arguments->every = (guint) seconds;
  return TRUE;
}

static gboolean
take_option (TarikhCliArguments *arguments, const TarikhCliCommand *command, int found, char **argv)
{
  switch (found) {
  case 'o': g_ptr_array_add (arguments->outputs, optarg); return TRUE;
  case OPTION_FORMAT: arguments->format = optarg; return TRUE;
  case OPTION_EXPLAIN: arguments->explain = optarg; return TRUE;
  case OPTION_NOTES: arguments->notes = TRUE; return TRUE;
  case OPTION_JSON: arguments->json = TRUE; return TRUE;
  case OPTION_AUTHOR: arguments->author = optarg; return TRUE;
  case OPTION_REASON: arguments->reason = optarg; return TRUE;
  case OPTION_RESTORE: arguments->restore = TRUE; return TRUE;
  case OPTION_WITHDRAWN: arguments->withdrawn = optarg; return TRUE;
  case OPTION_REREAD: arguments->reread = TRUE; return TRUE;
  case OPTION_SINCE: arguments->since = optarg; return TRUE;
  case OPTION_ONCE: arguments->once = TRUE; return TRUE;
  case OPTION_STORIES: arguments->list_stories = TRUE; return TRUE;
  case OPTION_EVERY: return take_every (arguments, optarg);
  case '?':
  case ':': return complain_about_option (command, found, argv);
  default:
    return set_passed (arguments, rows[found - OPTION_PASSED].name, optarg != NULL ? optarg : "yes"); /* a flag */
  }
}

/* Options and stories in any order, as GNU programs take them. FALSE when there is nothing more to do. */
static gboolean
read_options (TarikhCliArguments *arguments, const TarikhCliCommand *command, int argc, char **argv, int *status)
{
  g_autoptr (GArray) table = create_getopt_table (command->bit);
  const char *letters = command->bit & TARIKH_CLI_RENDER ? ":o:hV" : ":hV";
  int found;

  opterr = 0;
  while ((found = getopt_long (argc, argv, letters, (const struct option *) table->data, NULL)) != -1) {
    if (found == 'h' || found == 'V') {
      *status = (found == 'h' ? print_help (command) : print_version ()) ? TARIKH_CLI_DONE : TARIKH_CLI_FAILED;
      return FALSE;
    }
    if (!take_option (arguments, command, found, argv))
      return FALSE;
  }
  for (int i = optind; i < argc; i++)
    g_ptr_array_add (arguments->stories, argv[i]);
  return TRUE;
}

/* As many words as the command takes. */
static gboolean
check_count (const TarikhCliArguments *arguments, const TarikhCliCommand *command)
{
  guint n = arguments->stories->len;
  gboolean of_stories = command->bit == TARIKH_CLI_RENDER || command->bit == TARIKH_CLI_EXTRACT;

  if (n < command->least)
    return of_stories ? complain_about_usage (command, "no story given to", command->name)
                      : complain_about_usage (command, "something is missing: tarikh", command->usage);
  return command->most == 0 || n <= command->most
         || complain_about_usage (command, "one word too many:", g_ptr_array_index (arguments->stories, command->most));
}

/* The environment is read here and nowhere else. */
static gboolean
read_environment (TarikhCliArguments *arguments)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autofree char *styles = tarikh_cli_find_styles ();

  arguments->now = g_get_real_time () / G_USEC_PER_SEC;
  if (arguments->author == NULL)
    arguments->author = g_get_user_name ();
  if (styles != NULL)
    tarikh_timeline_options_set (arguments->options, "styles-directory", styles, NULL);
  if (epoch != NULL && *epoch != '\0')
    g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT64, &arguments->now, NULL);
  if (epoch == NULL || *epoch == '\0' || tarikh_timeline_options_set (arguments->options, "source-date", epoch, NULL))
    return TRUE;
  tarikh_cli_complain ("SOURCE_DATE_EPOCH: not a number of seconds since 1970: \"%s\"", epoch);
  return FALSE;
}

/* Standard input can be read only once. */
static gboolean
check_stories (const TarikhCliArguments *arguments, const TarikhCliCommand *command)
{
  guint dashes = 0;

  for (guint i = 0; i < arguments->stories->len; i++)
    dashes += strcmp (g_ptr_array_index (arguments->stories, i), "-") == 0;
  return dashes < 2 || !(command->bit & STORIES) || complain_about_usage (command, "standard input is named twice:", "-");
}

gboolean
tarikh_cli_arguments_read (TarikhCliArguments *arguments, const TarikhCliCommand *command, int argc, char **argv,
                           int *status)
{
  *arguments = (TarikhCliArguments){ .options = tarikh_timeline_options_new (),
                                     .stories = g_ptr_array_new (),
                                     .outputs = g_ptr_array_new (),
                                     .every = 60 };
  *status = TARIKH_CLI_USAGE;
  return read_options (arguments, command, argc, argv, status) && check_count (arguments, command)
         && check_stories (arguments, command) && read_environment (arguments);
}

const char *
tarikh_cli_arguments_get (const TarikhCliArguments *arguments, guint index)
{
  return g_ptr_array_index (arguments->stories, index);
}

void
tarikh_cli_arguments_clear (TarikhCliArguments *arguments)
{
  g_clear_pointer (&arguments->options, tarikh_timeline_options_free);
  g_clear_pointer (&arguments->stories, g_ptr_array_unref);
  g_clear_pointer (&arguments->outputs, g_ptr_array_unref);
}

gboolean
tarikh_cli_arguments_check_withdrawn (const TarikhCliArguments *arguments)
{
  if (arguments->withdrawn == NULL || strcmp (arguments->withdrawn, "mark") == 0
      || strcmp (arguments->withdrawn, "remove") == 0)
    return TRUE;
  tarikh_cli_complain ("--withdrawn: not mark or remove: \"%s\"", arguments->withdrawn);
  return FALSE;
}
