/* The file: made once, dumped and loaded without loss, refused and left alone when it is foreign or damaged. */
#include "dossier.h"

#include "affair.h"
#include "store/private.h"

static gboolean
append (const char *line, gsize length, gpointer data)
{
  g_string_append_len (data, line, (gssize) length);
  return TRUE;
}

static char *
dump (TarikhDossier *dossier)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  must (tarikh_dossier_dump (dossier, append, text, &error), error);
  return g_string_free (text, FALSE);
}

typedef struct {
  char **lines;
  guint at;
} Lines;

static gboolean
next_line (const char **line, gsize *length, gpointer data, GError **error)
{
  Lines *l = data;

  if (l->lines[l->at] == NULL || (l->lines[l->at][0] == '\0' && l->lines[l->at + 1] == NULL))
    return FALSE;
  *line = l->lines[l->at++];
  *length = strlen (*line);
  return TRUE;
}

/* TRUE when the dossier P, just made, takes TEXT. */
static gboolean
load (Place *p, const char *text, GError **error)
{
  g_auto (GStrv) split = g_strsplit (text, "\n", -1);
  Lines lines = { split, 0 };

  return tarikh_dossier_load (p->dossier, "dump", next_line, &lines, error);
}

static void
fill (Place *p)
{
  for (guint i = 0; i < 12; i++) {
    g_autofree char *line = affair_create_story (i, 8);
    add (p, line);
  }
  g_autoptr (json_t) object = list (p);
  const json_t *events = json_object_get (object, "events");
  edit (p, "reword", get (json_array_get (events, 0), "id"), "عنوان \"بين علامتين\" و\\ وسطر\nجديد");
  edit (p, "merge", get (json_array_get (events, 1), "id"), get (json_array_get (events, 2), "id"));
  edit (p, "add", "2020-02", "حدث باليد");
}

static void
dump_is_lossless (void **state)
{
  g_auto (Place) p = place_new (), q = place_new ();
  g_autoptr (GError) error = NULL;

  fill (&p);
  must (tarikh_dossier_begin (p.dossier, &error), error);
  must (tarikh_dossier_snapshot (p.dossier, "s", &error), error);
  must (tarikh_dossier_commit (p.dossier, &error), error);
  g_autofree char *first = dump (p.dossier);
  must (load (&q, first, &error), error);
  g_autofree char *second = dump (q.dossier);
  assert_string_equal (first, second);
  g_autofree char *listed = tarikh_dossier_list (p.dossier, TRUE, NULL), *again = tarikh_dossier_list (q.dossier, TRUE, NULL);
  assert_string_equal (listed, again);
  must (tarikh_dossier_check (q.dossier, &error), error);
  /* and it goes on as the other does */
  g_autofree char *line = affair_create_story (50, 8);
  add (&p, line);
  add (&q, line);
  g_autofree char *here = tarikh_dossier_list (p.dossier, TRUE, NULL), *there = tarikh_dossier_list (q.dossier, TRUE, NULL);
  assert_string_equal (here, there);
}

static void
wrong_dumps_are_refused (void **state)
{
  static const char *const wrong[] = {
    "",
    "{}",
    "nonsense",
    "{\"tarikh_dossier\":2}",
    "{\"tarikh_dossier\":1}\n{}",
    "{\"tarikh_dossier\":1}\n[1]",
    "{\"tarikh_dossier\":1}\n{\"word\":{\"hash\":1,\"n\":1,\"actions\":0}}",
    "{\"tarikh_dossier\":1}\n{\"sqlite_schema\":{}}",
    "{\"tarikh_dossier\":1}\n{\"setting\":{\"name\":\"a\"}}",
    "{\"tarikh_dossier\":1}\n{\"setting\":{\"name\":\"a\",\"value\":[]}}",
    "{\"tarikh_dossier\":1}\n{\"setting\":{\"name\":\"a\",\"value\":{\"hex\":\"0\"}}}",
    "{\"tarikh_dossier\":1}\n{\"setting\":{\"name\":\"a\",\"value\":\"b\"}}\n{\"setting\":{\"name\":\"a\",\"value\":\"b\"}}",
    "{\"tarikh_dossier\":1}\n{\"story\":{\"id\":1,\"key\":\"k\",\"name\":\"s1\",\"version\":1,\"status\":\"odd\",\"reason\":null}}",
    "{\"tarikh_dossier\":1}\n{\"story\":{\"id\":1,\"key\":\"k\",\"name\":\"s1\",\"version\":1,\"status\":\"usable\",\"reason\":null}}",
    "{\"tarikh_dossier\":1}\n{\"event\":{\"id\":\"e1\",\"born\":1,\"founder\":\"x\",\"merged_into\":\"e9\"}}",
    "{\"tarikh_dossier\":1}\n{\"log\":{\"n\":1,\"at\":1,\"author\":\"\",\"op\":\"x\",\"subject\":\"\",\"detail\":\"{\"}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_auto (Place) p = place_new ();
    g_autoptr (GError) error = NULL;
    gint64 n = -1;
    assert_false (load (&p, wrong[i], &error));
    assert_true (g_str_has_prefix (error->message, "dump:") || strstr (error->message, "a.tarikh") != NULL);
    assert_true (tarikh_store_query_number (p.dossier->store, &n, NULL, "SELECT count (*) FROM setting", ""));
    assert_int_equal (n, 0); /* nothing of it stays */
  }
}

/* ---- files that are none ---- */

static void
refuse (const char *path, const char *reason)
{
  g_autofree char *before = NULL, *after = NULL;
  gsize length = 0, length_after = 0;
  g_autoptr (GError) error = NULL;

  assert_true (g_file_get_contents (path, &before, &length, NULL));
  for (guint write = 0; write < 2; write++) {
    g_clear_error (&error);
    assert_null (tarikh_dossier_open (path, write, &error));
    if (strstr (error->message, reason) == NULL)
      fail_msg ("%s, not: %s", error->message, reason);
  }
  assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  assert_int_equal (length, length_after);
  assert_memory_equal (before, after, length);
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  assert_int_equal (sqlite3_open (path, &db), SQLITE_OK);
  assert_int_equal (sqlite3_exec (db, sql, NULL, NULL, NULL), SQLITE_OK);
  sqlite3_close (db);
}

static void
foreign_files_are_left_alone (void **state)
{
  g_auto (Place) p = place_new ();
  g_autofree char *other = g_build_filename (p.folder, "other.tarikh", NULL);

  assert_null (tarikh_dossier_open (other, FALSE, NULL));
  assert_null (tarikh_dossier_open (p.folder, FALSE, NULL));
  g_file_set_contents (other, "", 0, NULL);
  refuse (other, "not a dossier");
  g_file_set_contents (other, "a text that is no dossier, long enough to be looked at as if it were one, and no more "
                              "than that; SQLite reads a hundred bytes first", -1, NULL);
  refuse (other, "not a dossier");
  g_unlink (other);
  run_sql (other, "CREATE TABLE t (x)");
  refuse (other, "not a dossier");
  g_unlink (other);
}

static void
altered_schemas_are_refused (void **state)
{
  static const char *const alterations[] = { "CREATE VIEW v AS SELECT 1", "CREATE TABLE more (x)", "DROP INDEX log_by_subject",
                                             "CREATE TRIGGER t AFTER INSERT ON log BEGIN DELETE FROM log; END" };

  for (guint i = 0; i < G_N_ELEMENTS (alterations); i++) {
    g_auto (Place) p = place_new ();
    g_clear_pointer (&p.dossier, tarikh_dossier_free);
    run_sql (p.path, alterations[i]);
    refuse (p.path, "its tables are not those of a dossier");
  }
  g_auto (Place) p = place_new ();
  g_clear_pointer (&p.dossier, tarikh_dossier_free);
  run_sql (p.path, "PRAGMA user_version=99");
  refuse (p.path, "a later tarikh");
}

/* A file cut short, and one with bytes overwritten, at many places: never a crash; what is opened can be asked. */
static void
damaged_files_do_no_harm (void **state)
{
  g_auto (Place) p = place_new ();
  g_autofree char *whole = NULL, *path = g_build_filename (p.folder, "damaged.tarikh", NULL);
  gsize length = 0;
  guint refused = 0;

  fill (&p);
  g_clear_pointer (&p.dossier, tarikh_dossier_free);
  assert_true (g_file_get_contents (p.path, &whole, &length, NULL));
  g_file_set_contents (path, whole, (gssize) length / 2, NULL);
  refuse (path, "damaged");
  for (guint i = 0; i < 150; i++) {
    g_autofree char *copy = g_memdup2 (whole, length);
    g_autoptr (GError) error = NULL;
    gsize at = (gsize) (i * 2654435761u) % (length - 64);
    memset (copy + at, (int) (i * 37), 1 + i % 64);
    g_file_set_contents (path, copy, (gssize) length, NULL);
    g_autoptr (TarikhDossier) dossier = tarikh_dossier_open (path, FALSE, &error);
    refused += dossier == NULL;
    if (dossier == NULL)
      continue;
    g_free (tarikh_dossier_list (dossier, TRUE, NULL));
    g_free (tarikh_dossier_log (dossier, FALSE, NULL));
  }
  print_message ("%u of 150 refused when opened\n", refused);
  assert_true (refused > 20);
  g_unlink (path);
}

static void
made_once (void **state)
{
  g_auto (Place) p = place_new ();
  g_autoptr (GError) error = NULL;

  assert_null (tarikh_dossier_create (p.path, &error));
  assert_non_null (strstr (error->message, "is there already"));
  g_autofree char *nowhere = g_build_filename (p.folder, "no", "where.tarikh", NULL);
  assert_null (tarikh_dossier_create (nowhere, NULL));
}

/* A file from before there were tables, and one of which a step is missing, are brought up to date. */
static void
earlier_versions_are_migrated (void **state)
{
  g_auto (Place) p = place_new ();
  g_autoptr (GError) error = NULL;
  char *path = p.path;

  g_clear_pointer (&p.dossier, tarikh_dossier_free);
  g_unlink (path);
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id=%d", TARIKH_STORE_APPLICATION_ID);
  run_sql (path, sql);
  assert_null (tarikh_dossier_open (path, FALSE, &error));
  assert_non_null (strstr (error->message, "an earlier tarikh"));
  g_clear_error (&error);
  p.dossier = tarikh_dossier_open (path, TRUE, &error);
  must (p.dossier != NULL, error);
  tarikh_dossier_set_hand (p.dossier, "tester", 1);
  fill (&p);
}

/* What a transaction has not said has never been. */
static void
rollback_leaves_nothing (void **state)
{
  g_auto (Place) p = place_new ();
  g_autofree char *line = affair_create_story (1, 5), *before = dump (p.dossier);

  must (tarikh_dossier_begin (p.dossier, NULL), NULL);
  must (tarikh_dossier_add_line (p.dossier, p.options, "x", 1, line, strlen (line), NULL, NULL, NULL), NULL);
  tarikh_dossier_rollback (p.dossier);
  g_autofree char *after = dump (p.dossier);
  assert_string_equal (before, after);
}

/* Another program may leave the file with a log beside it: whoever changes it next makes it one file again. */
static void
stays_one_file (void **state)
{
  g_auto (Place) p = place_new ();
  g_autofree char *bytes = NULL, *line = affair_create_story (1, 5);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&p.dossier, tarikh_dossier_free);
  run_sql (p.path, "PRAGMA journal_mode=WAL");
  p.dossier = tarikh_dossier_open (p.path, TRUE, &error);
  must (p.dossier != NULL, error);
  add (&p, line);
  g_clear_pointer (&p.dossier, tarikh_dossier_free);
  assert_true (g_file_get_contents (p.path, &bytes, NULL, NULL));
  assert_int_equal (bytes[18], 1); /* the file format's version for writing: 2 is a log */
}

/* ---- others at work ---- */

#define ADDED 60

/* Makes the file at PATH grow, transaction by transaction; what went wrong, or NULL. */
static gpointer
write_on (gpointer path)
{
  g_autoptr (TarikhTimelineOptions) options = tarikh_timeline_options_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TarikhDossier) dossier = tarikh_dossier_open (path, TRUE, &error);

  for (guint i = 0; i < ADDED && error == NULL; i++) {
    g_autofree char *line = affair_create_story (i, 20);
    if (tarikh_dossier_begin (dossier, &error)
        && tarikh_dossier_add_line (dossier, options, "x", 1, line, strlen (line), NULL, NULL, &error))
      tarikh_dossier_commit (dossier, &error);
  }
  return error != NULL ? g_strdup (error->message) : NULL;
}

/* Opened and asked at every moment of a change, a dossier is never called damaged, and never says less than before. */
static void
others_writing_are_no_damage (void **state)
{
  g_auto (Place) p = place_new ();
  gint64 revision = 0;

  g_clear_pointer (&p.dossier, tarikh_dossier_free);
  GThread *writer = g_thread_new ("writer", write_on, p.path);
  for (guint i = 0; i < 100000 && revision < ADDED; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TarikhDossier) dossier = tarikh_dossier_open (p.path, FALSE, &error);
    must (dossier != NULL, error);
    gint64 now = tarikh_dossier_get_revision (dossier);
    assert_true (now >= revision);
    revision = now;
  }
  g_autofree char *wrong = g_thread_join (writer);
  assert_null (wrong);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (dump_is_lossless),
    cmocka_unit_test (wrong_dumps_are_refused),
    cmocka_unit_test (foreign_files_are_left_alone),
    cmocka_unit_test (altered_schemas_are_refused),
    cmocka_unit_test (damaged_files_do_no_harm),
    cmocka_unit_test (made_once),
    cmocka_unit_test (earlier_versions_are_migrated),
    cmocka_unit_test (rollback_leaves_nothing),
    cmocka_unit_test (stays_one_file),
    cmocka_unit_test (others_writing_are_no_damage),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
