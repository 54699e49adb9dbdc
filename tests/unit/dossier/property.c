/* Stories that come one by one, in any order, tell what all of them read at once tell. */
#include "dossier.h"

#include "affair.h"
#include "store/private.h"

/* ---- what a batch tells ---- */

/* The ids of the stories of the dossier, in its order. (transfer full) */
static GPtrArray *
list_order (const json_t *told)
{
  const json_t *stories = json_object_get (told, "stories");
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < json_array_size (stories); i++)
    g_ptr_array_add (ids, g_strdup (get (json_array_get (stories, i), "id")));
  return ids;
}

static json_t *
tell (Place *p)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TarikhTimeline) timeline = tarikh_dossier_tell (p->dossier, p->options, NULL, &error);

  must (timeline != NULL, error);
  g_autofree char *text = tarikh_timeline_to_json (timeline, TRUE);
  return json_loads (text, 0, NULL);
}

/* All stories of LINES at once, in the order of IDS ("aN"). */
static json_t *
tell_at_once (const Place *p, const GPtrArray *ids, const GPtrArray *lines)
{
  g_autoptr (TarikhTimeline) timeline = tarikh_timeline_new (p->options);

  for (guint i = 0; i < ids->len; i++) {
    const char *line = lines->pdata[g_ascii_strtoull ((const char *) ids->pdata[i] + 1, NULL, 10)];
    assert_true (tarikh_timeline_add_line (timeline, "test", 1, line, strlen (line), NULL));
  }
  g_autofree char *text = tarikh_timeline_to_json (timeline, TRUE);
  return json_loads (text, 0, NULL);
}

static void
drop_ids (json_t *told)
{
  json_t *events = json_object_get (told, "events");

  for (gsize i = 0; i < json_array_size (events); i++)
    json_object_del (json_array_get (events, i), "id");
}

/* ---- pairs ---- */

/* Every two places that one event of TOLD stands on. */
static GHashTable *
list_pairs (const json_t *told)
{
  GHashTable *pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const json_t *events = json_object_get (told, "events");

  for (gsize i = 0; i < json_array_size (events); i++) {
    const json_t *sources = json_object_get (json_array_get (events, i), "sources");
    g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
    for (gsize k = 0; k < json_array_size (sources); k++) {
      const json_t *source = json_array_get (sources, k);
      g_ptr_array_add (places, g_strdup_printf ("%s:%d", get (source, "story"),
                                                (int) json_integer_value (json_object_get (source, "start"))));
    }
    for (guint a = 0; a < places->len; a++)
      for (guint b = 0; b < places->len; b++)
        if (strcmp (places->pdata[a], places->pdata[b]) < 0)
          g_hash_table_add (pairs, g_strdup_printf ("%s %s", (char *) places->pdata[a], (char *) places->pdata[b]));
  }
  return pairs;
}

/* How much of the merging is the same: the F-measure of pairs. */
static double
compare_pairs (const json_t *a, const json_t *b)
{
  g_autoptr (GHashTable) x = list_pairs (a), y = list_pairs (b);
  GHashTableIter iter;
  gpointer pair;
  guint both = 0;

  g_hash_table_iter_init (&iter, x);
  while (g_hash_table_iter_next (&iter, &pair, NULL))
    both += g_hash_table_contains (y, pair);
  return 2.0 * both / MAX (g_hash_table_size (x) + g_hash_table_size (y), 1u);
}

/* ---- the properties ---- */

static GPtrArray *
create_lines (guint n, guint happenings)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (lines, affair_create_story (i, happenings));
  return lines;
}

/* The numbers below N in an order that SEED decides. */
static guint *
shuffle (guint n, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint i = n; i > 1; i--) {
    guint k = (guint) g_rand_int_range (rand, 0, (gint) i), kept = order[i - 1];
    order[i - 1] = order[k];
    order[k] = kept;
  }
  return order;
}

static void
any_order_tells_the_same (void **state)
{
  g_autoptr (GPtrArray) lines = create_lines (40, 25);

  for (guint32 seed = 1; seed <= 3; seed++) {
    g_auto (Place) p = place_new ();
    g_autofree guint *order = shuffle (lines->len, seed);
    for (guint i = 0; i < lines->len; i++) {
      assert_int_equal (add (&p, lines->pdata[order[i]]), TARIKH_DOSSIER_NEW);
      if (i % 13 > 1)
        continue;
      g_autoptr (json_t) told = tell (&p);
      g_autoptr (GPtrArray) ids = list_order (told);
      g_autoptr (json_t) at_once = tell_at_once (&p, ids, lines);
      assert_int_equal (ids->len, i + 1);
      drop_ids (told);
      drop_ids (at_once);
      assert_true (json_equal (told, at_once));
    }
  }
}

/* A large dossier compares only what is near: what it then merges otherwise is bounded, and refresh ends it. */
static void
nearness_loses_little (void **state)
{
  g_autoptr (GPtrArray) lines = create_lines (150, 60);

  for (guint32 seed = 1; seed <= 2; seed++) {
    g_auto (Place) p = place_new ();
    g_autofree guint *order = shuffle (lines->len, seed);
    g_autoptr (GError) error = NULL;
    tarikh_store_set_whole (p.dossier->store, 0);
    for (guint i = 0; i < lines->len; i++)
      add (&p, lines->pdata[order[i]]);
    g_autoptr (json_t) told = tell (&p);
    g_autoptr (GPtrArray) ids = list_order (told);
    g_autoptr (json_t) at_once = tell_at_once (&p, ids, lines);
    double same = compare_pairs (told, at_once);
    print_message ("near: %.4f of the pairs\n", same);
    assert_true (same >= 0.95);

    must (tarikh_dossier_begin (p.dossier, &error), error);
    must (tarikh_dossier_refresh (p.dossier, FALSE, NULL, NULL, &error), error);
    must (tarikh_dossier_commit (p.dossier, &error), error);
    g_autoptr (json_t) refreshed = tell (&p);
    drop_ids (refreshed);
    drop_ids (at_once);
    assert_true (json_equal (refreshed, at_once));
  }
}

static void
note_ids (Place *p, GHashTable *ids)
{
  g_autoptr (json_t) object = list (p);
  const json_t *events = json_object_get (object, "events");

  for (gsize i = 0; i < json_array_size (events); i++)
    g_hash_table_add (ids, g_strdup (get (json_array_get (events, i), "id")));
}

/* Gives the mentions of P new groups: number I goes to I % N_GROUPS, or each stays alone (0). */
static void
regroup (Place *p, guint n_groups)
{
  g_autoptr (GError) error = NULL;
  gboolean whole;

  must (tarikh_dossier_begin (p->dossier, &error), error);
  tarikh_store_merge_all (p->dossier->store);
  g_autoptr (GPtrArray) near = tarikh_store_gather (p->dossier->store, &whole, &error);
  must (near != NULL, error);
  g_autofree guint32 *group_of = g_new (guint32, near->len);
  for (guint i = 0; i < near->len; i++)
    group_of[i] = n_groups > 0 ? i % n_groups : i;
  must (tarikh_store_identify (p->dossier->store, near, group_of, n_groups > 0 ? n_groups : near->len, &error), error);
  p->dossier->store->merge_all = FALSE;
  must (tarikh_dossier_commit (p->dossier, &error), error);
}

/* Every id of IDS leads to an event; how many to one of another id. */
static guint
count_led (Place *p, GHashTable *ids)
{
  GHashTableIter iter;
  gpointer id;
  guint led = 0;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    g_autoptr (GError) error = NULL;
    g_autofree char *shown = tarikh_dossier_show (p->dossier, id, FALSE, &error);
    must (shown != NULL, error);
    led += !g_str_has_prefix (shown, id);
  }
  return led;
}

/* However events meet and part, an id that was ever told of leads to one; events that part again have the ids that they
 * had; the event that somebody touched is the one that stays. */
static void
ids_meet_and_part (void **state)
{
  g_autoptr (GPtrArray) lines = create_lines (12, 30);
  g_auto (Place) p = place_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) again = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    add (&p, lines->pdata[i]);
  regroup (&p, 0);
  note_ids (&p, ids);
  guint n = g_hash_table_size (ids);
  g_autofree char *touched = id_of (&p, "زار");
  assert_true (edit (&p, "note", touched, "x"));
  for (guint groups = 3; groups > 0; groups--) {
    regroup (&p, groups);
    assert_int_equal (count_led (&p, ids), n - groups);
    g_autofree char *shown = tarikh_dossier_show (p.dossier, touched, FALSE, NULL);
    assert_true (g_str_has_prefix (shown, touched));
  }
  regroup (&p, 0);
  note_ids (&p, again);
  assert_int_equal (g_hash_table_size (again), n);
  assert_int_equal (count_led (&p, ids), 0);
}

/* What the file derives from its mentions is what counting them anew gives. */
static void
counts_stay_right (void **state)
{
  g_autoptr (GPtrArray) lines = create_lines (30, 20);
  g_auto (Place) p = place_new ();
  g_autoptr (GError) error = NULL;
  const char *wrong
    = "SELECT (SELECT count (*) FROM word WHERE n < 0 OR actions < 0) + (SELECT abs (sum (n) -"
      " (SELECT sum (length (words) / 4) FROM mention)) FROM word) + (SELECT abs (sum (n) - (SELECT count (*) FROM mention))"
      " FROM day) + (SELECT count (*) FROM posting WHERE mention NOT IN (SELECT id FROM mention))";
  gint64 n = -1;

  for (guint i = 0; i < lines->len; i++)
    add (&p, lines->pdata[i]);
  for (guint i = 0; i < 10; i++) { /* new versions */
    g_autofree char *other = affair_create_story (100 + i, 20);
    char *text = strstr (other, "\"published\"");
    g_autofree char *line = g_strdup_printf ("{\"id\":\"a%u\",%s", i, text);
    assert_int_equal (add (&p, line), TARIKH_DOSSIER_REPLACED);
  }
  assert_true (tarikh_store_query_number (p.dossier->store, &n, &error, wrong, ""));
  assert_int_equal (n, 0);
  must (tarikh_dossier_check (p.dossier, &error), error);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (any_order_tells_the_same),
    cmocka_unit_test (nearness_loses_little),
    cmocka_unit_test (ids_meet_and_part),
    cmocka_unit_test (counts_stay_right),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
