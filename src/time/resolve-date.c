/* time/resolve-date: the one door to every calendar point: which slots name it, and what its parts say of each other. */
#include "time/resolve-date.h"

static gboolean
find_named (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gint year = tarikh_time_find_year (context, place, resolved);
  gint rel = phrase_has (p, SLOT_rel) ? tarikh_time_rel_get_steps (p->value[SLOT_rel]) : 0;

  if (!tarikh_time_named_find (context, p->text[SLOT_name], year, rel, tarikh_time_place_get_tense (context, place),
                               &resolved->point))
    return context->ref == TARIKH_DAY_NONE && year == 0 && tarikh_time_resolved_ref (resolved, "XXXX");
  if (phrase_has (p, SLOT_nth) && p->value[SLOT_nth] >= 1 && p->value[SLOT_nth] <= 10)
    resolved->point = tarikh_time_point_shift (resolved->point, p->value[SLOT_nth] - 1);
  return TRUE;
}

gboolean
tarikh_time_find_point (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;

  if (phrase_has (p, SLOT_twin) && phrase_has (p, SLOT_month) && p->value[SLOT_twin] != p->value[SLOT_month]
      && p->class_id[SLOT_twin] == TARIKH_LEXICON_MONTH)
    return FALSE; /* two months, not one with two names */
  if (phrase_has (p, SLOT_day))
    return tarikh_time_find_day (context, place, resolved);
  if (phrase_has (p, SLOT_hmonth))
    return tarikh_time_find_hijri (context, place, resolved);
  if (phrase_has (p, SLOT_name))
    return find_named (context, place, resolved);
  if (phrase_has (p, SLOT_half) && (phrase_has (p, SLOT_month) || phrase_has (p, SLOT_mrel)))
    return tarikh_time_find_half_month (context, place, resolved);
  if (phrase_has (p, SLOT_month))
    return tarikh_time_find_month (context, place, resolved);
  if (phrase_has (p, SLOT_deictic))
    return tarikh_time_find_deictic (context, place, resolved);
  if (phrase_has (p, SLOT_weekday))
    return tarikh_time_find_weekday (context, place, resolved);
  if (phrase_has (p, SLOT_drel))
    return tarikh_time_find_day_rel (context, place, resolved);
  if (phrase_has (p, SLOT_season))
    return tarikh_time_find_season (context, place, resolved);
  if (phrase_has (p, SLOT_quarter))
    return tarikh_time_find_part_of_year (context, place, SLOT_quarter, TARIKH_GRAIN_QUARTER, 4, resolved);
  if (phrase_has (p, SLOT_half))
    return tarikh_time_find_part_of_year (context, place, SLOT_half, TARIKH_GRAIN_HALF, 2, resolved);
  if (phrase_has (p, SLOT_mrel) && (phrase_has (p, SLOT_year) || phrase_has (p, SLOT_yrel)))
    return tarikh_time_find_month_in_year (context, place, resolved);
  if (phrase_has (p, SLOT_mrel))
    return tarikh_time_find_rel_period (context, p->value[SLOT_mrel], TARIKH_GRAIN_MONTH, resolved, "XXXX-XX");
  if (phrase_has (p, SLOT_wrel))
    return tarikh_time_find_rel_period (context, p->value[SLOT_wrel], TARIKH_GRAIN_WEEK, resolved, "XXXX-WXX");
  if (phrase_has (p, SLOT_decade) || phrase_has (p, SLOT_century) || phrase_has (p, SLOT_crel))
    return tarikh_time_find_century_or_decade (context, place, resolved);
  if (phrase_has (p, SLOT_year) || phrase_has (p, SLOT_yrel))
    return tarikh_time_find_whole_year (context, place, resolved);
  return FALSE;
}

static void
check_weekday (const Phrase *p, Resolved *resolved)
{
  Point d = resolved->point;

  if (phrase_has (p, SLOT_weekday) && phrase_has (p, SLOT_day) && d.grain == TARIKH_GRAIN_DAY
      && tarikh_base_day_get_weekday (tarikh_base_day_from_date (d.year, d.month, d.day)) != p->value[SLOT_weekday])
    resolved->contradicts = TRUE;
}

/* Sightings of the moon differ by a day; more than that is a slip of the pen. */
static void
check_calendars (const Context *context, const Phrase *p, Resolved *resolved)
{
  if (!phrase_has (p, SLOT_hday) || !phrase_has (p, SLOT_hyear) || !phrase_has (p, SLOT_day)
      || resolved->point.grain != TARIKH_GRAIN_DAY)
    return;
  TarikhDay hijri
      = tarikh_time_hijri_get_day (context->hijri, p->value[SLOT_hyear], p->value[SLOT_hmonth], p->value[SLOT_hday]);
  TarikhDay day = tarikh_time_point_get_days (resolved->point).first;
  resolved->calendars_disagree = hijri == TARIKH_DAY_NONE || ABS (hijri - day) > 1;
}

static gboolean
finish_date (const Context *context, const Phrase *p, Resolved *resolved)
{
  TarikhInterval own = resolved->days; /* a Hijri month's own days */

  check_weekday (p, resolved);
  check_calendars (context, p, resolved);
  resolved->full = (phrase_has (p, SLOT_day) && phrase_has (p, SLOT_month))
                   || (phrase_has (p, SLOT_weekday) && (phrase_has (p, SLOT_drel) || phrase_has (p, SLOT_rel)));
  if (resolved->value[0] == '\0')
    tarikh_time_resolved_finish (resolved);
  if (own.first != TARIKH_DAY_NONE)
    resolved->days = phrase_has (p, SLOT_half) ? own : tarikh_time_point_narrow (own, resolved->mod);
  return TRUE;
}

/* "it today faces", "he is today": a pronoun before and a verb in the present after. */
static gboolean
follows_pronoun (const Context *context, const Place *place)
{
  guint32 first = place->first_token, next = place->end_token;
  TarikhLexiconHit hit;

  if (first == 0 || next >= context->text->n_tokens || context->text->tokens[first - 1].kind != TARIKH_TOKEN_WORD
      || context->text->tokens[next].kind != TARIKH_TOKEN_WORD
      || !tarikh_lexicon_match (context->lexicon, context->text, first - 1, &hit))
    return FALSE;
  const TarikhLexeme *pronoun = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_PRONOUN);
  const TarikhLexeme *opener = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_CLAUSE_OPENER);
  if ((pronoun == NULL || pronoun->value == 1) && (opener == NULL || opener->value % 10 != 5))
    return FALSE;
  return tarikh_lexicon_match (context->lexicon, context->text, next, &hit)
         && tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_VERB_PRESENT) != NULL;
}

/* TRUE when the clause that begins with "and today" goes on as of a state: a comma, a verb in the present, "became". */
static gboolean
opens_state (const Context *context, const Place *place)
{
  guint32 next = place->end_token;
  TarikhLexiconHit hit;

  if (!(context->atoms[place->first_token].dress & DRESS_AND) || next >= context->text->n_tokens)
    return FALSE;
  if (context->atoms[next].shapes & SHAPE_BIT (COMMA))
    return !tarikh_time_context_follows_deed (context, MIN (next + 2, context->text->n_tokens)); /* "and today, a bomb went off" */
  if (context->text->tokens[next].kind != TARIKH_TOKEN_WORD
      || !tarikh_lexicon_match (context->lexicon, context->text, next, &hit))
    return FALSE;
  return tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_VERB_PRESENT) != NULL
         || tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_NEGATION) != NULL
         || tarikh_time_context_follows_state (context, next + 1);
}

/* "today" after "until" means nowadays, and so does "… and today it is". */
static gboolean
is_nowadays (const Context *context, const Place *place)
{
  const Phrase *p = place->phrase;
  gboolean today = phrase_has (p, SLOT_deictic) && p->value[SLOT_deictic] == 0 && !phrase_has (p, SLOT_weekday)
                   && !phrase_has (p, SLOT_part) && !phrase_has (p, SLOT_hour) && !phrase_has (p, SLOT_day);

  if (!today)
    return FALSE;
  if (tarikh_time_context_follows_state (context, place->first_token) || opens_state (context, place)
      || follows_pronoun (context, place)
      || tarikh_time_context_before (context, place->first_token, TARIKH_LEXICON_UNTIL) != NULL
      || tarikh_time_context_before (context, place->first_token, TARIKH_LEXICON_TO) != NULL)
    return TRUE;
  const TarikhToken *tokens = context->text->tokens;
  gboolean opens = place->first_token == 0 || tokens[place->first_token - 1].kind == TARIKH_TOKEN_NEWLINE
                   || tarikh_text_token_is (&tokens[place->first_token - 1], '.');
  return opens && place->end_token < context->text->n_tokens
         && (context->atoms[place->end_token].shapes & SHAPE_BIT (COMMA)) != 0
         && !tarikh_time_context_follows_deed (context, MIN (place->end_token + 2, context->text->n_tokens));
}

gboolean
tarikh_time_resolve_date (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gboolean timed = phrase_has (p, SLOT_hour) || phrase_has (p, SLOT_part);

  if (!tarikh_time_guard_accepts (context, place)
      || (p->class_id[SLOT_year] == TARIKH_LEXICON_CARDINAL && p->value[SLOT_year] < 100))
    return FALSE;
  if (is_nowadays (context, place))
    return tarikh_time_resolved_ref (resolved, "PRESENT_REF");
  if (!tarikh_time_find_point (context, place, resolved)) {
    if (!timed || resolved->impossible || phrase_has (p, SLOT_day) || phrase_has (p, SLOT_month)
        || !tarikh_time_find_clock_day (context, place, resolved))
      return FALSE;
  }
  if (phrase_has (p, SLOT_part) && !phrase_has (p, SLOT_hour) && phrase_has (p, SLOT_hmonth)
      && resolved->point.grain == TARIKH_GRAIN_MONTH)
    return FALSE; /* "the moon of Shawwal, in the evening of Monday" */
  finish_date (context, p, resolved);
  return !timed || tarikh_time_add_clock (p, resolved);
}
