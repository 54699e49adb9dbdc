/* layout/table: the chronology as rows of words. Wording is that of the page (layout/entry); nothing is measured here. */
#include <string.h>

#include "layout/entry.h"
#include "layout/text.h"

static void
free_source (gpointer data)
{
  TarikhTableSource *source = data;

  g_free (source->label);
  g_free (source->address);
  g_free (source->lang);
  g_ptr_array_unref (source->sentences);
  g_free (source);
}

static void
free_row (gpointer data)
{
  TarikhTableRow *row = data;

  g_free (row->id);
  g_free (row->start);
  g_free (row->end);
  g_free (row->status);
  g_free (row->date);
  g_free (row->second_date);
  g_free (row->moment);
  g_free (row->headline);
  g_ptr_array_unref (row->sources);
  g_free (row);
}

/* TEXT as it is set, with its foreign parts in isolates. (transfer full) */
static char *
set (const TarikhComposer *composer, const char *text)
{
  g_autofree char *clean = tarikh_layout_text_clean (text, NULL);

  return tarikh_layout_text_isolate (clean, strlen (clean), composer->mirrored);
}

/* ---- sources ---- */

static TarikhTableSource *
source_new (const TarikhComposer *composer, guint number)
{
  const TarikhChronicleStory *story = g_ptr_array_index (composer->citations.stories, number - 1);
  TarikhTableSource *source = g_new0 (TarikhTableSource, 1);
  g_autofree char *label = tarikh_layout_citations_word (&composer->options->dates, story);

  source->label = set (composer, label);
  source->address = g_strdup (tarikh_layout_citations_get_address (story));
  source->lang = g_strdup (story->lang);
  source->sentences = g_ptr_array_new_with_free_func (g_free);
  return source;
}

/* The sentences of EVENT, those of one story together, stories in order of their best one. */
static GPtrArray *
list_sources (const TarikhComposer *composer, const TarikhChronicleEvent *event)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func (free_source);
  g_autoptr (GHashTable) by_number = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < event->sources->len; i++) {
    const TarikhSource *told = g_ptr_array_index (event->sources, i);
    gpointer number = told->story != NULL ? g_hash_table_lookup (composer->citations.numbers, told->story) : NULL;
    TarikhTableSource *source = g_hash_table_lookup (by_number, number);
    if (number == NULL)
      continue;
    if (source == NULL) {
      source = source_new (composer, GPOINTER_TO_UINT (number));
      g_hash_table_insert (by_number, number, source);
      g_ptr_array_add (sources, source);
    }
    if (told->text != NULL && *told->text != '\0')
      g_ptr_array_add (source->sentences, set (composer, told->text));
  }
  return sources;
}

/* ---- rows ---- */

/* The days FIRST..LAST as one day, month or year, or NULL. (transfer full) */
static char *
word_moment (TarikhDay first, TarikhDay last)
{
  if (first == TARIKH_DAY_NONE || last == TARIKH_DAY_NONE)
    return NULL;
  TarikhDate a = tarikh_base_day_get_date (first), b = tarikh_base_day_get_date (last);
  gboolean is_whole = a.day == 1 && b.day == tarikh_base_days_in_month (b.year, b.month) && a.year == b.year;

  if (a.year < 1 || a.year > 9999)
    return NULL; /* HTML knows no others */
  if (first == last)
    return g_strdup_printf ("%04d-%02d-%02d", a.year, a.month, a.day);
  if (is_whole && a.month == b.month)
    return g_strdup_printf ("%04d-%02d", a.year, a.month);
  return is_whole && a.month == 1 && b.month == 12 ? g_strdup_printf ("%04d", a.year) : NULL;
}

/* The mark goes before it, as words. */
static char *
set_headline (const TarikhComposer *composer, const TarikhEntry *entry)
{
  g_autofree char *marked = tarikh_layout_entry_word_headline (entry);

  return set (composer, marked);
}

static TarikhTableRow *
row_new (const TarikhComposer *composer, const TarikhEntry *entry)
{
  const TarikhChronicleEvent *event = g_ptr_array_index (composer->chronology->events, entry->event);
  TarikhTableRow *row = g_new0 (TarikhTableRow, 1);

  row->id = event->id != NULL ? g_strdup (event->id) : g_strdup_printf ("e%d", entry->event + 1);
  row->start = tarikh_base_day_to_iso (event->start);
  row->end = tarikh_base_day_to_iso (event->end);
  row->status = g_strdup (tarikh_event_status_get_name (event->status));
  row->date = set (composer, entry->date);
  row->second_date = entry->second_date != NULL ? set (composer, entry->second_date) : NULL;
  row->moment = word_moment (event->start, event->end);
  row->headline = set_headline (composer, entry);
  row->sources = list_sources (composer, event);
  return row;
}

static char *
word (const TarikhLayoutOptions *options, const char *key)
{
  return g_strdup (tarikh_time_get_message (&options->dates, key));
}

TarikhTable *
tarikh_layout_table_new (const TarikhChronology *chronology, const TarikhLayoutOptions *options)
{
  TarikhTable *table = g_new0 (TarikhTable, 1);
  gboolean right_to_left = strcmp (tarikh_time_get_message (&options->dates, "direction"), "rtl") == 0;
  TarikhComposer composer = { .chronology = chronology, .options = options, .mirrored = right_to_left };
  g_auto (TarikhCitations) citations = { NULL };

  tarikh_layout_citations_init (&citations, chronology);
  composer.citations = citations; /* borrowed from here on */
  g_autoptr (GPtrArray) entries = tarikh_layout_entries_new (&composer);
  table->caption = word (options, "table.caption");
  table->date_heading = word (options, "table.date");
  table->event_heading = word (options, "table.event");
  table->source_heading = word (options, citations.stories->len == 1 ? "source" : "sources");
  table->undated_heading = word (options, "undated");
  table->n_dated = tarikh_layout_entries_count_dated (entries);
  table->rows = g_ptr_array_new_with_free_func (free_row);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (table->rows, row_new (&composer, g_ptr_array_index (entries, i)));
  return table;
}

void
tarikh_layout_table_free (TarikhTable *table)
{
  if (table == NULL)
    return;
  g_free (table->caption);
  g_free (table->date_heading);
  g_free (table->event_heading);
  g_free (table->source_heading);
  g_free (table->undated_heading);
  g_ptr_array_unref (table->rows);
  g_free (table);
}
