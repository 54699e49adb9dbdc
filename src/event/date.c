/* event/date: which time belongs to what: to a clause's verb, or to the noun that names a happening inside it. Makes the
 * candidates that have a time of their own. */
#include "event/dater.h"

#include <string.h>

#define FAR_NOUN 4         /* tokens: nearer, a noun completes the verb */
#define FAR_FROM_NEWS 12   /* tokens */
#define OLD_DAYS 10        /* what is older than this is no news */
#define LONGEST_STRETCH 60 /* units of a stretch before or after today */
#define LONGEST_SINCE 800  /* days */
#define LONGEST_GOING 100  /* days of what has been going on since */
#define VAGUE_DAYS 70 /* a reference without a value ("some weeks ago") dates when its days are no more than these */

/* Known on one side only, because the day of writing is: what it dates happened, but shows undated. */
static gboolean
is_half_known (TarikhInterval days)
{
  return (days.first == TARIKH_DAY_NONE) != (days.last == TARIKH_DAY_NONE);
}

/* A stretch before or after the day of writing: "during the next two days". */
static TarikhInterval
stretch_from_today (const EventReader *reader, const TarikhTimeExpr *expr)
{
  TarikhInterval today = reader->reading->published;
  gboolean past = expr->flags & TARIKH_TIME_DEICTIC_PAST, future = expr->flags & TARIKH_TIME_DEICTIC_FUTURE;
  char *unit = expr->value;
  gint64 n = expr->value[0] == 'P' ? g_ascii_strtoll (expr->value + 1, &unit, 10) : 0;
  gint days = *unit == 'D' ? 1 : *unit == 'W' ? 7 : 0, months = *unit == 'M' ? 1 : *unit == 'Y' ? 12 : 0;

  if (past == future || n < 1 || n > LONGEST_STRETCH || days + months == 0 || unit[1] != '\0'
      || !tarikh_base_interval_is_known (today))
    return tarikh_base_interval_none ();
  TarikhDay from = past ? today.first : today.last;
  gint sign = past ? -1 : 1;
  TarikhDay other = tarikh_base_day_add_months (from + sign * (gint) n * days, sign * (gint) n * months);
  return (TarikhInterval){ MIN (from, other), MAX (from, other), days == 1 ? TARIKH_GRAIN_DAY : TARIKH_GRAIN_MONTH };
}

/* "for a week now": the days round that point; none when so long ago that it says how things are. */
static TarikhInterval
point_since (const EventReader *reader, const TarikhTimeExpr *expr)
{
  TarikhInterval today = reader->reading->published;
  gboolean near = tarikh_base_interval_is_known (expr->days) && tarikh_base_interval_is_known (today)
                  && expr->days.last <= today.last && today.last - expr->days.first <= LONGEST_SINCE;

  return near ? expr->days : tarikh_base_interval_none ();
}

TarikhInterval
tarikh_event_get_days (const EventReader *reader, const TarikhTimeExpr *expr)
{
  if (expr->type != TARIKH_TIME_DURATION)
    return expr->days;
  return expr->flags & TARIKH_TIME_SINCE ? point_since (reader, expr) : stretch_from_today (reader, expr);
}

/* A time on the calendar that can date something. */
gboolean
tarikh_event_is_date (const EventReader *reader, const TarikhTimeExpr *expr)
{
  TarikhInterval days = tarikh_event_get_days (reader, expr);
  guint not_dates = TARIKH_TIME_AGE | TARIKH_TIME_DATELINE | (days.grain >= TARIKH_GRAIN_YEAR ? TARIKH_TIME_NAME : 0);

  if (expr->type == TARIKH_TIME_SET || expr->flags & not_dates)
    return FALSE;
  if (is_half_known (days) && g_str_has_prefix (expr->value, "XXXX-"))
    return TRUE;
  return tarikh_base_interval_is_known (days) && strcmp (expr->value, "PRESENT_REF") != 0
         && (g_ascii_isdigit (expr->value[0]) || expr->type == TARIKH_TIME_DURATION
             || g_str_has_prefix (expr->value, "XXXX") /* its year is an interval */
             || days.last - days.first <= VAGUE_DAYS);
}

static TarikhDay
get_last_published (const EventReader *reader)
{
  return reader->reading->published.last;
}

/* ---- weekdays ---- */

static gboolean
is_bare_weekday (const EventReader *reader, const TarikhTimeExpr *expr)
{
  gboolean weekday = FALSE;

  if (expr->days.first != expr->days.last
      || expr->flags & (TARIKH_TIME_DEICTIC_PAST | TARIKH_TIME_DEICTIC_FUTURE | TARIKH_TIME_OFFSET)
      || expr->end_token - expr->first_token > 3)
    return FALSE;
  for (guint32 i = expr->first_token; i < expr->end_token; i++) {
    TarikhLexiconHit hit;
    if (reader->text->tokens[i].kind == TARIKH_TOKEN_NUMBER)
      return FALSE;
    weekday |= reader->text->tokens[i].kind == TARIKH_TOKEN_WORD
               && tarikh_lexicon_match_before (reader->lexicon, reader->text, i, TARIKH_LEXICON_TIME_END, &hit)
               && tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_WEEKDAY) != NULL;
  }
  return weekday;
}

/* A weekday alone takes its week from the verb of the very clause that it dates: what was done was done before today, what
 * will be done comes after. Returns the days to add. */
static gint
turn_weekday (const EventReader *reader, const EventClause *clause, const TarikhTimeExpr *expr)
{
  TarikhDay today = get_last_published (reader);

  if (clause->verb == NO_TOKEN || today == TARIKH_DAY_NONE || !is_bare_weekday (reader, expr))
    return 0;
  guint32 flags = reader->words[clause->verb].flags;
  gboolean future = flags & WORD_FUTURE || clause->marks & (WORD_FUTURE | WORD_PLANNED);
  if (flags & (WORD_PAST | WORD_PASSIVE) && !future && expr->days.first > today && expr->days.first <= today + 7)
    return -7;
  if (flags & WORD_PRESENT && future && expr->days.last < today && expr->days.last >= today - 7)
    return 7;
  return 0;
}

/* ---- what the time stands in ---- */

/* A noun of happening that the noun after it belongs to: "the halt of the firing". */
static gboolean
is_construct_head (const EventReader *reader, guint32 token, guint32 clause)
{
  const EventWord *word = &reader->words[token], *next = &reader->words[token + 1];

  return word->clause == clause && word->flags & (WORD_NEWS_NOUN | WORD_MASDAR)
         && !(word->clitics & TARIKH_CLITIC_ARTICLE) && !(word->flags & (WORD_NAMED | WORD_TIME | WORD_SUFFIXED))
         && !tarikh_event_word_is_verb (reader, token)
         && !(next->clitics & (TARIKH_CLITIC_PREPOSITION | TARIKH_CLITIC_AND));
}

/* The noun that names a happening nearest before TOKEN in the same stretch of the clause, or NO_TOKEN. */
static guint32
find_noun_before (const EventReader *reader, guint32 token, guint32 limit, gboolean across_commas)
{
  guint32 clause = reader->words[token].clause, found = NO_TOKEN;

  for (guint32 i = token, n = 0; i-- > limit && n < (across_commas ? 20 : 12); n++) {
    const EventWord *word = &reader->words[i];
    if (word->clause != clause && word->clause < reader->clauses->len
        && reader_get_clause (reader, word->clause)->kind == CLAUSE_BRACKET)
      continue;
    if (word->clause != clause || tarikh_event_word_is_verb (reader, i) || word->opener != OPENER_NONE
        || (!across_commas && tarikh_text_token_is (&reader->text->tokens[i], 0x60c)))
      break;
    if (word->flags & WORD_TIME && word->time >= 0 && dater_get_expr (reader, word->time)->type == TARIKH_TIME_DURATION)
      continue; /* an age, a length */
    if (word->flags & WORD_TIME)
      break;
    if (word->flags & (WORD_NEWS_NOUN | WORD_MASDAR) && !(word->flags & WORD_NAMED)) {
      found = i;
      if (i > 0 && reader->words[i - 1].flags & WORD_TEMPORAL)
        break;
      if (word->flags & WORD_NEWS_NOUN && i + 3 >= token)
        break;
    }
  }
  while (found != NO_TOKEN && found > limit && found > 0 && is_construct_head (reader, found - 1, clause))
    found--;
  return found;
}

static gboolean
follows_temporal (const EventReader *reader, guint32 noun)
{
  return noun > 0 && reader->words[noun - 1].flags & WORD_TEMPORAL;
}

/* "the decision issued | in June": a participle right before the time, its preposition apart, keeps it from the verb. */
static gboolean
follows_participle (const EventReader *reader, guint32 token)
{
  guint32 i = token;

  while (i > 0 && reader->words[i - 1].flags & WORD_PREPOSITION && !(reader->words[i - 1].flags & WORD_TIME))
    i--;
  return i > 0 && reader->words[i - 1].participle;
}

/* "after a rest | of yesterday": the time says when what stands after a preposition of time was. */
static gboolean
hangs_on_temporal (const EventReader *reader, guint32 token)
{
  guint32 clause = reader->words[token].clause;

  for (guint32 i = token, n = 0; i-- > 0 && n < 4; n++) {
    const EventWord *word = &reader->words[i];
    if (word->flags & WORD_TEMPORAL)
      return n > 0;
    if (word->clause != clause || reader->text->tokens[i].kind != TARIKH_TOKEN_WORD || word->opener != OPENER_NONE
        || word->flags & (WORD_PREPOSITION | WORD_TIME | WORD_ADVERB)
        || word->clitics & (TARIKH_CLITIC_PREPOSITION | TARIKH_CLITIC_AND) || tarikh_event_word_is_verb (reader, i))
      return FALSE;
  }
  return FALSE;
}

/* Whether the time at TOKEN is told of NOUN and not of the clause's verb: the noun hangs on a preposition of time
 * ("since the invasion in 2022"), or stands right before the time ("the attack of 7 October"). */
static gboolean
belongs_to_noun (const EventReader *reader, guint32 noun, guint32 token)
{
  const EventWord *word = &reader->words[noun];
  guint32 between = token - noun;

  if (follows_temporal (reader, noun) || follows_participle (reader, token))
    return TRUE;
  if (!(word->flags & WORD_NEWS_NOUN))
    return FALSE;
  const TarikhTimeExpr *expr = dater_get_expr (reader, reader->words[token].time);
  gboolean direct = !(reader->words[token - 1].flags & WORD_PREPOSITION);
  return direct && between <= 3 && expr->days.grain >= TARIKH_GRAIN_YEAR;
}

/* "the harvest of this season", "the plan for 2030": a year that a glued preposition ties to the noun before it says which
 * thing is meant, not when it is done. */
static gboolean
qualifies_noun (const EventReader *reader, guint32 token, const TarikhTimeExpr *expr)
{
  return expr->days.grain >= TARIKH_GRAIN_YEAR && reader->words[token].clitics & TARIKH_CLITIC_PREPOSITION && token > 0
         && reader->text->tokens[token - 1].kind == TARIKH_TOKEN_WORD && !tarikh_event_word_is_verb (reader, token - 1);
}

/* "Batista, who had been ruling since 1952": a state that another happening found, not one itself. */
static gboolean
is_old_state (const EventReader *reader, const EventClause *clause, guint flags)
{
  return flags & TARIKH_TIME_SINCE && clause->kind != CLAUSE_MAIN && clause->verb != NO_TOKEN
         && clause->auxiliary != NO_TOKEN && reader->words[clause->auxiliary].kind == KIND_BE
         && reader->words[clause->auxiliary].flags & WORD_PAST && reader->words[clause->verb].flags & WORD_PRESENT;
}

/* "for the first time since 2009": the time measures. */
static gboolean
only_measures (const EventReader *reader, guint32 token, guint flags)
{
  guint32 clause = reader->words[token].clause;
  gboolean since = (flags & TARIKH_TIME_SINCE) != 0;

  for (guint32 i = token, n = 0; i-- > 0 && n < 5; n++) {
    const EventWord *word = &reader->words[i];
    if (word->clause != clause)
      break;
    if (word->flags & WORD_MEASURE && (since || (word->compares && n <= 2)))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_event_verb (const EventReader *reader, const EventClause *clause)
{
  if (clause->verb == NO_TOKEN || clause->kind == CLAUSE_SOURCE)
    return FALSE;
  const EventWord *verb = &reader->words[clause->verb];
  return verb->kind != KIND_NONE;
}

static void
add_candidate (GArray *candidates, EventCandidate candidate)
{
  g_array_append_val (candidates, candidate);
}

static TarikhInterval
take_days (const EventReader *reader, gint32 index, gint32 *last_index)
{
  const TarikhTimeExpr *expr = dater_get_expr (reader, index);
  TarikhInterval days = tarikh_event_get_days (reader, expr);

  *last_index = index;
  if (expr->flags & TARIKH_TIME_RANGE_FIRST && (guint) index + 1 < reader->reading->exprs->len) {
    const TarikhTimeExpr *next = dater_get_expr (reader, index + 1);
    if (next->flags & TARIKH_TIME_RANGE_LAST && tarikh_event_is_date (reader, next) && next->days.last >= days.first) {
      days.last = next->days.last;
      *last_index = index + 1;
    }
  }
  if (expr->flags & TARIKH_TIME_SINCE && expr->days.grain >= TARIKH_GRAIN_DAY) {
    TarikhDay today = get_last_published (reader);
    if (today != TARIKH_DAY_NONE && today > days.last)
      days.last = today;
  }
  return days;
}

/* A stay told with its length: "in a visit that lasted two days". */
static void
stretch_by_duration (const EventReader *reader, const EventClause *clause, TarikhInterval *days, gboolean evening)
{
  const TarikhSentence *sentence = &reader->text->sentences[clause->sentence];

  if (days->grain > TARIKH_GRAIN_DAY || days->first != days->last)
    return;
  guint32 from = clause->verb != NO_TOKEN ? clause->verb : clause->first;
  for (guint32 i = from, until = reader_limit (from, sentence->end_token); i < until; i++) {
    gint32 index = reader->words[i].time;
    if (index < 0)
      continue;
    const TarikhTimeExpr *expr = dater_get_expr (reader, index);
    const EventClause *own = reader_get_clause (reader, reader->words[i].clause);
    i = MAX (i, expr->end_token - 1);
    gboolean lasting = own != clause && own->kind == CLAUSE_BARE_RELATIVE && own->verb != NO_TOKEN
                       && reader->words[own->verb].kind == KIND_PHASE && own->parent < reader->clauses->len
                       && reader_get_clause (reader, own->parent) == clause;
    if (expr->type != TARIKH_TIME_DURATION || expr->flags & (TARIKH_TIME_AGE | TARIKH_TIME_SINCE)
        || !(lasting || (own == clause && expr->flags & TARIKH_TIME_DURING)))
      continue;
    char *end;
    gint64 n = expr->value[0] == 'P' ? g_ascii_strtoll (expr->value + 1, &end, 10) : 0;
    if (n < 1 || n > 60 || *end != 'D')
      continue;
    days->last = days->first + (TarikhDay) n - (evening ? 0 : 1);
    return;
  }
}

static gboolean
is_evening (const TarikhTimeExpr *expr)
{
  return strstr (expr->value, "TEV") != NULL || strstr (expr->value, "TNI") != NULL;
}

/* End of the noun's phrase: up to the time's own preposition. */
static guint32
end_noun_phrase (const EventReader *reader, guint32 noun, guint32 time_token)
{
  guint32 end = time_token;

  while (end > noun + 1 && reader->words[end - 1].flags & WORD_PREPOSITION)
    end--;
  return end;
}

/* End of the noun's phrase when the time stands before it: where the clause pauses. */
static guint32
end_clause_phrase (const EventReader *reader, guint32 noun, guint32 clause)
{
  guint32 end = noun + 1;

  while (end < reader->text->n_tokens && reader->words[end].clause == clause
         && reader->text->tokens[end].kind != TARIKH_TOKEN_PUNCT)
    end++;
  return end;
}

/* A short phrase goes on after its time when a preposition takes it up: "the government's admission in March of errors". */
static guint32
extend_noun_phrase (const EventReader *reader, guint32 end, guint32 after_time, guint32 clause)
{
  guint32 i = after_time;

  if (i < reader->text->n_tokens && tarikh_text_token_is (&reader->text->tokens[i], 0x60c))
    i++;
  if (i >= reader->text->n_tokens || reader->words[i].clause != clause || reader->words[i].preposition == 2
      || !(reader->words[i].clitics & TARIKH_CLITIC_PREPOSITION || reader->words[i].flags & WORD_PREPOSITION))
    return end;
  return end_clause_phrase (reader, i, clause);
}

gboolean
tarikh_event_clause_tells (const EventReader *reader, const EventClause *clause)
{
  if (clause->verb == NO_TOKEN || clause->marks & WORD_NEGATION)
    return FALSE;
  guint8 kind = reader->words[clause->verb].kind;
  return kind == KIND_ACT || kind == KIND_PHASE || kind == KIND_LIGHT || kind == KIND_PLAN
         || (kind == KIND_SAY && clause->kind == CLAUSE_THAT && clause->subject != NO_TOKEN);
}

/* The clause that CHILD completes: a quotation after "that" completes who said so. */
guint32
tarikh_event_find_completed (const EventReader *reader, const EventClause *child)
{
  const EventClause *parent = reader_get_clause (reader, child->parent);

  return child->kind == CLAUSE_QUOTE && parent->kind == CLAUSE_THAT && parent->verb == NO_TOKEN ? parent->parent
                                                                                                : child->parent;
}

/* The first clause with a verb that the clause's verb of saying leads to, or NO_TOKEN. */
guint32
tarikh_event_find_said (const EventReader *reader, guint32 index)
{
  const EventClause *clause = reader_get_clause (reader, index);

  if (clause->verb == NO_TOKEN
      || (reader->words[clause->verb].kind != KIND_SAY && !reader->words[clause->verb].announces))
    return NO_TOKEN;
  guint32 near = NO_TOKEN; /* what the sentence says elsewhere, when the verb itself leads to nothing */
  for (guint32 i = index + 1; i < reader->clauses->len && i <= index + REACH_CLAUSES; i++) {
    const EventClause *child = reader_get_clause (reader, i);
    if (child->sentence != clause->sentence)
      break;
    if ((child->kind != CLAUSE_THAT && child->kind != CLAUSE_QUOTE) || child->verb == NO_TOKEN)
      continue;
    if (tarikh_event_find_completed (reader, child) == index)
      return i;
    if (near == NO_TOKEN && tarikh_event_clause_tells (reader, child))
      near = i;
  }
  return near;
}

/* The clause that tells what happened: the clause itself, or, when its verb only says, thinks, is or stands, the clause
 * inside it that does ("the last meeting was in May, when he visited"). NO_TOKEN when none does. */
guint32
tarikh_event_find_telling (const EventReader *reader, guint32 index)
{
  const EventClause *clause = reader_get_clause (reader, index);
  guint8 kind = reader->words[clause->verb].kind;
  gboolean speaks = kind == KIND_SAY || kind == KIND_THINK;

  if (!speaks && kind != KIND_BE && kind != KIND_STAND && kind != KIND_MODAL)
    return index;
  for (guint32 i = index + 1; i < reader->clauses->len && i <= index + REACH_CLAUSES; i++) {
    const EventClause *child = reader_get_clause (reader, i);
    if (child->sentence != clause->sentence)
      break;
    gboolean fits
        = speaks ? child->kind == CLAUSE_THAT || child->kind == CLAUSE_QUOTE
                 : child->kind == CLAUSE_WHEN || child->kind == CLAUSE_BARE_RELATIVE || child->kind == CLAUSE_RELATIVE;
    if (tarikh_event_find_completed (reader, child) != index || !fits || !tarikh_event_clause_tells (reader, child))
      continue;
    return speaks && (reader->words[child->verb].flags & (WORD_PRESENT | WORD_PAST)) == WORD_PRESENT
               ? index
               : i; /* a promise is the speaker's deed */
  }
  return NO_TOKEN;
}

/* A clause that only thinks, may, or points ("that came in a meeting") tells nothing of its own. */
static gboolean
is_empty (const EventReader *reader, const EventClause *clause)
{
  guint8 kind = reader->words[clause->verb].kind;
  guint32 next = clause->verb + 1;

  if (kind == KIND_THINK || kind == KIND_MODAL)
    return TRUE;
  return (kind == KIND_STAND || kind == KIND_BE) && next < reader->text->n_tokens
         && reader->words[next].flags & WORD_DEMONSTRATIVE && !(reader->words[next].flags & WORD_TIME);
}

static void
date_verb (Dater *d, guint32 clause_index, gint32 index, TarikhInterval days)
{
  const EventClause *clause = reader_get_clause (d->reader, clause_index);
  const TarikhTimeExpr *expr = dater_get_expr (d->reader, index);
  guint32 telling = tarikh_event_find_telling (d->reader, clause_index);

  stretch_by_duration (d->reader, clause, &days, is_evening (expr));
  *dater_get_taken (d, clause_index) = G_MAXUINT32;
  if (telling == NO_TOKEN && is_empty (d->reader, clause))
    return;
  *dater_get_taken (d, clause_index) = d->candidates->len + 1;
  add_candidate (d->candidates, (EventCandidate){ .clause = telling != NO_TOKEN ? telling : clause_index,
                                                  .noun = NO_TOKEN,
                                                  .days = days,
                                                  .time_expr = index,
                                                  .dated_by = TARIKH_DATED_EXPLICIT,
                                                  .status = tarikh_event_judge_status (d->reader, clause, days),
                                                  .rule = "verb-time" });
}

static void
date_noun (Dater *d, guint32 clause_index, guint32 noun, gint32 index, TarikhInterval days, const char *rule)
{
  const TarikhTimeExpr *expr = dater_get_expr (d->reader, index);
  TarikhDay today = get_last_published (d->reader);
  gboolean planned = today != TARIKH_DAY_NONE && days.first > today;

  if (expr->flags & TARIKH_TIME_SINCE)
    days = expr->days;
  guint32 noun_end = noun < expr->first_token ? end_noun_phrase (d->reader, noun, expr->first_token)
                                              : end_clause_phrase (d->reader, noun, clause_index);
  if (noun < expr->first_token && noun_end <= noun + 2)
    noun_end = extend_noun_phrase (d->reader, noun_end, expr->end_token, clause_index);
  add_candidate (d->candidates, (EventCandidate){ .clause = clause_index,
                                                  .noun = noun,
                                                  .noun_end = noun_end,
                                                  .second = *dater_get_taken (d, clause_index) != 0,
                                                  .days = days,
                                                  .time_expr = index,
                                                  .dated_by = TARIKH_DATED_EXPLICIT,
                                                  .status = planned ? TARIKH_STATUS_PLANNED : TARIKH_STATUS_PAST,
                                                  .rule = rule });
}

/* "a man who is said to belong to the group killed two on Monday": what is so dates nothing where something was done. */
static gboolean
only_stands (const EventReader *reader, const EventClause *clause)
{
  const EventClause *parent = reader_get_clause (reader, clause->parent);
  gboolean inner
      = clause->kind == CLAUSE_RELATIVE || clause->kind == CLAUSE_BARE_RELATIVE || clause->kind == CLAUSE_THAT;

  if (!inner || clause->verb == NO_TOKEN || clause->auxiliary != NO_TOKEN || parent->verb == NO_TOKEN
      || reader->words[parent->verb].kind == KIND_SAY || clause->marks & (WORD_FUTURE | WORD_PLANNED | WORD_PERFECT))
    return FALSE;
  const EventWord *verb = &reader->words[clause->verb];
  return (verb->kind == KIND_STAND || verb->kind == KIND_BE || verb->kind == KIND_THINK)
         && (verb->flags & WORD_VERB) == WORD_PRESENT && !(verb->flags & WORD_FUTURE);
}

/* The nearest clause upwards that can be dated: a bracket or a clause without a verb hands its time to its parent. */
static guint32
find_dated_clause (const EventReader *reader, guint32 clause)
{
  for (guint n = 0; n < 12; n++) {
    const EventClause *c = reader_get_clause (reader, clause);
    gboolean mere_purpose = c->kind == CLAUSE_PURPOSE && (c->subject == NO_TOKEN || c->subject < c->verb);
    gboolean mere_trait = c->kind == CLAUSE_BARE_RELATIVE && c->verb != NO_TOKEN && c->marks & WORD_NEGATION
                          && reader_get_clause (reader, c->parent)->verb != NO_TOKEN; /* "a quake that did not last" */
    gboolean mere_manner = c->kind == CLAUSE_BARE_RELATIVE && c->first > 0            /* "in a way that secures" */
                           && reader->words[c->first - 1].flags & (guint32) WORD_HANGING
                           && reader_get_clause (reader, c->parent)->verb != NO_TOKEN;
    if ((c->verb != NO_TOKEN && !mere_purpose && !mere_trait && !mere_manner && !only_stands (reader, c))
        || c->parent == clause || c->kind == CLAUSE_QUOTE || c->kind == CLAUSE_SOURCE
        || (c->kind == CLAUSE_THAT && !only_stands (reader, c)))
      return clause;
    clause = c->parent;
  }
  return clause;
}

/* "the year 2023 witnessed a worsening of the losses": the noun of happening after a light verb whose subject is a time. */
static guint32
find_witnessed (const EventReader *reader, const EventClause *clause)
{
  if (clause->verb == NO_TOKEN || reader->words[clause->verb].kind != KIND_LIGHT)
    return NO_TOKEN;
  guint32 i = clause->verb + 1;
  if (i >= clause->end || !(reader->words[i].flags & WORD_TIME))
    return NO_TOKEN;
  while (i < clause->end && reader->words[i].flags & WORD_TIME)
    i++;
  return i < clause->end && reader->words[i].flags & (WORD_NEWS_NOUN | WORD_MASDAR) ? i : NO_TOKEN;
}

/* A verb in the perfect with a day that is still to come: the day is another happening's. */
static gboolean
contradicts_tense (const EventReader *reader, const EventClause *clause, TarikhInterval days, guint flags)
{
  TarikhDay today = get_last_published (reader);

  if (clause->verb == NO_TOKEN || today == TARIKH_DAY_NONE || days.first <= today
      || (flags & TARIKH_TIME_UNTIL && clause->auxiliary == NO_TOKEN))
    return FALSE;
  return (reader->words[clause->verb].flags & (WORD_PAST | WORD_PASSIVE)) != 0
         && !(reader->words[clause->verb].flags & (WORD_PRESENT | WORD_FUTURE));
}

/* A day dates better than the stretch that the clause opened with: "after 12 years of rule … today". */
static gboolean
dates_better (Dater *d, guint32 clause, const TarikhTimeExpr *expr)
{
  guint32 taken = *dater_get_taken (d, clause);

  if (taken > d->candidates->len || expr->days.grain > TARIKH_GRAIN_DAY)
    return FALSE;
  const EventCandidate *before = &g_array_index (d->candidates, EventCandidate, taken - 1);
  if (before->time_expr < 0)
    return FALSE;
  const TarikhTimeExpr *old = dater_get_expr (d->reader, before->time_expr);
  return old->days.grain >= TARIKH_GRAIN_MONTH && old->flags & (TARIKH_TIME_OFFSET | TARIKH_TIME_SINCE);
}

/* A time and where it stands. */
typedef struct {
  const TarikhTimeExpr *expr;
  gint32 index, last; /* of the expression; the last one that it takes in */
  guint32 token;
  guint32 clause_index;
  const EventClause *clause;
  TarikhInterval days;
  guint32 limit; /* how far back its noun may stand */
  guint32 noun;  /* the noun of happening before it, or NO_TOKEN */
} Place;

/* "Three wounded in a fire on Monday": the noun that a clause without a verb opens with, or NO_TOKEN. */
guint32
tarikh_event_find_opening_noun (const EventReader *reader, guint32 index)
{
  const EventClause *clause = reader_get_clause (reader, index);
  const EventWord *word = &reader->words[clause->first];

  return clause->kind == CLAUSE_MAIN && clause->verb == NO_TOKEN && word->flags & (WORD_NEWS_NOUN | WORD_MASDAR)
                 && !(word->flags & (WORD_NAMED | WORD_TIME))
                 && !(word->clitics & (TARIKH_CLITIC_ARTICLE | TARIKH_CLITIC_PREPOSITION))
             ? clause->first
             : NO_TOKEN;
}

static void
find_place (Dater *d, gint32 index, Place *place)
{
  const TarikhTimeExpr *expr = dater_get_expr (d->reader, index);
  guint32 token = expr->first_token, clause_index = find_dated_clause (d->reader, d->reader->words[token].clause);
  const EventClause *clause = reader_get_clause (d->reader, clause_index);
  gint turn = turn_weekday (d->reader, clause, expr);

  *place = (Place){ .expr = expr, .index = index, .token = token, .clause_index = clause_index, .clause = clause };
  place->days = take_days (d->reader, index, &place->last);
  place->days.first += turn;
  place->days.last += turn;
  place->limit = clause->verb != NO_TOKEN && clause->verb < token
                     ? clause->verb + 1
                     : d->reader->text->sentences[clause->sentence].first_token;
  place->noun = tarikh_event_find_opening_noun (d->reader, clause_index);
  if (place->noun == NO_TOKEN || place->noun >= token)
    place->noun = find_noun_before (d->reader, token, place->limit, FALSE);
}

/* The time is another happening's than the verb's: of a noun before it, if there is one, even across commas. */
static void
place_on_noun (Dater *d, const Place *place, const char *rule)
{
  guint32 noun = place->noun != NO_TOKEN ? place->noun : find_noun_before (d->reader, place->token, place->limit, TRUE);

  if (noun != NO_TOKEN)
    date_noun (d, place->clause_index, noun, place->index, place->days, rule);
}

/* "unless it is changed this year": a condition is no happening. */
static gboolean
is_condition (const EventClause *clause)
{
  return clause->kind == CLAUSE_IF && clause->marks & WORD_NEGATION;
}

/* Whether the time dates neither the verb nor a happening. */
static gboolean
dates_nothing (const EventReader *reader, const Place *place)
{
  return only_measures (reader, place->token, place->expr->flags) || follows_participle (reader, place->token)
         || qualifies_noun (reader, place->token, place->expr) || hangs_on_temporal (reader, place->token)
         || is_old_state (reader, place->clause, place->expr->flags) || is_condition (place->clause);
}

/* "the losses have not ceased to weigh": what goes on as it was happens on no day. */
static gboolean
goes_on (const EventReader *reader, const EventClause *clause, guint32 index)
{
  const EventWord *verb = &reader->words[clause->verb];

  return tarikh_event_find_telling (reader, index) == NO_TOKEN && clause->marks & WORD_NEGATION
         && verb->kind == KIND_STAND && verb->flags & WORD_PRESENT;
}

/* Gives the time to the verb of its clause, unless that has one already or tells nothing. */
static void
place_on_verb (Dater *d, const Place *place)
{
  guint32 taken = *dater_get_taken (d, place->clause_index);

  if (taken && dates_better (d, place->clause_index, place->expr)) {
    EventCandidate *candidate = &g_array_index (d->candidates, EventCandidate, taken - 1);
    candidate->days = place->days;
    candidate->time_expr = place->index;
    candidate->status = tarikh_event_judge_status (d->reader, place->clause, place->days);
  } else if (taken || !is_event_verb (d->reader, place->clause)
             || goes_on (d->reader, place->clause, place->clause_index)) {
    place_on_noun (d, place, "noun-second-time");
  } else if (is_empty (d->reader, place->clause)
             && tarikh_event_find_telling (d->reader, place->clause_index) == NO_TOKEN) {
    place_on_noun (d, place, "noun-empty-verb");
  } else {
    date_verb (d, place->clause_index, place->index, place->days);
  }
}

/* "The government decided on sanctions for the poisoning | in March": what opens a story is new, an old day in it is that of
 * the happening that the news answers to. The nearest noun of happening after a preposition, or NO_TOKEN. */
static guint32
find_old_in_lead (const EventReader *reader, const Place *place)
{
  TarikhDay today = reader->reading->published.first;
  guint32 verb = place->clause->verb;

  if (place->clause->sentence > 0 || place->clause->kind != CLAUSE_MAIN || today == TARIKH_DAY_NONE
      || place->days.last > today - OLD_DAYS || verb == NO_TOKEN || verb > place->token)
    return NO_TOKEN;
  for (guint32 i = place->token - 1, n = 0; i > verb && n < 6; i--, n++)
    if (reader->words[i].clause == place->clause_index && reader->words[i].flags & (WORD_MASDAR | WORD_NEWS_NOUN)
        && (reader->words[i - 1].flags & WORD_PREPOSITION
            || (reader->words[i].clitics & TARIKH_CLITIC_PREPOSITION && place->days.grain >= TARIKH_GRAIN_MONTH
                && i > verb + FAR_NOUN)))
      return i;
  return NO_TOKEN;
}

/* A length that the text counts back from the day of writing dates only "two weeks since, the president called it off" and "the
 * army has been shelling the town for a week"; days that it gives to a verb in the perfect are those of the point itself. */
static gboolean
dates_since (const EventReader *reader, Place *place)
{
  if (place->clause->verb == NO_TOKEN)
    return FALSE;
  const EventWord *verb = &reader->words[place->clause->verb];
  if (verb->kind != KIND_ACT && verb->kind != KIND_LIGHT && verb->kind != KIND_PHASE)
    return FALSE;
  if (verb->flags & WORD_PRESENT)
    return place->clause->auxiliary == NO_TOKEN && !(verb->flags & WORD_FUTURE)
           && get_last_published (reader) - place->days.first <= LONGEST_GOING;
  place->days = place->expr->days;
  return place->token < place->clause->verb && place->clause->kind != CLAUSE_RELATIVE;
}

/* Whether a comma sets the time off from what stands before it. */
static gboolean
is_set_off (const EventReader *reader, guint32 token)
{
  while (token > 0 && reader->words[token - 1].flags & WORD_PREPOSITION)
    token--;
  return token > 0 && tarikh_text_token_is (&reader->text->tokens[token - 1], 0x60c);
}

/* An old day far behind the verb that opens a story is some other happening's: "issued a decision … in line with the findings
 * of 23 March". */
static gboolean
is_far_from_news (const EventReader *reader, const Place *place)
{
  TarikhDay today = reader->reading->published.first;
  guint32 verb = place->clause->verb;

  return place->clause->sentence == 0 && place->clause->kind == CLAUSE_MAIN && today != TARIKH_DAY_NONE
         && place->days.last < today - OLD_DAYS && verb != NO_TOKEN && place->token > verb + FAR_FROM_NEWS
         && reader->words[verb].flags & (WORD_PAST | WORD_PASSIVE) && place->clause->auxiliary == NO_TOKEN
         && !is_set_off (reader, place->token);
}

static gint32
date_by_expr (Dater *d, gint32 index)
{
  const TarikhTimeExpr *expr = dater_get_expr (d->reader, index);
  Place place;

  if (!tarikh_event_is_date (d->reader, expr) || expr->first_token >= d->reader->text->n_tokens
      || tarikh_event_is_distance (d->reader, expr))
    return index;
  find_place (d, index, &place);
  if (expr->type == TARIKH_TIME_DURATION && expr->flags & TARIKH_TIME_SINCE && !dates_since (d->reader, &place))
    return index;
  guint32 witnessed = find_witnessed (d->reader, place.clause), old = find_old_in_lead (d->reader, &place);
  if (witnessed != NO_TOKEN && !*dater_get_taken (d, place.clause_index)) {
    *dater_get_taken (d, place.clause_index) = G_MAXUINT32;
    date_noun (d, place.clause_index, witnessed, index, place.days, "witnessed");
  } else if (old != NO_TOKEN) {
    date_noun (d, place.clause_index, old, index, place.days, "noun-old-in-lead");
    g_array_index (d->candidates, EventCandidate, d->candidates->len - 1).second = TRUE;
  } else if (place.noun != NO_TOKEN && belongs_to_noun (d->reader, place.noun, place.token)) {
    date_noun (d, place.clause_index, place.noun, index, place.days, "noun-time");
  } else if (dates_nothing (d->reader, &place)) {
    return place.last;
  } else if (is_far_from_news (d->reader, &place)) {
    if (place.noun != NO_TOKEN)
      date_noun (d, place.clause_index, place.noun, index, place.days, "noun-old-in-lead");
  } else if (contradicts_tense (d->reader, place.clause, place.days, expr->flags)) {
    place_on_noun (d, &place, "noun-other-tense");
  } else {
    place_on_verb (d, &place);
  }
  return place.last;
}

void
tarikh_event_date_times (Dater *d)
{
  for (gint32 i = 0; i < (gint32) d->reader->reading->exprs->len; i++)
    i = date_by_expr (d, i);
}
