/* chronology/clarity: how well a headline stands on paper by itself: whole, with its verb first, told as done, naming who.
 * Judges the wording only; what happened is not its business. Writes and mends nothing. */
#include "chronology/telling.h"

#include <string.h>

#define FEWEST_WORDS 5
#define MOST_WORDS 12

typedef enum { VERB_ACT = 1, VERB_SAY = 2, VERB_THINK = 3, VERB_STAND = 4, VERB_BE = 5, VERB_LIGHT = 7 } VerbKind;

/* The verb that HIT may be, and whether it is told as done; NULL when it is none. */
static const TarikhLexeme *
find_verb (const TarikhLexiconHit *hit, gboolean *done)
{
  const TarikhLexeme *verb = tarikh_lexicon_hit_find (hit, TARIKH_LEXICON_VERB_PAST);

  if (verb == NULL)
    verb = tarikh_lexicon_hit_find (hit, TARIKH_LEXICON_VERB_PASSIVE);
  *done = verb != NULL;
  return verb != NULL ? verb : tarikh_lexicon_hit_find (hit, TARIKH_LEXICON_VERB_PRESENT);
}

/* What the headline's first word is worth: a deed that is told as it is meant best of all. */
static double
rate_opening (const TarikhLexicon *lexicon, const TarikhText *text, TarikhStatus status)
{
  TarikhLexiconHit hit;
  gboolean done = FALSE;

  if (!tarikh_lexicon_match (lexicon, text, 0, &hit))
    return 0.7; /* a verb that no table has, or a noun */
  if (tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_NEGATION) != NULL)
    return 0.6;
  const TarikhLexeme *verb = find_verb (&hit, &done);
  if (verb == NULL)
    return 0.5;
  double worth = done == (status == TARIKH_STATUS_PAST) ? 1.0 : 0.85;
  switch (verb->value / 10 % 10) {
  case VERB_ACT:
    return worth;
  case VERB_SAY:
    return worth * 0.85;
  case VERB_THINK:
  case VERB_STAND:
  case VERB_BE:
    return worth * 0.75;
  case VERB_LIGHT:
    return worth * 0.7;
  default:
    return worth * 0.9;
  }
}

static double
rate_length (guint n_words)
{
  if (n_words < FEWEST_WORDS)
    return 1.0 - 0.15 * (FEWEST_WORDS - n_words);
  return n_words > MOST_WORDS ? 0.85 : 1.0;
}

/* A month's name that is also another word is one after a number. */
static gboolean
is_month (const TarikhText *text, guint index, const TarikhLexiconHit *hit)
{
  if (tarikh_lexicon_hit_find (hit, TARIKH_LEXICON_MONTH) == NULL)
    return FALSE;
  return tarikh_lexicon_hit_find (hit, TARIKH_LEXICON_MONTH_DOUBT) == NULL
         || (index > 0 && text->tokens[index - 1].kind == TARIKH_TOKEN_NUMBER);
}

/* A headline that ends with a word that waits for another was cut; a date in it stands beside it anyway. */
static double
rate_words (const TarikhLexicon *lexicon, const TarikhText *text)
{
  double worth = 1.0;

  for (guint i = 0; i < text->n_tokens; i++) {
    TarikhLexiconHit hit;
    if (!tarikh_lexicon_match (lexicon, text, i, &hit))
      continue;
    if (is_month (text, i, &hit))
      worth = MIN (worth, 0.6);
    gboolean last = i + hit.n_tokens >= text->n_tokens;
    if (last && (tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_PREPOSITION) != NULL
                 || tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_HANGING) != NULL
                 || tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_CLAUSE_OPENER) != NULL))
      return 0.5;
  }
  return worth;
}

static double
rate_names (const TarikhChronicleEvent *event)
{
  guint n = 0;

  for (guint i = 0; i < event->who->len; i++)
    n += strstr (event->headline, g_ptr_array_index (event->who, i)) != NULL;
  for (guint i = 0; i < event->where->len && n == 0; i++)
    n += strstr (event->headline, g_ptr_array_index (event->where, i)) != NULL;
  return n > 0 ? 1.0 : 0.8;
}

static double
rate_quotes (const char *headline)
{
  guint n = 0;

  for (const char *p = headline; *p != '\0'; p++)
    n += *p == '"';
  return n % 2 == 0 ? 1.0 : 0.7;
}

double
tarikh_chronology_rate_clarity (const char *lang, const TarikhChronicleEvent *event)
{
  const TarikhLexicon *lexicon = lang != NULL ? tarikh_lexicon_get (lang) : NULL;

  if (event->headline == NULL || event->headline[0] == '\0')
    return 0;
  g_autoptr (TarikhText) text = tarikh_text_new (event->headline, strlen (event->headline));
  guint n_words = 0;
  for (guint i = 0; i < text->n_tokens; i++)
    n_words += text->tokens[i].kind == TARIKH_TOKEN_WORD;
  double worth = rate_length (n_words) * rate_names (event) * rate_quotes (event->headline);
  if (lexicon == NULL || text->n_tokens == 0)
    return worth;
  return worth * rate_opening (lexicon, text, event->status) * rate_words (lexicon, text);
}
