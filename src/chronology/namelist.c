/* chronology/namelist: the people, bodies and places of one happening, once each, in the longest form told. A short form
 * ("Kim") inside a longer one ("Kim Jong-un") is the same name. */
#include "chronology/telling.h"

#include <string.h>

#define MOST_NAMES 8u
#define MANY_TELL 3u

typedef struct {
  char *name;
  GArray *words; /* guint32, sorted */
  guint count;
  guint first; /* order of appearance */
} Name;

static void
clear_name (gpointer data)
{
  Name *name = data;

  g_free (name->name);
  g_array_unref (name->words);
}

/* TRUE when every word of INNER is in OUTER. */
static gboolean
contains (const GArray *outer, const GArray *inner)
{
  guint i = 0;

  for (guint k = 0; k < inner->len; k++) {
    guint32 word = g_array_index (inner, guint32, k) | TARIKH_CHRONOLOGY_MARKS;
    while (i < outer->len && (g_array_index (outer, guint32, i) | TARIKH_CHRONOLOGY_MARKS) < word)
      i++;
    if (i == outer->len || (g_array_index (outer, guint32, i) | TARIKH_CHRONOLOGY_MARKS) != word)
      return FALSE;
  }
  return TRUE;
}

static void
add_name (GArray *names, const TarikhStemmer *stemmer, const char *text)
{
  Name fresh = { NULL, g_array_new (FALSE, FALSE, sizeof (guint32)), 1, names->len };

  tarikh_chronology_words_of_text (stemmer, text, fresh.words);
  tarikh_chronology_words_sort (fresh.words, 0);
  for (guint i = 0; i < names->len && fresh.words != NULL; i++) {
    Name *known = &g_array_index (names, Name, i);
    gboolean longer = contains (fresh.words, known->words);
    if (!longer && !contains (known->words, fresh.words))
      continue;
    known->count++;
    if (longer && fresh.words->len > known->words->len) {
      g_free (known->name);
      known->name = g_strdup (text);
      GArray *shorter = known->words;
      known->words = fresh.words;
      fresh.words = shorter;
    }
    g_clear_pointer (&fresh.words, g_array_unref);
  }
  if (fresh.words == NULL)
    return;
  if (fresh.words->len == 0) {
    g_array_unref (fresh.words);
    return;
  }
  fresh.name = g_strdup (text);
  g_array_append_val (names, fresh);
}

static void
add_names_of (GArray *names, const TarikhGroup *group, guint32 member, gboolean where)
{
  const TarikhChronicleEvent *event = g_ptr_array_index (group->chronology->events, member);
  const GPtrArray *told = where ? event->where : event->who;
  guint32 story = g_array_index (group->tellings->tellings, TarikhTelling, member).story;
  const TarikhChronicleStory *teller
    = story < group->chronology->stories->len ? g_ptr_array_index (group->chronology->stories, story) : NULL;

  for (guint i = 0; i < told->len && names->len < 64; i++)
    add_name (names,
              tarikh_chronology_tellings_get_stemmer (group->chronology->tellings, teller != NULL ? teller->lang : NULL),
              g_ptr_array_index (told, i));
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  const Name *x = a, *y = b;

  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;
  return x->first < y->first ? -1 : x->first > y->first;
}

void
tarikh_chronology_unite_names (const TarikhGroup *group, guint32 first, gboolean where, GPtrArray *names)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Name));
  guint shown;

  g_array_set_clear_func (all, clear_name);
  add_names_of (all, group, first, where);
  shown = all->len;
  for (guint i = 0; i < group->n_members; i++)
    if (group->members[i] != first)
      add_names_of (all, group, group->members[i], where);
  /* The headline's own names stay in front; the others follow by how many tell them. Where many tell, a name that only
   * one of them brings in is rather his aside than the happening's. */
  if (all->len > shown)
    qsort (&g_array_index (all, Name, shown), all->len - shown, sizeof (Name), compare_names);
  for (guint i = 0; i < MIN (all->len, MAX (shown, MOST_NAMES)); i++)
    if (i < shown || group->n_members < MANY_TELL || g_array_index (all, Name, i).count > 1)
      g_ptr_array_add (names, g_steal_pointer (&g_array_index (all, Name, i).name));
}
