/* cli/adding: stories go into a dossier, some at a time; they are told of when their transaction is done, so that what has
 * been printed is on disk. */
#include "cli/cli.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BATCH_SECONDS 0.5 /* for which the dossier is kept from other writers */

/* ---- transactions ---- */

/* ERROR: NULL when somebody asked us to end. */
static gboolean
break_off (TarikhCliAdding *a, const GError *error)
{
  if (error != NULL)
    tarikh_cli_complain ("%s", error->message);
  tarikh_dossier_rollback (a->dossier);
  a->broken = TRUE;
  tarikh_cli_ending_release (&a->ending);
  return FALSE;
}

gboolean
tarikh_cli_adding_begin (TarikhCliAdding *a)
{
  g_autoptr (GError) error = NULL;

  a->began = g_get_monotonic_time ();
  g_string_truncate (a->told, 0);
  return tarikh_dossier_begin (a->dossier, &error) || break_off (a, error);
}

gboolean
tarikh_cli_adding_commit (TarikhCliAdding *a)
{
  g_autoptr (GError) error = NULL;

  tarikh_cli_ending_hold (&a->ending);
  if (!tarikh_dossier_commit (a->dossier, &error))
    return break_off (a, error);
  a->broken = !tarikh_cli_output_print (a->told->str, a->told->len);
  tarikh_cli_ending_release (&a->ending);
  return !a->broken;
}

/* On a terminal that waits long, how many there are. */
static void
show_progress (const TarikhCliAdding *a)
{
  g_autofree char *line = g_strdup_printf ("\r%u stories", a->n_done);

  if (isatty (STDERR_FILENO) && !isatty (STDOUT_FILENO))
    (void) !write (STDERR_FILENO, line, strlen (line));
}

/* ---- stories ---- */

static void
tell (TarikhCliAdding *a, const char *path, guint line, TarikhDossierPut put, const char *id)
{
  static const char *const words[] = { [TARIKH_DOSSIER_NEW] = "new",
                                       [TARIKH_DOSSIER_UNCHANGED] = "unchanged",
                                       [TARIKH_DOSSIER_REPLACED] = "replaced" };
  g_autofree char *place = line > 0 ? g_strdup_printf ("%s:%u", path, line) : g_strdup (path);

  if (a->arguments->json) {
    tarikh_cli_json_append (a->told, "{", "story", id);
    tarikh_cli_json_append (a->told, ",", "state", words[put]);
    tarikh_cli_json_append (a->told, ",", "source", place);
    g_string_append (a->told, "}\n");
    return;
  }
  if (put == TARIKH_DOSSIER_UNCHANGED && a->arguments->once)
    return; /* cron would mail it every time */
  g_autofree char *printable = tarikh_timeline_printable (place), *name = tarikh_timeline_printable (id);
  g_string_append_printf (a->told, "%s\t%s\t%s\n", words[put], name, printable);
}

/* After a story was tried: its fault, or the dossier's. */
static void
note_result (TarikhCliAdding *a, const char *path, guint line, gboolean added, TarikhDossierPut put, const char *id,
             const GError *error)
{
  if (added) {
    tell (a, path, line, put, id);
    a->n_changed += put != TARIKH_DOSSIER_UNCHANGED;
  }
  else if (g_error_matches (error, TARIKH_TIMELINE_ERROR, TARIKH_TIMELINE_ERROR_WRITE))
    break_off (a, error);
  else {
    tarikh_cli_complain ("%s", error->message);
    a->good = FALSE;
  }
  a->n_done++;
  if (!a->broken && tarikh_cli_ending_is_asked ())
    break_off (a, NULL);
  if (!a->broken && g_get_monotonic_time () - a->began > BATCH_SECONDS * G_USEC_PER_SEC && tarikh_cli_adding_commit (a)) {
    show_progress (a);
    tarikh_cli_adding_begin (a);
  }
  if (a->slow || a->broken)
    tarikh_cli_ending_release (&a->ending);
  else
    tarikh_cli_ending_hold (&a->ending); /* commit has let go */
}

/* Told before its bytes are called no text. */
static gboolean
refuse_dossier (TarikhCliAdding *a, const char *path)
{
  if (!tarikh_cli_input_is_dossier (path))
    return FALSE;
  tarikh_cli_complain ("%s: a dossier, not a story", path);
  a->good = FALSE;
  return TRUE;
}

static void
add_file (TarikhCliAdding *a, const char *path)
{
  if (refuse_dossier (a, path))
    return;
  gboolean is_json = FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) data = tarikh_cli_input_load (path, &is_json, &error);
  g_autofree char *id = NULL;
  TarikhDossierPut put = TARIKH_DOSSIER_NEW;
  const TarikhTimelineOptions *options = a->arguments->options;

  const char *bytes = data != NULL && data->len > 0 ? (const char *) data->data : "";
  tarikh_cli_ending_hold (&a->ending);
  gboolean added = data != NULL
                   && (is_json ? tarikh_dossier_add_json (a->dossier, options, path, bytes, data->len, &put, &id, &error)
                               : tarikh_dossier_add_text (a->dossier, options, path, bytes, data->len, &put, &id, &error));
  note_result (a, path, 0, added, put, id, error);
}

static gboolean
is_blank (const char *data, gsize length)
{
  while (length > 0 && g_ascii_isspace (data[length - 1]))
    length--;
  return length == 0;
}

static void
add_line (TarikhCliAdding *a, const TarikhCliLines *lines, const char *data, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  TarikhDossierPut put = TARIKH_DOSSIER_NEW;

  tarikh_cli_ending_hold (&a->ending);
  gboolean added = tarikh_dossier_add_line (a->dossier, a->arguments->options, lines->path, lines->line, data, length,
                                            &put, &id, &error);

  note_result (a, lines->path, lines->line, added, put, id, error);
}

static void
add_lines (TarikhCliAdding *a, const char *path)
{
  g_auto (TarikhCliLines) lines = { .fd = -1 };
  g_autoptr (GError) error = NULL;
  const char *data;
  gsize length;

  if (tarikh_cli_lines_open (&lines, path, &error))
    while (!a->broken && tarikh_cli_lines_next (&lines, &data, &length, &error))
      if (!is_blank (data, length)) /* a stream may end in one */
        add_line (a, &lines, data, length);
  if (error != NULL) {
    tarikh_cli_complain ("%s", error->message);
    a->good = FALSE;
  }
}

/* Reading from a pipe or a terminal may take for ever. */
static gboolean
is_slow (const char *path)
{
  struct stat status;
  int result = strcmp (path, "-") == 0 ? fstat (STDIN_FILENO, &status) : stat (path, &status);

  return result == 0 && !S_ISREG (status.st_mode);
}

gboolean
tarikh_cli_adding_take (TarikhCliAdding *a, const char *path)
{
  gboolean before = a->good;

  a->slow = is_slow (path);
  if (a->slow)
    tarikh_cli_ending_release (&a->ending);
  else
    tarikh_cli_ending_hold (&a->ending);
  a->good = TRUE;
  if (tarikh_cli_input_get_kind (path) == TARIKH_CLI_LINES)
    add_lines (a, path);
  else
    add_file (a, path);
  gboolean good = a->good;
  a->good = before && good;
  return good;
}
