/* How long settling takes: seeded synthetic stories of one affair, told from a stock of happenings in varied words.
 * usage: bench-chronology [STORIES…]   (1000 and 10000 when none are given)
 * Prints stories, tellings, events, seconds to add, settle, select and write, the bytes written and the most memory that
 * the process has held so far. */
#include "chronology/chronology.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define HAPPENINGS 400 /* in the affair, over two years */
#define TOLD 12        /* by one story */
#define STOCK 3000     /* words of the affair */

static guint32
draw (guint32 *seed, guint32 below)
{
  *seed = *seed * 1664525u + 1013904223u;
  return (*seed >> 9) % below;
}

/* Word number N as letters: never two alike. */
static char *
make_word (guint32 n)
{
  char letters[8];

  for (guint i = 0; i < 5; i++, n /= 11)
    letters[i] = (char) ('a' + n % 11 * 2);
  letters[5] = '\0';
  return g_strdup (letters);
}

/* The telling of HAPPENING by one story: most of its own eight words, and a few of the affair's. */
static TarikhEvent *
tell (guint32 happening, guint32 *seed, GString *text)
{
  TarikhEvent *event = g_new0 (TarikhEvent, 1);
  TarikhDay day = 19000 + (TarikhDay) (happening * 1831u % 730u);
  guint32 start = (guint32) text->len;

  event->keys = g_ptr_array_new_with_free_func (g_free);
  for (guint k = 0; k < 8; k++)
    if (draw (seed, 10) < 7)
      g_ptr_array_add (event->keys, make_word (happening * 8 + k + STOCK));
  for (guint k = 0; k < 6; k++)
    g_ptr_array_add (event->keys, make_word (draw (seed, 40) * draw (seed, 40)));
  for (guint k = 0; k < event->keys->len; k++)
    g_string_append_printf (text, "%s ", (char *) g_ptr_array_index (event->keys, k));
  TarikhSpan span = { start, (guint32) text->len - 1 };
  event->days = tarikh_base_interval_of_day (day + (draw (seed, 20) == 0));
  if (draw (seed, 8) == 0)
    event->days = (TarikhInterval){ day - 15, day + 15, TARIKH_GRAIN_MONTH };
  event->dated_by = TARIKH_DATED_EXPLICIT;
  event->salience = draw (seed, 100) / 100.0;
  event->headline = g_strndup (text->str + start, span.end - span.start);
  g_string_append_c (text, '\n'); /* a sentence of its own */
  event->who = g_ptr_array_new_with_free_func (g_free);
  event->where = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (event->who, make_word (happening % 90));
  event->spans = g_array_new (FALSE, FALSE, sizeof (TarikhSpan));
  g_array_append_val (event->spans, span);
  event->time_expr = -1;
  return event;
}

static void
event_free (gpointer data)
{
  TarikhEvent *event = data;

  g_free (event->headline);
  g_ptr_array_unref (event->who);
  g_ptr_array_unref (event->where);
  g_array_unref (event->spans);
  g_ptr_array_unref (event->keys);
  g_free (event);
}

static void
add_story (TarikhChronology *chronology, guint number, guint32 *seed)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (event_free);
  g_autoptr (GPtrArray) exprs = g_ptr_array_new (), notes = g_ptr_array_new ();
  g_autofree char *id = g_strdup_printf ("s%u", number);

  for (guint k = 0; k < TOLD; k++)
    g_ptr_array_add (events, tell (draw (seed, HAPPENINGS), seed, text));
  TarikhStory story = { .id = id, .source = id, .lang = (char *) "en", .text = text->str, .text_length = text->len,
                        .published = 19730, .published_minute = -1, .published_by = TARIKH_PUBLISHED_GIVEN };
  TarikhTimeReading reading = { exprs, TARIKH_PUBLISHED_GIVEN, tarikh_base_interval_of_day (19730), notes };
  tarikh_chronology_add (chronology, &story, &reading, events);
}

static gboolean
drop_piece (const char *bytes, gsize length, gpointer written)
{
  *(gsize *) written += length;
  return TRUE;
}

static double
get_peak_mb (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  return (double) usage.ru_maxrss / 1024;
}

static void
measure (guint n_stories)
{
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_new ();
  guint32 seed = 20240620;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < n_stories; i++)
    add_story (chronology, i + 1, &seed);
  gint64 added = g_get_monotonic_time ();
  guint n_tellings = chronology->events->len;
  tarikh_chronology_settle (chronology);
  gint64 settled = g_get_monotonic_time ();
  gsize n_bytes = 0;
  tarikh_chronology_write_json (chronology, FALSE, drop_piece, &n_bytes);
  gint64 written = g_get_monotonic_time ();
  guint n_events = chronology->events->len;
  tarikh_chronology_select (chronology, TARIKH_DAY_NONE, TARIKH_DAY_NONE, 25);
  gint64 selected = g_get_monotonic_time ();

  printf ("%u stories, %u tellings, %u events: add %.3f s, settle %.3f s, write %.3f s (%.1f MB), select 25 %.3f s, "
          "peak %.1f MB\n",
          n_stories, n_tellings, n_events, (double) (added - start) / 1e6, (double) (settled - added) / 1e6,
          (double) (written - settled) / 1e6, (double) n_bytes / 1e6, (double) (selected - written) / 1e6, get_peak_mb ());
}

int
main (int argc, char **argv)
{
  for (gint i = 1; i < argc; i++)
    measure ((guint) strtoul (argv[i], NULL, 10));
  if (argc == 1) {
    measure (1000);
    measure (10000);
  }
  return 0;
}
