/* draw/finish: makes cairo's PDF one that archives and screen readers accept (what PDF/A-2u and PDF/UA-1 ask for), with
 * libqpdf and in memory. Changes nothing that is painted. */
#include <cairo.h>
#include <stdlib.h>
#include <string.h>

#include "draw/content.h"
#include "draw/font.h"
#include "draw/icc.h"
#include "draw/pdf.h"
#include "draw/tree.h"
#include "draw/xmp.h"

static void
set_key (qpdf_data pdf, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (pdf, dictionary, key, value);
}

static qpdf_oh
create_stream (qpdf_data pdf, const void *data, gsize length)
{
  qpdf_oh stream = qpdf_oh_new_stream (pdf);

  qpdf_oh_replace_stream_data (pdf, stream, data, length, qpdf_oh_new_null (pdf), qpdf_oh_new_null (pdf));
  return stream;
}

/* ---- what the document says of itself ---- */

static char *
get_producer (void)
{
  return g_strdup_printf ("cairo %s, qpdf %s", cairo_version_string (), qpdf_get_qpdf_version ());
}

static void
set_info (qpdf_data pdf, const char *title, const char *producer, GDateTime *date)
{
  qpdf_oh info = qpdf_oh_new_dictionary (pdf);

  set_key (pdf, info, "/Title", qpdf_oh_new_unicode_string (pdf, title));
  set_key (pdf, info, "/Creator", qpdf_oh_new_unicode_string (pdf, TARIKH_DRAW_CREATOR));
  set_key (pdf, info, "/Producer", qpdf_oh_new_unicode_string (pdf, producer));
  if (date != NULL) {
    g_autofree char *stamp = g_date_time_format (date, "D:%Y%m%d%H%M%SZ");
    set_key (pdf, info, "/CreationDate", qpdf_oh_new_string (pdf, stamp));
    set_key (pdf, info, "/ModDate", qpdf_oh_new_string (pdf, stamp));
  }
  set_key (pdf, qpdf_get_trailer (pdf), "/Info", qpdf_make_indirect_object (pdf, info));
}

static void
set_metadata (qpdf_data pdf, const char *title, const char *lang, const char *producer, GDateTime *date)
{
  g_autofree char *iso = date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  g_autofree char *packet = tarikh_draw_create_xmp (title, lang, producer, iso);
  qpdf_oh stream = create_stream (pdf, packet, strlen (packet)), dictionary = qpdf_oh_get_dict (pdf, stream);

  set_key (pdf, dictionary, "/Type", qpdf_oh_new_name (pdf, "/Metadata"));
  set_key (pdf, dictionary, "/Subtype", qpdf_oh_new_name (pdf, "/XML"));
  set_key (pdf, qpdf_get_root (pdf), "/Metadata", stream);
}

static void
set_output_intent (qpdf_data pdf)
{
  g_autoptr (GByteArray) profile = tarikh_draw_create_srgb ();
  qpdf_oh stream = create_stream (pdf, profile->data, profile->len), intents = qpdf_oh_new_array (pdf);
  qpdf_oh intent = qpdf_oh_parse (pdf, "<< /Type /OutputIntent /S /GTS_PDFA1 /Info (sRGB IEC61966-2.1)"
                                       " /OutputConditionIdentifier (sRGB IEC61966-2.1) >>");

  set_key (pdf, qpdf_oh_get_dict (pdf, stream), "/N", qpdf_oh_new_integer (pdf, 3));
  set_key (pdf, intent, "/DestOutputProfile", stream);
  qpdf_oh_append_item (pdf, intents, intent);
  set_key (pdf, qpdf_get_root (pdf), "/OutputIntents", intents);
}

/* LANG when it looks like a language tag (BCP 47), else "und": undetermined. */
static char *
check_lang (const char *lang)
{
  gboolean is_tag = lang != NULL && g_ascii_isalpha (*lang) && strlen (lang) <= 35;

  for (const char *p = lang; is_tag && *p != '\0'; p++)
    is_tag = g_ascii_isalnum (*p) || *p == '-';
  return g_strdup (is_tag ? lang : "und");
}

static void
describe_document (qpdf_data pdf, const TarikhLayout *layout, const TarikhDrawOptions *options)
{
  qpdf_oh root = qpdf_get_root (pdf);
  g_autofree char *title = tarikh_base_printable (layout->title), *producer = get_producer ();
  g_autofree char *lang = check_lang (layout->lang);
  gboolean is_dated = options != NULL && options->source_date >= 0;
  g_autoptr (GDateTime) date = is_dated ? g_date_time_new_from_unix_utc (options->source_date) : NULL;

  set_key (pdf, root, "/Lang", qpdf_oh_new_string (pdf, lang));
  set_key (pdf, root, "/MarkInfo", qpdf_oh_parse (pdf, "<< /Marked true >>"));
  set_key (pdf, root, "/ViewerPreferences",
           qpdf_oh_parse (pdf, layout->right_to_left ? "<< /DisplayDocTitle true /Direction /R2L >>"
                                                     : "<< /DisplayDocTitle true >>"));
  set_info (pdf, title, producer, date);
  set_metadata (pdf, title, lang, producer, date);
  set_output_intent (pdf);
}

/* ---- pages ---- */

static GPtrArray *
list_keys (qpdf_data pdf, qpdf_oh dictionary)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  if (!qpdf_oh_is_dictionary (pdf, dictionary))
    return keys;
  qpdf_oh_begin_dict_key_iter (pdf, dictionary);
  while (qpdf_oh_dict_more_keys (pdf))
    g_ptr_array_add (keys, g_strdup (qpdf_oh_dict_next_key (pdf)));
  return keys;
}

static void
strip_file (qpdf_data pdf, qpdf_oh stream)
{
  unsigned char *data = NULL;
  size_t length = 0;

  if ((qpdf_oh_get_stream_data (pdf, stream, qpdf_dl_generalized, NULL, &data, &length) & QPDF_ERRORS) != 0)
    return;
  g_autoptr (GBytes) smaller = tarikh_draw_strip_hinting (data, length);
  free (data);
  if (smaller == NULL)
    return;
  gsize size;
  const void *bytes = g_bytes_get_data (smaller, &size);
  qpdf_oh_replace_stream_data (pdf, stream, bytes, size, qpdf_oh_new_null (pdf), qpdf_oh_new_null (pdf));
  set_key (pdf, qpdf_oh_get_dict (pdf, stream), "/Length1", qpdf_oh_new_integer (pdf, (long long) size));
}

/* Cairo leaves the map of its TrueType subsets to the default; archives want it written. */
static void
map_glyphs (qpdf_data pdf, qpdf_oh font)
{
  if (qpdf_oh_is_name_and_equals (pdf, qpdf_oh_get_key (pdf, font, "/Subtype"), "/CIDFontType2")
      && !qpdf_oh_has_key (pdf, font, "/CIDToGIDMap"))
    set_key (pdf, font, "/CIDToGIDMap", qpdf_oh_new_name (pdf, "/Identity"));
}

/* FONT, or the font it is composed of, with its file, which several pages share: SEEN holds the numbers of those done. */
static void
finish_font (qpdf_data pdf, qpdf_oh font, GHashTable *seen)
{
  qpdf_oh descendants = qpdf_oh_get_key (pdf, font, "/DescendantFonts");

  if (qpdf_oh_is_array (pdf, descendants) && qpdf_oh_get_array_n_items (pdf, descendants) > 0)
    font = qpdf_oh_get_array_item (pdf, descendants, 0);
  map_glyphs (pdf, font);
  qpdf_oh file = qpdf_oh_get_key_if_dict (pdf, qpdf_oh_get_key (pdf, font, "/FontDescriptor"), "/FontFile2");
  if (qpdf_oh_is_stream (pdf, file) && g_hash_table_add (seen, GINT_TO_POINTER (qpdf_oh_get_object_id (pdf, file))))
    strip_file (pdf, file);
}

static void
finish_fonts (qpdf_data pdf, qpdf_oh page, GHashTable *seen)
{
  qpdf_oh fonts = qpdf_oh_get_key_if_dict (pdf, qpdf_oh_get_key_if_dict (pdf, page, "/Resources"), "/Font");
  g_autoptr (GPtrArray) keys = list_keys (pdf, fonts);

  for (guint i = 0; i < keys->len; i++)
    finish_font (pdf, qpdf_oh_get_key (pdf, fonts, g_ptr_array_index (keys, i)), seen);
}

static gint
count_marks (const GArray *marks, guint page)
{
  gint count = 0;

  for (guint i = 0; i < marks->len; i++)
    count += g_array_index (marks, TarikhPdfMark, i).page == page;
  return count;
}

static gboolean
wrap_page (qpdf_data pdf, qpdf_oh page, gint expected)
{
  unsigned char *content = NULL;
  size_t length = 0;
  g_autoptr (GString) wrapped = g_string_new (NULL);

  if ((qpdf_oh_get_page_content_data (pdf, page, &content, &length) & QPDF_ERRORS) != 0)
    return FALSE;
  gint parts = tarikh_draw_wrap_artifacts (wrapped, (const char *) content, length);
  free (content);
  if (parts == expected)
    set_key (pdf, page, "/Contents", create_stream (pdf, wrapped->str, wrapped->len));
  return parts == expected;
}

static gboolean
finish_pages (qpdf_data pdf, const GArray *marks, guint count)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (qpdf_get_num_pages (pdf) != (int) count)
    return FALSE;
  for (guint i = 0; i < count; i++) {
    qpdf_oh page = qpdf_get_page_n (pdf, i);
    if (!wrap_page (pdf, page, count_marks (marks, i)))
      return FALSE;
    finish_fonts (pdf, page, seen);
  }
  return TRUE;
}

/* ---- reading and writing ---- */

static qpdf_data
open_pdf (const void *data, gsize length)
{
  qpdf_data pdf = qpdf_init ();

  qpdf_silence_errors (pdf);
  qpdf_set_suppress_warnings (pdf, QPDF_TRUE);
  qpdf_read_memory (pdf, "cairo", data, length, NULL);
  return pdf;
}

static gboolean
write_pdf (qpdf_data pdf)
{
  if ((qpdf_init_write_memory (pdf) & QPDF_ERRORS) != 0)
    return FALSE;
  qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
  qpdf_set_newline_before_endstream (pdf, QPDF_TRUE);
  qpdf_set_object_stream_mode (pdf, qpdf_o_generate);
  qpdf_set_minimum_pdf_version (pdf, "1.7");
  return (qpdf_write (pdf) & QPDF_ERRORS) == 0;
}

static void
set_pdf_error (qpdf_data pdf, GError **error)
{
  const char *reason = "its structure is not as expected";

  if (qpdf_has_error (pdf))
    reason = qpdf_get_error_full_text (pdf, qpdf_get_error (pdf));
  g_set_error (error, TARIKH_ERROR, TARIKH_ERROR_WRITE, "PDF: %s", reason);
}

/* What was painted, with all but its tree. (transfer full) */
static GBytes *
write_without_tree (const GByteArray *painted, const TarikhLayout *layout, const GArray *marks, const GArray *units,
                    const TarikhDrawOptions *options, GError **error)
{
  qpdf_data pdf = open_pdf (painted->data, painted->len);
  GBytes *bytes = NULL;

  if (!qpdf_has_error (pdf) && finish_pages (pdf, marks, layout->pages->len)) {
    tarikh_draw_prepare_tree (pdf, units);
    describe_document (pdf, layout, options);
    if (!qpdf_has_error (pdf) && write_pdf (pdf))
      bytes = g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
  }
  if (bytes == NULL)
    set_pdf_error (pdf, error);
  qpdf_cleanup (&pdf);
  return bytes;
}

GBytes *
tarikh_draw_finish_pdf (const GByteArray *painted, const TarikhLayout *layout, const GArray *marks, const GArray *units,
                        const TarikhDrawOptions *options, GError **error)
{
  g_autoptr (GBytes) written = write_without_tree (painted, layout, marks, units, options, error);
  gsize length;

  if (written == NULL)
    return NULL;
  const void *data = g_bytes_get_data (written, &length);
  qpdf_data pdf = open_pdf (data, length); /* its objects have new numbers now */
  GBytes *bytes = qpdf_has_error (pdf) ? NULL : tarikh_draw_add_tree (data, length, pdf, layout, marks, units);
  if (bytes == NULL)
    set_pdf_error (pdf, error);
  qpdf_cleanup (&pdf);
  return bytes;
}
