/* Stories come, come again, come anew, are withdrawn; what they are known by. */
#include "dossier.h"

#include "store/private.h"

#define BRIDGE "افتتح وزير النقل جسراً جديداً على النهر في 5 مايو 2021."
#define BRIDGE_OTHER "دشن وزير النقل الجسر الجديد على النهر يوم 5 مايو 2021 وسط حضور كبير."
#define FIRE "اندلع حريق كبير في مصنع الأقمشة في 9 مايو 2021."

static char *
story (const char *id, const char *published, const char *text)
{
  return g_strdup_printf ("{\"id\":\"%s\",\"published\":\"%s\",\"lang\":\"ar\",\"text\":\"%s\"}", id, published, text);
}

static TarikhDossierPut
add_story (Place *p, const char *id, const char *text)
{
  g_autofree char *line = story (id, "2021-05-10", text);

  return add (p, line);
}

static TarikhDossierPut
add_text (Place *p, const char *name, const char *text, char **id)
{
  g_autoptr (GError) error = NULL;
  TarikhDossierPut put = TARIKH_DOSSIER_NEW;

  must (tarikh_dossier_begin (p->dossier, &error), error);
  must (tarikh_dossier_add_text (p->dossier, p->options, name, text, strlen (text), &put, id, &error), error);
  must (tarikh_dossier_commit (p->dossier, &error), error);
  return put;
}

static guint
count_stories (Place *p)
{
  g_autoptr (json_t) object = list (p);

  return (guint) json_array_size (json_object_get (object, "stories"));
}

static void
same_story_is_one (void **state)
{
  g_auto (Place) p = place_new ();

  assert_int_equal (add_story (&p, "a", BRIDGE), TARIKH_DOSSIER_NEW);
  gint64 revision = tarikh_dossier_get_revision (p.dossier);
  assert_int_equal (add_story (&p, "a", BRIDGE), TARIKH_DOSSIER_UNCHANGED);
  assert_int_equal (tarikh_dossier_get_revision (p.dossier), revision);
  assert_int_equal (count_stories (&p), 1);
}

static void
new_version_replaces (void **state)
{
  g_auto (Place) p = place_new ();
  gint64 n = 0;

  add_story (&p, "a", BRIDGE);
  assert_int_equal (add_story (&p, "a", FIRE), TARIKH_DOSSIER_REPLACED);
  g_autoptr (json_t) object = list (&p);
  assert_null (find (object, "جسر"));
  assert_non_null (find (object, "حريق"));
  const json_t *stories = json_object_get (object, "stories");
  assert_int_equal (json_integer_value (json_object_get (json_array_get (stories, 0), "version")), 2);
  assert_true (tarikh_store_query_number (p.dossier->store, &n, NULL, "SELECT count (*) FROM version", ""));
  assert_int_equal (n, 2); /* the old one is kept */
}

/* A wire story in two papers is one witness; told independently there are two. */
static void
copy_counts_once (void **state)
{
  g_auto (Place) p = place_new ();
  const char *filler = " وقال المتحدث باسم الوزارة إن الأعمال استمرت ثلاث سنوات وكلفت مبالغ كبيرة. وأضاف أن الجسر"
                       " سيخدم سكان الضفتين ويخفف الزحام في وسط المدينة القديمة وعند المداخل الشرقية لها.";
  g_autofree char *text = g_strconcat (BRIDGE, filler, NULL);

  add_story (&p, "a", text);
  add_story (&p, "b", text);
  g_autoptr (json_t) once = list (&p);
  assert_int_equal (json_integer_value (json_object_get (find (once, "جسر"), "witnesses")), 1);
  add_story (&p, "c", BRIDGE_OTHER);
  g_autoptr (json_t) twice = list (&p);
  assert_int_equal (json_integer_value (json_object_get (find (twice, "جسر"), "witnesses")), 2);
}

static void
files_are_known_by_name_and_words (void **state)
{
  g_auto (Place) p = place_new ();
  g_autofree char *first = NULL, *second = NULL, *third = NULL, *fourth = NULL;

  assert_int_equal (add_text (&p, "story.txt", BRIDGE " وحضر الافتتاح عدد من السفراء.", &first), TARIKH_DOSSIER_NEW);
  /* corrected: a version */
  assert_int_equal (add_text (&p, "story.txt", BRIDGE " وحضر الافتتاح ثلاثة من السفراء.", &second),
                    TARIKH_DOSSIER_REPLACED);
  assert_string_equal (first, second);
  /* something else entirely under the same name: another story */
  assert_int_equal (add_text (&p, "story.txt", FIRE, &third), TARIKH_DOSSIER_NEW);
  assert_string_not_equal (first, third);
  /* renamed: the same */
  assert_int_equal (add_text (&p, "other.txt", FIRE, &fourth), TARIKH_DOSSIER_UNCHANGED);
  assert_string_equal (third, fourth);
  assert_int_equal (count_stories (&p), 2);
}

static void
given_date_makes_a_version (void **state)
{
  g_auto (Place) p = place_new ();
  const char *line = "{\"id\":\"a\",\"text\":\"وصل الوفد أمس إلى المدينة واستقبله المحافظ.\"}";

  add (&p, line);
  must (tarikh_timeline_options_set (p.options, "published", "2021-05-10", NULL), NULL);
  assert_int_equal (add (&p, line), TARIKH_DOSSIER_REPLACED);
  assert_int_equal (add (&p, line), TARIKH_DOSSIER_UNCHANGED);
  g_autoptr (TarikhTimelineOptions) none = tarikh_timeline_options_new ();
  TarikhTimelineOptions *kept = p.options;
  p.options = none;
  assert_int_equal (add (&p, line), TARIKH_DOSSIER_UNCHANGED); /* who says nothing does not contradict */
  p.options = kept;
}

static void
ids_survive (void **state)
{
  g_auto (Place) p = place_new ();
  g_autoptr (GError) error = NULL;

  add_story (&p, "a", BRIDGE " " FIRE);
  g_autofree char *bridge = id_of (&p, "جسر"), *fire = id_of (&p, "حريق");
  add_story (&p, "b", BRIDGE_OTHER);
  g_autofree char *merged = id_of (&p, "جسر");
  assert_string_equal (bridge, merged);
  /* the sentence reworded in a new version */
  add_story (&p, "a", "افتتح وزير النقل أمس جسراً جديداً على النهر في 5 مايو 2021 بحضور المحافظ. " FIRE);
  g_autofree char *reworded = id_of (&p, "جسر"), *fire_again = id_of (&p, "حريق");
  assert_string_equal (bridge, reworded);
  assert_string_equal (fire, fire_again);
  /* read anew, compared anew */
  must (tarikh_dossier_begin (p.dossier, &error), error);
  must (tarikh_dossier_refresh (p.dossier, TRUE, NULL, NULL, &error), error);
  must (tarikh_dossier_commit (p.dossier, &error), error);
  g_autofree char *read_again = id_of (&p, "جسر");
  assert_string_equal (bridge, read_again);
}

/* Two events that were made one: the other's id leads to the one that stays. */
static void
lost_id_leads_on (void **state)
{
  g_auto (Place) p = place_new ();
  g_autoptr (GError) error = NULL;

  add_story (&p, "a", BRIDGE);
  add_story (&p, "b", FIRE);
  g_autofree char *stays = id_of (&p, "جسر"), *goes = id_of (&p, "حريق");
  assert_true (edit (&p, "merge", stays, goes));
  g_autofree char *shown = tarikh_dossier_show (p.dossier, goes, FALSE, &error);
  must (shown != NULL, error);
  assert_true (g_str_has_prefix (shown, stays));
}

/* ---- withdrawing ---- */

static void
withdraw (Place *p, const char *id, gboolean on)
{
  g_autoptr (GError) error = NULL;

  must (tarikh_dossier_begin (p->dossier, &error), error);
  must (tarikh_dossier_withdraw (p->dossier, id, on, "the agency has retracted it", &error), error);
  must (tarikh_dossier_commit (p->dossier, &error), error);
}

static void
withdrawn_is_marked_or_removed (void **state)
{
  g_auto (Place) p = place_new ();
  g_autoptr (GError) error = NULL;

  add_story (&p, "a", BRIDGE " " FIRE);
  add_story (&p, "b", BRIDGE_OTHER);
  withdraw (&p, "a", TRUE);
  g_autoptr (json_t) marked = list (&p);
  assert_true (json_is_true (json_object_get (find (marked, "حريق"), "withdrawn")));
  const json_t *bridge = find (marked, "جسر");
  assert_null (json_object_get (bridge, "withdrawn"));
  assert_int_equal (json_array_size (json_object_get (bridge, "sources")), 1);

  must (tarikh_dossier_begin (p.dossier, &error), error);
  must (tarikh_dossier_set_removing (p.dossier, TRUE, &error), error);
  must (tarikh_dossier_commit (p.dossier, &error), error);
  g_autoptr (json_t) removed = list (&p);
  assert_null (find (removed, "حريق"));
  assert_non_null (find (removed, "جسر"));
  withdraw (&p, "a", FALSE);
  g_autoptr (json_t) back = list (&p);
  assert_non_null (find (back, "حريق"));
}

static void
unknown_story_cannot_be_withdrawn (void **state)
{
  g_auto (Place) p = place_new ();
  g_autoptr (GError) error = NULL;

  must (tarikh_dossier_begin (p.dossier, &error), error);
  assert_false (tarikh_dossier_withdraw (p.dossier, "x", TRUE, NULL, &error));
  assert_true (g_error_matches (error, TARIKH_TIMELINE_ERROR, TARIKH_TIMELINE_ERROR_USAGE));
  tarikh_dossier_rollback (p.dossier);
}

/* A bad story in the middle of a transaction leaves the others whole. */
static void
bad_story_leaves_the_rest (void **state)
{
  g_auto (Place) p = place_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *good = story ("a", "2021-05-10", BRIDGE), *other = story ("b", "2021-05-10", FIRE);

  must (tarikh_dossier_begin (p.dossier, &error), error);
  must (tarikh_dossier_add_line (p.dossier, p.options, "x", 1, good, strlen (good), NULL, NULL, &error), error);
  assert_false (tarikh_dossier_add_line (p.dossier, p.options, "x", 2, "{}", 2, NULL, NULL, &error));
  assert_string_equal (error->message, "x:2: the story has no \"text\"");
  g_clear_error (&error);
  assert_false (tarikh_dossier_add_json (p.dossier, p.options, "y", "{\"tarikh\":1}", 12, NULL, NULL, &error));
  g_clear_error (&error);
  must (tarikh_dossier_add_line (p.dossier, p.options, "x", 3, other, strlen (other), NULL, NULL, &error), error);
  must (tarikh_dossier_commit (p.dossier, &error), error);
  assert_int_equal (count_stories (&p), 2);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (same_story_is_one),
    cmocka_unit_test (new_version_replaces),
    cmocka_unit_test (copy_counts_once),
    cmocka_unit_test (files_are_known_by_name_and_words),
    cmocka_unit_test (given_date_makes_a_version),
    cmocka_unit_test (ids_survive),
    cmocka_unit_test (lost_id_leads_on),
    cmocka_unit_test (withdrawn_is_marked_or_removed),
    cmocka_unit_test (unknown_story_cannot_be_withdrawn),
    cmocka_unit_test (bad_story_leaves_the_rest),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
