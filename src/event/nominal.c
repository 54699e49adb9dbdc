/* event/nominal: the headline of a happening that a noun names: "the collapse of the union" becomes "the union collapsed". */
#include "event/headline.h"

#include <string.h>

/* "the announcement of Kim a halt": a named actor after the noun, and an object after the name. */
static gboolean
has_object_after (const Writer *w, guint32 token, guint32 end)
{
  const EventName *name = token < end ? tarikh_event_name_at (w->reader, token) : NULL;

  if (name == NULL || name->kind == NAME_PLACE || name->end >= end)
    return FALSE;
  const EventWord *after = writer_get_word (w, name->end);
  return writer_get_token (w, name->end)->kind == TARIKH_TOKEN_WORD
         && !(after->flags & (WORD_PREPOSITION | WORD_TIME | WORD_GENTILIC))
         && !(after->clitics & (TARIKH_CLITIC_PREPOSITION | TARIKH_CLITIC_AND)) && after->opener == OPENER_NONE;
}

/* Whether something hangs on a preposition behind the noun. */
static gboolean
has_complement (const Writer *w, guint32 noun, guint32 end)
{
  for (guint32 i = noun + 1; i < end; i++)
    if (writer_get_word (w, i)->flags & WORD_PREPOSITION || writer_get_word (w, i)->clitics & TARIKH_CLITIC_PREPOSITION)
      return TRUE;
  return FALSE;
}

/* The masdar's genitive is its subject: "the collapse of the union", and it stands there. */
static gboolean
has_subject_genitive (const Writer *w, guint32 noun, guint32 end)
{
  const EventWord *word = writer_get_word (w, noun), *next = writer_get_word (w, noun + 1);
  gboolean acts = word->masdar[0] == 'i' || (word->masdar[0] == 'x' && has_complement (w, noun, end))
                  || (word->masdar[0] == 't' && has_object_after (w, noun + 1, end));

  return acts && noun + 1 < end && !(word->clitics & TARIKH_CLITIC_ARTICLE) && !(word->flags & WORD_SUFFIXED)
         && !(next->flags & WORD_PREPOSITION) && !(next->clitics & TARIKH_CLITIC_PREPOSITION)
         && writer_get_token (w, noun + 1)->kind == TARIKH_TOKEN_WORD
         && (!(word->flags & WORD_NEWS_NOUN) || next->flags & WORD_NAMED || next->clitics & TARIKH_CLITIC_ARTICLE);
}

/* What describes NOUN behind the person whose deed it was, "the visit of Sami, the only one before": a verb has no place for
 * it. */
static Hole
find_description (const Writer *w, guint32 noun, guint32 end)
{
  Hole hole = { .subject = NO_TOKEN };
  const EventName *name = noun + 1 < end ? tarikh_event_name_at (w->reader, noun + 1) : NULL;

  if (name == NULL || name->kind != NAME_PERSON || !has_subject_genitive (w, noun, end))
    return hole;
  hole.subject = hole.subject_end = name->end;
  while (hole.subject_end < end && writer_get_word (w, hole.subject_end)->clitics == TARIKH_CLITIC_ARTICLE)
    hole.subject_end++;
  return hole;
}

/* What follows the subject of a verb that takes an object where its masdar takes a preposition: the first one goes. */
static void
add_object (Writer *w, guint32 first, guint32 end, const Hole *hole)
{
  for (guint32 i = first; i < end; i++) {
    gboolean alone = (writer_get_word (w, i)->flags & WORD_PREPOSITION) != 0;
    if (!alone && !(writer_get_word (w, i)->clitics & TARIKH_CLITIC_PREPOSITION))
      continue;
    tarikh_event_add_stretch (w, first, i, w->candidate->clause, hole, TRUE);
    if (!alone)
      tarikh_event_add_noun (w, i);
    first = i + 1;
    break;
  }
  tarikh_event_add_stretch (w, first, end, w->candidate->clause, hole, TRUE);
}

/* "during a visit to a hospital": who visits is the person of whom the clause speaks. */
static gboolean
is_visit (const Writer *w, guint32 noun, guint32 end)
{
  const EventClause *clause = reader_get_clause (w->reader, w->candidate->clause);
  const EventName *name = clause->subject != NO_TOKEN ? tarikh_event_name_at (w->reader, clause->subject) : NULL;

  return writer_get_word (w, noun)->masdar[0] == 'x' && !(writer_get_word (w, noun)->clitics & TARIKH_CLITIC_ARTICLE)
         && noun + 1 < end && name != NULL && name->kind == NAME_PERSON
         && writer_get_word (w, noun + 1)->clitics & TARIKH_CLITIC_PREPOSITION;
}

/* Whether the sentence says of something that it is in the place which the story names most. */
static gboolean
stands_at_home (const Writer *w)
{
  const EventReader *reader = w->reader;
  const TarikhSentence *sentence
      = &reader->text->sentences[reader_get_clause (reader, w->candidate->clause)->sentence];
  gsize home = strlen (reader->home), in = strlen (reader->grammar.in);

  for (guint32 i = sentence->first_token + 1, end = reader_limit (i, sentence->end_token); i < end; i++) {
    const TarikhToken *token = writer_get_token (w, i), *before = writer_get_token (w, i - 1);
    if (writer_get_word (w, i)->flags & WORD_PLACE && token->end - token->start == home && before->end - before->start == in
        && memcmp (reader->text->text + token->start, reader->home, home) == 0
        && memcmp (reader->text->text + before->start, reader->grammar.in, in) == 0)
      return TRUE;
  }
  return FALSE;
}

/* A bare "elections were held" says where: the place the story names most, when the sentence has something in it. */
static gboolean
add_home (Writer *w)
{
  if (w->reader->home == NULL || w->reader->grammar.in[0] == '\0' || !stands_at_home (w))
    return FALSE;
  tarikh_event_add_word (w, w->reader->grammar.in);
  tarikh_event_add_word (w, w->reader->home);
  return TRUE;
}

/* The candidate's time is a bare weekday, which dates but does not name. */
static gboolean
is_weekday (const Writer *w)
{
  const TarikhTimeExpr *expr
      = w->candidate->time_expr >= 0 ? w->reader->reading->exprs->pdata[w->candidate->time_expr] : NULL;

  return expr != NULL && expr->days.grain <= TARIKH_GRAIN_DAY
         && writer_get_token (w, expr->first_token)->kind != TARIKH_TOKEN_NUMBER;
}

/* "the uprising of 17 October" is known by its date: the date stays when it stands right after so bare a noun. */
static gboolean
add_own_time (Writer *w)
{
  if (w->candidate->time_expr < 0)
    return FALSE;
  const TarikhTimeExpr *expr = w->reader->reading->exprs->pdata[w->candidate->time_expr];
  if (expr->first_token != w->candidate->noun_end)
    return FALSE;
  for (guint32 i = expr->first_token; i < expr->end_token; i++)
    tarikh_event_add_token (w, i);
  return TRUE;
}

static gboolean
names_something (const Writer *w)
{
  for (guint i = 0; i < w->pieces->len; i++) {
    guint32 token = writer_get_piece (w, i)->token;
    if (token != NO_TOKEN && writer_get_word (w, token)->flags & (WORD_NAMED | WORD_GENTILIC | WORD_TIME))
      return TRUE;
  }
  return FALSE;
}

/* "the collapse of the union" → "the union collapsed"; "the raising of the prices" → "was done the raising …". */
char *
tarikh_event_write_noun (Writer *w)
{
  guint32 noun = w->candidate->noun, end = w->candidate->noun_end;
  const EventWord *word = writer_get_word (w, noun);
  gboolean planned = w->candidate->status == TARIKH_STATUS_PLANNED;
  char *verb = NULL;
  Hole hole = find_description (w, noun, end);

  if (has_subject_genitive (w, noun, end)) {
    verb = tarikh_event_pick_form (word->masdar, (planned ? 3 : 1) + tarikh_event_is_feminine (w, noun + 1));
    tarikh_event_add_word (w, verb);
  } else if (is_visit (w, noun, end)) {
    const EventClause *clause = reader_get_clause (w->reader, w->candidate->clause);
    verb = tarikh_event_pick_form (word->masdar, (planned ? 3 : 1) + tarikh_event_is_feminine (w, clause->subject));
    tarikh_event_add_word (w, verb);
    tarikh_event_add_recalled (w, w->candidate->clause);
    add_object (w, noun + 1, end, &hole);
    return verb;
  } else if (word->flags & WORD_NEWS_NOUN) {
    verb = tarikh_event_pick_form (word->said, planned ? 2 : 1);
    tarikh_event_add_word (w, verb);
    tarikh_event_add_noun (w, noun);
  } else if ((word->masdar[0] == 'i' || word->masdar[0] == 'x') && word->flags & WORD_SUFFIXED) {
    guint32 owner = tarikh_event_recall_subject (w->reader, w->candidate->clause, FORM_MASCULINE);
    const EventClause *clause = reader_get_clause (w->reader, w->candidate->clause);
    if (clause->subject != NO_TOKEN && tarikh_event_name_at (w->reader, clause->subject) != NULL)
      owner = w->candidate->clause;
    if (owner == NO_TOKEN)
      return NULL;
    verb = tarikh_event_pick_form (
        word->masdar, (planned ? 3 : 1) + tarikh_event_is_feminine (w, reader_get_clause (w->reader, owner)->subject));
    tarikh_event_add_word (w, verb);
    tarikh_event_add_recalled (w, owner);
  } else if (word->flags & WORD_SUFFIXED) {
    return NULL; /* "its accusation": whose, and of what, stands elsewhere */
  } else {
    if (word->masdar[0] == 't' || planned) /* "the return to the city" needs no "was done" */
      tarikh_event_add_word (w, w->reader->grammar.done[(planned ? 2 : 0) + tarikh_event_is_feminine (w, noun)]);
    tarikh_event_add_noun (w, noun);
  }
  if (word->masdar[0] == 'x' && has_subject_genitive (w, noun, end))
    add_object (w, noun + 1, end, &hole);
  else
    tarikh_event_add_stretch (w, noun + 1, end, w->candidate->clause, &hole, TRUE);
  guint words = tarikh_event_count_words (w, w->pieces->len);
  if (!(word->flags & WORD_NEWS_NOUN) || words > 3 || (words == 3 && names_something (w)))
    return verb;
  if (words == 3)
    add_home (w);
  else if (!(is_weekday (w) && add_home (w)) && !add_own_time (w))
    add_home (w);
  return verb;
}
