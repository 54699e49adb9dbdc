/* event/relative: the headline of a relative clause: the noun that it tells of is put in where its pronoun stood. */
#include "event/headline.h"

#include <string.h>

/* What a relative clause hangs on, and how its verb stands to it. */
typedef struct {
  guint32 antecedent, end;      /* tokens of the noun told of */
  guint32 subject, subject_end; /* the clause's own subject, or NO_TOKEN: the noun is */
  guint32 back;                 /* the preposition with the noun's pronoun, or NO_TOKEN */
  guint32 possessed;            /* a noun with the noun's pronoun right after the verb, or NO_TOKEN */
} Bond;

static guint8
get_form (const Writer *w, const EventClause *clause, const Bond *bond)
{
  const EventWord *opener = writer_get_word (w, clause->first), *verb = writer_get_word (w, clause->verb);

  if (clause->kind == CLAUSE_RELATIVE && opener->opener == OPENER_RELATIVE && opener->form != FORM_NONE)
    return opener->form;
  gboolean told_by_noun = bond->subject == NO_TOKEN && bond->possessed == NO_TOKEN && bond->back == NO_TOKEN;
  return told_by_noun ? verb->form : FORM_NONE;
}

/* "his results": a noun of the tables with a pronoun glued to it. Returns the pronoun's bytes, or 0. */
guint8
tarikh_event_measure_possessive (const Writer *w, guint32 token)
{
  const EventWord *word = writer_get_word (w, token);
  const TarikhToken *t = writer_get_token (w, token);
  const TarikhLexiconTable *table = w->reader->grammar.suffixes;
  const char *fold = tarikh_text_get_fold (w->reader->text, t), *end = w->reader->text->text + t->end;

  if (word->flags & WORD_SUFFIXED)
    return word->flags & WORD_MASDAR ? word->suffix_bytes : 0;
  if (t->kind != TARIKH_TOKEN_WORD || word->flags & (WORD_PREPOSITION | WORD_NAMED | WORD_TIME | WORD_KNOWN))
    return 0;
  for (guint i = 0; table != NULL && i < table->n_rows; i++) {
    const char *suffix = table->cells[i * table->n_columns];
    gsize n = strlen (suffix);
    TarikhLexiconHit hit;
    if (t->fold_length > n + 4 && memcmp (end - n, suffix, n) == 0
        && tarikh_lexicon_match_word_between (w->reader->lexicon, fold, t->fold_length - n, TARIKH_LEXICON_VERB_PAST,
                                              TARIKH_LEXICON_EVENT_END, &hit)
        && hit.clitics == 0)
      return (guint8) n;
  }
  return 0;
}

/* "opened by the president | and his guest": a person joined to the subject belongs to it. */
static guint32
extend_joined (const Writer *w, guint32 end, guint32 limit, guint32 index)
{
  if (end >= limit || writer_get_word (w, end)->clause != index
      || !(writer_get_word (w, end)->clitics & TARIKH_CLITIC_AND) || tarikh_event_word_is_verb (w->reader, end))
    return end;
  for (guint32 i = end; i < limit && i < end + 5; i++) {
    const EventName *name = tarikh_event_name_at (w->reader, i);
    if (name != NULL && name->kind == NAME_PERSON)
      return MIN (name->end, limit);
    if (writer_get_token (w, i)->kind != TARIKH_TOKEN_WORD || writer_get_word (w, i)->flags & WORD_PREPOSITION)
      return end;
  }
  return end;
}

/* The subject of its own that the clause names: any when the verb carries the noun's pronoun, else a body or a person. */
static void
find_own_subject (const Writer *w, const EventClause *clause, guint32 index, Bond *bond)
{
  const EventWord *verb = writer_get_word (w, clause->verb);

  if (clause->subject == NO_TOKEN || clause->subject < clause->verb)
    return;
  const EventName *name = tarikh_event_name_at (w->reader, clause->subject);
  gboolean points = verb->flags & WORD_SUFFIXED || bond->back != NO_TOKEN;
  if (!points && (name == NULL || name->kind == NAME_PLACE))
    return;
  bond->subject = clause->subject;
  bond->subject_end = clause->subject_end;
  while (points && bond->subject_end < clause->end && tarikh_event_has_article (w, bond->subject_end)
         && writer_get_word (w, bond->subject_end)->clause == index
         && !(writer_get_word (w, bond->subject_end)->flags & WORD_TIME))
    bond->subject_end++; /* the object is told by its pronoun: what is definite belongs to the subject */
  if (points)
    bond->subject_end = extend_joined (w, bond->subject_end, clause->end, index);
}

/* Whether the noun with a pronoun after the verb is its subject ("its results were published"), not its object: the verb takes
 * none, or does not agree with the noun that the clause tells of. */
static gboolean
possessed_acts (const Writer *w, const EventClause *clause)
{
  const EventWord *verb = writer_get_word (w, clause->verb), *opener = writer_get_word (w, clause->first);

  if (verb->flags & (WORD_PASSIVE | WORD_SUFFIXED) || verb->intransitive || verb->kind == KIND_LIGHT)
    return !(verb->flags & WORD_SUFFIXED);
  if (verb->kind == KIND_BE || verb->form == FORM_PLURAL || verb->form == FORM_DUAL)
    return FALSE;
  if (clause->kind == CLAUSE_RELATIVE && opener->form != FORM_NONE)
    return opener->form != verb->form;
  return tarikh_event_find_antecedent (w, clause, verb->form) == NO_TOKEN;
}

/* "was done | the start in it": a deed in a light verb's place, and the pronoun after the deed. */
static gboolean
acts_by_noun (const Writer *w, const EventClause *clause, guint32 next)
{
  return writer_get_word (w, clause->verb)->kind == KIND_LIGHT && next + 1 < clause->end && clause->subject == next
         && writer_get_word (w, next)->flags & WORD_MASDAR && writer_get_word (w, next + 1)->preposition == 3;
}

static Bond
find_bond (const Writer *w, const EventClause *clause, guint32 index)
{
  Bond bond = { NO_TOKEN, clause->first, NO_TOKEN, NO_TOKEN, NO_TOKEN, NO_TOKEN };
  guint32 next = clause->verb + 1;

  if (next < clause->end && writer_get_word (w, next)->preposition == 3)
    bond.back = next;
  else if (acts_by_noun (w, clause, next))
    bond.back = next + 1;
  else if (next < clause->end && writer_get_word (w, next)->clause == index
           && tarikh_event_measure_possessive (w, next) > 0 && possessed_acts (w, clause))
    bond.possessed = next;
  if (bond.possessed == NO_TOKEN)
    find_own_subject (w, clause, index, &bond);
  while (bond.end > 0 && writer_get_token (w, bond.end - 1)->kind == TARIKH_TOKEN_PUNCT
         && !tarikh_event_is_quote (writer_get_token (w, bond.end - 1)))
    bond.end--;
  gboolean unsaid = writer_get_word (w, clause->verb)->flags & WORD_SUFFIXED && bond.subject == NO_TOKEN;
  if (!unsaid) /* who did it to the noun stands further back */
    bond.antecedent = tarikh_event_find_antecedent (w, clause, get_form (w, clause, &bond));
  return bond;
}

/* "the last time he visited in it": the noun is a time or counts times, and no headline needs it. */
static gboolean
is_measured (const Writer *w, const EventClause *clause, const Bond *bond)
{
  if (bond->back == NO_TOKEN || bond->subject == NO_TOKEN || clause->first == 0)
    return FALSE;
  if (bond->antecedent != NO_TOKEN)
    return (writer_get_word (w, bond->antecedent)->flags & WORD_MEASURE) != 0;
  return (writer_get_word (w, clause->first - 1)->flags & (WORD_TIME | WORD_COVERED)) != 0;
}

/* The noun itself, without what stands in brackets; HEAD: it takes the place of a subject. */
static void
add_antecedent (Writer *w, const Bond *bond, gboolean head, gboolean plural)
{
  guint first = w->pieces->len;

  tarikh_event_add_range (w, bond->antecedent, bond->end);
  if (head && w->pieces->len > first)
    tarikh_event_make_phrase_nominative (w, first, plural);
}

/* "which the army took control | of it": the preposition takes the noun itself. */
static void
add_resumed (Writer *w, const Bond *bond)
{
  const char *base = writer_get_word (w, bond->back)->base;
  gboolean glued = base[0] != '\0' && *g_utf8_next_char (base) == '\0';

  if (!glued) {
    tarikh_event_add_word (w, base);
    add_antecedent (w, bond, TRUE, FALSE);
    return;
  }
  guint first = w->pieces->len;
  add_antecedent (w, bond, FALSE, FALSE);
  if (w->pieces->len > first)
    tarikh_event_glue_preposition (w, writer_get_piece (w, first), base);
}

void
tarikh_event_write_relative (Writer *w)
{
  guint32 index = w->candidate->clause;
  const EventClause *clause = reader_get_clause (w->reader, index);
  const EventWord *verb = writer_get_word (w, clause->verb);
  Bond bond = find_bond (w, clause, index);
  Hole hole = { .subject = NO_TOKEN };
  guint32 next = bond.back != NO_TOKEN ? bond.back + 1 : clause->verb + 1;

  gboolean measured = is_measured (w, clause, &bond);
  if (bond.antecedent == NO_TOKEN && !measured)
    return; /* nothing agrees: better no headline than a wrong one */
  if (clause->verb > 0 && writer_get_word (w, clause->verb - 1)->flags & WORD_NEGATION)
    tarikh_event_add_bare (w, clause->verb - 1, FALSE);
  Piece *piece = tarikh_event_add_bare (w, clause->verb, FALSE);
  if (verb->form == FORM_PLURAL || verb->form == FORM_DUAL)
    tarikh_event_make_singular (w, piece);
  if (verb->flags & WORD_SUFFIXED)
    piece->drop = verb->suffix_bytes;
  if (bond.subject != NO_TOKEN) {
    tarikh_event_add_stretch (w, bond.subject, bond.subject_end, index, &hole, FALSE);
    hole.subject = bond.subject;
    hole.subject_end = bond.subject_end;
  }
  if (bond.possessed != NO_TOKEN) { /* "whose election was repeated": the noun gives its pronoun for the antecedent */
    tarikh_event_add_token (w, next)->drop = tarikh_event_measure_possessive (w, next);
    next++;
  }
  if (bond.back != NO_TOKEN && !measured)
    add_resumed (w, &bond);
  else if (!measured && (bond.subject == NO_TOKEN || verb->flags & WORD_SUFFIXED || bond.possessed != NO_TOKEN))
    add_antecedent (w, &bond, bond.subject == NO_TOKEN && bond.possessed == NO_TOKEN, verb->form == FORM_PLURAL);
  tarikh_event_add_stretch (w, next, clause->end, index, &hole, FALSE);
}
