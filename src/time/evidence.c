/* time/evidence: what the passes that infer the publication date share: the bounds so far, and how an expression is told.
 * Never says itself when a story was written. */
#include "time/evidence.h"

#include <string.h>

enum {
  VERB_ACT = 1, VERB_PHASE = 6, /* tens of the verb classes */
  VERB_TOKENS = 3,              /* a verb stands this near before its date */
  CUE_TOKENS = 3,               /* and a word of the future this near after it */
  BY_TOKENS = 7,                /* "by" this near before it */
  STILL_DAYS = 62,              /* a bound moved by less is still that of what was told */
  OPENS_TOKENS = 6,             /* "the fair opens in the old harbour on 18 May" */
  ORIGIN_TOKENS = 60            /* an anniversary stands this near the date it is of */
};

const Found *
tarikh_time_evidence_get (const Evidence *e, guint i)
{
  return &g_array_index (e->found, Found, i);
}

gboolean
tarikh_time_evidence_resolve (const Evidence *e, const Found *f, Resolved *resolved)
{
  Place place = { &f->phrase, f->rule, f->first_token, f->end_token, f->index };

  return tarikh_time_resolve (e->context, &place, resolved);
}

gboolean
tarikh_time_evidence_is_dated (const Resolved *r)
{
  return r->explicit_year && r->type <= TARIKH_TIME_TIME && tarikh_base_interval_is_known (r->days)
         && (r->point.grain == TARIKH_GRAIN_DAY || r->point.grain == TARIKH_GRAIN_MONTH
             || r->point.grain == TARIKH_GRAIN_YEAR || r->point.grain == TARIKH_GRAIN_SEASON
             || r->point.grain == TARIKH_GRAIN_QUARTER || r->point.grain == TARIKH_GRAIN_HALF);
}

gboolean
tarikh_time_evidence_has_class (const Context *context, guint32 token, TarikhLexiconClass class_id)
{
  TarikhLexiconHit hit;

  return context->text->tokens[token].kind == TARIKH_TOKEN_WORD
         && tarikh_lexicon_match (context->lexicon, context->text, token, &hit)
         && tarikh_lexicon_hit_find (&hit, class_id) != NULL;
}

/* TRUE when the word at TOKEN is a verb of doing or beginning in the present. */
static gboolean
is_present_deed (const Context *context, guint32 token)
{
  TarikhLexiconHit hit;

  if (context->text->tokens[token].kind != TARIKH_TOKEN_WORD
      || !tarikh_lexicon_match (context->lexicon, context->text, token, &hit))
    return FALSE;
  const TarikhLexeme *verb = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_VERB_PRESENT);
  gboolean denied /* "did not go" */
      = token > 0 && tarikh_time_evidence_has_class (context, token - 1, TARIKH_LEXICON_NEGATION);
  return verb != NULL && !denied && (verb->value % 100 / 10 == VERB_ACT || verb->value % 100 / 10 == VERB_PHASE);
}

/* TRUE when such a verb stands right before the expression, prepositions apart: "it begins on 1 January 2019". */
static gboolean
follows_present (const Evidence *e, const Found *f)
{
  for (guint32 i = f->first_token; i-- > 0 && f->first_token - i <= VERB_TOKENS;) {
    if (is_present_deed (e->context, i))
      return TRUE;
    if (tarikh_time_context_at (e->context, i, TARIKH_LEXICON_IN) == NULL
        && tarikh_time_context_at (e->context, i, TARIKH_LEXICON_DAY_WORD) == NULL
        && tarikh_time_context_at (e->context, i, TARIKH_LEXICON_YEAR) == NULL)
      return FALSE;
  }
  return FALSE;
}

/* TRUE when a "by" of another time stands shortly before: "by the year's end, so as to begin in …" looks ahead. */
static gboolean
follows_by (const Evidence *e, const Found *f)
{
  for (guint32 i = f->first_token; i-- > 0 && f->first_token - i <= BY_TOKENS;) {
    const TarikhLexeme *by = tarikh_time_context_at (e->context, i, TARIKH_LEXICON_UNTIL);
    if (by != NULL && by->value == 1)
      return TRUE;
    if (tarikh_text_token_is (&e->context->text->tokens[i], '.'))
      return FALSE;
  }
  return FALSE;
}

/* The token of a "starting from" that ends right before F, or -1. It goes with the past as well. */
static gint64
find_start_cue (const Evidence *e, const Found *f)
{
  for (guint32 i = f->first_token; i-- > 0 && f->first_token - i <= VERB_TOKENS;) {
    const TarikhLexeme *cue = tarikh_time_context_at (e->context, i, TARIKH_LEXICON_FUTURE_CUE);
    if (cue != NULL)
      return cue->value == 1 ? (gint64) i : -1;
  }
  return -1;
}

Tense
tarikh_time_evidence_get_tense (const Evidence *e, const Found *f)
{
  gboolean ends_range = f->n > 1 || tarikh_time_context_before (e->context, f->first_token, TARIKH_LEXICON_TO) != NULL;
  const TarikhLexeme *until = tarikh_time_context_before (e->context, f->first_token, TARIKH_LEXICON_UNTIL);
  if (until != NULL) /* "they worked there until 1975" */
    return until->value == 0 && tarikh_time_context_get_tense (e->context, f->first_token, f->end_token) == TENSE_PAST
               ? TENSE_NONE
               : TENSE_FUTURE;
  for (guint32 i = f->end_token; i < f->end_token + CUE_TOKENS && i < e->context->text->n_tokens; i++) {
    if (e->context->atoms[i].dress & DRESS_AND)
      break; /* what is joined on is told of another time */
    if (tarikh_time_context_at (e->context, i, TARIKH_LEXICON_FUTURE_CUE) != NULL)
      return TENSE_FUTURE;
  }
  if (follows_by (e, f))
    return TENSE_PRESENT;
  gint64 start = find_start_cue (e, f);
  if (start >= 0)
    return tarikh_time_context_get_tense (e->context, (guint32) start, f->end_token) == TENSE_FUTURE ? TENSE_FUTURE
                                                                                                    : TENSE_PRESENT;
  Tense tense = tarikh_time_context_get_tense (e->context, f->first_token, f->end_token);
  if (ends_range && tense != TENSE_FUTURE)
    return TENSE_NONE; /* the end of a range may be past or to come */
  return tense != TENSE_FUTURE && follows_present (e, f) ? TENSE_PRESENT : tense;
}

gint
tarikh_time_evidence_get_last_month (const Phrase *p)
{
  gint quarter = p->value[SLOT_quarter], half = p->value[SLOT_half], n = p->value[SLOT_n], last = 0;

  if (phrase_has (p, SLOT_half))
    last = phrase_has (p, SLOT_month) || phrase_has (p, SLOT_mrel) ? 0 : 6 * half;
  else if (phrase_has (p, SLOT_month))
    last = p->value[SLOT_month];
  else if (phrase_has (p, SLOT_quarter))
    last = 3 * quarter;
  else if (phrase_has (p, SLOT_ord) && phrase_has (p, SLOT_n) && p->value[SLOT_ord] == 1 && n >= 2)
    last = phrase_has (p, SLOT_yrel) || phrase_has (p, SLOT_year) ? n : 0;
  return last >= 1 && last <= 12 ? last : 0;
}

gboolean
tarikh_time_evidence_begins (const Evidence *e, const Found *f)
{
  for (guint32 i = f->first_token; i-- > 0 && f->first_token - i <= OPENS_TOKENS;) {
    if (e->context->text->tokens[i].kind != TARIKH_TOKEN_WORD)
      break;
    if (is_present_deed (e->context, i))
      return TRUE;
  }
  return find_start_cue (e, f) >= 0;
}

gboolean
tarikh_time_evidence_is_name (const Evidence *e, const Found *f)
{
  guint32 t = f->first_token;

  return (tarikh_time_context_before (e->context, t, TARIKH_LEXICON_YEAR_HEAD) != NULL && !phrase_has (&f->phrase, SLOT_month))
         || tarikh_time_context_before (e->context, t, TARIKH_LEXICON_NUMBER_HEAD) != NULL
         || tarikh_time_context_before (e->context, t, TARIKH_LEXICON_NAMED_HEAD) != NULL
         || (f->rule->arguments[0] != '\0' && !tarikh_time_context_has_preposition (e->context, t));
}

void
tarikh_time_evidence_narrow (Evidence *e, TarikhDay first, TarikhDay last)
{
  TarikhDay low = e->lower == TARIKH_DAY_NONE ? first : MAX (first, e->lower);
  TarikhDay high = e->upper == TARIKH_DAY_NONE ? last : MIN (last, e->upper);

  if (low > high)
    return;
  e->planned &= high == e->upper;
  if (e->lower == TARIKH_DAY_NONE || low - e->lower > STILL_DAYS)
    e->lower_grain = TARIKH_GRAIN_YEAR; /* a window, not a day that was told */
  e->lower = low;
  e->upper = high;
}

gint
tarikh_time_evidence_find_origin (const Evidence *e, guint32 token)
{
  gint best = -1;
  guint32 best_far = ORIGIN_TOKENS + 1;

  for (guint i = 0; i < e->found->len && i < EVIDENCE_MAX_LOOK; i++) {
    guint32 first = tarikh_time_evidence_get (e, i)->first_token;
    guint32 far = first > token ? first - token : token - first;
    if (e->fits[i] && tarikh_time_evidence_is_dated (&e->resolved[i]) && !e->resolved[i].point.sports && far < best_far
        && (e->resolved[i].point.grain == TARIKH_GRAIN_DAY || e->resolved[i].point.grain == TARIKH_GRAIN_YEAR
            || e->resolved[i].point.grain == TARIKH_GRAIN_SEASON)) {
      best = (gint) i;
      best_far = far;
    }
  }
  return best;
}
