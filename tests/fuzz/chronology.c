/* Fuzz target: any bytes as a chronology file. What is read must be writable, and what is written must read back the
 * same. */
#include "chronology/chronology.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  tarikh_chronology_is_json ((const char *) data, size);
  g_autoptr (TarikhChronology) chronology = tarikh_chronology_from_json ("fuzz", (const char *) data, size, NULL);
  if (chronology == NULL)
    return 0;

  g_autofree char *json = tarikh_chronology_to_json (chronology, size % 2);
  g_autoptr (TarikhChronology) back = tarikh_chronology_from_json ("fuzz", json, strlen (json), NULL);
  g_assert (back != NULL);
  g_autofree char *again = tarikh_chronology_to_json (back, size % 2);
  g_assert (strcmp (json, again) == 0);

  tarikh_chronology_settle (chronology);
  tarikh_chronology_select (chronology, 0, TARIKH_DAY_NONE, 3);
  return 0;
}
