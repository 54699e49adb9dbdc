/* cli/input: story files. Opens and reads them; what they mean is the library's business. */
#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* No story and no chronology is larger; it keeps an endless device from eating the memory. */
#define INPUT_MAX_BYTES ((gsize) 1 << 28)
#define CHUNK_BYTES ((gsize) 1 << 16)

static gboolean
fail (GError **error, const char *path, const char *reason)
{
  g_set_error (error, TARIKH_TIMELINE_ERROR, TARIKH_TIMELINE_ERROR_READ, "%s: %s",
               strcmp (path, "-") == 0 ? "standard input" : path, reason);
  return FALSE;
}

/* A file descriptor to read from, or -1. Standard input is duplicated, so that each is closed the same way. */
static int
open_input (const char *path, GError **error)
{
  struct stat status;
  int fd = strcmp (path, "-") == 0 ? fcntl (STDIN_FILENO, F_DUPFD_CLOEXEC, 3) : open (path, O_RDONLY | O_CLOEXEC);

  if (fd < 0) {
    fail (error, path, g_strerror (errno));
    return -1;
  }
  if (fstat (fd, &status) == 0 && S_ISDIR (status.st_mode)) {
    close (fd);
    fail (error, path, g_strerror (EISDIR));
    return -1;
  }
  return fd;
}

/* Appends what one read gives to BUFFER. The number of bytes, 0 at the end, -1 with ERROR set. */
static gssize
read_chunk (int fd, const char *path, GByteArray *buffer, GError **error)
{
  guint before = buffer->len;
  gssize got;

  g_byte_array_set_size (buffer, before + CHUNK_BYTES);
  do
    got = read (fd, buffer->data + before, CHUNK_BYTES);
  while (got < 0 && errno == EINTR);
  g_byte_array_set_size (buffer, before + (guint) MAX (got, 0));
  if (got < 0)
    fail (error, path, g_strerror (errno));
  return got;
}

static GByteArray *
read_whole (const char *path, GError **error)
{
  int fd = open_input (path, error);
  if (fd < 0)
    return NULL;

  g_autoptr (GByteArray) buffer = g_byte_array_new ();
  gssize got;
  while ((got = read_chunk (fd, path, buffer, error)) > 0 && buffer->len <= INPUT_MAX_BYTES)
    ;
  close (fd);
  if (got > 0)
    fail (error, path, "larger than 256 MB");
  return got == 0 ? g_steal_pointer (&buffer) : NULL;
}

/* ---- lines ---- */

gboolean
tarikh_cli_lines_open (TarikhCliLines *lines, const char *path, GError **error)
{
  *lines = (TarikhCliLines){ .path = path, .fd = open_input (path, error) };
  if (lines->fd < 0)
    return FALSE;
  lines->buffer = g_byte_array_sized_new (CHUNK_BYTES);
  return TRUE;
}

/* Reads until a whole line, the end, or the limit is in the buffer. Looks at every byte once. */
static gboolean
fill_line (TarikhCliLines *lines, gsize *length, GError **error)
{
  gsize seen = 0;

  for (;;) {
    const guint8 *line = lines->buffer->data + lines->start;
    gsize there = lines->buffer->len - lines->start;
    const guint8 *end = there > seen ? memchr (line + seen, '\n', there - seen) : NULL;
    *length = end != NULL ? (gsize) (end - line) : there;
    if (end != NULL || lines->ended)
      return TRUE;
    if (there > INPUT_MAX_BYTES)
      return fail (error, lines->path, "a line is larger than 256 MB");
    seen = there;
    g_byte_array_remove_range (lines->buffer, 0, (guint) lines->start);
    lines->start = 0;
    gssize got = read_chunk (lines->fd, lines->path, lines->buffer, error);
    if (got < 0)
      return FALSE;
    lines->ended = got == 0;
  }
}

gboolean
tarikh_cli_lines_next (TarikhCliLines *lines, const char **data, gsize *length, GError **error)
{
  if (!fill_line (lines, length, error))
    return FALSE;
  if (lines->start == lines->buffer->len && lines->ended)
    return FALSE;
  *data = (const char *) lines->buffer->data + lines->start;
  lines->start = MIN (lines->start + *length + 1, lines->buffer->len);
  lines->line++;
  if (*length > 0 && (*data)[*length - 1] == '\r')
    (*length)--;
  return TRUE;
}

void
tarikh_cli_lines_clear (TarikhCliLines *lines)
{
  if (lines->fd >= 0)
    close (lines->fd);
  lines->fd = -1;
  g_clear_pointer (&lines->buffer, g_byte_array_unref);
}

/* ---- stories ---- */

static gboolean
has_ending (const char *path, const char *ending)
{
  gsize length = strlen (path), tail = strlen (ending);

  return length > tail && g_ascii_strcasecmp (path + length - tail, ending) == 0;
}

TarikhCliInputKind
tarikh_cli_input_get_kind (const char *path)
{
  return has_ending (path, ".jsonl")  ? TARIKH_CLI_LINES
         : has_ending (path, ".json") ? TARIKH_CLI_JSON
                                      : TARIKH_CLI_TEXT;
}

/* Standard input has no ending: what opens like a JSON object is one, so that programs can be joined by a pipe. */
static gboolean
opens_like_object (const GByteArray *data)
{
  guint i = 0;

  if (data->len >= 3 && memcmp (data->data, "\xef\xbb\xbf", 3) == 0)
    i = 3;
  while (i < data->len && g_ascii_isspace (data->data[i]))
    i++;
  if (i == data->len || data->data[i] != '{')
    return FALSE;
  for (i++; i < data->len && g_ascii_isspace (data->data[i]); i++)
    ;
  return i < data->len && data->data[i] == '"';
}

GByteArray *
tarikh_cli_input_load (const char *path, gboolean *is_json, GError **error)
{
  GByteArray *data = read_whole (path, error);

  if (data != NULL)
    *is_json = tarikh_cli_input_get_kind (path) == TARIKH_CLI_JSON
               || (strcmp (path, "-") == 0 && opens_like_object (data));
  return data;
}

gboolean
tarikh_cli_input_is_dossier (const char *path)
{
  return has_ending (path, ".tarikh");
}

gboolean
tarikh_cli_input_read (TarikhTimeline *timeline, const char *path, GError **error)
{
  gboolean is_json = FALSE;
  g_autoptr (GByteArray) data = tarikh_cli_input_load (path, &is_json, error);

  if (data == NULL)
    return FALSE;
  const char *bytes = data->len > 0 ? (const char *) data->data : "";
  return is_json ? tarikh_timeline_add_json (timeline, path, bytes, data->len, error)
                 : tarikh_timeline_add_text (timeline, path, bytes, data->len, error);
}

/* Every line is tried, so that one run tells of all that are bad. */
static gboolean
add_lines (TarikhTimeline *timeline, const char *path, GError **error)
{
  g_auto (TarikhCliLines) lines = { .fd = -1 };
  const char *data;
  gsize length;
  gboolean good = TRUE;

  if (!tarikh_cli_lines_open (&lines, path, error))
    return FALSE;
  while (tarikh_cli_lines_next (&lines, &data, &length, error)) {
    g_autoptr (GError) line_error = NULL;
    if (!tarikh_timeline_add_line (timeline, path, lines.line, data, length, &line_error)) {
      tarikh_cli_complain ("%s", line_error->message);
      good = FALSE;
    }
  }
  return good;
}

static gboolean
add_input (TarikhTimeline *timeline, const char *path)
{
  g_autoptr (GError) error = NULL;
  gboolean good = tarikh_cli_input_get_kind (path) == TARIKH_CLI_LINES ? add_lines (timeline, path, &error)
                                                                       : tarikh_cli_input_read (timeline, path, &error);

  if (error != NULL)
    tarikh_cli_complain ("%s", error->message);
  return good && error == NULL;
}

gboolean
tarikh_cli_input_add_all (TarikhTimeline *timeline, const GPtrArray *paths)
{
  gboolean good = TRUE;

  for (guint i = 0; i < paths->len; i++)
    good = add_input (timeline, g_ptr_array_index (paths, i)) && good;
  return good;
}

/* ---- what a timeline is made of ---- */

static TarikhTimeline *
tell_dossier (const TarikhCliArguments *arguments)
{
  g_autoptr (TarikhDossier) dossier = tarikh_cli_dossier_open (arguments, FALSE);
  g_autoptr (GError) error = NULL;
  TarikhTimeline *timeline
      = dossier != NULL ? tarikh_dossier_tell (dossier, arguments->options, arguments->since, &error) : NULL;

  if (error != NULL)
    tarikh_cli_complain ("%s", error->message);
  return timeline;
}

TarikhTimeline *
tarikh_cli_input_tell (const TarikhCliArguments *arguments)
{
  for (guint i = 0; i < arguments->stories->len; i++)
    if (tarikh_cli_input_is_dossier (g_ptr_array_index (arguments->stories, i)) && arguments->stories->len > 1) {
      tarikh_cli_complain ("%s: a dossier stands alone; put stories into it by 'tarikh add'",
                           (const char *) g_ptr_array_index (arguments->stories, i));
      return NULL;
    }
  if (tarikh_cli_input_is_dossier (g_ptr_array_index (arguments->stories, 0)))
    return tell_dossier (arguments);
  if (arguments->since != NULL) {
    tarikh_cli_complain ("--since: only a dossier has snapshots");
    return NULL;
  }
  g_autoptr (TarikhTimeline) timeline = tarikh_timeline_new (arguments->options);
  return tarikh_cli_input_add_all (timeline, arguments->stories) ? g_steal_pointer (&timeline) : NULL;
}
