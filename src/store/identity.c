/* store/identity: which event a group of mentions is. An event goes where its founder goes, the mention that it was first
 * made of; if that one is gone, where most of its mentions are. Of several that meet, the one that people have touched
 * stays, else the older; the others lead to it, and come back to life should their founder part from it again. */
#include "store/private.h"

#include <string.h>

#define ID_LETTERS 8

typedef struct {
  char *id;
  gint64 born;
  char *founder;
  gboolean touched; /* by a person */
  gint group;       /* where it goes; -1: nowhere */
} Claim;

static void
claim_free (gpointer data)
{
  Claim *claim = data;

  g_free (claim->id);
  g_free (claim->founder);
  g_free (claim);
}

/* ---- ids ---- */

/* Letters and digits that are not mistaken for each other (Crockford's base 32). (transfer full) */
static char *
spell_id (const char *key, guint salt)
{
  static const char letters[] = "0123456789abcdefghjkmnpqrstvwxyz";
  g_autofree char *salted = salt == 0 ? g_strdup (key) : g_strdup_printf ("%s#%u", key, salt);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  char id[ID_LETTERS + 2] = "e";

  g_checksum_update (sum, (const guchar *) salted, -1);
  g_checksum_get_digest (sum, digest, &length);
  for (guint i = 0; i < ID_LETTERS; i++)
    id[i + 1] = letters[digest[i] % 32];
  return g_strdup (id);
}

/* TRUE when ID is free, or belongs to an event founded by KEY that no mention is in any more. */
static gboolean
may_have (TarikhStore *store, const char *id, const char *key)
{
  gint64 taken = 0;

  tarikh_store_query_number (store, &taken, NULL,
                             "SELECT 1 FROM event WHERE id = ?1 AND (founder <> ?2 OR EXISTS"
                             " (SELECT 1 FROM mention WHERE mention.event = ?1 AND mention.key <> ?2))", "ss", id, key);
  return taken == 0;
}

char *
tarikh_store_create_id (TarikhStore *store, const char *key)
{
  for (guint salt = 0;; salt++) {
    g_autofree char *id = spell_id (key, salt);
    if (may_have (store, id, key))
      return g_steal_pointer (&id);
  }
}

/* ---- claims ---- */

static gboolean
is_touched (TarikhStore *store, const char *id)
{
  gint64 n = 0;

  tarikh_store_query_number (store, &n, NULL,
                             "SELECT 1 FROM log WHERE subject = ? AND op IN ('accept', 'hide', 'reword', 'redate',"
                             " 'merge', 'split', 'pin', 'note') LIMIT 1", "s", id);
  return n == 1;
}

static Claim *
load_claim (TarikhStore *store, const char *id, GError **error)
{
  sqlite3_stmt *statement = tarikh_store_query (store, error, "SELECT born, founder FROM event WHERE id = ?", "s", id);
  Claim *claim = NULL;

  if (statement != NULL && tarikh_store_step (store, statement, error)) {
    claim = g_new0 (Claim, 1);
    claim->id = g_strdup (id);
    claim->born = sqlite3_column_int64 (statement, 0);
    claim->founder = tarikh_store_column_string (statement, 1);
    claim->group = -1;
    tarikh_store_stop (statement);
    claim->touched = is_touched (store, id);
  }
  return claim;
}

/* The events that the mentions were in, each once, in order of the mentions. */
static GPtrArray *
list_claims (TarikhStore *store, const GPtrArray *list, GError **error)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (claim_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) failed = NULL;

  for (guint i = 0; i < list->len; i++) {
    const TarikhStoreNear *near = g_ptr_array_index (list, i);
    if (near->event == NULL || !g_hash_table_add (known, near->event))
      continue;
    Claim *claim = load_claim (store, near->event, &failed);
    if (claim != NULL)
      g_ptr_array_add (claims, claim);
    if (failed != NULL) {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  }
  return g_steal_pointer (&claims);
}

/* Where most of the mentions are that were in the event; of equals the first. */
static gint
find_majority (const GPtrArray *members, const GPtrArray *list, const guint32 *group_of)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  gint best = -1;
  guint best_count = 0;

  for (guint i = 0; i < members->len; i++) {
    gpointer group = GUINT_TO_POINTER (group_of[GPOINTER_TO_UINT (members->pdata[i])]);
    guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, group)) + 1;
    g_hash_table_insert (counts, group, GUINT_TO_POINTER (count));
  }
  for (guint i = 0; i < members->len; i++) {
    guint32 group = group_of[GPOINTER_TO_UINT (members->pdata[i])];
    guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (group)));
    if (count > best_count) {
      best = (gint) group;
      best_count = count;
    }
  }
  return best;
}

/* Event id → the places of its mentions in LIST. */
static GHashTable *
list_members (const GPtrArray *list)
{
  GHashTable *members = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < list->len; i++) {
    const TarikhStoreNear *near = g_ptr_array_index (list, i);
    GPtrArray *places = near->event != NULL ? g_hash_table_lookup (members, near->event) : NULL;
    if (near->event == NULL)
      continue;
    if (places == NULL) {
      places = g_ptr_array_new ();
      g_hash_table_insert (members, near->event, places);
    }
    g_ptr_array_add (places, GUINT_TO_POINTER (i));
  }
  return members;
}

static void
place_claims (const GPtrArray *claims, const GPtrArray *list, const guint32 *group_of)
{
  g_autoptr (GHashTable) members = list_members (list);
  g_autoptr (GHashTable) place_of = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < list->len; i++)
    g_hash_table_insert (place_of, ((TarikhStoreNear *) g_ptr_array_index (list, i))->key, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < claims->len; i++) {
    Claim *claim = g_ptr_array_index (claims, i);
    guint founder = GPOINTER_TO_UINT (g_hash_table_lookup (place_of, claim->founder));
    /* A founder that was gone for a while may have come back in an event of its own. */
    gboolean within = founder > 0
                      && g_strcmp0 (((TarikhStoreNear *) g_ptr_array_index (list, founder - 1))->event, claim->id) == 0;
    claim->group = within ? (gint) group_of[founder - 1]
                          : find_majority (g_hash_table_lookup (members, claim->id), list, group_of);
  }
}

/* ---- who stays ---- */

static gboolean
goes_before (const Claim *a, const Claim *b)
{
  return a->touched != b->touched ? a->touched : a->born < b->born;
}

/* The claim that stays for each group, or NULL; borrowed. */
static const Claim **
choose_winners (const GPtrArray *claims, guint n_groups)
{
  const Claim **winners = g_new0 (const Claim *, MAX (n_groups, 1u));

  for (guint i = 0; i < claims->len; i++) {
    const Claim *claim = g_ptr_array_index (claims, i);
    if (claim->group >= 0 && (winners[claim->group] == NULL || goes_before (claim, winners[claim->group])))
      winners[claim->group] = claim;
  }
  return winners;
}

/* An event of its own for the group that FOUNDER begins, or the one that it had once. (transfer full) */
static char *
create_event (TarikhStore *store, const char *founder, GError **error)
{
  char *id = tarikh_store_create_id (store, founder);
  gint64 born = 0;

  if (tarikh_store_query_number (store, &born, error, "SELECT ifnull (max (born), 0) + 1 FROM event", "")
      && tarikh_store_run (store, error,
                           "INSERT INTO event (id, born, founder) VALUES (?, ?, ?) ON CONFLICT (id)"
                           " DO UPDATE SET merged_into = NULL", "sis", id, born, founder))
    return id;
  g_free (id);
  return NULL;
}

/* Leaves what does not stay pointing to what does. A large event moves as a whole. */
static gboolean
lead_losers (TarikhStore *store, const GPtrArray *claims, const Claim *const *winners, GError **error)
{
  for (guint i = 0; i < claims->len; i++) {
    const Claim *claim = g_ptr_array_index (claims, i);
    const Claim *winner = claim->group >= 0 ? winners[claim->group] : NULL;
    gboolean stays = winner == claim;
    if (!tarikh_store_run (store, error, "UPDATE event SET merged_into = ?1 WHERE id = ?2 AND merged_into IS NOT ?1",
                           "ss", stays || winner == NULL ? NULL : winner->id, claim->id))
      return FALSE;
    if (!stays && winner != NULL
        && !tarikh_store_run (store, error, "UPDATE mention SET event = ? WHERE event = ?", "ss", winner->id, claim->id))
      return FALSE;
  }
  return TRUE;
}

/* The ids of the groups; a group that no event claims gets a new one, founded by its first mention. */
static GPtrArray *
name_groups (TarikhStore *store, const GPtrArray *list, const guint32 *group_of, const Claim *const *winners,
             guint n_groups, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (ids, (gint) n_groups);
  for (guint i = 0; i < list->len; i++) {
    guint32 group = group_of[i];
    if (ids->pdata[group] != NULL)
      continue;
    ids->pdata[group] = winners[group] != NULL
                          ? g_strdup (winners[group]->id)
                          : create_event (store, ((TarikhStoreNear *) g_ptr_array_index (list, i))->key, error);
    if (ids->pdata[group] == NULL)
      return NULL;
  }
  return g_steal_pointer (&ids);
}

gboolean
tarikh_store_identify (TarikhStore *store, const GPtrArray *list, const guint32 *group_of, guint n_groups,
                       GError **error)
{
  g_autoptr (GPtrArray) claims = list_claims (store, list, error);
  if (claims == NULL)
    return FALSE;
  place_claims (claims, list, group_of);
  g_autofree const Claim **winners = choose_winners (claims, n_groups);
  if (!lead_losers (store, claims, winners, error))
    return FALSE;
  g_autoptr (GPtrArray) ids = name_groups (store, list, group_of, winners, n_groups, error);
  for (guint i = 0; ids != NULL && i < list->len; i++) {
    const TarikhStoreNear *near = g_ptr_array_index (list, i);
    if (!tarikh_store_run (store, error, "UPDATE mention SET event = ?1 WHERE id = ?2 AND event IS NOT ?1", "si",
                           ids->pdata[group_of[i]], near->id))
      return FALSE;
  }
  return ids != NULL;
}

/* ---- by name ---- */

/* Follows where events have gone; there are never circles, but a file may come from anybody. */
static char *
follow (TarikhStore *store, char *id, GError **error)
{
  for (guint steps = 0; steps < 100; steps++) {
    sqlite3_stmt *statement = tarikh_store_query (store, error, "SELECT merged_into FROM event WHERE id = ?", "s", id);
    g_autofree char *next = NULL;
    if (statement != NULL && tarikh_store_step (store, statement, NULL)) {
      next = tarikh_store_column_string (statement, 0);
      tarikh_store_stop (statement);
    }
    if (next == NULL)
      return id;
    g_free (id);
    id = g_steal_pointer (&next);
  }
  return id;
}

char *
tarikh_store_resolve_event (TarikhStore *store, const char *id, GError **error)
{
  g_autofree char *end = g_strconcat (id, "\x7f", NULL);
  sqlite3_stmt *statement = tarikh_store_query (
    store, error, "SELECT id FROM event WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT 2", "ss", id, end);
  g_autofree char *found = NULL;
  guint n = 0;

  while (statement != NULL && n < 2 && tarikh_store_step (store, statement, NULL)) {
    g_free (found);
    found = tarikh_store_column_string (statement, 0);
    n = strcmp (found, id) == 0 ? 2 : n + 1;
    if (n == 2 && strcmp (found, id) != 0)
      g_clear_pointer (&found, g_free);
  }
  if (statement == NULL)
    return NULL;
  tarikh_store_stop (statement);
  if (found != NULL && *id != '\0')
    return follow (store, g_steal_pointer (&found), error);
  g_autofree char *printable = tarikh_base_printable (id);
  g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_USAGE,
               n == 2 ? "%s: several events begin with \"%s\"" : "%s: no event \"%s\"", store->path, printable);
  return NULL;
}
