/* event/owner: whom the pronoun of a clause without a subject of its own means ("he was sentenced", "it was pleaded for him"): the
 * one person that the clauses before it speak of. Says nothing when there are two, or when the gender does not agree. */
#include "event/headline.h"

#include <string.h>

#define REACH_OWNER 120 /* tokens */

/* The form of the pronoun glued to TOKEN by the table of suffixes: masculine, feminine, or FORM_NONE. */
guint8
tarikh_event_get_pronoun (const Writer *w, guint32 token)
{
  const TarikhLexiconTable *table = w->reader->grammar.suffixes;
  const TarikhToken *t = writer_get_token (w, token);
  const char *end = w->reader->text->text + t->end;

  for (guint i = 0; table != NULL && table->n_columns >= 2 && i < table->n_rows; i++) {
    const char *const *row = table->cells + i * table->n_columns;
    gsize n = strlen (row[0]);
    if (t->end - t->start > n && memcmp (end - n, row[0], n) == 0)
      return row[1][0] == 'm' ? FORM_MASCULINE : row[1][0] == 'f' ? FORM_FEMININE : FORM_NONE;
  }
  return FORM_NONE;
}

static gboolean
names_person (const Writer *w, guint32 first, guint32 end)
{
  for (guint32 i = first; i < end; i++) {
    const EventName *name = writer_get_word (w, i)->flags & WORD_NAMED ? tarikh_event_name_at (w->reader, i) : NULL;
    if (name != NULL && name->kind == NAME_PERSON)
      return TRUE;
  }
  return FALSE;
}

/* The only person named in CLAUSE, or NULL. */
static const EventName *
find_only_person (const Writer *w, const EventClause *clause)
{
  const EventName *only = NULL;

  for (guint32 i = clause->first, end = reader_limit (clause->first, clause->end); i < end; i++) {
    const EventName *name = writer_get_word (w, i)->flags & WORD_NAMED ? tarikh_event_name_at (w->reader, i) : NULL;
    if (name == NULL || name->kind != NAME_PERSON)
      continue;
    if (only != NULL)
      return NULL;
    only = name;
  }
  return only;
}

/* The person whom the pronoun at TOKEN, in the clause at INDEX, means; NULL when that is not certain. */
const EventName *
tarikh_event_find_owner (const Writer *w, guint32 index, guint32 token)
{
  const EventClause *clause = reader_get_clause (w->reader, index);
  guint8 form = tarikh_event_get_pronoun (w, token);

  for (guint32 i = index, n = 0; form != FORM_NONE && i-- > 0 && n < 12; n++) {
    const EventClause *before = reader_get_clause (w->reader, i);
    if (before->sentence + 1 < clause->sentence || before->first + REACH_OWNER < token)
      return NULL;
    if ((before->kind != CLAUSE_MAIN && before->kind != CLAUSE_THAT) || before->verb == NO_TOKEN
        || before->subject == NO_TOKEN)
      continue;
    const EventName *name = find_only_person (w, before);
    gboolean passive = writer_get_word (w, before->verb)->flags & WORD_PASSIVE; /* who is named bears it */
    if (name == NULL || writer_get_word (w, before->verb)->form != form || (name->first != before->subject && !passive)
        || names_person (w, name->end, token))
      return NULL;
    return name;
  }
  return NULL;
}

static gboolean
shares_word (const Writer *w, const EventName *a, const EventName *b)
{
  for (guint32 i = a->first; i < a->end; i++)
    for (guint32 j = b->first; j < b->end; j++) {
      const TarikhToken *x = writer_get_token (w, i), *y = writer_get_token (w, j);
      if (x->fold_length == y->fold_length
          && memcmp (tarikh_text_get_fold (w->reader->text, x), tarikh_text_get_fold (w->reader->text, y), x->fold_length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The persons named in FIRST..END besides those of CLAUSE: how many, and the last of them. */
static guint
count_others (const Writer *w, const EventClause *clause, guint32 first, guint32 end, const EventName **last)
{
  const EventName *subject = tarikh_event_name_at (w->reader, clause->subject);
  guint n = 0;

  for (guint32 i = first; i < end; i++) {
    const EventName *name = writer_get_word (w, i)->flags & WORD_NAMED ? tarikh_event_name_at (w->reader, i) : NULL;
    if (name == NULL || name->kind != NAME_PERSON)
      continue;
    if (subject != NULL && shares_word (w, subject, name))
      return 2; /* the same, or one of the family */
    if (*last == NULL || !shares_word (w, *last, name))
      n++;
    *last = name;
  }
  return n;
}

/* A feminine noun with the article that does not describe the noun before it. */
static gboolean
is_feminine_thing (const Writer *w, guint32 token)
{
  const EventWord *word = writer_get_word (w, token);

  return writer_get_token (w, token)->kind == TARIKH_TOKEN_WORD && !(word->flags & (WORD_TIME | WORD_NAMED | WORD_GENTILIC))
         && (tarikh_event_has_article (w, token) || word->clitics & (TARIKH_CLITIC_ARTICLE | TARIKH_CLITIC_FUSED))
         && tarikh_event_is_feminine (w, token)
         && !(token > 0 && (tarikh_event_has_article (w, token - 1) || writer_get_word (w, token - 1)->flags & WORD_NAMED));
}

/* The only feminine noun of FIRST..END that is definite, with what describes it; empty when there are more. */
static Phrase
find_only_thing (const Writer *w, guint32 first, guint32 end)
{
  Phrase only = { 0, 0 };

  for (guint32 i = first; i < end; i++) {
    if (!is_feminine_thing (w, i))
      continue;
    if (only.end > 0)
      return (Phrase){ 0, 0 };
    only = (Phrase){ i, i + 1 };
    while (only.end < end && tarikh_event_has_article (w, only.end) && tarikh_event_word_describes (w->reader, only.end))
      only.end++;
  }
  return only;
}

/* Whom or what the pronoun at TOKEN, an object of the clause at INDEX, means: the only other person named before in the sentence,
 * or in the one before; for a feminine pronoun the only such noun. Empty when there are two. */
Phrase
tarikh_event_find_meant (const Writer *w, guint32 index, guint32 token)
{
  const EventClause *clause = reader_get_clause (w->reader, index);
  guint8 form = tarikh_event_get_pronoun (w, token);
  const TarikhSentence *sentence = &w->reader->text->sentences[clause->sentence];

  for (guint back = 0; form != FORM_NONE && back < 2 && back <= clause->sentence; back++) {
    const TarikhSentence *scope = sentence - back;
    guint32 end = back == 0 ? clause->first : scope->end_token;
    if (end > scope->first_token + REACH_OWNER)
      break;
    const EventName *other = NULL;
    guint n = count_others (w, clause, scope->first_token, end, &other);
    if (n == 1 && (other->gender == FORM_NONE ? form == FORM_MASCULINE : other->gender == form))
      return (Phrase){ other->first, other->end };
    Phrase thing = form == FORM_FEMININE && n == 0 ? find_only_thing (w, scope->first_token, end) : (Phrase){ 0, 0 };
    if (n > 0 || thing.end > 0)
      return thing;
  }
  return (Phrase){ 0, 0 };
}
