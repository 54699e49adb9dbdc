/* chronology/names: enumerated things by name, both ways. The rooms that own them give the names where they have them. */
#include "chronology/names.h"

#include <string.h>

static const char *const published_by_names[] = { [TARIKH_PUBLISHED_GIVEN] = "given",
                                                  [TARIKH_PUBLISHED_METADATA] = "metadata",
                                                  [TARIKH_PUBLISHED_INFERRED] = "inferred",
                                                  [TARIKH_PUBLISHED_UNKNOWN] = "unknown" };

static const char *const note_names[] = {
#define NOTE(code, level, text) #code,
#include "base/notes.def"
#undef NOTE
};

const char *
tarikh_chronology_published_by_get_name (TarikhPublishedBy published_by)
{
  g_return_val_if_fail ((guint) published_by < G_N_ELEMENTS (published_by_names), "unknown");
  return published_by_names[published_by];
}

const char *
tarikh_chronology_note_get_name (TarikhNoteCode code)
{
  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (note_names), "");
  return note_names[code];
}

gint
tarikh_chronology_published_by_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (published_by_names); i++)
    if (strcmp (name, published_by_names[i]) == 0)
      return (gint) i;
  return -1;
}

gint
tarikh_chronology_note_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (note_names); i++)
    if (strcmp (name, note_names[i]) == 0)
      return (gint) i;
  return -1;
}

gint
tarikh_chronology_time_type_from_name (const char *name)
{
  for (gint i = TARIKH_TIME_DATE; i <= TARIKH_TIME_SET; i++)
    if (strcmp (name, tarikh_time_type_get_name ((TarikhTimeType) i)) == 0)
      return i;
  return -1;
}

gint
tarikh_chronology_time_mod_from_name (const char *name)
{
  for (gint i = TARIKH_MOD_APPROX; i <= TARIKH_MOD_AFTER; i++)
    if (strcmp (name, tarikh_time_mod_get_name ((TarikhTimeMod) i)) == 0)
      return i;
  return -1;
}

gint
tarikh_chronology_dated_by_from_name (const char *name)
{
  for (gint i = TARIKH_DATED_EXPLICIT; i <= TARIKH_DATED_NONE; i++)
    if (strcmp (name, tarikh_event_dated_by_get_name ((TarikhDatedBy) i)) == 0)
      return i;
  return -1;
}

gint
tarikh_chronology_status_from_name (const char *name)
{
  for (gint i = TARIKH_STATUS_PAST; i <= TARIKH_STATUS_HYPOTHETICAL; i++)
    if (strcmp (name, tarikh_event_status_get_name ((TarikhStatus) i)) == 0)
      return i;
  return -1;
}

static gsize
count_digits (const char *text)
{
  return strspn (text, "0123456789");
}

gboolean
tarikh_chronology_parse_day (const char *text, TarikhDay *day)
{
  const char *digits = text + (text[0] == '-');
  gsize n = count_digits (digits);

  if (n == 4 && digits == text)
    return tarikh_base_day_parse_iso (text, day);
  /* Six digits of year: the days still fit in 32 bits with room to spare. */
  if (n < 4 || n > 6 || digits[n] != '-' || count_digits (digits + n + 1) != 2 || digits[n + 3] != '-'
      || count_digits (digits + n + 4) != 2 || digits[n + 6] != '\0')
    return FALSE;
  gint year = (gint) g_ascii_strtoll (digits, NULL, 10), month = (gint) g_ascii_strtoll (digits + n + 1, NULL, 10);
  gint day_of_month = (gint) g_ascii_strtoll (digits + n + 4, NULL, 10);
  if (digits != text)
    year = -year;
  if (month < 1 || month > 12 || day_of_month < 1 || day_of_month > tarikh_base_days_in_month (year, month))
    return FALSE;
  *day = tarikh_base_day_from_date (year, month, day_of_month);
  return TRUE;
}
