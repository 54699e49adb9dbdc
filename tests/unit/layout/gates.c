/* layout: what no page may do, over styles, layouts and numbers of events. Counts what a reader would call a fault:
 * overlapping texts (OV), crossing leaders (LX), leaders through labels (LL), ink outside the page (OUT), text changed
 * or lost (TR, LOST), wrong order or direction (ORD, DIR), type below the style's minimum (FS). */
#include <math.h>
#include <string.h>

#include "stage.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#define TOUCH_MM 0.05

typedef struct {
  guint ov, lx, ll, out, tr, lost, ord, dir, fs, marks;
} Faults;

/* ---- geometry ---- */

static gboolean
boxes_overlap (const TarikhLayoutItem *a, const TarikhLayoutItem *b)
{
  return MIN (a->x_mm + a->w_mm, b->x_mm + b->w_mm) - MAX (a->x_mm, b->x_mm) > TOUCH_MM
         && MIN (a->y_mm + a->h_mm, b->y_mm + b->h_mm) - MAX (a->y_mm, b->y_mm) > TOUCH_MM;
}

static double
cross (TarikhPoint o, TarikhPoint a, TarikhPoint b)
{
  return (a.x_mm - o.x_mm) * (b.y_mm - o.y_mm) - (a.y_mm - o.y_mm) * (b.x_mm - o.x_mm);
}

static gboolean
segments_cross (TarikhPoint a, TarikhPoint b, TarikhPoint c, TarikhPoint d)
{
  double e = 1e-6;

  return ((cross (a, b, c) > e && cross (a, b, d) < -e) || (cross (a, b, c) < -e && cross (a, b, d) > e))
         && ((cross (c, d, a) > e && cross (c, d, b) < -e) || (cross (c, d, a) < -e && cross (c, d, b) > e));
}

static TarikhPoint
point_at (const TarikhLayoutItem *item, guint i)
{
  return g_array_index (item->points, TarikhPoint, i);
}

static gboolean
leaders_cross (const TarikhLayoutItem *a, const TarikhLayoutItem *b)
{
  for (guint i = 0; i + 1 < a->points->len; i++)
    for (guint k = 0; k + 1 < b->points->len; k++)
      if (segments_cross (point_at (a, i), point_at (a, i + 1), point_at (b, k), point_at (b, k + 1)))
        return TRUE;
  return FALSE;
}

/* Liang-Barsky: does the segment run through the inside of BOX? */
static gboolean
segment_enters (TarikhPoint a, TarikhPoint b, const TarikhLayoutItem *box)
{
  double from = 0, to = 1, dx = b.x_mm - a.x_mm, dy = b.y_mm - a.y_mm;
  double p[] = { -dx, dx, -dy, dy };
  double q[] = { a.x_mm - box->x_mm - TOUCH_MM, box->x_mm + box->w_mm - TOUCH_MM - a.x_mm,
                 a.y_mm - box->y_mm - TOUCH_MM, box->y_mm + box->h_mm - TOUCH_MM - a.y_mm };

  for (guint i = 0; i < 4; i++) {
    if (p[i] == 0 && q[i] < 0)
      return FALSE;
    if (p[i] < 0)
      from = MAX (from, q[i] / p[i]);
    else if (p[i] > 0)
      to = MIN (to, q[i] / p[i]);
  }
  return to - from > 1e-6;
}

static gboolean
leader_enters (const TarikhLayoutItem *leader, const TarikhLayoutItem *text)
{
  for (guint i = 0; i + 1 < leader->points->len; i++)
    if (segment_enters (point_at (leader, i), point_at (leader, i + 1), text))
      return TRUE;
  return FALSE;
}

/* ---- text ---- */

/* The lines joined as a reader reads them: without isolates and blanks. */
static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c != ' ' && (c < 0x2066 || c > 0x2069))
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

static gboolean
lines_tell_text (const TarikhLayoutItem *item)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < item->lines->len; i++)
    g_string_append (joined, g_array_index (item->lines, TarikhLayoutLine, i).text);
  g_autofree char *lines = squeeze (joined->str), *text = squeeze (item->text);
  return strcmp (lines, text) == 0;
}

/* ---- one page, then all ---- */

static void
count_pairs (const TarikhLayoutPage *page, Faults *faults)
{
  for (guint i = 0; i < page->items->len; i++) {
    const TarikhLayoutItem *a = g_ptr_array_index (page->items, i);
    for (guint k = 0; k < page->items->len; k++) {
      const TarikhLayoutItem *b = g_ptr_array_index (page->items, k);
      if (a->shape == TARIKH_SHAPE_TEXT && b->shape == TARIKH_SHAPE_TEXT && k > i)
        faults->ov += boxes_overlap (a, b);
      if (a->role == TARIKH_ROLE_LEADER && b->role == TARIKH_ROLE_LEADER && k > i)
        faults->lx += leaders_cross (a, b);
      if (a->role == TARIKH_ROLE_LEADER && b->shape == TARIKH_SHAPE_TEXT)
        faults->ll += leader_enters (a, b);
      if (a->role == TARIKH_ROLE_MARKER && b->shape == TARIKH_SHAPE_TEXT && b->event >= 0)
        faults->marks += boxes_overlap (a, b);
    }
  }
}

static void
count_alone (const TarikhLayoutPage *page, const TarikhStyle *style, Faults *faults)
{
  double safe = MIN (style->margin_mm, MIN (page->width_mm, page->height_mm) * 0.12) * 0.2;

  for (guint i = 0; i < page->items->len; i++) {
    const TarikhLayoutItem *item = g_ptr_array_index (page->items, i);
    faults->out += item->x_mm < safe || item->y_mm < safe || item->x_mm + item->w_mm > page->width_mm - safe
                   || item->y_mm + item->h_mm > page->height_mm - safe;
    if (item->shape != TARIKH_SHAPE_TEXT)
      continue;
    faults->tr += !lines_tell_text (item);
    faults->fs += item->font.size_pt < style->minimum_pt - 1e-9;
  }
}

static guint
count_items (const TarikhLayout *layout, TarikhRole role, gint event, const TarikhLayoutItem **found, guint *page_index)
{
  guint n = 0;

  for (guint p = 0; p < layout->pages->len; p++) {
    const TarikhLayoutPage *page = g_ptr_array_index (layout->pages, p);
    for (guint i = 0; i < page->items->len; i++) {
      const TarikhLayoutItem *item = g_ptr_array_index (page->items, i);
      if (item->role != role || item->event != event)
        continue;
      n++;
      *found = item;
      *page_index = p;
    }
  }
  return n;
}

/* The headline of EVENT without blanks; one that is taller than a page goes on on the next. (transfer full) */
static char *
join_headline (const TarikhLayout *layout, gint event)
{
  GString *joined = g_string_new (NULL);

  for (guint p = 0; p < layout->pages->len; p++) {
    const TarikhLayoutPage *page = g_ptr_array_index (layout->pages, p);
    for (guint i = 0; i < page->items->len; i++) {
      const TarikhLayoutItem *item = g_ptr_array_index (page->items, i);
      g_autofree char *part = item->role == TARIKH_ROLE_HEADLINE && item->event == event ? squeeze (item->text) : NULL;
      g_string_append (joined, part != NULL ? part : "");
    }
  }
  return g_string_free (joined, FALSE);
}

/* How the layout runs. */
typedef enum { DRAWN_DOWN, DRAWN_ACROSS, DRAWN_LIST, DRAWN_LANES } Way;

static const char *const kind_names[] = { "auto", "horizontal", "vertical", "list", "lanes" };

/* Every event has its headline, date, mark and leader once; they come in order of time, from the right or the top. */
static gint
compare_starts (gconstpointer a, gconstpointer b, gpointer data)
{
  const TarikhChronology *chronology = data;
  guint one = *(const guint *) a, other = *(const guint *) b;
  const TarikhChronicleEvent *x = g_ptr_array_index (chronology->events, one);
  const TarikhChronicleEvent *y = g_ptr_array_index (chronology->events, other);

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return one < other ? -1 : one > other;
}

static void
count_events (const TarikhLayout *layout, const TarikhChronology *chronology, Way way, Faults *faults)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  double last = -INFINITY;
  guint last_page = 0;

  for (guint e = 0; e < chronology->events->len; e++)
    g_array_append_val (order, e);
  g_array_sort_with_data (order, compare_starts, (gpointer) chronology);
  for (guint i = 0; i < order->len; i++) {
    guint e = g_array_index (order, guint, i);
    const TarikhChronicleEvent *event = g_ptr_array_index (chronology->events, e);
    const TarikhLayoutItem *headline = NULL, *other = NULL, *leader = NULL;
    guint page = 0;
    gint id = (gint) e;
    g_autofree char *told = join_headline (layout, id), *meant = squeeze (event->headline);
    faults->lost += strcmp (told, meant) != 0 || count_items (layout, TARIKH_ROLE_HEADLINE, id, &headline, &page) < 1;
    faults->lost += count_items (layout, TARIKH_ROLE_MARKER, id, &other, &page) != 1;
    faults->lost += count_items (layout, TARIKH_ROLE_DATE, id, &other, &page) != 1;
    if (count_items (layout, TARIKH_ROLE_LEADER, id, &leader, &page) != (way != DRAWN_LIST)) {
      faults->lost++;
      continue;
    }
    /* Lanes and lists: by their marks, down the page; a list's columns follow each other from the right. */
    count_items (layout, TARIKH_ROLE_MARKER, id, &other, &page);
    gboolean is_day = other->shape == TARIKH_SHAPE_DISC || other->shape == TARIKH_SHAPE_RING;
    double down = way == DRAWN_DOWN ? headline->y_mm : other->y_mm + (is_day ? other->h_mm / 2 : 0);
    double at = way == DRAWN_ACROSS ? -point_at (leader, 0).x_mm
                                    : down + (way == DRAWN_LIST ? -20000 * floor (other->x_mm / 20) : 0);
    faults->ord += page < last_page || (page == last_page && at < last - (way == DRAWN_LIST ? 2.5 : 1e-6));
    last = at;
    last_page = page;
  }
}

static Faults
judge (const TarikhLayout *layout, const TarikhChronology *chronology, const TarikhStyle *style, Way way)
{
  Faults faults = { 0 };

  for (guint i = 0; i < layout->pages->len; i++) {
    count_pairs (g_ptr_array_index (layout->pages, i), &faults);
    count_alone (g_ptr_array_index (layout->pages, i), style, &faults);
  }
  count_events (layout, chronology, way, &faults);
  faults.dir = !layout->right_to_left;
  return faults;
}

static guint
total (const Faults *f)
{
  return f->ov + f->lx + f->ll + f->out + f->tr + f->lost + f->ord + f->dir + f->fs + f->marks;
}

/* The axis as drawn: a page too low for labels above and below gets a vertical one. */
static Way
find_way (const TarikhLayout *layout, TarikhLayoutKind kind)
{
  const TarikhLayoutPage *page = g_ptr_array_index (layout->pages, 0);

  if (kind == TARIKH_LAYOUT_LIST || kind == TARIKH_LAYOUT_LANES)
    return kind == TARIKH_LAYOUT_LIST ? DRAWN_LIST : DRAWN_LANES;

  for (guint i = 0; i < page->items->len; i++) {
    const TarikhLayoutItem *item = g_ptr_array_index (page->items, i);
    if (item->role == TARIKH_ROLE_AXIS)
      return item->w_mm > item->h_mm ? DRAWN_ACROSS : DRAWN_DOWN;
  }
  return DRAWN_DOWN;
}

/* Lays out and judges; PAPER may be NULL. */
static guint
try_paper (const char *style_name, const char *paper, TarikhLayoutKind kind, StageKind stage, guint n_events)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TarikhStyle) style = tarikh_style_load (style_name, STYLES_DIRECTORY, &error);
  assert_non_null (style);
  g_autoptr (TarikhMeasure) measure = stage_measure_new ();
  TarikhChronology *chronology = stage_new (stage, n_events, 2);
  TarikhLayoutOptions options = stage_options (kind);
  if (paper != NULL)
    assert_true (tarikh_style_parse_paper (paper, &options.page_width_mm, &options.page_height_mm));
  g_autoptr (TarikhLayout) layout = tarikh_layout_new (chronology, style, measure, &options, &error);
  if (layout == NULL)
    print_error ("%s\n", error->message);
  assert_non_null (layout);

  Faults f = judge (layout, chronology, style, find_way (layout, kind));
  if (total (&f) > 0)
    print_error ("%s %s %s stage %d n %u (%u pages): OV %u LX %u LL %u OUT %u TR %u LOST %u ORD %u DIR %u FS %u marks %u\n",
                 style_name, paper != NULL ? paper : "-", kind_names[kind],
                 stage, n_events,
                 layout->pages->len, f.ov, f.lx, f.ll, f.out, f.tr, f.lost, f.ord, f.dir, f.fs, f.marks);
  stage_free (chronology);
  return total (&f);
}

static guint
try_case (const char *style_name, TarikhLayoutKind kind, StageKind stage, guint n_events)
{
  return try_paper (style_name, NULL, kind, stage, n_events);
}

static const guint numbers[] = { 1, 2, 4, 12, 40, 120 };
static const TarikhLayoutKind kinds[]
    = { TARIKH_LAYOUT_VERTICAL, TARIKH_LAYOUT_HORIZONTAL, TARIKH_LAYOUT_LIST, TARIKH_LAYOUT_LANES };

static guint
try_style (const char *style)
{
  guint faults = 0;

  for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (gsize n = 0; n < G_N_ELEMENTS (numbers); n++)
      for (StageKind stage = 0; stage < STAGE_COUNT; stage++)
        faults += try_case (style, kinds[kind], stage, numbers[n]);
  return faults;
}

static void
briefing_passes (void **state)
{
  assert_int_equal (try_style ("briefing"), 0);
}

static void
article_passes (void **state)
{
  assert_int_equal (try_style ("article"), 0);
}

static void
mobile_passes (void **state)
{
  assert_int_equal (try_style ("mobile"), 0);
}

static void
poster_passes (void **state)
{
  assert_int_equal (try_style ("poster"), 0);
}

/* These differ from briefing in colour only. */
static void
colour_variants_pass (void **state)
{
  assert_int_equal (try_case ("mono", TARIKH_LAYOUT_VERTICAL, STAGE_CLUSTERED, 40), 0);
  assert_int_equal (try_case ("dark", TARIKH_LAYOUT_HORIZONTAL, STAGE_CLUSTERED, 12), 0);
}

static void
many_pass (void **state)
{
  assert_int_equal (try_case ("briefing", TARIKH_LAYOUT_VERTICAL, STAGE_CLUSTERED, 500), 0);
  assert_int_equal (try_case ("briefing", TARIKH_LAYOUT_HORIZONTAL, STAGE_SPANS, 500), 0);
  assert_int_equal (try_case ("mobile", TARIKH_LAYOUT_VERTICAL, STAGE_UNIFORM, 500), 0);
}

/* Texts that nobody should send: no letter of them is judged, but every page keeps its order. */
static void
hostile_texts_pass (void **state)
{
  g_autoptr (GString) run = g_string_new (NULL), marks = g_string_new ("ب"), words = g_string_new (NULL);
  for (guint i = 0; i < 300; i++)
    g_string_append (run, "سهم");
  for (guint i = 0; i < 70000; i++)
    g_string_append (marks, "\xd9\x8e");
  for (guint i = 0; i < 3000; i++)
    g_string_append (words, "خبر ");
  const char *const texts[] = { run->str, marks->str, words->str, "", " ", "\xe2\x80\xae" "abc", "\xff\xfe\xfd",
                                "\xf0\x9f\x98\x80", "a\tb\nc", "-", "«»" };
  TarikhDay day = tarikh_base_day_from_date (2024, 6, 18);

  for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TarikhStyle) style = tarikh_style_load ("briefing", STYLES_DIRECTORY, &error);
    g_autoptr (TarikhMeasure) measure = stage_measure_new ();
    TarikhChronology *chronology = stage_new (STAGE_UNIFORM, 0, 1);
    TarikhLayoutOptions options = stage_options (kinds[kind]);
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
      stage_add (chronology, day + (TarikhDay) i, day + (TarikhDay) i, NULL, texts[i]);
    stage_add (chronology, -30000000, -30000000, NULL, "قديم");
    stage_add (chronology, 30000000, 40000000, NULL, "بعيد");
    stage_add (chronology, TARIKH_DAY_NONE, TARIKH_DAY_NONE, NULL, run->str);
    g_autoptr (TarikhLayout) layout = tarikh_layout_new (chronology, style, measure, &options, &error);
    assert_null (error);
    Faults f = { 0 };
    for (guint i = 0; i < layout->pages->len; i++) {
      count_pairs (g_ptr_array_index (layout->pages, i), &f);
      count_alone (g_ptr_array_index (layout->pages, i), style, &f);
    }
    if (total (&f) > 0)
      print_error ("kind %u: OV %u LX %u LL %u OUT %u TR %u\n", (guint) kind, f.ov, f.lx, f.ll, f.out, f.tr);
    assert_int_equal (total (&f), 0);
    g_autofree char *json = tarikh_layout_to_json (layout, chronology);
    assert_true (g_utf8_validate (json, -1, NULL));
    stage_free (chronology);
  }
}

/* No dated event: the page says so in the story's language, and still lists what has no date. */
static void
an_undated_story_says_so (void **state)
{
  for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint n_events = 0; n_events < 2; n_events++) {
      g_autoptr (GError) error = NULL;
      g_autoptr (TarikhStyle) style = tarikh_style_load ("briefing", STYLES_DIRECTORY, &error);
      g_autoptr (TarikhMeasure) measure = stage_measure_new ();
      TarikhChronology *chronology = stage_new (STAGE_UNIFORM, 0, 1);
      TarikhLayoutOptions options = stage_options (kinds[kind]);
      const TarikhLayoutItem *found = NULL;
      guint page = 0;
      if (n_events > 0)
        stage_add (chronology, TARIKH_DAY_NONE, TARIKH_DAY_NONE, NULL, "عودة الطيور إلى البحيرة");
      g_autoptr (TarikhLayout) layout = tarikh_layout_new (chronology, style, measure, &options, &error);
      assert_non_null (layout);
      assert_int_equal (layout->pages->len, 1);
      g_autofree char *json = tarikh_layout_to_json (layout, chronology);
      assert_non_null (strstr (json, tarikh_time_get_message (&options.dates, "no-dated-events")));
      assert_int_equal (count_items (layout, TARIKH_ROLE_HEADLINE, 0, &found, &page), n_events);
      assert_int_equal (count_items (layout, TARIKH_ROLE_MARKER, 0, &found, &page), n_events);
      stage_free (chronology);
    }
}

static char *
lay_out_as_json (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TarikhStyle) style = tarikh_style_load ("briefing", STYLES_DIRECTORY, &error);
  g_autoptr (TarikhMeasure) measure = stage_measure_new ();
  TarikhChronology *chronology = stage_new (STAGE_SPANS, 30, 2);
  TarikhLayoutOptions options = stage_options (TARIKH_LAYOUT_VERTICAL);
  g_autoptr (TarikhLayout) layout = tarikh_layout_new (chronology, style, measure, &options, &error);
  char *json = tarikh_layout_to_json (layout, chronology);

  stage_free (chronology);
  return json;
}

static void
the_same_comes_out_twice (void **state)
{
  g_autofree char *one = lay_out_as_json (), *other = lay_out_as_json ();

  assert_string_equal (one, other);
}

static void
a_missing_font_is_named (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TarikhMeasure) measure = stage_measure_new ();

  assert_false (tarikh_layout_measure_require (measure, "Noto Naskh Arabic, Noto Sans Nowhere", &error));
  assert_true (g_error_matches (error, TARIKH_ERROR, TARIKH_ERROR_FONT));
  assert_string_equal (error->message,
                       "font family \"Noto Sans Nowhere\" is missing; on Debian: apt install fonts-noto-core");
}

static void
other_papers_pass (void **state)
{
  static const char *const papers[] = { "A5", "A3", "letter", "297x210mm", "100x150mm", "150x100mm", "500x0px" };
  guint faults = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
      for (guint n = 3; n <= 27; n *= 3)
        for (StageKind stage = 0; stage < STAGE_COUNT; stage++)
          faults += try_paper ("briefing", papers[i], kinds[kind], stage, n);
  assert_int_equal (faults, 0);
}

/* Small pages: furniture goes, type shrinks, headlines are carried over. */
static void
small_pages_pass (void **state)
{
  static const char *const papers[] = { "40x40mm", "50x50mm", "60x60mm", "45x120mm", "297x50mm", "105x148mm",
                                        "148x105mm", "100x100mm" };
  guint faults = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
      for (StageKind stage = 0; stage < STAGE_COUNT; stage++)
        faults += try_paper ("briefing", papers[i], kinds[kind], stage, stage == STAGE_LONG ? 4 : 12);
  assert_int_equal (faults, 0);
}

/* Lays out one event on PAPER under a title of N_WORDS. NULL with MESSAGE when it is refused. */
static TarikhLayout *
lay_out_title (const char *paper, guint n_words, char **message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TarikhStyle) style = tarikh_style_load ("briefing", STYLES_DIRECTORY, &error);
  g_autoptr (TarikhMeasure) measure = stage_measure_new ();
  g_autoptr (GString) title = g_string_new (NULL);
  TarikhChronology *chronology = stage_new (STAGE_UNIFORM, 12, 1);
  TarikhLayoutOptions options = stage_options (TARIKH_LAYOUT_VERTICAL);

  for (guint i = 0; i < n_words; i++)
    g_string_append (title, "عنوان ");
  options.title = title->str;
  assert_true (tarikh_style_parse_paper (paper, &options.page_width_mm, &options.page_height_mm));
  TarikhLayout *layout = tarikh_layout_new (chronology, style, measure, &options, &error);
  *message = error != NULL ? g_strdup (error->message) : NULL;
  if (layout != NULL) {
    Faults f = judge (layout, chronology, style, DRAWN_DOWN);
    assert_int_equal (total (&f), 0);
  }
  stage_free (chronology);
  return layout;
}

static void
a_long_title_shrinks_or_is_refused (void **state)
{
  static const char *const papers[] = { "A4", "A5", "100x100mm", "60x60mm", "50x50mm" };

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    for (guint n = 10; n <= 1000; n *= 10) {
      g_autofree char *message = NULL;
      g_autoptr (TarikhLayout) layout = lay_out_title (papers[i], n, &message);
      assert_true (layout != NULL || strstr (message, "too small") != NULL);
      assert_true (layout != NULL || i > 0); /* A4 holds any */
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (briefing_passes), cmocka_unit_test (article_passes),
                                      cmocka_unit_test (mobile_passes),   cmocka_unit_test (poster_passes),
                                      cmocka_unit_test (colour_variants_pass), cmocka_unit_test (many_pass),
                                      cmocka_unit_test (other_papers_pass), cmocka_unit_test (small_pages_pass),
                                      cmocka_unit_test (a_long_title_shrinks_or_is_refused),
                                      cmocka_unit_test (hostile_texts_pass),
                                      cmocka_unit_test (an_undated_story_says_so), cmocka_unit_test (the_same_comes_out_twice),
                                      cmocka_unit_test (a_missing_font_is_named) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
