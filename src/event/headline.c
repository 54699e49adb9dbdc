/* event/headline: one sentence of at most twelve words from a clause: verb first, without who said it, when it was, and what
 * is only added. Takes whole words of the text; writes no word that the text or the tables do not hold. Tries the ways to
 * word it, shortest first. */
#include "event/headline.h"

#include <string.h>

/* Words a headline of the clause would have, and whether its end leaves a noun waiting for its relative clause. */
static guint
try_clause (Writer *w, guint relatives)
{
  g_array_set_size (w->pieces, 0);
  w->relatives = relatives;
  tarikh_event_write_clause (w);
  return tarikh_event_count_words (w, tarikh_event_choose_end (w));
}

/* The clause without relative clauses; with them when too little is left otherwise. */
static void
write_fitting (Writer *w)
{
  guint words = try_clause (w, 0);

  if (words > HEADLINE_MOST_WORDS) {
    w->terse = TRUE;
    words = try_clause (w, 0);
  }

  for (guint relatives = 1; relatives <= 2 && words < HEADLINE_SHORT_WORDS; relatives++) {
    guint more = try_clause (w, relatives);
    if (more > HEADLINE_MOST_WORDS) {
      try_clause (w, relatives - 1);
      return;
    }
    words = more;
  }
}

/* "peaceful marches, | thousands took part in them": after a comma a clause with a pronoun that points back. */
static gboolean
points_back (const Writer *w, const EventClause *clause)
{
  guint32 verb = clause->verb;

  return clause->kind == CLAUSE_MAIN && verb != NO_TOKEN && verb > 0 && clause->first == verb
         && verb + 1 < clause->end && writer_get_word (w, verb)->clitics == 0
         && writer_get_word (w, verb + 1)->preposition == 3 && clause->subject != NO_TOKEN && clause->subject > verb
         && tarikh_text_token_is (writer_get_token (w, verb - 1), 0x60c);
}

/* The clause's own headline, by its kind. */
static void
write_by_kind (Writer *w, char **verb)
{
  const EventClause *clause = reader_get_clause (w->reader, w->candidate->clause);

  gboolean relative
      = clause->kind == CLAUSE_RELATIVE || clause->kind == CLAUSE_BARE_RELATIVE || points_back (w, clause);

  g_array_set_size (w->pieces, 0);
  if (w->candidate->noun != NO_TOKEN)
    *verb = tarikh_event_write_noun (w);
  else if (relative)
    tarikh_event_write_relative (w);
  else
    write_fitting (w);
  gboolean done = clause->verb != NO_TOKEN && clause->verb > 0
                  && writer_get_word (w, clause->verb - 1)->flags & WORD_PERFECT; /* "will | have passed" */
  if (w->pieces->len == 0 && relative && clause->kind != CLAUSE_RELATIVE
      && (done || (clause->subject != NO_TOKEN && clause->subject > clause->verb)))
    write_fitting (w); /* no noun before it that it could tell of: it stands by itself */
}

/* The clause as it stands, with all inside it: for when nothing shorter says enough. */
static void
write_whole (Writer *w, guint32 index)
{
  const EventClause *clause = reader_get_clause (w->reader, index);
  guint32 end = clause->end;
  guint32 first = clause->auxiliary != NO_TOKEN ? clause->auxiliary : clause->verb;

  g_array_set_size (w->pieces, 0);
  if (first == NO_TOKEN)
    return;
  tarikh_event_add_bare (w, first, TRUE);
  tarikh_event_add_stretch (w, first + 1, end, index, &(Hole){ .subject = NO_TOKEN }, TRUE);
}

/* First token of the clause as the text tells it, after times, adverbs and what opens it. */
static guint32
find_telling_start (const Writer *w, const EventClause *clause, guint32 index)
{
  guint32 lead = clause->auxiliary != NO_TOKEN ? clause->auxiliary : clause->verb;

  if (lead > 0 && writer_get_word (w, lead - 1)->flags & WORD_NEGATION)
    lead--;
  for (guint32 i = clause->first; i < lead; i++) {
    const EventWord *word = writer_get_word (w, i);
    if (word->clause != index || writer_get_token (w, i)->kind == TARIKH_TOKEN_PUNCT || word->opener != OPENER_NONE
        || word->flags & (WORD_TIME | WORD_ADVERB | WORD_PERFECT | WORD_COVERED)
        || tarikh_event_leads_to_time (w, i, lead))
      continue;
    if (word->flags & WORD_PREPOSITION && i + 1 < lead && writer_get_word (w, i + 1)->flags & WORD_TIME)
      continue;
    return i;
  }
  return lead;
}

/* The clause in its own order with its dates: for when nothing that moves words makes a sentence. */
static void
write_as_told (Writer *w, guint32 index)
{
  const EventClause *clause = reader_get_clause (w->reader, index), *parent;

  g_array_set_size (w->pieces, 0);
  if (clause->verb == NO_TOKEN)
    return;
  parent = reader_get_clause (w->reader, clause->parent);
  guint32 start = find_telling_start (w, clause, index);
  if (clause->kind == CLAUSE_BARE_RELATIVE && parent->verb == NO_TOKEN && parent->first < start)
    start = parent->first; /* what stands before it says what happened */
  w->as_told = TRUE;
  tarikh_event_add_bare (w, start, FALSE);
  tarikh_event_add_stretch (w, start + 1, clause->end, index, &(Hole){ .subject = NO_TOKEN }, TRUE);
}

/* The clause with what it announces, all inner clauses in: for when the verb of what is said lies far. */
static void
write_announced (Writer *w, guint32 index)
{
  guint32 end = w->reader->text->sentences[reader_get_clause (w->reader, index)->sentence].end_token;
  const EventClause *clause = reader_get_clause (w->reader, index);

  g_array_set_size (w->pieces, 0);
  if (clause->verb == NO_TOKEN)
    return;
  guint32 start = find_telling_start (w, clause, index);
  w->as_told = TRUE;
  tarikh_event_add_bare (w, start, FALSE);
  tarikh_event_add_stretch (w, start + 1, end, index, &(Hole){ .subject = NO_TOKEN }, TRUE);
}

/* "everything changed on that day, when the officers seized power": the clause that says what happened. */
static guint32
find_when (const Writer *w, guint32 index)
{
  const EventClause *clause = reader_get_clause (w->reader, index);

  for (guint32 i = index + 1; i < w->reader->clauses->len && i <= index + 4; i++) {
    const EventClause *child = reader_get_clause (w->reader, i);
    if (child->sentence != clause->sentence)
      break;
    if (child->parent == index && child->kind == CLAUSE_WHEN && child->verb != NO_TOKEN && child->first > clause->verb
        && writer_get_word (w, child->verb)->kind == KIND_ACT
        && writer_get_word (w, child->verb)->flags & (WORD_PAST | WORD_PASSIVE)
        && writer_get_word (w, child->first)->n_tokens == 1)
      return i;
  }
  return NO_TOKEN;
}

/* "held a meeting | that was not announced": what a relative clause denies is no news, what it hangs on is. */
static guint32
rise_from_denial (const Writer *w)
{
  const EventClause *clause = reader_get_clause (w->reader, w->candidate->clause);

  return w->candidate->noun == NO_TOKEN && clause->kind == CLAUSE_BARE_RELATIVE && clause->marks & WORD_NEGATION
                 && reader_get_clause (w->reader, clause->parent)->verb != NO_TOKEN
             ? clause->parent
             : w->candidate->clause;
}

/* Without the noun that it tells of a relative clause says of nobody what was done. */
static gboolean
tells_of_noun (const Writer *w, guint32 index)
{
  ClauseKind kind = reader_get_clause (w->reader, index)->kind;

  return w->candidate->noun == NO_TOKEN && (kind == CLAUSE_RELATIVE || kind == CLAUSE_BARE_RELATIVE);
}

/* "stopped after the arrest of the chief in May": the time is the noun's and not the clause's, unless it lasts since then. */
static gboolean
stands_apart (const EventReader *reader, const EventCandidate *candidate)
{
  TarikhLexiconHit hit;
  guint32 noun = candidate->noun;

  if (noun == NO_TOKEN || noun == 0 || strcmp (candidate->rule, "noun-time") != 0)
    return FALSE;
  return !(tarikh_lexicon_match_before (reader->lexicon, reader->text, noun - 1, TARIKH_LEXICON_TIME_END, &hit)
           && tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_SINCE) != NULL);
}

/* "failed twelve times, | the last of them was in June": the clause above, or the one before the comma, tells what happened.
 * NO_TOKEN when INDEX is no such clause. */
static guint32
find_counted (const Writer *w, guint32 index)
{
  const EventClause *clause = reader_get_clause (w->reader, index);

  if (w->candidate->noun != NO_TOKEN || clause->verb == NO_TOKEN || clause->verb + 1 >= clause->end
      || writer_get_word (w, clause->verb)->kind != KIND_BE || clause->verb > clause->first
      || (clause->kind != CLAUSE_BARE_RELATIVE && (clause->kind != CLAUSE_MAIN || index == 0))
      || (!(writer_get_word (w, clause->verb + 1)->flags & WORD_MEASURE)
          && tarikh_event_measure_possessive (w, clause->verb + 1) == 0))
    return NO_TOKEN;
  guint32 told = clause->kind == CLAUSE_MAIN ? index - 1 : clause->parent;
  const EventClause *other = reader_get_clause (w->reader, told);
  return other->verb != NO_TOKEN && other->sentence == clause->sentence && other->kind == CLAUSE_MAIN && told != index
             ? told
             : NO_TOKEN;
}

/* "a novel | that deals with the seventies", "counts as the worst since": an imperfect that describes tells of no happening that
 * is past. */
static gboolean
only_portrays (const EventReader *reader, const EventCandidate *candidate)
{
  const EventClause *clause = reader_get_clause (reader, candidate->clause);

  if (candidate->noun != NO_TOKEN || clause->verb == NO_TOKEN || candidate->status != TARIKH_STATUS_PAST
      || clause->auxiliary != NO_TOKEN || clause->kind == CLAUSE_WHEN
      || clause->marks & (WORD_NEGATION | WORD_FUTURE | WORD_PLANNED)
      || candidate->days.last >= reader->reading->published.first)
    return FALSE;
  const EventWord *verb = &reader->words[clause->verb];
  gboolean present = (verb->flags & (WORD_VERB | WORD_FUTURE)) == WORD_PRESENT;
  gboolean inner = clause->kind == CLAUSE_RELATIVE || clause->kind == CLAUSE_BARE_RELATIVE;
  return present && (inner || verb->kind == KIND_STAND || verb->kind == KIND_BE || verb->kind == KIND_MODAL);
}

/* "counts as the third since | the freeing of the price in 2016": the happening after a preposition of time, nearest before the
 * candidate's time, is what that time dates. FALSE when none stands there. */
static gboolean
turn_to_noun (const EventReader *reader, EventCandidate *candidate)
{
  if (candidate->time_expr < 0)
    return FALSE;
  const TarikhTimeExpr *expr = reader->reading->exprs->pdata[candidate->time_expr];
  guint32 limit = reader->text->sentences[reader_get_clause (reader, candidate->clause)->sentence].first_token;
  guint32 end = expr->first_token;

  while (end > limit && reader->words[end - 1].flags & WORD_PREPOSITION)
    end--;
  for (guint32 i = end; i-- > limit + 1 && end - i < 24;) {
    const EventWord *word = &reader->words[i];
    gboolean after
        = reader->words[i - 1].flags & WORD_TEMPORAL
          || (reader->words[i - 1].flags & WORD_MEASURE && i > limit + 1 && reader->words[i - 2].flags & WORD_TEMPORAL);
    if (!after || !(word->flags & (WORD_MASDAR | WORD_NEWS_NOUN)) || word->flags & (WORD_TIME | WORD_NAMED))
      continue;
    candidate->noun = i;
    candidate->noun_end = end;
    return TRUE;
  }
  return FALSE;
}

char *
tarikh_event_word_headline (const EventReader *reader, EventCandidate *candidate, GPtrArray *keys)
{
  EventCandidate upper = *candidate;
  Writer w = { .reader = reader, .candidate = &upper };
  g_autofree char *verb = NULL, *upper_verb = NULL;
  char *headline = NULL;
  if (only_portrays (reader, candidate) && !turn_to_noun (reader, &upper))
    return NULL;
  w.pieces = g_array_sized_new (FALSE, FALSE, sizeof (Piece), 32);
  upper.clause = rise_from_denial (&w);
  write_by_kind (&w, &verb);
  guint32 when = candidate->noun == NO_TOKEN && tarikh_event_count_words (&w, w.pieces->len) <= 3
                     ? find_when (&w, candidate->clause)
                     : NO_TOKEN;
  if (when != NO_TOKEN) {
    upper.clause = when;
    write_by_kind (&w, &verb);
  }
  gboolean strange = stands_apart (reader, candidate);
  guint32 counted = find_counted (&w, upper.clause);
  if (counted != NO_TOKEN) {
    upper.clause = counted;
    write_by_kind (&w, &verb);
  }
  if (!tarikh_event_headline_suffices (&w, upper.clause) && !candidate->second
      && !strange) { /* the clause above it says more */
    const EventClause *clause = reader_get_clause (reader, upper.clause);
    gboolean loose = clause->kind == CLAUSE_PURPOSE || clause->kind == CLAUSE_THAT
                     || (clause->kind == CLAUSE_BARE_RELATIVE && reader->words[clause->verb].kind == KIND_PHASE);
    gboolean rises = loose && candidate->noun == NO_TOKEN && clause->parent != upper.clause
                     && reader_get_clause (reader, clause->parent)->verb != NO_TOKEN;
    upper.clause = rises ? clause->parent : upper.clause;
    upper.noun = NO_TOKEN;
    if (reader_get_clause (reader, upper.clause)->verb != NO_TOKEN)
      write_by_kind (&w, &upper_verb);
    if (!tarikh_event_headline_suffices (&w, upper.clause) && !tells_of_noun (&w, upper.clause))
      write_whole (&w, upper.clause);
    if (!tarikh_event_headline_suffices (&w, upper.clause)
        && tarikh_event_verb_announces (&w, reader_get_clause (reader, upper.clause)->verb))
      write_announced (&w, upper.clause);
  }
  if (!tarikh_event_headline_is_sound (&w, tarikh_event_choose_end (&w), upper.clause))
    write_as_told (&w, upper.clause);
  if (tarikh_event_headline_suffices (&w, upper.clause)) {
    guint n = tarikh_event_choose_end (&w);
    headline = tarikh_event_write_out (&w, n);
    for (guint i = 0; i < n; i++)
      if (writer_get_piece (&w, i)->token != NO_TOKEN)
        tarikh_event_add_key (reader, writer_get_piece (&w, i)->token, keys);
  }
  candidate->clause = upper.clause;
  candidate->noun = upper.noun;
  candidate->noun_end = upper.noun_end;
  g_array_unref (w.pieces);
  return headline;
}
