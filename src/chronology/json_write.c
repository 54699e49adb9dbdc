/* chronology/json_write: the chronology as the JSON of the contract. Writes bytes straight to one buffer: a tree of
 * values would cost more than the reading of the stories. Never changes the chronology. */
#include "chronology/telling.h"
#include "chronology/names.h"

#include <math.h>
#include <string.h>

typedef struct {
  GString *out;
  gboolean compact;
} Writer;

static inline void
put_bytes (Writer *w, const char *bytes, gsize length)
{
  GString *out = w->out;

  if (out->allocated_len - out->len <= length) {
    g_string_append_len (out, bytes, (gssize) length);
    return;
  }
  memcpy (out->str + out->len, bytes, length);
  out->len += length;
  out->str[out->len] = '\0';
}

static inline void
put (Writer *w, const char *text)
{
  put_bytes (w, text, strlen (text));
}

/* A new line with DEPTH indents, or nothing when compact. */
static void
put_break (Writer *w, guint depth)
{
  if (w->compact)
    return;
  g_string_append_c (w->out, '\n');
  for (guint i = 0; i < depth; i++)
    put_bytes (w, "  ", 2);
}

static void
put_escape (Writer *w, guchar c)
{
  static const char hex[] = "0123456789abcdef";
  static const char *const shorts[] = { ['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n", ['\f'] = "\\f", ['\r'] = "\\r" };

  if (c == '"' || c == '\\') {
    g_string_append_c (w->out, '\\');
    g_string_append_c (w->out, (char) c);
  } else if (c < G_N_ELEMENTS (shorts) && shorts[c] != NULL) {
    put (w, shorts[c]);
  } else {
    put (w, "\\u00");
    g_string_append_c (w->out, hex[c >> 4]);
    g_string_append_c (w->out, hex[c & 15]);
  }
}

static inline gboolean
is_escaped (guchar c)
{
  return c < 0x20 || c == '"' || c == '\\' || c == 0x7f;
}

/* The first byte from P on that is escaped, or END. Eight bytes a step: of a byte that is zero, or below what is taken from
 * it, a subtraction sets the top bit. */
static const char *
find_escaped (const char *p, const char *end)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101), tops = ones << 7;
  guint64 bytes;

  for (; end - p >= 8; p += 8) {
    memcpy (&bytes, p, 8);
    guint64 quote = bytes ^ ones * '"', slash = bytes ^ ones * '\\', rubout = bytes ^ ones * 0x7f;
    if ((((bytes - ones * 0x20) & ~bytes) | ((quote - ones) & ~quote) | ((slash - ones) & ~slash)
         | ((rubout - ones) & ~rubout))
        & tops)
      break;
  }
  while (p < end && !is_escaped ((guchar) *p))
    p++;
  return p;
}

/* Escapes what JSON demands (quote, backslash, controls) and DEL; everything else stands as it is, in UTF-8. */
static void
put_string (Writer *w, const char *text)
{
  if (text == NULL) {
    put (w, "null");
    return;
  }
  const char *end = text + strlen (text);
  put_bytes (w, "\"", 1);
  for (;;) {
    const char *special = find_escaped (text, end);
    put_bytes (w, text, (gsize) (special - text));
    if (special == end)
      break;
    put_escape (w, (guchar) *special);
    text = special + 1;
  }
  put_bytes (w, "\"", 1);
}

static void
put_number (Writer *w, guint32 number)
{
  char digits[12], *p = digits + sizeof digits;

  do
    *--p = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  put_bytes (w, p, (gsize) (digits + sizeof digits - p));
}

/* 0..1 to three decimals, as settling rounds it; no locale, no needless zero but one. */
static void
put_fraction (Writer *w, double value)
{
  guint32 thousandths = value > 0 ? (guint32) floor (MIN (value, 1.0) * 1000 + 0.5) : 0; /* NaN is not > 0 */
  char decimals[] = { '.', (char) ('0' + thousandths / 100 % 10), (char) ('0' + thousandths / 10 % 10),
                      (char) ('0' + thousandths % 10) };
  gsize length = decimals[3] != '0' ? 4 : decimals[2] != '0' ? 3 : 2;

  put_number (w, thousandths / 1000);
  put_bytes (w, decimals, length);
}

static void
put_day (Writer *w, TarikhDay day)
{
  TarikhDate d = tarikh_base_day_get_date (day);

  if (day == TARIKH_DAY_NONE) {
    put (w, "null");
  } else if (d.year < 0 || d.year > 9999) {
    g_autofree char *iso = tarikh_base_day_to_iso (day);
    put_string (w, iso);
  } else {
    char iso[] = "\"0000-00-00\"";
    for (gint i = 4, year = d.year; i >= 1; i--, year /= 10)
      iso[i] = (char) ('0' + year % 10);
    iso[6] = (char) ('0' + d.month / 10), iso[7] = (char) ('0' + d.month % 10);
    iso[9] = (char) ('0' + d.day / 10), iso[10] = (char) ('0' + d.day % 10);
    put_bytes (w, iso, 12);
  }
}

/* Before every member of an object but the first; on the same line when DEPTH is 0. */
static void
put_key (Writer *w, guint depth, const char *key)
{
  char last = w->out->str[w->out->len - 1];

  if (last != '{')
    g_string_append_c (w->out, ',');
  if (depth > 0)
    put_break (w, depth);
  else if (!w->compact)
    g_string_append_c (w->out, ' ');
  g_string_append_c (w->out, '"');
  put (w, key);
  put (w, w->compact ? "\":" : "\": ");
}

static void
put_member (Writer *w, guint depth, const char *key, const char *text)
{
  put_key (w, depth, key);
  put_string (w, text);
}

static void
put_day_member (Writer *w, guint depth, const char *key, TarikhDay day)
{
  put_key (w, depth, key);
  put_day (w, day);
}

static void
put_number_member (Writer *w, guint depth, const char *key, guint32 number)
{
  put_key (w, depth, key);
  put_number (w, number);
}

static void
put_story (Writer *w, const TarikhChronicleStory *story)
{
  put (w, "{");
  put_member (w, 3, "id", story->id);
  put_member (w, 3, "source", story->source);
  put_member (w, 3, "title", story->title);
  put_member (w, 3, "lang", story->lang);
  put_member (w, 3, "outlet", story->outlet);
  put_member (w, 3, "url", story->url);
  put_day_member (w, 3, "published", story->published);
  put_member (w, 3, "published_by", tarikh_chronology_published_by_get_name (story->published_by));
  put_day_member (w, 3, "published_from", story->published_from);
  put_day_member (w, 3, "published_to", story->published_to);
  put_break (w, 2);
  put (w, "}");
}

static void
put_timex (Writer *w, const TarikhChronicleTimex *timex)
{
  put (w, "{");
  put_member (w, 0, "story", timex->story);
  put_number_member (w, 0, "start", timex->start);
  put_number_member (w, 0, "end", timex->end);
  put_member (w, 0, "text", timex->text);
  put_member (w, 0, "type", tarikh_time_type_get_name (timex->type));
  put_member (w, 0, "value", timex->value);
  put_member (w, 0, "mod", tarikh_time_mod_get_name (timex->mod));
  put_day_member (w, 0, "from", timex->from);
  put_day_member (w, 0, "to", timex->to);
  put (w, w->compact ? "}" : " }");
}

static void
put_source (Writer *w, const TarikhSource *source)
{
  put (w, "{");
  put_member (w, 0, "story", source->story);
  put_number_member (w, 0, "start", source->start);
  put_number_member (w, 0, "end", source->end);
  put_member (w, 0, "text", source->text);
  put (w, w->compact ? "}" : " }");
}

static void
put_note (Writer *w, const TarikhChronicleNote *note)
{
  put (w, "{");
  put_member (w, 0, "code", tarikh_chronology_note_get_name (note->code));
  put_member (w, 0, "text", tarikh_base_note_get_text (note->code));
  put_member (w, 0, "detail", note->detail);
  put (w, w->compact ? "}" : " }");
}

typedef void (*PutItem) (Writer *w, gconstpointer item);

/* A list with one item a line, DEPTH being the depth of the list's key. */
static void
put_list (Writer *w, guint depth, const char *key, const GPtrArray *items, PutItem put_item)
{
  put_key (w, depth, key);
  put (w, "[");
  for (guint i = 0; i < items->len; i++) {
    if (i > 0)
      put (w, ",");
    put_break (w, depth + 1);
    put_item (w, g_ptr_array_index (items, i));
  }
  if (items->len > 0)
    put_break (w, depth);
  put (w, "]");
}

static void
put_names (Writer *w, guint depth, const char *key, const GPtrArray *names)
{
  put_key (w, depth, key);
  put (w, "[");
  for (guint i = 0; i < names->len; i++) {
    if (i > 0)
      put (w, w->compact ? "," : ", ");
    put_string (w, g_ptr_array_index (names, i));
  }
  put (w, "]");
}

static void
put_event (Writer *w, const TarikhChronicleEvent *event)
{
  put (w, "{");
  put_member (w, 3, "id", event->id);
  put_day_member (w, 3, "start", event->start);
  put_day_member (w, 3, "end", event->end);
  put_member (w, 3, "value", event->value);
  put_member (w, 3, "dated_by", tarikh_event_dated_by_get_name (event->dated_by));
  put_member (w, 3, "status", tarikh_event_status_get_name (event->status));
  put_key (w, 3, "salience");
  put_fraction (w, event->salience);
  put_member (w, 3, "headline", event->headline);
  put_names (w, 3, "who", event->who);
  put_names (w, 3, "where", event->where);
  put_list (w, 3, "sources", event->sources, (PutItem) put_source);
  /* What the contract does not list stands behind it, and only when it says something. */
  if (event->approximate) {
    put_key (w, 3, "approximate");
    put (w, "true");
  }
  if (event->mark != NULL)
    put_member (w, 3, "mark", event->mark);
  if (event->struck) {
    put_key (w, 3, "struck");
    put (w, "true");
  }
  if (event->notes != NULL && event->notes->len > 0)
    put_list (w, 3, "notes", event->notes, (PutItem) put_note);
  put_break (w, 2);
  put (w, "}");
}

char *
tarikh_chronology_to_json (const TarikhChronology *chronology, gboolean compact)
{
  Writer w = { g_string_sized_new (4096), compact };

  g_return_val_if_fail (chronology != NULL, NULL);
  put (&w, "{");
  put_number_member (&w, 1, "tarikh", 1);
  put_list (&w, 1, "stories", chronology->stories, (PutItem) put_story);
  put_list (&w, 1, "timexes", chronology->timexes, (PutItem) put_timex);
  put_list (&w, 1, "events", chronology->events, (PutItem) put_event);
  put_break (&w, 0);
  put (&w, "}\n");
  return g_string_free (w.out, FALSE);
}
