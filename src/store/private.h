/* store/private: what the files of the room share. Not for other rooms. */
#pragma once

#include "store/store.h"

#include <sqlite3.h>

struct _TarikhStore {
  sqlite3 *db;
  char *path;             /* as given, for messages */
  GHashTable *statements; /* const char* SQL → sqlite3_stmt*, owned */
  char *author;
  gint64 at;
  guint whole;
  gboolean changing;      /* between begin and commit */
  guint n_holds;
  gboolean merge_all;
  GArray *fresh;          /* gint64: mentions put in since begin */
  GHashTable *loosened;   /* char*, owned: events that lost a mention since begin */
};

/* ---- statements (statement.c) ----
 * TYPES tells the values that follow: i gint64, s const char* (NULL: none), d double, b const void* and gsize,
 * y TarikhDay (NONE: NULL). SQL must be a literal: statements are kept by their address. */

/* Runs a statement that gives no rows. */
gboolean tarikh_store_run (TarikhStore *store, GError **error, const char *sql, const char *types, ...);
/* A statement that gives rows, to be stepped. NULL on failure. Borrowed; another use of the same SQL starts it anew. */
sqlite3_stmt *tarikh_store_query (TarikhStore *store, GError **error, const char *sql, const char *types, ...);
/* TRUE when there is a row. FALSE at the end, when the statement is reset, and on failure, with *ERROR set. */
gboolean tarikh_store_step (TarikhStore *store, sqlite3_stmt *statement, GError **error);
/* The first column of the only row; DEFAULT_VALUE without one. FALSE on failure. */
gboolean tarikh_store_query_number (TarikhStore *store, gint64 *value, GError **error, const char *sql,
                                    const char *types, ...);
/* Ends a statement that was not stepped to its end. */
void tarikh_store_stop (sqlite3_stmt *statement);
/* Sets ERROR after what SQLite says of its last call. Returns FALSE. */
gboolean tarikh_store_fail (TarikhStore *store, GError **error);
/* What is in the file cannot be. Returns FALSE. */
gboolean tarikh_store_fail_damaged (TarikhStore *store, const char *what, GError **error);

/* Columns. */
char *tarikh_store_column_string (sqlite3_stmt *statement, int column); /* (transfer full), NULL for NULL */
const char *tarikh_store_column_text (sqlite3_stmt *statement, int column); /* "" for NULL; until the next step */
TarikhDay tarikh_store_column_day (sqlite3_stmt *statement, int column);

/* ---- schema (schema.c) ---- */

#define TARIKH_STORE_APPLICATION_ID 0x54724B68

/* Brings the schema of an open file, version 0 a new one, to the present. */
gboolean tarikh_store_migrate (TarikhStore *store, GError **error);
/* FALSE when the file is not a dossier, is one of a later program, or has a schema that is not ours. */
gboolean tarikh_store_check_schema (TarikhStore *store, gboolean write, GError **error);

/* ---- mentions (mention.c) ---- */

/* Takes the words of a mention in or out of what is derived from them. SIGN: 1 or -1. */
gboolean tarikh_store_count_mention (TarikhStore *store, gint64 id, TarikhDay first, TarikhDay last,
                                     const guint32 *words, guint n_words, gint sign, GError **error);
/* Replaces what story number STORY tells. */
gboolean tarikh_store_replace_mentions (TarikhStore *store, gint64 story, const char *key, const TarikhChronology *read,
                                        const char *reader, GError **error);
/* Derives counts and postings anew from all mentions. */
gboolean tarikh_store_derive (TarikhStore *store, GError **error);

/* ---- merging (merge.c, near.c, identity.c) ---- */

/* What one mention is for comparing. */
typedef struct {
  gint64 id, story;
  char *rank; /* of its story */
  gint n;     /* in its story */
  char *key, *event; /* EVENT: where it was, or NULL */
  TarikhDay first, last;
  guint32 *words;
  guint n_words;
  guint32 fingerprint;
  gboolean fresh, afar, approximate;
  char *timex;         /* the expression that dates it, or NULL */
  TarikhDay published; /* of its story */
  guint32 joined; /* number of a large event that stays together; 0: none */
} TarikhStoreNear;

/* Which mentions are to be compared: TarikhStoreNear*, owned, in order. *WHOLE: they are all there are. */
GPtrArray *tarikh_store_gather (TarikhStore *store, gboolean *whole, GError **error);
/* Counts of all mentions. */
gboolean tarikh_store_count_all (TarikhStore *store, guint *n_mentions, GError **error);
/* What the parts NEAR must know of the whole. */
gboolean tarikh_store_measure_whole (TarikhStore *store, const GPtrArray *near, TarikhWhole *whole, GError **error);
/* Merges what was put in since begin. */
gboolean tarikh_store_merge (TarikhStore *store, GError **error);
/* Gives the groups their events' ids, and the mentions their events. */
gboolean tarikh_store_identify (TarikhStore *store, const GPtrArray *near, const guint32 *group_of, guint n_groups,
                                GError **error);

/* ---- JSON (json.c) ---- */

/* A list of strings; FALSE when TEXT is none. Appends to OUT (owned char*). */
gboolean tarikh_store_json_read_strings (const char *text, GPtrArray *out);
char *tarikh_store_json_write_strings (const GPtrArray *strings);
gboolean tarikh_store_json_read_sources (const char *text, const char *story, GPtrArray *out);
char *tarikh_store_json_write_sources (const GPtrArray *sources);
