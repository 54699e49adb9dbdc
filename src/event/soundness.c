/* event/soundness: whether the pieces of a headline say enough by themselves and stand in an order that is a sentence. */
#include "event/headline.h"

/* Whether what is said after "that" has come as far as its verb and beyond; TRUE when there is no "that". */
static gboolean
tells_what (const Writer *w, guint n, gboolean says)
{
  guint32 verb = NO_TOKEN;
  guint after = 0;
  gboolean that = FALSE;

  for (guint i = 1; i < n; i++) {
    guint32 token = writer_get_piece (w, i)->token;
    if (token == NO_TOKEN)
      continue;
    if (writer_get_word (w, token)->opener == OPENER_THAT) {
      const EventClause *said = reader_get_clause (w->reader, writer_get_word (w, token)->clause);
      verb = said->auxiliary != NO_TOKEN ? said->auxiliary : said->verb;
      that = TRUE;
      after = 0;
    } else if (that && (verb == NO_TOKEN || token > verb)) {
      after += verb == NO_TOKEN || !(writer_get_word (w, token)->flags & (WORD_TIME | WORD_PREPOSITION));
    }
  }
  if (that && verb == NO_TOKEN)
    return after >= 1 && n >= w->pieces->len;
  return that ? after >= 1 : !says;
}

static gboolean
is_done (const Writer *w, const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (w->reader->grammar.done); i++)
    if (word == w->reader->grammar.done[i])
      return TRUE;
  return FALSE;
}

/* Whether the first N pieces give a verb that wants an object no more than its subject, though the clause goes on. */
static gboolean
stops_at_subject (const Writer *w, const EventClause *clause, guint n)
{
  if (w->candidate->noun != NO_TOKEN || clause->verb == NO_TOKEN || clause->subject == NO_TOKEN
      || clause->subject < clause->verb || clause->end <= clause->subject_end + 2
      || writer_get_word (w, clause->verb)->intransitive || writer_get_word (w, clause->verb)->flags & WORD_PASSIVE)
    return FALSE;
  for (guint i = 1; i < n; i++)
    if (writer_get_piece (w, i)->token != NO_TOKEN && writer_get_piece (w, i)->token >= clause->subject_end)
      return FALSE;
  return tarikh_event_name_at (w->reader, clause->subject) != NULL;
}

/* "announced that": of no use without what follows; "approved it, on condition that" is. */
static gboolean
announces_that (const Writer *w, const EventClause *clause, guint32 index)
{
  guint32 that = tarikh_event_verb_announces (w, clause->verb) ? tarikh_event_find_that (w, index, clause->verb) : 0;

  return that != 0 && writer_get_word (w, that - 2)->n_tokens == 1 && writer_get_word (w, that - 2)->clitics == 0;
}

/* "a woman carried it out": of what, stands elsewhere; with a person's name it may stand. */
static gboolean
points_nowhere (const Writer *w, const EventClause *clause)
{
  return w->candidate->noun == NO_TOKEN && clause->verb != NO_TOKEN && clause->kind != CLAUSE_RELATIVE
         && clause->kind != CLAUSE_BARE_RELATIVE && writer_get_word (w, clause->verb)->flags & WORD_SUFFIXED
         && (clause->subject == NO_TOKEN || tarikh_event_name_at (w->reader, clause->subject) == NULL);
}

/* "saw it in Britain": neither who nor what. */
static gboolean
points_at_nobody (const Writer *w, const EventClause *clause, guint32 second)
{
  return w->candidate->noun == NO_TOKEN && clause->verb != NO_TOKEN && clause->subject == NO_TOKEN
         && clause->kind != CLAUSE_RELATIVE && clause->kind != CLAUSE_BARE_RELATIVE
         && writer_get_word (w, clause->verb)->flags & WORD_SUFFIXED && second != NO_TOKEN && second > clause->verb;
}

/* "appointed today - Singapore": no subject, and a date among the few words. */
static gboolean
dates_nobody (const Writer *w, const EventClause *clause, guint n)
{
  if (w->candidate->noun != NO_TOKEN || w->candidate->time_expr >= 0 || clause->subject != NO_TOKEN)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (writer_get_piece (w, i)->token != NO_TOKEN
        && writer_get_word (w, writer_get_piece (w, i)->token)->flags & WORD_TIME)
      return TRUE;
  return FALSE;
}

/* "was on …": a form of "to be" without a subject. */
static gboolean
says_nothing (const Writer *w, guint n, guint32 second)
{
  guint32 first = n > 0 ? writer_get_piece (w, 0)->token : NO_TOKEN;

  return first != NO_TOKEN && second != NO_TOKEN && writer_get_word (w, first)->kind == KIND_BE
         && writer_get_word (w, second)->flags & WORD_PREPOSITION && second == first + 1;
}

/* Enough to be read alone: three words, or a verb and a name; what is said when the verb only says. */
gboolean
tarikh_event_headline_suffices (const Writer *w, guint32 clause_index)
{
  guint n = tarikh_event_choose_end (w);
  g_autofree gboolean *drop = g_new0 (gboolean, n + 1);
  n = tarikh_event_trim_end (w, n, drop);
  guint words = tarikh_event_count_words (w, n);
  const EventClause *clause = reader_get_clause (w->reader, clause_index);
  gboolean says = w->candidate->noun == NO_TOKEN && clause->verb != NO_TOKEN
                  && (writer_get_word (w, clause->verb)->kind == KIND_SAY || announces_that (w, clause, clause_index));
  guint32 second = n > 1 ? writer_get_piece (w, 1)->token : NO_TOKEN;
  if (says_nothing (w, n, second))
    return FALSE;
  if (words > HEADLINE_LONGEST_WORDS || words < 2 || !tells_what (w, n, says) || stops_at_subject (w, clause, n))
    return FALSE;
  if (writer_get_piece (w, 0)->word != NULL && writer_get_piece (w, 0)->token == NO_TOKEN
      && is_done (w, writer_get_piece (w, 0)->word))
    return words >= HEADLINE_FEW_WORDS; /* "was done" says nothing by itself */
  if (points_at_nobody (w, clause, second))
    return FALSE;
  if (words <= 3 && (points_nowhere (w, clause) || dates_nobody (w, clause, n)))
    return FALSE;
  if (words == 2 && writer_get_piece (w, 1)->token != NO_TOKEN) {
    const EventWord *last = writer_get_word (w, writer_get_piece (w, 1)->token);
    return last->flags & WORD_NAMED || tarikh_event_has_article (w, writer_get_piece (w, 1)->token)
           || writer_get_piece (w, 1)->token == clause->subject;
  }
  return words >= 3;
}

/* Whether all between two tokens is what a headline leaves out without harm. */
static gboolean
only_small_between (const Writer *w, guint32 first, guint32 end)
{
  guint32 small = WORD_TIME | WORD_ADVERB | WORD_PERFECT | WORD_FUTURE | WORD_PREPOSITION;

  for (guint32 i = first; i < end; i++)
    if (!(writer_get_word (w, i)->flags & small) || writer_get_token (w, i)->kind == TARIKH_TOKEN_PUNCT)
      return FALSE;
  return TRUE;
}

/* "the vacancy, its page was turned": a noun before the verb that is not its subject, which stands after it. */
static gboolean
has_topic (const Writer *w, const EventClause *clause)
{
  if (w->candidate->noun != NO_TOKEN || clause->verb == NO_TOKEN || clause->subject == NO_TOKEN
      || clause->subject > clause->verb || clause->verb + 1 >= clause->end || clause->auxiliary != NO_TOKEN)
    return FALSE;
  const EventWord *verb = writer_get_word (w, clause->verb), *next = writer_get_word (w, clause->verb + 1);
  if (verb->kind == KIND_MODAL && tarikh_event_measure_possessive (w, clause->verb + 1) > 0)
    return TRUE; /* "the film, its viewing is possible" */
  if (verb->kind == KIND_LIGHT && next->flags & WORD_SUFFIXED && next->flags & WORD_MASDAR)
    return TRUE; /* "the ruins, their discovery took place" */
  return verb->form == FORM_FEMININE && !tarikh_event_is_feminine (w, clause->subject) && next->flags & WORD_SUFFIXED
         && !(next->flags & WORD_PREPOSITION) && (verb->flags & WORD_PASSIVE || verb->intransitive)
         && tarikh_event_name_at (w->reader, clause->subject) == NULL;
}

/* The clause's subject stands before its only verb. */
static gboolean
leads_alone (const Writer *w, const EventClause *clause)
{
  return w->candidate->noun == NO_TOKEN && clause->verb != NO_TOKEN && clause->auxiliary == NO_TOKEN
         && clause->subject != NO_TOKEN && clause->subject < clause->verb && clause->kind != CLAUSE_RELATIVE
         && clause->kind != CLAUSE_BARE_RELATIVE;
}

/* A verb of the clause itself that the head verb was moved before: "the sides agreed on a deal that was signed", with the second
 * verb taken for the head. */
static gboolean
overtakes (const Writer *w, const EventClause *clause, guint32 token)
{
  return clause->subject != NO_TOKEN && clause->subject < token && token < clause->verb && token != clause->auxiliary
         && w->candidate->noun == NO_TOKEN && writer_get_word (w, token)->flags & WORD_VERB
         && !(writer_get_word (w, token)->flags & (WORD_MASDAR | WORD_NEWS_NOUN | WORD_NOUN_TOO | WORD_PERFECT))
         && tarikh_event_word_is_verb (w->reader, token);
}

/* Whether the first N pieces are Arabic in this order: no negation without its word, no verb of another clause without what led
 * to it. */
gboolean
tarikh_event_headline_is_sound (const Writer *w, guint n, guint32 index)
{
  const EventClause *clause = reader_get_clause (w->reader, index);

  if (w->as_told)
    return TRUE;
  if (has_topic (w, clause) || (leads_alone (w, clause) && !tarikh_event_agrees (w, clause->subject, clause->verb)))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    guint32 token = writer_get_piece (w, i)->token, next = i + 1 < n ? writer_get_piece (w, i + 1)->token : NO_TOKEN;
    if (token == NO_TOKEN)
      continue;
    const EventWord *word = writer_get_word (w, token);
    if (word->flags & WORD_NEGATION && !(word->flags & WORD_VERB) && next != token + 1)
      return FALSE;
    if (i > 0 && overtakes (w, clause, token))
      return FALSE;
    if (i == 0 || word->clause == index || !tarikh_event_word_is_verb (w->reader, token))
      continue;
    guint32 before = writer_get_piece (w, i - 1)->token;
    if (before == NO_TOKEN || (before + 1 != token && (before > token || !only_small_between (w, before + 1, token))))
      return FALSE;
  }
  return TRUE;
}
