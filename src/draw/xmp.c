/* draw/xmp: XMP (ISO 16684-1) as text. PDF/A-2 asks for its part and conformance, and for a description of every
 * property outside its list, which PDF/UA's own is. */
#include "draw/xmp.h"

#include "draw/xml.h"

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

static void
add_element (GString *out, const char *name, const char *before, const char *value, const char *after)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, "<%s>%s", name, before);
  tarikh_draw_append_xml (out, value);
  g_string_append_printf (out, "%s</%s>\n", after, name);
}

static void
add_properties (GString *out, const char *title, const char *lang, const char *producer, const char *iso_date)
{
  g_string_append (out, "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                   " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                   " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                   " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n");
  add_element (out, "dc:title", "<rdf:Alt><rdf:li xml:lang=\"x-default\">", title, "</rdf:li></rdf:Alt>");
  add_element (out, "dc:language", "<rdf:Bag><rdf:li>", lang, "</rdf:li></rdf:Bag>");
  add_element (out, "xmp:CreatorTool", "", TARIKH_DRAW_CREATOR, "");
  add_element (out, "xmp:CreateDate", "", iso_date, "");
  add_element (out, "xmp:ModifyDate", "", iso_date, "");
  add_element (out, "pdf:Producer", "", producer, "");
  g_string_append (out, "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>U</pdfaid:conformance>\n"
                   "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n");
}

static void
add_extension_schema (GString *out)
{
  g_string_append (out,
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n");
}

char *
tarikh_draw_create_xmp (const char *title, const char *lang, const char *producer, const char *iso_date)
{
  GString *out = g_string_new ("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                               "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"" RDF "\">\n");

  add_properties (out, title, lang, producer, iso_date);
  add_extension_schema (out);
  g_string_append (out, "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>");
  return g_string_free (out, FALSE);
}
