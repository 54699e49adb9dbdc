/* time/widen: two readings of one text, against two days of writing, made one: what they have in common, and the days of
 * both. */
#include "time/widen.h"

#include <string.h>

/* What two values have in common: from the left up to a whole field ("2024-06-18" and "2024-06-19" → "2024-06"), or all
 * but the year ("2023-09" and "2024-09" → "XXXX-09"). */
static char *
common_value (const char *a, const char *b)
{
  gsize same = 0, field = 0;
  const char *tail = strchr (a, '-'), *other = strchr (b, '-');

  while (a[same] != '\0' && a[same] == b[same]) {
    same++;
    if (a[same] == '-' || a[same] == '\0')
      field = same;
  }
  if (field >= 4 && g_ascii_isdigit (a[0]))
    return g_strndup (a, field);
  return tail != NULL && other != NULL && strcmp (tail, other) == 0 ? g_strconcat ("XXXX", tail, NULL)
                                                                    : g_strdup ("XXXX");
}

void
tarikh_time_widen_all (GPtrArray *early, GPtrArray *late)
{
  for (guint i = 0; i < early->len; i++) {
    TarikhTimeExpr *a = early->pdata[i], *b = late->pdata[i];
    if (a == NULL || b == NULL)
      continue;
    if (a->days.first != TARIKH_DAY_NONE && b->days.first != TARIKH_DAY_NONE) {
      a->days.first = MIN (a->days.first, b->days.first);
      a->days.last = MAX (a->days.last, b->days.last);
    }
    if (strcmp (a->value, b->value) != 0) {
      char *value = common_value (a->value, b->value);
      g_free (a->value);
      a->value = value;
    }
  }
}

void
tarikh_time_widen_open (GPtrArray *exprs, GPtrArray *at_bound, gboolean from_below)
{
  for (guint i = 0; i < exprs->len; i++) {
    TarikhTimeExpr *a = exprs->pdata[i], *b = at_bound->pdata[i];
    if (a == NULL || b == NULL || (strcmp (a->value, b->value) == 0 && a->days.first == b->days.first))
      continue;
    TarikhInterval days = { TARIKH_DAY_NONE, TARIKH_DAY_NONE, b->days.grain };
    gboolean told = a->days.first != TARIKH_DAY_NONE; /* the tale says one thing, the bound another */
    if (from_below && b->days.first != TARIKH_DAY_NONE)
      days.first = told ? MIN (a->days.first, b->days.first) : b->days.first;
    if (!from_below && b->days.last != TARIKH_DAY_NONE)
      days.last = told ? MAX (a->days.last, b->days.last) : b->days.last;
    a->days = days;
    if (told && strcmp (a->value, b->value) != 0) {
      char *value = common_value (a->value, b->value);
      g_free (a->value);
      a->value = value;
    }
  }
}
