/* event/stretch: copies a stretch of a clause into a headline, inner clauses that it needs included, and knows how far the verb
 * waits for what completes it. */
#include "event/headline.h"

#include <string.h>

static gboolean
is_kept_clause (const Writer *w, guint32 clause, guint32 wanted)
{
  for (guint n = 0; n < 3; n++) {
    if (clause == wanted)
      return TRUE;
    const EventClause *c = reader_get_clause (w->reader, clause);
    gboolean lasts = c->kind == CLAUSE_BARE_RELATIVE && c->verb != NO_TOKEN && c->parent == wanted
                     && writer_get_word (w, c->verb)->kind == KIND_PHASE; /* "on a visit | that lasted two days" */
    gboolean relative = lasts
                        || (c->kind == CLAUSE_BARE_RELATIVE && w->relatives >= 1
                            && !(c->verb != NO_TOKEN && writer_get_word (w, c->verb)->kind == KIND_BE))
                        || (c->kind == CLAUSE_RELATIVE && w->relatives >= 2);
    if (c->kind != CLAUSE_THAT && c->kind != CLAUSE_PURPOSE && c->kind != CLAUSE_QUOTE && !relative)
      return FALSE;
    if (c->parent == clause || c->first < reader_get_clause (w->reader, c->parent)->verb)
      return FALSE;
    clause = c->parent;
  }
  return FALSE;
}

gboolean
tarikh_event_verb_announces (const Writer *w, guint32 verb)
{
  return verb != NO_TOKEN && (writer_get_word (w, verb)->kind == KIND_SAY || writer_get_word (w, verb)->announces);
}

/* The "that" which the verb of CLAUSE waits for, when it comes soon; before it no headline ends. 0 when there is none. */
guint32
tarikh_event_find_that (const Writer *w, guint32 clause, guint32 verb)
{
  if (verb == NO_TOKEN)
    return 0;
  guint32 reach = tarikh_event_verb_announces (w, verb) ? 40 : 12;
  for (guint32 i = verb + 1; i < verb + reach && i < w->reader->text->n_tokens; i++) {
    guint32 own = writer_get_word (w, i)->clause;
    if (writer_get_word (w, i)->opener == OPENER_THAT && own < w->reader->clauses->len && own != clause
        && reader_get_clause (w->reader, own)->parent == clause)
      return i + 2;
  }
  return 0;
}

/* "announced | in a statement from the capital | that": only how it was told stands between, no object. */
static gboolean
tells_how (const Writer *w, guint32 first, guint32 that)
{
  for (guint32 i = first; i < that; i++) {
    const EventWord *word = writer_get_word (w, i);
    if (writer_get_token (w, i)->kind == TARIKH_TOKEN_PUNCT || word->flags & (WORD_TIME | WORD_ADVERB))
      continue;
    return (word->flags & (WORD_PREPOSITION | WORD_ATTRIBUTION)) || word->clitics & TARIKH_CLITIC_PREPOSITION
           || word->clause != writer_get_word (w, first)->clause;
  }
  return TRUE;
}

/* The closing mark of a title that opens at TOKEN right after a noun: "the paper «The World Today»"; TOKEN when none does. */
static guint32
find_title_end (const Writer *w, guint32 token, guint32 end)
{
  const TarikhToken *t = writer_get_token (w, token);

  if (token == 0 || !(tarikh_text_token_is (t, 0xab) || tarikh_text_token_is (t, 0x201c))
      || writer_get_token (w, token - 1)->kind != TARIKH_TOKEN_WORD
      || writer_get_word (w, token - 1)->opener != OPENER_NONE || tarikh_event_word_is_verb (w->reader, token - 1))
    return token;
  for (guint32 i = token + 2; i < end && i < token + 8; i++)
    if (tarikh_text_token_is (writer_get_token (w, i), 0xbb) || tarikh_text_token_is (writer_get_token (w, i), 0x201d))
      return i;
  return token;
}

/* Whether CLAUSE, inside OUTER, adds a comment or a reason to it. */
static gboolean
comments (const Writer *w, guint32 clause, guint32 outer)
{
  const EventClause *c = reader_get_clause (w->reader, clause);

  return c->parent == outer && c->verb != NO_TOKEN
         && (c->kind == CLAUSE_COMMENT || c->kind == CLAUSE_WHEN || c->kind == CLAUSE_BECAUSE);
}

/* A stretch on its way into the headline. */
typedef struct {
  guint32 clause, verb;
  const EventClause *own;
  guint32 that;        /* the token after the "that" which the verb waits for, or 0 */
  guint32 wanted;      /* what else it waits for, or 0 */
  guint32 waits;       /* before it no end */
  guint32 subject_end; /* of a subject after the verb, or 0 */
  guint32 quoted;      /* the clause that a title seemed to open, or NO_TOKEN */
  gboolean gone;       /* a comment was left out */
} Stretch;

static Stretch
open_stretch (const Writer *w, guint32 clause)
{
  const EventClause *own = reader_get_clause (w->reader, clause);
  Stretch s = { .clause = clause, .verb = own->verb, .own = own, .quoted = NO_TOKEN };

  s.that = tarikh_event_find_that (w, clause, own->verb);
  if (s.that != 0 && writer_get_word (w, s.that - 2)->n_tokens > 1)
    s.that = 0; /* "on condition that" */
  s.waits = MAX (s.that, tarikh_event_find_wanted (w, own, clause, &s.wanted));
  if (own->subject != NO_TOKEN && own->verb != NO_TOKEN && own->subject > own->verb)
    s.subject_end = own->subject_end;
  return s;
}

/* Small words that a headline does without. */
static gboolean
is_small (const Writer *w, const Stretch *s, guint32 i)
{
  const EventWord *word = writer_get_word (w, i);
  guint32 limit = s->verb != NO_TOKEN ? s->verb : 0;

  if (!w->as_told
      && (word->flags & WORD_ADVERB
          || (word->flags & (WORD_PERFECT | WORD_FUTURE) && !tarikh_event_word_is_verb (w->reader, i))))
    return TRUE;
  if (i < limit && (word->flags & (WORD_PLANNED | WORD_POSSIBLE) || word->opener == OPENER_THAT))
    return TRUE;
  return tarikh_text_token_is (writer_get_token (w, i), '#')
         || (word->flags & WORD_NEGATION && i + 1 == s->verb && !w->as_told);
}

/* A line's end, or a conjunction alone that opened the clause. */
static gboolean
is_stray (const Writer *w, guint32 i, guint32 first)
{
  const TarikhToken *token = writer_get_token (w, i);

  if (token->kind == TARIKH_TOKEN_NEWLINE)
    return TRUE;
  return i == first && token->kind == TARIKH_TOKEN_WORD && token->fold_length <= 2 && w->pieces->len > 0
         && writer_get_piece (w, 0)->token != NO_TOKEN && writer_get_piece (w, 0)->token > i;
}

/* To where the stretch goes on when what stands at I is passed over: how it was said before "that", a long title before a name. */
static guint32
pass_over (const Writer *w, const Stretch *s, guint32 i)
{
  if (s->subject_end != 0 && i == s->subject_end && s->that > i + 4 && tarikh_event_verb_announces (w, s->verb)
      && tells_how (w, i, s->that - 2))
    return s->that - 2;
  const EventName *name = w->terse && i == s->own->subject ? tarikh_event_name_at (w->reader, i) : NULL;
  guint32 itself = name != NULL ? tarikh_event_skip_title (w->reader, name) : i;
  return itself > i + 1 ? itself : i;
}

/* The last token of what goes with I: a phrase of plans, a source, a time, an apposition, where and how. I - 1 when I stays. */
static guint32
leave_out (const Writer *w, const Stretch *s, guint32 i, guint32 end)
{
  const EventWord *word = writer_get_word (w, i);

  if (word->n_tokens > 1 && word->flags & (WORD_PLANNED | WORD_POSSIBLE))
    return i + word->n_tokens - 1u;
  if (word->flags & WORD_ATTRIBUTION && !(word->flags & WORD_NAMED))
    return tarikh_event_skip_attribution (w, i, end);
  if (tarikh_event_leads_to_time (w, i, end))
    return tarikh_event_skip_reference (w, i, end);
  guint32 after = tarikh_event_skip_apposition (w, i, end, s->clause);
  if (after > i)
    return after;
  if (w->terse && s->subject_end != 0 && i >= s->subject_end && tarikh_event_leads_away (w, i, s->clause, s->wanted))
    return s->wanted - 1;
  return i - 1;
}

/* What is quoted as a title stays whole. Returns its last token; I when none opens there. */
static guint32
add_title (Writer *w, Stretch *s, guint32 i, guint32 end)
{
  guint32 close = find_title_end (w, i, end);

  if (close == i)
    return i;
  for (; i <= close; i++)
    tarikh_event_add_token (w, i);
  s->quoted = writer_get_word (w, close - 1)->clause;
  return close;
}

/* "honoured (55) | pupils": a number in brackets before the noun that it counts belongs to the clause. */
static gboolean
is_bracketed_number (const Writer *w, guint32 i, guint32 end)
{
  if (i + 3 >= end || !tarikh_text_token_is (writer_get_token (w, i), '(')
      || writer_get_token (w, i + 1)->kind != TARIKH_TOKEN_NUMBER || writer_get_word (w, i + 1)->flags & WORD_TIME
      || !tarikh_text_token_is (writer_get_token (w, i + 2), ')'))
    return FALSE;
  const EventWord *noun = writer_get_word (w, i + 3);
  TarikhLexiconHit hit;
  const TarikhLexeme *number
      = tarikh_lexicon_match_before (w->reader->lexicon, w->reader->text, i + 3, TARIKH_LEXICON_TIME_END, &hit)
            ? tarikh_lexicon_hit_find (&hit, TARIKH_LEXICON_CARDINAL)
            : NULL;
  if (number != NULL && number->value == (gint32) writer_get_token (w, i + 1)->number)
    return FALSE; /* "(3) three" */
  return writer_get_token (w, i + 3)->kind == TARIKH_TOKEN_WORD && !tarikh_event_has_article (w, i + 3)
         && noun->opener == OPENER_NONE && noun->clitics == 0
         && !(noun->flags & (WORD_PREPOSITION | WORD_TIME | WORD_NAMED | WORD_NEGATION | WORD_ADVERB));
}

static void
add_own (Writer *w, const Stretch *s, guint32 i, guint32 first)
{
  gboolean early = i < s->waits || (s->subject_end != 0 && i <= s->subject_end); /* the verb waits for more */
  guint8 boundary = early ? 0 : tarikh_event_rate_boundary (w, i);
  gboolean opens = i == first && i == s->own->subject;
  Piece *piece = opens ? tarikh_event_add_bare (w, i, FALSE) : tarikh_event_add_token (w, i);

  piece->boundary = boundary;
}

/* Adds the tokens FIRST..END that belong to CLAUSE (or to what its verb says or wants), without times, sources, adverbs. */
void
tarikh_event_add_stretch (Writer *w, guint32 first, guint32 end, guint32 clause, const Hole *hole, gboolean all)
{
  Stretch s = open_stretch (w, clause);

  end = reader_limit (first, end);
  for (guint32 i = first; i < end; i++) {
    guint32 owner = writer_get_word (w, i)->clause;
    if (i >= hole->subject && i < hole->subject_end)
      continue;
    if (is_bracketed_number (w, i, end)) {
      tarikh_event_add_token (w, i + 1);
      i += 2;
      continue;
    }
    if (!all && owner != s.quoted && !is_kept_clause (w, owner, clause)) {
      s.gone |= i > s.verb && comments (w, owner, clause);
      continue;
    }
    if (s.gone && i >= s.waits && i > s.verb && tarikh_text_token_is (writer_get_token (w, i), 0x60c))
      return; /* what follows a comment explains the comment */
    if (is_small (w, &s, i))
      continue;
    i = pass_over (w, &s, i);
    if (tarikh_event_opens_other_time (w, i, end))
      return;
    guint32 last = leave_out (w, &s, i, end);
    if (last >= i && last != G_MAXUINT32) {
      i = last;
      continue;
    }
    if (is_stray (w, i, first))
      continue;
    guint32 title = add_title (w, &s, i, end);
    if (title == i)
      add_own (w, &s, i, first);
    i = title;
  }
}
