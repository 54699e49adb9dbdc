/* store/merge: what is near to what is new is compared again, by the chronology's own matching, and the events follow. */
#include "store/private.h"

#include <string.h>

/* The story of NEAR in CHRONOLOGY, put in when it is the first of it. The list is in order of stories. */
static guint
put_story (TarikhChronology *chronology, const TarikhStoreNear *near, gint64 *last)
{
  if (chronology->stories->len == 0 || *last != near->story) {
    g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, near->story);
    TarikhChronicleStory *story = tarikh_chronology_story_new (id, "", "und");
    story->published = near->published;
    tarikh_chronology_put_story (chronology, story, NULL);
    *last = near->story;
  }
  return chronology->stories->len - 1;
}

/* The expression that dates NEAR goes into CHRONOLOGY; its index, or -1. */
static gint
put_timex (TarikhChronology *chronology, const TarikhStoreNear *near)
{
  if (near->timex == NULL)
    return -1;
  TarikhChronicleTimex *timex = tarikh_chronology_timex_new ("", near->timex, strlen (near->timex), "");
  timex->from = near->first;
  timex->to = near->last;
  g_ptr_array_add (chronology->timexes, timex);
  return (gint) chronology->timexes->len - 1;
}

/* Days and words: headlines and names do not count when mentions are compared. */
static TarikhChronology *
build (const GPtrArray *list)
{
  TarikhChronology *chronology = tarikh_chronology_new ();
  gint64 last = 0;

  for (guint i = 0; i < list->len; i++) {
    const TarikhStoreNear *near = g_ptr_array_index (list, i);
    guint story = put_story (chronology, near, &last);
    TarikhChronicleEvent *event = tarikh_chronology_event_new ();
    TarikhKept kept = { near->words, near->n_words, near->fingerprint, 0, near->fresh, near->afar };
    event->start = near->first;
    event->end = near->last;
    event->approximate = near->approximate;
    event->dated_by = near->afar ? TARIKH_DATED_EXPLICIT : TARIKH_DATED_NONE; /* only that makes a difference here */
    event->timex = put_timex (chronology, near);
    tarikh_chronology_put_event (chronology, event, story, &kept);
  }
  return chronology;
}

static guint32 *
list_joined (const GPtrArray *list)
{
  guint32 *joined = g_new (guint32, MAX (list->len, 1u));

  for (guint i = 0; i < list->len; i++)
    joined[i] = ((const TarikhStoreNear *) g_ptr_array_index (list, i))->joined;
  return joined;
}

/* The groups of a part, as they would be in the whole. */
static guint32 *
group_part (TarikhStore *store, TarikhChronology *chronology, const GPtrArray *list, guint *n_groups, GError **error)
{
  g_autoptr (GHashTable) words = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (TarikhDay));
  g_autofree guint32 *joined = list_joined (list);
  TarikhWhole whole = { 0, words, starts };

  if (!tarikh_store_measure_whole (store, list, &whole, error))
    return NULL;
  return tarikh_chronology_group (chronology, &whole, joined, n_groups);
}

gboolean
tarikh_store_merge (TarikhStore *store, GError **error)
{
  gboolean whole = FALSE;
  guint n_groups = 0;
  gint64 stories = 0;

  if (store->fresh->len == 0 && g_hash_table_size (store->loosened) == 0 && !store->merge_all)
    return TRUE;
  g_autoptr (GPtrArray) list = tarikh_store_gather (store, &whole, error);
  if (list == NULL
      || !tarikh_store_query_number (store, &stories, error, "SELECT count (*) FROM (SELECT 1 FROM story LIMIT 2)", ""))
    return FALSE;
  g_autoptr (TarikhChronology) chronology = build (list);
  if (stories == 1)
    tarikh_chronology_drop_aside (chronology); /* beside nothing, nothing is aside */
  g_autofree guint32 *group_of = whole ? tarikh_chronology_group (chronology, NULL, NULL, &n_groups)
                                       : group_part (store, chronology, list, &n_groups, error);
  return group_of != NULL && tarikh_store_identify (store, list, group_of, n_groups, error);
}
