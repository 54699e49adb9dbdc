/* cli/extract: `tarikh extract`: the chronology as data, all stories in one, or a line for each story of a stream. */
#include "cli/cli.h"

#include <string.h>

/* ---- one chronology of all ---- */

static int
explain (TarikhTimeline *timeline, const char *event)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = tarikh_timeline_explain (timeline, event, &error);

  if (text == NULL) {
    tarikh_cli_complain ("--%s", error->message);
    return TARIKH_CLI_USAGE;
  }
  return tarikh_cli_output_print (text, strlen (text)) ? TARIKH_CLI_DONE : TARIKH_CLI_FAILED;
}

static gboolean
print_piece (const char *bytes, gsize length, gpointer data)
{
  return tarikh_cli_output_print (bytes, length);
}

static int
extract_whole (const TarikhCliArguments *arguments)
{
  g_autoptr (TarikhTimeline) timeline = tarikh_cli_input_tell (arguments);

  if (timeline == NULL)
    return TARIKH_CLI_FAILED;
  if (arguments->notes)
    tarikh_cli_print_notes (timeline);
  if (arguments->explain != NULL)
    return explain (timeline, arguments->explain);
  return tarikh_timeline_write_json (timeline, FALSE, print_piece, NULL) ? TARIKH_CLI_DONE : TARIKH_CLI_FAILED;
}

/* ---- a line for each story; memory for one ---- */

/* What a stream is read with, and how it went. */
typedef struct {
  const TarikhCliArguments *arguments;
  gboolean good;    /* no story was bad */
  gboolean writing; /* standard output still takes lines */
} Stream;

static void
print_result (Stream *stream, TarikhTimeline *timeline)
{
  g_autofree char *json = tarikh_timeline_to_json (timeline, TRUE);

  if (stream->arguments->notes)
    tarikh_cli_print_notes (timeline);
  stream->writing = tarikh_cli_output_print (json, strlen (json));
}

/* The place of a bad story is kept in the output, so that the lines of both sides still answer each other. */
static void
print_error (Stream *stream, const GError *error, guint line)
{
  g_autofree char *json = tarikh_timeline_error_to_json (error, line);

  tarikh_cli_complain ("%s", error->message);
  stream->good = FALSE;
  stream->writing = tarikh_cli_output_print (json, strlen (json));
}

static void
extract_lines (Stream *stream, const char *path)
{
  g_auto (TarikhCliLines) lines = { .fd = -1 };
  g_autoptr (GError) error = NULL;
  const char *data;
  gsize length;

  if (tarikh_cli_lines_open (&lines, path, &error))
    while (stream->writing && tarikh_cli_lines_next (&lines, &data, &length, &error)) {
      g_autoptr (TarikhTimeline) timeline = tarikh_timeline_new (stream->arguments->options);
      g_autoptr (GError) line_error = NULL;
      if (tarikh_timeline_add_line (timeline, path, lines.line, data, length, &line_error))
        print_result (stream, timeline);
      else
        print_error (stream, line_error, lines.line);
    }
  if (error != NULL) {
    tarikh_cli_complain ("%s", error->message);
    stream->good = FALSE;
  }
}

static void
extract_file (Stream *stream, const char *path)
{
  g_autoptr (TarikhTimeline) timeline = tarikh_timeline_new (stream->arguments->options);
  g_autoptr (GError) error = NULL;

  if (tarikh_cli_input_read (timeline, path, &error))
    print_result (stream, timeline);
  else
    print_error (stream, error, 0);
}

/* Standard input has no ending; it is a stream when --format says so. */
static gboolean
is_stream (const TarikhCliArguments *arguments, const char *path)
{
  return tarikh_cli_input_get_kind (path) == TARIKH_CLI_LINES || (strcmp (path, "-") == 0 && arguments->format != NULL);
}

static int
extract_stream (const TarikhCliArguments *arguments)
{
  Stream stream = { arguments, TRUE, TRUE };

  for (guint i = 0; i < arguments->stories->len && stream.writing; i++) {
    const char *path = g_ptr_array_index (arguments->stories, i);
    if (is_stream (arguments, path))
      extract_lines (&stream, path);
    else
      extract_file (&stream, path);
  }
  return stream.good && stream.writing ? TARIKH_CLI_DONE : TARIKH_CLI_FAILED;
}

/* ---- the command ---- */

/* Said by --format; else a stream among the stories makes the output one. */
static gboolean
wants_lines (const TarikhCliArguments *arguments)
{
  if (arguments->format != NULL)
    return strcmp (arguments->format, "jsonl") == 0;
  for (guint i = 0; i < arguments->stories->len; i++)
    if (tarikh_cli_input_get_kind (g_ptr_array_index (arguments->stories, i)) == TARIKH_CLI_LINES)
      return TRUE;
  return FALSE;
}

static int
run (int argc, char **argv)
{
  g_auto (TarikhCliArguments) arguments = { NULL };
  int status;

  if (!tarikh_cli_arguments_read (&arguments, &tarikh_cli_extract, argc, argv, &status))
    return status;
  if (arguments.format != NULL && strcmp (arguments.format, "json") != 0 && strcmp (arguments.format, "jsonl") != 0) {
    tarikh_cli_complain ("--format: not json or jsonl: \"%s\"", arguments.format);
    return TARIKH_CLI_USAGE;
  }
  if (arguments.explain != NULL && arguments.format != NULL) {
    tarikh_cli_complain ("--explain gives text: no --format beside it");
    return TARIKH_CLI_USAGE;
  }
  if (arguments.explain != NULL)
    return extract_whole (&arguments);
  return wants_lines (&arguments) ? extract_stream (&arguments) : extract_whole (&arguments);
}

const TarikhCliCommand tarikh_cli_extract = {
  .name = "extract",
  .usage = "extract [OPTION]... STORY...",
  .summary = "Print the chronology of stories as JSON.",
  .details
  = "A STORY is plain text in UTF-8, or '-' for standard input. One that ends in .json is a story object\n"
    "{\"id\",\"text\",\"published\",\"title\",\"lang\",\"outlet\",\"url\"}; one that ends in .jsonl, or '-' with\n"
    "--format jsonl, holds one a line, and gives a result a line in the same order; a line that is bad gives\n"
    "an object with \"error\", a message, and exit status 1 at the end.\n"
    "--explain tells of all stories as one chronology, with the events numbered as in its JSON.\n",
  .bit = TARIKH_CLI_EXTRACT,
  .least = 1,
  .run = run,
};
