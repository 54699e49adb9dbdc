/* time/phrase: from words in slots to numbers and codes. Knows neither language nor calendar. */
#include "time/phrase.h"

/* Hundreds, thousands and more multiply what stands before them; all else adds up. */
gint32
tarikh_time_phrase_number (const Match *match, const Atom *atoms, Stretch stretch)
{
  gint64 total = 0, part = 0;

  for (guint i = stretch.first; i < stretch.end; i++) {
    const Taken *taken = &match->taken[i];
    const Atom *atom = &atoms[taken->token];
    gint64 value = taken->lexeme != NULL ? taken->lexeme->value : MAX (atom->number, 0);
    if (taken->lexeme != NULL && *taken->lexeme->text == '\0')
      continue;
    if (value >= 1000 && taken->lexeme != NULL) {
      total += part > 0 && !(atom->dress & DRESS_AND) ? part * value : part + value;
      part = 0;
    } else if (value == 100 && part > 0 && part < 10 && !(atom->dress & DRESS_AND)) {
      part *= value;
    } else {
      part += value;
    }
    total = MIN (total, 999999999);
    part = MIN (part, 999999999);
  }
  return (gint32) MIN (total + part, 999999999);
}

/* "last February" written as one word: the month and its last or next come apart again. */
static void
split_month (Phrase *phrase)
{
  gint32 value = phrase->value[SLOT_month];

  if (phrase->class_id[SLOT_month] != TARIKH_LEXICON_MONTH_REL)
    return;
  phrase->class_id[SLOT_month] = TARIKH_LEXICON_MONTH;
  phrase->value[SLOT_month] = value % 100;
  phrase_set (phrase, SLOT_rel, value / 100 - 2);
}

Phrase
tarikh_time_phrase_read (const Match *match, const Atom *atoms, const Group *group)
{
  Phrase phrase = { 0 };

  for (guint slot = 0; slot < SLOT_COUNT; slot++) {
    Stretch stretch = group->slots[slot];
    phrase.text[slot] = "";
    if (stretch.first >= stretch.end)
      continue;
    const Taken *first = &match->taken[stretch.first];
    phrase.filled |= (guint64) 1 << slot;
    phrase.class_id[slot] = first->class_id;
    phrase.dress[slot] = atoms[first->token].dress;
    if (first->lexeme != NULL)
      phrase.text[slot] = first->lexeme->text;
    phrase.value[slot] = tarikh_time_phrase_number (match, atoms, stretch);
    if (first->lexeme != NULL && stretch.end - stretch.first == 1)
      phrase.value[slot] = first->lexeme->value;
  }
  split_month (&phrase);
  return phrase;
}

gboolean
tarikh_time_phrase_in_order (const Phrase *phrases, guint n)
{
  for (guint i = 1; i < n; i++) {
    const Phrase *a = &phrases[i - 1], *b = &phrases[i];
    if (phrase_has (a, SLOT_day) && phrase_has (b, SLOT_day) && a->value[SLOT_month] == b->value[SLOT_month]
        && a->value[SLOT_day] >= b->value[SLOT_day])
      return FALSE;
  }
  return TRUE;
}

static void
copy_slot (Phrase *to, const Phrase *from, Slot slot)
{
  if (phrase_has (to, slot) || !phrase_has (from, slot))
    return;
  to->filled |= (guint64) 1 << slot;
  to->value[slot] = from->value[slot];
  to->text[slot] = from->text[slot];
  to->class_id[slot] = from->class_id[slot];
}

static void
copy_slots (Phrase *to, const Phrase *from, const Slot *slots, guint n)
{
  for (guint i = 0; i < n; i++)
    copy_slot (to, from, slots[i]);
}

void
tarikh_time_phrase_share (Phrase *phrases, guint n)
{
  static const Slot of_month[] = { SLOT_month, SLOT_mrel };
  static const Slot of_year[] = { SLOT_year, SLOT_era, SLOT_yrel, SLOT_rel };
  static const Slot of_clock[] = { SLOT_part };
  static const Slot of_unit[] = { SLOT_unit };
  static const Slot of_day[] = { SLOT_day, SLOT_month, SLOT_year, SLOT_weekday, SLOT_deictic, SLOT_drel, SLOT_rel };

  for (guint i = n; i-- > 1;) { /* backwards: the last says it for those before */
    Phrase *to = &phrases[i - 1];
    gboolean same_month = phrase_has (to, SLOT_day) && !phrase_has (to, SLOT_month);
    if (same_month)
      copy_slots (to, &phrases[i], of_month, G_N_ELEMENTS (of_month));
    if ((phrase_has (to, SLOT_month) || phrase_has (to, SLOT_season)) && !phrase_has (to, SLOT_year) && !phrase_has (to, SLOT_yrel)
        && !phrase_has (to, SLOT_rel))
      copy_slots (to, &phrases[i], of_year, G_N_ELEMENTS (of_year));
    if (phrase_has (to, SLOT_weekday) && phrase_has (&phrases[i], SLOT_weekday))
      copy_slot (to, &phrases[i], SLOT_drel);
    if (phrase_has (to, SLOT_year) && !phrase_has (to, SLOT_month))
      copy_slot (to, &phrases[i], SLOT_era);
    if (phrase_has (to, SLOT_hour) && !phrase_has (to, SLOT_part)
        && to->value[SLOT_hour] <= phrases[i].value[SLOT_hour])
      copy_slots (to, &phrases[i], of_clock, G_N_ELEMENTS (of_clock));
    if (phrase_has (to, SLOT_hour) && phrase_has (&phrases[i], SLOT_hour) && !phrase_has (to, SLOT_day)
        && !phrase_has (to, SLOT_weekday) && !phrase_has (to, SLOT_deictic))
      copy_slots (to, &phrases[i], of_day, G_N_ELEMENTS (of_day));
  }
  for (guint i = 1; i < n; i++) { /* forwards: the first says the unit, the year */
    if (phrase_has (&phrases[i], SLOT_day) && !phrase_has (&phrases[i], SLOT_month))
      copy_slots (&phrases[i], &phrases[i - 1], of_month, G_N_ELEMENTS (of_month));
    if (phrase_has (&phrases[i], SLOT_n) && !phrase_has (&phrases[i], SLOT_unit))
      copy_slots (&phrases[i], &phrases[i - 1], of_unit, 1);
    if (phrase_has (&phrases[i], SLOT_month) && !phrase_has (&phrases[i], SLOT_year)
        && !phrase_has (&phrases[i], SLOT_rel))
      copy_slots (&phrases[i], &phrases[i - 1], of_year, 2);
  }
}
