/* time/resolve-quantity: lengths, ages, recurrences, and what lies a length before or after something. */
#include "time/resolve-date.h"

#include <stdlib.h>
#include <string.h>

enum { HUNDREDTHS = 100, DECADE_LIMIT = 10, CENTURY_LIMIT = 100, FAR_YEARS = 3000 };

/* One unit of time: the TIMEX letter, whether it stands after the T, and how many of that letter it is. */
typedef struct {
  char letter;
  gboolean clock;
  gint factor;
} Measure;

static gboolean
find_measure (const char *unit, Measure *measure)
{
  static const struct {
    const char *code;
    Measure measure;
  } measures[] = { { "TS", { 'S', TRUE, 1 } },  { "TM", { 'M', TRUE, 1 } },   { "TH", { 'H', TRUE, 1 } },
                   { "D", { 'D', FALSE, 1 } },  { "W", { 'W', FALSE, 1 } },   { "M", { 'M', FALSE, 1 } },
                   { "Q", { 'M', FALSE, 3 } },  { "Y", { 'Y', FALSE, 1 } },   { "HY", { 'Y', FALSE, 1 } },
                   { "SS", { 'Y', FALSE, 1 } }, { "DE", { 'Y', FALSE, 10 } }, { "CE", { 'Y', FALSE, 100 } },
                   { "WE", { 'D', FALSE, 2 } } };

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    if (strcmp (unit, measures[i].code) == 0) {
      *measure = measures[i].measure;
      return TRUE;
    }
  return FALSE;
}

/* "3.5" has 50 hundredths after its sign, "1.25" has 25. */
static gint
decimal_hundredths (const Phrase *p)
{
  gint decimal = phrase_has (p, SLOT_decimal) ? p->value[SLOT_decimal] : 0;

  return decimal < 10 ? decimal * 10 : MIN (decimal, HUNDREDTHS - 1);
}

/* How many units, in hundredths; -1 when it is not said. A dual is two, a bare unit one, a fraction alone a part of one. */
static gint64
count_hundredths (const Phrase *p, Slot n, Slot unit)
{
  gint64 count = HUNDREDTHS;

  if (unit == SLOT_unit && phrase_has (p, SLOT_vague))
    return -1;
  if (phrase_has (p, n))
    count = (gint64) p->value[n] * HUNDREDTHS + (n == SLOT_n ? decimal_hundredths (p) : 0);
  else if (p->class_id[unit] == TARIKH_LEXICON_UNIT_DUAL || p->class_id[unit] == TARIKH_LEXICON_UNIT_DUAL_THE)
    count = 2 * HUNDREDTHS;
  else if (unit == SLOT_unit && phrase_has (p, SLOT_fraction))
    return p->value[SLOT_fraction];
  if (unit == SLOT_unit && phrase_has (p, SLOT_plus)) /* "and a half", told in hundredths or in minutes of an hour */
    count += p->class_id[SLOT_plus] == TARIKH_LEXICON_CLOCK_PART ? p->value[SLOT_plus] * HUNDREDTHS / 60
                                                                 : p->value[SLOT_plus];
  return count;
}

/* Writes COUNT hundredths of MEASURE at OUT: whole, in the next smaller unit, or with a decimal. Returns where it ends. */
static char *
put_count (char *out, gint64 count, Measure m)
{
  gint64 total = count * m.factor;

  if (m.letter == 'H' && total % HUNDREDTHS != 0) {
    out = tarikh_base_write_number (out, (total * 60 + HUNDREDTHS / 2) / HUNDREDTHS, 1);
    m.letter = 'M';
  } else if (m.letter == 'Y' && total == HUNDREDTHS / 2) {
    return g_stpcpy (out, "6M");
  } else {
    out = tarikh_base_write_number (out, total / HUNDREDTHS, 1);
    if (total % 10 != 0)
      out = tarikh_base_write_number (g_stpcpy (out, "."), total % HUNDREDTHS, 2);
    else if (total % HUNDREDTHS != 0)
      out = tarikh_base_write_number (g_stpcpy (out, "."), total % HUNDREDTHS / 10, 1);
  }
  *out++ = m.letter;
  *out = '\0';
  return out;
}

static const char *
unit_code (const Phrase *p, Slot unit)
{
  if (p->class_id[unit] == TARIKH_LEXICON_DAY_THE)
    return "D";
  if (unit == SLOT_unit && !phrase_has (p, SLOT_unit))
    return p->text[SLOT_vague];
  return p->text[unit];
}

gboolean
tarikh_time_quantity_write (const Phrase *p, char *out, gsize size)
{
  static const Slot numbers[] = { SLOT_n, SLOT_n2, SLOT_n3 }, units[] = { SLOT_unit, SLOT_unit2, SLOT_unit3 };
  char date[128] = "P", clock[128] = "T";
  char *date_end = date + 1, *clock_end = clock + 1;
  Measure m;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    if (i > 0 && !phrase_has (p, units[i]))
      break;
    if (!find_measure (unit_code (p, units[i]), &m))
      return FALSE;
    gint64 count = count_hundredths (p, numbers[i], units[i]);
    char **end = m.clock ? &clock_end : &date_end;
    if (count >= 0) {
      *end = put_count (*end, count, m);
      continue;
    }
    *(*end)++ = 'X';
    *(*end)++ = m.letter;
    **end = '\0';
  }
  g_strlcpy (out, date, size);
  if (clock_end > clock + 1)
    g_strlcat (out, clock, size);
  return TRUE;
}

/* "15 aqd" are contracts, not decades. */
static gboolean
is_likely (const Phrase *p)
{
  const char *unit = unit_code (p, SLOT_unit);

  if (phrase_has (p, SLOT_n) && p->value[SLOT_n] == 0)
    return FALSE;
  if (phrase_has (p, SLOT_unit2)
      && tarikh_time_point_parse_unit (p->text[SLOT_unit2]) >= tarikh_time_point_parse_unit (unit)
      && tarikh_time_point_parse_unit (unit) != TARIKH_GRAIN_MINUTE)
    return FALSE; /* two lengths, not one */
  if (strcmp (unit, "DE") == 0 && phrase_has (p, SLOT_n))
    return p->value[SLOT_n] <= DECADE_LIMIT;
  if (strcmp (unit, "CE") == 0 && phrase_has (p, SLOT_n))
    return p->value[SLOT_n] <= CENTURY_LIMIT;
  return TRUE;
}

/* ---- stepping over the calendar ---- */

/* The day COUNT hundredths of UNIT from DAY; the steps are bounded. */
static TarikhDay
step_day (TarikhDay day, gint64 count, const char *unit)
{
  Measure m;

  if (!find_measure (unit, &m))
    return day;
  gint64 total = CLAMP (count * m.factor, -200000 * HUNDREDTHS, 200000 * HUNDREDTHS);
  switch (m.letter) {
  case 'Y':
    total = CLAMP (total, -9000 * HUNDREDTHS, 7000 * HUNDREDTHS);
    return tarikh_base_day_add_months (day, (gint) (total * 12 / HUNDREDTHS));
  case 'M':
    if (m.clock)
      return day;
    total = CLAMP (total, -90000 * HUNDREDTHS, 90000 * HUNDREDTHS);
    return tarikh_base_day_add_months (day, (gint) (total / HUNDREDTHS))
           + (gint) (total % HUNDREDTHS * 30 / HUNDREDTHS);
  case 'W': return day + (TarikhDay) (total * 7 / HUNDREDTHS);
  case 'D': return day + (TarikhDay) (total / HUNDREDTHS);
  default: return day;
  }
}

/* The grain that an offset told in UNIT is good to; half units are good to the next smaller. */
static TarikhGrain
grain_of_offset (const char *unit, gint64 count)
{
  TarikhGrain grain = tarikh_time_point_parse_unit (unit);

  if (grain == TARIKH_GRAIN_CENTURY || (grain == TARIKH_GRAIN_DECADE && count % HUNDREDTHS != 0))
    return TARIKH_GRAIN_YEAR;
  if (grain == TARIKH_GRAIN_YEAR && count % HUNDREDTHS != 0)
    return TARIKH_GRAIN_MONTH;
  return grain;
}

/* ---- offsets ---- */

static gboolean
is_clock_unit (const char *unit)
{
  return unit[0] == 'T';
}

/* Days, weeks, months, years ago without a number: the days that the guidelines give them. */
static TarikhInterval
vague_days (TarikhDay ref, const char *unit, gint dir)
{
  TarikhDay near = ref, far = ref;

  if (ref == TARIKH_DAY_NONE)
    return tarikh_base_interval_none ();
  switch (is_clock_unit (unit) ? 'T' : unit[0]) {
  case 'T': far = ref + dir; break;
  case 'D':
    near = ref + dir;
    far = ref + 10 * dir;
    break;
  case 'W':
    near = ref + 7 * dir;
    far = ref + 60 * dir;
    break;
  case 'M':
    near = tarikh_base_day_add_months (ref, dir);
    far = tarikh_base_day_add_months (ref, 12 * dir);
    break;
  default: near = tarikh_base_day_add_months (ref, 12 * dir); far = tarikh_base_day_add_months (ref, 12 * 10 * dir);
  }
  return (TarikhInterval){ MIN (near, far), MAX (near, far), TARIKH_GRAIN_DAY };
}

static gboolean
resolve_vague (const Context *context, const Place *place, gint dir, gboolean event, Resolved *resolved)
{
  const char *unit = unit_code (place->phrase, SLOT_unit);
  gboolean past = dir < 0;

  if (tarikh_time_context_at (context, place->end_token, TARIKH_LEXICON_FROM) != NULL) { /* "some years after the war" */
    event = TRUE;
    past |= tarikh_time_place_get_tense (context, place) == TENSE_PAST;
  }

  if (!event)
    resolved->days = vague_days (context->ref, unit, dir);
  if (is_clock_unit (unit))
    resolved->type = TARIKH_TIME_TIME;
  return tarikh_time_resolved_ref (resolved, past ? "PAST_REF" : "FUTURE_REF");
}

/* Hours and minutes: only a known clock time gives a place. */
static gboolean
resolve_clock_offset (const Context *context, const Phrase *p, gint dir, gboolean from_tale, Resolved *resolved)
{
  gint from = from_tale ? context->tale.minute : context->ref_minute;
  TarikhDay day = from_tale ? context->tale.day : context->ref;
  const char *unit = unit_code (p, SLOT_unit);
  gint64 count = count_hundredths (p, SLOT_n, SLOT_unit);

  resolved->type = TARIKH_TIME_TIME;
  if (from < 0 || day == TARIKH_DAY_NONE || strcmp (unit, "TS") == 0 || count > 1000000) {
    resolved->days = vague_days (context->ref, "TH", dir);
    return tarikh_time_resolved_ref (resolved, dir < 0 ? "PAST_REF" : "FUTURE_REF");
  }
  gint64 minute = from + dir * count * (strcmp (unit, "TH") == 0 ? 60 : 1) / HUNDREDTHS;
  gint days = (gint) (minute >= 0 ? minute / 1440 : -((1439 - minute) / 1440));
  resolved->minute = (gint) (minute - (gint64) days * 1440);
  resolved->point = tarikh_time_point_of_day (day + days, TARIKH_GRAIN_DAY);
  tarikh_time_resolved_finish (resolved);
  gsize length = strlen (resolved->value);
  if (strcmp (unit, "TH") == 0 && from_tale)
    g_snprintf (resolved->value + length, sizeof resolved->value - length, "T%02d", resolved->minute / 60);
  else
    g_snprintf (resolved->value + length, sizeof resolved->value - length, "T%02d:%02d", resolved->minute / 60,
                resolved->minute % 60);
  return TRUE;
}

/* TRUE when "two years later" counts from the tale: one was told just before, and the way from it does not lead past today. */
static gboolean
counts_from_tale (const Context *context, const Place *place, gint dir, gint64 count, const char *unit)
{
  const Phrase *p = place->phrase;
  gboolean event = strcmp (place->rule->arguments, "event") == 0;

  if (context->tale.day == TARIKH_DAY_NONE || phrase_has (p, SLOT_from))
    return phrase_has (p, SLOT_from) && p->class_id[SLOT_from] == TARIKH_LEXICON_THAT
           && context->tale.day != TARIKH_DAY_NONE;
  if (strcmp (place->rule->arguments, "it") == 0)
    return TRUE;
  if (dir < 0 && !event)
    return FALSE;
  if (context->tale.grain > tarikh_time_point_parse_unit (unit) && !is_clock_unit (unit))
    return FALSE;
  if (!tarikh_time_context_tale_is_near (context, place->first_token, dir < 0 ? 1 : 4))
    return FALSE;
  if (context->ref == TARIKH_DAY_NONE)
    return TRUE;
  if (tarikh_time_context_get_tense (context, place->first_token, place->first_token) == TENSE_FUTURE)
    return FALSE;
  return step_day (context->tale.day, dir * count, unit) <= context->ref && context->tale.day < context->ref - 25;
}

/* TRUE for "after years of …": no place on the calendar at all. */
static gboolean
leads_to_event (const Context *context, const Place *place, gboolean event)
{
  guint32 end = place->end_token;

  if (place->phrase->class_id[SLOT_vague] != TARIKH_LEXICON_UNIT_PLURAL)
    return FALSE;
  return event || tarikh_time_context_at (context, end, TARIKH_LEXICON_ON) != NULL
         || tarikh_time_context_at (context, end, TARIKH_LEXICON_ONLY) != NULL;
}

/* TRUE for "grows in 15 years from 7 to 8 milliards": no event follows. */
static gboolean
counts_from_number (const Context *context, const Place *place)
{
  guint32 next = place->end_token + 1;

  return next < context->text->n_tokens && context->text->tokens[next].kind == TARIKH_TOKEN_NUMBER
         && tarikh_time_context_at (context, next, TARIKH_LEXICON_MONTH) == NULL;
}

/* TRUE for "was held in 2013, and let go after 45 days": past, but the tale's year is too coarse to count days from. */
static gboolean
is_told_past (const Context *context, const Place *place)
{
  return !phrase_has (place->phrase, SLOT_from) && context->tale.explicit_year
         && context->tale.grain > TARIKH_GRAIN_MONTH && context->tale.day < context->ref
         && tarikh_time_context_tale_is_near (context, place->first_token, 0)
         && tarikh_time_context_get_tense (context, place->first_token, place->first_token) == TENSE_PAST;
}

/* TRUE for lengths that no calendar counts in days: millions of years. */
static gboolean
is_far (const char *unit, gint64 count)
{
  Measure m;

  return find_measure (unit, &m) && m.letter == 'Y' && count * m.factor > FAR_YEARS * HUNDREDTHS;
}

/* "about two weeks ago" is good to half a unit more on each side. */
static void
widen_half (Resolved *resolved)
{
  TarikhDay half = (resolved->days.last - resolved->days.first + 1) / 2;

  if (!tarikh_base_interval_is_known (resolved->days) || half == 0)
    return;
  resolved->days.first -= half;
  resolved->days.last += half;
}

/* "on 7 November, two days after the vote": the day is already told. */
static gboolean
set_reached (const Context *context, TarikhGrain grain, Resolved *resolved)
{
  resolved->point = tarikh_time_point_of_day (context->reached_day, grain);
  tarikh_time_resolved_finish (resolved);
  return TRUE;
}

/* TRUE for "he resigned after nine years in office": the years were spent, and lead to what the verb tells. */
static gboolean
is_spent (const Context *context, const Place *place)
{
  return place->phrase->value[SLOT_dir] > 0 && !phrase_has (place->phrase, SLOT_from)
         && tarikh_time_context_at (context, place->end_token, TARIKH_LEXICON_IN) != NULL
         && place->end_token + 1 < context->text->n_tokens
         && context->text->tokens[place->end_token + 1].kind == TARIKH_TOKEN_WORD
         && context->atoms[place->end_token + 1].n_lexemes == 0 /* no date: "after a year, in August" */
         && tarikh_time_context_get_tense (context, place->first_token, place->first_token) == TENSE_PAST;
}

gboolean
tarikh_time_resolve_offset (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  const char *unit = unit_code (p, SLOT_unit);
  gint dir = p->value[SLOT_dir] < 0 ? -1 : 1;
  gboolean spent = is_spent (context, place), event = spent || strcmp (place->rule->arguments, "event") == 0;
  gint64 count = count_hundredths (p, SLOT_n, SLOT_unit);

  if (!is_likely (p) || !tarikh_time_guard_accepts_quantity (context, place) || *unit == '\0'
      || (dir > 0 && leads_to_event (context, place, event)) || (event && counts_from_number (context, place)))
    return FALSE;
  resolved->flags |= TARIKH_TIME_OFFSET;
  gboolean from_tale = count >= 0
                       && (counts_from_tale (context, place, dir, count, unit)
                           || (spent && tarikh_time_context_tale_is_near (context, place->first_token, 0)));
  if (!from_tale && !event)
    resolved->flags |= dir < 0 ? TARIKH_TIME_DEICTIC_PAST : TARIKH_TIME_DEICTIC_FUTURE;
  if (count < 0)
    return resolve_vague (context, place, dir, event, resolved);
  if (is_clock_unit (unit))
    return resolve_clock_offset (context, p, dir, from_tale && context->tale.minute >= 0, resolved);

  if (dir > 0 && !from_tale && !event && context->event_day == TARIKH_DAY_NONE && is_told_past (context, place))
    return tarikh_time_resolved_ref (resolved, "PAST_REF");
  if (context->reached_day != TARIKH_DAY_NONE)
    return set_reached (context, grain_of_offset (unit, count), resolved);
  gboolean from_event = context->event_day != TARIKH_DAY_NONE;
  TarikhDay base = from_event ? context->event_day : from_tale ? context->tale.day : context->ref;
  if (base == TARIKH_DAY_NONE || is_far (unit, count))
    return tarikh_time_resolved_ref (resolved, dir < 0 ? "PAST_REF" : "FUTURE_REF");
  /* "in December 2013, two years after independence" is where the tale stands; "two years after that flight, …" goes on */
  gboolean stays = event && (!from_tale || tarikh_time_context_tale_is_near (context, place->first_token, 0));
  if (from_event || !stays)
    base = step_day (base, dir * count, unit);
  if (from_tale && !from_event)
    resolved->explicit_year = context->tale.explicit_year;
  resolved->point = tarikh_time_point_of_day (base, grain_of_offset (unit, count));
  if (phrase_has (p, SLOT_unit2))
    resolved->mod = TARIKH_MOD_APPROX;
  tarikh_time_resolved_finish (resolved);
  if (resolved->mod == TARIKH_MOD_APPROX)
    widen_half (resolved);
  return TRUE;
}

/* ---- lengths ---- */

static gboolean
set_quantity (const Phrase *p, Resolved *resolved)
{
  resolved->type = TARIKH_TIME_DURATION;
  return is_likely (p) && tarikh_time_quantity_write (p, resolved->value, sizeof resolved->value);
}

/* "since four years" begins four years ago; the event room dates by it. */
static void
place_since (const Context *context, const Phrase *p, Resolved *resolved)
{
  const char *unit = unit_code (p, SLOT_unit);
  gint64 count = count_hundredths (p, SLOT_n, SLOT_unit);

  if (context->ref == TARIKH_DAY_NONE || is_clock_unit (unit))
    return;
  if (count < 0) {
    resolved->days = vague_days (context->ref, unit, -1);
    return;
  }
  TarikhDay day = step_day (context->ref, -count, unit);
  resolved->days = tarikh_time_point_get_days (tarikh_time_point_of_day (day, grain_of_offset (unit, count)));
}

gboolean
tarikh_time_resolve_duration (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  const char *argument = place->rule->arguments;

  if (strcmp (argument, "range") == 0 && !phrase_has (p, SLOT_unit))
    return FALSE;
  if (!tarikh_time_guard_accepts_quantity (context, place))
    return FALSE;
  if (!set_quantity (p, resolved))
    return FALSE;
  if (strcmp (argument, "since") == 0)
    place_since (context, p, resolved);
  if (strcmp (argument, "age") == 0)
    resolved->flags |= TARIKH_TIME_AGE;
  return TRUE;
}

gboolean
tarikh_time_resolve_duration_rel (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gint rel = p->value[SLOT_rel];

  if (phrase_has (p, SLOT_rel) && (rel < 0 || rel == 20))
    resolved->flags |= TARIKH_TIME_DEICTIC_PAST;
  else if (phrase_has (p, SLOT_rel) && (rel == 1 || rel == 2))
    resolved->flags |= TARIKH_TIME_DEICTIC_FUTURE;
  return set_quantity (p, resolved);
}

gboolean
tarikh_time_resolve_age (const Context *context, const Place *place, Resolved *resolved)
{
  gboolean decade = phrase_has (place->phrase, SLOT_decade);
  gint years = place->phrase->value[decade ? SLOT_decade : SLOT_n];

  if (years < 1 || years > 120
      || (strcmp (place->rule->arguments, "bare") == 0 && !tarikh_time_guard_accepts_age (context, place)))
    return FALSE;
  resolved->type = TARIKH_TIME_DURATION;
  resolved->flags |= TARIKH_TIME_AGE;
  g_snprintf (resolved->value, sizeof resolved->value, "P%dY", years);
  return TRUE;
}

/* ---- recurrences ---- */

/* TRUE when a length or a count of something stands before the preposition before TOKEN. */
static gboolean
follows_quantity (const Context *context, guint32 token)
{
  static const TarikhLexiconClass classes[] = { TARIKH_LEXICON_UNIT, TARIKH_LEXICON_UNIT_PLURAL, TARIKH_LEXICON_UNIT_DUAL,
                                                TARIKH_LEXICON_COUNTED, TARIKH_LEXICON_CARDINAL, TARIKH_LEXICON_TIMES };

  for (guint i = 0; token >= 2 && i < G_N_ELEMENTS (classes); i++)
    if (tarikh_time_context_at (context, token - 2, classes[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
tarikh_time_resolve_set (const Context *context, const Place *place, Resolved *resolved)
{
  const Phrase *p = place->phrase;
  gsize size = sizeof resolved->value;

  resolved->type = TARIKH_TIME_SET;
  if (strcmp (place->rule->arguments, "day") == 0) /* "16 hours in the day"; but "on the day when" is another thing */
    return follows_quantity (context, place->first_token) && tarikh_time_resolved_ref (resolved, "P1D");
  if (strcmp (place->rule->arguments, "in") == 0 && strcmp (p->text[SLOT_unit], "Y") != 0
      && strcmp (p->text[SLOT_unit], "M") != 0 && strcmp (p->text[SLOT_unit], "W") != 0)
    return FALSE;
  if (strcmp (place->rule->arguments, "in") == 0
      && tarikh_time_context_at (context, place->end_token, TARIKH_LEXICON_ORDINAL) != NULL)
    return FALSE;
  if (phrase_has (p, SLOT_set))
    return !tarikh_time_guard_is_surname (context, place) && tarikh_time_resolved_ref (resolved, p->text[SLOT_set]);
  if (phrase_has (p, SLOT_weekday)) {
    g_snprintf (resolved->value, size, "XXXX-WXX-%d%s%s", p->value[SLOT_weekday], phrase_has (p, SLOT_part) ? "T" : "",
                p->text[SLOT_part]);
    return TRUE;
  }
  if (phrase_has (p, SLOT_month) && phrase_has (p, SLOT_day)) {
    g_snprintf (resolved->value, size, "XXXX-%02d-%02d", CLAMP (p->value[SLOT_month], 1, 12),
                CLAMP (p->value[SLOT_day], 1, 31));
    return TRUE;
  }
  if (phrase_has (p, SLOT_month)) {
    g_snprintf (resolved->value, size, "XXXX-%02d", CLAMP (p->value[SLOT_month], 1, 12));
    return TRUE;
  }
  if (phrase_has (p, SLOT_season)) {
    g_snprintf (resolved->value, size, "XXXX-%s", p->text[SLOT_season]);
    return TRUE;
  }
  if (phrase_has (p, SLOT_ord))
    return p->value[SLOT_ord] == -1 && strcmp (p->text[SLOT_unit], "Y") == 0
           && tarikh_time_resolved_ref (resolved, "XXXX-12-31");
  return is_likely (p) && tarikh_time_quantity_write (p, resolved->value, size);
}

gboolean
tarikh_time_resolve_ref (const Context *context, const Place *place, Resolved *resolved)
{
  const char *value = place->phrase->text[SLOT_ref];

  if (tarikh_time_guard_is_spelled_otherwise (context, place))
    return FALSE;
  if (strcmp (value, "PAST_REF") == 0)
    resolved->flags |= TARIKH_TIME_DEICTIC_PAST;
  return tarikh_time_resolved_ref (resolved, value);
}
