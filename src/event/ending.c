/* event/ending: where a headline stops: the last good end within its words, nothing left hanging. */
#include "event/headline.h"

/* The last token of a preposition of several words: "along". */
static gboolean
ends_preposition (const Writer *w, guint32 token)
{
  guint32 head = token;

  while (head > 0 && token - head < 4 && writer_get_word (w, head)->flags & WORD_COVERED)
    head--;
  return writer_get_word (w, head)->flags & WORD_PREPOSITION && writer_get_word (w, head)->preposition != 3
         && head + writer_get_word (w, head)->n_tokens == token + 1;
}

/* "the appointment of the government | of a director": the genitive of a deed names who acts, and its object follows with a
 * preposition. */
static gboolean
ends_before_object (const Writer *w, guint32 token, guint32 next)
{
  const TarikhToken *t = next != NO_TOKEN ? writer_get_token (w, next) : NULL;
  const char *fusing = w->reader->grammar.fusing;

  return token > 0 && next == token + 1 && writer_get_word (w, token)->flags & (WORD_ORGANISATION | WORD_NAMED)
         && writer_get_word (w, token - 1)->masdar[0] == 't' && !(writer_get_word (w, token - 1)->clitics & TARIKH_CLITIC_ARTICLE)
         && writer_get_word (w, next)->clitics & TARIKH_CLITIC_PREPOSITION && fusing[0] != '\0'
         && g_str_has_prefix (w->reader->text->text + t->start, fusing);
}

/* Whether a headline may not end with the piece at I. */
gboolean
tarikh_event_end_hangs (const Writer *w, guint i)
{
  const Piece *piece = writer_get_piece (w, i);

  if (piece->token == NO_TOKEN)
    return FALSE;
  const EventWord *word = writer_get_word (w, piece->token);
  if (writer_get_token (w, piece->token)->kind == TARIKH_TOKEN_PUNCT)
    return !tarikh_event_is_quote (writer_get_token (w, piece->token))
           && !tarikh_text_token_is (writer_get_token (w, piece->token), ')')
           && !tarikh_text_token_is (writer_get_token (w, piece->token), '%');
  if (word->opener != OPENER_NONE && i > 0 && !(word->flags & WORD_VERB))
    return TRUE;
  if (i > 0 && word->clitics & TARIKH_CLITIC_AND && tarikh_event_word_is_verb (w->reader, piece->token))
    return TRUE; /* "grows and swallows | what is around" */
  if (i > 0 && i + 1 < w->pieces->len && tarikh_event_word_is_verb (w->reader, piece->token))
    return TRUE;
  if (writer_get_token (w, piece->token)->kind == TARIKH_TOKEN_WORD
      && writer_get_token (w, piece->token)->fold_length <= 2)
    return TRUE; /* one letter: a conjunction that lost its word */
  if (word->flags & WORD_MASDAR && i + 1 < w->pieces->len && writer_get_piece (w, i + 1)->token == piece->token + 1
      && (writer_get_word (w, piece->token + 1)->flags & WORD_PREPOSITION
          || writer_get_word (w, piece->token + 1)->clitics & TARIKH_CLITIC_PREPOSITION))
    return TRUE; /* "approved the signing | of" */
  if (i + 1 < w->pieces->len && ends_before_object (w, piece->token, writer_get_piece (w, i + 1)->token))
    return TRUE;
  if (word->flags & WORD_COVERED && ends_preposition (w, piece->token))
    return TRUE;
  if (word->flags & WORD_DEMONSTRATIVE)
    return i == 0 || writer_get_piece (w, i - 1)->token == NO_TOKEN
           || !(writer_get_word (w, writer_get_piece (w, i - 1)->token)->flags
                & (WORD_MASDAR | WORD_VERB)); /* "delaying that" */
  return (word->flags & (WORD_PREPOSITION | WORD_NEGATION) && !(word->flags & WORD_COVERED) && word->preposition != 3)
         || word->opener == OPENER_THAT
         || (word->flags & (guint32) WORD_HANGING && !(word->clitics & TARIKH_CLITIC_ARTICLE))
         || (word->flags & WORD_PRONOUN && i > 0);
}

/* How many pieces to keep: the last good end within HEADLINE_MOST_WORDS. */
guint
tarikh_event_choose_end (const Writer *w)
{
  guint strong = 0, strong_words = 0, weak = 0, comma = 0, beyond = 0, words = 0;

  for (guint i = 0; i < w->pieces->len; i++) {
    const Piece *piece = writer_get_piece (w, i);
    if (words >= HEADLINE_FEW_WORDS && words <= HEADLINE_MOST_WORDS && piece->boundary > 0
        && !tarikh_event_end_hangs (w, i - 1)) {
      if (piece->boundary == 4 && words >= HEADLINE_FEW_WORDS + 3)
        return i;
      if (piece->boundary == 3 && words >= HEADLINE_FEW_WORDS + 2)
        comma = i;
      if (piece->boundary > 1) {
        strong = i;
        strong_words = words;
      } else {
        weak = i;
      }
    }
    if (words > HEADLINE_MOST_WORDS && beyond == 0 && piece->boundary > 1 && !tarikh_event_end_hangs (w, i - 1))
      beyond = i;
    words += tarikh_event_is_counted (w, piece);
  }
  if (words <= HEADLINE_MOST_WORDS)
    return w->pieces->len;
  if (comma == 0 && strong == 0 && weak == 0)
    return beyond != 0 ? beyond : w->pieces->len;
  if (comma != 0)
    return comma;
  return strong != 0 && (strong_words >= HEADLINE_FEW_WORDS + 2 || weak < strong) ? strong : weak;
}
