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
