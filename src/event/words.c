/* event/words: what each token may be, from one look-up a token; object pronouns and verb shapes for words that no table
 * knows. Decides nothing about sentences. */
#include "event/room.h"

#include <string.h>

/* What a meaning makes of a word; classes with more to read are in read_lexeme. */
static const guint32 class_flags[TARIKH_LEXICON_CLASS_COUNT] = {
  [TARIKH_LEXICON_NEGATION] = WORD_NEGATION,
  [TARIKH_LEXICON_FUTURE_MARK] = WORD_FUTURE,
  [TARIKH_LEXICON_PERFECT_MARK] = WORD_PERFECT,
  [TARIKH_LEXICON_PLANNED] = WORD_PLANNED,
  [TARIKH_LEXICON_POSSIBLE] = WORD_POSSIBLE,
  [TARIKH_LEXICON_ATTRIBUTION] = WORD_ATTRIBUTION,
  [TARIKH_LEXICON_ADVERB] = WORD_ADVERB,
  [TARIKH_LEXICON_MEASURE] = WORD_MEASURE,
  [TARIKH_LEXICON_BOILERPLATE] = WORD_BOILERPLATE,
  [TARIKH_LEXICON_NOUN_TOO] = WORD_NOUN_TOO,
  [TARIKH_LEXICON_HANGING] = (guint32) WORD_HANGING,
  [TARIKH_LEXICON_PLACE_HEAD] = WORD_PLACE_HEAD,
  [TARIKH_LEXICON_PLACE] = WORD_PLACE,
  [TARIKH_LEXICON_GENTILIC] = WORD_GENTILIC,
  [TARIKH_LEXICON_TITLE] = WORD_TITLE,
  [TARIKH_LEXICON_ORGANISATION] = WORD_ORGANISATION,
  [TARIKH_LEXICON_GIVEN_NAME] = WORD_GIVEN_NAME,
};

static const char *
find_text (const TarikhLexiconTable *table, const char *key)
{
  for (guint i = 0; table != NULL && table->n_columns >= 2 && i < table->n_rows; i++)
    if (strcmp (table->cells[i * table->n_columns], key) == 0)
      return table->cells[i * table->n_columns + 1];
  return "";
}

void
tarikh_event_read_grammar (EventReader *reader)
{
  const TarikhLexiconTable *grammar = tarikh_lexicon_get_table (reader->lexicon, "event_grammar");
  EventGrammar *g = &reader->grammar;

  g->patterns = tarikh_lexicon_get_table (reader->lexicon, "event_pattern");
  g->suffixes = tarikh_lexicon_get_table (reader->lexicon, "event_suffix");
  g->prefixes = tarikh_lexicon_get_table (reader->lexicon, "event_prefix");
  g->adjectives = tarikh_lexicon_get_table (reader->lexicon, "event_adjective");
  g->accusatives = tarikh_lexicon_get_table (reader->lexicon, "event_accusative");
  g->singulars = tarikh_lexicon_get_table (reader->lexicon, "event_singular");
  g->done[0] = find_text (grammar, "done-masculine");
  g->done[1] = find_text (grammar, "done-feminine");
  g->done[2] = find_text (grammar, "done-planned-masculine");
  g->done[3] = find_text (grammar, "done-planned-feminine");
  g->in = find_text (grammar, "in");
  g->people_ending = find_text (grammar, "people-ending");
  g->people_oblique = find_text (grammar, "people-oblique");
  g->feminine_letter = find_text (grammar, "feminine-letter");
  g->feminine_plural = find_text (grammar, "feminine-plural");
  g->fusing = find_text (grammar, "fusing");
  g->feminine_noun = find_text (grammar, "feminine-noun");
  g->that = find_text (grammar, "that");
  g->fused = find_text (grammar, "fused");
  g->feminine_perfect = find_text (grammar, "feminine-perfect");
  g->article = find_text (grammar, "article");
  g->adverb_ending = find_text (grammar, "accusative-adverb");
  g->complements = tarikh_lexicon_get_table (reader->lexicon, "event_complement");
  g->verb_first = strcmp (find_text (grammar, "order"), "verb-first") == 0;
}

static void
read_verb (EventWord *word, const TarikhLexeme *lexeme, guint32 flag)
{
  if (word->flags & WORD_VERB && flag != WORD_PRESENT)
    return; /* the perfect comes first */
  word->flags |= flag;
  if (word->kind != KIND_NONE)
    return;
  word->kind = (guint8) (lexeme->value / 10 % 10);
  word->intransitive = lexeme->value >= 100 && lexeme->value < 200;
  word->announces = lexeme->value >= 200;
  word->form = (guint8) (lexeme->value % 10);
}

static void
read_lexeme (EventWord *word, const TarikhLexeme *lexeme)
{
  word->flags |= class_flags[lexeme->class_id];
  switch (lexeme->class_id) {
  case TARIKH_LEXICON_VERB_PAST: read_verb (word, lexeme, WORD_PAST); break;
  case TARIKH_LEXICON_VERB_PASSIVE: read_verb (word, lexeme, WORD_PASSIVE); break;
  case TARIKH_LEXICON_VERB_PRESENT: read_verb (word, lexeme, WORD_PRESENT); break;
  case TARIKH_LEXICON_MASDAR:
    word->flags |= WORD_MASDAR;
    word->masdar = lexeme->text;
    break;
  case TARIKH_LEXICON_NEWS_NOUN:
    word->flags |= WORD_NEWS_NOUN;
    word->said = lexeme->text;
    break;
  case TARIKH_LEXICON_CLAUSE_OPENER:
    word->opener = (guint8) (lexeme->value % 10);
    word->form = (guint8) (lexeme->value / 10);
    break;
  case TARIKH_LEXICON_PREPOSITION:
    word->flags |= WORD_PREPOSITION | (lexeme->value == 1 ? WORD_TEMPORAL : 0);
    word->preposition = lexeme->value == 5 ? 2 : (guint8) (lexeme->value + 1);
    break;
  case TARIKH_LEXICON_PERFECT_MARK:
    if (lexeme->value == 1)
      word->clitics |= TARIKH_CLITIC_AND;
    break;
  case TARIKH_LEXICON_RESUMPTIVE:
    word->flags |= WORD_PREPOSITION;
    word->preposition = 3;
    word->base = lexeme->text;
    break;
  case TARIKH_LEXICON_HANGING:
    word->leads_time = lexeme->value == 1;
    word->participle = lexeme->value == 2;
    break;
  case TARIKH_LEXICON_PRONOUN: word->flags |= WORD_PRONOUN | (lexeme->value == 1 ? WORD_DEMONSTRATIVE : 0); break;
  case TARIKH_LEXICON_MEASURE: word->compares = lexeme->value == 1; break;
  case TARIKH_LEXICON_GENTILIC: word->origin = lexeme->text; break;
  case TARIKH_LEXICON_TITLE:
  case TARIKH_LEXICON_ORGANISATION:
  case TARIKH_LEXICON_GIVEN_NAME: word->gender = (guint8) lexeme->value; break;
  case TARIKH_LEXICON_PLACE:
    word->country = lexeme->value <= 2;
    word->gender = lexeme->value == 2 || lexeme->value == 4 ? FORM_MASCULINE : FORM_FEMININE;
    break;
  default: break;
  }
}

/* What a glued clitic rules out: no verb after an article; after a preposition only the imperfect of purpose. */
static void
apply_clitics (EventWord *word)
{
  if (word->clitics & TARIKH_CLITIC_FUTURE) {
    if (!(word->flags & WORD_PRESENT))
      *word = (EventWord){ .time = -1, .n_tokens = 1, .said = "", .base = "", .masdar = "", .origin = "" };
    else
      word->flags = (word->flags & ~(guint32) (WORD_PAST | WORD_PASSIVE | WORD_MASDAR | WORD_NEWS_NOUN)) | WORD_FUTURE;
    return;
  }
  if (word->clitics & TARIKH_CLITIC_ARTICLE)
    word->flags &= ~(guint32) WORD_VERB;
  if (word->clitics & TARIKH_CLITIC_PREPOSITION) {
    if (word->flags & WORD_PRESENT && !(word->flags & (WORD_MASDAR | WORD_NEWS_NOUN | WORD_PAST)))
      word->opener = OPENER_PURPOSE;
    else
      word->flags &= ~(guint32) WORD_VERB;
  }
}

static void
read_hit (EventWord *word, const TarikhLexiconHit *hit)
{
  for (guint i = 0; i < hit->n_lexemes; i++)
    read_lexeme (word, &hit->lexemes[i]);
  word->flags |= WORD_KNOWN;
  word->n_tokens = (guint8) MIN (hit->n_tokens, 255);
  word->clitics |= (guint8) hit->clitics;
  word->clitic_bytes = (guint8) MIN (hit->outer_bytes, 255);
  apply_clitics (word);
}

static gboolean
ends_with (const char *fold, gsize length, const char *ending)
{
  gsize n = strlen (ending);

  return n < length && memcmp (fold + length - n, ending, n) == 0;
}

/* A word with an object pronoun: "he met him". */
static gboolean
read_suffixed (EventReader *reader, EventWord *word, const TarikhToken *token)
{
  const char *fold = tarikh_text_get_fold (reader->text, token);
  gsize length = token->fold_length;
  const TarikhLexiconTable *table = reader->grammar.suffixes;

  for (guint i = 0; table != NULL && i < table->n_rows; i++) {
    const char *suffix = table->cells[i * table->n_columns];
    TarikhLexiconHit hit;
    if (!ends_with (fold, length, suffix)
        || !ends_with (reader->text->text + token->start, token->end - token->start,
                       suffix)) /* not another letter folded */
      continue;
    if (!tarikh_lexicon_match_word_between (reader->lexicon, fold, length - strlen (suffix), TARIKH_LEXICON_VERB_PAST,
                                            TARIKH_LEXICON_EVENT_END, &hit))
      continue;
    EventWord base = { .time = -1, .n_tokens = 1, .said = "", .base = "", .masdar = "", .origin = "" };
    read_hit (&base, &hit);
    base.clitic_bytes = base.clitics & TARIKH_CLITIC_AND ? (guint8) (g_utf8_next_char (fold) - fold) : 0;
    base.opener = base.opener == OPENER_PURPOSE ? OPENER_PURPOSE : OPENER_NONE;
    base.flags &= WORD_VERB | WORD_MASDAR | WORD_NEWS_NOUN | WORD_FUTURE | WORD_KNOWN | WORD_PREPOSITION;
    if (base.flags == WORD_KNOWN)
      continue;
    base.flags |= WORD_SUFFIXED;
    base.suffix_bytes = (guint8) strlen (suffix);
    *word = base;
    return TRUE;
  }
  return FALSE;
}

/* A word that no table knows but whose shape is a verb's. */
static void
guess_verb (EventReader *reader, EventWord *word, const char *fold, gsize length)
{
  const TarikhLexiconTable *table = reader->grammar.patterns;

  for (guint i = 0; table != NULL && table->n_columns >= 4 && i < table->n_rows; i++) {
    const char *const *row = table->cells + i * table->n_columns;
    gsize n = strlen (row[0]);
    if (n > length || memcmp (fold, row[0], n) != 0 || (row[1][0] != '\0' && !ends_with (fold, length, row[1]))
        || length / 2 < (gsize) g_ascii_strtoull (row[2], NULL, 10))
      continue;
    gint value = (gint) g_ascii_strtoll (row[3], NULL, 10);
    word->flags |= WORD_GUESSED | (value >= 100 ? WORD_PRESENT : WORD_PAST);
    word->kind = KIND_ACT;
    word->form = (guint8) (value % 10);
    return;
  }
}

static void
cover_phrase (EventReader *reader, guint32 first)
{
  const EventWord *head = &reader->words[first];
  guint32 keep
      = head->flags & (WORD_PLACE | WORD_ORGANISATION | WORD_GENTILIC | WORD_ADVERB | WORD_PLANNED | WORD_ATTRIBUTION);

  for (guint32 i = first + 1; i < first + head->n_tokens && i < reader->text->n_tokens; i++)
    reader->words[i] = (EventWord){ .flags = keep | WORD_COVERED | WORD_KNOWN,
                                    .time = -1,
                                    .n_tokens = 1,
                                    .said = "",
                                    .base = "",
                                    .masdar = "",
                                    .origin = "" };
}

/* Whether letter N of TOKEN, counted from 1, carries the short u that marks a passive perfect; after an alif the letter two further
 * does. */
static gboolean
has_passive_mark (const EventReader *reader, const TarikhToken *token, guint n)
{
  const char *p = reader->text->text + token->start, *end = reader->text->text + token->end;
  guint last = n;

  for (guint letter = 0; p < end && letter <= last;) {
    gunichar c = g_utf8_get_char (p);
    if (!g_unichar_ismark (c))
      letter++;
    if (letter == n && c == 0x627)
      last = n + 2;
    if (c == 0x64f && (letter == n || letter == last))
      return TRUE;
    p = g_utf8_next_char (p);
  }
  return FALSE;
}

/* A conjunction before the article of a word that no table knows. */
static void
read_joined_article (EventReader *reader, EventWord *word, const char *fold, gsize length)
{
  const TarikhLexiconTable *table = reader->grammar.prefixes;
  const char *article = reader->grammar.article;

  for (guint i = 0; table != NULL && article[0] != '\0' && i < table->n_rows; i++) {
    const char *const *row = table->cells + i * table->n_columns;
    gsize n = strlen (row[0]), a = strlen (article);
    if (row[1][0] != 'a' || length < n + a + 4 || memcmp (fold, row[0], n) != 0 || memcmp (fold + n, article, a) != 0)
      continue;
    word->clitics |= TARIKH_CLITIC_AND;
    word->clitic_bytes = (guint8) n;
    return;
  }
}

static void
read_word (EventReader *reader, guint32 index)
{
  const TarikhToken *token = &reader->text->tokens[index];
  EventWord *word = &reader->words[index];
  TarikhLexiconHit hit;

  *word = (EventWord){ .time = -1, .n_tokens = 1, .said = "", .base = "", .masdar = "", .origin = "" };
  if (token->kind != TARIKH_TOKEN_WORD)
    return;
  const char *fold = tarikh_text_get_fold (reader->text, token);
  if (tarikh_lexicon_match_between (reader->lexicon, reader->text, index, TARIKH_LEXICON_VERB_PAST,
                                    TARIKH_LEXICON_EVENT_END, &hit))
    read_hit (word, &hit);
  else if (!read_suffixed (reader, word, token))
    guess_verb (reader, word, fold, token->fold_length);
  if (!(word->flags & WORD_KNOWN))
    read_joined_article (reader, word, fold, token->fold_length);
  if (word->flags & WORD_PAST && has_passive_mark (reader, token, word->clitics & TARIKH_CLITIC_AND ? 2 : 1))
    word->flags |= WORD_PASSIVE;
}

static void
mark_times (EventReader *reader)
{
  for (guint i = 0; i < reader->reading->exprs->len; i++) {
    const TarikhTimeExpr *expr = reader->reading->exprs->pdata[i];
    for (guint32 t = expr->first_token; t < expr->end_token && t < reader->text->n_tokens; t++) {
      EventWord *word = &reader->words[t];
      guint8 clitics = word->clitics;
      *word = (EventWord){ .flags = WORD_TIME | (word->flags & (WORD_KNOWN | WORD_PRONOUN | WORD_DEMONSTRATIVE)),
                           .time = (gint32) i,
                           .n_tokens = 1,
                           .said = "",
                           .base = "",
                           .masdar = "",
                           .origin = "" };
      word->clitics = clitics;
    }
  }
}

void
tarikh_event_read_words (EventReader *reader)
{
  reader->words = g_new (EventWord, reader->text->n_tokens + 1);
  for (guint32 i = 0; i < reader->text->n_tokens;) {
    read_word (reader, i);
    if (reader->words[i].n_tokens > 1)
      cover_phrase (reader, i);
    i += reader->words[i].n_tokens;
  }
  mark_times (reader);
}

/* ---- verb or noun, by what stands around ---- */

/* TRUE when TOKEN can open a clause or stands where only a verb can: nothing before it asks for a noun. */
static gboolean
stands_free (const EventReader *reader, guint32 token)
{
  if (token == 0)
    return TRUE;
  const EventWord *before = &reader->words[token - 1];
  const TarikhToken *previous = &reader->text->tokens[token - 1];

  if (previous->kind == TARIKH_TOKEN_NEWLINE)
    return TRUE;
  if (previous->kind == TARIKH_TOKEN_PUNCT)
    return TRUE;
  if (before->opener != OPENER_NONE
      || before->flags & (WORD_NEGATION | WORD_PERFECT | WORD_FUTURE | WORD_ADVERB | WORD_TIME))
    return TRUE;
  return (before->flags & WORD_COVERED) && !(before->flags & (WORD_PLACE | WORD_ORGANISATION | WORD_GENTILIC));
}

static gboolean
opens_sentence (const EventReader *reader, guint32 token)
{
  if (token == 0 || reader->text->tokens[token - 1].kind == TARIKH_TOKEN_NEWLINE)
    return TRUE;
  return tarikh_text_token_is (&reader->text->tokens[token - 1], '.');
}

static gboolean
is_definite (const EventReader *reader, guint32 token)
{
  const TarikhToken *t = &reader->text->tokens[token];
  const char *article = reader->grammar.article;
  gsize n = strlen (article);

  if (reader->words[token].clitics & TARIKH_CLITIC_ARTICLE)
    return TRUE;
  return n > 0 && t->fold_length > n && memcmp (tarikh_text_get_fold (reader->text, t), article, n) == 0;
}

/* A noun in construct: an indefinite word and a definite one follow ("raising the prices of the fuel"). */
static gboolean
looks_construct (const EventReader *reader, guint32 token)
{
  guint32 next = token + reader->words[token].n_tokens;

  if (next + 1 >= reader->text->n_tokens || reader->text->tokens[next].kind != TARIKH_TOKEN_WORD)
    return FALSE;
  const EventWord *a = &reader->words[next], *b = &reader->words[next + 1];
  if (reader->words[token].form == FORM_MASCULINE && a->flags & (WORD_PLACE | WORD_ORGANISATION)
      && a->gender == FORM_FEMININE && a->clitics == 0)
    return TRUE; /* no agreement: a noun and its genitive */
  if (a->flags
      & (WORD_PLACE | WORD_ORGANISATION | WORD_TITLE | WORD_NAMED | WORD_GIVEN_NAME | WORD_PREPOSITION | WORD_TIME))
    return FALSE;
  gboolean paused = token > 0 && tarikh_text_token_is (&reader->text->tokens[token - 1], 0x60c);
  if (paused && b->clitics & TARIKH_CLITIC_PREPOSITION)
    return FALSE; /* "the judge, …, | refused his plea with the words" */
  return !is_definite (reader, next) && reader->text->tokens[next + 1].kind == TARIKH_TOKEN_WORD
         && is_definite (reader, next + 1) && !(b->flags & (WORD_PREPOSITION | WORD_VERB));
}

gboolean
tarikh_event_word_is_verb (const EventReader *reader, guint32 token)
{
  const EventWord *word = &reader->words[token];

  if (!(word->flags & WORD_VERB) || word->flags & (WORD_TIME | WORD_COVERED | WORD_NAMED))
    return FALSE;
  if (word->flags & WORD_PERFECT && token + 1 < reader->text->n_tokens && reader->words[token + 1].flags & WORD_VERB)
    return FALSE;
  if (token > 0
      && ((reader->words[token - 1].flags & (WORD_NEGATION | WORD_PERFECT | WORD_FUTURE)
           && !(reader->words[token - 1].flags & WORD_VERB))
          || (reader->words[token - 1].opener != OPENER_NONE && reader->words[token - 1].opener != OPENER_THAT)))
    return TRUE;
  gboolean free = stands_free (reader, token) || word->clitics & TARIKH_CLITIC_AND;
  if (word->flags & WORD_SUFFIXED && !(word->flags & WORD_PRESENT))
    return word->form == FORM_FEMININE ? stands_free (reader, token) : free; /* her unity, or she united her */
  if (word->flags & WORD_GUESSED)
    return stands_free (reader, token);
  if (opens_sentence (reader, token) && word->clitics & TARIKH_CLITIC_AND && !(word->flags & WORD_PREPOSITION))
    return TRUE; /* what follows "and" at a sentence's head is a verb if it can be */
  if (word->flags
      & (WORD_MASDAR | WORD_NEWS_NOUN | WORD_NOUN_TOO | WORD_PREPOSITION | WORD_GENTILIC | WORD_ORGANISATION
         | WORD_TITLE | WORD_GIVEN_NAME | WORD_PLACE | WORD_PLACE_HEAD))
    return free && !looks_construct (reader, token)
           && !(word->flags & (WORD_NOUN_TOO | WORD_PREPOSITION) && !stands_free (reader, token));
  if (free || token == 0)
    return TRUE;
  const EventWord *before = &reader->words[token - 1];
  return !(before->flags & (WORD_PREPOSITION | WORD_DEMONSTRATIVE)) || before->flags & WORD_SUFFIXED
         || before->preposition == 3;
}
