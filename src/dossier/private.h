/* dossier/private: what the files of the room share. Not for other rooms. */
#pragma once

#include "store/store.h"
#include "tarikh/tarikh.h"
#include "timeline/private.h"

#include <jansson.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, json_decref)

struct _TarikhDossier {
  TarikhStore *store;
  char *path;
};

/* ---- edits (edits.c): which of the log still hold ---- */

typedef struct {
  gint64 n, at;
  char *author, *op, *subject;
  json_t *detail; /* owned: an object */
} TarikhDossierEdit;

typedef struct {
  GPtrArray *done;   /* TarikhDossierEdit*, owned, oldest first: those that hold */
  GPtrArray *undone; /* TarikhDossierEdit*, owned: those that redo would bring back, the next one last */
} TarikhDossierEdits;

TarikhDossierEdits *tarikh_dossier_edits_load (TarikhStore *store, GError **error);
void tarikh_dossier_edits_free (TarikhDossierEdits *edits);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhDossierEdits, tarikh_dossier_edits_free)
/* A string of DETAIL, "" without one; a day, NONE without one. */
const char *tarikh_dossier_edit_get_string (const TarikhDossierEdit *edit, const char *key);
TarikhDay tarikh_dossier_edit_get_day (const TarikhDossierEdit *edit, const char *key);

/* ---- the telling (telling.c): what the stories and the editors together say ---- */

/* What is known of an event beside the event itself. */
typedef struct {
  gboolean hidden, accepted, reworded, redated, by_hand, withdrawn;
  GPtrArray *notes;      /* char*, owned */
  GPtrArray *mentions;   /* char*, owned: keys, in order of the sources' stories */
  /* what the reader says, whatever the editor made of it; what it said when the editor last decided */
  char *read_headline, *was_headline;
  TarikhDay read_start, read_end, was_start, was_end;
} TarikhDossierFact;

/* An edit that has nothing to hold on to. */
typedef struct {
  TarikhDossierEdit *edit; /* borrowed from EDITS */
  const char *reason;      /* static */
} TarikhDossierLost;

typedef struct {
  TarikhChronology *chronology; /* settled, edited; hidden events are in it; event->key is the id */
  GHashTable *facts;            /* id (owned) → TarikhDossierFact*, owned */
  TarikhDossierEdits *edits;
  GPtrArray *lost;              /* TarikhDossierLost*, owned */
  GHashTable *alias;            /* id → the id it goes by since a merge by hand; an id that only edits know → itself */
  GHashTable *pool;             /* char*, owned: the strings of ALIAS */
} TarikhDossierTelling;

TarikhDossierTelling *tarikh_dossier_telling_new (TarikhDossier *dossier, GError **error);
void tarikh_dossier_telling_free (TarikhDossierTelling *telling);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhDossierTelling, tarikh_dossier_telling_free)
const TarikhDossierFact *tarikh_dossier_telling_get_fact (const TarikhDossierTelling *telling,
                                                          const TarikhChronicleEvent *event);
/* The event that ID, or what begins with it, stands for now; NULL with USAGE. Borrowed. */
TarikhChronicleEvent *tarikh_dossier_telling_find (const TarikhDossierTelling *telling, TarikhDossier *dossier,
                                                   const char *id, GError **error);
/* TRUE when the reader now says something that is neither what it said when the editor decided nor what the editor says. */
gboolean tarikh_dossier_fact_disagrees_on_headline (const TarikhDossierFact *fact, const TarikhChronicleEvent *event);
gboolean tarikh_dossier_fact_disagrees_on_date (const TarikhDossierFact *fact, const TarikhChronicleEvent *event);

/* overlay.c: merges and splits by hand, before settling. LABELS: the id of every mention's event, const char*; those that
 * are replaced are borrowed from the telling's pool. */
void tarikh_dossier_overlay_groups (TarikhDossier *dossier, TarikhDossierTelling *telling,
                                    const TarikhStoreMentions *mentions, GPtrArray *labels);
/* overlay.c: what is said of single events, after settling. */
void tarikh_dossier_overlay_events (TarikhDossier *dossier, TarikhDossierTelling *telling);
/* The id that ID goes by now, by the reader's merges and by those of hand; NULL: never heard of. (transfer full) */
char *tarikh_dossier_overlay_resolve (TarikhDossier *dossier, GHashTable *alias, const char *id);
TarikhDossierFact *tarikh_dossier_fact_new (void);
void tarikh_dossier_lose (GPtrArray *lost, TarikhDossierEdit *edit, const char *reason);

/* ---- JSON ---- */

json_t *tarikh_dossier_json_string (const char *string); /* null for NULL */
json_t *tarikh_dossier_json_day (TarikhDay day);
/* "2024-06-18", "2024-06-18/2024-06-19", "-" without a date. (transfer full) */
char *tarikh_dossier_word_days (TarikhDay start, TarikhDay end);
/* As text, with a line end. VALUE is taken. (transfer full) */
char *tarikh_dossier_json_write (json_t *value);
/* What a snapshot keeps of TELLING. */
json_t *tarikh_dossier_json_events (const TarikhDossierTelling *telling);

/* ---- changes (changes.c) ---- */

/* How an event has changed: words like "added", static strings; the list is owned. BEFORE, AFTER: as in a snapshot, or
 * NULL. */
GPtrArray *tarikh_dossier_changes_name (const json_t *before, const json_t *after);
/* The event among AFTER (by id) that ID, which is not, has become part of; NULL: none. (transfer full) */
char *tarikh_dossier_changes_find_heir (TarikhDossier *dossier, const TarikhDossierTelling *telling, const char *id,
                                        const json_t *after);
/* The events of snapshot NAME by id; NULL name: of TELLING. (transfer full) */
json_t *tarikh_dossier_changes_load (TarikhDossier *dossier, const TarikhDossierTelling *telling, const char *name,
                                     GError **error);
