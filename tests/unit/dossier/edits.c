/* What editors decide beats the stories, is only appended, and is never dropped without a word. */
#include "dossier.h"

#define BRIDGE "افتتح وزير النقل جسراً جديداً على النهر في 5 مايو 2021."
#define BRIDGE_LATER "افتتح وزير النقل جسراً جديداً على النهر في 6 مايو 2021."
#define FIRE "اندلع حريق كبير في مصنع الأقمشة في 9 مايو 2021."

static void
add_story (Place *p, const char *id, const char *text)
{
  g_autofree char *line
    = g_strdup_printf ("{\"id\":\"%s\",\"published\":\"2021-05-10\",\"lang\":\"ar\",\"text\":\"%s\"}", id, text);

  add (p, line);
}

static gboolean
step (Place *p, gboolean (*go) (TarikhDossier *dossier, char **what, GError **error))
{
  g_autoptr (GError) error = NULL;

  must (tarikh_dossier_begin (p->dossier, &error), error);
  if (go (p->dossier, NULL, &error)) {
    must (tarikh_dossier_commit (p->dossier, &error), error);
    return TRUE;
  }
  tarikh_dossier_rollback (p->dossier);
  return FALSE;
}

/* The event ID of the list. Borrowed. */
static json_t *
get_event (const json_t *object, const char *id)
{
  const json_t *events = json_object_get (object, "events");

  for (gsize i = 0; i < json_array_size (events); i++)
    if (strcmp (get (json_array_get (events, i), "id"), id) == 0)
      return json_array_get (events, i);
  return NULL;
}

static guint
count_lost (const json_t *object)
{
  return (guint) json_array_size (json_object_get (object, "lost_edits"));
}

/* What a timeline drawn of it would hold. */
static json_t *
tell (Place *p)
{
  g_autoptr (TarikhTimeline) timeline = tarikh_dossier_tell (p->dossier, p->options, NULL, NULL);
  g_autofree char *text = tarikh_timeline_to_json (timeline, TRUE);

  return json_loads (text, 0, NULL);
}

static void
edit_beats_reader (void **state)
{
  g_auto (Place) p = place_new ();

  add_story (&p, "a", BRIDGE);
  g_autofree char *id = id_of (&p, "جسر");
  assert_true (edit (&p, "reword", id, "الجسر يفتح أبوابه"));
  assert_true (edit (&p, "redate", id, "2021-05"));
  g_autoptr (json_t) edited = list (&p);
  assert_string_equal (get (get_event (edited, id), "headline"), "الجسر يفتح أبوابه");
  assert_string_equal (get (get_event (edited, id), "start"), "2021-05-01");
  assert_string_equal (get (get_event (edited, id), "end"), "2021-05-31");
  assert_null (json_object_get (get_event (edited, id), "reader_says"));
}

/* The story comes in a version that says something else: the edit stays, list says so. */
static void
disagreement_is_told (void **state)
{
  g_auto (Place) p = place_new ();

  add_story (&p, "a", BRIDGE);
  g_autofree char *id = id_of (&p, "جسر");
  assert_true (edit (&p, "redate", id, "2021-05-04"));
  add_story (&p, "a", BRIDGE_LATER);
  g_autoptr (json_t) object = list (&p);
  const json_t *event = get_event (object, id);
  assert_string_equal (get (event, "start"), "2021-05-04");
  assert_string_equal (get (json_object_get (event, "reader_says"), "start"), "2021-05-06");
  g_autofree char *text = tarikh_dossier_list (p.dossier, FALSE, NULL);
  assert_non_null (strstr (text, "! the stories now say: 2021-05-06"));
  /* agreeing with the editor is no disagreement */
  assert_true (edit (&p, "redate", id, "2021-05-06"));
  g_autoptr (json_t) agreed = list (&p);
  assert_null (json_object_get (get_event (agreed, id), "reader_says"));
}

static void
accepted_stays (void **state)
{
  g_auto (Place) p = place_new ();

  add_story (&p, "a", BRIDGE);
  g_autofree char *id = id_of (&p, "جسر");
  assert_true (edit (&p, "accept", id, NULL));
  add_story (&p, "a", BRIDGE_LATER);
  g_autoptr (json_t) object = list (&p);
  assert_string_equal (get (get_event (object, id), "start"), "2021-05-05");
  assert_non_null (json_object_get (get_event (object, id), "reader_says"));
  assert_true (json_is_true (json_object_get (get_event (object, id), "accepted")));
}

static void
lost_edit_is_reported (void **state)
{
  g_auto (Place) p = place_new ();

  add_story (&p, "a", BRIDGE);
  g_autofree char *id = id_of (&p, "جسر");
  assert_true (edit (&p, "reword", id, "الجسر يفتح أبوابه"));
  add_story (&p, "a", FIRE);
  g_autoptr (json_t) object = list (&p);
  assert_null (get_event (object, id));
  assert_int_equal (count_lost (object), 1);
  g_autofree char *text = tarikh_dossier_list (p.dossier, FALSE, NULL);
  assert_non_null (strstr (text, "! edit"));
  /* the sentence comes back, and with it event and edit */
  add_story (&p, "b", FIRE);
  add_story (&p, "a", BRIDGE);
  g_autoptr (json_t) back = list (&p);
  assert_int_equal (count_lost (back), 0);
  assert_string_equal (get (get_event (back, id), "headline"), "الجسر يفتح أبوابه");
}

static void
hidden_is_listed_and_not_drawn (void **state)
{
  g_auto (Place) p = place_new ();

  add_story (&p, "a", BRIDGE " " FIRE);
  g_autofree char *id = id_of (&p, "حريق");
  assert_true (edit (&p, "hide", id, NULL));
  g_autoptr (json_t) listed = list (&p), told = tell (&p);
  assert_true (json_is_true (json_object_get (get_event (listed, id), "hidden")));
  assert_null (find (told, "حريق"));
  assert_non_null (find (told, "جسر"));
  assert_true (edit (&p, "unhide", id, NULL));
  g_autoptr (json_t) again = tell (&p);
  assert_non_null (find (again, "حريق"));
}

static void
pinned_is_chosen_first (void **state)
{
  g_auto (Place) p = place_new ();

  add_story (&p, "a", BRIDGE " " FIRE);
  must (tarikh_timeline_options_set (p.options, "max-events", "1", NULL), NULL);
  for (guint i = 0; i < 2; i++) {
    const char *word = i == 0 ? "حريق" : "جسر";
    g_autofree char *id = id_of (&p, word);
    assert_true (edit (&p, "pin", id, NULL));
    g_autoptr (json_t) told = tell (&p);
    assert_int_equal (json_array_size (json_object_get (told, "events")), 1);
    assert_non_null (find (told, word));
    assert_true (edit (&p, "unpin", id, NULL));
  }
}

static void
event_by_hand (void **state)
{
  g_auto (Place) p = place_new ();

  add_story (&p, "a", BRIDGE);
  assert_true (edit (&p, "add", "2021-05-01/2021-05-03", "إغلاق الطريق"));
  assert_true (edit (&p, "add", "2020", "بدء المشروع"));
  g_autoptr (json_t) told = tell (&p);
  assert_int_equal (json_array_size (json_object_get (told, "events")), 3);
  assert_string_equal (get (json_array_get (json_object_get (told, "events"), 0), "headline"), "بدء المشروع");
  assert_string_equal (get (find (told, "الطريق"), "end"), "2021-05-03");
  g_autofree char *id = id_of (&p, "الطريق"), *other = id_of (&p, "المشروع");
  assert_string_not_equal (id, other);
  assert_true (edit (&p, "reword", id, "فتح الطريق"));
  assert_true (edit (&p, "note", id, "من أرشيف البلدية"));
  g_autofree char *shown = tarikh_dossier_show (p.dossier, id, FALSE, NULL);
  assert_non_null (strstr (shown, "فتح الطريق"));
  assert_non_null (strstr (shown, "من أرشيف البلدية"));
}

/* An empty dossier may begin with events by hand. */
static void
only_by_hand (void **state)
{
  g_auto (Place) p = place_new ();

  assert_true (edit (&p, "add", "2020-01-02", "بدء المشروع"));
  g_autoptr (json_t) told = tell (&p);
  assert_int_equal (json_array_size (json_object_get (told, "events")), 1);
}

static void
merged_and_split (void **state)
{
  g_auto (Place) p = place_new ();

  add_story (&p, "a", BRIDGE);
  add_story (&p, "b", FIRE);
  g_autofree char *bridge = id_of (&p, "جسر"), *fire = id_of (&p, "حريق");
  assert_true (edit (&p, "merge", bridge, fire));
  g_autoptr (json_t) one = list (&p);
  assert_int_equal (json_array_size (json_object_get (one, "events")), 1);
  assert_int_equal (json_array_size (json_object_get (get_event (one, bridge), "sources")), 2);
  assert_false (edit (&p, "merge", bridge, fire)); /* they are one already */
  assert_true (edit (&p, "split", bridge, "b"));
  g_autoptr (json_t) two = list (&p);
  assert_int_equal (json_array_size (json_object_get (two, "events")), 2);
  assert_int_equal (json_array_size (json_object_get (get_event (two, bridge), "sources")), 1);
  /* both hold when stories come */
  add_story (&p, "c", "أطلقت الوزارة قمراً صناعياً في 12 أبريل 2021.");
  g_autoptr (json_t) three = list (&p);
  assert_int_equal (json_array_size (json_object_get (three, "events")), 3);
  assert_int_equal (count_lost (three), 0);
  assert_false (edit (&p, "split", bridge, "a")); /* nothing would be left */
  assert_false (edit (&p, "split", bridge, "z"));
}

static void
undone_and_done_again (void **state)
{
  g_auto (Place) p = place_new ();

  add_story (&p, "a", BRIDGE);
  g_autofree char *id = id_of (&p, "جسر");
  assert_false (step (&p, tarikh_dossier_undo));
  edit (&p, "reword", id, "الأول");
  edit (&p, "reword", id, "الثاني");
  const struct {
    gboolean (*go) (TarikhDossier *dossier, char **what, GError **error);
    const char *headline; /* NULL: refused */
  } steps[] = { { tarikh_dossier_undo, "الأول" },  { tarikh_dossier_redo, "الثاني" }, { tarikh_dossier_redo, NULL },
                { tarikh_dossier_undo, "الأول" },  { tarikh_dossier_undo, "افتتح" },  { tarikh_dossier_undo, NULL },
                { tarikh_dossier_redo, "الأول" },  { tarikh_dossier_redo, "الثاني" } };
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    assert_int_equal (step (&p, steps[i].go), steps[i].headline != NULL);
    g_autoptr (json_t) object = list (&p);
    if (steps[i].headline != NULL)
      assert_true (g_str_has_prefix (get (get_event (object, id), "headline"), steps[i].headline));
  }
  /* a new edit ends what can be done again; the log has everything */
  step (&p, tarikh_dossier_undo);
  edit (&p, "pin", id, NULL);
  assert_false (step (&p, tarikh_dossier_redo));
  g_autofree char *log = tarikh_dossier_log (p.dossier, FALSE, NULL);
  g_auto (GStrv) lines = g_strsplit (log, "\n", -1);
  assert_int_equal (g_strv_length (lines) - 1, 1 + 2 + 6 + 2); /* added; reworded; the steps that were taken; then */
}

static void
wrong_edits_are_refused (void **state)
{
  g_auto (Place) p = place_new ();
  static const char *const wrong[][3] = { { "hide", "ezzzzzzzz", NULL }, { "hide", "", NULL },
                                          { "explode", "e", NULL },      { "redate", "e", "yesterday" },
                                          { "redate", "e", "2021-13" },  { "redate", "e", "2021-05-09/2021-05-01" },
                                          { "reword", "e", "" },         { "reword", "e", NULL },
                                          { "accept", "e", "more" },     { "add", "2021", NULL } };

  add_story (&p, "a", BRIDGE);
  gint64 revision = tarikh_dossier_get_revision (p.dossier);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_false (edit (&p, wrong[i][0], wrong[i][1], wrong[i][2]));
  assert_int_equal (tarikh_dossier_get_revision (p.dossier), revision);
}

/* ---- snapshots ---- */

static void
snapshot (Place *p, const char *name)
{
  g_autoptr (GError) error = NULL;

  must (tarikh_dossier_begin (p->dossier, &error), error);
  must (tarikh_dossier_snapshot (p->dossier, name, &error), error);
  must (tarikh_dossier_commit (p->dossier, &error), error);
}

static json_t *
diff (Place *p, const char *before, const char *after)
{
  gboolean differ = FALSE;
  g_autofree char *text = tarikh_dossier_diff (p->dossier, before, after, TRUE, &differ, NULL);
  json_t *object = json_loads (text, 0, NULL);

  assert_int_equal (differ, json_array_size (json_object_get (object, "changes")) > 0);
  return object;
}

/* TRUE when DIFF says CHANGE of an event whose headline, before or after, holds PART. */
static gboolean
says (const json_t *object, const char *part, const char *change)
{
  const json_t *changes = json_object_get (object, "changes");

  for (gsize i = 0; i < json_array_size (changes); i++) {
    const json_t *one = json_array_get (changes, i), *words = json_object_get (one, "changes");
    const char *before = get (json_object_get (one, "before"), "headline");
    const char *after = get (json_object_get (one, "after"), "headline");
    if ((before == NULL || strstr (before, part) == NULL) && (after == NULL || strstr (after, part) == NULL))
      continue;
    for (gsize k = 0; k < json_array_size (words); k++)
      if (strcmp (json_string_value (json_array_get (words, k)), change) == 0)
        return TRUE;
  }
  return FALSE;
}

static void
every_change_is_named (void **state)
{
  g_auto (Place) p = place_new ();
  g_autoptr (GError) error = NULL;

  add_story (&p, "a", BRIDGE " " FIRE);
  add_story (&p, "d", "وصل وفد التفتيش إلى الميناء في 2 مايو 2021.");
  snapshot (&p, "monday");
  g_autoptr (json_t) nothing = diff (&p, "monday", NULL);
  assert_int_equal (json_array_size (json_object_get (nothing, "changes")), 0);

  g_autofree char *bridge = id_of (&p, "جسر");
  add_story (&p, "b", "اندلع حريق كبير في مصنع الأقمشة في 9 مايو 2021 وأصيب ثلاثة عمال.");
  add_story (&p, "c", "أطلقت الوزارة قمراً صناعياً في 12 أبريل 2021.");
  edit (&p, "redate", bridge, "2021-05-07");
  edit (&p, "reword", bridge, "الجسر يفتح أبوابه");
  must (tarikh_dossier_begin (p.dossier, &error), error);
  must (tarikh_dossier_withdraw (p.dossier, "d", TRUE, NULL, &error), error);
  must (tarikh_dossier_commit (p.dossier, &error), error);
  snapshot (&p, "tuesday");
  g_autoptr (json_t) changes = diff (&p, "monday", NULL), same = diff (&p, "monday", "tuesday");
  assert_true (json_equal (json_object_get (changes, "changes"), json_object_get (same, "changes")));
  assert_true (says (changes, "حريق", "corroborated"));
  assert_true (says (changes, "قمر", "added"));
  assert_true (says (changes, "الجسر", "redated"));
  assert_true (says (changes, "الجسر", "reworded"));
  assert_true (says (changes, "وفد", "withdrawn"));
  assert_false (says (changes, "حريق", "added"));
  edit (&p, "hide", bridge, NULL);
  g_autoptr (json_t) hidden = diff (&p, "tuesday", NULL);
  assert_true (says (hidden, "الجسر", "gone"));

  g_autoptr (TarikhTimeline) marked = tarikh_dossier_tell (p.dossier, p.options, "monday", &error);
  must (marked != NULL, error);
  g_autofree char *json = tarikh_timeline_to_json (marked, TRUE);
  assert_non_null (strstr (json, "\"mark\":\"جديد\""));
  assert_non_null (strstr (json, "\"mark\":\"سُحب مصدره\",\"struck\":true"));
  assert_non_null (strstr (json, "\"mark\":\"أكّده مصدر آخر\""));
  assert_non_null (strstr (json, "\"mark\":\"لم يعد مروياً\",\"struck\":true")); /* hidden: in its old place */
  assert_null (tarikh_dossier_tell (p.dossier, p.options, "sunday", NULL));
}

/* What an editor has split off rests on its own stories, whatever the reader takes it for. */
static void
split_off_is_withdrawn_with_its_story (void **state)
{
  g_auto (Place) p = place_new ();
  g_autoptr (GError) error = NULL;

  add_story (&p, "a", FIRE);
  add_story (&p, "b", FIRE);
  g_autofree char *fire = id_of (&p, "حريق");
  edit (&p, "split", fire, "b");
  must (tarikh_dossier_begin (p.dossier, &error), error);
  must (tarikh_dossier_withdraw (p.dossier, "a", TRUE, NULL, &error), error);
  must (tarikh_dossier_commit (p.dossier, &error), error);
  g_autoptr (json_t) object = list (&p);
  const json_t *events = json_object_get (object, "events");
  guint n_withdrawn = 0, n_fires = 0;
  for (gsize i = 0; i < json_array_size (events); i++) {
    const json_t *event = json_array_get (events, i);
    gboolean is_fire = strstr (get (event, "headline"), "حريق") != NULL;
    n_fires += is_fire;
    n_withdrawn += is_fire && json_is_true (json_object_get (event, "withdrawn"));
  }
  assert_int_equal (n_fires, 2);
  assert_int_equal (n_withdrawn, 1);
}

/* What has become part of another event is neither lost nor crossed out. */
static void
merged_is_told_where_it_went (void **state)
{
  g_auto (Place) p = place_new ();
  g_autoptr (GError) error = NULL;

  add_story (&p, "a", BRIDGE " " FIRE);
  snapshot (&p, "monday");
  g_autofree char *bridge = id_of (&p, "جسر"), *fire = id_of (&p, "حريق");
  edit (&p, "merge", bridge, fire);
  g_autoptr (json_t) changes = diff (&p, "monday", NULL);
  const json_t *list = json_object_get (changes, "changes");
  const json_t *gone = json_array_get (list, json_array_size (list) - 1);
  assert_string_equal (get (gone, "event"), fire);
  assert_string_equal (get (gone, "into"), bridge);
  g_autoptr (TarikhTimeline) marked = tarikh_dossier_tell (p.dossier, p.options, "monday", &error);
  must (marked != NULL, error);
  g_autofree char *json = tarikh_timeline_to_json (marked, TRUE);
  assert_null (strstr (json, "\"struck\""));
  assert_null (strstr (json, fire));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (edit_beats_reader),
    cmocka_unit_test (disagreement_is_told),
    cmocka_unit_test (accepted_stays),
    cmocka_unit_test (lost_edit_is_reported),
    cmocka_unit_test (hidden_is_listed_and_not_drawn),
    cmocka_unit_test (pinned_is_chosen_first),
    cmocka_unit_test (event_by_hand),
    cmocka_unit_test (only_by_hand),
    cmocka_unit_test (merged_and_split),
    cmocka_unit_test (undone_and_done_again),
    cmocka_unit_test (wrong_edits_are_refused),
    cmocka_unit_test (every_change_is_named),
    cmocka_unit_test (split_off_is_withdrawn_with_its_story),
    cmocka_unit_test (merged_is_told_where_it_went),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
