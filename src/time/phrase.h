/* time/phrase: the slots of one expression as numbers and codes: its symbolic value, before any calendar. Private. */
#pragma once

#include "time/match.h"

typedef struct {
  guint64 filled; /* bit per Slot */
  gint32 value[SLOT_COUNT];
  const char *text[SLOT_COUNT]; /* the lexeme's value column; "" for numbers */
  guint16 class_id[SLOT_COUNT]; /* of the slot's first word */
  guint8 dress[SLOT_COUNT];     /* of the slot's first word */
} Phrase;

/* The symbolic value of GROUP of MATCH. */
Phrase tarikh_time_phrase_read (const Match *match, const Atom *atoms, const Group *group);
/* Gives each phrase of a list or range what the others say for all: month, year, last, next. */
void tarikh_time_phrase_share (Phrase *phrases, guint n);
/* FALSE when the days of one month do not rise: a score or a count, not a list of days. */
gboolean tarikh_time_phrase_in_order (const Phrase *phrases, guint n);
/* The value of a number phrase: "three and twenty", "two thousand and ten". */
gint32 tarikh_time_phrase_number (const Match *match, const Atom *atoms, Stretch stretch);

static inline gboolean
phrase_has (const Phrase *phrase, Slot slot)
{
  return (phrase->filled >> slot) & 1;
}

static inline void
phrase_set (Phrase *phrase, Slot slot, gint32 value)
{
  phrase->filled |= (guint64) 1 << slot;
  phrase->value[slot] = value;
  if (phrase->text[slot] == NULL)
    phrase->text[slot] = "";
}
