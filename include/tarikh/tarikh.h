/* tarikh: reads news stories, finds what happened when, draws it as a timeline. The public API; this header is its
 * manual. The command `tarikh` uses nothing else.
 *
 *   #include <tarikh/tarikh.h>
 *
 *   g_autoptr (GError) error = NULL;
 *   g_autoptr (TarikhTimelineOptions) options = tarikh_timeline_options_new ();
 *   tarikh_timeline_options_set (options, "published", "2024-06-20", NULL);
 *
 *   g_autoptr (TarikhTimeline) timeline = tarikh_timeline_new (options);
 *   if (!tarikh_timeline_add_text (timeline, "story.txt", text, length, &error))
 *     g_printerr ("%s\n", error->message);
 *
 *   g_autofree char *json = tarikh_timeline_to_json (timeline, FALSE);
 *   g_autoptr (GBytes) pdf = tarikh_timeline_draw (timeline, TARIKH_TIMELINE_PDF, &error);
 *
 * Build with `cc embed.c $(pkg-config --cflags --libs tarikh)`.
 *
 * Rules that hold throughout
 *   Strings are UTF-8 and NUL-terminated, unless a length stands beside them; then they are bytes.
 *   "(transfer full)": the caller frees it. Everything else that is returned is borrowed.
 *   A function that can fail takes a GError last; when it fails it sets it, returns NULL or FALSE, and changes nothing.
 *   The library prints nothing, ends no process, and asks neither the clock, the locale nor the environment. It reads
 *   style sheets and fonts, reads and writes the dossiers that it is told to open, and touches no other files.
 *   Objects may be used from any thread, one thread at a time; different objects at the same time.
 *   Same input, options and fonts: same bytes out.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TARIKH_PUBLIC __attribute__ ((visibility ("default")))

/* ---- errors ---- */

typedef enum {
  TARIKH_TIMELINE_ERROR_READ,   /* a file could not be read */
  TARIKH_TIMELINE_ERROR_FORMAT, /* a story is not what it claims to be, or holds nothing to use */
  TARIKH_TIMELINE_ERROR_WRITE,  /* an output could not be made */
  TARIKH_TIMELINE_ERROR_STYLE,  /* a style sheet is wrong or missing */
  TARIKH_TIMELINE_ERROR_FONT,   /* a font or glyph is missing */
  TARIKH_TIMELINE_ERROR_USAGE   /* an option's name or value is wrong */
} TarikhTimelineError;

#define TARIKH_TIMELINE_ERROR (tarikh_timeline_error_quark ())
TARIKH_PUBLIC GQuark tarikh_timeline_error_quark (void);

/* Messages name the file, the line and the reason ("x.json:3: …") and may quote the story. This makes a message, or any
 * bytes, safe for one line of a terminal: no controls, no bidirectional controls. (transfer full) */
TARIKH_PUBLIC char *tarikh_timeline_printable (const char *text);

/* ERROR as the object that stands in a stream in place of the result of line LINE (0: unknown), with a line end:
 * {"error":"…","line":3}. (transfer full) */
TARIKH_PUBLIC char *tarikh_timeline_error_to_json (const GError *error, guint line);

/* The version of the library, "0.1.0". Static. */
TARIKH_PUBLIC const char *tarikh_timeline_get_version (void);

/* ---- options: what the caller wants, in the words of the command line ---- */

typedef struct _TarikhTimelineOptions TarikhTimelineOptions;

/* Options that ask for nothing special. (transfer full) */
TARIKH_PUBLIC TarikhTimelineOptions *tarikh_timeline_options_new (void);
TARIKH_PUBLIC void tarikh_timeline_options_free (TarikhTimelineOptions *options);

/* Sets the option NAME to VALUE; the last setting counts. A wrong name or value is TARIKH_TIMELINE_ERROR_USAGE.
 *
 *   reading     published    YYYY-MM-DD[Thh:mm]: when stories that do not say it were published
 *               lang         language tag of stories that do not say it; else it is seen from the letters
 *   choosing    from, to     YYYY, YYYY-MM or YYYY-MM-DD: only events that touch these days
 *               max-events   only the N events that tell the affair best
 *   wording     title        of the timeline
 *               calendar     auto (default: a date told in the Hijri calendar stands in it, the Gregorian
 *                            beside it), gregorian, hijri, both
 *               digits       auto (default: those that most dates of the stories use), latn, arab, arabext
 *               months       auto (default: those that most dates of the stories use), gregorian, levantine,
 *                            maghrebi, moroccan, twin
 *   drawing     style        name of a style sheet, or a file (holds a '/' or ends in ".style")
 *               layout       auto (default), horizontal, vertical, list, lanes
 *               axis-dir     auto (default: as the script runs), rtl, ltr
 *               paper        A3, A4, A5, letter, 210x297mm; else the style's
 *               width        CSS pixels: a page for screens, so wide and as tall as its content, in place of a paper
 *               orientation  portrait, landscape
 *               dpi          of PNG, 10 to 1200 (150)
 *               text         of SVG and HTML: outlines (default), or live: in the fonts of the page around it
 *               allow-missing  no (default): a letter that no font has is an error; yes: a box is drawn, and a warning
 *                            told
 *   machine     styles-directory  where named style sheets are; else where they were installed
 *               fonts        a directory of fonts; may be set several times, and then no other fonts are seen
 *               source-date  seconds since 1970, the time written into files that carry one; else none is written
 */
TARIKH_PUBLIC gboolean tarikh_timeline_options_set (TarikhTimelineOptions *options, const char *name,
                                                    const char *value, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhTimelineOptions, tarikh_timeline_options_free)

/* ---- timelines: stories in ---- */

typedef struct _TarikhTimeline TarikhTimeline;

/* A timeline without stories. OPTIONS are borrowed and must outlive it. (transfer full) */
TARIKH_PUBLIC TarikhTimeline *tarikh_timeline_new (const TarikhTimelineOptions *options);
TARIKH_PUBLIC void tarikh_timeline_free (TarikhTimeline *timeline);

/* Each reads one story and keeps what it tells, not its text. NAME stands for it in messages and in "source"; DATA may
 * be freed afterwards. What cannot be read is TARIKH_TIMELINE_ERROR_FORMAT and leaves the timeline as it was, as does an
 * id that another story has. Stories are added before anything is asked of the timeline, not after. */

/* Plain text in UTF-8. */
TARIKH_PUBLIC gboolean tarikh_timeline_add_text (TarikhTimeline *timeline, const char *name, const char *data,
                                                 gsize length, GError **error);
/* A JSON file: one story object {"id","text","published","title","lang","outlet","url"}, all but "text" optional, or a
 * chronology as to_json writes it. */
TARIKH_PUBLIC gboolean tarikh_timeline_add_json (TarikhTimeline *timeline, const char *name, const char *data,
                                                 gsize length, GError **error);
/* One story object of a stream; LINE is its number in NAME, from 1. */
TARIKH_PUBLIC gboolean tarikh_timeline_add_line (TarikhTimeline *timeline, const char *name, guint line,
                                                 const char *data, gsize length, GError **error);

/* What was doubtful in the stories, "NAME:LINE: what", in order, and what drawing had to clean ("drawing: what");
 * NULL-terminated. (transfer full): g_strfreev */
TARIKH_PUBLIC char **tarikh_timeline_get_notes (const TarikhTimeline *timeline);
/* What the drawings made so far do not show as it was told: letters without a font, texts too long. Nobody should print
 * them unread. NULL-terminated. (transfer full): g_strfreev */
TARIKH_PUBLIC char **tarikh_timeline_get_warnings (const TarikhTimeline *timeline);

/* ---- timelines: products out ---- */

/* The chronology: every story, every time expression, every event with its sources. Two-space indent, or one line when
 * COMPACT; ends with a line end. Stories without a title get the option `title`. (transfer full) */
TARIKH_PUBLIC char *tarikh_timeline_to_json (TarikhTimeline *timeline, gboolean compact);
/* Takes LENGTH bytes of a text that comes in pieces, not NUL-terminated; FALSE: it wants no more. */
typedef gboolean (*TarikhTimelineWrite) (const char *bytes, gsize length, gpointer data);
/* What to_json gives, in pieces: of many thousand stories it is never held as a whole. FALSE when WRITE wanted no more. */
TARIKH_PUBLIC gboolean tarikh_timeline_write_json (TarikhTimeline *timeline, gboolean compact,
                                                   TarikhTimelineWrite write, gpointer data);

/* Why an event stands as it does, as text for people: its date and the time expression and rule that gave it, the rule that
 * made the event, every story's telling, every sentence, the doubts, what its salience is made of. EVENT is an id as in the
 * JSON ("e7"), or "all". An id that the timeline does not have is TARIKH_TIMELINE_ERROR_USAGE. (transfer full) */
TARIKH_PUBLIC char *tarikh_timeline_explain (TarikhTimeline *timeline, const char *event, GError **error);

typedef enum {
  TARIKH_TIMELINE_PDF,
  TARIKH_TIMELINE_SVG,
  TARIKH_TIMELINE_PNG,
  TARIKH_TIMELINE_LAYOUT_JSON, /* the placed boxes */
  TARIKH_TIMELINE_HTML         /* a page of its own: the drawing, and the same as a table with sources and sentences */
} TarikhTimelineFormat;

/* The whole file. Laid out once, however many formats are drawn. Fails with STYLE, FONT or WRITE. (transfer full) */
TARIKH_PUBLIC GBytes *tarikh_timeline_draw (TarikhTimeline *timeline, TarikhTimelineFormat format, GError **error);

/* The format of that name: "pdf" "svg" "png" "html" "layout.json". FALSE, and *FORMAT untouched, for anything else. */
TARIKH_PUBLIC gboolean tarikh_timeline_format_from_name (const char *name, TarikhTimelineFormat *format);
/* The same for a file by its ending, in either case: "out/x.PDF", "x.layout.json". */
TARIKH_PUBLIC gboolean tarikh_timeline_format_from_path (const char *path, TarikhTimelineFormat *format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhTimeline, tarikh_timeline_free)

/* ---- dossiers: one affair in one file, story after story, with what editors decide ---- */

typedef struct _TarikhDossier TarikhDossier;

/* A dossier is a file (":memory:": none; it is gone when it is freed). It is made where nothing is yet, or opened as it is;
 * with WRITE to be changed. What is no dossier,
 * or a damaged one, is TARIKH_TIMELINE_ERROR_FORMAT and stays untouched. (transfer full) */
TARIKH_PUBLIC TarikhDossier *tarikh_dossier_create (const char *path, GError **error);
TARIKH_PUBLIC TarikhDossier *tarikh_dossier_open (const char *path, gboolean write, GError **error);
TARIKH_PUBLIC void tarikh_dossier_free (TarikhDossier *dossier);

/* Who makes the changes that follow, and when, in seconds since 1970: for the log. */
TARIKH_PUBLIC void tarikh_dossier_set_hand (TarikhDossier *dossier, const char *author, gint64 seconds);

/* What changes a dossier stands between begin and commit. What commit has said is on disk, whatever happens then; what it
 * has not said, or what was rolled back, has never been. begin waits for other writers. After an error: rollback. */
TARIKH_PUBLIC gboolean tarikh_dossier_begin (TarikhDossier *dossier, GError **error);
TARIKH_PUBLIC gboolean tarikh_dossier_commit (TarikhDossier *dossier, GError **error);
TARIKH_PUBLIC void tarikh_dossier_rollback (TarikhDossier *dossier);

typedef enum {
  TARIKH_DOSSIER_NEW,
  TARIKH_DOSSIER_UNCHANGED, /* the dossier has it already */
  TARIKH_DOSSIER_REPLACED   /* a new version of a story that it has */
} TarikhDossierPut;

/* As tarikh_timeline_add_…: read one story and put it in. Of OPTIONS only those of reading count. A story is known by its
 * id, else its address, else NAME. *PUT: what became of it, *ID: its id in the dossier (transfer full); may be NULL. */
TARIKH_PUBLIC gboolean tarikh_dossier_add_text (TarikhDossier *dossier, const TarikhTimelineOptions *options,
                                                const char *name, const char *data, gsize length,
                                                TarikhDossierPut *put, char **id, GError **error);
TARIKH_PUBLIC gboolean tarikh_dossier_add_json (TarikhDossier *dossier, const TarikhTimelineOptions *options,
                                                const char *name, const char *data, gsize length,
                                                TarikhDossierPut *put, char **id, GError **error);
TARIKH_PUBLIC gboolean tarikh_dossier_add_line (TarikhDossier *dossier, const TarikhTimelineOptions *options,
                                                const char *name, guint line, const char *data, gsize length,
                                                TarikhDossierPut *put, char **id, GError **error);
/* The story ID is not to be relied on any more (or is again, WITHDRAWN FALSE). Events that rest on withdrawn stories alone
 * are marked, or left out when REMOVING was set. REASON may be NULL. */
TARIKH_PUBLIC gboolean tarikh_dossier_withdraw (TarikhDossier *dossier, const char *id, gboolean withdrawn,
                                                const char *reason, GError **error);
TARIKH_PUBLIC gboolean tarikh_dossier_set_removing (TarikhDossier *dossier, gboolean removing, GError **error);

/* FALSE: break off, with an error. */
typedef gboolean (*TarikhDossierProgress) (guint done, guint of, gpointer data);
/* Compares all stories again; with READ, reads them again first, with what this library knows now. Events keep their ids,
 * edits hold. PROGRESS may be NULL. */
TARIKH_PUBLIC gboolean tarikh_dossier_refresh (TarikhDossier *dossier, gboolean read, TarikhDossierProgress progress,
                                               gpointer data, GError **error);

/* One edit. VERB and its ARGUMENTS (NULL-terminated; EVENT: an id or what begins only one):
 *   accept EVENT   hide EVENT   unhide EVENT   pin EVENT   unpin EVENT   reword EVENT HEADLINE   redate EVENT DATE
 *   merge EVENT EVENT   split EVENT STORY   note EVENT TEXT   add DATE HEADLINE
 * DATE: YYYY, YYYY-MM, YYYY-MM-DD or two of them with a slash between. *EVENT: the id of the event that it made or
 * changed (transfer full); may be NULL. */
TARIKH_PUBLIC gboolean tarikh_dossier_edit (TarikhDossier *dossier, const char *verb, const char *const *arguments,
                                            char **event, GError **error);
/* Takes back the last edit that holds; does the last one that was taken back again. *WHAT: which (transfer full); may be
 * NULL. */
TARIKH_PUBLIC gboolean tarikh_dossier_undo (TarikhDossier *dossier, char **what, GError **error);
TARIKH_PUBLIC gboolean tarikh_dossier_redo (TarikhDossier *dossier, char **what, GError **error);
/* Keeps what is told now under NAME. */
TARIKH_PUBLIC gboolean tarikh_dossier_snapshot (TarikhDossier *dossier, const char *name, GError **error);

/* What is told now, chosen as OPTIONS say (borrowed; they must outlive the timeline). SINCE: what has changed since that
 * snapshot is marked; or NULL. Nothing can be added to it. (transfer full) */
TARIKH_PUBLIC TarikhTimeline *tarikh_dossier_tell (TarikhDossier *dossier, const TarikhTimelineOptions *options,
                                                   const char *since, GError **error);

/* As lines of text or as JSON, with a line end. (transfer full)
 *   list            every event with its edits, where the stories disagree with an edit, edits that lost their event;
 *                   JSON: the stories too
 *   list_stories    every story: its id, day, state, version, outlet, title, file
 *   list_snapshots  their names, when they were made, by whom
 *   show            one event with its sources
 *   log             what was done
 *   diff            from snapshot BEFORE to AFTER (NULL: now); *DIFFER: anything has changed */
TARIKH_PUBLIC char *tarikh_dossier_list (TarikhDossier *dossier, gboolean json, GError **error);
TARIKH_PUBLIC char *tarikh_dossier_list_stories (TarikhDossier *dossier, gboolean json, GError **error);
TARIKH_PUBLIC char *tarikh_dossier_list_snapshots (TarikhDossier *dossier, gboolean json, GError **error);
TARIKH_PUBLIC char *tarikh_dossier_show (TarikhDossier *dossier, const char *id, gboolean json, GError **error);
TARIKH_PUBLIC char *tarikh_dossier_log (TarikhDossier *dossier, gboolean json, GError **error);
TARIKH_PUBLIC char *tarikh_dossier_diff (TarikhDossier *dossier, const char *before, const char *after, gboolean json,
                                         gboolean *differ, GError **error);

/* Everything as JSON Lines: WRITE gets line after line and says whether it can take more. READ gives line after line, FALSE
 * at the end or with ERROR set; they fill a dossier that was just created, in a transaction of their own. */
typedef gboolean (*TarikhDossierWrite) (const char *line, gsize length, gpointer data);
typedef gboolean (*TarikhDossierRead) (const char **line, gsize *length, gpointer data, GError **error);
TARIKH_PUBLIC gboolean tarikh_dossier_dump (TarikhDossier *dossier, TarikhDossierWrite write, gpointer data,
                                            GError **error);
TARIKH_PUBLIC gboolean tarikh_dossier_load (TarikhDossier *dossier, const char *name, TarikhDossierRead read,
                                            gpointer data, GError **error);

/* Looks at the whole file. A number that is another one after every change. */
TARIKH_PUBLIC gboolean tarikh_dossier_check (TarikhDossier *dossier, GError **error);
TARIKH_PUBLIC gint64 tarikh_dossier_get_revision (TarikhDossier *dossier);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhDossier, tarikh_dossier_free)

G_END_DECLS
