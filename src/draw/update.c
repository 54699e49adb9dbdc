/* draw/update: object streams (ISO 32000-1, 7.5.7) and a cross-reference stream (7.5.8) behind a file that ends with one.
 * Knows nothing of what the objects mean. */
#include "draw/update.h"

#include <gio/gio.h>
#include <string.h>

#define OBJECTS_PER_STREAM 200

typedef struct {
  guint number;
  GString *text;
  const char *closing;
} Object;

struct _TarikhPdfUpdate {
  guint size;
  GArray *added;    /* Object, numbered from size on */
  GArray *replaced; /* Object */
};

/* Where an object stands: PLACE-th in object stream HOLDER, or at OFFSET when HOLDER is 0. */
typedef struct {
  guint number, holder, place;
  gsize offset;
} Entry;

typedef struct {
  GByteArray *file;
  GArray *entries; /* Entry */
  guint next_number;
} Writer;

static void
object_clear (gpointer data)
{
  g_string_free (((Object *) data)->text, TRUE);
}

TarikhPdfUpdate *
tarikh_draw_update_new (guint size)
{
  TarikhPdfUpdate *update = g_new0 (TarikhPdfUpdate, 1);

  update->size = size;
  update->added = g_array_new (FALSE, FALSE, sizeof (Object));
  update->replaced = g_array_new (FALSE, FALSE, sizeof (Object));
  g_array_set_clear_func (update->added, object_clear);
  g_array_set_clear_func (update->replaced, object_clear);
  return update;
}

void
tarikh_draw_update_free (TarikhPdfUpdate *update)
{
  if (update == NULL)
    return;
  g_array_unref (update->added);
  g_array_unref (update->replaced);
  g_free (update);
}

guint
tarikh_draw_update_add (TarikhPdfUpdate *update, const char *closing)
{
  Object object = { update->size + update->added->len, g_string_new (NULL), closing };

  g_array_append_val (update->added, object);
  return object.number;
}

GString *
tarikh_draw_update_get (TarikhPdfUpdate *update, guint number)
{
  return g_array_index (update->added, Object, number - update->size).text;
}

void
tarikh_draw_update_replace (TarikhPdfUpdate *update, guint number, const char *syntax)
{
  Object object = { number, g_string_new (syntax), "" };

  g_array_append_val (update->replaced, object);
}

static void
add_to_hash (GChecksum *checksum, const GArray *objects)
{
  for (guint i = 0; i < objects->len; i++) {
    const GString *text = g_array_index (objects, Object, i).text;
    g_checksum_update (checksum, (const guchar *) text->str, (gssize) text->len);
  }
}

char *
tarikh_draw_update_create_hash (const TarikhPdfUpdate *update)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);

  add_to_hash (checksum, update->added);
  add_to_hash (checksum, update->replaced);
  return g_strdup (g_checksum_get_string (checksum));
}

/* ---- writing ---- */

static void
append_text (GByteArray *file, const char *text)
{
  g_byte_array_append (file, (const guint8 *) text, (guint) strlen (text));
}

/* (transfer full) */
static GByteArray *
deflate (const void *data, gsize length)
{
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1);
  GByteArray *out = g_byte_array_sized_new ((guint) length / 2 + 1024);
  gsize read = 0, taken, written;
  GConverterResult result = G_CONVERTER_CONVERTED;
  guint8 room[16384];

  while (result != G_CONVERTER_FINISHED && result != G_CONVERTER_ERROR) {
    result = g_converter_convert (G_CONVERTER (zlib), (const guint8 *) data + read, length - read, room, sizeof room,
                                  G_CONVERTER_INPUT_AT_END, &taken, &written, NULL);
    read += taken;
    g_byte_array_append (out, room, (guint) written);
  }
  return out;
}

/* Writes object NUMBER, a stream of DATA with KEYS, and notes where it stands. */
static void
append_stream (Writer *w, guint number, const char *keys, const void *data, gsize length)
{
  g_autoptr (GByteArray) packed = deflate (data, length);
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n<< %s /Filter /FlateDecode /Length %u >>\nstream\n", number, keys,
                                           packed->len);

  append_text (w->file, head);
  g_byte_array_append (w->file, packed->data, packed->len);
  append_text (w->file, "\nendstream\nendobj\n");
}

/* Objects FIRST up to END of OBJECTS as one object stream. */
static void
append_objects (Writer *w, const GArray *objects, guint first, guint end)
{
  g_autoptr (GString) head = g_string_new (NULL), body = g_string_new (NULL);
  Entry holder = { w->next_number++, 0, 0, w->file->len };

  for (guint i = first; i < end; i++) {
    const Object *object = &g_array_index (objects, Object, i);
    Entry entry = { object->number, holder.number, i - first, 0 };
    g_string_append_printf (head, "%u %" G_GSIZE_FORMAT " ", object->number, body->len);
    g_string_append_len (body, object->text->str, (gssize) object->text->len);
    g_string_append_printf (body, "%s\n", object->closing);
    g_array_append_val (w->entries, entry);
  }
  g_array_append_val (w->entries, holder);
  g_autofree char *keys = g_strdup_printf ("/Type /ObjStm /N %u /First %" G_GSIZE_FORMAT, end - first, head->len);
  g_string_append_len (head, body->str, (gssize) body->len);
  append_stream (w, holder.number, keys, head->str, head->len);
}

static void
append_all (Writer *w, const GArray *objects)
{
  for (guint first = 0; first < objects->len; first += OBJECTS_PER_STREAM)
    append_objects (w, objects, first, MIN (first + OBJECTS_PER_STREAM, objects->len));
}

static gint
compare_entries (gconstpointer a, gconstpointer b)
{
  guint one = ((const Entry *) a)->number, other = ((const Entry *) b)->number;

  return (one > other) - (one < other);
}

/* A row of the cross-reference stream: one byte for the kind, four and two for where. */
static void
append_row (GByteArray *rows, const Entry *entry)
{
  guint32 where = GUINT32_TO_BE (entry->holder != 0 ? entry->holder : (guint32) entry->offset);
  guint16 place = GUINT16_TO_BE ((guint16) entry->place);
  guint8 kind = entry->holder != 0 ? 2 : 1;

  g_byte_array_append (rows, &kind, 1);
  g_byte_array_append (rows, (const guint8 *) &where, 4);
  g_byte_array_append (rows, (const guint8 *) &place, 2);
}

/* Fills ROWS and INDEX: runs of numbers that follow each other, "first count first count …". */
static void
list_rows (const GArray *entries, GByteArray *rows, GString *index)
{
  guint count = 0;

  for (guint i = 0; i < entries->len; i++) {
    const Entry *entry = &g_array_index (entries, Entry, i);
    gboolean follows = i > 0 && entry[-1].number + 1 == entry->number;
    if (!follows && i > 0)
      g_string_append_printf (index, "%u ", count);
    if (!follows)
      g_string_append_printf (index, "%u ", entry->number);
    count = follows ? count + 1 : 1;
    append_row (rows, entry);
  }
  g_string_append_printf (index, "%u", count);
}

/* Where the last cross-reference section of FILE stands: it says so at its very end. */
static guint64
find_previous (const char *file, gsize length)
{
  static const char word[] = "startxref\n";
  const gsize size = sizeof word - 1;

  for (gsize at = length; at >= size; at--)
    if (memcmp (file + at - size, word, size) == 0)
      return g_ascii_strtoull (file + at, NULL, 10);
  return 0;
}

static void
append_references (Writer *w, guint64 previous, const char *trailer)
{
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  g_autoptr (GString) index = g_string_new (NULL);
  Entry own = { w->next_number++, 0, 0, w->file->len };

  g_array_append_val (w->entries, own);
  g_array_sort (w->entries, compare_entries);
  list_rows (w->entries, rows, index);
  g_autofree char *keys = g_strdup_printf ("/Type /XRef /Size %u /Prev %" G_GUINT64_FORMAT " /W [1 4 2] /Index [%s] %s",
                                           w->next_number, previous, index->str, trailer);
  append_stream (w, own.number, keys, rows->data, rows->len);
  g_autofree char *end = g_strdup_printf ("startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", own.offset);
  append_text (w->file, end);
}

GBytes *
tarikh_draw_update_finish (const TarikhPdfUpdate *update, const void *file, gsize length, const char *trailer)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  Writer w = { g_byte_array_sized_new ((guint) length + (1 << 16)), entries, update->size + update->added->len };

  g_byte_array_append (w.file, file, (guint) length);
  append_all (&w, update->added);
  append_all (&w, update->replaced);
  append_references (&w, find_previous (file, length), trailer);
  return g_byte_array_free_to_bytes (w.file);
}
