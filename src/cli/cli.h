/* cli: the command `tarikh`. Sees of the library what any embedder sees, and does what the library does not: reads
 * arguments, files and the environment, prints, and chooses the exit status. One command a file, listed in main.c. */
#pragma once

#include "tarikh/tarikh.h"

enum { TARIKH_CLI_DONE = 0, TARIKH_CLI_FAILED = 1, TARIKH_CLI_USAGE = 2 };

/* ---- commands ---- */

typedef struct {
  const char *name;
  const char *usage;   /* the line after "Usage: tarikh " */
  const char *summary; /* one line */
  const char *details; /* what --help says between usage and options */
  guint bit;           /* which options are this command's */
  int (*run) (int argc, char **argv); /* argv[0] is the command's name; the exit status */
} TarikhCliCommand;

enum { TARIKH_CLI_RENDER = 1 << 0, TARIKH_CLI_EXTRACT = 1 << 1 };

extern const TarikhCliCommand tarikh_cli_render, tarikh_cli_extract;

/* ---- messages ---- */

/* "tarikh: …", one line on standard error, whatever the arguments hold. */
void tarikh_cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* The doubts of TIMELINE, a line each, on standard error; and what its drawings do not show as it was told. */
void tarikh_cli_print_notes (const TarikhTimeline *timeline);
void tarikh_cli_print_warnings (const TarikhTimeline *timeline);

/* ---- arguments ---- */

typedef struct {
  TarikhTimelineOptions *options;
  GPtrArray *stories; /* const char*, as given; at least one */
  GPtrArray *outputs; /* const char*, as given */
  const char *format; /* NULL: not given */
  const char *explain; /* NULL: not given */
  gboolean notes;
} TarikhCliArguments;

/* Reads the arguments of COMMAND and what the environment says. FALSE when there is nothing more to do: help was asked
 * for or the usage is wrong; both have been printed and *STATUS is the exit status. */
gboolean tarikh_cli_arguments_read (TarikhCliArguments *arguments, const TarikhCliCommand *command, int argc,
                                    char **argv, int *status);
void tarikh_cli_arguments_clear (TarikhCliArguments *arguments);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TarikhCliArguments, tarikh_cli_arguments_clear)

/* The directory of the named styles that belong to the running program, or NULL. (transfer full) */
char *tarikh_cli_find_styles (void);

/* ---- inputs ---- */

typedef enum { TARIKH_CLI_TEXT, TARIKH_CLI_JSON, TARIKH_CLI_LINES } TarikhCliInputKind;

/* What PATH holds, by its ending. */
TarikhCliInputKind tarikh_cli_input_get_kind (const char *path);

/* Reads PATH, one story or chronology ("-": standard input), into TIMELINE. */
gboolean tarikh_cli_input_read (TarikhTimeline *timeline, const char *path, GError **error);
/* Reads all of PATHS (const char*), of a .jsonl every line, and goes on after bad ones, so that one run tells of all.
 * FALSE when there were any; messages have been printed. */
gboolean tarikh_cli_input_add_all (TarikhTimeline *timeline, const GPtrArray *paths);

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

/* ---- outputs ---- */

/* Writes to standard output at once. FALSE after a message; silent when the reader has gone away. */
gboolean tarikh_cli_output_print (const char *data, gsize length);

typedef struct _TarikhCliFile TarikhCliFile;

/* Files that appear together, whole, or not at all. */
typedef struct {
  GPtrArray *files; /* TarikhCliFile*, owned */
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
void tarikh_cli_outputs_clear (TarikhCliOutputs *outputs);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TarikhCliOutputs, tarikh_cli_outputs_clear)
