/* time/publish-told: what a story tells twice, once by "this", "last" or "next" and once with its year: "last year, 2017",
 * "the first quarter of this year" and "the first quarter of 2018". Together they give the year of writing. */
#include "time/evidence.h"

#include <string.h>

enum {
  MAX_MONTHS = 32, /* looked at */
  APPOSED_TOKENS = 4,
  MOST_AGO = 30,        /* years */
  CENTURIES_YEAR = 1700 /* a year below is another calendar's */
};

/* How far from this year "last year", "this year", "next year" is; FALSE when F is none of them. */
static gboolean
read_year_step (const Found *f, gint *step)
{
  const Phrase *p = &f->phrase;
  gboolean year = phrase_has (p, SLOT_yrel) && !phrase_has (p, SLOT_year);
  gboolean unit = phrase_has (p, SLOT_unit) && strcmp (p->text[SLOT_unit], "Y") == 0 && phrase_has (p, SLOT_rel)
                  && !phrase_has (p, SLOT_n);

  gint n = phrase_has (p, SLOT_n) ? p->value[SLOT_n] : strcmp (p->text[SLOT_unit], "Y") == 0 ? 1 : 0;
  gboolean ago = phrase_has (p, SLOT_dir) && p->value[SLOT_dir] < 0 && strcmp (p->text[SLOT_unit], "Y") == 0
                 && !phrase_has (p, SLOT_approx) && !phrase_has (p, SLOT_from) && n >= 1 && n <= MOST_AGO;

  *step = year ? p->value[SLOT_yrel] : ago ? -n : p->value[SLOT_rel];
  return ago || ((year || unit) && *step >= -1 && *step <= 1);
}

/* TRUE when what stands between the tokens FIRST and END sets one name beside the other: a comma, "in", "in the edition of". */
static gboolean
is_apposed (const Evidence *e, guint32 first, guint32 end)
{
  const TarikhText *text = e->context->text;

  if (end - first > APPOSED_TOKENS)
    return FALSE;
  if (end - first <= 1)
    return end == first || text->tokens[first].kind == TARIKH_TOKEN_PUNCT;
  for (guint32 i = first; i < end; i++)
    if ((text->tokens[i].kind != TARIKH_TOKEN_PUNCT || tarikh_text_token_is (&text->tokens[i], '.'))
        && tarikh_time_context_at (e->context, i, TARIKH_LEXICON_IN) == NULL
        && tarikh_time_context_at (e->context, i, TARIKH_LEXICON_YEAR_HEAD) == NULL
        && tarikh_time_context_at (e->context, i, TARIKH_LEXICON_WHOLE) == NULL)
      return FALSE;
  return TRUE;
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
  if (!is_apposed (e, f->end_token, tarikh_time_evidence_get (e, i + 1)->first_token)
      || told->grain != TARIKH_GRAIN_YEAR || told->sports || told->from_month > 0 || told->year >= EVIDENCE_MOST_YEAR)
    return;
  TarikhInterval days = month ? tarikh_base_interval_of_month (told->year, p->value[SLOT_month])
                              : tarikh_base_interval_of_year (told->year - step);
  tarikh_time_evidence_narrow (e, days.first, days.last);
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
    tarikh_time_evidence_narrow (e, phrase_has (p, SLOT_day) ? told.first : told.last + 1,
                                 tarikh_base_day_add_months (told.last, 12));
  else
    tarikh_time_evidence_narrow (e, tarikh_base_day_add_months (told.first, -12), told.last);
}

/* ---- parts of a year ---- */

/* Months FIRST to LAST of a year; DAY 0: all of them. */
typedef struct {
  gint first, last, day;
} Part;

/* The part of its year that P names. */
static gboolean
read_part (const Phrase *p, Part *part)
{
  *part = (Part){ 0, tarikh_time_evidence_get_last_month (p), phrase_has (p, SLOT_day) ? p->value[SLOT_day] : 0 };
  if (phrase_has (p, SLOT_month))
    part->first = part->last;
  else if (phrase_has (p, SLOT_quarter))
    part->first = part->last - 2;
  else if (phrase_has (p, SLOT_half))
    part->first = part->last - 5;
  else
    part->first = 1;
  return part->last > 0;
}

/* The year that the story tells PART with; 0: none, or several. LATEST takes the latest of several. */
static gint
find_year_of_part (const Evidence *e, const Part *part, gboolean latest)
{
  gint year = 0;
  Part other;

  for (guint i = 0; i < e->found->len && i < EVIDENCE_MAX_LOOK; i++) {
    const Phrase *p = &tarikh_time_evidence_get (e, i)->phrase;
    gint told = p->value[SLOT_year];
    if (!e->fits[i] || !phrase_has (p, SLOT_year) || told < CENTURIES_YEAR || told > EVIDENCE_MOST_YEAR
        || !read_part (p, &other) || other.first != part->first || other.last != part->last
        || (part->day > 0 && other.day != part->day))
      continue;
    if (year != 0 && year != told && !latest)
      return 0;
    year = MAX (year, told);
  }
  return year;
}

/* "the first quarter of this year", and elsewhere "the first quarter of 2018". */
static void
use_told_part (Evidence *e, const Found *f)
{
  const Phrase *p = &f->phrase;
  Part part;

  if (!phrase_has (p, SLOT_yrel) || phrase_has (p, SLOT_year) || p->value[SLOT_yrel] < -1 || p->value[SLOT_yrel] > 1
      || !read_part (p, &part))
    return;
  gint step = p->value[SLOT_yrel], year = find_year_of_part (e, &part, step == 0);
  if (year <= 1 || year >= EVIDENCE_MOST_YEAR)
    return;
  TarikhInterval days = tarikh_base_interval_of_year (year - step);
  tarikh_time_evidence_narrow (e, days.first, days.last);
}

void
tarikh_time_publish_use_told (Evidence *e)
{
  for (guint i = 0; i < e->found->len; i++)
    use_stated_year (e, i);
  for (guint i = 0; i < e->found->len && i < MAX_MONTHS; i++)
    use_told_part (e, tarikh_time_evidence_get (e, i));
  for (guint i = 0; i < e->found->len && i < MAX_MONTHS; i++)
    use_told_month (e, tarikh_time_evidence_get (e, i));
}
