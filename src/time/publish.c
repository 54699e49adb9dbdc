/* time/publish: infers the publication date from the text alone. A dateline, or today's full date, says it. Otherwise what
 * is told as past bounds it from below, what is told as coming from above, and what stands between is narrowed: a day told
 * in the story's opening is news, a weekday fits only some years, "39 years on" from a known year gives the year, last June
 * and next October leave only some months. Never invents a bound that nothing in the text gives. */
#include "time/publish.h"

#include <stdlib.h>
#include <string.h>

enum {
  OPENING_SENTENCES = 2,
  DATELINE_BYTES = 160, /* a dateline stands this near the beginning */
  DATELINE_TOKENS = 5,  /* and few words stand before it */
  NEWS_DAYS = 30,       /* a day told in the opening is at most this old */
  PLAN_DAYS = 330,      /* "next June" is told at most this long before */
  COMING_DAYS = 10,     /* and may be told this long before, whatever the tense seems */
  CLAUSE_TOKENS = 18,
  VERB_ACT = 1, VERB_PHASE = 6, /* tens of the verb classes */
  VERB_TOKENS = 3, /* a verb stands this near before its date */
  FAR_DAYS = 1500, /* a bound from above further from the one below says nothing */
  FIT_YEARS = 4,
  MOST_YEARS = 150,
  MOST_YEAR = 9000,
  REL_NEW = 3, /* see classes.def */
  ORIGIN_TOKENS = 60,    /* an anniversary stands this near the date it is of */
  MAX_ANNIVERSARIES = 8, /* looked at */
  LONG_YEARS = 8, /* fewer years than these fit by chance too often */
  MAX_MONTHS = 32,
  MAX_LOOK = 512,      /* expressions looked at for them */
  MAX_TRIM_DAYS = 1500 /* wider intervals are not narrowed by months */
};

typedef struct {
  const Context *context;
  const GArray *found;
  TarikhDay lower, upper; /* bounds; TARIKH_DAY_NONE: none */
  TarikhDay coming;       /* the first day told as to come; TARIKH_DAY_NONE: none */
  gint years[16];         /* years told as past, without the names of things */
  guint n_years;
  gint latest_year; /* told, but not as to come; 0 none */
} Evidence;

static const Found *
get_found (const Evidence *e, guint i)
{
  return &g_array_index (e->found, Found, i);
}

static gboolean
resolve_alone (const Evidence *e, const Found *f, Resolved *resolved)
{
  Place place = { &f->phrase, f->rule, f->first_token, f->end_token, f->index };

  return tarikh_time_resolve (e->context, &place, resolved);
}

static gboolean
is_dated (const Resolved *r)
{
  return r->explicit_year && r->type <= TARIKH_TIME_TIME && tarikh_base_interval_is_known (r->days)
         && (r->point.grain == TARIKH_GRAIN_DAY || r->point.grain == TARIKH_GRAIN_MONTH
             || r->point.grain == TARIKH_GRAIN_YEAR || r->point.grain == TARIKH_GRAIN_SEASON
             || r->point.grain == TARIKH_GRAIN_QUARTER || r->point.grain == TARIKH_GRAIN_HALF);
}

/* ---- what says it outright ---- */

/* TRUE when the word at TOKEN has CLASS_ID, of whatever room. */
static gboolean
has_class (const Context *context, guint32 token, TarikhLexiconClass class_id)
{
  TarikhLexiconHit hit;

  return context->text->tokens[token].kind == TARIKH_TOKEN_WORD
         && tarikh_lexicon_match (context->lexicon, context->text, token, &hit)
         && tarikh_lexicon_hit_find (&hit, class_id) != NULL;
}

/* A full date within the first words, before the story's first sentence gets going: "PLACE, DATE AGENCY". */
static gboolean
is_dateline (const Evidence *e, const Found *f, const Resolved *r)
{
  const TarikhText *text = e->context->text;

  if (!is_dated (r) || r->point.grain != TARIKH_GRAIN_DAY || text->tokens[f->first_token].start > DATELINE_BYTES
      || f->first_token > DATELINE_TOKENS)
    return FALSE;
  for (guint32 i = 0; i < f->first_token; i++)
    if (has_class (e->context, i, TARIKH_LEXICON_VERB_PAST) || has_class (e->context, i, TARIKH_LEXICON_VERB_PRESENT)
        || has_class (e->context, i, TARIKH_LEXICON_IN) || has_class (e->context, i, TARIKH_LEXICON_SINCE))
      return FALSE;
  if (phrase_has (&f->phrase, SLOT_hyear) && phrase_has (&f->phrase, SLOT_year))
    return TRUE;
  return f->end_token >= text->n_tokens || text->tokens[f->end_token].kind != TARIKH_TOKEN_WORD
         || tarikh_time_context_at (e->context, f->end_token, TARIKH_LEXICON_AGENCY) != NULL;
}

/* The day of writing that F states: a dateline, or today, yesterday with the full date. */
static TarikhDay
find_stated (const Evidence *e, const Found *f, const Resolved *r)
{
  if (is_dateline (e, f, r))
    return r->days.first;
  if (is_dated (r) && r->point.grain == TARIKH_GRAIN_DAY && phrase_has (&f->phrase, SLOT_deictic)
      && phrase_has (&f->phrase, SLOT_day))
    return r->days.first - f->phrase.value[SLOT_deictic];
  return TARIKH_DAY_NONE;
}

/* ---- bounds ---- */

/* TRUE when the word at TOKEN is a verb of doing or beginning in the present. */
static gboolean
is_present_deed (const Context *context, guint32 token)
{
  TarikhLexiconHit hit;

  if (context->text->tokens[token].kind != TARIKH_TOKEN_WORD
      || !tarikh_lexicon_match (context->lexicon, context->text, token, &hit))
    return FALSE;
  const TarikhLexeme *verb = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_VERB_PRESENT);
  gboolean denied = token > 0 && has_class (context, token - 1, TARIKH_LEXICON_NEGATION); /* "did not go" */
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

static Tense
tense_of (const Evidence *e, const Found *f)
{
  gboolean ends_range = f->n > 1 || tarikh_time_context_before (e->context, f->first_token, TARIKH_LEXICON_TO) != NULL;
  if (tarikh_time_context_before (e->context, f->first_token, TARIKH_LEXICON_UNTIL) != NULL)
    return TENSE_FUTURE;
  for (guint32 i = f->end_token; i < f->end_token + 3; i++)
    if (tarikh_time_context_at (e->context, i, TARIKH_LEXICON_FUTURE_CUE) != NULL)
      return TENSE_FUTURE;
  Tense tense = tarikh_time_context_get_tense (e->context, f->first_token, f->end_token);
  if (ends_range && tense != TENSE_FUTURE)
    return TENSE_NONE; /* the end of a range may be past or to come */
  return tense != TENSE_FUTURE && follows_present (e, f) ? TENSE_PRESENT : tense;
}

/* TRUE when the year belongs to the name of a thing, or is measured against, and so says nothing of the day of writing. */
static gboolean
is_name (const Evidence *e, const Found *f)
{
  guint32 t = f->first_token;

  return tarikh_time_context_before (e->context, t, TARIKH_LEXICON_YEAR_HEAD) != NULL
         || tarikh_time_context_before (e->context, t, TARIKH_LEXICON_NUMBER_HEAD) != NULL
         || tarikh_time_context_before (e->context, t, TARIKH_LEXICON_NAMED_HEAD) != NULL
         || (f->rule->arguments[0] != '\0' && !tarikh_time_context_has_preposition (e->context, t));
}

static void
bound_below (Evidence *e, TarikhDay day)
{
  if (e->lower == TARIKH_DAY_NONE || day > e->lower)
    e->lower = day;
}

static void
bound_above (Evidence *e, TarikhDay day)
{
  if (e->upper == TARIKH_DAY_NONE || day < e->upper)
    e->upper = day;
}

/* TRUE when the expression is a year of two numbers: 2015 - 2016. */
static gboolean
ends_in_range (const Evidence *e, const Found *f)
{
  const Atom *atoms = e->context->atoms;

  return f->end_token >= f->first_token + 3 && atoms[f->end_token - 1].number > 0
         && (atoms[f->end_token - 2].shapes & SHAPE_BIT (DASH)) != 0;
}

static void
weigh_date (Evidence *e, const Found *f, const Resolved *r)
{
  Tense tense = tense_of (e, f);

  if (is_dated (r) && !is_name (e, f) && tense != TENSE_FUTURE)
    e->latest_year = MAX (e->latest_year, r->point.year);
  if (!is_dated (r) || is_name (e, f) || tense == TENSE_FUTURE || tense == TENSE_PRESENT
      || tarikh_time_context_before (e->context, f->first_token, TARIKH_LEXICON_TO) != NULL)
    return;
  if (e->coming != TARIKH_DAY_NONE && r->days.last >= e->coming)
    return; /* told elsewhere as to come */
  if (tense <= TENSE_SAID && r->point.grain != TARIKH_GRAIN_DAY && r->point.grain != TARIKH_GRAIN_MONTH)
    return; /* a bare year may be a plan's */
  if (r->point.grain == TARIKH_GRAIN_YEAR && (e->context->atoms[f->first_token].dress & DRESS_PREPOSITION) != 0)
    return; /* "the budget of (li-) 2017" may be told the year before */
  /* the end of a fiscal year is told while it runs */
  gboolean odd_year = r->point.sports || r->point.from_month > 0 || ends_in_range (e, f);
  bound_below (e, odd_year ? tarikh_time_point_get_days (r->point).first : r->days.first);
  if (e->n_years < G_N_ELEMENTS (e->years))
    e->years[e->n_years++] = r->point.year;
}

/* What is told as to come bounds from above. */
static void
weigh_plan (Evidence *e, const Found *f, const Resolved *r)
{
  if (!is_dated (r) || tense_of (e, f) != TENSE_FUTURE)
    return;
  gboolean until = tarikh_time_context_before (e->context, f->first_token, TARIKH_LEXICON_UNTIL) != NULL;
  gboolean year = r->point.grain == TARIKH_GRAIN_YEAR && !until; /* "until 2013" may be past: it stays a doubt */
  if (!is_name (e, f) && (r->point.grain <= TARIKH_GRAIN_MONTH || year))
    bound_above (e, r->days.last);
  if (e->coming == TARIKH_DAY_NONE || r->days.first < e->coming)
    e->coming = r->days.first;
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
}

/* ---- narrowing ---- */

static void
intersect (Evidence *e, TarikhDay first, TarikhDay last)
{
  TarikhDay low = e->lower == TARIKH_DAY_NONE ? first : MAX (first, e->lower);
  TarikhDay high = e->upper == TARIKH_DAY_NONE ? last : MIN (last, e->upper);

  if (low > high)
    return;
  e->lower = low;
  e->upper = high;
}

static gboolean
is_in_opening (const Evidence *e, const Found *f)
{
  guint sentence = tarikh_text_find_sentence (e->context->text, e->context->text->tokens[f->first_token].start);

  return sentence < OPENING_SENTENCES;
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
    if (opener != NULL && opener->value == 1)
      return TRUE;
  }
  return FALSE;
}

/* A full date in the opening is the news: it was written soon after, or not long before. */
static void
use_opening (Evidence *e, const Found *f, const Resolved *r)
{
  Tense tense = tense_of (e, f);

  if (tarikh_time_context_before (e->context, f->first_token, TARIKH_LEXICON_TO) != NULL)
    return;
  if (!is_in_opening (e, f) || !is_dated (r) || is_name (e, f) || is_background (e, f)
      || r->point.grain != TARIKH_GRAIN_DAY || (e->lower != TARIKH_DAY_NONE && r->days.first < e->lower))
    return;
  if (tense == TENSE_FUTURE || tense == TENSE_PRESENT)
    return; /* plans may be told a year ahead */
  if (e->lower == r->days.first)
    e->lower = TARIKH_DAY_NONE; /* its own bound is replaced by the window */
  intersect (e, r->days.first - COMING_DAYS, r->days.first + NEWS_DAYS);
}

/* "Wednesday 22 July" happens only in some years; with a bound from below the first of them is meant. */
static void
use_weekday (Evidence *e, const Found *f)
{
  const Phrase *p = &f->phrase;

  if (!phrase_has (p, SLOT_weekday) || !phrase_has (p, SLOT_day) || !phrase_has (p, SLOT_month)
      || phrase_has (p, SLOT_year) || e->lower == TARIKH_DAY_NONE)
    return;
  gint first = tarikh_base_day_get_date (e->lower).year;
  for (gint year = first; year < first + FIT_YEARS; year++) {
    gint month = p->value[SLOT_month], day = p->value[SLOT_day];
    if (!tarikh_base_date_is_valid (year, month, day))
      continue;
    TarikhDay candidate = tarikh_base_day_from_date (year, month, day);
    if (candidate + NEWS_DAYS < e->lower || tarikh_base_day_get_weekday (candidate) != p->value[SLOT_weekday])
      continue;
    gboolean said = phrase_has (p, SLOT_rel) && p->value[SLOT_rel] == 1;
    gboolean coming = said || tense_of (e, f) == TENSE_FUTURE; /* "he said he would come" may be past by now */
    intersect (e, said ? candidate - PLAN_DAYS : coming ? candidate - 2 * NEWS_DAYS : candidate,
               said ? candidate : candidate + NEWS_DAYS);
    return;
  }
}

/* The whole years of a length; 0 when it is no number of years. LOOSE is set when they are only about so many. */
static gint
count_years (const Phrase *p, gboolean *loose)
{
  char value[64];
  char *end;

  if (!tarikh_time_quantity_write (p, value, sizeof value))
    return 0;
  gint64 n = g_ascii_strtoll (value + 1, &end, 10);
  *loose = phrase_has (p, SLOT_approx) || strcmp (p->text[SLOT_unit], "Y") != 0;
  return strcmp (end, "Y") == 0 && n >= LONG_YEARS && n <= MOST_YEARS ? (gint) n : 0;
}

/* "39 years" since or after, and a year told: together they give the year of writing, when it is not before the latest.
 * Round lengths ("nearly a quarter of a century") leave an eighth before it and a sixteenth after it, "more than"
 * a quarter after it. */
static void
use_elapsed (Evidence *e, const Found *f)
{
  const Phrase *p = &f->phrase;
  gint latest = e->lower == TARIKH_DAY_NONE ? 0 : tarikh_base_day_get_date (e->lower).year, best = 0;
  gboolean loose = FALSE;
  gboolean anniversary = tarikh_time_context_before (e->context, f->first_token, TARIKH_LEXICON_PASSED) != NULL;
  gboolean passed = anniversary || tarikh_time_context_before (e->context, f->first_token, TARIKH_LEXICON_SINCE) != NULL
                    || (phrase_has (p, SLOT_dir) && p->value[SLOT_dir] > 0);

  if (latest == 0 || !passed || (!phrase_has (p, SLOT_unit) && !phrase_has (p, SLOT_n)))
    return;
  gint n = count_years (p, &loose);
  gboolean more = phrase_has (p, SLOT_approx) && strcmp (p->text[SLOT_approx], "MORE_THAN") == 0;
  gint early = loose && !more ? MAX (n / 8, 1) : 0, late = more ? MAX (n / 4, 1) : loose ? MAX (n / 16, 1) : 0;
  for (guint i = 0; n > 0 && i < e->n_years; i++) {
    gint year = e->years[i] + n;
    if (year + late >= latest && (best == 0 || year < best))
      best = year;
  }
  if (best > 0 && best < MOST_YEAR && best <= latest + (anniversary ? n : FIT_YEARS))
    intersect (e, tarikh_base_day_from_date (best - early, 1, 1), tarikh_base_day_from_date (best + late, 12, 31));
}

/* The date that the anniversary at TOKEN is of: the dated day or year told next to it. */
static gint
find_origin (const Evidence *e, const Resolved *resolved, const gboolean *fits, guint32 token)
{
  gint best = -1;
  guint32 best_far = ORIGIN_TOKENS + 1;

  for (guint i = 0; i < e->found->len && i < MAX_LOOK; i++) {
    guint32 first = get_found (e, i)->first_token;
    guint32 far = first > token ? first - token : token - first;
    if (fits[i] && is_dated (&resolved[i]) && !resolved[i].point.sports && far < best_far
        && (resolved[i].point.grain == TARIKH_GRAIN_DAY || resolved[i].point.grain == TARIKH_GRAIN_YEAR)) {
      best = (gint) i;
      best_far = far;
    }
  }
  return best;
}

/* Which anniversary the word at TOKEN is of: the ordinal or the number after it, or 0. */
static gint
count_anniversary (const Context *context, guint32 token)
{
  guint32 next = token + context->atoms[token].n_tokens;

  if (tarikh_time_context_at (context, next, TARIKH_LEXICON_ARTICLE) != NULL)
    next += context->atoms[next].n_tokens;
  if (next >= context->text->n_tokens)
    return 0;
  const TarikhLexeme *nth = tarikh_time_context_at (context, next, TARIKH_LEXICON_ORDINAL);
  gint n = nth != NULL ? nth->value : context->atoms[next].number;
  gboolean quantity = nth == NULL /* "the passing of 15 years" */
                      && (tarikh_time_context_at (context, next + 1, TARIKH_LEXICON_UNIT) != NULL
                          || tarikh_time_context_at (context, next + 1, TARIKH_LEXICON_UNIT_PLURAL) != NULL);
  return quantity || n < 1 || n > MOST_YEARS ? 0 : n;
}

/* "the second anniversary of …, 15 July 2016": written round that day, or in that year. */
static void
use_anniversaries (Evidence *e, const Resolved *resolved, const gboolean *fits)
{
  const Context *context = e->context;
  guint n_seen = 0;

  for (guint32 i = 0; i < context->text->n_tokens && n_seen < MAX_ANNIVERSARIES; i++) {
    if (tarikh_time_context_at (context, i, TARIKH_LEXICON_PASSED) == NULL)
      continue;
    gint n = count_anniversary (context, i);
    if (n == 0)
      continue;
    n_seen++;
    gint origin = find_origin (e, resolved, fits, i);
    if (origin < 0 || resolved[origin].point.year + n > MOST_YEAR)
      continue;
    TarikhInterval days = tarikh_time_point_get_days (resolved[origin].point);
    gint margin = resolved[origin].point.grain == TARIKH_GRAIN_DAY ? NEWS_DAYS : 0;
    intersect (e, tarikh_base_day_add_months (days.first, 12 * n) - margin,
               tarikh_base_day_add_months (days.last, 12 * n) + margin);
  }
}

/* How far from this year "last year", "this year", "next year" is; FALSE when F is none of them. */
static gboolean
read_year_step (const Found *f, gint *step)
{
  const Phrase *p = &f->phrase;
  gboolean year = phrase_has (p, SLOT_yrel) && !phrase_has (p, SLOT_year);
  gboolean unit = phrase_has (p, SLOT_unit) && strcmp (p->text[SLOT_unit], "Y") == 0 && phrase_has (p, SLOT_rel)
                  && !phrase_has (p, SLOT_n);

  *step = year ? p->value[SLOT_yrel] : p->value[SLOT_rel];
  return (year || unit) && *step >= -1 && *step <= 1;
}

/* "last year, 2017", "this year (2018)": the year of writing; "this June (2018)": the
 * month. */
static void
use_stated_year (Evidence *e, guint i, const Resolved *resolved, const gboolean *fits)
{
  const Found *f = get_found (e, i);
  const Phrase *p = &f->phrase;
  gint step = 0;

  if (phrase_has (p, SLOT_month) && phrase_has (p, SLOT_year) && phrase_has (p, SLOT_rel) && p->value[SLOT_rel] == 0
      && fits[i] && is_dated (&resolved[i]))
    intersect (e, tarikh_base_interval_of_month (resolved[i].point.year, resolved[i].point.month).first,
               tarikh_base_interval_of_month (resolved[i].point.year, resolved[i].point.month).last);
  gboolean month = phrase_has (p, SLOT_month) && !phrase_has (p, SLOT_year) && phrase_has (p, SLOT_rel)
                   && p->value[SLOT_rel] == 0 && p->value[SLOT_month] >= 1 && p->value[SLOT_month] <= 12;
  if (i + 1 >= e->found->len || !fits[i + 1] || !is_dated (&resolved[i + 1]) || (!month && !read_year_step (f, &step)))
    return;
  const Point *told = &resolved[i + 1].point;
  guint32 gap = get_found (e, i + 1)->first_token - f->end_token;
  gboolean near = gap == 0 || (gap == 1 && e->context->text->tokens[f->end_token].kind == TARIKH_TOKEN_PUNCT);
  if (!near || told->grain != TARIKH_GRAIN_YEAR || told->sports || told->from_month > 0 || told->year >= MOST_YEAR)
    return;
  TarikhInterval days = month ? tarikh_base_interval_of_month (told->year, p->value[SLOT_month])
                              : tarikh_base_interval_of_year (told->year - step);
  intersect (e, days.first, days.last);
}

/* "the season 2015-2016" and "this season", "the new season": the last one told is the one that runs, or is about to. */
static void
use_season (Evidence *e, const Resolved *resolved, const gboolean *fits)
{
  gint year = 0;
  gboolean runs = FALSE, is_new = FALSE;

  for (guint i = 0; i < e->found->len; i++) {
    const Phrase *p = &get_found (e, i)->phrase;
    if (fits[i] && resolved[i].point.sports && resolved[i].explicit_year)
      year = MAX (year, resolved[i].point.year);
    if (!phrase_has (p, SLOT_unit) || strcmp (p->text[SLOT_unit], "SS") != 0 || !phrase_has (p, SLOT_rel))
      continue;
    runs |= p->value[SLOT_rel] == 0;
    is_new |= p->value[SLOT_rel] == REL_NEW;
  }
  if (year <= 0 || year < e->latest_year || year >= MOST_YEAR || (!runs && !is_new))
    return;
  intersect (e, tarikh_base_day_from_date (year, is_new ? 6 : 7, 1),
             is_new ? tarikh_base_day_from_date (year, 10, 31) : tarikh_base_day_from_date (year + 1, 7, 31));
}

/* TRUE when what F tells may be the month, or the very day, that R tells with its year. */
static gboolean
is_same_month (const Evidence *e, const Found *f, const Found *g, const Resolved *r)
{
  const Phrase *p = &f->phrase;
  const TarikhText *text = e->context->text;

  if (r->point.month != p->value[SLOT_month] || (r->point.grain != TARIKH_GRAIN_DAY && r->point.grain != TARIKH_GRAIN_MONTH))
    return FALSE;
  if (p->value[SLOT_rel] == 1)
    return tense_of (e, g) != TENSE_PAST;
  if (phrase_has (p, SLOT_day) || p->value[SLOT_rel] == 0)
    return r->point.grain == TARIKH_GRAIN_DAY && r->point.day == p->value[SLOT_day];
  /* within one sentence the two are compared, not the same */
  return tarikh_text_find_sentence (text, text->tokens[f->first_token].start)
         != tarikh_text_find_sentence (text, text->tokens[g->first_token].start);
}

/* "next April", and elsewhere "5 April 2019": written in the twelve months before; "last April": in those after. */
static void
use_told_month (Evidence *e, const Found *f, const Resolved *resolved, const gboolean *fits)
{
  const Phrase *p = &f->phrase;
  gint rel = p->value[SLOT_rel], month = p->value[SLOT_month], year = 0;

  if (!phrase_has (p, SLOT_month) || !phrase_has (p, SLOT_rel) || phrase_has (p, SLOT_year) || rel < -1 || rel > 1
      || month < 1 || month > 12 || f->n > 1)
    return;
  for (guint i = 0; i < e->found->len && i < MAX_LOOK; i++)
    if (fits[i] && is_dated (&resolved[i]) && is_same_month (e, f, get_found (e, i), &resolved[i]))
      year = MAX (year, resolved[i].point.year);
  if (year <= 1 || year >= MOST_YEAR
      || (e->lower != TARIKH_DAY_NONE && rel < 1 && year < tarikh_base_day_get_date (e->lower).year))
    return;
  TarikhInterval told = tarikh_base_interval_of_month (year, month);
  if (rel == 0)
    intersect (e, told.first, told.last);
  else if (rel < 0)
    intersect (e, told.first, tarikh_base_day_add_months (told.last, 12));
  else
    intersect (e, tarikh_base_day_add_months (told.first, -12), told.last);
}

/* TRUE when the month of DAY agrees with F's "last June", "next October", "this July". */
static gboolean
allows_month (const Found *f, TarikhDay day)
{
  const Phrase *p = &f->phrase;
  TarikhDate d = tarikh_base_day_get_date (day);
  gint month = p->value[SLOT_month];

  if (!phrase_has (p, SLOT_month) || !phrase_has (p, SLOT_rel) || phrase_has (p, SLOT_year) || month < 1 || month > 12)
    return TRUE;
  gint rel = p->value[SLOT_rel];
  if (rel == 0)
    return d.month == month;
  if (rel == -1 || rel == 1)
    return d.month != month || (phrase_has (p, SLOT_day) && (rel < 0) == (p->value[SLOT_day] < d.day));
  return TRUE;
}

/* TRUE when DAY, or the day before it (the story went out after midnight), agrees with F's "yesterday, Tuesday". */
static gboolean
allows_weekday (const Found *f, TarikhDay day)
{
  const Phrase *p = &f->phrase;

  if (!phrase_has (p, SLOT_deictic) || !phrase_has (p, SLOT_weekday))
    return TRUE;
  TarikhDay told = day + p->value[SLOT_deictic];
  return tarikh_base_day_get_weekday (told) == p->value[SLOT_weekday]
         || tarikh_base_day_get_weekday (told - 1) == p->value[SLOT_weekday];
}

/* Checks DAY against the first MAX_MONTHS months told with last, next or this, and weekdays told with today. */
static gboolean
allows_day (const Evidence *e, TarikhDay day)
{
  guint n = 0;

  for (guint i = 0; i < e->found->len && n < MAX_MONTHS && i < MAX_LOOK; i++) {
    const Phrase *p = &get_found (e, i)->phrase;
    if ((!phrase_has (p, SLOT_month) || !phrase_has (p, SLOT_rel)) && !phrase_has (p, SLOT_deictic))
      continue;
    n++;
    if (!allows_month (get_found (e, i), day) || !allows_weekday (get_found (e, i), day))
      return FALSE;
  }
  return TRUE;
}

/* Takes days off both ends that no such month or weekday allows. Bounded work. */
static void
trim_months (Evidence *e)
{
  TarikhDay first = e->lower, last = e->upper;

  if (first == TARIKH_DAY_NONE || last == TARIKH_DAY_NONE || last - first > MAX_TRIM_DAYS)
    return;
  while (first < last && !allows_day (e, first))
    first++;
  while (last > first && !allows_day (e, last))
    last--;
  if (first < last || allows_day (e, first)) {
    e->lower = first;
    e->upper = last;
  }
}

gint
tarikh_time_publish_find_dateline (Context *context, const GArray *found)
{
  Evidence e = { .context = context, .found = found };
  Resolved resolved;

  for (guint i = 0; i < found->len && get_found (&e, i)->first_token <= DATELINE_TOKENS; i++)
    if (resolve_alone (&e, get_found (&e, i), &resolved) && is_dateline (&e, get_found (&e, i), &resolved))
      return (gint) i;
  return -1;
}

TarikhInterval
tarikh_time_publish_infer (Context *context, const GArray *found)
{
  Evidence e = {
    .context = context, .found = found, .lower = TARIKH_DAY_NONE, .upper = TARIKH_DAY_NONE, .coming = TARIKH_DAY_NONE
  };
  g_autofree Resolved *resolved = g_new0 (Resolved, found->len + 1);
  g_autofree gboolean *fits = g_new0 (gboolean, found->len + 1);

  for (guint i = 0; i < found->len; i++) {
    fits[i] = resolve_alone (&e, get_found (&e, i), &resolved[i]);
    TarikhDay stated = fits[i] ? find_stated (&e, get_found (&e, i), &resolved[i]) : TARIKH_DAY_NONE;
    if (stated != TARIKH_DAY_NONE)
      return tarikh_base_interval_of_day (stated);
    if (fits[i])
      weigh_plan (&e, get_found (&e, i), &resolved[i]);
  }
  for (guint i = 0; i < found->len; i++)
    if (fits[i])
      weigh_date (&e, get_found (&e, i), &resolved[i]);
  settle_bounds (&e);
  for (guint i = 0; i < found->len; i++)
    use_elapsed (&e, get_found (&e, i));
  use_anniversaries (&e, resolved, fits);
  use_season (&e, resolved, fits);
  for (guint i = 0; i < found->len; i++)
    use_stated_year (&e, i, resolved, fits);
  for (guint i = 0; i < found->len && i < MAX_MONTHS; i++)
    use_told_month (&e, get_found (&e, i), resolved, fits);
  for (guint i = 0; i < found->len; i++) {
    if (fits[i])
      use_opening (&e, get_found (&e, i), &resolved[i]);
    use_weekday (&e, get_found (&e, i));
  }
  trim_months (&e);
  return (TarikhInterval){ e.lower, e.upper, TARIKH_GRAIN_DAY };
}
