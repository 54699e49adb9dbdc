/* cli/render: `tarikh render`, the main job: stories in, a printable timeline out. */
#include "cli/cli.h"

#include <string.h>

#define N_FORMATS (TARIKH_TIMELINE_HTML + 1)

/* The format of every output: by its ending, else by --format. Wrong usage is found before any work is done. */
static gboolean
choose_formats (const TarikhCliArguments *arguments, GArray *formats)
{
  TarikhTimelineFormat named = TARIKH_TIMELINE_PDF;

  if (arguments->outputs->len == 0) {
    tarikh_cli_complain ("no output: name one with -o FILE, or -o - for standard output");
    return FALSE;
  }
  if (arguments->format != NULL && !tarikh_timeline_format_from_name (arguments->format, &named)) {
    tarikh_cli_complain ("--format: not pdf, svg, png, html or layout.json: \"%s\"", arguments->format);
    return FALSE;
  }
  for (guint i = 0; i < arguments->outputs->len; i++) {
    const char *path = g_ptr_array_index (arguments->outputs, i);
    TarikhTimelineFormat format = named;
    if (!tarikh_timeline_format_from_path (path, &format) && arguments->format == NULL) {
      tarikh_cli_complain (strcmp (path, "-") == 0 ? "%s: standard output needs --format pdf, svg, png, html or layout.json"
                                                   : "%s: unknown ending; .pdf, .svg, .png, .html and .layout.json "
                                                     "are known, or say --format",
                           path);
      return FALSE;
    }
    g_array_append_val (formats, format);
  }
  return TRUE;
}

/* A format asked for twice is drawn once. */
static gboolean
draw (TarikhTimeline *timeline, const GArray *formats, TarikhCliOutputs *outputs)
{
  GBytes *drawn[N_FORMATS] = { NULL }; /* borrowed from OUTPUTS */
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < formats->len; i++) {
    TarikhTimelineFormat format = g_array_index (formats, TarikhTimelineFormat, i);
    g_autoptr (GBytes) content
        = drawn[format] != NULL ? g_bytes_ref (drawn[format]) : tarikh_timeline_draw (timeline, format, &error);
    if (content == NULL) {
      tarikh_cli_complain ("%s", error->message);
      return FALSE;
    }
    tarikh_cli_outputs_fill (outputs, i, content);
    drawn[format] = content;
  }
  return TRUE;
}

static int
render (const TarikhCliArguments *arguments, const GArray *formats)
{
  g_auto (TarikhCliOutputs) outputs = { NULL };
  g_autoptr (TarikhTimeline) timeline = tarikh_timeline_new (arguments->options);

  tarikh_cli_outputs_init (&outputs);
  for (guint i = 0; i < arguments->outputs->len; i++)
    if (!tarikh_cli_outputs_add (&outputs, g_ptr_array_index (arguments->outputs, i)))
      return TARIKH_CLI_FAILED;
  if (!tarikh_cli_outputs_check (&outputs, arguments->stories))
    return TARIKH_CLI_USAGE;
  if (!tarikh_cli_input_add_all (timeline, arguments->stories))
    return TARIKH_CLI_FAILED;
  gboolean drawn = draw (timeline, formats, &outputs);
  if (arguments->notes)
    tarikh_cli_print_notes (timeline); /* drawing has its own to add */
  tarikh_cli_print_warnings (timeline);
  return drawn && tarikh_cli_outputs_commit (&outputs) ? TARIKH_CLI_DONE : TARIKH_CLI_FAILED;
}

static int
run (int argc, char **argv)
{
  g_auto (TarikhCliArguments) arguments = { NULL };
  g_autoptr (GArray) formats = g_array_new (FALSE, FALSE, sizeof (TarikhTimelineFormat));
  int status;

  if (!tarikh_cli_arguments_read (&arguments, &tarikh_cli_render, argc, argv, &status))
    return status;
  return choose_formats (&arguments, formats) ? render (&arguments, formats) : TARIKH_CLI_USAGE;
}

const TarikhCliCommand tarikh_cli_render = {
  .name = "render",
  .usage = "render [OPTION]... STORY... -o OUT [-o OUT]...",
  .summary = "Draw the timeline of stories as PDF, SVG, PNG or HTML.",
  .details = "A STORY is plain text in UTF-8, or '-' for standard input. One that ends in .json is a story object\n"
             "{\"id\",\"text\",\"published\",\"title\",\"lang\",\"outlet\",\"url\"} or what 'tarikh extract' wrote; "
             "one that ends\n"
             "in .jsonl holds a story object a line. Outputs appear whole or not at all.\n",
  .bit = TARIKH_CLI_RENDER,
  .run = run,
};
