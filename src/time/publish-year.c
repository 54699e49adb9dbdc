/* time/publish-year: the year of writing, where lengths, anniversaries and seasons give it. */
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
  LONG_YEARS = 8         /* fewer years than these fit by chance too often */
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

/* "39 years" since or after, and the year told nearest: they give the year of writing, when it is not before the latest.
 * Round lengths ("nearly a quarter of a century") leave an eighth before it and a sixteenth after it, "more than"
 * a quarter after it. */
static void
use_elapsed (Evidence *e, const Found *f)
{
  const Phrase *p = &f->phrase;
  gint latest = e->lower == TARIKH_DAY_NONE ? 0 : tarikh_base_day_get_date (e->lower).year;
  gboolean loose = FALSE;
  gboolean anniversary = tarikh_time_context_before (e->context, f->first_token, TARIKH_LEXICON_PASSED) != NULL;
  gboolean passed = anniversary || tarikh_time_context_before (e->context, f->first_token, TARIKH_LEXICON_SINCE) != NULL
                    || (phrase_has (p, SLOT_dir) && p->value[SLOT_dir] > 0);

  if (latest == 0 || !passed || (!phrase_has (p, SLOT_unit) && !phrase_has (p, SLOT_n)))
    return;
  gint n = count_years (p, LONG_YEARS, &loose);
  gboolean more = phrase_has (p, SLOT_approx) && strcmp (p->text[SLOT_approx], "MORE_THAN") == 0;
  gint early = loose && !more ? MAX (n / 8, 1) : 0, late = more ? MAX (n / 4, 1) : loose ? MAX (n / 16, 1) : 0;
  gint origin = n > 0 ? tarikh_time_evidence_find_origin (e, f->first_token) : -1;
  gint best = origin < 0 ? 0 : e->resolved[origin].point.year + n;
  if (best > 0 && best + late >= latest && best < EVIDENCE_MOST_YEAR && best <= latest + (anniversary && !loose ? n : FIT_YEARS))
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

void
tarikh_time_publish_use_years (Evidence *e)
{
  for (guint i = 0; i < e->found->len; i++)
    if (!use_passing (e, i))
      use_elapsed (e, tarikh_time_evidence_get (e, i));
  use_anniversaries (e);
  use_season (e);
}
