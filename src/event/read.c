/* event/read: the way through one story: words, names, clauses, subjects, candidates, events, merging, weights. */
#include "event/room.h"

#include <string.h>

#define LONGEST_SPAN 3000 /* bytes; a longer sentence is quoted round the verb only */

static TarikhSpan
find_span (const EventReader *reader, const EventCandidate *candidate)
{
  const EventClause *clause = reader_get_clause (reader, candidate->clause);
  const TarikhSentence *sentence = &reader->text->sentences[clause->sentence];
  guint32 middle = candidate->noun != NO_TOKEN ? candidate->noun
                   : clause->verb != NO_TOKEN  ? clause->verb
                                               : clause->first;

  if (sentence->span.end - sentence->span.start <= LONGEST_SPAN)
    return sentence->span;
  guint32 first = middle > sentence->first_token + REACH_TOKENS / 2 ? middle - REACH_TOKENS / 2 : sentence->first_token;
  guint32 last = reader_limit (middle, sentence->end_token) - 1;
  return (TarikhSpan){ reader->text->tokens[first].start, reader->text->tokens[last].end };
}

static void
collect_names (const EventReader *reader, const EventCandidate *candidate, TarikhEvent *event)
{
  const EventClause *clause = reader_get_clause (reader, candidate->clause);

  if (candidate->noun != NO_TOKEN)
    tarikh_event_collect_names (reader, candidate->noun, candidate->noun_end, NO_TOKEN, event);
  else
    tarikh_event_collect_names (reader,
                                MAX (clause->first, clause->verb > REACH_TOKENS ? clause->verb - REACH_TOKENS / 2 : 0),
                                clause->end, candidate->clause, event);
}

/* The expression's value; when its day was turned to another week, that day with the rest of the value. */
static char *
copy_value (const TarikhTimeExpr *expr, TarikhDay first)
{
  if (expr->type == TARIKH_TIME_DURATION)
    return g_strdup ("XXXX"); /* somewhere within */
  if (expr->days.first == first || expr->days.grain > TARIKH_GRAIN_DAY || strlen (expr->value) < strlen ("2024-06-18"))
    return g_strdup (expr->value);
  g_autofree char *iso = tarikh_base_day_to_iso (first);
  return g_strconcat (iso, expr->value + strlen ("2024-06-18"), NULL);
}

/* "reported the killing of thirty": the first noun of happening after a verb of saying, or NO_TOKEN. */
static guint32
find_reported_noun (const EventReader *reader, guint32 index)
{
  const EventClause *clause = reader_get_clause (reader, index);

  if (clause->verb == NO_TOKEN || reader->words[clause->verb].kind != KIND_SAY)
    return NO_TOKEN;
  guint32 from = clause->subject != NO_TOKEN && clause->subject > clause->verb ? clause->subject_end : clause->verb + 1;
  for (guint32 i = from, end = reader_limit (from, clause->end); i < end; i++)
    if (reader->words[i].clause == index && reader->words[i].flags & (WORD_MASDAR | WORD_NEWS_NOUN)
        && !(reader->words[i].flags & (WORD_NAMED | WORD_TIME | WORD_SUFFIXED)))
      return i;
  return NO_TOKEN;
}

static guint32
end_reported_noun (const EventReader *reader, guint32 noun, guint32 index)
{
  guint32 i = noun + 1, end = reader_limit (noun, reader_get_clause (reader, index)->end);

  while (
      i < end && reader->words[i].clause == index && !(reader->words[i].flags & WORD_TIME)
      && (reader->text->tokens[i].kind != TARIKH_TOKEN_PUNCT || tarikh_text_token_is (&reader->text->tokens[i], '"')))
    i++;
  return i;
}

/* The clause of what is said, or its noun, when the statement itself makes no headline; FALSE when there is neither. */
static gboolean
turn_to_said (const EventReader *reader, const EventCandidate *candidate, EventCandidate *said)
{
  *said = *candidate;
  said->clause = tarikh_event_find_said (reader, candidate->clause);
  if (said->clause != NO_TOKEN)
    return TRUE;
  said->clause = candidate->clause;
  said->noun = find_reported_noun (reader, candidate->clause);
  if (said->noun == NO_TOKEN)
    return FALSE;
  said->noun_end = end_reported_noun (reader, said->noun, said->clause);
  said->second = TRUE;
  return TRUE;
}

/* A statement that no headline can hold whole is told by what is said: by its clause, or by its noun; CANDIDATE then says so.
 * What cannot be put so is told as the text does. */
static char *
word_headline (const EventReader *reader, EventCandidate *candidate, GPtrArray *keys)
{
  char *headline = tarikh_event_word_headline (reader, candidate, keys);
  EventCandidate said;

  if (headline != NULL || candidate->noun != NO_TOKEN)
    return headline;
  gboolean turns = turn_to_said (reader, candidate, &said);
  if (turns && reader_get_clause (reader, said.clause)->kind == CLAUSE_QUOTE
      && (headline = tarikh_event_tell_statement (reader, candidate, keys)) != NULL)
    return headline; /* somebody's own words are told as his */
  if (turns && (headline = tarikh_event_word_headline (reader, &said, keys)) != NULL) {
    *candidate = said;
    return headline;
  }
  headline = tarikh_event_tell_statement (reader, candidate, keys);
  return headline != NULL ? headline : tarikh_event_tell_plainly (reader, candidate, keys);
}

/* The event that CANDIDATE makes, or NULL when it cannot be put into words. */
static TarikhEvent *
make_event (const EventReader *reader, const EventCandidate *candidate)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  EventCandidate worded = *candidate;
  char *headline = word_headline (reader, &worded, keys);

  if (headline == NULL)
    return NULL;
  TarikhEvent *event = g_new0 (TarikhEvent, 1);
  TarikhSpan span = find_span (reader, candidate);
  event->days = candidate->days;
  event->time_expr = candidate->time_expr;
  event->dated_by = tarikh_base_interval_is_known (event->days) ? candidate->dated_by : TARIKH_DATED_NONE;
  event->status = candidate->status;
  event->rule = candidate->rule;
  event->headline = headline;
  event->who = g_ptr_array_new_with_free_func (g_free);
  event->where = g_ptr_array_new_with_free_func (g_free);
  event->spans = g_array_new (FALSE, FALSE, sizeof (TarikhSpan));
  event->keys = g_steal_pointer (&keys);
  g_array_append_val (event->spans, span);
  if (candidate->time_expr >= 0) {
    const TarikhTimeExpr *expr = reader->reading->exprs->pdata[candidate->time_expr];
    event->value = copy_value (expr, event->days.first);
    event->approximate = expr->mod == TARIKH_MOD_APPROX;
  } else if (reader->reading->published.first != reader->reading->published.last
             && tarikh_base_interval_is_known (event->days)) {
    event->value = g_strdup ("XXXX"); /* somewhere within the days, not all through them */
  }
  collect_names (reader, &worded, event);
  return event;
}

static void
make_events (EventReader *reader)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (EventCandidate));

  tarikh_event_find_candidates (reader, candidates);
  for (guint i = 0; i < candidates->len; i++) {
    TarikhEvent *event = make_event (reader, &g_array_index (candidates, EventCandidate, i));
    if (event != NULL)
      g_ptr_array_add (reader->events, event);
  }
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  const TarikhEvent *left = *(const TarikhEvent *const *) a, *right = *(const TarikhEvent *const *) b;
  guint32 x = g_array_index (left->spans, TarikhSpan, 0).start, y = g_array_index (right->spans, TarikhSpan, 0).start;

  if (x != y)
    return x < y ? -1 : 1;
  return left->time_expr < right->time_expr ? -1 : left->time_expr > right->time_expr;
}

GPtrArray *
tarikh_event_read (const TarikhStory *story, const TarikhText *text, const TarikhTimeReading *reading,
                   const TarikhLexicon *lexicon)
{
  EventReader reader = { .story = story, .text = text, .reading = reading, .lexicon = lexicon };

  reader.events = g_ptr_array_new_with_free_func ((GDestroyNotify) tarikh_event_free);
  if (text->n_tokens == 0)
    return reader.events;
  reader.clauses = g_array_new (FALSE, FALSE, sizeof (EventClause));
  reader.names = g_array_new (FALSE, FALSE, sizeof (EventName));
  reader.persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tarikh_event_read_grammar (&reader);
  tarikh_event_read_words (&reader);
  tarikh_event_find_names (&reader);
  tarikh_event_cut_clauses (&reader);
  tarikh_event_find_subjects (&reader);
  make_events (&reader);
  g_ptr_array_sort (reader.events, compare_places);
  tarikh_event_merge (&reader);
  tarikh_event_weigh (&reader);
  g_free (reader.home);
  g_hash_table_unref (reader.persons);
  g_array_unref (reader.names);
  g_array_unref (reader.clauses);
  g_free (reader.words);
  return reader.events;
}
