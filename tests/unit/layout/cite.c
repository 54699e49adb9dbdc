/* layout/cite: which stories the page names, and their numbers. */
#include "layout/cite.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

static void
add_story (TarikhChronology *chronology, const char *id)
{
  TarikhChronicleStory *story = g_new0 (TarikhChronicleStory, 1);

  story->id = g_strdup (id);
  story->published = story->published_from = story->published_to = TARIKH_DAY_NONE;
  g_ptr_array_add (chronology->stories, story);
}

/* An event told by the stories of TELLERS, one letter each. */
static TarikhChronicleEvent *
add_event (TarikhChronology *chronology, const char *tellers)
{
  TarikhChronicleEvent *event = tarikh_chronology_event_new ();

  for (const char *p = tellers; *p != '\0'; p++) {
    const char id[] = { *p, '\0' };
    g_ptr_array_add (event->sources, tarikh_chronology_source_new (id, 0, 0, "", 0));
  }
  g_ptr_array_add (chronology->events, event);
  return event;
}

static TarikhChronology *
new_chronology (void)
{
  TarikhChronology *chronology = tarikh_chronology_new ();

  add_story (chronology, "a");
  add_story (chronology, "b");
  add_story (chronology, "c");
  return chronology;
}

static void
only_what_is_shown_is_cited (void **state)
{
  g_autoptr (TarikhChronology) chronology = new_chronology ();
  const TarikhChronicleEvent *event = add_event (chronology, "caca");
  g_auto (TarikhCitations) citations = { NULL };

  tarikh_layout_citations_init (&citations, chronology);
  g_autoptr (GArray) numbers = tarikh_layout_citations_number (&citations, event);
  assert_int_equal (citations.stories->len, 2);
  assert_string_equal (((TarikhChronicleStory *) citations.stories->pdata[1])->id, "c");
  assert_int_equal (numbers->len, 2);
  assert_int_equal (g_array_index (numbers, guint, 0), 1);
  assert_int_equal (g_array_index (numbers, guint, 1), 2);
}

static void
an_unknown_teller_has_no_number (void **state)
{
  g_autoptr (TarikhChronology) chronology = new_chronology ();
  const TarikhChronicleEvent *event = add_event (chronology, "xb");
  g_auto (TarikhCitations) citations = { NULL };

  tarikh_layout_citations_init (&citations, chronology);
  g_autoptr (GArray) numbers = tarikh_layout_citations_number (&citations, event);
  assert_int_equal (numbers->len, 1);
  assert_int_equal (citations.stories->len, 1);
}

static void
without_events_all_are_named (void **state)
{
  g_autoptr (TarikhChronology) chronology = new_chronology ();
  g_auto (TarikhCitations) citations = { NULL };

  tarikh_layout_citations_init (&citations, chronology);
  assert_int_equal (citations.stories->len, 3);
}

static void
an_event_leads_to_its_story (void **state)
{
  g_autoptr (TarikhChronology) chronology = new_chronology ();
  const TarikhChronicleEvent *first = add_event (chronology, "ca"), *second = add_event (chronology, "c");
  const TarikhChronicleEvent *nobodys = add_event (chronology, "");
  TarikhChronicleStory *told = g_ptr_array_index (chronology->stories, 0), *other = g_ptr_array_index (chronology->stories, 2);
  g_auto (TarikhCitations) citations = { NULL };

  told->url = g_strdup ("https://example.org/a");
  other->url = g_strdup ("javascript:alert(1)");
  tarikh_layout_citations_init (&citations, chronology);
  g_autofree char *web = tarikh_layout_citations_find_target (&citations, first);
  g_autofree char *listed = tarikh_layout_citations_find_target (&citations, second);
  assert_string_equal (web, "https://example.org/a");
  assert_string_equal (listed, "#source-2");
  assert_null (tarikh_layout_citations_find_target (&citations, nobodys));
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (only_what_is_shown_is_cited),
                                      cmocka_unit_test (an_unknown_teller_has_no_number),
                                      cmocka_unit_test (without_events_all_are_named),
                                      cmocka_unit_test (an_event_leads_to_its_story) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
