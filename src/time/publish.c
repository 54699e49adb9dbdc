/* time/publish: infers the publication date from the text alone. A dateline, or today's full date, says it. Otherwise what
 * is told as past bounds it from below, what is told as coming from above, and what stands between is narrowed: a day told
 * in the story's opening is news, "39 years on" from a known year gives the year, last June and next October leave only
 * some months. Never invents a bound that nothing in the text gives. */
#include "time/evidence.h"

enum {
  DATELINE_BYTES = 160, /* a dateline stands this near the beginning */
  DATELINE_TOKENS = 5,  /* and few words stand before it */
  FAR_DAYS = 1830       /* an end further than this from the beginning says nothing */
};

/* A full date within the first words, before the story's first sentence gets going: "PLACE, DATE AGENCY". */
static gboolean
is_dateline (const Evidence *e, const Found *f, const Resolved *r)
{
  static const TarikhLexiconClass sentence_words[]
      = { TARIKH_LEXICON_VERB_PAST, TARIKH_LEXICON_VERB_PRESENT, TARIKH_LEXICON_IN, TARIKH_LEXICON_SINCE };
  const TarikhText *text = e->context->text;

  if (!tarikh_time_evidence_is_dated (r) || r->point.grain != TARIKH_GRAIN_DAY
      || text->tokens[f->first_token].start > DATELINE_BYTES || f->first_token > DATELINE_TOKENS)
    return FALSE;
  for (guint32 i = 0; i < f->first_token; i++)
    for (guint k = 0; k < G_N_ELEMENTS (sentence_words); k++)
      if (tarikh_time_evidence_has_class (e->context, i, sentence_words[k]))
        return FALSE;
  if (phrase_has (&f->phrase, SLOT_hyear) && phrase_has (&f->phrase, SLOT_year))
    return TRUE;
  return f->end_token >= text->n_tokens || text->tokens[f->end_token].kind != TARIKH_TOKEN_WORD
         || tarikh_time_context_at (e->context, f->end_token, TARIKH_LEXICON_AGENCY) != NULL;
}

/* The day of writing that F states: a dateline, or today, yesterday with the full date. */
static TarikhDay
find_stated (const Evidence *e, const Found *f, const Resolved *r)
{
  if (is_dateline (e, f, r))
    return r->days.first;
  if (tarikh_time_evidence_is_dated (r) && r->point.grain == TARIKH_GRAIN_DAY && phrase_has (&f->phrase, SLOT_deictic)
      && phrase_has (&f->phrase, SLOT_day))
    return r->days.first - f->phrase.value[SLOT_deictic];
  return TARIKH_DAY_NONE;
}

gint
tarikh_time_publish_find_dateline (Context *context, const GArray *found)
{
  Evidence e = { .context = context, .found = found };
  Resolved resolved;

  for (guint i = 0; i < found->len && tarikh_time_evidence_get (&e, i)->first_token <= DATELINE_TOKENS; i++) {
    const Found *f = tarikh_time_evidence_get (&e, i);
    if (tarikh_time_evidence_resolve (&e, f, &resolved) && is_dateline (&e, f, &resolved))
      return (gint) i;
  }
  return -1;
}

TarikhInterval
tarikh_time_publish_infer (Context *context, const GArray *found)
{
  g_autofree Resolved *resolved = g_new0 (Resolved, found->len + 1);
  g_autofree gboolean *fits = g_new0 (gboolean, found->len + 1);
  Evidence e = { .context = context,
                 .found = found,
                 .resolved = resolved,
                 .fits = fits,
                 .lower = TARIKH_DAY_NONE,
                 .upper = TARIKH_DAY_NONE,
                 .coming = TARIKH_DAY_NONE,
                 .coming_last = TARIKH_DAY_NONE };

  for (guint i = 0; i < found->len; i++) {
    const Found *f = tarikh_time_evidence_get (&e, i);
    fits[i] = tarikh_time_evidence_resolve (&e, f, &resolved[i]);
    TarikhDay stated = fits[i] ? find_stated (&e, f, &resolved[i]) : TARIKH_DAY_NONE;
    if (stated != TARIKH_DAY_NONE)
      return tarikh_base_interval_of_day (stated);
  }
  tarikh_time_publish_use_tenses (&e);
  tarikh_time_publish_use_years (&e);
  tarikh_time_publish_use_told (&e);
  tarikh_time_publish_use_opening (&e);
  tarikh_time_publish_use_days (&e);
  if (e.lower != TARIKH_DAY_NONE && e.upper != TARIKH_DAY_NONE && e.upper - e.lower > FAR_DAYS)
    e.upper = TARIKH_DAY_NONE;
  return (TarikhInterval){ e.lower, e.upper, TARIKH_GRAIN_DAY };
}
