/* event/antecedent: the noun that a relative clause tells of: the nearest before it that agrees with the pronoun, or with the
 * verb when there is none, in gender and in being definite. Says so when no noun does. */
#include "event/headline.h"

#include <string.h>

#define REACH_BACK 14

/* Nouns before a relative clause, cut into groups by the prepositions between them; the nearest group last. */
typedef struct {
  guint32 tokens[REACH_BACK]; /* from the clause backwards */
  guint8 groups[REACH_BACK];  /* number of the token's group, 0 the nearest */
  guint n;
} Nouns;

static gboolean
ends_raw (const Writer *w, guint32 token, const char *ending)
{
  const TarikhToken *t = writer_get_token (w, token);
  gsize n = strlen (ending);

  return n > 0 && t->end - t->start > n && memcmp (w->reader->text->text + t->end - n, ending, n) == 0;
}

/* FORM_FEMININE, FORM_MASCULINE by table or name; FORM_NONE when only the ending could say and does not. */
static guint8
get_gender (const Writer *w, guint32 token)
{
  const EventWord *word = writer_get_word (w, token);
  const EventName *name = tarikh_event_name_at (w->reader, token);

  if (name != NULL && name->gender == FORM_MASCULINE)
    return name->kind == NAME_PLACE ? FORM_NONE : FORM_MASCULINE; /* a country may be taken for either */
  if (name != NULL && name->gender == FORM_FEMININE)
    return FORM_FEMININE;
  if (word->flags & WORD_NEWS_NOUN)
    return word->said[0] == 'f' ? FORM_FEMININE : FORM_MASCULINE;
  if (ends_raw (w, token, w->reader->grammar.feminine_letter)
      || ends_raw (w, token, w->reader->grammar.feminine_plural))
    return FORM_FEMININE;
  return FORM_NONE;
}

static gboolean
is_inserted (const Writer *w, guint32 token)
{
  return reader_get_clause (w->reader, writer_get_word (w, token)->clause)->kind == CLAUSE_BRACKET;
}

/* Whether nothing before TOKEN can belong to the noun phrase that ends there. */
static gboolean
bars (const Writer *w, guint32 token, guint32 owner)
{
  const EventWord *word = writer_get_word (w, token);
  const TarikhToken *t = writer_get_token (w, token);

  if (t->kind == TARIKH_TOKEN_PUNCT)
    return !tarikh_event_is_quote (t) && t->number != '-';
  gboolean covered = word->flags & WORD_COVERED && !(word->flags & (WORD_NAMED | WORD_PLACE | WORD_ORGANISATION));
  return t->kind == TARIKH_TOKEN_NEWLINE || word->clause != owner || word->opener != OPENER_NONE || covered
         || word->flags & (WORD_PRONOUN | WORD_NEGATION | WORD_PERFECT | WORD_ATTRIBUTION | WORD_PLANNED | WORD_POSSIBLE)
         || tarikh_event_word_is_verb (w->reader, token);
}

/* "a bloody attack | led to": an adjective of a verb's shape after the noun of a happening. */
static gboolean
follows_deed (const Writer *w, guint32 token)
{
  return token > 0 && tarikh_event_word_is_verb (w->reader, token)
         && writer_get_word (w, token - 1)->flags & (WORD_NEWS_NOUN | WORD_MASDAR)
         && !tarikh_event_has_article (w, token - 1);
}

static void
add_noun (Nouns *nouns, guint32 token, guint8 group)
{
  nouns->tokens[nouns->n] = token;
  nouns->groups[nouns->n++] = group;
}

/* "the people helped | the settlers who": the noun before is the whole subject of the clause above. */
static gboolean
ends_subject (const Writer *w, const Nouns *nouns, guint32 token, guint32 owner)
{
  const EventClause *clause = reader_get_clause (w->reader, owner);

  return nouns->n > 0 && nouns->tokens[nouns->n - 1] == token + 1 && clause->subject != NO_TOKEN
         && clause->verb != NO_TOKEN && clause->subject > clause->verb && clause->subject_end == token + 1
         && tarikh_event_has_article (w, token)
         && (tarikh_event_has_article (w, token + 1)
             || (writer_get_word (w, token + 1)->clitics == 0
                 && !(writer_get_word (w, token + 1)->flags & WORD_NAMED)));
}

/* "the crowd thanked | the president who": two definite nouns side by side, the second a title or a name. */
static gboolean
stands_beside (const Writer *w, const Nouns *nouns, guint32 token)
{
  guint32 after = token + 1;

  return nouns->n > 0 && nouns->tokens[nouns->n - 1] == after && tarikh_event_has_article (w, token)
         && tarikh_event_has_article (w, after) && !tarikh_event_word_describes (w->reader, after)
         && writer_get_word (w, after)->flags & (WORD_TITLE | WORD_NAMED | WORD_ORGANISATION);
}

/* From TOKEN, a closing quotation mark, to the opening one, when it is near. */
static guint32
skip_quoted (const Writer *w, guint32 token)
{
  if (!tarikh_event_is_quote (writer_get_token (w, token)))
    return token;
  for (guint32 i = token; i-- > 0 && token - i < 12;)
    if (tarikh_event_is_quote (writer_get_token (w, i)))
      return i;
  return token;
}

static gboolean
is_noun (const Writer *w, guint32 token)
{
  const EventWord *word = writer_get_word (w, token);

  return writer_get_token (w, token)->kind == TARIKH_TOKEN_WORD && !(word->flags & (WORD_TIME | WORD_ADVERB))
         && !(word->flags & WORD_PREPOSITION && !(word->flags & WORD_SUFFIXED));
}

static void
collect_nouns (const Writer *w, guint32 end, Nouns *nouns)
{
  guint32 owner = NO_TOKEN;
  guint8 group = 0;

  nouns->n = 0;
  for (guint32 i = end; i-- > 0 && end - i < 24 && nouns->n < REACH_BACK;) {
    const EventWord *word = writer_get_word (w, i);
    if (is_inserted (w, i) && owner != word->clause && !is_inserted (w, end))
      continue;
    i = skip_quoted (w, i);
    word = writer_get_word (w, i);
    if (owner == NO_TOKEN && (writer_get_token (w, i)->kind == TARIKH_TOKEN_PUNCT || follows_deed (w, i)))
      continue;
    owner = owner == NO_TOKEN ? word->clause : owner;
    if (bars (w, i, owner) || stands_beside (w, nouns, i) || ends_subject (w, nouns, i, owner))
      return;
    if (is_noun (w, i))
      add_noun (nouns, i, group);
    if ((word->flags & WORD_PREPOSITION && !(word->flags & WORD_SUFFIXED)) || word->clitics & TARIKH_CLITIC_PREPOSITION)
      group++;
    if (word->clitics & TARIKH_CLITIC_AND)
      return;
  }
}

static gboolean
has_any_article (const Writer *w, guint32 token)
{
  return tarikh_event_has_article (w, token)
         || writer_get_word (w, token)->clitics & (TARIKH_CLITIC_ARTICLE | TARIKH_CLITIC_FUSED);
}

/* Has an article, a pronoun, or is a name; a word that no table knows may be one. */
static gboolean
is_definite_word (const Writer *w, guint32 token)
{
  const EventWord *word = writer_get_word (w, token);
  const EventName *name = tarikh_event_name_at (w->reader, token);

  return has_any_article (w, token) || word->flags & WORD_SUFFIXED || (name != NULL && name->kind != NAME_ORGANISATION);
}

/* May be definite though nothing shows it: the name of a body, a word of no table, a noun with its number or year. */
static gboolean
may_be_definite (const Writer *w, guint32 token)
{
  const EventName *name = tarikh_event_name_at (w->reader, token);

  if (name != NULL)
    return TRUE;
  return !(writer_get_word (w, token)->flags & (WORD_KNOWN | WORD_NAMED))
         || writer_get_word (w, token + 1)->flags & WORD_TIME
         || writer_get_token (w, token + 1)->kind == TARIKH_TOKEN_NUMBER;
}

/* Whether noun N of NOUNS is definite by itself or by a genitive after it in its group. */
static gboolean
is_definite (const Writer *w, const Nouns *nouns, guint n)
{
  for (guint i = n + 1; i-- > 0 && nouns->groups[i] == nouns->groups[n];)
    if (is_definite_word (w, nouns->tokens[i]))
      return TRUE;
  return FALSE;
}

/* Noun N only describes the noun before it in its group. */
static gboolean
only_describes (const Writer *w, const Nouns *nouns, guint n)
{
  guint32 noun = WORD_MASDAR | WORD_NEWS_NOUN | WORD_ORGANISATION | WORD_TITLE | WORD_PLACE_HEAD | WORD_NAMED;

  if (n + 1 >= nouns->n || nouns->groups[n + 1] != nouns->groups[n] || nouns->tokens[n + 1] + 1 != nouns->tokens[n])
    return FALSE;
  if (has_any_article (w, nouns->tokens[n]) && has_any_article (w, nouns->tokens[n + 1]))
    return TRUE;
  return !(writer_get_word (w, nouns->tokens[n])->flags & noun)
         && tarikh_event_word_describes (w->reader, nouns->tokens[n]);
}

/* "the rejection of the request | that": what is told of is the object of the deed. */
static gboolean
governs_object (const Writer *w, const Nouns *nouns, guint n)
{
  return n > 0 && nouns->groups[n - 1] == nouns->groups[n] && writer_get_word (w, nouns->tokens[n])->masdar[0] == 't'
         && !has_any_article (w, nouns->tokens[n]) && !only_describes (w, nouns, n - 1);
}

static gboolean
fits (guint8 gender, guint8 form, gboolean surely)
{
  if (form == FORM_FEMININE)
    return surely ? gender == FORM_FEMININE : gender == FORM_NONE;
  return surely && (form == FORM_NONE || gender != FORM_FEMININE);
}

/* What is asked of the noun. */
typedef struct {
  guint8 form; /* VerbForm, FORM_NONE: any */
  gboolean definite;
  gboolean any;    /* definite or not */
  gboolean surely; /* its gender is known to agree */
  gboolean object; /* not a deed before its object */
} Demand;

/* The first noun of GROUP that fits DEMAND, as an index into NOUNS; -1 when none does. */
static gint
find_in_group (const Writer *w, const Nouns *nouns, guint8 group, Demand demand)
{
  for (guint i = nouns->n; i-- > 0;) {
    guint32 token = nouns->tokens[i];
    if (group > 1 && !demand.definite && !(writer_get_word (w, token)->flags & (WORD_MASDAR | WORD_NEWS_NOUN)))
      continue; /* far off only a deed */
    if (nouns->groups[i] != group || only_describes (w, nouns, i) || (demand.object && governs_object (w, nouns, i)))
      continue;
    if (writer_get_word (w, token)->flags & WORD_NAMED && tarikh_event_name_at (w->reader, token) == NULL)
      continue; /* inside a name */
    if ((guchar) w->reader->text->text[writer_get_token (w, token)->start] < 0x80)
      continue; /* a word of another script */
    gboolean fitting
        = demand.any || is_definite (w, nouns, i) == demand.definite || (demand.definite && may_be_definite (w, token));
    if (fitting && fits (get_gender (w, token), demand.form, demand.surely))
      return (gint) i;
  }
  return -1;
}

/* "the envoy to the country, | who took office", "the blast in the city | that killed": of a place after a preposition and a title
 * or a deed before it the latter acts. FOUND otherwise. */
static gint
prefer_title (const Writer *w, const Nouns *nouns, Demand demand, gint found)
{
  const EventName *name = tarikh_event_name_at (w->reader, nouns->tokens[found]);
  guint8 group = nouns->groups[found];

  if (!demand.definite || name == NULL || name->kind != NAME_PLACE)
    return found;
  for (guint i = (guint) found + 1; i < nouns->n && nouns->groups[i] <= group + 1; i++)
    if (!only_describes (w, nouns, i)
        && writer_get_word (w, nouns->tokens[i])->flags & (WORD_TITLE | WORD_NEWS_NOUN | WORD_MASDAR)
        && fits (get_gender (w, nouns->tokens[i]), demand.form, demand.surely))
      return (gint) i;
  return found;
}

static gint
find_noun (const Writer *w, const Nouns *nouns, Demand demand)
{
  guint8 last = nouns->n > 0 ? MIN (nouns->groups[nouns->n - 1], 2) : 0;

  for (guint8 group = 0; group <= last; group++)
    for (guint n = 0; n < 4; n++) {
      demand.surely = n % 2 == 0;
      demand.object = n < 2;
      gint found = find_in_group (w, nouns, group, demand);
      if (found >= 0)
        return prefer_title (w, nouns, demand, found);
    }
  return -1;
}

/* The person whose name ends right before the clause. */
static guint32
find_person (const Writer *w, guint32 end, guint8 form)
{
  while (end > 0 && writer_get_token (w, end - 1)->kind == TARIKH_TOKEN_PUNCT)
    end--;
  for (guint32 i = end; i > 0 && i + 8 > end && writer_get_word (w, i - 1)->flags & WORD_NAMED; i--) {
    const EventName *name = tarikh_event_name_at (w->reader, i - 1);
    if (name != NULL)
      return name->end == end && name->kind == NAME_PERSON
                     && (form == FORM_NONE || (form == FORM_FEMININE) == (name->gender == FORM_FEMININE))
                 ? name->first
                 : NO_TOKEN;
  }
  return NO_TOKEN;
}

/* First token of the noun that CLAUSE tells of, with what follows it up to the clause; NO_TOKEN when none agrees with FORM
 * (FORM_NONE: any does). */
guint32
tarikh_event_find_antecedent (const Writer *w, const EventClause *clause, guint8 form)
{
  Demand demand = { .form = form, .definite = clause->kind == CLAUSE_RELATIVE };
  Nouns nouns;
  guint32 person = demand.definite ? find_person (w, clause->first, form) : NO_TOKEN;

  if (person != NO_TOKEN)
    return person;
  collect_nouns (w, clause->first, &nouns);
  gint found = find_noun (w, &nouns, demand);
  if (found < 0 && !demand.definite && nouns.n > 0) {
    demand.any = TRUE;
    demand.surely = TRUE;
    found = find_in_group (w, &nouns, 0, demand);
  }
  return found >= 0 ? nouns.tokens[found] : NO_TOKEN;
}
