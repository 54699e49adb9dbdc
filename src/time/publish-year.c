/* time/publish-year: the year of writing, where lengths, anniversaries, seasons and "last year" told beside a year give it. */
#include "time/evidence.h"

#include <stdlib.h>
#include <string.h>

enum {
  NEWS_DAYS = 30, /* an anniversary is told at most this long before or after */
  FIT_YEARS = 4,
  MOST_YEARS = 150,
  REL_NEW = 3,           /* see classes.def */
  PASSING_TOKENS = 25,   /* as does the date after the years that have passed since */
  MAX_ANNIVERSARIES = 8, /* looked at */
  LONG_YEARS = 8,        /* fewer years than these fit by chance too often */
  MAX_MONTHS = 32        /* looked at */
};

/* The whole years of a length, LEAST or more; else 0. LOOSE is set when they are only about so many. */
static gint
count_years (const Phrase *p, gint least, gboolean *loose)
{
  char value[64];
  char *end;

  if (!tarikh_time_quantity_write (p, value, sizeof value))
    return 0;
  gint64 n = g_ascii_strtoll (value + 1, &end, 10);
  *loose = phrase_has (p, SLOT_approx) || strcmp (p->text[SLOT_unit], "Y") != 0;
  return strcmp (end, "Y") == 0 && n >= least && n <= MOST_YEARS ? (gint) n : 0;
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
  gint n = count_years (p, LONG_YEARS, &loose);
  gboolean more = phrase_has (p, SLOT_approx) && strcmp (p->text[SLOT_approx], "MORE_THAN") == 0;
  gint early = loose && !more ? MAX (n / 8, 1) : 0, late = more ? MAX (n / 4, 1) : loose ? MAX (n / 16, 1) : 0;
  for (guint i = 0; n > 0 && i < e->n_years; i++) {
    gint year = e->years[i] + n;
    if (year + late >= latest && (best == 0 || year < best))
      best = year;
  }
  if (best > 0 && best < EVIDENCE_MOST_YEAR && best <= latest + (anniversary ? n : FIT_YEARS))
    tarikh_time_evidence_narrow (e, tarikh_base_day_from_date (best - early, 1, 1),
                                 tarikh_base_day_from_date (best + late, 12, 31));
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
use_anniversaries (Evidence *e)
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
    gint origin = tarikh_time_evidence_find_origin (e, i);
    if (origin < 0 || e->resolved[origin].point.year + n > EVIDENCE_MOST_YEAR)
      continue;
    TarikhInterval days = tarikh_time_point_get_days (e->resolved[origin].point);
    gint margin = e->resolved[origin].point.grain == TARIKH_GRAIN_DAY ? NEWS_DAYS : 0;
    tarikh_time_evidence_narrow (e, tarikh_base_day_add_months (days.first, 12 * n) - margin,
               tarikh_base_day_add_months (days.last, 12 * n) + margin);
  }
}

/* "the passing of half a century since the opening, on 15 January 1971": such days are kept. */
static gboolean
use_passing (Evidence *e, guint i)
{
  const Found *f = tarikh_time_evidence_get (e, i);
  gboolean loose = FALSE;

  if (tarikh_time_context_before (e->context, f->first_token, TARIKH_LEXICON_PASSED) == NULL
      || phrase_has (&f->phrase, SLOT_approx))
    return FALSE;
  gint n = count_years (&f->phrase, 1, &loose), origin = tarikh_time_evidence_find_origin (e, f->end_token);
  if (n == 0 || origin <= (gint) i || e->resolved[origin].point.grain != TARIKH_GRAIN_DAY
      || tarikh_time_evidence_get (e, (guint) origin)->first_token - f->end_token > PASSING_TOKENS
      || e->resolved[origin].point.year > EVIDENCE_MOST_YEAR)
    return FALSE;
  TarikhDay day = tarikh_base_day_add_months (e->resolved[origin].days.first, 12 * n);
  tarikh_time_evidence_narrow (e, day - NEWS_DAYS, day + NEWS_DAYS);
  return TRUE;
}

/* "since the beginning of 2018", the latest year told: it is the one that runs. */
static void
use_begun_year (Evidence *e, guint i)
{
  const Found *f = tarikh_time_evidence_get (e, i);
  const Resolved *r = &e->resolved[i];

  if (!e->fits[i] || r->mod != TARIKH_MOD_START || r->point.grain != TARIKH_GRAIN_YEAR || !r->explicit_year
      || r->point.sports || r->point.year != e->latest_year || r->point.year > EVIDENCE_MOST_YEAR
      || tarikh_time_context_before (e->context, f->first_token, TARIKH_LEXICON_SINCE) == NULL)
    return;
  TarikhInterval days = tarikh_base_interval_of_year (r->point.year);
  tarikh_time_evidence_narrow (e, days.first, days.last);
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
use_stated_year (Evidence *e, guint i)
{
  const Found *f = tarikh_time_evidence_get (e, i);
  const Phrase *p = &f->phrase;
  gint step = 0;

  if (phrase_has (p, SLOT_month) && phrase_has (p, SLOT_year) && phrase_has (p, SLOT_rel) && p->value[SLOT_rel] == 0
      && e->fits[i] && tarikh_time_evidence_is_dated (&e->resolved[i])) {
    TarikhInterval this = tarikh_base_interval_of_month (e->resolved[i].point.year, e->resolved[i].point.month);
    tarikh_time_evidence_narrow (e, this.first, this.last);
  }
  gboolean month = phrase_has (p, SLOT_month) && !phrase_has (p, SLOT_year) && phrase_has (p, SLOT_rel)
                   && p->value[SLOT_rel] == 0 && p->value[SLOT_month] >= 1 && p->value[SLOT_month] <= 12;
  if (i + 1 >= e->found->len || !e->fits[i + 1] || !tarikh_time_evidence_is_dated (&e->resolved[i + 1])
      || (!month && !read_year_step (f, &step)))
    return;
  const Point *told = &e->resolved[i + 1].point;
  guint32 gap = tarikh_time_evidence_get (e, i + 1)->first_token - f->end_token;
  gboolean near = gap == 0 || (gap == 1 && e->context->text->tokens[f->end_token].kind == TARIKH_TOKEN_PUNCT);
  if (!near || told->grain != TARIKH_GRAIN_YEAR || told->sports || told->from_month > 0 || told->year >= EVIDENCE_MOST_YEAR)
    return;
  TarikhInterval days = month ? tarikh_base_interval_of_month (told->year, p->value[SLOT_month])
                              : tarikh_base_interval_of_year (told->year - step);
  tarikh_time_evidence_narrow (e, days.first, days.last);
}

/* "the season 2015-2016" and "this season", "the new season": the last one told is the one that runs, or is about to. */
static void
use_season (Evidence *e)
{
  gint year = 0;
  gboolean runs = FALSE, is_new = FALSE;

  for (guint i = 0; i < e->found->len; i++) {
    const Phrase *p = &tarikh_time_evidence_get (e, i)->phrase;
    if (e->fits[i] && e->resolved[i].point.sports && e->resolved[i].explicit_year)
      year = MAX (year, e->resolved[i].point.year);
    if (!phrase_has (p, SLOT_unit) || strcmp (p->text[SLOT_unit], "SS") != 0 || !phrase_has (p, SLOT_rel))
      continue;
    runs |= p->value[SLOT_rel] == 0;
    is_new |= p->value[SLOT_rel] == REL_NEW;
  }
  if (year <= 0 || year < e->latest_year || year >= EVIDENCE_MOST_YEAR || (!runs && !is_new))
    return;
  tarikh_time_evidence_narrow (e, tarikh_base_day_from_date (year, is_new ? 6 : 7, 1),
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
    return tarikh_time_evidence_get_tense (e, g) != TENSE_PAST;
  if (phrase_has (p, SLOT_day) || p->value[SLOT_rel] == 0)
    return r->point.grain == TARIKH_GRAIN_DAY && r->point.day == p->value[SLOT_day];
  /* within one sentence the two are compared, not the same */
  return tarikh_text_find_sentence (text, text->tokens[f->first_token].start)
         != tarikh_text_find_sentence (text, text->tokens[g->first_token].start);
}

/* "next April", and elsewhere "5 April 2019": written in the twelve months before; "last April": in those after. */
static void
use_told_month (Evidence *e, const Found *f)
{
  const Phrase *p = &f->phrase;
  gint rel = p->value[SLOT_rel], month = p->value[SLOT_month], year = 0;

  if (!phrase_has (p, SLOT_month) || !phrase_has (p, SLOT_rel) || phrase_has (p, SLOT_year) || rel < -1 || rel > 1
      || month < 1 || month > 12 || f->n > 1)
    return;
  for (guint i = 0; i < e->found->len && i < EVIDENCE_MAX_LOOK; i++)
    if (e->fits[i] && tarikh_time_evidence_is_dated (&e->resolved[i])
        && is_same_month (e, f, tarikh_time_evidence_get (e, i), &e->resolved[i]))
      year = MAX (year, e->resolved[i].point.year);
  if (year <= 1 || year >= EVIDENCE_MOST_YEAR
      || (e->lower != TARIKH_DAY_NONE && rel < 1 && year < tarikh_base_day_get_date (e->lower).year))
    return;
  TarikhInterval told = tarikh_base_interval_of_month (year, month);
  if (rel == 0)
    tarikh_time_evidence_narrow (e, told.first, told.last);
  else if (rel < 0)
    tarikh_time_evidence_narrow (e, told.first, tarikh_base_day_add_months (told.last, 12));
  else
    tarikh_time_evidence_narrow (e, tarikh_base_day_add_months (told.first, -12), told.last);
}

void
tarikh_time_publish_use_years (Evidence *e)
{
  for (guint i = 0; i < e->found->len; i++)
    if (!use_passing (e, i))
      use_elapsed (e, tarikh_time_evidence_get (e, i));
  use_anniversaries (e);
  use_season (e);
  for (guint i = 0; i < e->found->len; i++)
    use_stated_year (e, i);
  for (guint i = 0; i < e->found->len; i++)
    use_begun_year (e, i);
  for (guint i = 0; i < e->found->len && i < MAX_MONTHS; i++)
    use_told_month (e, tarikh_time_evidence_get (e, i));
}
