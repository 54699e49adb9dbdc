/* time/resolve-clock: clock times and parts of the day. */
#include "time/resolve-date.h"

#include <string.h>

/* Hour of the day from the hour told and the part of the day told with it. */
static gint
place_hour (gint hour, const char *part)
{
  if (hour > 12 || *part == '\0')
    return hour;
  if (strcmp (part, "MO") == 0 || strcmp (part, "AM") == 0)
    return hour == 12 ? 0 : hour;
  if (strcmp (part, "NI") == 0)
    return hour == 12 ? 24 : hour >= 6 ? hour + 12 : hour;
  if (strcmp (part, "MI") == 0)
    return hour >= 10 ? hour : hour + 12;
  return hour == 12 ? 12 : hour + 12;
}

/* Reads the clock slots. FALSE when they are no time of the day. */
static gboolean
read_clock (const Phrase *p, gint *hour, gint *minute)
{
  gint h = p->value[SLOT_hour], m = phrase_has (p, SLOT_minute) ? p->value[SLOT_minute] : -1;

  if (p->class_id[SLOT_hour] == SHAPE_CLOCKNUM) {
    m = h % 100;
    h /= 100;
  }
  h = place_hour (h, phrase_has (p, SLOT_part) ? p->text[SLOT_part] : "");
  if (phrase_has (p, SLOT_clock)) {
    m = p->value[SLOT_clock];
    if (m < 0) {
      m += 60;
      h = h == 0 ? 23 : h == 1 && !phrase_has (p, SLOT_part) ? 12 : h - 1; /* "a quarter to one" */
    }
  }
  if (h < 0 || h > 24 || m > 59 || (h == 24 && m > 0))
    return FALSE;
  *hour = h;
  *minute = m;
  return TRUE;
}

/* Adds "T15:30" or "TEV" to the value. */
gboolean
tarikh_time_add_clock (const Phrase *p, Resolved *resolved)
{
  gsize length = strlen (resolved->value);
  char *end = resolved->value + length;
  gsize room = sizeof resolved->value - length;
  gint hour, minute;

  resolved->type = TARIKH_TIME_TIME;
  if (!phrase_has (p, SLOT_hour)) {
    g_snprintf (end, room, "T%s", p->text[SLOT_part]);
    return TRUE;
  }
  if (p->class_id[SLOT_hour] == TARIKH_LEXICON_MIDNIGHT) {
    g_snprintf (end, room, "T24:00");
    resolved->minute = 24 * 60;
    return TRUE;
  }
  if (!read_clock (p, &hour, &minute))
    return FALSE;
  resolved->minute = hour * 60 + MAX (minute, 0);
  if (minute >= 0 && phrase_has (p, SLOT_second) && p->value[SLOT_second] < 60)
    g_snprintf (end, room, "T%02d:%02d:%02d", hour, minute, p->value[SLOT_second]);
  else if (minute >= 0)
    g_snprintf (end, room, "T%02d:%02d", hour, minute);
  else
    g_snprintf (end, room, "T%02d", hour);
  return TRUE;
}

/* A clock time without a day: the tale's day when it was told just before, else the day of writing. */
gboolean
tarikh_time_find_clock_day (const Context *context, const Place *place, Resolved *resolved)
{
  gboolean tale
      = context->tale.grain == TARIKH_GRAIN_DAY && tarikh_time_context_tale_is_near (context, place->first_token, 0);
  TarikhDay day = tale ? context->tale.day : context->ref;

  if (day == TARIKH_DAY_NONE)
    return tarikh_time_resolved_ref (resolved, "XXXX-XX-XX");
  return tarikh_time_resolved_set_day_number (resolved, day);
}

/* TRUE when the word at TOKEN names a day, of which the part before it is. */
static gboolean
begins_day (const Context *context, guint32 token)
{
  static const TarikhLexiconClass classes[] = { TARIKH_LEXICON_WEEKDAY, TARIKH_LEXICON_WEEKDAY_BARE, TARIKH_LEXICON_DEICTIC,
                                                TARIKH_LEXICON_DAY_WORD, TARIKH_LEXICON_DAY_THE, TARIKH_LEXICON_NAMED_DAY };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (tarikh_time_context_at (context, token, classes[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* A part of any day: "in the morning", "the noon hours". */
gboolean
tarikh_time_resolve_part (const Context *context, const Place *place, Resolved *resolved)
{
  if (place->phrase->class_id[SLOT_part] == TARIKH_LEXICON_PART_ADVERB && begins_day (context, place->end_token))
    return FALSE;
  resolved->type = TARIKH_TIME_TIME;
  g_snprintf (resolved->value, sizeof resolved->value, "T%s", place->phrase->text[SLOT_part]);
  return TRUE;
}
