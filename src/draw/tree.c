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

static void
set_text (const Tree *tree, qpdf_oh dictionary, const char *key, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  give_key (tree, dictionary, key, qpdf_oh_new_unicode_string (tree->pdf, valid));
}

/* ---- elements ---- */

static Element
create_element (const Tree *tree, qpdf_oh parent, const char *type)
{
  Element e = { qpdf_make_indirect_object (tree->pdf, qpdf_oh_new_dictionary (tree->pdf)),
                qpdf_oh_new_array (tree->pdf) };

  set_name (tree, e.dictionary, "/S", type);
  set_key (tree, e.dictionary, "/P", parent);
  set_key (tree, e.dictionary, "/K", e.kids);
  return e;
}

static Element
add_element (const Tree *tree, const Element *parent, const char *type)
{
  Element e = create_element (tree, parent->dictionary, type);

  append (tree, parent->kids, e.dictionary);
  return e;
}

/* E gets no further kids. */
static void
close_element (const Tree *tree, const Element *e)
{
  qpdf_oh_release (tree->pdf, e->kids);
}

/* Makes the content of MARK the element's. All content of one element stands on one page. */
static void
add_content (const Tree *tree, const Element *e, const TarikhPdfMark *mark)
{
  Page *page = get_page (tree, mark->page);

  set_key (tree, e->dictionary, "/Pg", page->dictionary);
  give_item (tree, e->kids, qpdf_oh_new_integer (tree->pdf, mark->mcid));
  g_array_index (page->owners, qpdf_oh, mark->mcid) = e->dictionary;
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

static qpdf_oh
create_rectangle (const Tree *tree, const Page *page, const Box *box)
{
  g_autoptr (GString) text = g_string_new ("[");
  double k = page->points_per_mm;
  const double sides[4] = { box->left * k, (page->height_mm - box->bottom) * k, box->right * k,
                            (page->height_mm - box->top) * k };

  for (guint i = 0; i < 4; i++) {
    tarikh_draw_append_number (text, sides[i], 2);
    g_string_append_c (text, i < 3 ? ' ' : ']');
  }
  return qpdf_oh_parse (tree->pdf, text->str);
}

/* What a "#name" leads to, or 0. */
static qpdf_oh
create_destination (const Tree *tree, const char *name)
{
  const TarikhPdfMark *mark = g_hash_table_lookup (tree->anchors, name);

  if (mark == NULL)
    return 0;
  const Page *page = get_page (tree, mark->page);
  qpdf_oh array = qpdf_oh_new_array (tree->pdf);
  double top_mm = MAX (tarikh_draw_clamp_mm (mark->item->y_mm) - 2, 0);
  g_autoptr (GString) top = g_string_new (NULL);
  tarikh_draw_append_number (top, (page->height_mm - top_mm) * page->points_per_mm, 2);
  append (tree, array, page->dictionary);
  give_item (tree, array, qpdf_oh_new_name (tree->pdf, "/XYZ"));
  give_item (tree, array, qpdf_oh_new_integer (tree->pdf, 0));
  give_item (tree, array, qpdf_oh_new_real_from_string (tree->pdf, top->str));
  give_item (tree, array, qpdf_oh_new_null (tree->pdf));
  return array;
}

/* Gives ANNOTATION what happens on a click; FALSE when HREF leads nowhere. */
static gboolean
set_target (const Tree *tree, qpdf_oh annotation, const char *href)
{
  g_autofree char *uri = NULL;

  if (href == NULL)
    return FALSE;
  if (href[0] == '#') {
    qpdf_oh destination = create_destination (tree, href + 1);
    if (destination != 0)
      give_key (tree, annotation, "/Dest", destination);
    return destination != 0;
  }
  uri = tarikh_draw_escape_uri (href);
  if (uri == NULL)
    return FALSE;
  qpdf_oh action = qpdf_oh_new_dictionary (tree->pdf);
  set_name (tree, action, "/Type", "/Action");
  set_name (tree, action, "/S", "/URI");
  give_key (tree, action, "/URI", qpdf_oh_new_string (tree->pdf, uri));
  give_key (tree, annotation, "/A", action);
  return TRUE;
}

static void
describe_annotation (const Tree *tree, qpdf_oh annotation, const Page *page, const TarikhLayoutItem *item)
{
  const Box box = get_box (item);
  g_autofree char *contents = item->href[0] == '#' ? g_strdup (item->text)
                                                   : g_strconcat (item->text, " — ", item->href, NULL);
  g_autofree char *printable = tarikh_base_printable (contents);

  set_name (tree, annotation, "/Type", "/Annot");
  set_name (tree, annotation, "/Subtype", "/Link");
  give_key (tree, annotation, "/Rect", create_rectangle (tree, page, &box));
  give_key (tree, annotation, "/Border", qpdf_oh_parse (tree->pdf, "[0 0 0]"));
  set_integer (tree, annotation, "/F", 4); /* printed: archives want to see what there is */
  set_text (tree, annotation, "/Contents", printable);
  set_key (tree, annotation, "/P", page->dictionary);
}

/* Enters ANNOTATION, which has its target, as LINK's over the text of MARK: on the page, in the tree, in the parent tree. */
static void
add_annotation (Tree *tree, qpdf_oh annotation, const Element *link, const TarikhPdfMark *mark)
{
  Page *page = get_page (tree, mark->page);
  qpdf_oh reference = qpdf_oh_new_dictionary (tree->pdf);

  annotation = qpdf_make_indirect_object (tree->pdf, annotation);
  describe_annotation (tree, annotation, page, mark->item);
  set_integer (tree, annotation, "/StructParent", tree->next_key);
  append (tree, page->annotations, annotation);
  page->annotation_count++;
  set_name (tree, reference, "/Type", "/OBJR");
  set_key (tree, reference, "/Obj", annotation);
  set_key (tree, reference, "/Pg", page->dictionary);
  give_item (tree, link->kids, reference);
  give_item (tree, tree->numbers, qpdf_oh_new_integer (tree->pdf, tree->next_key++));
  append (tree, tree->numbers, link->dictionary);
}

/* The content of MARK in E. Its words stand there too, in reading order: the content itself is in visual order. */
static void
fill_text (const Tree *tree, const Element *e, const TarikhPdfMark *mark)
{
  add_content (tree, e, mark);
  set_text (tree, e->dictionary, "/ActualText", mark->item->text);
}

/* The text of MARK as an element of TYPE; when it leads somewhere, with a link inside, or as a link when TYPE is NULL. */
static void
add_text (Tree *tree, const Element *parent, const char *type, const TarikhPdfMark *mark)
{
  qpdf_oh annotation = mark->item->href != NULL ? qpdf_oh_new_dictionary (tree->pdf) : 0;
  gboolean is_link = annotation != 0 && set_target (tree, annotation, mark->item->href);
  Element e = add_element (tree, parent, type != NULL ? type : is_link ? "/Link" : "/P"), inner = e;

  if (is_link && type != NULL)
    inner = add_element (tree, &e, "/Link");
  fill_text (tree, &inner, mark);
  if (is_link)
    add_annotation (tree, annotation, &inner, mark);
  close_element (tree, &e);
  if (is_link && type != NULL)
    close_element (tree, &inner);
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

  if (tree->layout->pages->len == 1 && tree->layout->description != NULL)
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

static void
describe_figure (const Tree *tree, const Element *figure, guint number)
{
  g_autofree char *words = describe_page (tree, number);
  qpdf_oh attributes = qpdf_oh_parse (tree->pdf, "<< /O /Layout /Placement /Block >>");
  Box box = get_figure_box (tree, number);

  set_text (tree, figure->dictionary, "/Alt", words);
  give_key (tree, attributes, "/BBox", create_rectangle (tree, get_page (tree, number), &box));
  give_key (tree, figure->dictionary, "/A", attributes);
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
      figure = add_element (tree, document, "/Figure");
      describe_figure (tree, &figure, page);
    }
    add_content (tree, &figure, mark);
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
  Element list = add_element (tree, document, "/L");

  give_key (tree, list.dictionary, "/A", qpdf_oh_parse (tree->pdf, "<< /O /List /ListNumbering /Decimal >>"));
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
    if (mark->item != NULL && mark->item->anchor != NULL)
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
  qpdf_oh root = qpdf_make_indirect_object (tree->pdf, qpdf_oh_new_dictionary (tree->pdf));
  Element document = create_element (tree, root, "/Document");

  set_name (tree, root, "/Type", "/StructTreeRoot");
  set_key (tree, root, "/K", document.dictionary);
  guint opened = add_opening (tree, &document, marks);
  add_figures (tree, &document, marks);
  add_events (tree, &document, marks);
  add_closing (tree, &document, marks, opened);
  set_key (tree, root, "/ParentTree", create_parent_tree (tree));
  set_integer (tree, root, "/ParentTreeNextKey", tree->next_key);
  set_key (tree, qpdf_get_root (tree->pdf), "/StructTreeRoot", root);
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
