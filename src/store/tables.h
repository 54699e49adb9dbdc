/* store/tables: private to the room. The tables that a dump holds, in the order in which they can be loaded. */
#pragma once

extern const char *const tarikh_store_tables[]; /* NULL-terminated */
