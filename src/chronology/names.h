/* chronology/names: private to the room. The names that JSON gives to enumerated things; those that a
 * store needs too are in the door. */
#pragma once

#include "chronology/chronology.h"

const char *tarikh_chronology_note_get_name (TarikhNoteCode code);                    /* "DATES_DISAGREE" … */

/* The value that NAME stands for, or -1. */
gint tarikh_chronology_note_from_name (const char *name);

/* Reads YYYY-MM-DD, and the signed or longer years that tarikh_base_day_to_iso writes. */
gboolean tarikh_chronology_parse_day (const char *text, TarikhDay *day);
