/* cli/output: files that appear together, whole, or not at all. Each is written to a temporary file beside its place;
 * only when all are on disk are they renamed into place. Signals that end the program wait while temporary files exist,
 * and are looked for between writes, so that none is ever left behind. What is not a regular file (a pipe, a device,
 * standard output) cannot appear at once; it is written first. */
#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define WRITE_BYTES ((gsize) 1 << 20)

struct _TarikhCliFile {
  const char *path;  /* as given, for messages; borrowed */
  char *place;       /* where it will stand, symbolic links followed */
  gboolean in_place; /* not a regular file: written where it stands */
  mode_t mode;       /* of the file that it replaces, or as a new file has it */
  GBytes *content;
  gboolean done;   /* its place has that content already */
  char *temporary; /* name of the temporary file while there is one */
};

/* EINTR: the program was asked to end, and will in a moment, without a word. */
static gboolean
fail (const char *path, int error)
{
  if (error != EINTR)
    tarikh_cli_complain ("%s: %s", strcmp (path, "-") == 0 ? "standard output" : path, g_strerror (error));
  return FALSE;
}

static gboolean
is_standard_output (const TarikhCliFile *file)
{
  return strcmp (file->path, "-") == 0;
}

/* ---- writing ---- */

/* Writes all of DATA; errno when it fails, EINTR when the program was asked to end. */
static gboolean
write_all (int fd, const char *data, gsize length)
{
  while (length > 0) {
    gssize done = write (fd, data, MIN (length, WRITE_BYTES));
    if (done < 0 && errno != EINTR)
      return FALSE;
    if (tarikh_cli_ending_is_asked ()) {
      errno = EINTR;
      return FALSE;
    }
    data += MAX (done, 0);
    length -= (gsize) MAX (done, 0);
  }
  return TRUE;
}

gboolean
tarikh_cli_output_print (const char *data, gsize length)
{
  if (write_all (STDOUT_FILENO, data, length))
    return TRUE;
  return errno == EPIPE ? FALSE : fail ("-", errno);
}

static gboolean
write_content (int fd, const TarikhCliFile *file)
{
  gsize length;
  const char *data = g_bytes_get_data (file->content, &length);

  return write_all (fd, data, length);
}

static gboolean
write_in_place (const TarikhCliFile *file)
{
  if (is_standard_output (file))
    return tarikh_cli_output_print (g_bytes_get_data (file->content, NULL), g_bytes_get_size (file->content));

  int fd = open (file->place, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  if (fd < 0)
    return fail (file->path, errno);
  gboolean good = write_content (fd, file);
  int error = errno;
  if (close (fd) != 0 && good) {
    good = FALSE;
    error = errno;
  }
  return good || fail (file->path, error);
}

/* Fills an open temporary file and puts it on disk. errno when it fails. */
static gboolean
finish_temporary (int fd, const TarikhCliFile *file)
{
  gboolean good = fchmod (fd, file->mode) == 0 && write_content (fd, file) && fsync (fd) == 0;
  int error = errno;

  if (close (fd) != 0 && good)
    return FALSE;
  errno = error;
  return good;
}

static gboolean
write_temporary (TarikhCliFile *file)
{
  g_autofree char *directory = g_path_get_dirname (file->place);
  g_autofree char *temporary = g_build_filename (directory, ".tarikh-XXXXXX", NULL);
  int fd = file->done ? -1 : mkstemp (temporary);

  if (file->done)
    return TRUE;
  if (fd < 0)
    return fail (file->path, errno);
  file->temporary = g_steal_pointer (&temporary);
  return finish_temporary (fd, file) || fail (file->path, errno);
}

/* What stands in its place is what it would become. */
static gboolean
look_at_content (TarikhCliFile *file)
{
  g_autofree char *there = NULL;
  gsize length = 0;

  file->done = g_file_get_contents (file->place, &there, &length, NULL) && length == g_bytes_get_size (file->content)
               && memcmp (there, g_bytes_get_data (file->content, NULL), length) == 0;
  return TRUE;
}

static gboolean
move_into_place (TarikhCliFile *file)
{
  if (file->done)
    return TRUE;
  if (rename (file->temporary, file->place) != 0)
    return fail (file->path, errno);
  g_clear_pointer (&file->temporary, g_free);
  return TRUE;
}

/* Runs STEP on every regular file, or on every other; stops at the first failure. */
static gboolean
for_each (TarikhCliOutputs *outputs, gboolean in_place, gboolean (*step) (TarikhCliFile *file))
{
  for (guint i = 0; i < outputs->files->len; i++) {
    TarikhCliFile *file = g_ptr_array_index (outputs->files, i);
    if (file->in_place == in_place && !step (file))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_one_in_place (TarikhCliFile *file)
{
  return write_in_place (file);
}

static gboolean
remove_temporary (TarikhCliFile *file)
{
  if (file->temporary != NULL)
    unlink (file->temporary);
  g_clear_pointer (&file->temporary, g_free);
  return TRUE;
}

gboolean
tarikh_cli_outputs_commit (TarikhCliOutputs *outputs)
{
  TarikhCliEnding ending = { .held = FALSE };

  if (!for_each (outputs, TRUE, write_one_in_place))
    return FALSE;
  if (outputs->keep)
    for_each (outputs, FALSE, look_at_content);
  tarikh_cli_ending_hold (&ending);
  gboolean good = for_each (outputs, FALSE, write_temporary) && !tarikh_cli_ending_is_asked ()
                  && for_each (outputs, FALSE, move_into_place);
  for_each (outputs, FALSE, remove_temporary);
  tarikh_cli_ending_release (&ending);
  return good;
}

/* ---- places ---- */

/* The mode a new file gets; asking for the mask means setting it. */
static mode_t
get_new_mode (void)
{
  mode_t mask = umask (0);

  umask (mask);
  return 0666 & ~mask;
}

static char *resolve (const char *path);

/* Where the symbolic link PATH, which stands in DIRECTORY, points to; NULL when it is none. (transfer full) */
static char *
follow_link (const char *path, const char *directory)
{
  g_autofree char *target = g_file_read_link (path, NULL);

  if (target == NULL || g_path_is_absolute (target))
    return target != NULL ? resolve (target) : NULL;
  g_autofree char *there = g_build_filename (directory, target, NULL);
  return resolve (there);
}

/* PATH with its symbolic links followed, also when what they point to is not there yet; of a file that is not there yet,
 * those of its directory. Links in a circle are no ENOENT, so this ends. (transfer full) */
static char *
resolve (const char *path)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  char *whole = realpath (path, NULL);
  char *dangling = whole == NULL && errno == ENOENT ? follow_link (path, directory) : NULL;
  if (dangling != NULL)
    return dangling;

  char *parent = whole == NULL ? realpath (directory, NULL) : NULL;
  char *resolved = whole != NULL    ? g_strdup (whole)
                   : parent != NULL ? g_build_filename (parent, base, NULL)
                                    : g_strdup (path);

  free (whole);
  free (parent);
  return resolved;
}

/* A file that stands there keeps its mode, and is left alone when that forbids writing; a symbolic link keeps pointing to
 * what it points to. */
static gboolean
look_at_place (TarikhCliFile *file)
{
  struct stat status;

  file->place = resolve (file->path);
  file->mode = get_new_mode ();
  if (stat (file->place, &status) != 0)
    return errno == ENOENT || fail (file->path, errno);
  if (S_ISDIR (status.st_mode))
    return fail (file->path, EISDIR);
  file->in_place = !S_ISREG (status.st_mode);
  file->mode = status.st_mode & 0777;
  return access (file->place, W_OK) == 0 || fail (file->path, errno);
}

/* The directory must be there and take new files: told before the work, not after it. */
static gboolean
look_at_directory (const TarikhCliFile *file)
{
  g_autofree char *directory = g_path_get_dirname (file->place);
  struct stat status;

  if (stat (directory, &status) != 0)
    return fail (file->path, errno);
  if (!S_ISDIR (status.st_mode))
    return fail (file->path, ENOTDIR);
  return access (directory, W_OK | X_OK) == 0 || fail (file->path, errno);
}

gboolean
tarikh_cli_outputs_add (TarikhCliOutputs *outputs, const char *path)
{
  TarikhCliFile *file = g_new0 (TarikhCliFile, 1);

  file->path = path;
  g_ptr_array_add (outputs->files, file);
  if (is_standard_output (file)) {
    file->in_place = TRUE;
    return TRUE;
  }
  return look_at_place (file) && (file->in_place || look_at_directory (file));
}

static gboolean
is_same_place (const TarikhCliFile *a, const TarikhCliFile *b)
{
  if (is_standard_output (a) || is_standard_output (b))
    return is_standard_output (a) && is_standard_output (b);
  return !a->in_place && strcmp (a->place, b->place) == 0;
}

static gboolean
is_same_file (const char *place, const char *story)
{
  struct stat a, b;

  return stat (place, &a) == 0 && stat (story, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* Against the outputs before it, and the stories. */
static gboolean
check_output (const TarikhCliOutputs *outputs, guint index, const GPtrArray *stories)
{
  const TarikhCliFile *file = g_ptr_array_index (outputs->files, index);

  for (guint i = 0; i < index; i++)
    if (is_same_place (g_ptr_array_index (outputs->files, i), file)) {
      tarikh_cli_complain ("%s: named twice as an output", file->path);
      return FALSE;
    }
  for (guint i = 0; i < stories->len && !file->in_place; i++)
    if (is_same_file (file->place, g_ptr_array_index (stories, i))) {
      tarikh_cli_complain ("%s: is a story; writing to it would destroy it", file->path);
      return FALSE;
    }
  return TRUE;
}

gboolean
tarikh_cli_outputs_check (const TarikhCliOutputs *outputs, const GPtrArray *stories)
{
  for (guint i = 0; i < outputs->files->len; i++)
    if (!check_output (outputs, i, stories))
      return FALSE;
  return TRUE;
}

static void
file_free (gpointer data)
{
  TarikhCliFile *file = data;

  g_free (file->place);
  g_free (file->temporary);
  g_clear_pointer (&file->content, g_bytes_unref);
  g_free (file);
}

void
tarikh_cli_outputs_init (TarikhCliOutputs *outputs)
{
  outputs->files = g_ptr_array_new_with_free_func (file_free);
}

void
tarikh_cli_outputs_fill (TarikhCliOutputs *outputs, guint index, GBytes *content)
{
  TarikhCliFile *file = g_ptr_array_index (outputs->files, index);

  file->content = g_bytes_ref (content);
}

void
tarikh_cli_outputs_describe (const TarikhCliOutputs *outputs, GString *json)
{
  g_string_append (json, "{\"outputs\":[");
  for (guint i = 0; i < outputs->files->len; i++) {
    const TarikhCliFile *file = g_ptr_array_index (outputs->files, i);
    tarikh_cli_json_append (json, i > 0 ? ",{" : "{", "file", file->path);
    g_string_append_printf (json, ",\"written\":%s}", file->done ? "false" : "true");
  }
  g_string_append (json, "]}\n");
}

void
tarikh_cli_outputs_clear (TarikhCliOutputs *outputs)
{
  g_clear_pointer (&outputs->files, g_ptr_array_unref);
}
