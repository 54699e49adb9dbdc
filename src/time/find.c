/* time/find: the expressions of a text, unresolved: at each word the rules that fit, the longest first, until one of them makes
 * sense. Keeps no values. */
#include "time/find.h"

TarikhSpan
tarikh_time_found_get_span (const Context *context, const Found *found)
{
  const TarikhToken *tokens = context->text->tokens;

  return (TarikhSpan){ tokens[found->first_token].start + context->atoms[found->first_token].clitic_bytes,
                       tokens[found->end_token - 1].end };
}

/* TRUE when CANDIDATE spends its first words on context and another rule, from INNER on, reads farther: "since the year"
 * must not keep "the year 2015" from being read. */
static gboolean
reaches_farther (const Context *context, const Grammar *grammar, guint32 start, guint32 inner, Candidate candidate)
{
  Candidate others[MATCH_MAX_CANDIDATES];

  if (inner == start || context->atoms[inner].inner)
    return FALSE;
  guint n = tarikh_time_match_find (grammar, context->atoms, context->text->n_tokens, inner, others);
  return n > 0 && others[0].end > candidate.end;
}

/* Tries the candidates of one start, best first; those whose expressions all resolve are taken. Returns the token to go on
 * from, or 0. */
static guint32
take_candidate (Context *context, const Grammar *grammar, guint start, Candidate candidate, GArray *found)
{
  Match match;
  Phrase phrases[MATCH_MAX_GROUPS];
  Resolved resolved;
  guint before = found->len;

  if (!tarikh_time_match_capture (grammar, context->atoms, start, candidate, &match))
    return 0;
  if (match.rule->resolver == RESOLVER_none)
    return match.n_groups > 0
                   && reaches_farther (context, grammar, start, match.taken[match.groups[0].all.first].token, candidate)
               ? 0
               : candidate.end;
  if (match.n_groups > 0
      && reaches_farther (context, grammar, start, match.taken[match.groups[0].all.first].token, candidate))
    return 0;
  for (guint i = 0; i < match.n_groups; i++)
    phrases[i] = tarikh_time_phrase_read (&match, context->atoms, &match.groups[i]);
  tarikh_time_phrase_share (phrases, match.n_groups);
  if (!tarikh_time_phrase_in_order (phrases, match.n_groups))
    return 0;
  for (guint i = 0; i < match.n_groups; i++) {
    const Stretch all = match.groups[i].all;
    guint32 last = match.taken[all.end - 1].token;
    Found f = { .rule = match.rule,
                .match_first = start,
                .match_end = candidate.end,
                .phrase = phrases[i],
                .index = i,
                .n = match.n_groups,
                .first_token = match.taken[all.first].token,
                .end_token = last + context->atoms[last].n_tokens };
    Place place = { &f.phrase, f.rule, f.first_token, f.end_token, i };
    if (!tarikh_time_resolve (context, &place, &resolved)) {
      g_array_set_size (found, before);
      if (!resolved.impossible)
        return 0;
      TarikhSpan span = tarikh_time_found_get_span (context, &f);
      g_array_append_val (context->impossible, span);
      return candidate.end; /* 31 February is said to be a date: its parts are none */
    }
    g_array_append_val (found, f);
  }
  return match.n_groups > 0 ? g_array_index (found, Found, found->len - 1).end_token : 0;
}

static guint32
take_best (Context *context, const Grammar *grammar, guint start, GArray *found)
{
  Candidate candidates[MATCH_MAX_CANDIDATES];
  guint n = tarikh_time_match_find (grammar, context->atoms, context->text->n_tokens, start, candidates);

  for (guint i = 0; i < n; i++) {
    guint32 end = take_candidate (context, grammar, start, candidates[i], found);
    if (end > start)
      return end;
  }
  return 0;
}

GArray *
tarikh_time_find_all (Context *context, const Grammar *grammar)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Found));

  context->impossible = g_array_new (FALSE, FALSE, sizeof (TarikhSpan));

  for (guint i = 0; i < context->text->n_tokens;) {
    const Atom *atom = &context->atoms[i];
    guint32 end
        = atom->inner || (atom->n_lexemes == 0 && atom->shapes == 0) ? 0 : take_best (context, grammar, i, found);
    i = end > i ? end : i + 1;
  }
  return found;
}
