/* time/publish-bound: the bounds that tenses set. What is told as past was before the day of writing, what is told as to come
 * after it; a day told in full in the opening is the news. */
#include "time/evidence.h"

enum {
  OPENING_SENTENCES = 2,
  NEWS_DAYS = 30,   /* a day told in the opening is at most this old */
  COMING_DAYS = 10, /* and may be told this long before, whatever the tense seems */
  CLAUSE_TOKENS = 18,
  FAR_DAYS = 1500 /* a bound from above further from the one below says nothing */
};

static void
bound_below (Evidence *e, TarikhDay day, TarikhGrain grain)
{
  if (e->lower != TARIKH_DAY_NONE && day < e->lower)
    return;
  if (day != e->lower || grain < e->lower_grain)
    e->lower_grain = grain;
  e->lower = day;
}

static void
bound_above (Evidence *e, TarikhDay day, gboolean is_day)
{
  if (e->upper != TARIKH_DAY_NONE && day >= e->upper)
    return;
  e->upper = day;
  e->planned = is_day;
}

/* TRUE when the expression is a year of two numbers: 2015 - 2016. */
static gboolean
ends_in_range (const Evidence *e, const Found *f)
{
  const Atom *atoms = e->context->atoms;

  return f->end_token >= f->first_token + 3 && atoms[f->end_token - 1].number > 0
         && (atoms[f->end_token - 2].shapes & SHAPE_BIT (DASH)) != 0;
}

static gboolean
is_coming_year (const Evidence *e, gint year)
{
  for (guint i = 0; i < e->n_coming_years; i++)
    if (e->coming_years[i] == year)
      return TRUE;
  return FALSE;
}

static void
weigh_date (Evidence *e, const Found *f, const Resolved *r)
{
  Tense tense = tarikh_time_evidence_get_tense (e, f);

  if (tarikh_time_evidence_is_dated (r) && tense != TENSE_FUTURE && !is_coming_year (e, r->point.year)) {
    gint *latest = tarikh_time_evidence_is_name (e, f) ? &e->name_year : &e->latest_year;
    *latest = MAX (*latest, r->point.year);
  }
  if (!tarikh_time_evidence_is_dated (r) || tarikh_time_evidence_is_name (e, f) || tense == TENSE_FUTURE
      || tense == TENSE_PRESENT
      || tarikh_time_context_before (e->context, f->first_token, TARIKH_LEXICON_TO) != NULL)
    return;
  if (e->coming != TARIKH_DAY_NONE && r->days.last >= e->coming
      && (tense != TENSE_PAST || r->days.first <= e->coming_last))
    return; /* told elsewhere as to come */
  if (tense <= TENSE_SAID && r->point.grain != TARIKH_GRAIN_DAY && r->point.grain != TARIKH_GRAIN_MONTH)
    return; /* a bare year may be a plan's */
  if (r->point.grain == TARIKH_GRAIN_YEAR && (e->context->atoms[f->first_token].dress & DRESS_PREPOSITION) != 0)
    return; /* "the budget of (li-) 2017" may be told the year before */
  /* the end of a fiscal year is told while it runs */
  gboolean odd_year = r->point.sports || r->point.from_month > 0 || ends_in_range (e, f);
  bound_below (e, odd_year ? tarikh_time_point_get_days (r->point).first : r->days.first, r->point.grain);
}

static gboolean
is_in_opening (const Evidence *e, const Found *f)
{
  guint sentence = tarikh_text_find_sentence (e->context->text, e->context->text->tokens[f->first_token].start);

  return sentence < OPENING_SENTENCES;
}

/* What is told as to come bounds from above; so does a day that the opening tells in the present: "it opens on 18 May". */
static void
weigh_plan (Evidence *e, const Found *f, const Resolved *r)
{
  if (!tarikh_time_evidence_is_dated (r))
    return;
  Tense tense = tarikh_time_evidence_get_tense (e, f);
  if (tense == TENSE_PRESENT && r->point.grain == TARIKH_GRAIN_DAY && is_in_opening (e, f)
      && tarikh_time_evidence_begins (e, f))
    tense = TENSE_FUTURE;
  if (tense != TENSE_FUTURE)
    return;
  gboolean until = tarikh_time_context_before (e->context, f->first_token, TARIKH_LEXICON_UNTIL) != NULL;
  gboolean year = r->point.grain == TARIKH_GRAIN_YEAR && !until; /* "until 2013" may be past: it stays a doubt */
  if (!tarikh_time_evidence_is_name (e, f) && (r->point.grain <= TARIKH_GRAIN_MONTH || year))
    bound_above (e, r->days.last, r->point.grain == TARIKH_GRAIN_DAY);
  if (e->coming == TARIKH_DAY_NONE || r->days.first < e->coming)
    e->coming = r->days.first;
  if (e->coming_last == TARIKH_DAY_NONE || r->days.last > e->coming_last)
    e->coming_last = r->days.last;
  if (e->n_coming_years < EVIDENCE_YEARS && (r->point.grain == TARIKH_GRAIN_YEAR || until))
    e->coming_years[e->n_coming_years++] = r->point.year;
}

/* A bound from above that lies before the one from below was no date to come: the past wins. One far above it is a goal
 * for years ahead and leaves no interval worth the name. */
static void
settle_bounds (Evidence *e)
{
  if (e->upper == TARIKH_DAY_NONE)
    return;
  if (tarikh_base_day_get_date (e->upper).year < e->latest_year)
    e->upper = TARIKH_DAY_NONE;
  else if (e->lower != TARIKH_DAY_NONE && (e->upper < e->lower || e->upper - e->lower > FAR_DAYS))
    e->upper = TARIKH_DAY_NONE;
  e->planned &= e->upper != TARIKH_DAY_NONE;
}

/* TRUE when a relative clause or an anniversary stands between the sentence's start and F: background, not news. */
static gboolean
is_background (const Evidence *e, const Found *f)
{
  const TarikhText *text = e->context->text;
  guint sentence = tarikh_text_find_sentence (text, text->tokens[f->first_token].start);
  guint32 first = text->sentences[sentence].first_token;

  for (guint32 i = f->first_token; i-- > first && f->first_token - i < CLAUSE_TOKENS;) {
    TarikhLexiconHit hit;
    if (tarikh_time_context_at (e->context, i, TARIKH_LEXICON_SINCE) != NULL
        || tarikh_time_context_at (e->context, i, TARIKH_LEXICON_PASSED) != NULL)
      return TRUE;
    if (text->tokens[i].kind != TARIKH_TOKEN_WORD || !tarikh_lexicon_match (e->context->lexicon, text, i, &hit))
      continue;
    const TarikhLexeme *opener = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_CLAUSE_OPENER);
    if (opener != NULL && opener->value % 10 == 1)
      return TRUE;
  }
  return FALSE;
}

/* A full date in the opening is the news: it was written soon after, or not long before. */
static void
use_opening (Evidence *e, const Found *f, const Resolved *r)
{
  Tense tense = tarikh_time_evidence_get_tense (e, f);

  if (tarikh_time_context_before (e->context, f->first_token, TARIKH_LEXICON_TO) != NULL)
    return;
  if (!is_in_opening (e, f) || !tarikh_time_evidence_is_dated (r) || tarikh_time_evidence_is_name (e, f)
      || is_background (e, f)
      || r->point.grain != TARIKH_GRAIN_DAY
      || (e->lower != TARIKH_DAY_NONE && r->days.first < e->lower))
    return;
  if (tense == TENSE_FUTURE || tense == TENSE_PRESENT)
    return; /* plans may be told a year ahead */
  if (e->lower == r->days.first)
    e->lower = TARIKH_DAY_NONE; /* its own bound is replaced by the window */
  tarikh_time_evidence_narrow (e, r->days.first - COMING_DAYS, r->days.first + NEWS_DAYS);
}

void
tarikh_time_publish_use_opening (Evidence *e)
{
  for (guint i = 0; i < e->found->len; i++)
    if (e->fits[i])
      use_opening (e, tarikh_time_evidence_get (e, i), &e->resolved[i]);
}

void
tarikh_time_publish_use_tenses (Evidence *e)
{
  for (guint i = 0; i < e->found->len; i++)
    if (e->fits[i])
      weigh_plan (e, tarikh_time_evidence_get (e, i), &e->resolved[i]);
  for (guint i = 0; i < e->found->len; i++)
    if (e->fits[i])
      weigh_date (e, tarikh_time_evidence_get (e, i), &e->resolved[i]);
  settle_bounds (e);
}
