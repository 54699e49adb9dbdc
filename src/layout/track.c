/* layout/track: hangs entries beside an axis that runs down the page, displaced as little as may be, and ties them to their
 * marks by leaders that cannot cross (same order at both ends). Chooses no scale and no page. */
#include "layout/track.h"

#include <math.h>

#include "layout/isotonic.h"
#include "layout/lane.h"
#include "layout/mark.h"

#define MOST_LOOKED_BACK 16 /* entries of one day */
#define LEADER_GAP_MM 1.2 /* from a leader's end to the text */

void
tarikh_layout_track_clear (TarikhTrack *track)
{
  g_clear_pointer (&track->anchors, g_free);
  g_clear_pointer (&track->eyes, g_free);
  g_clear_pointer (&track->places, g_free);
}

static TarikhEntry *
entry_at (const TarikhTrack *track, guint i)
{
  return g_ptr_array_index (track->entries, track->first + i);
}

static guint
count (const TarikhTrack *track)
{
  return track->end - track->first;
}

/* ---- the grid ---- */

/* Where leaders may begin to slant: clear of N marks beside each other. */
static double
fan_start (const TarikhTrackGrid *grid, const TarikhComposer *composer, guint n)
{
  return grid->at_mm + (n - 1) * grid->from_mark_mm + composer->style->marker_mm / 2 + 0.6;
}

void
tarikh_layout_track_init_grid (TarikhTrackGrid *grid, const TarikhComposer *composer, double fan_mm)
{
  grid->from_mark_mm = composer->style->marker_mm * 1.15;
  grid->knee_mm = fan_start (grid, composer, grid->most_marks) + fan_mm;
  grid->text_mm = grid->knee_mm + 2.8;
}

double
tarikh_layout_track_get_need (const TarikhTrackGrid *grid, GPtrArray *entries, guint first, guint end)
{
  double need = 0;

  for (guint i = first; i < end; i++)
    need += ((const TarikhEntry *) g_ptr_array_index (entries, i))->height_mm + grid->gap_mm;
  return need;
}

/* ---- places ---- */

/* Least-displacement places of the first lines. */
static void
place_entries (TarikhTrack *track, double top_mm, double bottom_mm)
{
  guint n = count (track);
  g_autofree double *distances = g_new0 (double, n);
  const TarikhEntry *first = entry_at (track, 0), *last = entry_at (track, n - 1);

  for (guint i = 0; i + 1 < n; i++) {
    const TarikhEntry *here = entry_at (track, i), *next = entry_at (track, i + 1);
    distances[i] = here->height_mm - here->eye_mm + next->eye_mm + track->grid->gap_mm;
  }
  tarikh_layout_isotonic_place (track->anchors, distances, n, top_mm + first->eye_mm,
                                bottom_mm - (last->height_mm - last->eye_mm), track->eyes);
}

/* The entry before I, among the last few of the same day, whose mark is I's too; I itself when there is none. */
static guint
find_sharer (const TarikhTrack *track, guint i)
{
  for (guint k = i; k-- > 0 && i - k <= MOST_LOOKED_BACK && entry_at (track, k)->first == entry_at (track, i)->first;)
    if (tarikh_layout_mark_is_shared (entry_at (track, k), entry_at (track, i)))
      return k;
  return i;
}

/* Marks that would touch stand beside each other. */
static void
place_marks (TarikhTrack *track, double marker_mm)
{
  guint n = count (track), m = 0;
  g_autofree TarikhLaneSpan *spans = g_new0 (TarikhLaneSpan, n);
  g_autofree guint *span_of = g_new0 (guint, n);

  for (guint i = 0; i < n; i++) {
    double end = tarikh_layout_scale_map (track->scale, entry_at (track, i)->last);
    guint sharer = find_sharer (track, i);
    span_of[i] = sharer < i ? span_of[sharer] : m;
    if (sharer == i)
      spans[m++] = (TarikhLaneSpan){ track->anchors[i] - marker_mm / 2,
                                     fmax (end, track->anchors[i]) + marker_mm / 2 + 0.2, 0 };
  }
  track->n_places = MAX (1, tarikh_layout_lanes_assign (spans, m, track->grid->most_marks));
  for (guint i = 0; i < n; i++)
    track->places[i] = spans[span_of[i]].lane;
}

void
tarikh_layout_track_solve (TarikhTrack *track, const TarikhComposer *composer, double top_mm, double bottom_mm)
{
  guint n = count (track);

  if (n == 0)
    return;
  track->anchors = g_new (double, n);
  track->eyes = g_new (double, n);
  track->places = g_new0 (guint, n);
  for (guint i = 0; i < n; i++)
    track->anchors[i] = tarikh_layout_scale_map (track->scale, entry_at (track, i)->first);
  place_entries (track, top_mm, bottom_mm);
  place_marks (track, composer->style->marker_mm);
}

double
tarikh_layout_track_get_bottom (const TarikhTrack *track)
{
  guint n = count (track);

  if (n == 0)
    return 0;
  const TarikhEntry *last = entry_at (track, n - 1);
  return track->eyes[n - 1] - last->eye_mm + last->height_mm;
}

double
tarikh_layout_track_get_last_eye (const TarikhTrack *track)
{
  return count (track) > 0 ? track->eyes[count (track) - 1] : 0;
}

/* ---- on the page ---- */

static double
across_of (const TarikhTrack *track, guint i)
{
  return track->grid->at_mm + track->places[i] * track->grid->from_mark_mm;
}

/* Where leaders leave their marks: at a day's place; from a bar level with the entry, if the bar reaches there. Never behind
 * where the next one leaves, so that the order of leaders is that of the entries. (transfer full) */
static double *
attach (const TarikhTrack *track)
{
  guint n = count (track);
  double *from = g_new (double, n);

  for (guint i = n; i-- > 0;) {
    const TarikhEntry *entry = entry_at (track, i);
    double at = track->anchors[i], end = fmax (at, tarikh_layout_scale_map (track->scale, entry->last));
    from[i] = entry->kind == TARIKH_MARK_DAY ? at : CLAMP (track->eyes[i], at, end);
    if (i + 1 < n)
      from[i] = fmax (at, fmin (from[i], from[i + 1]));
  }
  return from;
}

static void
put_leader (const TarikhTrack *track, const TarikhComposer *composer, TarikhLayoutPage *page, guint i, double from)
{
  const TarikhStyle *style = composer->style;
  const TarikhTrackGrid *grid = track->grid;
  double eye = track->eyes[i];
  double mark = across_of (track, i) + style->marker_mm / 2, end = grid->text_mm - LEADER_GAP_MM;
  double fan = fan_start (grid, composer, track->n_places);
  gboolean level = fabs (eye - from) < 0.001;
  TarikhPoint bent[] = { { mark, from }, { fan, from }, { grid->knee_mm, eye }, { end, eye } };
  TarikhPoint straight[] = { { mark, from }, { end, from } }; /* as the next leader may start there too */

  tarikh_layout_put_line (page, TARIKH_ROLE_LEADER, TARIKH_SHAPE_LINE, entry_at (track, i)->event,
                          level ? straight : bent, level ? 2 : 4, style->leader_mm,
                          style->colours[TARIKH_COLOUR_LEADER])
      ->dashed = entry_at (track, i)->planned;
}

void
tarikh_layout_track_put_leaders (const TarikhTrack *track, const TarikhComposer *composer, TarikhLayoutPage *page)
{
  g_autofree double *from = attach (track);

  for (guint i = 0; i < count (track); i++)
    if (!entry_at (track, i)->continues)
      put_leader (track, composer, page, i, from[i]);
}

void
tarikh_layout_track_put_marks (const TarikhTrack *track, const TarikhComposer *composer, TarikhLayoutPage *page)
{
  for (guint i = 0; i < count (track); i++) {
    const TarikhEntry *entry = entry_at (track, i);
    if (entry->continues)
      continue;
    TarikhMarkPlace place = { track->anchors[i], tarikh_layout_scale_map (track->scale, entry->last),
                              across_of (track, i), FALSE };
    tarikh_layout_mark_put (composer, page, entry, &place);
  }
}

void
tarikh_layout_track_put_entries (const TarikhTrack *track, const TarikhComposer *composer, TarikhLayoutPage *page)
{
  for (guint i = 0; i < count (track); i++) {
    const TarikhEntry *entry = entry_at (track, i), *before = i > 0 ? entry_at (track, i - 1) : NULL;
    tarikh_layout_entry_put (entry, before, composer, &track->grid->columns, page, track->grid->text_mm,
                             track->eyes[i] - entry->eye_mm);
  }
}
