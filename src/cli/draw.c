/* cli/draw: a timeline becomes files: which format each is to have, and all of them drawn and put in place together. */
#include "cli/cli.h"

#include <string.h>

#define N_FORMATS (TARIKH_TIMELINE_HTML + 1)

/* The format of every output: by its ending, else by --format. Wrong usage is found before any work is done. */
gboolean
tarikh_cli_draw_choose (const TarikhCliArguments *arguments, GArray *formats)
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
fill (TarikhTimeline *timeline, const GArray *formats, TarikhCliOutputs *outputs)
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

gboolean
tarikh_cli_draw (TarikhTimeline *timeline, const GArray *formats, TarikhCliOutputs *outputs, gboolean notes)
{
  gboolean drawn = fill (timeline, formats, outputs);

  if (notes)
    tarikh_cli_print_notes (timeline); /* drawing has its own to add */
  tarikh_cli_print_warnings (timeline);
  return drawn && tarikh_cli_outputs_commit (outputs);
}
