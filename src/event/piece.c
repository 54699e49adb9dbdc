/* event/piece: the pieces that a headline is made of: whole tokens of the text, perhaps without a clitic or an ending, and
 * words of the tables. Adds and counts; chooses nothing. */
#include "event/headline.h"

/* Bytes of the first N letters of TOKEN, with their marks. */
static guint8
measure_letters (const Writer *w, guint32 token, guint n)
{
  const char *start = w->reader->text->text + writer_get_token (w, token)->start;
  const char *end = w->reader->text->text + writer_get_token (w, token)->end, *p = start;

  while (n > 0 && p < end) {
    p = g_utf8_next_char (p);
    while (p < end && g_unichar_ismark (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    n--;
  }
  return (guint8) MIN (p - start, 255);
}

Piece *
tarikh_event_add_token (Writer *w, guint32 token)
{
  Piece piece = { .token = token };

  g_array_append_val (w->pieces, piece);
  return &g_array_index (w->pieces, Piece, w->pieces->len - 1);
}

void
tarikh_event_add_word (Writer *w, const char *word)
{
  Piece piece = { .token = NO_TOKEN, .word = word };

  if (word[0] != '\0')
    g_array_append_val (w->pieces, piece);
}

/* A token that opens the headline or a phrase of it: its conjunction and preposition come off. */
Piece *
tarikh_event_add_bare (Writer *w, guint32 token, gboolean preposition_too)
{
  const EventWord *word = writer_get_word (w, token);
  Piece *piece = tarikh_event_add_token (w, token);
  guint n = (word->clitics & TARIKH_CLITIC_AND && word->clitic_bytes > 0 ? 1 : 0)
            + (preposition_too && word->clitics & TARIKH_CLITIC_PREPOSITION ? 1 : 0);

  piece->skip = measure_letters (w, token, n);
  return piece;
}

/* A noun out of its prepositional phrase; the article that was fused with it comes back. */
void
tarikh_event_add_noun (Writer *w, guint32 token)
{
  const EventWord *word = writer_get_word (w, token);

  if (!(word->clitics & TARIKH_CLITIC_FUSED)) {
    tarikh_event_add_bare (w, token, TRUE);
    return;
  }
  Piece *piece = tarikh_event_add_token (w, token);
  piece->skip = measure_letters (w, token, (word->clitics & TARIKH_CLITIC_AND) ? 3 : 2);
  piece->word = w->reader->grammar.article; /* written before the rest of the token */
}

void
tarikh_event_add_range (Writer *w, guint32 first, guint32 end)
{
  for (guint32 i = first; i < end; i++) {
    if (i == first)
      tarikh_event_add_noun (w, i);
    else if (!tarikh_event_drops_time (w, i))
      tarikh_event_add_token (w, i);
  }
}

gboolean
tarikh_event_is_counted (const Writer *w, const Piece *piece)
{
  return piece->token == NO_TOKEN || writer_get_token (w, piece->token)->kind == TARIKH_TOKEN_WORD
         || writer_get_token (w, piece->token)->kind == TARIKH_TOKEN_NUMBER;
}

guint
tarikh_event_count_words (const Writer *w, guint n)
{
  guint words = 0;

  for (guint i = 0; i < n; i++)
    words += tarikh_event_is_counted (w, writer_get_piece (w, i));
  return words;
}

/* Glues PREPOSITION, one letter, to the noun of PIECE; before an article it takes the article's first letter when the table of
 * clitics joins the two. */
void
tarikh_event_glue_preposition (Writer *w, Piece *piece, const char *preposition)
{
  gboolean fused = g_strcmp0 (preposition, w->reader->grammar.fusing) == 0;
  gboolean article = piece->word != NULL && piece->word == w->reader->grammar.article;

  if (fused && article) {
    piece->word = w->reader->grammar.fused;
  } else if (fused && tarikh_event_has_article (w, piece->token)) {
    piece->skip = measure_letters (w, piece->token,
                                   2 + (writer_get_word (w, piece->token)->clitics & TARIKH_CLITIC_AND ? 1 : 0));
    piece->word = w->reader->grammar.fused;
  } else if (!article) {
    piece->word = preposition;
  }
}
