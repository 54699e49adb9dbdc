/* cli/message: what the program says when something is wrong. */
#include "cli/cli.h"

#include <stdio.h>

void
tarikh_cli_complain (const char *format, ...)
{
  va_list values;

  va_start (values, format);
  g_autofree char *message = g_strdup_vprintf (format, values);
  va_end (values);
  g_autofree char *printable = tarikh_timeline_printable (message);
  g_autofree char *line = g_strconcat ("tarikh: ", printable, "\n", NULL);
  fputs (line, stderr);
}

void
tarikh_cli_print_warnings (const TarikhTimeline *timeline)
{
  g_auto (GStrv) warnings = tarikh_timeline_get_warnings (timeline);

  for (guint i = 0; warnings[i] != NULL; i++)
    tarikh_cli_complain ("%s", warnings[i]);
}

void
tarikh_cli_print_notes (const TarikhTimeline *timeline)
{
  g_auto (GStrv) notes = tarikh_timeline_get_notes (timeline);

  for (guint i = 0; notes[i] != NULL; i++)
    tarikh_cli_complain ("%s", notes[i]);
}
