/* time/guard: what keeps counts, names and scores from being read as dates. The rule's fourth column says what to look at. */
#include "time/resolve.h"

#include <string.h>

static const TarikhToken *
token_at (const Context *context, guint32 token)
{
  return token < context->text->n_tokens ? &context->text->tokens[token] : NULL;
}

static gboolean
is_break (const TarikhToken *token)
{
  return token == NULL || token->kind == TARIKH_TOKEN_NEWLINE || token->kind == TARIKH_TOKEN_PUNCT;
}

/* TRUE when the number ending at END goes on: a decimal, a percentage, an hour, a score. */
static gboolean
goes_on (const Context *context, guint32 end)
{
  const TarikhToken *sign = token_at (context, end), *next = token_at (context, end + 1);

  if (sign == NULL || sign->spaced || sign->kind != TARIKH_TOKEN_PUNCT)
    return FALSE;
  if (context->atoms[end].shapes & SHAPE_BIT (PERCENT))
    return TRUE;
  return next != NULL && !next->spaced && next->kind == TARIKH_TOKEN_NUMBER;
}

/* TRUE when a later year is joined on with a dash: 1975-1990. */
static gboolean
goes_on_to_year (const Context *context, const Place *place)
{
  guint32 end = place->end_token;

  return end + 1 < context->text->n_tokens && (context->atoms[end].shapes & SHAPE_BIT (DASH)) != 0
         && (context->atoms[end + 1].shapes & SHAPE_BIT (YEARNUM)) != 0
         && context->atoms[end + 1].number > place->phrase->value[SLOT_year];
}

/* TRUE when the word at TOKEN is known, to any room, as a verb or as joined on with "and". */
static gboolean
is_joined_or_verb (const Context *context, guint32 token)
{
  TarikhLexiconHit hit;

  if (!tarikh_lexicon_match (context->lexicon, context->text, token, &hit))
    return FALSE;
  return (hit.clitics & (TARIKH_CLITIC_AND | TARIKH_CLITIC_ARTICLE)) != 0
         || tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_VERB_PAST) != NULL
         || tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_VERB_PRESENT) != NULL;
}

/* TRUE when what follows END cannot be a thing that the number before it counts. */
static gboolean
counts_nothing (const Context *context, guint32 end)
{
  const TarikhToken *next = token_at (context, end);

  if (is_break (next))
    return TRUE;
  if (tarikh_time_context_at (context, end, TARIKH_LEXICON_COUNTED) != NULL
      || tarikh_time_context_at (context, end, TARIKH_LEXICON_CARDINAL) != NULL)
    return FALSE;
  if (tarikh_time_context_at (context, end, TARIKH_LEXICON_FUNCTION) != NULL
      || tarikh_time_context_at (context, end, TARIKH_LEXICON_AND) != NULL
      || tarikh_time_context_at (context, end, TARIKH_LEXICON_PAST_CUE) != NULL
      || tarikh_time_context_at (context, end, TARIKH_LEXICON_FUTURE_CUE) != NULL
      || tarikh_time_context_at (context, end, TARIKH_LEXICON_BY) != NULL)
    return TRUE;
  return (context->atoms[end].dress & (DRESS_AND | DRESS_ARTICLE)) != 0 || is_joined_or_verb (context, end);
}

/* TRUE after in, since, until and their like; "to" and "from" go with amounts as often as with years. */
static gboolean
follows_time_preposition (const Context *context, guint32 token)
{
  if (tarikh_time_context_before (context, token, TARIKH_LEXICON_TO) != NULL
      || tarikh_time_context_before (context, token, TARIKH_LEXICON_FROM) != NULL)
    return FALSE;
  return tarikh_time_context_has_preposition (context, token);
}

/* A bare year: after a preposition of time it needs only not to count; elsewhere something must bear it out. */
static gboolean
accepts_year (const Context *context, const Place *place)
{
  guint32 first = place->first_token, end = place->end_token;
  const TarikhToken *before = first > 0 ? &context->text->tokens[first - 1] : NULL;
  gint year = place->phrase->value[SLOT_year];

  if (goes_on (context, end) || tarikh_time_context_before (context, first, TARIKH_LEXICON_NUMBER_HEAD) != NULL
      || tarikh_time_context_before (context, first, TARIKH_LEXICON_APPROX) != NULL)
    return FALSE;
  if (tarikh_time_context_at (context, end, TARIKH_LEXICON_UNIT) != NULL
      || tarikh_time_context_at (context, end, TARIKH_LEXICON_COUNTED) != NULL)
    return FALSE;
  if (phrase_has (place->phrase, SLOT_mod) && year >= 1700 && year <= 2060)
    return TRUE; /* "early 2008 riots broke out" */
  if (follows_time_preposition (context, first))
    return counts_nothing (context, end) || (year >= 1700 && year <= 2060);
  if (tarikh_time_context_before (context, first, TARIKH_LEXICON_YEAR_HEAD) != NULL)
    return TRUE;
  if (year < 1850 || year > 2100)
    return FALSE;
  if (before != NULL && (context->atoms[first - 1].shapes & SHAPE_BIT (OPEN)))
    return is_break (token_at (context, end)) && year <= 2060;
  return counts_nothing (context, end)
         && (before == NULL || before->kind != TARIKH_TOKEN_PUNCT || before->number != '-');
}

static gboolean
accepts_month (const Context *context, const Place *place)
{
  const Phrase *p = place->phrase;
  const TarikhLexeme *doubt = tarikh_time_context_at (context, place->first_token, TARIKH_LEXICON_MONTH_DOUBT);

  if (doubt == NULL || phrase_has (p, SLOT_twin)
      || tarikh_time_context_before (context, place->first_token, TARIKH_LEXICON_NAMED_HEAD) != NULL)
    return TRUE;
  if (doubt->value == 1 && (context->atoms[place->first_token].dress & DRESS_PREPOSITION))
    return FALSE; /* so short that a letter glued to it makes another word */
  return tarikh_time_context_has_preposition (context, place->first_token);
}

/* A number before an era's letter: "1500 m" are metres unless it can be a year. */
static gboolean
accepts_era (const Context *context, const Place *place)
{
  gint year = place->phrase->value[SLOT_year];
  const char *era = place->phrase->text[SLOT_era];

  if (strcmp (era, "H") == 0)
    return year >= 1 && year <= 1500 && (year >= 1200 || counts_nothing (context, place->end_token));
  if (strcmp (era, "BC") == 0)
    return TRUE;
  return year >= 1000 && year <= 2100 && year % 100 != 0 && counts_nothing (context, place->end_token);
}

/* A letter after a bare number may as well be metres. */
static gboolean
accepts_meridiem (const Context *context, const Place *place)
{
  const Phrase *p = place->phrase;
  const TarikhToken *next = token_at (context, place->end_token);

  if (next != NULL && next->kind == TARIKH_TOKEN_NUMBER && !next->spaced)
    return FALSE;
  return phrase_has (p, SLOT_minute) || strcmp (p->text[SLOT_part], "AM") == 0
         || tarikh_time_context_has_preposition (context, place->first_token)
         || tarikh_time_context_at (context, place->first_token, TARIKH_LEXICON_CLOCK) != NULL;
}

gboolean
tarikh_time_guard_accepts (const Context *context, const Place *place)
{
  const Phrase *p = place->phrase;
  const char *guard = place->rule->arguments;

  if (strcmp (guard, "year") == 0)
    return accepts_year (context, place);
  if (strcmp (guard, "short") == 0)
    return p->value[SLOT_year] >= 30 && counts_nothing (context, place->end_token)
           && !goes_on (context, place->end_token)
           && tarikh_time_context_at (context, place->end_token, TARIKH_LEXICON_FROM) == NULL;
  if (p->class_id[SLOT_hour] == TARIKH_LEXICON_ORDINAL && (p->value[SLOT_hour] < 2 || p->value[SLOT_hour] > 12))
    return FALSE; /* "the first hour" */
  if (p->class_id[SLOT_day] == TARIKH_LEXICON_CARDINAL && p->value[SLOT_day] < 20
      && (p->dress[SLOT_day] & DRESS_ARTICLE))
    return FALSE; /* "the six of …" counts */
  if (p->class_id[SLOT_part] == TARIKH_LEXICON_MERIDIEM && !accepts_meridiem (context, place))
    return FALSE;
  if (strcmp (guard, "era") == 0)
    return accepts_era (context, place);
  if (strcmp (guard, "this") == 0) /* "the 25th instant" */
    return p->value[SLOT_mrel] == 0 && counts_nothing (context, place->end_token);
  if (strcmp (guard, "words") == 0)
    return p->value[SLOT_year] >= 1000 && p->value[SLOT_year] <= 2100 && counts_nothing (context, place->end_token);
  if (strcmp (guard, "years") == 0)
    return p->value[SLOT_year] >= 1800 && p->value[SLOT_year] <= 2100
           && (goes_on_to_year (context, place) || !goes_on (context, place->end_token))
           && counts_nothing (context, place->end_token);
  if (strcmp (guard, "bare") == 0) {
    if (phrase_has (p, SLOT_hmonth))
      return tarikh_time_context_has_preposition (context, place->first_token);
    if (phrase_has (p, SLOT_day))
      return counts_nothing (context, place->end_token) && !goes_on (context, place->end_token);
    return accepts_month (context, place);
  }
  if (phrase_has (p, SLOT_weekday) && phrase_has (p, SLOT_day) && !phrase_has (p, SLOT_month)
      && !phrase_has (p, SLOT_mrel))
    return counts_nothing (context, place->end_token) && !goes_on (context, place->end_token);
  if (p->class_id[SLOT_hour] == SHAPE_HOURNUM || p->class_id[SLOT_minute] == SHAPE_MINUTENUM)
    return !goes_on (context, place->end_token);
  return TRUE;
}

gboolean
tarikh_time_guard_accepts_quantity (const Context *context, const Place *place)
{
  const Phrase *p = place->phrase;
  gboolean counted = phrase_has (p, SLOT_n) || phrase_has (p, SLOT_fraction) || phrase_has (p, SLOT_plus)
                     || phrase_has (p, SLOT_vague) || phrase_has (p, SLOT_approx);
  guint32 end = place->end_token;

  if (strcmp (p->text[SLOT_unit], "Y") == 0 && p->class_id[SLOT_unit] == TARIKH_LEXICON_UNIT
      && end < context->text->n_tokens && (context->atoms[end].shapes & SHAPE_BIT (YEARNUM)))
    return FALSE; /* "… hundred, the year 2030" */
  if (phrase_has (p, SLOT_n) && p->value[SLOT_n] == 1 && p->class_id[SLOT_unit] == TARIKH_LEXICON_UNIT_PLURAL)
    return FALSE; /* "one of the best known" */
  if (!counted && strcmp (p->text[SLOT_unit], "M") == 0
      && (tarikh_time_context_at (context, end, TARIKH_LEXICON_HIJRI_MONTH) != NULL
          || tarikh_time_context_at (context, end, TARIKH_LEXICON_HIJRI_RARE) != NULL
          || tarikh_time_context_at (context, end, TARIKH_LEXICON_MONTH) != NULL))
    return FALSE; /* "after the month of …" */
  if (p->class_id[SLOT_unit] == TARIKH_LEXICON_UNIT_DUAL && strcmp (p->text[SLOT_unit], "TM") == 0)
    return end >= context->text->n_tokens || context->text->tokens[end].kind != TARIKH_TOKEN_NUMBER;
  if (!counted && p->class_id[SLOT_unit] == TARIKH_LEXICON_UNIT && strcmp (p->text[SLOT_unit], "DE") == 0)
    return is_break (token_at (context, end)) || tarikh_time_context_at (context, end, TARIKH_LEXICON_FUNCTION) != NULL;
  return TRUE;
}

/* TRUE when WORD begins or ends in one of PIECES, which blanks part; a beginning has a hyphen after it. */
static gboolean
has_piece (const char *word, gsize n, const char *pieces)
{
  while (*pieces != '\0') {
    gsize length = strcspn (pieces, " "), bare = length > 0 && pieces[length - 1] == '-' ? length - 1 : length;
    const char *place = bare < length ? word : word + n - MIN (bare, n);
    if (bare > 0 && n > bare && memcmp (place, pieces, bare) == 0)
      return TRUE;
    pieces += length + strspn (pieces + length, " ");
  }
  return FALSE;
}

gboolean
tarikh_time_guard_is_surname (const Context *context, const Place *place)
{
  guint32 token = place->first_token;
  const TarikhLexeme *surname = tarikh_time_context_at (context, token, TARIKH_LEXICON_SURNAME);

  if (surname == NULL || token == 0 || context->text->tokens[token - 1].kind != TARIKH_TOKEN_WORD)
    return FALSE;
  const TarikhToken *before = &context->text->tokens[token - 1];
  return !has_piece (tarikh_text_get_fold (context->text, before), before->fold_length, surname->text);
}

gboolean
tarikh_time_guard_is_spelled_otherwise (const Context *context, const Place *place)
{
  const TarikhLexeme *other = tarikh_time_context_at (context, place->first_token, TARIKH_LEXICON_SPELLED);
  const TarikhToken *token = &context->text->tokens[place->first_token];

  return other != NULL && strlen (other->text) == token->end - token->start
         && memcmp (other->text, context->text->text + token->start, token->end - token->start) == 0;
}

gboolean
tarikh_time_guard_accepts_age (const Context *context, const Place *place)
{
  if (tarikh_time_context_at (context, place->first_token, TARIKH_LEXICON_ARTICLE) != NULL)
    return !goes_on (context, place->end_token);
  return counts_nothing (context, place->end_token) && !goes_on (context, place->end_token);
}
