/* time/told: dates in the calendar that the story used for them. A date of one calendar is given in the other too, for those
 * who do not know it; the story's own day of the Hijri month stands even where the reckoned calendar is a day off. */
#include "time/wording.h"

#include <string.h>

typedef struct {
  TarikhDay first, last;
  TarikhCalendar calendar; /* AUTO: the expression names none */
  gint shift;              /* days by which the story's moon was ahead of the reckoned one */
} Told;

/* The calendar that TEXT names first. BOTH: the Gregorian, then the Hijri. AUTO: it names neither. */
static TarikhCalendar
find_calendar (const TarikhLexicon *lexicon, const TarikhText *text)
{
  TarikhCalendar calendar = TARIKH_CALENDAR_AUTO;
  TarikhLexiconHit hit;

  for (guint i = 0; i < text->n_tokens && calendar != TARIKH_CALENDAR_BOTH; i++) {
    if (text->tokens[i].kind != TARIKH_TOKEN_WORD || !tarikh_lexicon_match (lexicon, text, i, &hit))
      continue;
    const TarikhLexeme *era = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_ERA);
    gboolean hijri = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_HIJRI_MONTH) != NULL
                     || tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_HIJRI_RARE) != NULL
                     || (era != NULL && strcmp (era->text, "H") == 0);
    if (hijri && calendar == TARIKH_CALENDAR_AUTO)
      return TARIKH_CALENDAR_HIJRI;
    if (hijri)
      calendar = TARIKH_CALENDAR_BOTH;
    else if (tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_MONTH) != NULL)
      calendar = TARIKH_CALENDAR_GREGORIAN;
  }
  return calendar;
}

static gboolean
has_number (const TarikhText *text, gint number)
{
  for (guint i = 0; i < text->n_tokens; i++)
    if (text->tokens[i].kind == TARIKH_TOKEN_NUMBER && text->tokens[i].number == number)
      return TRUE;
  return FALSE;
}

/* -1, 0 or 1. */
static gint
find_shift (const TarikhText *text, TarikhDay day)
{
  static const gint shifts[] = { 0, -1, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    if (has_number (text, tarikh_time_civil_hijri (day + shifts[i]).day))
      return shifts[i];
  return 0;
}

static void
read_expression (Told *told, const TarikhLexicon *lexicon, const char *expression)
{
  g_autoptr (TarikhText) text = tarikh_text_new (expression, strlen (expression));

  told->calendar = find_calendar (lexicon, text);
  if (told->first == told->last && told->calendar >= TARIKH_CALENDAR_HIJRI)
    told->shift = find_shift (text, told->first);
}

/* The words in CALENDAR; for the Hijri one, of the day that the story saw. */
static char *
word_in (const TarikhDateStyle *style, TarikhCalendar calendar, const Told *told, const char *value)
{
  TarikhDateStyle one = *style;
  gint shift = calendar == TARIKH_CALENDAR_HIJRI ? told->shift : 0;

  one.calendar = calendar;
  return tarikh_time_format_interval (&one, told->first + shift, told->last + shift, value);
}

/* The date of the other calendar, without its clock time. */
static char *
word_second (const TarikhDateStyle *style, TarikhCalendar calendar, const Told *told, const char *value)
{
  g_autofree char *text = word_in (style, calendar, told, told->first == told->last ? NULL : value);

  return *text == '\0' ? NULL
                       : tarikh_time_fill (tarikh_time_get_pattern (style, "date.other", "({a})"), 'a', text,
                                           TARIKH_TEMPLATE_END);
}

char *
tarikh_time_format_told (const TarikhDateStyle *style, TarikhDay first, TarikhDay last, const char *value,
                         const char *text, char **second)
{
  Told told = { first, last, TARIKH_CALENDAR_AUTO, 0 };

  if (text != NULL && style->lexicon != NULL && first != TARIKH_DAY_NONE && last != TARIKH_DAY_NONE)
    read_expression (&told, style->lexicon, text);
  TarikhCalendar calendar = style->calendar != TARIKH_CALENDAR_AUTO ? style->calendar : told.calendar;
  gboolean turned = style->calendar == TARIKH_CALENDAR_AUTO && calendar == TARIKH_CALENDAR_HIJRI;
  *second = NULL;
  if (turned)
    *second = word_second (style, TARIKH_CALENDAR_GREGORIAN, &told, value);
  else if (calendar == TARIKH_CALENDAR_BOTH)
    *second = word_second (style, TARIKH_CALENDAR_HIJRI, &told, value);
  return word_in (style, calendar == TARIKH_CALENDAR_HIJRI ? calendar : TARIKH_CALENDAR_GREGORIAN, &told, value);
}
