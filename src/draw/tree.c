/* draw/tree: the logical structure (ISO 32000-1, 14.7 and 14.8; ISO 14289-1). Reading order is the order of time: the
 * title, the figures with the timeline in words, the list of events, then notes and sources. Paints nothing. */
#include "draw/tree.h"

#include <string.h>

#include "draw/canvas.h"
#include "draw/events.h"
#include "draw/mark.h"
#include "draw/number.h"
#include "draw/uri.h"
#include "draw/xml.h"

typedef struct {
  qpdf_oh dictionary;
  qpdf_oh kids;
} Element;

typedef struct {
  qpdf_data pdf;
  const TarikhLayout *layout;
  GArray *pages;      /* Page */
  qpdf_oh numbers;    /* the parent tree's, annotations only; pages are put before them */
  gint next_key;
  GHashTable *anchors; /* name → TarikhPdfMark* of where it leads */
  GPtrArray *summaries; /* char*, by event */
} Tree;

typedef struct {
  qpdf_oh dictionary;
  double points_per_mm, width_mm, height_mm;
  GArray *owners;      /* qpdf_oh: the element of each MCID */
  qpdf_oh annotations; /* array */
  guint annotation_count;
} Page;

static Page *
get_page (const Tree *tree, guint number)
{
  return &g_array_index (tree->pages, Page, number);
}

static void
set_key (const Tree *tree, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (tree->pdf, dictionary, key, value);
}

/* As set_key(), and lets go of VALUE: a handle kept costs memory and time until the end. */
static void
give_key (const Tree *tree, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
  set_key (tree, dictionary, key, value);
  qpdf_oh_release (tree->pdf, value);
}

static void
append (const Tree *tree, qpdf_oh array, qpdf_oh item)
{
  qpdf_oh_append_item (tree->pdf, array, item);
}

static void
give_item (const Tree *tree, qpdf_oh array, qpdf_oh item)
{
  append (tree, array, item);
  qpdf_oh_release (tree->pdf, item);
}

static void
set_name (const Tree *tree, qpdf_oh dictionary, const char *key, const char *name)
{
  give_key (tree, dictionary, key, qpdf_oh_new_name (tree->pdf, name));
}

static void
set_integer (const Tree *tree, qpdf_oh dictionary, const char *key, gint value)
{
  give_key (tree, dictionary, key, qpdf_oh_new_integer (tree->pdf, value));
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

/* A new indirect object of what SYNTAX says. Saying much at once is what keeps large files quick. */
static qpdf_oh
create_object (const Tree *tree, const char *syntax)
{
  qpdf_oh direct = qpdf_oh_parse (tree->pdf, syntax), object = qpdf_make_indirect_object (tree->pdf, direct);

  qpdf_oh_release (tree->pdf, direct);
  return object;
}

/* ---- elements ---- */

/* An element of TYPE with further KEYS (PDF syntax), the last below PARENT. */
static Element
add_element_with (const Tree *tree, const Element *parent, const char *type, const char *keys)
{
  g_autofree char *syntax = g_strdup_printf ("<< /S %s %s >>", type, keys);
  Element e = { create_object (tree, syntax), 0 };

  set_key (tree, e.dictionary, "/P", parent->dictionary);
  append (tree, parent->kids, e.dictionary);
  return e;
}

/* E may get kids from now on. */
static void
open_kids (const Tree *tree, Element *e)
{
  if (e->kids == 0)
    e->kids = qpdf_oh_get_key (tree->pdf, e->dictionary, "/K");
}

/* An element for other elements. */
static Element
add_element (const Tree *tree, const Element *parent, const char *type)
{
  Element e = add_element_with (tree, parent, type, "/K []");

  open_kids (tree, &e);
  return e;
}

/* E gets no further kids. */
static void
close_element (const Tree *tree, const Element *e)
{
  if (e->kids != 0)
    qpdf_oh_release (tree->pdf, e->kids);
}

/* The content of MARK is E's, whose /K names it. All content of one element stands on one page. */
static void
own_content (const Tree *tree, const Element *e, const TarikhPdfMark *mark)
{
  Page *page = get_page (tree, mark->page);

  set_key (tree, e->dictionary, "/Pg", page->dictionary);
  g_array_index (page->owners, qpdf_oh, mark->mcid) = e->dictionary;
}

/* An element of TYPE that holds the text of MARK. Its words stand there too, in reading order: the content itself is in
 * visual order. */
static Element
add_leaf (const Tree *tree, const Element *parent, const char *type, const TarikhPdfMark *mark)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  g_string_printf (keys, "/K [%d] /ActualText ", mark->mcid);
  append_string (keys, mark->item->text);
  Element e = add_element_with (tree, parent, type, keys->str);
  own_content (tree, &e, mark);
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
add_annotation (Tree *tree, const char *target, Element *link, const TarikhPdfMark *mark)
{
  Page *page = get_page (tree, mark->page);
  g_autoptr (GString) syntax = g_string_new ("<< ");

  append_description (syntax, page, mark->item);
  g_string_append_printf (syntax, "%s /StructParent %d >>", target, tree->next_key);
  qpdf_oh annotation = create_object (tree, syntax->str);
  qpdf_oh reference = qpdf_oh_parse (tree->pdf, "<< /Type /OBJR >>");
  append (tree, page->annotations, annotation);
  page->annotation_count++;
  give_key (tree, reference, "/Obj", annotation);
  open_kids (tree, link);
  give_item (tree, link->kids, reference);
  give_item (tree, tree->numbers, qpdf_oh_new_integer (tree->pdf, tree->next_key++));
  append (tree, tree->numbers, link->dictionary);
}

/* Where the links that stay in the file lead, by name (ISO 32000-1, 7.9.6: sorted). */
static void
add_destinations (const Tree *tree)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (tree->anchors), (GCompareFunc) strcmp);
  qpdf_oh root = qpdf_oh_parse (tree->pdf, "<< /Dests << /Names [] >> >>");
  qpdf_oh list = qpdf_oh_get_key (tree->pdf, qpdf_oh_get_key (tree->pdf, root, "/Dests"), "/Names");

  for (const GList *name = names; name != NULL; name = name->next) {
    const TarikhPdfMark *mark = g_hash_table_lookup (tree->anchors, name->data);
    const Page *page = get_page (tree, mark->page);
    double top_mm = MAX (tarikh_draw_clamp_mm (mark->item->y_mm) - 2, 0);
    g_autoptr (GString) key = g_string_new (NULL), place = g_string_new ("[/XYZ 0 ");
    append_string (key, name->data);
    tarikh_draw_append_number (place, (page->height_mm - top_mm) * page->points_per_mm, 2);
    g_string_append (place, " null]");
    qpdf_oh destination = qpdf_oh_parse (tree->pdf, place->str);
    qpdf_oh_insert_item (tree->pdf, destination, 0, page->dictionary);
    give_item (tree, list, qpdf_oh_parse (tree->pdf, key->str));
    give_item (tree, list, destination);
  }
  if (names != NULL)
    set_key (tree, qpdf_get_root (tree->pdf), "/Names", root);
}

/* The text of MARK as an element of TYPE; when it leads somewhere, with a link inside, or as a link when TYPE is NULL. */
static void
add_text (Tree *tree, const Element *parent, const char *type, const TarikhPdfMark *mark)
{
  g_autoptr (GString) target = g_string_new (NULL);
  gboolean is_link = append_target (tree, target, mark->item->href);

  if (!is_link) {
    add_leaf (tree, parent, type != NULL ? type : "/P", mark);
    return;
  }
  Element outer = type != NULL ? add_element (tree, parent, type) : *parent;
  Element link = add_leaf (tree, &outer, "/Link", mark);
  add_annotation (tree, target->str, &link, mark);
  close_element (tree, &link);
  if (type != NULL)
    close_element (tree, &outer);
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
add_opening (Tree *tree, const Element *document, const GArray *marks)
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
static Element
add_figure (const Tree *tree, const Element *document, guint number)
{
  g_autofree char *words = describe_page (tree, number);
  g_autoptr (GString) keys = g_string_new ("/K [] /A << /O /Layout /Placement /Block /BBox ");
  Box box = get_figure_box (tree, number);

  append_rectangle (keys, get_page (tree, number), &box);
  g_string_append (keys, " >> /Alt ");
  append_string (keys, words);
  return add_element_with (tree, document, "/Figure", keys->str);
}

/* One figure a page: the marks of a page follow each other. */
static void
add_figures (const Tree *tree, const Element *document, const GArray *marks)
{
  Element figure = { 0, 0 };
  guint page = G_MAXUINT;

  for (guint i = 0; i < marks->len; i++) {
    const TarikhPdfMark *mark = get_mark (marks, i);
    if (mark->item != NULL)
      continue;
    if (mark->page != page) {
      page = mark->page;
      figure = add_figure (tree, document, page);
      open_kids (tree, &figure);
    }
    give_item (tree, figure.kids, qpdf_oh_new_integer (tree->pdf, mark->mcid));
    own_content (tree, &figure, mark);
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
add_event (Tree *tree, const Element *list, GPtrArray *marks)
{
  Element entry = add_element (tree, list, "/LI");
  const TarikhPdfMark *date = take_date (marks);

  if (date != NULL)
    add_text (tree, &entry, "/Lbl", date);
  if (marks->len == 1) {
    add_text (tree, &entry, "/LBody", g_ptr_array_index (marks, 0));
  } else {
    Element body = add_element (tree, &entry, "/LBody");
    for (guint i = 0; i < marks->len; i++)
      add_text (tree, &body, NULL, g_ptr_array_index (marks, i));
    close_element (tree, &body);
  }
  close_element (tree, &entry);
}

static Element
add_list (const Tree *tree, const Element *document)
{
  Element list = add_element_with (tree, document, "/L", "/K [] /A << /O /List /ListNumbering /Decimal >>");

  open_kids (tree, &list);
  return list;
}

static void
add_events (Tree *tree, const Element *document, const GArray *marks)
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
  Element list = add_list (tree, document);
  for (guint i = 0; i < count; i++) {
    GPtrArray *own = g_ptr_array_index (events, i);
    if (own->len > 0)
      add_event (tree, &list, own);
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
add_source (Tree *tree, const Element *list, const GArray *marks, guint i)
{
  Element entry = add_element (tree, list, "/LI");

  if (i + 1 < marks->len && is_source (get_mark (marks, i + 1))
      && is_on_one_line (get_mark (marks, i), get_mark (marks, i + 1)))
    add_text (tree, &entry, "/Lbl", get_mark (marks, i++));
  add_text (tree, &entry, "/LBody", get_mark (marks, i));
  return i;
}

/* What follows the events, from mark FROM on, in its order: notes, and sources as lists. */
static void
add_closing (Tree *tree, const Element *document, const GArray *marks, guint from)
{
  Element list = { 0, 0 };

  for (guint i = from; i < marks->len; i++) {
    const TarikhPdfMark *mark = get_mark (marks, i);
    if (mark->item == NULL || mark->item->event >= 0)
      continue;
    if (!is_source (mark)) {
      list.dictionary = 0;
      add_text (tree, document, "/P", mark);
      continue;
    }
    if (list.dictionary == 0)
      list = add_list (tree, document);
    i = add_source (tree, &list, marks, i);
  }
}

/* ---- frame ---- */

static void
page_clear (gpointer data)
{
  g_array_unref (((Page *) data)->owners);
}

static void
open_pages (Tree *tree, const GArray *marks, const GArray *units)
{
  for (guint i = 0; i < tree->layout->pages->len; i++) {
    const TarikhLayoutPage *layout_page = g_ptr_array_index (tree->layout->pages, i);
    Page page = { .dictionary = qpdf_get_page_n (tree->pdf, i) };
    page.points_per_mm = TARIKH_DRAW_PT_PER_MM / g_array_index (units, double, i);
    page.width_mm = tarikh_draw_page_pt (layout_page->width_mm) / TARIKH_DRAW_PT_PER_MM;
    page.height_mm = tarikh_draw_page_pt (layout_page->height_mm) / TARIKH_DRAW_PT_PER_MM;
    page.owners = g_array_new (FALSE, TRUE, sizeof (qpdf_oh));
    page.annotations = qpdf_oh_new_array (tree->pdf);
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
close_page (const Tree *tree, guint number, double unit)
{
  const Page *page = get_page (tree, number);

  set_integer (tree, page->dictionary, "/StructParents", (gint) number);
  set_name (tree, page->dictionary, "/Tabs", "/S");
  if (page->annotation_count > 0)
    set_key (tree, page->dictionary, "/Annots", page->annotations);
  if (unit > 1)
    set_integer (tree, page->dictionary, "/UserUnit", (gint) unit);
}

/* The number tree that leads from marked content and annotations back to their elements: pages first, then links. */
static qpdf_oh
create_parent_tree (const Tree *tree)
{
  qpdf_oh all = qpdf_oh_new_array (tree->pdf), parents = qpdf_oh_new_dictionary (tree->pdf);

  for (guint i = 0; i < tree->pages->len; i++) {
    const GArray *owners = get_page (tree, i)->owners;
    qpdf_oh array = qpdf_oh_new_array (tree->pdf);
    for (guint k = 0; k < owners->len; k++)
      append (tree, array, g_array_index (owners, qpdf_oh, k));
    give_item (tree, all, qpdf_oh_new_integer (tree->pdf, i));
    give_item (tree, all, qpdf_make_indirect_object (tree->pdf, array));
  }
  gint count = qpdf_oh_get_array_n_items (tree->pdf, tree->numbers);
  for (gint i = 0; i < count; i++)
    give_item (tree, all, qpdf_oh_get_array_item (tree->pdf, tree->numbers, i));
  give_key (tree, parents, "/Nums", all);
  return qpdf_make_indirect_object (tree->pdf, parents);
}

static void
fill_tree (Tree *tree, const GArray *marks)
{
  qpdf_oh root = create_object (tree, "<< /Type /StructTreeRoot >>");
  Element document = { create_object (tree, "<< /S /Document /K [] >>"), 0 };

  set_key (tree, document.dictionary, "/P", root);
  set_key (tree, root, "/K", document.dictionary);
  open_kids (tree, &document);
  guint opened = add_opening (tree, &document, marks);
  add_figures (tree, &document, marks);
  add_events (tree, &document, marks);
  add_closing (tree, &document, marks, opened);
  set_key (tree, root, "/ParentTree", create_parent_tree (tree));
  set_integer (tree, root, "/ParentTreeNextKey", tree->next_key);
  set_key (tree, qpdf_get_root (tree->pdf), "/StructTreeRoot", root);
  add_destinations (tree);
}

void
tarikh_draw_add_tree (qpdf_data pdf, const TarikhLayout *layout, const GArray *marks, const GArray *units)
{
  Tree tree = { .pdf = pdf, .layout = layout, .numbers = qpdf_oh_new_array (pdf) };

  tree.next_key = (gint) layout->pages->len;
  tree.pages = g_array_new (FALSE, TRUE, sizeof (Page));
  g_array_set_clear_func (tree.pages, page_clear);
  tree.anchors = g_hash_table_new (g_str_hash, g_str_equal);
  tree.summaries = tarikh_draw_list_summaries (layout);
  open_pages (&tree, marks, units);
  find_anchors (&tree, marks);
  fill_tree (&tree, marks);
  for (guint i = 0; i < layout->pages->len; i++)
    close_page (&tree, i, g_array_index (units, double, i));
  g_array_unref (tree.pages);
  g_hash_table_unref (tree.anchors);
  g_ptr_array_unref (tree.summaries);
}
