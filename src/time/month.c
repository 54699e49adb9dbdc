/* time/month: what a month is called. There are four traditions of Arabic names, and twins of two of them. */
#include "time/wording.h"

/* A tradition's key in messages.tsv; a twin's two halves and the pattern that joins them. */
static const struct {
  const char *name, *second, *pattern;
} traditions[] = {
  [TARIKH_MONTHS_AUTO] = { "gregorian", NULL, NULL },
  [TARIKH_MONTHS_GREGORIAN] = { "gregorian", NULL, NULL },
  [TARIKH_MONTHS_LEVANTINE] = { "levantine", NULL, NULL },
  [TARIKH_MONTHS_MAGHREBI] = { "maghrebi", NULL, NULL },
  [TARIKH_MONTHS_MOROCCAN] = { "moroccan", NULL, NULL },
  [TARIKH_MONTHS_TWIN] = { "gregorian", "levantine", "month.twin" },
  [TARIKH_MONTHS_TWIN_SLASH] = { "gregorian", "levantine", "month.twin-slash" },
  [TARIKH_MONTHS_TWIN_LEVANTINE] = { "levantine", "gregorian", "month.twin-slash" },
};

static const char *
find_month (const TarikhDateStyle *style, const char *tradition, gint month)
{
  char key[48];

  g_snprintf (key, sizeof key, "month.%s.%d", tradition, month);
  return tarikh_time_get_message (style, key);
}

const char *
tarikh_time_get_month_name (const TarikhDateStyle *style, TarikhMonths tradition, gint month)
{
  return find_month (style, traditions[tradition].name, month);
}

/* A language whose table lacks a tradition has its own names, or numbers. */
char *
tarikh_time_format_month (const TarikhDateStyle *style, gint month)
{
  const char *plain = find_month (style, "gregorian", month);
  const char *name = find_month (style, traditions[style->months].name, month);
  const char *second = traditions[style->months].second;
  const char *other = second != NULL ? find_month (style, second, month) : "";

  if (*plain == '\0')
    return tarikh_time_format_plain (month);
  if (*name != '\0' && *other != '\0')
    return tarikh_time_fill (tarikh_time_get_pattern (style, traditions[style->months].pattern, "{a}/{b}"), 'a', name,
                             'b', other, TARIKH_TEMPLATE_END);
  return g_strdup (*name != '\0' ? name : plain);
}

TarikhMonths
tarikh_time_get_leading_tradition (TarikhMonths months)
{
  if (traditions[months].second == NULL)
    return months;
  return months == TARIKH_MONTHS_TWIN_LEVANTINE ? TARIKH_MONTHS_LEVANTINE : TARIKH_MONTHS_GREGORIAN;
}

char *
tarikh_time_format_hijri_month (const TarikhDateStyle *style, gint month)
{
  const char *name = find_month (style, "hijri", month);

  return *name != '\0' ? g_strdup (name) : tarikh_time_format_plain (month);
}
