/* dossier/dossier: the public door to the file: opened, changed in transactions, freed. The store does the work. */
#include "dossier/private.h"

static TarikhDossier *
take_store (TarikhStore *store, const char *path)
{
  TarikhDossier *dossier = store != NULL ? g_new0 (TarikhDossier, 1) : NULL;

  if (dossier != NULL)
    *dossier = (TarikhDossier){ .store = store, .path = g_strdup (path) };
  return dossier;
}

TarikhDossier *
tarikh_dossier_create (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return take_store (tarikh_store_create (path, error), path);
}

TarikhDossier *
tarikh_dossier_open (const char *path, gboolean write, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return take_store (tarikh_store_open (path, write, error), path);
}

void
tarikh_dossier_free (TarikhDossier *dossier)
{
  if (dossier == NULL)
    return;
  tarikh_store_free (dossier->store);
  g_free (dossier->path);
  g_free (dossier);
}

void
tarikh_dossier_set_hand (TarikhDossier *dossier, const char *author, gint64 seconds)
{
  g_return_if_fail (dossier != NULL && author != NULL);

  tarikh_store_set_hand (dossier->store, author, seconds);
}

gboolean
tarikh_dossier_begin (TarikhDossier *dossier, GError **error)
{
  g_return_val_if_fail (dossier != NULL, FALSE);

  return tarikh_store_begin (dossier->store, error);
}

gboolean
tarikh_dossier_commit (TarikhDossier *dossier, GError **error)
{
  g_return_val_if_fail (dossier != NULL, FALSE);

  return tarikh_store_commit (dossier->store, error);
}

void
tarikh_dossier_rollback (TarikhDossier *dossier)
{
  g_return_if_fail (dossier != NULL);

  tarikh_store_rollback (dossier->store);
}

gboolean
tarikh_dossier_check (TarikhDossier *dossier, GError **error)
{
  g_return_val_if_fail (dossier != NULL, FALSE);

  return tarikh_store_check (dossier->store, error);
}

gint64
tarikh_dossier_get_revision (TarikhDossier *dossier)
{
  g_return_val_if_fail (dossier != NULL, 0);

  return tarikh_store_get_revision (dossier->store);
}

gboolean
tarikh_dossier_withdraw (TarikhDossier *dossier, const char *story, gboolean withdrawn, const char *reason,
                         GError **error)
{
  g_return_val_if_fail (dossier != NULL && story != NULL, FALSE);

  return tarikh_store_withdraw (dossier->store, story, withdrawn, reason, error);
}

gboolean
tarikh_dossier_set_removing (TarikhDossier *dossier, gboolean removing, GError **error)
{
  g_return_val_if_fail (dossier != NULL, FALSE);

  const char *value = removing ? "remove" : "strike";
  g_autofree char *detail = g_strdup_printf ("{\"withdrawn\":\"%s\"}", value);
  return tarikh_store_set_setting (dossier->store, "withdrawn", value, error)
         && tarikh_store_log (dossier->store, "set", "", detail, NULL, error);
}

/* ---- dump and load ---- */

gboolean
tarikh_dossier_dump (TarikhDossier *dossier, TarikhDossierWrite write, gpointer data, GError **error)
{
  g_return_val_if_fail (dossier != NULL && write != NULL, FALSE);

  return tarikh_store_dump (dossier->store, write, data, error);
}

gboolean
tarikh_dossier_load (TarikhDossier *dossier, const char *name, TarikhDossierRead read, gpointer data, GError **error)
{
  g_return_val_if_fail (dossier != NULL && name != NULL && read != NULL, FALSE);

  g_autoptr (GError) failed = NULL;
  g_autoptr (TarikhStoreLoader) loader = tarikh_store_loader_new (dossier->store, name, error);
  const char *line;
  gsize length;

  if (loader == NULL)
    return FALSE;
  while (failed == NULL && read (&line, &length, data, &failed))
    tarikh_store_loader_take (loader, line, length, &failed);
  if (failed == NULL)
    tarikh_store_loader_finish (loader, &failed);
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return failed == NULL && (error == NULL || *error == NULL);
}
