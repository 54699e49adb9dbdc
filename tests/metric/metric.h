/* metric: what a page is worth, computed from its .layout.json and from what should stand on it. Knows nothing of how the
 * page was made. The names are those of the measures printed by `metric`. */
#pragma once

#include <glib.h>

/* ---- the page as drawn ---- */

typedef struct {
  double x, y;
} MetricPoint;

typedef struct {
  char *role, *text;   /* text NULL for shapes */
  gint event;          /* index into the truth, or -1 */
  double x, y, w, h, font_pt;
  GArray *points;      /* MetricPoint; NULL where there are none */
} MetricItem;

typedef struct {
  double width, height;
  GPtrArray *items; /* MetricItem*, owned */
} MetricPage;

typedef struct {
  gboolean right_to_left;
  GPtrArray *pages; /* MetricPage*, owned */
} MetricDrawing;

/* What an event should look like. */
typedef struct {
  const char *id, *headline;
  gboolean dated;
  gint64 day; /* first */
} MetricTruth;

/* NULL when JSON is not what .layout.json should be. (transfer full) */
MetricDrawing *metric_drawing_new (const char *json, const MetricTruth *truth, guint n_truth);
void metric_drawing_free (MetricDrawing *drawing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MetricDrawing, metric_drawing_free)

/* ---- one event on it ---- */

typedef struct {
  gint page;               /* of its mark; -1: it has none */
  const MetricItem *mark, *leader, *headline; /* the first of each; borrowed */
  double left, top, right, bottom; /* of all its texts on that page */
  guint n_marks, n_leaders, n_dates;
  gboolean told;           /* its headlines, joined, are the truth's */
} MetricEvent;

/* (transfer full) one an event of the truth */
MetricEvent *metric_events_new (const MetricDrawing *drawing, const MetricTruth *truth, guint n_truth);

/* ---- the figures ---- */

typedef enum { METRIC_ACROSS, METRIC_DOWN, METRIC_LIST, METRIC_LANES } MetricWay;

typedef struct {
  guint ov, lx, ll, out, tr, lost, ord, dir, cut; /* the gate: all 0 */
  double disp, disp_max, deff;                    /* of labels from their marks, in axes; against the optimum */
  double len, bend, prop, fill, bal, white, aln;
  double font_least;
  guint n_pages;
} Metric;

/* The way it is drawn, seen from the drawing: without leaders it is a list. */
MetricWay metric_find_way (const MetricDrawing *drawing);
void metric_measure (Metric *metric, const MetricDrawing *drawing, MetricWay way, const MetricTruth *truth, guint n_truth);
guint metric_count_faults (const Metric *metric);
/* Mean displacement of labels between two drawings of the same story, in pages; NEW has the events of OLD in the same order, by
 * their ids, and more. */
double metric_measure_stability (const MetricDrawing *before, const MetricDrawing *after, const MetricTruth *old,
                                 guint n_old, const MetricTruth *new, guint n_new);
