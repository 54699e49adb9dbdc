/* event/headline: one sentence of at most twelve words from a clause: verb first, without who said it, when it was, and what
 * is only added. Takes whole words of the text; writes no word that the text or the tables do not hold. */
#include "event/room.h"

#include <string.h>

#define MAX_WORDS 12
#define MIN_WORDS 4
#define SHORT_WORDS 6    /* fewer say too little: relative clauses come back */
#define LONGEST_WORDS 22 /* of a whole clause when nothing shorter is a sentence */

/* One piece of the headline: a token of the text, or a word from a table. */
typedef struct {
  guint32 token;      /* or NO_TOKEN */
  const char *word;   /* when TOKEN is NO_TOKEN */
  guint8 skip;        /* bytes of the token to leave out at its start */
  guint8 drop;        /* bytes to leave out at its end */
  const char *append; /* put after it, or NULL */
  guint8 boundary;    /* how well the headline may end before it: 0 not, 1 weakly … 3 well */
} Piece;

typedef struct {
  const EventReader *reader;
  const EventCandidate *candidate;
  GArray *pieces;  /* Piece */
  guint relatives; /* 0 leave relative clauses out, 1 keep those without a pronoun, 2 keep all */
  gboolean as_told; /* the clause in the text's own order, its dates left in */
} Writer;

static const EventWord *
get_word (const Writer *w, guint32 token)
{
  return &w->reader->words[token];
}

static const TarikhToken *
get_token (const Writer *w, guint32 token)
{
  return &w->reader->text->tokens[token];
}

/* ---- pieces ---- */

/* Bytes of the first N letters of TOKEN, with their marks. */
static guint8
measure_letters (const Writer *w, guint32 token, guint n)
{
  const char *start = w->reader->text->text + get_token (w, token)->start;
  const char *end = w->reader->text->text + get_token (w, token)->end, *p = start;

  while (n > 0 && p < end) {
    p = g_utf8_next_char (p);
    while (p < end && g_unichar_ismark (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    n--;
  }
  return (guint8) MIN (p - start, 255);
}

static Piece *
add_token (Writer *w, guint32 token)
{
  Piece piece = { .token = token };

  g_array_append_val (w->pieces, piece);
  return &g_array_index (w->pieces, Piece, w->pieces->len - 1);
}

static void
add_word (Writer *w, const char *word)
{
  Piece piece = { .token = NO_TOKEN, .word = word };

  if (word[0] != '\0')
    g_array_append_val (w->pieces, piece);
}

/* A token that opens the headline or a phrase of it: its conjunction and preposition come off. */
static Piece *
add_bare (Writer *w, guint32 token, gboolean preposition_too)
{
  const EventWord *word = get_word (w, token);
  Piece *piece = add_token (w, token);
  guint n = (word->clitics & TARIKH_CLITIC_AND && word->clitic_bytes > 0 ? 1 : 0)
            + (preposition_too && word->clitics & TARIKH_CLITIC_PREPOSITION ? 1 : 0);

  piece->skip = measure_letters (w, token, n);
  return piece;
}

/* A noun out of its prepositional phrase; the article that was fused with it comes back. */
static void
add_noun (Writer *w, guint32 token)
{
  const EventWord *word = get_word (w, token);

  if (!(word->clitics & TARIKH_CLITIC_FUSED)) {
    add_bare (w, token, TRUE);
    return;
  }
  Piece *piece = add_token (w, token);
  piece->skip = measure_letters (w, token, (word->clitics & TARIKH_CLITIC_AND) ? 3 : 2);
  piece->word = w->reader->grammar.article; /* written before the rest of the token */
}

static gboolean
is_counted (const Writer *w, const Piece *piece)
{
  return piece->token == NO_TOKEN || get_token (w, piece->token)->kind == TARIKH_TOKEN_WORD
         || get_token (w, piece->token)->kind == TARIKH_TOKEN_NUMBER;
}

static Piece *
get_piece (const Writer *w, guint i)
{
  return &g_array_index (w->pieces, Piece, i);
}

static guint
count_words (const Writer *w, guint n)
{
  guint words = 0;

  for (guint i = 0; i < n; i++)
    words += is_counted (w, get_piece (w, i));
  return words;
}

/* ---- what to leave out ---- */

static gboolean
has_article (const Writer *w, guint32 token)
{
  const char *article = w->reader->grammar.article;
  gsize n = strlen (article);

  return n > 0 && get_token (w, token)->fold_length > n
         && memcmp (tarikh_text_get_fold (w->reader->text, get_token (w, token)), article, n) == 0;
}

static guint32
skip_attribution (const Writer *w, guint32 token, guint32 end)
{
  while (token < end && !tarikh_text_token_is (get_token (w, token), 0x60c))
    token++;
  return token;
}

static gboolean
is_quote (const TarikhToken *token)
{
  return tarikh_text_token_is (token, '"') || tarikh_text_token_is (token, 0xab) || tarikh_text_token_is (token, 0xbb)
         || tarikh_text_token_is (token, 0x201c) || tarikh_text_token_is (token, 0x201d);
}

/* "delivery | December", "the events of | 26 January": a month or a number right after an indefinite noun is its genitive. */
static gboolean
is_genitive (const Writer *w, const TarikhTimeExpr *expr)
{
  TarikhLexiconHit hit;
  guint32 first = expr->first_token;

  if (first == 0 || expr->days.grain > TARIKH_GRAIN_YEAR)
    return FALSE;
  const EventWord *before = get_word (w, first - 1);
  guint32 no_noun = WORD_PREPOSITION | WORD_TIME | WORD_ADVERB | WORD_NAMED | WORD_PLACE | WORD_NEGATION | WORD_PERFECT;
  if (before->clitics & (TARIKH_CLITIC_AND | TARIKH_CLITIC_PREPOSITION))
    return FALSE;
  gboolean month = get_token (w, first)->kind == TARIKH_TOKEN_NUMBER
                   || (tarikh_lexicon_match_before (w->reader->lexicon, w->reader->text, first, TARIKH_LEXICON_TIME_END,
                                                    &hit)
                       && tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_MONTH) != NULL);

  return month && get_token (w, first - 1)->kind == TARIKH_TOKEN_WORD && get_token (w, first)->spaced
         && !(before->flags & no_noun) && before->opener == OPENER_NONE && !before->leads_time
         && before->flags & (WORD_NOUN_TOO | WORD_NEWS_NOUN | WORD_MASDAR)
         && !(before->clitics & TARIKH_CLITIC_ARTICLE) && !has_article (w, first - 1)
         && !tarikh_event_word_is_verb (w->reader, first - 1);
}

/* "the paper «The World Today»": a time before a closing quote belongs to what is quoted. */
static gboolean
is_in_title (const Writer *w, const TarikhTimeExpr *expr)
{
  if (expr->end_token >= w->reader->text->n_tokens || !is_quote (get_token (w, expr->end_token))
      || get_token (w, expr->end_token)->spaced)
    return FALSE;
  for (guint32 i = expr->first_token; i > 1 && i + 3 > expr->first_token; i--)
    if (is_quote (get_token (w, i - 2)))
      return !is_quote (get_token (w, i - 1));
  return FALSE;
}

/* The time itself goes, and what dates as finely; lengths and coarse dates stay, and so does one that a noun governs. */
static gboolean
drops_time (const Writer *w, guint32 token)
{
  gint32 index = get_word (w, token)->time;

  if (index < 0 || w->as_told)
    return FALSE;
  const TarikhTimeExpr *expr = w->reader->reading->exprs->pdata[index];
  guint32 first = expr->first_token;
  if (is_genitive (w, expr) || is_in_title (w, expr))
    return FALSE;
  gboolean governed = first > 0 && get_word (w, first - 1)->flags & WORD_MASDAR && !get_word (w, first - 1)->opener
                      && !(get_word (w, first - 1)->clitics & TARIKH_CLITIC_ARTICLE);
  if (index == w->candidate->time_expr
      || (ABS (index - w->candidate->time_expr) == 1
          && expr->flags & (TARIKH_TIME_RANGE_FIRST | TARIKH_TIME_RANGE_LAST)))
    return TRUE;
  if (governed)
    return FALSE;
  if (expr->type == TARIKH_TIME_SET && expr->end_token < w->reader->text->n_tokens
      && get_word (w, expr->end_token)->time >= 0)
    return TRUE; /* "days" before its dates */
  if (expr->type == TARIKH_TIME_DURATION || expr->type == TARIKH_TIME_SET)
    return FALSE;
  return expr->days.grain <= TARIKH_GRAIN_WEEK
         || (expr->flags & (TARIKH_TIME_DEICTIC_PAST | TARIKH_TIME_DEICTIC_FUTURE));
}

/* Whether the prepositions and words like "the year" at TOKEN lead only into a time, which goes with them. */
static gboolean
leads_to_time (const Writer *w, guint32 token, guint32 end)
{
  while (token < end) {
    const EventWord *word = get_word (w, token);
    gboolean joins_time = get_token (w, token)->kind == TARIKH_TOKEN_WORD && token + 1 < end
                          && !get_token (w, token + 1)->spaced
                          && get_word (w, token + 1)->flags & WORD_TIME; /* "and" glued to a number */
    if (drops_time (w, token))
      return TRUE;
    if (!(word->flags & WORD_PREPOSITION && word->preposition != 3) && !word->leads_time && !joins_time)
      return FALSE;
    token += word->n_tokens;
  }
  return FALSE;
}

/* "two years after | the independence of the country": what an offset is counted from goes with it. Returns the last token that
 * goes with the time at TOKEN. */
static guint32
skip_reference (const Writer *w, guint32 token, guint32 end)
{
  gint32 index = get_word (w, token)->time;
  guint32 i = token + 1;

  if (index < 0 || i >= end || get_word (w, i)->time == index)
    return token;
  const TarikhTimeExpr *expr = w->reader->reading->exprs->pdata[index];
  if (!(expr->flags & TARIKH_TIME_OFFSET) || !(get_word (w, i)->flags & WORD_PREPOSITION)
      || get_word (w, i)->preposition != 1 || get_word (w, i)->n_tokens > 1)
    return token;
  gboolean deed = i + 1 < end && get_word (w, i + 1)->flags & WORD_MASDAR; /* with what belongs to the deed */
  for (i++; i < end; i++) {
    const EventWord *word = get_word (w, i);
    if (get_token (w, i)->kind != TARIKH_TOKEN_WORD || word->clause != get_word (w, token)->clause
        || word->flags & WORD_TIME
        || (!deed && (word->flags & WORD_PREPOSITION || word->clitics & TARIKH_CLITIC_PREPOSITION)))
      break;
  }
  return i - 1;
}

/* A comma that parts what is said, not one that fenced off a time or an inserted clause. */
static gboolean
is_true_comma (const Writer *w, guint32 token)
{
  if (token == 0 || token + 1 >= w->reader->text->n_tokens)
    return TRUE;
  const EventWord *before = get_word (w, token - 1), *after = get_word (w, token + 1);
  guint32 gone = WORD_TIME | WORD_ADVERB;

  const EventClause *clause = reader_get_clause (w->reader, get_word (w, token)->clause);
  if (clause->subject != NO_TOKEN && token >= clause->subject && token <= clause->subject_end)
    return FALSE; /* what explains the subject */
  return !(before->flags & gone) && !(after->flags & gone) && before->clause == get_word (w, token)->clause
         && after->clause == before->clause && get_token (w, token - 1)->kind != TARIKH_TOKEN_PUNCT
         && !(after->flags & WORD_PREPOSITION && token + 2 < w->reader->text->n_tokens
              && get_word (w, token + 2)->flags & gone);
}

static guint8
rate_boundary (const Writer *w, guint32 token)
{
  const EventWord *word = get_word (w, token);

  if (word->flags & WORD_NAMED && tarikh_event_name_at (w->reader, token) == NULL)
    return 0;
  if (tarikh_text_token_is (get_token (w, token), 0x60c))
    return is_true_comma (w, token) ? 3 : 0;
  if (word->preposition == 4 || word->preposition == 2)
    return 4;
  if (word->opener == OPENER_PURPOSE)
    return 2;
  if (word->flags & WORD_PREPOSITION && !(word->clitics & TARIKH_CLITIC_AND))
    return 2;
  if (word->clitics & TARIKH_CLITIC_PREPOSITION)
    return 2;
  if (word->clitics & TARIKH_CLITIC_AND)
    return 1;
  return 0;
}

/* After the subject, between commas, what explains it: "the envoy, a former minister, ended". Returns the closing comma, or
 * TOKEN when nothing is to be skipped. A short name stays. */
static guint32
skip_apposition (const Writer *w, guint32 token, guint32 end, guint32 clause_index)
{
  const EventClause *clause = reader_get_clause (w->reader, clause_index);

  if (clause->subject == NO_TOKEN || clause->subject < clause->verb || token != clause->subject_end
      || !tarikh_text_token_is (get_token (w, token), 0x60c))
    return token;
  gboolean named = tarikh_event_name_at (w->reader, clause->subject) != NULL;
  for (guint32 i = token + 1; i < end && i < token + 14; i++)
    if (tarikh_text_token_is (get_token (w, i), 0x60c) && get_word (w, i)->clause == clause_index)
      return named || i > token + 4 ? i : token;
  return token;
}

/* "…, and in the next year": another date with a clause of its own begins. */
static gboolean
opens_other_time (const Writer *w, guint32 token, guint32 end)
{
  guint32 i = token;

  if (token == 0 || !(get_word (w, i)->clitics & TARIKH_CLITIC_AND)
      || !tarikh_text_token_is (get_token (w, token - 1), 0x60c))
    return FALSE;
  while (i < end && i < token + 3 && get_word (w, i)->flags & WORD_PREPOSITION)
    i++;
  gint32 index = i < end ? get_word (w, i)->time : -1;
  return index >= 0 && index != w->candidate->time_expr;
}

typedef struct {
  guint32 first, end; /* tokens left out because they were written already, or NO_TOKEN */
  guint32 subject, subject_end;
} Hole;

static gboolean
is_kept_clause (const Writer *w, guint32 clause, guint32 wanted)
{
  for (guint n = 0; n < 3; n++) {
    if (clause == wanted)
      return TRUE;
    const EventClause *c = reader_get_clause (w->reader, clause);
    gboolean lasts = c->kind == CLAUSE_BARE_RELATIVE && c->verb != NO_TOKEN && c->parent == wanted
                     && get_word (w, c->verb)->kind == KIND_PHASE; /* "on a visit | that lasted two days" */
    gboolean relative
        = lasts || (c->kind == CLAUSE_BARE_RELATIVE && w->relatives >= 1) || (c->kind == CLAUSE_RELATIVE && w->relatives >= 2);
    if (c->kind != CLAUSE_THAT && c->kind != CLAUSE_PURPOSE && c->kind != CLAUSE_QUOTE && !relative)
      return FALSE;
    if (c->parent == clause || c->first < reader_get_clause (w->reader, c->parent)->verb)
      return FALSE;
    clause = c->parent;
  }
  return FALSE;
}

static gboolean
announces (const Writer *w, guint32 verb)
{
  return verb != NO_TOKEN && (get_word (w, verb)->kind == KIND_SAY || get_word (w, verb)->announces);
}

/* The "that" which the verb of CLAUSE waits for, when it comes soon; before it no headline ends. 0 when there is none. */
static guint32
find_that (const Writer *w, guint32 clause, guint32 verb)
{
  if (verb == NO_TOKEN)
    return 0;
  guint32 reach = announces (w, verb) ? 40 : 12;
  for (guint32 i = verb + 1; i < verb + reach && i < w->reader->text->n_tokens; i++) {
    guint32 own = get_word (w, i)->clause;
    if (get_word (w, i)->opener == OPENER_THAT && own < w->reader->clauses->len && own != clause
        && reader_get_clause (w->reader, own)->parent == clause)
      return i + 2;
  }
  return 0;
}

/* "announced | in a statement from the capital | that": only how it was told stands between, no object. */
static gboolean
tells_how (const Writer *w, guint32 first, guint32 that)
{
  for (guint32 i = first; i < that; i++) {
    const EventWord *word = get_word (w, i);
    if (get_token (w, i)->kind == TARIKH_TOKEN_PUNCT || word->flags & (WORD_TIME | WORD_ADVERB))
      continue;
    return (word->flags & (WORD_PREPOSITION | WORD_ATTRIBUTION)) || word->clitics & TARIKH_CLITIC_PREPOSITION
           || word->clause != get_word (w, first)->clause;
  }
  return TRUE;
}

/* Whether TOKEN is PREPOSITION (folded), or carries it when it is one letter. */
static gboolean
is_preposition (const Writer *w, guint32 token, const char *preposition)
{
  const TarikhToken *t = get_token (w, token);
  const char *fold = tarikh_text_get_fold (w->reader->text, t);
  gsize n = strlen (preposition);

  if (get_word (w, token)->clitics & TARIKH_CLITIC_PREPOSITION) {
    if (get_word (w, token)->clitics & TARIKH_CLITIC_AND)
      fold = g_utf8_next_char (fold);
    return g_utf8_strlen (preposition, -1) == 1 && g_str_has_prefix (fold, preposition);
  }
  return t->fold_length == n && memcmp (fold, preposition, n) == 0;
}

/* The preposition that completes the verb ("led | to"), when it comes soon; 0 when the verb needs none or lacks it. */
static guint32
find_complement (const Writer *w, guint32 clause, guint32 verb)
{
  const TarikhLexiconTable *table = w->reader->grammar.complements;
  gsize length;

  if (verb == NO_TOKEN || table == NULL || table->n_columns < 2)
    return 0;
  const char *bare = tarikh_event_get_bare (w->reader, verb, &length);
  for (guint r = 0; r < table->n_rows; r++) {
    const char *form = table->cells[r * table->n_columns], *preposition = table->cells[r * table->n_columns + 1];
    if (strlen (form) != length || memcmp (form, bare, length) != 0)
      continue;
    for (guint32 i = verb + 1; i < verb + 18 && i < w->reader->text->n_tokens; i++)
      if (get_word (w, i)->clause == clause && !(get_word (w, i)->flags & WORD_TIME)
          && is_preposition (w, i, preposition))
        return i;
  }
  return 0;
}

static gboolean
is_bare_noun (const Writer *w, guint32 token)
{
  const EventWord *word = get_word (w, token);
  guint32 no_noun = WORD_PREPOSITION | WORD_TIME | WORD_ADVERB | WORD_PRONOUN | WORD_NEGATION | WORD_PERFECT
                    | WORD_ATTRIBUTION | WORD_COVERED | WORD_GENTILIC | WORD_DEMONSTRATIVE;

  return get_token (w, token)->kind == TARIKH_TOKEN_WORD && !(word->flags & no_noun) && word->opener == OPENER_NONE
         && !(word->clitics & (TARIKH_CLITIC_PREPOSITION | TARIKH_CLITIC_AND))
         && !tarikh_event_word_is_verb (w->reader, token) && !tarikh_event_word_describes (w->reader, token);
}

/* The object of a transitive verb that stands after more than its subject: a noun that no preposition governs, after a time or
 * a definite end of phrase. 0 when there is none or it follows the subject at once. */
static guint32
find_object (const Writer *w, const EventClause *clause, guint32 index)
{
  if (clause->verb == NO_TOKEN || clause->subject == NO_TOKEN || clause->subject < clause->verb
      || get_word (w, clause->verb)->kind != KIND_ACT || get_word (w, clause->verb)->intransitive
      || get_word (w, clause->verb)->flags & (WORD_PASSIVE | WORD_SUFFIXED))
    return 0;
  guint32 end = MIN (clause->end, clause->subject_end + 16), previous = clause->subject_end - 1;
  for (guint32 i = clause->subject_end; i < end; i++) {
    if (get_word (w, i)->clause != index)
      continue;
    if (i == clause->subject_end && is_bare_noun (w, i) && !(has_article (w, i) && has_article (w, previous)))
      return 0;
    if (get_word (w, i)->clitics & TARIKH_CLITIC_AND)
      break;
    const EventWord *before = get_word (w, previous);
    gboolean broken = before->flags & (WORD_TIME | WORD_ADVERB);
    gboolean ended = before->flags & WORD_SUFFIXED || (has_article (w, previous) && !has_article (w, i))
                     || (before->flags & WORD_NAMED && !(get_word (w, i)->flags & WORD_NAMED));
    if (is_bare_noun (w, i) && (broken || ended))
      return i;
    if (get_token (w, i)->kind == TARIKH_TOKEN_WORD || get_word (w, i)->flags & WORD_TIME)
      previous = i;
  }
  return 0;
}

/* The token after what the verb of CLAUSE cannot do without besides a clause of "that"; 0 when nothing is missing. */
static guint32
find_wanted (const Writer *w, const EventClause *clause, guint32 index)
{
  guint32 complement = find_complement (w, index, clause->verb), object = find_object (w, clause, index);
  guint32 wanted = MAX (complement, object);

  return wanted == 0 ? 0 : wanted + 1 + (wanted == complement && get_word (w, wanted)->flags & WORD_PREPOSITION);
}

/* Adds the tokens FIRST..END that belong to CLAUSE (or to what its verb says or wants), without times, sources, adverbs. */
static void
add_stretch (Writer *w, guint32 first, guint32 end, guint32 clause, const Hole *hole, gboolean all)
{
  end = reader_limit (first, end);
  guint32 verb = reader_get_clause (w->reader, clause)->verb, limit = verb != NO_TOKEN ? verb : 0;
  guint32 that = find_that (w, clause, verb);
  if (that != 0 && get_word (w, that - 2)->n_tokens > 1)
    that = 0; /* "on condition that" */
  const EventClause *own = reader_get_clause (w->reader, clause);
  guint32 waits = MAX (that, find_wanted (w, own, clause));
  guint32 subject_end = own->subject != NO_TOKEN && verb != NO_TOKEN && own->subject > verb ? own->subject_end : 0;

  for (guint32 i = first; i < end; i++) {
    const EventWord *word = get_word (w, i);
    if (i >= hole->subject && i < hole->subject_end)
      continue;
    if (!all && !is_kept_clause (w, word->clause, clause))
      continue;
    if (!w->as_told
        && (word->flags & WORD_ADVERB || (word->flags & (WORD_PERFECT | WORD_FUTURE) && !(word->flags & WORD_VERB))))
      continue;
    if (i < limit && (word->flags & (WORD_PLANNED | WORD_POSSIBLE) || word->opener == OPENER_THAT))
      continue;
    if (word->n_tokens > 1 && word->flags & (WORD_PLANNED | WORD_POSSIBLE)) {
      i += word->n_tokens - 1u;
      continue;
    }
    if (tarikh_text_token_is (get_token (w, i), '#') || (word->flags & WORD_NEGATION && i + 1 == verb && !w->as_told))
      continue;
    if (word->flags & WORD_ATTRIBUTION && !(word->flags & WORD_NAMED)) {
      i = skip_attribution (w, i, end);
      continue;
    }
    if (subject_end != 0 && i == subject_end && that > i + 4 && announces (w, verb) && tells_how (w, i, that - 2))
      i = that - 2; /* where and how it was said, before "that" */
    if (opens_other_time (w, i, end))
      return;
    if (leads_to_time (w, i, end)) {
      i = skip_reference (w, i, end);
      continue;
    }
    if (get_token (w, i)->kind == TARIKH_TOKEN_NEWLINE
        || (get_token (w, i)->kind == TARIKH_TOKEN_WORD && get_token (w, i)->fold_length <= 2
            && w->pieces->len > 0 && get_piece (w, 0)->token != NO_TOKEN && get_piece (w, 0)->token > i
            && i == first))
      continue; /* a conjunction alone that opened the clause */
    guint32 after = skip_apposition (w, i, end, clause);
    if (after > i) {
      i = after;
      continue;
    }
    gboolean early = i < waits || (subject_end != 0 && i <= subject_end); /* the verb waits for more than its subject */
    guint8 boundary = early ? 0 : rate_boundary (w, i);
    add_token (w, i)->boundary = boundary;
  }
}

/* ---- the verb ---- */

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
static void
make_singular (Writer *w, Piece *piece)
{
  const TarikhLexiconTable *table = w->reader->grammar.singulars;
  const TarikhToken *token = get_token (w, piece->token);
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

static void
add_verb (Writer *w, guint32 verb, gboolean before_subject)
{
  const EventWord *word = get_word (w, verb);
  if (verb > 0 && get_word (w, verb - 1)->flags & WORD_NEGATION)
    add_bare (w, verb - 1, FALSE);
  Piece *piece = add_bare (w, verb, word->opener == OPENER_PURPOSE);

  if (before_subject && (word->form == FORM_PLURAL || word->form == FORM_DUAL))
    make_singular (w, piece);
}

/* A subject that "that" had put into the accusative takes its nominative: an indefinite noun drops its ending. */
static void
make_nominative (Writer *w, Piece *piece)
{
  const TarikhToken *token = get_token (w, piece->token);
  const char *end = w->reader->text->text + token->end;
  const TarikhLexiconTable *table = w->reader->grammar.accusatives;

  for (guint i = 0; table != NULL && i < table->n_rows; i++) {
    const char *ending = table->cells[i * table->n_columns];
    gsize n = strlen (ending);
    if (token->end - token->start < n + 4 || memcmp (end - n, ending, n) != 0)
      continue;
    piece->drop = (guint8) n;
    return;
  }
}

static void
add_range (Writer *w, guint32 first, guint32 end)
{
  for (guint32 i = first; i < end; i++) {
    if (i == first)
      add_noun (w, i);
    else if (!drops_time (w, i))
      add_token (w, i);
  }
}

/* The subject of the clause at INDEX again, where another leaves it unsaid. */
static void
add_recalled (Writer *w, guint32 index)
{
  const EventClause *clause = reader_get_clause (w->reader, index);

  add_range (w, clause->subject, clause->subject_end);
}

/* ---- kinds of headline ---- */

static gboolean
is_passive_or_plain (const EventWord *verb)
{
  return (verb->flags & WORD_PASSIVE) != 0 || verb->kind == KIND_LIGHT || verb->kind == KIND_BE;
}

/* Whether the verb of CLAUSE can take the subject of a clause before it: a passive only when nothing else can be its subject. */
static gboolean
may_recall (const Writer *w, const EventClause *clause)
{
  guint32 next = clause->verb + 1;

  if (!is_passive_or_plain (get_word (w, clause->verb)))
    return TRUE;
  return get_word (w, clause->verb)->flags & WORD_PASSIVE
         && (next >= clause->end || get_word (w, next)->flags & WORD_TIME
             || (get_word (w, next)->flags & WORD_PREPOSITION && leads_to_time (w, next, clause->end)));
}

/* Whether the name at SUBJECT can be the subject of VERB; anything but a name is trusted. */
static gboolean
agrees (const Writer *w, guint32 subject, guint32 verb)
{
  const EventName *name = tarikh_event_name_at (w->reader, subject);
  guint8 form = get_word (w, verb)->form;
  guint32 two_readings = WORD_PAST | WORD_PRESENT;

  return name == NULL || (get_word (w, verb)->flags & two_readings) == two_readings || name->gender == FORM_NONE
         || name->gender == form || form == FORM_PLURAL || form == FORM_DUAL;
}

static void
write_clause (Writer *w)
{
  const EventReader *reader = w->reader;
  guint32 index = w->candidate->clause;
  const EventClause *clause = reader_get_clause (reader, index);
  guint32 auxiliary = clause->auxiliary, verb = clause->verb;
  guint32 end = reader->text->sentences[clause->sentence].end_token;
  guint32 lead = auxiliary != NO_TOKEN ? auxiliary : verb;
  Hole hole = { .subject = NO_TOKEN };

  if (clause->subject != NO_TOKEN && clause->subject < lead && agrees (w, clause->subject, lead)) {
    hole.subject = clause->subject;
    hole.subject_end = clause->subject_end;
  }
  gboolean leads = clause->subject != NO_TOKEN && clause->subject < verb;
  if (auxiliary != NO_TOKEN && get_word (w, auxiliary)->kind != KIND_BE) {
    add_verb (w, auxiliary, hole.subject != NO_TOKEN);
    if (hole.subject != NO_TOKEN)
      add_stretch (w, hole.subject, lead, index, &(Hole){ .subject = NO_TOKEN }, FALSE);
    add_stretch (w, auxiliary + 1, end, index, &hole, FALSE);
    return;
  }
  add_verb (w, verb, leads);
  if (hole.subject != NO_TOKEN) {
    guint first = w->pieces->len;
    add_stretch (w, hole.subject, lead, index, &(Hole){ .subject = NO_TOKEN }, FALSE);
    if (clause->kind == CLAUSE_THAT && w->pieces->len > first && !(get_word (w, hole.subject)->flags & WORD_NAMED))
      make_nominative (w, &g_array_index (w->pieces, Piece, first));
  } else if (auxiliary != NO_TOKEN) {
    add_stretch (w, auxiliary + 1, verb, index, &hole, FALSE);
  } else if (clause->subject == NO_TOKEN && clause->kind == CLAUSE_MAIN && may_recall (w, clause)) {
    guint32 before = tarikh_event_recall_subject (reader, index, get_word (w, verb)->form);
    if (before != NO_TOKEN)
      add_recalled (w, before);
  }
  add_stretch (w, verb + 1, end, index, &hole, FALSE);
}

/* The name whose last token stands before END, or NULL. */
static const EventName *
find_name_ending (const Writer *w, guint32 end)
{
  for (guint32 i = end; i > 0 && i + 8 > end && get_word (w, i - 1)->flags & WORD_NAMED; i--) {
    const EventName *name = tarikh_event_name_at (w->reader, i - 1);
    if (name != NULL)
      return name->end == end ? name : NULL;
  }
  return NULL;
}

/* First token of the noun that a relative clause tells of. */
static guint32
find_antecedent (const Writer *w, const EventClause *clause)
{
  guint32 i = clause->first;
  guint32 owner = NO_TOKEN;

  while (i > 0) {
    const EventWord *word = get_word (w, i - 1);
    const TarikhToken *token = get_token (w, i - 1);
    if (token->kind == TARIKH_TOKEN_NEWLINE)
      break;
    if (token->kind == TARIKH_TOKEN_PUNCT) {
      if (owner != NO_TOKEN && !is_quote (token))
        break;
      i--;
      continue;
    }
    if (owner == NO_TOKEN) {
      owner = word->clause;
      const EventName *name = find_name_ending (w, i);
      if (name != NULL && name->kind == NAME_PERSON)
        return name->first;
    }
    if (i < clause->first && has_article (w, i - 1) && has_article (w, i)
        && get_word (w, i)->flags & (WORD_TITLE | WORD_NAMED | WORD_ORGANISATION)
        && !tarikh_event_word_describes (w->reader, i))
      break; /* two nouns side by side: the one before is another's */
    if (word->clause != owner || word->flags & (WORD_PREPOSITION | WORD_TIME | WORD_PRONOUN)
        || word->opener != OPENER_NONE || tarikh_event_word_is_verb (w->reader, i - 1) || clause->first - i > 7)
      break;
    i--;
    if (word->clitics & (TARIKH_CLITIC_PREPOSITION | TARIKH_CLITIC_AND))
      break;
  }
  if (i == clause->first && i >= 2 && get_word (w, i - 2)->flags & (WORD_NEWS_NOUN | WORD_MASDAR)
      && get_token (w, i - 1)->kind == TARIKH_TOKEN_WORD && !has_article (w, i - 2))
    return i - 2; /* "a bloody attack | led to": the adjective has a verb's shape */
  return i;
}

static void
write_relative (Writer *w)
{
  guint32 index = w->candidate->clause;
  const EventClause *clause = reader_get_clause (w->reader, index);
  const EventWord *verb = get_word (w, clause->verb);
  guint32 antecedent = find_antecedent (w, clause), end = clause->first;
  const EventName *name = clause->subject != NO_TOKEN ? tarikh_event_name_at (w->reader, clause->subject) : NULL;
  gboolean own_subject = name != NULL && (name->kind != NAME_PLACE || verb->flags & WORD_SUFFIXED);
  Hole hole = { .subject = NO_TOKEN };

  while (end > antecedent && get_token (w, end - 1)->kind == TARIKH_TOKEN_PUNCT && !is_quote (get_token (w, end - 1)))
    end--;
  const EventName *place = tarikh_event_name_at (w->reader, antecedent);
  if (!own_subject && place != NULL && place->kind == NAME_PLACE && place->gender == FORM_FEMININE
      && verb->form == FORM_MASCULINE)
    return; /* does not agree: the clause is told of a noun further back */
  if (clause->verb > 0 && get_word (w, clause->verb - 1)->flags & WORD_NEGATION)
    add_bare (w, clause->verb - 1, FALSE);
  Piece *piece = add_bare (w, clause->verb, FALSE);
  if (verb->form == FORM_PLURAL || verb->form == FORM_DUAL)
    make_singular (w, piece);
  if (verb->flags & WORD_SUFFIXED)
    piece->drop = verb->suffix_bytes;
  if (own_subject) {
    add_stretch (w, clause->subject, clause->subject_end, index, &hole, FALSE);
    hole.subject = clause->subject;
    hole.subject_end = clause->subject_end;
  }
  guint32 next = clause->verb + 1;
  gboolean possessed
      = next < clause->end && get_word (w, next)->flags & WORD_SUFFIXED && get_word (w, next)->flags & WORD_MASDAR;
  if (possessed) { /* "whose election was repeated": the noun gives its pronoun for the antecedent */
    add_token (w, next)->drop = get_word (w, next)->suffix_bytes;
    next++;
  }
  gboolean points_back = next < clause->end && get_word (w, next)->preposition == 3;
  gboolean acted = points_back && clause->subject != NO_TOKEN && clause->subject > next;
  if (points_back && !acted) /* "was found on him": the preposition takes the noun itself */
    add_word (w, get_word (w, next)->base);
  next += points_back;
  if ((!own_subject && !acted) || verb->flags & WORD_SUFFIXED || possessed)
    add_range (w, antecedent, end);
  add_stretch (w, next, clause->end, index, &hole, FALSE);
}

static gboolean
is_feminine (const Writer *w, guint32 token)
{
  const EventWord *word = get_word (w, token);
  const TarikhToken *t = get_token (w, token);
  const char *ending = w->reader->grammar.feminine_ending;
  const EventName *name = tarikh_event_name_at (w->reader, token);
  gsize n = strlen (ending);

  if (name != NULL && name->gender != FORM_NONE)
    return name->gender == FORM_FEMININE;
  if (word->flags & WORD_NEWS_NOUN)
    return word->said[0] == 'f';
  return n > 0 && t->fold_length > n
         && memcmp (tarikh_text_get_fold (w->reader->text, t) + t->fold_length - n, ending, n) == 0;
}

/* Word N of a table's value, "" when it has no such word. (transfer full) */
static char *
pick_form (const char *said, guint n)
{
  g_auto (GStrv) parts = g_strsplit (said, " ", -1);

  return g_strdup (n < g_strv_length (parts) ? parts[n] : "");
}

/* "the announcement of Kim a halt": a named actor after the noun, and an object after the name. */
static gboolean
has_object_after (const Writer *w, guint32 token, guint32 end)
{
  const EventName *name = token < end ? tarikh_event_name_at (w->reader, token) : NULL;

  if (name == NULL || name->kind == NAME_PLACE || name->end >= end)
    return FALSE;
  const EventWord *after = get_word (w, name->end);
  return get_token (w, name->end)->kind == TARIKH_TOKEN_WORD
         && !(after->flags & (WORD_PREPOSITION | WORD_TIME | WORD_GENTILIC))
         && !(after->clitics & (TARIKH_CLITIC_PREPOSITION | TARIKH_CLITIC_AND)) && after->opener == OPENER_NONE;
}

/* The masdar's genitive is its subject: "the collapse of the union", and it stands there. */
static gboolean
has_subject_genitive (const Writer *w, guint32 noun, guint32 end)
{
  const EventWord *word = get_word (w, noun), *next = get_word (w, noun + 1);
  gboolean acts = word->masdar[0] == 'i' || word->masdar[0] == 'x'
                  || (word->masdar[0] == 't' && has_object_after (w, noun + 1, end));

  return acts && noun + 1 < end && !(word->clitics & TARIKH_CLITIC_ARTICLE) && !(word->flags & WORD_SUFFIXED)
         && !(next->flags & WORD_PREPOSITION) && !(next->clitics & TARIKH_CLITIC_PREPOSITION)
         && get_token (w, noun + 1)->kind == TARIKH_TOKEN_WORD
         && (!(word->flags & WORD_NEWS_NOUN) || next->flags & WORD_NAMED || next->clitics & TARIKH_CLITIC_ARTICLE);
}

/* What follows the subject of a verb that takes an object where its masdar takes a preposition: the first one goes. */
static void
add_object (Writer *w, guint32 first, guint32 end)
{
  Hole hole = { .subject = NO_TOKEN };

  for (guint32 i = first; i < end; i++) {
    gboolean alone = (get_word (w, i)->flags & WORD_PREPOSITION) != 0;
    if (!alone && !(get_word (w, i)->clitics & TARIKH_CLITIC_PREPOSITION))
      continue;
    add_stretch (w, first, i, w->candidate->clause, &hole, TRUE);
    if (!alone)
      add_noun (w, i);
    first = i + 1;
    break;
  }
  add_stretch (w, first, end, w->candidate->clause, &hole, TRUE);
}

/* "during a visit to a hospital": who visits is the person of whom the clause speaks. */
static gboolean
is_visit (const Writer *w, guint32 noun, guint32 end)
{
  const EventClause *clause = reader_get_clause (w->reader, w->candidate->clause);
  const EventName *name = clause->subject != NO_TOKEN ? tarikh_event_name_at (w->reader, clause->subject) : NULL;

  return get_word (w, noun)->masdar[0] == 'x' && !(get_word (w, noun)->clitics & TARIKH_CLITIC_ARTICLE)
         && noun + 1 < end && name != NULL && name->kind == NAME_PERSON
         && get_word (w, noun + 1)->clitics & TARIKH_CLITIC_PREPOSITION;
}

/* A bare "elections were held" says where: the place the story names most, when the sentence names it too. */
static void
add_home (Writer *w)
{
  const EventClause *clause = reader_get_clause (w->reader, w->candidate->clause);
  TarikhSpan sentence = w->reader->text->sentences[clause->sentence].span;

  if (w->reader->home == NULL || w->reader->grammar.in[0] == '\0'
      || g_strstr_len (w->reader->text->text + sentence.start, sentence.end - sentence.start, w->reader->home) == NULL)
    return;
  add_word (w, w->reader->grammar.in);
  add_word (w, w->reader->home);
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
    add_token (w, i);
  return TRUE;
}

/* "the collapse of the union" → "the union collapsed"; "the raising of the prices" → "was done the raising …". */
static char *
write_noun (Writer *w)
{
  guint32 noun = w->candidate->noun, end = w->candidate->noun_end;
  const EventWord *word = get_word (w, noun);
  gboolean planned = w->candidate->status == TARIKH_STATUS_PLANNED;
  char *verb = NULL;
  Hole hole = { .subject = NO_TOKEN };

  if (has_subject_genitive (w, noun, end)) {
    verb = pick_form (word->masdar, (planned ? 3 : 1) + is_feminine (w, noun + 1));
    add_word (w, verb);
  } else if (is_visit (w, noun, end)) {
    const EventClause *clause = reader_get_clause (w->reader, w->candidate->clause);
    verb = pick_form (word->masdar, (planned ? 3 : 1) + is_feminine (w, clause->subject));
    add_word (w, verb);
    add_recalled (w, w->candidate->clause);
    add_object (w, noun + 1, end);
    return verb;
  } else if (word->flags & WORD_NEWS_NOUN) {
    verb = pick_form (word->said, planned ? 2 : 1);
    add_word (w, verb);
    add_noun (w, noun);
  } else if ((word->masdar[0] == 'i' || word->masdar[0] == 'x') && word->flags & WORD_SUFFIXED) {
    guint32 owner = tarikh_event_recall_subject (w->reader, w->candidate->clause, FORM_MASCULINE);
    const EventClause *clause = reader_get_clause (w->reader, w->candidate->clause);
    if (clause->subject != NO_TOKEN && tarikh_event_name_at (w->reader, clause->subject) != NULL)
      owner = w->candidate->clause;
    if (owner == NO_TOKEN)
      return NULL;
    verb = pick_form (word->masdar, (planned ? 3 : 1) + is_feminine (w, reader_get_clause (w->reader, owner)->subject));
    add_word (w, verb);
    add_recalled (w, owner);
  } else {
    if (word->masdar[0] == 't' || planned) /* "the return to the city" needs no "was done" */
      add_word (w, w->reader->grammar.done[(planned ? 2 : 0) + is_feminine (w, noun)]);
    add_noun (w, noun);
  }
  if (word->masdar[0] == 'x' && has_subject_genitive (w, noun, end))
    add_object (w, noun + 1, end);
  else
    add_stretch (w, noun + 1, end, w->candidate->clause, &hole, TRUE);
  if (count_words (w, w->pieces->len) <= 2 && word->flags & WORD_NEWS_NOUN && !add_own_time (w))
    add_home (w);
  return verb;
}

/* ---- cutting ---- */

/* The last token of a preposition of several words: "along". */
static gboolean
ends_preposition (const Writer *w, guint32 token)
{
  guint32 head = token;

  while (head > 0 && token - head < 4 && get_word (w, head)->flags & WORD_COVERED)
    head--;
  return get_word (w, head)->flags & WORD_PREPOSITION && get_word (w, head)->preposition != 3
         && head + get_word (w, head)->n_tokens == token + 1;
}

/* Whether a headline may not end with the piece at I. */
static gboolean
hangs (const Writer *w, guint i)
{
  const Piece *piece = get_piece (w, i);

  if (piece->token == NO_TOKEN)
    return FALSE;
  const EventWord *word = get_word (w, piece->token);
  if (get_token (w, piece->token)->kind == TARIKH_TOKEN_PUNCT)
    return !is_quote (get_token (w, piece->token)) && !tarikh_text_token_is (get_token (w, piece->token), ')')
           && !tarikh_text_token_is (get_token (w, piece->token), '%');
  if (i > 0 && i + 1 < w->pieces->len && tarikh_event_word_is_verb (w->reader, piece->token))
    return TRUE;
  if (get_token (w, piece->token)->kind == TARIKH_TOKEN_WORD && get_token (w, piece->token)->fold_length <= 2)
    return TRUE; /* one letter: a conjunction that lost its word */
  if (word->flags & WORD_MASDAR && i + 1 < w->pieces->len && get_piece (w, i + 1)->token == piece->token + 1
      && (get_word (w, piece->token + 1)->flags & WORD_PREPOSITION
          || get_word (w, piece->token + 1)->clitics & TARIKH_CLITIC_PREPOSITION))
    return TRUE; /* "approved the signing | of" */
  if (word->flags & WORD_COVERED && ends_preposition (w, piece->token))
    return TRUE;
  if (word->flags & WORD_DEMONSTRATIVE)
    return i == 0 || get_piece (w, i - 1)->token == NO_TOKEN
           || !(get_word (w, get_piece (w, i - 1)->token)->flags & (WORD_MASDAR | WORD_VERB)); /* "delaying that" */
  return (word->flags & (WORD_PREPOSITION | WORD_NEGATION) && !(word->flags & WORD_COVERED) && word->preposition != 3)
         || word->opener == OPENER_THAT || word->flags & (guint32) WORD_HANGING;
}

/* How many pieces to keep: the last good end within MAX_WORDS. */
static guint
choose_end (const Writer *w)
{
  guint strong = 0, strong_words = 0, weak = 0, comma = 0, beyond = 0, words = 0;

  for (guint i = 0; i < w->pieces->len; i++) {
    const Piece *piece = get_piece (w, i);
    if (words >= MIN_WORDS && words <= MAX_WORDS && piece->boundary > 0 && !hangs (w, i - 1)) {
      if (piece->boundary == 4 && words >= MIN_WORDS + 3)
        return i;
      if (piece->boundary == 3 && words >= MIN_WORDS + 2)
        comma = i;
      if (piece->boundary > 1) {
        strong = i;
        strong_words = words;
      } else {
        weak = i;
      }
    }
    if (words > MAX_WORDS && beyond == 0 && piece->boundary > 1 && !hangs (w, i - 1))
      beyond = i;
    words += is_counted (w, piece);
  }
  if (words <= MAX_WORDS)
    return w->pieces->len;
  if (comma == 0 && strong == 0 && weak == 0)
    return beyond != 0 ? beyond : w->pieces->len;
  if (comma != 0)
    return comma;
  return strong != 0 && (strong_words >= MIN_WORDS + 2 || weak < strong) ? strong : weak;
}

/* ---- writing out ---- */

/* Marks pieces that are quotes or brackets without their partner. */
static void
find_unbalanced (const Writer *w, guint n, gboolean *drop)
{
  gint straight = -1, angle = -1, curly = -1, bracket = -1;

  for (guint i = 0; i < n; i++) {
    const Piece *piece = get_piece (w, i);
    if (piece->token == NO_TOKEN || get_token (w, piece->token)->kind != TARIKH_TOKEN_PUNCT)
      continue;
    gint *open = NULL;
    gboolean closes = FALSE;
    switch (get_token (w, piece->token)->number) {
    case '"':
      open = &straight;
      closes = straight >= 0;
      break;
    case 0xab: open = &angle; break;
    case 0xbb:
      open = &angle;
      closes = TRUE;
      break;
    case 0x201c:
    case 0x201d:
      open = &curly;
      closes = curly >= 0;
      break;
    case '(': open = &bracket; break;
    case ')':
      open = &bracket;
      closes = TRUE;
      break;
    default: continue;
    }
    drop[i] = TRUE;
    if (!closes) {
      *open = (gint) i;
    } else if (*open >= 0) {
      drop[i] = drop[*open] = *open + 1 == (gint) i; /* nothing left between */
      *open = -1;
    }
  }
}

static gboolean
is_wanted_punct (const TarikhToken *token)
{
  return is_quote (token) || tarikh_text_token_is (token, '(') || tarikh_text_token_is (token, ')')
         || tarikh_text_token_is (token, '%') || tarikh_text_token_is (token, '-') || tarikh_text_token_is (token, '.')
         || tarikh_text_token_is (token, '/') || tarikh_text_token_is (token, '_') || tarikh_text_token_is (token, '$')
         || tarikh_text_token_is (token, ',') || tarikh_text_token_is (token, 0x2013);
}

static void
write_piece (const Writer *w, const Piece *piece, GString *out)
{
  if (piece->word != NULL)
    g_string_append (out, piece->word);
  if (piece->token == NO_TOKEN)
    return;
  const TarikhToken *token = get_token (w, piece->token);
  guint32 start = token->start + piece->skip, end = token->end - piece->drop;
  if (tarikh_text_token_is (token, '_')) /* inside a hashtag */
    g_string_append_c (out, ' ');
  else if (start < end)
    g_string_append_len (out, w->reader->text->text + start, (gssize) (end - start));
  if (piece->append != NULL)
    g_string_append (out, piece->append);
}

static gboolean
is_dash (const TarikhToken *token)
{
  return tarikh_text_token_is (token, '-') || tarikh_text_token_is (token, 0x2013) || tarikh_text_token_is (token, ',')
         || tarikh_text_token_is (token, '.') || tarikh_text_token_is (token, '/');
}

/* Whether the mark at I stands between two pieces that were neighbours in the text. */
static gboolean
joins (const Writer *w, guint i, guint n)
{
  if (i == 0 || i + 1 >= n)
    return FALSE;
  const Piece *before = get_piece (w, i - 1), *after = get_piece (w, i + 1);
  return before->token + 1 == get_piece (w, i)->token && after->token == get_piece (w, i)->token + 1;
}

/* Drops what would hang at the end, and quotes and brackets that lost their partner. Returns how many pieces stay. */
static guint
trim (const Writer *w, guint n, gboolean *drop)
{
  for (;;) {
    memset (drop, 0, n * sizeof *drop);
    find_unbalanced (w, n, drop);
    guint last = n;
    while (last > 1 && (drop[last - 1] || hangs (w, last - 1)))
      last--;
    if (last == n)
      return n;
    n = last;
  }
}

static char *
write_out (const Writer *w, guint n)
{
  GString *out = g_string_new (NULL);
  g_autofree gboolean *drop = g_new0 (gboolean, n + 1);
  guint32 previous = NO_TOKEN;

  n = trim (w, n, drop);
  for (guint i = 0; i < n; i++) {
    const Piece *piece = get_piece (w, i);
    gboolean punct = piece->token != NO_TOKEN && get_token (w, piece->token)->kind == TARIKH_TOKEN_PUNCT;
    if (drop[i] || (punct && !is_wanted_punct (get_token (w, piece->token))))
      continue;
    if (punct && is_dash (get_token (w, piece->token)) && !joins (w, i, n))
      continue;
    gboolean glued = piece->token != NO_TOKEN && previous != NO_TOKEN && piece->token == previous + 1
                     && !get_token (w, piece->token)->spaced;
    if (out->len > 0 && !glued)
      g_string_append_c (out, ' ');
    write_piece (w, piece, out);
    previous = piece->token;
  }
  return g_string_free (out, FALSE);
}

/* Words a headline of the clause would have, and whether its end leaves a noun waiting for its relative clause. */
static guint
try_clause (Writer *w, guint relatives)
{
  g_array_set_size (w->pieces, 0);
  w->relatives = relatives;
  write_clause (w);
  return count_words (w, choose_end (w));
}

/* The clause without relative clauses; with them when too little is left otherwise. */
static void
write_fitting (Writer *w)
{
  guint words = try_clause (w, 0);

  for (guint relatives = 1; relatives <= 2 && words < SHORT_WORDS; relatives++) {
    guint more = try_clause (w, relatives);
    if (more > MAX_WORDS) {
      try_clause (w, relatives - 1);
      return;
    }
    words = more;
  }
}

/* Whether what is said after "that" has come as far as its verb and beyond; TRUE when there is no "that". */
static gboolean
tells_what (const Writer *w, guint n, gboolean says)
{
  guint32 verb = NO_TOKEN;
  guint after = 0;
  gboolean that = FALSE;

  for (guint i = 1; i < n; i++) {
    guint32 token = get_piece (w, i)->token;
    if (token == NO_TOKEN)
      continue;
    if (get_word (w, token)->opener == OPENER_THAT) {
      const EventClause *said = reader_get_clause (w->reader, get_word (w, token)->clause);
      verb = said->auxiliary != NO_TOKEN ? said->auxiliary : said->verb;
      that = TRUE;
      after = 0;
    } else if (that && (verb == NO_TOKEN || token > verb)) {
      after++;
    }
  }
  if (that && verb == NO_TOKEN)
    return after >= 1 && n >= w->pieces->len;
  return that ? after >= 1 : !says;
}

static gboolean
is_done (const Writer *w, const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (w->reader->grammar.done); i++)
    if (word == w->reader->grammar.done[i])
      return TRUE;
  return FALSE;
}

/* Whether the first N pieces give a verb that wants an object no more than its subject, though the clause goes on. */
static gboolean
stops_at_subject (const Writer *w, const EventClause *clause, guint n)
{
  if (w->candidate->noun != NO_TOKEN || clause->verb == NO_TOKEN || clause->subject == NO_TOKEN
      || clause->subject < clause->verb || clause->end <= clause->subject_end + 2
      || get_word (w, clause->verb)->intransitive || get_word (w, clause->verb)->flags & WORD_PASSIVE)
    return FALSE;
  for (guint i = 1; i < n; i++)
    if (get_piece (w, i)->token != NO_TOKEN && get_piece (w, i)->token >= clause->subject_end)
      return FALSE;
  return tarikh_event_name_at (w->reader, clause->subject) != NULL;
}

/* "announced that": of no use without what follows; "approved it, on condition that" is. */
static gboolean
announces_that (const Writer *w, const EventClause *clause, guint32 index)
{
  guint32 that = announces (w, clause->verb) ? find_that (w, index, clause->verb) : 0;

  return that != 0 && get_word (w, that - 2)->n_tokens == 1 && get_word (w, that - 2)->clitics == 0;
}

/* Enough to be read alone: three words, or a verb and a name; what is said when the verb only says. */
static gboolean
suffices (const Writer *w, guint32 clause_index)
{
  guint n = choose_end (w);
  g_autofree gboolean *drop = g_new0 (gboolean, n + 1);
  n = trim (w, n, drop);
  guint words = count_words (w, n);
  const EventClause *clause = reader_get_clause (w->reader, clause_index);
  gboolean says = w->candidate->noun == NO_TOKEN && clause->verb != NO_TOKEN
                  && (get_word (w, clause->verb)->kind == KIND_SAY || announces_that (w, clause, clause_index));

  if (words > LONGEST_WORDS || words < 2 || !tells_what (w, n, says) || stops_at_subject (w, clause, n))
    return FALSE;
  if (get_piece (w, 0)->word != NULL && get_piece (w, 0)->token == NO_TOKEN && is_done (w, get_piece (w, 0)->word))
    return words >= MIN_WORDS; /* "was done" says nothing by itself */
  if (words == 2 && get_piece (w, 1)->token != NO_TOKEN) {
    const EventWord *last = get_word (w, get_piece (w, 1)->token);
    return last->flags & WORD_NAMED || has_article (w, get_piece (w, 1)->token)
           || get_piece (w, 1)->token == clause->subject;
  }
  return words >= 3;
}

/* The clause's own headline, by its kind. */
static void
write_by_kind (Writer *w, char **verb)
{
  const EventClause *clause = reader_get_clause (w->reader, w->candidate->clause);

  g_array_set_size (w->pieces, 0);
  if (w->candidate->noun != NO_TOKEN)
    *verb = write_noun (w);
  else if (clause->kind == CLAUSE_RELATIVE || clause->kind == CLAUSE_BARE_RELATIVE)
    write_relative (w);
  else
    write_fitting (w);
}

/* The clause as it stands, with all inside it: for when nothing shorter says enough. */
static void
write_whole (Writer *w, guint32 index)
{
  const EventClause *clause = reader_get_clause (w->reader, index);
  guint32 end = clause->end;
  guint32 first = clause->auxiliary != NO_TOKEN ? clause->auxiliary : clause->verb;

  g_array_set_size (w->pieces, 0);
  if (first == NO_TOKEN)
    return;
  add_bare (w, first, TRUE);
  add_stretch (w, first + 1, end, index, &(Hole){ .subject = NO_TOKEN }, TRUE);
}

/* First token of the clause as the text tells it, after times, adverbs and what opens it. */
static guint32
find_telling_start (const Writer *w, const EventClause *clause, guint32 index)
{
  guint32 lead = clause->auxiliary != NO_TOKEN ? clause->auxiliary : clause->verb;

  if (lead > 0 && get_word (w, lead - 1)->flags & WORD_NEGATION)
    lead--;
  for (guint32 i = clause->first; i < lead; i++) {
    const EventWord *word = get_word (w, i);
    if (word->clause != index || get_token (w, i)->kind == TARIKH_TOKEN_PUNCT || word->opener != OPENER_NONE
        || word->flags & (WORD_TIME | WORD_ADVERB | WORD_PERFECT | WORD_COVERED) || leads_to_time (w, i, lead))
      continue;
    if (word->flags & WORD_PREPOSITION && i + 1 < lead && get_word (w, i + 1)->flags & WORD_TIME)
      continue;
    return i;
  }
  return lead;
}

/* The clause in its own order with its dates: for when nothing that moves words makes a sentence. */
static void
write_as_told (Writer *w, guint32 index)
{
  const EventClause *clause = reader_get_clause (w->reader, index), *parent;

  g_array_set_size (w->pieces, 0);
  if (clause->verb == NO_TOKEN)
    return;
  parent = reader_get_clause (w->reader, clause->parent);
  guint32 start = find_telling_start (w, clause, index);
  if (clause->kind == CLAUSE_BARE_RELATIVE && parent->verb == NO_TOKEN && parent->first < start)
    start = parent->first; /* what stands before it says what happened */
  w->as_told = TRUE;
  add_bare (w, start, FALSE);
  add_stretch (w, start + 1, clause->end, index, &(Hole){ .subject = NO_TOKEN }, TRUE);
}

/* The clause with what it announces, all inner clauses in: for when the verb of what is said lies far. */
static void
write_announced (Writer *w, guint32 index)
{
  guint32 end = w->reader->text->sentences[reader_get_clause (w->reader, index)->sentence].end_token;
  const EventClause *clause = reader_get_clause (w->reader, index);

  g_array_set_size (w->pieces, 0);
  if (clause->verb == NO_TOKEN)
    return;
  guint32 start = find_telling_start (w, clause, index);
  w->as_told = TRUE;
  add_bare (w, start, FALSE);
  add_stretch (w, start + 1, end, index, &(Hole){ .subject = NO_TOKEN }, TRUE);
}

/* Whether all between two tokens is what a headline leaves out without harm. */
static gboolean
only_small_between (const Writer *w, guint32 first, guint32 end)
{
  guint32 small = WORD_TIME | WORD_ADVERB | WORD_PERFECT | WORD_FUTURE | WORD_PREPOSITION;

  for (guint32 i = first; i < end; i++)
    if (!(get_word (w, i)->flags & small) || get_token (w, i)->kind == TARIKH_TOKEN_PUNCT)
      return FALSE;
  return TRUE;
}

/* "the vacancy, its page was turned": a noun before the verb that is not its subject, which stands after it. */
static gboolean
has_topic (const Writer *w, const EventClause *clause)
{
  if (w->candidate->noun != NO_TOKEN || clause->verb == NO_TOKEN || clause->subject == NO_TOKEN
      || clause->subject > clause->verb || clause->verb + 1 >= clause->end || clause->auxiliary != NO_TOKEN)
    return FALSE;
  const EventWord *verb = get_word (w, clause->verb), *next = get_word (w, clause->verb + 1);
  if (verb->kind == KIND_LIGHT && next->flags & WORD_SUFFIXED && next->flags & WORD_MASDAR)
    return TRUE; /* "the ruins, their discovery took place" */
  return verb->form == FORM_FEMININE && !is_feminine (w, clause->subject) && next->flags & WORD_SUFFIXED
         && !(next->flags & WORD_PREPOSITION) && (verb->flags & WORD_PASSIVE || verb->intransitive)
         && tarikh_event_name_at (w->reader, clause->subject) == NULL;
}

/* Whether the first N pieces are Arabic in this order: no negation without its word, no verb of another clause without what led
 * to it. */
static gboolean
is_sound (const Writer *w, guint n, guint32 index)
{
  const EventClause *clause = reader_get_clause (w->reader, index);

  if (w->as_told)
    return TRUE;
  if (has_topic (w, clause))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    guint32 token = get_piece (w, i)->token, next = i + 1 < n ? get_piece (w, i + 1)->token : NO_TOKEN;
    if (token == NO_TOKEN)
      continue;
    const EventWord *word = get_word (w, token);
    if (word->flags & WORD_NEGATION && !(word->flags & WORD_VERB) && next != token + 1)
      return FALSE;
    if (i == 0 || word->clause == index || !tarikh_event_word_is_verb (w->reader, token))
      continue;
    guint32 before = get_piece (w, i - 1)->token;
    if (before == NO_TOKEN || (before + 1 != token && (before > token || !only_small_between (w, before + 1, token))))
      return FALSE;
  }
  return TRUE;
}

/* "everything changed on that day, when the officers seized power": the clause that says what happened. */
static guint32
find_when (const Writer *w, guint32 index)
{
  const EventClause *clause = reader_get_clause (w->reader, index);

  for (guint32 i = index + 1; i < w->reader->clauses->len && i <= index + 4; i++) {
    const EventClause *child = reader_get_clause (w->reader, i);
    if (child->sentence != clause->sentence)
      break;
    if (child->parent == index && child->kind == CLAUSE_WHEN && child->verb != NO_TOKEN && child->first > clause->verb
        && get_word (w, child->verb)->kind == KIND_ACT && get_word (w, child->verb)->flags & (WORD_PAST | WORD_PASSIVE)
        && get_word (w, child->first)->n_tokens == 1)
      return i;
  }
  return NO_TOKEN;
}

char *
tarikh_event_word_headline (const EventReader *reader, const EventCandidate *candidate, GPtrArray *keys)
{
  EventCandidate upper = *candidate;
  Writer w = { .reader = reader, .candidate = &upper };
  g_autofree char *verb = NULL, *upper_verb = NULL;
  char *headline = NULL;

  w.pieces = g_array_sized_new (FALSE, FALSE, sizeof (Piece), 32);
  write_by_kind (&w, &verb);
  guint32 when = candidate->noun == NO_TOKEN && count_words (&w, w.pieces->len) <= 3 ? find_when (&w, candidate->clause)
                                                                                     : NO_TOKEN;
  if (when != NO_TOKEN) {
    upper.clause = when;
    write_by_kind (&w, &verb);
  }
  if (!suffices (&w, upper.clause) && !candidate->second) { /* the clause above it says more */
    const EventClause *clause = reader_get_clause (reader, upper.clause);
    gboolean loose = clause->kind == CLAUSE_PURPOSE || clause->kind == CLAUSE_THAT
                     || (clause->kind == CLAUSE_BARE_RELATIVE && reader->words[clause->verb].kind == KIND_PHASE);
    gboolean rises = loose && candidate->noun == NO_TOKEN && clause->parent != upper.clause
                     && reader_get_clause (reader, clause->parent)->verb != NO_TOKEN;
    upper.clause = rises ? clause->parent : upper.clause;
    upper.noun = NO_TOKEN;
    if (reader_get_clause (reader, upper.clause)->verb != NO_TOKEN)
      write_by_kind (&w, &upper_verb);
    if (!suffices (&w, upper.clause))
      write_whole (&w, upper.clause);
    if (!suffices (&w, upper.clause) && announces (&w, reader_get_clause (reader, upper.clause)->verb))
      write_announced (&w, upper.clause);
  }
  if (!is_sound (&w, choose_end (&w), upper.clause))
    write_as_told (&w, upper.clause);
  if (suffices (&w, upper.clause)) {
    guint n = choose_end (&w);
    headline = write_out (&w, n);
    for (guint i = 0; i < n; i++)
      if (get_piece (&w, i)->token != NO_TOKEN)
        tarikh_event_add_key (reader, get_piece (&w, i)->token, keys);
  }
  g_array_unref (w.pieces);
  return headline;
}
