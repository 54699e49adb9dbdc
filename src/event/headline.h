/* event/headline: what the files that word a headline share: its pieces, and who writes them. */
#pragma once

#include "event/room.h"

#define HEADLINE_MOST_WORDS 12
#define HEADLINE_FEW_WORDS 4
#define HEADLINE_SHORT_WORDS 6    /* fewer say too little: relative clauses come back */
#define HEADLINE_LONGEST_WORDS 22 /* of a whole clause when nothing shorter is a sentence */

/* One piece of the headline: a token of the text, or a word from a table. */
typedef struct {
  guint32 token;      /* or NO_TOKEN */
  const char *word;   /* when TOKEN is NO_TOKEN */
  guint8 skip;        /* bytes of the token to leave out at its start */
  guint8 drop;        /* bytes to leave out at its end */
  const char *append; /* put after it, or NULL */
  guint8 boundary;    /* how well the headline may end before it: 0 not, 1 weakly … 3 well */
} Piece;

typedef struct {
  const EventReader *reader;
  const EventCandidate *candidate;
  GArray *pieces;   /* Piece */
  guint relatives;  /* 0 leave relative clauses out, 1 keep those without a pronoun, 2 keep all */
  gboolean as_told; /* the clause in the text's own order, its dates left in */
  gboolean terse;   /* what stands between the subject and what the verb waits for goes */
} Writer;

typedef struct {
  guint32 first, end; /* tokens left out because they were written already, or NO_TOKEN */
  guint32 subject, subject_end;
} Hole;

/* Words of the text. */
typedef struct {
  guint32 first, end; /* tokens; END 0: none */
} Phrase;

static inline const EventWord *
writer_get_word (const Writer *w, guint32 token)
{
  return &w->reader->words[token];
}

static inline const TarikhToken *
writer_get_token (const Writer *w, guint32 token)
{
  return &w->reader->text->tokens[token];
}

static inline Piece *
writer_get_piece (const Writer *w, guint i)
{
  return &g_array_index (w->pieces, Piece, i);
}

/* piece */
Piece *tarikh_event_add_token (Writer *w, guint32 token);
void tarikh_event_add_word (Writer *w, const char *word);
Piece *tarikh_event_add_bare (Writer *w, guint32 token, gboolean preposition_too);
void tarikh_event_add_noun (Writer *w, guint32 token);
void tarikh_event_glue_preposition (Writer *w, Piece *piece, const char *preposition);
void tarikh_event_add_range (Writer *w, guint32 first, guint32 end);
gboolean tarikh_event_is_counted (const Writer *w, const Piece *piece);
guint tarikh_event_count_words (const Writer *w, guint n);
/* omission */
gboolean tarikh_event_has_article (const Writer *w, guint32 token);
guint32 tarikh_event_skip_attribution (const Writer *w, guint32 token, guint32 end);
gboolean tarikh_event_is_quote (const TarikhToken *token);
gboolean tarikh_event_drops_time (const Writer *w, guint32 token);
gboolean tarikh_event_leads_to_time (const Writer *w, guint32 token, guint32 end);
guint32 tarikh_event_skip_reference (const Writer *w, guint32 token, guint32 end);
guint8 tarikh_event_rate_boundary (const Writer *w, guint32 token);
guint32 tarikh_event_skip_apposition (const Writer *w, guint32 token, guint32 end, guint32 clause_index);
gboolean tarikh_event_opens_other_time (const Writer *w, guint32 token, guint32 end);
/* stretch */
gboolean tarikh_event_verb_announces (const Writer *w, guint32 verb);
guint32 tarikh_event_find_that (const Writer *w, guint32 clause, guint32 verb);
void tarikh_event_add_stretch (Writer *w, guint32 first, guint32 end, guint32 clause, const Hole *hole, gboolean all);
/* need */
guint32 tarikh_event_find_complement (const Writer *w, guint32 clause, guint32 verb);
guint32 tarikh_event_find_wanted (const Writer *w, const EventClause *clause, guint32 index, guint32 *first);
gboolean tarikh_event_leads_away (const Writer *w, guint32 token, guint32 index, guint32 wanted);
/* inflection */
void tarikh_event_make_singular (Writer *w, Piece *piece);
void tarikh_event_add_verb (Writer *w, guint32 verb, gboolean before_subject);
void tarikh_event_make_phrase_nominative (Writer *w, guint first, gboolean plural);
gboolean tarikh_event_is_feminine (const Writer *w, guint32 token);
char *tarikh_event_pick_form (const char *said, guint n);
/* sentence */
void tarikh_event_add_recalled (Writer *w, guint32 index);
gboolean tarikh_event_agrees (const Writer *w, guint32 subject, guint32 verb);
void tarikh_event_write_clause (Writer *w);
/* unsaid */
Phrase tarikh_event_find_unsaid (const Writer *w, guint32 index);
/* antecedent */
guint32 tarikh_event_find_antecedent (const Writer *w, const EventClause *clause, guint8 form);
/* owner */
guint8 tarikh_event_get_pronoun (const Writer *w, guint32 token);
const EventName *tarikh_event_find_owner (const Writer *w, guint32 index, guint32 token);
/* relative */
guint8 tarikh_event_measure_possessive (const Writer *w, guint32 token);
void tarikh_event_write_relative (Writer *w);
/* nominal */
char *tarikh_event_write_noun (Writer *w);
/* ending */
gboolean tarikh_event_end_hangs (const Writer *w, guint i);
guint tarikh_event_choose_end (const Writer *w);
/* spelling */
guint tarikh_event_trim_end (const Writer *w, guint n, gboolean *drop);
char *tarikh_event_write_out (const Writer *w, guint n);
/* soundness */
gboolean tarikh_event_headline_suffices (const Writer *w, guint32 clause_index);
gboolean tarikh_event_headline_is_sound (const Writer *w, guint n, guint32 index);
