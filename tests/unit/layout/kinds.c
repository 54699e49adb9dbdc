/* layout: which kind of layout a story gets, and what a list and lanes show that the others do not. */
#include <math.h>
#include <string.h>

#include "stage.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

/* ---- made to measure ---- */

/* N events, a day's each, DAYS apart, told of one of N_PEOPLE. */
static TarikhChronology *
make_story (guint n, gint days, guint n_people)
{
  static const char *const people[] = { "ليلى", "سالم", "الوزارة", "البنك" };
  TarikhChronology *chronology = stage_new (STAGE_UNIFORM, 0, 1);
  TarikhDay first = tarikh_base_day_from_date (2019, 3, 4);

  for (guint i = 0; i < n; i++) {
    TarikhDay day = first + (TarikhDay) i * days;
    stage_add (chronology, day, day, NULL, "افتتاح الجسر القديم بعد ترميمه");
    TarikhChronicleEvent *event = g_ptr_array_index (chronology->events, i);
    g_ptr_array_set_size (event->who, 0);
    if (n_people > 0)
      g_ptr_array_add (event->who, (gpointer) people[i % n_people]);
  }
  return chronology;
}

static void
make_vague (TarikhChronology *chronology)
{
  for (guint i = 0; i < chronology->events->len; i++) {
    TarikhChronicleEvent *event = g_ptr_array_index (chronology->events, i);
    TarikhDate d = tarikh_base_day_get_date (event->start);
    event->start = tarikh_base_day_from_date (d.year, d.month, 1);
    event->end = event->start + tarikh_base_days_in_month (d.year, d.month) - 1;
    event->value = g_strdup_printf ("%04d-%02d", d.year, d.month);
  }
}

static TarikhLayout *
lay_out (const TarikhChronology *chronology, TarikhLayoutKind kind, const char *paper)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TarikhStyle) style = tarikh_style_load ("briefing", STYLES_DIRECTORY, &error);
  g_autoptr (TarikhMeasure) measure = stage_measure_new ();
  TarikhLayoutOptions options = stage_options (kind);

  assert_true (tarikh_style_parse_paper (paper, &options.page_width_mm, &options.page_height_mm));
  TarikhLayout *layout = tarikh_layout_new (chronology, style, measure, &options, &error);
  assert_non_null (layout);
  return layout;
}

/* The items of ROLE on PAGE whose text is TEXT (NULL: any), and the first of them. */
static guint
count_on_page (const TarikhLayout *layout, guint page_index, TarikhRole role, const char *text,
               const TarikhLayoutItem **first)
{
  const TarikhLayoutPage *page = g_ptr_array_index (layout->pages, page_index);
  const TarikhLayoutItem *found = NULL;
  guint n = 0;

  for (guint i = 0; i < page->items->len; i++) {
    const TarikhLayoutItem *item = g_ptr_array_index (page->items, i);
    if (item->role != role || (text != NULL && g_strcmp0 (item->text, text) != 0))
      continue;
    found = found == NULL ? item : found;
    n++;
  }
  if (first != NULL)
    *first = found;
  return n;
}

/* What a layout turned out to be, by what stands on its first page. */
static TarikhLayoutKind
recognise (const TarikhLayout *layout)
{
  const TarikhLayoutItem *axis = NULL;

  if (count_on_page (layout, 0, TARIKH_ROLE_LEADER, NULL, NULL) == 0)
    return TARIKH_LAYOUT_LIST;
  if (count_on_page (layout, 0, TARIKH_ROLE_LEGEND, "سالم", NULL) > 0)
    return TARIKH_LAYOUT_LANES;
  count_on_page (layout, 0, TARIKH_ROLE_AXIS, NULL, &axis);
  return axis->w_mm > axis->h_mm ? TARIKH_LAYOUT_HORIZONTAL : TARIKH_LAYOUT_VERTICAL;
}

/* ---- the choice ---- */

static void
the_story_chooses (void **state)
{
  static const struct {
    guint n;
    gint days;
    guint n_people;
    gboolean vague;
    const char *paper;
    TarikhLayoutKind expected;
  } cases[] = {
    { 8, 40, 0, FALSE, "297x210mm", TARIKH_LAYOUT_HORIZONTAL }, /* few, on a wide page */
    { 8, 40, 0, FALSE, "A4", TARIKH_LAYOUT_VERTICAL },
    { 30, 40, 0, FALSE, "297x210mm", TARIKH_LAYOUT_VERTICAL }, /* many */
    { 5, 90, 0, FALSE, "680x0px", TARIKH_LAYOUT_HORIZONTAL },  /* an article's graphic */
    { 9, 90, 0, FALSE, "680x0px", TARIKH_LAYOUT_VERTICAL },
    { 5, 90, 0, FALSE, "360x0px", TARIKH_LAYOUT_VERTICAL },    /* a telephone's */
    { 8, 70, 0, TRUE, "A4", TARIKH_LAYOUT_LIST },              /* months, not days */
    { 8, 70, 0, TRUE, "360x0px", TARIKH_LAYOUT_VERTICAL },
    { 15, 40, 3, FALSE, "A4", TARIKH_LAYOUT_LANES },           /* three people, five events each */
    { 15, 40, 2, FALSE, "A4", TARIKH_LAYOUT_VERTICAL },        /* two are no crowd */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    TarikhChronology *chronology = make_story (cases[i].n, cases[i].days, cases[i].n_people);
    if (cases[i].vague)
      make_vague (chronology);
    g_autoptr (TarikhLayout) layout = lay_out (chronology, TARIKH_LAYOUT_AUTO, cases[i].paper);
    if (recognise (layout) != cases[i].expected)
      print_error ("case %u: layout %u, not %u\n", (guint) i, recognise (layout), cases[i].expected);
    assert_int_equal (recognise (layout), cases[i].expected);
    stage_free (chronology);
  }
}

/* A crowd in a twelfth of the time is not set across the page. */
static void
a_crowd_runs_down (void **state)
{
  TarikhChronology *chronology = make_story (10, 1, 0);
  TarikhChronicleEvent *last = g_ptr_array_index (chronology->events, 9);

  last->start = last->end = last->start + 4000;
  g_autoptr (TarikhLayout) layout = lay_out (chronology, TARIKH_LAYOUT_AUTO, "297x210mm");
  assert_int_equal (recognise (layout), TARIKH_LAYOUT_VERTICAL);
  stage_free (chronology);
}

/* ---- lists ---- */

static void
a_list_words_the_time_between (void **state)
{
  TarikhChronology *chronology = make_story (6, 400, 0);
  TarikhLayoutOptions options = stage_options (TARIKH_LAYOUT_LIST);
  g_autoptr (TarikhLayout) layout = lay_out (chronology, TARIKH_LAYOUT_LIST, "A4");
  const char *note = tarikh_time_get_message (&options.dates, "legend.not-to-scale");

  assert_int_equal (count_on_page (layout, 0, TARIKH_ROLE_GAP, "بعد 13 شهراً", NULL), 5);
  assert_int_equal (count_on_page (layout, 0, TARIKH_ROLE_MARKER, NULL, NULL), 6);
  assert_true (*note != '\0');
  assert_int_equal (count_on_page (layout, 0, TARIKH_ROLE_LEGEND, note, NULL), 1);
  assert_int_equal (count_on_page (layout, 0, TARIKH_ROLE_TICK, NULL, NULL), 0); /* nothing that looks like a scale */
  stage_free (chronology);
}

/* A month and its own year are told apart by nothing; what is known to the year by years, and by nothing below two. */
static void
a_list_does_not_word_what_is_not_known (void **state)
{
  TarikhChronology *chronology = stage_new (STAGE_UNIFORM, 0, 1);
  TarikhDay year = tarikh_base_day_from_date (2019, 1, 1), march = tarikh_base_day_from_date (2019, 3, 1);

  stage_add (chronology, year, year + 364, "2019", "عام الجفاف");
  stage_add (chronology, march, march + 30, "2019-03", "نفاد المخزون");
  stage_add (chronology, march + 700, march + 700, NULL, "عودة المطر");
  year = tarikh_base_day_from_date (2022, 1, 1);
  stage_add (chronology, year, year + 364, "2022", "عام الخصب");
  year = tarikh_base_day_from_date (2025, 1, 1);
  stage_add (chronology, year, year + 364, "2025", "عام الجفاف الثاني");
  g_autoptr (TarikhLayout) layout = lay_out (chronology, TARIKH_LAYOUT_LIST, "A4");
  assert_int_equal (count_on_page (layout, 0, TARIKH_ROLE_GAP, NULL, NULL), 2);
  assert_int_equal (count_on_page (layout, 0, TARIKH_ROLE_GAP, "بعد 23 شهراً", NULL), 1);
  assert_int_equal (count_on_page (layout, 0, TARIKH_ROLE_GAP, "بعد 3 أعوام", NULL), 1);
  stage_free (chronology);
}

/* On a wide page the columns follow each other from the right, about equally long. */
static void
a_list_fills_columns (void **state)
{
  TarikhChronology *chronology = make_story (12, 400, 0);
  g_autoptr (TarikhLayout) layout = lay_out (chronology, TARIKH_LAYOUT_LIST, "420x297mm");
  const TarikhLayoutPage *page = g_ptr_array_index (layout->pages, 0);
  double last_x = INFINITY, last_y = 0;
  guint n_columns = 0, in_column = 0;

  for (guint i = 0; i < page->items->len; i++) {
    const TarikhLayoutItem *item = g_ptr_array_index (page->items, i);
    if (item->role != TARIKH_ROLE_HEADLINE)
      continue;
    gboolean next = n_columns == 0 || item->y_mm < last_y;
    assert_true (!next || item->x_mm < last_x - 50);
    assert_true (!next || n_columns == 0 || in_column == 4);
    n_columns += next;
    in_column = next ? 1 : in_column + 1;
    last_x = next ? item->x_mm : fmin (last_x, item->x_mm);
    last_y = item->y_mm;
  }
  assert_int_equal (n_columns, 3);
  stage_free (chronology);
}

/* ---- lanes ---- */

/* Every event stands under the head of its own lane, on every page. */
static void
lanes_keep_to_their_heads (void **state)
{
  TarikhChronology *chronology = make_story (60, 40, 3);
  g_autoptr (TarikhLayout) layout = lay_out (chronology, TARIKH_LAYOUT_LANES, "A4");

  assert_true (layout->pages->len > 1);
  for (guint p = 0; p < layout->pages->len; p++) {
    const TarikhLayoutPage *page = g_ptr_array_index (layout->pages, p);
    for (guint i = 0; i < page->items->len; i++) {
      const TarikhLayoutItem *item = g_ptr_array_index (page->items, i), *head = NULL;
      if (item->role != TARIKH_ROLE_MARKER)
        continue;
      const TarikhChronicleEvent *event = g_ptr_array_index (chronology->events, item->event);
      assert_int_equal (count_on_page (layout, p, TARIKH_ROLE_LEGEND, g_ptr_array_index (event->who, 0), &head), 1);
      /* The mark stands where the lane, and so its head, starts: at the right. */
      assert_true (fabs (item->x_mm + item->w_mm - (head->x_mm + head->w_mm)) < 6);
    }
  }
  stage_free (chronology);
}

static void
places_make_lanes_where_people_do_not (void **state)
{
  TarikhChronology *chronology = make_story (8, 40, 0);

  for (guint i = 0; i < 8; i++)
    g_ptr_array_add (((TarikhChronicleEvent *) g_ptr_array_index (chronology->events, i))->where,
                     (gpointer) (i % 2 == 0 ? "سالم" : "الميناء"));
  g_autoptr (TarikhLayout) layout = lay_out (chronology, TARIKH_LAYOUT_LANES, "A4");
  assert_int_equal (recognise (layout), TARIKH_LAYOUT_LANES);
  stage_free (chronology);
}

static void
without_two_lanes_there_are_none (void **state)
{
  TarikhChronology *chronology = make_story (8, 40, 1);
  g_autoptr (TarikhLayout) layout = lay_out (chronology, TARIKH_LAYOUT_LANES, "A4");

  assert_int_equal (recognise (layout), TARIKH_LAYOUT_VERTICAL);
  stage_free (chronology);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (the_story_chooses),
                                      cmocka_unit_test (a_crowd_runs_down),
                                      cmocka_unit_test (a_list_words_the_time_between),
                                      cmocka_unit_test (a_list_does_not_word_what_is_not_known),
                                      cmocka_unit_test (a_list_fills_columns),
                                      cmocka_unit_test (lanes_keep_to_their_heads),
                                      cmocka_unit_test (places_make_lanes_where_people_do_not),
                                      cmocka_unit_test (without_two_lanes_there_are_none) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
