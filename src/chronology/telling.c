/* chronology/telling: what one event says, reduced to numbers for comparing. Keeps no text. */
#include "chronology/telling.h"

#include <string.h>

#define AFAR_DAYS 3 /* from the story's own: what is told of such days is told for its own sake */

TarikhTellings *
tarikh_chronology_tellings_new (void)
{
  TarikhTellings *t = g_new0 (TarikhTellings, 1);

  t->tellings = g_array_new (FALSE, FALSE, sizeof (TarikhTelling));
  t->words = g_array_new (FALSE, FALSE, sizeof (guint32));
  t->sketches = g_array_new (FALSE, FALSE, sizeof (TarikhSketch));
  t->stemmers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) tarikh_chronology_stemmer_free);
  t->ids = g_hash_table_new (g_str_hash, g_str_equal);
  return t;
}

void
tarikh_chronology_tellings_free (TarikhTellings *t)
{
  if (t == NULL)
    return;
  g_array_unref (t->tellings);
  g_array_unref (t->words);
  g_array_unref (t->sketches);
  g_hash_table_unref (t->stemmers);
  g_hash_table_unref (t->ids);
  g_free (t->first_text);
  g_free (t->first_lang);
  g_clear_pointer (&t->first_spans, g_array_unref);
  g_free (t);
}

const TarikhStemmer *
tarikh_chronology_tellings_get_stemmer (TarikhTellings *t, const char *lang)
{
  const char *tag = lang != NULL ? lang : "";
  TarikhStemmer *stemmer = g_hash_table_lookup (t->stemmers, tag);

  if (stemmer == NULL) {
    stemmer = tarikh_chronology_stemmer_new (lang);
    g_hash_table_insert (t->stemmers, g_strdup (tag), stemmer);
  }
  return stemmer;
}

const guint32 *
tarikh_chronology_tellings_get_words (const TarikhTellings *t, guint index)
{
  if (t->words->len == 0)
    return NULL;
  return &g_array_index (t->words, guint32, 0) + g_array_index (t->tellings, TarikhTelling, index).first_word;
}

/* Appends the words of tokens FIRST..END-1 with the bits of MARK. */
static void
add_token_words (const TarikhStemmer *stemmer, const TarikhText *text, guint first, guint end, guint32 mark,
                 GArray *words)
{
  for (guint i = first; i < end; i++) {
    const TarikhToken *token = &text->tokens[i];
    if ((token->kind != TARIKH_TOKEN_WORD && token->kind != TARIKH_TOKEN_NUMBER) || token->fold_length == 0)
      continue;
    guint32 hash
      = tarikh_chronology_stemmer_hash (stemmer, tarikh_text_get_fold (text, token), token->fold_length) | mark;
    g_array_append_val (words, hash);
  }
}

void
tarikh_chronology_words_of_text (const TarikhStemmer *stemmer, const char *text, GArray *words)
{
  g_autoptr (TarikhText) cut = tarikh_text_new (text, strlen (text));

  add_token_words (stemmer, cut, 0, cut->n_tokens, 0, words);
}

/* A sentence is looked for within its line, and not farther than this from the span. */
#define SENTENCE_REACH 600u

/* The part of the line round SPAN, cut where a character begins. */
static TarikhSpan
get_window (const char *text, gsize length, TarikhSpan span)
{
  guint32 start = span.start, end = span.end;

  while (start > 0 && span.start - start < SENTENCE_REACH && text[start - 1] != '\n')
    start--;
  while (end < length && end - span.end < SENTENCE_REACH && text[end] != '\n')
    end++;
  while (start < span.start && ((guchar) text[start] & 0xc0) == 0x80)
    start++;
  while (end > span.end && end < length && ((guchar) text[end] & 0xc0) == 0x80)
    end--;
  return (TarikhSpan){ start, end };
}

void
tarikh_chronology_words_of_sentence (const TarikhStemmer *stemmer, const char *text, gsize length, TarikhSpan span,
                                     GArray *words)
{
  TarikhSpan window = get_window (text, length, span);
  g_autoptr (TarikhText) cut = tarikh_text_new (text + window.start, window.end - window.start);
  TarikhSpan inner = { span.start - window.start, span.end - window.start };

  for (guint i = 0; i < cut->n_sentences; i++)
    if (tarikh_base_span_overlaps (cut->sentences[i].span, inner))
      add_token_words (stemmer, cut, cut->sentences[i].first_token, cut->sentences[i].end_token,
                       TARIKH_CHRONOLOGY_ASIDE, words);
}

/* By hash. */
static gint
compare_words (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/* Two tellings of one word: aside only when both are, an action when either is. */
static guint32
join_marks (guint32 a, guint32 b)
{
  return (a & ~TARIKH_CHRONOLOGY_MARKS) | (a & b & TARIKH_CHRONOLOGY_ASIDE) | ((a | b) & TARIKH_CHRONOLOGY_ACTION);
}

void
tarikh_chronology_words_sort (GArray *words, guint first)
{
  guint kept = first;

  if (words->len <= first)
    return;
  guint32 *list = (guint32 *) (gpointer) words->data;
  qsort (list + first, words->len - first, sizeof *list, compare_words);
  for (guint i = first; i < words->len; i++) {
    if (kept > first && (list[kept - 1] & ~TARIKH_CHRONOLOGY_MARKS) == (list[i] & ~TARIKH_CHRONOLOGY_MARKS))
      list[kept - 1] = join_marks (list[kept - 1], list[i]);
    else
      list[kept++] = list[i];
  }
  g_array_set_size (words, kept);
}

static void
add_keys (GArray *words, const TarikhStemmer *stemmer, const GPtrArray *keys)
{
  guint n = keys != NULL ? MIN (keys->len, TARIKH_CHRONOLOGY_MAX_WORDS) : 0;

  for (guint i = 0; i < n; i++) {
    const char *key = g_ptr_array_index (keys, i);
    guint32 hash = tarikh_chronology_stemmer_hash (stemmer, key, strlen (key));
    if (hash != 0)
      g_array_append_val (words, hash);
  }
}

/* Closes the telling whose words were appended from FIRST on. */
static void
add_telling (TarikhTellings *t, TarikhTelling telling, guint first)
{
  tarikh_chronology_words_sort (t->words, first);
  telling.first_word = first;
  telling.n_words = t->words->len - first;
  g_array_append_val (t->tellings, telling);
}

/* The news of the day on which the story came out, or of the day before. */
static gboolean
is_fresh (const TarikhEvent *event, TarikhDay published)
{
  return published != TARIKH_DAY_NONE && event->days.first != TARIKH_DAY_NONE && event->days.first == event->days.last
         && event->days.first <= published && event->days.first >= published - 1;
}

/* By its very day, which was no news any more or not yet. */
static gboolean
is_afar (const TarikhEvent *event, TarikhDay published)
{
  TarikhDay day = event->days.first;

  if (published == TARIKH_DAY_NONE || day == TARIKH_DAY_NONE || day != event->days.last || event->approximate
      || event->dated_by != TARIKH_DATED_EXPLICIT)
    return FALSE;
  return event->status == TARIKH_STATUS_PLANNED ? day >= published + AFAR_DAYS : day <= published - AFAR_DAYS;
}

static TarikhSpan
get_first_span (const TarikhEvent *event, gsize length)
{
  TarikhSpan span = { 0, 0 };

  if (event->spans->len > 0)
    span = g_array_index (event->spans, TarikhSpan, 0);
  span.end = (guint32) MIN (span.end, length);
  span.start = MIN (span.start, span.end);
  return span;
}

void
tarikh_chronology_tellings_keep_first (TarikhTellings *t, const TarikhStory *story, GPtrArray *events)
{
  t->first_text = g_strndup (story->text, story->text_length);
  t->first_length = story->text_length;
  t->first_lang = g_strdup (story->lang);
  t->first_spans = g_array_new (FALSE, FALSE, sizeof (TarikhSpan));
  for (guint i = 0; i < events->len; i++) {
    TarikhSpan span = get_first_span (g_ptr_array_index (events, i), story->text_length);
    g_array_append_val (t->first_spans, span);
  }
}

/* The words of the telling move to the end of the words and grow there. */
static void
tell_aside (TarikhTellings *t, const TarikhStemmer *stemmer, guint index)
{
  TarikhTelling *telling = &g_array_index (t->tellings, TarikhTelling, index);
  TarikhSpan span = g_array_index (t->first_spans, TarikhSpan, index);
  guint first = t->words->len;

  for (guint i = 0; i < telling->n_words; i++) {
    guint32 word = g_array_index (t->words, guint32, telling->first_word + i);
    g_array_append_val (t->words, word);
  }
  if (span.end > span.start)
    tarikh_chronology_words_of_sentence (stemmer, t->first_text, t->first_length, span, t->words);
  tarikh_chronology_words_sort (t->words, first);
  telling->first_word = first;
  telling->n_words = t->words->len - first;
}

void
tarikh_chronology_tellings_tell_first (TarikhTellings *t)
{
  if (t->first_text == NULL)
    return;
  if (t->sketches->len > 0)
    g_array_index (t->sketches, TarikhSketch, 0) = tarikh_chronology_sketch_of (t->first_text, t->first_length);
  for (guint i = 0; i < MIN (t->first_spans->len, t->tellings->len); i++)
    tell_aside (t, tarikh_chronology_tellings_get_stemmer (t, t->first_lang), i);
  g_clear_pointer (&t->first_text, g_free);
  g_clear_pointer (&t->first_lang, g_free);
  g_clear_pointer (&t->first_spans, g_array_unref);
}

void
tarikh_chronology_tellings_add_event (TarikhTellings *t, guint32 story, const TarikhStory *text,
                                      const TarikhEvent *event, gboolean aside)
{
  const TarikhStemmer *stemmer = tarikh_chronology_tellings_get_stemmer (t, text->lang);
  TarikhTelling telling = { .story = story, .salience = (float) CLAMP (event->salience, 0.0, 1.0),
                            .fresh = is_fresh (event, text->published),
                            .afar = is_afar (event, text->published) };
  guint first = t->words->len;

  add_keys (t->words, stemmer, event->keys);
  if (t->words->len == first && event->headline != NULL)
    tarikh_chronology_words_of_text (stemmer, event->headline, t->words);
  TarikhSpan span = get_first_span (event, text->text_length);
  if (aside && span.end > span.start)
    tarikh_chronology_words_of_sentence (stemmer, text->text, text->text_length, span, t->words);
  for (guint32 i = span.start; i < span.end; i++)
    telling.fingerprint = (telling.fingerprint ^ (guchar) text->text[i]) * 16777619u + 1;
  add_telling (t, telling, first);
}

void
tarikh_chronology_tellings_add_bare (TarikhTellings *t, guint32 story, guint32 origin, const char *lang,
                                     const TarikhChronicleEvent *event)
{
  TarikhTelling telling = { .story = story, .origin = origin, .salience = (float) event->salience };
  guint first = t->words->len;

  const TarikhStemmer *stemmer = tarikh_chronology_tellings_get_stemmer (t, lang);
  tarikh_chronology_words_of_text (stemmer, event->headline, t->words);
  if (event->sources->len > 0) {
    const TarikhSource *source = g_ptr_array_index (event->sources, 0);
    TarikhSpan whole = { 0, (guint32) MIN (strlen (source->text), SENTENCE_REACH) };
    while (whole.end > 0 && ((guchar) source->text[whole.end] & 0xc0) == 0x80)
      whole.end--;
    telling.fingerprint = g_str_hash (source->text);
    tarikh_chronology_words_of_sentence (stemmer, source->text, whole.end, whole, t->words);
  }
  add_telling (t, telling, first);
}

/* The story of EVENT's first source, or the first story there is. */
static guint32
find_story (const TarikhTellings *t, const TarikhChronicleEvent *event)
{
  if (event->sources->len == 0)
    return 0;
  const TarikhSource *source = g_ptr_array_index (event->sources, 0);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (t->ids, source->story));
  return number > 0 ? number - 1 : 0;
}

static void
add_missing (TarikhTellings *t, const TarikhChronology *chronology)
{
  tarikh_chronology_tellings_tell_first (t);
  guint32 origin = ++t->n_origins;

  while (t->tellings->len < chronology->events->len) {
    const TarikhChronicleEvent *event = g_ptr_array_index (chronology->events, t->tellings->len);
    guint32 story = find_story (t, event);
    const TarikhChronicleStory *teller
      = story < chronology->stories->len ? g_ptr_array_index (chronology->stories, story) : NULL;
    tarikh_chronology_tellings_add_bare (t, story, origin, teller != NULL ? teller->lang : NULL, event);
  }
}

/* Stories that were put in by hand: nothing is known of their text. */
static void
add_missing_stories (TarikhTellings *t, const TarikhChronology *chronology)
{
  TarikhSketch empty = tarikh_chronology_sketch_of ("", 0);

  while (t->sketches->len < chronology->stories->len) {
    const TarikhChronicleStory *story = g_ptr_array_index (chronology->stories, t->sketches->len);
    g_array_append_val (t->sketches, empty);
    if (!g_hash_table_contains (t->ids, story->id))
      g_hash_table_insert (t->ids, story->id, GUINT_TO_POINTER (t->sketches->len));
  }
}

TarikhTellings *
tarikh_chronology_tellings_get (TarikhChronology *chronology)
{
  if (chronology->tellings == NULL)
    chronology->tellings = tarikh_chronology_tellings_new ();
  add_missing_stories (chronology->tellings, chronology);
  if (chronology->tellings->tellings->len > chronology->events->len) /* somebody took events out by hand */
    g_array_set_size (chronology->tellings->tellings, 0);
  if (chronology->tellings->tellings->len < chronology->events->len)
    add_missing (chronology->tellings, chronology);
  return chronology->tellings;
}

void
tarikh_chronology_take_story (TarikhChronology *chronology, TarikhChronicleStory *story)
{
  TarikhTellings *t = tarikh_chronology_tellings_get (chronology);
  g_autofree char *given = story->id;

  story->id = g_strdup (given);
  for (guint n = 2; g_hash_table_contains (t->ids, story->id); n++) {
    g_free (story->id);
    story->id = g_strdup_printf ("%s-%u", given, n);
  }
  g_ptr_array_add (chronology->stories, story);
  add_missing_stories (t, chronology);
}
