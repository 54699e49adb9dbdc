/* layout/expression: by place and days alone, so that a chronology read back from JSON, where events do not name their
 * expressions, is worded as one just made. */
#include "layout/expression.h"

/* The expressions of one story, which stand together and in order of place. */
typedef struct {
  guint first, end;
} Range;

struct _TarikhExpressions {
  const GPtrArray *timexes; /* TarikhChronicleTimex* */
  GHashTable *ranges;       /* char*, borrowed: a story's id → Range*, owned */
};

TarikhExpressions *
tarikh_layout_expressions_new (const TarikhChronology *chronology)
{
  TarikhExpressions *expressions = g_new0 (TarikhExpressions, 1);
  Range *range = NULL;
  const char *story = NULL;

  expressions->timexes = chronology->timexes;
  expressions->ranges = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < chronology->timexes->len; i++) {
    const TarikhChronicleTimex *timex = g_ptr_array_index (chronology->timexes, i);
    if (timex->story == NULL)
      continue;
    if (range == NULL || g_strcmp0 (story, timex->story) != 0) {
      range = g_new0 (Range, 1);
      range->first = i;
      story = timex->story;
      g_hash_table_replace (expressions->ranges, timex->story, range);
    }
    range->end = i + 1;
  }
  return expressions;
}

void
tarikh_layout_expressions_free (TarikhExpressions *expressions)
{
  if (expressions == NULL)
    return;
  g_hash_table_unref (expressions->ranges);
  g_free (expressions);
}

static const TarikhChronicleTimex *
get_timex (const TarikhExpressions *expressions, guint index)
{
  return g_ptr_array_index (expressions->timexes, index);
}

/* The first expression of RANGE that starts at START or later. */
static guint
find_place (const TarikhExpressions *expressions, const Range *range, guint32 start)
{
  guint low = range->first, high = range->end;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (get_timex (expressions, middle)->start < start)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The first expression inside SOURCE that names EVENT's days; *PARTLY: the first that names one end of them. */
static const TarikhChronicleTimex *
find_in_sentence (const TarikhExpressions *expressions, const TarikhSource *source, const TarikhChronicleEvent *event,
                  const TarikhChronicleTimex **partly)
{
  const Range *range = source->story != NULL ? g_hash_table_lookup (expressions->ranges, source->story) : NULL;

  for (guint i = range != NULL ? find_place (expressions, range, source->start) : 0; range != NULL && i < range->end; i++) {
    const TarikhChronicleTimex *timex = get_timex (expressions, i);
    if (timex->start >= source->end)
      break;
    gboolean starts = timex->from != TARIKH_DAY_NONE && timex->from == event->start;
    gboolean ends = timex->to != TARIKH_DAY_NONE && timex->to == event->end;
    if (starts && ends)
      return timex;
    if ((starts || ends) && *partly == NULL)
      *partly = timex;
  }
  return NULL;
}

const char *
tarikh_layout_expressions_find (const TarikhExpressions *expressions, const TarikhChronicleEvent *event)
{
  const TarikhChronicleTimex *partly = NULL, *found = NULL;

  for (guint i = 0; i < event->sources->len && found == NULL; i++)
    found = find_in_sentence (expressions, g_ptr_array_index (event->sources, i), event, &partly);
  if (found == NULL)
    found = partly;
  return found != NULL ? found->text : NULL;
}
