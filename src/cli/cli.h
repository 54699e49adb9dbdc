/* cli: the command `tarikh`. Sees of the library what any embedder sees, and does what the library does not: reads
 * arguments, files and the environment, prints, and chooses the exit status. One command a file, listed in main.c. */
#pragma once

#include "tarikh/tarikh.h"

#include <signal.h>

enum { TARIKH_CLI_DONE = 0, TARIKH_CLI_FAILED = 1, TARIKH_CLI_USAGE = 2 };

/* ---- commands ---- */

typedef struct {
  const char *name;
  const char *usage;   /* the line after "Usage: tarikh " */
  const char *summary; /* one line */
  const char *details; /* what --help says between usage and options */
  guint bit;           /* which options are this command's */
  guint least, most;   /* words beside the options; 0 MOST: any number */
  int (*run) (int argc, char **argv); /* argv[0] is the command's name; the exit status */
} TarikhCliCommand;

enum {
  TARIKH_CLI_RENDER = 1 << 0,
  TARIKH_CLI_EXTRACT = 1 << 1,
  TARIKH_CLI_INIT = 1 << 2,
  TARIKH_CLI_ADD = 1 << 3,
  TARIKH_CLI_LIST = 1 << 4,
  TARIKH_CLI_SHOW = 1 << 5,
  TARIKH_CLI_LOG = 1 << 6,
  TARIKH_CLI_EDIT = 1 << 7,
  TARIKH_CLI_UNDO = 1 << 8,
  TARIKH_CLI_REDO = 1 << 9,
  TARIKH_CLI_DUMP = 1 << 10,
  TARIKH_CLI_LOAD = 1 << 11,
  TARIKH_CLI_SNAPSHOT = 1 << 12,
  TARIKH_CLI_DIFF = 1 << 13,
  TARIKH_CLI_WITHDRAW = 1 << 14,
  TARIKH_CLI_REFRESH = 1 << 15,
  TARIKH_CLI_CHECK = 1 << 16,
  TARIKH_CLI_WATCH = 1 << 17
};

extern const TarikhCliCommand tarikh_cli_render, tarikh_cli_extract, tarikh_cli_init, tarikh_cli_add, tarikh_cli_list,
    tarikh_cli_show, tarikh_cli_log, tarikh_cli_edit, tarikh_cli_undo, tarikh_cli_redo, tarikh_cli_dump, tarikh_cli_load,
    tarikh_cli_snapshot, tarikh_cli_diff, tarikh_cli_withdraw, tarikh_cli_refresh, tarikh_cli_check, tarikh_cli_watch;

/* ---- being ended ---- */

/* While held, signals that end the program wait; a signal that waited ends it when released. */
typedef struct {
  sigset_t before;
  gboolean held;
} TarikhCliEnding;

void tarikh_cli_ending_hold (TarikhCliEnding *ending);
void tarikh_cli_ending_release (TarikhCliEnding *ending);
/* TRUE when one waits: what takes long breaks off. */
gboolean tarikh_cli_ending_is_asked (void);

/* ---- messages ---- */

/* "tarikh: …", one line on standard error, whatever the arguments hold. */
void tarikh_cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* The doubts of TIMELINE, a line each, on standard error; and what its drawings do not show as it was told. */
void tarikh_cli_print_notes (const TarikhTimeline *timeline);
void tarikh_cli_print_warnings (const TarikhTimeline *timeline);

/* ---- arguments ---- */

typedef struct {
  TarikhTimelineOptions *options;
  GPtrArray *stories; /* const char*, as given: what is no option; of a dossier's command the dossier first */
  GPtrArray *outputs; /* const char*, as given */
  const char *format; /* NULL: not given */
  const char *explain; /* NULL: not given */
  const char *author, *reason, *since, *withdrawn; /* NULL: not given */
  gint64 now; /* seconds since 1970 */
  gboolean notes, json, restore, reread, once, list_stories;
  guint every; /* seconds */
} TarikhCliArguments;

/* Reads the arguments of COMMAND and what the environment says. FALSE when there is nothing more to do: help was asked
 * for or the usage is wrong; both have been printed and *STATUS is the exit status. */
gboolean tarikh_cli_arguments_read (TarikhCliArguments *arguments, const TarikhCliCommand *command, int argc,
                                    char **argv, int *status);
void tarikh_cli_arguments_clear (TarikhCliArguments *arguments);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TarikhCliArguments, tarikh_cli_arguments_clear)

/* FALSE after a message when --withdrawn has a value that there is not. */
gboolean tarikh_cli_arguments_check_withdrawn (const TarikhCliArguments *arguments);

/* The directory of the named styles that belong to the running program, or NULL. (transfer full) */
char *tarikh_cli_find_styles (void);

/* ---- inputs ---- */

typedef enum { TARIKH_CLI_TEXT, TARIKH_CLI_JSON, TARIKH_CLI_LINES } TarikhCliInputKind;

/* What PATH holds, by its ending. */
TarikhCliInputKind tarikh_cli_input_get_kind (const char *path);

/* Reads PATH, one story or chronology ("-": standard input), into TIMELINE. */
gboolean tarikh_cli_input_read (TarikhTimeline *timeline, const char *path, GError **error);
/* The bytes of PATH, one story; *IS_JSON: it is an object, not plain text. (transfer full) */
GByteArray *tarikh_cli_input_load (const char *path, gboolean *is_json, GError **error);
/* TRUE when PATH is named like a dossier. */
gboolean tarikh_cli_input_is_dossier (const char *path);
/* Reads all of PATHS (const char*), of a .jsonl every line, and goes on after bad ones, so that one run tells of all.
 * FALSE when there were any; messages have been printed. */
gboolean tarikh_cli_input_add_all (TarikhTimeline *timeline, const GPtrArray *paths);

/* The timeline that ARGUMENTS name: of stories, or of one dossier. NULL after messages. (transfer full) */
TarikhTimeline *tarikh_cli_input_tell (const TarikhCliArguments *arguments);

/* A file of lines, read with memory for one of them. */
typedef struct {
  const char *path;
  int fd;
  GByteArray *buffer;
  gsize start;    /* of the line that comes next */
  guint line;     /* number of the line last returned */
  gboolean ended; /* nothing more to read from FD */
} TarikhCliLines;

gboolean tarikh_cli_lines_open (TarikhCliLines *lines, const char *path, GError **error);
/* The next line without its end, borrowed until the next call. FALSE at the end, and with ERROR set on failure. */
gboolean tarikh_cli_lines_next (TarikhCliLines *lines, const char **data, gsize *length, GError **error);
void tarikh_cli_lines_clear (TarikhCliLines *lines);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TarikhCliLines, tarikh_cli_lines_clear)

/* ---- dossiers ---- */

/* Opens the dossier that ARGUMENTS name first; WRITE: to change it. NULL after a message. */
TarikhDossier *tarikh_cli_dossier_open (const TarikhCliArguments *arguments, gboolean write);
/* Opens it, changes it by CHANGE in one transaction, and prints what CHANGE wrote into OUT. The exit status. */
typedef gboolean (*TarikhCliChange) (TarikhDossier *dossier, const TarikhCliArguments *arguments, GString *out,
                                     GError **error);
int tarikh_cli_dossier_change (const TarikhCliArguments *arguments, TarikhCliChange change);
/* Prints TEXT (taken), or ERROR when it is NULL. The exit status. */
int tarikh_cli_dossier_print (char *text, const GError *error);
/* The exit status that ERROR means; its message has been printed. */
int tarikh_cli_dossier_fail (const GError *error);
/* Stories on their way into a dossier. */
typedef struct {
  const TarikhCliArguments *arguments;
  TarikhDossier *dossier;
  GString *told;   /* about stories whose transaction is not done yet */
  gint64 began;    /* of the transaction, microseconds */
  TarikhCliEnding ending; /* held but for what is SLOW to be read, and while others keep us waiting */
  gboolean slow;
  guint n_done, n_changed; /* stories tried; those that were new or replaced others */
  gboolean good;   /* no story was bad */
  gboolean broken; /* the dossier cannot be written; a message has been printed */
} TarikhCliAdding;

/* Opens a transaction; take does the same when one has lasted. FALSE when the dossier is broken. */
gboolean tarikh_cli_adding_begin (TarikhCliAdding *adding);
/* Puts in the story, or stories, of PATH. FALSE after a message when one was bad. */
gboolean tarikh_cli_adding_take (TarikhCliAdding *adding, const char *path);
/* Ends the transaction and prints what it took. FALSE when the dossier is broken. */
gboolean tarikh_cli_adding_commit (TarikhCliAdding *adding);

/* Word number INDEX beside the options. */
const char *tarikh_cli_arguments_get (const TarikhCliArguments *arguments, guint index);
/* Appends "NAME":"VALUE" (null for NULL), escaped, after COMMA. */
void tarikh_cli_json_append (GString *json, const char *comma, const char *name, const char *value);

/* ---- outputs ---- */

/* Writes to standard output at once. FALSE after a message; silent when the reader has gone away. */
gboolean tarikh_cli_output_print (const char *data, gsize length);

typedef struct _TarikhCliFile TarikhCliFile;

/* Files that appear together, whole, or not at all. */
typedef struct {
  GPtrArray *files; /* TarikhCliFile*, owned */
  gboolean keep;    /* a file that has its content already is not written again */
} TarikhCliOutputs;

void tarikh_cli_outputs_init (TarikhCliOutputs *outputs);
/* Takes note of PATH ("-": standard output) without touching it. FALSE after a message: a directory, or a place where
 * nothing can be written. */
gboolean tarikh_cli_outputs_add (TarikhCliOutputs *outputs, const char *path);
/* FALSE after a message when an output was named twice, or is one of STORIES (const char*). */
gboolean tarikh_cli_outputs_check (const TarikhCliOutputs *outputs, const GPtrArray *stories);
/* Gives the INDEX-th output its content; CONTENT is kept. */
void tarikh_cli_outputs_fill (TarikhCliOutputs *outputs, guint index, GBytes *content);
/* Writes all. FALSE after a message; then no file has changed. */
gboolean tarikh_cli_outputs_commit (TarikhCliOutputs *outputs);
/* Appends {"outputs":[{"file":…,"written":…}…]} and a line end: what commit did. */
void tarikh_cli_outputs_describe (const TarikhCliOutputs *outputs, GString *json);
void tarikh_cli_outputs_clear (TarikhCliOutputs *outputs);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TarikhCliOutputs, tarikh_cli_outputs_clear)

/* ---- drawing (draw.c) ---- */

/* The format of every output: by its ending, else by --format. FALSE after a message. */
gboolean tarikh_cli_draw_choose (const TarikhCliArguments *arguments, GArray *formats);
/* Draws TIMELINE into OUTPUTS, tells of doubts (NOTES: of all), and commits them. FALSE after a message. */
gboolean tarikh_cli_draw (TarikhTimeline *timeline, const GArray *formats, TarikhCliOutputs *outputs, gboolean notes);
