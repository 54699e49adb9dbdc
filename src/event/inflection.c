/* event/inflection: the forms that change when a word moves: a verb before its subject, a subject that "that" governed. Endings
 * come from tables. */
#include "event/headline.h"

#include <string.h>

static gboolean
is_known_verb (const Writer *w, const char *fold, gsize length, const char *ending)
{
  g_autofree char *whole = g_strdup_printf ("%.*s%s", (int) length, fold, ending);
  g_autoptr (GString) key = g_string_new (NULL);
  TarikhLexiconHit hit;

  tarikh_text_fold (whole, strlen (whole), key);
  return tarikh_lexicon_match_word_between (w->reader->lexicon, key->str, key->len, TARIKH_LEXICON_VERB_PAST,
                                            TARIKH_LEXICON_EVENT_END, &hit)
         && hit.clitics == 0
         && (tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_VERB_PAST) != NULL
             || tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_VERB_PRESENT) != NULL);
}

/* A plural verb before its subject takes the singular: the first one in the table of endings that is a verb. */
void
tarikh_event_make_singular (Writer *w, Piece *piece)
{
  const TarikhLexiconTable *table = w->reader->grammar.singulars;
  const TarikhToken *token = writer_get_token (w, piece->token);
  gsize length;
  const char *fold = tarikh_event_get_bare (w->reader, piece->token, &length);

  for (guint i = 0; table != NULL && table->n_columns >= 2 && i < table->n_rows; i++) {
    const char *ending = table->cells[i * table->n_columns], *singular = table->cells[i * table->n_columns + 1];
    gsize n = strlen (ending);
    if (length <= n || memcmp (fold + length - n, ending, n) != 0 || !is_known_verb (w, fold, length - n, singular)
        || token->end - token->start < n)
      continue;
    piece->drop = (guint8) n;
    piece->append = singular;
    return;
  }
}

void
tarikh_event_add_verb (Writer *w, guint32 verb, gboolean before_subject)
{
  const EventWord *word = writer_get_word (w, verb);
  if (verb > 0 && writer_get_word (w, verb - 1)->flags & WORD_NEGATION)
    tarikh_event_add_bare (w, verb - 1, FALSE);
  Piece *piece = tarikh_event_add_bare (w, verb, word->opener == OPENER_PURPOSE);

  if (before_subject && (word->form == FORM_PLURAL || word->form == FORM_DUAL))
    tarikh_event_make_singular (w, piece);
}

/* Whether the folded form of TOKEN without its last N bytes is a noun or an adjective of the tables. */
static gboolean
is_known_noun (const Writer *w, guint32 token, gsize n)
{
  gsize length;
  const char *bare = tarikh_event_get_bare (w->reader, token, &length);
  TarikhLexiconHit hit;

  return length > n + 4
         && tarikh_lexicon_match_word_between (w->reader->lexicon, bare, length - n, TARIKH_LEXICON_VERB_PAST,
                                               TARIKH_LEXICON_EVENT_END, &hit)
         && hit.clitics == 0
         && (tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_NOUN_TOO) != NULL
             || tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_MASDAR) != NULL
             || tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_GENTILIC) != NULL
             || tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_NEWS_NOUN) != NULL);
}

static gboolean
ends_raw (const Writer *w, guint32 token, const char *ending)
{
  const TarikhToken *t = writer_get_token (w, token);
  gsize n = strlen (ending);

  return n > 0 && t->end - t->start > n && memcmp (w->reader->text->text + t->end - n, ending, n) == 0;
}

/* "her husband": a noun of the tables with a long pronoun shows no case. */
static gboolean
ends_with_pronoun (const Writer *w, guint32 token)
{
  const TarikhLexiconTable *table = w->reader->grammar.suffixes;

  for (guint i = 0; table != NULL && i < table->n_rows; i++) {
    const char *suffix = table->cells[i * table->n_columns];
    if (*g_utf8_next_char (suffix) != '\0' && ends_raw (w, token, suffix) && is_known_noun (w, token, strlen (suffix)))
      return TRUE;
  }
  return FALSE;
}

/* A subject that was an object or stood after "that" takes its nominative: an indefinite noun drops its ending, a human plural
 * (PLURAL) changes it. FALSE when the word shows no case. */
static gboolean
make_nominative (Writer *w, Piece *piece, gboolean plural)
{
  const TarikhToken *token = writer_get_token (w, piece->token);
  const char *end = w->reader->text->text + token->end;
  const TarikhLexiconTable *table = w->reader->grammar.accusatives;

  for (guint i = 0; table != NULL && table->n_columns >= 3 && i < table->n_rows; i++) {
    const char *const *row = table->cells + i * table->n_columns;
    gsize n = strlen (row[0]);
    if (row[2][0] == 'k' && ends_with_pronoun (w, piece->token))
      return FALSE;
    if (token->end - token->start < n + 4 || memcmp (end - n, row[0], n) != 0 || (row[2][0] == 'p' && !plural)
        || (row[2][0] == 'k' && !is_known_noun (w, piece->token, n)))
      continue;
    piece->drop = (guint8) n;
    piece->append = row[1];
    return TRUE;
  }
  return FALSE;
}

/* The noun at piece FIRST, up to its first preposition, in the nominative: the head, and what follows in the head's own case. */
void
tarikh_event_make_phrase_nominative (Writer *w, guint first, gboolean plural)
{
  for (guint i = first; i < w->pieces->len && i < first + 4; i++) {
    Piece *piece = writer_get_piece (w, i);
    if (piece->token == NO_TOKEN || writer_get_token (w, piece->token)->kind != TARIKH_TOKEN_WORD
        || writer_get_word (w, piece->token)->flags & (WORD_PREPOSITION | WORD_NAMED | WORD_TIME)
        || (i > first && writer_get_word (w, piece->token)->clitics & (TARIKH_CLITIC_PREPOSITION | TARIKH_CLITIC_AND))
        || !make_nominative (w, piece, plural))
      return;
  }
}

gboolean
tarikh_event_is_feminine (const Writer *w, guint32 token)
{
  const EventWord *word = writer_get_word (w, token);
  const EventName *name = tarikh_event_name_at (w->reader, token);

  if (name != NULL && name->gender != FORM_NONE)
    return name->gender == FORM_FEMININE;
  if (word->flags & WORD_NEWS_NOUN)
    return word->said[0] == 'f';
  gsize length;
  const char *bare = tarikh_event_get_bare (w->reader, token, &length), *country = w->reader->grammar.feminine_noun;
  gsize n = strlen (country);
  if (n > 0 && length >= n && length <= n + 4 && memcmp (bare, country, n) == 0)
    return TRUE; /* with a pronoun or without */
  return ends_raw (w, token, w->reader->grammar.feminine_letter)
         || ends_raw (w, token, w->reader->grammar.feminine_plural);
}

/* Word N of a table's value, "" when it has no such word. (transfer full) */
char *
tarikh_event_pick_form (const char *said, guint n)
{
  g_auto (GStrv) parts = g_strsplit (said, " ", -1);

  return g_strdup (n < g_strv_length (parts) ? parts[n] : "");
}
