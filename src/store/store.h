/* store: the dossier, one affair in one SQLite file: its stories with all their versions, what each tells (mentions), which
 * mentions are one event, what people decided (log), snapshots. Reads no story, settles no chronology, draws nothing.
 *
 * The file
 *   application_id 0x54724B68, user_version: the number of the last step of schema.c that was taken. A rollback journal
 *   (DELETE), not WAL: while nobody writes, the dossier is one file that can be mailed; after a crash the next that opens
 *   it rolls back. synchronous=EXTRA: what commit() has said is on disk. Foreign files are refused before anything is
 *   written: id, version and every line of the schema must be ours; triggers, views and extensions are off.
 *   Tables are described in schema.c, one comment each.
 *
 * What happens when a story is added
 *   The story alone has been read. Its mentions are put in; those near them in words and days are compared again with the
 *   word counts of the whole dossier (chronology's own matching), and events keep their ids: an event is the one that holds
 *   its founder, the mention it was first made of; when two become one, the one that people touched stays, else the older;
 *   the other's id leads to it. Up to TARIKH_STORE_WHOLE mentions everything is compared again, so that the result is the
 *   one that all stories read at once would give.
 *
 * Every function that changes something must stand between begin and commit, and needs a hand (author, time) for the log.
 * Errors: TARIKH_ERROR_FORMAT: no dossier, or a damaged one; TARIKH_ERROR_READ, TARIKH_ERROR_WRITE: the machine;
 * TARIKH_ERROR_USAGE: what was asked for is not there. After an error inside a transaction, roll back. */
#pragma once

#include "chronology/chronology.h"

#define TARIKH_STORE_WHOLE 2000u /* mentions up to which all are compared again */

typedef struct _TarikhStore TarikhStore;

/* ---- the file ---- */

#define TARIKH_STORE_IN_MEMORY ":memory:" /* in a path's place: a dossier that is gone when it is freed */

/* Makes a new dossier at PATH, where nothing or an empty file may be. (transfer full) */
TarikhStore *tarikh_store_create (const char *path, GError **error);
/* Opens the dossier PATH; WRITE: to change it. (transfer full) */
TarikhStore *tarikh_store_open (const char *path, gboolean write, GError **error);
void tarikh_store_free (TarikhStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhStore, tarikh_store_free)

/* Who does what follows, and when (seconds since 1970). */
void tarikh_store_set_hand (TarikhStore *store, const char *author, gint64 at);
/* Mentions up to which all are compared again instead of TARIKH_STORE_WHOLE. */
void tarikh_store_set_whole (TarikhStore *store, guint n_mentions);

/* Waits for other writers, up to half a minute. */
gboolean tarikh_store_begin (TarikhStore *store, GError **error);
/* Merges what was put in and writes all to disk. */
gboolean tarikh_store_commit (TarikhStore *store, GError **error);
void tarikh_store_rollback (TarikhStore *store);
/* Between hold and release, which may be nested, everything that is asked is answered from one state of the file, whoever
 * writes meanwhile. */
gboolean tarikh_store_hold (TarikhStore *store, GError **error);
void tarikh_store_release (TarikhStore *store);
/* Looks at every page and every link of the file. */
gboolean tarikh_store_check (TarikhStore *store, GError **error);
/* A number that is another one after every change. */
gint64 tarikh_store_get_revision (TarikhStore *store);

/* ---- stories ---- */

typedef enum { TARIKH_STORE_NEW, TARIKH_STORE_UNCHANGED, TARIKH_STORE_REPLACED } TarikhStorePut;

/* What the dossier knows STORY by, and whether it has it: UNCHANGED needs no reading. NAME is the story's id in the
 * dossier: its own when HAS_ID, else s1, s2 … (transfer full) */
gboolean tarikh_store_find_story (TarikhStore *store, const TarikhStory *story, gboolean has_id, TarikhStorePut *put,
                                  char **key, char **name, GError **error);
/* Puts in STORY under KEY and NAME, as a new story or the next version of that one; READ: the finished chronology of it
 * alone; READER: the version of what read it. */
gboolean tarikh_store_put_story (TarikhStore *store, const TarikhStory *story, const char *key, const char *name,
                                 const TarikhChronology *read, const char *reader, GError **error);
/* Puts READ in the place of what story NAME tells; the story stays as it is. */
gboolean tarikh_store_put_reading (TarikhStore *store, const char *name, const TarikhChronology *read,
                                   const char *reader, GError **error);
/* The current version of every story, in order. (transfer full): TarikhStory* */
GPtrArray *tarikh_store_list_stories (TarikhStore *store, GError **error);
/* Withdraws the story NAME, or takes that back (WITHDRAWN FALSE). */
gboolean tarikh_store_withdraw (TarikhStore *store, const char *name, gboolean withdrawn, const char *reason,
                                GError **error);
/* All mentions are compared again at the next commit. */
void tarikh_store_merge_all (TarikhStore *store);

typedef struct {
  char *name, *key, *source, *title, *outlet, *reason; /* NULL when absent */
  guint version;
  gboolean withdrawn;
  TarikhDay published;
  gint64 added;
} TarikhStoreStory;

/* (transfer full): TarikhStoreStory*, in order of arrival */
GPtrArray *tarikh_store_describe_stories (TarikhStore *store, GError **error);

/* ---- what they tell ---- */

/* Every mention as an event of an unsettled chronology, with its key, the id of its event and whether its story is
 * withdrawn, at the same index. */
typedef struct {
  TarikhChronology *chronology;
  GPtrArray *keys;      /* char*, owned */
  GPtrArray *events;    /* const char*, borrowed from IDS */
  GArray *withdrawn;    /* gboolean */
  GHashTable *ids;      /* char*, owned */
} TarikhStoreMentions;

/* WITHDRAWN: also withdrawn stories that events rest on alone; else only usable ones. */
TarikhStoreMentions *tarikh_store_load_mentions (TarikhStore *store, gboolean withdrawn, GError **error);
void tarikh_store_mentions_free (TarikhStoreMentions *mentions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhStoreMentions, tarikh_store_mentions_free)

/* The id that the event ID goes by now: itself, or what it was merged into; NULL when the dossier never had it. ID may
 * be the beginning of an id, when it is the only one with it. (transfer full) */
char *tarikh_store_resolve_event (TarikhStore *store, const char *id, GError **error);
/* The id that a new event founded by KEY has. (transfer full) */
char *tarikh_store_create_id (TarikhStore *store, const char *key);

/* ---- the log: what was done, never changed ---- */

typedef struct {
  gint64 n, at;
  char *author, *op, *subject, *detail; /* DETAIL: a JSON object; SUBJECT: an event, a story, a snapshot, or "" */
} TarikhStoreEntry;

/* Appends an entry. *N (may be NULL): its number. */
gboolean tarikh_store_log (TarikhStore *store, const char *op, const char *subject, const char *detail, gint64 *n,
                           GError **error);
/* (transfer full): TarikhStoreEntry*, oldest first */
GPtrArray *tarikh_store_list_log (TarikhStore *store, GError **error);
/* TRUE for what a person says of an event. */
gboolean tarikh_store_is_edit (const char *op);

/* ---- snapshots ---- */

gboolean tarikh_store_put_snapshot (TarikhStore *store, const char *name, const char *events, GError **error);
/* What was put in under NAME. (transfer full) */
char *tarikh_store_get_snapshot (TarikhStore *store, const char *name, GError **error);

/* ---- settings ---- */

/* NULL when never set. (transfer full) */
char *tarikh_store_get_setting (TarikhStore *store, const char *name);
gboolean tarikh_store_set_setting (TarikhStore *store, const char *name, const char *value, GError **error);

/* ---- as lines of JSON ---- */

/* Gets one line of the dump, with its end. FALSE: it cannot take more. */
typedef gboolean (*TarikhStoreWrite) (const char *line, gsize length, gpointer data);

/* Everything that is not derived, a row a line, after a line that says what it is. Loading it gives a dossier whose dump
 * is the same. */
gboolean tarikh_store_dump (TarikhStore *store, TarikhStoreWrite write, gpointer data, GError **error);

/* Fills a new dossier line by line, in one transaction; the file NAME is for messages. */
typedef struct _TarikhStoreLoader TarikhStoreLoader;
TarikhStoreLoader *tarikh_store_loader_new (TarikhStore *store, const char *name, GError **error);
gboolean tarikh_store_loader_take (TarikhStoreLoader *loader, const char *line, gsize length, GError **error);
/* Checks what all lines make together, derives the rest and commits. */
gboolean tarikh_store_loader_finish (TarikhStoreLoader *loader, GError **error);
void tarikh_store_loader_free (TarikhStoreLoader *loader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhStoreLoader, tarikh_store_loader_free)
