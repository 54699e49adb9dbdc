/* cli/dossier: what the commands of a dossier share: opened, changed in one transaction, its answers printed. */
#include "cli/cli.h"

#include <string.h>

TarikhDossier *
tarikh_cli_dossier_open (const TarikhCliArguments *arguments, gboolean write)
{
  g_autoptr (GError) error = NULL;
  TarikhDossier *dossier = tarikh_dossier_open (tarikh_cli_arguments_get (arguments, 0), write, &error);

  if (dossier == NULL)
    tarikh_cli_complain ("%s", error->message);
  else
    tarikh_dossier_set_hand (dossier, arguments->author, arguments->now);
  return dossier;
}

int
tarikh_cli_dossier_fail (const GError *error)
{
  tarikh_cli_complain ("%s", error->message);
  return g_error_matches (error, TARIKH_TIMELINE_ERROR, TARIKH_TIMELINE_ERROR_USAGE) ? TARIKH_CLI_USAGE
                                                                                    : TARIKH_CLI_FAILED;
}

int
tarikh_cli_dossier_change (const TarikhCliArguments *arguments, TarikhCliChange change)
{
  g_autoptr (TarikhDossier) dossier = tarikh_cli_dossier_open (arguments, TRUE);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  TarikhCliEnding ending = { .held = FALSE };

  if (dossier == NULL)
    return TARIKH_CLI_FAILED;
  if (!tarikh_dossier_begin (dossier, &error))
    return tarikh_cli_dossier_fail (error);
  tarikh_cli_ending_hold (&ending);
  gboolean good = change (dossier, arguments, out, &error) && tarikh_dossier_commit (dossier, &error);
  if (!good)
    tarikh_dossier_rollback (dossier);
  tarikh_cli_ending_release (&ending);
  if (!good)
    return tarikh_cli_dossier_fail (error);
  return tarikh_cli_output_print (out->str, out->len) ? TARIKH_CLI_DONE : TARIKH_CLI_FAILED;
}

int
tarikh_cli_dossier_print (char *text, const GError *error)
{
  g_autofree char *taken = text;

  if (taken == NULL)
    return tarikh_cli_dossier_fail (error);
  return tarikh_cli_output_print (taken, strlen (taken)) ? TARIKH_CLI_DONE : TARIKH_CLI_FAILED;
}

void
tarikh_cli_json_append (GString *json, const char *comma, const char *name, const char *value)
{
  g_string_append_printf (json, "%s\"%s\":", comma, name);
  if (value == NULL) {
    g_string_append (json, "null");
    return;
  }
  g_autofree char *valid = g_utf8_make_valid (value, -1);
  g_string_append_c (json, '"');
  for (const char *p = valid; *p != '\0'; p++)
    if ((guchar) *p < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) *p);
    else
      g_string_append_printf (json, *p == '"' || *p == '\\' ? "\\%c" : "%c", *p);
  g_string_append_c (json, '"');
}
