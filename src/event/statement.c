/* event/statement: what somebody said on a day, as the text tells it, when no better headline can be made: who said it, then
 * the first of the words or what they were about. */
#include "event/headline.h"

#define FEWEST_AFTER 3 /* words beyond who says it */

/* The verb of saying in the perfect, with who says it. */
static gboolean
is_statement (const EventReader *reader, const EventCandidate *candidate)
{
  const EventClause *clause = reader_get_clause (reader, candidate->clause);

  if (candidate->noun != NO_TOKEN || clause->kind != CLAUSE_MAIN || clause->verb == NO_TOKEN
      || clause->subject == NO_TOKEN || clause->marks & (WORD_NEGATION | WORD_POSSIBLE)
      || (candidate->dated_by != TARIKH_DATED_EXPLICIT && candidate->dated_by != TARIKH_DATED_DCT))
    return FALSE;
  const EventWord *verb = &reader->words[clause->verb];
  gboolean plain = clause->auxiliary == NO_TOKEN || reader->words[clause->auxiliary].kind == KIND_BE;

  return plain && (verb->kind == KIND_SAY || verb->announces) && verb->flags & WORD_PAST
         && !(verb->flags & (WORD_PASSIVE | WORD_FUTURE | WORD_SUFFIXED));
}

/* The verb and who says it. Returns the token where the rest begins. */
static guint32
write_speaker (Writer *w, const EventClause *clause)
{
  tarikh_event_add_bare (w, clause->verb, FALSE);
  if (clause->subject < clause->verb) {
    tarikh_event_add_range (w, clause->subject, clause->subject_end);
    return clause->verb + 1;
  }
  tarikh_event_add_stretch (w, clause->verb + 1, clause->subject_end, w->candidate->clause,
                            &(Hole){ .subject = NO_TOKEN }, TRUE);
  return clause->subject_end;
}

/* Where the words themselves begin: after a colon, or at the mark that opens a speech, when it comes before any "that"; else the
 * token itself. */
static guint32
find_words (const Writer *w, guint32 token, guint32 end)
{
  guint32 speech = NO_TOKEN;

  for (guint32 i = token; i < end; i++) {
    if (writer_get_word (w, i)->opener == OPENER_THAT)
      break;
    if (tarikh_text_token_is (writer_get_token (w, i), ':'))
      return i + 1 < end && writer_get_word (w, i + 1)->opener == OPENER_THAT ? token : i + 1;
    if (speech == NO_TOKEN && tarikh_event_is_quote (writer_get_token (w, i))
        && reader_get_clause (w->reader, writer_get_word (w, i)->clause)->kind == CLAUSE_QUOTE)
      speech = i;
  }
  return speech != NO_TOKEN ? speech : token;
}

/* Whether what follows "that", if one follows, is told among the first N pieces: as far as its verb and beyond, or "he is" and
 * what. */
static gboolean
tells_what (const Writer *w, guint speaker, guint n)
{
  const EventClause *clause = reader_get_clause (w->reader, w->candidate->clause), *said = NULL;
  guint32 that = tarikh_event_find_that (w, w->candidate->clause, clause->verb), verb = NO_TOKEN;
  guint after = 0;

  for (guint i = speaker; i < n; i++) {
    guint32 token = writer_get_piece (w, i)->token;
    if (token == NO_TOKEN)
      continue;
    const EventWord *word = writer_get_word (w, token);
    if (said == NULL && word->opener == OPENER_THAT) {
      said = reader_get_clause (w->reader, word->clause);
      verb = said->auxiliary != NO_TOKEN ? said->auxiliary : said->verb;
    } else if (said != NULL && verb == NO_TOKEN
               && (word->flags & WORD_PRONOUN || reader_get_clause (w->reader, word->clause)->verb == token)) {
      verb = token;
    } else if (said != NULL && verb != NO_TOKEN && token > verb) {
      after += tarikh_event_is_counted (w, writer_get_piece (w, i));
    }
  }
  return said == NULL ? that == 0 : after >= 1 || (verb == NO_TOKEN && n == w->pieces->len);
}

/* Pieces to keep: to the first pause after enough, at most a headline's; nothing left hanging. 0 when too little is said. */
static guint
choose_end (const Writer *w, guint speaker)
{
  guint said = tarikh_event_count_words (w, speaker), n = speaker;

  for (; n < w->pieces->len && tarikh_event_count_words (w, n + 1) <= HEADLINE_MOST_WORDS; n++) {
    const Piece *piece = writer_get_piece (w, n);
    gboolean pause = piece->token != NO_TOKEN && writer_get_token (w, piece->token)->kind == TARIKH_TOKEN_PUNCT
                     && !tarikh_event_is_counted (w, piece) && !tarikh_event_is_quote (writer_get_token (w, piece->token));
    if (pause && tarikh_event_count_words (w, n) >= said + FEWEST_AFTER)
      break;
  }
  while (n > speaker && tarikh_event_end_hangs (w, n - 1))
    n--;
  return tarikh_event_count_words (w, n) >= said + FEWEST_AFTER && tells_what (w, speaker, n) ? n : 0;
}

/* Who said what, or NULL when CANDIDATE is no such statement. (transfer full) */
char *
tarikh_event_tell_statement (const EventReader *reader, const EventCandidate *candidate, GPtrArray *keys)
{
  const EventClause *clause = reader_get_clause (reader, candidate->clause);
  Writer w = { .reader = reader, .candidate = candidate };
  char *headline = NULL;

  if (!is_statement (reader, candidate))
    return NULL;
  w.pieces = g_array_sized_new (FALSE, FALSE, sizeof (Piece), 32);
  guint32 end = reader_limit (clause->verb, reader->text->sentences[clause->sentence].end_token);
  guint32 rest = write_speaker (&w, clause), words = find_words (&w, rest, end);
  guint speaker = w.pieces->len;
  if (words > rest || (words < end && tarikh_event_is_quote (writer_get_token (&w, words))
                       && reader_get_clause (reader, writer_get_word (&w, words)->clause)->kind == CLAUSE_QUOTE))
    writer_get_piece (&w, speaker - 1)->append = ":";
  tarikh_event_add_stretch (&w, words, end, candidate->clause, &(Hole){ .subject = NO_TOKEN }, TRUE);
  guint n = choose_end (&w, speaker);
  if (n > 0) {
    headline = tarikh_event_write_out (&w, n);
    for (guint i = 0; i < n; i++)
      if (writer_get_piece (&w, i)->token != NO_TOKEN)
        tarikh_event_add_key (reader, writer_get_piece (&w, i)->token, keys);
  }
  g_array_unref (w.pieces);
  return headline;
}
