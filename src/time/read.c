/* time/read: the room's one pass: match, infer the day of writing, resolve, note the doubts. */
#include "time/publish.h"
#include "time/widen.h"

#include <string.h>

enum { EVENT_TOKENS = 12 }; /* an event's date stands this near after what counts from it */

/* ---- names ---- */

const char *
tarikh_time_type_get_name (TarikhTimeType type)
{
  static const char *const names[] = { "DATE", "TIME", "DURATION", "SET" };

  g_return_val_if_fail (type < G_N_ELEMENTS (names), "");
  return names[type];
}

const char *
tarikh_time_mod_get_name (TarikhTimeMod mod)
{
  static const char *const names[]
      = { NULL, "APPROX", "START", "MID", "END", "MORE_THAN", "LESS_THAN", "BEFORE", "AFTER" };

  g_return_val_if_fail (mod < G_N_ELEMENTS (names), NULL);
  return names[mod];
}

/* ---- the reading ---- */

static void
free_expr (gpointer data)
{
  TarikhTimeExpr *expr = data;

  g_free (expr->value);
  g_free (expr);
}

static void
free_note (gpointer data)
{
  tarikh_base_note_free (data);
}

void
tarikh_time_reading_free (TarikhTimeReading *reading)
{
  if (reading == NULL)
    return;
  g_ptr_array_unref (reading->exprs);
  g_ptr_array_unref (reading->notes);
  g_free (reading);
}

/* ---- flags ---- */

static gboolean
stands_before (const Context *context, guint32 token, TarikhLexiconClass class_id)
{
  return tarikh_time_context_before (context, token, class_id) != NULL;
}

static guint
context_flags (const Context *context, const Found *f)
{
  const TarikhText *text = context->text;
  guint32 first = f->first_token, end = f->end_token;
  guint flags = 0;
  gboolean opens = first > 0 && (context->atoms[first - 1].shapes & SHAPE_BIT (OPEN));
  gboolean closes = end < text->n_tokens && (context->atoms[end].shapes & SHAPE_BIT (CLOSE));

  if (stands_before (context, first, TARIKH_LEXICON_SINCE))
    flags |= TARIKH_TIME_SINCE;
  if (stands_before (context, first, TARIKH_LEXICON_UNTIL))
    flags |= TARIKH_TIME_UNTIL;
  if (stands_before (context, first, TARIKH_LEXICON_DURING))
    flags |= TARIKH_TIME_DURING;
  if (stands_before (context, first, TARIKH_LEXICON_YEAR_HEAD) || strcmp (f->rule->arguments, "short") == 0)
    flags |= TARIKH_TIME_NAME;
  if (opens && closes)
    flags |= TARIKH_TIME_PARENTHESIS;
  if (f->n > 1)
    flags |= f->index + 1 < f->n ? TARIKH_TIME_RANGE_FIRST : TARIKH_TIME_RANGE_LAST;
  return flags;
}

/* A number of years in brackets, or after "aged", is somebody's age. */
static gboolean
is_age (const Context *context, const Found *f, const TarikhTimeExpr *expr)
{
  if (expr->type != TARIKH_TIME_DURATION || strcmp (f->phrase.text[SLOT_unit], "Y") != 0)
    return FALSE;
  return (expr->flags & TARIKH_TIME_PARENTHESIS) || stands_before (context, f->first_token, TARIKH_LEXICON_AGE_CUE)
         || tarikh_time_context_at (context, f->end_token, TARIKH_LEXICON_AGE_TAIL) != NULL;
}

/* Two dates joined by from … to, between … and, or a dash are the ends of a range. */
static void
link_ranges (const Context *context, const GArray *found, GPtrArray *exprs)
{
  for (guint i = 1; i < exprs->len; i++) {
    TarikhTimeExpr *a = exprs->pdata[i - 1], *b = exprs->pdata[i];
    guint32 between = a->end_token;
    if (a->type > TARIKH_TIME_TIME || b->type > TARIKH_TIME_TIME || a->days.first == TARIKH_DAY_NONE
        || b->days.first == TARIKH_DAY_NONE || b->days.last < a->days.first)
      continue;
    gboolean to = b->first_token == between + 1
                  && (tarikh_time_context_at (context, between, TARIKH_LEXICON_TO) != NULL
                      || (context->atoms[between].shapes & SHAPE_BIT (DASH)));
    gboolean and = stands_before (context, a->first_token, TARIKH_LEXICON_BETWEEN) && b->first_token - between <= 1;
    if (to || and) {
      a->flags |= TARIKH_TIME_RANGE_FIRST;
      b->flags |= TARIKH_TIME_RANGE_LAST;
    }
  }
}

/* ---- resolving ---- */

static void
add_note (TarikhTimeReading *reading, TarikhNoteCode code, TarikhSpan span, const char *detail)
{
  g_ptr_array_add (reading->notes, tarikh_base_note_new (code, span, detail));
}

static void
note_doubts (TarikhTimeReading *reading, const Resolved *resolved, TarikhSpan span)
{
  if (resolved->doubt)
    add_note (reading, TARIKH_NOTE_TWO_READINGS, span, resolved->value);
  if (resolved->calendars_disagree)
    add_note (reading, TARIKH_NOTE_CALENDARS_DISAGREE, span, resolved->value);
  if (resolved->contradicts)
    add_note (reading, TARIKH_NOTE_WEEKDAY_CONTRADICTS_DATE, span, resolved->value);
}

/* "not less than" stands before the quantity and outside it. */
static TarikhTimeMod
limit_mod (const Context *context, const Found *f)
{
  const TarikhLexeme *limit = tarikh_time_context_before (context, f->first_token, TARIKH_LEXICON_LIMIT);

  return limit != NULL ? tarikh_time_parse_mod (limit->text) : TARIKH_MOD_NONE;
}

static TarikhTimeExpr *
make_expr (const Context *context, const Found *f, const Resolved *resolved)
{
  TarikhTimeExpr *expr = g_new0 (TarikhTimeExpr, 1);

  expr->span = tarikh_time_found_get_span (context, f);
  expr->first_token = f->first_token;
  expr->end_token = f->end_token;
  expr->type = resolved->type;
  expr->mod = resolved->mod != TARIKH_MOD_NONE ? resolved->mod : limit_mod (context, f);
  expr->value = g_strdup (resolved->value);
  expr->days = resolved->days;
  expr->minute = resolved->minute;
  expr->rule = f->rule->name;
  expr->flags = resolved->flags | context_flags (context, f);
  if (is_age (context, f, expr))
    expr->flags |= TARIKH_TIME_AGE;
  return expr;
}

/* The year of a list's last date goes for those before it, so that "from the 18th to the 20th of June" stays together. */
static void
share_year (const Context *context, const GArray *found, guint i, Phrase *phrase)
{
  const Found *f = &g_array_index (found, Found, i);
  const Found *last = &g_array_index (found, Found, MIN (i + f->n - 1 - f->index, found->len - 1));
  Place place = { &last->phrase, last->rule, last->first_token, last->end_token, last->index };
  Resolved resolved;

  if (f->index + 1 >= f->n || !phrase_has (phrase, SLOT_month) || phrase_has (phrase, SLOT_year)
      || !tarikh_time_resolve (context, &place, &resolved) || resolved.point.year <= 0
      || (resolved.point.grain != TARIKH_GRAIN_DAY && resolved.point.grain != TARIKH_GRAIN_MONTH))
    return;
  gboolean wraps = phrase->value[SLOT_month] > resolved.point.month;
  phrase_set (phrase, SLOT_year, resolved.point.year - (wraps ? 1 : 0));
  phrase->filled &= ~((guint64) 1 << SLOT_rel);
}

/* TRUE when F counts from an event that its words name: "ten days after (min) his arrival". */
static gboolean
counts_from_event (const Context *context, const Found *f)
{
  guint32 end = f->end_token;

  if (f->rule->resolver != RESOLVER_offset || phrase_has (&f->phrase, SLOT_from))
    return FALSE;
  if (tarikh_time_context_at (context, end, TARIKH_LEXICON_ONLY) != NULL)
    end += context->atoms[end].n_tokens;
  return tarikh_time_context_at (context, end, TARIKH_LEXICON_FROM) != NULL
         || tarikh_time_context_at (context, end - 1, TARIKH_LEXICON_AFTER) != NULL /* "a year after taking office" */
         || tarikh_time_context_at (context, end - 1, TARIKH_LEXICON_BEFORE) != NULL
         || tarikh_time_context_at (context, end, TARIKH_LEXICON_ON) != NULL;
}

/* The day of the event that the offset I of FOUND counts from, where the next expression of the same clause dates it. */
static TarikhDay
find_event_day (const Context *context, const GArray *found, guint i)
{
  const Found *f = &g_array_index (found, Found, i), *next = f + 1;
  Resolved resolved;

  if (i + 1 >= found->len || !counts_from_event (context, f) || next->first_token - f->end_token > EVENT_TOKENS)
    return TARIKH_DAY_NONE;
  for (guint32 token = f->end_token; token < next->first_token; token++)
    if (context->text->tokens[token].kind == TARIKH_TOKEN_NEWLINE
        || context->text->tokens[token].kind == TARIKH_TOKEN_PUNCT
        || (context->atoms[token].dress & DRESS_AND) != 0)
      return TARIKH_DAY_NONE;
  Place place = { &next->phrase, next->rule, next->first_token, next->end_token, next->index };
  if (!tarikh_time_resolve (context, &place, &resolved) || resolved.type > TARIKH_TIME_TIME
      || resolved.point.grain == TARIKH_GRAIN_NONE
      || resolved.point.grain > tarikh_time_point_parse_unit (f->phrase.text[SLOT_unit]))
    return TARIKH_DAY_NONE;
  return tarikh_time_point_get_days (resolved.point).first;
}

/* "on 7 November, two days after the vote": the day told right before such an offset is where it leads. */
static TarikhDay
find_reached_day (const Context *context, const GArray *found, const GPtrArray *exprs, guint i)
{
  const Found *f = &g_array_index (found, Found, i);
  const TarikhTimeExpr *last = i > 0 ? exprs->pdata[i - 1] : NULL;

  if (context->event_day != TARIKH_DAY_NONE || last == NULL || !counts_from_event (context, f)
      || last->days.first == TARIKH_DAY_NONE || f->first_token - last->end_token > 2
      || last->days.grain > tarikh_time_point_parse_unit (f->phrase.text[SLOT_unit]))
    return TARIKH_DAY_NONE;
  return f->first_token == last->end_token || (context->atoms[last->end_token].shapes & SHAPE_BIT (COMMA)) != 0
             ? last->days.first
             : TARIKH_DAY_NONE;
}

/* Resolves every expression against the day that CONTEXT knows. The array has one slot for each of FOUND, NULL where an
 * expression made no sense after all. */
static GPtrArray *
resolve_all (Context *context, const GArray *found, TarikhTimeReading *reading)
{
  GPtrArray *exprs = g_ptr_array_new_full (found->len, NULL);

  for (guint i = 0; i < found->len; i++) {
    const Found *f = &g_array_index (found, Found, i);
    Phrase phrase = f->phrase;
    Place place = { &phrase, f->rule, f->first_token, f->end_token, f->index };
    Resolved resolved;
    share_year (context, found, i, &phrase);
    context->event_day = find_event_day (context, found, i);
    context->reached_day = find_reached_day (context, found, exprs, i);
    gboolean fits = tarikh_time_resolve (context, &place, &resolved);
    context->event_day = context->reached_day = TARIKH_DAY_NONE;
    if (!fits) {
      g_ptr_array_add (exprs, NULL);
      continue;
    }
    TarikhTimeExpr *expr = make_expr (context, f, &resolved);
    if (reading != NULL)
      note_doubts (reading, &resolved, expr->span);
    g_ptr_array_add (exprs, expr);
    tarikh_time_context_tell (context, &resolved, f->first_token);
  }
  return exprs;
}

static void
reset_tale (Context *context, TarikhDay ref, gint minute)
{
  context->ref = ref;
  context->ref_minute = minute;
  context->tale = context->told = (Tale){ .day = TARIKH_DAY_NONE, .minute = -1 };
  memset (context->told_years, 0, sizeof context->told_years);
  for (guint i = 0; i < G_N_ELEMENTS (context->told_weekdays); i++)
    context->told_weekdays[i] = TARIKH_DAY_NONE;
}

static void
free_exprs (GPtrArray *exprs)
{
  for (guint i = 0; i < exprs->len; i++)
    if (exprs->pdata[i] != NULL)
      free_expr (exprs->pdata[i]);
  g_ptr_array_unref (exprs);
}

static void
keep_exprs (TarikhTimeReading *reading, GPtrArray *exprs)
{
  for (guint i = 0; i < exprs->len; i++)
    if (exprs->pdata[i] != NULL)
      g_ptr_array_add (reading->exprs, exprs->pdata[i]);
}

/* Reads EXPRS a second time, against the other bound of the day of writing, or against the only one there is. */
static void
read_again (Context *context, const GArray *found, TarikhInterval published, GPtrArray *exprs)
{
  gboolean half = !tarikh_base_interval_is_known (published);
  TarikhDay day = published.first != TARIKH_DAY_NONE ? published.first : published.last;

  if (day == TARIKH_DAY_NONE || published.first == published.last)
    return;
  reset_tale (context, day, -1);
  GPtrArray *others = resolve_all (context, found, NULL);
  if (half)
    tarikh_time_widen_open (exprs, others, published.first != TARIKH_DAY_NONE);
  else
    tarikh_time_widen_all (exprs, others);
  free_exprs (others);
}

/* Resolves against the reading's published interval and fills its expressions. */
static void
resolve_reading (Context *context, const GArray *found, gint minute, TarikhTimeReading *reading)
{
  TarikhInterval published = reading->published;

  reset_tale (context, tarikh_base_interval_is_known (published) ? published.last : TARIKH_DAY_NONE, minute);
  gint dateline = tarikh_time_publish_find_dateline (context, found);
  g_autoptr (GPtrArray) exprs = resolve_all (context, found, reading);
  if (dateline >= 0 && exprs->pdata[dateline] != NULL)
    ((TarikhTimeExpr *) exprs->pdata[dateline])->flags |= TARIKH_TIME_DATELINE;
  read_again (context, found, published, exprs);
  keep_exprs (reading, exprs);
  link_ranges (context, found, reading->exprs);
}

static void
set_published (Context *context, const TarikhStory *story, const GArray *found, TarikhTimeReading *reading)
{
  if (story->published != TARIKH_DAY_NONE) {
    reading->published_by = story->published_by;
    reading->published = tarikh_base_interval_of_day (story->published);
    return;
  }
  reset_tale (context, TARIKH_DAY_NONE, -1);
  reading->published = tarikh_time_publish_infer (context, found);
  gboolean any = reading->published.first != TARIKH_DAY_NONE || reading->published.last != TARIKH_DAY_NONE;
  reading->published_by = any ? TARIKH_PUBLISHED_INFERRED : TARIKH_PUBLISHED_UNKNOWN;
  if (any)
    add_note (reading, TARIKH_NOTE_PUBLISHED_INFERRED, (TarikhSpan){ 0, 0 }, NULL);
}

TarikhTimeReading *
tarikh_time_read (const TarikhStory *story, const TarikhText *text, const TarikhLexicon *lexicon)
{
  TarikhTimeReading *reading = g_new0 (TarikhTimeReading, 1);
  const Grammar *grammar = lexicon != NULL ? tarikh_time_grammar_get (lexicon) : NULL;

  reading->exprs = g_ptr_array_new_with_free_func (free_expr);
  reading->notes = g_ptr_array_new_with_free_func (free_note);
  reading->published = story->published != TARIKH_DAY_NONE ? tarikh_base_interval_of_day (story->published)
                                                           : tarikh_base_interval_none ();
  reading->published_by = story->published != TARIKH_DAY_NONE ? story->published_by : TARIKH_PUBLISHED_UNKNOWN;
  if (grammar == NULL)
    return reading;

  g_autofree Atom *atoms = tarikh_time_atom_cut (text, lexicon);
  g_autoptr (Hijri) hijri = tarikh_time_hijri_new ();
  g_autofree guint8 *tenses = g_new0 (guint8, text->n_tokens + 1);
  Context context
      = { .text = text, .lexicon = lexicon, .atoms = atoms, .hijri = hijri, .event_day = TARIKH_DAY_NONE,
          .reached_day = TARIKH_DAY_NONE, .tenses = tenses };
  reset_tale (&context, story->published, story->published_minute);
  g_autoptr (GArray) found = tarikh_time_find_all (&context, grammar);
  g_autoptr (GArray) impossible = context.impossible;
  for (guint i = 0; i < impossible->len; i++)
    add_note (reading, TARIKH_NOTE_IMPOSSIBLE_DATE, g_array_index (impossible, TarikhSpan, i), NULL);
  set_published (&context, story, found, reading);
  resolve_reading (&context, found, story->published != TARIKH_DAY_NONE ? story->published_minute : -1, reading);
  return reading;
}

char *
tarikh_time_reading_dump (const TarikhTimeReading *reading, const TarikhStory *story)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < reading->exprs->len; i++) {
    const TarikhTimeExpr *e = reading->exprs->pdata[i];
    const char *mod = tarikh_time_mod_get_name (e->mod);
    g_autofree char *first = tarikh_base_day_to_iso (e->days.first);
    g_autofree char *last = tarikh_base_day_to_iso (e->days.last);
    g_string_append_printf (out, "%u-%u %s %s %s %s..%s %s «%.*s»\n", e->span.start, e->span.end,
                            tarikh_time_type_get_name (e->type), e->value, mod != NULL ? mod : "-",
                            first != NULL ? first : "", last != NULL ? last : "", e->rule,
                            (int) (e->span.end - e->span.start), story->text + e->span.start);
  }
  return g_string_free (out, FALSE);
}
