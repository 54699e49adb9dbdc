/* draw/tree: the logical structure (ISO 32000-1, 14.7 and 14.8; ISO 14289-1). Reading order is the order of time: the
 * title, the figures with the timeline in words, the list of events, then notes and sources. Paints nothing. */
#include "draw/tree.h"

#include <string.h>

#include "draw/canvas.h"
#include "draw/events.h"
#include "draw/mark.h"
#include "draw/number.h"
#include "draw/update.h"
#include "draw/uri.h"
#include "draw/xml.h"

/* Elements and other objects are their numbers in the file. */
typedef struct {
  const TarikhLayout *layout;
  TarikhPdfUpdate *update;
  GArray *pages;        /* Page */
  GString *numbers;     /* the parent tree's, annotations only; pages are put before them */
  gint next_key;
  GHashTable *anchors;  /* name → TarikhPdfMark* of where it leads */
  GPtrArray *summaries; /* char*, by event */
} Tree;

typedef struct {
  guint number, annotations_number;
  double points_per_mm, width_mm, height_mm;
  GArray *owners;       /* guint: the element of each MCID */
  GString *annotations; /* "5 0 R 6 0 R " */
} Page;

static Page *
get_page (const Tree *tree, guint number)
{
  return &g_array_index (tree->pages, Page, number);
}

/* Appends TEXT (UTF-8) as a PDF string in hexadecimal digits: UTF-16 with its mark, or plain ASCII. */
static void
append_string (GString *out, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  gboolean is_ascii = g_str_is_ascii (valid);
  glong length = 0;
  g_autofree gunichar2 *units = is_ascii ? NULL : g_utf8_to_utf16 (valid, -1, NULL, &length, NULL);

  g_string_append (out, is_ascii ? "<" : "<feff");
  for (const char *c = valid; is_ascii && *c != '\0'; c++)
    g_string_append_printf (out, "%02x", (guint) (guchar) *c);
  for (glong k = 0; k < length; k++)
    g_string_append_printf (out, "%04x", (guint) units[k]);
  g_string_append_c (out, '>');
}

/* ---- elements ---- */

static void
append_reference (GString *out, guint number)
{
  g_string_append_printf (out, "%u 0 R ", number);
}

/* An element of TYPE with further KEYS (PDF syntax), the last below PARENT, and open for kids. */
static guint
add_element_with (const Tree *tree, guint parent, const char *type, const char *keys)
{
  guint e = tarikh_draw_update_add (tree->update, "] >>");

  g_string_append_printf (tarikh_draw_update_get (tree->update, e), "<< /S %s /P %u 0 R %s /K [ ", type, parent, keys);
  append_reference (tarikh_draw_update_get (tree->update, parent), e);
  return e;
}

static guint
add_element (const Tree *tree, guint parent, const char *type)
{
  return add_element_with (tree, parent, type, "");
}

/* Makes the content of MARK E's; E's keys name its page. */
static void
own_content (const Tree *tree, guint e, const TarikhPdfMark *mark)
{
  g_string_append_printf (tarikh_draw_update_get (tree->update, e), "%d ", mark->mcid);
  g_array_index (get_page (tree, mark->page)->owners, guint, mark->mcid) = e;
}

/* An element of TYPE that holds the text of MARK. Its words stand there too, in reading order: the content itself is in
 * visual order. */
static guint
add_leaf (const Tree *tree, guint parent, const char *type, const TarikhPdfMark *mark)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  g_string_printf (keys, "/Pg %u 0 R /ActualText ", get_page (tree, mark->page)->number);
  append_string (keys, mark->item->text);
  guint e = add_element_with (tree, parent, type, keys->str);
  own_content (tree, e, mark);
  return e;
}

/* ---- links ---- */

typedef struct {
  double left, top, right, bottom;
} Box;

static Box
get_box (const TarikhLayoutItem *item)
{
  return (Box){ tarikh_draw_clamp_mm (item->x_mm), tarikh_draw_clamp_mm (item->y_mm),
                tarikh_draw_clamp_mm (item->x_mm + MAX (0, item->w_mm)),
                tarikh_draw_clamp_mm (item->y_mm + MAX (0, item->h_mm)) };
}

static void
append_rectangle (GString *out, const Page *page, const Box *box)
{
  double k = page->points_per_mm;
  const double sides[4] = { box->left * k, (page->height_mm - box->bottom) * k, box->right * k,
                            (page->height_mm - box->top) * k };

  for (guint i = 0; i < 4; i++) {
    g_string_append (out, i == 0 ? "[" : " ");
    tarikh_draw_append_number (out, sides[i], 2);
  }
  g_string_append_c (out, ']');
}

/* Appends what happens on a click, as keys of an annotation; FALSE when HREF leads nowhere. */
static gboolean
append_target (const Tree *tree, GString *out, const char *href)
{
  if (href == NULL)
    return FALSE;
  g_autofree char *uri = href[0] == '#' ? NULL : tarikh_draw_escape_uri (href);
  gboolean is_inner = href[0] == '#' && g_hash_table_contains (tree->anchors, href + 1);

  if (uri == NULL && !is_inner)
    return FALSE;
  g_string_append (out, is_inner ? " /Dest " : " /A << /Type /Action /S /URI /URI ");
  append_string (out, is_inner ? href + 1 : uri);
  g_string_append (out, is_inner ? "" : " >>");
  return TRUE;
}

/* Appends what an annotation over ITEM's text says beside its target. It is printed (/F 4): archives want to see what
 * there is. */
static void
append_description (GString *out, const Page *page, const TarikhLayoutItem *item)
{
  const Box box = get_box (item);
  g_autofree char *contents = item->href[0] == '#' ? g_strdup (item->text)
                                                   : g_strconcat (item->text, " — ", item->href, NULL);
  g_autofree char *printable = tarikh_base_printable (contents);

  g_string_append (out, "/Type /Annot /Subtype /Link /Border [0 0 0] /F 4 /Rect ");
  append_rectangle (out, page, &box);
  g_string_append (out, " /Contents ");
  append_string (out, printable);
}

/* Enters an annotation with TARGET as LINK's over the text of MARK: on the page, in the tree, in the parent tree. */
static void
add_annotation (Tree *tree, const char *target, guint link, const TarikhPdfMark *mark)
{
  Page *page = get_page (tree, mark->page);
  guint annotation = tarikh_draw_update_add (tree->update, " >>");
  GString *out = tarikh_draw_update_get (tree->update, annotation);

  g_string_append (out, "<< ");
  append_description (out, page, mark->item);
  g_string_append_printf (out, "%s /StructParent %d", target, tree->next_key);
  append_reference (page->annotations, annotation);
  g_string_append_printf (tarikh_draw_update_get (tree->update, link), "<< /Type /OBJR /Obj %u 0 R >> ", annotation);
  g_string_append_printf (tree->numbers, "%d ", tree->next_key++);
  append_reference (tree->numbers, link);
}

/* Where the links that stay in the file lead, by name (ISO 32000-1, 7.9.6: sorted). (transfer full) */
static char *
create_names (const Tree *tree)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (tree->anchors), (GCompareFunc) strcmp);
  GString *out = g_string_new ("<< ");

  g_string_append (out, names != NULL ? "/Dests << /Names [ " : "");
  for (const GList *name = names; name != NULL; name = name->next) {
    const TarikhPdfMark *mark = g_hash_table_lookup (tree->anchors, name->data);
    const Page *page = get_page (tree, mark->page);
    double top_mm = MAX (tarikh_draw_clamp_mm (mark->item->y_mm) - 2, 0);
    append_string (out, name->data);
    g_string_append_printf (out, " [%u 0 R /XYZ 0 ", page->number);
    tarikh_draw_append_number (out, (page->height_mm - top_mm) * page->points_per_mm, 2);
    g_string_append (out, " null] ");
  }
  g_string_append (out, names != NULL ? "] >> >>" : ">>");
  return g_string_free (out, FALSE);
}

/* The text of MARK as an element of TYPE; when it leads somewhere, with a link inside, or as a link when TYPE is NULL. */
static void
add_text (Tree *tree, guint parent, const char *type, const TarikhPdfMark *mark)
{
  g_autoptr (GString) target = g_string_new (NULL);

  if (!append_target (tree, target, mark->item->href)) {
    add_leaf (tree, parent, type != NULL ? type : "/P", mark);
    return;
  }
  guint outer = type != NULL ? add_element (tree, parent, type) : parent;
  add_annotation (tree, target->str, add_leaf (tree, outer, "/Link", mark), mark);
}

/* ---- the parts of the document ---- */

static const TarikhPdfMark *
get_mark (const GArray *marks, guint i)
{
  return &g_array_index (marks, TarikhPdfMark, i);
}

static gboolean
is_source (const TarikhPdfMark *mark)
{
  return mark->item != NULL && mark->item->event < 0 && mark->item->role == TARIKH_ROLE_SOURCE;
}

/* Texts before the first event; the first title is the heading. Returns where they end. */
static guint
add_opening (Tree *tree, guint document, const GArray *marks)
{
  gboolean has_title = FALSE;
  guint i = 0;

  for (; i < marks->len; i++) {
    const TarikhPdfMark *mark = get_mark (marks, i);
    if (mark->item == NULL)
      continue;
    if (mark->item->event >= 0 || is_source (mark))
      break;
    gboolean is_title = !has_title && mark->item->role == TARIKH_ROLE_TITLE;
    add_text (tree, document, is_title ? "/H1" : "/P", mark);
    has_title |= is_title;
  }
  return i;
}

static void
extend_box (Box *box, const Box *other)
{
  box->left = MIN (box->left, other->left);
  box->top = MIN (box->top, other->top);
  box->right = MAX (box->right, other->right);
  box->bottom = MAX (box->bottom, other->bottom);
}

static Box
get_figure_box (const Tree *tree, guint number)
{
  const TarikhLayoutPage *layout_page = g_ptr_array_index (tree->layout->pages, number);
  const Page *page = get_page (tree, number);
  Box box = { page->width_mm, page->height_mm, 0, 0 };

  for (guint i = 0; i < layout_page->items->len; i++) {
    const TarikhLayoutItem *item = g_ptr_array_index (layout_page->items, i);
    Box own = get_box (item);
    if (item->shape != TARIKH_SHAPE_TEXT)
      extend_box (&box, &own);
  }
  Box whole = { 0, 0, page->width_mm, page->height_mm };
  box = (Box){ MAX (box.left, 0), MAX (box.top, 0), MIN (box.right, whole.right), MIN (box.bottom, whole.bottom) };
  return box.left <= box.right && box.top <= box.bottom ? box : whole;
}

/* The page's events in words. */
static char *
describe_page (const Tree *tree, guint number)
{
  const TarikhLayoutPage *page = g_ptr_array_index (tree->layout->pages, number);
  g_autoptr (GString) out = g_string_new (NULL);
  gint told = -1;

  if (tree->layout->pages->len == 1 && tree->layout->description != NULL && *tree->layout->description != '\0')
    return g_strdup (tree->layout->description);
  for (guint i = 0; i < page->items->len; i++) {
    const TarikhLayoutItem *item = g_ptr_array_index (page->items, i);
    if (item->event > told && item->role == TARIKH_ROLE_HEADLINE) {
      told = item->event;
      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "",
                              (const char *) g_ptr_array_index (tree->summaries, told));
    }
  }
  return g_strdup (out->len > 0 ? out->str : tree->layout->title);
}

/* The figure of a page, with the timeline in words and its place. */
static guint
add_figure (const Tree *tree, guint document, guint number)
{
  g_autofree char *words = describe_page (tree, number);
  g_autoptr (GString) keys = g_string_new (NULL);
  Box box = get_figure_box (tree, number);

  g_string_printf (keys, "/Pg %u 0 R /A << /O /Layout /Placement /Block /BBox ", get_page (tree, number)->number);
  append_rectangle (keys, get_page (tree, number), &box);
  g_string_append (keys, " >> /Alt ");
  append_string (keys, words);
  return add_element_with (tree, document, "/Figure", keys->str);
}

/* One figure a page: the marks of a page follow each other. */
static void
add_figures (const Tree *tree, guint document, const GArray *marks)
{
  guint figure = 0, page = G_MAXUINT;

  for (guint i = 0; i < marks->len; i++) {
    const TarikhPdfMark *mark = get_mark (marks, i);
    if (mark->item != NULL)
      continue;
    if (mark->page != page) {
      page = mark->page;
      figure = add_figure (tree, document, page);
    }
    own_content (tree, figure, mark);
  }
}

/* Takes the first date out of MARKS; NULL when there is none. */
static const TarikhPdfMark *
take_date (GPtrArray *marks)
{
  for (guint i = 0; i < marks->len; i++) {
    const TarikhPdfMark *mark = g_ptr_array_index (marks, i);
    if (mark->item->role == TARIKH_ROLE_DATE)
      return g_ptr_array_remove_index (marks, i);
  }
  return NULL;
}

/* An event: its (first) date is the label, all else the body. */
static void
add_event (Tree *tree, guint list, GPtrArray *marks)
{
  guint entry = add_element (tree, list, "/LI");
  const TarikhPdfMark *date = take_date (marks);

  if (date != NULL)
    add_text (tree, entry, "/Lbl", date);
  if (marks->len == 1) {
    add_text (tree, entry, "/LBody", g_ptr_array_index (marks, 0));
  } else {
    guint body = add_element (tree, entry, "/LBody");
    for (guint i = 0; i < marks->len; i++)
      add_text (tree, body, NULL, g_ptr_array_index (marks, i));
  }
}

static guint
add_list (const Tree *tree, guint document)
{
  return add_element_with (tree, document, "/L", "/A << /O /List /ListNumbering /Decimal >>");
}

static void
add_events (Tree *tree, guint document, const GArray *marks)
{
  guint count = tarikh_draw_count_events (tree->layout);
  g_autoptr (GPtrArray) events = g_ptr_array_new_full (count, (GDestroyNotify) g_ptr_array_unref);
  guint told = 0;

  for (guint i = 0; i < count; i++)
    g_ptr_array_add (events, g_ptr_array_new ());
  for (guint i = 0; i < marks->len; i++) {
    const TarikhPdfMark *mark = get_mark (marks, i);
    if (mark->item == NULL || mark->item->event < 0)
      continue;
    g_ptr_array_add (g_ptr_array_index (events, mark->item->event), (gpointer) mark);
    told++;
  }
  if (told == 0)
    return;
  guint list = add_list (tree, document);
  for (guint i = 0; i < count; i++) {
    GPtrArray *own = g_ptr_array_index (events, i);
    if (own->len > 0)
      add_event (tree, list, own);
  }
}

static gboolean
is_on_one_line (const TarikhPdfMark *a, const TarikhPdfMark *b)
{
  const TarikhLayoutLine *one = &g_array_index (a->item->lines, TarikhLayoutLine, 0);
  const TarikhLayoutLine *other = &g_array_index (b->item->lines, TarikhLayoutLine, 0);

  return a->page == b->page && ABS (one->baseline_mm - other->baseline_mm) < 0.01;
}

/* An entry of the list of sources: a number beside a text, or a text alone. Returns the last mark it took. */
static guint
add_source (Tree *tree, guint list, const GArray *marks, guint i)
{
  guint entry = add_element (tree, list, "/LI");

  if (i + 1 < marks->len && is_source (get_mark (marks, i + 1))
      && is_on_one_line (get_mark (marks, i), get_mark (marks, i + 1)))
    add_text (tree, entry, "/Lbl", get_mark (marks, i++));
  add_text (tree, entry, "/LBody", get_mark (marks, i));
  return i;
}

/* What follows the events, from mark FROM on, in its order: notes, and sources as lists. */
static void
add_closing (Tree *tree, guint document, const GArray *marks, guint from)
{
  guint list = 0;

  for (guint i = from; i < marks->len; i++) {
    const TarikhPdfMark *mark = get_mark (marks, i);
    if (mark->item == NULL || mark->item->event >= 0)
      continue;
    if (!is_source (mark)) {
      list = 0;
      add_text (tree, document, "/P", mark);
      continue;
    }
    if (list == 0)
      list = add_list (tree, document);
    i = add_source (tree, list, marks, i);
  }
}

/* ---- frame ---- */

static void
page_clear (gpointer data)
{
  g_array_unref (((Page *) data)->owners);
  g_string_free (((Page *) data)->annotations, TRUE);
}

static void
open_pages (Tree *tree, qpdf_data pdf, const GArray *marks, const GArray *units)
{
  for (guint i = 0; i < tree->layout->pages->len; i++) {
    const TarikhLayoutPage *layout_page = g_ptr_array_index (tree->layout->pages, i);
    qpdf_oh written = qpdf_get_page_n (pdf, i);
    Page page = { (guint) qpdf_oh_get_object_id (pdf, written),
                  (guint) qpdf_oh_get_object_id (pdf, qpdf_oh_get_key (pdf, written, "/Annots")) };
    page.points_per_mm = TARIKH_DRAW_PT_PER_MM / g_array_index (units, double, i);
    page.width_mm = tarikh_draw_page_pt (layout_page->width_mm) / TARIKH_DRAW_PT_PER_MM;
    page.height_mm = tarikh_draw_page_pt (layout_page->height_mm) / TARIKH_DRAW_PT_PER_MM;
    page.owners = g_array_new (FALSE, TRUE, sizeof (guint));
    page.annotations = g_string_new (NULL);
    g_array_append_val (tree->pages, page);
  }
  for (guint i = 0; i < marks->len; i++) {
    GArray *owners = get_page (tree, get_mark (marks, i)->page)->owners;
    g_array_set_size (owners, owners->len + 1);
  }
}

static void
find_anchors (Tree *tree, const GArray *marks)
{
  for (guint i = 0; i < marks->len; i++) {
    const TarikhPdfMark *mark = get_mark (marks, i);
    if (mark->item != NULL && tarikh_draw_is_xml_name (mark->item->anchor))
      g_hash_table_insert (tree->anchors, mark->item->anchor, (gpointer) mark);
  }
}

static void
close_pages (const Tree *tree)
{
  for (guint i = 0; i < tree->pages->len; i++) {
    const Page *page = get_page (tree, i);
    g_autofree char *syntax = g_strdup_printf ("[ %s]", page->annotations->str);
    tarikh_draw_update_replace (tree->update, page->annotations_number, syntax);
  }
}

/* The number tree that leads from marked content and annotations back to their elements: pages first, then links. */
static guint
add_parent_tree (const Tree *tree)
{
  guint number = tarikh_draw_update_add (tree->update, "] >>");
  g_autoptr (GString) all = g_string_new ("<< /Nums [ ");

  for (guint i = 0; i < tree->pages->len; i++) {
    const GArray *owners = get_page (tree, i)->owners;
    guint list = tarikh_draw_update_add (tree->update, "]");
    GString *out = tarikh_draw_update_get (tree->update, list);
    g_string_append (out, "[ ");
    for (guint k = 0; k < owners->len; k++)
      append_reference (out, g_array_index (owners, guint, k));
    g_string_append_printf (all, "%u ", i);
    append_reference (all, list);
  }
  g_string_append_len (all, tree->numbers->str, (gssize) tree->numbers->len);
  g_string_append_len (tarikh_draw_update_get (tree->update, number), all->str, (gssize) all->len);
  return number;
}

/* ROOT and NAMES are the objects kept for them. */
static void
fill_tree (Tree *tree, const GArray *marks, guint root, guint names)
{
  guint document = tarikh_draw_update_add (tree->update, "] >>");
  g_autofree char *destinations = create_names (tree);

  g_string_append_printf (tarikh_draw_update_get (tree->update, document), "<< /S /Document /P %u 0 R /K [ ", root);
  guint opened = add_opening (tree, document, marks);
  add_figures (tree, document, marks);
  add_events (tree, document, marks);
  add_closing (tree, document, marks, opened);
  g_autofree char *syntax
      = g_strdup_printf ("<< /Type /StructTreeRoot /K %u 0 R /ParentTree %u 0 R /ParentTreeNextKey %d >>", document,
                         add_parent_tree (tree), tree->next_key);
  tarikh_draw_update_replace (tree->update, root, syntax);
  tarikh_draw_update_replace (tree->update, names, destinations);
  close_pages (tree);
}

/* What the update's trailer takes over from the file's; the second half of the /ID tells this update from others
 * (ISO 32000-1, 14.4). (transfer full) */
static char *
create_trailer (qpdf_data pdf, const TarikhPdfUpdate *update)
{
  qpdf_oh trailer = qpdf_get_trailer (pdf), ids = qpdf_oh_get_key (pdf, trailer, "/ID");
  g_autofree char *id = g_strdup (qpdf_oh_unparse_binary (pdf, qpdf_oh_get_array_item (pdf, ids, 0)));
  g_autofree char *hash = tarikh_draw_update_create_hash (update);

  return g_strdup_printf ("/Root %d 0 R /Info %d 0 R /ID [%s<%s>]",
                          qpdf_oh_get_object_id (pdf, qpdf_oh_get_key (pdf, trailer, "/Root")),
                          qpdf_oh_get_object_id (pdf, qpdf_oh_get_key (pdf, trailer, "/Info")), id, hash);
}

static guint
get_size (qpdf_data pdf)
{
  return (guint) qpdf_oh_get_int_value (pdf, qpdf_oh_get_key (pdf, qpdf_get_trailer (pdf), "/Size"));
}

static guint
get_kept (qpdf_data pdf, const char *key)
{
  return (guint) qpdf_oh_get_object_id (pdf, qpdf_oh_get_key (pdf, qpdf_get_root (pdf), key));
}

static void
keep_object (qpdf_data pdf, qpdf_oh dictionary, const char *key, const char *syntax)
{
  qpdf_oh_replace_key (pdf, dictionary, key, qpdf_make_indirect_object (pdf, qpdf_oh_parse (pdf, syntax)));
}

void
tarikh_draw_prepare_tree (qpdf_data pdf, const GArray *units)
{
  for (guint i = 0; i < units->len; i++) {
    qpdf_oh page = qpdf_get_page_n (pdf, i);
    double unit = g_array_index (units, double, i);
    keep_object (pdf, page, "/Annots", "[]");
    qpdf_oh_replace_key (pdf, page, "/StructParents", qpdf_oh_new_integer (pdf, i));
    qpdf_oh_replace_key (pdf, page, "/Tabs", qpdf_oh_new_name (pdf, "/S"));
    if (unit > 1)
      qpdf_oh_replace_key (pdf, page, "/UserUnit", qpdf_oh_new_integer (pdf, (gint) unit));
  }
  keep_object (pdf, qpdf_get_root (pdf), "/StructTreeRoot", "<< /Type /StructTreeRoot >>");
  keep_object (pdf, qpdf_get_root (pdf), "/Names", "<< >>");
}

GBytes *
tarikh_draw_add_tree (const void *file, gsize length, qpdf_data pdf, const TarikhLayout *layout, const GArray *marks,
                      const GArray *units)
{
  g_autoptr (TarikhPdfUpdate) update = tarikh_draw_update_new (get_size (pdf));
  Tree tree = { .layout = layout, .update = update, .numbers = g_string_new (NULL) };

  tree.next_key = (gint) layout->pages->len;
  tree.pages = g_array_new (FALSE, TRUE, sizeof (Page));
  g_array_set_clear_func (tree.pages, page_clear);
  tree.anchors = g_hash_table_new (g_str_hash, g_str_equal);
  tree.summaries = tarikh_draw_list_summaries (layout);
  open_pages (&tree, pdf, marks, units);
  find_anchors (&tree, marks);
  fill_tree (&tree, marks, get_kept (pdf, "/StructTreeRoot"), get_kept (pdf, "/Names"));
  g_array_unref (tree.pages);
  g_hash_table_unref (tree.anchors);
  g_ptr_array_unref (tree.summaries);
  g_string_free (tree.numbers, TRUE);
  g_autofree char *trailer = create_trailer (pdf, update);
  return tarikh_draw_update_finish (update, file, length, trailer);
}
