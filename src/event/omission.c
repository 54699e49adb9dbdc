/* event/omission: what a headline leaves out: times with what leads to them, sources, what explains a name; and where it may
 * end. Reads only. */
#include "event/headline.h"

#include <string.h>

gboolean
tarikh_event_has_article (const Writer *w, guint32 token)
{
  const char *article = w->reader->grammar.article;
  gsize n = strlen (article);

  return n > 0 && writer_get_token (w, token)->fold_length > n
         && !(writer_get_word (w, token)->flags & WORD_PREPOSITION)
         && memcmp (tarikh_text_get_fold (w->reader->text, writer_get_token (w, token)), article, n) == 0;
}

guint32
tarikh_event_skip_attribution (const Writer *w, guint32 token, guint32 end)
{
  while (token < end && !tarikh_text_token_is (writer_get_token (w, token), 0x60c))
    token++;
  return token;
}

gboolean
tarikh_event_is_quote (const TarikhToken *token)
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
  const EventWord *before = writer_get_word (w, first - 1);
  guint32 no_noun = WORD_PREPOSITION | WORD_TIME | WORD_ADVERB | WORD_NAMED | WORD_PLACE | WORD_NEGATION | WORD_PERFECT;
  if (before->clitics & (TARIKH_CLITIC_AND | TARIKH_CLITIC_PREPOSITION))
    return FALSE;
  gboolean month
      = writer_get_token (w, first)->kind == TARIKH_TOKEN_NUMBER
        || (tarikh_lexicon_match_before (w->reader->lexicon, w->reader->text, first, TARIKH_LEXICON_TIME_END, &hit)
            && tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_MONTH) != NULL);

  return month && writer_get_token (w, first - 1)->kind == TARIKH_TOKEN_WORD && writer_get_token (w, first)->spaced
         && !(before->flags & no_noun) && before->opener == OPENER_NONE && !before->leads_time
         && before->flags & (WORD_NOUN_TOO | WORD_NEWS_NOUN | WORD_MASDAR) && !(before->clitics & TARIKH_CLITIC_ARTICLE)
         && !tarikh_event_has_article (w, first - 1) && !tarikh_event_word_is_verb (w->reader, first - 1);
}

/* "the paper «The World Today»": a time before a closing quote belongs to what is quoted. */
static gboolean
is_in_title (const Writer *w, const TarikhTimeExpr *expr)
{
  if (expr->end_token >= w->reader->text->n_tokens || !tarikh_event_is_quote (writer_get_token (w, expr->end_token))
      || writer_get_token (w, expr->end_token)->spaced)
    return FALSE;
  for (guint32 i = expr->first_token; i > 1 && i + 3 > expr->first_token; i--)
    if (tarikh_event_is_quote (writer_get_token (w, i - 2)))
      return !tarikh_event_is_quote (writer_get_token (w, i - 1));
  return FALSE;
}

/* Whether expression INDEX goes on a list with the one before it: only a conjunction between them. */
static gboolean
joins_before (const Writer *w, gint32 index)
{
  const TarikhTimeExpr *expr = w->reader->reading->exprs->pdata[index],
                       *before = w->reader->reading->exprs->pdata[index - 1];
  guint32 gap = expr->first_token - before->end_token;

  if (gap > 1 || expr->type != before->type)
    return FALSE;
  const EventWord *between = writer_get_word (w, before->end_token);
  return gap == 1 ? writer_get_token (w, before->end_token)->fold_length <= 2
                        || (between->leads_time && between->clitics & TARIKH_CLITIC_AND)
                  : (writer_get_word (w, expr->first_token)->clitics & TARIKH_CLITIC_AND) != 0;
}

/* "the years 1954 and 1967 and 1998": a list goes whole with the time of it that dates. */
static gboolean
continues_list (const Writer *w, gint32 index)
{
  gint32 own = w->candidate->time_expr, first = MIN (own, index), last = MAX (own, index);

  if (own < 0 || last - first >= 8)
    return FALSE;
  for (gint32 i = last; i > first; i--)
    if (!joins_before (w, i))
      return FALSE;
  return TRUE;
}

/* The time itself goes, and what dates as finely; lengths and coarse dates stay, and so does one that a noun governs. */
gboolean
tarikh_event_drops_time (const Writer *w, guint32 token)
{
  gint32 index = writer_get_word (w, token)->time;

  if (index < 0)
    return FALSE;
  const TarikhTimeExpr *expr = w->reader->reading->exprs->pdata[index];
  guint32 first = expr->first_token;
  if (is_genitive (w, expr) || is_in_title (w, expr))
    return FALSE;
  gboolean governed = first > 0 && writer_get_word (w, first - 1)->flags & WORD_MASDAR
                      && !writer_get_word (w, first - 1)->opener
                      && !(writer_get_word (w, first - 1)->clitics & TARIKH_CLITIC_ARTICLE);
  if (index == w->candidate->time_expr || continues_list (w, index)
      || (ABS (index - w->candidate->time_expr) == 1
          && expr->flags & (TARIKH_TIME_RANGE_FIRST | TARIKH_TIME_RANGE_LAST)))
    return TRUE;
  if (governed)
    return FALSE;
  if (expr->type == TARIKH_TIME_SET && expr->end_token < w->reader->text->n_tokens
      && writer_get_word (w, expr->end_token)->time >= 0)
    return TRUE; /* "days" before its dates */
  if (expr->type == TARIKH_TIME_DURATION || expr->type == TARIKH_TIME_SET)
    return FALSE;
  return expr->days.grain <= TARIKH_GRAIN_WEEK
         || (expr->flags & (TARIKH_TIME_DEICTIC_PAST | TARIKH_TIME_DEICTIC_FUTURE));
}

/* Whether the prepositions and words like "the year" at TOKEN lead only into a time, which goes with them. */
gboolean
tarikh_event_leads_to_time (const Writer *w, guint32 token, guint32 end)
{
  while (token < end) {
    const EventWord *word = writer_get_word (w, token);
    gboolean joins_time = writer_get_token (w, token)->kind == TARIKH_TOKEN_WORD && token + 1 < end
                          && !writer_get_token (w, token + 1)->spaced
                          && writer_get_word (w, token + 1)->flags & WORD_TIME; /* "and" glued to a number */
    if (tarikh_event_drops_time (w, token))
      return TRUE;
    if (!(word->flags & WORD_PREPOSITION && word->preposition != 3) && !word->leads_time && !joins_time)
      return FALSE;
    token += word->n_tokens;
  }
  return FALSE;
}

/* "two years after | the independence of the country": what an offset is counted from goes with it. Returns the last token that
 * goes with the time at TOKEN. */
guint32
tarikh_event_skip_reference (const Writer *w, guint32 token, guint32 end)
{
  gint32 index = writer_get_word (w, token)->time;
  guint32 i = token + 1;

  if (index < 0 || i >= end || writer_get_word (w, i)->time == index)
    return token;
  const TarikhTimeExpr *expr = w->reader->reading->exprs->pdata[index];
  if (!(expr->flags & TARIKH_TIME_OFFSET) || !(writer_get_word (w, i)->flags & WORD_PREPOSITION)
      || writer_get_word (w, i)->preposition != 1 || writer_get_word (w, i)->n_tokens > 1)
    return token;
  gboolean deed = i + 1 < end && writer_get_word (w, i + 1)->flags & WORD_MASDAR; /* with what belongs to the deed */
  for (i++; i < end; i++) {
    const EventWord *word = writer_get_word (w, i);
    if (writer_get_token (w, i)->kind != TARIKH_TOKEN_WORD || word->clause != writer_get_word (w, token)->clause
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
  const EventWord *before = writer_get_word (w, token - 1), *after = writer_get_word (w, token + 1);
  guint32 gone = WORD_TIME | WORD_ADVERB;

  const EventClause *clause = reader_get_clause (w->reader, writer_get_word (w, token)->clause);
  if (clause->subject != NO_TOKEN && token >= clause->subject && token <= clause->subject_end)
    return FALSE; /* what explains the subject */
  if (after->flags & (guint32) WORD_HANGING && !after->leads_time && after->clause == writer_get_word (w, token)->clause)
    return TRUE; /* ", compared with" */
  return !(before->flags & gone) && !(after->flags & gone) && before->clause == writer_get_word (w, token)->clause
         && after->clause == before->clause && writer_get_token (w, token - 1)->kind != TARIKH_TOKEN_PUNCT
         && !(after->flags & WORD_PREPOSITION && token + 2 < w->reader->text->n_tokens
              && writer_get_word (w, token + 2)->flags & gone);
}

guint8
tarikh_event_rate_boundary (const Writer *w, guint32 token)
{
  const EventWord *word = writer_get_word (w, token);

  if (word->flags & WORD_NAMED && tarikh_event_name_at (w->reader, token) == NULL)
    return 0;
  if (tarikh_text_token_is (writer_get_token (w, token), 0x60c))
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
guint32
tarikh_event_skip_apposition (const Writer *w, guint32 token, guint32 end, guint32 clause_index)
{
  const EventClause *clause = reader_get_clause (w->reader, clause_index);

  if (clause->subject == NO_TOKEN || clause->subject < clause->verb || token != clause->subject_end
      || !tarikh_text_token_is (writer_get_token (w, token), 0x60c)
      || tarikh_event_find_complement (w, clause_index, clause->verb) == token + 1)
    return token;
  gboolean named = tarikh_event_name_at (w->reader, clause->subject) != NULL;
  for (guint32 i = token + 1; i < end && i < token + 14; i++)
    if (tarikh_text_token_is (writer_get_token (w, i), 0x60c) && writer_get_word (w, i)->clause == clause_index)
      return named || i > token + 4 ? i : token;
  return token;
}

/* "…, and in the next year": another date with a clause of its own begins. */
gboolean
tarikh_event_opens_other_time (const Writer *w, guint32 token, guint32 end)
{
  guint32 i = token;

  if (token == 0 || !(writer_get_word (w, i)->clitics & TARIKH_CLITIC_AND)
      || !tarikh_text_token_is (writer_get_token (w, token - 1), 0x60c))
    return FALSE;
  while (i < end && i < token + 3 && writer_get_word (w, i)->flags & WORD_PREPOSITION)
    i++;
  gint32 index = i < end ? writer_get_word (w, i)->time : -1;
  return index >= 0 && index != w->candidate->time_expr;
}
