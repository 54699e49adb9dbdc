/* cli/edit: `tarikh edit`: an editor decides something of an event. */
#include "cli/cli.h"

static gboolean
edit (TarikhDossier *dossier, const TarikhCliArguments *arguments, GString *out, GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *event = NULL;

  for (guint i = 2; i < arguments->stories->len; i++)
    g_ptr_array_add (words, g_ptr_array_index (arguments->stories, i));
  g_ptr_array_add (words, NULL);
  if (!tarikh_dossier_edit (dossier, tarikh_cli_arguments_get (arguments, 1), (const char *const *) words->pdata, &event,
                            error))
    return FALSE;
  if (arguments->json) {
    tarikh_cli_json_append (out, "{", "event", event);
    g_string_append (out, "}\n");
  } else
    g_string_append_printf (out, "%s\n", event);
  return TRUE;
}

static int
run (int argc, char **argv)
{
  g_auto (TarikhCliArguments) arguments = { NULL };
  int status;

  return tarikh_cli_arguments_read (&arguments, &tarikh_cli_edit, argc, argv, &status)
           ? tarikh_cli_dossier_change (&arguments, edit) : status;
}

const TarikhCliCommand tarikh_cli_edit = {
  .name = "edit",
  .usage = "edit [OPTION]... FILE.tarikh VERB WORD...",
  .summary = "Decide something of an event: accept, hide, reword, redate, merge, split, pin, note, add.",
  .details = "  accept EVENT             it is right as it is now, and stays so whatever comes\n"
             "  hide EVENT               leave it out; unhide EVENT\n"
             "  pin EVENT                keep it before all others when --max-events chooses; unpin EVENT\n"
             "  reword EVENT HEADLINE    give it another headline\n"
             "  redate EVENT DATE        give it another date\n"
             "  merge EVENT EVENT        both are one; the first keeps its id\n"
             "  split EVENT STORY        what that story tells is another event\n"
             "  note EVENT TEXT          a note of one's own\n"
             "  add DATE HEADLINE        an event that no story tells\n"
             "EVENT is an id or as much of its beginning as no other has; DATE is YYYY, YYYY-MM, YYYY-MM-DD or two of them with\n"
             "a slash between. An edit beats what stories say, also later ones; 'tarikh list' tells where they disagree.\n"
             "Prints the id of the event.\n",
  .bit = TARIKH_CLI_EDIT,
  .least = 3,
  .run = run,
};
