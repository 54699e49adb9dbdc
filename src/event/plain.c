/* event/plain: a dated deed as the text tells it, verb first, when no better headline can be made: what a full date stands by
 * is not lost for want of words. */
#include "event/headline.h"

#define FEWEST_WORDS 3

/* A deed in the perfect that names who did or underwent it. */
static gboolean
is_deed (const EventReader *reader, const EventClause *clause)
{
  if (clause->verb == NO_TOKEN || clause->subject == NO_TOKEN || clause->subject < clause->verb
      || clause->kind == CLAUSE_RELATIVE || clause->kind == CLAUSE_BARE_RELATIVE || clause->kind == CLAUSE_SOURCE)
    return FALSE;
  const EventWord *verb = &reader->words[clause->verb];

  return verb->kind == KIND_ACT && verb->flags & (WORD_PAST | WORD_PASSIVE) && !(verb->flags & WORD_PRESENT)
         && clause->auxiliary == NO_TOKEN;
}

/* Where it ends: at the first pause that leaves enough, else at twelve words; never on a word that waits for another. */
static guint
choose_plain_end (const Writer *w)
{
  guint n = 0;

  for (; n < w->pieces->len && tarikh_event_count_words (w, n + 1) <= HEADLINE_MOST_WORDS; n++) {
    guint32 token = writer_get_piece (w, n)->token;
    if (token != NO_TOKEN && tarikh_text_token_is (writer_get_token (w, token), 0x60c)
        && tarikh_event_count_words (w, n) >= FEWEST_WORDS)
      break;
  }
  while (n > 0 && tarikh_event_end_hangs (w, n - 1))
    n--;
  return n;
}

/* The clause from its verb on, or NULL when it says too little or is not such a deed. (transfer full) */
char *
tarikh_event_tell_plainly (const EventReader *reader, const EventCandidate *candidate, GPtrArray *keys)
{
  const EventClause *clause = reader_get_clause (reader, candidate->clause);
  Writer w = { .reader = reader, .candidate = candidate };
  char *headline = NULL;

  if (candidate->noun != NO_TOKEN
      || (candidate->dated_by != TARIKH_DATED_EXPLICIT && candidate->dated_by != TARIKH_DATED_DCT)
      || !is_deed (reader, clause))
    return NULL;
  w.pieces = g_array_sized_new (FALSE, FALSE, sizeof (Piece), 32);
  tarikh_event_add_bare (&w, clause->verb, FALSE);
  tarikh_event_add_stretch (&w, clause->verb + 1, clause->end, candidate->clause, &(Hole){ .subject = NO_TOKEN }, TRUE);
  guint n = choose_plain_end (&w);
  if (tarikh_event_count_words (&w, n) >= FEWEST_WORDS) {
    headline = tarikh_event_write_out (&w, n);
    for (guint i = 0; i < n; i++)
      if (writer_get_piece (&w, i)->token != NO_TOKEN)
        tarikh_event_add_key (reader, writer_get_piece (&w, i)->token, keys);
  }
  g_array_unref (w.pieces);
  return headline;
}
