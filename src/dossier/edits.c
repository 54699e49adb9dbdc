/* dossier/edits: which edits of the log hold, after what was undone and done again. Applies none. */
#include "dossier/private.h"

#include <string.h>

static void
edit_free (gpointer data)
{
  TarikhDossierEdit *edit = data;

  g_free (edit->author);
  g_free (edit->op);
  g_free (edit->subject);
  json_decref (edit->detail);
  g_free (edit);
}

static TarikhDossierEdit *
edit_new (const TarikhStoreEntry *entry)
{
  TarikhDossierEdit *edit = g_new0 (TarikhDossierEdit, 1);
  json_t *detail = json_loads (entry->detail, 0, NULL);

  if (!json_is_object (detail)) {
    json_decref (detail);
    detail = json_object ();
  }
  edit->n = entry->n;
  edit->at = entry->at;
  edit->author = g_strdup (entry->author);
  edit->op = g_strdup (entry->op);
  edit->subject = g_strdup (entry->subject);
  edit->detail = detail;
  return edit;
}

static void
move_last (GPtrArray *from, GPtrArray *to)
{
  if (from->len > 0)
    g_ptr_array_add (to, g_ptr_array_steal_index (from, from->len - 1));
}

static void
take_entry (TarikhDossierEdits *edits, const TarikhStoreEntry *entry)
{
  if (strcmp (entry->op, "undo") == 0)
    move_last (edits->done, edits->undone);
  else if (strcmp (entry->op, "redo") == 0)
    move_last (edits->undone, edits->done);
  else if (tarikh_store_is_edit (entry->op)) {
    g_ptr_array_add (edits->done, edit_new (entry));
    g_ptr_array_set_size (edits->undone, 0);
  }
}

TarikhDossierEdits *
tarikh_dossier_edits_load (TarikhStore *store, GError **error)
{
  g_autoptr (GPtrArray) log = tarikh_store_list_log (store, error);
  if (log == NULL)
    return NULL;
  TarikhDossierEdits *edits = g_new0 (TarikhDossierEdits, 1);
  edits->done = g_ptr_array_new_with_free_func (edit_free);
  edits->undone = g_ptr_array_new_with_free_func (edit_free);
  for (guint i = 0; i < log->len; i++)
    take_entry (edits, g_ptr_array_index (log, i));
  return edits;
}

void
tarikh_dossier_edits_free (TarikhDossierEdits *edits)
{
  if (edits == NULL)
    return;
  g_ptr_array_unref (edits->done);
  g_ptr_array_unref (edits->undone);
  g_free (edits);
}

const char *
tarikh_dossier_edit_get_string (const TarikhDossierEdit *edit, const char *key)
{
  const char *string = json_string_value (json_object_get (edit->detail, key));

  return string != NULL ? string : "";
}

TarikhDay
tarikh_dossier_edit_get_day (const TarikhDossierEdit *edit, const char *key)
{
  TarikhDay day = TARIKH_DAY_NONE;

  tarikh_base_day_parse_iso (tarikh_dossier_edit_get_string (edit, key), &day);
  return day;
}
