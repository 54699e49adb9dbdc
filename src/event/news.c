/* event/news: what is told without a time: the news of the day, and what belongs to it. */
#include "event/dater.h"

#include <string.h>

#define LEAD_SENTENCES 2
#define SHORT_STORY 12 /* sentences */

/* CANDIDATE, which CLAUSE tells and no other pass shall tell again. */
static void
add_candidate (Dater *d, guint32 clause, EventCandidate candidate)
{
  g_array_append_val (d->candidates, candidate);
  *dater_get_taken (d, clause) = d->candidates->len;
}

/* "quoted … as saying that": a verb that tells of no telling is one here, when what follows it is said. */
static gboolean
only_quotes (const EventReader *reader, guint32 index)
{
  const EventClause *clause = reader_get_clause (reader, index);

  if (clause->verb == NO_TOKEN || reader->words[clause->verb].announces)
    return FALSE;
  for (guint32 i = index + 1; i < reader->clauses->len && i <= index + 4; i++) {
    const EventClause *child = reader_get_clause (reader, i);
    if (child->sentence != clause->sentence)
      break;
    if (child->parent == index && child->kind == CLAUSE_THAT)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_news_clause (const EventReader *reader, const EventClause *clause)
{
  if (clause->kind != CLAUSE_MAIN || clause->verb == NO_TOKEN || clause->marks & (WORD_NEGATION | WORD_POSSIBLE))
    return FALSE;
  const EventWord *verb = &reader->words[clause->verb];
  return (verb->kind == KIND_ACT || verb->kind == KIND_LIGHT || verb->kind == KIND_SAY || verb->kind == KIND_PHASE
          || verb->kind == KIND_PLAN)
         && !(verb->flags & WORD_GUESSED);
}

static gboolean
is_lead (const EventReader *reader, guint32 sentence)
{
  return sentence < LEAD_SENTENCES
         && reader->text->sentences[sentence].paragraph == reader->text->sentences[0].paragraph;
}

/* Whether the clause's own date lies within a week of the publication. */
static gboolean
is_recent (Dater *d, guint32 clause)
{
  guint32 taken = *dater_get_taken (d, clause);

  if (taken > d->candidates->len)
    return FALSE;
  TarikhInterval days = g_array_index (d->candidates, EventCandidate, taken - 1).days;
  return days.last >= d->reader->reading->published.first - 7 && days.first <= d->reader->reading->published.last
         && days.grain <= TARIKH_GRAIN_WEEK;
}

/* Whether what the clause says has a recent date of its own: then that is the news. */
static gboolean
says_dated (Dater *d, guint32 index)
{
  for (guint32 i = index + 1; i < d->reader->clauses->len && i <= index + REACH_CLAUSES; i++) {
    const EventClause *child = reader_get_clause (d->reader, i);
    if (child->sentence != reader_get_clause (d->reader, index)->sentence)
      break;
    if (child->parent == index && child->kind == CLAUSE_THAT && *dater_get_taken (d, i) && is_recent (d, i))
      return TRUE;
  }
  return FALSE;
}

/* A day of the week before the publication, told by the text. */
static gboolean
is_news_day (const Dater *d, const EventCandidate *candidate)
{
  TarikhInterval today = d->reader->reading->published;

  return candidate->dated_by == TARIKH_DATED_EXPLICIT && candidate->days.grain <= TARIKH_GRAIN_DAY
         && candidate->days.first <= today.last && candidate->days.last >= today.first - 7;
}

/* "A reporter was killed in a raid that hit his car on Sunday", "the club was crowned after its victory on Sunday": the day
 * of the inner happening is the news' day, and the news is what the clause tells. */
static gboolean
holds_day_of (const EventReader *reader, const EventCandidate *candidate, guint32 index)
{
  const EventClause *own = reader_get_clause (reader, candidate->clause);

  if (candidate->noun != NO_TOKEN)
    return candidate->clause == index && candidate->noun > 0
           && reader->words[candidate->noun - 1].flags & WORD_TEMPORAL;
  for (guint n = 0; own->kind == CLAUSE_BARE_RELATIVE && n < 4; n++) {
    if (own->parent == index)
      return TRUE;
    own = reader_get_clause (reader, own->parent);
  }
  return FALSE;
}

/* Gives the clause the day that something inside it has. FALSE when nothing has one. */
static gboolean
take_inner_day (Dater *d, guint32 index)
{
  const EventClause *clause = reader_get_clause (d->reader, index);

  if (!(d->reader->words[clause->verb].flags & (WORD_PAST | WORD_PASSIVE)))
    return FALSE;
  for (guint i = 0; i < d->candidates->len && i < REACH_CLAUSES; i++) {
    EventCandidate *candidate = &g_array_index (d->candidates, EventCandidate, i);
    if (!is_news_day (d, candidate) || !holds_day_of (d->reader, candidate, index))
      continue;
    candidate->clause = index;
    candidate->noun = NO_TOKEN;
    candidate->rule = "lead-inner-time";
    *dater_get_taken (d, index) = i + 1;
    return TRUE;
  }
  return FALSE;
}

/* "It seems that …": the writer's opinion opens no news. */
static gboolean
only_seems (const EventReader *reader, const EventClause *clause)
{
  if (clause->auxiliary == NO_TOKEN)
    return FALSE;
  const EventWord *auxiliary = &reader->words[clause->auxiliary];

  return auxiliary->flags & WORD_PRESENT && (auxiliary->kind == KIND_MODAL || auxiliary->kind == KIND_THINK);
}

/* "The announcement came after …": the news is what the subject names. */
static gboolean
names_its_news (const EventReader *reader, const EventClause *clause)
{
  return clause->kind == CLAUSE_MAIN && clause->verb != NO_TOKEN && clause->subject != NO_TOKEN
         && (reader->words[clause->verb].kind == KIND_STAND || reader->words[clause->verb].kind == KIND_MODAL)
         && reader->words[clause->verb].flags & WORD_PAST && !(clause->marks & WORD_NEGATION)
         && reader->words[clause->subject].flags & (WORD_MASDAR | WORD_NEWS_NOUN)
         && tarikh_event_name_at (reader, clause->subject) == NULL;
}

/* Where what that noun names ends: at the preposition or pause that says when or why it came. */
static guint32
end_named_news (const EventReader *reader, guint32 index, guint32 noun)
{
  const EventClause *clause = reader_get_clause (reader, index);
  guint32 end = noun + 1, limit = reader_limit (noun, clause->end);
  guint32 stops = WORD_TIME | WORD_ADVERB | (clause->verb != NO_TOKEN ? WORD_PREPOSITION : 0);

  while (end < limit && reader->words[end].clause == index && reader->text->tokens[end].kind == TARIKH_TOKEN_WORD
         && !(reader->words[end].flags & stops))
    end++;
  return end;
}

/* Whether any day of the calendar is named in the sentence. */
static gboolean
has_time (const EventReader *reader, guint32 sentence)
{
  const TarikhSentence *s = &reader->text->sentences[sentence];

  for (guint32 i = s->first_token; i < s->end_token; i++)
    if (reader->words[i].time >= 0 && tarikh_event_is_date (reader, dater_get_expr (reader, reader->words[i].time)))
      return TRUE;
  return FALSE;
}

/* As has_time, asked once a sentence. */
static gboolean
sentence_has_time (Dater *d, guint32 sentence)
{
  if (d->seen_sentence != sentence) {
    d->seen_sentence = sentence;
    d->seen_time = has_time (d->reader, sentence);
  }
  return d->seen_time;
}

static gboolean
ends_sentence (const EventReader *reader, guint32 sentence)
{
  const TarikhToken *last = &reader->text->tokens[reader->text->sentences[sentence].end_token - 1];

  return last->kind == TARIKH_TOKEN_PUNCT && last->number != '?' && last->number != 0x61f && last->number != ':';
}

/* The noun that names the news of the clause: its subject, or what a clause without a verb opens with; or NO_TOKEN. */
static guint32
find_news_noun (Dater *d, guint32 index)
{
  const EventClause *clause = reader_get_clause (d->reader, index);

  if (names_its_news (d->reader, clause))
    return clause->subject;
  return sentence_has_time (d, clause->sentence) || !ends_sentence (d->reader, clause->sentence) /* a title */
             ? NO_TOKEN
             : tarikh_event_find_opening_noun (d->reader, index);
}

static void
add_lead (Dater *d, guint32 index, guint32 noun)
{
  TarikhInterval today = d->reader->reading->published;
  guint32 telling = noun != NO_TOKEN ? NO_TOKEN : tarikh_event_find_telling (d->reader, index);

  add_candidate (
      d, index,
      (EventCandidate){ .clause = telling != NO_TOKEN ? telling : index,
                        .noun = noun,
                        .noun_end = noun != NO_TOKEN ? end_named_news (d->reader, index, noun) : 0,
                        .days = today,
                        .time_expr = -1,
                        .dated_by = TARIKH_DATED_DCT,
                        .status = tarikh_event_judge_status (d->reader, reader_get_clause (d->reader, index), today),
                        .rule = "lead" });
}

/* The lead tells the news of the day when it names no day. */
static void
date_lead (Dater *d)
{
  TarikhInterval today = d->reader->reading->published;

  if (!tarikh_base_interval_is_known (today))
    return;
  for (guint32 i = 0; i < d->reader->clauses->len; i++) {
    const EventClause *clause = reader_get_clause (d->reader, i);
    if (!is_lead (d->reader, clause->sentence))
      break;
    if (says_dated (d, i))
      return;
    if (*dater_get_taken (d, i) && is_recent (d, i) && (clause->kind == CLAUSE_MAIN || clause->kind == CLAUSE_THAT))
      return;
    guint32 noun = find_news_noun (d, i);
    if (*dater_get_taken (d, i) || (noun == NO_TOKEN && !is_news_clause (d->reader, clause))
        || only_seems (d->reader, clause))
      continue;
    if (noun == NO_TOKEN && take_inner_day (d, i))
      return;
    add_lead (d, i, noun);
    return;
  }
}

/* The days of the main news: of the first event dated within a week of the publication, up to the publication. */
static TarikhInterval
find_news_days (const Dater *d)
{
  TarikhInterval today = d->reader->reading->published;

  if (!tarikh_base_interval_is_known (today))
    return tarikh_base_interval_none ();
  for (guint i = 0; i < d->candidates->len; i++) {
    const EventCandidate *candidate = &g_array_index (d->candidates, EventCandidate, i);
    if (candidate->days.grain > TARIKH_GRAIN_DAY || candidate->days.first > today.last
        || candidate->days.last < today.first - 7)
      continue;
    return (TarikhInterval){ candidate->days.first, MAX (candidate->days.last, today.last), TARIKH_GRAIN_DAY };
  }
  return today;
}

/* What the news quotes somebody as telling: "the ministry said that it had stopped …". */
static gboolean
is_reported (const EventReader *reader, const EventClause *clause)
{
  if ((clause->kind != CLAUSE_THAT && clause->kind != CLAUSE_QUOTE) || !tarikh_event_clause_tells (reader, clause))
    return FALSE;
  const EventClause *parent = reader_get_clause (reader, tarikh_event_find_completed (reader, clause));

  return parent->kind == CLAUSE_MAIN && parent->verb != NO_TOKEN && reader->words[parent->verb].kind == KIND_SAY;
}

static gboolean
ends_with (const EventReader *reader, guint32 token, const char *ending)
{
  const TarikhToken *t = &reader->text->tokens[token];
  gsize n = strlen (ending);

  return n > 0 && t->fold_length > n + 4
         && memcmp (tarikh_text_get_fold (reader->text, t) + t->fold_length - n, ending, n) == 0;
}

static gboolean
ends_written (const EventReader *reader, guint32 token, const char *ending)
{
  const TarikhToken *t = &reader->text->tokens[token];
  gsize n = strlen (ending);

  return n > 0 && t->end - t->start > n && memcmp (reader->text->text + t->end - n, ending, n) == 0;
}

/* Whether the word may carry a pronoun of more than one letter: "their state". */
static gboolean
may_be_owned (const EventReader *reader, guint32 token)
{
  const TarikhLexiconTable *suffixes = reader->grammar.suffixes;

  for (guint i = 0; suffixes != NULL && i < suffixes->n_rows; i++) {
    const char *suffix = suffixes->cells[i * suffixes->n_columns];
    if (*g_utf8_next_char (suffix) != '\0' && ends_written (reader, token, suffix))
      return TRUE;
  }
  return FALSE;
}

/* A word that no table knows, without clitic, article, pronoun or the ending of a feminine noun. */
static gboolean
is_strange (const EventReader *reader, guint32 token)
{
  const EventWord *word = &reader->words[token];
  gsize length;

  return token < reader->text->n_tokens && reader->text->tokens[token].kind == TARIKH_TOKEN_WORD && word->clitics == 0
         && !(word->flags & (WORD_KNOWN | WORD_GUESSED | WORD_TIME))
         && !ends_written (reader, token, reader->grammar.feminine_letter)
         && !ends_written (reader, token, reader->grammar.feminine_plural) && !may_be_owned (reader, token)
         && tarikh_event_get_bare (reader, token, &length)
                == tarikh_text_get_fold (reader->text, &reader->text->tokens[token]);
}

/* "Taki Rahmani accused", "Shabat denied": a subject right after its verb that is two strange words, or one when the verb
 * announces: a name, most likely. */
static gboolean
names_stranger (const EventReader *reader, const EventClause *clause)
{
  return clause->kind == CLAUSE_MAIN && clause->subject == clause->verb + 1 && is_strange (reader, clause->subject)
         && (reader->words[clause->verb].announces || is_strange (reader, clause->subject + 1));
}

/* Whether the subject is somebody: named, known by a title or as a body, or people by the ending of their plural. */
static gboolean
has_actor (const EventReader *reader, const EventClause *clause)
{
  if (clause->kind == CLAUSE_THAT && reader->words[clause->first].opener == OPENER_THAT
      && reader->words[clause->first].form != FORM_NONE)
    return TRUE; /* "that it": the speaker */
  if (clause->subject == NO_TOKEN)
    return clause->verb + 2 < clause->end && reader->text->tokens[clause->verb + 1].kind == TARIKH_TOKEN_NUMBER
           && reader->text->tokens[clause->verb + 2].kind == TARIKH_TOKEN_WORD; /* "29 states expelled" */
  for (guint32 i = clause->subject + 1; i < clause->subject_end; i++)
    if (ends_with (reader, i, reader->grammar.people_ending) || ends_with (reader, i, reader->grammar.people_oblique))
      return TRUE; /* "some of the marchers" */
  return tarikh_event_name_at (reader, clause->subject) != NULL || names_stranger (reader, clause)
         || reader->words[clause->subject].flags & (WORD_TITLE | WORD_ORGANISATION | WORD_GENTILIC)
         || reader->words[clause->verb].form == FORM_PLURAL
         || ends_with (reader, clause->subject, reader->grammar.people_ending);
}

/* "the appointment of … took place": a light verb with the noun of a deed. */
static gboolean
does_deed (const EventReader *reader, const EventClause *clause)
{
  return clause->subject != NO_TOKEN && clause->subject > clause->verb
         && reader->words[clause->subject].flags & WORD_MASDAR
         && !(reader->words[clause->subject].flags & WORD_SUFFIXED);
}

/* An actor's deed in a sentence without any time, near the head of the story: it belongs to the main news. */
static gboolean
joins_news (Dater *d, const EventClause *clause)
{
  const EventReader *reader = d->reader;
  const EventWord *verb = clause->verb != NO_TOKEN ? &reader->words[clause->verb] : NULL;

  gboolean reported = is_reported (reader, clause);
  gboolean vowed = reported && verb->flags & WORD_PRESENT && clause->marks & WORD_FUTURE;

  return (reported || is_news_clause (reader, clause)) && (!(verb->flags & WORD_PRESENT) || vowed)
         && clause->auxiliary == NO_TOKEN
         && ((verb->kind == KIND_LIGHT && (reported || does_deed (reader, clause)))
             || ((verb->kind == KIND_ACT || verb->kind == KIND_LIGHT) && has_actor (reader, clause)))
         && !sentence_has_time (d, clause->sentence) && ends_sentence (reader, clause->sentence);
}

/* Below the part of a story that its news takes: a short one tells nothing else. */
static gboolean
is_far_down (const EventReader *reader, const EventClause *clause)
{
  return clause->sentence > MAX (reader->text->n_sentences / 2, SHORT_STORY);
}

/* What is vowed on the day of the news is still to come. */
static TarikhStatus
judge_context (const EventClause *clause)
{
  return clause->marks & WORD_FUTURE ? TARIKH_STATUS_PLANNED : TARIKH_STATUS_PAST;
}

static void
date_context (Dater *d)
{
  TarikhInterval days = find_news_days (d);
  guint32 done = G_MAXUINT32;

  if (!tarikh_base_interval_is_known (days))
    return;
  for (guint32 i = 0; i < d->reader->clauses->len; i++) {
    const EventClause *clause = reader_get_clause (d->reader, i);
    if (is_far_down (d->reader, clause) && !(clause->marks & WORD_PERFECT))
      continue; /* far down only what is told as just done */
    gboolean named = names_its_news (d->reader, clause) && !sentence_has_time (d, clause->sentence);
    if (clause->sentence == done || clause->sentence == 0 || *dater_get_taken (d, i)
        || (!named && (!joins_news (d, clause) || only_quotes (d->reader, i))))
      continue;
    done = clause->sentence;
    add_candidate (d, i,
                   (EventCandidate){ .clause = i,
                                     .noun = named ? clause->subject : NO_TOKEN,
                                     .noun_end = named ? end_named_news (d->reader, i, clause->subject) : 0,
                                     .days = days,
                                     .time_expr = -1,
                                     .dated_by = TARIKH_DATED_CONTEXT,
                                     .status = judge_context (clause),
                                     .rule = "context" });
  }
}

/* "The club had asked for a delay": what was done before the story, on a day that it does not tell. */
static gboolean
tells_background (Dater *d, const EventClause *clause)
{
  const EventReader *reader = d->reader;

  if (clause->kind != CLAUSE_MAIN || clause->verb == NO_TOKEN || clause->auxiliary == NO_TOKEN
      || clause->marks & (WORD_NEGATION | WORD_POSSIBLE | WORD_FUTURE | WORD_PLANNED))
    return FALSE;
  const EventWord *verb = &reader->words[clause->verb], *auxiliary = &reader->words[clause->auxiliary];

  return auxiliary->kind == KIND_BE && auxiliary->flags & WORD_PAST && verb->flags & (WORD_PAST | WORD_PASSIVE)
         && !(verb->flags & WORD_GUESSED)
         && (verb->kind == KIND_ACT || verb->kind == KIND_LIGHT || verb->kind == KIND_PHASE || verb->announces)
         && clause->subject != NO_TOKEN;
}

/* A named actor's deed in the perfect, told without a time and away from the news. */
static gboolean
tells_deed (Dater *d, const EventClause *clause)
{
  const EventReader *reader = d->reader;

  if (!is_news_clause (reader, clause) || clause->auxiliary != NO_TOKEN || clause->marks & (WORD_FUTURE | WORD_PLANNED)
      || !is_far_down (reader, clause))
    return FALSE;
  const EventWord *verb = &reader->words[clause->verb];

  return verb->flags & (WORD_PAST | WORD_PASSIVE) && !(verb->flags & WORD_PRESENT) && verb->kind == KIND_ACT
         && !verb->intransitive && clause->subject != NO_TOKEN && tarikh_event_name_at (reader, clause->subject) != NULL
         && !sentence_has_time (d, clause->sentence) && ends_sentence (reader, clause->sentence);
}

static void
note_background (Dater *d)
{
  for (guint32 i = 0; i < d->reader->clauses->len; i++) {
    const EventClause *clause = reader_get_clause (d->reader, i);
    if (*dater_get_taken (d, i) || only_quotes (d->reader, i)
        || (!tells_background (d, clause) && !tells_deed (d, clause)))
      continue;
    add_candidate (d, i,
                   (EventCandidate){ .clause = i,
                                     .noun = NO_TOKEN,
                                     .days = tarikh_base_interval_none (),
                                     .time_expr = -1,
                                     .dated_by = TARIKH_DATED_NONE,
                                     .status = TARIKH_STATUS_PAST,
                                     .rule = "background" });
  }
}

void
tarikh_event_date_news (Dater *d)
{
  date_lead (d);
  date_context (d);
  note_background (d);
}
