/* cli/render: `tarikh render`, the main job: stories in, a printable timeline out. */
#include "cli/cli.h"

static int
render (const TarikhCliArguments *arguments, const GArray *formats)
{
  g_auto (TarikhCliOutputs) outputs = { NULL };

  tarikh_cli_outputs_init (&outputs);
  outputs.keep = tarikh_cli_input_is_dossier (tarikh_cli_arguments_get (arguments, 0));
  for (guint i = 0; i < arguments->outputs->len; i++)
    if (!tarikh_cli_outputs_add (&outputs, g_ptr_array_index (arguments->outputs, i)))
      return TARIKH_CLI_FAILED;
  if (!tarikh_cli_outputs_check (&outputs, arguments->stories))
    return TARIKH_CLI_USAGE;
  g_autoptr (TarikhTimeline) timeline = tarikh_cli_input_tell (arguments);
  if (timeline == NULL)
    return TARIKH_CLI_FAILED;
  if (!tarikh_cli_draw (timeline, formats, &outputs, arguments->notes))
    return TARIKH_CLI_FAILED;
  g_autoptr (GString) json = g_string_new (NULL);
  if (arguments->json)
    tarikh_cli_outputs_describe (&outputs, json);
  return tarikh_cli_output_print (json->str, json->len) ? TARIKH_CLI_DONE : TARIKH_CLI_FAILED;
}

static int
run (int argc, char **argv)
{
  g_auto (TarikhCliArguments) arguments = { NULL };
  g_autoptr (GArray) formats = g_array_new (FALSE, FALSE, sizeof (TarikhTimelineFormat));
  int status;

  if (!tarikh_cli_arguments_read (&arguments, &tarikh_cli_render, argc, argv, &status))
    return status;
  return tarikh_cli_draw_choose (&arguments, formats) ? render (&arguments, formats) : TARIKH_CLI_USAGE;
}

const TarikhCliCommand tarikh_cli_render = {
  .name = "render",
  .usage = "render [OPTION]... STORY... -o OUT [-o OUT]...",
  .summary = "Draw the timeline of stories as PDF, SVG, PNG or HTML.",
  .details = "A STORY is plain text in UTF-8, or '-' for standard input. One that ends in .json is a story object\n"
             "{\"id\",\"text\",\"published\",\"title\",\"lang\",\"outlet\",\"url\"} or what 'tarikh extract' wrote; "
             "one that ends\n"
             "in .jsonl holds a story object a line. One that ends in .tarikh is a dossier and stands alone; of it, outputs\n"
             "that would be the same are not written again. Outputs appear whole or not at all.\n",
  .bit = TARIKH_CLI_RENDER,
  .least = 1,
  .run = run,
};
