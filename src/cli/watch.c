/* cli/watch: `tarikh watch`: what comes into a folder goes into a dossier, and the outputs follow. The folder itself says
 * what is there: it is looked at again and again; that something was heard of it only says when. A file is taken when it
 * has been left alone for a while, so that half a file is not; a bad one is told of and left aside until it changes. The
 * dossier is open only while something is done to it. */
#include "cli/cli.h"

#include <gio/gio.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define QUIET_MILLISECONDS 700 /* for which a file must have been left alone */
#define MOST_LOOKS 100u        /* of --once: a file that never comes to rest is left for the next time */
#define TURN_SECONDS 0.5       /* of taking files, before signals are looked at again */

/* What a file looks like from outside. */
typedef struct {
  dev_t device;
  ino_t inode;
  off_t size;
  struct timespec changed, modified;
} Look;

typedef struct {
  Look look;       /* when it was last seen */
  gint64 since;    /* microseconds: when it was first seen so */
  gboolean taken;  /* and so it has been put into the dossier, or set aside */
  guint round;     /* when it was last seen: what is gone is forgotten */
} Seen;

typedef struct {
  const TarikhCliArguments *arguments;
  const GArray *formats;
  const char *folder;
  GHashTable *seen; /* name (owned) → Seen*, owned */
  GMainLoop *loop;
  guint round, timer;
  gboolean stale;   /* the dossier has changed since it was drawn, or nothing was drawn yet */
  gboolean missing; /* the folder could not be read, which was told */
  gboolean failed;
} Watch;

/* ---- the folder ---- */

static gboolean
is_same_time (struct timespec a, struct timespec b)
{
  return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

static gboolean
is_same_look (const Look *a, const Look *b)
{
  return a->device == b->device && a->inode == b->inode && a->size == b->size && is_same_time (a->changed, b->changed)
         && is_same_time (a->modified, b->modified);
}

/* Names that editors and copying programs give to what is not finished. */
static gboolean
is_temporary (const char *name)
{
  static const char *const endings[] = { "~", ".tmp", ".part", ".partial", ".crdownload", ".swp" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;
  return name[0] == '.' || name[0] == '#';
}

/* FALSE for what is no file. */
static gboolean
look_at (const char *path, Look *look)
{
  struct stat status;

  if (stat (path, &status) != 0 || !S_ISREG (status.st_mode))
    return FALSE;
  *look = (Look){ status.st_dev, status.st_ino, status.st_size, status.st_ctim, status.st_mtim };
  return TRUE;
}

/* The outputs may stand in the very folder that is watched; they are no stories. */
static gboolean
is_output (const Watch *w, const Look *look)
{
  for (guint i = 0; i < w->arguments->outputs->len; i++) {
    Look output;
    if (look_at (g_ptr_array_index (w->arguments->outputs, i), &output) && output.device == look->device
        && output.inode == look->inode)
      return TRUE;
  }
  return FALSE;
}

static void
note_file (Watch *w, const char *name)
{
  g_autofree char *path = g_build_filename (w->folder, name, NULL);
  Seen *seen = g_hash_table_lookup (w->seen, name);
  Look look;

  if (is_temporary (name) || tarikh_cli_input_is_dossier (name) || !look_at (path, &look) || is_output (w, &look))
    return;
  if (seen == NULL) {
    seen = g_new0 (Seen, 1);
    g_hash_table_insert (w->seen, g_strdup (name), seen);
  }
  if (seen->since == 0 || !is_same_look (&seen->look, &look))
    *seen = (Seen){ .look = look, .since = g_get_monotonic_time () };
  seen->round = w->round;
}

static gboolean
is_gone (gpointer name, gpointer seen, gpointer watch)
{
  return ((Seen *) seen)->round != ((Watch *) watch)->round;
}

static void
scan (Watch *w)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (w->folder, 0, &error);

  if (dir == NULL) {
    if (!w->missing)
      tarikh_cli_complain ("%s", error->message);
    w->missing = TRUE;
    return;
  }
  w->missing = FALSE;
  w->round++;
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    note_file (w, name);
  g_hash_table_foreach_remove (w->seen, is_gone, w);
}

/* ---- taking ---- */

static gboolean
is_quiet (const Watch *w, const Seen *seen)
{
  gint64 age = g_get_real_time () / 1000
               - ((gint64) seen->look.modified.tv_sec * 1000 + seen->look.modified.tv_nsec / 1000000);

  /* Unchanged while we looked, or long before we came. */
  return g_get_monotonic_time () - seen->since >= QUIET_MILLISECONDS * 1000
         || (age > 10 * QUIET_MILLISECONDS && w->round == 1);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of the files to be taken, in order; *WAITING: some are not quiet yet. */
static GPtrArray *
list_ready (Watch *w, gboolean *waiting)
{
  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name, seen;

  g_hash_table_iter_init (&iter, w->seen);
  while (g_hash_table_iter_next (&iter, &name, &seen)) {
    if (((Seen *) seen)->taken)
      continue;
    if (is_quiet (w, seen))
      g_ptr_array_add (names, name);
    else
      *waiting = TRUE;
  }
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* Takes files for a turn. *MORE: there are more. FALSE when the dossier could not be written; they will be tried again. */
static gboolean
take_files (Watch *w, const GPtrArray *names, gboolean *more)
{
  g_autoptr (TarikhDossier) dossier = tarikh_cli_dossier_open (w->arguments, TRUE);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  TarikhCliAdding adding = { .arguments = w->arguments, .dossier = dossier, .told = told, .good = TRUE };
  gint64 start = g_get_monotonic_time ();

  if (dossier == NULL || !tarikh_cli_adding_begin (&adding))
    return FALSE;
  for (guint i = 0; i < names->len && !adding.broken; i++) {
    g_autofree char *path = g_build_filename (w->folder, names->pdata[i], NULL);
    tarikh_cli_adding_take (&adding, path);
    g_ptr_array_add (taken, g_hash_table_lookup (w->seen, names->pdata[i]));
    *more = i + 1 < names->len;
    if (g_get_monotonic_time () - start > TURN_SECONDS * G_USEC_PER_SEC)
      break;
  }
  if (adding.broken || !tarikh_cli_adding_commit (&adding))
    return FALSE;
  for (guint i = 0; i < taken->len; i++)
    ((Seen *) taken->pdata[i])->taken = TRUE;
  w->stale = w->stale || adding.n_changed > 0;
  w->failed = w->failed || !adding.good;
  return TRUE;
}

/* ---- drawing ---- */

static gboolean
draw (Watch *w)
{
  g_auto (TarikhCliOutputs) outputs = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (TarikhDossier) dossier = tarikh_cli_dossier_open (w->arguments, FALSE);
  g_autoptr (TarikhTimeline) timeline = NULL;

  if (dossier != NULL)
    timeline = tarikh_dossier_tell (dossier, w->arguments->options, w->arguments->since, &error);
  g_clear_pointer (&dossier, tarikh_dossier_free);
  if (timeline == NULL) {
    if (error != NULL)
      tarikh_cli_complain ("%s", error->message);
    return FALSE;
  }
  tarikh_cli_outputs_init (&outputs);
  outputs.keep = TRUE;
  for (guint i = 0; i < w->arguments->outputs->len; i++)
    if (!tarikh_cli_outputs_add (&outputs, g_ptr_array_index (w->arguments->outputs, i)))
      return FALSE;
  return tarikh_cli_draw (timeline, w->formats, &outputs, w->arguments->notes);
}

/* ---- the turns ---- */

static gboolean take_turn (gpointer watch);

static void
wake_after (Watch *w, guint milliseconds)
{
  if (w->timer != 0)
    g_source_remove (w->timer);
  w->timer = g_timeout_add (milliseconds, take_turn, w);
}

/* Looks, takes, and draws when nothing more is to be taken. */
static gboolean
take_turn (gpointer watch)
{
  Watch *w = watch;
  gboolean waiting = FALSE, more = FALSE, good = TRUE;

  w->timer = 0;
  scan (w);
  g_autoptr (GPtrArray) names = list_ready (w, &waiting);
  if (names->len > 0)
    good = take_files (w, names, &more);
  if (good && !more && w->stale) {
    w->stale = !draw (w);
    good = !w->stale;
  }
  w->failed = w->failed || !good;
  if (w->arguments->once && (!good || (!more && !waiting) || w->round > MOST_LOOKS)) {
    g_main_loop_quit (w->loop);
    return G_SOURCE_REMOVE;
  }
  wake_after (w, good && more ? 1 : waiting ? QUIET_MILLISECONDS : w->arguments->every * 1000);
  return G_SOURCE_REMOVE;
}

static void
on_heard (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer watch)
{
  wake_after (watch, QUIET_MILLISECONDS / 4);
}

static gboolean
on_signal (gpointer watch)
{
  g_main_loop_quit (((Watch *) watch)->loop);
  return G_SOURCE_CONTINUE;
}

static int
watch (const TarikhCliArguments *arguments, const GArray *formats)
{
  g_autoptr (GFile) folder = g_file_new_for_commandline_arg (tarikh_cli_arguments_get (arguments, 1));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Watch w = { .arguments = arguments, .formats = formats, .folder = tarikh_cli_arguments_get (arguments, 1),
              .seen = seen, .loop = loop, .stale = TRUE };
  g_autoptr (GFileMonitor) monitor = arguments->once ? NULL : g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES,
                                                                                       NULL, NULL);
  guint ends[] = { g_unix_signal_add (SIGTERM, on_signal, &w), g_unix_signal_add (SIGINT, on_signal, &w),
                   g_unix_signal_add (SIGHUP, on_signal, &w) };

  if (monitor != NULL)
    g_signal_connect (monitor, "changed", G_CALLBACK (on_heard), &w);
  wake_after (&w, 1);
  g_main_loop_run (loop);
  if (w.timer != 0)
    g_source_remove (w.timer);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    g_source_remove (ends[i]);
  return arguments->once && (w.failed || w.missing) ? TARIKH_CLI_FAILED : TARIKH_CLI_DONE;
}

/* What can be seen to be wrong is told at once, not while nobody looks. */
static gboolean
check_places (const TarikhCliArguments *arguments)
{
  g_auto (TarikhCliOutputs) outputs = { NULL };
  g_autoptr (TarikhDossier) dossier = tarikh_cli_dossier_open (arguments, TRUE);
  const char *folder = tarikh_cli_arguments_get (arguments, 1);

  if (dossier == NULL)
    return FALSE;
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR)) {
    tarikh_cli_complain ("%s: not a folder", folder);
    return FALSE;
  }
  tarikh_cli_outputs_init (&outputs);
  for (guint i = 0; i < arguments->outputs->len; i++)
    if (!tarikh_cli_outputs_add (&outputs, g_ptr_array_index (arguments->outputs, i)))
      return FALSE;
  return tarikh_cli_outputs_check (&outputs, arguments->stories);
}

static int
run (int argc, char **argv)
{
  g_auto (TarikhCliArguments) arguments = { NULL };
  g_autoptr (GArray) formats = g_array_new (FALSE, FALSE, sizeof (TarikhTimelineFormat));
  int status;

  if (!tarikh_cli_arguments_read (&arguments, &tarikh_cli_watch, argc, argv, &status))
    return status;
  if (!tarikh_cli_draw_choose (&arguments, formats))
    return TARIKH_CLI_USAGE;
  return check_places (&arguments) ? watch (&arguments, formats) : TARIKH_CLI_FAILED;
}

const TarikhCliCommand tarikh_cli_watch = {
  .name = "watch",
  .usage = "watch [OPTION]... FILE.tarikh FOLDER -o OUT [-o OUT]...",
  .summary = "Put the stories that come into a folder into a dossier, and draw it anew.",
  .details = "Files of FOLDER itself, not of folders in it; names that begin with '.' or '#' or end like something unfinished\n"
             "(~ .tmp .part) are passed over. A file is taken when it has been left alone for a moment. A bad one is told of\n"
             "and left aside until it changes. Ends on SIGTERM or SIGINT; --once looks once, for cron, and\n"
             "tells only what is new.\n",
  .bit = TARIKH_CLI_WATCH | TARIKH_CLI_RENDER,
  .least = 2,
  .most = 2,
  .run = run,
};
