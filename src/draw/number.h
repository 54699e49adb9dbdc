/* draw/number: numbers as text for files: short, the same in every locale. */
#pragma once

#include <glib.h>

/* Appends ` NAME="VALUE"`, two decimals. */
void tarikh_draw_append_measure (GString *out, const char *name, double value);
/* Appends VALUE rounded to DECIMALS (0..4) places, without trailing zeros, "-0" or an exponent. */
void tarikh_draw_append_number (GString *out, double value, guint decimals);
