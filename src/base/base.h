/* base: errors, notes, spans, civil days and intervals. The lowest room; knows nothing of language, files or paper. */
#pragma once

#include <glib.h>

/* ---- errors: what stops us (I/O, malformed input, bad style). Doubts about prose are notes, below. ---- */

typedef enum {
  TARIKH_ERROR_READ,   /* a file could not be read */
  TARIKH_ERROR_FORMAT, /* a file is not what it claims to be, or holds nothing we can use */
  TARIKH_ERROR_WRITE,  /* an output could not be written */
  TARIKH_ERROR_STYLE,  /* a style sheet is wrong */
  TARIKH_ERROR_FONT,   /* a font or glyph is missing */
  TARIKH_ERROR_USAGE   /* an option's value is wrong; the command line exits with 2 */
} TarikhError;

#define TARIKH_ERROR (tarikh_base_error_quark ())
GQuark tarikh_base_error_quark (void);

/* Copy of TEXT (UTF-8 or not) that is safe on a terminal and on one line: controls, bidi controls and invalid
 * bytes become U+FFFD or a space. (transfer full) */
char *tarikh_base_printable (const char *text);

/* ---- spans: half-open byte ranges into one story's text ---- */

typedef struct {
  guint32 start; /* first byte */
  guint32 end;   /* one past the last byte */
} TarikhSpan;

gboolean tarikh_base_span_overlaps (TarikhSpan a, TarikhSpan b);

/* ---- days: proleptic Gregorian, counted from 1970-01-01 = 0 ---- */

typedef gint32 TarikhDay;
#define TARIKH_DAY_NONE G_MININT32

typedef struct {
  gint year; /* astronomical: 0 is 1 BC */
  gint month; /* 1..12 */
  gint day;   /* 1..31 */
} TarikhDate;

TarikhDay tarikh_base_day_from_date (gint year, gint month, gint day); /* month and day may overflow: normalised */
TarikhDate tarikh_base_day_get_date (TarikhDay day);
gint tarikh_base_day_get_weekday (TarikhDay day); /* ISO: 1 Monday … 7 Sunday */
gint tarikh_base_days_in_month (gint year, gint month);
gboolean tarikh_base_date_is_valid (gint year, gint month, gint day);
void tarikh_base_day_get_iso_week (TarikhDay day, gint *year, gint *week);
TarikhDay tarikh_base_day_from_iso_week (gint year, gint week, gint weekday);
TarikhDay tarikh_base_day_add_months (TarikhDay day, gint months); /* day of month clamped */

/* "2024-06-20" (years outside 0..9999 get a sign: "-0043-03-15"). (transfer full); NULL for TARIKH_DAY_NONE */
char *tarikh_base_day_to_iso (TarikhDay day);

/* Writes NUMBER, filled with zeros to WIDTH characters ("%0*d"), and a NUL at OUT, which has room for 21 characters and
 * WIDTH. Returns where the NUL stands. */
char *tarikh_base_write_number (char *out, gint64 number, guint width);

/* Reads exactly YYYY-MM-DD; FALSE (and *DAY untouched) for anything else, 2024-02-30 included. */
gboolean tarikh_base_day_parse_iso (const char *text, TarikhDay *day);

/* ---- intervals: days first..last, both inclusive, with the grain they were told in ---- */

typedef enum {
  TARIKH_GRAIN_NONE,
  TARIKH_GRAIN_MINUTE,
  TARIKH_GRAIN_HOUR,
  TARIKH_GRAIN_PART, /* part of a day */
  TARIKH_GRAIN_DAY,
  TARIKH_GRAIN_WEEKEND,
  TARIKH_GRAIN_WEEK,
  TARIKH_GRAIN_MONTH,
  TARIKH_GRAIN_SEASON,
  TARIKH_GRAIN_QUARTER,
  TARIKH_GRAIN_HALF,
  TARIKH_GRAIN_YEAR,
  TARIKH_GRAIN_DECADE,
  TARIKH_GRAIN_CENTURY
} TarikhGrain;

typedef struct {
  TarikhDay first; /* TARIKH_DAY_NONE: open or unknown */
  TarikhDay last;
  TarikhGrain grain;
} TarikhInterval;

TarikhInterval tarikh_base_interval_none (void);
TarikhInterval tarikh_base_interval_of_day (TarikhDay day);
TarikhInterval tarikh_base_interval_of_month (gint year, gint month);
TarikhInterval tarikh_base_interval_of_year (gint year);
gboolean tarikh_base_interval_is_known (TarikhInterval i); /* both ends known */
gboolean tarikh_base_interval_overlaps (TarikhInterval a, TarikhInterval b); /* both known and meeting */

/* ---- notes: doubts about prose, with place; never an error ---- */

typedef enum {
#define NOTE(code, level, text) TARIKH_NOTE_##code,
#include "base/notes.def"
#undef NOTE
  TARIKH_NOTE_COUNT
} TarikhNoteCode;

typedef enum { TARIKH_NOTE_LEVEL_INFO, TARIKH_NOTE_LEVEL_DOUBT } TarikhNoteLevel;

typedef struct {
  TarikhNoteCode code;
  TarikhSpan span; /* in the story's text */
  char *detail;    /* owned; NULL or what was found, for people */
} TarikhNote;

TarikhNote *tarikh_base_note_new (TarikhNoteCode code, TarikhSpan span, const char *detail);
void tarikh_base_note_free (TarikhNote *note);
const char *tarikh_base_note_get_text (TarikhNoteCode code); /* English, one line, static */
TarikhNoteLevel tarikh_base_note_get_level (TarikhNoteCode code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TarikhNote, tarikh_base_note_free)
