/* Fuzz target: any bytes as the dump of a dossier. What is loaded can be checked, listed, told and dumped; its dump loads as
 * the same; a story can be added to it and all compared again. */
#include "dossier/private.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

typedef struct {
  const char *at, *end;
} Lines;

static gboolean
next_line (const char **line, gsize *length, gpointer data, GError **error)
{
  Lines *lines = data;

  if (lines->at >= lines->end)
    return FALSE;
  const char *end = memchr (lines->at, '\n', (gsize) (lines->end - lines->at));
  *line = lines->at;
  *length = (gsize) ((end != NULL ? end : lines->end) - lines->at);
  lines->at += *length + 1;
  return TRUE;
}

static gboolean
append (const char *line, gsize length, gpointer data)
{
  g_string_append_len (data, line, (gssize) length);
  return TRUE;
}

static TarikhDossier *
load (const char *data, gsize size)
{
  TarikhDossier *dossier = tarikh_dossier_create (":memory:", NULL);
  Lines lines = { data, data + size };

  g_assert (dossier != NULL);
  if (tarikh_dossier_load (dossier, "fuzz", next_line, &lines, NULL))
    return dossier;
  tarikh_dossier_free (dossier);
  return NULL;
}

static GString *
dump (TarikhDossier *dossier)
{
  GString *text = g_string_new (NULL);

  g_assert (tarikh_dossier_dump (dossier, append, text, NULL));
  return text;
}

static void
ask (TarikhDossier *dossier)
{
  g_autoptr (TarikhTimelineOptions) options = tarikh_timeline_options_new ();
  gboolean differ;

  tarikh_timeline_options_set (options, "max-events", "3", NULL);
  g_autofree char *listed = tarikh_dossier_list (dossier, TRUE, NULL);
  g_autofree char *worded = tarikh_dossier_list (dossier, FALSE, NULL);
  g_autofree char *logged = tarikh_dossier_log (dossier, FALSE, NULL);
  g_autoptr (TarikhTimeline) timeline = tarikh_dossier_tell (dossier, options, NULL, NULL);
  g_autofree char *json = timeline != NULL ? tarikh_timeline_to_json (timeline, TRUE) : NULL;
  g_free (tarikh_dossier_diff (dossier, "monday", NULL, TRUE, &differ, NULL)); /* NULL without that snapshot */
  g_assert (listed != NULL && worded != NULL && logged != NULL && json != NULL);
}

static void
go_on (TarikhDossier *dossier)
{
  static const char story[] = "{\"id\":\"fuzz\",\"text\":\"opened on 5 May 2021\",\"published\":\"2021-05-06\"}";
  g_autoptr (TarikhTimelineOptions) options = tarikh_timeline_options_new ();

  tarikh_store_set_whole (dossier->store, 0);
  tarikh_dossier_set_hand (dossier, "fuzz", 0);
  if (!tarikh_dossier_begin (dossier, NULL))
    return;
  gboolean good = tarikh_dossier_add_line (dossier, options, "fuzz", 1, story, strlen (story), NULL, NULL, NULL)
                  && tarikh_dossier_refresh (dossier, TRUE, NULL, NULL, NULL) && tarikh_dossier_commit (dossier, NULL);
  if (!good)
    tarikh_dossier_rollback (dossier);
  else
    ask (dossier);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (TarikhDossier) dossier = load ((const char *) data, size);
  if (dossier == NULL)
    return 0;

  g_autoptr (GString) text = dump (dossier);
  g_autoptr (TarikhDossier) back = load (text->str, text->len);
  g_assert (back != NULL);
  g_autoptr (GString) again = dump (back);
  g_assert (g_string_equal (text, again));
  g_assert (tarikh_dossier_check (dossier, NULL));
  ask (dossier);
  go_on (dossier);
  return 0;
}
