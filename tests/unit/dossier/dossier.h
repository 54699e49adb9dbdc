/* dossier.h: what the tests of the room share: a dossier in a folder of its own, filled, and asked. */
#pragma once

#include "dossier/private.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *folder, *path;
  TarikhDossier *dossier;
  TarikhTimelineOptions *options;
} Place;

static inline Place
place_new (void)
{
  Place p = { .folder = g_dir_make_tmp ("tarikh-dossier-XXXXXX", NULL) };

  p.path = g_build_filename (p.folder, "a.tarikh", NULL);
  p.options = tarikh_timeline_options_new ();
  p.dossier = tarikh_dossier_create (p.path, NULL);
  assert_non_null (p.dossier);
  tarikh_dossier_set_hand (p.dossier, "tester", 1700000000);
  return p;
}

static inline void
place_clear (Place *p)
{
  tarikh_dossier_free (p->dossier);
  tarikh_timeline_options_free (p->options);
  g_unlink (p->path);
  assert_int_equal (g_rmdir (p->folder), 0); /* no journal was left */
  g_free (p->path);
  g_free (p->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static inline void
must (gboolean good, const GError *error)
{
  if (!good)
    fail_msg ("%s", error != NULL ? error->message : "failed");
}

/* Adds one story object; its state. */
static inline TarikhDossierPut
add (Place *p, const char *line)
{
  g_autoptr (GError) error = NULL;
  TarikhDossierPut put = TARIKH_DOSSIER_NEW;

  must (tarikh_dossier_begin (p->dossier, &error), error);
  must (tarikh_dossier_add_line (p->dossier, p->options, "test", 1, line, strlen (line), &put, NULL, &error), error);
  must (tarikh_dossier_commit (p->dossier, &error), error);
  return put;
}

static inline json_t *
list (Place *p)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = tarikh_dossier_list (p->dossier, TRUE, &error);

  must (text != NULL, error);
  json_t *object = json_loads (text, 0, NULL);
  assert_non_null (object);
  return object;
}

/* The event of LIST whose headline holds PART. Borrowed. */
static inline json_t *
find (const json_t *object, const char *part)
{
  const json_t *events = json_object_get (object, "events");

  for (gsize i = 0; i < json_array_size (events); i++) {
    json_t *event = json_array_get (events, i);
    if (strstr (json_string_value (json_object_get (event, "headline")), part) != NULL)
      return event;
  }
  return NULL;
}

static inline const char *
get (const json_t *object, const char *key)
{
  return json_string_value (json_object_get (object, key));
}

/* The id of the event whose headline holds PART. (transfer full) */
static inline char *
id_of (Place *p, const char *part)
{
  g_autoptr (json_t) object = list (p);
  const json_t *event = find (object, part);

  assert_non_null (event);
  return g_strdup (get (event, "id"));
}

/* An edit of up to three words. FALSE when it is refused. */
static inline gboolean
edit (Place *p, const char *verb, const char *first, const char *second)
{
  const char *words[] = { first, second, NULL };
  g_autoptr (GError) error = NULL;

  must (tarikh_dossier_begin (p->dossier, &error), error);
  if (tarikh_dossier_edit (p->dossier, verb, words, NULL, &error)) {
    must (tarikh_dossier_commit (p->dossier, &error), error);
    return TRUE;
  }
  tarikh_dossier_rollback (p->dossier);
  return FALSE;
}
