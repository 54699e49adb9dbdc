/* story/published: reads the publication date as machines write it (ISO 8601, RFC 3339). Never reads prose; the clock
 * time stays as told, a zone is dropped: the day a paper prints is the day its readers had. */
#include "story/story.h"

#include <string.h>

/* Reads COUNT digits at *P into *VALUE and steps over them. */
static gboolean
read_digits (const char **p, guint count, gint *value)
{
  gint v = 0;

  for (guint i = 0; i < count; i++, (*p)++) {
    if (!g_ascii_isdigit (**p))
      return FALSE;
    v = v * 10 + (**p - '0');
  }
  *value = v;
  return TRUE;
}

static gboolean
skip_seconds (const char **p)
{
  gint second = 0;

  if (**p != ':')
    return TRUE;
  (*p)++;
  if (!read_digits (p, 2, &second) || second > 60)
    return FALSE;
  if (**p == '.' || **p == ',') {
    (*p)++;
    if (!g_ascii_isdigit (**p))
      return FALSE;
    while (g_ascii_isdigit (**p))
      (*p)++;
  }
  return TRUE;
}

static gboolean
skip_zone (const char **p)
{
  gint hours = 0, minutes = 0;

  if (**p == 'Z' || **p == 'z') {
    (*p)++;
    return TRUE;
  }
  if (**p != '+' && **p != '-')
    return TRUE;
  (*p)++;
  if (!read_digits (p, 2, &hours) || hours > 23)
    return FALSE;
  if (**p == '\0')
    return TRUE;
  if (**p == ':')
    (*p)++;
  return read_digits (p, 2, &minutes) && minutes < 60;
}

/* "Thh:mm" with what may follow; *MINUTE is minutes after midnight. */
static gboolean
parse_clock (const char *p, gint *minute)
{
  gint hours = 0, minutes = 0;

  if (*p != 'T' && *p != 't' && *p != ' ')
    return FALSE;
  p++;
  if (!read_digits (&p, 2, &hours) || hours > 23 || *p != ':')
    return FALSE;
  p++;
  if (!read_digits (&p, 2, &minutes) || minutes > 59 || !skip_seconds (&p) || !skip_zone (&p) || *p != '\0')
    return FALSE;
  *minute = hours * 60 + minutes;
  return TRUE;
}

gboolean
tarikh_story_parse_published (const char *text, TarikhDay *day, gint *minute)
{
  g_autofree char *date = g_strndup (text, 10);
  TarikhDay read_day = TARIKH_DAY_NONE;
  gint read_minute = -1;

  if (!tarikh_base_day_parse_iso (date, &read_day))
    return FALSE;
  if (text[10] != '\0' && !parse_clock (text + 10, &read_minute))
    return FALSE;
  *day = read_day;
  *minute = read_minute;
  return TRUE;
}
