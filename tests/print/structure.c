/* What PDF/UA-1 and PDF/A-2u ask of a file's structure, rule by rule, as qpdf reads it. */
#include <jansson.h>
#include <string.h>

#include <tarikh/tarikh.h>

#include "draw/draw.h"
#include "tool.h"

#include "../unit/draw/fixture.h"

typedef struct {
  json_t *root;    /* of qpdf's JSON */
  json_t *objects; /* "obj:1 0 R" → { "value" | "stream" } */
  json_t *catalog;
} Pdf;

static json_t *
resolve (const Pdf *pdf, json_t *value)
{
  const char *text = json_string_value (value);

  if (text == NULL || !g_str_has_suffix (text, " R"))
    return value;
  g_autofree char *key = g_strconcat ("obj:", text, NULL);
  json_t *object = json_object_get (pdf->objects, key), *stream = json_object_get (object, "stream");
  return stream != NULL ? stream : json_object_get (object, "value");
}

static json_t *
get (const Pdf *pdf, json_t *dictionary, const char *key)
{
  return resolve (pdf, json_object_get (dictionary, key));
}

/* "u:text" and "b:…" of qpdf's JSON without the prefix; names as they are. */
static const char *
get_text (const Pdf *pdf, json_t *dictionary, const char *key)
{
  const char *text = json_string_value (get (pdf, dictionary, key));

  return text != NULL && g_str_has_prefix (text, "u:") ? text + 2 : text;
}

static gboolean
is (const Pdf *pdf, json_t *dictionary, const char *key, const char *wanted)
{
  return g_strcmp0 (get_text (pdf, dictionary, key), wanted) == 0;
}

static void
pdf_open (Pdf *pdf, GBytes *bytes)
{
  char *path = tool_write (bytes, "page.pdf");
  const char *argv[] = { "qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path, NULL };
  g_autofree char *out = tool_run (argv);

  tool_remove (path);
  pdf->root = json_loads (out, 0, NULL);
  assert_non_null (pdf->root);
  pdf->objects = json_array_get (json_object_get (pdf->root, "qpdf"), 1);
  json_t *trailer = json_object_get (json_object_get (pdf->objects, "trailer"), "value");
  pdf->catalog = get (pdf, trailer, "/Root");
  assert_non_null (pdf->catalog);
  assert_int_equal (json_array_size (get (pdf, trailer, "/ID")), 2);
}

static void
pdf_clear (Pdf *pdf)
{
  json_decref (pdf->root);
}

typedef struct {
  TarikhMeasure *measure;
  TarikhLayout *page;
  Pdf pdf;
} Fixture;

static int
set_up (void **state)
{
  Fixture *f = g_new0 (Fixture, 1);
  static const TarikhDrawOptions options = { 0, 1718841600 };
  g_autofree char *qpdf = g_find_program_in_path ("qpdf");

  *state = f;
  f->measure = fixture_new_measure ();
  if (f->measure == NULL || qpdf == NULL)
    return 0;
  f->page = fixture_page (f->measure);
  g_autoptr (GBytes) bytes = tarikh_draw_pdf (f->page, f->measure, &options, NULL);
  pdf_open (&f->pdf, bytes);
  return 0;
}

static int
tear_down (void **state)
{
  Fixture *f = *state;

  if (f->page != NULL) {
    fixture_free (f->page);
    pdf_clear (&f->pdf);
  }
  tarikh_layout_measure_free (f->measure);
  g_free (f);
  return 0;
}

static const Pdf *
get_pdf (void **state)
{
  Fixture *f = *state;

  if (f->page == NULL) {
    print_message ("qpdf or the fonts are not installed: skipped\n");
    skip ();
  }
  return &f->pdf;
}

/* ---- rules ---- */

static void
document_tells_language_title_and_direction (void **state)
{
  const Pdf *pdf = get_pdf (state);
  json_t *preferences = get (pdf, pdf->catalog, "/ViewerPreferences");

  assert_true (is (pdf, pdf->catalog, "/Lang", "ar"));
  assert_true (json_is_true (get (pdf, get (pdf, pdf->catalog, "/MarkInfo"), "/Marked")));
  assert_true (json_is_true (get (pdf, preferences, "/DisplayDocTitle")));
  assert_true (is (pdf, preferences, "/Direction", "/R2L"));
}

static char *
get_stream (json_t *stream)
{
  gsize length;
  guchar *data = g_base64_decode (json_string_value (json_object_get (stream, "data")), &length);
  char *text = g_strndup ((const char *) data, length);

  g_free (data);
  return text;
}

static void
metadata_says_what_the_dictionary_says (void **state)
{
  const Pdf *pdf = get_pdf (state);
  const Fixture *f = *state;
  json_t *stream = get (pdf, pdf->catalog, "/Metadata");
  g_autofree char *xmp = get_stream (stream);
  json_t *info = get (pdf, json_object_get (json_object_get (pdf->objects, "trailer"), "value"), "/Info");

  assert_true (is (pdf, json_object_get (stream, "dict"), "/Subtype", "/XML"));
  assert_null (get (pdf, json_object_get (stream, "dict"), "/Filter"));
  assert_true (is (pdf, info, "/Title", f->page->title));
  assert_non_null (strstr (xmp, f->page->title));
  assert_non_null (strstr (xmp, "<pdfaid:part>2</pdfaid:part>"));
  assert_non_null (strstr (xmp, "<pdfaid:conformance>U</pdfaid:conformance>"));
  assert_non_null (strstr (xmp, "<pdfuaid:part>1</pdfuaid:part>"));
  assert_true (is (pdf, info, "/CreationDate", "D:20240620000000Z"));
  assert_non_null (strstr (xmp, "<xmp:CreateDate>2024-06-20T00:00:00Z</xmp:CreateDate>"));
}

static void
colours_have_a_profile (void **state)
{
  const Pdf *pdf = get_pdf (state);
  json_t *intent = resolve (pdf, json_array_get (get (pdf, pdf->catalog, "/OutputIntents"), 0));
  json_t *profile = get (pdf, intent, "/DestOutputProfile");
  gsize length;
  g_autofree guchar *data = g_base64_decode (json_string_value (json_object_get (profile, "data")), &length);

  assert_true (is (pdf, intent, "/S", "/GTS_PDFA1"));
  assert_int_equal (json_integer_value (get (pdf, json_object_get (profile, "dict"), "/N")), 3);
  assert_int_equal ((gsize) data[0] << 24 | data[1] << 16 | data[2] << 8 | data[3], length);
  assert_memory_equal (data + 36, "acsp", 4);
}

/* Calls CHECK for every dictionary; returns how often it said yes. */
typedef gboolean (*Check) (const Pdf *pdf, json_t *dictionary);

static guint
count (const Pdf *pdf, Check check)
{
  const char *key;
  json_t *object;
  guint found = 0;

  json_object_foreach (pdf->objects, key, object) {
    json_t *stream = json_object_get (object, "stream");
    json_t *value = stream != NULL ? json_object_get (stream, "dict") : json_object_get (object, "value");
    if (json_is_object (value))
      found += check (pdf, value);
  }
  return found;
}

static gboolean
check_font (const Pdf *pdf, json_t *d)
{
  if (!is (pdf, d, "/Type", "/Font"))
    return FALSE;
  if (is (pdf, d, "/Subtype", "/CIDFontType2"))
    assert_true (is (pdf, d, "/CIDToGIDMap", "/Identity"));
  else
    assert_non_null (get (pdf, d, "/ToUnicode"));
  return TRUE;
}

static gboolean
check_embedded (const Pdf *pdf, json_t *d)
{
  if (!is (pdf, d, "/Type", "/FontDescriptor"))
    return FALSE;
  assert_true (get (pdf, d, "/FontFile2") != NULL || get (pdf, d, "/FontFile3") != NULL);
  assert_true (strchr (get_text (pdf, d, "/FontName"), '+') != NULL); /* a subset */
  return TRUE;
}

static void
fonts_are_embedded_and_mapped (void **state)
{
  const Pdf *pdf = get_pdf (state);

  assert_true (count (pdf, check_font) >= 4);
  assert_true (count (pdf, check_embedded) >= 4);
}

static gboolean
check_link (const Pdf *pdf, json_t *d)
{
  if (!is (pdf, d, "/Subtype", "/Link"))
    return FALSE;
  assert_true (strlen (get_text (pdf, d, "/Contents")) > 0);
  assert_int_equal (json_integer_value (get (pdf, d, "/F")), 4);
  assert_non_null (get (pdf, d, "/StructParent"));
  json_t *action = get (pdf, d, "/A");
  assert_true ((action == NULL) != (get (pdf, d, "/Dest") == NULL));
  if (action != NULL) {
    assert_true (is (pdf, action, "/S", "/URI"));
    assert_true (g_str_has_prefix (get_text (pdf, action, "/URI"), "https://example.org/"));
  }
  return TRUE;
}

static gboolean
check_inner_link (const Pdf *pdf, json_t *d)
{
  return is (pdf, d, "/Subtype", "/Link") && get (pdf, d, "/Dest") != NULL;
}

/* "#nowhere" leads nowhere and is no link; "#source-1" does, and two URLs do. */
static void
links_say_where_they_lead (void **state)
{
  const Pdf *pdf = get_pdf (state);

  assert_int_equal (count (pdf, check_link), 3);
  assert_int_equal (count (pdf, check_inner_link), 1);
}

static gboolean
check_no_action (const Pdf *pdf, json_t *d)
{
  static const char *const keys[] = { "/JS", "/JavaScript", "/AA", "/OpenAction", "/EmbeddedFiles", "/AcroForm" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    assert_null (json_object_get (d, keys[i]));
  assert_false (is (pdf, d, "/S", "/JavaScript") || is (pdf, d, "/S", "/Launch"));
  return TRUE;
}

static void
nothing_is_run (void **state)
{
  count (get_pdf (state), check_no_action);
}

/* ---- the tree ---- */

/* Appends "Type(" kids ")" of ELEMENT and checks it. */
static void
list_element (const Pdf *pdf, json_t *element, GString *out)
{
  json_t *kids = get (pdf, element, "/K"), *kid;
  const char *type = get_text (pdf, element, "/S");
  gsize i;
  guint children = 0;

  assert_non_null (type);
  g_string_append (out, type + 1);
  if (strcmp (type, "/Figure") == 0) {
    assert_true (strlen (get_text (pdf, element, "/Alt")) > 0);
    assert_int_equal (json_array_size (get (pdf, get (pdf, element, "/A"), "/BBox")), 4);
  }
  assert_true (json_array_size (kids) > 0);
  json_array_foreach (kids, i, kid) {
    json_t *child = resolve (pdf, kid);
    if (!json_is_object (child) || get (pdf, child, "/S") == NULL)
      continue;
    g_string_append_c (out, children++ == 0 ? '(' : ' ');
    list_element (pdf, child, out);
  }
  if (children > 0)
    g_string_append_c (out, ')');
  else if (strcmp (type, "/Figure") != 0)
    g_string_append_printf (out, "=%s", get_text (pdf, element, "/ActualText"));
}

static void
tree_follows_time (void **state)
{
  const Pdf *pdf = get_pdf (state);
  json_t *root = get (pdf, pdf->catalog, "/StructTreeRoot");
  g_autoptr (GString) tree = g_string_new (NULL);
  g_autofree char *expected = g_strdup_printf (
      "Document(H1=عام في حياة مدينة ساحلية Figure L("
      "LI(Lbl(Link=3 مارس 2020) LBody=%s) LI(Lbl=10 مارس 2021 LBody=%s) LI(Lbl=17 مارس 2022 LBody(Link=%s)) "
      "LI(Lbl=24 مارس 2023 LBody=%s)) P=الدائرة الفارغة: تاريخ تقريبي L(LI(LBody(Link=1. صحيفة الميناء))))",
      headlines[0], headlines[1], headlines[2], headlines[3]);

  list_element (pdf, get (pdf, root, "/K"), tree);
  assert_string_equal (tree->str, expected);
}

/* Every MCID of the page and every annotation leads back to an element that exists. */
static void
parent_tree_is_complete (void **state)
{
  const Pdf *pdf = get_pdf (state);
  json_t *root = get (pdf, pdf->catalog, "/StructTreeRoot");
  json_t *numbers = get (pdf, get (pdf, root, "/ParentTree"), "/Nums"), *parents = resolve (pdf, json_array_get (numbers, 1));
  json_t *parent;
  gsize i;

  assert_int_equal (json_array_size (numbers), 2 * (1 + 3)); /* a page and three links */
  assert_int_equal (json_integer_value (get (pdf, root, "/ParentTreeNextKey")), 4);
  for (i = 0; i < json_array_size (numbers); i += 2)
    assert_int_equal (json_integer_value (json_array_get (numbers, i)), i / 2);
  assert_true (json_array_size (parents) >= 11);
  json_array_foreach (parents, i, parent)
    assert_non_null (get (pdf, resolve (pdf, parent), "/S"));
}

static json_t *
get_page (const Pdf *pdf)
{
  return resolve (pdf, json_array_get (get (pdf, get (pdf, pdf->catalog, "/Pages"), "/Kids"), 0));
}

static gboolean
is_painting (const char *word)
{
  static const char *const operators[] = { "f", "f*", "S", "s", "B", "b", "B*", "b*", "Tj", "TJ", "Do", "sh", "F" };

  for (gsize i = 0; i < G_N_ELEMENTS (operators); i++)
    if (strcmp (word, operators[i]) == 0)
      return TRUE;
  return FALSE;
}

/* How many operators of PAGE paint; all of them inside marked content, which opens and closes in turn. */
static guint
count_painting (const Pdf *pdf, json_t *page)
{
  g_autofree char *content = get_stream (get (pdf, page, "/Contents"));
  g_auto (GStrv) words = g_strsplit_set (content, " \n\r\t[]()<>", -1);
  gint depth = 0;
  guint painted = 0;

  for (char **word = words; *word != NULL; word++) {
    depth += strcmp (*word, "BDC") == 0 || strcmp (*word, "BMC") == 0;
    depth -= strcmp (*word, "EMC") == 0;
    assert_true (depth >= 0);
    painted += is_painting (*word);
    assert_false (is_painting (*word) && depth == 0);
  }
  assert_int_equal (depth, 0);
  return painted;
}

static void
nothing_is_painted_unmarked (void **state)
{
  const Pdf *pdf = get_pdf (state);

  assert_true (count_painting (pdf, get_page (pdf)) > 20);
}

static void
tabs_follow_structure (void **state)
{
  const Pdf *pdf = get_pdf (state);

  assert_true (is (pdf, get_page (pdf), "/Tabs", "/S"));
  assert_int_equal (json_integer_value (get (pdf, get_page (pdf), "/StructParents")), 0);
}

/* "2020" with its two events below it, then "2022". */
static void
bookmarks_stand_by_group (void **state)
{
  const Pdf *pdf = get_pdf (state);
  json_t *first = get (pdf, get (pdf, pdf->catalog, "/Outlines"), "/First"), *second = get (pdf, first, "/Next");
  json_t *event = get (pdf, first, "/First");

  assert_true (is (pdf, first, "/Title", "2020"));
  assert_true (is (pdf, second, "/Title", "2022"));
  assert_non_null (strstr (get_text (pdf, event, "/Title"), headlines[0]));
  assert_non_null (get (pdf, event, "/Next"));
}

/* ---- other files ---- */

static void
large_pages_count_in_larger_units (void **state)
{
  get_pdf (state);
  Fixture *f = *state;
  TarikhLayout *layout = fixture_new ("x");
  Pdf pdf;

  fixture_add_text (fixture_add_page (layout, 210, 12000), f->measure, TARIKH_ROLE_TITLE, -1, "س", 200, 11000, 9, 400, ink);
  g_autoptr (GBytes) bytes = tarikh_draw_pdf (layout, f->measure, NULL, NULL);
  pdf_open (&pdf, bytes);
  json_t *box = get (&pdf, get_page (&pdf), "/MediaBox");
  assert_int_equal (json_integer_value (get (&pdf, get_page (&pdf), "/UserUnit")), 3);
  assert_true (json_number_value (json_array_get (box, 3)) <= 14400);
  pdf_clear (&pdf);
  fixture_free (layout);
}

/* Brackets, actions and closing tags in every text and target change nothing but text. */
static void
hostile_text_adds_no_objects (void **state)
{
  get_pdf (state);
  Fixture *f = *state;
  static const char evil[] = "a)/S/JavaScript/JS(app.alert\\(1\\)) >> endobj EMC";
  TarikhLayout *layout = fixture_new (evil);
  TarikhLayoutPage *page = fixture_add_page (layout, 210, 297);
  Pdf pdf;

  fixture_add_event (layout, evil, evil, evil, evil);
  for (gint role = TARIKH_ROLE_TITLE; role <= TARIKH_ROLE_PAGE_NUMBER; role++) {
    TarikhLayoutItem *item
        = fixture_add_text (page, f->measure, (TarikhRole) role, role % 2 - 1, evil, 200, 20 + 9 * role, 9, 400, ink);
    item->href = g_strconcat (role % 3 == 0 ? "javascript:" : "https://example.org/", evil, NULL);
    item->anchor = g_strdup (evil);
  }
  g_autoptr (GBytes) bytes = tarikh_draw_pdf (layout, f->measure, NULL, NULL);
  pdf_open (&pdf, bytes);
  count (&pdf, check_no_action);
  assert_true (count (&pdf, check_link) > 0);
  pdf_clear (&pdf);
  fixture_free (layout);
}

/* ---- the program's own files, rule by rule ---- */

/* What ISO 14289-1 (UA) and ISO 19005-2 (A) ask of one kind of object; TRUE for an object of that kind. */
typedef struct {
  const char *rule;
  Check check;
  gboolean must_be; /* every file has some */
} Rule;

static gboolean
check_annotation (const Pdf *pdf, json_t *d)
{
  if (!is (pdf, d, "/Type", "/Annot"))
    return FALSE;
  json_t *numbers = get (pdf, get (pdf, get (pdf, pdf->catalog, "/StructTreeRoot"), "/ParentTree"), "/Nums");
  json_int_t key = json_integer_value (get (pdf, d, "/StructParent"));
  assert_true (is (pdf, d, "/Subtype", "/Link"));
  assert_int_equal (json_integer_value (get (pdf, d, "/F")), 4);
  assert_true (strlen (get_text (pdf, d, "/Contents")) > 0);
  assert_int_equal (json_array_size (get (pdf, d, "/Rect")), 4);
  for (gsize i = 0; i + 1 < json_array_size (numbers); i += 2)
    if (json_integer_value (json_array_get (numbers, i)) == key)
      return is (pdf, resolve (pdf, json_array_get (numbers, i + 1)), "/S", "/Link");
  fail_msg ("an annotation without a place in the tree");
  return FALSE;
}

static gboolean
check_page (const Pdf *pdf, json_t *d)
{
  if (!is (pdf, d, "/Type", "/Page"))
    return FALSE;
  assert_true (is (pdf, d, "/Tabs", "/S"));
  assert_true (json_is_integer (get (pdf, d, "/StructParents")));
  assert_null (json_object_get (get (pdf, d, "/Group"), "/K"));
  assert_null (json_object_get (d, "/AA"));
  return TRUE;
}

static gboolean
check_structure_element (const Pdf *pdf, json_t *d)
{
  static const char *const types[] = { "/Document", "/H1", "/P", "/Figure", "/L", "/LI", "/Lbl", "/LBody", "/Link" };
  gboolean known = FALSE;

  if (get (pdf, d, "/S") == NULL || get (pdf, d, "/P") == NULL || get (pdf, d, "/K") == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    known |= is (pdf, d, "/S", types[i]);
  assert_true (known);
  if (is (pdf, d, "/S", "/Figure"))
    assert_true (strlen (get_text (pdf, d, "/Alt")) > 0);
  if (is (pdf, d, "/S", "/L"))
    assert_true (is (pdf, get (pdf, d, "/A"), "/ListNumbering", "/Decimal"));
  if (is (pdf, d, "/S", "/LI") || is (pdf, d, "/S", "/Lbl") || is (pdf, d, "/S", "/LBody"))
    assert_true (is (pdf, get (pdf, d, "/P"), "/S", is (pdf, d, "/S", "/LI") ? "/L" : "/LI"));
  return TRUE;
}

static gboolean
check_archivable (const Pdf *pdf, json_t *d)
{
  static const char *const filters[] = { "/LZWDecode", "/Crypt", "/JPXDecode" };

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    assert_false (is (pdf, d, "/Filter", filters[i]));
  assert_false (json_is_true (get (pdf, d, "/Interpolate")));
  assert_null (json_object_get (d, "/TR"));
  assert_null (json_object_get (d, "/OPI"));
  assert_null (json_object_get (d, "/PS"));
  return TRUE;
}

/* The last number in angle brackets of LINE stands for letters: none of them unknown, none the mark of a byte order. */
static void
check_mapping (const char *line)
{
  const char *open = strrchr (line, '<'), *close = strrchr (line, '>');

  assert_true (open != NULL && close > open && (close - open - 1) % 4 == 0);
  for (const char *unit = open + 1; unit < close; unit += 4) {
    g_autofree char *hex = g_strndup (unit, 4);
    guint64 letter = g_ascii_strtoull (hex, NULL, 16);
    assert_true (letter != 0 && letter != 0xfeff && letter != 0xfffe);
  }
}

static gboolean
check_letters (const Pdf *pdf, json_t *d)
{
  json_t *stream = get (pdf, d, "/ToUnicode");
  guint mapped = 0;

  if (!is (pdf, d, "/Type", "/Font") || stream == NULL)
    return FALSE;
  g_autofree char *map = get_stream (stream);
  g_auto (GStrv) lines = g_strsplit (map, "\n", -1);
  gboolean inside = FALSE;
  for (char **line = lines; *line != NULL; line++) {
    inside = inside && !g_str_has_prefix (*line, "endbf");
    if (inside)
      check_mapping (*line);
    mapped += inside;
    inside |= g_str_has_suffix (*line, "beginbfchar") || g_str_has_suffix (*line, "beginbfrange");
  }
  assert_true (mapped > 0);
  return TRUE;
}

static const Rule rules[] = {
  { "UA 7.18.1, 7.18.5; A 6.3: links are in the tree, described, printed", check_annotation, FALSE },
  { "UA 7.18.3: tabs follow the structure", check_page, TRUE },
  { "UA 7.1, 7.3, 7.6: standard types, alternatives, lists", check_structure_element, TRUE },
  { "A 6.2.11.4: fonts are embedded", check_embedded, TRUE },
  { "A 6.2.11.7, UA 7.21: letters are known", check_font, TRUE },
  { "A 6.2.11.7.2, UA 7.21.7: glyphs stand for letters", check_letters, TRUE },
  { "A 6.5, 6.6: nothing is run", check_no_action, TRUE },
  { "A 6.1.7, 6.2.8: filters and pictures", check_archivable, TRUE },
};

static void
check_document (const Pdf *pdf)
{
  json_t *trailer = json_object_get (json_object_get (pdf->objects, "trailer"), "value");
  json_t *metadata = get (pdf, pdf->catalog, "/Metadata"), *outline = get (pdf, pdf->catalog, "/Outlines");
  g_autofree char *xmp = get_stream (metadata);

  assert_null (json_object_get (trailer, "/Encrypt"));
  assert_true (strlen (get_text (pdf, pdf->catalog, "/Lang")) >= 2);
  assert_true (json_is_true (get (pdf, get (pdf, pdf->catalog, "/MarkInfo"), "/Marked")));
  assert_null (json_object_get (get (pdf, pdf->catalog, "/MarkInfo"), "/Suspects"));
  assert_true (json_is_true (get (pdf, get (pdf, pdf->catalog, "/ViewerPreferences"), "/DisplayDocTitle")));
  assert_true (strlen (get_text (pdf, get (pdf, trailer, "/Info"), "/Title")) > 0);
  assert_null (json_object_get (json_object_get (metadata, "dict"), "/Filter"));
  assert_non_null (strstr (xmp, "<pdfaid:part>2</pdfaid:part>"));
  assert_non_null (strstr (xmp, "<pdfuaid:part>1</pdfuaid:part>"));
  assert_int_equal (json_array_size (get (pdf, pdf->catalog, "/OutputIntents")), 1);
  assert_true (outline == NULL || get (pdf, outline, "/First") != NULL);
}

/* Every MCID of every page is an element that names it. */
static void
check_content (const Pdf *pdf)
{
  json_t *kids = get (pdf, get (pdf, pdf->catalog, "/Pages"), "/Kids"), *kid;
  json_t *numbers = get (pdf, get (pdf, get (pdf, pdf->catalog, "/StructTreeRoot"), "/ParentTree"), "/Nums");
  gsize i;

  json_array_foreach (kids, i, kid) {
    json_t *parents = resolve (pdf, json_array_get (numbers, 2 * i + 1)), *parent;
    gsize mcid;
    assert_true (count_painting (pdf, resolve (pdf, kid)) > 0);
    json_array_foreach (parents, mcid, parent) {
      json_t *named = get (pdf, resolve (pdf, parent), "/K"), *value;
      gsize k;
      gboolean found = FALSE;
      json_array_foreach (named, k, value)
        found |= json_is_integer (value) && (gsize) json_integer_value (value) == mcid;
      assert_true (found);
    }
  }
}

static void
check_rules (const char *path)
{
  g_autoptr (TarikhTimelineOptions) options = tarikh_timeline_options_new ();
  g_autoptr (TarikhTimeline) timeline = tarikh_timeline_new (options);
  g_autofree char *text = NULL;
  gsize length;
  Pdf pdf;

  assert_true (tarikh_timeline_options_set (options, "styles-directory", TARIKH_STYLES, NULL));
  assert_true (tarikh_timeline_options_set (options, "published", "2024-06-20", NULL));
  assert_true (g_file_get_contents (path, &text, &length, NULL));
  assert_true (g_str_has_suffix (path, ".json") ? tarikh_timeline_add_json (timeline, path, text, length, NULL)
                                                : tarikh_timeline_add_text (timeline, path, text, length, NULL));
  g_autoptr (GBytes) bytes = tarikh_timeline_draw (timeline, TARIKH_TIMELINE_PDF, NULL);
  const guint8 *head = g_bytes_get_data (bytes, NULL); /* A 6.1.2: the head says that bytes follow */
  assert_memory_equal (head, "%PDF-1.7\n%", 10);
  assert_true (head[10] > 127 && head[11] > 127 && head[12] > 127 && head[13] > 127);
  pdf_open (&pdf, bytes);
  check_document (&pdf);
  check_content (&pdf);
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (count (&pdf, rules[i].check) == 0 && rules[i].must_be)
      fail_msg ("%s: %s: nothing to see", path, rules[i].rule);
  pdf_clear (&pdf);
}

static void
rules_hold_for_every_story (void **state)
{
  g_autoptr (GDir) dir = g_dir_open (TARIKH_INPUTS, 0, NULL);
  guint n = 0;

  get_pdf (state);
  assert_non_null (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    g_autofree char *path = g_build_filename (TARIKH_INPUTS, name, NULL);
    if (g_str_has_suffix (name, ".jsonl"))
      continue;
    check_rules (path);
    n++;
  }
  assert_true (n > 5);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (document_tells_language_title_and_direction),
    cmocka_unit_test (metadata_says_what_the_dictionary_says),
    cmocka_unit_test (colours_have_a_profile),
    cmocka_unit_test (fonts_are_embedded_and_mapped),
    cmocka_unit_test (links_say_where_they_lead),
    cmocka_unit_test (nothing_is_run),
    cmocka_unit_test (tree_follows_time),
    cmocka_unit_test (parent_tree_is_complete),
    cmocka_unit_test (nothing_is_painted_unmarked),
    cmocka_unit_test (tabs_follow_structure),
    cmocka_unit_test (bookmarks_stand_by_group),
    cmocka_unit_test (large_pages_count_in_larger_units),
    cmocka_unit_test (hostile_text_adds_no_objects),
    cmocka_unit_test (rules_hold_for_every_story),
  };

  return cmocka_run_group_tests (tests, set_up, tear_down);
}
