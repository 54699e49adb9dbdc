/* chronology: its parts one by one: stems, sketches, days. */
#include "made.h"
#include "chronology/telling.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

static guint32
hash (const TarikhStemmer *stemmer, const char *word)
{
  g_autoptr (GString) fold = g_string_new (NULL);

  tarikh_text_fold (word, strlen (word), fold);
  return tarikh_chronology_stemmer_hash (stemmer, fold->str, fold->len);
}

static void
forms_of_a_word_meet (void **state)
{
  static const char *const same[][2] = { { "الميناء", "ميناء" }, { "وبالميناء", "ميناء" }, { "مهندسون", "المهندسين" },
                                         { "زيارة", "زار" },     { "مقتل", "قتلت" },       { "وزارت", "زار" } };
  static const char *const other[][2] = { { "ميناء", "مدينة" }, { "زيارة", "قتل" }, { "ولد", "بلد" } };
  TarikhStemmer *stemmer = tarikh_chronology_stemmer_new ("ar");

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    if (hash (stemmer, same[i][0]) != hash (stemmer, same[i][1]))
      fail_msg ("%s and %s differ", same[i][0], same[i][1]);
  for (guint i = 0; i < G_N_ELEMENTS (other); i++)
    assert_int_not_equal (hash (stemmer, other[i][0]), hash (stemmer, other[i][1]));
  assert_true (hash (stemmer, "قالت") & TARIKH_CHRONOLOGY_WEAK);
  assert_false (hash (stemmer, "زلزال") & TARIKH_CHRONOLOGY_WEAK);
  tarikh_chronology_stemmer_free (stemmer);
}

static void
unknown_language_keeps_its_words (void **state)
{
  TarikhStemmer *stemmer = tarikh_chronology_stemmer_new ("xx");

  assert_int_equal (hash (stemmer, "Hafen"), hash (stemmer, "hafen"));
  assert_int_not_equal (hash (stemmer, "hafen"), hash (stemmer, "hafens"));
  tarikh_chronology_stemmer_free (stemmer);
}

static char *
make_text (guint seed, guint n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++) {
    seed = seed * 1664525u + 1013904223u;
    g_string_append_printf (text, "w%u ", (seed >> 8) % 5000);
  }
  return g_string_free (text, FALSE);
}

static void
copies_are_found (void **state)
{
  g_autofree char *one = make_text (1, 300), *two = make_text (2, 300), *tail = make_text (3, 40);
  g_autofree char *copy = g_strconcat (one, tail, NULL);
  TarikhSketch sketches[] = { tarikh_chronology_sketch_of (two, strlen (two)), tarikh_chronology_sketch_of (one, strlen (one)),
                              tarikh_chronology_sketch_of ("", 0), tarikh_chronology_sketch_of (copy, strlen (copy)),
                              tarikh_chronology_sketch_of ("", 0) };
  g_autofree guint32 *copy_of = tarikh_chronology_find_copies (sketches, G_N_ELEMENTS (sketches));

  assert_int_equal (copy_of[0], 0);
  assert_int_equal (copy_of[1], 1);
  assert_int_equal (copy_of[3], 1);
  assert_int_equal (copy_of[2], 2); /* stories without words are nobody's copies */
  assert_int_equal (copy_of[4], 4);
}

static TarikhInterval
days (const char *first, const char *last)
{
  return (TarikhInterval){ made_day (first), made_day (last), TARIKH_GRAIN_NONE };
}

static void
days_ask_for_more_the_less_they_agree (void **state)
{
  TarikhInterval day = days ("2024-06-18", "2024-06-18"), next = days ("2024-06-19", "2024-06-19");
  TarikhInterval month = days ("2024-06-01", "2024-06-30"), year = days ("2024-01-01", "2024-12-31");
  TarikhInterval far = days ("2024-09-18", "2024-09-18"), none = tarikh_base_interval_none ();
  TarikhInterval week = days ("2024-06-25", "2024-06-25"), earlier = days ("2024-06-11", "2024-06-11");
  TarikhDating plain = { FALSE }, fresh = { .both_fresh = TRUE }, afar = { .both_afar = TRUE };
  TarikhDating about = { .approximate = TRUE }, named = { .weekday = TRUE };
  double same = tarikh_chronology_days_threshold (day, day, plain);

  assert_true (same < tarikh_chronology_days_threshold (day, next, plain));
  assert_true (same < tarikh_chronology_days_threshold (day, month, plain));
  assert_true (tarikh_chronology_days_threshold (day, month, plain) < tarikh_chronology_days_threshold (day, year, plain));
  assert_true (tarikh_chronology_days_threshold (day, far, plain) >= TARIKH_CHRONOLOGY_NEVER);
  assert_true (tarikh_chronology_days_threshold (day, none, plain) < TARIKH_CHRONOLOGY_NEVER);
  /* A day that later stories name is remembered for one thing; news of two days are two things. */
  assert_true (tarikh_chronology_days_threshold (day, day, afar) < same);
  assert_true (tarikh_chronology_days_threshold (day, week, fresh) >= TARIKH_CHRONOLOGY_NEVER);
  /* The same weekday a week off is a likelier slip than another day of the week between. */
  assert_true (tarikh_chronology_days_threshold (day, week, named)
               < tarikh_chronology_days_threshold (day, days ("2024-06-23", "2024-06-23"), named));
  assert_true (tarikh_chronology_days_threshold (day, week, named)
               < tarikh_chronology_days_threshold (day, week, plain));
  assert_true (tarikh_chronology_days_threshold (day, earlier, plain) < TARIKH_CHRONOLOGY_NEVER);
  assert_true (tarikh_chronology_days_threshold (month, days ("2024-07-08", "2024-07-08"), about)
               < tarikh_chronology_days_threshold (month, days ("2024-07-08", "2024-07-08"), plain));
  assert_int_equal (tarikh_chronology_days_gap (day, next), 1);
  assert_int_equal (tarikh_chronology_days_gap (day, month), 0);
  assert_int_equal (tarikh_chronology_days_gap (day, none), G_MAXINT);
  assert_int_equal (tarikh_chronology_days_width (year), 366);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (forms_of_a_word_meet),
    cmocka_unit_test (unknown_language_keeps_its_words),
    cmocka_unit_test (copies_are_found),
    cmocka_unit_test (days_ask_for_more_the_less_they_agree),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
