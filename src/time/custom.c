/* time/custom: how a newsroom writes its dates, read off its time expressions: digits, and which of the month names. Counts
 * words; what an expression means is not asked. */
#include "time/wording.h"

#include <string.h>

/* Traditions of one name a month, by TarikhMonths. */
#define FIRST_PLAIN TARIKH_MONTHS_GREGORIAN
#define LAST_PLAIN TARIKH_MONTHS_MOROCCAN

struct _TarikhDateCustom {
  const TarikhLexicon *lexicon;
  char *names[LAST_PLAIN + 1][13]; /* folded, words joined by blanks; by tradition and month; owned */
  guint digits[TARIKH_DIGITS_COUNT];
  guint months[TARIKH_MONTHS_COUNT];
};

TarikhDateCustom *
tarikh_time_custom_new (const TarikhLexicon *lexicon)
{
  TarikhDateCustom *custom = g_new0 (TarikhDateCustom, 1);
  TarikhDateStyle style = { .lexicon = lexicon };

  custom->lexicon = lexicon;
  for (guint i = FIRST_PLAIN; i <= LAST_PLAIN; i++)
    for (gint month = 1; month <= 12; month++) {
      const char *name = tarikh_time_get_month_name (&style, (TarikhMonths) i, month);
      GString *fold = g_string_new (NULL);
      tarikh_text_fold (name, strlen (name), fold);
      custom->names[i][month] = g_string_free (fold, FALSE);
    }
  return custom;
}

void
tarikh_time_custom_free (TarikhDateCustom *custom)
{
  if (custom == NULL)
    return;
  for (guint i = FIRST_PLAIN; i <= LAST_PLAIN; i++)
    for (gint month = 1; month <= 12; month++)
      g_free (custom->names[i][month]);
  g_free (custom);
}

/* ---- digits ---- */

static TarikhDigits
find_digits (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c >= '0' && c <= '9')
      return TARIKH_DIGITS_LATN;
    if (c >= 0x0660 && c <= 0x0669)
      return TARIKH_DIGITS_ARAB;
    if (c >= 0x06f0 && c <= 0x06f9)
      return TARIKH_DIGITS_ARABEXT;
  }
  return TARIKH_DIGITS_AUTO;
}

/* ---- months ---- */

/* A month's name in an expression. */
typedef struct {
  gint month;         /* 1-12; 0: none */
  guint traditions;   /* bits: those that call it so */
  guint first, end;   /* tokens */
} Named;

/* The traditions that call MONTH as the tokens FIRST up to END do. */
static guint
find_traditions (const TarikhDateCustom *custom, const TarikhText *text, guint first, guint end, gint month)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint found = 0;

  for (guint i = first; i < end; i++) {
    if (i > first)
      g_string_append_c (words, ' ');
    g_string_append_len (words, tarikh_text_get_fold (text, &text->tokens[i]), text->tokens[i].fold_length);
  }
  for (guint i = FIRST_PLAIN; i <= LAST_PLAIN; i++)
    if (strcmp (custom->names[i][month], words->str) == 0)
      found |= 1u << i;
  return found;
}

/* The first month named in TEXT from token AT on. */
static Named
find_month (const TarikhDateCustom *custom, const TarikhText *text, guint at)
{
  TarikhLexiconHit hit;

  for (; at < text->n_tokens; at++) {
    if (text->tokens[at].kind != TARIKH_TOKEN_WORD || !tarikh_lexicon_match (custom->lexicon, text, at, &hit))
      continue;
    const TarikhLexeme *lexeme = tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_MONTH);
    if (lexeme == NULL || hit.clitics != 0 || lexeme->value < 1 || lexeme->value > 12)
      continue;
    guint end = at + hit.n_tokens;
    return (Named){ lexeme->value, find_traditions (custom, text, at, end, lexeme->value), at, end };
  }
  return (Named){ 0 };
}

/* ONE and OTHER, which follow each other, are one month in two traditions: which twin they are; AUTO when none. */
static TarikhMonths
find_twin (const TarikhText *text, const Named *one, const Named *other)
{
  gboolean close = other->first - one->end <= 1;

  if (other->month != one->month || !close || (one->traditions & other->traditions) != 0)
    return TARIKH_MONTHS_AUTO;
  if ((one->traditions & 1u << TARIKH_MONTHS_LEVANTINE) != 0)
    return TARIKH_MONTHS_TWIN_LEVANTINE;
  if ((other->traditions & 1u << TARIKH_MONTHS_LEVANTINE) == 0)
    return TARIKH_MONTHS_AUTO;
  gboolean slash = other->first > one->end && tarikh_text_token_is (&text->tokens[one->end], '/');
  return slash ? TARIKH_MONTHS_TWIN_SLASH : TARIKH_MONTHS_TWIN;
}

static void
count_months (TarikhDateCustom *custom, const TarikhText *text)
{
  for (Named one = find_month (custom, text, 0); one.month != 0;) {
    Named next = find_month (custom, text, one.end);
    TarikhMonths twin = next.month != 0 ? find_twin (text, &one, &next) : TARIKH_MONTHS_AUTO;
    if (twin != TARIKH_MONTHS_AUTO) {
      custom->months[twin]++;
      one = find_month (custom, text, next.end);
      continue;
    }
    for (guint i = FIRST_PLAIN; i <= LAST_PLAIN; i++)
      custom->months[i] += (one.traditions >> i) & 1;
    one = next;
  }
}

void
tarikh_time_custom_add (TarikhDateCustom *custom, const char *text)
{
  g_autoptr (TarikhText) words = tarikh_text_new (text, strlen (text));

  custom->digits[find_digits (text)]++;
  count_months (custom, words);
}

/* ---- the majority ---- */

static guint
find_most (const guint *counts, guint n)
{
  guint best = 0;

  for (guint i = 1; i < n; i++)
    if (counts[i] > (best == 0 ? 0 : counts[best]))
      best = i;
  return best;
}

void
tarikh_time_custom_settle (const TarikhDateCustom *custom, TarikhDateStyle *style)
{
  if (style->digits == TARIKH_DIGITS_AUTO)
    style->digits = (TarikhDigits) find_most (custom->digits, TARIKH_DIGITS_COUNT);
  if (style->months == TARIKH_MONTHS_AUTO)
    style->months = (TarikhMonths) find_most (custom->months, TARIKH_MONTHS_COUNT);
}
