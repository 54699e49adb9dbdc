/* event/clause: cuts sentences into clauses, each token owned by one, and finds each clause's verb. A clause may go on
 * after another that stands inside it. One pass, no backtracking. */
#include "event/room.h"

#include <string.h>

#define MAX_DEPTH 12
#define LONGEST_BYLINE 12 /* tokens */
#define SHORTEST_SPEECH 2 /* words before its first pause: fewer are a title */
#define REACH_PHASE 10    /* how far from "began" what began may stand */

typedef struct {
  EventReader *reader;
  guint32 sentence;
  guint32 stack[MAX_DEPTH];
  guint depth;          /* at least 1 once open */
  gboolean after_comma; /* the token before, blanks apart, is a comma or a dash */
  guint32 quote;        /* clause that the open quotation mark opened, or NO_TOKEN */
} Cutter;

static EventClause *
get_current (const Cutter *c)
{
  return reader_get_clause (c->reader, c->stack[c->depth - 1]);
}

static void
push_clause (Cutter *c, ClauseKind kind, guint32 token)
{
  guint32 index = c->reader->clauses->len;
  gboolean nested = c->depth > 0;
  EventClause clause = { .kind = kind,
                         .sentence = c->sentence,
                         .first = token,
                         .end = token,
                         .verb = NO_TOKEN,
                         .auxiliary = NO_TOKEN,
                         .subject = NO_TOKEN };

  clause.parent = nested ? c->stack[c->depth - 1] : index;
  clause.fronted = nested && get_current (c)->verb == NO_TOKEN;
  g_array_append_val (c->reader->clauses, clause);
  if (c->depth == MAX_DEPTH)
    c->depth--;
  c->stack[c->depth++] = index;
}

static gboolean
is_level (ClauseKind kind)
{
  return kind == CLAUSE_MAIN || kind == CLAUSE_THAT || kind == CLAUSE_QUOTE || kind == CLAUSE_BRACKET;
}

/* Back to the clause that coordinate clauses stand beside. */
static void
pop_to_level (Cutter *c)
{
  while (c->depth > 1 && !is_level (get_current (c)->kind))
    c->depth--;
}

/* A clause beside the current one, of its kind. */
static void
push_beside (Cutter *c, guint32 token)
{
  ClauseKind kind = get_current (c)->kind;

  if (c->depth > 1) {
    c->depth--;
    push_clause (c, kind, token);
  } else {
    c->depth = 0;
    push_clause (c, CLAUSE_MAIN, token);
  }
}

static void
set_verb (Cutter *c, guint32 token)
{
  EventClause *clause = get_current (c);

  if (clause->verb != NO_TOKEN && clause->auxiliary == NO_TOKEN)
    clause->auxiliary = clause->verb;
  clause->verb = token;
  clause->marks |= c->reader->words[token].flags & (WORD_FUTURE);
}

/* A verb that another completes: was, began, can, intends. */
static gboolean
awaits_verb (const EventReader *reader, const EventClause *clause, guint32 token)
{
  guint8 kind = reader->words[clause->verb].kind;
  guint32 flags = reader->words[token].flags;

  if (kind == KIND_PHASE && flags & WORD_VERB && !(flags & WORD_PRESENT))
    return FALSE; /* "began with the end of his term | was closed": only an imperfect completes it */
  if (kind == KIND_PHASE && (reader->words[token].flags & WORD_FUTURE || token > clause->verb + REACH_PHASE))
    return FALSE; /* "began his career … | will begin" */
  return kind == KIND_BE || kind == KIND_PHASE || kind == KIND_MODAL || kind == KIND_PLAN;
}

static void
meet_joined_verb (Cutter *c, guint32 token)
{
  const EventWord *word = &c->reader->words[token];
  const EventClause *clause = get_current (c);

  if (c->after_comma && !is_level (clause->kind))
    pop_to_level (c);
  if (word->kind == KIND_SAY)
    while (c->depth > 1 && get_current (c)->kind != CLAUSE_MAIN && get_current (c)->kind != CLAUSE_QUOTE)
      c->depth--;
  if (get_current (c)->verb != NO_TOKEN || get_current (c)->first < token)
    push_beside (c, token);
  set_verb (c, token);
}

/* "the last time he visited in it": the pronoun after the verb's preposition points back to a noun. */
static gboolean
has_resumptive (const Cutter *c, guint32 token)
{
  ClauseKind kind = get_current (c)->kind;

  return kind != CLAUSE_RELATIVE && kind != CLAUSE_BARE_RELATIVE && token + 1 < c->reader->text->n_tokens
         && c->reader->words[token + 1].preposition == 3 && token > 0
         && c->reader->text->tokens[token - 1].kind == TARIKH_TOKEN_WORD
         && c->reader->words[token - 1].opener == OPENER_NONE
         && !(c->reader->words[token - 1].flags
              & (WORD_PERFECT | WORD_NEGATION | WORD_FUTURE | WORD_ADVERB | WORD_VERB | WORD_PLANNED | WORD_POSSIBLE
                 | WORD_TIME));
}

/* "as announced": the verb that names the source stands right after its opener. */
static gboolean
says_source (const Cutter *c, guint32 token)
{
  const EventClause *clause = get_current (c);

  return clause->verb == NO_TOKEN && token <= clause->first + 2;
}

/* "a group": a body without a name or an article. */
static gboolean
is_bare_body (const EventReader *reader, guint32 token)
{
  const EventName *name = tarikh_event_name_at (reader, token);

  return name != NULL && name->kind == NAME_ORGANISATION && name->end == name->first + 1
         && !(reader->words[token].clitics & TARIKH_CLITIC_ARTICLE) && !(reader->words[token].flags & WORD_PLACE);
}

/* What was taken for the clause's verb was a noun ("the improvement of the ties | will be"): it might be one, and the new verb
 * stands after a definite word, where no bare relative clause can. */
static gboolean
was_noun (const Cutter *c, guint32 token)
{
  const EventClause *clause = get_current (c);
  guint32 ambiguous = WORD_MASDAR | WORD_NEWS_NOUN | WORD_NOUN_TOO;

  if (token == 0 || clause->auxiliary != NO_TOKEN || !(c->reader->words[clause->verb].flags & ambiguous)
      || c->reader->words[clause->verb].clitics & TARIKH_CLITIC_AND)
    return FALSE;
  const EventWord *before = &c->reader->words[token - 1];
  return (before->clitics & TARIKH_CLITIC_ARTICLE)
         || (before->flags & (WORD_PLACE | WORD_NAMED) && !is_bare_body (c->reader, token - 1));
}

/* Whether a time or a definite word stands right before TOKEN. */
static gboolean
ends_definite (const Cutter *c, guint32 token)
{
  const EventWord *before = &c->reader->words[token - 1];
  const TarikhToken *t = &c->reader->text->tokens[token - 1];
  const char *article = c->reader->grammar.article;
  gsize n = strlen (article);

  return before->flags & (WORD_TIME | WORD_NAMED | WORD_PLACE) || before->clitics & TARIKH_CLITIC_ARTICLE
         || (n > 0 && t->fold_length > n + 2 && memcmp (tarikh_text_get_fold (c->reader->text, t), article, n) == 0);
}

static void
meet_verb (Cutter *c, guint32 token)
{
  const EventClause *clause = get_current (c);

  if (c->reader->words[token].clitics & TARIKH_CLITIC_AND) {
    meet_joined_verb (c, token);
    return;
  }
  if (has_resumptive (c, token) && clause->first < token && (clause->verb != NO_TOKEN || clause->first + 1 < token)) {
    push_clause (c, CLAUSE_BARE_RELATIVE, token);
    set_verb (c, token);
    return;
  }
  if (clause->kind == CLAUSE_SOURCE && c->depth > 1 && !says_source (c, token)) {
    c->depth--;
    meet_verb (c, token);
    return;
  }
  if (clause->verb == NO_TOKEN || awaits_verb (c->reader, clause, token)) {
    set_verb (c, token);
    return;
  }
  if (clause->fronted && c->depth > 1 && clause->kind != CLAUSE_RELATIVE && clause->kind != CLAUSE_BRACKET) {
    c->depth--;
    meet_verb (c, token);
    return;
  }
  if (c->after_comma) {
    pop_to_level (c);
    if (get_current (c)->verb != NO_TOKEN)
      push_beside (c, token);
    set_verb (c, token);
    return;
  }
  if (was_noun (c, token)) {
    get_current (c)->verb = token;
    return;
  }
  gboolean has_object = token == clause->verb + 1 && c->reader->words[clause->verb].flags & WORD_SUFFIXED;
  if (clause->kind == CLAUSE_RELATIVE && clause->fronted && c->depth > 1 && (has_object || ends_definite (c, token))) {
    c->depth--; /* "the piece that was found in the ocean | belongs": a bare relative clause needs an indefinite noun */
    meet_verb (c, token);
    return;
  }
  push_clause (c, CLAUSE_BARE_RELATIVE, token);
  set_verb (c, token);
}

/* Whether "that" only links a modal, a plan or "it is due" to its verb. */
static gboolean
links_verb (const Cutter *c, guint32 token)
{
  const EventClause *clause = get_current (c);

  if (token > 0 && c->reader->words[token - 1].flags & (WORD_PLANNED | WORD_POSSIBLE))
    return TRUE;
  return clause->verb != NO_TOKEN && awaits_verb (c->reader, clause, token)
         && c->reader->words[clause->verb].kind != KIND_BE;
}

static void
meet_opener (Cutter *c, guint32 token)
{
  static const ClauseKind kinds[] = { CLAUSE_MAIN, CLAUSE_RELATIVE, CLAUSE_THAT, CLAUSE_WHEN,   CLAUSE_BECAUSE,
                                      CLAUSE_MAIN, CLAUSE_COMMENT,  CLAUSE_IF,   CLAUSE_PURPOSE };
  OpenerKind opener = c->reader->words[token].opener;

  if (opener == OPENER_THAT && links_verb (c, token))
    return;
  if (opener == OPENER_WHILE) {
    pop_to_level (c);
    if (get_current (c)->first < token)
      push_beside (c, token);
    return;
  }
  if (c->after_comma && opener != OPENER_RELATIVE && opener != OPENER_THAT)
    pop_to_level (c);
  push_clause (c, kinds[opener], token);
}

static gboolean
is_quote_open (const TarikhToken *token, gboolean open)
{
  return tarikh_text_token_is (token, 0xab) || tarikh_text_token_is (token, 0x201c)
         || (!open && tarikh_text_token_is (token, '"'));
}

static gboolean
is_quote_close (const TarikhToken *token, gboolean open)
{
  return tarikh_text_token_is (token, 0xbb) || tarikh_text_token_is (token, 0x201d)
         || (open && tarikh_text_token_is (token, '"'));
}

static void
pop_through (Cutter *c, ClauseKind kind)
{
  for (guint i = c->depth; i > 1; i--)
    if (reader_get_clause (c->reader, c->stack[i - 1])->kind == kind) {
      c->depth = i - 1;
      return;
    }
}

static gboolean
is_inner (ClauseKind kind)
{
  return !is_level (kind);
}

/* A comma ends what was put into a clause; the clause goes on. */
static void
meet_comma (Cutter *c)
{
  while (c->depth > 1 && is_inner (get_current (c)->kind)
         && (get_current (c)->verb != NO_TOKEN || get_current (c)->kind == CLAUSE_SOURCE
             || (get_current (c)->kind == CLAUSE_COMMENT && get_current (c)->fronted)))
    c->depth--;
}

static gboolean
follows_colon (const EventReader *reader, guint32 token)
{
  return token > 0 && tarikh_text_token_is (&reader->text->tokens[token - 1], ':');
}

/* "the minister said on Friday | “enough is enough”": words of some length quoted after a verb that says, without a colon. */
static gboolean
opens_speech (const Cutter *c, guint32 token)
{
  const EventReader *reader = c->reader;
  const EventClause *clause = get_current (c);
  guint32 end = MIN (reader->text->sentences[c->sentence].end_token, token + SHORTEST_SPEECH + 1);

  if (clause->verb == NO_TOKEN || reader->words[clause->verb].kind != KIND_SAY || token == 0
      || !(reader->words[token - 1].flags & (WORD_TIME | WORD_NAMED) || token == clause->verb + 1))
    return FALSE;
  for (guint32 i = token + 1; i < end; i++)
    if (reader->text->tokens[i].kind == TARIKH_TOKEN_PUNCT)
      return FALSE;
  return end == token + SHORTEST_SPEECH + 1;
}

static void
meet_punct (Cutter *c, guint32 token)
{
  const TarikhToken *t = &c->reader->text->tokens[token];
  gboolean quoting = c->quote != NO_TOKEN;

  if (tarikh_text_token_is (t, '(') || tarikh_text_token_is (t, '[')) {
    push_clause (c, CLAUSE_BRACKET, token);
  } else if (quoting && is_quote_close (t, TRUE)) {
    pop_through (c, CLAUSE_QUOTE);
    c->quote = NO_TOKEN;
  } else if (is_quote_open (t, quoting)
             && (follows_colon (c->reader, token) || opens_speech (c, token)
                 || (token > 0 && c->reader->words[token - 1].opener == OPENER_THAT))) {
    push_clause (c, CLAUSE_QUOTE, token);
    c->quote = c->stack[c->depth - 1];
  } else if (tarikh_text_token_is (t, 0x60c) || tarikh_text_token_is (t, ',')) {
    meet_comma (c);
  } else if (tarikh_text_token_is (t, 0x61b) || tarikh_text_token_is (t, ';')) {
    pop_to_level (c);
    push_beside (c, token);
  }
}

static gboolean
is_comma (const TarikhToken *t)
{
  return tarikh_text_token_is (t, 0x60c) || tarikh_text_token_is (t, ',') || tarikh_text_token_is (t, 0x2013)
         || tarikh_text_token_is (t, '-') || tarikh_text_token_is (t, ':') || tarikh_text_token_is (t, 0x61b);
}

/* "which Razzak led | the elections": a relative clause whose verb has its object and its subject is complete. */
static gboolean
is_complete (const Cutter *c, guint32 token)
{
  const EventReader *reader = c->reader;
  const EventClause *clause = get_current (c);
  const EventWord *word = &reader->words[token];

  if (clause->kind != CLAUSE_RELATIVE || clause->verb == NO_TOKEN
      || !(reader->words[clause->verb].flags & WORD_SUFFIXED))
    return FALSE;
  return token > clause->verb + 1 && reader->words[token - 1].flags & WORD_NAMED && !(word->flags & WORD_NAMED)
         && word->opener == OPENER_NONE && !(word->flags & (WORD_PREPOSITION | WORD_TIME | WORD_ADVERB | WORD_GENTILIC))
         && !(word->clitics & (TARIKH_CLITIC_PREPOSITION | TARIKH_CLITIC_AND))
         && reader->text->tokens[token].kind == TARIKH_TOKEN_WORD;
}

/* Right after "was" or "began", or after a named subject with no verb yet, only a verb can stand. */
static gboolean
asks_verb (const Cutter *c, guint32 token)
{
  const EventClause *clause = get_current (c);

  if (clause->verb != NO_TOKEN)
    return clause->verb + 1 == token && clause->auxiliary == NO_TOKEN && awaits_verb (c->reader, clause, token)
           && c->reader->words[token].flags & WORD_PRESENT;
  return c->reader->words[token - 1].flags & WORD_NAMED && clause->first < token;
}

/* What might be a noun is the verb where only one can stand: "the leader | spoke". Says so to later readers. */
static gboolean
turns_verb (const Cutter *c, guint32 token)
{
  EventWord *word = &c->reader->words[token];
  guint32 ambiguous = WORD_MASDAR | WORD_NEWS_NOUN | WORD_NOUN_TOO;

  if (token == 0 || !(word->flags & WORD_VERB) || !(word->flags & ambiguous) || word->clitics != 0
      || word->flags & (WORD_TIME | WORD_NAMED | WORD_COVERED) || !asks_verb (c, token))
    return FALSE;
  word->flags &= ~ambiguous;
  return tarikh_event_word_is_verb (c->reader, token);
}

/* "…, and in the year 1995 | the parliament repealed": a conjunction, a time, then a verb open a clause. */
static gboolean
opens_with_time (const Cutter *c, guint32 token)
{
  const EventReader *reader = c->reader;
  guint32 i = token, n = reader->text->n_tokens;

  if (!(reader->words[token].clitics & TARIKH_CLITIC_AND) || get_current (c)->verb == NO_TOKEN)
    return FALSE;
  if (reader->words[i].flags & WORD_PREPOSITION)
    i += reader->words[i].n_tokens;
  if (i >= n || !(reader->words[i].flags & WORD_TIME))
    return FALSE;
  while (
      i < n
      && (reader->words[i].flags & (WORD_TIME | WORD_ADVERB) || tarikh_text_token_is (&reader->text->tokens[i], 0x60c)))
    i++;
  return i < n && tarikh_event_word_is_verb (reader, i) && !(reader->words[i].clitics & TARIKH_CLITIC_AND);
}

/* "…, and did not return": a negation with a conjunction before a verb opens a clause as that verb would. */
static gboolean
opens_negated (const Cutter *c, guint32 token)
{
  const EventWord *word = &c->reader->words[token];

  return word->flags & WORD_NEGATION && word->clitics & TARIKH_CLITIC_AND && !(word->flags & WORD_VERB)
         && token + 1 < c->reader->text->n_tokens && get_current (c)->verb != NO_TOKEN
         && tarikh_event_word_is_verb (c->reader, token + 1);
}

static void
meet_token (Cutter *c, guint32 token)
{
  const TarikhToken *t = &c->reader->text->tokens[token];
  EventWord *word = &c->reader->words[token];

  if (c->depth > 1 && is_complete (c, token))
    c->depth--;
  if (t->kind == TARIKH_TOKEN_PUNCT) {
    meet_punct (c, token);
  } else if (opens_with_time (c, token) || (c->after_comma && opens_negated (c, token))) {
    pop_to_level (c);
    push_beside (c, token);
  } else if (word->opener != OPENER_NONE && !(word->flags & WORD_TIME)) {
    meet_opener (c, token);
    if (word->opener == OPENER_PURPOSE)
      set_verb (c, token);
  } else if (tarikh_event_word_is_verb (c->reader, token) || turns_verb (c, token)) {
    meet_verb (c, token);
  } else if (word->flags & (WORD_PERFECT | WORD_PLANNED | WORD_POSSIBLE)
             && word->n_tokens + (word->flags & WORD_PERFECT) > 1 && word->clitics & TARIKH_CLITIC_AND
             && (get_current (c)->verb != NO_TOKEN || get_current (c)->kind == CLAUSE_SOURCE
             || (get_current (c)->kind == CLAUSE_COMMENT && get_current (c)->fronted))) {
    pop_to_level (c);
    if (get_current (c)->verb != NO_TOKEN)
      push_beside (c, token);
  } else if (word->flags & WORD_ATTRIBUTION && !(word->flags & (WORD_NAMED | WORD_COVERED | WORD_TIME))) {
    if (word->clitics & TARIKH_CLITIC_AND && get_current (c)->verb != NO_TOKEN) {
      pop_to_level (c);
      push_beside (c, token);
    }
    push_clause (c, CLAUSE_SOURCE, token);
  }
  EventClause *clause = get_current (c);
  word->clause = c->stack[c->depth - 1];
  clause->end = token + 1;
  if (word->flags & WORD_NEGATION && token + 1 < c->reader->text->n_tokens
      && c->reader->words[token + 1].flags & WORD_VERB)
    clause->marks |= WORD_NEGATION;
  clause->marks |= word->flags & (WORD_PERFECT | WORD_PLANNED | WORD_POSSIBLE | WORD_ATTRIBUTION);
  if (word->flags & WORD_FUTURE && !(word->flags & WORD_PRESENT))
    clause->marks |= WORD_FUTURE;
  if (t->kind == TARIKH_TOKEN_PUNCT && (tarikh_text_token_is (t, ')') || tarikh_text_token_is (t, ']')))
    pop_through (c, CLAUSE_BRACKET);
}

/* Takes the tokens up to END out of the sentence: they say who wrote it and where. */
static void
cover_dateline (EventReader *reader, guint32 first, guint32 end)
{
  for (guint32 j = first; j < end; j++)
    if (!(reader->words[j].flags & WORD_TIME))
      reader->words[j] = (EventWord){ .flags = WORD_ADVERB | WORD_COVERED,
                                      .time = -1,
                                      .n_tokens = 1,
                                      .said = "",
                                      .base = "",
                                      .masdar = "",
                                      .origin = "" };
}

static gboolean
is_dash (const TarikhToken *token)
{
  return tarikh_text_token_is (token, '-') || tarikh_text_token_is (token, 0x2013)
         || tarikh_text_token_is (token, 0x2014);
}

/* "Salim Haddad - The Voice - Tyre: the bank raised": a story that opens with dashes and then a colon names its writer. */
static guint32
end_byline (const EventReader *reader, const TarikhSentence *sentence)
{
  const TarikhToken *tokens = reader->text->tokens;
  guint32 end = MIN (sentence->end_token, sentence->first_token + LONGEST_BYLINE);
  gboolean dashed = FALSE;

  for (guint32 i = sentence->first_token; sentence->first_token == 0 && i < end; i++) {
    dashed |= i > 0 && is_dash (&tokens[i]);
    if (tarikh_text_token_is (&tokens[i], ':'))
      return dashed ? i + 1 : 0;
    if (tokens[i].kind == TARIKH_TOKEN_NUMBER || (tokens[i].kind == TARIKH_TOKEN_PUNCT && !is_dash (&tokens[i])))
      return 0;
  }
  return 0;
}

/* "Dubai, Emirates (CNN) -- the bank raised": place and agency before a dash at a sentence's head are no part of it. */
static void
skip_dateline (EventReader *reader, const TarikhSentence *sentence)
{
  const TarikhToken *tokens = reader->text->tokens;
  guint32 end = MIN (sentence->end_token, sentence->first_token + 14), byline = end_byline (reader, sentence);

  cover_dateline (reader, sentence->first_token, MAX (byline, sentence->first_token));
  for (guint32 i = MAX (byline, sentence->first_token); i + 1 < end; i++) {
    gboolean dash = is_dash (&tokens[i]);
    gboolean closes = dash && i > sentence->first_token && tarikh_text_token_is (&tokens[i - 1], ')');
    gboolean doubled = dash && tarikh_text_token_is (&tokens[i + 1], '-');
    if (tarikh_event_word_is_verb (reader, i))
      return;
    if (!closes && !doubled)
      continue;
    cover_dateline (reader, sentence->first_token, i + doubled + 1);
    return;
  }
}

static gboolean
has_day (const EventReader *reader, const EventClause *clause, guint32 index)
{
  for (guint32 i = clause->first, end = reader_limit (clause->first, clause->end); i < end; i++)
    if (reader->words[i].time >= 0 && reader->words[i].clause == index)
      return TRUE;
  return FALSE;
}

/* A word that no table claims for anything but a noun or a verb, with a subject after it: its shape allows a perfect. */
static gboolean
may_be_verb (const EventReader *reader, guint32 token)
{
  const EventWord *word = &reader->words[token], *next = &reader->words[token + 1];
  const TarikhToken *t = &reader->text->tokens[token];

  if (t->kind != TARIKH_TOKEN_WORD || t->fold_length < 6 || t->fold_length > 16 || word->opener != OPENER_NONE
      || word->flags
             & (WORD_NAMED | WORD_COVERED | WORD_TIME | WORD_PREPOSITION | WORD_ADVERB | WORD_PRONOUN | WORD_ATTRIBUTION
                | WORD_GENTILIC | WORD_PLACE_HEAD | WORD_HANGING | WORD_MEASURE | WORD_PLANNED | WORD_POSSIBLE)
      || word->clitics & (TARIKH_CLITIC_ARTICLE | TARIKH_CLITIC_PREPOSITION) || token + 1 >= reader->text->n_tokens)
    return FALSE;
  gsize length;
  if (tarikh_event_get_bare (reader, token, &length) != tarikh_text_get_fold (reader->text, t) && word->clitics == 0)
    return FALSE; /* begins with the article */
  if (word->flags & WORD_KNOWN && !(word->flags & WORD_VERB))
    return FALSE;
  return (next->clitics == TARIKH_CLITIC_ARTICLE || next->flags & (WORD_NAMED | WORD_GIVEN_NAME | WORD_TITLE))
         && !(next->flags & WORD_PREPOSITION);
}

/* Takes the conjunction off a word that is in no table, by the table of prefixes. */
static void
read_conjunction (EventReader *reader, guint32 token)
{
  const TarikhLexiconTable *prefixes = reader->grammar.prefixes;
  const TarikhToken *t = &reader->text->tokens[token];
  EventWord *word = &reader->words[token];

  for (guint i = 0; prefixes != NULL && i < prefixes->n_rows && word->clitics == 0 && !(word->flags & WORD_KNOWN);
       i++) {
    const char *prefix = prefixes->cells[i * prefixes->n_columns];
    if (prefixes->cells[i * prefixes->n_columns + 1][0] != 'a' || t->fold_length <= strlen (prefix) + 4
        || strncmp (tarikh_text_get_fold (reader->text, t), prefix, strlen (prefix)) != 0)
      continue;
    word->clitics = TARIKH_CLITIC_AND;
    word->clitic_bytes = (guint8) strlen (prefix);
  }
}

/* A main clause that names a day and has no verb: the first word that can be one, after times and adverbs, is. */
static void
find_lost_verb (EventReader *reader, guint32 index)
{
  EventClause *clause = reader_get_clause (reader, index);
  const char *feminine = reader->grammar.feminine_perfect;

  if (clause->kind != CLAUSE_MAIN || clause->verb != NO_TOKEN || !has_day (reader, clause, index))
    return;
  guint32 i = clause->first;
  while (i < clause->end
         && (reader->words[i].clause != index || reader->words[i].flags & (WORD_TIME | WORD_ADVERB | WORD_PERFECT)
             || reader->words[i].opener == OPENER_WHILE || reader->text->tokens[i].kind == TARIKH_TOKEN_PUNCT
             || (reader->words[i].flags & WORD_PREPOSITION && i + 1 < clause->end
                 && reader->words[i + 1].flags & WORD_TIME)))
    i++;
  if (i >= clause->end || !may_be_verb (reader, i))
    return;
  EventWord *word = &reader->words[i];
  const TarikhToken *t = &reader->text->tokens[i];
  gsize n = strlen (feminine);
  read_conjunction (reader, i);
  if (!(word->flags & WORD_VERB)) {
    gboolean ends = n > 0 && t->fold_length > n
                    && memcmp (tarikh_text_get_fold (reader->text, t) + t->fold_length - n, feminine, n) == 0;
    word->kind = KIND_ACT;
    word->form = ends ? FORM_FEMININE : FORM_MASCULINE;
  }
  word->flags = (word->flags | WORD_PAST) & ~(guint32) (WORD_GUESSED | WORD_MASDAR | WORD_NEWS_NOUN | WORD_NOUN_TOO);
  clause->verb = i;
}

static void
cut_sentence (EventReader *reader, guint32 index)
{
  guint32 before = reader->clauses->len;

  const TarikhSentence *sentence = &reader->text->sentences[index];
  Cutter c = { .reader = reader, .sentence = index, .quote = NO_TOKEN };

  push_clause (&c, CLAUSE_MAIN, sentence->first_token);
  skip_dateline (reader, sentence);
  for (guint32 i = sentence->first_token; i < sentence->end_token; i++) {
    meet_token (&c, i);
    gboolean passes = c.after_comma && reader->words[i].flags & (WORD_TIME | WORD_ADVERB);
    c.after_comma = passes || is_comma (&reader->text->tokens[i]);
  }
  for (guint32 i = before; i < reader->clauses->len; i++)
    find_lost_verb (reader, i);
}

void
tarikh_event_cut_clauses (EventReader *reader)
{
  for (guint32 i = 0; i < reader->text->n_sentences; i++)
    cut_sentence (reader, i);
}
