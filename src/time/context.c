/* time/context: the words round an expression and the tale it stands in. Reads classes, never words. */
#include "time/context.h"

enum { LOOK_BACK_TOKENS = 5 };

const TarikhLexeme *
tarikh_time_context_before (const Context *context, guint32 token, TarikhLexiconClass class_id)
{
  const TarikhLexeme *longest = NULL;

  for (guint32 i = token; i > 0 && token - i < LOOK_BACK_TOKENS; i--) {
    const Atom *atom = &context->atoms[i - 1];
    const TarikhLexeme *lexeme = tarikh_time_atom_find (atom, class_id);
    if (lexeme != NULL && i - 1 + atom->n_tokens == token)
      longest = lexeme;
  }
  return longest;
}

const TarikhLexeme *
tarikh_time_context_at (const Context *context, guint32 token, TarikhLexiconClass class_id)
{
  return token < context->text->n_tokens ? tarikh_time_atom_find (&context->atoms[token], class_id) : NULL;
}

gboolean
tarikh_time_context_has_preposition (const Context *context, guint32 token)
{
  static const TarikhLexiconClass classes[]
      = { TARIKH_LEXICON_IN,    TARIKH_LEXICON_SINCE,  TARIKH_LEXICON_UNTIL,   TARIKH_LEXICON_FROM,
          TARIKH_LEXICON_TO,    TARIKH_LEXICON_MOD,    TARIKH_LEXICON_BETWEEN, TARIKH_LEXICON_BEFORE,
          TARIKH_LEXICON_AFTER, TARIKH_LEXICON_DURING, TARIKH_LEXICON_BY,      TARIKH_LEXICON_MONTH_WORD };

  if (context->atoms[token].dress & DRESS_PREPOSITION)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (tarikh_time_context_before (context, token, classes[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
tarikh_time_context_is_near (const Context *context, const Tale *tale, guint32 token, guint sentences)
{
  const TarikhText *text = context->text;

  if (tale->day == TARIKH_DAY_NONE)
    return FALSE;
  guint here = tarikh_text_find_sentence (text, text->tokens[token].start);
  guint there = tarikh_text_find_sentence (text, text->tokens[tale->token].start);
  return here != G_MAXUINT && there != G_MAXUINT && here - there <= sentences;
}

gboolean
tarikh_time_context_tale_is_near (const Context *context, guint32 token, guint sentences)
{
  return tarikh_time_context_is_near (context, &context->tale, token, sentences);
}

/* TRUE when DAY does not break a tale of the past: today, or yesterday in its very sentence. */
static gboolean
is_about_now (const Context *context, TarikhDay day, guint32 token)
{
  return day == context->ref
         || (day < context->ref && day >= context->ref - 2 && tarikh_time_context_tale_is_near (context, token, 0));
}

void
tarikh_time_context_tell (Context *context, const Resolved *resolved, guint32 token)
{
  Point p = resolved->point;

  if (p.grain == TARIKH_GRAIN_NONE || resolved->days.first == TARIKH_DAY_NONE || resolved->type == TARIKH_TIME_SET)
    return;
  if ((resolved->flags & TARIKH_TIME_OFFSET) && resolved->type == TARIKH_TIME_TIME)
    return; /* "four hours later" does not turn the page to another day */
  if (!resolved->explicit_year && p.grain == TARIKH_GRAIN_DAY && context->tale.explicit_year
      && is_about_now (context, tarikh_time_point_get_days (p).first, token))
    return;
  context->tale = (Tale){ tarikh_time_point_get_days (p).first,
                          p.grain,
                          resolved->minute,
                          token,
                          resolved->explicit_year,
                          resolved->hijri,
                          tarikh_time_context_before (context, token, TARIKH_LEXICON_SINCE) != NULL };
  if ((p.grain == TARIKH_GRAIN_DAY || p.grain == TARIKH_GRAIN_MONTH) && resolved->explicit_year)
    context->told = context->tale;
  if (p.grain == TARIKH_GRAIN_DAY && resolved->explicit_year && p.year > 0 && p.year < 9999)
    context->told_years[p.month * 32 + p.day] = (gint16) p.year;
  if (p.grain == TARIKH_GRAIN_DAY && resolved->full) {
    TarikhDay day = tarikh_time_point_get_days (p).first;
    context->told_weekdays[tarikh_base_day_get_weekday (day)] = day;
  }
}

TarikhDay
tarikh_time_context_get_tale_day (const Context *context)
{
  return context->tale.day != TARIKH_DAY_NONE ? context->tale.day : context->ref;
}
