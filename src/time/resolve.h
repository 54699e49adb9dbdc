/* time/resolve: from a symbolic value to the calendar. Each resolver is a row's third column. Private to the room. */
#pragma once

#include "time/context.h"

/* What a resolver sees of its place. */
typedef struct {
  const Phrase *phrase;
  const Rule *rule;
  guint32 first_token, end_token;
  guint index; /* of the expression within its rule's */
} Place;

/* Resolves PHRASE as its rule says. FALSE when the words are no time here: the next rule is tried. */
gboolean tarikh_time_resolve (const Context *context, const Place *place, Resolved *resolved);

/* ---- within the resolvers ---- */
typedef gboolean (*Resolver) (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_date (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_night (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_night_dates (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_last_night (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_tonight (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_season (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_quarter_rel (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_months (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_week_of (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_weekday_of (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_day_of (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_week_from (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_decade_of (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_weekend (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_unit (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_units_rel (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_offset (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_duration (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_duration_rel (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_age (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_set (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_part (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_decade_year (const Context *context, const Place *place, Resolved *resolved);
gboolean tarikh_time_resolve_ref (const Context *context, const Place *place, Resolved *resolved);

/* A holiday or named date: CODE is "G:MM-DD", "H:MM-DD", "E:±days from Easter", "N:MM-week-weekday" or a full date. YEAR 0:
 * unknown. FALSE when CODE says nothing. */
gboolean tarikh_time_named_find (const Context *context, const char *code, gint year, gint rel, Tense tense,
                                 Point *point);
/* The year that table "time-named" gives an event of KIND on MONTH DAY (0: no day), or 0. */
gint tarikh_time_named_year (const Context *context, const char *kind, gint month, gint day);

/* FALSE when what stands round a bare year, month or number says that it is no date (time/guard). */
gboolean tarikh_time_guard_accepts (const Context *context, const Place *place);
/* FALSE when a unit of time is another thing: minutes 66 and 84 of a match, the holding (aqd) of a meeting. */
gboolean tarikh_time_guard_accepts_quantity (const Context *context, const Place *place);
/* TRUE for "al-Shehri" after a name: a man, not "monthly". */
gboolean tarikh_time_guard_is_surname (const Context *context, const Place *place);
/* TRUE for what is another word when it is spelled so, letter for letter: a name that folds to "now". */
gboolean tarikh_time_guard_is_spelled_otherwise (const Context *context, const Place *place);
/* FALSE when a number without unit or tail counts what follows it. */
gboolean tarikh_time_guard_accepts_age (const Context *context, const Place *place);
/* Fills value, days, mod of RESOLVED from its point. */
void tarikh_time_resolved_finish (Resolved *resolved);
/* Makes RESOLVED the reference VALUE ("PAST_REF" …). */
gboolean tarikh_time_resolved_ref (Resolved *resolved, const char *value);
TarikhTimeMod tarikh_time_parse_mod (const char *code);
/* The year of MONTH (DAY 0: none) that REL or the tense and the tale ask for. */
gint tarikh_time_choose_year (const Context *context, const Place *place, gint month, gint day, Resolved *resolved);
/* The calendar point that the date slots of PHRASE name. FALSE: none, or impossible. */
gboolean tarikh_time_find_point (const Context *context, const Place *place, Resolved *resolved);
/* The value of a quantity: "P2D", "PT90M". FALSE when the slots hold none. */
gboolean tarikh_time_quantity_write (const Phrase *phrase, char *out, gsize size);
