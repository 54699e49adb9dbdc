/* chronology/json: what is written is exact, what is read is checked, and the way there and back loses nothing. */
#include "made.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

static const MadeEvent visit = { "زار الوزير مدينة الميناء", "زار الوزير مدينة الميناء", "زار وزير ميناء", "2024-06-18",
                                 "2024-06-19", TARIKH_DATED_EXPLICIT, TARIKH_STATUS_PAST, 0.9, "الوزير", "الميناء" };

static void
written_as_promised (void **state)
{
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();
  TarikhChronicleEvent *event = tarikh_chronology_event_new ();
  TarikhChronicleStory *story = g_new0 (TarikhChronicleStory, 1);
  TarikhChronicleTimex *timex = g_new0 (TarikhChronicleTimex, 1);

  *story = (TarikhChronicleStory){ .id = g_strdup ("s1"), .source = g_strdup ("a.txt"), .title = g_strdup ("قال \"نعم\"\n"),
                                   .lang = g_strdup ("ar"), .published = 0, .published_from = 0,
                                   .published_to = TARIKH_DAY_NONE };
  g_ptr_array_add (chronology->stories, story);
  *timex = (TarikhChronicleTimex){ .story = g_strdup ("s1"), .start = 3, .end = 12, .text = g_strdup ("عام\t1970"),
                                   .type = TARIKH_TIME_DATE, .value = g_strdup ("1970"), .mod = TARIKH_MOD_NONE,
                                   .from = 0, .to = 364 };
  g_ptr_array_add (chronology->timexes, timex);
  event->id = g_strdup ("e1");
  event->start = event->end = 0;
  event->dated_by = TARIKH_DATED_EXPLICIT;
  event->salience = 0.93;
  event->headline = g_strdup ("وقع \\ شيء\x01");
  g_ptr_array_add (event->who, g_strdup ("أحمد"));
  g_ptr_array_add (event->sources, tarikh_chronology_source_new ("s1", 0, 4294967295u, "xnot", 1));
  g_ptr_array_add (chronology->events, event);

  g_autofree char *json = tarikh_chronology_to_json (chronology, TRUE);
  assert_string_equal (
    json,
    "{\"tarikh\":1,\"stories\":[{\"id\":\"s1\",\"source\":\"a.txt\",\"title\":\"قال \\\"نعم\\\"\\n\",\"lang\":\"ar\","
    "\"outlet\":null,\"url\":null,\"published\":\"1970-01-01\",\"published_by\":\"given\","
    "\"published_from\":\"1970-01-01\",\"published_to\":null}],"
    "\"timexes\":[{\"story\":\"s1\",\"start\":3,\"end\":12,\"text\":\"عام\\t1970\",\"type\":\"DATE\",\"value\":\"1970\","
    "\"mod\":null,\"from\":\"1970-01-01\",\"to\":\"1970-12-31\"}],"
    "\"events\":[{\"id\":\"e1\",\"start\":\"1970-01-01\",\"end\":\"1970-01-01\",\"value\":null,\"dated_by\":\"explicit\","
    "\"status\":\"past\",\"salience\":0.93,\"headline\":\"وقع \\\\ شيء\\u0001\",\"who\":[\"أحمد\"],\"where\":[],"
    "\"sources\":[{\"story\":\"s1\",\"start\":0,\"end\":4294967295,\"text\":\"x\"}]}]}\n");
}

static void
empty_chronology (void **state)
{
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();
  g_autofree char *json = NULL, *compact = NULL;

  tarikh_chronology_settle (chronology);
  json = tarikh_chronology_to_json (chronology, FALSE);
  compact = tarikh_chronology_to_json (chronology, TRUE);
  assert_string_equal (json, "{\n  \"tarikh\": 1,\n  \"stories\": [],\n  \"timexes\": [],\n  \"events\": []\n}\n");
  assert_string_equal (compact, "{\"tarikh\":1,\"stories\":[],\"timexes\":[],\"events\":[]}\n");
}

/* What write_json hands on. */
typedef struct {
  GString *all;
  guint n, most; /* pieces taken, and wanted */
} Pieces;

static gboolean
take_piece (const char *bytes, gsize length, gpointer data)
{
  Pieces *pieces = data;

  g_string_append_len (pieces->all, bytes, (gssize) length);
  return ++pieces->n < pieces->most;
}

static void
in_pieces (void **state)
{
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < 1500; i++)
    g_ptr_array_add (chronology->stories, tarikh_chronology_story_new ("s1", "قصة.txt", "ar"));
  for (guint compact = 0; compact < 2; compact++) {
    Pieces pieces = { all, 0, 1000 }, few = { all, 0, 1 };
    g_autofree char *json = tarikh_chronology_to_json (chronology, compact);
    g_string_truncate (all, 0);
    assert_true (tarikh_chronology_write_json (chronology, compact, take_piece, &pieces));
    assert_string_equal (all->str, json);
    assert_true (pieces.n > 2);
    assert_false (tarikh_chronology_write_json (chronology, compact, take_piece, &few));
    assert_int_equal (few.n, 1); /* it is not asked again */
  }
}

static void
there_and_back (void **state)
{
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();
  g_autoptr (GError) error = NULL;

  made_add (chronology, "واحد", "2024-06-20", NULL, &visit, 1);
  tarikh_chronology_settle (chronology);
  made_get (chronology, 0)->approximate = TRUE;
  made_get (chronology, 0)->start = made_day ("0003-01-02") - 800000; /* long before year 0 */
  for (guint compact = 0; compact < 2; compact++) {
    g_autofree char *json = tarikh_chronology_to_json (chronology, compact);
    g_autoptr (TarikhChronology) back = tarikh_chronology_from_json ("x.json", json, strlen (json), &error);
    assert_non_null (back);
    assert_int_equal (made_get (back, 0)->start, made_get (chronology, 0)->start);
    assert_true (made_get (back, 0)->approximate);
    g_autofree char *again = tarikh_chronology_to_json (back, compact);
    assert_string_equal (json, again);
    const char *end = strchr (json, '\n');
    assert_int_equal (compact, end[1] == '\0');
  }
}

static void
offsets_are_code_points (void **state)
{
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();
  const char *text = "مقدمة لا شأن لها. زار الوزير مدينة الميناء. خاتمة";

  made_add (chronology, "s1", "2024-06-20", text, &visit, 1);
  const TarikhSource *source = g_ptr_array_index (made_get (chronology, 0)->sources, 0);
  assert_int_equal (source->start, 18);
  assert_int_equal (source->end, 18 + g_utf8_strlen (visit.sentence, -1));
  assert_string_equal (source->text, visit.sentence);
}

#define EVENT(members) "{\"tarikh\":1,\n\"stories\":[{\"id\":\"s1\"}],\n\"events\":[{\"headline\":\"x\"},\n{" members "}]}"

static void
refused_with_line_and_reason (void **state)
{
  static const struct {
    const char *json, *message;
  } cases[] = {
    { "", "x:1: " },
    { "{\"tarikh\":1,\n\"events\":[", "x:2: " },
    { "[]", "x:1: not a chronology: no key \"tarikh\"" },
    { "{\"events\":[]}", "x:1: not a chronology: no key \"tarikh\"" },
    { "{\"tarikh\":1}", "x:1: not a chronology: no list \"events\"" },
    { "{\n\"events\":[],\n\"tarikh\":2}", "x:3: \"tarikh\" is not 1, the only version there is" },
    { "{\"tarikh\":1,\n\"events\":{}}", "x:2: \"events\" is not a list" },
    { "{\"tarikh\":1,\n\"events\":[\n3]}", "x:3: an element of \"events\" is not an object" },
    { "{\"tarikh\":1,\"events\":[{}]}", "x:1: an event without \"headline\"" },
    { "{\"tarikh\":1,\"stories\":[{}],\"events\":[]}", "x:1: a story without \"id\"" },
    { "{\"tarikh\":1,\"stories\":[{\"id\":\"a\"},\n{\"id\":\"a\"}],\"events\":[]}",
      "x:2: \"id\" is not the story's own: another story has it" },
    { "{\"tarikh\":1,\"events\":[{\"id\":\"a\",\"headline\":\"\"},\n{\"headline\":\"\",\n\"id\":\"a\"}]}",
      "x:3: \"id\" is not the event's own: another event has it" },
    { EVENT ("\"headline\":7"), "x:4: \"headline\" is not a string" },
    { EVENT ("\"start\":\"2023-02-29\""), "x:4: \"start\" is not a day (YYYY-MM-DD)" },
    { EVENT ("\"start\":\"9999999-01-01\""), "x:4: \"start\" is not a day (YYYY-MM-DD)" },
    { EVENT ("\"end\":\"2023-02-20\""), "x:4: \"end\" is not allowed without \"start\"" },
    { EVENT ("\"start\":\"2023-02-20\",\n\"end\":\"2023-02-19\""), "x:5: \"end\" is not on or after \"start\"" },
    { EVENT ("\"status\":\"perhaps\""), "x:4: \"status\" cannot be \"perhaps\"" },
    { EVENT ("\"dated_by\":\"\""), "x:4: \"dated_by\" cannot be \"\"" },
    { EVENT ("\"salience\":1.5"), "x:4: \"salience\" is not a number from 0 to 1" },
    { EVENT ("\"salience\":\"high\""), "x:4: \"salience\" is not a number from 0 to 1" },
    { EVENT ("\"who\":[\"a\",\n1]"), "x:5: an element of \"who\" is not a string" },
    { EVENT ("\"approximate\":1"), "x:4: \"approximate\" is not true or false" },
    { EVENT ("\"sources\":[{\"story\":\"s2\"}]"), "x:4: \"story\" is not the id of one of the \"stories\"" },
    { EVENT ("\"sources\":[{}]"), "x:4: a source or time expression without \"story\"" },
    { EVENT ("\"sources\":[{\"story\":\"s1\",\"start\":-1}]"), "x:4: \"start\" is not an offset" },
    { EVENT ("\"sources\":[{\"story\":\"s1\",\"start\":4294967296}]"), "x:4: \"start\" is not an offset" },
    { EVENT ("\"sources\":[{\"story\":\"s1\",\"start\":2,\"end\":1}]"), "x:4: \"end\" is not at or after \"start\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    assert_null (tarikh_chronology_from_json ("x", cases[i].json, strlen (cases[i].json), &error));
    assert_true (g_error_matches (error, TARIKH_ERROR, TARIKH_ERROR_FORMAT));
    if (strncmp (error->message, cases[i].message, strlen (cases[i].message)) != 0)
      fail_msg ("case %u: %s", i, error->message);
  }
}

static void
defaults_and_unknown_keys (void **state)
{
  const char *json = "\xef\xbb\xbf{\"by hand\":[[[{\"}\":null}]]],\"tarikh\":1,\"events\":[{\"headline\":\"x\",\"start\":\"2024-02-29\","
                     "\"colour\":{}},{\"headline\":\"y\",\"salience\":null,\"who\":null}]}";
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_from_json ("x", json, strlen (json), NULL);

  assert_non_null (chronology);
  assert_int_equal (made_get (chronology, 0)->end, made_day ("2024-02-29"));
  assert_int_equal (made_get (chronology, 0)->dated_by, TARIKH_DATED_EXPLICIT);
  assert_int_equal (made_get (chronology, 1)->dated_by, TARIKH_DATED_NONE);
  assert_string_equal (made_get (chronology, 1)->id, "e2");
}

static void
depth_is_limited (void **state)
{
  g_autoptr (GString) json = g_string_new ("{\"tarikh\":1,\"x\":");

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (json, '[');
  g_autoptr (GError) error = NULL;
  assert_null (tarikh_chronology_from_json ("x", json->str, json->len, &error));
  assert_non_null (error);
  assert_true (tarikh_chronology_is_json (json->str, json->len));
}

static void
recognised_by_its_top_key (void **state)
{
  static const struct {
    const char *json;
    gboolean yes;
  } cases[] = { { "{\"tarikh\":1}", TRUE },
                { " \n\xef\xbb\xbf{}", FALSE },
                { "\xef\xbb\xbf \n{\"a\":{\"b\":\"}\\\"\"},\"tarikh\" : 1", TRUE },
                { "{\"a\":{\"tarikh\":1}}", FALSE },
                { "{\"a\":\"tarikh\"}", FALSE },
                { "[\"tarikh\"]", FALSE },
                { "{\"text\":\"\\", FALSE },
                { "", FALSE },
                { "{\"a\":1,\"b\":[1,2,{\"c\":3}],\"tarikh\":1}", TRUE },
                { "{\"tarikh\"}", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (tarikh_chronology_is_json (cases[i].json, strlen (cases[i].json)) != cases[i].yes)
      fail_msg ("case %u", i);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (written_as_promised),          cmocka_unit_test (empty_chronology),
    cmocka_unit_test (in_pieces),                    cmocka_unit_test (there_and_back),
    cmocka_unit_test (offsets_are_code_points),
    cmocka_unit_test (refused_with_line_and_reason), cmocka_unit_test (defaults_and_unknown_keys),
    cmocka_unit_test (depth_is_limited),             cmocka_unit_test (recognised_by_its_top_key),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
