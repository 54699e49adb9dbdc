/* time/tense: which way the words round an expression point: verbs, what is planned, what was to be. Reads classes, never
 * words; which year or week that makes is the resolvers' business. */
#include "time/context.h"

#include <string.h>

enum {
  TENSE_BACK = 22, /* a verb says the tense of what stands this far after it */
  TENSE_FORWARD = 8,
  WAS_TOKENS = 2,     /* from "was" to "planned" */
  SUBJECT_TOKENS = 3, /* from "was" to the verb that it puts in the past */
  BEGAN_TOKENS = 8,   /* from a deed to "starting from", or to where it went on */
  PERFECT_TOKENS = 5, /* from "had" to its verb */
  DEED_TOKENS = 3,
  ASIDE_TOKENS = 16 /* a relative clause set off by commas is at most this long */
};

/* The verb classes' tens (see classes.def). */
enum { VERB_ACT = 1, VERB_SAY = 2, VERB_THINK = 3, VERB_STAND = 4, VERB_BE = 5, VERB_PHASE = 6, VERB_PLAN = 9, VERB_TELLS = 200 };

static gint
kind_of_verb (const TarikhLexeme *verb)
{
  return verb->value % 100 / 10;
}

/* TRUE when what VERB tells, thinks or plans may be of any time. */
static gboolean
tells (const TarikhLexeme *verb)
{
  gint kind = kind_of_verb (verb);

  return kind == VERB_SAY || kind == VERB_THINK || kind == VERB_PLAN || verb->value >= VERB_TELLS;
}

/* TRUE where no verb stands: after a verb (its subject is there), a preposition, or the bare head of a name. */
static gboolean
is_noun_place (const Context *context, guint32 token)
{
  static const TarikhLexiconClass heads[] = { TARIKH_LEXICON_IN,    TARIKH_LEXICON_FROM,         TARIKH_LEXICON_TO,
                                              TARIKH_LEXICON_TITLE, TARIKH_LEXICON_ORGANISATION, TARIKH_LEXICON_PLACE_HEAD };
  TarikhLexiconHit hit;

  if (token == 0 || context->text->tokens[token - 1].kind != TARIKH_TOKEN_WORD
      || !tarikh_lexicon_match (context->lexicon, context->text, token - 1, &hit))
    return FALSE;
  const TarikhLexeme *verb = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_VERB_PAST);
  if (verb != NULL && kind_of_verb (verb) == VERB_ACT && tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_MASDAR) == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (heads) && !(hit.clitics & TARIKH_CLITIC_ARTICLE); i++)
    if (tarikh_lexicon_hit_find (&hit, heads[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* The length of PREFIX when WORD, of N bytes, begins with it, else 0. */
static gsize
match_prefix (const char *prefix, const char *word, gsize n)
{
  gsize i = 0;

  while (prefix[i] != '\0' && i < n && prefix[i] == word[i])
    i++;
  return prefix[i] == '\0' ? i : 0;
}

/* TRUE for one word in brackets: an abbreviation, not a verb. */
static gboolean
stands_alone_in_brackets (const Context *context, guint32 token)
{
  return token > 0 && token + 1 < context->text->n_tokens && (context->atoms[token - 1].shapes & SHAPE_BIT (OPEN)) != 0
         && (context->atoms[token + 1].shapes & SHAPE_BIT (CLOSE)) != 0;
}

/* TRUE when TOKEN is a verb form of the future by its glued prefix (table "time-tense": prefix, shortest length, whether it
 * is one). The longest prefix decides, so that nouns can be told apart. */
static gboolean
has_future_prefix (const Context *context, guint32 token)
{
  const TarikhLexiconTable *table = tarikh_lexicon_get_table (context->lexicon, "time-tense");
  const TarikhToken *t = &context->text->tokens[token];

  if (table == NULL || t->kind != TARIKH_TOKEN_WORD || context->atoms[token].n_lexemes > 0
      || stands_alone_in_brackets (context, token))
    return FALSE;
  const char *fold = tarikh_text_get_fold (context->text, t);
  gsize longest = 0;
  gboolean future = FALSE;
  for (guint i = 0; i < table->n_rows; i++) {
    const char *const *row = (const char *const *) &table->cells[i * table->n_columns];
    gsize length = match_prefix (row[0], fold, t->fold_length);
    if (length <= longest || t->fold_length < g_ascii_strtoull (row[1], NULL, 10))
      continue;
    longest = length;
    future = row[2][0] == '1';
  }
  return future && !is_noun_place (context, token);
}

/* TRUE when "was" stands right before TOKEN, a preposition apart: "it had been planned" may be over by now. */
static gboolean
follows_was (const Context *context, guint32 token)
{
  for (guint32 i = token; i-- > 0 && token - i <= WAS_TOKENS;) {
    TarikhLexiconHit hit;
    if (context->text->tokens[i].kind == TARIKH_TOKEN_WORD
        && tarikh_lexicon_match (context->lexicon, context->text, i, &hit)) {
      const TarikhLexeme *verb = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_VERB_PAST);
      if (verb != NULL && kind_of_verb (verb) == VERB_BE)
        return TRUE;
    }
    if (tarikh_time_context_at (context, i, TARIKH_LEXICON_FROM) == NULL
        && tarikh_time_context_at (context, i, TARIKH_LEXICON_FUTURE_CUE) == NULL)
      return FALSE;
  }
  return FALSE;
}

/* TRUE when "was" stands shortly before the verb at TOKEN, its subject between: "the trip was to set out". */
static gboolean
was_to_be (const Context *context, guint32 token)
{
  for (guint32 i = token; i-- > 0 && token - i <= SUBJECT_TOKENS;) {
    TarikhLexiconHit hit;
    if (context->text->tokens[i].kind != TARIKH_TOKEN_WORD)
      return FALSE;
    if (!tarikh_lexicon_match (context->lexicon, context->text, i, &hit))
      continue;
    const TarikhLexeme *verb = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_VERB_PAST);
    if (verb != NULL)
      return kind_of_verb (verb) == VERB_BE;
    if (tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_CLAUSE_OPENER) != NULL)
      return FALSE;
  }
  return FALSE;
}

/* TRUE after "but he", "which", "that he": what is spelled as a verb or as a noun is a verb there. */
static gboolean
follows_opener (const Context *context, guint32 token)
{
  TarikhLexiconHit hit;

  return token > 0 && context->text->tokens[token - 1].kind == TARIKH_TOKEN_WORD
         && tarikh_lexicon_match (context->lexicon, context->text, token - 1, &hit)
         && tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_CLAUSE_OPENER) != NULL;
}

/* TRUE when a deed is told in the perfect before "starting from", at TOKEN: "they have fought from October on". */
static gboolean
began (const Context *context, guint32 token)
{
  for (guint32 i = token; i-- > 0 && token - i <= BEGAN_TOKENS;) {
    TarikhLexiconHit hit;
    if (context->text->tokens[i].kind != TARIKH_TOKEN_WORD)
      return FALSE;
    if (!tarikh_lexicon_match (context->lexicon, context->text, i, &hit)
        || (hit.clitics & (TARIKH_CLITIC_PREPOSITION | TARIKH_CLITIC_ARTICLE)))
      continue;
    const TarikhLexeme *verb = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_VERB_PAST);
    if (verb != NULL && tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_NOUN_TOO) == NULL
        && tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_MASDAR) == NULL)
      return kind_of_verb (verb) == VERB_ACT && !tells (verb);
  }
  return FALSE;
}

/* What the word at TOKEN says of the tense. WEAK is set when it is a bare imperfect of doing, which may mean either. */
static Tense
read_tense (const Context *context, guint32 token, gboolean *weak, gboolean *opener)
{
  const Atom *atom = &context->atoms[token];
  TarikhLexiconHit hit;

  if (context->text->tokens[token].kind != TARIKH_TOKEN_WORD)
    return TENSE_NONE;
  const TarikhLexeme *cue = tarikh_time_atom_find (atom, TARIKH_LEXICON_FUTURE_CUE);
  if (cue != NULL && cue->value == 1 && began (context, token))
    return TENSE_PAST;
  if (cue != NULL)
    return follows_was (context, token) ? TENSE_PRESENT : TENSE_FUTURE;
  const TarikhLexeme *rel = tarikh_time_atom_find (atom, TARIKH_LEXICON_REL);
  gboolean list = token + 1 < context->text->n_tokens && (context->atoms[token + 1].shapes & SHAPE_BIT (COLON));
  if (rel != NULL && (rel->value == 1 || rel->value == 2) && !list) /* "its next meeting, on the 28th" */
    return TENSE_FUTURE;
  if (tarikh_time_atom_find (atom, TARIKH_LEXICON_SINCE) != NULL)
    return TENSE_PAST;
  if (tarikh_time_atom_find (atom, TARIKH_LEXICON_PAST_CUE) != NULL && !(atom->dress & DRESS_PREPOSITION))
    return TENSE_PAST;
  if (!tarikh_lexicon_match (context->lexicon, context->text, token, &hit))
    return has_future_prefix (context, token) ? TENSE_FUTURE : TENSE_NONE;
  const TarikhLexeme *present = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_VERB_PRESENT);
  if (((hit.clitics & TARIKH_CLITIC_FUTURE) && present != NULL)
      || tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_FUTURE_MARK) != NULL)
    return was_to_be (context, token) ? TENSE_PRESENT : TENSE_FUTURE; /* it may be past or to come */
  *opener |= tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_CLAUSE_OPENER) != NULL;
  if (hit.clitics & (TARIKH_CLITIC_PREPOSITION | TARIKH_CLITIC_ARTICLE))
    return TENSE_NONE;
  const TarikhLexeme *past = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_VERB_PAST);
  if (past == NULL)
    past = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_VERB_PASSIVE);
  gboolean noun = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_NOUN_TOO) != NULL
                  || tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_MASDAR) != NULL;
  if (past != NULL && (!noun || follows_opener (context, token)))
    return tells (past) ? TENSE_SAID : TENSE_PAST;
  *weak |= present != NULL && (kind_of_verb (present) == VERB_ACT || kind_of_verb (present) == VERB_PHASE);
  return TENSE_NONE;
}

/* Bits of Context.tenses beside the tense itself. */
enum { TENSE_BITS = 7, TENSE_WEAK = 1 << 3, TENSE_OPENER = 1 << 4, TENSE_READ = 1 << 5 };

/* The same; a word between two expressions is asked for by both, and again with every reading of them. */
static Tense
tense_of_token (const Context *context, guint32 token, gboolean *weak, gboolean *opener)
{
  gboolean weak_here = FALSE, opener_here = FALSE;
  guint8 known = context->tenses != NULL ? context->tenses[token] : 0;

  if (known == 0) {
    Tense tense = read_tense (context, token, &weak_here, &opener_here);
    known = (guint8) (TENSE_READ | (guint) tense | (weak_here ? TENSE_WEAK : 0) | (opener_here ? TENSE_OPENER : 0));
    if (context->tenses != NULL)
      context->tenses[token] = known;
  }
  *weak |= (known & TENSE_WEAK) != 0;
  *opener |= (known & TENSE_OPENER) != 0;
  return (Tense) (known & TENSE_BITS);
}

gboolean
tarikh_time_context_follows_state (const Context *context, guint32 token)
{
  TarikhLexiconHit hit;

  if (token == 0 || context->text->tokens[token - 1].kind != TARIKH_TOKEN_WORD
      || !tarikh_lexicon_match (context->lexicon, context->text, token - 1, &hit))
    return FALSE;
  const TarikhLexeme *verb = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_VERB_PRESENT);
  return verb != NULL && kind_of_verb (verb) >= VERB_THINK && kind_of_verb (verb) <= VERB_BE;
}

gboolean
tarikh_time_context_follows_deed (const Context *context, guint32 token)
{
  for (guint32 i = token; i-- > 0 && token - i <= DEED_TOKENS;) {
    TarikhLexiconHit hit;
    if (context->text->tokens[i].kind != TARIKH_TOKEN_WORD
        || tarikh_time_context_at (context, i, TARIKH_LEXICON_TO) != NULL)
      return FALSE;
    if (!tarikh_lexicon_match (context->lexicon, context->text, i, &hit)
        || (hit.clitics & (TARIKH_CLITIC_PREPOSITION | TARIKH_CLITIC_ARTICLE)))
      continue;
    const TarikhLexeme *verb = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_VERB_PAST);
    if (verb != NULL && tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_MASDAR) == NULL)
      return kind_of_verb (verb) == VERB_ACT;
  }
  return FALSE;
}

gboolean
tarikh_time_context_follows_stay (const Context *context, guint32 token)
{
  for (guint32 i = token; i-- > 0 && token - i <= BEGAN_TOKENS;) {
    TarikhLexiconHit hit;
    if (context->text->tokens[i].kind != TARIKH_TOKEN_WORD)
      return FALSE;
    if (!tarikh_lexicon_match (context->lexicon, context->text, i, &hit))
      continue;
    const TarikhLexeme *verb = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_VERB_PAST);
    if (verb != NULL)
      return kind_of_verb (verb) == VERB_STAND || kind_of_verb (verb) == VERB_PHASE;
  }
  return FALSE;
}

static gboolean
ends_clause (const TarikhToken *t)
{
  return t->kind == TARIKH_TOKEN_NEWLINE || tarikh_text_token_is (t, '.') || tarikh_text_token_is (t, ';')
         || tarikh_text_token_is (t, 0x061b) || tarikh_text_token_is (t, '!') || tarikh_text_token_is (t, 0x061f);
}

static gboolean
is_comma (const TarikhToken *t)
{
  return tarikh_text_token_is (t, ',') || tarikh_text_token_is (t, 0x060c);
}

gboolean
tarikh_time_context_is_pluperfect (const Context *context, guint32 token)
{
  guint32 perfect = G_MAXUINT32; /* the last verb in the perfect seen, going back */

  for (guint32 i = token; i-- > 0 && token - i <= TENSE_BACK && !ends_clause (&context->text->tokens[i]);) {
    TarikhLexiconHit hit;
    if (context->text->tokens[i].kind != TARIKH_TOKEN_WORD
        || !tarikh_lexicon_match (context->lexicon, context->text, i, &hit))
      continue;
    const TarikhLexeme *verb = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_VERB_PAST);
    if (verb != NULL && kind_of_verb (verb) == VERB_BE)
      return perfect - i <= PERFECT_TOKENS;
    if (verb != NULL)
      perfect = i;
  }
  return FALSE;
}

/* Where TOKEN, a comma, closes a relative clause that another comma opened: the token of that one; else TOKEN. What stands
 * between says nothing of what follows: "the envoy, who was recalled in February, returns in October". */
static guint32
skip_aside (const Context *context, guint32 token)
{
  const TarikhText *text = context->text;
  TarikhLexiconHit hit;

  if (!is_comma (&text->tokens[token]))
    return token;
  for (guint32 i = token; i-- > 0 && token - i <= ASIDE_TOKENS && !ends_clause (&text->tokens[i]);) {
    if (!is_comma (&text->tokens[i]))
      continue;
    if (text->tokens[i + 1].kind != TARIKH_TOKEN_WORD || !tarikh_lexicon_match (context->lexicon, text, i + 1, &hit))
      return token;
    const TarikhLexeme *opener = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_CLAUSE_OPENER);
    return opener != NULL && opener->value % 10 == 1 ? i : token;
  }
  return token;
}

Tense
tarikh_time_context_get_tense (const Context *context, guint32 first, guint32 end)
{
  const TarikhText *text = context->text;
  gboolean weak = FALSE, opener = FALSE;

  for (guint32 i = first; i-- > 0 && first - i <= TENSE_BACK && !ends_clause (&text->tokens[i]);) {
    gboolean weak_here = FALSE, opener_here = FALSE;
    i = skip_aside (context, i);
    Tense tense = tense_of_token (context, i, &weak_here, &opener_here);
    if (tense != TENSE_NONE) /* "he was doing" is past, "he said that he does on Sunday" is to come */
      return weak && opener && tense <= TENSE_PAST ? TENSE_PRESENT : tense;
    weak |= weak_here && !opener;
    opener |= opener_here && weak;
  }
  if (weak)
    return TENSE_PRESENT;
  for (guint32 i = end; i < text->n_tokens && i < end + TENSE_FORWARD && !ends_clause (&text->tokens[i]); i++) {
    Tense tense = tense_of_token (context, i, &weak, &opener);
    if (opener) /* what follows is another clause */
      break;
    if (tense != TENSE_NONE || weak)
      return tense != TENSE_NONE ? tense : TENSE_PRESENT;
  }
  return TENSE_NONE;
}
