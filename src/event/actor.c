/* event/actor: whether the subject of a clause is somebody: named, titled, a body, people, or a stranger whom no table knows. */
#include "event/dater.h"

#include <string.h>

static gboolean
ends_with (const EventReader *reader, guint32 token, const char *ending)
{
  const TarikhToken *t = &reader->text->tokens[token];
  gsize n = strlen (ending);

  return n > 0 && t->fold_length > n + 4
         && memcmp (tarikh_text_get_fold (reader->text, t) + t->fold_length - n, ending, n) == 0;
}

static gboolean
ends_written (const EventReader *reader, guint32 token, const char *ending)
{
  const TarikhToken *t = &reader->text->tokens[token];
  gsize n = strlen (ending);

  return n > 0 && t->end - t->start > n && memcmp (reader->text->text + t->end - n, ending, n) == 0;
}

/* Whether the word may carry a pronoun of more than one letter: "their state". */
static gboolean
may_be_owned (const EventReader *reader, guint32 token)
{
  const TarikhLexiconTable *suffixes = reader->grammar.suffixes;

  for (guint i = 0; suffixes != NULL && i < suffixes->n_rows; i++) {
    const char *suffix = suffixes->cells[i * suffixes->n_columns];
    if (*g_utf8_next_char (suffix) != '\0' && ends_written (reader, token, suffix))
      return TRUE;
  }
  return FALSE;
}

/* A word that no table knows, without clitic, article, pronoun or the ending of a feminine noun. */
static gboolean
is_strange (const EventReader *reader, guint32 token)
{
  const EventWord *word = &reader->words[token];
  gsize length;

  return token < reader->text->n_tokens && reader->text->tokens[token].kind == TARIKH_TOKEN_WORD && word->clitics == 0
         && !(word->flags & (WORD_KNOWN | WORD_GUESSED | WORD_TIME))
         && !ends_written (reader, token, reader->grammar.feminine_letter)
         && !ends_written (reader, token, reader->grammar.feminine_plural) && !may_be_owned (reader, token)
         && tarikh_event_get_bare (reader, token, &length)
                == tarikh_text_get_fold (reader->text, &reader->text->tokens[token]);
}

/* "Taki Rahmani accused", "Shabat denied": a subject right after its verb that is two strange words, or one when the verb
 * announces: a name, most likely. */
static gboolean
names_stranger (const EventReader *reader, const EventClause *clause)
{
  return clause->kind == CLAUSE_MAIN && clause->subject == clause->verb + 1 && is_strange (reader, clause->subject)
         && (reader->words[clause->verb].announces || is_strange (reader, clause->subject + 1));
}

/* Whether the subject is somebody: named, known by a title or as a body, or people by the ending of their plural. */
gboolean
tarikh_event_has_actor (const EventReader *reader, const EventClause *clause)
{
  if (clause->kind == CLAUSE_THAT && reader->words[clause->first].opener == OPENER_THAT
      && reader->words[clause->first].form != FORM_NONE)
    return TRUE; /* "that it": the speaker */
  if (clause->subject == NO_TOKEN)
    return clause->verb + 2 < clause->end && reader->text->tokens[clause->verb + 1].kind == TARIKH_TOKEN_NUMBER
           && reader->text->tokens[clause->verb + 2].kind == TARIKH_TOKEN_WORD; /* "29 states expelled" */
  for (guint32 i = clause->subject + 1; i < clause->subject_end; i++)
    if (ends_with (reader, i, reader->grammar.people_ending) || ends_with (reader, i, reader->grammar.people_oblique))
      return TRUE; /* "some of the marchers" */
  return tarikh_event_name_at (reader, clause->subject) != NULL || names_stranger (reader, clause)
         || reader->words[clause->subject].flags & (WORD_TITLE | WORD_ORGANISATION | WORD_GENTILIC)
         || reader->words[clause->verb].form == FORM_PLURAL
         || ends_with (reader, clause->subject, reader->grammar.people_ending);
}
